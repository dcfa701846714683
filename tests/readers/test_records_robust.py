"""Damaged records: whatever a file holds, it is read, counted as passed over, or refused with the reason."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ctgraph.errors import InputError
from readers.records import SPECIMENS, intake, stated

_JUNK: tuple[object, ...] = (
    None,
    True,
    -1,
    3.5,
    "",
    '<>"{}|\\^`',
    "\0",
    "2022-99-99",
    [],
    {},
    [None],
    [[]],
    {"Id": None},
    "9" * 19,
    "kst-1 2",
)
_WORDS = ("", "x y", "2022-99-99", "&lt;a&gt;", "-1", "kst-&lt;", "9" * 30)
# What stands between tags or in quotes. Not a tag.
_PIECE = re.compile(r">([^<>]+)<|\"([^\"<>]*)\"")


def _spoilt_value(value: object, chance: random.Random) -> object:
    if chance.random() < 0.06:
        return chance.choice(_JUNK)
    if isinstance(value, dict):
        return {key: _spoilt_value(each, chance) for key, each in value.items()}
    if isinstance(value, list):
        return [_spoilt_value(each, chance) for each in value]
    return value


def _spoilt_json(path: Path, chance: random.Random) -> bytes:
    return json.dumps(_spoilt_value(json.loads(path.read_text(encoding="utf-8")), chance)).encode()


def _spoilt_text(path: Path, chance: random.Random) -> bytes:
    text = path.read_bytes().decode("utf-8", "replace")
    for _ in range(chance.randint(1, 4)):
        piece = chance.choice(list(_PIECE.finditer(text)))
        group = 1 if piece[1] else 2
        text = text[: piece.start(group)] + chance.choice(_WORDS) + text[piece.end(group) :]
    return text.encode()


@pytest.mark.parametrize(
    ("pattern", "spoil"), [("*.json", _spoilt_json), ("*.xml", _spoilt_text), ("*.txt", _spoilt_text)]
)
def test_spoilt_files_are_read_or_refused(pattern: str, spoil: Callable[[Path, random.Random], bytes]) -> None:
    """No value put in the place of another makes a reader or a writer of statements fail but by refusing the file."""
    chance = random.Random(20261127)
    refused = read = 0
    for path in sorted(SPECIMENS.glob(pattern)):
        for _ in range(60):
            try:
                stated(intake(spoil(path, chance), path.name).records)
                read += 1
            except InputError:
                refused += 1

    assert read > refused
