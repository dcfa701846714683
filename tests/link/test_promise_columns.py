"""Promises in tables whose columns are parted by tabs."""

from __future__ import annotations

import pytest

from link.factories import account

LETTER = "30 821 Nationale Veiligheid\n\nNr. 185 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID\n\n"
HEADS = "TOEZEGGINGEN\n\nDatum\tAan\tInhoud en afdoening\n\n"
ROW = "08-03-2022\tJansen (SP)\t{}\n"


def told(text: str) -> list[tuple[str, str, str]]:
    """The promises of a letter: words, kind and day."""
    made = account(LETTER + text + "\n").commitments
    return [(item.text, item.kind, item.made_on.reading.edtf if item.made_on else "") for item in made]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEADS + ROW.format("De Minister gaat na of dat kan. Afgedaan."), "De Minister gaat na of dat kan"),
        (HEADS + ROW.format("Overzicht van de drones. De politie werkt hieraan."), "Overzicht van de drones"),
        (HEADS + ROW.format("De Minister zegt toe te spreken over drones."), "De Minister zegt toe te spreken over drones"),
        (HEADS + ROW.format("In het AO is een brief toegezegd over drones."), "In het AO is een brief toegezegd over drones"),
        (
            "Nr.\tDatum\tToezegging\tStand\n1\t8 maart 2022\tDe Kamer ontvangt een brief over drones.\tOpen\n",
            "De Kamer ontvangt een brief over drones",
        ),
        (
            "Openstaande toezeggingen\n\nOmschrijving\tGedaan op\n\nBrief over drones in steden\t8 maart 2022\n",
            "Brief over drones in steden",
        ),
    ],
)  # fmt: skip
def test_a_row_was_promised_on_its_day(text: str, words: str) -> None:
    """Under a head of promises, or a column of them, a row tells one in the first sentence of its cell."""
    assert [(words, "reported", "2022-03-08")] == told(text)


def test_each_row_tells_one() -> None:
    """Rows follow each other, each with its own day; rows without a whole day, or with other columns, tell none."""
    rows = "08-03-2022\tJansen (SP)\tPlan voor drones.\n\n2021\tDe Wit (D66)\tBrief over wapens.\n\n9 maart 2022\tLijst van drones.\n"
    further = "10-03-2022\tDe Wit (D66)\tDe Minister spreekt de politie. Loopt.\n"

    assert [
        ("Plan voor drones", "reported", "2022-03-08"),
        ("De Minister spreekt de politie", "reported", "2022-03-10"),
    ] == told(HEADS + rows + further)


@pytest.mark.parametrize(
    "text",
    [
        HEADS.replace("TOEZEGGINGEN", "BRIEVEN") + ROW.format("Brief over drones in steden."),
        HEADS.replace("TOEZEGGINGEN", "MOTIES EN TOEZEGGINGEN") + ROW.format("Verbod op drones in steden."),
        HEADS.replace("Datum", "Plaats") + ROW.format("Plan voor drones in steden."),
        HEADS.replace("Datum", "Datum afdoening") + ROW.format("Plan voor drones in steden."),
        HEADS + "\nOverzicht van brieven\n\n" + ROW.format("Brief over drones in steden."),
        HEADS + "08-03-2022\tMotie-Jansen (29 754, nr. 640)\tVerbod op drones in steden.\n",
        HEADS.replace("\t", " ") + ROW.format("Plan voor drones in steden.").replace("\t", " "),
    ],
)
def test_other_rows_tell_none(text: str) -> None:
    """Rows of letters, of motions, without the day of the promise, under a later head, or in prose tell no promise."""
    assert [] == told(text)
