"""Serve the Model Context Protocol on standard input and output: one message a line, until the input ends."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from datetime import UTC, date, datetime
from typing import BinaryIO, Final

from ctgraph import assets
from ctgraph.api.asking import Lookups, read_templates
from ctgraph.api.mcp.graph_tools import GraphTools
from ctgraph.api.mcp.messages import INVALID_REQUEST, Call, CallError, Id, failure, read_call, result
from ctgraph.api.mcp.query_tools import QueryTools
from ctgraph.api.mcp.session import Session
from ctgraph.api.mcp.sparql_tool import SparqlTool
from ctgraph.api.names import Names
from ctgraph.questions.load import catalog
from ctgraph.settings import Settings
from ctgraph.store.backend import Backend
from ctgraph.store.pool import EmbeddedStore

_LONGEST_LINE: Final = 1024**2
_AT_ONCE: Final = 16
"""How many requests are worked on at a time; further ones wait unread."""


def serve(settings: Settings) -> None:
    """Answer until standard input ends. Without a release each tool says what to do; the next one built is noticed.

    Raises BrokenPipeError if nobody reads the answers any more.
    """
    # A worker that is ended while asyncio waits for it is told as a warning now and then: nothing for a host to show.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    # A stream of its own: Python closes `sys.stdin` at its end, and gives up if a thread still waits for its next line.
    given = open(sys.stdin.fileno(), "rb", closefd=False)  # noqa: SIM115 - the thread that reads it ends with the process
    try:
        asyncio.run(_serve(settings, given, sys.stdout.buffer))
    except BaseExceptionGroup as group:
        if group.subgroup(BrokenPipeError) is None:
            raise
        raise BrokenPipeError from group


def session(backend: Backend, settings: Settings) -> Session:
    """A session on a backend, with every tool."""
    folder = assets.folder("queries")
    lookups = Lookups(backend, settings, read_templates(folder / "resources"))
    queries = QueryTools(backend, settings, lookups, _today)
    graph = GraphTools(lookups, Names(lookups))
    sparql = SparqlTool(backend, settings, lookups)
    return Session([*graph.tools(), sparql.tool(), *queries.tools(catalog(folder))])


async def _serve(settings: Settings, given: BinaryIO, told: BinaryIO) -> None:
    backend = EmbeddedStore(settings)
    try:
        async with asyncio.TaskGroup() as tasks, aclosing(_lines(given)) as lines:
            connection = Connection(session(backend, settings), told, tasks)
            async for line in lines:
                await connection.take(line)
    finally:
        await backend.close()


class Connection:
    """Takes lines, answers each request in a task of its own, and ends one that the client cancels."""

    def __init__(self, answering: Session, told: BinaryIO, tasks: asyncio.TaskGroup) -> None:
        self._session = answering
        self._told = told
        self._tasks = tasks
        self._running: dict[Id, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def take(self, line: bytes) -> None:
        """Read a line, and begin to answer it."""
        try:
            call = read_call(line) if len(line) <= _LONGEST_LINE else _refuse()
        except CallError as error:
            self._tell(failure(error))
            return
        if call is None:
            return
        if call.id is None:
            self._notice(call)
            return
        await self._places.acquire()
        task = self._tasks.create_task(self._answer(call, call.id))
        self._running[call.id] = task
        task.add_done_callback(lambda _: self._done(call.id, task))

    def _done(self, id: Id | None, task: asyncio.Task[None]) -> None:
        self._places.release()
        if id is not None and self._running.get(id) is task:
            del self._running[id]

    def _notice(self, call: Call) -> None:
        """Notifications ask nothing; one of them takes a request back."""
        cancelled = call.params.get("requestId")
        if call.method == "notifications/cancelled" and isinstance(cancelled, str | int) and cancelled in self._running:
            self._running[cancelled].cancel()

    async def _answer(self, call: Call, id: Id) -> None:
        try:
            answer = result(id, await self._session.answer(call))
        except CallError as error:
            answer = failure(error)
        self._tell(answer)

    def _tell(self, line: bytes) -> None:
        self._told.write(line)
        self._told.flush()


def _line(given: BinaryIO) -> bytes:
    """The next line; of one that is too long only the beginning, which is longer than allowed, too."""
    line = given.readline(_LONGEST_LINE + 1)
    rest = line
    while len(rest) > _LONGEST_LINE and not rest.endswith(b"\n"):
        rest = given.readline(_LONGEST_LINE + 1)
    return line


def _refuse() -> Call:
    raise CallError(INVALID_REQUEST, f"The message is longer than {_LONGEST_LINE} bytes")


def _today() -> date:
    return datetime.now(UTC).date()


async def _lines(given: BinaryIO) -> AsyncGenerator[bytes, None]:
    """The lines of a stream that may be a file, a pipe or a terminal: read in a thread that ends with the process."""
    loop = asyncio.get_running_loop()
    waiting: asyncio.Queue[bytes] = asyncio.Queue()
    places = threading.Semaphore(_AT_ONCE)

    def read() -> None:
        # The loop is closed where the process ends before its input does.
        with suppress(RuntimeError):
            line = b"-"
            while line:
                line = _line(given)
                places.acquire()
                loop.call_soon_threadsafe(waiting.put_nowait, line)

    threading.Thread(target=read, daemon=True).start()
    while line := await waiting.get():
        places.release()
        if line.strip():
            yield line
