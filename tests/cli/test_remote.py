"""`--store`: a release built and loaded, and what is said when the store is not there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from ctgraph.cli import building
from ctgraph.errors import StoreFailed
from ctgraph.settings import Settings
from ctgraph.store.releases import current
from ctgraph.store.remote.layout import MARKER, union
from store.remote.liar import Liar, served

ROOT = Path(__file__).resolve().parents[2]
NOBODY = "http://nobody:secret@127.0.0.1:9/query"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a release of the register alone."""
    folder = tmp_path_factory.mktemp("data")
    building.build_release(Settings(data=folder), [], add=False)
    return folder


def test_build_loads_what_it_built(data: Path) -> None:
    """The store holds the release that is current in the data folder, graph by graph."""
    liar = Liar()
    with served(liar) as there:
        settings = Settings(data=data, store=there.store, remote=there.remote)
        assert building.build_release(settings, [], add=False) == 0

    release = current(settings)
    named = release.manifest.statements
    assert {graph.value for graph in liar.store.named_graphs()} >= {*named, union(release.id).value, MARKER.value}
    for name, count in named.items():
        assert len(list(liar.store.quads_for_pattern(None, None, None, NamedNode(name)))) == count


def test_build_without_the_store(data: Path) -> None:
    """A store that is away ends the build with exit code 1, its address and the reason, and without the password."""
    environment = {**os.environ, "CTGRAPH_DATA": str(data), "PYTHONPATH": str(ROOT / "src")}
    command = (sys.executable, "-m", "ctgraph", "build", "--store", NOBODY)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "http://127.0.0.1:9/query: release " in done.stderr
    assert "was not loaded (The store at http://127.0.0.1:9/query gave no answer: it cannot be reached" in done.stderr
    assert "secret" not in done.stderr


def test_the_error_is_one_of_ours() -> None:
    """Its status is the one of a bad gateway, its code its own."""
    assert (StoreFailed.status, StoreFailed.code) == (502, "store-failed")
