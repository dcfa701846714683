"""A SPARQL lexer in linear time: where each terminal of a query begins and ends.

It never fails and never recurses. What is no terminal comes as a token of kind `error`; a string that is not
closed, or holds an escape that SPARQL does not know, ends the lexing with an `error` token up to the end of
the query. pyoxigraph reads such text anew in another way, so the guard refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple, cast

TokenKind = Literal["iri", "name", "variable", "string", "number", "language", "blank", "word", "sign", "error"]


class Token(NamedTuple):
    """One terminal, `query[start:end]`. `name` is a prefixed name, `word` a keyword, `a`, `true` or `false`."""

    kind: TokenKind
    start: int
    end: int


# The character classes of the SPARQL 1.1 grammar, rules 164 to 168; exactly these, because a wider class
# would swallow a keyword that pyoxigraph sees.
_BASE: Final = (
    r"A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_START: Final = rf"{_BASE}_0-9"
_NAME: Final = rf"{_BASE}_0-9\u00B7\u0300-\u036F\u203F\u2040"
# %41 and \, inside a local name.
_ESCAPED: Final = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
# \n, \u00e9, \U0001F600; not \q, nor a half of a surrogate pair, nor what lies past U+10FFFF.
_ESCAPE: Final = (
    r"\\(?:[tbnrf\"'\\]|u(?![dD][89a-fA-F])[0-9A-Fa-f]{4}"
    r"|U(?:0000(?![dD][89a-fA-F])|000[1-9a-fA-F]|0010)[0-9A-Fa-f]{4})"
)

# One alternative per kind; each is linear: no repeat holds another. Where two fit, the first wins: `<a>`
# before `<`, `.5` before `.`. A run of name characters and dots is the prefix of a prefixed name if a colon
# follows it: `dc.terms` in `dc.terms:title`. `a.b.c` without a colon is read once as a run, then word by
# word, so that no character is read more than twice. White space and comments before a terminal are never given
# back (`+` behind a repeat), or they would be tried again as an `error`.
_SPACE: Final = r"(?:[ \t\r\n]++|\#[^\r\n]*+)*+"
_RUN: Final = rf"(?:(?P<run>[{_BASE}][{_NAME}.]*)|(?P<colon>:)"
_WORD: Final = r"(?:(?P<word>[A-Za-z][A-Za-z0-9_]*)"
_OTHERS: Final = rf"""
| (?P<variable>[?$][{_START}][{_NAME}]*)
| (?P<iri><(?:[^\x00-\x20<>"{{}}|^`\\]|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}})*>)
| (?P<number>(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+)
| (?P<sign>\^\^|\|\||&&|!=|<=|>=|<<|>>|[{{}}()\[\].,;*+/|^!=<>?-])
| (?P<string>'''(?:[^'\\]|{_ESCAPE}|'(?!''))*'''|\"\"\"(?:[^"\\]|{_ESCAPE}|"(?!""))*\"\"\"
    |(?!'''|\"\"\")(?:'(?:[^'\\\r\n]|{_ESCAPE})*'|"(?:[^"\\\r\n]|{_ESCAPE})*"))
| (?P<language>@[A-Za-z]+[A-Za-z0-9-]*)
| (?P<blank>_:[{_START}][{_NAME}.]*)
| (?P<error>[\s\S]))
"""
# The local part of a prefixed name; trailing dots are cut off afterwards. Not `-x` or `.x`.
_LOCAL: Final = rf"(?:[{_START}:]|{_ESCAPED})(?:[{_NAME}:.-]|{_ESCAPED})*"
_AS_FOUND: Final = frozenset({"variable", "iri", "number", "sign", "string", "language", "word"})
_FIRST_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


class _Patterns(NamedTuple):
    with_run: re.Pattern[str]
    without_run: re.Pattern[str]
    local: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Compile on first use: it takes tens of milliseconds, and a worker seldom needs it."""
    return _Patterns(
        re.compile(_SPACE + _RUN + _OTHERS, re.VERBOSE),
        re.compile(_SPACE + _WORD + _OTHERS, re.VERBOSE),
        re.compile(_LOCAL),
    )


def tokens(query: str) -> Iterator[Token]:
    """Yield the terminals of `query` in order, without white space and comments."""
    with_run, without_run, _ = _patterns()
    position, barrier = 0, 0
    while True:
        found = (with_run if position >= barrier else without_run).match(query, position)
        if found is None or found.lastgroup is None:
            return
        kind = found.lastgroup
        position, end = found.span(kind)
        if kind in _AS_FOUND:
            token = Token(cast(TokenKind, kind), position, end)
        elif kind in ("run", "colon"):
            token = _name_or_word(query, position, end, kind)
            if token.kind != "name":
                barrier = end
        else:
            token = _cut(query, kind, position, end)
        yield token
        position = token.end


def _name_or_word(query: str, start: int, end: int, kind: str) -> Token:
    """Read what begins with a run of name characters, or with the colon of an empty prefix."""
    if kind == "run" and not (query.startswith(":", end) and query[end - 1] != "."):
        word = _FIRST_WORD.match(query, start)
        return Token("word", start, word.end()) if word else Token("error", start, start + 1)
    colon = end if kind == "run" else start
    local = _patterns().local.match(query, colon + 1)
    return Token("name", start, _without_dots(query, local.end()) if local else colon + 1)


def _cut(query: str, kind: str, start: int, end: int) -> Token:
    """A blank node, or an error, which is all the rest where a string goes wrong."""
    if kind == "blank":
        return Token("blank", start, _without_dots(query, end))
    return Token("error", start, len(query) if query[start] in "'\"" else end)


def _without_dots(query: str, end: int) -> int:
    r"""Cut the dots that end a statement off a name; `\.` belongs to the name."""
    while query[end - 1] == "." and query[end - 2] != "\\":
        end -= 1
    return end
