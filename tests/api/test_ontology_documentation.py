"""The documentation of the ontology is whole, true to the files, and stands by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from ctgraph import assets
from ctgraph.api.ontology_diagrams import CORE_ARROWS, CORE_BOXES, core_diagram, module_diagram
from ctgraph.api.ontology_examples import read_examples
from ctgraph.api.ontology_page import Beside, by_vocabulary, ontology_page
from ctgraph.api.ontology_terms import in_order
from ctgraph.api.wording import Language
from ctgraph.graph.alignments import AXIOMS, read_alignments
from ctgraph.graph.ontology import ontology_quads
from ctgraph.graph.vocabulary import Value, Vocabulary, read_vocabulary
from ctgraph.namespaces import CONCEPT, DEF

ONTOLOGY = assets.folder("ontology")
VOCABULARY = read_vocabulary(ontology_quads(ONTOLOGY))
TERMS = {term.name: term for term in VOCABULARY.terms}
BESIDE = Beside(read_alignments(ONTOLOGY / "alignments"), read_examples(ONTOLOGY / "examples"), "De brief.")
LANGUAGES: tuple[Language, ...] = ("nl", "en")
PAGES = {language: ontology_page(VOCABULARY, BESIDE, language) for language in LANGUAGES}


TREES = {language: html.document_fromstring(page.decode()) for language, page in PAGES.items()}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Dutch, then English."""
    found: Language = request.param
    return found


@pytest.fixture
def page(language: Language) -> html.HtmlElement:
    """The page in that language, as a tree."""
    return TREES[language]


@cache
def anchors(page: html.HtmlElement) -> Mapping[str, html.HtmlElement]:
    """Everything on a page that can be linked to."""
    return {name: each for each in page.iter() if isinstance(each.tag, str) and (name := each.get("id"))}


@cache
def text_of(page: html.HtmlElement, anchor: str) -> str:
    """The text under an anchor, its white space made single."""
    return " ".join(anchors(page)[anchor].text_content().split())


def test_every_term_is_told(page: html.HtmlElement) -> None:
    """Each class and property has an anchor, and under it labels and definitions in both languages and its example."""
    for term in VOCABULARY.terms:
        told = text_of(page, term.name)
        for words in (*term.labels, *term.definitions):
            assert words.text in told
        assert f"ctg:{term.name}" in told
        assert term.since in told


def test_every_term_says_where_it_stands(page: html.HtmlElement) -> None:
    """What a term is under, and a property's domain, range and value list, are links to where those stand."""
    for term in VOCABULARY.terms:
        links = {link.get("href") for link in anchors(page)[term.name].iter("a")}
        near = [*term.above, term.domain, term.datatype or term.range]
        assert {f"#{each.removeprefix(DEF)}" for each in near if each.startswith(DEF)} <= links
        assert {each for each in near if each and not each.startswith(DEF)} <= links
        assert {f"#list-{each.removeprefix(CONCEPT)}" for each in term.values} <= links


def test_every_value_is_told(page: html.HtmlElement) -> None:
    """Each value stands in its list, with its notation, labels in both languages, and its meaning."""
    language = page.get("lang")
    for value in VOCABULARY.values:
        told = text_of(page, f"list-{value.scheme}")
        assert value.notation in told
        for words in value.labels:
            assert words.text.casefold() in told.casefold()
        assert all(words.text in told for words in value.definitions if words.language == language)


def test_every_alignment_is_told(page: html.HtmlElement) -> None:
    """Each row of each table stands among the other vocabularies, and each match with its term or value too."""
    told = text_of(page, "alignments")
    for table in BESIDE.alignments:
        for row in table.rows:
            name = row.target_name if row.target else row.target_label
            assert name in told
            if row.subject.startswith(DEF) and table.name != AXIOMS:
                assert name in text_of(page, row.subject.removeprefix(DEF))


def test_no_axiom_is_left_out_of_the_vocabularies() -> None:
    """Each axiom about another vocabulary stands with the matches to that vocabulary, and only there."""
    axioms = next(table.rows for table in BESIDE.alignments if table.name == AXIOMS)
    shown = [row for _, rows in by_vocabulary(BESIDE.alignments) for row in rows]

    assert [row for row in axioms if shown.count(row) != 1] == []


def test_every_example_is_told(page: html.HtmlElement, language: Language) -> None:
    """Each narrated example stands there in the language of the page, with its Turtle."""
    told = text_of(page, "examples")

    assert len(BESIDE.stories) > 30
    for story in BESIDE.stories:
        assert (story.dutch if language == "nl" else story.english) in told
        assert " ".join(story.turtle.split()) in told


def test_every_link_on_the_page_leads_somewhere(page: html.HtmlElement) -> None:
    """Anchors are single, and every link within the page has one."""
    named = [each.get("id") for each in page.iter() if isinstance(each.tag, str) and each.get("id")]
    linked = {link[1:] for each in page.iter("a") if (link := each.get("href", "")).startswith("#")}

    assert len(named) == len(set(named))
    assert linked - set(named) == set()


def test_the_page_stands_by_itself(language: Language) -> None:
    """No script, no style within, nothing loaded from elsewhere: the policy of the server forbids it."""
    text = PAGES[language].decode()
    loaded = re.findall(r'<(?:link|img|script|use|image)[^>]*(?:href|src)="([^"]*)"', text)

    assert not re.search(r"<script|<style| style=| on[a-z]+=", text)
    assert {each for each in loaded if not each.startswith("/")} == set()


def test_the_same_ontology_gives_the_same_page(language: Language) -> None:
    """Two drawings are the same bytes."""
    assert ontology_page(VOCABULARY, BESIDE, language) == PAGES[language]


def test_a_changed_definition_is_on_the_page(language: Language) -> None:
    """The page is made of what it is given, not of what was once written down."""
    first, *others = VOCABULARY.terms
    words = tuple(replace(each, text="Een geplante zin.") for each in first.definitions)
    changed = replace(VOCABULARY, terms=(replace(first, definitions=words), *others))

    assert b"Een geplante zin." in ontology_page(changed, BESIDE, language)
    assert b"Een geplante zin." not in PAGES[language]


def test_a_deprecated_term_points_to_what_takes_its_place(language: Language) -> None:
    """A reader of an old term is sent on."""
    first, *others = VOCABULARY.terms
    old = replace(first, deprecated=True, replaced_by=DEF + others[0].name)
    page = html.document_fromstring(ontology_page(replace(VOCABULARY, terms=(old, *others)), BESIDE, language).decode())

    (notice,) = page.get_element_by_id(first.name).find_class("error")
    assert [link.get("href") for link in notice.iter("a")] == [f"#{others[0].name}"]


def test_an_empty_ontology_still_makes_a_page(language: Language) -> None:
    """A release without an ontology has a page that says little, and no picture."""
    nothing: Vocabulary = read_vocabulary([])

    assert b"<svg" not in ontology_page(nothing, Beside((), (), ""), language)


def above(name: str) -> set[str]:
    """A class with all that it is a kind of."""
    found, fresh = set[str](), {DEF + name}
    while fresh:
        found |= fresh
        fresh = {each for below in fresh if (term := TERMS.get(below.removeprefix(DEF))) for each in term.above} - found
    return found


def test_the_picture_of_the_core_is_true() -> None:
    """Each arrow is a property that may lead from the one class to the other, and no box is without an arrow."""
    for start, name, end in CORE_ARROWS:
        term = TERMS[name]
        assert not term.domain or term.domain in above(start)
        assert not term.range or term.range in above(end)
    assert {each for start, _, end in CORE_ARROWS for each in (start, end)} == set(CORE_BOXES)


def test_the_picture_of_the_core_is_clear() -> None:
    """No two boxes stand on one place, and every arrow is between neighbours, so that none runs through a box."""
    assert len(set(CORE_BOXES.values())) == len(CORE_BOXES)
    for start, _, end in CORE_ARROWS:
        (column, row), (to_column, to_row) = CORE_BOXES[start], CORE_BOXES[end]
        assert max(abs(column - to_column), abs(row - to_row)) == 1


def test_pictures_name_what_they_show(language: Language) -> None:
    """Every box and label is a link to its term; a picture has a title; a module draws each property that it defines."""
    picture = core_diagram(TERMS, "Kern", language)
    assert picture is not None
    assert set(re.findall(r'href="#(\w+)"', picture)) == set(CORE_BOXES) | {name for _, name, _ in CORE_ARROWS}
    assert ">Kern</title>" in picture

    drawn = module_diagram(TERMS, "parliament", "Parlement", language)
    assert drawn is not None
    own = {
        term.name
        for term in VOCABULARY.terms
        if term.module == "parliament" and term.kind == "object"
        if term.domain.startswith(DEF) and term.range.startswith(DEF)
    }
    assert own <= set(re.findall(r'href="#(\w+)"', drawn))


def test_a_module_without_relations_has_no_picture() -> None:
    """There is nothing to draw of a module that relates nothing."""
    assert module_diagram(TERMS, "none", "Geen", "nl") is None


def test_values_stand_under_the_wider_ones() -> None:
    """A scale goes by its steps, a list by notation, and a narrower value right under the first of its wider ones."""

    def value(name: str, *broader: str, step: int = 0) -> Value:
        return Value(f"x/{name}", (), (), (), tuple(f"x/{each}" for each in broader), (), step)

    tree = in_order([value("b"), value("c", "a", "b"), value("d", "c"), value("a")])
    scale = in_order([value("hoog", step=2), value("laag", step=1)])

    assert [(each.notation, depth) for each, depth in tree] == [("a", 0), ("c", 1), ("d", 2), ("b", 0)]
    assert [each.notation for each, _ in scale] == ["laag", "hoog"]


def test_every_example_is_told_in_both_languages() -> None:
    """A sentence in English has one in Dutch under it, and Turtle that says something."""
    assert [story for story in BESIDE.stories if not (story.dutch and story.english and " ." in story.turtle)] == []


def test_examples_end_where_the_next_begins(tmp_path: Path) -> None:
    """Prefixes and passages are left out, planted faults are no examples, and the last one runs to the end."""
    text = "@prefix ex: <x:> .\n\n# One.\n# nl: Een.\nex:a ex:b ex:c .\n\npassage:1 ex:b 2 .\n\n# Two.\n# nl: Twee.\nex:d ex:e 1 .\n"
    (tmp_path / "law.ttl").write_text(text, encoding="utf-8")
    (tmp_path / "law.invalid.ttl").write_text(text, encoding="utf-8")
    stories = read_examples(tmp_path)

    assert [(each.module, each.dutch, each.english, each.turtle) for each in stories] == [
        ("law", "Een.", "One.", "ex:a ex:b ex:c ."),
        ("law", "Twee.", "Two.", "ex:d ex:e 1 ."),
    ]
