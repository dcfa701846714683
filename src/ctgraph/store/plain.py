"""Small queries that one pattern can tell to be harmless, for a tenth of what lexing them costs.

The pattern takes a part of what the lexer takes, token by token in the same way; so what it counts is what the lexer
would, or more: `||` as two. Where it cannot be sure, it does not match, and the guard lexes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, cast

from ctgraph.settings import QueryLimits
from ctgraph.store.backend import Form

_PREFIXES: Final = 16
"""So many prefixes at most, of which each has two terms outside all brackets."""
_HEAVIEST: Final = 2
"""Triple patterns of one token: a term of a collection. No token counts more in any figure of the shape."""
# Blanks and comments, none given back: ` `, `# a comment`.
_BLANK: Final = r"(?:[ \t\r\n]++|\#[^\r\n]*+)*+"
# What may stand behind a word, name or number, so that the lexer ends it there too: a blank, a bracket, a separator, an
# operator; not `.x`, `%20`, `\-`, `-`, an accented letter, or `<`.
_END: Final = r"(?=[ \t\r\n{}\[\]();,/*=!>&|^+]|\.(?:[ \t\r\n}]|\Z)|\Z)"
# One token that may stand in any query: `?s`, `ctg:exactText`, `LIMIT`, `10`, `2.5`, `"text"`, `''`, `'it\'s'`, `@nl`,
# `{`, `|`. Not `?` alone, `\u0041`, a long string, a blank node's label. No repeat holds another that can give back.
_ANYWHERE: Final = rf"""
  [?$][A-Za-z0-9_]++(?![^\x00-\x7f])
| [A-Za-z][A-Za-z0-9_]*+{_END}
| (?:[A-Za-z][A-Za-z0-9_-]*+)?+:(?:[A-Za-z0-9_][A-Za-z0-9_-]*+)?+{_END}
| [0-9]++(?:\.[0-9]++)?+{_END}
| "(?:[^"\\\r\n]++|\\[tbnrf"'\\])*+"(?!") | '(?:[^'\\\r\n]++|\\[tbnrf"'\\])*+'(?!')
| @[A-Za-z]++(?:-[A-Za-z0-9]++)*+{_END}
| [{{}}\[\];,/*|^!+] | \.(?![.0-9A-Za-z_:])
"""
# What an IRI is made of: not a blank, a bracket, an escape.
_IRI: Final = r"[^\x00-\x20<>\"{}|^`\\]*+>"
# Without parentheses nothing compares, and `<…>` is an IRI: `<http://x/>`, `<a>`.
_WITHOUT: Final = rf"{_ANYWHERE} | <{_IRI}"
# With them an IRI has to look like one, `<http://x/>`, and `<` stands apart: `< 5`, `<= ?x`; not `<a>`, `<?x`, `>>`.
_WITH: Final = rf"{_ANYWHERE} | <[A-Za-z][A-Za-z0-9+.-]*+://{_IRI} | <=?+(?=[ \t\r\n]) | >(?!>) | && | [()=-]"
# Prefixes and a base, then the form: `PREFIX ctg: <…> SELECT `, `ask {`; not `ASKWHERE`, `PREFIX a.b: <…>`.
_OPENING: Final = re.compile(
    rf"(?:{_BLANK}(?:PREFIX[ \t\r\n]++(?:[A-Z][A-Z0-9_-]*+)?+:|BASE){_BLANK}<{_IRI}){{0,{_PREFIXES}}}+"
    rf"{_BLANK}(SELECT|ASK|CONSTRUCT|DESCRIBE)(?=[ \t\r\n{{*(])",
    re.ASCII | re.IGNORECASE,
)


def most_tokens(limits: QueryLimits) -> int:
    """So many tokens behind the prefixes are within every limit, whatever they are."""
    outside = limits.operators - 2 * _PREFIXES
    return max(0, min(limits.nesting, limits.patterns // _HEAVIEST, limits.path_steps, outside, limits.values_rows))


def plain_form(query: str, most: int) -> Form | None:
    """The form of a query of at most so many tokens behind its prefixes, none of which is an error or may be read in
    two ways, and which nowhere names a service; None if it may be another.
    """
    opening = _OPENING.match(query)
    if opening is None or "SERVICE" in query.upper():
        return None
    whole = _pattern(most, "(" in query).fullmatch(query, opening.start(1))
    return cast(Form, opening[1].lower()) if whole else None


@cache
def _pattern(most: int, parenthesised: bool) -> re.Pattern[str]:
    token = _WITH if parenthesised else _WITHOUT
    return re.compile(rf"(?:{_BLANK}(?:{token})){{0,{most}}}+{_BLANK}", re.VERBOSE)
