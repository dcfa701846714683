"""Put parameters into a canned query: each `$name` token becomes the term, wherever the lexer finds it.

A `$name` inside a string, an IRI or a comment is no token and stays. A parameter that is left out stays as
the variable it is: the queries read each optional parameter once, at the top of the outermost group, with
`BIND($name AS ?wantedName)`, where an unbound variable leaves the filter off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from ctgraph.questions.load import CannedQuery
from ctgraph.questions.parameters import Values, parse
from ctgraph.store.lexer import tokens


def bind(
    query: CannedQuery, given: Mapping[str, str], today: date, page_size: int | None = None, offset: int = 0
) -> str:
    """The query as SPARQL text with its parameters bound; raises InvalidParameters with every fault.

    `today` is what the default `today` stands for. With a `page_size` the query asks for one row more:
    if that row comes, the page is truncated, and the next one starts at `offset + page_size`.
    """
    text = substitute(query.text, parse(query, given, today))
    if page_size is None:
        return text
    return limited(text, page_size, offset)


def limited(text: str, page_size: int, offset: int) -> str:
    """The query for one row more than a page has, behind those of the offset."""
    return f"{text}\nLIMIT {page_size + 1}\nOFFSET {offset}\n"


def substitute(text: str, values: Values) -> str:
    """Replace the `$name` tokens of the values given, and nothing else."""
    return "".join(_pieces(text, values))


def _pieces(text: str, values: Values) -> Iterator[str]:
    done = 0
    for start, end in _places(text):
        name = text[start + 1 : end]
        if name in values:
            yield text[done:start]
            yield str(values[name])
            done = end
    yield text[done:]


@lru_cache(maxsize=256)  # one for each canned query and template: reading one anew takes longer than answering it
def _places(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text has `$name` tokens."""
    return tuple((each.start, each.end) for each in tokens(text) if text.startswith("$", each.start))
