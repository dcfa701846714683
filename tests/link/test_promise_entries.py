"""In which debate a promise was made that is told without it: in a list, and in a letter that deals with a debate."""

from __future__ import annotations

import pytest

from link.factories import account

SIGNED = "\n\nDe Minister van Justitie en Veiligheid,\nA. de Wit\n"
LETTER = "30 821 Nationale Veiligheid\n\nNr. 185 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID\n\n"
DEALS = "In deze brief ga ik in op wat is gewisseld in het debat van 8 februari 2023.\n\nDrones\n\n"
WORK = "Er is gewerkt. Dat was nuttig. Het werk gaat door. Er is geld. Er zijn mensen. "
LIST = "OVERZICHT TOEZEGGINGEN EERSTE KAMER\n\n"
ZEGT = "De Minister zegt het lid De Wit (D66), naar aanleiding van een vraag, toe de wet te evalueren."
TOLD = "Mevrouw De Wit (D66) heb ik een plan toegezegd."


def reported(text: str) -> list[str]:
    """The days of the promises that a text tells; empty for one without a day."""
    made = [found for found in account(text).commitments if found.kind == "reported"]
    return [found.made_on.reading.edtf if found.made_on else "" for found in made]


@pytest.mark.parametrize(
    "told",
    [
        "De heer Jansen (SP) heb ik toegezegd met de gemeenten te spreken.",
        "Aan de heer Jansen (SP) is een beschouwing toegezegd over drones.",
        "Aan het lid Jansen (SP) is toegezegd dat dit wordt bezien.",
        "Het lid Jansen (SP) kreeg de toezegging dat ik zou spreken met de gemeenten.",
        "De heer Jansen (SP) heeft de toezegging gekregen dat er gesproken zou worden.",
        "Ik heb mevrouw De Wit (D66) toegezegd het bereik in kaart te brengen.",
        "Mevrouw De Wit (D66) heb ik beloofd dat uit te zoeken.",
        "Het lid Jansen (SP) zegde ik toe dit te bezien.",
        "Ook beloofde ik de leden Jansen (SP) en De Wit (D66) een overzicht.",
        "Verder is aan mevrouw De Wit (D66) een brief in het vooruitzicht gesteld.",
        "Het lid Jansen (SP) werd toegezegd dat dit wordt bezien.",
        "Mevrouw De Wit (D66) zou van mij de cijfers ontvangen.",
        "Tevens is mevrouw De Wit (D66) een reactie toegezegd.",
    ],
)
def test_what_a_member_was_promised_is_of_the_debate_that_the_letter_deals_with(told: str) -> None:
    """A promise to a member without its debate was made in the one that the letter says it deals with."""
    assert reported(LETTER + DEALS + WORK + told + SIGNED) == ["2023-02-08"]


@pytest.mark.parametrize(
    "intro",
    [
        "Hierbij ga ik in op enkele punten uit het debat van 8 februari 2023.",
        "Met deze brief kom ik terug op de vragen die zijn gesteld tijdens het debat van 8 februari 2023.",
        "Naar aanleiding van het debat van 8 februari 2023 bericht ik u als volgt.",
        "In vervolg op het debat van 8 februari 2023 informeer ik u over drones.",
        "Deze brief gaat over de onderwerpen die in het debat van 8 februari 2023 aan de orde kwamen.",
        "Tijdens het debat van 8 februari 2023 heeft uw Kamer enkele vragen gesteld, waarop ik hier antwoord.",
        "Tijdens het debat van 8 februari 2023 heb ik met uw Kamer gesproken over drones.",
        "In het debat van 8 februari 2023 heb ik met uw Kamer van gedachten gewisseld over drones.",
        "In het debat van 8 februari 2023 sprak ik met uw Kamer over drones.",
        "In deze brief ga ik in op toezeggingen uit het debat van 8 februari 2023 en het tweeminutendebat van 1 maart 2023.",
    ],
)
def test_a_letter_says_which_debate_it_deals_with(intro: str) -> None:
    """The words by which a letter says that it deals with a debate; of two the first."""
    assert reported(f"{LETTER}{intro}\n\nDrones\n\n{WORK}{TOLD}{SIGNED}") == ["2023-02-08"]


def test_a_letter_on_several_debates() -> None:
    """Where promises of several debates are told, one without a debate is of that from which most are."""
    more = (
        "1. Een\nIn het debat van 8 februari 2023 is het lid Jansen (SP) een brief toegezegd.\n\n"
        "2. Twee\nAan de heer Jansen (SP) is een onderzoek toegezegd. Dat loopt.\n\n"
        "3. Drie\nIn het tweeminutendebat van 1 maart 2023 zegde ik mevrouw De Wit (D66) een toets toe. Die is af.\n\n"
        "4. Vier\nAan mevrouw De Wit (D66) is een overzicht toegezegd."
    )
    assert reported(LETTER + more + SIGNED) == ["2023-02-08", "2023-02-08", "2023-03-01", "2023-02-08"]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("In mijn brief van 3 mei 2022 heb ik het lid Jansen (SP) een plan toegezegd.", "2022-05-03"),
        ("Mijn voorganger heeft het lid Jansen (SP) een plan toegezegd.", ""),
        ("Aan de gemeenten is toegezegd dat zij geld krijgen.", ""),
    ],
)
def test_other_promises_are_not_of_that_debate(told: str, day: str) -> None:
    """What names another place, a predecessor gave or somebody else was promised is not of the letter's debate."""
    assert reported(LETTER + DEALS + WORK + told + SIGNED) == [day]


def test_a_debate_to_come_is_no_place_of_a_promise() -> None:
    """What was promised was promised before the letter."""
    intro = "Vooruitlopend op het debat van 8 april 2023 ga ik in op vragen.\n\nDrones\n\n"
    assert reported(LETTER + intro + WORK + TOLD + SIGNED) == [""]


@pytest.mark.parametrize(
    ("entry", "days"),
    [
        (
            f"T03372 – Evaluatie\nToezegging: {ZEGT}\nGedaan op: plenair debat van 8 februari 2023 (35 917)\nReactie: af.",
            ["2023-02-08"],
        ),
        (f"Toezegging Evaluatie (T02387)\n{ZEGT}\nDatum toezegging: 8 februari 2023. Status: open.", ["2023-02-08"]),
        (
            f"Toezegging Evaluatie (T02387)\n{ZEGT}\nVindplaats: Handelingen I 2022/23, nr. 36, item 14; plenair debat van "
            "8 februari 2023 over drones. Status: open.",
            ["2023-02-08"],
        ),
        (
            f"Toezegging Evaluatie (T02387)\nGedaan tijdens het plenair debat van 8 februari 2023.\n{ZEGT}\nStatus: open.",
            ["2023-02-08"],
        ),
        (f"Datum: 8 februari 2023\nToezegging: {ZEGT}\nStatus: open", ["2023-02-08"]),
        (f"{ZEGT}\nKerngegevens: datum toezegging 8 februari 2023; deadline 1 juli 2023; status open.", ["2023-02-08"]),
        (f"{ZEGT}\nGegevens: plenair debat van 8 februari 2023; status open.", ["2023-02-08"]),
        (f"{ZEGT}\nGedaan tijdens het debat van 8 februari 2023.", ["2023-02-08"]),
        (f"1. {ZEGT} (plenair debat van 8 februari 2023)", ["2023-02-08"]),
        (
            f"{ZEGT}\n\nToezegging Ander (T02388)\nDe Minister zegt toe dit te bezien.\nDatum toezegging: 8 februari 2023",
            ["", "2023-02-08"],
        ),
        (f"{ZEGT}\nStatus: besproken in het debat van 8 februari 2023.", [""]),
        (f"{ZEGT}\nDatum afdoening: 8 februari 2023", [""]),
    ],
)
def test_the_lines_of_an_entry_tell_its_place(entry: str, days: list[str]) -> None:
    """A promise in a list has the debate or the day of the lines around it, and not those of the next entry."""
    assert reported(f"{LIST}{entry}\n\nDe griffier\n") == days


def test_the_title_of_an_entry_is_no_part_of_its_promise() -> None:
    """Title and number above an entry are left out of its words, also where they stand in one line."""
    (found,) = account(f"{LIST}Toezegging Evaluatie (T02387) {ZEGT}\n\nDe griffier\n").commitments
    assert found.text == ZEGT.rstrip(".")
