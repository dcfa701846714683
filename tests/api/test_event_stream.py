"""The event stream: who follows it holds what the current release says, and reads no page twice."""

from __future__ import annotations

import os
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from api.fakes import SPECIMEN, Client, FakeBackend
from api.test_feed import DAYS, LATER, three_releases
from api.test_server import running
from ctgraph.api.app import create_app
from ctgraph.api.feed import stream_service
from ctgraph.api.feed.entries import KINDS
from ctgraph.model.withdrawals import Withdrawal
from ctgraph.namespaces import AS, DCTERMS, DEF, ID, LDES, PROV, RDF, TREE
from ctgraph.settings import Settings
from ctgraph.store.withdrawn import keep

MOTION = ID + "motion/kst-36999-7"
TERMS = {
    TREE: {
        "Node", "view", "member", "relation", "node", "path", "value", "GreaterThanOrEqualToRelation",
        "LessThanOrEqualToRelation",
    },
    LDES: {
        "EventStream", "timestampPath", "versionOfPath", "versionCreatePath", "versionCreateObject",
        "versionUpdatePath", "versionUpdateObject", "versionDeletePath", "versionDeleteObject",
    },
    AS: {"Create", "Update", "Delete"},
}  # fmt: skip
"""Terms of the TREE vocabulary, of LDES 1.0 and of Activity Streams 2.0 that a stream may use."""
HOW_KNOWN = {DEF + name for name in ("extractedBy", "supportedBy", "citingPassage", "rule", "confidence")}
CLIENT = Path(__file__).with_name("ldes.mjs")


@pytest.fixture(name="settings")
def _settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, workers=1)


@pytest.fixture(name="ids")
def _ids(settings: Settings) -> list[str]:
    """Three releases as in the tests of the feed, the last one current."""
    return three_releases(settings)


def on(settings: Settings, release: str, store: Store) -> Client:
    """The application on a release."""
    return Client(create_app(settings, FakeBackend(store, release)))


@pytest.fixture(name="told")
def _told(settings: Settings, ids: list[str], store: Store) -> Client:
    return on(settings, ids[-1], store)


def values(quads: set[Quad], subject: str, name: str) -> list[str]:
    """The objects of a property of a thing, sorted."""
    return sorted(q.object.value for q in quads if q.subject == NamedNode(subject) and q.predicate.value == name)  # type: ignore[union-attr]  # nothing here points to a triple


def followed(client: Client) -> Iterator[tuple[str, set[Quad]]]:
    """Each node of the stream, found by its relations alone, with its address and statements."""
    waiting, seen = ["http://ctgraph.test/feed/ldes"], set[str]()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address, "text/turtle")
        assert response.status_code == 200, response.text
        quads = set(parse(response.content, RdfFormat.TURTLE))
        for relation in values(quads, address, TREE + "relation"):
            assert values(quads, relation, TREE + "path") == [DCTERMS + "created"]
            waiting += values(quads, relation, TREE + "node")
        yield address, quads


def members(client: Client) -> dict[str, set[Quad]]:
    """The statements of each member, by its IRI."""
    found: dict[str, set[Quad]] = {}
    for _, quads in followed(client):
        for quad in quads:
            if quad.predicate.value == TREE + "member":
                found[quad.object.value] = {each for each in quads if each.subject == quad.object}  # type: ignore[union-attr]  # an IRI
    return found


def replicated(client: Client) -> set[Triple]:
    """What one holds who takes in the versions in the order of their times."""
    held: dict[str, set[Triple]] = defaultdict(set)
    versions = members(client)
    for name in sorted(versions, key=lambda each: values(versions[each], each, DCTERMS + "created")):
        [thing] = values(versions[name], name, DCTERMS + "isVersionOf")
        held[thing] = {
            Triple(NamedNode(thing), quad.predicate, quad.object)
            for quad in versions[name]
            if quad.predicate.value not in {DCTERMS + "created", DCTERMS + "isVersionOf"} and AS not in str(quad.object)
        }
    return {triple for triples in held.values() for triple in triples}


def stated(release: int) -> set[Triple]:
    """What a release says of the things that people watch, other than how it is known."""
    first, later = set(parse(path=SPECIMEN, format=RdfFormat.TRIG)), list(parse(LATER, RdfFormat.TRIG))
    quads = first | set([[], later, later[2:]][release])
    starts = tuple(f"<{ID}{kind}/" for kind in KINDS)
    return {
        quad.triple
        for quad in quads
        if str(quad.subject).startswith(starts) and quad.predicate.value not in HOW_KNOWN | {PROV + "wasDerivedFrom"}
    }


@pytest.mark.parametrize("release", [0, 1, 2])
def test_who_follows_holds_what_the_release_says(
    settings: Settings, ids: list[str], store: Store, release: int
) -> None:
    """The last versions of all things are the statements of the release that answers; what is gone is gone."""
    assert stated(release) == replicated(on(settings, ids[release], store))


def test_members_tell_what_befell_a_thing(told: Client, ids: list[str]) -> None:
    """A thing is new, changed or gone; of what is gone nothing is told but that."""
    kinds = {
        name.removeprefix("https://w3id.org/ctgraph/release/"): values(quads, name, RDF + "type")
        for name, quads in members(told).items()
    }
    decision = "#decision/kst-36999-7/2024-05-20"

    assert AS + "Create" in kinds[f"{ids[0]}#motion/kst-36999-7"]
    assert AS + "Update" in kinds[f"{ids[1]}#motion/kst-36999-7"]
    assert AS + "Create" in kinds[ids[1] + decision]
    assert [AS + "Delete"] == kinds[ids[2] + decision]
    assert f"{ids[2]}#motion/kst-36999-7" not in kinds


def test_only_words_of_the_vocabularies(told: Client) -> None:
    """Each term of TREE, LDES and Activity Streams is one that they define, and each stream names its paths."""
    pages = list(followed(told))
    terms = {
        part.value
        for _, quads in pages
        for quad in quads
        for part in (quad.predicate, quad.object)
        if isinstance(part, NamedNode)
    }
    used = {(space, term.removeprefix(space)) for space in TERMS for term in terms if term.startswith(space)}
    root = dict(pages)["http://ctgraph.test/feed/ldes"]
    [stream] = {quad.subject.value for quad in root if quad.object == NamedNode(LDES + "EventStream")}  # type: ignore[union-attr]  # an IRI

    assert used == {(space, name) for space, names in TERMS.items() for name in names}
    assert [DCTERMS + "created"] == values(root, stream, LDES + "timestampPath")
    assert [DCTERMS + "isVersionOf"] == values(root, stream, LDES + "versionOfPath")
    assert all(values(quads, stream, TREE + "view") == ["http://ctgraph.test/feed/ldes"] for _, quads in pages)


def test_relations_bound_the_times_behind_them(told: Client) -> None:
    """Behind a relation is nothing but what its value allows: each release has its own time."""
    pages = dict(followed(told))
    root = pages["http://ctgraph.test/feed/ldes"]
    bounds: dict[str, set[str]] = defaultdict(set)
    for relation in values(root, "http://ctgraph.test/feed/ldes", TREE + "relation"):
        [there], [time] = values(root, relation, TREE + "node"), values(root, relation, TREE + "value")
        bounds[there].add(time)
    times = {
        address: {quad.object.value for quad in quads if quad.predicate.value == DCTERMS + "created"}  # type: ignore[union-attr]  # a literal
        for address, quads in pages.items()
        if address in bounds
    }

    assert {frozenset({day}) for day in DAYS} == {frozenset(days) for days in bounds.values()}
    assert times == dict(bounds)


def test_a_page_never_changes(settings: Settings, ids: list[str], store: Store) -> None:
    """It is the same to the byte when releases come, may be kept, and is not sent again; the view is asked anew."""
    earlier, later = on(settings, ids[1], store), on(settings, ids[2], store)
    path = f"/feed/ldes/{ids[1]}/{ids[0]}/1"
    first, again = earlier.get(path), later.get(path)
    held = later.get(path, None, If_None_Match=first.headers["etag"])
    views = [client.get("/feed/ldes") for client in (earlier, later)]

    assert first.content == again.content
    assert "immutable" in first.headers["cache-control"]
    assert 304 == held.status_code
    assert views[0].headers["etag"] != views[1].headers["etag"]
    assert "immutable" not in views[0].headers["cache-control"]


def test_pages_add_up(settings: Settings, ids: list[str], store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small pages have together what one large page has, in whatever order they are asked for."""
    whole = members(on(settings, ids[-1], store))
    monkeypatch.setattr(stream_service, "PAGE_SIZE", 2)
    client = on(settings, ids[-1], store)
    last = -(-len([name for name in whole if ids[0] in name]) // 2)
    path = f"/feed/ldes/{ids[0]}/start"

    assert 200 == client.get(f"{path}/{last}").status_code
    assert 404 == client.get(f"{path}/{last + 1}").status_code
    assert whole == members(client)


@pytest.mark.parametrize(
    "form", [RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N_TRIPLES, RdfFormat.N_QUADS, RdfFormat.JSON_LD], ids=str
)
def test_formats(told: Client, ids: list[str], form: RdfFormat) -> None:
    """Every format has the same statements."""
    path = f"/feed/ldes/{ids[1]}/{ids[0]}/1"
    quads = {quad.triple for quad in parse(told.get(path, form.media_type).content, form)}

    assert {quad.triple for quad in parse(told.get(f"{path}.ttl").content, RdfFormat.TURTLE)} == quads
    assert any(triple.object == Literal("Een andere titel") for triple in quads)


def test_what_was_withdrawn_is_passed_over(settings: Settings, ids: list[str], store: Store) -> None:
    """A release that holds it is told no more; the next one is told from the one before, and its pages answer 410."""
    decision = ID + "decision/kst-36999-7/2024-05-20"
    keep(settings, [Withdrawal("x", "kst-1-1", (), (decision,), "Ingetrokken.", "Withdrawn.", "https://example.org")])
    client = on(settings, ids[-1], store)
    addresses = {address.removeprefix("http://ctgraph.test/feed/ldes") for address, _ in followed(client)}

    assert addresses == {"", f"/{ids[0]}/start/1", f"/{ids[2]}/{ids[0]}/1"}
    assert 410 == client.get(f"/feed/ldes/{ids[1]}/{ids[0]}/1").status_code
    assert 410 == client.get(f"/feed/ldes/{ids[2]}/{ids[1]}/1").status_code
    assert stated(2) == replicated(client)


@pytest.mark.parametrize(
    "tail", ["x/start/1", "{0}/start/0", "{0}/start/²", "{0}/x/1", "{0}/start/2", "../{0}/start/1"]
)
def test_other_addresses_are_not_there(told: Client, ids: list[str], tail: str) -> None:
    """What names no release or no page is answered with 404."""
    assert 404 == told.get(f"/feed/ldes/{tail.format(ids[0])}").status_code


@pytest.mark.skipif(
    "LDES_CLIENT" not in os.environ, reason="LDES_CLIENT names no folder of the npm package ldes-client"
)
def test_another_projects_client_reads_it(settings: Settings, ids: list[str], store: Store) -> None:
    """ldes-client gives every member, with all its statements and that it is a member."""
    expected = sorted(f"{name}\t{len(quads)}" for name, quads in members(on(settings, ids[-1], store)).items())
    with running(settings) as server:
        command = ["node", str(CLIENT), f"{str(server.base_url).rstrip('/')}/feed/ldes"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)

    assert 0 == done.returncode, done.stderr
    assert expected == sorted(done.stdout.splitlines())
