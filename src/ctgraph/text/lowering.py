"""Lower case that keeps every offset."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_LONG: Final = 20_000
"""Characters from which on one text is kept and no more; of shorter ones, those of a paper with its notes."""


def lower(text: str) -> str:
    """Lower case, character for character: the length never changes (`İ` would become two)."""
    return _kept(text) if len(text) >= _LONG else _recent(text)


def _lower(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower()[:1] or c for c in text)


# Several passes over a body and its notes want them.
@lru_cache(maxsize=64)
def _recent(text: str) -> str:
    return _lower(text)


@lru_cache(maxsize=1)
def _kept(text: str) -> str:
    return _lower(text)
