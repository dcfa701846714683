"""One table of the register: bytes in, checked rows out, with the line that each stands on."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from ctgraph.errors import RegisterError
from ctgraph.model.records import Row
from ctgraph.sources.register.cells import CellError
from ctgraph.sources.register.tables import Table


class Loaded(Struct, frozen=True):
    """A table as read: rows by key, the line of each key, the file and its SHA-256."""

    table: Table
    path: Path
    rows: Mapping[str, Row]
    lines: Mapping[str, int]
    digest: str


def read_table(folder: Path, table: Table) -> Loaded:
    """Read and check `{table}.csv` of the folder."""
    path = folder / f"{table.name}.csv"
    data = _bytes(path)
    rows: dict[str, Row] = {}
    lines: dict[str, int] = {}
    records = _records(path, data)
    _check_header(path, table, next(records, (1, []))[1])
    for line, cells in records:
        row = _row(path, table, line, cells)
        if row.key in rows:
            raise RegisterError(
                str(path), line, f"the key {row.key!r} stands on line {lines[row.key]} already",
                "Merge the two rows, or give one another key.",
            )  # fmt: skip
        rows[row.key] = row
        lines[row.key] = line
    return Loaded(table, path, rows, lines, hashlib.sha256(data).hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        reason = f"the table cannot be read ({fault.strerror})"
        raise RegisterError(str(path), 1, reason, "Restore the file; an empty table has a header.") from fault


def _records(path: Path, data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line it begins on, from 1."""
    reader = csv.reader(io.StringIO(_decoded(path, data), newline=""), strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            raise RegisterError(
                str(path), line, f"the row is no CSV ({fault})",
                "Put a cell that holds a comma or quote in double quotes, and double each quote in it.",
            ) from fault  # fmt: skip
        yield line, cells
        line = reader.line_num + 1


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise RegisterError(str(path), line, "the line is not UTF-8", "Save the file as UTF-8.") from fault


def _check_header(path: Path, table: Table, cells: Sequence[str]) -> None:
    if tuple(cells) != table.columns:
        raise RegisterError(
            str(path), 1, f"the header is {','.join(cells)!r}", f"It must be: {','.join(table.columns)}"
        )


def _row(path: Path, table: Table, line: int, cells: Sequence[str]) -> Row:
    if len(cells) != len(table.columns):
        raise RegisterError(
            str(path), line, f"the row has {len(cells)} cells, not {len(table.columns)}",
            "Keep one comma between cells, also where they are empty.",
        )  # fmt: skip
    try:
        first, *own, source, confidence, note = [parse(cell) for parse, cell in zip(table.parsers, cells, strict=True)]
    except CellError:
        raise _fault(path, table, line, cells) from None
    return table.record(first, source, confidence, note, *own)


def _fault(path: Path, table: Table, line: int, cells: Sequence[str]) -> RegisterError:
    """The error of the first cell that breaks its rule; read again, because rows that hold need no names."""
    for column, parse, cell in zip(table.columns, table.parsers, cells, strict=True):
        try:
            parse(cell)
        except CellError as fault:
            return RegisterError(str(path), line, f"the cell {column!r} {fault.reason}", fault.advice)
    raise AssertionError("a cell that failed once fails again")
