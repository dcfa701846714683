"""Building a release: what goes in, what is refused, what stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from ctgraph import assets
from ctgraph.errors import InputError, ReleaseError
from ctgraph.pipeline.build import Folders, Report, build
from ctgraph.settings import Settings
from ctgraph.store.releases import current

LETTER = (
    "In mijn brief van 31 mei 20221 ging ik hierop in. De motie van het lid De Wit (D66)2 vraagt om toezicht. Deze \n"
    "motie is niet volledig uitvoerbaar.\n\n"
    "1 Kamerstuk 29 754, nr. 160.\n"
    "2 Kamerstuk 36 410 VI, nr. 12.\n\n"
    "kst-30821-187\n"
)


@pytest.fixture(name="folders", scope="module")
def _folders() -> Folders:
    return Folders(assets.folder("register"), assets.folder("ontology"))


def _build(settings: Settings, folders: Folders, *paths: Path, add: bool = False) -> Report:
    return build(settings, folders, paths, add, lambda what, done, total: None)


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_build_reads_states_and_reports(tmp_path: Path, folders: Folders) -> None:
    """A letter becomes a graph of its own; its suspect reference is in the summary; the shapes hold."""
    path = _write(tmp_path, "brief.txt", LETTER)
    report = _build(Settings(data=tmp_path / "data"), folders, path)

    assert ("kst-30821-187",) == report.documents
    assert ["Kamerstuk 29 754, nr. 160"] == [s.text for s in report.suspects]
    assert () == report.refused
    assert () == report.violations
    assert "https://w3id.org/ctgraph/graph/text/kst-30821-187" in report.release.manifest.statements


def test_the_same_inputs_make_the_same_release(tmp_path: Path, folders: Folders) -> None:
    """Two builds in other folders and another order of files have one id and the same bytes."""
    one = _write(tmp_path, "a.txt", LETTER)
    two = _write(tmp_path, "b.txt", "Een tekst over Kamerstuk 29 754, nr. 645.\nkst-30821-188\n")
    first = _build(Settings(data=tmp_path / "x"), folders, one, two).release
    second = _build(Settings(data=tmp_path / "y"), folders, two, one).release

    assert first.id == second.id
    assert first.quads.read_bytes() == second.quads.read_bytes()


def test_what_is_refused_does_not_stop_the_rest(tmp_path: Path, folders: Folders) -> None:
    """Missing, empty and binary files and a second text of one paper are refused with the reason; the rest is built."""
    good = _write(tmp_path, "a.txt", LETTER)
    empty = _write(tmp_path, "empty.txt", "")
    binary = tmp_path / "b.txt"
    binary.write_bytes(b"\x00\x01")
    other = _write(tmp_path, "other.txt", "Een andere tekst.\nkst-30821-187\n")
    report = _build(Settings(data=tmp_path / "data"), folders, good, empty, binary, other, tmp_path / "gone.txt")

    assert ("kst-30821-187",) == report.documents
    assert [str(empty), str(binary), str(other), str(tmp_path / "gone.txt")] == [e.path for e in report.refused]
    assert 4 == len(report.release.manifest.refused)


def test_add_keeps_the_inputs_of_the_current_release(tmp_path: Path, folders: Folders) -> None:
    """With `add` the earlier papers stay, from the texts that the release holds; without it they go."""
    settings = Settings(data=tmp_path / "data")
    first = _write(tmp_path, "a.txt", LETTER)
    _build(settings, folders, first)
    first.unlink()
    second = _write(tmp_path, "b.txt", "Een tekst over Kamerstuk 29 754, nr. 645.\nkst-30821-188\n")

    assert ("kst-30821-187", "kst-30821-188") == _build(settings, folders, second, add=True).documents
    assert ("kst-30821-188",) == _build(settings, folders, second).documents


def test_taking_a_sentence_out_takes_its_statements_out(tmp_path: Path, folders: Folders) -> None:
    """What the letter alone states is gone from the graph when its sentence is gone from the letter."""
    settings = Settings(data=tmp_path / "data")
    told = "Deze \nmotie is niet volledig uitvoerbaar."
    whole = _build(settings, folders, _write(tmp_path, "a.txt", LETTER)).release.quads.read_text(encoding="utf-8")
    less = _build(settings, folders, _write(tmp_path, "a.txt", LETTER.replace(told, ""))).release
    mark = "fulfilment-status/not-fully-feasible> <https://w3id.org/ctgraph/graph/text/kst-30821-187>"

    assert mark in whole
    assert mark not in less.quads.read_text(encoding="utf-8")


def test_a_suspect_reference_asserts_nothing(tmp_path: Path, folders: Folders) -> None:
    """No statement of the letter's graph has the suspect paper as its object."""
    release = _build(Settings(data=tmp_path / "data"), folders, _write(tmp_path, "a.txt", LETTER)).release
    with release.quads.open("rb") as file:
        objects = {str(q.object) for q in parse(file, format=RdfFormat.N_QUADS) if "graph/text/" in str(q.graph_name)}

    assert "<https://w3id.org/ctgraph/id/document/kst-29754-160>" not in objects
    assert "<https://w3id.org/ctgraph/concept/resolution-status/suspect>" in objects


def test_a_broken_register_leaves_the_old_release(tmp_path: Path, folders: Folders) -> None:
    """If no release can be made, the one before stays current."""
    settings = Settings(data=tmp_path / "data")
    before = _build(settings, folders).release.id
    with pytest.raises(InputError):
        _build(settings, Folders(tmp_path / "nowhere", folders.ontology))

    assert before == current(settings).id


def test_add_without_a_release_is_an_error(tmp_path: Path, folders: Folders) -> None:
    """There is nothing to keep where nothing was built."""
    with pytest.raises(ReleaseError):
        _build(Settings(data=tmp_path / "data"), folders, add=True)
