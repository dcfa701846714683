"""A fragment as a page for people: the form, the statements, the way on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode, Quad

from ctgraph.api.fragments.controls import PATH, Part
from ctgraph.api.fragments.pattern import COMPONENTS
from ctgraph.api.markup import Markup, element, join, link, page, table
from ctgraph.api.thing_page import graph_link, term
from ctgraph.api.things import Labels
from ctgraph.api.wording import Language, word

_HEADS = ("subject", "property", "object", "source")


def fragment_page(part: Part, given: Mapping[str, str], labels: Labels, language: Language) -> bytes:
    """One page of a fragment; `given` is the pattern as the visitor wrote it."""
    heads = [word(key, language) for key in _HEADS]
    rows = [
        (term(quad.subject, labels), term(quad.predicate, labels), term(quad.object, labels), _source(quad))
        for quad in part.quads
    ]
    return page(
        word("fragments-title", language),
        element("p", word("fragments-intro", language)),
        _form(given, heads, language),
        element("p", word("fragments-total", language, count=f"{part.total:,}")),
        table(heads, rows, word("statements", language)) if rows else element("p", word("none", language)),
        _way_on(part, language),
        language=language,
    )


def _source(quad: Quad) -> Markup:
    return graph_link(quad.graph_name.value) if isinstance(quad.graph_name, NamedNode) else Markup("")


def _form(given: Mapping[str, str], heads: Sequence[str], language: Language) -> Markup:
    fields = (
        element("p", element("label", head, " ", element("input", type="text", name=name, value=given[name], size=80)))
        for name, head in zip(COMPONENTS, heads, strict=True)
    )
    button = element("button", word("ask", language), type="submit")
    return element("form", *fields, button, action=PATH, method="get")


def _way_on(part: Part, language: Language) -> Markup:
    place = part.place
    back = link(place.local(place.page - 1), word("previous", language), rel="prev") if place.page > 1 else None
    forth = link(place.local(place.page + 1), word("next", language), rel="next") if part.more else None
    return element("p", join([each for each in (back, forth) if each is not None], " · "))
