"""What publishers of official papers say of one publication, whichever of their forms it comes in.

metadata.xml, metadata_owms.xml and the answers of SRU 1.2 and 2.0 give the same properties under names that differ in
prefix, capitals and, for a few, the word. Here a property goes by its local name in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from ctgraph.identifiers import official, slug
from ctgraph.model.official import NamedSubmitter, PaperRecord, Placement

# Publications of state and parliament: kst-29754-645, blg-936562, h-tk-…, ah-tk-…, kv-tk-…, nds-tk-…, ag-tk-…, stb-….
# Not gmb-2024-216934: papers of municipalities hold addresses of citizens and are none of this graph's.
_OURS = re.compile(r"(?:kst|blg|h-[te]k|h-vv|ah-[te]k|kv|nds|ag|stb|stcrt|trb)-[\w.-]+", re.IGNORECASE | re.ASCII)
# The initials, the call name in brackets before a surname: "I. (Inge) van Dijk", "S.P. van Weyenberg". Not "Van Dijk".
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.-?){1,8}\s{0,2}(?:\([^()]{1,40}\)\s{0,2})?")
# How an index turns a name around: "Dijk, D.J.H. van". Not "Van Dijk" or "Jansen, Pieters".
_TURNED = re.compile(
    r"(?P<surname>[^,]{1,60}), (?P<initials>(?:[^\W\d_]{1,3}\.){1,8})(?: (?P<particle>[a-z' ]{1,20}))?"
)
# The number of a case, which questions go by until they are answered: 2020Z13248. Not 219200007 (Eerste Kamer).
_CASE = re.compile(r"\d{4}Z\d{5}")
# A dossier as metadata write it: 29754, 35300-X, 21501-02. Not a path, not a title.
_DOSSIER = re.compile(r"\d{1,6}(?:[ -][A-Za-z\d]{1,8})*", re.ASCII)
# The number of a Kamerstuk that is not made up yet: kst-1259252. Not kst-29754-645.
_NOT_MADE_UP = re.compile(r"kst-\d{6,9}")

_RECORD = re.compile(r"https?://[\w.]+/(?P<id>[\w-]+)/metadata\.xml")

_SYNONYMS = {
    "category": "subject",
    "publicationname": "publicatienaam",
    "publicationissue": "publicatienummer",
    "organisationtype": "organisatietype",
    "subrubriekparlementair": "subrubriek",
    "date": "issued",
}

_KINDS = {
    "Motie": "motie",
    "Amendement": "amendement",
    "Verslag": "verslag",
    "Voorstel van wet": "voorstel-van-wet",
    "Memorie van toelichting": "memorie-van-toelichting",
    "Memorie van antwoord": "memorie-van-antwoord",
    "Nota van wijziging": "nota-van-wijziging",
    "Nota n.a.v. het verslag": "nota-naar-aanleiding-van-verslag",
    "Koninklijke boodschap": "koninklijke-boodschap",
    "Antwoord": "antwoord-schriftelijke-vragen",
    "Mededeling": "mededeling-uitstel-antwoord",
    "Bijlage": "bijlage",
    "Kamervragen zonder Antwoord": "schriftelijke-vragen",
    "Staatsblad": "staatsblad",
    "Staatscourant": "staatscourant",
    "Tractatenblad": "tractatenblad",
}
"""The publisher's words that are one notation of document-kind; a "Brief" may be of many senders."""

_TYPE_SCHEMES = ("kamerstuktypen", "aanhangseltypen", "handelingtypen", "kamervraagtypen")

KNOWN = frozenset({
    "identifier", "title", "language", "type", "creator", "modified", "available", "issued", "hasversion", "subject",
    "alternative", "publisher", "source", "documentstatus", "documenttitel", "dossiernummer", "dossiertitel",
    "indiener", "ondernummer", "organisatietype", "publicatienaam", "publicatienummer", "vergaderjaar", "subrubriek",
    "bijlage", "hoofddocument", "behandelddossier", "handelingenitemnummer", "datumvergadering", "datumindiening",
    "datumontvangst", "datumondertekening", "datumbrief", "vraagnummer", "aanhangselnummer", "aanhangsel", "ontvanger",
    "adviesrvs", "product-area", "content-area", "datumtijdstipwijzigingwork", "datumtijdstipwijzigingexpression",
    "doctype", "configuratie", "versieinformatie", "jaargang", "authority", "externebijlage", "spatial", "temporal",
    "externmetadatarecord", "bekendmakingbetreffendeplan",
})  # fmt: skip
"""Property names that are known, read or left aside on purpose; any other shows in a report."""


class Property(Struct, frozen=True):
    """One property with a value; a property with several values comes once for each."""

    name: str
    value: str
    scheme: str = ""


def property_of(name: str, value: str, scheme: str = "") -> Property:
    """A property by the name that its form has for it: `OVERHEIDop.documentStatus`, `dossiernummer`, `dcterms:type`."""
    local = re.split(r"[.:}]", name)[-1].lower()
    return Property(_SYNONYMS.get(local, local), " ".join(value.split()), scheme.rpartition(".")[2].lower())


class Properties:
    """The properties of one publication."""

    def __init__(self, values: Iterable[Property] = ()) -> None:
        self._values = tuple(dict.fromkeys(each for each in values if each.value))

    def all(self, name: str, *schemes: str) -> tuple[str, ...]:
        """Every value of a property in order, of the schemes given if there are any."""
        return tuple(p.value for p in self._values if p.name == name and (not schemes or p.scheme in schemes))

    def first(self, *names: str) -> str:
        """The value of the first of these properties that has one; empty for none."""
        return next((value for name in names for value in self.all(name)), "")

    def __len__(self) -> int:
        return len(self._values)

    def day(self, *names: str) -> str:
        """The first of these properties that is a day; what is none says nothing."""
        values = (value[:10] for name in names for value in self.all(name))
        return next((value for value in values if is_day(value)), "")

    @property
    def id(self) -> str:
        """The official id: its own property, else the one in the address of its record, which XML files may give."""
        record = _RECORD.fullmatch(self.first("externmetadatarecord"))
        return self.first("identifier") or (record["id"] if record else "")

    def unknown(self) -> Iterator[str]:
        """The names of properties that no reader knows."""
        return (each.name for each in self._values if each.name and each.name not in KNOWN)


def is_day(text: str) -> bool:
    """Whether a text is a day as ISO writes it: not 2022-02-30, 20220706 or 6 juli 2022."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_ours(identifier: str) -> bool:
    """Whether an id is that of a publication of state or parliament."""
    return _OURS.fullmatch(identifier) is not None


def spelt(identifier: str) -> str:
    """The official spelling of an id; a question keeps the capital of its case: kv-tk-2020Z13248."""
    if not identifier.lower().startswith(("kv-", "nds-", "ag-")):
        return official("document", identifier) if identifier else ""
    return re.sub(r"-(?:TK|EK)-", lambda chamber: chamber[0].lower(), identifier[:3].lower() + identifier[3:].upper())


def paper_record(said: Properties) -> PaperRecord:
    """The record of one publication."""
    identifier, numbers = _identifier(said)
    word = _word(said)
    title = said.first("documenttitel", "title")
    kind = _kind(said, word, title)
    question = said.first("vraagnummer")
    answers = f"kv-tk-{question}" if identifier.startswith("ah-tk-") and _CASE.fullmatch(question) else ""
    return PaperRecord(
        id=identifier,
        type=word or said.first("publicatienaam"),
        kind=kind,
        title=title,
        date=said.day("issued", "datumvergadering", "datumindiening", "datumontvangst", "datumondertekening"),
        issued=said.day("available"),
        chamber=_chamber(said.first("creator")),
        creator=_creator(said.first("creator")),
        session_year=said.first("vergaderjaar"),
        placements=() if identifier.startswith("blg-") else _placements(said),
        submitters=(
            *_submitters(said.all("indiener"), kind, title),
            *(NamedSubmitter(upright(name), "addressee") for name in said.all("ontvanger")),
        ),
        subjects=said.all("subject"),
        annex_of=said.first("hoofddocument") if is_ours(said.first("hoofddocument")) else "",
        annexes=tuple(annex for annex in said.all("bijlage") if is_ours(annex)),
        debated=tuple(_debated(said.all("behandelddossier"))),
        met=said.day("datumvergadering"),
        answers=answers,
        answered_by=said.first("aanhangsel") if is_ours(said.first("aanhangsel")) else "",
        numbers=numbers,
        reasoned=bool(numbers),
    )


def _identifier(said: Properties) -> tuple[str, tuple[str, ...]]:
    """The id of a paper, and other numbers that it goes by.

    A paper that is not made up yet has a number of its own (kst-1259252), and the id that it will get follows from its
    dossier and the number in it; in several dossiers it does not.
    """
    identifier, places = spelt(said.id), _placements(said)
    if _NOT_MADE_UP.fullmatch(identifier) and len(places) == 1 and places[0].number.isalnum():
        return official("document", f"kst-{places[0].dossier}-{places[0].number}"), (identifier,)
    return identifier, ()


def _word(said: Properties) -> str:
    """The most specific word for its kind: what sort of Kamerstuk, else what sort of publication."""
    sorts = said.all("subrubriek", *_TYPE_SCHEMES) + said.all("type", *_TYPE_SCHEMES)
    return next(iter(sorts + said.all("type", "parlementair")), "")


def _kind(said: Properties, word: str, title: str) -> str:
    if word == "Motie" and "gewijzigde motie" in title.lower():
        return "gewijzigde-motie"
    if "Handeling" in said.all("type", "parlementair"):
        return "handelingen"
    words = (word, *said.all("type", "parlementair"), said.first("publicatienaam"))
    by_id = "schriftelijke-vragen" if said.id.lower().startswith("kv-") else ""
    return next((_KINDS[each] for each in words if each in _KINDS), by_id)


def _chamber(creator: str) -> str:
    return {"Eerste": "ek", "Tweede": "tk"}.get(creator.partition(" ")[0], "")


def _creator(creator: str) -> str:
    """metadata_owms.xml may say `overige` of a paper of the Tweede Kamer; that is no name."""
    return "" if creator.lower() == "overige" else creator


def _placements(said: Properties) -> tuple[Placement, ...]:
    """Places in dossiers. A title is that of the one dossier; for several it cannot be told whose it is."""
    dossiers = [each for each in said.all("dossiernummer") if _DOSSIER.fullmatch(each)]
    title = said.first("dossiertitel") if len(dossiers) == 1 else ""
    number = said.first("ondernummer")
    return tuple(Placement(official("dossier", each), number, title) for each in dossiers)


def _submitters(names: tuple[str, ...], kind: str, title: str) -> Iterator[NamedSubmitter]:
    """The index has submitters in no order: the first of a motion is the one that its title names first."""
    said = [upright(name) for name in names]
    if kind in ("schriftelijke-vragen", "antwoord-schriftelijke-vragen", "mededeling-uitstel-antwoord"):
        yield from (NamedSubmitter(name, "questioner") for name in said)
        return
    if kind not in ("motie", "gewijzigde-motie", "amendement"):
        yield from (NamedSubmitter(name, "signer") for name in said)
        return
    folded = slug(title)
    places = {name: folded.find(slug(_INITIALS.sub("", name))) for name in said}
    named = sorted((place, name) for name, place in places.items() if place >= 0)
    first = said[0] if len(said) == 1 else named[0][1] if named else ""
    for name in said:
        yield NamedSubmitter(name, "first-signatory" if name == first else "co-signatory")


def upright(name: str) -> str:
    """A name with the initials in front.

    >>> upright("Dijk, D.J.H. van")
    'D.J.H. van Dijk'
    """
    turned = _TURNED.fullmatch(name)
    if turned is None:
        return name
    return " ".join(filter(None, (turned["initials"], turned["particle"], turned["surname"])))


def _debated(values: Iterable[str]) -> Iterator[str]:
    """Values such as `36176;30` (a paper) or `36176` (a dossier)."""
    for value in values:
        dossier, _, number = value.partition(";")
        if not _DOSSIER.fullmatch(dossier) or (not number.isalnum() and number):
            continue
        yield official("document", f"kst-{dossier}-{number}") if number else official("dossier", dossier)
