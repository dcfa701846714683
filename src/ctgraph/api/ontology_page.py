"""The ontology as a page for a researcher: its core in a picture, terms, values, examples, other vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from ctgraph.api.markup import Markup, definitions, element, join, link, page, table
from ctgraph.api.ontology_diagrams import core_diagram, module_diagram, spoken
from ctgraph.api.ontology_examples import Story
from ctgraph.api.ontology_terms import (
    Surroundings,
    comment,
    reference,
    relation,
    scheme_section,
    target,
    term_section,
    texts,
)
from ctgraph.api.rdf import FORMATS
from ctgraph.api.thing_page import alternates, format_links
from ctgraph.api.wording import Language, word
from ctgraph.graph.alignments import AXIOMS, Alignment, AlignmentSet
from ctgraph.graph.vocabulary import Module, Term, Value, Vocabulary
from ctgraph.namespaces import CONCEPT, DEF

CONTEXT: Final = "/def/context.jsonld"
_ORDER: Final = ("document", "parliament", "policy", "law", "actor", "time", "provenance")
"""The modules as a reader meets them; any other comes behind, by name."""


class Beside(Struct, frozen=True):
    """What stands beside the ontology in its folder: alignments, examples, and the text that they tell."""

    alignments: tuple[AlignmentSet, ...]
    stories: tuple[Story, ...]
    letter: str


def ontology_page(vocabulary: Vocabulary, beside: Beside, language: Language) -> bytes:
    """The whole page in a language; each term has the anchor that its IRI names."""
    around = _surroundings(vocabulary, beside, language)
    modules = sorted(vocabulary.modules, key=lambda each: (_rank(each.name), each.name))
    title = word("ontology", language)
    return page(
        title,
        texts(vocabulary.descriptions, language),
        texts(vocabulary.notes, language),
        format_links("/def", FORMATS, language),
        _header(vocabulary, language),
        _contents(modules, around),
        _core(around),
        *(_module(module, around) for module in modules),
        _values(vocabulary, around),
        _examples(beside, modules, language),
        _alignments(beside, around),
        head=alternates("/def", FORMATS),
        language=language,
    )


def _surroundings(vocabulary: Vocabulary, beside: Beside, language: Language) -> Surroundings:
    rows: dict[str, list[Alignment]] = {}
    for row in (row for each in beside.alignments for row in each.rows):
        rows.setdefault(row.subject, []).append(row)
    terms = {term.name: term for term in vocabulary.terms}
    schemes = {scheme.name: scheme for scheme in vocabulary.schemes}
    return Surroundings(terms, schemes, rows, language)


def _rank(module: str) -> int:
    return _ORDER.index(module) if module in _ORDER else len(_ORDER)


def _header(vocabulary: Vocabulary, language: Language) -> Markup:
    """Version, licence and maker, with the context and the rules."""
    licence = link(vocabulary.licence, vocabulary.licence) if vocabulary.licence else ""
    rows = [
        (word("ontology-version", language), vocabulary.version),
        (word("ontology-prior", language), vocabulary.prior),
        (word("ontology-licence", language), licence),
        (word("ontology-maker", language), "; ".join(vocabulary.creators)),
        ("IRI", element("code", DEF.removesuffix("#"))),
    ]
    links = join(
        [
            link(CONTEXT, word("ontology-context", language)),
            link("/shape", word("ontology-rules", language)),
            link(f"/def?lang={'en' if language == 'nl' else 'nl'}", word("other-language", language)),
        ],
        " · ",
    )
    return join([definitions((name, value) for name, value in rows if value), element("p", links)])


def _contents(modules: Sequence[Module], around: Surroundings) -> Markup:
    """Links to the parts of the page; each module with its classes as a tree."""
    language = around.language
    parts = [("core", word("core", language))]
    parts += [(f"module-{module.name}", _module_title(module, language)) for module in modules]
    parts += [(key, word(key, language)) for key in ("concepts", "examples", "alignments")]
    links = (element("li", element("a", title, href=f"#{anchor}")) for anchor, title in parts)
    heading = element("h2", word("ontology-what", language))
    return element("section", heading, element("ul", *links, class_="contents"))


def _module_title(module: Module, language: Language) -> str:
    return spoken(module.titles, language).removeprefix("ctgraph: ") or module.name


def _core(around: Surroundings) -> Markup | None:
    language = around.language
    picture = core_diagram(around.terms, word("core", language), language)
    if picture is None:
        return None
    heading, intro = element("h2", word("core", language)), element("p", word("core-intro", language))
    return element("section", heading, intro, picture, id="core")


def _module(module: Module, around: Surroundings) -> Markup:
    language = around.language
    title = _module_title(module, language)
    own = [term for term in around.terms.values() if term.module == module.name]
    classes = [term for term in own if term.kind == "class"]
    properties = [term for term in own if term.kind != "class"]
    caption = word("relations", language, name=title)
    return element(
        "section",
        element("h2", title[:1].upper() + title[1:]),
        texts(module.descriptions, language),
        _tree(classes, around),
        _picture(module_diagram(around.terms, module.name, caption, language), caption),
        *_terms("classes", classes, around),
        *_terms("properties", properties, around),
        id=f"module-{module.name}",
    )


def _terms(key: str, terms: Sequence[Term], around: Surroundings) -> Iterable[Markup]:
    if terms:
        yield element("h3", word(key, around.language))
        yield from (term_section(term, around) for term in terms)


def _picture(picture: Markup | None, caption: str) -> Markup | None:
    return element("details", element("summary", caption), picture) if picture is not None else None


def _tree(classes: Sequence[Term], around: Surroundings) -> Markup | None:
    """The classes of a module, each under those of the same module that it is a kind of."""
    names = {term.iri for term in classes}

    def branch(above: str | None) -> Markup | None:
        found = [
            term
            for term in classes
            if (above in term.above if above is not None else not any(each in names for each in term.above))
        ]
        if not found:
            return None
        return element("ul", *(element("li", reference(term.iri, around), branch(term.iri)) for term in found))

    return branch(None)


def _values(vocabulary: Vocabulary, around: Surroundings) -> Markup:
    values: dict[str, list[Value]] = {}
    for value in vocabulary.values:
        values.setdefault(value.scheme, []).append(value)
    return element(
        "section",
        element("h2", word("concepts", around.language)),
        *(scheme_section(scheme, values.get(scheme.name, []), around) for scheme in vocabulary.schemes),
        id="concepts",
    )


def _examples(beside: Beside, modules: Sequence[Module], language: Language) -> Markup:
    """The letter and, by module, the sentences that are told of it, each with its Turtle."""
    told: list[Markup] = []
    for module in modules:
        stories = [story for story in beside.stories if story.module == module.name]
        if stories:
            told.append(element("h3", _module_title(module, language)))
            told += [_story(story, language) for story in stories]
    letter = element("figure", element("blockquote", beside.letter, lang="nl"))
    heading, intro = element("h2", word("examples", language)), element("p", word("examples-intro", language))
    return element("section", heading, intro, letter, *told, id="examples")


def _story(story: Story, language: Language) -> Markup:
    sentence = story.dutch if language == "nl" else story.english
    code = element("pre", element("code", story.turtle))
    return element("div", element("p", sentence), element("div", code, class_="scroll", tabindex="0"), class_="story")


def _alignments(beside: Beside, around: Surroundings) -> Markup:
    language = around.language
    head = [word(key, language) for key in ("ours", "how", "theirs", "note")]
    tables: list[Markup] = []
    for vocabulary, found in by_vocabulary(beside.alignments):
        rows = (
            (_ours(row.subject, around), relation(row, language), target(row), comment(row, language)) for row in found
        )
        source = element("p", link(vocabulary.source, vocabulary.source)) if vocabulary.source else None
        summary = element("summary", vocabulary.title, element("small", f" {vocabulary.version}"))
        tables.append(element("details", summary, source, table(head, rows, vocabulary.title)))
    heading, intro = element("h2", word("alignments", language)), element("p", word("alignments-intro", language))
    return element("section", heading, intro, *tables, id="alignments")


def by_vocabulary(sets: Sequence[AlignmentSet]) -> list[tuple[AlignmentSet, list[Alignment]]]:
    """Each table made by hand with its rows, and before them the axioms about the same vocabulary, by short name."""
    axioms = [row for table_ in sets if table_.name == AXIOMS for row in table_.rows]
    found = []
    for each in sets:
        spaces = {row.target_name.partition(":")[0] for row in each.rows}
        if each.name != AXIOMS:
            own = [row for row in axioms if row.target_name.partition(":")[0] in spaces]
            found.append((each, [*own, *each.rows]))
    return sorted(found, key=lambda pair: pair[0].title.casefold())


def _ours(address: str, around: Surroundings) -> Markup:
    if address.startswith(CONCEPT):
        return element("code", address.removeprefix(CONCEPT))
    return reference(address, around)
