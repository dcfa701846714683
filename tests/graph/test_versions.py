"""What a change of a released term deserves."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from ctgraph.errors import InputError
from ctgraph.graph.versions import (
    Entry,
    Record,
    Step,
    changes,
    least_version,
    objections,
    read_record,
    record_text,
)

MOTION = Entry("class", ("ctg:Instrument",), "", "", False, "abc")
ASKS = Entry("object", (), "ctg:Instrument", "ctg:Request", False, "def")
RELEASED = Record("1.4.2", {"Motion": MOTION, "asks": ASKS})


def now(version: str, entries: Mapping[str, Entry | None]) -> Record:
    """The released record with some entries changed, added, or (None) gone."""
    merged = {**RELEASED.entries, **entries}
    return Record(version, {name: entry for name, entry in merged.items() if entry is not None})


@pytest.mark.parametrize(
    ("entries", "step", "version"),
    [
        ({}, "none", "1.4.2"),
        ({"Motion": replace(MOTION, words="xyz")}, "patch", "1.4.3"),
        ({"Bill": MOTION}, "minor", "1.5.0"),
        ({"Motion": replace(MOTION, deprecated=True)}, "minor", "1.5.0"),
        ({"Motion": replace(MOTION, above=("ctg:Instrument", "ctg:Thing"))}, "minor", "1.5.0"),
        ({"Motion": replace(MOTION, above=())}, "major", "2.0.0"),
        ({"asks": replace(ASKS, range="ctg:Document")}, "major", "2.0.0"),
        ({"asks": replace(ASKS, domain="")}, "major", "2.0.0"),
        ({"asks": replace(ASKS, kind="datatype")}, "major", "2.0.0"),
        ({"asks": replace(ASKS, range="ctg:Document", words="xyz"), "Bill": MOTION}, "major", "2.0.0"),
    ],
)
def test_a_change_asks_for_its_step(entries: Mapping[str, Entry], step: Step, version: str) -> None:
    """The greatest step among the changes decides, and a version at or above it is taken."""
    found = changes(RELEASED, now("1.4.2", entries))

    assert least_version("1.4.2", step) == version
    assert (step in {change.step for change in found}) or step == "none"
    assert list(objections(RELEASED, now(version, entries))) == []
    assert list(objections(RELEASED, now("9.0.0", entries))) == []


@pytest.mark.parametrize("version", ["1.4.2", "1.4.3", "1.5.0", "2.0.0"])
def test_a_removed_term_is_refused_in_every_version(version: str) -> None:
    """No version number makes a removal right."""
    assert list(objections(RELEASED, now(version, {"Motion": None}))) == ["Motion was removed; deprecate it instead"]


def test_a_version_too_low_is_told_why() -> None:
    """The objection names the version that is needed and the changes that ask for it, and no lesser ones."""
    changed = {"asks": replace(ASKS, range="ctg:Document"), "Motion": replace(MOTION, words="xyz")}
    later = now("1.4.3", changed)

    assert list(objections(RELEASED, later)) == [
        "the version is 1.4.3 and should be at least 2.0.0: asks has another range"
    ]


@pytest.mark.parametrize(
    ("released", "step", "expected"),
    [
        ("0.1.0", "major", "0.2.0"),
        ("0.1.0", "minor", "0.2.0"),
        ("0.1.0", "patch", "0.1.1"),
        ("0.9.0", "minor", "0.10.0"),
    ],
)
def test_before_the_first_stable_version_a_break_is_a_minor_step(released: str, step: Step, expected: str) -> None:
    """As Semantic Versioning allows for 0.y.z; and numbers are numbers, not digits."""
    assert least_version(released, step) == expected


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Writing and reading gives the same record, and writing again the same bytes."""
    path = tmp_path / "released.json"
    path.write_text(record_text(RELEASED), encoding="utf-8")

    assert read_record(path) == RELEASED
    assert record_text(read_record(path)) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "{}", '{"version": "1", "entries": {"a": {}}}', "[]"])
def test_a_file_that_is_no_record_is_refused(text: str, tmp_path: Path) -> None:
    """The refusal names the file."""
    path = tmp_path / "released.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=r"released\.json"):
        read_record(path)
