"""A query in the words in which a remote store is asked, with the same meaning whatever store it is.

What SPARQL 1.1 leaves to the store is said out loud: which graph is the default one (the union of the release), which
graphs there are for `GRAPH ?g` (those of the release), what a relative IRI resolves against, what DESCRIBE gives.

    SELECT ?s { ?s ?p ?o }         as it is, with default-graph-uri=urn:ctgraph:release:ID
    ASK { ?s ?p 1 GRAPH ?g { } }   ASK { GRAPH <urn:ctgraph:release:ID> { ?s ?p 1 FILTER(STRSTARTS(STR(?g), …)) … } }

A query with a default graph by the protocol has no named graphs by the standard, so one with GRAPH gets its default
graph from a GRAPH of ours around its patterns: an inner GRAPH takes the place of an outer one. FILTER may stand
wherever GRAPH may, and the variable is bound in that group, so that the filter changes nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from msgspec import Struct

from ctgraph.namespaces import BASE, GRAPH
from ctgraph.store.backend import Question
from ctgraph.store.lexer import Token, tokens
from ctgraph.store.remote.describing import as_construct
from ctgraph.store.remote.layout import DIGEST, GRAPHS, union

_NOTHING: Final = "urn:ctgraph:nothing"
"""A graph that is never there: the default graph of a request that names named graphs alone."""


class Sent(Struct, frozen=True):
    """A query as it goes out, with its dataset.

    `touches_graphs` says that it reads the named graphs, `adds_up` that its default graph is made of several, which
    not every store adds up as a set.
    """

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    touches_graphs: bool = True
    adds_up: bool = False


class _Edit(NamedTuple):
    """`query[start:end]` becomes `text`."""

    start: int
    end: int
    text: str


class _Read:
    """A query with its tokens and their texts, keywords in capitals."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.tokens: Sequence[Token] = tuple(tokens(query))
        self.texts = [self._text(token) for token in self.tokens]

    def _text(self, token: Token) -> str:
        text = self.query[token.start : token.end]
        return text.upper() if token.kind == "word" else text

    def has(self, word: str) -> bool:
        """Whether the keyword is there."""
        return any(text == word for token, text in zip(self.tokens, self.texts, strict=True) if token.kind == "word")

    def edited(self, edits: Iterator[_Edit]) -> str:
        """The query with some of its places changed, in their order."""
        parts, position = [], 0
        for edit in sorted(edits):
            parts += [self.query[position : edit.start], edit.text]
            position = edit.end
        return "".join((*parts, self.query[position:]))


def adapt(question: Question, release: str) -> Sent:
    """The question as it is put to the store, on this release; its query parses as SPARQL 1.1."""
    read = _Read(as_construct(question.query) if question.form == "describe" else question.query)
    base = "" if read.has("BASE") else f"BASE <{BASE}>\n"
    default, named = question.default_graphs, question.named_graphs
    if default is not None or named is not None:
        query = read.edited(_narrowing(read, any_named=bool(named)))
        graphs = tuple(dict.fromkeys(default or (_NOTHING,)))
        return Sent(base + query, graphs, tuple(named or ()), adds_up=len(graphs) > 1)
    if read.has("FROM"):
        query = read.edited(_narrowing(read, any_named=read.has("NAMED")))
        return Sent(base + query, adds_up=_defaults(read) > 1)
    if read.has("GRAPH"):
        return Sent(base + read.edited(_on_release(read, release)))
    return Sent(base + read.query, (union(release).value,), touches_graphs=False)


def _defaults(read: _Read) -> int:
    """How many FROM clauses there are without NAMED."""
    return sum(text == "FROM" and after != "NAMED" for text, after in zip(read.texts, read.texts[1:], strict=False))


def _on_release(read: _Read, release: str) -> Iterator[_Edit]:
    """Put a GRAPH around each outermost pattern, and narrow the graphs inside."""
    yield from _wrapping(read, release)
    emptied = set()
    for index in _graph_variables(read):
        if read.texts[index + 2 : index + 4] == ["{", "}"]:  # not every store lists its graphs for this
            variable, end = read.texts[index + 1], read.tokens[index + 3].end
            listed = f"GRAPH {GRAPHS} {{ {variable} {DIGEST} [] }}"
            yield _Edit(read.tokens[index].start, end, listed)
            emptied.add(index)
    yield from (edit for index, edit in _narrowings(read, any_named=True) if index not in emptied)


def _narrowing(read: _Read, any_named: bool) -> Iterator[_Edit]:
    return (edit for _, edit in _narrowings(read, any_named))


def _narrowings(read: _Read, any_named: bool) -> Iterator[tuple[int, _Edit]]:
    """Before each `GRAPH ?g` a filter that leaves the graphs of the release, or none if the dataset has none."""
    for index in _graph_variables(read):
        condition = f'STRSTARTS(STR({read.texts[index + 1]}), "{GRAPH}")' if any_named else "false"
        start = read.tokens[index].start
        yield index, _Edit(start, start, f"FILTER({condition}) ")


def _graph_variables(read: _Read) -> Iterator[int]:
    for index, (token, text) in enumerate(zip(read.tokens[:-1], read.texts, strict=False)):
        if token.kind == "word" and text == "GRAPH" and read.tokens[index + 1].kind == "variable":
            yield index


def _wrapping(read: _Read, release: str) -> Iterator[_Edit]:
    """Around each outermost group that is a pattern: not the template of CONSTRUCT, nor the rows of VALUES."""
    depth, is_pattern = 0, True
    for index, (token, text) in enumerate(zip(read.tokens, read.texts, strict=True)):
        if text == "{":
            if depth == 0 and is_pattern:
                yield _Edit(token.start, token.start, f"{{ GRAPH {union(release)} ")
            depth += 1
        elif text == "}":
            depth -= 1
            if depth == 0 and is_pattern:
                yield _Edit(token.end, token.end, " }")
            is_pattern = is_pattern or depth > 0
        elif depth == 0 and token.kind == "word":
            is_template = text == "CONSTRUCT" and read.texts[index + 1 : index + 2] == ["{"]
            is_pattern = not (is_template or text == "VALUES")
