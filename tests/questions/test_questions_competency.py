"""The list of competency questions, and the table of what answers them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctgraph.errors import InputError
from ctgraph.questions.competency import competency_questions, table
from ctgraph.questions.load import COMPETENCY_QUESTIONS, Wording
from questions.engines import CATALOG, ROOT


def test_list_is_complete() -> None:
    """There are forty questions, in both languages, each another one."""
    questions = competency_questions(ROOT / "queries")

    assert len(questions) == len(set(questions)) == COMPETENCY_QUESTIONS == 40


def test_table() -> None:
    """A question has the names of all queries that answer it, or a dash."""
    made = table([Wording("Eén?", "One?"), Wording("Twee?", "Two?")], [CATALOG["motions-on-topic"]])

    assert made.splitlines()[2:] == ["| 1 | One? | `motions-on-topic` |", "| 2 | Two? | – |"]


@pytest.mark.parametrize("text", ["- {nl: Een, en: One}\n", "- {nl: Een}\n", "a: [\n", "3\n"])
def test_broken_list(tmp_path: Path, text: str) -> None:
    """A list that lacks a question or a language is refused with its file."""
    (tmp_path / "competency.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=r"competency\.yaml"):
        competency_questions(tmp_path)
