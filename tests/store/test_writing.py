"""How a release comes to be, and what stays when it does not."""

from __future__ import annotations

import hashlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store

from ctgraph.errors import InputError, ReleaseError
from ctgraph.graph.canonical import lines
from ctgraph.store import filling
from ctgraph.store.manifest import Input, Refused
from ctgraph.store.releases import current, load, pointed
from ctgraph.store.writing import Contents, ReleaseWriter
from store import specimen


def test_a_release_is_whole(tmp_path: Path) -> None:
    """The folder holds the quads, their union once, the texts, and a manifest that says so."""
    settings = specimen.settings(tmp_path)
    inputs, refused = (Input("a.txt", "00", "kst-1-2"),), (Refused("b.pdf", "empty"),)
    contents = Contents(specimen.quads(8), "0.1.0", ("é\n",), 1, inputs, refused, {"seconds": 0.5})
    with ReleaseWriter(settings) as writer:
        release = writer.write(contents)

    digest = hashlib.sha256(release.quads.read_bytes()).hexdigest()
    assert (release.id, release.manifest.canonical_hash) == (digest[:16], digest)
    assert release.manifest.statements == dict(zip(specimen.GRAPHS, (8, 4, 1), strict=True))
    assert (release.manifest.inputs, release.manifest.refused) == (inputs, refused)
    assert release.manifest.run == {"seconds": 0.5}
    assert release.text(hashlib.sha256("é\n".encode()).hexdigest()).read_bytes() == "é\n".encode()
    assert len(Store.read_only(str(release.store))) == 13 + 9
    assert current(settings) == release


def test_the_same_statements_make_the_same_release(tmp_path: Path) -> None:
    """Order, repetition and times do not matter, and the folder that is there stays."""
    settings = specimen.settings(tmp_path)
    first = specimen.write(settings, 8)
    made = first.store.stat().st_ino
    with ReleaseWriter(settings) as writer:
        again = writer.write(Contents(specimen.quads(8)[::-1] * 2, "0.1.0", run={"seconds": 9.0}))

    assert again == first
    assert again.store.stat().st_ino == made


def test_switching_there_and_back(tmp_path: Path) -> None:
    """Each build becomes current; one that was there before comes back without being written anew."""
    settings = specimen.settings(tmp_path)
    ids = [specimen.write(settings, size).id for size in (8, 12, 8)]

    assert ids[0] == ids[2] != ids[1]
    assert pointed(settings) == ids[0]
    assert load(settings, ids[1]).manifest.statements[specimen.GRAPHS[0]] == 12


@pytest.mark.parametrize("sizes", [(100, 104), (104, 100), (100, 400), (400, 100), (104, 104)])
def test_a_release_beside_another_holds_what_one_from_nothing_does(tmp_path: Path, sizes: tuple[int, int]) -> None:
    """Whether the store is a copy with the difference or a load from nothing cannot be told from what it holds."""
    beside, alone = specimen.settings(tmp_path / "beside"), specimen.settings(tmp_path / "alone")
    specimen.write(beside, sizes[0])
    found = specimen.write(beside, sizes[1])
    expected = specimen.write(alone, sizes[1])

    assert expected.id == found.id
    assert expected.manifest.stored == found.manifest.stored
    assert set(Store.read_only(str(expected.store))) == set(Store.read_only(str(found.store)))


def test_a_store_loaded_in_a_process_of_its_own_holds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large release is loaded elsewhere, and its files are made one."""
    expected = specimen.write(specimen.settings(tmp_path / "whole"), 1_000)
    monkeypatch.setattr(filling, "SLICE_BYTES", 1)
    found = specimen.write(specimen.settings(tmp_path / "sliced"), 1_000)

    assert expected.manifest.stored == found.manifest.stored
    assert set(Store.read_only(str(expected.store))) == set(Store.read_only(str(found.store)))


def test_a_damaged_neighbour_is_as_none(tmp_path: Path) -> None:
    """Where the current release lost its store or its index, the next is made from nothing."""
    settings = specimen.settings(tmp_path / "beside")
    neighbour = specimen.write(settings, 100)
    for part in neighbour.store.glob("*.sst"):
        part.unlink()
    neighbour.search.write_bytes(b"lost")
    found = specimen.write(settings, 104)
    expected = specimen.write(specimen.settings(tmp_path / "alone"), 104)

    assert expected.id == found.id
    assert set(Store.read_only(str(expected.store))) == set(Store.read_only(str(found.store)))


def test_texts_are_taken_over(tmp_path: Path) -> None:
    """A text that the last release has is the same file; one that was damaged there, or is said twice, is written."""
    settings = specimen.settings(tmp_path)
    texts = ("een\n", "twee\n", "drie\n")
    with ReleaseWriter(settings) as writer:
        first = writer.write(Contents(specimen.quads(8), "0.1.0", texts[:2]))
        one, two, three = (hashlib.sha256(text.encode()).hexdigest() for text in texts)
        first.text(two).write_text("tw", encoding="utf-8")
        second = writer.write(Contents(specimen.quads(9), "0.1.0", (*texts, *texts)))

    assert first.text(one).samefile(second.text(one))
    assert list(texts) == [second.text(digest).read_text(encoding="utf-8") for digest in (one, two, three)]


def test_the_neighbour_stays_as_it_was(tmp_path: Path) -> None:
    """A release that another one started from still holds its own statements."""
    settings = specimen.settings(tmp_path)
    first = specimen.write(settings, 100)
    before = set(Store.read_only(str(first.store)))
    specimen.write(settings, 104)

    assert before == set(Store.read_only(str(first.store)))


def test_parts_are_merged(tmp_path: Path) -> None:
    """Statements that come in parts make the same release as the same statements at once."""
    quads = specimen.quads(40)
    parts = [lines(quads[n::2]) for n in range(3)]
    settings = specimen.settings(tmp_path / "data")
    with ReleaseWriter(settings) as writer:
        release = writer.write(Contents((), "0.1.0", parts=parts))

    assert specimen.write(specimen.settings(tmp_path / "other"), 40).id == release.id


def test_a_damaged_folder_is_written_anew(tmp_path: Path) -> None:
    """If the folder of the same id is damaged, the build replaces it."""
    settings = specimen.settings(tmp_path)
    release = specimen.write(settings, 8)
    for part in release.store.glob("*.sst"):
        part.unlink()
    repaired = specimen.write(settings, 8)

    assert repaired.id == release.id
    assert len(Store.read_only(str(repaired.store))) == 22
    assert sorted(path.name for path in settings.releases.iterdir()) == [".lock", release.id, "current"]


@pytest.mark.parametrize(
    ("quad", "error", "words"),
    [
        (Quad(NamedNode("a:b"), NamedNode("a:c"), BlankNode("x"), NamedNode("a:g")), InputError, "blank node"),
        (Quad(NamedNode("a:b"), NamedNode("a:c"), Literal("x")), ReleaseError, "without a source"),
    ],
)
def test_statements_that_no_release_holds(tmp_path: Path, quad: Quad, error: type[Exception], words: str) -> None:
    """A blank node, or a statement outside the named graphs, stops the build; the old release stays."""
    settings = specimen.settings(tmp_path)
    old = specimen.write(settings, 8)
    with ReleaseWriter(settings) as writer, pytest.raises(error, match=words):
        writer.write(Contents([quad], "0.1.0"))

    assert current(settings) == old


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    """A second build is told so at once, and can go on when the first has ended."""
    settings = specimen.settings(tmp_path)
    with ReleaseWriter(settings), pytest.raises(ReleaseError, match="another build"), ReleaseWriter(settings):
        pass
    with ReleaseWriter(settings) as writer:
        release = writer.write(Contents(specimen.quads(8), "0.1.0"))

    assert current(settings) == release


def test_the_next_build_removes_an_interrupted_one(tmp_path: Path) -> None:
    """Folders and links that a killed build left are gone after the next."""
    settings = specimen.settings(tmp_path)
    release = specimen.write(settings, 8)
    (settings.releases / "building-1" / "store").mkdir(parents=True)
    (settings.releases / "building-1-current").symlink_to("nowhere")
    specimen.write(settings, 8)

    assert sorted(path.name for path in settings.releases.iterdir()) == [".lock", release.id, "current"]


@contextmanager
def _largest_file(size: int) -> Iterator[None]:
    """Let no file grow past `size`, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk(tmp_path: Path) -> None:
    """If the disk is full, the build says so, leaves nothing behind, and the old release stays."""
    settings = specimen.settings(tmp_path)
    old = specimen.write(settings, 8)
    with _largest_file(100_000), pytest.raises(ReleaseError, match="could not be written"):
        specimen.write(settings, 4_000)

    assert current(settings) == old
    assert sorted(path.name for path in settings.releases.iterdir()) == [".lock", old.id, "current"]


class _Forgetful:
    """A store that forgets all but the first statement of each load."""

    read_only = Store.read_only

    def __init__(self, path: str) -> None:
        self._store = Store(path)

    def bulk_load(self, data: bytes, form: RdfFormat, lenient: bool) -> None:
        self._store.bulk_load(data.splitlines(keepends=True)[0], form, lenient=lenient)

    def flush(self) -> None:
        self._store.flush()

    def optimize(self) -> None:
        self._store.optimize()


def test_a_store_that_lost_something(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that does not hold what was written to it never becomes current."""
    settings = specimen.settings(tmp_path)
    old = specimen.write(settings, 8)
    monkeypatch.setattr(filling, "Store", _Forgetful)
    with pytest.raises(ReleaseError, match="holds 2 statements instead of 1002"):
        specimen.write(settings, 400)

    assert pointed(settings) == old.id


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """A data folder that is a file is a clear error."""
    (tmp_path / "data").write_text("no folder")
    with pytest.raises(ReleaseError, match="could not be written"), ReleaseWriter(specimen.settings(tmp_path / "data")):
        pass

    assert (tmp_path / "data").read_text() == "no folder"


_BUILDS = """
import sys
from pathlib import Path
from store import specimen
settings = specimen.settings(Path(sys.argv[1]))
print(flush=True)
for size in range(int(sys.argv[2]), 100_000, 4):
    specimen.write(settings, size)
"""


def test_kill_during_a_build(tmp_path: Path) -> None:
    """Whenever a build is killed, the current release is whole, and the next build works."""
    settings = specimen.settings(tmp_path)
    specimen.write(settings, 8)
    environment = {"PYTHONPATH": ":".join(path for path in sys.path if path)}
    for turn in range(6):
        command = [sys.executable, "-c", _BUILDS, str(tmp_path), str(100 + turn * 1000)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(0.05 + 0.037 * turn)
            child.kill()
        release = current(settings)

        size = release.manifest.statements[specimen.GRAPHS[0]]

        assert len(Store.read_only(str(release.store))) == size + size // 2 + 1 + size + 1
        assert json.loads((release.path / "manifest.json").read_text())["id"] == release.id
    specimen.write(settings, 8)

    assert not list(settings.releases.glob("building-*"))
