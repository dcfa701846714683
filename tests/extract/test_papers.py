"""References to Kamerstukken: every form that papers print, and what only looks like one."""

from __future__ import annotations

import pytest

from ctgraph.extract.papers import TRIGGERS, find_papers
from ctgraph.model.gazetteer import DossierSeries, Gazetteer
from ctgraph.model.mentions import Mention, PaperReference
from extract.factories import page


def found(text: str, identifier: str = "kst-99999-1") -> list[tuple[Mention, PaperReference]]:
    """The mentions in a text, each with its value."""
    mentions = list(find_papers(page(text, triggers=(TRIGGERS,), identifier=identifier)))
    return [(mention, mention.value) for mention in mentions if isinstance(mention.value, PaperReference)]


def read(text: str) -> list[tuple[str, ...]]:
    """What was found: the words, then the ids."""
    return [(text[mention.start : mention.end], *value.ids) for mention, value in found(text)]


FULL: list[tuple[str, list[tuple[str, ...]]]] = [
    ("(Kamerstuk 29 754, nr. 645)", [("Kamerstuk 29 754, nr. 645", "kst-29754-645")]),
    ("Zie Kamerstuk 29754, nr. 645.", [("Kamerstuk 29754, nr. 645", "kst-29754-645")]),
    ("Kamerstuk 29\u00a0754, nr.\u00a0645", [("Kamerstuk 29\u00a0754, nr.\u00a0645", "kst-29754-645")]),
    ("Kamerstuk 29754,nr.645 is", [("Kamerstuk 29754,nr.645", "kst-29754-645")]),
    ("Kamerstuk 29 754 nr 645 is", [("Kamerstuk 29 754 nr 645", "kst-29754-645")]),
    ("Kamerstuk 29 754 , nr. 645", [("Kamerstuk 29 754 , nr. 645", "kst-29754-645")]),
    ("KAMERSTUK 29 754, NR. 645", [("KAMERSTUK 29 754, NR. 645", "kst-29754-645")]),
    ("Kst. 29 754, nr. 645", [("Kst. 29 754, nr. 645", "kst-29754-645")]),
    ("Kamerstuknummer 29 754, nr. 645", [("Kamerstuknummer 29 754, nr. 645", "kst-29754-645")]),
    ("Kamerstukken II 29 754, nr. 645, p. 3", [("Kamerstukken II 29 754, nr. 645", "kst-29754-645")]),
    ("Kamerstuk 35 000 VI, nr. 112, blz. 4.", [("Kamerstuk 35 000 VI, nr. 112", "kst-35000-VI-112")]),
    ("Kamerstuk 36 410-VII, nr. 3", [("Kamerstuk 36 410-VII, nr. 3", "kst-36410-VII-3")]),
    ("Kamerstuk 36 410 IIB, nr. 2", [("Kamerstuk 36 410 IIB, nr. 2", "kst-36410-IIB-2")]),
    ("Kamerstuk 35 925 A, nr. 9", [("Kamerstuk 35 925 A, nr. 9", "kst-35925-A-9")]),
    ("Kamerstuk 34 775, VI, T.", [("Kamerstuk 34 775, VI, T", "kst-34775-VI-T")]),
    ("Kamerstukken I 2019/20, 35 228, B en", [("Kamerstukken I 2019/20, 35 228, B", "kst-35228-B")]),
    ("Kamerstukken I 2019/20, 35 228, B en C.", [
        ("Kamerstukken I 2019/20, 35 228, B en C", "kst-35228-B", "kst-35228-C"),
    ]),
    ("Kamerstuk 36867-A", [("Kamerstuk 36867-A", "kst-36867-A")]),
    ("Kamerstuk 35228-I", [("Kamerstuk 35228-I", "kst-35228-I")]),
    ("Kamerstukken II 2014/15, 29 754, nr. 308", [("Kamerstukken II 2014/15, 29 754, nr. 308", "kst-29754-308")]),
    ("Kamerstukken II, vergaderjaar 2021–2022, 29 754, nr. 645 en 646.", [
        ("Kamerstukken II, vergaderjaar 2021–2022, 29 754, nr. 645 en 646", "kst-29754-645", "kst-29754-646"),
    ]),
    ("Kamerstukken II 2003/04, 29754, 5, p. 3", [("Kamerstukken II 2003/04, 29754, 5", "kst-29754-5")]),
    ("Kamerstukken II 1981, 17 041, nr. 3", [("Kamerstukken II 1981, 17 041, nr. 3", "kst-17041-3")]),
    ("Kamerstuk 33 440-(R1990), nr. 10", [("Kamerstuk 33 440-(R1990), nr. 10", "kst-33440-10")]),
    ("Kamerstuk 29 754, nr. 659, was nr. 655)", [("Kamerstuk 29 754, nr. 659", "kst-29754-659")]),
    ("Kamerstuk 30111-108) - 30111-109", [
        ("Kamerstuk 30111-108", "kst-30111-108"), ("30111-109", "kst-30111-109"),
    ]),
    ("(EK 34 356, H)", [("EK 34 356, H", "kst-34356-H")]),
    ("Zie EK 2023/24, 36225, H.", [("EK 2023/24, 36225, H", "kst-36225-H")]),
    ("Zie TK 2023–2024, 29 754, nr. 645.", [("TK 2023–2024, 29 754, nr. 645", "kst-29754-645")]),
    ("Zie TK 29 754, nr. 645.", [("TK 29 754, nr. 645", "kst-29754-645")]),
    ("TK 2021–2022, 29 754, nr. 645.", [("TK 2021–2022, 29 754, nr. 645", "kst-29754-645")]),
    ("(Kamerstukken II, 29 754, 645)", [("Kamerstukken II, 29 754, 645", "kst-29754-645")]),
    ("Kamerstuk 21 501-20, nr. 1319", [("Kamerstuk 21 501-20, nr. 1319", "kst-21501-20-1319")]),
]  # fmt: skip

LISTS: list[tuple[str, list[tuple[str, ...]]]] = [
    ("Kamerstukken 29 754, nrs. 5-8 en op", [
        ("Kamerstukken 29 754, nrs. 5-8", "kst-29754-5", "kst-29754-6", "kst-29754-7", "kst-29754-8"),
    ]),
    ("Kamerstukken 29 754, nrs. 5 t/m 7.", [
        ("Kamerstukken 29 754, nrs. 5 t/m 7", "kst-29754-5", "kst-29754-6", "kst-29754-7"),
    ]),
    ("Kamerstukken II 2003/04, 27 925, nrs. 12 en 13. Zie", [
        ("Kamerstukken II 2003/04, 27 925, nrs. 12 en 13", "kst-27925-12", "kst-27925-13"),
    ]),
    ("Kamerstuk 29 754, nrs. 5, 6 en 9 van", [
        ("Kamerstuk 29 754, nrs. 5, 6 en 9", "kst-29754-5", "kst-29754-6", "kst-29754-9"),
    ]),
    ("Kamerstuk 29 754, nr. 5 en nr. 9", [("Kamerstuk 29 754, nr. 5 en nr. 9", "kst-29754-5", "kst-29754-9")]),
    ("Kamerstuk 29 754, nr. 5 en 35 917, nr. 14", [
        ("Kamerstuk 29 754, nr. 5", "kst-29754-5"), ("35 917, nr. 14", "kst-35917-14"),
    ]),
    ("Kamerstuk 29754, nrs. 12, 13 en 27 925, nr. 3", [
        ("Kamerstuk 29754, nrs. 12, 13", "kst-29754-12", "kst-29754-13"), ("27 925, nr. 3", "kst-27925-3"),
    ]),
    ("Kamerstuk 29 754, nr. 5; Kamerstuk 29 754, nr. 6", [
        ("Kamerstuk 29 754, nr. 5", "kst-29754-5"), ("Kamerstuk 29 754, nr. 6", "kst-29754-6"),
    ]),
    ("Kamerstuk 29 754, nr. 5 en 3 moties", [("Kamerstuk 29 754, nr. 5", "kst-29754-5")]),
    ("Kamerstuk 29 754, nr. 5, 6 juli 2022", [("Kamerstuk 29 754, nr. 5", "kst-29754-5")]),
    ("Kamerstuk 29 754, nrs. 5 en 6, 7 mei", [("Kamerstuk 29 754, nrs. 5 en 6", "kst-29754-5", "kst-29754-6")]),
]  # fmt: skip

SHORT: list[tuple[str, list[tuple[str, ...]]]] = [
    ("(29754, nr. 645)", [("29754, nr. 645", "kst-29754-645")]),
    ("(29 754, nr. 645)", [("29 754, nr. 645", "kst-29754-645")]),
    ("vergaderjaar 2021–2022, 29 754, nr. 645 1", [("29 754, nr. 645", "kst-29754-645")]),
    ("de motie ( 21501-08 , nr. 719 );", [("21501-08 , nr. 719", "kst-21501-08-719")]),
    ("21 501–02, nr. 5", [("21 501–02, nr. 5", "kst-21501-02-5")]),
    ("36 410-VII, nr. 3", [("36 410-VII, nr. 3", "kst-36410-VII-3")]),
    ("35 917 (R2160), nr. 3", [("35 917 (R2160), nr. 3", "kst-35917-3")]),
    ("vervallen: 34775-42; 34734-25.", [("34775-42", "kst-34775-42"), ("34734-25", "kst-34734-25")]),
    ("raad - 21501-20-1319", [("21501-20-1319", "kst-21501-20-1319")]),
    ("(IGJ i.o.) - 34775-XVI-129", [("34775-XVI-129", "kst-34775-XVI-129")]),
    ("3 april 2018 29754-437", [("29754-437", "kst-29754-437")]),
    ("( 21501-08 , nr. 726 , was nr. 719)", [("21501-08 , nr. 726 , was nr. 719", "kst-21501-08-726")]),
    ("Zij krijgt nr. 347 ( 32847 ).", [("nr. 347 ( 32847 )", "kst-32847-347")]),
    ("Zij krijgt nr. 726 , was nr. 719 ( 21501-08 ).", [
        ("nr. 726 , was nr. 719 ( 21501-08 )", "kst-21501-08-726"),
    ]),
    ("de nota (35917, E).", [("35917, E", "kst-35917-E")]),
    ("de motie (35 917, letter G) is", [("35 917, letter G", "kst-35917-G")]),
    ("Zij krijgt letter G (35917).", [("letter G (35917)", "kst-35917-G")]),
    ("brief nr. 645 van dossier 29 754;", [("nr. 645 van dossier 29 754", "kst-29754-645")]),
    ("de motie op stuk nr. 12 (36 410 VI)", [("op stuk nr. 12 (36 410 VI)", "kst-36410-VI-12")]),
    ("3. 30 171-190 - Brief regering", [("30 171-190", "kst-30171-190")]),
    ("36 225-3 - Memorie van toelichting", [("36 225-3", "kst-36225-3")]),
    ("5. 35 869-12 en 13 - Brieven", [("35 869-12 en 13", "kst-35869-12", "kst-35869-13")]),
    ("(29 754-645)", [("29 754-645", "kst-29754-645")]),
    ("3. 35917, G\nBrief", [("35917, G", "kst-35917-G")]),
    ("op 12 april 2016\n29 754, nr. 394", [("29 754, nr. 394", "kst-29754-394")]),
    ("kst-29754-645", [("kst-29754-645", "kst-29754-645")]),
    ("(kst-34775-vi-t)", [("kst-34775-vi-t", "kst-34775-VI-T")]),
    ("kst-29754-645-n1.", [("kst-29754-645", "kst-29754-645")]),
]  # fmt: skip

DOSSIERS: list[tuple[str, list[tuple[str, ...]]]] = [
    ("Kamerstuk 35 917 gaat", [("Kamerstuk 35 917", "kst-35917")]),
    ("Kamerstukken 35 917 en 36 225 gaan", [("Kamerstukken 35 917 en 36 225", "kst-35917", "kst-36225")]),
    ("dossier 29 754; nr. 12 gaat", [("dossier 29 754", "kst-29754")]),
    ("dossier 29 754 en", [("dossier 29 754", "kst-29754")]),
    ("het wetsvoorstel 35 917 is", [("wetsvoorstel 35 917", "kst-35917")]),
    ("wetsvoorstel 34 359 (R2064) is", [("wetsvoorstel 34 359 (R2064)", "kst-34359")]),
    ("het voorstel 30 566 is", [("voorstel 30 566", "kst-30566")]),
    ("voorstel 30566.", [("voorstel 30566", "kst-30566")]),
    ("de voorstellen 34 359 (R2064) en 34 358 (R2065)", [
        ("voorstellen 34 359 (R2064) en 34 358 (R2065)", "kst-34359", "kst-34358"),
    ]),
    ("het voorstel van wet 30 566 ligt", [("voorstel van wet 30 566", "kst-30566")]),
    ("het initiatiefvoorstel 33 506 en", [("initiatiefvoorstel 33 506", "kst-33506")]),
    ("het initiatiefwetsvoorstel 35 079", [("initiatiefwetsvoorstel 35 079", "kst-35079")]),
    ("het wetsvoorstel met nummer 34 359", [("wetsvoorstel met nummer 34 359", "kst-34359")]),
    ("betrekken bij het wetgevingsoverleg over 36 377.", [("36 377", "kst-36377")]),
    ("Uitstel verslag over 36 327 en 36 328\nBesluit", [("36 327 en 36 328", "kst-36327", "kst-36328")]),
    ("de behandeling 35079 (Wet verbod)", [("35079", "kst-35079")]),
    ("het verslag inzake 34 372 (Wet cybercrime)", [("34 372", "kst-34372")]),
    ("het wetsvoorstel Begroting (onderdeel Politie) (36 200 VI);", [("36 200 VI", "kst-36200-VI")]),
    ("het wetsvoorstel begroting (36200-XVI)", [("36200-XVI", "kst-36200-XVI")]),
    ("Kamerstukdossier 29 754", [("Kamerstukdossier 29 754", "kst-29754")]),
    ("Wijziging van de Tijdelijke wet (35 917) is", [("35 917", "kst-35917")]),
    ("het Plan van aanpak witwassen (36228).", [("36228", "kst-36228")]),
    ("de identiteitskaart (TK 36643-(R2202)) is", [("36643-(R2202)", "kst-36643")]),
    ("Verslag 31539 (R1865) - Goedkeuring", [("31539 (R1865)", "kst-31539")]),
    ("de motie-Bos (34 356 (R2064), J) over", [("34 356 (R2064), J", "kst-34356-J")]),
    ("in (34 356 (R2064), nr. 2) staat", [("34 356 (R2064), nr. 2", "kst-34356-2")]),
    ("voortzetting behandeling 35079 (Wet X)", [("35079", "kst-35079")]),
    ("het verslag inzake 34 372 (Computercriminaliteit)", [("34 372", "kst-34372")]),
    ("het wetsvoorstel Wijziging van het Wetboek ( 34746 ).", [("34746", "kst-34746")]),
    ("het wetsvoorstel Wijziging van de Rijkswet (34356 (R2064));", [("34356 (R2064)", "kst-34356")]),
    ("het wetsvoorstel Wijziging van de Rijkswet ( 35934 -(R2158)).", [("35934 -(R2158)", "kst-35934")]),
    ("Regels over " + "het toezicht op de uitvoering en de naleving daarvan " * 5 + "(35 917)", [
        ("35 917", "kst-35917")]),
    ("kamerstukdossier 29754 -774 Terrorismebestrijding", [("kamerstukdossier 29754 -774", "kst-29754-774")]),
    ("Kamerstuk 35925-VI", [("Kamerstuk 35925-VI", "kst-35925-VI")]),
    ("Kamerstuk 21501-02 is", [("Kamerstuk 21501-02", "kst-21501-02")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FULL + LISTS + SHORT + DOSSIERS)
def test_reads_a_reference_as_printed(text: str, expected: list[tuple[str, ...]]) -> None:
    """A reference is read to its ids, its span from the first to the last of its words."""
    assert read(text) == expected


NONE = [
    "tel. 070-12345, 088-12345-67",
    "een bedrag van 29 754 euro",
    "€ 29 754, nr. 3",
    "2021-2022 en 2017–2018",
    "16-09-2021",
    "nr. W16.21.0148/II en no. 2021001081",
    "Stb. 2017, 51",
    "nr. 4 van de lijst",
    "zaaknummer 20001-2021",
    "rekening 1 234 29 754, nr. 3",
    "verzoeken om naturalisatie (35 917)",
    "het aantal meldingen (36228), Postbus (20301), gemeente Delft (25000), in 2022 (36228)",
    "31539 (R1865)",
    "een bericht inzake 34 372 (Amsterdammers)",
    "de behandeling 35 079 keer",
    "het wetsvoorstel ligt er. Er kwamen verzoeken (35 917)",
    "het wetsvoorstel " + "kost ons allen samen heel erg veel geld " * 16 + "(35 917)",
    "processtuk nr. 12",
    "45 000, nr. 3",
    "12345-678901",
    "29754-645-12-3",
    "29 754-30 000",
    "de Kamerstukken zijn er",
    "Nr. 437 VERSLAG VAN EEN ALGEMEEN OVERLEG",
    "het dossier van 29 754 mensen",
    "het voorstel 12 500 euro uit te trekken",
    "week 3 en boek 2 en EK 12 000",
    "artikel 5, letter A, en onder letter B (oud)",
    "een nota over 36 377 zaken",
    "een bericht over 36 377.",
    "een overleg over 12 maart",
    "het voorstel 30 566 plaatsen te maken",
    "het voorstel 45 000 is",
    "een tegenvoorstel 30 566 is",
    "krijgt nr. 5 (29754 van de 3)",
    "in de wet (29 754 van de 3)",
    "kst-645",
    "de behandeling 35 079 maal",
    "postbus 20 017, B.",
    "in 2016 29 754, nr. 394",
]


@pytest.mark.parametrize("text", NONE)
def test_leaves_other_numbers_alone(text: str) -> None:
    """What has not the whole shape of a reference is none."""
    assert read(text) == []


def test_keeps_further_dossiers_apart() -> None:
    """A paper in two dossiers has the id of the first; the other is kept beside it."""
    [(mention, value)] = found("Kamerstukken 27 925 en 29754, nr. 613")

    assert (mention.start, value.ids, value.also_dossiers) == (0, ("kst-27925-613",), ("29754",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(Bijlage bij Kamerstuk 29 754, nr. 640)", "Bijlage bij Kamerstuk 29 754, nr. 640"),
        ("de bijlage bij Kamerstukken II 2021/22, 29 754, nr. 640",
         "bijlage bij Kamerstukken II 2021/22, 29 754, nr. 640"),
        ("Bijlage 2 bij 29 754, nr. 640", "Bijlage 2 bij 29 754, nr. 640"),
    ],
)  # fmt: skip
def test_marks_an_attachment(text: str, words: str) -> None:
    """Words such as "bijlage bij" belong to the reference and mark it as one to an attachment."""
    [(mention, value)] = found(text)

    assert (text[mention.start : mention.end], value.ids, value.attachment) == (words, ("kst-29754-640",), True)


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("Kamerstuk 29 754, nr. 659, was nr. 655", "kst-29754-655"),
        ("nr. 726 , was nr. 719 ( 21501-08 )", "kst-21501-08-719"),
        ("21501-08 , nr. 726 , was nr. 719", "kst-21501-08-719"),
        ("Kamerstuk 29 754, nr. 659 (t.v.v. nr. 655)", "kst-29754-655"),
    ],
)
def test_notes_the_number_that_is_replaced(text: str, replaced: str) -> None:
    """The former number is kept as the one replaced, and is no reference of its own."""
    assert [value.replaces for _, value in found(text)] == [replaced]


@pytest.mark.parametrize(
    ("text", "words", "numbers"),
    [
        ("de motie op stuk nr. 346 gaat", "op stuk nr. 346", ("346",)),
        ("zie stuk nr. 12.", "stuk nr. 12", ("12",)),
        ("de stukken nrs. 5 en 6", "stukken nrs. 5 en 6", ("5", "6")),
        ("TER VERVANGING VAN DAT GEDRUKT ONDER NR. 7", "GEDRUKT ONDER NR. 7", ("7",)),
        ("de brief (nr. 300 in dit dossier)", "nr. 300 in dit dossier", ("300",)),
        ("de motie-Jansen/De Wit (D66) c.s. (nr. 70) is", "nr. 70", ("70",)),
        ("het voorlopig verslag van 7 december jl. (letter B)", "letter B", ("B",)),
        ("de motie-Jansen, aangenomen onder nr. 13.", "nr. 13", ("13",)),
        ("zie dit dossier, nr. 12", "dit dossier, nr. 12", ("12",)),
        ("Kamerstuk nr. 645", "Kamerstuk nr. 645", ("645",)),
    ],
)
def test_leaves_the_dossier_of_a_partial_reference_open(text: str, words: str, numbers: tuple[str, ...]) -> None:
    """A number without a dossier is partial: its ids are the bare numbers."""
    [(mention, value)] = found(text)

    assert (text[mention.start : mention.end], value.ids, value.partial) == (words, numbers, True)
    assert (mention.rule, mention.confidence) == ("kamerstuk.partial", 0.8)


@pytest.mark.parametrize(
    ("text", "year", "chamber"),
    [
        ("Kamerstukken II 2003/04, 27 925, nr. 12", "20032004", "tk"),
        ("Kamerstukken I 2019/20, 35 228, B", "20192020", "ek"),
        ("Kamerstukken Tweede Kamer 1999-2000, 26 000, nr. 1", "19992000", "tk"),
        ("Tweede Kamer, vergaderjaar 2021–2022, 29 754, nr. 645", "20212022", "tk"),
        ("Kamerstuk 34 775, VI, T", "", "ek"),
        ("Kamerstuk 29 754, nr. 645", "", ""),
    ],
)
def test_tells_year_and_chamber_where_printed(text: str, year: str, chamber: str) -> None:
    """Year and chamber are given if printed; a letter for a number is of the Eerste Kamer."""
    [(_, value)] = found(text)

    assert (value.session_year, value.chamber) == (year, chamber)


@pytest.mark.parametrize(
    "text",
    ["Kamerstukken Ii 2017/18, 29 754, nr. 5", "Kamerstuk 29.754, nr. 5", "Kamerstukken II 207/18, 29 754, nr. 5"],
)
def test_reads_a_misprint_as_meant(text: str) -> None:
    """A misprint is read as meant, with less confidence."""
    [(mention, value)] = found(text)

    assert (value.ids, mention.confidence) == (("kst-29754-5",), 0.9)


def test_marks_the_number_of_the_paper_itself() -> None:
    """A reference to the paper that prints it is its own number."""
    values = [value.own for _, value in found("29 754, nr. 645 over Kamerstuk 29 754, nr. 641", "kst-29754-645")]

    assert values == [True, False]


def test_gives_up_on_a_list_that_leads_nowhere() -> None:
    """A long list of numbers without a dossier yields nothing, and the text behind it is still read."""
    text = "nrs. 1, nrs. 2, nrs. 3, nrs. 4, nrs. 5 en dan 29754, nr. 6"

    assert read(text) == [("29754, nr. 6", "kst-29754-6")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zie Kamerstuk 34 861, nr. 28 met bijlage, en naar nrs. 30 en 31.", [("nrs. 30 en 31", "30", "31")]),
        ("Het amendement op stuk nr. 8 ontraad ik; dat op nr. 9 niet", [("nr. 9", "9")]),
        ("zie Kamerstuk 34 861, nr. 28. En dat is zo en in nr. 30", []),
        ("zie Kamerstuk 34 861, nr. 28, Handelingen II, nr. 30", []),
        ("zie Kamerstuk 34 861, nr. 28, dat lang is" + ", en langer" * 20 + " en nr. 30", []),
        ("de vragen en nr. 30", []),
        ("de Stoomweg (nr. 12) en", []),
        ("4 Kamerstuk 27 925, nr. 826; vgl. nr. 809.", [("nr. 809", "809")]),
        ("Kamerstuk 34 359, nr. 6, p. 22–24 en naar de nrs. 4 en 9.", [("nrs. 4 en 9", "4", "9")]),
    ],
)  # fmt: skip
def test_a_number_goes_on_with_the_paper_before_it(text: str, expected: list[tuple[str, ...]]) -> None:
    """ "en naar nrs. 30 en 31" in the same sentence is of the same dossier; elsewhere a number alone is none."""
    assert read(text)[1:] == expected


KNOWN = Gazetteer(dossiers={number: DossierSeries(number, number, (), ()) for number in ("29754", "34359")})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("verlaagd (29 754, 532).", [("29 754, 532", "kst-29754-532")]),
        ("via Kamerstuk 29 754, nr. 502 en 29 754, 505.", [
            ("Kamerstuk 29 754, nr. 502", "kst-29754-502"), ("29 754, 505", "kst-29754-505"),
        ]),
        ("Twbmt: Stb. 2017, 51; 34 359; zie", [("34 359", "kst-34359")]),
        ("het verslag inzake 34 359 (Twbmt)", [("34 359", "kst-34359")]),
        ("Jaarlijkse cijfers (34 359)", [("34 359", "kst-34359")]),
        ("moties en over 34 359.", [("34 359", "kst-34359")]),
        ("verzoeken om naturalisatie (34 360)", []),
        ("de zaak (34 360, 532).", []),
        ("gemeenten; 30 171; zie", []),
        ("tot 34 359 gevallen", []),
        ("met 29 754, 505 en 12 gevallen", []),
        ("voor € 34 359, en", []),
        ("34 359\nTitel", []),
        ("Jaarlijkse cijfers (34 360)", []),
        ("1. 34359\nTitel", [("34359", "kst-34359")]),
        ("1. 34360\nTitel", []),
        ("12. 34 359 gevallen", []),
        ("en over 34 359\n", [("34 359", "kst-34359")]),
        ("Bron: 34 359, C.", [("34 359, C", "kst-34359-C")]),
        ("overleg van 31 mei 2022, 34 359, H.", [("34 359, H", "kst-34359-H")]),
        ("de kosten zijn 34 360, A.", []),
    ],
)  # fmt: skip
def test_believes_a_number_alone_of_a_known_dossier(text: str, expected: list[tuple[str, ...]]) -> None:
    """A dossier with nothing that announces it is one if it is known and a sign follows; never an amount."""
    mentions = find_papers(page(text, KNOWN, triggers=(TRIGGERS,)))

    assert [(text[m.start : m.end], *m.value.ids) for m in mentions if isinstance(m.value, PaperReference)] == expected
