"""The checks of a release: one query each in `queries/checks/`, whose rows are what it finds.

A row of a check is a failure. A check with `#+ level: notice` in its header finds what a person should know and is no
fault of the graph, such as sources that contradict each other; its rows fail nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from ctgraph.errors import InputError
from ctgraph.questions.load import Wording, header, wording

Level = Literal["violation", "notice"]


class Check(Struct, frozen=True):
    """A rule in words, the query that finds what breaks it, and whether breaking it fails a release."""

    name: str
    rule: Wording
    text: str
    level: Level = "violation"


def checks(folder: Path) -> Mapping[str, Check]:
    """The checks of `folder/checks`, by name in the order of the alphabet; read once per folder."""
    return _checks(folder.resolve())


@lru_cache(maxsize=8)
def _checks(folder: Path) -> Mapping[str, Check]:
    paths = sorted((folder / "checks").glob("*.rq"), key=lambda path: path.stem)
    return MappingProxyType({path.stem: _load(path) for path in paths})


def _load(path: Path) -> Check:
    text = path.read_text(encoding="utf-8")
    try:
        top = dict(header(path, text))
        level = _level(top.pop("level", "violation"))
        return Check(path.stem, wording(top), text, level)
    except ValueError as error:
        advice = "State the rule in the first two lines, as #+ en: … and #+ nl: …"
        raise InputError(str(path), f"its header does not fit: {error}", advice) from error


def _level(given: object) -> Level:
    if given == "violation":
        return "violation"
    if given == "notice":
        return "notice"
    raise ValueError(f"level {given!r} should be violation or notice")
