"""What tests of the store share."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import specimen


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one release in it, which tests only read."""
    folder = tmp_path_factory.mktemp("data")
    specimen.write(specimen.settings(folder))
    return folder
