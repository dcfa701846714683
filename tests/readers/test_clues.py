"""What a file shows of its format at first sight."""

from __future__ import annotations

import pytest

from ctgraph.errors import InputError
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers import rank, read, read_document
from ctgraph.readers.clues import clues
from ctgraph.readers.formats import READERS, Reader


@pytest.mark.parametrize(
    ("data", "root", "namespace"),
    [
        (b"<kamerstuk>", "kamerstuk", ""),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a <b> -->\n<work label='x'>", "work", ""),
        (b'<s:answer xmlns:s="http://a/" xmlns="http://b/">', "answer", "http://a/"),
        (b'<answer xmlns:s="http://a/" xmlns="http://b/">', "answer", "http://b/"),
        (b'<!DOCTYPE html [<!ENTITY a "b">]>\n<html>', "html", ""),
        (b'{"value": []}', "", ""),
        (b"Geachte Voorzitter, <br>", "", ""),
        (b"<?xml version='1.0'?>", "", ""),
        (b"< 5 kamerstukken", "", ""),
    ],
)
def test_the_root_element_is_seen_without_parsing(data: bytes, root: str, namespace: str) -> None:
    """The first element behind prolog, comments and a DTD, with the name space of its prefix."""
    seen = clues(SourceFile("map/a.XML", data))

    assert (root, namespace) == (seen.root, seen.namespace)
    assert ".xml" == seen.suffix
    assert "a.XML" == seen.name


def test_a_long_beginning_is_looked_at_in_linear_time() -> None:
    """A file of comment signs or of open brackets is no trap."""
    for data in (b"<!--" * 500_000, b"<?" * 500_000, b"<a " * 500_000):
        assert "" == clues(SourceFile("a.xml", data)).root


def test_every_reader_has_a_name_of_its_own_and_a_rank() -> None:
    """Formats are told apart by name, and each can be ordered."""
    names = [reader.name for reader in READERS]

    assert sorted(set(names)) == sorted(names)
    assert [reader.rank for reader in READERS] == [rank(name) for name in names]


def test_a_file_with_records_only_holds_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for a text gets a refusal that says what to do; who takes in gets the records."""
    only_records = Reader("rows", lambda seen: seen.suffix == ".rows", lambda source, papers: Intake("rows"))
    monkeypatch.setattr("ctgraph.readers.formats.READERS", (*READERS, only_records))
    source = SourceFile("a.rows", b"x")

    assert Intake("rows") == read(source, {})
    with pytest.raises(InputError, match="holds no text of a paper"):
        read_document(source, {})


@pytest.mark.parametrize(
    ("path", "data", "is_prose"),
    [
        ("brief.txt", b"Geachte Voorzitter,", True),
        ("brief", b"Geachte Voorzitter,", True),
        ("brief.md", b"Geachte Voorzitter,", False),
        ("brief.txt", b"Geachte Voorzitter, <br>", False),
        ("rijen.txt", b'\n[{"pk": 1}]', False),
        ("rijen.txt", b'{"value": []}', False),
        ("brief.txt", b"%PDF-1.7", False),
        ("brief.txt", b"PK\x03\x04", False),
    ],
)
def test_prose_is_told_from_all_that_another_reader_could_take(path: str, data: bytes, is_prose: bool) -> None:
    """Only a text without a tag, an object, a list or the magic of a format at its beginning is surely plain text."""
    seen = clues(SourceFile(path, data))

    assert is_prose == seen.is_prose
    taken = [reader.name for reader in READERS if reader.takes(seen)]
    assert taken == ["text"] or not is_prose
