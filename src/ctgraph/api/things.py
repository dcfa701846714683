"""What the data says of one thing, as pages and lookups want it: statements with their graphs, and labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, cast

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.api.asking import Lookups, Row, Term
from ctgraph.identifiers import KINDS, Kind, iri, official
from ctgraph.namespaces import BASE, DCTERMS, DEF, PREFIXES, RDFS, SKOS

INCOMING_ROWS: Final = 200
"""How many of the links to a thing a page of them holds; the counts are always whole."""
_LABEL_BATCH: Final = 1_000
_BY_PREFERENCE: Final = tuple(
    NamedNode(name)
    for name in (
        RDFS + "label",
        SKOS + "prefLabel",
        DCTERMS + "title",
        DEF + "claimText",
        DEF + "commitmentText",
        DEF + "requestText",
        DEF + "citationText",
        DEF + "noteText",
        DEF + "edtf",
        DEF + "officialIdentifier",
        DEF + "readableText",
    )
)
_LONGEST: Final = 160


class Description(Struct, frozen=True):
    """A thing with the statements about it and about what it owns; `incoming` is what points to it.

    Of what points to it one page is there, by number from 1; `incoming_counts` are whole.
    """

    thing: NamedNode
    quads: tuple[Quad, ...]
    incoming: tuple[tuple[NamedNode, NamedNode], ...] = ()
    incoming_counts: tuple[tuple[NamedNode, int], ...] = ()
    page: int = 1

    @property
    def pages(self) -> int:
        """How many pages of what points here there are; 1 if nothing does."""
        total = sum(number for _, number in self.incoming_counts)
        return max(1, -(-total // INCOMING_ROWS))


Labels = Mapping[str, str]
"""What to call a thing, by IRI."""


async def find(lookups: Lookups, kind: str, reference: str) -> tuple[NamedNode, str] | None:
    """The thing of that kind as the data spells it, with its reference; None if the data knows none.

    What is written as the data has it goes before other spellings of it. Raises Withdrawn if there was one once that
    may not be repeated.
    """
    if kind not in KINDS:
        return None
    spellings = dict.fromkeys((reference, official(kind, reference), reference.lower(), reference.upper()))
    candidates = {iri(cast(Kind, kind), spelling): spelling for spelling in spellings if spelling}
    known = await existing(lookups, candidates)
    for address, spelling in candidates.items():
        if address in known:
            return NamedNode(address), spelling
    lookups.refuse_withdrawn(candidates)
    return None


async def existing(lookups: Lookups, addresses: Iterable[str]) -> set[str]:
    """Those of the IRIs that the data knows."""
    rows = await lookups.rows("exists", things=[NamedNode(address) for address in addresses])
    return {row["thing"].value for row in rows}


async def describe(lookups: Lookups, thing: NamedNode, template: str = "description") -> tuple[Quad, ...]:
    """The statements about a thing, each with its graph, in a fixed order."""
    return read_quads(await lookups.rows(template, thing=thing, graph=thing))


def read_quads(rows: Iterable[Row]) -> tuple[Quad, ...]:
    """Quads out of rows with graph, subject, predicate and object."""
    quads = {Quad(_node(row["subject"]), _node(row["predicate"]), row["object"], _node(row["graph"])) for row in rows}
    return tuple(sorted(quads, key=str))


def _node(term: Term) -> NamedNode:
    assert isinstance(term, NamedNode)
    return term


async def describe_fully(lookups: Lookups, thing: NamedNode, page: int = 1) -> Description:
    """A thing with a page of what points to it."""
    quads = await describe(lookups, thing)
    counts = await lookups.rows("incoming-counts", thing=thing)
    offset = (page - 1) * INCOMING_ROWS
    rows = await lookups.rows("incoming", thing=thing, limit=INCOMING_ROWS, offset=offset) if counts else []
    return Description(
        thing,
        quads,
        tuple((_node(row["predicate"]), _node(row["subject"])) for row in rows),
        tuple((_node(row["predicate"]), int(row["count"].value)) for row in counts),
        page,
    )


async def surroundings(lookups: Lookups, description: Description) -> tuple[Quad, ...]:
    """The statements that point to a thing, with their graphs, and what everything named beside it is called.

    Names stand in the default graph: they are there so that no client has to ask again, whichever source gives them.
    """
    pointing = list(dict.fromkeys(subject for _, subject in description.incoming))
    rows = await lookups.rows("incoming-quads", thing=description.thing, things=pointing) if pointing else []
    # Of a thing that points here in two ways, the other way may stand on another page.
    shown = set(description.incoming)
    links = (quad for quad in read_quads(rows) if (quad.predicate, quad.subject) in shown)
    named = await name_rows(lookups, terms_of(description))
    told = {(quad.subject, quad.predicate, quad.object) for quad in description.quads}
    names = (Quad(_node(row["thing"]), _node(row["property"]), row["label"]) for row in named)
    return (*links, *(quad for quad in names if (quad.subject, quad.predicate, quad.object) not in told))


async def labels(lookups: Lookups, terms: Iterable[Term], language: str) -> Labels:
    """A label for each IRI among the terms, in the language if there is one; without one, its short form."""
    addresses = _addresses(terms)
    found: dict[str, list[tuple[int, int, str]]] = {}
    for row in await name_rows(lookups, map(NamedNode, addresses)):
        rank = (_BY_PREFERENCE.index(_node(row["property"])), _language_rank(row["label"], language))
        found.setdefault(row["thing"].value, []).append((*rank, row["label"].value))
    return {address: _label(address, found.get(address)) for address in addresses}


async def name_rows(lookups: Lookups, terms: Iterable[Term]) -> list[Row]:
    """Every name of each IRI among the terms, as rows of thing, property and label."""
    addresses = _addresses(terms)
    rows: list[Row] = []
    for start in range(0, len(addresses), _LABEL_BATCH):
        batch = [NamedNode(address) for address in addresses[start : start + _LABEL_BATCH]]
        rows += await lookups.rows("labels", things=batch)
    return rows


def _addresses(terms: Iterable[Term]) -> list[str]:
    return sorted({term.value for term in terms if isinstance(term, NamedNode)})


def _language_rank(label: Term, language: str) -> int:
    given = label.language if isinstance(label, Literal) else None
    return 0 if given == language else 1 if given is None else 2


def _label(address: str, found: list[tuple[int, int, str]] | None) -> str:
    text = min(found)[2] if found else short(address)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def short(address: str) -> str:
    """An IRI without its namespace, or with a prefix for it."""
    for name, namespace in PREFIXES.items():
        if address.startswith(namespace) and name not in {"c", "id"}:
            return f"{name}:{address[len(namespace) :]}"
    return address.removeprefix(BASE).removeprefix("id/") or address


def terms_of(description: Description) -> list[Term]:
    """Every term that the page of a thing shows."""
    terms: list[Term] = [description.thing]
    for quad in description.quads:
        terms += [term for term in (quad.subject, quad.predicate, quad.object) if isinstance(term, NamedNode)]
    for predicate, subject in description.incoming:
        terms += [predicate, subject]
    return terms + [predicate for predicate, _ in description.incoming_counts]
