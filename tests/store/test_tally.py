"""What the texts of each document gave, counted when a release is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse

from ctgraph import assets
from ctgraph.api.asking import fill, read_templates
from ctgraph.namespaces import DEF, ID, RDF
from ctgraph.settings import Settings
from ctgraph.store.releases import Release
from ctgraph.store.tally import FILE, Tallies, counted
from ctgraph.store.writing import Contents, ReleaseWriter

SPECIMEN = Path(__file__).parents[1] / "questions" / "specimen.trig"
LETTER = f"{ID}document/kst-36999-12"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data=tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def release(settings: Settings) -> Release:
    return written(settings, list(parse(path=SPECIMEN, format=RdfFormat.TRIG)))


def written(settings: Settings, quads: list[Quad]) -> Release:
    with ReleaseWriter(settings) as writer:
        return writer.write(Contents(quads, "0.1.0"))


def statement(subject: str, predicate: str, value: str, graph: str) -> Quad:
    return Quad(*(NamedNode(iri) for iri in (subject, predicate, value, f"http://example.org/{graph}")))


def test_it_counts_what_the_query_counts(settings: Settings, release: Release) -> None:
    """For each document the counts and their order are those of the query that is asked where nothing was counted."""
    store = Store.read_only(str(release.store))
    query = read_templates(assets.folder("queries") / "resources")["document-things"]
    documents = {
        quad.object.value
        for quad in store.quads_for_pattern(None, NamedNode(f"{DEF}inDocument"), None, DefaultGraph())
        if isinstance(quad.object, NamedNode)
    }
    tallies = Tallies(settings)

    assert len(documents) == 2
    for document in sorted(documents):
        found = store.query(fill(query, {"document": NamedNode(document)}))
        assert isinstance(found, QuerySolutions)
        asked = [(row["class"].value, int(row["count"].value)) for row in found]
        assert list((tallies.of(release.id, document) or {}).items()) == asked


def test_a_thing_counts_once(tmp_path: Path) -> None:
    """A thing that several passages show, in several graphs, counts once for each of its classes in each document."""
    first, again, other = (f"{ID}passage/{place}" for place in ("d1/0a0a/0-5", "d1/0a0a/7-9", "d2/0b0b/0-5"))
    quads = [
        statement(f"http://example.org/{thing}", f"{DEF}supportedBy", passage, graph)
        for graph in ("g", "h")
        for thing, passage in (
            ("a", first), ("a", again), ("a", other), ("b", again), ("untyped", again)
        )
    ]  # fmt: skip
    typed = [("a", "A", "g"), ("a", "A", "h"), ("a", "B", "h"), ("b", "A", "h"), ("c", "A", "g")]
    quads += [statement(f"http://example.org/{s}", f"{RDF}type", f"{DEF}{name}", graph) for s, name, graph in typed]
    quads.append(statement(first, f"{RDF}type", f"{DEF}Passage", "g"))
    release = written(Settings(data=tmp_path), quads)

    assert counted(release.quads) == {
        (f"{ID}document/d1", f"{DEF}A"): 2,
        (f"{ID}document/d1", f"{DEF}B"): 1,
        (f"{ID}document/d2", f"{DEF}A"): 1,
        (f"{ID}document/d2", f"{DEF}B"): 1,
    }


def test_nothing_counted_is_not_nothing_there(settings: Settings, release: Release, tmp_path: Path) -> None:
    """A document without things has none; a release of another version, and a store elsewhere, give no answer."""
    elsewhere = Settings(data=settings.data, store="http://127.0.0.1:9/sparql")

    assert Tallies(settings).of(release.id, f"{ID}document/kst-1-1") == {}
    assert Tallies(Settings(data=tmp_path)).of(release.id, LETTER) is None
    assert Tallies(elsewhere).of(release.id, LETTER) is None


def test_a_damaged_file_is_not_asked(settings: Settings, release: Release, tmp_path: Path) -> None:
    """Where the file cannot be read, nothing is told; a sound one of another release is read again."""
    damaged = tmp_path / "releases" / ("0" * 16)
    damaged.mkdir(parents=True)
    (damaged / FILE).write_bytes(b"SQLite format 3\0" + b"\xff" * 2_000)
    (damaged.parent / release.id).symlink_to(release.path)
    tallies = Tallies(Settings(data=tmp_path))

    assert tallies.of("0" * 16, LETTER) is None
    assert tallies.of("0" * 16, LETTER) is None
    assert tallies.of(release.id, LETTER) == Tallies(settings).of(release.id, LETTER) != {}
