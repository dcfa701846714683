"""The download folder: a file is complete under its name, or not there."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from ctgraph.errors import CacheError, SourceError
from ctgraph.sources.files import collect
from ctgraph.sources.official.cache import STATE, Cache, is_path
from ctgraph.sources.official.contents import Form
from ctgraph.sources.official.files import published
from ctgraph.sources.official.journal import Entry, Missing, Position

NAME = "officielepublicaties/kst/39512/kst-39512-1/1/xml/kst-39512-1.xml"


def _entry(body: bytes, path: str = NAME) -> Entry:
    return Entry(path, "https://x", hashlib.sha256(body).hexdigest(), len(body), '"e"', "gisteren", "stempel")


def _keep(cache: Cache, body: bytes) -> Entry:
    entry = _entry(body)
    with cache.part() as part:
        part.write(body)
        cache.keep(part, entry)
    return entry


def test_a_kept_file_is_held_in_the_next_run(tmp_path: Path) -> None:
    """Its bytes stand under its name, its entry in the journal; of the parts nothing is left."""
    with Cache(tmp_path) as cache:
        entry = _keep(cache, b"<x/>")
    with Cache(tmp_path) as cache:
        assert cache.held(NAME) == entry
        assert cache.read(NAME) == b"<x/>"
    assert list((tmp_path / STATE).glob("*.part")) == []


def test_a_part_that_was_not_kept_leaves_nothing(tmp_path: Path) -> None:
    """Neither a file that was not kept nor a run that was broken off leaves half a file anywhere."""
    (tmp_path / STATE).mkdir()
    (tmp_path / STATE / "oud.part").write_bytes(b"half")
    with Cache(tmp_path) as cache, cache.part() as part:
        part.write(b"<x")

    assert not (tmp_path / NAME).exists()
    assert list((tmp_path / STATE).glob("*.part")) == []


@pytest.mark.parametrize("damage", [b"", b"<y/>", b"<x/>\n", None])
def test_a_damaged_file_is_not_held(tmp_path: Path, damage: bytes | None) -> None:
    """A file that was emptied, changed, lengthened or removed since counts as absent."""
    with Cache(tmp_path) as cache:
        _keep(cache, b"<x/>")
        (tmp_path / NAME).unlink()
        if damage is not None:
            (tmp_path / NAME).write_bytes(damage)
        assert cache.held(NAME) is None


def test_nothing_is_kept_outside_the_folder(tmp_path: Path) -> None:
    """The last gate before the disk: a path that leaves the folder is refused whoever made it."""
    entry = _entry(b"<x/>", "../x.xml")
    with Cache(tmp_path / "papers") as cache, cache.part() as part, pytest.raises(SourceError):
        cache.keep(part, entry)
    assert not (tmp_path / "x.xml").exists()


def test_two_downloads_do_not_share_a_folder(tmp_path: Path) -> None:
    """The second is refused at once, with what to do; afterwards the folder is free."""
    with Cache(tmp_path), pytest.raises(CacheError, match="another download is under way"), Cache(tmp_path):
        pass
    with Cache(tmp_path):
        pass


def test_build_passes_the_state_over(tmp_path: Path) -> None:
    """The folder can be named to `build`: it meets the papers, and neither journal nor lock."""
    with Cache(tmp_path) as cache:
        _keep(cache, b"<x/>")

    assert list(collect([tmp_path])) == [tmp_path / NAME]


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    """A file where the folder should be is an error with advice, not a crash."""
    (tmp_path / "papers").write_text("")

    with pytest.raises(CacheError, match="cannot be written"), Cache(tmp_path / "papers"):
        pass


def test_a_damaged_journal_is_refused(tmp_path: Path) -> None:
    """It is not mended in silence; the message says that it may be removed."""
    (tmp_path / STATE).mkdir()
    (tmp_path / STATE / "journal.sqlite").write_bytes(b"no database" * 100)

    with pytest.raises(CacheError, match=r"remove the folder's \.download"), Cache(tmp_path):
        pass


@pytest.mark.parametrize(
    "path",
    [
        "../x.xml", "/etc/passwd", "a/../b", "a//b", "a/./b", ".download/journal.sqlite", "a/.b", "a/", "", "a\\..\\b",
        "a\0b", "a\nb", "x" * 121, "-rf", "a/b/c/d/e/f/g/h/i", "..", "%2e%2e/x", "kst\u20111",
    ],
)  # fmt: skip
def test_paths_that_leave_the_folder_are_none(path: str) -> None:
    """No name that a source gives leads out of the folder, into the state, or to a name that tools stumble over."""
    assert not is_path(path)


@pytest.mark.parametrize(
    "address",
    [
        "https://repository.overheid.nl/frbr/officielepublicaties/kst/29754/kst-29754-645/1/xml/../../x",
        "https://repository.overheid.nl/frbr/officielepublicaties/kst/29754/kst-29754-645/1/xml/..%2fx.xml",
        "https://repository.overheid.nl/frbr/officielepublicaties/kst/29754/kst-29754-645/1/xml/.x.xml",
        "https://repository.overheid.nl/frbr/officielepublicaties/kst/29754/kst-29754-645/1/xml",
        "https://repository.overheid.nl/frbr/cvdr/a/b/c/d/e/f",
        "https://example.org/frbr/officielepublicaties/kst/29754/kst-29754-645/1/xml/x.xml",
    ],
)
def test_only_files_of_the_tree_are_taken(address: str) -> None:
    """An address of another shape, host or with a step upwards is no file to have."""
    with pytest.raises(SourceError):
        published(address, Form.XML)


def test_files_keep_their_official_place() -> None:
    """The path in the folder is the one in the repository's tree, version and manifestation included."""
    wanted = published(f"http://repository.overheid.nl/frbr/{NAME}", Form.XML)

    assert wanted.path == NAME
    assert wanted.address.startswith("https://")


def test_the_journal_remembers(tmp_path: Path) -> None:
    """What is missing, followed and how far feeds were read survives; a file that was got is no longer missing."""
    with Cache(tmp_path) as cache:
        cache.journal.miss(Missing(NAME, "https://x", "weg"))
        cache.journal.miss(Missing("b", "https://y", "weg"))
        cache.journal.follow("dossier", "39512")
        cache.journal.reach(Position("Zaak", "2031-01-01", "https://z"))
        _keep(cache, b"<x/>")
    with Cache(tmp_path) as cache:
        assert [missing.path for missing in cache.journal.missing()] == ["b"]
        assert cache.journal.followed("dossier") == ["39512"]
        assert cache.journal.position("Zaak") == Position("Zaak", "2031-01-01", "https://z")
        assert cache.journal.position("Document") is None


def test_a_full_disk_is_an_error_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No room ends in CacheError with advice, and nothing stands under the final name."""

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with Cache(tmp_path) as cache:
        monkeypatch.setattr("ctgraph.sources.official.cache.os.fsync", full)
        with pytest.raises(CacheError, match="No space left"):
            _keep(cache, b"<x/>")
    assert not (tmp_path / NAME).exists()


def test_the_journal_is_plain_sqlite(tmp_path: Path) -> None:
    """A person can look into it with any tool for SQLite."""
    with Cache(tmp_path) as cache:
        _keep(cache, b"<x/>")
    database = sqlite3.connect(tmp_path / STATE / "journal.sqlite")
    assert database.execute("SELECT path, length FROM held").fetchall() == [(NAME, 4)]
    database.close()
