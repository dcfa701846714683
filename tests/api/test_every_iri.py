"""Every IRI of ours in a built release answers in every format, with what the release says of it."""

from __future__ import annotations

import asyncio
import html
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import httpx
import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse

from api.fakes import FakeBackend
from ctgraph import assets
from ctgraph.api.app import create_app
from ctgraph.api.rdf import FORMATS, PageFormat
from ctgraph.api.things import INCOMING_ROWS
from ctgraph.namespaces import BASE, DCTERMS, ID, RDFS, SKOS
from ctgraph.pipeline.build import build
from ctgraph.pipeline.stock import Folders
from ctgraph.settings import Settings
from ctgraph.store.releases import Release
from questions.facts import REGISTER
from register_tables import write_register

pytestmark = pytest.mark.timeout(900)  # some ten thousand requests, which a busy machine is slow to answer
TESTS = Path(__file__).parents[1]
# The data that a page holds: what stands between the tags of a script of that type.
EMBEDDED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
NAMES = {RDFS + "label", SKOS + "prefLabel", DCTERMS + "title"}
REDIRECTS = {301, 303}
LINKS = ("canonical", "describedby", "license", "alternate")


class Walk:
    """The release, its statements by subject and object, and what is wrong with the answers for its IRIs."""

    def __init__(self, release: Release) -> None:
        self.quads = set(parse(path=release.quads, format=RdfFormat.N_QUADS, lenient=True))
        self.about: dict[str, set[Quad]] = defaultdict(set)
        self.parts: dict[str, set[Quad]] = defaultdict(set)
        self.incoming: dict[str, set[Quad]] = defaultdict(set)
        iris = {f"{BASE}release/{release.id}"}
        for quad in self.quads:
            nodes = [each.value for each in quad if isinstance(each, NamedNode)]
            iris |= {node for node in nodes if node.startswith(BASE)}
            self.about[nodes[0]].add(quad)
            self.parts[nodes[0].partition("#")[0]].add(quad)
            if isinstance(quad.object, NamedNode):
                self.incoming[quad.object.value].add(quad)
        self.names = {subject for subject, quads in self.about.items() if NAMES & {q.predicate.value for q in quads}}
        self.pages = sorted({iri.partition("#")[0] for iri in iris})
        self.faults: dict[str, dict[str, str]] = defaultdict(dict)
        asyncio.run(self._ask(release))

    async def _ask(self, release: Release) -> None:
        """Ask for every page in every format, and note the faults by format."""
        store = Store()
        store.extend(self.quads)
        store.extend({Quad(*quad.triple) for quad in self.quads})
        app = create_app(Settings(data=release.path.parents[1]), FakeBackend(store, release.id))
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://ctgraph.test") as client:
            for iri in self.pages:
                for form in FORMATS:
                    response = await _followed(client, f"/{iri.removeprefix(BASE)}", form.media_type)
                    fault = _refused(response, form) or self._lacking(iri, response, form)
                    if fault:
                        self.faults[form.suffix][iri] = fault

    def _lacking(self, iri: str, response: httpx.Response, form: PageFormat) -> str:
        if form.rdf is None:
            return self._of_page(iri, response.text)
        quads = list(parse(response.content, form.rdf))
        if form.suffix == "trig":
            return self._of_graphs(iri, set(quads))
        triples = [quad.triple for quad in quads]
        if len(triples) != len(set(triples)):
            return "a triple stands twice"
        return _told(self.about[iri], triples)

    def _of_graphs(self, iri: str, quads: set[Quad]) -> str:
        """What lacks in an answer in which each statement has its graph."""
        if lacking := (self.about[iri] | self.parts[iri]) - quads:
            return f"lacks {len(lacking)} statements in their graphs, such as {next(iter(lacking))}"
        if not iri.startswith(ID):
            return ""
        invented = {quad for quad in quads if quad.graph_name != DefaultGraph()} - self.quads
        links = self.incoming[iri] if len(self.incoming[iri]) <= INCOMING_ROWS else set()
        named = {str(quad.subject)[1:-1] for quad in quads if quad.predicate.value in NAMES}
        pointed = {str(quad.object)[1:-1] for quad in self.about[iri]} & self.names
        found = {"invented": len(invented), "unlinked": len(links - quads), "nameless": len(pointed - named)}
        return "".join(f"{count} {name} " for name, count in found.items() if count)

    def _of_page(self, iri: str, page: str) -> str:
        """What lacks in a page for people: the IRI of the thing, and its statements as JSON-LD."""
        if not iri.startswith(ID):
            return ""
        found = EMBEDDED.search(page)
        told = [quad.triple for quad in parse(found[1].encode(), RdfFormat.JSON_LD)] if found else []
        return _told(self.about[iri], told) if iri in html.unescape(page) else "does not name its IRI"


def _told(quads: Iterable[Quad], triples: Iterable[Triple]) -> str:
    lacking = {quad.triple for quad in quads} - set(triples)
    return f"lacks {len(lacking)} triples" if lacking else ""


async def _followed(client: httpx.AsyncClient, address: str, accept: str) -> httpx.Response:
    for _ in range(4):
        response = await client.get(address, headers={"Accept": accept})
        if response.status_code not in REDIRECTS:
            break
        address = response.headers["location"]
    return response


def _refused(response: httpx.Response, form: PageFormat) -> str:
    if response.status_code != 200:
        return f"status {response.status_code}"
    if response.headers["content-type"] != form.content_type:
        return response.headers["content-type"]
    missing = [link for link in LINKS if f'rel="{link}"' not in response.headers["link"]]
    return f"Link lacks {missing}" if missing else ""


@pytest.fixture(name="walk", scope="module")
def _walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """On a small register and every specimen: texts, official papers, laws and records."""
    folder = tmp_path_factory.mktemp("built")
    folders = Folders(write_register(folder / "register", REGISTER), assets.folder("ontology"))
    papers = [*sorted((TESTS / "specimens").glob("*.txt")), TESTS / "readers" / "specimens"]
    settings = Settings(data=folder / "data")
    return Walk(build(settings, folders, papers, False, lambda what, done, total: None, 1).release)


def test_the_walk_meets_every_kind(walk: Walk) -> None:
    """Many things, of nearly all kinds, and as many parts of pages: terms, rows, records."""
    kinds = {iri.removeprefix(ID).partition("/")[0] for iri in walk.pages if iri.startswith(ID)}

    assert len(walk.pages) > 1000
    assert len(kinds) > 25
    assert sum(len(quads) for iri, quads in walk.parts.items() if not iri.startswith(ID)) > 5000


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_every_iri_answers(walk: Walk, form: PageFormat) -> None:
    """With what the release says of it and of the parts of its page, with links, names and, if it can, graphs."""
    assert {} == walk.faults[form.suffix]
