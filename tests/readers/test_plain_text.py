"""Plain text files: decoding, identity, refusals."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from ctgraph.errors import InputError
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.source import SourceFile
from ctgraph.readers import read
from ctgraph.readers.plain_text import read_plain_text

PAPERS = {"kst-30821-187": PaperFact("kst-30821-187", date(2023, 5, 3), "brief-regering", "Titel")}


def test_the_text_version_is_decoded_without_bom_and_carriage_returns() -> None:
    """BOM and CR LF are undone, and the digest is that of the text as UTF-8."""
    document = read_plain_text(SourceFile("a.txt", "\ufeffEén\r\nTwee\r\n".encode()), {})

    assert "Eén\nTwee\n" == document.text
    assert hashlib.sha256("Eén\nTwee\n".encode()).hexdigest() == document.digest


def test_identity_comes_from_the_text_then_the_register_then_the_caller() -> None:
    """A printed id and date stand above the register's, and those above what the caller says."""
    printed = SourceFile("a.txt", b"Den Haag, 1 mei 2023\nkst-30821-187\n", "x", date(1999, 1, 1))
    known = SourceFile("a.txt", b"Tekst\nkst-30821-187\n", "x", date(1999, 1, 1))
    unknown = SourceFile("a.txt", b"Tekst", "kst-30821-5", date(1999, 1, 1))
    bare = SourceFile("map/Mijn brief.txt", b"Tekst")

    found = [(d.id, d.date) for d in (read_plain_text(s, PAPERS) for s in (printed, known, unknown, bare))]

    assert [
        ("kst-30821-187", date(2023, 5, 1)),
        ("kst-30821-187", date(2023, 5, 3)),
        ("kst-30821-5", date(1999, 1, 1)),
        ("mijn-brief", None),
    ] == found


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04...", "zip"),
        (b"tekst\x00tekst", "NUL byte at byte 5"),
        (b"tekst \xff meer", "not UTF-8 at byte 6"),
        ("tekst é".encode()[:-1], "cut off in the middle of a character at byte 6"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    """Empty, binary and broken files are refused with the path, the reason and what to do."""
    with pytest.raises(InputError) as caught:
        read_plain_text(SourceFile("map/file.txt", data), {})

    assert str(caught.value).startswith("map/file.txt: ")
    assert reason in caught.value.reason
    assert caught.value.advice


def test_unknown_formats_name_the_known_ones() -> None:
    """A file that no reader takes is refused, and the message lists the formats that are taken."""
    with pytest.raises(InputError, match=r"no reader for \.docx files.*text"):
        read(SourceFile("a.docx", b"x"), {})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tekst.\n\nDe Minister van Justitie en Veiligheid,\nA. de Wit\n\nkst-30821-5\n", "brief-regering"),
        ("De Minister van Justitie en Veiligheid, die dit zei, vertrok. Einde.\n\nkst-30821-5\n", ""),
        ("Tekst.\n\nDe Minister van Justitie en Veiligheid,\nA. de Wit\n", ""),
        ("30 821 Titel\nNr. 5 MOTIE VAN HET LID BOS\nTekst.\n\nDe Minister van X,\nA. de Wit\n", "motie"),
    ],
)
def test_a_signed_paper_without_a_kind_is_a_letter(text: str, kind: str) -> None:
    """The signature of a member of the government at the end of a numbered paper shows its kind, at its place."""
    document = read_plain_text(SourceFile("a.txt", text.encode()), {})
    spans = dict(document.header.spans)

    assert document.header.kind == kind
    assert ("kind" in spans) == bool(kind)
