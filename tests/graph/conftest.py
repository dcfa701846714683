"""What tests of the graph share."""

from __future__ import annotations

import pytest

from graph.reading import Reading
from graph.specimen import letter


@pytest.fixture(scope="session")
def whole() -> Reading:
    """The statements of the small letter."""
    return Reading(letter())
