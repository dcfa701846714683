"""Pages made by hand for the extractors: one flow of clean text that maps to itself."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from hashlib import sha256

from ctgraph.extract.scan import Page, Scanner, Triggers
from ctgraph.model.document import Document, Flow
from ctgraph.model.gazetteer import Gazetteer, Name


def document(text: str, date: datetime.date | None = None, identifier: str = "kst-99999-1") -> Document:
    """A document whose body is the text as it stands."""
    flow = Flow("body", text, starts=(0,), origins=(0,))
    return Document(identifier, text, sha256(text.encode()).hexdigest(), flow, date)


def page(
    text: str,
    gazetteer: Gazetteer | None = None,
    date: datetime.date | None = None,
    triggers: Iterable[Triggers] = (),
    identifier: str = "kst-99999-1",
) -> Page:
    """The page that an extractor with these triggers sees of the text."""
    made = document(text, date, identifier)
    return Scanner(triggers, gazetteer or Gazetteer()).page(made, made.body)


def law(surface: str, key: str, canonical: str, *, exact: bool = False) -> Name:
    """A law name of a gazetteer."""
    return Name(surface, "law", key, canonical, exact=exact)
