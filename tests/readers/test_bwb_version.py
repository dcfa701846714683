"""Versions of laws in BWB: the text, and what is said of the law, the version and its articles."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from lxml import etree
from msgspec.structs import replace

from ctgraph.errors import InputError
from ctgraph.model.intake import Intake
from ctgraph.model.legislation import ArticleRecord, LawPublication, LawRecord, LawVersionRecord
from ctgraph.readers import read
from readers.law_files import changed, official, specimen

REAL = {
    "wetsuite/bwb_toestand.xml": ("BWBR0045754_2022-05-01_0", "Wet open overheid", 112),
    "wetsuite/bwb_toestand_2.xml": (
        "BWBR0002365_1978-02-04_0",
        "Rijkssubsidieregeling voor het algemeen maatschappelijk werk",
        49,
    ),
    "wetsuite/bwb_toestand_3.xml": (
        "BWBR0003984_1986-06-26_0",
        "Vaststelling nummers kandidatenlijsten centrales van overheidspersoneel",
        3,
    ),
    "wetsuite/bwb_toestand_5.xml": ("BWBR0008326_2011-01-01_0", "Regeling belastingcapaciteit", 6),
    "bwb-java/BWBR0002458/BWBR0002458_2015-01-01_0.xml": ("BWBR0002458_2015-01-01_0", "Drank- en Horecawet", 74),
}
"""Real files with the id of the text, the title, and the number of article elements in the file."""


@pytest.fixture(scope="module")
def ladders() -> Intake:
    """The composed version."""
    return read(specimen("bwb_version.xml"), {})


def articles(intake: Intake) -> dict[str, ArticleRecord]:
    """The articles by their place."""
    return {each.place: each for each in intake.records[0].records if isinstance(each, ArticleRecord)}


def test_the_text_is_laid_out_by_its_elements(ladders: Intake) -> None:
    """Headings, paragraphs with their numbers and lists stand on lines; data and titles of editors are no text."""
    assert ladders.document is not None
    lines = [line for line in ladders.document.text.split("\n") if line]

    assert lines == [
        "Wet van 4 november 2019, houdende regels over het uitlenen van ladders (Ladderwet)",
        "Wij Willem-Alexander, enz.",
        "Hoofdstuk I Ladders",
        "Artikel 1",
        "1 Wie een ladder uitleent, handelt volgens artikel 23 van de Paspoortwet en volgens Kamerstuk 99 991, nr. 7.",
        "2 Een ladder heeft:",
        "a. sporten;*",
        "b. twee bomen.",
        "Artikel 2A Touwladders",
        "Een touwladder is geen ladder.",
        "Hoofdstuk II",
        "Artikel 3",
        "Vervallen",
        "Artikel 9",
        "Zonder dag.",
        "Gegeven te",
        "Den Haag, 4 november 2019",
        "De minister van Ladders, A. Sport",
        "* Zie ook Staatsblad 2019, 9991.",
    ]


def test_articles_and_chapters_are_headings_and_notes_are_notes(ladders: Intake) -> None:
    """Headings are told as such, and the words of a note are a flow of their own."""
    document = ladders.document
    assert document is not None

    headings = [document.body.text[heading.start : heading.end] for heading in document.headings]

    assert headings == [
        "Hoofdstuk I Ladders", "Artikel 1", "Artikel 2A Touwladders", "Hoofdstuk II", "Artikel 3", "Artikel 9",
    ]  # fmt: skip
    assert [note.flow.text for note in document.notes] == ["Zie ook Staatsblad 2019, 9991."]
    assert (document.id, document.date, document.reader) == ("BWBR0099991_2024-03-01_0", date(2024, 3, 1), "bwb")


def test_every_character_of_a_flow_leads_back_to_the_text(ladders: Intake) -> None:
    """What stands in the body stands at its origin in the stored text, but for the line ends."""
    document = ladders.document
    assert document is not None
    body = document.body

    assert all(document.text[body.origin(at)] == sign for at, sign in enumerate(body.text) if not sign.isspace())


def test_the_law_and_its_version_are_told(ladders: Intake) -> None:
    """The law has its kind and both titles, the version its day, address and the publications of its structure."""
    law, version, *_ = ladders.records[0].records

    assert law == LawRecord(
        id="BWBR0099991",
        name="Ladderwet",
        heading="Wet van 4 november 2019, houdende regels over het uitlenen van ladders (Ladderwet)",
        kind="wet",
        jci="jci1.3:c:BWBR0099991",
    )
    assert isinstance(version, LawVersionRecord)
    assert (version.day, version.serial, version.title) == ("2024-03-01", 0, "Ladderwet")
    assert version.address.endswith("/bwb/BWBR0099991/2024-03-01_0/xml/BWBR0099991_2024-03-01_0.xml")
    assert version.made_by == (LawPublication("stb-2019-9991", "nieuwe-regeling", dossiers=("99991",)),)


def test_an_article_leads_to_the_publication_and_dossier_of_its_text(ladders: Intake) -> None:
    """The publication that wrote the text and the one that brought it into force are kept apart."""
    first = articles(ladders)["artikel/1"]

    assert first.made_by == (
        LawPublication("stb-2019-9991", "nieuwe-regeling", "2019-11-04", "2019-11-12", ("99991",)),
    )
    assert first.commenced_by == (LawPublication("stb-2019-9992"),)
    assert (first.number, first.path, first.jci) == ("1", "/HoofdstukI/Artikel1", "jci1.3:c:BWBR0099991&artikel=1")
    assert first.text.startswith("1 Wie een ladder uitleent, ")
    assert first.text.endswith("a. sporten;\nb. twee bomen.")


def test_publications_without_an_id_get_one_by_rule_or_none(ladders: Intake) -> None:
    """Gazette, year and number make an id; a supplement has none; a dossier keeps its suffix."""
    second = articles(ladders)["artikel/2a"]

    assert [(each.id, each.dossiers, each.reference) for each in second.made_by] == [
        ("stcrt-2001-120", (), "LAD/1"),
        ("stb-2024-9993", ("99993-VI",), ""),
        ("", (), ""),
    ]
    assert (second.day, second.number, second.title, second.effect) == ("2024-03-01", "2A", "Touwladders", "wijziging")


def test_what_is_not_known_is_kept_as_text_and_counted(ladders: Intake) -> None:
    """An element that the schemas lack is counted; an article without a day is text, and a remark says so."""
    assert ladders.unknown == (("stropdas", 1),)
    assert ladders.remarks == ("Artikel 9 has no number or no day from which it holds; kept as text only",)
    assert "artikel/9" not in articles(ladders)


def test_numbers_that_a_law_has_twice_go_by_their_full_place() -> None:
    """Where two chapters number their articles anew, the chapter is part of the place."""
    path = 'verwijzing="jci1.3:c:BWBR0099991&amp;hoofdstuk=I&amp;artikel=1&amp;z=2024-03-01&amp;g=2024-03-01"'
    twice = changed("bwb_version.xml", "<nr>3</nr></kop><al>Vervallen</al>", (
        "<nr>1</nr></kop><al>Vervallen</al><meta-data><jcis><jci versie='1.3' "
        + path.replace("hoofdstuk=I&", "hoofdstuk=II&")
        + "/></jcis></meta-data>"
    ))  # fmt: skip

    assert set(articles(read(twice, {}))) == {"hoofdstuk/i/artikel/1", "hoofdstuk/ii/artikel/1", "artikel/2a"}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('bwb-id="BWBR0099991" inw', 'bwb-id="../../etc" inw', "of which law it is"),
        ('inwerkingtreding="2024-03-01"', 'inwerkingtreding="voorjaar"', "from which day it holds"),
        ("<bwb-inputbestand/>", "<bwb-inputbestand>", "it is no well-formed XML"),
        ('<?xml version="1.0" encoding="UTF-8"?>', '<!DOCTYPE toestand [<!ENTITY a "b">]>', "DTD"),
    ],
)
def test_files_that_cannot_be_placed_are_refused(old: str, new: str, reason: str) -> None:
    """A file without law or day, damaged, or with a DTD is refused with the reason."""
    with pytest.raises(InputError, match=reason):
        read(changed("bwb_version.xml", old, new), {})


@pytest.mark.parametrize("path", REAL)
def test_real_versions_are_read_whole(path: str) -> None:
    """Every word of a real file that is no data is in its text, every article is told, and nothing is unknown."""
    source = official(path)
    intake = read(source, {})
    root = etree.fromstring(source.data)
    for data in list(root.iter("meta-data", "citeertitel", "bwb-inputbestand")):
        data.tail, tail = "", data.tail
        for child in list(data):
            data.remove(child)
        data.text = tail
    expected = Counter("".join("".join(str(text) for text in root.itertext()).split()))

    identifier, title, count = REAL[path]
    assert intake.document is not None
    assert (intake.document.id, intake.document.header.title) == (identifier, title)
    assert len(articles(intake)) == len(list(root.iter("artikel"))) == count
    assert intake.unknown == ()
    assert expected - Counter("".join(intake.document.text.split())) == Counter()


def test_the_real_articles_lead_to_their_dossiers() -> None:
    """Of the Wet open overheid each article came from dossier 33 328, 35 112 or another that changed the law since."""
    found = articles(read(official("wetsuite/bwb_toestand.xml"), {}))

    first = found["artikel/1.1"]
    assert first.text.startswith("Eenieder heeft recht op toegang tot publieke informatie")
    assert [(each.id, each.dossiers) for each in first.made_by] == [
        ("stb-2021-499", ("33328",)),
        ("stb-2021-500", ("35112",)),
    ]
    made = [made for each in found.values() for made in each.made_by]
    assert {each.id for each in made} >= {"stb-2021-499", "stb-2021-500"}
    assert [each.id for each in made if not each.dossiers] == ["stb-2022-14"]


def test_a_file_under_another_name_is_marked() -> None:
    """The law and the day in the name of a file are held against those in it; a name that tells neither is none."""
    file = specimen("bwb_version.xml")
    named = {name: read(replace(file, path=name), {}) for name in ("BWBR0000001_1999-01-01_3.xml", "toestand.xml")}

    assert [remark.partition(",")[0] for remark in named["BWBR0000001_1999-01-01_3.xml"].remarks[:2]] == [
        "its law is BWBR0099991",
        "its day is 2024-03-01",
    ]
    assert not [remark for remark in named["toestand.xml"].remarks if "name of the file" in remark]


def test_which_version_of_a_day_it_is_the_name_tells_where_the_file_does_not() -> None:
    """A second version of a day is that also where only the name of its file says so."""
    file = changed("bwb_version.xml", "/2024-03-01/0", "")
    (document,) = {read(replace(file, path="BWBR0099991_2024-03-01_2.xml"), {}).document}
    assert document is not None

    assert document.id == "BWBR0099991_2024-03-01_2"
