"""Reads stated quads back in the short forms that tests compare."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.graph.statements import state
from ctgraph.graph.terms import TYPE, ctg, thing
from ctgraph.model.claims import Account, Ref
from ctgraph.namespaces import CONCEPT, DEF, ID


def short(term: object) -> str:
    """A literal's value, or the end of one of our IRIs: `Motion`, `modality/fact`, `law/BWBR0005212`."""
    if isinstance(term, Literal):
        return f"{term.value}@{term.language}" if term.language else term.value
    assert isinstance(term, NamedNode)
    return next((term.value.removeprefix(base) for base in (DEF, CONCEPT, ID) if base in term.value), term.value)


class Reading:
    """The statements of an account, to be asked by subject and predicate."""

    def __init__(self, account: Account, version: str = "0.1.0") -> None:
        self.quads: list[Quad] = list(state(account, version))

    def values(self, subject: Ref | NamedNode, predicate: str | NamedNode) -> list[str]:
        """What is stated of a subject, in order."""
        node = thing(subject.kind, subject.id) if isinstance(subject, Ref) else subject
        term = ctg(predicate) if isinstance(predicate, str) else predicate
        return [short(quad.object) for quad in self.quads if quad.subject == node and quad.predicate == term]

    def facts(self, subject: Ref | NamedNode) -> dict[str, list[str]]:
        """All that our own ontology's terms state of a subject, without its provenance."""
        node = thing(subject.kind, subject.id) if isinstance(subject, Ref) else subject
        found: dict[str, list[str]] = {}
        for quad in self.quads:
            if quad.subject == node and short(quad.predicate) not in _PROVENANCE:
                found.setdefault(_name(quad.predicate), []).append(short(quad.object))
        return found

    def instances(self, name: str) -> list[NamedNode]:
        """The subjects of a class."""
        found = [quad.subject for quad in self.quads if quad.predicate == TYPE and quad.object == ctg(name)]
        return [subject for subject in found if isinstance(subject, NamedNode)]


_PROVENANCE = frozenset({"supportedBy", "extractedBy", "rule", "confidence"})


def _name(predicate: NamedNode) -> str:
    """The local name of a predicate of any vocabulary."""
    return predicate.value.replace("#", "/").rpartition("/")[2]
