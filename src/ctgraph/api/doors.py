"""How many connections one address may have open at once: one client could take all that the system lets us open.

An address is counted as a client is: an IPv4 address, or an IPv6 network of 64 bits. A reverse proxy, behind which all
visitors come from one address, is not counted; it has limits of its own.
"""

from __future__ import annotations

import resource
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from ctgraph.api.clients import network_of
from ctgraph.api.express import nothing
from ctgraph.api.problems import from_error
from ctgraph.api.unreadable import closing
from ctgraph.errors import TooManyConnections
from ctgraph.settings import Settings
from ctgraph.store.figures import Figure, single

DOORS: Final = "ctgraph.doors"
"""The key of the state of the lifespan under which a connection finds the doors."""
_SHARE: Final = 2
"""However many are set, one address gets no more than one of so many descriptors that the system lets us open."""


class Doors:
    """Counts the connections of each address, as many as are open."""

    def __init__(self, settings: Settings) -> None:
        self._most = settings.clients.connections
        self._proxies = ProxyHeadersMiddleware(nothing, settings.proxies).trusted_hosts  # type: ignore[arg-type]  # uvicorn has types of its own
        self._open: Counter[str] = Counter()
        self._refusals = 0

    def enter(self, host: str | None) -> str | None:
        """Count a connection from this host: by what to `leave`, or None if it has too many already."""
        if host is None or not self._most or host in self._proxies:
            return ""
        network = network_of(host)
        if self._open[network] >= self._allowed:
            self._refusals += 1
            return None
        self._open[network] += 1
        return network

    def leave(self, network: str) -> None:
        """Count one less."""
        if network:
            self._open[network] -= 1
            if not self._open[network]:
                del self._open[network]

    @cached_property
    def refusal(self) -> bytes:
        """The whole answer to a connection that is one too many."""
        return closing(from_error(TooManyConnections(self._allowed)))

    def figures(self) -> Iterator[Figure]:
        """How many connections were refused."""
        text = "Connections refused: their address had too many."
        yield single("ctgraph_connection_refusals_total", text, "counter", self._refusals)

    @cached_property
    def _allowed(self) -> int:
        """Found out at the first connection, when the server has had its number of descriptors raised."""
        descriptors, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        few = descriptors != resource.RLIM_INFINITY
        return min(self._most, max(1, descriptors // _SHARE)) if few else self._most
