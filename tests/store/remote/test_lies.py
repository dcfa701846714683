"""What a store says that is not so is no answer: each kind of it has its error, and never a clean end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from ctgraph.errors import AnswerCut, CtgraphError, QueryError, QueryTimeout, StoreBusy, StoreFailed
from ctgraph.settings import Settings
from ctgraph.store.backend import Backend, Form
from ctgraph.store.releases import Release
from ctgraph.store.remote.backend import RemoteBackend
from ctgraph.store.remote.loading import load_release
from store.remote.asking import Running, ask, running
from store.remote.liar import LIE, NT, XML, Liar, response, rows, served

SELECT = f"SELECT ?x {{ VALUES ?x {{ <{LIE}> }} }}"
CONSTRUCT = f"CONSTRUCT {{ ?s ?p <{LIE}> }} WHERE {{ ?s ?p ?o }}"
TRIPLE = b"<http://e.org/a> <http://e.org/b> <http://e.org/c> .\n"
CANCELLED = b"The SPARQL operation has been cancelled"
NO_LENGTH = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nConnection: close\r\n\r\n%s"


@pytest.fixture(scope="module")
def liar() -> Liar:
    return Liar()


@pytest.fixture(scope="module")
def lying(liar: Liar, release: Release) -> Iterator[Settings]:
    """A store that holds the release, and will say what it is told."""
    with served(liar) as settings:
        own = replace(settings, data=release.path.parents[1], workers=2)
        load_release(own, release, lambda *_: None)
        yield own


@pytest.fixture(scope="module")
def remote(lying: Settings) -> Iterator[Running]:
    """The backend on that store."""
    with running(RemoteBackend, lying) as started:
        yield started


LIES: dict[str, tuple[Form, bytes, type[CtgraphError], str]] = {
    "a page with 200": ("select", response(b"<html>down</html>", "text/html"), StoreFailed, "sent text/html instead"),
    "a page called XML": ("select", response(b"<html>down</html>", XML), StoreFailed, "does not read"),
    "another format": ("select", response(b"{}", "application/sparql-results+json"), StoreFailed, "instead of"),
    "no type": ("select", response(b"", ""), StoreFailed, "without a type"),
    "nothing": ("select", response(b"", XML), StoreFailed, "does not read"),
    "a cut": ("select", response(rows(9), XML).replace(b"</results></sparql>", b""), StoreFailed, "broke off"),
    "a cut without length": ("select", NO_LENGTH % (XML.encode(), rows(9)[:-5]), StoreFailed, "does not read"),
    "cancelled in the middle": (
        "select",
        response(rows(9).replace(b"</results></sparql>", CANCELLED), XML),
        StoreFailed,
        "does not read",
    ),
    "something after the end": ("select", response(rows(9) + CANCELLED, XML), StoreFailed, "does not read"),
    "partial for want of time": ("select", response(rows(3), XML, "X-SQL-State: S1TAT"), QueryTimeout, "longer than"),
    "partial for another reason": (
        "select",
        response(rows(3), XML, "X-SQL-State: S1000", "X-SQL-Message: spilled"),
        StoreFailed,
        "S1000 spilled",
    ),
    "partial content": ("select", response(rows(3), XML, status="206 Partial Content"), StoreFailed, "status 206"),
    "elsewhere": ("select", response(b"", XML, "Location: http://127.0.0.1:9/", status="302 Found"), StoreFailed, "302"),
    "a password": ("select", response(b"who?", "text/plain", status="401 Unauthorized"), StoreFailed, "401: who?"),
    "too long": ("select", response(CANCELLED, "text/plain", status="500 Internal Server Error"), QueryTimeout, "longer"),
    "a gateway": ("select", response(b"", "text/html", status="504 Gateway Timeout"), QueryTimeout, "longer"),
    "too much": ("select", response(b"", "text/plain", "Retry-After: 7", status="429 Too Many Requests"), StoreBusy, "7 s"),
    "down": ("select", response(b"", "text/plain", status="503 Service Unavailable"), StoreBusy, "1 s"),
    "not taken": ("select", response(b"no paths", "text/plain", status="400 Bad Request"), QueryError, "no paths"),
    "rows for a truth value": ("ask", response(rows(1), XML), StoreFailed, "rows came in answer to ASK"),
    "triples without an end": ("construct", NO_LENGTH % (NT.encode(), TRIPLE), StoreFailed, "tells the end"),
    "triples with a message": ("construct", response(TRIPLE + CANCELLED, NT), StoreFailed, "does not read"),
    "triples as a page": ("construct", response(b"<html>", "text/html"), StoreFailed, "sent text/html"),
}  # fmt: skip


@pytest.mark.parametrize("name", LIES)
def test_a_lie_is_an_error(liar: Liar, remote: Running, name: str) -> None:
    """A response that is no whole answer raises before the first block, and the next question works."""
    form, said, error, words = LIES[name]
    query = {"select": SELECT, "ask": f"ASK {{ <{LIE}> ?p ?o }}", "construct": CONSTRUCT}[form]

    async def work(backend: Backend) -> None:
        liar.says = said
        with pytest.raises(error, match=words):
            await ask(backend, query, form, "text/csv" if form != "construct" else "text/turtle")

        assert await ask(backend, "ASK { ?s ?p ?o }", "ask") == b"true"

    remote.run(work)


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_a_capped_answer_is_refused(liar: Liar, remote: Running, count: int) -> None:
    """As many rows as a cap would give, of a question that has others by count, raise, though earlier blocks are out."""

    async def work(backend: Backend) -> None:
        liar.says = response(rows(count), XML)
        with pytest.raises(AnswerCut, match=f"after {count} rows"):
            await ask(backend, SELECT)

    remote.run(work)


def test_a_cap_that_is_said(liar: Liar, remote: Running) -> None:
    """A store that names its cap is not believed with that many rows, whatever their number."""

    async def work(backend: Backend) -> None:
        liar.says = response(rows(7), XML, "X-SPARQL-MaxRows: 7")
        with pytest.raises(AnswerCut):
            await ask(backend, SELECT)
        liar.says = response(rows(1), XML, "X-SPARQL-MaxRows: 1")

        assert await ask(backend, SELECT) == b"x\r\nx\r\n"

    remote.run(work)


def test_a_round_number_of_rows_may_be_right(liar: Liar, remote: Running) -> None:
    """A thousand rows that a count confirms are an answer."""

    async def work(backend: Backend) -> None:
        liar.says = b""
        answer = await ask(backend, f"SELECT ?s ('{LIE}' AS ?x) {{ ?s ?p ?o }} LIMIT 1000")

        assert answer.count(b"\r\n") == 1_001

    remote.run(work)


def test_a_long_answer_that_breaks(liar: Liar, remote: Running) -> None:
    """What broke after blocks were given raises from the iterator."""

    async def work(backend: Backend) -> None:
        liar.says = response(rows(50_000), XML)[:-1_000]
        given = 0
        with pytest.raises(StoreFailed, match="broke off"):
            given = len(await ask(backend, SELECT))

        assert given == 0

    remote.run(work)


def test_a_store_that_stalls(liar: Liar, remote: Running) -> None:
    """The deadline holds for a store that says nothing."""

    async def work(backend: Backend) -> None:
        liar.says, liar.pause = response(rows(1), XML), 2
        with pytest.raises(QueryTimeout, match=r"0\.3 s"):
            await ask(backend, SELECT, seconds=0.3)
        liar.pause = 0

    remote.run(work)


def test_an_answer_above_the_limit(liar: Liar, lying: Settings) -> None:
    """The limit on an answer's body holds here too."""
    small = replace(lying, limits=replace(lying.limits, answer_bytes=100_000))

    async def work(backend: Backend) -> None:
        liar.says = response(rows(30_001, "a longer text"), XML)
        with pytest.raises(QueryError, match="larger than"):
            await ask(backend, SELECT)

    with running(RemoteBackend, small) as started:
        started.run(work)
