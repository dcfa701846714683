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
class Settings:
    """Where the data is and what the server allows."""

    data: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    limits: QueryLimits = field(default_factory=QueryLimits)

    @property
    def releases(self) -> Path:
        """The folder that holds one folder per release, and the pointer `current`."""
        return self.data / "releases"


def from_environment(environment: Mapping[str, str], data: Path | None = None) -> Settings:
    """Read `CTGRAPH_DATA` from `environment`, unless `data` is given."""
    return Settings(data=data if data is not None else Path(environment.get("CTGRAPH_DATA", "data")))
