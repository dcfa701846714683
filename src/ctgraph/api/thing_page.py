"""The HTML page of one thing: what is said of it and by which source, its passages, what points to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from ctgraph.api.addresses import local_path
from ctgraph.api.markup import Markup, definitions, element, embedded, join, link, page, table
from ctgraph.api.rdf import BY_SUFFIX, PageFormat, write
from ctgraph.api.table_page import cite_links
from ctgraph.api.things import Description, Labels, short
from ctgraph.api.wording import Language, word
from ctgraph.namespaces import DEF, RDF, XSD

_TYPE: Final = NamedNode(RDF + "type")
_PASSAGE: Final = NamedNode(DEF + "Passage")
INCOMING_PAGE: Final = "incomingPage"
"""The parameter that asks for a further page of what points to a thing."""
_PAPERS: Final = "/doc/document/"
_PLAIN: Final = frozenset({XSD + "string", RDF + "langString"})

Node = NamedNode | BlankNode | Literal | Triple


def thing_page(
    description: Description, labels: Labels, formats: Sequence[PageFormat], path: str, language: Language
) -> bytes:
    """The page of a thing at `path`, without suffix."""
    thing = description.thing
    own = [quad for quad in description.quads if quad.subject == thing]
    parts = _by_subject(quad for quad in description.quads if quad.subject != thing)
    passages = {subject: quads for subject, quads in parts.items() if _is_passage(quads)}
    others = {subject: quads for subject, quads in parts.items() if subject not in passages}
    types = dict.fromkeys(quad.object for quad in own if quad.predicate == _TYPE)
    # The passages stand below with their words.
    told = [quad for quad in own if quad.object not in passages]
    return page(
        labels[thing.value],
        element("p", join((term(kind, labels) for kind in types), ", "), class_="kind") if types else None,
        element("p", element("code", thing.value), class_="iri"),
        format_links(path, formats, language),
        cite_links(f"/cite/{path.removeprefix('/doc/')}", {}, language) if path.startswith(_PAPERS) else None,
        element("h2", word("statements", language)) if told else None,
        statements(told, labels, language) if told else None,
        _passages(passages, labels, language),
        _parts(others, labels, language),
        _incoming(description, labels, language, path),
        head=[*alternates(path, formats), embedded(_json_ld(description))],
        language=language,
    )


def _json_ld(description: Description) -> str:
    """The statements about the thing and what it owns, for machines that read the page alone."""
    return write(description.quads, BY_SUFFIX["jsonld"]).decode()


def format_links(path: str, formats: Sequence[PageFormat], language: Language) -> Markup:
    """Links to the other formats of a page."""
    links = (link(f"{path}.{form.suffix}", form.name) for form in formats if form.rdf is not None)
    return element("p", word("formats", language), " ", join(links, " · "), class_="formats")


def alternates(path: str, formats: Sequence[PageFormat]) -> list[Markup]:
    """The other formats for machines that read the page's head."""
    return [
        element("link", rel="alternate", type=form.media_type, href=f"{path}.{form.suffix}")
        for form in formats
        if form.rdf is not None
    ]


def statements(quads: Iterable[Quad], labels: Labels, language: Language) -> Markup:
    """Statements about one thing as a table: property, value, and the sources that say so."""
    sources: dict[tuple[NamedNode, Node], list[str]] = {}
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            sources.setdefault((quad.predicate, quad.object), []).append(quad.graph_name.value)
    head = (word(key, language) for key in ("property", "value", "source"))
    rows = (
        (term(predicate, labels), term(value, labels), join((graph_link(graph) for graph in graphs), ", "))
        for (predicate, value), graphs in sources.items()
    )
    return table(head, rows, word("statements", language))


def graph_link(graph: str) -> Markup:
    """A link to the page of a named graph, by its short name."""
    return link(local_path(graph) or graph, short(graph).removeprefix("graph/"))


def term(value: Node, labels: Labels) -> Markup:
    """A term for people: a link with its label, or a literal with its language or datatype."""
    if isinstance(value, NamedNode):
        return link(
            local_path(value.value) or value.value, labels.get(value.value) or short(value.value), title=value.value
        )
    if not isinstance(value, Literal):
        return element("code", str(value))
    if value.language:
        return join([element("span", value.value, lang=value.language), element("small", f" {value.language}")])
    datatype = value.datatype.value
    return join([value.value, None if datatype in _PLAIN else element("small", f" {short(datatype)}")])


def _by_subject(quads: Iterable[Quad]) -> dict[NamedNode, list[Quad]]:
    found: dict[NamedNode, list[Quad]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            found.setdefault(quad.subject, []).append(quad)
    return found


def _is_passage(quads: Iterable[Quad]) -> bool:
    return any(quad.predicate == _TYPE and quad.object == _PASSAGE for quad in quads)


def _passages(passages: dict[NamedNode, list[Quad]], labels: Labels, language: Language) -> Markup | None:
    if not passages:
        return None
    quotes = sorted(
        (_passage(subject, quads, labels, language) for subject, quads in passages.items()), key=lambda each: each[0]
    )
    return element("section", element("h2", word("passages", language)), *(quote for _, quote in quotes))


def _passage(
    subject: NamedNode, quads: Iterable[Quad], labels: Labels, language: Language
) -> tuple[tuple[str, int], Markup]:
    values = {quad.predicate.value.removeprefix(DEF): quad.object for quad in quads}
    start, end, exact = (_text(values.get(name)) for name in ("startPosition", "endPosition", "exactText"))
    document = values.get("inDocument")
    where = join(
        [
            link(local_path(subject.value) or subject.value, word("offsets", language, start=start, end=end)),
            " ",
            term(document, labels) if document is not None else None,
        ]
    )
    quote = element("figure", element("blockquote", exact, lang="nl"), element("figcaption", where))
    return (_text(document), int(start) if start.isdecimal() else 0), quote


def _text(value: Node | None) -> str:
    return value.value if isinstance(value, (NamedNode, Literal)) else ""


def _parts(parts: dict[NamedNode, list[Quad]], labels: Labels, language: Language) -> Markup | None:
    if not parts:
        return None
    blocks: list[Markup] = []
    for subject, quads in sorted(parts.items(), key=lambda item: item[0].value):
        pairs = dict.fromkeys((quad.predicate, quad.object) for quad in quads)
        blocks.append(element("h3", term(subject, labels)))
        blocks.append(definitions((term(predicate, labels), term(value, labels)) for predicate, value in pairs))
    return element("section", element("h2", word("details", language)), *blocks)


def _incoming(description: Description, labels: Labels, language: Language, path: str) -> Markup | None:
    if not description.incoming_counts:
        return None
    rows = []
    for predicate, count in description.incoming_counts:
        subjects = [subject for property_, subject in description.incoming if property_ == predicate]
        items = [element("li", term(subject, labels)) for subject in subjects]
        rows.append((term(predicate, labels), f"{count:,}", element("ul", *items) if items else ""))
    head = (word("property", language), word("count", language), word("source", language))
    return element(
        "section",
        element("h2", word("incoming", language)),
        table(head, rows, word("incoming", language)),
        _turning(description, language, path),
    )


def _turning(description: Description, language: Language, path: str) -> Markup | None:
    """Links to the pages of what points here, where there are several."""
    if description.pages == 1:
        return None
    links = [
        link(f"{path}?{INCOMING_PAGE}={number}", word(key, language), rel=rel)
        for number, key, rel in ((description.page - 1, "previous", "prev"), (description.page + 1, "next", "next"))
        if 0 < number <= description.pages
    ]
    told = word("incoming-page", language, page=description.page, pages=description.pages)
    return element("p", told, " ", join(links, " · "))
