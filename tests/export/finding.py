"""Makes mentions of the small letter, and finds the one record of a type."""

from __future__ import annotations

from ctgraph.export.annotations import Record, records
from ctgraph.model.claims import Account
from ctgraph.model.mentions import Mention, Value
from graph.factories import document, span


def mention(value: Value, words: str = "Bijgaand", *, note: str = "") -> Mention:
    """A value at words of the letter."""
    at = span(words)
    return Mention(value, document().body, at.start, at.end, at, "test.rule", 0.9, note)


def only(account: Account, kind: str) -> Record:
    """The one record of a type."""
    (found,) = (item for item in records(account) if item["type"] == kind)
    return found
