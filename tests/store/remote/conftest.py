"""What tests of the remote store share: a small release, and each store there is, with the release loaded into it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from ctgraph.settings import Settings
from ctgraph.store.releases import Release
from ctgraph.store.remote.loading import load_release
from ctgraph.store.writing import Contents, ReleaseWriter
from questions.corpus import corpus_quads
from store.remote.servers import STORES


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The test graph of the canned queries as a release, in a data folder of its own."""
    with ReleaseWriter(Settings(data=tmp_path_factory.mktemp("data"))) as writer:
        return writer.write(Contents(corpus_quads(), "0.1.0", texts=("a text\n",), documents=1))


@pytest.fixture(scope="session", params=sorted(STORES))
def product(request: pytest.FixtureRequest) -> str:
    """The name of a store that there is a server of."""
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def loaded(product: str, tmp_path_factory: pytest.TempPathFactory, release: Release) -> Iterator[Settings]:
    """A store with the release, which tests only read; skipped where the server is not there."""
    with STORES[product](tmp_path_factory.mktemp(product)) as settings:
        own = replace(settings, data=release.path.parents[1], workers=2)
        load_release(own, release, lambda *_: None)
        yield own
