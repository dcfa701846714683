"""The query that counts the rows of a query, to find out whether a store gave all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ctgraph.store.lexer import tokens

_FORMS: Final = ("SELECT", "CONSTRUCT")


def counting(query: str) -> str | None:
    """A query for the number of rows (`n`) of a SELECT, or of solutions of a CONSTRUCT; None where none can be made.

    There is none for a query with FROM, since a subquery has no dataset.
    """
    found = tuple(tokens(query))
    texts = [query[token.start : token.end].upper() if token.kind == "word" else "" for token in found]
    form = next((index for index, text in enumerate(texts) if text in _FORMS), None)
    if form is None or "FROM" in texts:
        return None
    start = found[form].start
    rows = query[start:]
    if texts[form] == "CONSTRUCT":
        signs = [query[token.start : token.end] for token in found]
        rows = "SELECT * " + query[found[_after_template(signs, form + 1)].start :]
    return f"{query[:start]}SELECT (COUNT(*) AS ?n) {{ {rows}\n}}"


def _after_template(signs: Sequence[str], index: int) -> int:
    """Past the template, if there is one."""
    depth = 0
    while True:
        depth += (signs[index] == "{") - (signs[index] == "}")
        if depth == 0:
            return index + 1 if signs[index] == "}" else index
        index += 1
