"""Debates by kind, topic and day."""

from __future__ import annotations

from datetime import date

import pytest

from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.model.mentions import DebateReference
from extract.factories import document
from link.factories import GAZETTEER


def read(text: str) -> list[tuple[str, str]]:
    """What is found in a text: kind and topic."""
    found = read_mentions(document(text), scanner(GAZETTEER))
    return [(m.value.kind, m.value.topic) for m in found if isinstance(m.value, DebateReference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("het commissiedebat terrorisme van 26 januari 2022", [("commissiedebat", "terrorisme")]),
        ("het Tweeminuten-debat over integriteit met uw Kamer op 24 mei 2023", [("tweeminutendebat", "integriteit")]),
        (
            "In het debat met de vaste commissie voor Justitie over integriteit op 9 mei 2023",
            [("commissiedebat", "integriteit")],
        ),
        ("Commissiedebat NCTV (14 maart 2024)", [("commissiedebat", "NCTV")]),
        ("CD Terrorisme, 7 februari 2024", [("commissiedebat", "Terrorisme")]),
        ("AO JBZ-Raad 7 juni 2021", [("algemeen overleg", "JBZ-Raad")]),
        ("Debat: Commissiedebat NCTV van 8 februari 2024", [("commissiedebat", "NCTV")]),
        ("In het debat met de vaste commissie op 9 mei 2019", [("algemeen overleg", "")]),
        ("Activiteit: Commissiedebat\n\nDatum: donderdag 13 april 2023\n", [("commissiedebat", "")]),
        ("Bron: plenair debat 23 juni 2020, Handelingen", [("plenair debat", "")]),
        ("Herkomst: vragenuur 11 maart 2025", [("vragenuur", "")]),
        ("een brief over drones (AO integratie 12-11-2014)", [("algemeen overleg", "integratie")]),
        ("het rondetafelgesprek over drones (25 februari 2015)", [("rondetafelgesprek", "drones")]),
        ("het VAO Omgevingsrecht", [("VAO", "Omgevingsrecht")]),
        ("het dertigledendebat over drones aangevraagd door Bos", [("dertigledendebat", "drones")]),
        ("Notaoverleg plannen op maandag 19 mei 2025", [("notaoverleg", "")]),
        ("het wetgevingsoverleg Drones in juni", [("wetgevingsoverleg", "Drones")]),
        ("Nog te plannen: Commissiedebat Drones; een brief", [("commissiedebat", "Drones")]),
        ("het notaoverleg Drones uit 2019 en het WGO", [("notaoverleg", "Drones")]),
        ("Het debat over drones kan plaatsvinden op 3 mei 2022", [("plenair debat", "drones")]),
        ("het wetgevingsoverleg politie (28 november 2022)", [("wetgevingsoverleg", "politie")]),
        ("de interpellatie-Bos van 4 juli 2018", [("interpellatiedebat", "Bos")]),
        ("het SO JBZ-Raad van 24 mei 2023", [("schriftelijk overleg", "JBZ-Raad")]),
        ("schriftelijk overleg Informele JBZ-Raad van 3 mei 2023", [("schriftelijk overleg", "Informele JBZ-Raad")]),
        ("het beleidsdebat over de rechtsstaat van 14 mei 2024", [("plenair debat", "rechtsstaat")]),
        ("de behandeling van de Wet open havens op 3 mei 2022", [("plenair debat", "Wet open havens")]),
        (
            "de behandeling van de Uitvoeringswet online havens (36 138) op 3 mei 2022",
            [("plenair debat", "Uitvoeringswet online havens")],
        ),
        ("de behandeling van het wetsvoorstel op 3 mei 2022", [("plenair debat", "wetsvoorstel")]),
        ("de behandeling van de begroting van Defensie op 3 mei 2022", [("plenair debat", "begroting van Defensie")]),
        ("plenaire behandeling van de Havenwet op 3 mei 2022", [("plenair debat", "Havenwet")]),
        ("Welkom bij het commissiedebat over reizen.", [("commissiedebat", "reizen")]),
        ("die bij het debat over de branden is ingediend", [("plenair debat", "branden")]),
        ("TMD 11 maart 2025", [("tweeminutendebat", "")]),
        ("Aan de orde is de voortzetting van het wetgevingsoverleg Politie.", [("wetgevingsoverleg", "Politie")]),
        (
            "10.15 uur – debat over jihadisme met de minister van JenV",
            [("plenair debat", "jihadisme")],
        ),
        ("Op 3 mei 2022 vond een schriftelijk overleg plaats", [("schriftelijk overleg", "")]),
        ("de regeling van werkzaamheden van 3 mei 2022", [("ordedebat", "")]),
        ("om een debat tijdens de Regeling van werkzaamheden van 3 mei 2022", [("ordedebat", "")]),
        (
            "om het debat over de gang van zaken in het onderwijs van 3 mei 2022",
            [("plenair debat", "gang van zaken in het onderwijs")],
        ),
        ("de technische briefing door de NCTV op 3 mei 2022", [("technische briefing", "")]),
        ("bij de algemene beraadslaging van 3 mei 2022", [("plenair debat", "")]),
        ("tijdens de APB van 21 september 2022", [("plenair debat", "")]),
        ("(plenair debat, 25 april 2023)", [("plenair debat", "")]),
        ("Het notaoverleg Evaluatie Wiv is geannuleerd", [("notaoverleg", "Evaluatie Wiv")]),
        ("agenderen voor het CD Terrorisme voor het zomerreces", [("commissiedebat", "Terrorisme")]),
        ("om het AO Politie te verplaatsen naar juni", [("algemeen overleg", "Politie")]),
        ("verzoek om een technische briefing over het datalek", [("technische briefing", "datalek")]),
        (
            "Ik wil een debat met de Minister-President over terreur in Europa, en",
            [("plenair debat", "terreur in Europa")],
        ),
        ("Ik vraag een debat aan over drones.", []),
        ("Ik verzoek om een debat over drones.", [("plenair debat", "drones")]),
        ("– Debat over het intrekken van paspoorten (aangevraagd)", [("plenair debat", "intrekken van paspoorten")]),
        ("Er is een VAO aangevraagd, met als eerste spreker", [("VAO", "")]),
        ("Dan vraag ik een tweeminutendebat aan.", [("tweeminutendebat", "")]),
        ("En mijn tweeminutendebat, voorzitter?", [("tweeminutendebat", "")]),
        ("Ik wil graag een tweeminutendebat.", [("tweeminutendebat", "")]),
        ("Dan verzoek ik om een VSO.", [("VSO", "")]),
        ("Daarmee noteer ik een VAO, met als eerste spreker", [("VAO", "")]),
        ("Er komt een tweeminutendebat, aangevraagd door Bos", [("tweeminutendebat", "")]),
        ("Er wordt een VSO ingepland.", [("VSO", "")]),
        ("in de interpellatie-Bos over drones dat", [("interpellatiedebat", "Bos over drones")]),
        ("de interpellatie van het lid Bos over drones", [("interpellatiedebat", "drones")]),
        ("Aan de orde is een commissiedebat over extremisme, online.", [("commissiedebat", "extremisme")]),
        ("Vandaag is aan de orde het debat over drones.", [("plenair debat", "drones")]),
        ("Ik sluit dit commissiedebat over drones.", [("commissiedebat", "drones")]),
        ("Ik open dit algemeen overleg over drones boven zee.", [("algemeen overleg", "drones boven zee")]),
        ("Ik heropen het wetgevingsoverleg over de drones.", [("wetgevingsoverleg", "drones")]),
        ("Ik schors hierbij het notaoverleg over wapens.", [("notaoverleg", "wapens")]),
        ("Desgewenst betrekken bij het plenaire debat over wapens (nog niet gepland)", [("plenair debat", "wapens")]),
        ("Agenderen voor een nog te plannen schriftelijk overleg over wapens.", [("schriftelijk overleg", "wapens")]),
        (
            "Geagendeerd voor het schriftelijk overleg informele Milieuraad (inbreng",
            [("schriftelijk overleg", "informele Milieuraad")],
        ),
        ("Toevoegen aan het eerstvolgende commissiedebat Drones.", [("commissiedebat", "Drones")]),
        ("Besluit: betrokken bij het algemeen overleg over wapens.", [("algemeen overleg", "wapens")]),
        ("zal verzoeken om een technische briefing door de AIVD en de NCTV", [("technische briefing", "")]),
        ("Er komt nog een technische briefing van de AIVD, hoor ik", [("technische briefing", "")]),
        ("De commissie krijgt ook een technische briefing van het WODC", [("technische briefing", "")]),
        (
            "het VAO Milieuraad en bij het debat over drones; het VAO Sekten (AO 3 mei 2022)",
            [("VAO", "Milieuraad"), ("VAO", "Sekten"), ("algemeen overleg", "")],
        ),
    ],
)
def test_reads(text: str, expected: list[tuple[str, str]]) -> None:
    """Those with whom the debate was held are no part of its topic."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Op 3 mei 2022 vond een schriftelijk overleg plaats.", "schriftelijk overleg", "2022-05-03"),
        ("Op 30 maart 2022, 17.00 uur, is er een besloten technische briefing in plaats van op 13/4", "technische briefing",
         "2022-03-30"),
        ("Jansen heeft op 16 februari 2022 in het commissiedebat ISIS gezegd", "commissiedebat", "2022-02-16"),
        ("Dinsdag 10 mei 2022\n14.00 uur Vragenuur\nStemmingen\n", "vragenuur", "2022-05-10"),
        ("Dinsdag 10 mei 2022\n\nPlenair debat over jihadisme\n\nStemmingen", "plenair debat", "2022-05-10"),
        ("Dinsdag 10 mei 2022\n14.00 uur – mondelinge vragenuur\n15.00 uur – stemmingen\n", "vragenuur", "2022-05-10"),
        ("Woensdag 11 mei 2022\n10.15 uur – debat over de politie\n", "plenair debat", "2022-05-11"),
        ("Donderdag 12 mei 2022, 10.00 – 12.00 uur: commissiedebat Politie", "commissiedebat", "2022-05-12"),
        ("Het notaoverleg Sekten vindt plaats op 10 mei 2022", "notaoverleg", "2022-05-10"),
        ("het tweeminutendebat dat op 10 mei 2022 plaatsvond", "tweeminutendebat", "2022-05-10"),
        ("Op 10 mei 2022 sprak ik met uw Kamer tijdens het vragenuur", "vragenuur", "2022-05-10"),
        ("Op 3 mei 2022 heb ik tijdens het commissiedebat gezegd", "commissiedebat", "2022-05-03"),
        ("Bos heeft op 3 mei 2022 met uw Kamer gesproken, in het algemeen overleg Asiel.", "algemeen overleg",
         "2022-05-03"),
        ("Dit is op 3 mei 2022 besproken, bij het commissiedebat Drones.", "commissiedebat", "2022-05-03"),
        ("Op 3 mei 2022 is hierover van gedachten gewisseld in het notaoverleg Drones", "notaoverleg", "2022-05-03"),
        ("Dinsdag 3 mei 2022\n15.00 uur\n- Regeling van werkzaamheden", "ordedebat", "2022-05-03"),
        ("Dinsdag 3 mei 2022\n\n• Procedurevergadering", "procedurevergadering", "2022-05-03"),
        ("Dinsdag 3 mei 2022\n- Technische briefing door de MIVD", "technische briefing", "2022-05-03"),
        ("Dinsdag 3 mei 2022\n- Interpellatie-Bos over drones", "interpellatiedebat", "2022-05-03"),
        ("gedaan: 11-06-2019 Wetgevingsoverleg", "wetgevingsoverleg", "2019-06-11"),
        ("het mondeling overleg van 29 maart 2022", "mondeling overleg", "2022-03-29"),
        ("Commissiedebat Terrorisme (donderdag 3 februari 2022, 10.00–13.00 uur)", "commissiedebat", "2022-02-03"),
        ("Op 3 mei 2022 is in het debat over drones gevraagd", "plenair debat", "2022-05-03"),
        ("Overzicht\n03-05-2022 10.00 - 14.00 Wetgevingsoverleg Drones", "wetgevingsoverleg", "2022-05-03"),
        ("03-05-2022 Commissiedebat JBZ-Raad van 12-13 juni 2022", "commissiedebat", "2022-05-03"),
        ("TMD Extremisme (13/9)", "tweeminutendebat", "2014-09-13"),
        ("Het op 3 mei 2022 gehouden commissiedebat", "commissiedebat", "2022-05-03"),
        ("In het op 3 mei 2022 gevoerde debat is dit gezegd", "plenair debat", "2022-05-03"),
        ("Op 3 mei 2022 voerde ik met uw Kamer een debat over drones", "plenair debat", "2022-05-03"),
        ("Het commissiedebat Drones is gepland voor 3 mei 2022", "commissiedebat", "2022-05-03"),
        ("ingediend op 3 mei 2022 in het tweeminutendebat Drones", "tweeminutendebat", "2022-05-03"),
        ("03-05-2022\tBos (SP)\tIn het AO Drones is een brief toegezegd", "algemeen overleg", "2022-05-03"),
        ("Wij hebben op 9 mei 2022 een commissiedebat Terrorisme staan", "commissiedebat", "2022-05-09"),
        ("De commissie houdt een commissiedebat\n\nop: woensdag 12 juni 2024\ntijd: 10.00 uur", "commissiedebat",
         "2024-06-12"),
        ("Aan de orde is het tweeminutendebat Terrorisme.", "tweeminutendebat", "2014-09-18"),
        ("Aan de orde is het debat over de aanpak van jihadisme.", "plenair debat", "2014-09-18"),
        ("ingediend bij het tweeminutendebat Terrorisme,\n\nte weten\n\n(Zie vergadering van 9 juni 2014.)",
         "tweeminutendebat", "2014-06-09"),
        ("betrekken bij het wetgevingsoverleg over 36 377.", "wetgevingsoverleg", ""),
        ("verzoek om een rondetafelgesprek over radicalisering", "rondetafelgesprek", ""),
        ("Daarnaast wordt op 3 mei 2022 een hoorzitting gehouden.", "hoorzitting", "2022-05-03"),
        ("Daarover vindt op 3 mei 2022 een commissiedebat plaats.", "commissiedebat", "2022-05-03"),
        ("Er werd op 3 mei 2022 een rondetafelgesprek met burgers georganiseerd.", "rondetafelgesprek", "2022-05-03"),
        ("De Kamer hield op 3 mei 2022 een rondetafelgesprek over drones", "rondetafelgesprek", "2022-05-03"),
        ("De commissie organiseerde op 3 mei 2022 een hoorzitting", "hoorzitting", "2022-05-03"),
        ("Op 3 mei 2022 hebben wij het commissiedebat Drones.", "commissiedebat", "2022-05-03"),
        ("Op 3 mei 2022 staat het notaoverleg Drones gepland", "notaoverleg", "2022-05-03"),
        ("op 3 mei 2022 bij de plenaire behandeling van de Havenwet", "plenair debat", "2022-05-03"),
        ("Op 3 mei 2022 heeft hij in de algemene beraadslaging gezegd", "plenair debat", "2022-05-03"),
    ],
)  # fmt: skip
def test_finds_the_day_beside_a_debate(text: str, kind: str, day: str) -> None:
    """The day may stand before the debate, or in the proceedings be that of the meeting named or of the report."""
    made = document(text, date(2014, 9, 18), "h-tk-20142015-2-3")
    found = [m.value for m in read_mentions(made, scanner(GAZETTEER)) if isinstance(m.value, DebateReference)]

    assert [(value.kind, value.reading.edtf if value.reading else "") for value in found] == [(kind, day)]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Gedaan op: plenair debat, 3 mei 2022 (Handelingen I 2021/22)", "plenair debat", "2022-05-03"),
        ("Gedaan op: plenaire behandeling, 3 mei 2022", "plenair debat", "2022-05-03"),
        ("Toegezegd tijdens: algemene beraadslaging, 3 mei 2022", "plenair debat", "2022-05-03"),
        ("Datum en debat: debat, 3 mei 2022", "plenair debat", "2022-05-03"),
        ("Gedaan in: het mondeling overleg 3 mei 2022", "mondeling overleg", "2022-05-03"),
        ("Datum toezegging: 3 mei 2022, plenair debat. Status: open, brief van 4 mei 2023.", "plenair debat",
         "2022-05-03"),
        ("Datum: 3 mei 2022 – plenaire behandeling", "plenair debat", "2022-05-03"),
        ("Gedaan op: 3 mei 2022, tijdens de plenaire behandeling", "plenair debat", "2022-05-03"),
        ("Gedaan op 3 mei 2022 (mondeling overleg)", "mondeling overleg", "2022-05-03"),
        ("Datum: 3 mei 2022\nDebat: plenaire behandeling", "plenair debat", "2022-05-03"),
        ("Soort debat: plenair debat\nDatum toezegging: 3 mei 2022", "plenair debat", "2022-05-03"),
        ("T01234\t3 mei 2022\tplenair debat\tEen brief", "plenair debat", "2022-05-03"),
        ("T01234\tplenair debat\t3 mei 2022\tEen brief", "plenair debat", "2022-05-03"),
        ("| T01234 | 3 mei 2022 | plenair debat | 4 mei 2022 |", "plenair debat", "2022-05-03"),
        ("| T01234 | plenair debat | 3 mei 2022 | Een brief |", "plenair debat", "2022-05-03"),
        ("| Een brief | plenaire behandeling, 3 mei 2022 | open |", "plenair debat", "2022-05-03"),
        ("Motie Bos\tPlenaire behandeling 35917 (03-05-2022)\tUitgevoerd", "plenair debat", "2022-05-03"),
        ("Motie Bos\tWGO 36 377, 3 mei 2022", "wetgevingsoverleg", "2022-05-03"),
        ("- commissie voor Defensie, wetgevingsoverleg jaarverslagen, 3 mei 2022", "wetgevingsoverleg", "2022-05-03"),
        ("- rondetafelgesprek drones en wapens, 3 mei 2022 (besloten)", "rondetafelgesprek", "2022-05-03"),
        ("Datum debat: Debat over de opvang van wolven, 3-5-2022.", "plenair debat", "2022-05-03"),
        ("Motie van het lid Bos\nDebat branden Spanje en Italië, 3 mei 2022 (29 754, nr. 5)", "plenair debat",
         "2022-05-03"),
        ("- Debat over wolven in het bos (3 mei 2022)", "plenair debat", "2022-05-03"),
        ("Bron: Spoeddebat inzake de wolven op de hei, 3 mei 2022", "plenair debat", "2022-05-03"),
        ("Gegevens: datum toezegging 3 mei 2022; plenair debat; Handelingen", "plenair debat", "2022-05-03"),
        ("datum motie 3 mei 2022; algemene beraadslaging; open", "plenair debat", "2022-05-03"),
        ("Datum toezegging 3 mei 2022, mondeling overleg; deadline 4 mei 2023", "mondeling overleg", "2022-05-03"),
    ],
)  # fmt: skip
def test_reads_rows_of_lists_and_tables(text: str, kind: str, day: str) -> None:
    """Labels, cells and lines part a kind from its day where a sentence would have words between them."""
    found = [m.value for m in read_mentions(document(text), scanner(GAZETTEER)) if isinstance(m.value, DebateReference)]

    assert [(value.kind, value.reading.edtf if value.reading else "") for value in found] == [(kind, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Op 3 mei 2022, plenair debat of niet, ging hij", "Datum: 3 mei 2022, het plenair debat volgt",
        "Datum: 3 mei 2022\nDebat: volgt nog", "| Plenair debat | een brief van 3 mei 2022 |",
        "plenair debat\topen\t3 mei 2022", "| plenair debat | open | 3 mei 2022 |", "de datum: debat, 3 mei 2022",
        "De behandeling, 3 mei 2022, verliep goed",
    ],
)  # fmt: skip
def test_leaves_rows_whose_day_is_of_something_else(text: str) -> None:
    """A day in a cell further on, or behind other words, is not that of the debate."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Handelingen II 2013/14, nr. 9, item 6\n\nAan de orde is het debat over drones.", "2014-09-18"),
        ("Handelingen II 2013/14, nr. 9, item 6, gaat over drones.\n\nAan de orde is het debat over drones.", ""),
        ("Tweede Kamer, 14de vergadering, dinsdag\n\nAan de orde is het debat over drones.", "2014-09-18"),
        ("Drones\n\nAan de orde is het debat over drones.", "2014-09-18"),
        ("Brief\n\nHandelingen II 2013/14, nr. 9, item 6\n\nAan de orde is het debat over drones.", ""),
    ],
)
def test_a_text_that_opens_as_proceedings_is_of_its_day(text: str, day: str) -> None:
    """An item of the proceedings is known by its first line too, where its name does not tell it."""
    made = document(text, date(2014, 9, 18), "item-6")
    found = [m.value for m in read_mentions(made, scanner(GAZETTEER)) if isinstance(m.value, DebateReference)]

    assert [(value.kind, value.reading.edtf if value.reading else "") for value in found] == [("plenair debat", day)]


@pytest.mark.parametrize(
    "text",
    [
        "behandeling van de aanvraag op 3 mei 2022", "de behandeling van zijn beroep op 3 mei 2022",
        "de schriftelijke behandeling van het wetsvoorstel op 3 mei 2022", "behandeling van die wet op 3 mei 2022",
        "het wetsvoorstel is op 3 mei 2022 in behandeling", "14.00 uur: Mondelinge vragen", "Ik wil een debat over met Bos",
        "Dinsdag 3 mei 2022\n14.00 uur Mondelinge vragen", "Op 3 mei 2022\nRegeling van werkzaamheden", "het debat over de nota (Kamerstuk 29 754, nr. 5) van 3 mei 2022",
        "in dit debat zei hij", "na overleg met de politie", "een woondebat op 3 mei 2022",
        "Op 3 mei 2022 zei ik iets. Het commissiedebat", "het debat over jihadisme",
        "3 mei 2022\n\nPlenair debat\n\nIk sprak u.", "Dinsdag 3 mei 2022\n\nEr was een plenair debat over drones.",
        "schriftelijk overleg inzake de JBZ-Raad van 13 juni 2024", "na een debat over drones", "een AO Politie",
        "Regeling van werkzaamheden\n\nDe voorzitter:", "Er is een VAO", "om 9.00 uur CD speler", "een interpellatie",
        "Ik dank voor het debat over drones", "- Regeling van werkzaamheden", "Dinsdag 3 mei 2022\n- Stemmingen\n\nLater\n- Begrotingsbehandeling Justitie",
        "Op 3 mei 2022 stuurde ik een brief, in het AO",
        "wordt bij de behandeling van de Wet open havens ontraden en op 3 mei 2022 verworpen",
        "het commissiedebat wordt verplaatst van 3 mei 2022", "Op 3 mei 2022 stuurde ik een brief over het commissiedebat",
        "het debat over de brief van 3 mei 2022", "In het debat, 3 mei 2022, zei ik", "Op 3 mei 2022 het commissiedebat",
        "Er wordt op 3 mei 2022 een hoorzitting aangevraagd", "Na een wetgevingsoverleg Wonen",
        "Op 3 mei 2022 hebben wij een brief over het commissiedebat", "een technische briefing van gisteren",
        "datum brief 3 mei 2022; plenair debat", "een notaoverleg Wonen", "Dinsdag 3 mei 2022\n– debat over drones", "tmd 11 maart 2025 en de orde",
        "Dinsdag 3 mei 2022\nEr is om 14.00 uur na het debat over drones iets", "voortzetting van het wetgevingsoverleg",
    ],
)  # fmt: skip
def test_leaves_alone(text: str) -> None:
    """Talk of debates is no debate."""
    assert read(text) == []
