"""Promises of before that a paper tells: where, when and by whom they were made, and what only looks like one."""

from __future__ import annotations

import pytest

from link.factories import account

SIGNED = "\n\nDe Minister van Justitie en Veiligheid,\nA. de Wit\n"
LETTER = "30 821 Nationale Veiligheid\n\nNr. 185 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID\n\n"
REPORT = (
    "30 821 Nationale Veiligheid\n\nNr. 185 VERSLAG VAN EEN COMMISSIEDEBAT\n\nDe vaste commissie heeft op 15 maart 2023 "
    "overleg gevoerd met mevrouw De Bruin, Minister, over drones.\n\n{}\n"
)


def told(text: str) -> list[tuple[str, str]]:
    """The promises of a text: kind and day."""
    return [(made.kind, made.made_on.reading.edtf if made.made_on else "") for made in account(text).commitments]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Het lid Jansen (SP) kreeg in het debat van 8 februari 2023 de toezegging dat dit wordt bezien.", "2023-02-08"),
        ("Mevrouw De Wit (D66) heeft de toezegging gekregen dat de politie om een oordeel wordt gevraagd.", ""),
        ("Ik heb afgesproken om de Kamer in het eerste kwartaal van 2024 te informeren over drones.", ""),
        ("Toen is afgesproken dat de Kamer halfjaarlijks een rapportage krijgt.", ""),
        ("Voorts heb ik de Kamer laten weten dat ik in het najaar op dit onderwerp terugkom.", ""),
        ("In de nota is toegezegd dat uw Kamer jaarlijks vóór het zomerreces wordt geïnformeerd.", ""),
        ("De toezegging «Evaluatie van de wet» (T03372), gedaan aan het lid Jansen (SP) op 8 februari 2023, blijft.", "2023-02-08"),
        ("De toezegging die ik op 8 februari 2023 aan het lid Jansen (SP) deed, kom ik na.", "2023-02-08"),
        ("Mijn voorganger heeft uw Kamer op 8 februari 2023 toegezegd de cijfers te delen.", "2023-02-08"),
        ("Bij de behandeling van die wet op 8 februari 2023 (zie boven) heeft ondergetekende dat toegezegd.", "2023-02-08"),
        ("T03475, over drones, toegezegd op 8 februari 2023 aan het lid Jansen (SP): deels voldaan.", "2023-02-08"),
        ("Toezeggingen, gedaan tijdens het Algemeen Overleg Politie van 8 februari 2023, over drones in de stad", "2023-02-08"),
        ("De heer Jansen (SP) zou van mij de cijfers ontvangen van personen in Nederland.", ""),
        ("Mevrouw De Wit (D66) zou nog antwoord krijgen over de opvang van kinderen.", ""),
        ("Voorts heb ik het lid Jansen (SP) gezegd bij mijn collega te informeren naar drones.", ""),
        ("In het debat van 8 februari 2023 zei de Minister dat hij dit bij Defensie zou navragen.", "2023-02-08"),
    ],
)  # fmt: skip
def test_what_was_promised_before_is_told(text: str, day: str) -> None:
    """A promise of before is told in many words, with the day that stands with it."""
    assert [("reported", day)] == told(LETTER + text + SIGNED)


@pytest.mark.parametrize(
    "text",
    [
        "De leden vragen om de toezegging dat de wet wordt geëvalueerd.",
        "Wanneer komt het beloofde wetsvoorstel?",
        "De brief van 3 mei 2022 inzake afdoening toezegging over drones.",
        "De brief van 3 mei 2022 over uitvoering toezegging inzake drones.",
        "Mevrouw De Wit (D66) zou nog een kans krijgen.",
        "Ook zou ik graag met de politie de meldcode bespreken.",
        "Ik heb het lid Jansen (SP) gezegd wat de politie doet.",
        "Gelijktijdig met deze nota ontvangt u een nota van wijziging.",
        "Samen met deze brief ontvangt de Kamer het rapport.",
        "Uw Kamer heeft de toezegging gevraagd dat de politie wordt betrokken.",
        "Toezeggingen\n\nStatus: open. Toegezegd aan het lid Jansen (SP).",
        "Toezeggingen uit het commissiedebat Politie van 8 februari 2023\n\nReactie op het verzoek van het lid Jansen, gedaan "
        "tijdens de regeling van werkzaamheden van 9 februari 2023, over drones",
        "In verband met het reces ontvangt u deze brief nu.",
        "Thans zend ik u het verslag van de Raad.",
        "Hieronder treft u aan wat uw Kamer is toegestuurd.",
        "Bij brief van 29 januari 2023 is uw Kamer geïnformeerd over de wijze waarop dit wordt uitgevoerd.",
    ],
)
def test_what_tells_no_promise(text: str) -> None:
    """What is asked for, the place of a promise without its words, other letters, and what this letter brings."""
    assert [] == told(LETTER + text + SIGNED)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "In het debat van 8 februari 2023 heb ik een brief toegezegd. Die is verzonden. Het lid Jansen (SP) heeft de "
            "toezegging gekregen dat dit wordt bezien.",
            ["2023-02-08", "2023-02-08"],
        ),
        (
            "In het debat van 8 februari 2023 beloofde ik het lid Jansen (SP) een plan. Ook zou ik, op verzoek van de heer "
            "Jansen (SP), met de politie de meldcode bespreken.",
            ["2023-02-08", "2023-02-08"],
        ),
        (
            "Hieronder ga ik in op de opvolging van hetgeen in het debat van 8 februari 2023 is besproken. Dat was nuttig. Er "
            "is gewerkt.\n\nDrones\n\nMevrouw De Wit (D66) heb ik een feitenrelaas beloofd.",
            ["2023-02-08"],
        ),
        (
            "In het debat van 8 februari 2023 sprak de heer Jansen (SP) over drones. De Minister heeft toen ook toegezegd een "
            "plan te maken.",
            ["2023-02-08"],
        ),
        (
            "In het debat van 8 februari 2023 sprak ik over de opvolging van de heer Jansen.\n\nDrones\n\nMevrouw De Wit "
            "(D66) heb ik een feitenrelaas beloofd.",
            [""],
        ),
        (
            "In het debat van 8 februari 2023 is gesproken over drones. Dat was nuttig. Mevrouw De Wit (D66) heb ik tijdens "
            "het debat een feitenrelaas toegezegd.",
            ["2023-02-08"],
        ),
        (
            "In het debat van 8 februari 2023 heb ik een brief toegezegd. In mijn brief van 3 maart 2023 heb ik een "
            "onderzoek toegezegd.",
            ["2023-02-08", "2023-03-03"],
        ),
        (
            "In het debat van 8 februari 2023 heb ik een brief toegezegd.\n\nDrones\n\nMijn voorganger heeft het lid "
            "Jansen (SP) een onderzoek toegezegd.",
            ["2023-02-08", ""],
        ),
    ],
)
def test_a_promise_goes_on_in_the_debate_of_the_one_before(text: str, days: list[str]) -> None:
    """A promise near the last one is of its debate, unless it names another place or stands under another head."""
    assert days == [day for _, day in told(LETTER + text + SIGNED)]


@pytest.mark.parametrize(
    ("turn", "found"),
    [
        ("Mevrouw De Wit (D66):\nIn het debat van 8 februari 2023 zei de Minister dat zij dit zou navragen.", [("reported", "2023-02-08")]),
        ("Mevrouw De Wit (D66):\nDe Minister heeft in het commissiedebat van 3 mei 2022 toegezegd dit te bezien.", [("reported", "2022-05-03")]),
        ("Mevrouw De Wit (D66):\nIn het debat van 3 mei 2022 heeft zijn voorganger mij toegezegd dit te bezien.", [("reported", "2022-05-03")]),
        ("Mevrouw De Wit (D66):\nIn het debat van 3 mei 2022 is toegezegd dat de Kamer zou worden geïnformeerd.", [("reported", "2022-05-03")]),
        ("Mevrouw De Wit (D66):\nIn het debat van 3 mei 2022 is gevraagd of de Kamer zou worden geïnformeerd.", []),
        ("Mevrouw De Wit (D66):\nDe Minister heeft net toegezegd dat zij met een brief komt.", []),
        ("Mevrouw De Wit (D66):\nHeeft de Minister in het debat van 8 februari 2023 toegezegd dit na te vragen?", []),
        ("Mevrouw De Wit (D66):\nIn het debat van 8 februari 2023 zei de Minister dat de politie zou rapporteren.", []),
        ("Mevrouw De Wit (D66):\nIn het debat van 8 februari 2023 zei de Minister dat zij niemand zou ophalen, dus geen mensen.", []),
        ("De voorzitter:\nDe Minister heeft toegezegd de Kamer jaarlijks te informeren.", [("reported", "2023-03-15")]),
        ("De voorzitter:\nDe Minister laat de Kamer vóór 1 oktober informeren over drones.", [("new", "")]),
        ("De voorzitter:\nDan concludeer ik dat de Minister de Kamer een brief stuurt over drones.", [("new", "")]),
        ("De voorzitter:\nDe Minister gaat nu de vragen van de Kamer beantwoorden.", []),
        ("De voorzitter:\nDe Minister komt daar in tweede termijn op terug.", []),
        ("Minister De Bruin:\nOp die vraag kom ik in de tweede termijn van de begrotingsbehandeling terug.", [("new", "")]),
    ],
)  # fmt: skip
def test_promises_in_a_report(turn: str, found: list[tuple[str, str]]) -> None:
    """Members tell of earlier debates, the chair of what has just been promised."""
    assert found == told(REPORT.format(turn))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Openstaande toezeggingen\n\nT03401\nDe Minister zegt de Kamer, naar aanleiding van een vraag van het lid Jansen "
            "(SP), toe de effecten te monitoren.\nBron: plenair debat 15 februari 2022.\n\nT03402\nDe Minister van Financiën "
            "zegt, in antwoord op het lid Jansen (SP), toe een brief te sturen.\nBron: plenair debat 22 februari 2022.",
            ["2022-02-15", "2022-02-22"],
        ),
        (
            "Rappel toezeggingen\n\n· De Minister stuurt een brief over drones (AO drones 12-11-2022).\n\n· Kamer wordt hierover "
            "geïnformeerd (brief van 3 mei 2022).",
            ["2022-11-12", ""],
        ),
        (
            "Toezeggingen\n\nToezegging 1 (TZ202202-044)\nDe Minister zendt de Kamer een analyse.\nHerkomst: vragenuur 22 "
            "februari 2022. Toegezegd aan het lid Jansen (SP). Status: voldaan.",
            ["2022-02-22"],
        ),
        (
            "Toezeggingen\n\nInhoud: De Minister zal de Kamer informeren over drones\nOntstaan: commissiedebat van 8 maart "
            "2022\nTermijn: najaar\nStatus: open",
            ["2022-03-08"],
        ),
    ],
)
def test_lists_of_promises(text: str, days: list[str]) -> None:
    """Each entry of a list was promised where its own line says, if one does."""
    assert [("reported", day) for day in days] == told(LETTER + text + "\n")


@pytest.mark.parametrize(
    "text",
    [
        "In het commissiedebat van 9 februari 2023 deed de Minister de toezegging de cijfers te delen.",
        "Hiermee geef ik invulling aan de toezegging de cijfers te delen, gedaan in het commissiedebat van 9 februari 2023.",
        "Dit betreft de toezegging dat de Kamer de cijfers krijgt, die ik in het commissiedebat van 9 februari 2023 deed.",
        "Toezegging T03942 aan het lid De Wit (D66), gedaan in het commissiedebat van 9 februari 2023.",
        "Ik doel op de toezegging (T03401) die mijn ambtsvoorganger haar deed in het commissiedebat van 9 februari 2023.",
        "In het commissiedebat van 9 februari 2023 stelde ik een overzicht in het vooruitzicht.",
        "In het commissiedebat van 9 februari 2023 heb ik uw Kamer een overzicht aangekondigd.",
        "In het commissiedebat van 9 februari 2023 heb ik mij bereid verklaard u de cijfers te sturen.",
        "U ontvangt hierbij het in het commissiedebat van 9 februari 2023 toegezegde overzicht.",
        "Ik heb u op 9 februari 2023 meegedeeld dat ik de cijfers in maart zou doen toekomen.",
        "In mijn brief van 9 februari 2023 kondigde ik aan dat uw Kamer de cijfers zou ontvangen.",
        "De toezegging luidt dat de Kamer wordt geïnformeerd.",
        "Ik ben u nog een reactie verschuldigd op de vraag van het lid De Wit (D66).",
    ],
)
def test_promises_are_told_in_many_verbs(text: str) -> None:
    """A promise is told by its name, by what was done with it, and by verbs that only a debate makes a promise of."""
    assert [made.kind for made in account(text + SIGNED).commitments] == ["reported"]


@pytest.mark.parametrize(
    "text",
    [
        "De verdachte heeft beloofd mee te werken.",
        "Facebook heeft beloofd berichten sneller te verwijderen.",
        "De Turkse regering heeft toegezegd de verdachten uit te leveren.",
        "Turkije beloofde de grens te sluiten.",
        "De gemeente Utrecht heeft toegezegd de subsidie te beëindigen.",
        "De Syrische autoriteiten hebben toegezegd de kampen open te stellen.",
    ],
)
def test_what_others_promise_is_no_promise_to_a_chamber(text: str) -> None:
    """Who promises something and is no part of the government makes no commitment."""
    assert account(text + SIGNED).commitments == ()
