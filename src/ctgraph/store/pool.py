"""The embedded store: worker processes on the current release, behind the interface of every backend.

`settings.workers` processes answer what users send; one more is reserved for canned queries, which also take
the others while they are idle. A worker that passes its deadline, dies, or loses its client is killed, and
replaced at once; one that gave a large answer is replaced too, and its memory freed. The pool notices by
itself that another release became current: it starts workers on that, and only then lets go of the old ones,
each after the answer that it is giving. No client holds more than its share of them (`clients`).
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine, Iterator
from functools import partial
from typing import Any, Final, TypeVar

from ctgraph.errors import CtgraphError, ReleaseError, ServerStopping
from ctgraph.settings import Settings
from ctgraph.store.answer import Answer
from ctgraph.store.backend import Lane, Question
from ctgraph.store.clients import CLIENT, Clients, Turn
from ctgraph.store.figures import Figure, single
from ctgraph.store.homes import Home, Homes, InMemory, start_all
from ctgraph.store.process import Worker
from ctgraph.store.queues import LANES, Queues
from ctgraph.store.releases import Release, current, pointed

_LOOK_SECONDS: Final = 1.0
_RETRY_SECONDS: Final = 5.0
_PAUSE_SECONDS: Final = 0.01
_SETTLE_SECONDS: Final = 0.2
_WEARING_BYTES: Final = 8 * 1024 * 1024
"""An answer so large leaves memory behind: room that its process keeps, and pages of the release that it has made its
own by counting who uses them."""
_Result = TypeVar("_Result")
# Which workers a question of a lane may take.
_SOURCES: Final[dict[Lane, tuple[Lane, ...]]] = {"open": ("open",), "reserved": ("reserved", "open")}


class EmbeddedStore:
    """Answers from the current release under `settings`.

    Making one starts nothing, and needs no release; `start`, or the first question, starts the workers.
    To be used in one event loop.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._home: Home | None = None
        self._homes = Homes(settings)
        self._switching: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._next_look = 0.0
        self._live: dict[Worker, Home] = {}
        self._idle: dict[Lane, list[Worker]] = {lane: [] for lane in LANES}
        self._queues = Queues(settings.limits.seconds, self._give)
        self._running: dict[Worker, tuple[Answer, Turn]] = {}
        self._clients = Clients(settings.clients, settings.workers, settings.limits.seconds)
        self._refills: set[asyncio.Task[None]] = set()
        self._stops: set[asyncio.Task[Any]] = set()
        self._kills = 0
        self._closed = False

    @property
    def release(self) -> str:
        """The id of the release that answers now; raises ReleaseError if there is none."""
        if self._home is None:
            return current(self._settings).id
        self._follow()
        return self._home.release.id

    async def start(self) -> None:
        """Start the workers, and wait until they are ready; raises ReleaseError."""
        if self._home is not None and not self._home.alive:
            self._homes.unfit = self._home.release.id
            self._drop_idle()
            self._home = None
        if self._home is None:
            await asyncio.shield(self._switching or self._begin_switch())

    async def answer(self, question: Question, lane: Lane = "open") -> Answer:
        """Return the blocks once the first is there; see `Backend`. The guard comes before, not here."""
        await self.start()
        self._follow()
        turn = await self._clients.enter(CLIENT.get(), lane)
        try:
            worker = await self._take(lane)
        except BaseException:
            turn.end()
            raise
        turn.begin()
        answer = Answer(worker, question, self._settings.limits, partial(self._take_back, worker))
        self._running[worker] = answer, turn
        return await answer.start()

    def figures(self) -> Iterator[Figure]:
        """The workers, the queues, the kills and the clients."""
        busy = Counter(worker.lane for worker in self._running)
        text = "Worker processes by lane: giving an answer, or ready for one."
        workers = tuple(
            ({"lane": lane, "state": state}, count)
            for lane in LANES
            for state, count in (("busy", busy[lane]), ("idle", len(self._idle[lane])))
        )
        yield Figure("ctgraph_workers", text, "gauge", workers)
        queues = tuple(({"lane": lane}, self._queues.length(lane)) for lane in LANES)
        yield Figure("ctgraph_queue_questions", "Questions that wait for a worker.", "gauge", queues)
        text = "Workers killed or dead: deadline, memory, or a client that left."
        yield single("ctgraph_worker_kills_total", text, "counter", self._kills)
        held = isinstance(self._home, InMemory)
        yield single("ctgraph_release_in_memory", "Whether the release is held in memory.", "gauge", held)
        text = "Clients with a question here or query time spent in the last minutes."
        yield single("ctgraph_clients", text, "gauge", len(self._clients))
        text = "Questions above a client's part."
        yield single("ctgraph_client_refusals_total", text, "counter", self._clients.refusals)

    async def close(self) -> None:
        """End all workers; who waits or reads on gets an error."""
        self._closed = True
        self._queues.refuse(ServerStopping())
        for answer, _ in self._running.values():
            answer.refuse()
        starting = [*self._refills, *(task for task in (self._switching, self._watching) if task)]
        for task in starting:
            task.cancel()
        await asyncio.gather(*starting, return_exceptions=True)
        for worker in self._live:
            worker.kill()
        for answer, _ in list(self._running.values()):
            await answer.abort()
        self._drop_idle()
        while self._live:  # some tasks have yet to notice that their worker is gone
            await asyncio.sleep(_PAUSE_SECONDS)
        await asyncio.gather(*self._stops)
        if self._home is not None:
            await self._home.close()

    async def _take(self, lane: Lane) -> Worker:
        """Take an idle worker, or wait for one; raises StoreBusy."""
        for source in _SOURCES[lane]:
            while self._idle[source]:
                worker = self._idle[source].pop()
                if worker.alive:
                    return worker
                self._kills += 1
                self._replace(worker)
        if self._closed:
            raise ServerStopping
        return await self._queues.wait(lane)

    def _take_back(self, worker: Worker, usable: bool) -> None:
        answer, turn = self._running.pop(worker)
        turn.end()
        if not usable:
            self._kills += 1
        if usable and answer.size < _WEARING_BYTES:
            self._give(worker)
        else:
            self._replace(worker)

    def _give(self, worker: Worker) -> None:
        """Hand a free worker to who waits, or lay it aside; one of an old release goes."""
        if self._closed or self._live.get(worker) is not self._home:
            self._drop(worker)
            return
        if not self._queues.serve(worker):
            self._idle[worker.lane].append(worker)

    def _drop(self, worker: Worker) -> None:
        worker.kill()
        self._live.pop(worker, None)
        _keep(asyncio.create_task(worker.stop()), self._stops)

    def _drop_idle(self) -> None:
        for idle in self._idle.values():
            while idle:
                self._drop(idle.pop())

    def _replace(self, worker: Worker) -> None:
        """End a worker, and start another in its place at once."""
        home = self._live.get(worker)
        self._drop(worker)
        if not self._closed and home is not None and home is self._home:
            _keep(asyncio.create_task(self._refill(home, worker.lane)), self._refills)

    async def _refill(self, home: Home, lane: Lane) -> None:
        """Start a worker, again and again if need be, until the release changes."""
        while home is self._home:
            try:
                worker = await home.worker(lane)
            except ReleaseError as error:
                self._despair(error)
                await asyncio.sleep(_LOOK_SECONDS)
            else:
                self._live[worker] = home
                self._give(worker)
                return

    def _despair(self, error: ReleaseError) -> None:
        """With no worker left, let nobody wait for one; the next question starts from the pointer."""
        if not any(worker.alive for worker in self._live):
            self._drop_idle()
            self._home = None
            self._queues.refuse(error)

    def _follow(self) -> None:
        """Look, at most once a second, whether another release is current, and begin to switch to it."""
        try:
            now = asyncio.get_running_loop().time()
        except RuntimeError:  # `release` was asked for in another thread
            return
        if now < self._next_look or self._switching is not None or self._closed:
            return
        self._next_look = now + _LOOK_SECONDS
        if self._home is not None and pointed(self._settings) not in (None, self._home.release.id):
            self._begin_switch()

    def _begin_switch(self) -> asyncio.Task[None]:
        return self._begin(self._switch())

    def _begin(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        self._switching = asyncio.create_task(work)
        self._switching.add_done_callback(_read_result)
        return self._switching

    async def _switch(self) -> None:
        """Start a full set of workers on the current release, then let them take over.

        The first ones are on disk, since those are there at once; the release comes into memory behind them.
        """
        begins = self._home is None
        try:
            release = current(self._settings)
            await self._move_to(self._homes.on_disk(release) if begins else await self._homes.best(release))
        except CtgraphError:
            self._next_look = asyncio.get_running_loop().time() + _RETRY_SECONDS
            raise
        finally:
            self._switching = None
        if self._watching is None:
            self._watching = asyncio.create_task(self._watch())
        if begins and self._homes.in_memory(release):
            self._begin(self._settle(release))

    async def _settle(self, release: Release) -> None:
        """Let workers in memory take over from those on disk, some time after the start, which that would hold up."""
        try:
            await asyncio.sleep(_SETTLE_SECONDS)
            await self._move_to(await self._homes.best(release))
        finally:
            self._switching = None

    async def _move_to(self, home: Home) -> None:
        try:
            fresh = await start_all(home, self._settings.workers)
        except BaseException:
            await home.close()
            raise
        self._drop_idle()
        if self._home is not None:
            _keep(asyncio.create_task(self._home.close()), self._stops)
        self._home = home
        for worker in fresh:
            self._live[worker] = home
            self._give(worker)

    async def _watch(self) -> None:
        """Look for a new release without waiting for a question, so that the first one meets it.

        The same goes for workers, where what they lived on was killed.
        """
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            self._follow()
            if self._home is None or not self._home.alive:
                try:
                    await self.start()
                except CtgraphError:
                    await asyncio.sleep(_RETRY_SECONDS)


def _keep(task: asyncio.Task[_Result], tasks: set[asyncio.Task[_Result]]) -> None:
    """Hold on to a task until it ends; the event loop alone does not."""
    tasks.add(task)
    task.add_done_callback(tasks.discard)


def _read_result(task: asyncio.Task[None]) -> None:
    """Take note of a failed switch that nobody awaits: the old release goes on, a later look tries again."""
    if not task.cancelled():
        task.exception()
