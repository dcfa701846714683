"""Full text: what is found in which forms, in which order, with which places."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.errors import QueryTimeout, ReleaseError
from ctgraph.namespaces import CONCEPT, DCTERMS, DEF, GRAPH, ID, PROV, SKOS, XSD
from ctgraph.settings import Settings
from ctgraph.store.releases import Release
from ctgraph.store.search_query import read_query
from ctgraph.store.searching import Hits, Wanted, search
from ctgraph.store.writing import Contents, ReleaseWriter

Search = Callable[..., Hits]

TEXTS = {
    "kst-1": "Het dreigingsbeeld noemt een nieuwe dreiging.\n\nDe dreiging is substantieel. 😀 Het beeld is helder.\n",
    "kst-2": "De integrale aanpak van jihadisme. De aanpak is integraal; een terreurdreiging is er niet.\n",
    "kst-3": "Wij schrijven over moties en brieven.\r\nOver meer gaat het hier niet. Een beeld, een motie.\n",
}
DAYS = {"kst-1": "2022-04-01", "kst-2": "2021-05-01", "kst-3": "2022-06-01"}


def _quads() -> list[Quad]:
    graph = NamedNode(f"{GRAPH}text/specimen")
    quads = []

    def say(subject: str, predicate: str, value: NamedNode | Literal) -> None:
        quads.append(Quad(NamedNode(subject), NamedNode(predicate), value, graph))

    letter = f"{CONCEPT}document-kind/brief-regering"
    say(letter, f"{SKOS}notation", Literal("brief-regering"))
    for number, text in TEXTS.items():
        document, run, time, entry = (f"{ID}{kind}/{number}" for kind in ("document", "run", "time", "entry"))
        say(run, f"{PROV}used", NamedNode(document))
        say(run, f"{DEF}textDigest", Literal(hashlib.sha256(text.encode()).hexdigest()))
        say(document, f"{DEF}officialIdentifier", Literal(number))
        say(document, f"{DEF}documentDate", NamedNode(time))
        say(time, f"{DEF}earliest", Literal(DAYS[number], datatype=NamedNode(f"{XSD}date")))
        say(document, f"{DEF}dossierEntry", NamedNode(entry))
        say(entry, f"{DEF}inDossier", NamedNode(f"{ID}dossier/{'29754' if number != 'kst-3' else '30821'}"))
    say(f"{ID}document/kst-1", f"{DEF}documentKind", NamedNode(letter))
    say(f"{ID}document/kst-1", f"{DCTERMS}title", Literal("Brief over dreigingen", language="nl"))
    say(f"{ID}document/blg-9", f"{DCTERMS}title", Literal("Dreigingsbeeld 9", language="nl"))
    return quads


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release of three composed texts and a title."""
    with ReleaseWriter(Settings(data=tmp_path_factory.mktemp("data"))) as writer:
        return writer.write(Contents(_quads(), "0.1.0", texts=TEXTS.values(), documents=3))


@pytest.fixture
def find(release: Release) -> Search:
    """Ask that release."""

    def ask(query: str, limit: int = 10, offset: int = 0, **values: str) -> Hits:
        return search(release.search, release.text, Wanted(read_query(query), values, limit, offset, 10.0))

    return ask


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dreiging", {"kst-1", "kst-2", "blg-9"}),
        ("DREIGINGEN", {"kst-1", "kst-2", "blg-9"}),
        ("beeld", {"kst-1", "kst-3", "blg-9"}),
        ("brief", {"kst-1", "kst-3"}),
        ("dreiging aanpak", {"kst-2"}),
        ('"integrale aanpak"', {"kst-2"}),
        ('"aanpak integrale"', set()),
        ("aanpak-integraal", set()),
        ("dreiging -jihadisme", {"kst-1", "blg-9"}),
        ('dreiging -"integrale aanpak" -titel', {"kst-1", "blg-9"}),
        ("dreig", set()),
        ("AND", set()),
        ('"dreiging', {"kst-1"}),
    ],
)
def test_what_is_found(find: Search, query: str, expected: set[str]) -> None:
    """Words are found in every form and within compounds; phrases as printed; what is left out is not there."""
    assert {hit.document.rpartition("/")[2] for hit in find(query).hits} == expected


def test_snippets_have_true_offsets(find: Search) -> None:
    """A snippet is the text between its offsets, and the words found in it are those asked for."""
    hit = next(hit for hit in find("dreiging").hits if hit.id == "kst-1")
    text = TEXTS["kst-1"]

    assert hit.digest == hashlib.sha256(text.encode()).hexdigest()
    assert [each.text for each in hit.snippets] == [text[each.start : each.end] for each in hit.snippets]
    assert [text[start:end] for each in hit.snippets for start, end in each.found] == [
        "dreigingsbeeld",
        "dreiging",
        "dreiging",
    ]


def test_words_within_compounds_are_marked(find: Search) -> None:
    """A compound that ends in the word is marked, whole."""
    hit = next(hit for hit in find("beeld").hits if hit.id == "kst-1")
    text = TEXTS["kst-1"]

    assert [text[start:end] for each in hit.snippets for start, end in each.found] == ["dreigingsbeeld", "beeld"]


def test_facets_count_what_passes(find: Search) -> None:
    """Facets count all hits that pass, and each of their values finds as many."""
    found = find("dreiging")

    assert found.total == 3
    assert found.facets == {
        "kind": {"brief-regering": 1},
        "dossier": {"29754": 2},
        "year": {"2021": 1, "2022": 1},
    }
    for facet, counts in found.facets.items():
        for value, count in counts.items():
            assert find("dreiging", **{facet: value}).total == count


def test_pages(find: Search) -> None:
    """Pages follow one another, and titles count for more than texts."""
    whole = find("dreiging").hits

    assert [find("dreiging", limit=1, offset=place).hits[0] for place in range(3)] == list(whole)
    assert whole[-1].id == "kst-2"


def test_the_same_statements_give_the_same_answers(find: Search, tmp_path: Path) -> None:
    """Another release of the same contents, written in another order, answers alike."""
    with ReleaseWriter(Settings(data=tmp_path)) as writer:
        other = writer.write(Contents(_quads()[::-1], "0.1.0", texts=[*TEXTS.values()][::-1], documents=3))

    asked = Wanted(read_query("beeld"), {}, 10, 0, 10.0)
    assert search(other.search, other.text, asked) == find("beeld")


def test_a_release_without_an_index_is_built_again(tmp_path: Path) -> None:
    """A release of an earlier version says what to do, and the same build then gives it an index."""
    data = Settings(data=tmp_path)
    contents = Contents(_quads(), "0.1.0", texts=TEXTS.values(), documents=3)
    asked = Wanted(read_query("beeld"), {}, 10, 0, 10.0)
    with ReleaseWriter(data) as writer:
        release = writer.write(contents)
        release.search.unlink()
        with pytest.raises(ReleaseError, match=r"no index for search.*Run `ctgraph build`"):
            search(release.search, release.text, asked)
        again = writer.write(contents)

    assert again.id == release.id
    assert search(again.search, again.text, asked).total == 3


def test_a_damaged_index(release: Release, tmp_path: Path) -> None:
    """A file that is no index says so."""
    damaged = tmp_path / "search.sqlite"
    damaged.write_bytes(release.search.read_bytes()[:4096] + b"\xff" * 8192)

    with pytest.raises(ReleaseError, match="search"):
        search(damaged, release.text, Wanted(read_query("beeld"), {}, 10, 0, 10.0))


def test_the_deadline(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that takes too long is ended."""
    monkeypatch.setattr("ctgraph.store.searching._STEPS", 1)

    with pytest.raises(QueryTimeout):
        search(release.search, release.text, Wanted(read_query("de"), {}, 10, 0, -1.0))


@pytest.mark.parametrize("query", ["", "  ", "-dreiging", '""', "«»", "*", "a " * 40, "a" * 501])
def test_no_question(query: str) -> None:
    """A question without a word to find, or with too many, says what it takes."""
    with pytest.raises(ValueError, match="It takes"):
        read_query(query)


@given(st.text(max_size=60))
@example('"a" NEAR "b" words : ^x* {title} + (')
@example("½ ﷺ 𝟙 ㍿")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_nothing_written_is_syntax(find: Search, query: str) -> None:
    """Whatever is written is words to find, or is refused as none."""
    try:
        found = find(query)
    except ValueError:
        return
    assert found.total >= len(found.hits)
