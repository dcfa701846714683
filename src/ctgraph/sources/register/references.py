"""Whether every row that a row names is there."""

from __future__ import annotations

from collections.abc import Mapping

from ctgraph.errors import RegisterError
from ctgraph.sources.register.reading import Loaded


def check_references(loaded: Mapping[str, Loaded]) -> None:
    """Raise RegisterError for the first row that names a row that no table has."""
    for item in loaded.values():
        for reference in item.table.references:
            known = loaded[reference.table].rows
            for key, row in item.rows.items():
                for named in reference.keys(getattr(row, reference.column)):
                    if named not in known:
                        raise RegisterError(
                            str(item.path), item.lines[key],
                            f"the cell {reference.column!r} names {named!r}, which {reference.table}.csv lacks",
                            f"Correct it, or add the row to {reference.table}.csv.",
                        )  # fmt: skip
