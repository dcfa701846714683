"""Withdrawn statements are taken out of a paper before anything is read of it.

The words go, at their places; so no claim, passage, mention, citation or label of them can be made, and none is left
in the stored text, in the search of it, or in what is exported. What the words would have become is worked out once, so
that each address of it can say that it was withdrawn. The official paper itself stays at its publisher.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace
from pyoxigraph import NamedNode, Quad

from ctgraph.graph.terms import ctg
from ctgraph.model.document import Document, Span
from ctgraph.model.records import Register
from ctgraph.model.withdrawals import Withdrawal
from ctgraph.namespaces import ID
from ctgraph.text.masking import masked, sentences_with

Stated = Callable[[Document], Iterable[Quad]]
"""Gives the statements of a document."""
_SUPPORTED_BY = ctg("supportedBy")
_PASSAGE = f"{ID}passage/"


def withdrawals(register: Register) -> dict[str, tuple[Withdrawal, ...]]:
    """The withdrawn statements of a register by the id of their document."""
    found: dict[str, tuple[Withdrawal, ...]] = {}
    for row in register.corrections.values():
        if row.withdrawn:
            things = tuple(ID + thing for thing in row.things)
            item = Withdrawal(row.key, row.document, row.about, things, row.text_nl, row.text_en, row.source)
            found[row.document] = (*found.get(row.document, ()), item)
    return found


def without(document: Document, items: Iterable[Withdrawal], stated: Stated) -> Document:
    """The document without the words of withdrawn statements."""
    for item in items:
        spans = [*sentences_with(document, item.names), *_rests(item, stated(document) if item.things else ())]
        document = masked(document, spans, item.names)
    return document


def gone(document: Document, items: Iterable[Withdrawal], stated: Stated) -> Iterator[Withdrawal]:
    """Each withdrawal with what the document alone would have stated without it."""
    for item in items:
        before = _own(document, stated)
        document = without(document, (item,), stated)
        left = _own(document, stated)
        lost = (address for place, address in before.items() if place not in left)
        yield replace(item, things=tuple(sorted({*item.things, *lost})))


def merged(items: Iterable[Withdrawal], found: Iterable[Withdrawal]) -> tuple[Withdrawal, ...]:
    """The withdrawals of a register, each with all things found of it."""
    things = {item.correction: set(item.things) for item in items}
    for other in found:
        things.get(other.correction, set()).update(other.things)
    return tuple(replace(item, things=tuple(sorted(things[item.correction]))) for item in items)


def _rests(item: Withdrawal, quads: Iterable[Quad]) -> Iterator[Span]:
    """The passages among the things of a withdrawal, and those that its things rest on."""
    named = set(item.things)
    yield from (_offsets(thing) for thing in item.things if thing.startswith(_PASSAGE))
    for quad in quads:
        if quad.predicate == _SUPPORTED_BY and _address(quad.subject) in named:
            yield _offsets(_address(quad.object))


def _offsets(passage: str) -> Span:
    start, _, end = passage.rpartition("/")[2].partition("-")
    return Span(int(start), int(end))


def _own(document: Document, stated: Stated) -> dict[str, str]:
    """What only this text holds: addresses by what stays the same in another version of the text."""
    found = {}
    for address in {_address(quad.subject) for quad in stated(document)}:
        kind, _, reference = address.removeprefix(ID).partition("/")
        if kind != "run" and reference.startswith(f"{document.id}/"):
            place = reference.rpartition("/")[2] if kind == "passage" else reference
            found[f"{kind}/{place}"] = address
    return found


def _address(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""
