"""Pages of rows: the limit and the cursor that a client sends, and the address of the next page.

A cursor holds an offset and a key of the question on this release. It is opaque to clients, so that a keyset
may take the offset's place. A cursor of an earlier release, or of another question, is refused: its offset
would skip or repeat rows without a word.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from typing import Final

from ctgraph.settings import QueryLimits

# What a cursor holds before encoding: an offset of at most nine digits, a colon, sixteen hex digits.
# `100:0f3a…`. Must not match a sign, a space or a longer number.
_CURSOR: Final = re.compile(r"(\d{1,9}):([0-9a-f]{16})", re.ASCII)
_STALE: Final = "is no cursor of this question on the current release. Leave it out to start again."


@dataclass(frozen=True, slots=True)
class Page:
    """Which rows are asked for, and the key of the question that they answer."""

    limit: int
    offset: int
    key: str

    def following(self) -> str:
        """The cursor of the page after this one."""
        return write_cursor(self.offset + self.limit, self.key)


def read_limit(value: str | None, limits: QueryLimits) -> int:
    """The limit that a client sent; raises ValueError that says what it may be."""
    if value is None:
        return limits.rows
    if not value.isascii() or not value.isdecimal() or not 1 <= int(value[:9]) <= limits.max_rows:
        raise ValueError(f"{value[:50]!r} does not fit. It takes a whole number from 1 to {limits.max_rows}.")
    return int(value)


def question_key(release: str, question: str) -> str:
    """The key of a question on a release."""
    return hashlib.sha256(f"{release}\n{question}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def write_cursor(offset: int, key: str) -> str:
    """The cursor of the page that starts at the offset."""
    return base64.urlsafe_b64encode(f"{offset}:{key}".encode()).decode().rstrip("=")


def read_cursor(cursor: str | None, key: str) -> int:
    """The offset that a cursor stands for; raises ValueError for a cursor of something else."""
    if cursor is None:
        return 0
    try:
        plain = base64.urlsafe_b64decode(cursor[:100] + "=" * (-len(cursor[:100]) % 4)).decode("ascii")
    except (binascii.Error, ValueError) as error:
        raise ValueError(_STALE) from error
    found = _CURSOR.fullmatch(plain)
    if found is None or found[2] != key:
        raise ValueError(_STALE)
    return int(found[1])
