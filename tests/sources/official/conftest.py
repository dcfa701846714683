"""A server that plays the official hosts, with a composed dossier."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from replay.publishers import Publishers, dossier
from replay.server import ReplayServer
from sources.official.downloads import NUMBER


@pytest.fixture(name="publishers")
def _publishers() -> Publishers:
    return dossier(NUMBER)


@pytest.fixture(name="server")
def _server(publishers: Publishers) -> Iterator[ReplayServer]:
    with ReplayServer(publishers.files(), publishers.questions()) as server:
        yield server
