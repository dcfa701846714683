"""ask, sparql, check: questions to the current release, in a worker process with the server's limits."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ctgraph import assets
from ctgraph.cli.console import emit, print_table
from ctgraph.errors import InputError, UsageError
from ctgraph.questions.binding import bind
from ctgraph.questions.load import catalog, find
from ctgraph.settings import Settings
from ctgraph.store.backend import Question
from ctgraph.store.guard import inspect
from ctgraph.store.once import ask_once
from ctgraph.store.releases import current

_RESULTS = {
    "table": "text/csv",
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
_GRAPHS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "trig": "application/trig",
    "nq": "application/n-quads",
}


def list_queries() -> None:
    """Print the canned queries with their parameters and what they answer."""
    rows = []
    for query in catalog(assets.folder("queries")).values():
        parameters = ", ".join(p.name if p.required else f"{p.name}?" for p in query.parameters)
        rows.append([query.name, parameters, query.question.en])
    print_table(["name", "parameters", "question"], rows)


def ask(settings: Settings, name: str, given: Sequence[str], form: str, limit: int | None) -> None:
    """Run a canned query and print its rows."""
    media_type = _choose(form, _RESULTS)
    query = find(catalog(assets.folder("queries")), name)
    text = bind(query, _pairs(given), date.today())
    if limit is not None:
        text = f"{text}\nLIMIT {limit}\n"
    answer = b"".join(ask_once(settings, current(settings).path, _question(settings, text, media_type)))
    _print(answer, form)


def _pairs(given: Sequence[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for item in given:
        name, separator, value = item.partition("=")
        if not separator:
            raise UsageError("A parameter is written NAME=VALUE", item)
        if name in pairs:
            raise UsageError("A parameter is given twice", name)
        pairs[name] = value
    return pairs


def run_query(settings: Settings, query: str, form: str) -> None:
    """Run a query that the user wrote."""
    text = _query_text(query)
    inspected = inspect(text, settings.limits)
    known = _RESULTS if inspected.form in ("select", "ask") else _GRAPHS
    form = form or next(iter(known))
    question = Question(text, inspected.form, _choose(form, known), settings.limits.seconds)
    _print(b"".join(ask_once(settings, current(settings).path, question)), form)


def _query_text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if not query.startswith("@"):
        return query
    try:
        return Path(query[1:]).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(query[1:], f"it cannot be read ({error})", "Name a file with a query as UTF-8") from error


def _question(settings: Settings, text: str, media_type: str) -> Question:
    return Question(text, "select", media_type, settings.limits.max_seconds)


def _choose(form: str, known: dict[str, str]) -> str:
    if form not in known:
        raise UsageError("There is no such format for this query", form, tuple(known))
    return known[form]


def _print(answer: bytes, form: str) -> None:
    if form != "table":
        emit(answer)
        return
    rows = list(csv.reader(io.StringIO(answer.decode(), newline="")))
    if len(rows) == 1 and len(rows[0]) == 1 and rows[0][0] in ("true", "false"):
        emit(f"{rows[0][0]}\n".encode())
    elif rows:
        print_table(rows[0], rows[1:])
