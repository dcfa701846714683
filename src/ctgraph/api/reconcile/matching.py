"""How well a thing fits a query: features that a client can weigh itself, and a score made of them; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct
from pyoxigraph import Literal, NamedNode

from ctgraph.api.asking import Term
from ctgraph.api.names import Candidate, Named, fold
from ctgraph.api.reconcile.batches import Query, Wanted
from ctgraph.extract.paper_numbers import read_paper
from ctgraph.identifiers import parse_paper
from ctgraph.namespaces import ID, PREFIXES, XSD

# Where the number of a dossier may begin in words: "Kamerstuk 29 754, nr. 645", "29754-645". Not in a longer number.
_DOSSIER: Final = re.compile(r"(?<!\d)\d{2}[ .]?\d{3}(?!\d)")
_FULL: Final = 100.0
_BY_LABEL: Final = 95.0
_BY_WORDS: Final = 90.0
"""The score of labels that share all their words, in another order."""
_PROPERTIES: Final = 0.4
"""The share of the score that properties decide, where a query has some."""
_OTHER_CLASS: Final = 0.8
"""What is left of the score of a thing that should have another class."""


class Match(Struct, frozen=True):
    """A candidate with its score, from 0 to 100; `properties` is the share of the wanted values that it has."""

    candidate: Candidate
    score: float
    properties: float | None
    has_class: bool | None

    @property
    def certain(self) -> bool:
        """Whether an id or a label fits exactly, and everything else that was asked."""
        exact = self.candidate.exact_id or self.candidate.label_equality
        return exact and self.properties in (None, 1.0) and self.has_class in (None, True)

    def features(self) -> list[dict[str, str | bool | float]]:
        """What speaks for the candidate."""
        found: list[dict[str, str | bool | float]] = [
            {"id": "exactId", "value": self.candidate.exact_id},
            {"id": "labelEquality", "value": self.candidate.label_equality},
            {"id": "tokenOverlap", "value": round(self.candidate.overlap, 3)},
        ]
        if self.properties is not None:
            found.append({"id": "properties", "value": round(self.properties, 3)})
        if self.has_class is not None:
            found.append({"id": "type", "value": self.has_class})
        return found


def spellings(words: str) -> tuple[str, ...]:
    """The words, and the official number that they print if they print one."""
    if words.startswith(ID):
        return (words.removeprefix(ID).partition("/")[2],)
    kind, slash, reference = words.partition("/")
    if slash and kind in {"document", "motion", "person", "organisation", "law"}:
        return (reference,)
    found = _DOSSIER.search(words)
    paper = read_paper(words, found.start(), plain=True) if found and parse_paper(words) is None else None
    if found is None or paper is None or not paper.subs or words[paper.end :].strip(" .)"):
        return (words,)
    return (words, paper.ids[0])


def has_class(thing: Named, query: Query) -> bool | None:
    """Whether a thing has the classes that a query wants; None if it wants none."""
    if not query.classes:
        return None
    wanted = {expanded(name) for name in query.classes}
    return wanted <= set(thing.classes) if query.strictness == "all" else not wanted.isdisjoint(thing.classes)


def expanded(name: str) -> str:
    """The IRI of a class given as a prefixed name; an IRI stays."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name


def weigh(candidate: Candidate, query: Query, values: Mapping[str, Sequence[Term]], names: Mapping[str, str]) -> Match:
    """Score a candidate by its label, its properties and its class."""
    score = _FULL if candidate.exact_id else _BY_LABEL if candidate.label_equality else _BY_WORDS * candidate.overlap
    share = None
    if query.properties:
        fitting = [_fits(wanted, values.get(wanted.property, ()), names) for wanted in query.properties]
        share = sum(fitting) / len(fitting)
        score *= 1 - _PROPERTIES * (1 - share)
    held = has_class(candidate.thing, query)
    if held is False:
        score *= _OTHER_CLASS
    return Match(candidate, round(score, 2), share, held)


def ranked(matches: Sequence[Match], limit: int) -> list[tuple[Match, bool]]:
    """The best matches first, each with whether it is the one that is meant: certain, and the only one that is."""
    ordered = sorted(matches, key=lambda each: (-each.score, each.candidate.thing.iri))
    certain = [each for each in ordered if each.certain]
    return [(each, certain == [each]) for each in ordered[:limit]]


def _fits(wanted: Wanted, held: Sequence[Term], names: Mapping[str, str]) -> bool:
    return any(_equal(text, term, names) for text in wanted.texts for term in held)


def _equal(text: str, term: Term, names: Mapping[str, str]) -> bool:
    """Whether a value is what was given: a thing by its id, the end of it or its name; a day by its beginning."""
    if isinstance(term, NamedNode):
        reference = term.value.removeprefix(ID)
        told = (term.value, reference, reference.partition("/")[2], names.get(term.value, ""))
        return text in told or fold(text) in {fold(each) for each in told if each} - {""}
    if isinstance(term, Literal) and term.datatype.value == XSD + "date":
        return bool(text) and term.value.startswith(text[:10])
    return term.value == text or fold(term.value) == fold(text) != ""
