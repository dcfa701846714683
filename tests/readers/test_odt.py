"""OpenDocument text, and archives that mean harm."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from ctgraph.errors import InputError
from ctgraph.model.document import Document
from ctgraph.model.source import SourceFile
from ctgraph.readers import odt, read

MIMETYPE = "application/vnd.oasis.opendocument.text"
NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))
)
BANNER = (
    '<draw:frame draw:name="frillblok"><draw:text-box><text:p text:style-name="frillblok">kst-39512-580</text:p></draw:text-box></draw:frame>'
    '<table:table table:name="parlementair.kop"><table:table-row><table:table-cell><text:p>Tweede Kamer der Staten-Generaal</text:p></table:table-cell>'
    "<table:covered-table-cell/><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>"
)


def _odt(body: str, **entries: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        content = f"<office:document-content {NAMES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
        archive.writestr("content.xml", content)
        for name, data in entries.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _document(body: str) -> Document:
    document = read(SourceFile("brief.odt", _odt(body)), {}).document
    assert document is not None
    return document


def test_the_form_in_which_papers_are_published() -> None:
    """Banner and running foot are furniture; dossier, number, title and day are read from the lines that print them."""
    document = _document(
        f"{BANNER}<text:h>39 512<text:tab/>Bestrijding van extremisme</text:h><text:h>Nr. 580\n  <text:tab/>MOTIE VAN HET LID KOLSTEE</text:h>"
        "<text:p>Voorgesteld 6 juli 2021</text:p><text:p>De <text:span>Ka</text:span>mer,</text:p>"
    )

    assert (
        "kst-39512-580\n\nTweede Kamer der Staten-Generaal\t2\n\n39 512 Bestrijding van extremisme\n\n"
        "Nr. 580 MOTIE VAN HET LID KOLSTEE\n\nVoorgesteld 6 juli 2021\n\nDe Kamer,\n"
    ) == document.text
    assert document.body.text.startswith("39 512 Bestrijding")
    assert ("kst-39512-580", date(2021, 7, 6), "motie") == (document.id, document.date, document.header.kind)


def test_notes_lists_and_tables() -> None:
    """A note keeps the place of its mark, a list stands together, cells are set with tabs."""
    document = _document(
        '<text:p>In 2023<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Zie nr. 5.</text:p></text:note-body></text:note> dus<text:s/>wel.</text:p>'
        "<text:list><text:list-item><text:p>a.</text:p></text:list-item><text:list-item><text:p>b.</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell/><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row></table:table>"
    )

    assert "In 2023¹ dus wel.\n\na.\nb.\n\nx\t\ty\n\n1 Zie nr. 5.\n" == document.text
    assert [("1", "Zie nr. 5.", 7)] == [(n.number, n.flow.text, n.anchor) for n in document.notes]


def test_tables_and_frames_inside_each_other_are_read_once() -> None:
    """However deep they lie, each paragraph is set once."""
    deep = "<text:p>x</text:p>"
    for _ in range(10):
        deep = f"<table:table><table:table-header-rows><table:table-row><table:table-cell>{deep}</table:table-cell></table:table-row></table:table-header-rows></table:table>"
        deep = f"<text:p>y<draw:frame><draw:text-box>{deep}</draw:text-box></draw:frame></text:p>"
    document = _document(deep)

    assert (1, 10) == (document.text.count("x"), document.text.count("y"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_odt("<text:p>x</text:p>")[:200], "no whole office file"),
        (_odt("<text:p>x</text:p>", **{"../../etc/x": b"x"}), "outside itself"),
        (_odt("<text:p>x</text:p>", **{"/etc/x": b"x"}), "outside itself"),
        (_odt("<text:p>x</text:p>", **{"a\\..\\x": b"x"}), "outside itself"),
        (_odt("<text:p>x</text:p>", bomb=b"0" * 10_000_000), "over 100 times"),
        (_odt("<text:p>x</text:p>", **{f"e{i}": b"" for i in range(odt.MOST_ENTRIES)}), "entries"),
        (_odt(""), "no text in it"),
        (_odt("<text:p>x</text:p>").replace(b"content.xml", b"inhouds.xml"), "no whole office file"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"mimetype" + MIMETYPE.encode() + b"x", "no whole office file"),
    ],
)
def test_hostile_archives_are_refused(data: bytes, reason: str) -> None:
    """Bombs, names that lead out of the archive and broken files are refused with the reason and what to do."""
    with pytest.raises(InputError) as caught:
        read(SourceFile("a.odt", data), {})

    assert reason in caught.value.reason
    assert caught.value.advice


def test_an_archive_of_another_kind_is_not_taken() -> None:
    """A zip that is no OpenDocument text has no reader, whatever its content."""
    with pytest.raises(InputError, match="no reader"):
        read(SourceFile("a.docx", _odt("<text:p>x</text:p>").replace(MIMETYPE.encode(), b"x" * len(MIMETYPE))), {})


def test_all_entries_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to more than the limit is refused before anything is unpacked."""
    monkeypatch.setattr(odt, "LARGEST_UNPACKED", 100)
    with pytest.raises(InputError, match="unpacks to"):
        read(SourceFile("a.odt", _odt("<text:p>" + "tekst " * 50 + "</text:p>")), {})
