"""Find `ontology/`, `queries/` and `register/`, in a checkout or in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from ctgraph.errors import InputError

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "_assets", _PACKAGE.parents[1])


def folder(name: str) -> Path:
    """Return the folder of that name that this version ships; raises InputError if it is gone."""
    for root in _ROOTS:
        if (root / name).is_dir():
            return root / name
    raise InputError(name, "the folder was not found beside the code", "Install ctgraph again")
