"""The register as bytes give it: a folder of CSV tables, read, checked and handed on as one `Register`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ctgraph.model.records import Register
from ctgraph.sources.register.reading import Loaded, read_table
from ctgraph.sources.register.references import check_references
from ctgraph.sources.register.tables import TABLES


def load_register(folder: Path) -> Register:
    """Read every table of the folder; RegisterError names the file and line of the first fault found."""
    loaded: dict[str, Loaded] = {table.name: read_table(folder, table) for table in TABLES}
    check_references(loaded)
    rows: dict[str, Any] = {name: item.rows for name, item in loaded.items()}
    return Register(**rows, digests={name: item.digest for name, item in loaded.items()})
