"""A small page of a thing that fits the frame in which OpenRefine shows it; nothing in it comes from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pyoxigraph import Literal

from ctgraph.api.addresses import local_path
from ctgraph.api.asking import Term
from ctgraph.api.markup import Markup, definitions, element, join, link
from ctgraph.api.names import Named
from ctgraph.api.reconcile.properties import PROPERTIES
from ctgraph.api.things import short
from ctgraph.api.wording import Language

WIDTH: Final = 430
HEIGHT: Final = 300
"""The size of the frame, in pixels."""
_SHOWN: Final = 3
"""How many values of a property are shown."""


def preview(thing: Named, held: Mapping[str, Sequence[Term]], names: Mapping[str, str], language: Language) -> bytes:
    """The name of a thing with its classes, values and words."""
    classes = join((names[name] for name in thing.classes), ", ")
    pairs = [(each.name, _values(held[each.id], names)) for each in PROPERTIES if each.id in held]
    document = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("title", thing.name),
            element("link", rel="stylesheet", href="/static/style.css"),
        ),
        element(
            "body",
            element(
                "main",
                element("h1", link(local_path(thing.iri) or thing.iri, thing.name, target="_blank")),
                element("p", classes, class_="kind"),
                element("p", element("code", thing.iri), class_="iri"),
                definitions(pairs),
            ),
        ),
        lang=language,
    )
    return b"<!DOCTYPE html>\n" + document.encode("utf-8", "replace")


def _values(terms: Sequence[Term], names: Mapping[str, str]) -> Markup:
    shown = [_value(term, names) for term in terms[:_SHOWN]]
    return join([*shown, f"+ {len(terms) - _SHOWN}"] if len(terms) > _SHOWN else shown, "; ")


def _value(term: Term, names: Mapping[str, str]) -> str:
    return term.value if isinstance(term, Literal) else names.get(term.value, short(term.value))
