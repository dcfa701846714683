"""A SPARQL endpoint on another machine, behind the interface of every backend.

The store is believed when it was counted: at the start, and whenever another release became current there. Each answer
is read as it passes (`reading`), held against a count where its number of rows looks like a cap, and let go only after
another look at the marker (`layout`) says that its release still stands. A question that a switch of release overtook
is asked again if nothing of its answer was sent.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Final

from msgspec import Struct

from ctgraph.errors import AnswerCut, CtgraphError, QueryError, ReleaseChanged, ReleaseError, StoreBusy, StoreFailed
from ctgraph.settings import Settings
from ctgraph.store.answer import Answer
from ctgraph.store.backend import Lane, Question
from ctgraph.store.clients import CLIENT, Clients
from ctgraph.store.figures import Figure
from ctgraph.store.remote.adapting import Sent, adapt
from ctgraph.store.remote.client import RemoteClient
from ctgraph.store.remote.counting import counting
from ctgraph.store.remote.exchange import Exchange
from ctgraph.store.remote.facts import Facts, Inquiry
from ctgraph.store.remote.layout import Marker
from ctgraph.store.remote.parsing import Parser
from ctgraph.store.remote.seats import Seats

_LOOK_SECONDS: Final = 1.0
_PAUSE_SECONDS: Final = 0.1
_ATTEMPTS: Final = 3
_CAP_STEP: Final = 1_000
"""Caps are round: 1,000, 10,000, 1,000,000; Virtuoso has one of 2^20 besides."""
_VIRTUOSO_ROWS: Final = 2**20


class _Standing(Struct, frozen=True):
    """What answers now: the marker that was counted, and how the store answers."""

    marker: Marker
    facts: Facts


class RemoteBackend:
    """Answers from the store at `settings.store`. Making one asks nothing. To be used in one event loop."""

    def __init__(self, settings: Settings) -> None:
        limits = settings.limits
        self._limits = limits
        self._client = RemoteClient(settings)
        self._inquiry = Inquiry(self._client, limits.max_seconds)
        self._parser = Parser(settings)
        self._clients = Clients(settings.clients, settings.workers, limits.seconds)
        self._seats = Seats(settings.workers, limits.seconds)
        self._threads = ThreadPoolExecutor(2 * settings.workers, "ctgraph-remote")
        self._standing: _Standing | None = None
        self._error: ReleaseError | None = None
        self._adopting = asyncio.Lock()
        self._watching: asyncio.Task[None] | None = None
        self._exchanges: set[Exchange] = set()
        self._stops: set[asyncio.Task[None]] = set()
        self._failures = 0
        self._repeats = 0

    @property
    def release(self) -> str:
        """The id of the release that answers now; raises ReleaseError if there is none, or the store is away."""
        if self._error is not None:
            raise self._error
        if self._standing is None:
            raise ReleaseError(self._client.where, "nobody asked it yet which release it holds", "Ask again")
        return self._standing.marker.current

    async def start(self) -> None:
        """Look at the store, and count what it holds; raises ReleaseError."""
        await self._parser.start()
        await self._stand()

    async def answer(self, question: Question, lane: Lane = "open") -> Answer:
        """Return the blocks once the first is there; see `Backend`. The guard comes before, not here."""
        await self._stand()
        if lane == "open":
            await self._parser.check(question)
        for _ in range(_ATTEMPTS - 1):
            with suppress(ReleaseChanged):
                return await self._attempt(question, lane)
            self._repeats += 1
            await self._settle()
        return await self._attempt(question, lane)

    def figures(self) -> Iterator[Figure]:
        """The questions under way, and what went wrong."""
        text = "Questions put to the remote store that are not answered yet."
        yield Figure("ctgraph_remote_questions", text, "gauge",
                     tuple(({"lane": lane}, count) for lane, count in self._seats.taken()))  # fmt: skip
        text = "Questions that the remote store did not answer to the end."
        yield Figure("ctgraph_remote_failures_total", text, "counter", (({}, self._failures),))
        text = "Questions asked again because another release became current."
        yield Figure("ctgraph_remote_repeats_total", text, "counter", (({}, self._repeats),))

    async def close(self) -> None:
        """Close the connections; who reads on gets an error."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.wait({self._watching})
        answers = self._seats.answers()
        for answer in answers:
            answer.refuse()
        for answer in answers:
            await answer.abort()
        await asyncio.gather(*(exchange.stop() for exchange in self._exchanges), *self._stops)
        await self._client.close()
        await self._parser.close()
        self._threads.shutdown()

    async def _stand(self) -> None:
        """See to it that there is a release to answer from; raises ReleaseError."""
        if self._watching is None:
            self._watching = asyncio.create_task(self._watch())
        if self._standing is None:
            await self._look()

    async def _attempt(self, question: Question, lane: Lane) -> Answer:
        """Ask once, on what stands now."""
        standing = self._standing
        if standing is None:
            raise ReleaseError(self._client.where, "it holds no release any more", "Run `ctgraph build --store`")
        sent = adapt(question, standing.marker.current)
        if sent.adds_up and not standing.facts.adds_as_set:
            raise QueryError(
                "The store of this server counts a statement once for each default graph it is in. Name one of them."
            )
        turn = await self._clients.enter(CLIENT.get(), lane)
        try:
            await self._seats.take(lane)
        except BaseException:
            turn.end()
            raise
        turn.begin()
        check = partial(self._check, standing, sent, question)
        exchange = Exchange(self._client, sent, standing.marker.current, check, self._threads)

        def done(usable: bool) -> None:
            self._failures += not usable
            turn.end()
            self._seats.give(lane, answer)
            self._exchanges.discard(exchange)
            stop = asyncio.create_task(exchange.stop())
            self._stops.add(stop)
            stop.add_done_callback(self._stops.discard)

        answer = Answer(exchange, question, self._limits, done)
        self._seats.sit(answer)
        self._exchanges.add(exchange)
        return await answer.start()

    async def _check(self, standing: _Standing, sent: Sent, question: Question, rows: int, most: int | None) -> None:
        """Whether an answer that came to its end is whole; raises AnswerCut or ReleaseChanged."""
        if question.form != "ask":
            await self._check_rows(sent, question, rows, most or standing.facts.most_rows)
        marker = await self._read_marker()
        if not marker.upholds(standing.marker, sent.touches_graphs):
            raise ReleaseChanged(standing.marker.current)

    async def _check_rows(self, sent: Sent, question: Question, rows: int, most: int | None) -> None:
        """Count, where the number of rows is one that a cap would give. Triples are no rows: any of them may be cut."""
        if question.form == "select":
            looks_cut = rows and (
                rows % _CAP_STEP == 0 or rows == _VIRTUOSO_ROWS or (most is not None and rows >= most)
            )
        else:
            looks_cut = most is not None
        if not looks_cut:
            return
        query = counting(sent.query)
        if query is None:
            raise AnswerCut(self._client.where, rows or most or 0)
        found = await self._inquiry.number(query, sent.default_graphs, sent.named_graphs)
        if question.form == "select" and found != rows:
            raise AnswerCut(self._client.where, rows)
        if question.form != "select" and most is not None and found > most:
            raise AnswerCut(self._client.where, most)

    async def _settle(self) -> None:
        """Wait until the named graphs are those of one release, and take it; raises StoreBusy."""
        try:
            async with asyncio.timeout(self._limits.seconds):
                while not (marker := await self._read_marker()).settled:
                    await asyncio.sleep(_PAUSE_SECONDS)
                await self._adopt(marker)
        except TimeoutError:
            raise StoreBusy(math.ceil(self._limits.seconds)) from None

    async def _read_marker(self) -> Marker:
        """The marker; while it is being written, wait a moment. Raises ReleaseError if there is none."""
        for _ in range(math.ceil(_LOOK_SECONDS / _PAUSE_SECONDS)):
            marker = await self._inquiry.shared_marker()
            if marker is not None and marker.current:
                return marker
            await asyncio.sleep(_PAUSE_SECONDS)
        raise ReleaseError(self._client.where, "it holds no release of ctgraph", "Run `ctgraph build --store`")

    async def _adopt(self, marker: Marker) -> None:
        """Count a release that became current, and let it answer."""
        async with self._adopting:
            known = self._standing.marker if self._standing else None
            if known is None and not marker.settled:
                raise ReleaseError(
                    self._client.where, "its graphs are being replaced", "Wait for that build, or run it again"
                )
            is_new = known is None or (marker.settled and known.generation != marker.generation)
            if is_new or (self._error is not None and marker.settled):
                await self._inquiry.check(marker)
                self._standing = _Standing(marker, await self._inquiry.facts(marker))
            self._error = None

    async def _look(self) -> None:
        """Look at the store once; on any failure there is no release until a later look finds one."""
        try:
            await self._adopt(await self._read_marker())
        except ReleaseError as error:
            self._error = error
            raise
        except CtgraphError as error:
            reason = f"it gave no answer ({error.reason})" if isinstance(error, StoreFailed) else str(error).rstrip(".")
            self._error = ReleaseError(self._client.where, reason, "Mend the store, or start it.")
            raise self._error from error

    async def _watch(self) -> None:
        """Look again and again, so that a new release, or a store that is away, is noticed without a question."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            with suppress(ReleaseError):
                await self._look()
