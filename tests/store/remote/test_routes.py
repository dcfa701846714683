"""The same routes on both backends: what the application answers does not tell where the release lies."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from datetime import date

import httpx
import pytest
from msgspec.structs import replace

from ctgraph.api.app import create_app
from ctgraph.settings import Settings
from ctgraph.store.backend import Backend
from ctgraph.store.pool import EmbeddedStore
from ctgraph.store.releases import Release
from ctgraph.store.remote.backend import RemoteBackend
from ctgraph.store.remote.loading import load_release
from store.remote.asking import Running, running
from store.remote.liar import Liar, served

FRAGMENT = "/fragments?subject=https://w3id.org/ctgraph/id/motion/kst-36999-7"
ACCEPT = {FRAGMENT: "application/n-quads"}
ROUTES = [
    "/health/ready",
    "/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D",
    "/sparql?query=SELECT%20%2A%20%7B",
    "/sparql?query=SELECT%20%2A%20%7B%20SERVICE%20%3Chttp%3A%2F%2F127.0.0.1%2F%3E%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20%7D",
    "/v1/queries/motions",
    "/v1/queries/motions?limit=2",
    "/v1/queries/references-in?document=kst-36999-12",
    "/v1/queries/source-of?subject=motion/kst-36999-7&predicate=ctg:textInDocument&object=kst-36999-7",
    "/v1/documents",
    "/v1/documents/kst-36999-12",
    "/v1/documents/kst-36999-12/references",
    "/v1/motions?limit=3",
    "/v1/motions/kst-36999-7",
    "/v1/search?q=motie",
    "/doc/document/kst-36999-12.ttl",
    "/doc/document/kst-36999-12.jsonld",
    "/doc/document/kst-36999-12.html",
    "/doc/document/none.html",
    "/id/document/kst-36999-12",
    "/graph/text/kst-36999-12.nt",
    "/concept/document-kind.ttl",
    FRAGMENT,
    "/reconcile?queries=%7B%22q0%22%3A%7B%22query%22%3A%22kst-36999-7%22%7D%7D",
]


@pytest.fixture(scope="module")
def settings(release: Release) -> Iterator[Settings]:
    """A store with the release."""
    with served(Liar()) as own:
        there = replace(own, data=release.path.parents[1], workers=2)
        load_release(there, release, lambda *_: None)
        yield there


@pytest.fixture(scope="module")
def embedded(settings: Settings) -> Iterator[Running]:
    with running(EmbeddedStore, settings) as started:
        yield started


@pytest.fixture(scope="module")
def remote(settings: Settings) -> Iterator[Running]:
    with running(RemoteBackend, settings) as started:
        yield started


def asking(settings: Settings, path: str) -> Callable[[Backend], Awaitable[httpx.Response]]:
    async def work(backend: Backend) -> httpx.Response:
        await _started(backend)
        app = create_app(settings, backend, today=lambda: date(2025, 2, 1))
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://ctgraph.test") as client:
            return await client.get(path, headers={"Accept": ACCEPT.get(path, "*/*")})

    return work


async def _started(backend: Backend) -> None:
    assert isinstance(backend, EmbeddedStore | RemoteBackend)
    await backend.start()


@pytest.mark.parametrize("path", ROUTES)
def test_a_route_answers_alike(settings: Settings, embedded: Running, remote: Running, path: str) -> None:
    """Status, type, tag and body are the same, lines in any order where the format gives them none."""
    one, other = embedded.run(asking(settings, path)), remote.run(asking(settings, path))

    assert one.status_code == other.status_code
    assert {name: one.headers.get(name) for name in ("content-type", "etag", "location", "link")} == {
        name: other.headers.get(name) for name in ("content-type", "etag", "location", "link")
    }
    assert sorted(one.text.splitlines()) == sorted(other.text.splitlines())
