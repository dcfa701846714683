"""Settings: frozen, passed in, never read on import. Limits are the contract's defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class QueryLimits:
    """What the guard lets through, and what a worker may take."""

    text_bytes: int = 64 * 1024
    nesting: int = 64
    patterns: int = 100
    path_steps: int = 64
    operators: int = 1_000
    values_rows: int = 10_000
    seconds: float = 10.0
    max_seconds: float = 60.0
    memory_bytes: int = 1024**3
    answer_bytes: int = 256 * 1024**2
    rows: int = 100
    max_rows: int = 10_000


@dataclass(frozen=True, slots=True)
class ClientLimits:
    """What one client may take. It never holds more than half of the workers, at least one."""

    seconds: float = 60.0
    """Query time a minute."""
    waiting: int = 100
    """Questions that wait for the client's own to end."""


@dataclass(frozen=True, slots=True)
class CacheLimits:
    """How many answers are kept in memory, compressed forms included."""

    total_bytes: int = 64 * 1024**2
    answer_bytes: int = 1024**2
    """A larger answer is not kept."""


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How gently the official sources are asked, and how much is taken from them; times in seconds.

    `mirror` stands in front of every official address: with `https://mirror.example` the file
    `https://repository.overheid.nl/x` is asked for at `https://mirror.example/repository.overheid.nl/x`.
    """

    mirror: str = ""
    parallel: int = 4
    interval: float = 0.1
    """Between two requests to one host."""
    attempts: int = 5
    backoff: float = 1.0
    """Before the second attempt; doubled before each further one."""
    longest_wait: float = 300.0
    """A Retry-After above it ends the attempts."""
    silence: float = 60.0
    """Without a byte, before an attempt counts as failed."""
    deadline: float = 900.0
    """For one whole answer."""
    redirects: int = 5
    page_bytes: int = 64 * 1024**2
    file_bytes: int = 256 * 1024**2
    given_up: int = 5
    """Requests to one host that fail in all their attempts, one after the other, before it is asked no more."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the data is, what the server allows, and how sources are asked."""

    data: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = 8000
    proxies: str = "127.0.0.1,::1"
    """Addresses of reverse proxies, by commas: what they say in X-Forwarded-For and X-Forwarded-Proto is believed."""
    request_log: bool = True
    """One line of JSON a request on standard error."""
    workers: int = 4
    """Processes that answer what users send; one more is for canned queries and lookups. Half of them, which one
    client may hold, should fill the cores."""
    limits: QueryLimits = field(default_factory=QueryLimits)
    clients: ClientLimits = field(default_factory=ClientLimits)
    cache: CacheLimits = field(default_factory=CacheLimits)
    fetching: FetchLimits = field(default_factory=FetchLimits)

    @property
    def releases(self) -> Path:
        """The folder that holds one folder per release, and the pointer `current`."""
        return self.data / "releases"

    @property
    def papers(self) -> Path:
        """The folder that `download` fills unless another is named."""
        return self.data / "papers"


def from_environment(environment: Mapping[str, str], data: Path | None = None) -> Settings:
    """Read `CTGRAPH_DATA`, unless `data` is given, and `CTGRAPH_MIRROR` from `environment`."""
    return Settings(
        data=data if data is not None else Path(environment.get("CTGRAPH_DATA", "data")),
        fetching=FetchLimits(mirror=environment.get("CTGRAPH_MIRROR", "").rstrip("/")),
    )
