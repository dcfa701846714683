"""Promises in lists and tables of promises."""

from __future__ import annotations

import pytest

from link.factories import account

LETTER = "30 821 Nationale Veiligheid\n\nNr. 185 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID\n\n"
TABLE = "Bijlage\n\nNr.\tToezegging\tVindplaats\tStatus\n"


def told(text: str) -> list[tuple[str, str, str]]:
    """The promises of a letter: words, kind and day."""
    made = account(LETTER + text + "\n").commitments
    return [(item.text, item.kind, item.made_on.reading.edtf if item.made_on else "") for item in made]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "Omschrijving: De Kamer ontvangt een tijdlijn. Vindplaats: Commissiedebat Terrorisme d.d. 7 februari 2022. "
            "Stand van zaken: Afgerond.",
            "De Kamer ontvangt een tijdlijn",
            "2022-02-07",
        ),
        (
            "C. Openstaande toezeggingen\n\nOmschrijving | Vindplaats | Stand van zaken\n\nDe Minister gaat met gemeenten in "
            "gesprek over drones. | Commissiedebat Terrorisme d.d. 8 maart 2022 | Het gesprek is geweest.",
            "De Minister gaat met gemeenten in gesprek over drones",
            "2022-03-08",
        ),
        (
            "Toezeggingen\n\nDe Minister stuurt een brief over drones.\nDebat: Commissiedebat Terrorisme van 8 maart 2022."
            "\nStand van zaken: onderhanden.",
            "De Minister stuurt een brief over drones",
            "2022-03-08",
        ),
        (
            "Toezeggingen\n\n– De Minister zal gemeenten spreken over drones (commissiedebat van 8 maart 2022).",
            "De Minister zal gemeenten spreken over drones",
            "2022-03-08",
        ),
        (
            "Toezeggingen\n\nDe Kamer informeren over drones. Gedaan in het tweeminutendebat van 8 maart 2022.",
            "De Kamer informeren over drones",
            "2022-03-08",
        ),
        (
            "Bijlage 2. Openstaande toezeggingen\n\n1. CD Terrorisme 8 maart 2022 – aan Bos (SP): de Kamer informeren over "
            "drones. Stand: open.",
            "CD Terrorisme 8 maart 2022 – aan Bos (SP): de Kamer informeren over drones",
            "2022-03-08",
        ),
        (
            "TZ202206-112\nDe Minister zegt het lid Bos (SP) toe met gemeenten te spreken over drones.\nVindplaats: "
            "commissiedebat Terrorisme van 8 maart 2022\nStand van zaken: loopt.",
            "De Minister zegt het lid Bos (SP) toe met gemeenten te spreken over drones",
            "2022-03-08",
        ),
        (
            TABLE + "12\tBrief over drones in steden\tCD Terrorisme 08-03-2022\tVoldaan",
            "Brief over drones in steden",
            "2022-03-08",
        ),
        (
            TABLE + "13\tWe zullen bekijken of dat kan.\t8 maart 2022 Wetgevingsoverleg\tOpen",
            "We zullen bekijken of dat kan",
            "2022-03-08",
        ),
    ],
)
def test_an_entry_was_promised_in_its_debate(text: str, words: str, day: str) -> None:
    """An entry of a list tells a promise of the debate that stands with it, also in words that would promise anew."""
    assert [(words, "reported", day)] == told(text)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "TZ202306-114\nToezegging: De Minister zal de Kamer informeren over drones.\nGedaan aan: Bos (SP)\nDebat: "
            "Commissiedebat Extremisme d.d. 14 juni 2022 (29 754, nr. 684)\nStand: afgedaan",
            "De Minister zal de Kamer informeren over drones",
            "2022-06-14",
        ),
        ("Toezegging: De Kamer ontvangt een plan over drones.", "De Kamer ontvangt een plan over drones", ""),
        (
            "Commissiedebat Extremisme d.d. 14 juni 2022\n\nToezegging: De Kamer ontvangt een plan over drones.",
            "De Kamer ontvangt een plan over drones",
            "2022-06-14",
        ),
        (
            "| Nr. | Indiener | Omschrijving | Vindplaats | Stand |\n|---|---|---|---|---|\n"
            "| 1 | Motie-Jansen | Verbied drones in steden | 29 754, nr. 640 | Open |\n"
            "| 2 | Krul (CDA) | Brief over drones in steden | CD 5 februari 2022 | Open |",
            "Brief over drones in steden",
            "2022-02-05",
        ),
    ],
)
def test_a_label_or_a_column_bounds_what_was_promised(text: str, words: str, day: str) -> None:
    """The label is no part of the promise, nor are the other cells of its row; its debate may stand lines further."""
    assert [(words, "reported", day)] == told(text)


def test_rows_of_one_table() -> None:
    """Each row has its own debate, also where the file takes rows for headings."""
    rows = "12\tBrief over drones\tCD Terrorisme 08-03-2022\tVoldaan\n13\tDe Kamer krijgt het plan\tCD NCTV 09-03-2022\tOpen"

    assert [("Brief over drones", "2022-03-08"), ("De Kamer krijgt het plan", "2022-03-09")] == [
        (words, day) for words, _, day in told(TABLE + rows)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Toezeggingen\n\nTijdens het commissiedebat van 8 maart 2022 is hierover gesproken.",
        "Toezeggingen\n\nHet commissiedebat van 8 maart 2022 is verplaatst.",
        "Drones\n\nGemeenten vragen om steun (commissiedebat van 8 maart 2022).",
        "Toezegging: zie hieronder.",
        "| Nr. | Omschrijving | Kosten |\n|---|---|---|\n| 1 | Brief over drones in steden | CD 5 februari 2022 |",
        "| Nr. | Omschrijving | Vindplaats |\n|---|---|---|\n| 1 | Motie-Jansen over drones | CD 5 februari 2022 |",
        "Omschrijving: De motie-Bos over geld. Vindplaats: Commissiedebat Terrorisme d.d. 7 februari 2022.",
    ],
)
def test_what_is_no_entry(text: str) -> None:
    """Prose under a head of promises, a debate under another head, and an entry of a motion tell no promise."""
    assert [] == told(text)


BORDERED = "Toezeggingen\n\n| Toezegging | Vindplaats | Stand van zaken |\n|---|---|---|\n"
DEBATE = "Commissiedebat Terrorisme van 9 februari 2022"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            f"{BORDERED}| De Minister telt de drones. | {DEBATE} | Loopt; de Kamer hoort hierover in juni 2023. |",
            [
                ("De Minister telt de drones", "reported", "2022-02-09"),
                ("de Kamer hoort hierover in juni 2023", "new", ""),
            ],
        ),
        (
            f"{BORDERED}| Overzicht van drones in steden. | {DEBATE} | Dat overzicht verschijnt in mei 2023. |",
            [
                ("Overzicht van drones in steden", "reported", "2022-02-09"),
                ("Dat overzicht verschijnt in mei 2023", "new", ""),
            ],
        ),
        (
            f"{BORDERED}| De Minister telt de drones. | {DEBATE} | Afgedaan met de brief van 3 maart 2022. |",
            [("De Minister telt de drones", "reported", "2022-02-09")],
        ),
        (
            "TOEZEGGINGEN\n\nDatum\tAan\tInhoud en afdoening\n\n"
            "09-02-2022\tBos (SP)\tGesprek over drones in steden. Loopt; de Kamer wordt in juni 2023 geïnformeerd.\n",
            [
                ("Gesprek over drones in steden", "reported", "2022-02-09"),
                ("de Kamer wordt in juni 2023 geïnformeerd", "new", ""),
            ],
        ),
        (
            f"Toezeggingen\n\nToezegging 4\nAan: het lid Bos (SP)\nDebat: {DEBATE}\nInhoud: De Minister telt de drones.\n",
            [("De Minister telt de drones", "reported", "2022-02-09")],
        ),
    ],
)
def test_how_a_promise_of_a_table_stands_may_promise_anew(text: str, made: list[tuple[str, str, str]]) -> None:
    """Each cell is read by itself: what was promised, and what its status says will still come."""
    assert told(text) == made
