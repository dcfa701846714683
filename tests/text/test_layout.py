"""Layout of plain text: flows, footnotes, furniture, headings."""

from __future__ import annotations

import pytest

from ctgraph.model.document import Document
from ctgraph.text.layout import lay_out

LETTER = (
    "Uw Kamer vroeg naar de stand van zaken. In mijn brief van 3 mei 20231 heb ik \n"
    "gemeld dat de veiligheids- en inlichtingendiensten (AIVD)2 samen met de veilig-\n"
    "heidshuizen optrekken tegen de rechts-extremistische dreiging. Die rechts-\n"
    "extremistische dreiging neemt toe. De inlichtingen- \n"
    "en veiligheidsdiensten volgen dit op de voet, zo bleek ook uit de laatste \n"
    "rapportage van 2022.\n"
    "\n"
    "1 Kamerstuk 30 821, nr. 180.\n"
    "2 Zie ook het jaarverslag over 2022 van de dienst (Bijlage bij Kamerstuk 30 977, \n"
    "\n"
    "nr. 169).\n"
    "\n"
    "kst-30821-187\n"
    "ISSN 0921 - 7371\n"
    "’s-Gravenhage 2023 Tweede Kamer, vergaderjaar 2022–2023, 30 821, nr. 187 1\n"
    "\n"
    "Vervolg en planning \n"
    "\n"
    "Dit najaar volgt een brief met de uitkomsten van het overleg met D66 en de \n"
    "andere fracties.3 Daarmee is dit onderdeel afgerond.\n"
    "\n"
    "3 Kamerstuk 30 821, nr. 181.\n"
)


def test_body_reads_on_end() -> None:
    """Line ends, broken words, note marks, notes and page furniture are gone from the body."""
    body = lay_out(LETTER).body.text

    assert "brief van 3 mei 2023 heb ik gemeld" in body
    assert "(AIVD) samen met de veiligheidshuizen optrekken" in body
    assert "Die rechts-extremistische dreiging neemt toe" in body
    assert "De inlichtingen- en veiligheidsdiensten volgen" in body
    assert "Kamerstuk" not in body
    assert "ISSN" not in body


def test_notes_are_joined_to_their_marks() -> None:
    """Each note has its text, over a blank line too, and the place of its mark in the body."""
    layout = lay_out(LETTER)
    found = [(n.number, n.flow.text, layout.body.text[: n.anchor or 0].rsplit(" ", 1)[-1]) for n in layout.notes]

    assert [
        ("1", "Kamerstuk 30 821, nr. 180.", "2023"),
        (
            "2",
            "Zie ook het jaarverslag over 2022 van de dienst (Bijlage bij Kamerstuk 30 977, nr. 169).",
            "(AIVD)",
        ),
        ("3", "Kamerstuk 30 821, nr. 181.", "fracties."),
    ] == found


def test_headings_are_lines_by_themselves() -> None:
    """A short line with a capital and no stop before more text is a heading."""
    layout = lay_out(LETTER)

    assert ["Vervolg en planning"] == [layout.body.text[h.start : h.end] for h in layout.headings]


def test_furniture_is_kept_apart() -> None:
    """The publication id, the ISSN and the running foot are furniture, with their places."""
    assert [
        "kst-30821-187",
        "ISSN 0921 - 7371",
        "’s-Gravenhage 2023 Tweede Kamer, vergaderjaar 2022–2023, 30 821, nr. 187 1",
    ] == [LETTER[s.start : s.end] for s in lay_out(LETTER).furniture]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("In de brief (Kamerstuk 34\n226, nr. 10) staat dit.", "In de brief (Kamerstuk 34 226, nr. 10) staat dit."),
        ("Op 27 februari\n2017 was dit zo.", "Op 27 februari 2017 was dit zo."),
        ("Het lid Bos c.s.\n(Kamerstuk 34 226, nr. 10) vraagt dit.", "Het lid Bos c.s. (Kamerstuk 34 226, nr. 10) vraagt dit."),
        ("Het lid Bos\n(GroenLinks) vraagt dit.", "Het lid Bos (GroenLinks) vraagt dit."),
        ("In februari\n1. Inleiding", "In februari\n1. Inleiding"),
        ("Twee punten\n(a) ten eerste dit", "Twee punten\n(a) ten eerste dit"),
        ("In februari\n\n2017 was dit zo.", "In februari\n2017 was dit zo."),
    ],
)  # fmt: skip
def test_what_a_line_leaves_open_goes_on(text: str, body: str) -> None:
    """A bracket, a day and a name with its group are not cut by a line end; a list and a blank line are."""
    assert lay_out(text).body.text == body


def test_every_character_leads_back() -> None:
    """Each letter of each flow is the letter at its origin in the stored text."""
    layout = lay_out(LETTER)
    flows = (layout.body, *(n.flow for n in layout.notes))
    for flow in flows:
        for position, character in enumerate(flow.text):
            if not character.isspace():
                assert character == LETTER[flow.origin(position)]


def test_decomposed_letters_are_composed_with_their_span() -> None:
    """A letter stored as base and combining mark is one letter in the flow, and its span holds both."""
    text = "De Minister van Justitie en Veiligheid,\nD. Yes\u0327ilgo\u0308z antwoordt.\n"
    layout = lay_out(text)
    document = Document("x", text, "", layout.body)
    start = layout.body.text.index("Yeşilgöz")

    assert "Yes\u0327ilgo\u0308z" == document.quote(document.span(layout.body, start, start + 8))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het is 2024.\n\n20 jaar is lang.\n", 0),
        ("De fractie van D66 vroeg dit.\n\n66 Kamerleden stemden voor.\n", 0),
        ("Zie artikel 3.\n\n3 is een getal.\n", 0),
        ("Dat is zo.1\n\n1 Kamerstuk 29 754, nr. 3.\n", 1),
        ("Dat is zo¹ en niet anders.\n\n1 Kamerstuk 29 754, nr. 3.\n", 1),
        ("Op 1 mei 2022.1 Daarna niet.\n\n1 Kamerstuk 29 754, nr. 3.\n", 1),
    ],
)
def test_only_expected_numbers_are_marks(text: str, expected: int) -> None:
    """A number is a note only if a mark for it is glued to a word or sign before it."""
    assert expected == len(lay_out(text).notes)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("1 De tekst ligt ter inzage bij het Centraal", "Informatiepunt Tweede Kamer."),
        ("1 Zie ook het rapport, bijlage bij Kamerstuk 29 754, nr.", "517."),
    ],
)
def test_a_narrow_note_ends_before_the_next_one(line: str, rest: str) -> None:
    """What a line of a note leaves open goes on in a line that ends straight above the next note."""
    page = "Dat staat in de brief1 van de dienst die verder over alles gaat wat er is.\nEn dit in de andere brief2 van toen.\n"

    notes = lay_out(f"{page}\n{line}\n{rest}\n2 Kamerstuk 29 754, nr. 516.\n").notes

    assert [f"{line[2:]} {rest}", "Kamerstuk 29 754, nr. 516."] == [note.flow.text for note in notes]


def test_note_with_a_stop_behind_its_number_needs_a_mark() -> None:
    """ "1. Kamerstuk …" is a note where a mark leads to it, and an item of a list where none does."""
    noted = lay_out("Dat staat in de brief.1 Meer niet.\n\n1. Kamerstuk 29 754, nr. 516.\n")
    listed = lay_out(
        "Op de lijst staan deze stukken.\n\n1. Kamerstuk 29 754, nr. 516.\n2. Kamerstuk 29 754, nr. 517.\n"
    )

    assert ["Kamerstuk 29 754, nr. 516."] == [note.flow.text for note in noted.notes]
    assert () == listed.notes


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Dat staat in de brief.1 Meer niet.\n\n1. Brief van 3 mei 2022, Kamerstuk 29 754, nr. 5.\n", "Dat staat in de brief. Meer niet."),
        ("De motie-Bos [1] vraagt iets.\n\n[1] Kamerstuk 29 754, nr. 5.\n", "De motie-Bos  vraagt iets."),
        ("De motie-Bos (1) vraagt iets.\n\n1. Kamerstuk 29 754, nr. 5.\n", "De motie-Bos  vraagt iets."),
        ("De punten (1) en (2) gelden.\n\n(1) Een eerste punt.\n\n(2) Een tweede.\n", None),
    ],
)  # fmt: skip
def test_marks_and_notes_of_several_styles(text: str, body: str | None) -> None:
    """A note with a stop or in brackets is one where it gives a source; else it is an item of a list."""
    layout = lay_out(text)

    assert len(layout.notes) == (body is not None)
    if body is not None:
        assert layout.body.text.startswith(body)


@pytest.mark.parametrize(
    ("rest", "note"),
    [
        ("nr. 13, item 16).", "Handelingen II 2024/25, nr. 13, item 16)."),
        ("de tekst gaat hier verder.", "Handelingen II 2024/25,"),
    ],
)
def test_note_goes_on_over_a_page(rest: str, note: str) -> None:
    """A note that broke off within a reference goes on behind the page's foot where its rest begins; the body does not."""
    foot = "kst-29754-743\nISSN 0921 - 7371\n’s-Gravenhage 2024"
    text = f"Dat is aangenomen.1 Meer.2\n\n1 Handelingen II 2024/25,\n\n{foot}\n\n{rest}\n2 Kamerstuk 29 754, nr. 5.\n"

    assert lay_out(text).notes[0].flow.text == note


def test_a_note_goes_on_behind_an_abbreviation() -> None:
    """A line of a note that ends in "nr." has not ended, whatever its stop; the number below is no page."""
    text = "Dat is zo.1\n\n1 Zie het rapport, bijlage bij Kamerstuk 29 754, nr. \n517.\n"

    assert lay_out(text).notes[0].flow.text == "Zie het rapport, bijlage bij Kamerstuk 29 754, nr. 517."


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("zegde ik het lid Berg\n(SP) toe dit te doen.", True),
        ("de motie (Kamerstuk 34\n226, nr. 10) is uitgevoerd.", True),
        ("de motie (Kamerstuk 34 226, nr.\n10) is uitgevoerd.", True),
        ("Dat is gezegd.\n(SP) toe dit te doen.", False),
        ("Een kop\n(1) ten eerste", False),
        ("Het jaar 34\n226 gevallen", False),
    ],
)
def test_line_goes_on_with_a_bracket_or_the_rest_of_a_number(text: str, joined: bool) -> None:
    """A line that begins with a bracket or cut number belongs to the one before it, unless that one ended."""
    assert ("\n" not in lay_out(text).body.text) == joined


def test_raised_numbers_begin_notes() -> None:
    """A note may begin with its number raised, as its mark is."""
    notes = lay_out("De motie¹ is er.²\n\n¹ Kamerstuk 29 754, nr. 516.\n² 29 754, nr. 517.\n").notes

    assert [(n.number, n.flow.text) for n in notes] == [("1", "Kamerstuk 29 754, nr. 516."), ("2", "29 754, nr. 517.")]


def test_notes_of_a_web_page() -> None:
    """Notes announced by "X Noot" are read up to the next one, and leave the body."""
    text = "De dreiging (DTN)1 blijft.\n\nX Noot\n1\n\nKamerstuk 29 754, nr. 516.\n"
    layout = lay_out(text)

    assert "De dreiging (DTN) blijft." == layout.body.text
    assert [("1", "Kamerstuk 29 754, nr. 516.")] == [(n.number, n.flow.text) for n in layout.notes]


def test_numbered_headings_and_abbreviated_ones() -> None:
    """A numbered line by itself is a heading, and one that ends in c.s.; a numbered sentence is not."""
    text = "1. Inleiding\n\nHet volgt hier.\n\nMotie-Kuik c.s.\n\nDat is zo.\n\n2. Dit is een zin.\n\nEn dat.\n"
    laid = lay_out(text)

    assert ["1. Inleiding", "Motie-Kuik c.s."] == [laid.body.text[h.start : h.end] for h in laid.headings]


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("Vindplaats: 29 754, nr. 743", False),
        ("Stand van zaken: Afgedaan bij brief van 24 april 2025", False),
        ("Herkomst: commissiedebat van 3 mei", False),
        ("Status: openstaand", False),
        ("Bijlage 3: Stand van zaken moties", True),
        ("Stand van zaken", True),
        ("Statuten: een overzicht", True),
    ],
)
def test_a_field_of_a_list_is_no_heading(line: str, heads: bool) -> None:
    """A line that gives one thing of an entry heads nothing; one that names what follows does."""
    assert heads == bool(lay_out(f"{line}\n\nDat is zo.\n").headings)


@pytest.mark.parametrize("text", ["", "\n\n", "a", "-", "1", "X Noot\n", "a-\n", "\f\f"])
def test_odd_texts_are_read(text: str) -> None:
    """Texts with next to nothing in them make a layout too."""
    assert len(lay_out(text).body.text) <= len(text)
