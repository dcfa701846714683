"""Several front-door processes on one address: each a whole server, with its part of the workers and of the cache.

The first process answers nothing. It holds the listening sockets, one for each front, among which the system spreads
the connections (SO_REUSEPORT); starts a front again that has ended, without a connection lost that was not yet taken;
and hands a signal on. A front notices when the first process is gone, and ends as after a signal.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from multiprocessing.process import BaseProcess
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ctgraph.errors import ServeError
from ctgraph.settings import Settings

_AWAITED: Final = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGCHLD})
_WAITING: Final = 2_048
"""Connections that may wait to be taken."""
_PAUSE_SECONDS: Final = 1.0
"""Before a front is started again."""


class Place(Struct, frozen=True):
    """Where one front listens: at the address of all, and at one of its own, where its figures are asked for.

    `others` are the ports of the other fronts on 127.0.0.1.
    """

    shared: socket.socket
    own: socket.socket
    others: tuple[int, ...]


Front = Callable[[Settings, Place], None]


def listening(host: str, port: int, several: bool = False) -> socket.socket:
    """A socket that listens at the address, with others if `several` are to be; raises ServeError.

    Who comes before the server takes connections waits. The server itself would end the process with a code that means
    something else here.
    """
    with ExitStack() as opened:
        try:
            family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            listener = opened.enter_context(socket.socket(family))
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if several:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            listener.bind(address)
            listener.listen(_WAITING)
        except OSError as error:
            raise ServeError(host, port, error.strerror or str(error)) from error
        opened.pop_all()
    return listener


def part_of(settings: Settings) -> Settings:
    """What one of the fronts may take, of all that the settings allow."""
    count = settings.processes
    cache = replace(settings.cache, total_bytes=settings.cache.total_bytes // count)
    return replace(settings, workers=max(1, settings.workers // count), cache=cache)


def run_fronts(settings: Settings, front: Front, bound: Callable[[int], None]) -> None:
    """Run `settings.processes` fronts until a signal ends them, once the answers under way are given; a second signal
    ends them at once. `bound` hears the port once it is ours. Raises ServeError for an address that is taken.
    """
    with ExitStack() as opened:
        places = _places(settings, opened)
        bound(places[0].shared.getsockname()[1])
        signal.pthread_sigmask(signal.SIG_BLOCK, _AWAITED)
        gc.freeze()  # what is there already stays as it is, in pages that all fronts share
        crew = _Crew(part_of(settings), front, places)
        crew.start()
        while signal.sigwait(_AWAITED) == signal.SIGCHLD:
            crew.start_again()
    crew.end()
    while crew.is_alive():
        if signal.sigwait(_AWAITED) != signal.SIGCHLD:
            crew.kill()


def _places(settings: Settings, opened: ExitStack) -> tuple[Place, ...]:
    """The sockets of all fronts; the first try, without sharing, finds out whether others listen there."""
    with listening(settings.host, settings.port) as alone:
        port = alone.getsockname()[1]
    numbers = range(settings.processes)
    shared = [opened.enter_context(listening(settings.host, port, several=True)) for _ in numbers]
    own = [opened.enter_context(listening("127.0.0.1", 0)) for _ in numbers]
    ports = [listener.getsockname()[1] for listener in own]
    return tuple(Place(shared[n], own[n], (*ports[:n], *ports[n + 1 :])) for n in numbers)


class _Crew:
    """The processes, one for each place."""

    def __init__(self, settings: Settings, front: Front, places: Sequence[Place]) -> None:
        self._settings = settings
        self._front = front
        self._places = places
        self._running: dict[int, BaseProcess] = {}
        self._lifeline, self._held = os.pipe()

    def start(self) -> None:
        """Start a front where there is none."""
        context = multiprocessing.get_context("fork")
        for number in range(len(self._places)):
            if number not in self._running:
                self._running[number] = context.Process(target=self._run, args=(number,))
                self._running[number].start()

    def start_again(self) -> None:
        """Start those again that have ended."""
        ended = [number for number, process in self._running.items() if not process.is_alive()]
        for number in ended:
            sys.stderr.write(f"A front-door process ended ({self._running.pop(number).exitcode}); another starts.\n")
        if ended:
            time.sleep(_PAUSE_SECONDS)
            self.start()

    def end(self) -> None:
        """Have all of them end once the answers under way are given."""
        for process in self._running.values():
            process.terminate()

    def kill(self) -> None:
        """End all of them now; their workers end with them."""
        for process in self._running.values():
            process.kill()

    def is_alive(self) -> bool:
        """Whether one of them still runs."""
        return any([process.is_alive() for process in self._running.values()])

    def _run(self, number: int) -> None:
        """What a front does, in its process."""
        for other, place in enumerate(self._places):
            if other != number:
                place.shared.close()
                place.own.close()
        os.close(self._held)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _AWAITED)
        threading.Thread(target=_end_with, args=(self._lifeline,), daemon=True).start()
        self._front(self._settings, self._places[number])


def _end_with(lifeline: int) -> None:
    """Wait for the end of the process that holds the other end, and end this one as by a signal."""
    os.read(lifeline, 1)
    os.kill(os.getpid(), signal.SIGTERM)
