"""Promises made aloud in the report of a debate, and the dossier under discussion there."""

from __future__ import annotations

import pytest

from ctgraph.model.mentions import PaperReference
from link.factories import account

HEAD = "30 821 Nationale Veiligheid\n\nNr. 185 VERSLAG VAN EEN COMMISSIEDEBAT\n\n"
MINISTER = "Minister De Bruin:\n"
MEMBER = "Mevrouw De Wit (D66):\n"
CHAIR = "De voorzitter:\n"


def promised(*turns: str) -> list[str]:
    """The promises made in a report."""
    return [found.text for found in account(HEAD + "\n\n".join(turns) + "\n").commitments]


@pytest.mark.parametrize(
    "words",
    [
        "Dat kan ik toezeggen: die brief komt voor het kerstreces.",
        "Dus ik ga u een brief toezeggen waarin ik twee elementen opneem.",
        "Dat zeg ik mevrouw De Wit graag toe.",
        "Ik kom daar in het najaar schriftelijk op terug.",
        "Daar kom ik in een brief op terug.",
        "In mei doe ik u de uitkomst van dat bezoek toekomen.",
        "Ik zal dat navragen en de Kamer laten weten wat eruit komt.",
        "Dan ga ik dat voor mevrouw De Wit uitzoeken.",
        "Daar stuur ik de Kamer een brief over.",
        "Voor de zomer krijgt u daar een brief over.",
        "Mevrouw De Wit krijgt die cijfers van mij.",
        "Ik ga kijken of dat kan en laat het u weten.",
        "Dat neem ik mee in de voortgangsbrief.",
        "Die toezegging doe ik graag.",
        "Ik ga dat na bij de politie.",
        "Ik laat dat uitzoeken.",
        "Daarover ga ik in gesprek met de gemeenten.",
        "Dat zal ik met de gemeenten bespreken.",
        "Ik ben bereid om dat met de gemeenten op te nemen.",
        "Ik breng dit over aan mijn collega van Financiën.",
        "Die vraag beantwoord ik schriftelijk.",
        "De overige vragen zal ik schriftelijk beantwoorden.",
        "Het antwoord volgt schriftelijk.",
        "Die cijfers krijgt mevrouw De Wit voor 1 juli 2023.",
        "Voor 1 juli 2023 ligt er een brief.",
        "Wij betrekken die vraag daarbij en sturen de uitkomst aan de Kamer.",
        "Ik zoek voor mevrouw De Wit uit hoe vaak dat is gebeurd.",
        "De vraag over drones leg ik voor aan collega Jansen.",
        "Die vraag zal ik doorgeleiden naar de minister van Defensie.",
        "Ik kom voor 1 juli 2023 met een brief over de beveiliging.",
        "Dat overzicht krijgt u voor 3 december 2023.",
        "Het verslag voeg ik bij de volgende voortgangsbrief.",
    ],
)
def test_a_minister_promises(words: str) -> None:
    """The words in which a minister commits to something are a promise."""
    assert promised(MINISTER + words) == [words.rstrip(".")]


@pytest.mark.parametrize(
    "turn",
    [
        MINISTER + "Dat kan ik niet toezeggen.",
        MINISTER + "Daar kom ik zo nog even op terug.",
        MINISTER + "Daar kom ik in mijn tweede termijn op terug.",
        MINISTER + "Dat neem ik mee naar huis.",
        MINISTER + "Zal ik dat voor mevrouw De Wit uitzoeken?",
        MINISTER + "Ik kom niet met een brief over de beveiliging.",
        MINISTER + "Die vraag zal ik niet doorgeleiden naar de minister van Defensie.",
        MINISTER + "Dat leg ik zo voor.",
        MINISTER + "Dat overzicht krijgt u niet voor 3 december 2023.",
        MINISTER + "Dat antwoord krijgt u zo.",
        MINISTER + "Wanneer krijgt u dat overzicht, voor 3 december 2023?",
        MEMBER + "Vorig jaar is beloofd dat er een overzicht zou komen.",
        MEMBER + "Ik zal de Kamer daarover een brief sturen.",
        MEMBER + "Kan de Minister toezeggen dat zij dat voor de zomer doet?",
        CHAIR + "Ik zal de motie laten rondsturen.",
    ],
)
def test_what_is_no_promise(turn: str) -> None:
    """A refusal, a postponement within the debate, a question, and what others than ministers say."""
    assert promised(turn) == []


def test_the_chair_sums_up() -> None:
    """What the chair lists as promised was promised, and who thanks promises nothing."""
    summed = CHAIR + "Ik noteer de volgende toezeggingen.\n\n– De Minister informeert de Kamer over de pilot.\n\n"

    assert promised(MINISTER + "Dank u wel.", summed + MEMBER + "Dank aan de Minister.") == [
        "– De Minister informeert de Kamer over de pilot"
    ]


def test_an_item_of_the_chair_may_name_what_comes() -> None:
    """Behind a mark any sentence of the chair's list is one promised; without one it needs the office or the chamber."""
    summed = (
        CHAIR
        + "Ik noteer de volgende toezeggingen.\n\n– De reactie komt begin 2024 naar de Kamer.\n\nDe zaal is open.\n"
    )

    assert promised(summed) == ["– De reactie komt begin 2024 naar de Kamer"]


def test_a_promise_told_of_the_debate_before() -> None:
    """ "Bij die gelegenheid" is the debate of the sentence before."""
    made = account(
        "Op 8 februari 2022 vond het commissiedebat van 8 februari 2022 plaats. Bij die gelegenheid heb ik het lid De "
        "Wit toegezegd dit te onderzoeken.\n\nDe Minister van Justitie en Veiligheid,\nA. de Wit\n"
    )

    assert [found.made_on.reading.edtf for found in made.commitments if found.made_on] == ["2022-02-08"]


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        (HEAD + MEMBER + "Zie Kamerstuk 36 410, nr. 3. De motie op stuk nr. 12 is goed.", ["kst-30821-12"]),
        (
            "Aan de orde zijn de stemmingen over moties.\n\nDe motie-Jansen (29614, nr. 182).\n\n"
            "Aan de orde is de behandeling van het wetsvoorstel Wijziging van de wet (35976).\n\n"
            "Het amendement op stuk nr. 9.",
            ["kst-35976-9"],
        ),
        (
            "Deze motie is voorgesteld door het lid Jansen.\n\nZij krijgt nr. 313 (31765).\n\n"
            "Zie ook Kamerstuk 29 754, nr. 5. De motie op stuk nr. 313 ontraad ik.",
            ["kst-31765-313"],
        ),
        (
            "De motie-Jansen (29614, nr. 184).\n\nDe motie-De Wit (29754, nr. 5).\n\nDan de motie op stuk nr. 184.",
            ["kst-29614-184"],
        ),
    ],
)
def test_the_dossier_under_discussion(text: str, papers: list[str]) -> None:
    """A number alone takes the dossier of the agenda point or of the motion that got it, not the last one named."""
    identifier = "kst-30821-185" if text.startswith(HEAD) else "h-tk-20172018-70-5"
    made = account(text, identifier=identifier)
    cited = [
        paper
        for mention in made.mentions
        if isinstance(mention.value, PaperReference) and "stuk nr" in made.document.quote(mention.span)
        for paper in mention.value.ids
    ]

    assert cited == papers


def test_one_debate_in_two_papers() -> None:
    """Papers that tell a debate with its topic, in other words, or by its day alone give it one id."""
    texts = (
        "30 821 Terrorismebestrijding\n\nNr. 185 BRIEF VAN DE MINISTER\n\nZie het commissiedebat van 3 mei 2022.",
        "Zie het commissiedebat Terrorisme/extremisme van 3 mei 2022.",
        "Zie het commissiedebat terrorisme en extremisme d.d. 3 mei 2022.",
    )
    others = account("Zie het commissiedebat Politie van 3 mei 2022.").debates

    assert {account(text).debates[0].ref.id for text in texts} == {"commissiedebat-2022-05-03-terrorisme"}
    assert [debate.ref.id for debate in others] == ["commissiedebat-2022-05-03-politie"]


def test_what_is_promised_aloud_was_promised_in_the_debate_reported() -> None:
    """The report of a debate says when it was held, and its promises were made there; a letter reports none."""
    held = "De vaste commissie heeft op 10 maart 2023 overleg gevoerd met de heer De Bruin.\n\n"
    promise = MINISTER + "Dat zeg ik mevrouw De Wit graag toe.\n"
    found = account(HEAD + held + promise)

    assert [(d.ref.id, d.kind, d.time and d.time.reading.edtf) for d in found.debates] == [
        ("kst-30821-185", "commissiedebat", "2023-03-10")
    ]
    assert [c.made_in for c in found.commitments] == [found.debates[0].ref]
    assert account(HEAD + promise).debates == ()
    assert account(HEAD.replace("COMMISSIEDEBAT", "SCHRIFTELIJK OVERLEG") + held + promise).debates == ()
