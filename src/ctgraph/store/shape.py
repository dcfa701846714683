"""How large a query is: nesting, triple patterns, path steps, operators and VALUES rows, in one linear walk.

The walk keeps an explicit stack of open brackets. The figures are what the planner has to work on; where the
grammar would need more than the walk knows, they are slightly too high, never too low.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Literal

from ctgraph.store.lexer import Token

_TERMS: Final = frozenset({"iri", "name", "variable", "string", "number", "blank"})
_TERM_WORDS: Final = frozenset({"A", "TRUE", "FALSE", "UNDEF"})
# `startswith`, because pyoxigraph needs no white space between words: FILTERNOTEXISTS.
_OPERATOR_WORDS: Final = (
    "UNION", "OPTIONAL", "MINUS", "FILTER", "BIND", "AS", "EXISTS", "NOT", "IN", "LATERAL",
)  # fmt: skip
_OUTSIDE_WORDS: Final = frozenset(
    {"SELECT", "DISTINCT", "REDUCED", "GROUP", "ORDER", "HAVING", "BY", "ASC", "DESC", "LIMIT", "OFFSET"}
)
# The start of an IRI that cannot be read as a comparison: `<http://…`; not `<urn:x>` or `<a>`.
_HIERARCHICAL: Final = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://")
_PATH_SIGNS: Final = frozenset("/|^!*+?")
_CLOSERS: Final = {"}": "{", ")": "(", "]": "[", ">>": "<<"}

_Kind = Literal["top", "triples", "values", "row", "expression", "list"]


class _Slot(IntEnum):
    """Where in a triple the next term stands; OUTSIDE is a projection or a solution modifier."""

    SUBJECT = 0
    PREDICATE = 1
    OBJECT = 2
    DONE = 3
    OUTSIDE = 4


_AFTER: Final = {
    _Slot.SUBJECT: _Slot.PREDICATE,
    _Slot.PREDICATE: _Slot.OBJECT,
    _Slot.OBJECT: _Slot.DONE,
    _Slot.DONE: _Slot.DONE,
    _Slot.OUTSIDE: _Slot.OUTSIDE,
}
_SEPARATORS: Final = {".": _Slot.SUBJECT, ";": _Slot.PREDICATE, ",": _Slot.OBJECT}


@dataclass(slots=True)
class _Frame:
    """An open bracket. `path` marks the brackets of a property path, `planned` all but CONSTRUCT templates."""

    bracket: str
    kind: _Kind
    slot: _Slot = _Slot.SUBJECT
    path: bool = False
    planned: bool = True


@dataclass(slots=True)
class Shape:
    """The figures of one query.

    `operators` counts clauses and the terms outside all brackets too: each costs the parser or planner.
    `doubtful` is the offset of a `<` that SPARQL reads as the start of an IRI and pyoxigraph perhaps as a
    comparison, or -1.
    """

    nesting: int = 0
    patterns: int = 0
    path_steps: int = 0
    operators: int = 0
    values_rows: int = 0
    doubtful: int = -1


def measure(query: str, tokens: Iterable[Token]) -> Shape:
    """Measure `query`, whose tokens these are."""
    walk = _Walk(query)
    for token in tokens:
        walk.take(token)
    return walk.shape


def _ends_operand(token: Token, text: str) -> bool:
    if token.kind == "sign":
        return text in (")", "]", ">>")
    return token.kind != "word" or text.upper().endswith(("TRUE", "FALSE"))


class _Walk:
    def __init__(self, query: str) -> None:
        self.shape = Shape()
        self._query = query
        self._stack = [_Frame("", "top")]
        self._keyword = ""  # the keyword just before, if the previous token was one
        self._values = False  # VALUES was read, its block not yet
        self._datatype = False  # `^^` was read: the next term belongs to the literal
        self._operand = False  # the previous token ends what a comparison can stand behind

    def take(self, token: Token) -> None:
        text = self._query[token.start : token.end]
        keyword = ""
        self._doubt(token, text)
        if token.kind == "word" and text.upper() not in _TERM_WORDS:
            keyword = text.upper()
            self._word(keyword)
        elif token.kind == "sign":
            self._values = self._values and text in "(){"
            self._sign(text, token)
        elif token.kind in _TERMS or token.kind == "word":
            self._values = self._values and token.kind == "variable"
            self._term()
        self._keyword = keyword
        self._operand = _ends_operand(token, text)

    def _doubt(self, token: Token, text: str) -> None:
        """Note `<…>` and `<<` behind an operand in parentheses; in a row of VALUES they are plain."""
        frame = self._stack[-1]
        if not self._operand or frame.bracket != "(" or frame.kind == "row" or self.shape.doubtful >= 0:
            return
        if text == "<<" or (token.kind == "iri" and _HIERARCHICAL.match(text) is None):
            self.shape.doubtful = token.start

    def _word(self, keyword: str) -> None:
        self.shape.operators += keyword.startswith(_OPERATOR_WORDS)
        self._values = keyword == "VALUES"
        self._stack[-1].slot = _Slot.OUTSIDE if keyword in _OUTSIDE_WORDS else _Slot.SUBJECT

    def _term(self) -> None:
        if self._datatype:
            self._datatype = False
            return
        frame = self._stack[-1]
        if frame.kind == "triples":
            self.shape.patterns += frame.slot is _Slot.OBJECT and frame.planned
            frame.slot = _AFTER[frame.slot]
        elif frame.kind == "values":
            self.shape.values_rows += 1
        elif frame.kind == "list" and not frame.path:
            self.shape.patterns += 2
        elif frame.kind == "top":
            self.shape.operators += 1

    def _sign(self, text: str, token: Token) -> None:
        if text in "{([" or text == "<<":
            self._open(text, token)
        elif text in _CLOSERS:
            self._close(text)
        elif text in _SEPARATORS:
            self._stack[-1].slot = _SEPARATORS[text]
        elif text == "^^":
            self._datatype = True
        else:
            self._operator(text)

    def _open(self, bracket: str, token: Token) -> None:
        parent = self._stack[-1]
        if bracket == "{":
            frame = self._brace(token)
        elif bracket == "(":
            frame = self._parenthesis(parent)
        else:
            slot = _Slot.PREDICATE if bracket == "[" else _Slot.SUBJECT
            self.shape.patterns += bracket == "<<"
            frame = _Frame(bracket, "triples", slot, planned=parent.planned)
        self._stack.append(frame)
        self.shape.nesting = max(self.shape.nesting, len(self._stack) - 1)

    def _brace(self, token: Token) -> _Frame:
        self.shape.operators += 1
        if self._values:
            self._values = False
            return _Frame("{", "values")
        annotation = self._query.startswith("|", token.end)
        slot = _Slot.PREDICATE if annotation else _Slot.SUBJECT
        return _Frame("{", "triples", slot, planned=self._keyword != "CONSTRUCT")

    def _parenthesis(self, parent: _Frame) -> _Frame:
        if parent.kind in ("values", "row"):
            self.shape.values_rows += parent.kind == "values"
            return _Frame("(", "row")
        if parent.bracket == "<<":
            return _Frame("(", "triples", planned=parent.planned)
        if parent.kind == "list":
            return _Frame("(", "list", path=parent.path)
        if parent.kind == "triples" and not self._keyword and parent.slot is not _Slot.OUTSIDE:
            return _Frame("(", "list", path=parent.slot is _Slot.PREDICATE)
        return _Frame("(", "expression")

    def _close(self, closer: str) -> None:
        """Close a bracket; a closer that fits no open one is a syntax error, and lowers no figure."""
        frame = self._stack[-1]
        if frame.bracket != _CLOSERS[closer]:
            return
        self._stack.pop()
        parent = self._stack[-1]
        if closer == "}" or frame.kind == "expression":
            outside = parent.slot is _Slot.OUTSIDE and frame.kind == "expression"
            parent.slot = _Slot.OUTSIDE if outside else _Slot.SUBJECT
        elif frame.kind != "row":
            self._term()

    def _operator(self, text: str) -> None:
        frame = self._stack[-1]
        if text in _PATH_SIGNS and (frame.kind == "triples" or frame.path):
            self.shape.path_steps += 1
            if text in "/|" and frame.slot is _Slot.OBJECT:
                frame.slot = _Slot.PREDICATE
        else:
            self.shape.operators += 1
