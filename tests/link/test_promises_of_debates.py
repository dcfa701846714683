"""Promises in the reports of debates and in motions: what members tell, what ministers say, what the chair sums up."""

from __future__ import annotations

import pytest

from link.factories import account

REPORT = (
    "30 821 Nationale Veiligheid\n\nNr. 185 VERSLAG VAN EEN COMMISSIEDEBAT\n\nDe vaste commissie heeft op 15 maart 2023 "
    "overleg gevoerd met mevrouw De Bruin, Minister, over drones.\n\n{}\n"
)
QUESTIONS = "Vragenuur: Vragen De Wit\n\nVragen van het lid De Wit aan de minister over drones.\n\n{}\n"
MOTION = (
    "30 821 Nationale Veiligheid\n\nNr. 185 MOTIE VAN HET LID JANSEN\n\nVoorgesteld 15 maart 2023\n\nDe Kamer,\n\n"
    "gehoord de beraadslaging,\n\n{};\n\nverzoekt de regering dit te doen,\n\nen gaat over tot de orde van de dag.\n\nJansen\n"
)
MINISTER = "Minister De Bruin:\n"
MEMBER = "Mevrouw De Wit (D66):\n"
CHAIR = "De voorzitter:\n"
BEFORE = "In het debat van 8 februari 2023 ging het over drones. "


def told(text: str) -> list[tuple[str, str]]:
    """The promises of a text: kind and day."""
    return [(made.kind, made.made_on.reading.edtf if made.made_on else "") for made in account(text).commitments]


@pytest.mark.parametrize(
    "words",
    [
        BEFORE + "Hij zegde mij toen een brief toe.",
        BEFORE + "De minister beloofde toen een onderzoek.",
        BEFORE + "De minister zei mij toen toe dat te bezien.",
        BEFORE + "Toen beloofde de minister mij een brief.",
        BEFORE + "De minister heeft daar toegezegd een brief te sturen.",
        BEFORE + "Bij die gelegenheid kreeg ik de toezegging dat er een brief komt.",
        "In het debat van 8 februari 2023 zou de Minister daar werk van maken, zo beloofde hij mij.",
        "Ik herinner aan het debat van 8 februari 2023, waarin de minister mij toezegde met gemeenten te spreken.",
        "In het debat van 8 februari 2023 beloofde de staatssecretaris een brief.",
        "In het debat van 8 februari 2023 is mij een brief toegezegd.",
        "In het debat van 8 februari 2023 kreeg ik de toezegging dat er een brief komt.",
        "De minister zou, zo zegde hij in het debat van 8 februari 2023 toe, met de gemeenten spreken.",
        "Zijn voorganger beloofde in het debat van 8 februari 2023 een brief.",
    ],
)
def test_a_member_tells_what_was_promised(words: str) -> None:
    """A member tells of a promise of the debate that the sentence, or the one before it, names."""
    assert told(REPORT.format(MEMBER + words)) == [("reported", "2023-02-08")]


@pytest.mark.parametrize(
    "words",
    [
        "Kan de minister toezeggen wat in het debat van 8 februari 2023 is gevraagd?",
        "In het debat van 8 februari 2023 beloofde de minister niets.",
        BEFORE + "Toen was het nog rustig.",
        BEFORE + "De gemeenten beloofden mij dat te doen.",
        "In het debat van 8 februari 2023 beloofde mijn fractie steun.",
    ],
)
def test_a_member_tells_of_no_promise(words: str) -> None:
    """What is asked, denied or promised by others is none."""
    assert told(REPORT.format(MEMBER + words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "constaterende dat de minister in het debat van 8 februari 2023 heeft toegezegd met een voorstel te komen",
        "overwegende dat in het debat van 8 februari 2023 door de Minister is toegezegd contact op te nemen met gemeenten",
        "constaterende dat de regering in het commissiedebat van 8 februari 2023 een brief heeft beloofd",
        "gelet op de toezegging van de Minister in het debat van 8 februari 2023 om de cijfers te delen",
        "overwegende dat de Kamer in het debat van 8 februari 2023 de toezegging heeft gekregen dat de wet verandert",
        "constaterende dat de staatssecretaris in het debat van 8 februari 2023 toezegde dit te bezien",
    ],
)
def test_a_motion_considers_a_promise(words: str) -> None:
    """A motion tells of a promise of a debate that it names."""
    assert told(MOTION.format(words)) == [("reported", "2023-02-08")]


@pytest.mark.parametrize(
    "words",
    [
        "constaterende dat de minister de Kamer in juni 2023 informeert",
        "overwegende dat de gemeenten hebben toegezegd dit te doen",
        "constaterende dat in het debat van 8 februari 2023 is gesproken over drones",
        "constaterende dat de regering in het debat van 8 februari 2023 verbetering in het vooruitzicht heeft gesteld",
    ],
)
def test_a_motion_promises_nothing_itself(words: str) -> None:
    """What a motion considers otherwise is no promise."""
    assert told(MOTION.format(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Dat komt in de volgende voortgangsbrief.",
        "Die cijfers staan in het volgende jaarverslag.",
        "Die brief krijgt zij nog dit jaar.",
        "Hij krijgt die reactie vóór 1 juli 2023.",
        "Mevrouw De Wit ontvangt het overzicht voor 1 juli 2023.",
        "De brief waar mevrouw De Wit van D66 terecht om vraagt, ontvangt zij nog deze week.",
        "U ontvangt deze vóór 1 juli 2023.",
        "Ik kom daar uitvoeriger op terug in de nota naar aanleiding van het verslag.",
        "Daar kom ik in het verslag van de Raad op terug.",
        "Ik laat mevrouw De Wit weten wat eruit komt.",
        "Ik zal het rapport vertrouwelijk ter inzage leggen.",
        "Ik leg het rapport bij de Griffie ter inzage.",
        "Het rapport komt ter inzage te liggen bij de Griffie.",
        "Dat zal ik met mijn collega van Financiën opnemen.",
        "Ik neem dat op met mijn collega van Financiën.",
        "Die cijfers neem ik op in de rapportage.",
        "Ik informeer de commissie daar schriftelijk over.",
        "De commissie ontvangt het overzicht binnenkort.",
        "Ik zal beide Kamers van elke aanwijzing in kennis stellen.",
        "Ik bespreek dat met mijn collega en koppel dat terug.",
    ],
)
def test_a_minister_promises_aloud(words: str) -> None:
    """What a minister says will come to a member or the chamber is a promise, also in the hour of questions."""
    assert told(REPORT.format(MINISTER + words)) == [("new", "")]
    assert told(QUESTIONS.format(MINISTER + words)) == [("new", "")]


@pytest.mark.parametrize(
    "words",
    [
        "De heer Jansen heeft gelijk dat ik dat heb toegezegd.",
        "Het klopt dat ik dat heb toegezegd.",
        "Dat heb ik toegezegd.",
        "Mevrouw De Wit wijst er terecht op dat ik dit heb beloofd.",
        "Zij krijgt in 2024 meer geld.",
        "De politie krijgt volgende week nieuwe middelen.",
        "Het rapport ligt ter inzage bij de Griffie.",
        "Hij krijgt een antwoord zodra ik er ben.",
        "Ik zal deze motie bij het wetsvoorstel betrekken.",
        "Dat komt in de volgende ronde aan de orde.",
    ],
)
def test_a_minister_promises_nothing(words: str) -> None:
    """What only says that something was promised, what others get, and what is done with a motion."""
    assert told(REPORT.format(MINISTER + words)) == []


def test_two_promises_in_one_sentence() -> None:
    """Two clauses behind "ik" that each promise something are two promises."""
    words = "Ik ben bereid dat te laten onderzoeken en ik zal u de uitkomst sturen."
    found = [made.text for made in account(REPORT.format(MINISTER + words)).commitments]
    assert found == ["Ik ben bereid dat te laten onderzoeken", "ik zal u de uitkomst sturen"]


@pytest.mark.parametrize(
    "opening",
    [
        "Ik vat de toezeggingen samen.",
        "De toezeggingen.",
        "Dan kom ik bij de toezeggingen.",
        "Ik loop de toezeggingen met u langs.",
        "Ik noem nog even de toezeggingen:",
        "Ik heb twee toezeggingen genoteerd.",
        "Tot slot de toezeggingen van vandaag.",
    ],
)
def test_the_chair_sums_up(opening: str) -> None:
    """The items below such words are promises of this debate, whatever debates were named before."""
    items = (
        "–\tDe Minister deelt het protocol met de Kamer (toezegging aan het lid Jansen).\n–\tIn de brief staan cijfers."
    )
    before = f"{MEMBER}In het debat van 8 februari 2023 ging het over drones.\n\n"
    found = account(REPORT.format(f"{before}{CHAIR}{opening}\n{items}")).commitments
    assert [made.made_in.id for made in found if made.made_in] == ["kst-30821-185"] * 2


@pytest.mark.parametrize(
    "words",
    [
        "Er zijn geen toezeggingen.\nDe Minister heeft het woord.",
        "Tot zover de toezeggingen. De Minister heeft het woord.",
        "De toezeggingen staan in het verslag. De Minister gaat nu weg.",
    ],
)
def test_the_chair_sums_up_nothing(words: str) -> None:
    """Without items nothing is summed up."""
    assert told(REPORT.format(CHAIR + words)) == []


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Op de in het debat van 8 februari 2023 toegezegde brief wacht u nog; u ontvangt deze vóór 1 juni.", ["reported", "new"]),
        ("In het debat van 8 februari 2023 heb ik een brief toegezegd; daaraan wordt gewerkt.", ["reported"]),
        ("Met het oog op het debat van 8 april 2023 informeer ik u met deze brief over de voortgang.", []),
        ("Vooruitlopend op het debat van 8 april 2023 informeer ik u over de voortgang.", []),
        ("Ten behoeve van het debat van 8 april 2023 zal ik u een brief sturen.", ["new"]),
        ("In het verslag van de eerstvolgende Raad kom ik hierop terug.", ["new"]),
        ("Ik zal uw Kamer van elke aanwijzing in kennis stellen.", ["new"]),
        ("Het kabinet zal elke vijf jaar een verslag aan de Staten-Generaal zenden.", ["new"]),
    ],
)  # fmt: skip
def test_letters(words: str, kinds: list[str]) -> None:
    """What a letter promises beside what it tells, and what it does itself before a debate to come."""
    letter = "30 821 Nationale Veiligheid\n\nNr. 185 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID\n\n"
    assert [kind for kind, _ in told(f"{letter}{words}\n\nDe Minister,\nA. de Wit\n")] == kinds
