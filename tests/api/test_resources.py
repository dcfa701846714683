"""Addresses of things: redirects, formats, and what a page shows."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from api.fakes import Client, FakeBackend
from ctgraph.api.addresses import local_path
from ctgraph.api.rdf import FORMATS, PageFormat
from ctgraph.model.withdrawals import Withdrawal
from ctgraph.namespaces import BASE, ID
from ctgraph.settings import Settings
from ctgraph.store.withdrawn import keep

DOCUMENT = "/doc/document/kst-36999-12"
RDF = [form for form in FORMATS if form.rdf is not None]


@pytest.mark.parametrize(
    ("address", "status", "location"),
    [
        ("/id/document/kst-36999-12", 303, DOCUMENT),
        ("/id/document/KST-36999-12", 301, "/id/document/kst-36999-12"),
        ("/id/law/bwbr0099999", 301, "/id/law/BWBR0099999"),
        ("/id/person/Anna-Zwart", 301, "/id/person/anna-zwart"),
        ("/id/citation/kst-36999-12/eeee0001", 303, "/doc/citation/kst-36999-12/eeee0001"),
        ("/ctgraph/id/document/kst-36999-12", 303, DOCUMENT),
        ("/doc/document/KST-36999-12", 301, DOCUMENT),
        ("/doc/document/KST-36999-12.ttl", 301, f"{DOCUMENT}.ttl"),
        ("/.well-known/void", 303, "/export/void.ttl"),
    ],
)
def test_redirects(client: Client, address: str, status: int, location: str) -> None:
    """A thing leads to the document about it; another spelling leads to the official one first."""
    response = client.get(address)

    assert (response.status_code, response.headers["location"]) == (status, location)


def test_every_iri_of_the_data_answers(client: Client, store: Store) -> None:
    """Each IRI of ours that stands anywhere in the data has something at its own path."""
    terms = {term for quad in store for term in (quad.subject, quad.predicate, quad.object, quad.graph_name)}
    ours = sorted({term.value.partition("#")[0] for term in terms if isinstance(term, NamedNode)})
    ours = [iri for iri in ours if iri.startswith(BASE)]

    statuses = {iri: client.get("/" + iri.removeprefix(BASE), "text/turtle").status_code for iri in ours}

    assert len(ours) > 100
    assert {iri: status for iri, status in statuses.items() if status not in {200, 303}} == {}


@pytest.mark.parametrize("form", RDF, ids=lambda form: form.suffix)
def test_suffix_and_accept_agree(client: Client, form: PageFormat) -> None:
    """A format can be asked for by suffix or by Accept, and holds the same statements."""
    assert form.rdf is not None
    by_suffix = client.get(f"{DOCUMENT}.{form.suffix}")
    by_accept = client.get(DOCUMENT, form.media_type)

    assert by_suffix.headers["content-type"] == form.content_type == by_accept.headers["content-type"]
    assert by_suffix.content == by_accept.content
    title = NamedNode("http://purl.org/dc/terms/title")
    assert any(quad.predicate == title for quad in parse(by_suffix.content, form.rdf))


def test_statements_keep_their_graph_in_trig(client: Client, store: Store) -> None:
    """TriG says of each statement which source makes it, exactly as the data has it."""
    thing = NamedNode(f"{ID}document/kst-36999-12")
    held = set(store.quads_for_pattern(thing, None, None)) - set(
        store.quads_for_pattern(thing, None, None, DefaultGraph())
    )
    told = {quad for quad in parse(client.get(f"{DOCUMENT}.trig").content, RdfFormat.TRIG) if quad.subject == thing}

    assert told == held


def test_the_same_bytes_each_time(client: Client) -> None:
    """Turtle comes in one order, prefixes included."""
    assert client.get(f"{DOCUMENT}.ttl").content == client.get(f"{DOCUMENT}.ttl").content


def test_what_a_thing_owns_comes_with_it(client: Client) -> None:
    """Passages, times and parts that are nobody else's stand one step deep."""
    subjects = {quad.subject for quad in parse(client.get(f"{DOCUMENT}.nt").content, RdfFormat.N_TRIPLES)}

    for owned in ("passage/kst-36999-12/d1/0-12", "time/kst-36999-12/aaaa0001", "entry/kst-36999-12/36999"):
        assert NamedNode(ID + owned) in subjects
    assert NamedNode(f"{ID}dossier/36999") not in subjects


def test_page_shows_words_sources_and_links(client: Client) -> None:
    """The page of a thing has its words, the source of each statement, and what points to it."""
    page = client.get("/doc/citation/kst-36999-12/eeee0003", "text/html").text

    assert '<blockquote lang="nl">Kamerstuk 36 999, nr. 3</blockquote>' in page
    assert "characters 120–143 of" in page
    assert '<a href="/graph/text/kst-36999-12">text/kst-36999-12</a>' in page
    assert "Number 3 is of 2019, not of 2024" in page
    assert '<a href="/doc/document/kst-36999-12" ' in page


def test_page_speaks_the_language_asked_for(client: Client) -> None:
    """Dutch or English, by the address or the browser."""
    dutch = client.get(DOCUMENT, "text/html", Accept_Language="nl-NL,nl;q=0.9,en;q=0.8")
    chosen = client.get(f"{DOCUMENT}?lang=en", "text/html", Accept_Language="nl")

    assert (dutch.headers["content-language"], chosen.headers["content-language"]) == ("nl", "en")
    assert "Bronpassages" in dutch.text
    assert "Source passages" in chosen.text
    assert "Accept-Language" in dutch.headers["vary"]


def test_links_lead_to_the_other_formats(client: Client) -> None:
    """The Link header names the thing, the canonical address and every other format."""
    header = client.get(f"{DOCUMENT}.ttl").headers["link"]

    assert f'<{BASE}doc/document/kst-36999-12>; rel="canonical"' in header
    assert f'<{ID}document/kst-36999-12>; rel="describes"' in header
    assert '</doc/document/kst-36999-12.jsonld>; rel="alternate"; type="application/ld+json"' in header
    assert 'type="text/turtle"' not in header


def test_hostile_words_stay_words(client: Client, backend: FakeBackend) -> None:
    """Markup in a title and a link that could act are shown, and do nothing."""
    thing, graph = NamedNode(f"{ID}document/evil"), NamedNode(f"{BASE}graph/text/evil")
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    hostile = Store()
    for target in (graph, DefaultGraph()):
        hostile.add(Quad(thing, label, Literal("<script>alert(1)</script>"), target))
        hostile.add(Quad(thing, NamedNode("javascript:alert(2)"), NamedNode("javascript:alert(3)"), target))
    backend.store = hostile

    page = client.get("/doc/document/evil", "text/html").text

    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert 'href="javascript:' not in page


def test_graph_page_tells_what_it_holds(client: Client) -> None:
    """The page of a named graph counts its things and names the run or the source behind it."""
    text = client.get("/graph/text/kst-36999-12", "text/html").text
    register = client.get("/graph/register/policy", "text/html").text

    assert '<a href="/def#Citation" ' in text
    assert "0.1.0" in text
    assert "https://example.org/policy" in register


def test_graph_in_full(client: Client, store: Store) -> None:
    """A named graph can be fetched whole, as it is."""
    graph = NamedNode(f"{BASE}graph/text/kst-36999-20")

    told = set(parse(client.get("/graph/text/kst-36999-20.trig").content, RdfFormat.TRIG))

    assert told == set(store.quads_for_pattern(None, None, None, graph))


def test_scheme_comes_with_its_values(client: Client) -> None:
    """A scheme has its values with it; a value stands at its own address too."""
    scheme = client.get("/concept/threat-level-five-step.nt").text
    value = client.get("/concept/threat-level-five-step/kritiek", "text/html").text

    assert '"Kritiek"@nl' in scheme
    assert "<h1>Critical</h1>" in value


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        (f"{ID}document/kst-1-1", "/doc/document/kst-1-1"),
        (f"{BASE}def#Motion", "/def#Motion"),
        (f"{BASE}concept/a/b", "/concept/a/b"),
        (f"{BASE}graph/register/motions#x", "/graph/register/motions#x"),
        ("https://example.org/", None),
        (f"{BASE}unknown", None),
    ],
)
def test_local_paths(iri: str, path: str | None) -> None:
    """IRIs of ours have a path here, others have none."""
    assert local_path(iri) == path


@pytest.mark.parametrize("address", ["/id/claim/kst-1-2/0a0b0c0d", "/doc/claim/kst-1-2/0a0b0c0d.ttl"])
def test_what_was_withdrawn_is_gone_with_its_correction(client: Client, settings: Settings, address: str) -> None:
    """Its addresses answer 410 and tell the correction; what the data has answers as ever."""
    things = (f"{ID}claim/kst-1-2/0a0b0c0d", f"{ID}document/kst-36999-12")
    settings.releases.mkdir(parents=True)
    keep(settings, [Withdrawal("c", "kst-1-2", ("X",), things, "Onjuist.", "Wrong.", "https://example.org/")])
    response = client.get(address)

    assert 410 == response.status_code
    assert "withdrawn" == response.json()["code"]
    assert f'<{ID}correction/c>; rel="describedby"' == response.headers["link"]
    assert {"iri": f"{ID}correction/c", "nl": "Onjuist.", "en": "Wrong.", "source": "https://example.org/"} == (
        response.json()["correction"]
    )
    assert 200 == client.get(DOCUMENT).status_code
    assert 404 == client.get("/doc/claim/kst-1-2/ffffffff").status_code
