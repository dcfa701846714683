"""What tests of the dumps share."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctgraph.export.dumps import export_release
from ctgraph.store.releases import Release
from export import released


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release that tests only read."""
    return released.write(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def dumps(release: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all dumps of it, which tests only read."""
    folder = tmp_path_factory.mktemp("dumps") / "made" / "here"
    export_release(release, folder, ["all"], lambda what, done, total: None)
    return folder
