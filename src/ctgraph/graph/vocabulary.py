"""The ontology as objects: its classes, properties, value lists and values, with what is said of each.

Read out of quads, whether they come from the files or from a release; the documentation, the JSON-LD context and the
record of released terms are made of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, Literal

from msgspec import Struct
from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, Quad

from ctgraph.namespaces import CONCEPT, DCTERMS, DEF, GRAPH, OWL, RDF, RDFS, SH, SHAPE, SKOS, VS

TermKind = Literal["class", "object", "datatype"]

ONTOLOGY: Final = DEF.removesuffix("#")
_MODULES: Final = GRAPH + "ontology/"
_KINDS: Final[Mapping[str, TermKind]] = {
    OWL + "Class": "class",
    OWL + "ObjectProperty": "object",
    OWL + "DatatypeProperty": "datatype",
}


class Words(Struct, frozen=True):
    """A text with its language; `language` is empty for a value or statement as such."""

    language: str
    text: str


class Term(Struct, frozen=True):
    """A class or property of ours; `above`, `domain`, `range`, `disjoint` and `replaced_by` are IRIs, or empty.

    `values` are the IRIs of the lists that the shapes hold a property to, `datatype` the one that they want.
    """

    name: str
    kind: TermKind
    module: str
    labels: tuple[Words, ...]
    definitions: tuple[Words, ...]
    examples: tuple[Words, ...]
    notes: tuple[Words, ...]
    above: tuple[str, ...]
    domain: str
    range: str
    disjoint: tuple[str, ...]
    status: str
    since: str
    deprecated: bool
    replaced_by: str
    values: tuple[str, ...]
    datatype: str

    @property
    def iri(self) -> str:
        """The IRI of the term."""
        return DEF + self.name


class Value(Struct, frozen=True):
    """A value of a list; `name` is list and notation (`modality/fact`), `broader` the names of the values above it."""

    name: str
    labels: tuple[Words, ...]
    others: tuple[Words, ...]
    definitions: tuple[Words, ...]
    broader: tuple[str, ...]
    matches: tuple[str, ...]
    step: int

    @property
    def scheme(self) -> str:
        """The list that the value is in."""
        return self.name.partition("/")[0]

    @property
    def notation(self) -> str:
        """The value's name within its list."""
        return self.name.partition("/")[2]


class Scheme(Struct, frozen=True):
    """A list of values; a scale says in EDTF when it held."""

    name: str
    labels: tuple[Words, ...]
    definitions: tuple[Words, ...]
    notes: tuple[Words, ...]
    held: str


class Module(Struct, frozen=True):
    """A file of terms."""

    name: str
    titles: tuple[Words, ...]
    descriptions: tuple[Words, ...]


class Vocabulary(Struct, frozen=True):
    """The whole ontology, sorted by name; `header` is what is said of it, by predicate."""

    version: str
    prior: str
    titles: tuple[Words, ...]
    descriptions: tuple[Words, ...]
    notes: tuple[Words, ...]
    creators: tuple[str, ...]
    licence: str
    modules: tuple[Module, ...]
    terms: tuple[Term, ...]
    schemes: tuple[Scheme, ...]
    values: tuple[Value, ...]


class _Said:
    """What is said of one subject."""

    def __init__(self) -> None:
        self._objects: dict[str, list[NamedNode | Text]] = defaultdict(list)

    def add(self, predicate: str, value: NamedNode | Text) -> None:
        self._objects[predicate].append(value)

    def iris(self, predicate: str) -> tuple[str, ...]:
        return tuple(sorted({each.value for each in self._objects[predicate] if isinstance(each, NamedNode)}))

    def iri(self, predicate: str) -> str:
        return next(iter(self.iris(predicate)), "")

    def words(self, predicate: str) -> tuple[Words, ...]:
        texts = {(each.language or "", each.value) for each in self._objects[predicate] if isinstance(each, Text)}
        return tuple(Words(language, text) for language, text in sorted(texts))

    def text(self, predicate: str) -> str:
        return next((words.text for words in self.words(predicate)), "")


def read_vocabulary(quads: Iterable[Quad]) -> Vocabulary:
    """The ontology in a set of quads; what the quads do not say is left empty."""
    said: dict[str, _Said] = defaultdict(_Said)
    homes: dict[str, str] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Text):
            said[quad.subject.value].add(quad.predicate.value, quad.object)
            if quad.predicate.value == RDF + "type" and isinstance(quad.graph_name, NamedNode):
                homes[quad.subject.value] = quad.graph_name.value.removeprefix(_MODULES)
    known = dict(said)
    header = known.get(ONTOLOGY, _Said())
    return Vocabulary(
        version=header.text(OWL + "versionInfo"),
        prior=header.iri(OWL + "priorVersion").removeprefix(ONTOLOGY + "/"),
        titles=header.words(DCTERMS + "title"),
        descriptions=header.words(DCTERMS + "description"),
        notes=header.words(SKOS + "scopeNote"),
        creators=tuple(words.text for words in header.words(DCTERMS + "creator")),
        licence=header.iri(DCTERMS + "license"),
        modules=_modules(known, homes),
        terms=_terms(known, homes),
        schemes=_schemes(known),
        values=_values(known),
    )


def _modules(known: Mapping[str, _Said], homes: Mapping[str, str]) -> tuple[Module, ...]:
    """The files that hold terms of ours, by name."""
    names = {homes[subject] for subject, said in known.items() if _kind(subject, said) and subject in homes}
    return tuple(
        Module(name, about.words(DCTERMS + "title"), about.words(DCTERMS + "description"))
        for name in sorted(names)
        for about in (known.get(_MODULES + name, _Said()),)
    )


def _kind(subject: str, said: _Said) -> TermKind | None:
    if not subject.startswith(DEF):
        return None
    return next((_KINDS[each] for each in said.iris(RDF + "type") if each in _KINDS), None)


def _terms(known: Mapping[str, _Said], homes: Mapping[str, str]) -> tuple[Term, ...]:
    lists, datatypes = _held_by_shapes(known)
    found = []
    for subject, said in sorted(known.items()):
        kind = _kind(subject, said)
        if kind is not None:
            held = (lists[subject], datatypes.get(subject, ""))
            found.append(_term(subject, kind, said, homes.get(subject, ""), held))
    return tuple(found)


def _term(subject: str, kind: TermKind, said: _Said, home: str, held: tuple[set[str], str]) -> Term:
    return Term(
        name=subject.removeprefix(DEF),
        kind=kind,
        module=home,
        labels=said.words(RDFS + "label"),
        definitions=said.words(SKOS + "definition"),
        examples=said.words(SKOS + "example"),
        notes=said.words(SKOS + "scopeNote"),
        above=said.iris(RDFS + ("subClassOf" if kind == "class" else "subPropertyOf")),
        domain=said.iri(RDFS + "domain"),
        range=said.iri(RDFS + "range"),
        disjoint=said.iris(OWL + "disjointWith"),
        status=said.text(VS + "term_status"),
        since=said.text(OWL + "versionInfo"),
        deprecated=said.text(OWL + "deprecated") == "true",
        replaced_by=said.iri(DCTERMS + "isReplacedBy"),
        values=tuple(sorted(held[0])),
        datatype=held[1],
    )


def _held_by_shapes(known: Mapping[str, _Said]) -> tuple[dict[str, set[str]], dict[str, str]]:
    """The value lists and the datatype that the shapes want, by the IRI of the property."""
    lists: dict[str, set[str]] = defaultdict(set)
    datatypes: dict[str, str] = {}
    for subject, said in sorted(known.items()):
        path = said.iri(SH + "path")
        if not subject.startswith(SHAPE) or not path:
            continue
        if datatype := said.iri(SH + "datatype"):
            datatypes[path] = datatype
        lists[path] |= {
            known[rule].iri(SH + "hasValue")
            for node in said.iris(SH + "node")
            if node in known
            for rule in known[node].iris(SH + "property")
            if rule in known and known[rule].iri(SH + "path") == SKOS + "inScheme"
        }
    return lists, datatypes


def _schemes(known: Mapping[str, _Said]) -> tuple[Scheme, ...]:
    return tuple(
        Scheme(
            subject.removeprefix(CONCEPT),
            said.words(RDFS + "label"),
            said.words(SKOS + "definition"),
            said.words(SKOS + "scopeNote"),
            known.get(said.iri(DEF + "validDuring"), _Said()).text(DEF + "edtf"),
        )
        for subject, said in sorted(known.items())
        if subject.startswith(CONCEPT) and SKOS + "ConceptScheme" in said.iris(RDF + "type")
    )


def _values(known: Mapping[str, _Said]) -> tuple[Value, ...]:
    return tuple(
        Value(
            subject.removeprefix(CONCEPT),
            said.words(SKOS + "prefLabel"),
            said.words(SKOS + "altLabel"),
            said.words(SKOS + "definition"),
            tuple(each.removeprefix(CONCEPT) for each in said.iris(SKOS + "broader")),
            said.iris(SKOS + "exactMatch"),
            int(said.text(DEF + "step") or 0),
        )
        for subject, said in sorted(known.items())
        if subject.startswith(CONCEPT) and SKOS + "Concept" in said.iris(RDF + "type")
    )
