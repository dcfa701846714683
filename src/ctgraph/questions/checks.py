"""The checks that every release passes: one query each in `queries/checks/`, whose rows are the failures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from ctgraph.errors import InputError
from ctgraph.questions.load import Wording, header, wording


@dataclass(frozen=True, slots=True)
class Check:
    """A rule in words, and the query that finds what breaks it."""

    name: str
    rule: Wording
    text: str


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
        return Check(path.stem, wording(dict(header(path, text))), text)
    except ValueError as error:
        advice = "State the rule in the first two lines, as #+ en: … and #+ nl: …"
        raise InputError(str(path), f"its header does not fit: {error}", advice) from error
