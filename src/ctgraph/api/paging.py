"""Pages of rows: the limit and the cursor that a client sends, and the address of the next page.

A cursor says where its page begins: behind so many rows, counted from a key that an earlier row has, or from the first
row if there is none. It is opaque to clients, has a version, and holds for one question on one release: on another one
it would skip or repeat rows without a word, so it is refused there with the reason.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from msgspec import Struct
from pyoxigraph import BlankNode, Literal, NamedNode

from ctgraph.namespaces import XSD
from ctgraph.questions.keyset import KeyTerm, SortKey
from ctgraph.settings import QueryLimits

Cell = Mapping[str, str] | None
"""A term as SPARQL results in JSON have it; None where the row leaves it unbound."""
Key = tuple[Cell, ...]

_VERSION: Final = "1"
_LONGEST_PART: Final = 300
_LONGEST: Final = 20_000
_RELEASE: Final = 8
_DIGITS: Final = 18
_MOST_ROWS: Final = 1_000_000_000
_AGAIN: Final = "Leave it out to start again."
_GARBLED: Final = f"is no cursor of ours, or not the whole of one. {_AGAIN}"
# What a cursor holds before encoding: version, key of the question, checksum, then JSON. Must not match without any.
_CURSOR: Final = re.compile(r"1([0-9a-f]{24})([0-9a-f]{8})(\[.*\])", re.DOTALL)
# Ways of writing a value that no other way stands beside: `-12` and not `012`, a day without a time zone, `true`.
_PLAIN: Final = {
    XSD + "integer": re.compile(r"0|-?[1-9][0-9]*", re.ASCII),
    XSD + "date": re.compile(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}", re.ASCII),
    XSD + "boolean": re.compile(r"true|false"),
}


class Position(Struct, frozen=True):
    """Where a page begins: behind so many of the rows that come no earlier than the key `after`."""

    after: Key = ()
    skip: int = 0

    def behind(self, rows: Sequence[Key]) -> Position:
        """The position behind these rows, which are those that follow this one.

        It counts from the key of the last row if it is sure how many rows have that key, else from the key that it
        counts from already. Where values may be equal though they are written differently, it is not sure.
        """
        last = rows[-1] if rows else ()
        if all(map(_is_plain, last)):
            for count, key in enumerate(reversed(rows)):
                if key != last:
                    return Position(last, count) if _differ(key, last) else self._further(len(rows))
        return self._further(len(rows))

    def _further(self, rows: int) -> Position:
        return Position(self.after, self.skip + rows)

    @property
    def terms(self) -> tuple[KeyTerm, ...]:
        """The key as terms; raises ValueError for what is none."""
        return tuple(map(_term, self.after))


class Page(Struct, frozen=True):
    """Which rows are asked for, and the key of the question that they answer."""

    limit: int
    position: Position
    key: str

    @property
    def offset(self) -> int:
        """How many rows come before, for an answer that has no keys."""
        return self.position.skip

    @property
    def cursor(self) -> str:
        """The cursor of this page."""
        return write_cursor(self.position, self.key)

    def following(self, rows: Sequence[Key] = ()) -> Page:
        """The page after this one, whose rows have these keys."""
        behind = self.position.behind(rows) if rows else Position(skip=self.offset + self.limit)
        return Page(self.limit, behind, self.key)


def read_limit(value: str | None, limits: QueryLimits) -> int:
    """The limit that a client sent; raises ValueError that says what it may be."""
    if value is None:
        return limits.rows
    return whole_number(value, limits.max_rows)


def whole_number(value: str, most: int) -> int:
    """A number from 1 to `most`; raises ValueError that says what it may be."""
    if not value.isascii() or not value.isdecimal() or len(value) > _DIGITS or not 1 <= int(value) <= most:
        raise ValueError(f"{value[:50]!r} does not fit. It takes a whole number from 1 to {most}.")
    return int(value)


def question_key(release: str, question: str) -> str:
    """The key of a question on a release: the beginning of what each of them is told by."""
    return _digest(release)[:_RELEASE] + _digest(f"{release}\n{question}")[:16]


def write_cursor(position: Position, key: str) -> str:
    """The cursor of the page that begins there."""
    told = json.dumps([position.skip, *position.after], ensure_ascii=False, separators=(",", ":"))
    plain = f"{_VERSION}{key}{_digest(key + told)[:8]}{told}"
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def read_cursor(cursor: str | None, key: str, parts: int = 0) -> Position:
    """Where the page of a cursor begins, of rows whose keys have so many parts.

    Raises ValueError that says why a cursor does not hold here.
    """
    if cursor is None:
        return Position()
    found = _CURSOR.fullmatch(_decoded(cursor))
    if found is None or found[2] != _digest(found[1] + found[3])[:8]:
        raise ValueError(_GARBLED)
    if found[1] != key:
        other = (
            "question" if found[1][:_RELEASE] == key[:_RELEASE] else "release, which is not the current one any more"
        )
        raise ValueError(f"is a cursor of another {other}. {_AGAIN}")
    return _position(found[3], parts)


def _position(told: str, parts: int) -> Position:
    """What a cursor tells. Its checksum is no secret, so that anything may stand there."""
    try:
        skip, *after = json.loads(told)
        position = Position(tuple(after), skip)
        fits = type(skip) is int and 0 <= skip < _MOST_ROWS and len(position.terms) in (0, parts)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ValueError(_GARBLED) from error
    if not fits:
        raise ValueError(_GARBLED)
    return position


def _decoded(cursor: str) -> str:
    if len(cursor) > _LONGEST:
        return ""
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        return ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _term(cell: Cell) -> KeyTerm:
    if cell is None:
        return None
    if not isinstance(cell["value"], str):
        raise ValueError(cell)
    if cell["type"] == "uri":
        return NamedNode(cell["value"])
    if "xml:lang" in cell:
        return Literal(cell["value"], language=cell["xml:lang"])
    kind = cell.get("datatype")
    return Literal(cell["value"], datatype=NamedNode(kind) if kind else None)


def _is_plain(cell: Cell) -> bool:
    """Whether a term sorts apart from every other such term, and is short enough for a cursor."""
    if cell is None:
        return True
    if len(cell["value"]) > _LONGEST_PART or cell["type"] == "bnode":
        return False
    kind = cell.get("datatype", "")
    return not kind or (kind in _PLAIN and _PLAIN[kind].fullmatch(cell["value"]) is not None)


def _differ(one: Key, other: Key) -> bool:
    """Whether two keys surely sort apart."""
    pairs = zip(one, other, strict=True)
    return any(left != right and _is_plain(left) and _is_plain(right) for left, right in pairs)


def key_of(row: Mapping[str, NamedNode | Literal | BlankNode], keys: Sequence[SortKey]) -> Key:
    """The key of a row of terms."""
    return tuple(_cell(row.get(key.column)) for key in keys)


def _cell(term: NamedNode | Literal | BlankNode | None) -> Cell:
    if term is None:
        return None
    if not isinstance(term, Literal):
        return {"type": "uri" if isinstance(term, NamedNode) else "bnode", "value": term.value}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    kind = term.datatype.value
    return {"type": "literal", "value": term.value, **({} if kind == XSD + "string" else {"datatype": kind})}


def cells(binding: Mapping[str, Any], names: Sequence[str]) -> Key:
    """The key of a row of SPARQL results in JSON: the terms under these names."""
    return tuple(binding.get(name) for name in names)
