"""Who does the reading: this process alone, or several where there is enough to read.

Processes start anew (spawn) rather than by fork: a fork in the middle of other threads can hang. Starting one and
loading the register costs it about a second, so few papers are read here. Results come in the order of the tasks, so
that a build does not depend on who was faster.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from ctgraph.errors import ReleaseError
from ctgraph.pipeline.parts import Part
from ctgraph.pipeline.stating import Refusal, Stater
from ctgraph.pipeline.stock import Folders, Stock
from ctgraph.pipeline.taking import Chosen, Given, Taken
from ctgraph.settings import Settings

FEW: Final = 40
"""Files up to which one process is enough."""

_CHUNK: Final = 16
"""Files a task: enough to hold against the shapes at once, few enough that memory stays small."""

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_stater: Stater | None = None
"""The one of this process, if it is a helping one."""


class Crew:
    """Takes files in and states them, in up to `processes` processes (by default as many as there are processors).

    What was read before is found here; others help only where there are more than a few files to read.
    """

    def __init__(self, settings: Settings, stock: Stock, processes: int | None = None) -> None:
        self._settings, self._folders = settings, stock.folders
        self._processes = processes or _processors()
        self._own = Stater(settings, stock)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def take(self, files: Iterable[Path | Given]) -> Iterator[Taken | Refusal]:
        """What each file is, in order."""
        found = [self._own.recall(file) for file in files]
        fresh = self._spread(_take, self._own.take, [each for each in found if isinstance(each, Given)])
        for each in found:
            yield next(fresh) if isinstance(each, Given) else each

    def state(self, files: Sequence[Chosen], held: frozenset[str]) -> Iterator[Part]:
        """The part of each file, in order."""
        found = [self._own.recall_part(file, held) for file in files]
        missing = [file for file, part in zip(files, found, strict=True) if part is None]
        fresh = self._spread(_State(held), lambda chunk: self._own.state(chunk, held), missing)
        for part in found:
            yield next(fresh) if part is None else part

    def _spread(
        self,
        elsewhere: Callable[[Sequence[_Item]], list[_Result]],
        here: Callable[[Sequence[_Item]], list[_Result]],
        items: Sequence[_Item],
    ) -> Iterator[_Result]:
        chunks = [items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK)]
        alone = self._processes == 1 or len(items) <= FEW
        results: Iterable[list[_Result]] = map(here, chunks) if alone else self._helpers().map(elsewhere, chunks)
        try:
            for result in results:
                yield from result
        except BrokenProcessPool as error:
            advice = "Look for what took its memory, and build again; what was read is not read twice"
            raise ReleaseError(str(self._settings.data), "a process that was reading ended", advice) from error

    def _helpers(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = _pool(self._settings, self._folders, self._processes)
        return self._pool


class _State:
    """The task of stating, with the papers of the build."""

    def __init__(self, held: frozenset[str]) -> None:
        self._held = held

    def __call__(self, chunk: Sequence[Chosen]) -> list[Part]:
        return _the_stater().state(chunk, self._held)


def _take(chunk: Sequence[Given]) -> list[Taken | Refusal]:
    return _the_stater().take(chunk)


def _the_stater() -> Stater:
    if _stater is None:
        raise RuntimeError("this process was not started by a crew")
    return _stater


def _pool(settings: Settings, folders: Folders, processes: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=(settings, folders))


def _begin(settings: Settings, folders: Folders) -> None:
    global _stater  # noqa: PLW0603 - an initializer of a process has no other place to leave what tasks need
    stock = Stock(folders)
    stock.load()
    _stater = Stater(settings, stock)
    settle()


def settle() -> None:
    """Tell the garbage collector that what is loaded stays, and to look less often.

    Reading makes many small objects that live as long as their paper. By default the collector goes through all of
    them and all that was loaded every 700 objects, which takes a third of the time of reading.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _processors() -> int:
    return min(8, len(os.sched_getaffinity(0)))
