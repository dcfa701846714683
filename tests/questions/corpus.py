"""The test graph: what the pipeline states of the papers in `papers/`, of records of official sources, and of the
register in `facts.py`.

Nothing in it is written by hand, so a golden answer is an answer of the pipeline. `without` builds the same graph from
papers of which a sentence was taken out. Of the ontology it holds the values, which answers are worded with.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from ctgraph.graph.official import state_records
from ctgraph.graph.ontology import file_quads, files
from ctgraph.graph.register import state_deliveries, state_register
from ctgraph.graph.statements import state
from ctgraph.model.claims import Account
from ctgraph.model.records import Register
from ctgraph.model.source import SourceFile
from ctgraph.pipeline.crosswalk import crosswalk
from ctgraph.pipeline.gazetteer import gazetteer
from ctgraph.pipeline.outcomes import deliveries
from ctgraph.pipeline.phenomena import phenomena
from ctgraph.pipeline.reading import Reading
from ctgraph.readers import read
from ctgraph.version import VERSION
from questions.facts import REGISTER
from register_tables import make_register

PAPERS = tuple(sorted(Path(__file__).with_name("papers").glob("*.txt")))
_SPECIMENS = Path(__file__).resolve().parents[1] / "readers" / "specimens"
RECORDS = (
    _SPECIMENS / "laws" / "bwb_version.xml",
    _SPECIMENS / "tk_commitments.json",
    _SPECIMENS / "tk_decision.json",
)
"""Composed specimens in the forms of the official sources."""

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"


@lru_cache(maxsize=1)
def register() -> Register:
    """The register of the test graph."""
    with TemporaryDirectory() as folder:
        return make_register(Path(folder), REGISTER)


@lru_cache(maxsize=1)
def corpus_quads() -> tuple[ox.Quad, ...]:
    """The statements of the test graph."""
    return tuple(_quads([_source(path) for path in PAPERS]))


def without(paper: str, words: str) -> tuple[ox.Quad, ...]:
    """The statements of the test graph if those words, which stand there once, were not in that paper."""
    sources = [_source(path) for path in PAPERS]
    text = next(source.data.decode() for source in sources if _stem(source) == paper)
    if text.count(words) != 1:
        raise ValueError(f"{words!r} stands {text.count(words)} times in {paper}")
    less = text.replace(words, "")
    return tuple(_quads([SourceFile(s.path, less.encode()) if _stem(s) == paper else s for s in sources]))


def _source(path: Path) -> SourceFile:
    return SourceFile(str(path), path.read_bytes())


def _stem(source: SourceFile) -> str:
    return Path(source.path).stem


def _quads(sources: list[SourceFile]) -> Iterator[ox.Quad]:
    accounts = _accounts(sources)
    for account in accounts:
        yield from state(account, VERSION)
    yield from state_register(register(), VERSION)
    yield from state_deliveries(register(), VERSION, deliveries(accounts, register().outcomes.values()))
    yield from _recorded()
    yield from _values()


@lru_cache(maxsize=1)
def _recorded() -> tuple[ox.Quad, ...]:
    """What official sources say as data: votes, promises of the official register, a law with its versions."""
    known = crosswalk(register())
    taken = (read(_source(path), {}) for path in RECORDS)
    return tuple(q for intake in taken for sourced in intake.records for q in state_records(sourced, known, VERSION))


def _accounts(sources: list[SourceFile]) -> list[Account]:
    reading = Reading(gazetteer(register(), phenomena(_values())))
    documents = [reading.document(source) for source in sources]
    reading.holding(frozenset(document.id for document in documents))
    return [reading.account(document) for document in documents]


@lru_cache(maxsize=1)
def _values() -> tuple[ox.Quad, ...]:
    concepts = ((stem, path) for stem, path in files(ONTOLOGY) if path.parent.name == "concepts")
    return tuple(quad for stem, path in concepts for quad in file_quads(path, stem))
