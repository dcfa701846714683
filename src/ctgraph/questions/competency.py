"""The competency questions, and which canned queries answer each: what `queries/README.md` shows as a table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import yaml

from ctgraph.errors import InputError
from ctgraph.questions.load import COMPETENCY_QUESTIONS, CannedQuery, Wording, wording

_FILE: Final = "competency.yaml"
_HEAD: Final = "| # | question | answered by |\n|---|---|---|\n"


def competency_questions(folder: Path) -> tuple[Wording, ...]:
    """The questions in `folder/competency.yaml`, number 1 first; raises InputError if there are not that many."""
    path = folder / _FILE
    try:
        found = tuple(wording(entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, TypeError, ValueError) as error:
        raise InputError(str(path), f"it is no list of questions ({error})", "Write each as {nl: …, en: …}") from error
    if len(found) != COMPETENCY_QUESTIONS:
        reason = f"it has {len(found)} questions, not {COMPETENCY_QUESTIONS}"
        raise InputError(str(path), reason, "Keep the numbers; queries refer to them")
    return found


def table(questions: Iterable[Wording], queries: Iterable[CannedQuery]) -> str:
    """The questions as a table in Markdown, each with the names of the queries that answer it; none is a dash."""
    known = tuple(queries)
    rows = (_row(number, question, known) for number, question in enumerate(questions, 1))
    return _HEAD + "".join(rows)


def _row(number: int, question: Wording, queries: tuple[CannedQuery, ...]) -> str:
    names = sorted(query.name for query in queries if number in query.answers)
    return f"| {number} | {question.en} | {', '.join(f'`{name}`' for name in names) or '–'} |\n"
