"""One term of the ontology, and one list of values, as a piece of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from ctgraph.api.addresses import local_path
from ctgraph.api.markup import Markup, definitions, element, join, link, table
from ctgraph.api.ontology_diagrams import spoken
from ctgraph.api.things import short
from ctgraph.api.wording import Language, word
from ctgraph.graph.alignments import Alignment
from ctgraph.graph.vocabulary import Scheme, Term, Value, Words
from ctgraph.namespaces import CONCEPT, DEF, SKOS

_STATUSES: Final = frozenset({"testing", "stable", "unstable"})


class Surroundings(Struct, frozen=True):
    """What a piece needs of the whole: terms and lists by name, alignments by subject, the language of the page."""

    terms: Mapping[str, Term]
    schemes: Mapping[str, Scheme]
    alignments: Mapping[str, Sequence[Alignment]]
    language: Language


def term_section(term: Term, around: Surroundings) -> Markup:
    """What is said of a term: label, code, meaning, place among the others, example, and what it is elsewhere."""
    language = around.language
    other = "en" if language == "nl" else "nl"
    code = element("a", element("code", f"ctg:{term.name}"), href=f"#{term.name}")
    heading = element("h4", spoken(term.labels, language), " ", code)
    rows = [
        *_place(term, around),
        (word("example", language), _examples(term.examples, language)),
        (word("note", language), _examples(term.notes, language)),
        (word("maps-to", language), _elsewhere(around.alignments.get(term.iri, ()), language)),
        (word("since", language), _history(term, language)),
    ]
    return element(
        "section",
        heading,
        _deprecation(term, around),
        texts(term.definitions, language),
        element("p", _labelled(term.labels, other), *_definition(term.definitions, other), lang=other, class_="other"),
        definitions((name, value) for name, value in rows if value),
        id=term.name,
        class_="term",
    )


def _place(term: Term, around: Surroundings) -> list[tuple[str, Markup]]:
    """Where a term stands among the others."""
    language = around.language
    below = [other.iri for other in around.terms.values() if term.iri in other.above]
    if term.kind == "class":
        held = [other.iri for other in around.terms.values() if other.domain == term.iri]
        leading = [other.iri for other in around.terms.values() if other.range == term.iri]
        return [
            (word("under", language), _list(term.above, around)),
            (word("over", language), _list(below, around)),
            (word("apart-from", language), _list(term.disjoint, around)),
            (word("properties-of", language), _list(held, around)),
            (word("led-to-by", language), _list(leading, around)),
        ]
    anything = element("em", word("anything", language))
    lists = join((_scheme_link(address, around) for address in term.values), ", ")
    target = term.datatype or term.range
    return [
        (word("under-property", language), _list(term.above, around)),
        (word("over", language), _list(below, around)),
        (word("domain", language), reference(term.domain, around) if term.domain else anything),
        (word("range", language), reference(target, around) if target else anything),
        (word("value-list", language), lists),
    ]


def _list(addresses: Iterable[str], around: Surroundings) -> Markup:
    return join((reference(address, around) for address in sorted(addresses)), ", ")


def reference(address: str, around: Surroundings) -> Markup:
    """A term by its label with a link to where it stands on the page; one of another vocabulary by its short name."""
    term = around.terms.get(address.removeprefix(DEF))
    if term is None:
        return link(address, element("code", short(address)))
    return element("a", spoken(term.labels, around.language), href=f"#{term.name}", title=f"ctg:{term.name}")


def _scheme_link(address: str, around: Surroundings) -> Markup:
    name = address.removeprefix(CONCEPT)
    scheme = around.schemes.get(name)
    label = spoken(scheme.labels, around.language) if scheme else name
    return element("a", label, href=f"#list-{name}")


def _deprecation(term: Term, around: Surroundings) -> Markup | None:
    if not term.deprecated:
        return None
    instead = reference(term.replaced_by, around) if term.replaced_by else None
    return element("p", element("strong", word("deprecated", around.language)), " ", instead, class_="error")


def _history(term: Term, language: Language) -> Markup:
    status = word(f"status-{term.status}", language) if term.status in _STATUSES else term.status
    return join([term.since, element("small", f" {status}")])


def texts(said: Sequence[Words], language: Language) -> Markup:
    """The texts in a language, each a paragraph; if there is none, those in another."""
    chosen = [words for words in said if words.language == language] or list(said)
    return join(element("p", words.text, lang=words.language or None) for words in chosen)


def _definition(said: Sequence[Words], language: str) -> list[str]:
    return [f" {words.text}" for words in said if words.language == language]


def _labelled(said: Sequence[Words], language: str) -> Markup:
    return join(element("strong", words.text) for words in said if words.language == language)


def _examples(said: Sequence[Words], language: Language) -> Markup:
    """A sentence in the language of the page; a value or statement as it is written."""
    pieces = []
    for words in said:
        if words.language == language:
            pieces.append(element("p", words.text))
        elif not words.language:
            pieces.append(element("p", element("code", words.text)))
    return join(pieces)


def _elsewhere(rows: Sequence[Alignment], language: Language) -> Markup:
    """What a term is in other vocabularies; what the ontology itself puts it under stands with its place."""
    matches = (row for row in rows if row.predicate.startswith(SKOS))
    return join(element("p", relation(row, language), " ", target(row), _comment(row, language)) for row in matches)


def relation(row: Alignment, language: Language) -> str:
    """How a term stands to that of another vocabulary, in words."""
    return word(row.predicate.rpartition("#")[2], language)


def target(row: Alignment) -> Markup:
    """The term of another vocabulary, with a link if it has an address."""
    if not row.target:
        return join([element("q", row.target_label), element("small", f" {row.target_name}")])
    shown = link(row.target, element("code", row.target_name), title=row.target)
    said = _plain(row.target_label) != _plain(row.target_name.partition(":")[2])
    return join([shown, element("small", f" {row.target_label}") if said else None])


def _plain(name: str) -> str:
    """A name without what sets label and code apart: `work type` and `work_type` are one."""
    return "".join(character for character in name.casefold() if character.isalnum())


def comment(row: Alignment, language: Language) -> str:
    """What a table says of a row, in a language."""
    return row.comment_nl if language == "nl" else row.comment


def _comment(row: Alignment, language: Language) -> Markup | None:
    return element("small", " ", comment(row, language)) if row.comment else None


def scheme_section(scheme: Scheme, values: Sequence[Value], around: Surroundings) -> Markup:
    """A list of values: what it is for, the properties that take from it, and its values, narrower ones indented."""
    language = around.language
    users = [term.iri for term in around.terms.values() if CONCEPT + scheme.name in term.values]
    rows = [
        (word("values-of", language), _list(users, around)),
        (word("held", language), element("code", scheme.held) if scheme.held else None),
    ]
    address = local_path(CONCEPT + scheme.name) or CONCEPT + scheme.name
    return element(
        "section",
        element("h4", spoken(scheme.labels, language), " ", link(address, element("code", f"c:{scheme.name}"))),
        texts(scheme.definitions, language),
        texts(scheme.notes, language) if scheme.notes else None,
        definitions((name, value) for name, value in rows if value),
        _values(values, around),
        id=f"list-{scheme.name}",
        class_="term",
    )


def _values(values: Sequence[Value], around: Surroundings) -> Markup:
    language = around.language
    head = (word(key, language) for key in ("notation", "name", "other-label", "meaning"))
    rows = ((_notation(value, depth), *_value(value, around)) for value, depth in in_order(values))
    return table(head, rows, word("value", language))


def _notation(value: Value, depth: int) -> Markup:
    shown = link(local_path(CONCEPT + value.name) or CONCEPT + value.name, element("code", value.notation))
    return element("span", shown, class_=f"depth-{min(depth, 3)}")


def _value(value: Value, around: Surroundings) -> tuple[str, Markup, Markup]:
    language = around.language
    name = spoken(value.labels, language)
    others: dict[str, str] = {}
    for words in sorted((*value.labels, *value.others), key=lambda each: each.language != language):
        if words.text.casefold() != name.casefold():
            others.setdefault(words.text.casefold(), words.text)
    matches = _elsewhere(around.alignments.get(CONCEPT + value.name, ()), language)
    return name, join(others.values(), "; "), join([texts(value.definitions, language), matches])


def in_order(values: Sequence[Value]) -> list[tuple[Value, int]]:
    """The values with how deep they stand: by step on a scale, else by notation, each under its first broader one."""
    below: dict[str, list[Value]] = {}
    for value in sorted(values, key=lambda each: (each.step, each.notation)):
        below.setdefault(value.broader[0] if value.broader else "", []).append(value)

    def walk(name: str, depth: int) -> list[tuple[Value, int]]:
        return [item for value in below.get(name, ()) for item in [(value, depth), *walk(value.name, depth + 1)]]

    return walk("", 0)
