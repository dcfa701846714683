"""What a paper announces by a verb alone: something will begin, open, appear or be done by a time."""

from __future__ import annotations

import pytest

from link.factories import account

SIGNED = "\n\nDe Minister van Justitie en Veiligheid,\nA. de Wit\n"
HEAD = "30 821 Nationale Veiligheid\n\nNr. 185 {}\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "De screening vangt aan op 12 juni 2026.",
        "De voorhang vangt aan in het derde kwartaal van dit jaar.",
        "De volgende meting wordt in 2024 aangevangen.",
        "De voorlichting aan gemeenten begint in mei 2023.",
        "De consultatie start in het voorjaar van 2024.",
        "De pilot gaat in september 2023 van start.",
        "Het nieuwe loket gaat op 1 juli 2023 open.",
        "Het laboratorium opent in het najaar van 2023.",
        "De plenaire behandeling volgt begin 2024.",
        "De studie verschijnt voor de zomer.",
        "Het kabinet besluit in het derde kwartaal over het permanent maken van de wet.",
        "De herziening treedt per 1 juli 2025 in werking.",
        "De verlenging wordt voor het zomerreces van 2025 ingediend.",
        "De gemeente biedt in het eerste kwartaal van 2024 een training aan voor leraren.",
        "De dienst publiceert het volgende beeld in het najaar van 2023.",
        "De onderhandelingen moeten in januari 2024 aanvangen.",
        "De opleiding wordt in 2024 uitgebreid.",
        "De Commissie organiseert in mei 2024 een bijeenkomst.",
        "Een tweede plaatsing is op zijn vroegst per 1 juli 2024 te voorzien.",
        "De overdracht staat gepland voor het najaar van 2023.",
        "Ik verwacht het in het eerste kwartaal van 2026 bij uw Kamer in te dienen.",
        "De praktijktoets vangt op 1 november a.s. aan.",
        "De bezetting wordt met ingang van 1 januari 2024 uitgebreid.",
        "Afronding is voorzien begin 2024.",
        "De nieuwe werkwijze geldt vanaf 1 september 2023.",
        "Het kabinet dient in het voorjaar van 2024 een verlenging in.",
        "De dienst richt in 2024 een meldpunt in.",
        "De meldplicht zal per 1 mei 2024 volledig zijn ingevoerd.",
        "Het verdrag wordt in het eerste kwartaal van 2024 bij de Raad van State aanhangig gemaakt.",
        "Het voorzitterschap streeft naar een akkoord in juni 2023.",
        "Begin 2024 komt er een nieuw loket.",
        "Een doorrekening, te maken door het WODC, komt begin 2024 beschikbaar.",
        "De aanpassing ligt in het voorjaar van 2024 bij de Raad van State.",
        "Het jaarverslag van de dienst komt voor de zomer van 2024.",
        "De leidraad van de gemeenten komt begin 2024 uit.",
        "De richtlijn wordt in 2024 in de wet verwerkt.",
        "De overige vijf volgen tussen mei 2023 en juni 2024.",
        "De dienst neemt in 2024 een nieuw systeem in gebruik.",
        "De Commissie zal in mei 2023 een voorstel doen.",
        "De invoering vindt plaats in 2024.",
        "De leidraad is in mei 2023 beschikbaar.",
        "De inwerkingtreding is voorzien in het derde kwartaal van 2023.",
        "Het wetsvoorstel zend ik in mei 2023 aan de Raad van State.",
        "Met de gemeenten stel ik in mei 2023 een leidraad op.",
        "De derde meting wordt eind 2023 verwacht.",
        "Eind 2023 wordt de derde meting verwacht.",
        "De analyse wordt nog dit jaar verwacht.",
        "Dat is eind 2023 gereed.",
        "De resultaten komen medio 2024.",
        "De uitkomsten komen in het najaar van 2023.",
        "In november 2023 komt de Europese Commissie met een evaluatieverslag.",
        "De Europese Commissie verwacht begin 2024 een akkoord.",
        "De gemeenten verwachten een besluit in mei 2023.",
        "Het Europees Parlement stemt naar verwachting voor het einde van het jaar.",
        "De Eerste Kamer behandelt het wetsvoorstel op 14 april 2023.",
        "De inspectie stelt het vast in december 2023.",
        "De politie neemt deze vanaf 2024 op in haar jaarverslag.",
        "Een bijeenkomst wordt op 14 mei 2023 in Den Haag gehouden.",
        "De Raad van State heeft aangegeven op 30 juni 2023 het advies uit te brengen.",
        "De gemeenten hebben laten weten in juni 2023 te starten.",
        "De regeling, waarin gebieden worden aangewezen, gaat in het najaar naar de Raad van State.",
        "Het wetsvoorstel ligt dit najaar voor bij de Raad van State.",
        "Het ontwerpbesluit ligt in mei 2024 voor aan de Raad van State.",
        "Ik streef ernaar de wijziging van de wet in het najaar van 2023 bij uw Kamer in te dienen.",
        "Ik streef ernaar dat voorstel in het voorjaar van 2024 bij de Tweede Kamer aanhangig te maken.",
        "Het nieuwe loket zal naar verwachting begin 2024 operationeel zijn.",
        "Het systeem zal medio 2024 volledig operationeel zijn.",
        "De meldkamer zal per 1 mei 2024 volledig in bedrijf zijn.",
        "De dienst is naar verwachting in mei 2024 operationeel.",
        "Die commissie wordt voor 1 mei 2024 ingesteld.",
        "De werkgroep wordt uiterlijk 1 mei 2024 opgericht.",
        "De leidraad is naar verwachting in het eerste kwartaal van 2024 beschikbaar.",
        "De opleiding is naar verwachting in het eerste kwartaal van 2024 gereed.",
        "De antwoorden komen volgens de brief medio juli 2023.",
        "De reacties komen volgens de planning in het najaar van 2023.",
        "Het Europees Parlement zal naar verwachting in mei 2023 over het voorstel stemmen.",
        "De Eerste Kamer zal in mei 2023 over het wetsvoorstel stemmen.",
        "Het goedkeuringsvoorstel wordt naar verwachting in het najaa"
        "r van 2023 bij de Raad van State van het Koninkrijk aanhangig gemaakt.",
        "De brief is aangekondigd voor begin juli 2023.",
        "Bij brief van 16 maart 2023 is bericht dat het WODC het onderzoek in het vierde kwartaal van 2023 oplevert.",
        "De inspectie heeft gemeld dat zij het onderzoek in het vierde kwartaal van 2023 afrondt.",
        "De Commissie heeft laten weten dat zij in juni 2023 een voorstel indient.",
    ],
)
def test_what_will_take_place_is_announced(text: str) -> None:
    """Whatever it is, with a verb that says it will take place and a later time it is announced."""
    assert len(account(text + SIGNED).announcements) == 1


@pytest.mark.parametrize(
    "text",
    [
        "De screening ving aan op 12 juni 2022.",
        "Indien de screening in 2026 aanvangt, vervalt de regeling.",
        "De pilot gaat in september 2023 niet van start.",
        "De Kamer wil dat de pilot in september 2023 start.",
        "De pilot kan in september 2023 worden gestart.",
        "Wanneer start de pilot, in september 2023?",
        "De wet is in werking getreden en geldt tot 1 maart 2027.",
        "De in het opschrift genoemde wetten treden in werking met ingang van 1 mei 2023.",
        "In artikel II wordt «1 maart 2027» gewijzigd in «1 maart 2025».",
        "Hieruit volgt dat de termijn op 1 maart 2027 verstrijkt.",
        "De termijn loopt tot 1 maart 2027.",
        "De zitting bij de rechtbank is voorzien op 29 september 2023.",
        "De eindstemming in het Parlement is gepland voor mei 2023.",
        "De aanvraag dient in mei 2023 te zijn ingediend.",
        "Het besluit wordt met ingang van 1 mei 2023 gewijzigd.",
        "De Raad brengt in mei 2023 verslag uit.",
        "De eis geldt tot 1 mei 2024.",
        "Dat is het plan tot 1 maart 2027.",
        "Over de moties wordt op 21 maart 2023 gestemd.",
        "Ik stel voor volgende week te stemmen over het wetsvoorstel.",
        "Hierbij bieden wij u de agenda aan voor de Raad van 10 oktober 2023.",
        "Voor 2025 is 6,8 miljoen euro beschikbaar.",
        "De motie vervalt op 12 december 2023.",
        "De brief dient ter voorbereiding van het debat dat op 20 mei 2023 is voorzien.",
        "Voor dit jaar geldt dat tot 1 december 2023 in twee zaken een besluit is genomen.",
        "In 2024 worden meer reizigers verwacht.",
        "Van gemeenten wordt in 2024 meer inzet verwacht.",
        "De vrouw wordt op 19 november 2023 in Amsterdam verwacht.",
        "De politie verwacht in 2024 meer reizigers.",
        "Het debat wordt op 20 mei 2023 gehouden.",
        "De resultaten komen in de buurt van die van 2024.",
        "Daarnaast wordt op 23 september 2023 een hoorzitting gehouden.",
        "Afgesproken is dat aanvragen voor 2024 uiterlijk 15 oktober 2023 worden ingediend.",
        "Aanmeldingen worden uiterlijk 1 mei 2023 ontvangen.",
        "Het zal in 2024 zo zijn.",
        "De dienst zal in 2024 honderd medewerkers hebben.",
        "De regeling, die vervolgens wordt besproken, geldt tot 1 mei 2024.",
    ],
)
def test_what_is_no_announcement(text: str) -> None:
    """What has begun, depends on something, is denied, asked or the text of a law, and terms that only last."""
    assert account(text + SIGNED).announcements == ()


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("MOTIE VAN HET LID JANSEN", "De Kamer,\n\noverwegende dat het zo is,\n\nDe pilot start in mei 2024."),
        ("VERSLAG VAN EEN COMMISSIEDEBAT", "Mevrouw De Wit (D66):\nVoorzitter. De pilot start in mei 2024."),
    ],
)
def test_who_asks_announces_nothing(head: str, words: str) -> None:
    """A motion, and a member who speaks, have no plans to carry out."""
    assert account(HEAD.format(head) + words + "\n").announcements == ()


def test_a_minister_announces_aloud() -> None:
    """A member of the government who speaks in a debate announces as a letter does."""
    text = (
        HEAD.format("VERSLAG VAN EEN COMMISSIEDEBAT")
        + "Minister De Bruin:\nDank. De screening vangt aan in mei 2024.\n"
    )

    assert [found.text for found in account(text).announcements] == ["De screening vangt aan in mei 2024"]
