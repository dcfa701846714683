"""Reads texts that clients of the server send, in a process of its own: `extract` and `resolve` over HTTP.

The process is started with the first text and kept; one text at a time. A text that takes too long, or a process that
dies, costs that text alone: the process is ended, and the next text gets a new one. So reading never holds up the
server, and a deadline is one.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Final

from anyio import CapacityLimiter, to_thread

from ctgraph.errors import InputError, ReadingFailed, StoreBusy
from ctgraph.settings import Settings

if TYPE_CHECKING:
    from ctgraph.model.claims import Account

SECONDS: Final = 30.0
"""For one text, the start of the process included."""
_MEMORY_BYTES: Final = 2 * 1024**3
_WAITING: Final = 16
"""Texts that may wait for their turn."""


class ReadingDesk:
    """What the API reads texts with; `close` ends its process."""

    def __init__(self, settings: Settings, seconds: float = SECONDS) -> None:
        self._settings = settings
        self._seconds = seconds
        self._turn = threading.Lock()
        self._waiting = 0
        self._threads: CapacityLimiter | None = None
        self._process: tuple[BaseProcess, Connection] | None = None

    async def annotations(self, text: str, day: date | None, identifier: str, form: str = "json") -> bytes:
        """Everything found in a text, as `extract --format` prints it.

        Raises InputError, ReadingFailed or StoreBusy.
        """
        return await self._asked(form, text, day, identifier)

    async def references(self, text: str, day: date | None) -> bytes:
        """The references in a text, as JSON that says what `resolve` prints; raises the same."""
        return await self._asked("references", text, day, "text")

    def close(self) -> None:
        """End the process, whatever it reads."""
        if self._process is not None:
            process, connection = self._process
            self._process = None
            process.kill()
            process.join()
            connection.close()

    async def _asked(self, task: str, text: str, day: date | None, identifier: str) -> bytes:
        if self._waiting >= _WAITING:
            raise StoreBusy
        if self._threads is None:
            self._threads = CapacityLimiter(_WAITING)
        self._waiting += 1
        try:
            return await to_thread.run_sync(self._ask, (task, text, day, identifier), limiter=self._threads)
        finally:
            self._waiting -= 1

    def _ask(self, question: tuple[str, str, date | None, str]) -> bytes:
        """Ask the process, and wait no longer than the deadline; runs in a thread."""
        with self._turn:
            _, connection = self._process = self._process or _started(self._settings)
            try:
                connection.send(question)
                if not connection.poll(self._seconds):
                    self.close()
                    raise ReadingFailed(f"it took longer than {self._seconds:g} s")
                found, refusal = connection.recv()
            except (EOFError, OSError) as error:
                self.close()
                raise ReadingFailed("the process that read it ended") from error
        if refusal is not None:
            raise InputError(*refusal)
        return bytes(found)


def _started(settings: Settings) -> tuple[BaseProcess, Connection]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(there, settings), daemon=True)
    process.start()
    there.close()
    return process, here


def _work(connection: Connection, settings: Settings) -> None:
    """What the process does: answer until the other end is closed."""
    # Only here, since the server itself never needs what reading is made of.
    from ctgraph.cli.reading import register_reading
    from ctgraph.store.releases import pointed

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    tasks = _tasks()
    release, reading = pointed(settings), register_reading(settings)
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            task, text, day, identifier = connection.recv()
            if pointed(settings) != release:
                release, reading = pointed(settings), register_reading(settings)
            try:
                # Written here, since a large answer would hold up the server. White space alone is no text to read.
                account = reading.text(text, day, identifier) if text.strip() else None
                connection.send((tasks[task](account, text), None))
            except InputError as error:
                connection.send((None, (error.path, error.reason, error.advice)))


def _tasks() -> Mapping[str, Callable[[Account | None, str], bytes]]:
    """What can be asked of a text: its annotations in a form, by the name of the form, or its references."""
    from ctgraph.export.annotations import FORMS, in_sent_text, records, reference_records, written

    def annotated(form: str) -> Callable[[Account | None, str], bytes]:
        def write(account: Account | None, text: str) -> bytes:
            found = in_sent_text(records(account), text) if account else []
            return written(form, found, text, account.document.id if account else "")

        return write

    def referring(account: Account | None, text: str) -> bytes:
        found = in_sent_text(reference_records(account), text) if account else []
        return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()

    return {**{form: annotated(form) for form in FORMS}, "references": referring}
