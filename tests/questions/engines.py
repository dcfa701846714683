"""The test graph and the edge cases in two engines, and what they answer as CSV.

The test graph (`corpus.py`) is made by the pipeline. The edge cases (`specimen.trig`) are written by hand: what the
pipeline cannot make yet, or what only a fault could make. They are the roll call, the commitment of the official
register, times of which only a part is known, several passages for one thing, and cells that CSV has to escape.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox
import rdflib

from ctgraph.questions.binding import bind
from ctgraph.questions.load import catalog
from questions.corpus import corpus_quads

ROOT = Path(__file__).resolve().parents[2]
SPECIMEN = Path(__file__).with_name("specimen.trig")
TODAY = date(2025, 2, 1)
"""What `today` means in every test."""

CATALOG = catalog(ROOT / "queries")
CASES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "account-of-motion": {"motion": "kst-36999-7"},
        "actors-in": {"document": "kst-36999-12"},
        "acts-of-person": {"person": "anna-zwart"},
        "advice-vote-response": {},
        "annexes": {},
        "announcements": {"document": "kst-36999-12"},
        "bills-announced": {},
        "bills-until-submission": {},
        "claims-about": {"thing": "motion/kst-36999-7"},
        "co-submitters": {},
        "commitments": {},
        "commitments-fulfilled": {},
        "contradictions": {},
        "cooperation-with": {},
        "cross-chamber-answers": {},
        "dossier-timeline": {"dossier": "36999"},
        "funding-schemes": {},
        "how-to-cite": {"document": "kst-36999-D"},
        "law-forward": {"law": "law/wet-toezicht-havens"},
        "law-history": {"law": "law/BWBR0099991"},
        "laws-in": {"document": "kst-36999-12"},
        "limits-and-powers": {},
        "measures": {},
        "most-cited": {},
        "motions": {},
        "motions-answered-in": {"document": "kst-36999-12"},
        "motions-not-feasible": {},
        "motions-on-topic": {},
        "motions-without-response": {"months": "6"},
        "papers-in-several-dossiers": {},
        "passages-on-motion": {"motion": "kst-36999-7"},
        "periods-covered": {},
        "questions-answered-later": {},
        "phenomena-in-threat-assessments": {},
        "recurring-obstacles": {"times": "2"},
        "references-in": {"document": "kst-36999-12"},
        "references-to": {"cited": "kst-36999-7"},
        "requests-answered": {},
        "roles-of": {"person": "anna-zwart"},
        "series-editions": {},
        "single-source-statements": {"document": "kst-36999-D"},
        "source-of": {
            "subject": "motion/kst-36999-7",
            "predicate": "ctg:textInDocument",
            "object": "kst-36999-7",
        },
        "statements-about": {"organisation": "organisation/nctv"},
        "strategies-at-decisions": {},
        "strategy-in-force": {"date": "2024-03-04"},
        "studies": {},
        "suspect-references": {},
        "threat-assessments-cited": {},
        "threat-levels": {},
        "topic-hierarchy": {"topic": "accelerationisme"},
        "traces-of-measure": {"measure": "e"},
        "votes-by-group": {"to": "2024-01-31"},
        "votes-on": {"motion": "kst-36999-7"},
        "what-happened-to": {"motion": "kst-36999-7"},
    }
)
"""For each query the parameters of its golden answer."""

Row = dict[str, str]


def store(quads: Iterable[ox.Quad]) -> ox.Store:
    """An in-memory store whose default graph is the union of its named graphs, as a release has it."""
    named = list(quads)
    made = ox.Store()
    made.bulk_extend(named)
    made.bulk_extend({ox.Quad(quad.subject, quad.predicate, quad.object) for quad in named})
    return made


@lru_cache(maxsize=1)
def specimen_quads() -> tuple[ox.Quad, ...]:
    """The statements of the edge cases."""
    return tuple(ox.parse(path=SPECIMEN, format=ox.RdfFormat.TRIG))


def in_graph(quad: ox.Quad, part: str) -> bool:
    """Whether the IRI of the quad's named graph has that part."""
    return part in str(quad.graph_name)


@lru_cache(maxsize=1)
def specimen() -> ox.Store:
    """The edge cases in pyoxigraph; nobody writes to it."""
    return store(specimen_quads())


@lru_cache(maxsize=1)
def specimen_in_rdflib() -> rdflib.Dataset:
    """The edge cases in rdflib; nobody writes to it."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=SPECIMEN.read_text(encoding="utf-8"), format="trig")
    return dataset


@lru_cache(maxsize=1)
def corpus() -> ox.Store:
    """The test graph in pyoxigraph; nobody writes to it."""
    return store(corpus_quads())


@lru_cache(maxsize=1)
def corpus_in_rdflib() -> rdflib.Dataset:
    """The test graph in rdflib; nobody writes to it."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=ox.serialize(corpus_quads(), format=ox.RdfFormat.N_QUADS), format="nquads")
    return dataset


def sparql(name: str, given: Mapping[str, str] | None = None) -> str:
    """A query with its parameters bound; with those of its case if none are given."""
    return bind(CATALOG[name], CASES[name] if given is None else given, TODAY)


def solve(query: str, on: ox.Store | None = None) -> ox.QuerySolutions:
    """The solutions of a SELECT in pyoxigraph; on the edge cases if no store is given."""
    solutions = (on or specimen()).query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    return solutions


def ask(name: str, given: Mapping[str, str] | None = None, on: ox.Store | None = None) -> list[Row]:
    """The rows of a canned query in pyoxigraph; what is unbound is absent."""
    solutions = solve(sparql(name, given), on)
    names = [variable.value for variable in solutions.variables]
    return [{name: row[name].value for name in names if row[name] is not None} for row in solutions]


def csv_of_pyoxigraph(query: str, on: ox.Store | None = None) -> str:
    """The answer of pyoxigraph as CSV with a header."""
    solutions = solve(query, on)
    names = [variable.value for variable in solutions.variables]
    return _csv(names, ([row[name].value if row[name] else "" for name in names] for row in solutions))


def csv_of_rdflib(query: str, on: rdflib.Dataset | None = None) -> str:
    """The answer of rdflib as CSV with a header."""
    result = (on if on is not None else specimen_in_rdflib()).query(query)
    names = [str(variable) for variable in result.vars or ()]
    rows = ([_cell(cell) for cell in row] for row in result if isinstance(row, rdflib.query.ResultRow))
    return _csv(names, rows)


def _cell(term: rdflib.term.Node | None) -> str:
    return "" if term is None else str(term)


def _csv(names: list[str], rows: Iterable[list[str]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    return written.getvalue()
