"""A release held against its rules as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ctgraph import assets
from ctgraph.identifiers import concept_iri, graph_iri, iri
from ctgraph.namespaces import DEF, RDF
from ctgraph.pipeline.build import build
from ctgraph.pipeline.checking import check_release
from ctgraph.pipeline.stock import Folders
from ctgraph.settings import Settings
from ctgraph.store.releases import Release
from ctgraph.store.writing import Contents, ReleaseWriter

LETTER = (
    "Geachte Voorzitter, zie mijn brief (Kamerstuk 29 754, nr. 641). De motie van het lid De Wit (D66) (Kamerstuk \n"
    "36 410 VI, nr. 12) is niet volledig uitvoerbaar.\n\nkst-30821-187\n"
)
ONTOLOGY = assets.folder("ontology")
GRAPH = NamedNode(graph_iri("text", "kst-30821-187"))
MOTION = NamedNode(iri("motion", "kst-99999-1"))


@pytest.fixture(name="sound", scope="module")
def _sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, list[Quad], str]:
    """A build of a letter: its statements, and its text."""
    folder = tmp_path_factory.mktemp("sound")
    (folder / "a.txt").write_text(LETTER, encoding="utf-8")
    settings = Settings(data=folder / "data")
    folders = Folders(assets.folder("register"), ONTOLOGY)
    release = build(settings, folders, [folder / "a.txt"], False, lambda what, done, total: None).release
    return settings, list(parse(release.quads.read_bytes(), format=RdfFormat.N_QUADS)), LETTER


def _release(folder: Path, quads: list[Quad], text: str) -> Release:
    with ReleaseWriter(Settings(data=folder)) as writer:
        return writer.write(Contents(quads, "0.1.0", texts=[text], documents=1))


def _off_by_one(quads: list[Quad]) -> list[Quad]:
    """One passage begins a character later than its words, and ends so too: its length is right."""
    moved = next(q.subject for q in quads if q.predicate.value == DEF + "exactText" and "641" in str(q.object))
    return [_moved(q) if q.subject == moved and q.predicate.value.endswith("Position") else q for q in quads]


def _moved(quad: Quad) -> Quad:
    assert isinstance(quad.object, Literal)
    value = Literal(str(int(quad.object.value) + 1), datatype=quad.object.datatype)
    return Quad(quad.subject, quad.predicate, value, quad.graph_name)


def _with(quads: list[Quad], subject: NamedNode, predicate: str, item: NamedNode) -> list[Quad]:
    return [*quads, Quad(subject, NamedNode(predicate), item, GRAPH)]


def test_a_build_is_sound(tmp_path: Path, sound: tuple[Settings, list[Quad], str]) -> None:
    """No shape is broken by the whole graph, and every passage stands in the text as it says."""
    _, quads, text = sound
    found = check_release(_release(tmp_path, quads, text), ONTOLOGY)

    assert ((), ()) == (found.violations, found.misquotes)


def test_a_passage_off_by_one_character_is_found(tmp_path: Path, sound: tuple[Settings, list[Quad], str]) -> None:
    """A passage whose length is right and whose words stand a character earlier is told with what stands there."""
    _, quads, text = sound
    found = check_release(_release(tmp_path, _off_by_one(quads), text), ONTOLOGY)

    assert () == found.violations
    assert ["Kamerstuk 29 754, nr. 641"] == [m.quoted for m in found.misquotes]
    assert ["amerstuk 29 754, nr. 641)"] == [m.found for m in found.misquotes]


def test_a_text_that_is_gone_is_found(tmp_path: Path, sound: tuple[Settings, list[Quad], str]) -> None:
    """Without its text no passage can be trusted."""
    _, quads, _ = sound
    found = check_release(_release(tmp_path, quads, "another text"), ONTOLOGY)

    assert {None} == {m.found for m in found.misquotes}
    assert found.misquotes


@pytest.mark.parametrize(
    ("subject", "predicate", "item", "words"),
    [
        (MOTION, RDF + "type", NamedNode(DEF + "Motion"), "A motion has a paper with its text"),
        (
            NamedNode(iri("document", "dtn-56")),
            DEF + "threatLevel",
            NamedNode(concept_iri("threat-level-four-step", "substantieel")),
            "A threat level stands on the scale that held",
        ),
        (
            NamedNode(iri("response", "kst-30821-187/kst-36410-VI-12")),
            DEF + "fulfilmentStatus",
            NamedNode(concept_iri("fulfilment-status", "perhaps")),
            "status",
        ),
    ],
    ids=["a motion with neither paper nor passage", "a level on the wrong scale", "an unknown status"],
)
def test_planted_faults_are_found(
    tmp_path: Path,
    sound: tuple[Settings, list[Quad], str],
    subject: NamedNode,
    predicate: str,
    item: NamedNode,
    words: str,
) -> None:
    """Each fault is told with the node, the rule in words and the sources that speak of the node."""
    _, quads, text = sound
    found = check_release(_release(tmp_path, _with(quads, subject, predicate, item), text), ONTOLOGY)
    told = [v for v in found.violations if v.focus == subject.value]

    assert any(words in v.message_en for v in told)
    assert all(v.message_nl and v.sources for v in told)
