"""Pages of canned queries and lookups from a store elsewhere, as the application cuts them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import httpx
import pytest

from ctgraph.api.app import create_app
from ctgraph.settings import Settings
from ctgraph.store.backend import Backend
from ctgraph.store.remote.backend import RemoteBackend
from store.remote.asking import running
from store.remote.servers import CANNOT

QUERIES = ("motions", "commitments", "references-in?document=kst-36999-12", "dossier-timeline?dossier=36999")
LOOKUPS = ("documents", "motions", "actors")


def walking(settings: Settings, address: str, name: str) -> Callable[[Backend], Awaitable[list[Any]]]:
    """Reads all pages from an address on; `name` is where the rows are."""

    async def work(backend: Backend) -> list[Any]:
        assert isinstance(backend, RemoteBackend)
        await backend.start()
        transport = httpx.ASGITransport(app=create_app(settings, backend, today=lambda: date(2025, 2, 1)))
        found, following = [], address
        async with httpx.AsyncClient(transport=transport, base_url="http://ctgraph.test", timeout=60) as client:
            while following:
                body = (await client.get(following)).raise_for_status().json()
                found += body[name]
                following = body["next"]
        return found

    return work


@pytest.mark.parametrize("path", [*(f"queries/{query}" for query in QUERIES), *LOOKUPS])
def test_every_row_once(loaded: Settings, product: str, path: str) -> None:
    """Small pages give the rows of one large page, each once and in its order."""
    name = path.partition("?")[0].rpartition("/")[2]
    if name in CANNOT[product]:
        pytest.skip(CANNOT[product][name])
    rows, sign = ("rows" if path.startswith("queries/") else name), "&" if "?" in path else "?"
    with running(RemoteBackend, loaded) as remote:
        whole = remote.run(walking(loaded, f"/v1/{path}{sign}limit=1000", rows))
        found = remote.run(walking(loaded, f"/v1/{path}{sign}limit=3", rows))

    assert len(whole) > 3
    assert found == whole
