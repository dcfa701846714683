"""Files that the tests of the readers of laws read: composed specimens, and real ones where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctgraph.model.source import SourceFile

SPECIMENS = Path(__file__).with_name("specimens") / "laws"
SHARED = Path(__file__).resolve().parents[2] / "../shared/data"


def specimen(name: str) -> SourceFile:
    """A file composed for the tests; it states no facts."""
    return SourceFile(name, (SPECIMENS / name).read_bytes())


def changed(name: str, old: str, new: str) -> SourceFile:
    """A specimen in which other words stand; the old ones must be there."""
    data = (SPECIMENS / name).read_bytes()
    assert old.encode() in data
    return SourceFile(name, data.replace(old.encode(), new.encode()))


def official(path: str) -> SourceFile:
    """A real file; skips the test where the collection is absent."""
    file = SHARED / path
    if not file.is_file():
        pytest.skip("the collection of real files is not here (../shared)")
    return SourceFile(path, file.read_bytes())
