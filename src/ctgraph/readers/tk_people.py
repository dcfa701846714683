"""Persons, groups, committees, seats and commitments of the Tweede Kamer's open data as records.

A row on a person holds a date and place of birth and where he lives. Names alone are read here; no other property of
such a row leaves this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctgraph.identifiers import official
from ctgraph.model.official import (
    CommitmentRecord,
    CommitteeRecord,
    GroupRecord,
    NamedSubmitter,
    PersonRecord,
    SeatRecord,
)
from ctgraph.readers.tk_cases import placements, published
from ctgraph.readers.tk_rows import Row, Rows
from ctgraph.readers.tk_words import COMMITMENT_STATUS

# The letter in what the register says of it: "2022D29700", "kst-29754-645", "Kamerstuk 29 754, nr. 645", "35925-VI-69".
# Must not match "29754" alone (a whole dossier) or a case, 2022Z14434.
_LETTER = re.compile(
    r"\b(?P<document>\d{4}D\d{5})\b"
    r"|\b(?P<dossier>\d{2} ?\d{3})(?:[ -](?P<suffix>[IVXL]{1,6}|\d{2}(?=-)))?(?:,? nr\.? ?|-)(?P<number>\d{1,4})\b"
)


def person(row: Row) -> PersonRecord | str:
    """A person by name; a string is the reason why nothing can be stated."""
    surname, call_name = row.text("Achternaam"), row.text("Roepnaam") or row.text("Initialen")
    if not surname:
        return "a person without a name"
    name = " ".join(filter(None, (call_name, row.text("Tussenvoegsel"), surname)))
    return PersonRecord(row.id, name, row.text("Initialen"), row.text("Tussenvoegsel"), surname)


def group(row: Row) -> GroupRecord | str:
    """A group, by its abbreviation."""
    name, full = row.text("Afkorting"), row.text("NaamNL")
    if not name and not full:
        return "a group without a name"
    other = full if name and full != name else ""
    since, until = row.day("DatumActief"), row.day("DatumInactief")
    return GroupRecord(row.id, name or full, other, row.text("NaamEN"), since, until)


def committee(row: Row) -> CommitteeRecord | str:
    """A committee of the chamber."""
    name = row.text("NaamNL") or row.text("NaamWebNL")
    if not name:
        return "a committee without a name"
    since, until = row.day("DatumActief"), row.day("DatumInactief")
    return CommitteeRecord(row.id, name, row.text("Afkorting"), row.text("NaamEN"), since, until)


def seat(rows: Rows, row: Row) -> SeatRecord | str:
    """The holding of a seat, which is of a group; without the person it is nobody's."""
    holder = row.ref("Persoon")
    if not holder:
        return "a seat that does not say who holds it"
    chair = rows.one(row, "FractieZetel")
    of_group = rows.one(chair, "Fractie") if chair else None
    member = rows.one(row, "Persoon")
    known = person(member) if member else None
    return SeatRecord(
        id=row.id,
        person=holder,
        person_name=known.name if isinstance(known, PersonRecord) else "",
        group=of_group.id if of_group else chair.ref("Fractie") if chair else "",
        group_name=of_group.text("Afkorting") or of_group.text("NaamNL") if of_group else "",
        role=row.text("Functie"),
        since=row.day("Van"),
        until=row.day("TotEnMet"),
    )


def commitment(rows: Rows, row: Row) -> CommitmentRecord | str:
    """A commitment; one without number, text or status says nothing yet."""
    status = COMMITMENT_STATUS.get(row.text("Status"), "")
    if not row.text("Nummer") or not row.text("Tekst") or not status:
        return "a commitment without number, text or status"
    meeting = rows.one(row, "Activiteit")
    said = row.texts("KamerbriefNakoming")
    return CommitmentRecord(
        number=row.text("Nummer"),
        text=row.text("Tekst"),
        status=status,
        made_on=meeting.day("Datum") if meeting else "",
        maker=_maker(row),
        recipients=tuple(_recipients(rows, row)),
        activity=row.text("ActiviteitNummer") or (meeting.text("Nummer") if meeting else ""),
        met_on=row.day("DatumNakoming"),
        letter=said,
        letter_id=_letter(rows, said),
        modifies=tuple(each.text("Nummer") for each in rows.many(row, "IsWijzigingVan") if each.text("Nummer")),
    )


def letter_id(words: str) -> str:
    """The document number or official id that words name; empty for none.

    >>> letter_id("Kamerstuk 29 754, nr. 645"), letter_id("zie het debat")
    ('kst-29754-645', '')
    """
    found = _LETTER.search(words)
    if found is None:
        return ""
    if found["document"]:
        return found["document"]
    parts = ("kst", found["dossier"].replace(" ", ""), found["suffix"], found["number"])
    return official("document", "-".join(filter(None, parts)))


def _letter(rows: Rows, words: str) -> str:
    """The letter by its official id, where its document is known, else by the number of that."""
    identifier = letter_id(words)
    document = rows.document(identifier)
    if document is None:
        return identifier
    placed = (place for place in placements(rows, document) if place.dossier and place.number != "0")
    made = next((official("document", f"kst-{place.dossier}-{place.number}") for place in placed), identifier)
    return published(rows, document) or made


def _maker(row: Row) -> NamedSubmitter | None:
    parts = (row.text("Initialen") or row.text("Voornaam"), row.text("Tussenvoegsel"), row.text("Achternaam"))
    name = " ".join(filter(None, parts)) if row.text("Achternaam") else row.text("Naam")
    if not name and not row.text("Functie"):
        return None
    return NamedSubmitter(name, "commitment-maker", function=row.text("Functie"))


def _recipients(rows: Rows, row: Row) -> list[NamedSubmitter]:
    """The member, and the group as such; a member that the file does not name is known by id."""
    found = []
    if row.ref("ToegezegdAanPersoon"):
        member = rows.one(row, "ToegezegdAanPersoon")
        known = person(member) if member else None
        name = known.name if isinstance(known, PersonRecord) else ""
        found.append(NamedSubmitter(name, "commitment-recipient", person=row.ref("ToegezegdAanPersoon")))
    if row.ref("ToegezegdAanFractie"):
        to = rows.one(row, "ToegezegdAanFractie")
        name = to.text("Afkorting") or to.text("NaamNL") if to else ""
        found.append(NamedSubmitter("", "commitment-recipient", name, group=row.ref("ToegezegdAanFractie")))
    return [*found, *_unsorted_recipients(rows, row)]


def _unsorted_recipients(rows: Rows, row: Row) -> Iterator[NamedSubmitter]:
    """Those of whom SyncFeed does not say whether they are members or groups: their own rows tell it."""
    for identifier in row.inside("ToegezegdAan"):
        member, to = rows.find("Persoon", identifier), rows.find("Fractie", identifier)
        known = person(member) if member else None
        if isinstance(known, PersonRecord):
            yield NamedSubmitter(known.name, "commitment-recipient", person=identifier)
        elif to is not None:
            name = to.text("Afkorting") or to.text("NaamNL")
            yield NamedSubmitter("", "commitment-recipient", name, group=identifier)
