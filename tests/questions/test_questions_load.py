"""Headers of canned queries, good and bad."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctgraph.errors import InputError, UnknownName
from ctgraph.questions.load import Wording, catalog, find
from questions.engines import CATALOG, ROOT

GOOD = """#+ summary: {nl: Kort, en: Short}
#+ question: {nl: "Wat?", en: "What?"}
#+ params:
#+   - {name: kind, type: choice, choices: [a, b], default: a, example: b, description: {nl: Soort, en: Kind}}
#+ columns:
#+   - {name: thing, type: iri, description: {nl: Ding, en: Thing}}
#+   - evidence?
SELECT * WHERE { ?thing ?is ?it } ORDER BY ?thing
"""


def folder(root: Path, text: str) -> Path:
    """A folder with one query in it."""
    (root / "questions").mkdir()
    (root / "questions" / "only.rq").write_text(text, encoding="utf-8")
    return root


def test_header(tmp_path: Path) -> None:
    """A header becomes a query with its parameters and columns, and `evidence?` becomes five."""
    query = catalog(folder(tmp_path, GOOD))["only"]
    parameter = query.parameters[0]

    assert (query.summary, query.question) == (Wording("Kort", "Short"), Wording("Wat?", "What?"))
    assert (parameter.choices, parameter.default, parameter.required) == (("a", "b"), "a", False)
    assert [column.name for column in query.columns if column.optional] == [
        "document",
        "start",
        "end",
        "quote",
        "textDigest",
    ]
    assert (query.answers, query.text) == ((), GOOD)


def test_answers(tmp_path: Path) -> None:
    """A header may name the competency questions that its query answers."""
    text = GOOD.replace("#+ params:", "#+ answers: [1, 40]\n#+ params:")

    assert catalog(folder(tmp_path, text))["only"].answers == (1, 40)


@pytest.mark.parametrize(
    ("good", "bad", "reason"),
    [
        (GOOD, "SELECT * WHERE {}", "no header"),
        ("#+ summary: {nl: Kort", "#+ summary: {nl: [", "no YAML"),
        ('#+ question: {nl: "Wat?", en: "What?"}\n', "", "lacks 'question'"),
        ('"What?"}\n', '"What?"}\n#+ answers: [41]\n', "answers"),
        ('"What?"}\n', '"What?"}\n#+ answers: [2, 1]\n', "answers"),
        ('"What?"}\n', '"What?"}\n#+ answers: most\n', "answers"),
        (", en: Short", "", "nl and en"),
        ("nl: Kort", 'nl: ""', "nl and en"),
        ("type: choice", "type: colour", "parameter type 'colour'"),
        ("choices: [a, b], ", "", "needs choices"),
        ("type: iri", "type: link", "column type 'link'"),
        ("evidence?", "proof", "column 'proof'"),
    ],
)
def test_broken_header(tmp_path: Path, good: str, bad: str, reason: str) -> None:
    """A header that breaks its rules is refused with the file, the reason, and where the rules are."""
    with pytest.raises(InputError, match=reason) as caught:
        catalog(folder(tmp_path, GOOD.replace(good, bad)))

    assert "only.rq" in str(caught.value)
    assert "queries/README.md" in str(caught.value)


def test_catalog_is_read_once() -> None:
    """A folder, however it is written, is read once, and comes in the order of the alphabet."""
    again = catalog(ROOT / "tests" / ".." / "queries")

    assert again is CATALOG
    assert list(again) == sorted(again)


def test_unknown_name() -> None:
    """The error for an unknown name tells the known ones."""
    with pytest.raises(UnknownName, match=r"'references'.*references-in, references-to") as caught:
        find(CATALOG, "references")

    assert caught.value.status == 404
    assert find(CATALOG, "laws-in").name == "laws-in"
