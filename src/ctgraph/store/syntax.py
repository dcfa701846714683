"""Where and why a query is malformed.

pyoxigraph reports the furthest character that its parser looked at, and it looks up to fourteen characters
ahead for a keyword: for `SELECT * { ?s }` it names the end of the text instead of the brace. So a refused
query is parsed once more with each token on a line of its own and blanks behind it, which no look-ahead
crosses; the line that is reported then is the token that does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from ctgraph.store.lexer import Token, tokens

_PAD: Final = " " * 24 + "\n"
# `error at 2:9: expected …`, as pyoxigraph 0.5.13 writes it; not a message without a position.
_REPORT: Final = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
# A sentence among the expected terminals: `Prefix not found`, `IRI parsing failed`; not `"{"`, `GROUP` or
# `['0'..='9']`.
_SENTENCE: Final = re.compile(r"(?:\\u|[A-Za-z])[A-Za-z*\\]* [A-Za-z* ']+")

Parse = Callable[[str], object]
"""Parses a query, and raises SyntaxError if it is malformed."""


class Malformed(NamedTuple):
    """A syntax error; line and column count from 1."""

    message: str
    line: int
    column: int


def locate(query: str, report: str, parse: Parse) -> Malformed:
    """Find the token that made pyoxigraph refuse `query` with the message `report`."""
    found = tuple(tokens(query))
    first = _REPORT.match(report)
    if first is None:
        return Malformed(report or "the query is malformed", 1, 1)
    padded, lines = _pad(query, found)
    try:
        parse(padded)
    except SyntaxError as error:
        second = _REPORT.match(str(error))
        if second is not None:
            index = next((i for i, line in enumerate(lines) if line >= int(second[1])), len(lines))
            index -= index > 0 and (index == len(lines) or lines[index] > int(second[1]))
            ended = int(second[1]) > padded.count("\n") or not found
            return _describe(query, found, len(found) if ended else index, second[3])
    return Malformed(_sentence(first[3]) or "the query is malformed", int(first[1]), int(first[2]))


def place(query: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, both from 1."""
    return query.count("\n", 0, offset) + 1, offset - query.rfind("\n", 0, offset)


def _pad(query: str, found: tuple[Token, ...]) -> tuple[str, list[int]]:
    """Write the tokens apart; return also the line on which each begins."""
    parts: list[str] = []
    lines: list[int] = []
    line = 1
    for index, token in enumerate(found):
        text = query[token.start : token.end]
        parts.append(text)
        lines.append(line)
        line += text.count("\n")
        if index + 1 == len(found) or _may_part(query, token, found[index + 1]):
            parts.append(_PAD)
            line += 1
    return "".join(parts), lines


def _may_part(query: str, left: Token, right: Token) -> bool:
    """Whether blanks may stand between two tokens: where there are some, or beside brackets and stops."""
    if left.end < right.start:
        return True
    marks = query[left.start : left.end], query[right.start : right.end]
    return any(mark in "{}()[].,;" for mark in marks) and not {"|", "||", "<<", ">>"} & set(marks)


def _describe(query: str, found: tuple[Token, ...], index: int, expected: str) -> Malformed:
    sentence = _sentence(expected)
    if index >= len(found):
        line, column = place(query, found[-1].end if found else 0)
        return Malformed(sentence or "the query ends here, but is not complete", line, column)
    token = found[index]
    line, column = place(query, token.start)
    text = query[token.start : min(token.end, token.start + 40)]
    return Malformed(f"{sentence} at {text!r}" if sentence else f"{text!r} does not fit here", line, column)


def _sentence(expected: str) -> str:
    found = _SENTENCE.search(expected)
    return found[0].strip() if found else ""
