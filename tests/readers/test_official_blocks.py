"""Elements of official publications as text, flows, notes and headings."""

from __future__ import annotations

import pytest

from ctgraph.errors import InputError
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_blocks import Walker
from ctgraph.readers.official_xml import DEEPEST, parse
from ctgraph.readers.setting import Set, set_text


def _set(xml: str) -> Set:
    return set_text(Walker().inside(parse(SourceFile("a.xml", xml.encode()))))


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<tekst><al>Een.</al><al>Twee.</al></tekst>", "Een.\n\nTwee.\n"),
        ("<tekst>\n  <al>\n   Een\n   zin.\n  </al>\n</tekst>", "Een zin.\n"),
        ("<tekst><al>con<?xpp soft?>tro<!-- x -->le <?xpp afbreek?>(a)</al></tekst>", "controle (a)\n"),
        ("<tekst><al>CO<inf>2</inf> en m<sup>2</sup></al></tekst>", "CO2 en m2\n"),
        ("<tekst><al>de <nadruk type='vet'>wet</nadruk>, zo</al></tekst>", "de wet, zo\n"),
        ("<tekst><al-groep><al>Bos</al><al>De Wit</al></al-groep><al>x</al></tekst>", "Bos\nDe Wit\n\nx\n"),
        (
            "<tekst><al>a:</al><lijst><li><li.nr>1.</li.nr><al>b;</al><al>c</al></li></lijst></tekst>",
            "a:\n\n1. b;\nc\n",
        ),
        ("<tekst><al>a:<lijst><li><li.nr>–</li.nr><al>b</al></li></lijst>c</al></tekst>", "a:\n\n– b\n\nc\n"),
        ("<tekst><lijst><li><li.nr>1.</li.nr>los <nadruk>woord</nadruk></li></lijst></tekst>", "1. los woord\n"),
        ("<artikel><kop><label>Artikel</label><nr>1</nr><titel>Doel</titel></kop></artikel>", "Artikel 1 Doel\n"),
        ("<wettekst><lid><lidnr>1.</lidnr><al>Een.</al></lid></wettekst>", "1. Een.\n"),
        ("<tekst>los<al>vast</al>los</tekst>", "los\n\nvast\n\nlos\n"),
        ("<tekst><al>een\u00a0vast wit</al></tekst>", "een\u00a0vast wit\n"),
        ("<dagtekening><plaats>Den Haag</plaats>, <datum>1 mei 2023</datum></dagtekening>", "Den Haag, 1 mei 2023\n"),
        (
            "<tekst-sluiting><ondertekening><functie>De Minister van Financiën,</functie>"
            "<naam><voornaam>A.</voornaam><achternaam>Bos</achternaam></naam></ondertekening></tekst-sluiting>",
            "De Minister van Financiën,\nA. Bos\n",
        ),
    ],
)
def test_blocks_become_lines(xml: str, text: str) -> None:
    """Paragraphs stand apart, groups and lists together; line ends and instructions of the source leave no trace."""
    assert text == _set(xml).text


def test_cells_are_set_with_tabs_and_read_apart() -> None:
    """A row is a line of the text; in the flow each cell stands by itself, so that none runs into the next."""
    row = "<row><entry><al>{}</al></entry><entry><al>{}</al><al>{}</al></entry><entry/></row>"
    xml = f"<tekst><table><tgroup><thead>{row.format('Dossier', 'nr.', 'datum')}</thead><tbody>"
    xml += f"{row.format('29 754', '645', '2022')}<row><entry/><entry>x</entry></row></tbody></tgroup></table></tekst>"
    made = _set(xml)

    assert "Dossier\tnr. datum\n29 754\t645 2022\n\tx\n" == made.text
    assert "Dossier\nnr.\ndatum\n29 754\n645\n2022\nx" == made.body.text


def test_notes_are_marked_and_set_behind_the_text() -> None:
    """A note leaves the sentence, keeps the place of its mark, and stands with its number at the end."""
    made = _set(
        "<tekst><al>In mei 2023<noot id='n1' type='voet'><noot.nr>1</noot.nr><noot.al>Kamerstuk 1.</noot.al>"
        "<noot.al>En 2.</noot.al></noot> zei<noot><noot.nr>12</noot.nr><noot.al>Zie 1.</noot.al></noot> ik "
        "<noot><noot.nr>3</noot.nr><noot.al>a</noot.al></noot> dat<nootref refid='n1'><nootref.nr>1</nootref.nr></nootref>.</al></tekst>"
    )

    assert "In mei 2023¹ zei¹² ik ³dat¹.\n\n1 Kamerstuk 1.\nEn 2.\n12 Zie 1.\n3 a\n" == made.text
    assert "In mei 2023 zei ik dat." == made.body.text
    first, second, third = made.notes
    assert ("1", "Kamerstuk 1.\nEn 2.", 11) == (first.number, first.flow.text, first.anchor)
    assert first.mark is not None
    assert "¹" == made.text[first.mark.start : first.mark.end]
    assert "12 Zie 1." == made.text[second.body.start : second.body.end]
    assert "In mei 2023 zei ik " == made.body.text[: third.anchor or 0]


def test_a_note_that_is_referred_to_again_lends_its_number() -> None:
    """An empty reference prints the number of the note that it names, and a star where it names none."""
    made = _set(
        "<tekst><al>a<nootref refid='n1'/> b<noot id='n1'><noot.nr>7</noot.nr><noot.al>Zie c.</noot.al></noot>"
        " d<nootref refid='weg'/></al></tekst>"
    )

    assert "a⁷ b⁷ d*\n\n7 Zie c.\n" == made.text
    assert "a b d" == made.body.text


def test_a_note_without_a_number_is_part_of_the_text() -> None:
    """Where a gazette wraps a table of the text in a note, the table stays where it stands."""
    made = _set(
        "<tekst><al>a<noot><table><tgroup><tbody><row><entry>b</entry></row></tbody></tgroup></table></noot></al></tekst>"
    )

    assert "a\n\nb\n" == made.text
    assert () == made.notes


def test_headings_are_told_by_their_elements() -> None:
    """A heading is what the source calls one, however long."""
    long = "Een kop die veel langer is dan wat uit de opmaak van een regel als kop zou worden geraden in een tekst"
    made = _set(
        f"<tekst><tussenkop kopopmaak='vet'>{long}</tussenkop><al>Kort</al><divisie><kop><titel>B</titel></kop></divisie></tekst>"
    )

    assert [long, "B"] == [made.body.text[h.start : h.end] for h in made.headings]
    assert [0, len(long) + 1, len(long) + 6] == list(made.paragraphs)


def test_unknown_elements_are_kept_and_counted() -> None:
    """A name that the schema did not have is read by what it holds: words in a line, or blocks."""
    walker = Walker()
    root = parse(
        SourceFile("a.xml", b"<tekst><al>een <nieuw>woord</nieuw>.</al><kader><al>a</al></kader><vak>b</vak></tekst>")
    )
    made = set_text(walker.inside(root))

    assert "een woord.\n\na\n\nb\n" == made.text
    assert {"nieuw": 1, "kader": 1, "vak": 1} == dict(walker.unknown)


def test_tables_inside_tables_are_read_once() -> None:
    """However deep tables lie in each other, each cell is set once."""
    deep = "x"
    for _ in range(18):
        deep = f"<table><tgroup><tbody><row><entry>{deep}</entry><entry>y</entry></row></tbody></tgroup></table>"
    made = _set(f"<tekst>{deep}</tekst>")

    assert (1, 18) == (made.text.count("x"), made.text.count("y"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"<a><b></a>", "no well-formed XML"),
        (b"<!DOCTYPE a><a>x</a>", "DTD"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DTD"),
        (b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a>x</a>', "DTD"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "DTD"),
        (b"<a>&b;</a>", "no well-formed XML"),
        (b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1), "deep"),
        (b"<a>" * 5000 + b"</a>" * 5000, "depth"),
        (b"<a>x</a" + b" " * 64 * 1024**2 + b">", "more than"),
    ],
)
def test_hostile_xml_is_refused(data: bytes, reason: str) -> None:
    """DTDs, entities, depth, size and damage refuse the file with the reason and what to do."""
    with pytest.raises(InputError) as caught:
        parse(SourceFile("map/a.xml", data))

    assert reason in caught.value.reason
    assert caught.value.advice
