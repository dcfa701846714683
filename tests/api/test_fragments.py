"""Fragments: what fits a pattern, page by page, and a client that only follows the controls."""

from __future__ import annotations

import itertools
import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx
import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from api.fakes import Client
from api.test_server import running, write_release
from ctgraph.namespaces import FOAF, HYDRA, RDF, SD, VOID
from ctgraph.settings import Settings

TRIG = "application/trig"
UNION = "urn:ldf:defaultGraph"
SUBMITTERS = """
PREFIX ctg: <https://w3id.org/ctgraph/def#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?motion ?name WHERE {
  ?motion a ctg:Motion ; ctg:participation ?part .
  ?part ctg:participant ?who .
  ?who rdfs:label ?name
}
"""
JOIN = [
    ("?motion", RDF + "type", "https://w3id.org/ctgraph/def#Motion"),
    ("?motion", "https://w3id.org/ctgraph/def#participation", "?part"),
    ("?part", "https://w3id.org/ctgraph/def#participant", "?who"),
    ("?who", "http://www.w3.org/2000/01/rdf-schema#label", "?name"),
]
"""The same as `SUBMITTERS`, pattern by pattern."""
COMUNICA = Path(__file__).with_name("comunica.cjs")

Term = NamedNode | Literal
Row = dict[str, Term]


def fragment(client: Client, accept: str = TRIG, **places: str) -> httpx.Response:
    """The answer to a pattern."""
    return client.get(f"/fragments?{urlencode(places)}", accept)


def data(response: httpx.Response, form: RdfFormat = RdfFormat.TRIG) -> list[Quad]:
    """The statements of an answer without its metadata."""
    quads = list(parse(response.content, form))
    graphs = {quad.graph_name for quad in quads if quad.predicate.value == FOAF + "primaryTopic"}
    return [quad for quad in quads if quad.graph_name not in graphs]


class Controls:
    """A client that knows Hydra and one address, and nothing of how this server's addresses are made."""

    def __init__(self, client: Client, start: str) -> None:
        self._client = client
        quads = self._fetch(start)
        self._template = self._object(quads, HYDRA + "template")
        properties, names = self._objects(quads, HYDRA + "property"), self._objects(quads, HYDRA + "variable")
        self._names = {properties[mapping]: names[mapping] for mapping in properties}
        self._default = self._object(quads, SD + "defaultGraph")
        self.fetched = 0

    def join(self, patterns: list[tuple[str, str, str]], row: Row) -> Iterator[Row]:
        """Each row that fits all patterns, one pattern after the other."""
        if not patterns:
            yield row
            return
        places = [row.get(place, place) for place in patterns[0]]
        wanted = [str(place) if isinstance(place, str) else written(place) for place in places]
        for quad in self._matching(*wanted):
            found = dict(row)
            for place, term in zip(patterns[0], (quad.subject, quad.predicate, quad.object), strict=True):
                if place.startswith("?") and isinstance(term, NamedNode | Literal):
                    found[place] = term
            yield from self.join(patterns[1:], found)

    def _matching(self, subject: str, predicate: str, value: str) -> Iterator[Quad]:
        given = dict(
            zip((RDF + "subject", RDF + "predicate", RDF + "object"), (subject, predicate, value), strict=True)
        )
        filled = {self._names[key]: term for key, term in given.items() if not term.startswith("?")}
        address = self._expand({**filled, self._names[SD + "graph"]: self._default})
        while address:
            quads = self._fetch(address)
            self.fetched += 1
            yield from (quad for quad in quads if quad.graph_name == DefaultGraph())
            following = [quad.object for quad in quads if quad.predicate.value == HYDRA + "next"]
            address = following[0].value if following and isinstance(following[0], NamedNode) else ""

    def _expand(self, values: dict[str, str]) -> str:
        """RFC 6570, form-style query expansion."""
        found = re.fullmatch(r"([^{]+)\{\?([^}]+)\}", self._template)
        assert found is not None
        pairs = [f"{name}={quote(values[name], safe='')}" for name in found[2].split(",") if name in values]
        return f"{found[1]}?{'&'.join(pairs)}"

    def _fetch(self, address: str) -> list[Quad]:
        response = self._client.get(address, TRIG)
        assert response.status_code == 200
        return list(parse(response.content, RdfFormat.TRIG))

    @staticmethod
    def _objects(quads: list[Quad], predicate: str) -> dict[str, str]:
        stated = [(str(quad.subject), quad.object) for quad in quads if quad.predicate.value == predicate]
        return {subject: value.value for subject, value in stated if isinstance(value, NamedNode | Literal)}

    def _object(self, quads: list[Quad], predicate: str) -> str:
        [value] = self._objects(quads, predicate).values()
        return value


def written(term: Term) -> str:
    """A term in Hydra's explicit representation."""
    if isinstance(term, NamedNode):
        return term.value
    if term.language:
        return f'"{term.value}"@{term.language}'
    return f'"{term.value}"^^{term.datatype.value}'


def answered(client: Client, query: str) -> list[tuple[str, ...]]:
    """The rows of `/sparql`."""
    response = client.get(f"/sparql?{urlencode({'query': query})}", "application/sparql-results+json")
    found = json.loads(response.content)
    names = found["head"]["vars"]
    return sorted(tuple(row[name]["value"] for name in names) for row in found["results"]["bindings"])


def test_following_the_controls_answers_a_join(client: Client) -> None:
    """A client that starts at one address and follows forms and next pages gets the rows that `/sparql` gives."""
    controls = Controls(client, "/fragments")
    rows = controls.join(JOIN, {})
    found = sorted((row["?motion"].value, row["?name"].value) for row in rows)

    assert found == answered(client, SUBMITTERS)
    assert len(found) > 3


def test_pages_add_up(client: Client, store: Store) -> None:
    """Page after page gives every quad of the named graphs once, with a count that says how many there are."""
    address: str = "/fragments"
    found: list[Quad] = []
    counts = set()
    while address:
        response = client.get(address, TRIG)
        found += data(response)
        metadata = list(parse(response.content, RdfFormat.TRIG))
        counts |= {quad.object.value for quad in metadata if quad.predicate.value == VOID + "triples"}
        following = [quad.object.value for quad in metadata if quad.predicate.value == HYDRA + "next"]
        assert bool(following) == ("link" in response.headers)
        address = following[0] if following else ""
    held = [quad for quad in store if quad.graph_name != DefaultGraph()]

    assert len(found) == len(set(found)) == len(held)
    assert set(found) == set(held)
    assert counts == {str(len(held))}


@pytest.mark.parametrize(
    "places",
    [
        {"subject": "https://w3id.org/ctgraph/id/motion/kst-36999-7"},
        {"subject": "id:motion/kst-36999-7", "predicate": "?p", "object": ""},
        {"predicate": "ctg:participant"},
        {"predicate": "<https://w3id.org/ctgraph/def#participant>", "object": "id:person/anna-zwart"},
        {"object": '"Motie over twee dingen"@nl'},
        {"object": '"12"'},
        {"object": '"2024-03-04"^^http://www.w3.org/2001/XMLSchema#date'},
        {"object": '"De motie van de leden Zwart en Aalders\nvroeg om "twee dingen"; dat kan nog niet."'},
        {"graph": "https://w3id.org/ctgraph/graph/text/kst-36999-12", "predicate": "rdf:type"},
        {"graph": UNION, "predicate": "ctg:participation"},
        {"graph": "https://example.org/none"},
    ],
)
def test_patterns_match_as_the_store_does(client: Client, store: Store, places: dict[str, str]) -> None:
    """Every way to write a place gives the statements that the store finds for it."""
    expected = {quad for quad in store if matches(quad, places)}
    response = fragment(client, **places)

    assert expected == set(data(response))
    assert bool(expected) == ("none" not in str(places))


def matches(quad: Quad, places: dict[str, str]) -> bool:
    """Whether a quad fits the places, by the text of its terms alone."""
    if (quad.graph_name == DefaultGraph()) != (places.get("graph") == UNION):
        return False
    texts = {"subject": quad.subject, "predicate": quad.predicate, "object": quad.object, "graph": quad.graph_name}
    return all(fits(texts[name], given) for name, given in places.items() if given not in ("", "?p", UNION))


def fits(term: object, given: str) -> bool:
    """Whether a term is what was written."""
    bare = given.strip("<>")
    for prefix, namespace in (
        ("id:", "https://w3id.org/ctgraph/id/"),
        ("ctg:", "https://w3id.org/ctgraph/def#"),
        ("rdf:", RDF),
    ):
        bare = namespace + bare.removeprefix(prefix) if bare.startswith(prefix) else bare
    if isinstance(term, Literal):
        plain = term.language is None and term.datatype.value.endswith("#string")
        return bare == (f'"{term.value}"' if plain else written(term))
    return isinstance(term, NamedNode) and term.value == bare


def test_a_whole_statement_is_a_pattern(client: Client) -> None:
    """A pattern without an open place says whether the statement is there."""
    there = {"subject": "id:motion/kst-36999-7", "predicate": "rdf:type", "object": "ctg:Motion", "graph": UNION}

    assert 1 == len(data(fragment(client, **there)))
    assert [] == data(fragment(client, **{**there, "object": "ctg:Person"}))


def test_formats_without_graphs_give_triples(client: Client) -> None:
    """Turtle and N-Triples give each triple of the union once; N-Quads give the graphs, as TriG does."""
    place = {"subject": "id:motion/kst-36999-7"}
    quads = data(fragment(client, **place))
    nquads = data(fragment(client, "application/n-quads", **place), RdfFormat.N_QUADS)
    turtle = list(parse(fragment(client, "text/turtle", **place).content, RdfFormat.TURTLE))
    ntriples = list(parse(fragment(client, "application/n-triples", **place).content, RdfFormat.N_TRIPLES))
    subject = quads[0].subject

    assert set(quads) == set(nquads)
    assert {quad.triple for quad in quads} == {quad.triple for quad in turtle if quad.subject == subject}
    assert set(turtle) == set(ntriples)


def test_the_page_is_known_by_the_address_asked(client: Client) -> None:
    """However an address is written, the metadata speak of that very one."""
    address = "http://ctgraph.test/fragments?predicate=https%3A%2F%2Fw3id.org%2Fctgraph%2Fdef%23asks"
    topics = [
        quad.object.value
        for quad in parse(client.get(address, TRIG).content, RdfFormat.TRIG)
        if quad.predicate.value == FOAF + "primaryTopic" and isinstance(quad.object, NamedNode)
    ]

    assert [address] == topics


@pytest.mark.parametrize(
    ("places", "faults"),
    [
        ({"subject": '"words"'}, ["subject"]),
        ({"subject": "two words"}, ["subject"]),
        ({"predicate": "_:b0", "object": '"open'}, ["predicate", "object"]),
        ({"object": '"x"@'}, ["object"]),
        ({"object": '"x"^^nothing'}, ["object"]),
        ({"graph": "//", "page": "0"}, ["graph", "page"]),
        ({"page": "-1"}, ["page"]),
        ({"page": "9" * 30}, ["page"]),
        ({"subject": "http://example.org/{x}"}, ["subject"]),
        ({"subject": "x:" + "y" * 5000}, ["subject"]),
        ({"wat": "1"}, ["wat"]),
    ],
)
def test_nonsense_is_explained(client: Client, places: dict[str, str], faults: list[str]) -> None:
    """Every place that does not fit is named together with what it takes."""
    response = fragment(client, **places)

    assert (response.status_code, response.headers["content-type"]) == (400, "application/problem+json")
    assert faults == [each["name"] for each in response.json()["errors"]]


def test_beyond_the_last_page_is_nothing(client: Client) -> None:
    """A page after the last one is empty, and leads to none."""
    response = fragment(client, predicate="ctg:participant", page="99")

    assert [] == data(response)
    assert "link" not in response.headers


def test_people_see_a_form_and_the_way_on(client: Client) -> None:
    """The page has the pattern in its form, labels for its terms, and a link to the next page."""
    page = client.get("/fragments?predicate=rdf:type", "text/html").text

    assert 'value="rdf:type"' in page
    assert 'href="/fragments?predicate=rdf:type&amp;page=2"' in page
    assert client.get("/fragments?object=%22%3Cscript%3E%22", "text/html").text.count("<script>") == 0


def test_what_a_client_holds_is_not_sent_again(client: Client) -> None:
    """A fragment has a tag, which holds for its release and format."""
    first = fragment(client, predicate="ctg:participant")
    again = client.get("/fragments?predicate=ctg%3Aparticipant", TRIG, If_None_Match=first.headers["etag"])
    other = client.get("/fragments?predicate=ctg%3Aparticipant", "text/turtle", If_None_Match=first.headers["etag"])

    assert (again.status_code, other.status_code) == (304, 200)


def comunica(address: str, query: str, *names: str) -> subprocess.CompletedProcess[str]:
    """Ask with Comunica, which is found by NODE_PATH."""
    command = ["node", str(COMUNICA), address, query, *names]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=dict(os.environ))


def has_comunica() -> bool:
    """Whether node runs and finds the package."""
    try:
        command = ["node", "-e", "require.resolve('@comunica/query-sparql')"]
        return subprocess.run(command, capture_output=True, check=False, timeout=30).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not has_comunica(), reason="node does not find @comunica/query-sparql (set NODE_PATH)")
@pytest.mark.parametrize(
    ("query", "names"),
    [
        (SUBMITTERS, ("motion", "name")),
        (
            "SELECT ?g ?o { GRAPH ?g { <https://w3id.org/ctgraph/id/motion/kst-36999-7> "
            "<http://purl.org/dc/terms/title> ?o } }",
            ("g", "o"),
        ),
    ],
    ids=["join", "graphs"],
)
def test_comunica_answers_as_sparql(tmp_path: Path, query: str, names: tuple[str, ...]) -> None:
    """Comunica over the fragments gives the rows that `/sparql` gives."""
    settings = Settings(data=tmp_path, workers=1)
    write_release(settings)
    with running(settings) as server:
        done = comunica(f"{str(server.base_url).rstrip('/')}/fragments", query, *names)
        answer = server.get("/sparql", params={"query": query}, headers={"Accept": "text/tab-separated-values"})
    expected = sorted(itertools.islice(answer.text.splitlines(), 1, None))

    assert (done.returncode, done.stderr) == (0, "")
    assert expected == sorted(done.stdout.splitlines())


@pytest.mark.parametrize("number", ["0", "x", "10000001", "0000000020000000", "9" * 40])
def test_a_page_that_there_cannot_be(client: Client, number: str) -> None:
    """A number of a page that is none, or is above the last, is refused with what it may be."""
    response = client.get(f"/fragments?page={number}", "application/trig")

    assert response.status_code == 400
    assert "from 1 to 10000000." in response.json()["detail"]
