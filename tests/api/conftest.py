"""The application on the small hand-written graph."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Store

from api.fakes import Client, FakeBackend, specimen_store
from ctgraph.api.app import create_app
from ctgraph.settings import Settings


@pytest.fixture(scope="session")
def store() -> Store:
    """The graph; no test writes to it."""
    return specimen_store()


@pytest.fixture
def backend(store: Store) -> FakeBackend:
    """A backend of its own for each test."""
    return FakeBackend(store)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings on an empty data folder."""
    return Settings(data=tmp_path)


@pytest.fixture
def client(settings: Settings, backend: FakeBackend) -> Client:
    """A client of the application, in which it is 1 January 2025."""
    return Client(create_app(settings, backend, today=lambda: date(2025, 1, 1)))
