"""DESCRIBE as a CONSTRUCT with the answer that the embedded store gives: all triples with the thing as subject.

What DESCRIBE gives is up to each store; Virtuoso gives the triples with the thing as object too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ctgraph.store.lexer import Token, tokens

_CONSTRUCT: Final = "CONSTRUCT { ?ctgraph_s ?ctgraph_p ?ctgraph_o }"
_TARGETS: Final = ("variable", "iri", "name")


def as_construct(query: str) -> str:
    """A DESCRIBE query, which parses, as a CONSTRUCT query; anything else as it is."""
    found = tuple(tokens(query))
    texts = [query[token.start : token.end].upper() if token.kind == "word" else query[token.start : token.end]
             for token in found]  # fmt: skip
    at = next((i for i, token in enumerate(found) if token.kind == "word" and texts[i] == "DESCRIBE"), None)
    if at is None:
        return query
    first = at + 1
    after = _after_targets(found, texts, first)
    where = _after_dataset(texts, after)
    dataset = query[found[after].start : found[where - 1].end] if where > after else ""
    rest = query[found[where].start :] if where < len(found) else ""
    if not rest.startswith("{") and texts[where : where + 1] != ["WHERE"]:
        rest = f"WHERE {{ }} {rest}"
    targets = texts[first:after]
    if "*" in targets:
        targets = [text for token, text in zip(found[where:], texts[where:], strict=True) if token.kind == "variable"]
    branches = " UNION ".join(_branch(target, rest) for target in dict.fromkeys(targets))
    pattern = f"{{ {branches or '{ FILTER(false) }'} ?ctgraph_s ?ctgraph_p ?ctgraph_o }}"
    return f"{query[: found[at].start]}{_CONSTRUCT} {dataset} WHERE {pattern}"


def _after_targets(found: Sequence[Token], texts: Sequence[str], index: int) -> int:
    while index < len(found) and (found[index].kind in _TARGETS or texts[index] == "*"):
        index += 1
    return index


def _after_dataset(texts: Sequence[str], index: int) -> int:
    while texts[index : index + 1] == ["FROM"]:
        index += 3 if texts[index + 1 : index + 2] == ["NAMED"] else 2
    return index


def _branch(target: str, rest: str) -> str:
    """What binds the thing to one of the targets; a variable that stays unbound gives nothing."""
    if target[0] not in "?$":
        return f"{{ BIND({target} AS ?ctgraph_s) }}"
    return f"{{ {{ SELECT {target} {rest}\n}} BIND({target} AS ?ctgraph_s) FILTER(BOUND(?ctgraph_s)) }}"
