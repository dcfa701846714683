"""The guard held against pyoxigraph on queries made at random.

`CTGRAPH_QUERIES=100000 pytest tests/store/test_guard_fuzz.py` asks more of them (`make torture`).
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random
from types import FrameType

import pytest

from ctgraph.errors import CtgraphError, QueryError, QuerySyntaxError, QueryTooComplex, QueryTooLong
from ctgraph.settings import QueryLimits, Settings
from ctgraph.store import guard
from ctgraph.store.backend import Question
from ctgraph.store.pool import EmbeddedStore
from store import specimen
from store.query_grammar import Grammar
from store.serving import with_store

_QUERIES = int(os.environ.get("CTGRAPH_QUERIES", "400"))
_SEED = int(os.environ.get("CTGRAPH_SEED", "1"))
LIMITS = QueryLimits(seconds=3.0)
MEDIA = {
    "select": "text/csv",
    "ask": "text/csv",
    "construct": "application/n-triples",
    "describe": "application/n-triples",
}


async def outcome(store: EmbeddedStore, query: str, seconds: float = LIMITS.seconds) -> str:
    """What became of a query: answered, or the name of the error."""
    try:
        form = guard.inspect(query, LIMITS).form
    except (QueryTooComplex, QueryTooLong) as error:
        return type(error).__name__ if error.limit > 0 else "refused without a limit"
    except QueryError as error:
        return type(error).__name__
    try:
        answer = await store.answer(Question(query, form, MEDIA[form], seconds))
        await specimen.body(answer)
    except CtgraphError as error:
        return f"answered {type(error).__name__}"
    return "answered"


@pytest.mark.timeout(100 + _QUERIES)
def test_what_the_guard_accepts_kills_nothing(tmp_path: Path) -> None:
    """Accepted queries are answered, or refused by the engine with a reason: no death, and hardly a time-out."""
    found: Counter[str] = Counter()
    slow: list[str] = []

    async def work(store: EmbeddedStore) -> None:
        grammar = Grammar(Random(_SEED))
        for _ in range(_QUERIES):
            query = grammar.query()
            ended = await outcome(store, query)
            found[ended] += 1
            assert ended not in ("answered QueryAborted", "answered QueryMemory", "answered StoreBusy"), query
            if ended == "answered QueryTimeout":
                slow.append(query)

    settings = Settings(data=tmp_path, workers=1, limits=LIMITS)
    specimen.write(settings, size=40)
    with_store(settings, work)

    assert "refused without a limit" not in found
    assert found["answered"] > _QUERIES / 2
    assert found["QueryTooComplex"] > _QUERIES / 50
    assert len(slow) <= _QUERIES / 100, slow


def test_planning_stays_within_bounds(tmp_path: Path) -> None:
    """On an empty graph there is only planning to do: bombs just below the limits plan within a query's time."""
    limits = QueryLimits()
    settings = Settings(data=tmp_path, workers=1, limits=limits)
    specimen.write(settings, size=0)
    bombs = (
        "ASK " + "{" * 64 + "}" * 64,
        "ASK { ?s " + "/".join(["<urn:p>"] * 64) + " ?o }",
        "ASK { " + "".join(f"?a{i} <urn:p> ?b{i} . " for i in range(100)) + "}",
        "ASK { " + "?a <urn:p> ?b . " * 100 + "}",
        "ASK { FILTER(" + "||".join(["?a"] * 900) + ") }",
        "ASK { VALUES ?x { " + "1 " * 10_000 + "} }",
        "ASK { " + "{} UNION " * 450 + "{} }",
    )

    async def work(store: EmbeddedStore) -> None:
        for bomb in bombs:
            began = time.monotonic()
            ended = await outcome(store, bomb, limits.seconds)
            assert ended == "answered", bomb[:80]
            assert time.monotonic() - began < limits.seconds

    with_store(settings, work)


@pytest.mark.parametrize("seed", range(40))
def test_the_guard_takes_a_few_steps_a_character(seed: int) -> None:
    """The guard's work is bounded by the length of a query, bombs included; it says no word but its own errors."""
    grammar = Grammar(Random(seed))
    for query in [grammar.query() for _ in range(25)]:
        assert _calls(query) < 1_000 + 40 * len(query), query[:200]


def _calls(query: str) -> int:
    """The calls that the guard makes for a query: a measure of its work that no busy machine changes."""
    made = 0

    def count(_frame: FrameType | None, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    # The first refusal of a process compiles patterns: that is no work of this query.
    _inspect(query)
    sys.setprofile(count)
    try:
        _inspect(query)
    finally:
        sys.setprofile(None)
    return made


def _inspect(query: str) -> None:
    with suppress(QueryTooComplex, QueryTooLong, QuerySyntaxError):
        guard.inspect(query, LIMITS)
