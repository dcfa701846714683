"""What is stated of records keeps the rules of the ontology, and leads back to the records."""

from __future__ import annotations

from datetime import date

import pyoxigraph as ox
import pytest

from ctgraph import assets
from ctgraph.graph.shapes import check, load_rules
from ctgraph.namespaces import DEF, PROV
from ctgraph.questions.binding import bind
from ctgraph.questions.load import catalog, find
from readers.records import SPECIMENS, specimen, stated

NAMES = sorted(
    path.name
    for path in (path for path in SPECIMENS.iterdir() if path.is_file())
    if path.name not in ("README.md", "sru_diagnostic.xml")
)
ALONE = [name for name in NAMES if name != "syncfeed.xml"]
"""SyncFeed and OData speak of one motion, whose graph has one name: a build holds the newer of the two."""


def test_there_is_a_specimen_of_every_format() -> None:
    """The specimens are there to be checked."""
    assert len(NAMES) == 17


@pytest.mark.parametrize("name", NAMES)
def test_statements_of_records_conform(name: str) -> None:
    """What is stated of each specimen breaks no rule of the ontology."""
    broken = check(stated(specimen(name).records), load_rules(assets.folder("ontology")))

    assert [(each.focus, each.rule) for each in broken] == []


def test_statements_of_all_records_together_conform() -> None:
    """What several sources say of the same things breaks no rule together."""
    quads = [quad for name in ALONE for quad in stated(specimen(name).records)]

    assert check(quads, load_rules(assets.folder("ontology"))) == ()


@pytest.mark.parametrize("name", ["metadata.xml", "tk_decision.json", "tk_commitments.json", "tooi_ministeries.json"])
def test_source_of_answers_for_every_statement(name: str) -> None:
    """Each statement of a record is answered by the question source-of, with its graph, record, confidence and run."""
    quads = stated(specimen(name).records)
    store = ox.Store()
    store.bulk_extend([*quads, *(ox.Quad(q.subject, q.predicate, q.object) for q in quads)])
    query = find(catalog(assets.folder("queries")), "source-of")
    of_things = [q for q in quads if q.predicate.value not in (PROV + "wasDerivedFrom", DEF + "extractedBy")]
    for quad in of_things[:: max(1, len(of_things) // 40)]:
        subject = str(quad.subject).strip("<>")
        given = {"subject": subject, "predicate": quad.predicate.value, "object": str(quad.object)}
        answer = store.query(bind(query, given, date(2026, 1, 1)))
        assert isinstance(answer, ox.QuerySolutions)
        rows = list(answer)

        assert quad.graph_name in [row["graph"] for row in rows], given
        assert all(row["run"] is not None for row in rows)
