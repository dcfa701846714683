"""Register tables as text: read, merged by key, written in one order."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from ctgraph.sources.register.tables import TABLES

Cells = dict[str, str]

_COLUMNS = {table.name: table.columns for table in TABLES}


def natural(key: str) -> list[tuple[int, int, str]]:
    """A sort key that puts kst-29754-31 before kst-29754-131."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.findall(r"\d+|\D+", key)]


def read(folder: Path, name: str) -> dict[str, Cells]:
    """The rows of a table by key; none if there is no file yet."""
    path = folder / f"{name}.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["key"]: row for row in csv.DictReader(file)}


def merge(existing: Mapping[str, Cells], compiled: Iterable[Cells]) -> list[Cells]:
    """Rows that were compiled take the place of those with the same key; every other row stays."""
    return list({**existing, **{row["key"]: row for row in compiled}}.values())


def write(folder: Path, name: str, rows: Iterable[Cells]) -> int:
    """Write a table sorted by key; returns the number of rows. A cell that is not given is empty."""
    columns = _COLUMNS[name]
    ordered = sorted(rows, key=lambda row: natural(row["key"]))
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in ordered)
    (folder / f"{name}.csv").write_bytes(buffer.getvalue().encode())
    return len(ordered)
