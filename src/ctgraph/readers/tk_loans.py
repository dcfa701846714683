"""What a row of the Tweede Kamer lends to the rows of other files, and what it needs of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ctgraph.model.loans import Loan
from ctgraph.readers.tk_people import letter_id
from ctgraph.readers.tk_rows import Row, Rows

_LENT: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "Activiteit": ("Nummer", "Datum", "DatumSoort", "Aanvangstijd", "Eindtijd"),
        "Agendapunt": ("Nummer", "Activiteit"),
        "Document": (
            "DocumentNummer", "Soort", "Titel", "Volgnummer", "Zaak", "Kamerstukdossier", "HuidigeDocumentVersie",
            "Activiteit",
        ),
        "DocumentActor": ("Document", "ActorNaam", "ActorFractie", "Functie", "Relatie", "Persoon", "Fractie"),
        "DocumentVersie": ("Document", "ExterneIdentifier"),
        "Fractie": ("Afkorting", "NaamNL"),
        "Kamerstukdossier": ("Titel", "Nummer", "Toevoeging"),
        "Persoon": ("Roepnaam", "Initialen", "Tussenvoegsel", "Achternaam"),
        "Zaak": ("Nummer", "Soort", "Titel", "Volgnummer", "Kamerstukdossier", "Document", "Activiteit", "Agendapunt"),
        "ZaakActor": ("Zaak", "ActorNaam", "ActorFractie", "Functie", "Relatie", "Persoon", "Fractie"),
    }
)  # fmt: skip
"""The properties and relations that others need of a row; of a person the name alone."""

_ASKED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "Activiteit": ("Zaak", "Document"),
        "Agendapunt": ("Activiteit", "Zaak"),
        "Besluit": ("Zaak", "Agendapunt"),
        "Document": ("Zaak", "Kamerstukdossier", "HuidigeDocumentVersie", "Activiteit"),
        "DocumentActor": ("Document",),
        "DocumentVersie": ("Document",),
        "Fractie": (),
        "Kamerstukdossier": (),
        "Persoon": (),
        "Toezegging": ("Activiteit", "ToegezegdAan", "ToegezegdAanPersoon", "ToegezegdAanFractie"),
        "Zaak": ("Kamerstukdossier", "Document", "Activiteit", "Agendapunt"),
        "ZaakActor": ("Zaak",),
    }
)
"""The relations by which a row leads to others that matter to it, or by which it matters to them."""


def loans(row: Row) -> Iterator[Loan]:
    """What a row lends and asks; a mere reference neither."""
    if row.entity in _ASKED and len(row.values) > 1:
        yield _loan(row)


def borrow(rows: Rows, lent: Iterable[Loan]) -> None:
    """Add what other files lend, to be found and not to be stated."""
    for loan in lent:
        rows.lend(Row(loan.entity, json.loads(loan.values)))


def _loan(row: Row) -> Loan:
    names = () if row.is_deleted else _LENT.get(row.entity, ())
    values = {key: value for name in _given(row, names) for key, value in _kept(row, name)}
    written = json.dumps({"Id": row.id, **values}, ensure_ascii=False, sort_keys=True) if values else ""
    return Loan(row.entity, row.id, row.changed, written, tuple(sorted(set(_leads(row)))), row.text("DocumentNummer"))


def _given(row: Row, names: Iterable[str]) -> Iterator[str]:
    """Those of the properties and relations that a row has at all: most have few of them."""
    return (name for name in names if row.values.get(name) is not None or f"{name}_Id" in row.values)


def _kept(row: Row, name: str) -> Iterator[tuple[str, object]]:
    """A property, or a relation by the ids that it leads to."""
    inside = row.inside(name)
    if inside:
        yield name, [{"Id": identifier} for identifier in inside]
    elif row.text(name):
        yield name, row.text(name)
    if row.ref(name):
        yield f"{name}_Id", row.ref(name)


def _leads(row: Row) -> Iterator[str]:
    for name in _given(row, _ASKED[row.entity]):
        yield from (each for each in (row.ref(name), *row.inside(name)) if each)
    if row.entity == "Toezegging" and letter_id(row.texts("KamerbriefNakoming")):
        yield letter_id(row.texts("KamerbriefNakoming"))
