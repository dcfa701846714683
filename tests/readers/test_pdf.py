"""The text layer of a PDF, with the white of its pages."""

from __future__ import annotations

from datetime import date

import pytest

from ctgraph.errors import InputError
from ctgraph.model.source import SourceFile
from ctgraph.readers import read
from readers.pdf_writer import pdf

FIRST = """Tweede Kamer der Staten-Generaal

39 512 Bestrijding van extremisme

Nr. 580 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID

Den Haag, 3 maart 2023

Motie over weerbare scholen

De motie van het lid Kolstee1 vraagt om een aanpak die alle scholen in
het land weerbaar maakt tegen werving en die de inlichtingen- en veilig-
heidsdiensten betrekt bij wat de rechts-extremistische netwerken willen.
De aanpak begint dit najaar in drie regio's en wordt daarna herhaald.

1 Kamerstuk 39 512, nr. 571.

kst-39512-580
ISSN 0921 - 7371
’s-Gravenhage 2023 Tweede Kamer, vergaderjaar 2022–2023, 39 512, nr. 580 1"""
SECOND = """De tweede bladzijde gaat verder over het onderwerp van de eerste en is
even lang, zodat de regels vol zijn en de zin over twee regels loopt.

De Minister van Justitie en Veiligheid,
A. de Wit"""


def _pdf(*pages: str) -> SourceFile:
    return SourceFile("brief.pdf", pdf([page.split("\n") for page in pages]))


def test_lines_notes_and_furniture_of_pages_are_told_by_their_places() -> None:
    """Headings, notes, hyphens and running feet come out as from a plain text with blank lines."""
    intake = read(_pdf(FIRST, SECOND), {})
    document = intake.document
    assert document is not None
    body = document.body.text

    assert ("pdf", "pdf") == (intake.format, document.reader)
    assert ("kst-39512-580", date(2023, 3, 3), "brief-regering") == (document.id, document.date, document.header.kind)
    assert "de inlichtingen- en veiligheidsdiensten betrekt" in body
    assert [("1", "Kamerstuk 39 512, nr. 571.")] == [(n.number, n.flow.text) for n in document.notes]
    assert "lid Kolstee" == body[: document.notes[0].anchor or 0][-11:]
    assert "ISSN" not in body
    assert "Motie over weerbare scholen" in [body[h.start : h.end] for h in document.headings]
    assert "loopt.\nDe Minister van Justitie en Veiligheid," in body


def test_the_stored_text_keeps_the_lines_and_the_white_of_the_page() -> None:
    """What `ctgraph text` prints has a blank line where the page has white, and a form feed between pages."""
    document = read(_pdf("Een.\n\nTwee gaat\nverder.", "Drie."), {}).document
    assert document is not None

    assert "Een.\n\nTwee gaat\nverder.\n\f\nDrie.\n" == document.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 en verder niets", "no readable PDF"),
        (pdf([["tekst"]])[:300], "no readable PDF"),
        (pdf([[""], [""]]), "no text layer"),
        (b"%PDF-1.4" + b" " * 64 * 1024**2, "more than"),
    ],
)
def test_what_has_no_text_is_refused(data: bytes, reason: str) -> None:
    """Damaged and huge files and scans are refused with the reason and what to do."""
    with pytest.raises(InputError) as caught:
        read(SourceFile("a.pdf", data), {})

    assert reason in caught.value.reason
    assert caught.value.advice
