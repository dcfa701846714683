"""Cases, documents and dossiers of the Tweede Kamer's open data as records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctgraph.identifiers import official, slug
from ctgraph.model.official import (
    CaseRecord,
    CaseRef,
    DossierRecord,
    NamedSubmitter,
    PaperRecord,
    Placement,
)
from ctgraph.readers.tk_rows import Row, Rows
from ctgraph.readers.tk_subject import read_subject
from ctgraph.readers.tk_words import ADVICE, KINDS

# The number of an answer to questions: two digits of both years of the session, then the number. 161701603, 242501244.
_ANSWER = re.compile(r"(\d\d)(\d\d)(\d{5})")
# The id of a publication. Not kst-1259252: a paper with that number is not made up yet, and gets its dossier's later.
_PUBLISHED = re.compile(
    r"(?!kst-\d{6,9}$)(?:kst|blg|h-[te]k|ah-[te]k|kv|nds|ag|stb|stcrt|trb)-[\w.-]+", re.IGNORECASE | re.ASCII
)
# The number of a kingdom act, which is no suffix: "(R2160)". Not a chapter such as "VI" or a council's "02".
_KINGDOM = re.compile(r"\(?R\d{1,5}\)?")
# What an addition to the number of a dossier is made of: "VI", "02", "(R2160)", "VI-A". Not a path.
_SUFFIX = re.compile(r"[A-Za-z\d()-]{1,12}", re.ASCII)

_ANSWERS = ("antwoord-schriftelijke-vragen", "mededeling-uitstel-antwoord")
_QUESTIONS = "Schriftelijke vragen"


def case_ref(rows: Rows, row: Row) -> CaseRef:
    """A case as others refer to it: its number, kind, and its paper as far as the file tells.

    The paper of a case that has no number in a dossier goes by the number of its document, if nothing published it.
    """
    document, places = _own_document(rows, row), placements(rows, row)
    paper = published(rows, document) if document else ""
    if document and not places:
        paper = paper or document.text("DocumentNummer")
    return CaseRef(row.id, row.text("Nummer"), row.text("Soort"), paper, places)


def case(rows: Rows, row: Row) -> CaseRecord | str:
    """A case; a string is the reason why nothing can be stated of it."""
    if not row.text("Soort") or not row.text("Nummer"):
        return "a case without kind or number"
    reference = case_ref(rows, row)
    kind = reference.type
    numbered = reference.placements or ((row.number("Volgnummer") or 0) > 0 and row.ref("Kamerstukdossier"))
    if not reference.paper and not numbered and kind not in ("Motie", _QUESTIONS):
        return f"a case that has no number in a dossier ({kind})"
    subject = read_subject(row.text("Onderwerp"))
    document = _own_document(rows, row)
    replaced = f"kst-{subject.replaces[0]}-{subject.replaces[1]}" if subject.replaces else ""
    named = tuple(_actors(rows, row, kind))
    return CaseRecord(
        case=reference,
        kind=KINDS.get(kind, ""),
        title=row.text("Onderwerp"),
        started=row.day("GestartOp"),
        session_year=row.text("Vergaderjaar"),
        document=document.text("DocumentNummer") if document else "",
        submitters=named or tuple(_named(subject.names)),
        others_unnamed=subject.others and not named,
        replaces=replaced,
        advice=ADVICE.get(row.text("Kabinetsappreciatie"), ""),
    )


def document(rows: Rows, row: Row) -> PaperRecord | str:
    """A document by the id under which it was published, else by its number; a string is why nothing can be stated."""
    number = row.text("DocumentNummer")
    if not number or not row.text("Soort"):
        return "a document without kind or number"
    known, answer = published(rows, row), _answer(row)
    kind = KINDS.get(row.text("Soort"), "")
    return PaperRecord(
        id=known or answer or number,
        type=row.text("Soort"),
        kind=kind,
        title=row.text("Onderwerp") or row.text("Titel"),
        date=row.day("Datum"),
        chamber="tk" if row.number("Kamer") == 2 else "",
        session_year=row.text("Vergaderjaar"),
        placements=placements(rows, row),
        submitters=tuple(_signers(rows, row, kind)),
        annex_of=_firstpublished(rows, rows.many(row, "BronDocument")),
        annexes=tuple(filter(None, (published(rows, each) for each in rows.many(row, "BijlageDocument")))),
        numbers=(number,) if known or answer else (),
        cases=tuple(each.id for each in rows.many(row, "Zaak")),
        answers=_answered(rows, row) if kind in _ANSWERS else "",
        reasoned=bool(answer) and not known,
    )


def dossier(row: Row) -> DossierRecord | str:
    """A dossier; a string is the reason why nothing can be stated of it."""
    identifier = dossier_id(row)
    if not identifier:
        return "a dossier without a number"
    return DossierRecord(identifier, row.text("Titel"), row.number("HoogsteVolgnummer"), row.flag("Afgesloten"))


def dossier_id(row: Row) -> str:
    """The dossier as ids write it: 29754, 35925-VI, and without the number of a kingdom act. Empty without a number."""
    suffix = row.text("Toevoeging").strip(" -")
    if _SUFFIX.sub("", suffix) or not row.text("Nummer").replace(" ", "").isalnum():
        return ""
    parts = (row.text("Nummer").replace(" ", ""), "" if _KINGDOM.fullmatch(suffix) else suffix)
    return official("dossier", "-".join(filter(None, parts)))


def placements(rows: Rows, row: Row) -> tuple[Placement, ...]:
    """The places of a case or document in dossiers. -1 is no number, and 0 that of a bill as a whole.

    Where the file does not tell the dossier, it is that of the case's own document, else the one that has its title.
    """
    number = row.number("Volgnummer")
    if number is None or number < 0:
        return ()
    found = _dossiers(rows, row)
    title = row.text("Titel")
    if not found:
        return (Placement("", str(number), title),) if title else ()
    known = _main_first(rows, row, found) if len(found) > 1 else found
    return tuple(Placement(dossier_id(each), str(number), each.text("Titel")) for each in known)


def _dossiers(rows: Rows, row: Row) -> list[Row]:
    """The dossiers of a case or document; a case that does not tell them has those of the document with its number."""
    joined = rows.one(row, "Kamerstukdossier")
    found = rows.many(row, "Kamerstukdossier") or ([joined] if joined else [])
    known = [each for each in found if dossier_id(each)]
    own = _own_document(rows, row) if not known and row.entity == "Zaak" else None
    return _dossiers(rows, own) if own and own.text("Volgnummer") == row.text("Volgnummer") else known


def _main_first(rows: Rows, row: Row, dossiers: list[Row]) -> list[Row]:
    """The dossier whose numbering the paper follows, then the others; none at all where nothing tells which it is.

    The paper's own id tells it; else the title of a case or document, which is that of its first dossier.
    """
    document = _own_document(rows, row) if row.entity == "Zaak" else row
    paper, number = published(rows, document) if document else "", row.text("Volgnummer")
    by_id = [each for each in dossiers if official("document", f"kst-{dossier_id(each)}-{number}") == paper]
    by_title = [each for each in dossiers if slug(each.text("Titel")) == slug(row.text("Titel"))]
    main = by_id if paper else by_title
    return [*main, *(each for each in dossiers if each not in main)] if len(main) == 1 else []


def _own_document(rows: Rows, row: Row) -> Row | None:
    """The document that is the case itself: the one with its number in the dossier, or the only one."""
    documents = rows.many(row, "Document")
    same = [each for each in documents if each.text("Volgnummer") == row.text("Volgnummer") not in ("", "-1")]
    alike = [each for each in same if slug(each.text("Soort")).startswith(slug(row.text("Soort")))]
    if len(alike) == 1 or len(same) == 1:
        return (alike if len(alike) == 1 else same)[0]
    return documents[0] if len(documents) == 1 and row.text("Volgnummer") in ("", "-1") else None


def published(rows: Rows, row: Row) -> str:
    """The id of the publication of a document: that of its version, else of a file of it."""
    version = rows.one(row, "HuidigeDocumentVersie")
    versions = [version] if version else rows.many(row, "DocumentVersie")
    for each in versions:
        files = [file.text("Identifier") for file in rows.many(each, "DocumentPublicatie")]
        for identifier in (each.text("ExterneIdentifier"), *files):
            if _PUBLISHED.fullmatch(identifier):
                return identifier if identifier.startswith(("kv-", "nds-", "ag-")) else official("document", identifier)
    return ""


def _firstpublished(rows: Rows, documents: list[Row]) -> str:
    return next(filter(None, (published(rows, each) or each.text("DocumentNummer") for each in documents)), "")


def _answer(row: Row) -> str:
    """The id of an answer, which its number makes: 161701603 is ah-tk-20162017-1603."""
    found = _ANSWER.fullmatch(row.text("Aanhangselnummer"))
    return f"ah-tk-20{found[1]}20{found[2]}-{int(found[3])}" if found else ""


def _answered(rows: Rows, row: Row) -> str:
    """The paper with the questions that a document answers."""
    asked = [each.text("Nummer") for each in rows.many(row, "Zaak") if each.text("Soort") == _QUESTIONS]
    return f"kv-tk-{asked[0]}" if len(asked) == 1 else ""


def _actors(rows: Rows, row: Row, kind: str) -> Iterator[NamedSubmitter]:
    """Who submitted a case, the first signatory in front; committees in charge of it did not."""
    found = []
    for actor in rows.many(row, "ZaakActor"):
        relation = actor.text("Relatie")
        role = {"Indiener": _first_role(kind), "Medeindiener": _co_role(kind), "Gericht aan": "addressee"}.get(relation)
        if role and actor.text("ActorNaam") and not actor.is_deleted:
            found.append(_named_submitter(actor, role))
    yield from sorted(found, key=lambda who: (who.role != _first_role(kind), slug(who.name)))


def _first_role(kind: str) -> str:
    return {"Brief regering": "signer", _QUESTIONS: "questioner"}.get(kind, "first-signatory")


def _co_role(kind: str) -> str:
    return {"Brief regering": "signer", _QUESTIONS: "questioner"}.get(kind, "co-signatory")


def _signers(rows: Rows, row: Row, kind: str) -> Iterator[NamedSubmitter]:
    """Who signed a document; under a motion the first signature is that of its first signatory."""
    motion = kind in ("motie", "gewijzigde-motie", "amendement")
    roles = ("first-signatory", "co-signatory") if motion else ("signer", "signer")
    for actor in rows.many(row, "DocumentActor"):
        relation = actor.text("Relatie").lower()
        if "ondertekenaar" in relation and actor.text("ActorNaam") and not actor.is_deleted:
            yield _named_submitter(actor, roles[0] if relation.startswith("eerste") else roles[1])


def _named_submitter(actor: Row, role: str) -> NamedSubmitter:
    return NamedSubmitter(
        name=actor.text("ActorNaam"),
        role=role,
        group_name=actor.text("ActorFractie"),
        function=actor.text("Functie"),
        person=actor.ref("Persoon"),
        group=actor.ref("Fractie"),
    )


def _named(names: tuple[str, ...]) -> Iterator[NamedSubmitter]:
    """The names of a subject line, which begins with the first signatory."""
    for position, name in enumerate(names):
        yield NamedSubmitter(name, "co-signatory" if position else "first-signatory")
