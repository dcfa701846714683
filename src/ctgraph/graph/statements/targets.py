"""Things that a text points at without describing them: what they are, and the number they go by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

from ctgraph.graph.provenance import Sheet, Subject
from ctgraph.graph.terms import boolean, text, thing
from ctgraph.identifiers import parse_paper
from ctgraph.model.claims import Evidence, Ref

_CLASSES: Final = MappingProxyType(
    {
        "bill": "LegislativeProposal",
        "claim": "Claim",
        "commitment": "Commitment",
        "cooperation": "Cooperation",
        "debate": "Debate",
        "instrument": "ParliamentaryInstrument",
        "document": "Document",
        "dossier": "Dossier",
        "law": "Law",
        "measure": "Measure",
        "motion": "Motion",
        "question": "MemberQuestion",
        "series": "PublicationSeries",
        "strategy": "Strategy",
        "study": "Study",
    }
)
# The official ids of publications: kst-29754-645, h-tk-20212022-31-55, stb-2017-51, ECLI:NL:HR:2020:1, and CELEX
# numbers such as 32021R0784. Not dtn-56 or kst-29754-645/1f2e3d4c, which are names of ours.
_OFFICIAL: Final = re.compile(r"(?:kst|h|ah|blg|stb|stcrt|trb)-[^/]+|ECLI:[^/]+|[1-9]\d{4}[A-Z]{1,2}\d{4}[^/]*")


def target(sheet: Sheet, ref: Ref, evidence: Sequence[Evidence], name: str = "") -> NamedNode:
    """The node of a thing pointed at, with the little that pointing at it says of it.

    `name` is its class where the words tell more than the kind of reference does.
    """
    address = thing(ref.kind, ref.id)
    name = name or ("ProceedingsItem" if ref.id.startswith("h-") else _CLASSES.get(ref.kind, ""))
    if not name or ref in sheet.stated:
        return address
    subject = sheet.about(address, evidence, name)
    if ref.kind == "document" and _OFFICIAL.fullmatch(ref.id):
        subject.say("officialIdentifier", text(ref.id))
    elif ref.kind == "dossier":
        _number(subject, ref.id)
    elif ref.kind == "motion" and parse_paper(ref.id):
        subject.say("textInDocument", target(sheet, Ref("document", ref.id), evidence))
    return address


def targets(sheet: Sheet, refs: Sequence[Ref], evidence: Sequence[Evidence]) -> list[NamedNode]:
    """The nodes of several things pointed at."""
    return [target(sheet, ref, evidence) for ref in refs]


def entries(sheet: Sheet, paper: Ref, dossiers: Sequence[str], evidence: Sequence[Evidence]) -> None:
    """Place a paper in dossiers under its sub-number; the first is the one whose numbering it follows."""
    number = parse_paper(paper.id)
    if number is None:
        return
    for position, dossier in enumerate(dict.fromkeys(dossiers)):
        entry = sheet.about(thing("entry", paper.id, dossier), evidence, "DossierEntry")
        entry.say("inDossier", target(sheet, Ref("dossier", dossier), evidence))
        entry.say("isMainDossier", boolean(position == 0))
        entry.say("subNumber", text(number.sub))
        sheet.about(thing(paper.kind, paper.id), evidence).say("dossierEntry", entry.node)


def document_class(identifier: str, kind: str = "") -> str:
    """The most specific class that an official id and the kind of paper tell."""
    if identifier.startswith("kst-"):
        return "GovernmentLetter" if kind == "brief-regering" else "ParliamentaryPaper"
    if identifier.startswith("h-"):
        return "ProceedingsItem"
    return "Annex" if identifier.startswith("blg-") else "Document"


def about(sheet: Sheet, ref: Ref, evidence: Sequence[Evidence], *classes: str) -> Subject:
    """Begin statements about a thing of the account."""
    return sheet.about(thing(ref.kind, ref.id), evidence, *classes)


def _number(subject: Subject, dossier: str) -> None:
    number, _, suffix = dossier.partition("-")
    subject.say("dossierNumber", text(number))
    if suffix:
        subject.say("dossierSuffix", text(suffix))
