"""Staatsblad and Staatscourant: text, days, and where a law came from."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from ctgraph.errors import InputError
from ctgraph.model.legislation import GazetteRecord
from ctgraph.readers import read
from readers.law_files import changed, official, specimen


def test_a_publication_tells_where_it_came_from() -> None:
    """Days of signing and issue, the dossier and papers that led to it, and the law that it begins to change."""
    (sourced,) = read(specimen("gazette.xml"), {}).records

    assert sourced.records == (
        GazetteRecord(
            id="stb-2024-9993",
            kind="staatsblad",
            title="Wet van 10 januari 2024 tot wijziging van de Ladderwet",
            signed="2024-01-10",
            issued="2024-01-20",
            dossiers=("99993-VI",),
            papers=("kst-99993-VI-30", "kst-99993-VI-31"),
            changes=("BWBR0099991",),
        ),
    )


def test_the_text_has_its_parts() -> None:
    """Clauses keep their letters, the banner of the gazette is furniture, the explanation is read as well."""
    document = read(specimen("gazette.xml"), {}).document
    assert document is not None

    assert (document.id, document.date, document.reader) == ("stb-2024-9993", date(2024, 1, 10), "gazette")
    assert [document.quote(span) for span in document.furniture] == ["Staatsblad", "van het Koninkrijk der Nederlanden"]
    assert document.body.text.split("\n") == [
        "Wet van 10 januari 2024 tot wijziging van de Ladderwet",
        "De Afdeling advisering gehoord;",
        "ARTIKEL I",
        "De Ladderwet wordt als volgt gewijzigd:",
        "A Artikel 2A van de Ladderwet komt te luiden:",
        "Een touwladder is geen ladder.",
        "ARTIKEL II",
        "In de Trappenwet wordt «de Ladderverordening» vervangen door «de Ladderwet».",
        "Wassenaar, 10 januari 2024",
        "Uitgegeven de twintigste januari 2024",
        "Algemeen",
        "De Kamer vroeg hierom (Kamerstuk 99 993, nr. 7).",
    ]


def test_the_header_says_where_kind_and_title_are_printed() -> None:
    """The banner prints the kind, the first title is that of the publication."""
    document = read(specimen("gazette.xml"), {}).document
    assert document is not None

    printed = {name: document.quote(span) for name, span in document.header.spans}

    assert printed == {"kind": "Staatsblad", "title": "Wet van 10 januari 2024 tot wijziging van de Ladderwet"}


def test_an_id_that_contradicts_is_reported() -> None:
    """The id of the metadata holds; a file name or caller that says another is named in a remark."""
    source = replace(specimen("gazette.xml"), path="map/stb-2024-1.xml", id="stb-2024-2")

    intake = read(source, {})

    assert intake.document is not None
    assert intake.document.id == "stb-2024-9993"
    assert intake.remarks == (
        "the file is called stb-2024-1, its metadata say stb-2024-9993",
        "it was given as stb-2024-2, its metadata say stb-2024-9993",
    )


def test_a_publication_without_an_id_is_refused_unless_the_caller_gives_it() -> None:
    """Nothing is stated of a publication that nobody can name."""
    nameless = changed("gazette.xml", ' content="stb-2024-9993"', ' content=""')

    with pytest.raises(InputError, match="which publication it is"):
        read(nameless, {})
    given = read(replace(nameless, id="stb-2024-9993"), {}).document
    assert given is not None
    assert given.id == "stb-2024-9993"


def test_real_publications_are_read() -> None:
    """A decree in the Staatsblad has both days; a notice in the Staatscourant only a title and text."""
    decree = read(official("wetsuite/stb.xml"), {})
    notice = read(official("wetsuite/stcrt.xml"), {})

    first, second = decree.records[0].records[0], notice.records[0].records[0]
    assert isinstance(first, GazetteRecord)
    assert isinstance(second, GazetteRecord)
    assert (first.id, first.signed, first.issued) == ("stb-2018-84", "2018-03-09", "2018-03-27")
    assert (second.id, second.title) == ("stcrt-2015-47076", "Ter inzage: omgevingsvergunning")
    assert (decree.unknown, notice.unknown) == ((), ())
    assert decree.document is not None
    assert "artikel 4, tweede lid, van de Muntwet 2002;" in decree.document.text
