"""Dumps hold the release, whole and the same on every run, or leave nothing behind."""

from __future__ import annotations

import gzip
import hashlib
import os
import resource
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import zstandard
from pyoxigraph import RdfFormat, parse

import ctgraph.export.dumps
from ctgraph.errors import ExportError, ReleaseError, UsageError
from ctgraph.export.dumps import FORMATS, export_release
from ctgraph.export.writing import Dump, write_rdf
from ctgraph.store.releases import Release
from export import released

DESCRIPTION = {"SHA256SUMS", "dcat.ttl", "manifest.json", "void.ttl"}
SOURCE = Path(ctgraph.export.dumps.__file__).parents[2]
AGAIN = """
import sys
from pathlib import Path
from ctgraph.export.dumps import export_release
from ctgraph.settings import Settings
from ctgraph.store.releases import current
export_release(current(Settings(data=Path(sys.argv[1]))), Path(sys.argv[2]), ["all"], lambda *told: None)
"""


def silent(what: str, done: int, total: int) -> None:
    """A listener to progress that does nothing."""


def export(release: Release, to: Path, *formats: str) -> tuple[Dump, ...]:
    """Export without telling anyone."""
    return export_release(release, to, formats, silent)


def names(folder: Path) -> set[str]:
    """The files in a folder, hidden ones too."""
    return {path.name for path in folder.iterdir()}


def test_nquads_are_the_canonical_file(release: Release, dumps: Path) -> None:
    """The N-Quads are the file whose digest names the release."""
    data = (dumps / "release.nq").read_bytes()

    assert data == release.quads.read_bytes()
    assert hashlib.sha256(data).hexdigest().startswith(release.id)


@pytest.mark.parametrize(
    ("name", "form"),
    [("release.nq", RdfFormat.N_QUADS), ("release.trig", RdfFormat.TRIG), ("release.jsonld", RdfFormat.JSON_LD)],
)
def test_dump_loads_to_the_same_quads(dumps: Path, name: str, form: RdfFormat) -> None:
    """What is read back is what the release was made of, each statement once, literals as they were written."""
    found = Counter(parse(path=dumps / name, format=form))

    assert found == Counter(set(released.quads()))


def test_turtle_is_the_union(dumps: Path) -> None:
    """Turtle holds the triples of all graphs, each once."""
    found = Counter(quad.triple for quad in parse(path=dumps / "release.ttl", format=RdfFormat.TURTLE))

    assert found == Counter({quad.triple for quad in released.quads()})


def test_text_formats_are_readable(dumps: Path) -> None:
    """Turtle and TriG use the prefixes of the house, in order, and name each graph once."""
    turtle = (dumps / "release.ttl").read_text(encoding="utf-8")
    trig = (dumps / "release.trig").read_text(encoding="utf-8")
    prefixes = [line for line in turtle.splitlines() if line.startswith("@prefix")]
    graphs = [line for line in trig.splitlines() if line.startswith("<https://w3id.org/ctgraph/graph/")]

    assert "a ctg:Motion" in turtle
    assert prefixes == sorted(prefixes) != []
    assert turtle.startswith(prefixes[0])
    assert graphs == sorted(set(graphs)) != []


def test_compressed_twins(dumps: Path) -> None:
    """Each dump stands there compressed too, with no name and no time in it."""
    zipped, packed = sorted(dumps.glob("*.gz")), sorted(dumps.glob("*.zst"))
    plain = names(dumps) - DESCRIPTION - {path.name for path in (*zipped, *packed)}

    assert {path.stem for path in zipped} == plain == {path.stem for path in packed}
    for path in zipped:
        data = path.read_bytes()
        assert gzip.decompress(data) == path.with_suffix("").read_bytes()
        assert data[3:8] == bytes(5), "no flag of a name, no time"
    for path in packed:
        assert zstandard.decompress(path.read_bytes()) == path.with_suffix("").read_bytes()


def test_checksums(release: Release, tmp_path: Path) -> None:
    """What is returned and SHA256SUMS name every file with its size and checksum, in the order of names."""
    written = export(release, tmp_path, "all")
    lines = (tmp_path / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    listed = {line[66:]: line[:64] for line in lines}

    assert listed == {dump.path.name: dump.checksum for dump in written}
    assert list(listed) == sorted(names(tmp_path) - {"SHA256SUMS"})
    assert all(line[64:66] == "  " for line in lines)
    for dump in written:
        data = dump.path.read_bytes()
        assert (dump.size, dump.checksum) == (len(data), hashlib.sha256(data).hexdigest())


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum on this machine")
def test_sha256sum_accepts_the_list(dumps: Path) -> None:
    """The usual program finds every file as listed."""
    done = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=dumps, check=False)

    assert done.returncode == 0


def test_same_release_same_bytes(release: Release, dumps: Path, tmp_path: Path) -> None:
    """Hash seed, time zone, locale and folder leave no trace."""
    environment = os.environ | {
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONPATH": str(SOURCE),
    }
    data = release.path.parents[1]
    subprocess.run([sys.executable, "-c", AGAIN, str(data), str(tmp_path / "again")], env=environment, check=True)

    assert names(tmp_path / "again") == names(dumps)
    for name in sorted(names(dumps)):
        assert (tmp_path / "again" / name).read_bytes() == (dumps / name).read_bytes(), name


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "csv"])
def test_one_format(release: Release, tmp_path: Path, form: str) -> None:
    """One format gives one dump, its twin and the description, which names nothing else."""
    export(release, tmp_path, form)
    told = (tmp_path / "dcat.ttl").read_text(encoding="utf-8")

    assert names(tmp_path) == DESCRIPTION | {f"release.{form}", f"release.{form}.gz", f"release.{form}.zst"}
    assert told.count("a dcat:Distribution") == 3


def test_export_over_an_older_one(release: Release, tmp_path: Path) -> None:
    """A second export replaces the list of checksums and leaves other files alone."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    export(release, tmp_path, "nq")
    export(release, tmp_path, "ttl")
    listed = (tmp_path / "SHA256SUMS").read_text(encoding="ascii")

    assert "release.ttl\n" in listed
    assert "release.nq" not in listed
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_unknown_format(release: Release, tmp_path: Path) -> None:
    """A format that does not exist is refused with the known ones, and nothing is written."""
    with pytest.raises(UsageError) as refused:
        export(release, tmp_path / "new", "nq", "xlsx")

    assert str(refused.value) == "There is no such format: 'xlsx'. Known: nq, trig, ttl, jsonld, csv, all."
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("inside", ["", "export", "../other", "../../releases/x/.."])
def test_target_among_the_releases(release: Release, inside: str) -> None:
    """A folder of the releases is refused: what is served is never written to."""
    before = names(release.path)
    with pytest.raises(UsageError, match="folder of the releases"):
        export(release, release.path / inside, "nq")

    assert names(release.path) == before


def test_target_through_a_link(release: Release, tmp_path: Path) -> None:
    """A symbolic link into the releases is refused like the folder that it leads to."""
    (tmp_path / "link").symlink_to(release.path)
    with pytest.raises(UsageError):
        export(release, tmp_path / "link" / "dumps", "nq")

    assert not (release.path / "dumps").exists()


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """No file can grow beyond `size` bytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("form", FORMATS)
def test_full_disk(release: Release, tmp_path: Path, form: str) -> None:
    """A disk that runs full is one clear error; the earlier dumps stay whole and nothing half written is left."""
    export(release, tmp_path, "ttl")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with files_up_to(512), pytest.raises(ExportError) as failed:
        export(release, tmp_path, form)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert str(failed.value).startswith(f"{tmp_path}: the dumps could not be written (")


def test_target_is_a_file(release: Release, tmp_path: Path) -> None:
    """A file in the place of the folder is one clear error."""
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="taken: the dumps could not be written"):
        export(release, tmp_path / "taken", "nq")

    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


def test_damaged_statements(tmp_path: Path) -> None:
    """A canonical file that was changed, or is gone, is refused before anything is written."""
    damaged = released.write(tmp_path / "data")
    with damaged.quads.open("ab") as file:
        file.write(b"<a:a> <a:b> <a:c> <a:d> .\n")
    with pytest.raises(ReleaseError, match="its checksum is not that of the manifest"):
        export(damaged, tmp_path / "out", "ttl")
    damaged.quads.unlink()
    with pytest.raises(ReleaseError, match="it cannot be read"):
        export(damaged, tmp_path / "out", "ttl")

    assert not (tmp_path / "out").exists()


def test_damaged_store(tmp_path: Path) -> None:
    """Tables come from the store; one that cannot be opened is a damaged release, and leaves nothing behind."""
    damaged = released.write(tmp_path / "data")
    (damaged.store / "CURRENT").unlink()
    with pytest.raises(ReleaseError, match="the store cannot be read"):
        export(damaged, tmp_path / "out", "csv")

    assert names(tmp_path / "out") == set()


def test_progress(release: Release, tmp_path: Path) -> None:
    """Each dump is told of while it is made, and never more is done than there is."""
    told: list[tuple[str, int, int]] = []
    export_release(release, tmp_path, ["all"], lambda what, done, total: told.append((what, done, total)))

    assert {"release.trig", "release.ttl", "release.jsonld", "citations.csv", "compressing"} <= {
        each[0] for each in told
    }
    assert all(0 <= done <= total for _, done, total in told)


@pytest.mark.parametrize("form", [RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.JSON_LD])
def test_nothing_to_say(tmp_path: Path, form: RdfFormat) -> None:
    """A file without statements is one that reads back as none."""
    path = tmp_path / "empty"
    write_rdf([], form, path)

    assert list(parse(path=path, format=form)) == []
