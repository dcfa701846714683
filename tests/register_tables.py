"""Small registers for tests: every table is there, with only the cells that a test names."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from ctgraph.model.records import Register
from ctgraph.sources.register import load_register
from ctgraph.sources.register.tables import TABLES

Cells = Mapping[str, str]

SOURCE = "https://example.org/bron"


def write_register(folder: Path, tables: Mapping[str, Sequence[Cells]]) -> Path:
    """Write every table; a row without source or confidence gets one, any other cell is empty."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(table.columns)
            for row in tables.get(table.name, ()):
                filled = {"source": SOURCE, "confidence": "high", **row}
                writer.writerow([filled.get(column, "") for column in table.columns])
    return folder


def make_register(folder: Path, tables: Mapping[str, Sequence[Cells]]) -> Register:
    """Write and load a register."""
    return load_register(write_register(folder, tables))


DOSSIER: Cells = {"key": "99999", "title": "Veilige havens"}
PAPER: Cells = {
    "key": "kst-99999-12",
    "dossier": "99999",
    "number": "12",
    "date": "2031-03-04",
    "title": "Motie",
    "kind": "motie",
}
GROUP: Cells = {"key": "pvz", "name": "PvZ", "full_name": "Partij van de Zee", "kind": "political-party"}
PERSON: Cells = {"key": "anna-de-wit", "name": "Anna de Wit", "surname": "De Wit", "aliases": "A. de Wit; De Wit-Bos"}
MOTION: Cells = {"key": "kst-99999-12", "title": "Motie van het lid De Wit over kades", "date": "2031-03-04"}
