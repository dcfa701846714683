"""What people see: messages, tables and progress.

Rich is loaded where a table or a bar is drawn: the other verbs are done in the time that it takes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from ctgraph.pipeline.steps import Step

_UNBOUNDED = 10_000
"""Columns of a console that is no terminal: nothing is cut there."""


def complain(message: str) -> None:
    """Print an error on standard error."""
    print(f"ctgraph: {message}", file=sys.stderr)


def tell(message: str) -> None:
    """Print a message on standard error."""
    print(message, file=sys.stderr)


def emit(data: bytes) -> None:
    """Write data to standard output as it is."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def leave() -> NoReturn:
    """End the process here, its data written: taking apart what was made of a long text takes as long as printing it.

    For a verb that holds no file, lock or process by then; nothing registered for the end of the process is run.
    """
    sys.stderr.flush()
    os._exit(0)


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table for people; where the output is no terminal, no cell is wrapped or cut."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else _UNBOUNDED, highlight=False)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell.replace("\n", " ")) for cell in row))
    with console.capture() as printed:
        console.print(table)
    emit("".join(f"{line.rstrip()}\n" for line in printed.get().splitlines()).encode())


@contextmanager
def progress() -> Iterator[Step]:
    """A progress bar on standard error, silent where that is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=None)

        def step(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total or None)

        yield step
