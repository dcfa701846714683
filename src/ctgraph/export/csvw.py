"""Tables beside their description (CSV on the Web), and a form of them that is safe to open in a spreadsheet.

A cell that begins with =, +, -, @ or a control character is a formula to a spreadsheet program. In the safe form such a
cell has an apostrophe before it, which changes the data; so it has another name, and its description says so.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from ctgraph.graph.catalogue.words import LICENSE, TITLE

SAFE: Final = ".spreadsheet.csv"
"""How the name of a safe table ends."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_NOTE: Final = (
    "For spreadsheet programs: a cell that would be taken for a formula has an apostrophe before it. "
    "The other table has the data as it is."
)


def write_safe(table: Path, path: Path) -> None:
    """Write the safe form of a table, row by row."""
    with table.open(encoding="utf-8", newline="") as rows, path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for row in csv.reader(rows):
            writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])


def write_metadata(tables: Iterable[tuple[Path, str]], path: Path) -> None:
    """Describe tables, each with what a row of it is, as one group; the safe forms stand beside theirs."""
    described: list[dict[str, Any]] = []
    for table, about in tables:
        columns = _columns(table)
        described.append(_table(table.name, about, columns))
        described.append(_table(table.name.removesuffix(".csv") + SAFE, f"{about} {_NOTE}", columns))
    group = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": TITLE[1].value,
        "dc:license": {"@id": LICENSE.value},
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tables": described,
    }
    path.write_text(json.dumps(group, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _columns(table: Path) -> list[str]:
    with table.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def _table(url: str, about: str, columns: Iterable[str]) -> dict[str, Any]:
    """One table. Cells are as they are in the graph, so that a number in a text keeps its noughts."""
    return {
        "url": url,
        "dc:description": about,
        "tableSchema": {
            "columns": [{"name": name, "titles": name, "datatype": "string", "null": ""} for name in columns]
        },
    }
