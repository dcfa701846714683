"""Small queries that one pattern can tell to be harmless, for a tenth of what lexing them costs.

The pattern takes a part of what the lexer takes, token by token in the same way; so what it counts is what the lexer
would. Where it cannot be sure, it does not match, and the guard lexes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, cast

from ctgraph.store.backend import Form

# What may stand behind a word or a name, so that the lexer ends it there too: a blank, a bracket, a separator; not
# `.x`, `%20`, `\-`, an accented letter, or `(`.
_END: Final = r"(?=[ \t\r\n{}\[\];,/*]|\.(?:[ \t\r\n}]|\Z)|\Z)"
# One token: `?s`, `<http://x/>`, `ctg:exactText`, `LIMIT`, `10`, `"text"`, `@nl`, `{`. Not a parenthesis, an operator,
# an escape, a string without a character, a comment. No repeat holds another, and none gives back what it has taken.
_TOKEN: Final = rf"""[ \t\r\n]*+(?:
  [?$][A-Za-z0-9_]++(?![^\x00-\x7f])
| <[^\x00-\x20<>"{{}}|^`\\]*+>
| [A-Za-z][A-Za-z0-9_]*+{_END}
| (?:[A-Za-z][A-Za-z0-9_-]*+)?+:(?:[A-Za-z0-9_][A-Za-z0-9_-]*+)?+{_END}
| [0-9]++{_END}
| "[^"\\\r\n]++"(?!") | '[^'\\\r\n]++'(?!')
| @[A-Za-z]++(?:-[A-Za-z0-9]++)*+{_END}
| [{{}}\[\];,/*] | \.(?![.0-9A-Za-z_:])
)"""
# Prefixes and a base, then the form: `PREFIX ctg: <…> SELECT `, `ask {`; not `ASKWHERE`, `PREFIX a.b: <…>`.
_OPENING: Final = re.compile(
    r"(?:[ \t\r\n]*+(?:PREFIX[ \t\r\n]++(?:[A-Z][A-Z0-9_-]*+)?+:|BASE)[ \t\r\n]*+<[^>\x00-\x20]*+>)*+"
    r"[ \t\r\n]*+(SELECT|ASK|CONSTRUCT|DESCRIBE)(?=[ \t\r\n{*])",
    re.ASCII | re.IGNORECASE,
)


def plain_form(query: str, most: int) -> Form | None:
    """The form of a query of at most so many tokens, none of which is a parenthesis, an operator or an error, and
    which nowhere names a service; None if it may be another.
    """
    if _pattern(most).fullmatch(query) is None or "SERVICE" in query.upper():
        return None
    opening = _OPENING.match(query)
    return cast(Form, opening[1].lower()) if opening else None


@cache
def _pattern(most: int) -> re.Pattern[str]:
    return re.compile(rf"(?:{_TOKEN}){{0,{most}}}+[ \t\r\n]*+", re.VERBOSE)
