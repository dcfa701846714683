"""Files and folders that a person names, with what a sidecar file `FILE.meta.yaml` says of them.

A sidecar may hold `id` and `date` (YYYY-MM-DD). They count where the text itself and the register say nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from ctgraph.errors import InputError
from ctgraph.identifiers import is_reference
from ctgraph.model.source import SourceFile

SIDECAR = ".meta.yaml"
_KNOWN = frozenset({"id", "date"})
_LARGEST_SIDECAR = 4096
"""Bytes."""


def collect(paths: Iterable[Path]) -> Iterator[Path | InputError]:
    """Yield the files behind the paths, folders searched through in the order of their names.

    What does not exist comes as an InputError in its place, so that the rest can be read. Hidden files and sidecars
    are passed over.
    """
    for path in paths:
        # os.path answers False where Path raises: for a name that is too long, for a loop of links.
        if os.path.isdir(path):
            files = sorted(p for p in path.rglob("*") if p.is_file() and not _passed_over(p.relative_to(path)))
            if not files:
                yield InputError(str(path), "the folder holds no files", "Name a folder with papers in it")
            yield from files
        elif os.path.isfile(path):
            yield path
        else:
            yield InputError(str(path), "there is no such file or folder", "Check the path")


def _passed_over(path: Path) -> bool:
    return path.name.endswith(SIDECAR) or any(part.startswith(".") for part in path.parts)


def take(path: Path, identifier: str = "", day: date | None = None) -> SourceFile:
    """Read a file and its sidecar; `identifier` and `day` stand above the sidecar. Raises InputError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), f"it cannot be read ({error.strerror})", "Check the path and its rights") from error
    said = _sidecar(path.with_name(path.name + SIDECAR))
    return SourceFile(str(path), data, _id(path, identifier or said.get("id", "")), day or _day(path, said.get("date")))


def _id(path: Path, said: object) -> str:
    """An id that can stand in an address; raises InputError for anything else."""
    if said == "" or (isinstance(said, str) and is_reference(said)):
        return str(said)
    raise InputError(str(path), f"{str(said)[:80]!r} is no id of a paper", "Write one such as kst-29754-645")


def _sidecar(path: Path) -> dict[str, object]:
    if not os.path.isfile(path):
        return {}
    import yaml  # noqa: PLC0415 - few files have a sidecar

    try:
        if path.stat().st_size > _LARGEST_SIDECAR:
            raise InputError(str(path), "the sidecar is too large", "Write only `id` and `date` in it")
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
    # A hostile sidecar may nest too deep, hold a date that is none or a number too long to be one.
    except (yaml.YAMLError, ValueError, RecursionError, OSError) as error:
        raise InputError(str(path), "the sidecar is no YAML", "Write lines such as `date: 2022-07-06`") from error
    if not isinstance(said, dict) or not set(said) <= _KNOWN:
        raise InputError(str(path), "the sidecar may hold only `id` and `date`", "Remove the other lines")
    return said


def _day(path: Path, said: object) -> date | None:
    if said is None or (isinstance(said, date) and not isinstance(said, datetime)):
        return said
    raise InputError(str(path) + SIDECAR, f"{said!r} is no day", "Write it as `date: 2022-07-06`")
