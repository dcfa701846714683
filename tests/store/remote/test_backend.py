"""The remote backend as a whole: releases that change, stores that go away and come back, loads that are broken off."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.errors import ClientLimit, CtgraphError, ReleaseError, ServerStopping
from ctgraph.settings import ClientLimits, Settings
from ctgraph.store.backend import Backend
from ctgraph.store.clients import CLIENT
from ctgraph.store.releases import Release
from ctgraph.store.remote.backend import RemoteBackend
from ctgraph.store.remote.layout import MARKER, union
from ctgraph.store.remote.loading import load_release
from ctgraph.store.writing import Contents, ReleaseWriter
from store.remote.asking import ask, running
from store.remote.liar import LIE, Liar, served

GRAPHS = ("https://w3id.org/ctgraph/graph/text/a", "https://w3id.org/ctgraph/graph/text/b")
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
COUNT_IN_GRAPHS = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
SLOW = f"SELECT (COUNT(?s) AS ?n) {{ ?s ?p ?o FILTER(?s != <{LIE}>) }}"
SLOW_IN_GRAPHS = f"SELECT (COUNT(?s) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o FILTER(?s != <{LIE}>) }} }}"


def release_of(settings: Settings, size: int) -> Release:
    """A release of so many statements in one graph, and one statement in another."""
    quads = [
        Quad(
            NamedNode("https://w3id.org/ctgraph/id/x"),
            NamedNode(f"http://example.org/p{n}"),
            Literal("x"),
            NamedNode(graph),
        )
        for graph, count in zip(GRAPHS, (size, 1), strict=True)
        for n in range(count)
    ]
    with ReleaseWriter(settings) as writer:
        return writer.write(Contents(quads, "0.1.0"))


@contextmanager
def store_with(data: Path, size: int, graphs: bool = False) -> Iterator[tuple[Liar, Settings]]:
    """A store with a release of that size."""
    liar = Liar()
    with served(liar, graphs) as settings:
        own = replace(settings, data=data, workers=2)
        load(own, release_of(own, size))
        yield liar, own


def load(settings: Settings, release: Release) -> None:
    load_release(settings, release, lambda *_: None)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():
            await asyncio.sleep(0.02)


def ready(backend: Backend) -> bool:
    try:
        return bool(backend.release)
    except ReleaseError:
        return False


@pytest.mark.parametrize("graphs", [False, True], ids=["by update", "by graph store"])
def test_a_new_release_is_noticed(tmp_path: Path, graphs: bool) -> None:
    """A running backend goes over to what was loaded last; of the release before nothing is left."""
    with store_with(tmp_path, 5, graphs) as (liar, settings), running(RemoteBackend, settings) as remote:

        async def work(backend: Backend) -> None:
            assert await ask(backend, COUNT) == b"n\r\n5\r\n"
            old, new = backend.release, release_of(settings, 7)
            await asyncio.to_thread(load, settings, new)
            await until(lambda: backend.release == new.id)

            assert await ask(backend, COUNT) == b"n\r\n7\r\n"
            assert await ask(backend, COUNT_IN_GRAPHS) == b"n\r\n8\r\n"
            assert not liar.store.contains_named_graph(union(old))

        remote.run(work)


def test_loading_again_writes_no_statement(tmp_path: Path) -> None:
    """A store that holds the release is left as it is; of another release only the graphs that changed are written."""
    with store_with(tmp_path, 5) as (liar, settings):
        liar.asked.clear()
        load(settings, release_of(settings, 5))
        assert not [form for form in liar.asked if "update" in form]
        load(settings, release_of(settings, 6))

        written = "".join(form["update"][0] for form in liar.asked if "update" in form)
        assert f"INSERT DATA {{ GRAPH <{GRAPHS[0]}>" in written
        assert f"INSERT DATA {{ GRAPH <{GRAPHS[1]}>" not in written


@pytest.mark.parametrize("query", [SLOW, SLOW_IN_GRAPHS])
def test_a_switch_while_an_answer_is_under_way(tmp_path: Path, query: str) -> None:
    """An answer whose release went meanwhile is not given: the question is asked again of the new one."""
    with store_with(tmp_path, 5) as (liar, settings), running(RemoteBackend, settings) as remote:

        def switch() -> None:
            liar.first = lambda: None
            load(settings, release_of(settings, 7))

        async def work(backend: Backend) -> None:
            await ask(backend, COUNT)
            liar.first = switch
            answer = await ask(backend, query)

            assert answer in (b"n\r\n7\r\n", b"n\r\n8\r\n")
            assert len([form for form in liar.asked if LIE in form.get("query", [""])[0]]) >= 2

        remote.run(work)


def test_broken_loads(tmp_path: Path) -> None:
    """After a load that broke at any of its writes, no question gets half a release; the next load mends all."""
    with store_with(tmp_path, 5) as (liar, settings):
        new = release_of(settings, 7)
        for writes in range(40):
            liar.writes = writes
            try:
                load(settings, new)
            except ReleaseError:
                liar.writes = None
            else:
                break
            counts = whole_counts(settings)

            assert counts in (
                [b"n\r\n5\r\n", b"n\r\n6\r\n"],
                [b"n\r\n5\r\n", None],
                [b"n\r\n7\r\n", b"n\r\n8\r\n"],
                [None, None],
            )
            liar.writes = None
            load(settings, release_of(settings, 5))
            assert whole_counts(settings) == [b"n\r\n5\r\n", b"n\r\n6\r\n"]

        assert 5 < writes < 39
        liar.writes = None
        assert whole_counts(settings) == [b"n\r\n7\r\n", b"n\r\n8\r\n"]
        names = {graph.value for graph in liar.store.named_graphs()}
        assert names == {*GRAPHS, union(new.id).value, MARKER.value, "urn:ctgraph:graphs"}


def whole_counts(settings: Settings) -> list[bytes | None]:
    """What a fresh backend counts, in the union and in the graphs; None where it refuses."""
    patient = replace(settings, limits=replace(settings.limits, seconds=0.2))

    async def work(backend: Backend) -> list[bytes | None]:
        found: list[bytes | None] = []
        for query in (COUNT, COUNT_IN_GRAPHS):
            try:
                found.append(await ask(backend, query, lane="reserved"))
            except CtgraphError:
                found.append(None)
        return found

    with running(RemoteBackend, patient) as remote:
        return remote.run(work)


def test_a_store_that_holds_something_else(tmp_path: Path) -> None:
    """Without a release, or with one that lost a statement, there is nothing to answer from, and the reason is told."""
    with store_with(tmp_path, 5) as (liar, settings):
        liar.store.update(
            f"DELETE DATA {{ GRAPH <{GRAPHS[0]}> {{ <https://w3id.org/ctgraph/id/x> <http://example.org/p0> 'x' }} }}"
        )
        with (
            running(RemoteBackend, settings) as remote,
            pytest.raises(ReleaseError, match="5 statements and a union of 5, instead of 6 and 5"),
        ):
            remote.start()
        load(settings, release_of(settings, 5))
        assert whole_counts(settings) == [b"n\r\n5\r\n", b"n\r\n6\r\n"]
        liar.store.clear()
        with (
            running(RemoteBackend, settings) as remote,
            pytest.raises(ReleaseError, match="holds no release of ctgraph"),
        ):
            remote.start()


def test_a_store_that_is_away(tmp_path: Path) -> None:
    """A backend starts without its store, says that there is no release, and answers when the store is there."""
    liar = Liar()
    with served(liar) as settings:
        own = replace(settings, data=tmp_path, workers=2)
        with running(RemoteBackend, own) as remote:

            async def work(backend: Backend) -> None:
                with pytest.raises(ReleaseError):
                    await ask(backend, COUNT)
                assert not ready(backend)
                await asyncio.to_thread(load, own, release_of(own, 5))
                await until(lambda: ready(backend))

                assert await ask(backend, COUNT) == b"n\r\n5\r\n"

            remote.run(work)


def test_a_store_that_cannot_be_reached(tmp_path: Path) -> None:
    """What is said of it names the store and the reason once, and what to do."""
    settings = Settings(data=tmp_path, store="http://127.0.0.1:9/query")
    with running(RemoteBackend, settings) as remote, pytest.raises(ReleaseError) as caught:
        remote.start()

    said = str(caught.value)
    assert said.count("127.0.0.1:9/query") == 1
    assert said.startswith("http://127.0.0.1:9/query: it gave no answer (it cannot be reached (")
    assert said.endswith("). Mend the store, or start it.")


def test_closing_while_questions_wait(tmp_path: Path) -> None:
    """A backend that is closed ends the questions under way with an error, and waits for no store."""
    with store_with(tmp_path, 5) as (liar, settings), asyncio.Runner() as runner:

        async def work() -> None:
            backend = RemoteBackend(settings)
            await ask(backend, COUNT, lane="reserved")
            liar.pause = 3
            waiting = [asyncio.create_task(ask(backend, SLOW, lane="reserved")) for _ in range(2)]
            await until(lambda: len([form for form in liar.asked if LIE in form.get("query", [""])[0]]) == 2)
            await backend.close()
            ends = await asyncio.gather(*waiting, return_exceptions=True)
            liar.pause = 0

            assert [type(end) for end in ends] == [ServerStopping, ServerStopping]

        runner.run(work())


def test_parts_of_a_client(tmp_path: Path) -> None:
    """A client holds no more than its part of the store, and its query time counts."""
    with store_with(tmp_path, 5) as (liar, settings):
        own = replace(settings, clients=ClientLimits(seconds=0.2))
        with running(RemoteBackend, own) as remote:

            async def work(backend: Backend) -> None:
                CLIENT.set("10.0.0.1")
                liar.pause = 0.3
                await ask(backend, SLOW)
                with pytest.raises(ClientLimit):
                    await ask(backend, SLOW)
                liar.pause = 0

            remote.run(work)
