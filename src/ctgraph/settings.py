"""Settings: frozen, passed in, never read on import. Limits are the contract's defaults.

The sentence below each one stands in `docs/settings.md`, which `make settings` writes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from msgspec import Struct, field
from msgspec.structs import fields

from ctgraph.errors import InvalidParameters


class QueryLimits(Struct, frozen=True):
    """What the guard lets through, and what a worker may take."""

    text_bytes: int = 64 * 1024
    """Bytes of a query's text; more is 413."""
    nesting: int = 64
    """Levels of groups, brackets and EXISTS."""
    patterns: int = 100
    """Triple patterns."""
    path_steps: int = 64
    """Steps of property paths."""
    operators: int = 1_000
    """Operators, clauses and terms outside all brackets."""
    values_rows: int = 10_000
    """Rows of VALUES."""
    seconds: float = 10.0
    """For a query that names no time, and for the wait for a worker."""
    max_seconds: float = 60.0
    """The most that `?timeout=` gets."""
    memory_bytes: int = 1024**3
    """Memory of one worker process."""
    answer_bytes: int = 256 * 1024**2
    """Bytes of one answer; more breaks the connection."""
    rows: int = 100
    """Rows of a page of a canned query or lookup that names no number."""
    max_rows: int = 10_000
    """The most rows of such a page."""


class ClientLimits(Struct, frozen=True):
    """What one client may take. It never holds more than half of the workers, at least one."""

    seconds: float = 60.0
    """Query time a minute."""
    waiting: int = 100
    """Questions that wait for the client's own to end."""
    connections: int = 1_000
    """Connections at once of one address, but for those of `proxies`; no more than half of the files that the system
    lets a process open. 0 for any number."""


class CacheLimits(Struct, frozen=True):
    """How many answers are kept in memory, compressed forms included."""

    total_bytes: int = 64 * 1024**2
    """Bytes of all answers kept; 0 keeps none."""
    answer_bytes: int = 1024**2
    """A larger answer is not kept."""


class FetchLimits(Struct, frozen=True):
    """How gently the official sources are asked, and how much is taken from them; times in seconds."""

    mirror: str = ""
    """Stands in front of every official address: with `https://mirror.example` the file
    `https://repository.overheid.nl/x` is asked for at `https://mirror.example/repository.overheid.nl/x`."""
    parallel: int = 4
    """Requests at once."""
    interval: float = 0.1
    """Between two requests to one host."""
    attempts: int = 5
    """For one request."""
    backoff: float = 1.0
    """Before the second attempt; doubled before each further one."""
    longest_wait: float = 300.0
    """A Retry-After above it ends the attempts."""
    silence: float = 60.0
    """Without a byte, before an attempt counts as failed."""
    deadline: float = 900.0
    """For one whole answer."""
    redirects: int = 5
    """Followed for one request."""
    page_bytes: int = 64 * 1024**2
    """Of a page of a listing."""
    file_bytes: int = 256 * 1024**2
    """Of a file."""
    given_up: int = 5
    """Requests to one host that fail in all their attempts, one after the other, before it is asked no more."""


class RemoteStore(Struct, frozen=True):
    """How the SPARQL endpoint of `store` is spoken to; see docs/remote-store.md."""

    update: str = ""
    """Where SPARQL updates go. By default the address of the store, a last part `query` being changed to `update`."""
    graphs: str = ""
    """Address of the SPARQL Graph Store Protocol; if given, `build` loads statements through it."""
    user: str = ""
    """Name to log in with."""
    password: str = ""
    """Password of that name."""
    digest: bool = False
    """Whether the name and password go by Digest authentication instead of Basic."""
    connect: float = 5.0
    """Seconds to make a connection."""
    write: float = 600.0
    """Seconds for one step of loading: a thousand statements, a graph to drop, a count."""
    retire: float = 60.0
    """Seconds between the switch to a release and the removal of the one before, whose answers may still run."""


class Settings(Struct, frozen=True):
    """Where the data is, what the server allows, and how sources are asked."""

    data: Path = Path("data")
    """Folder of the releases and of what was downloaded."""
    host: str = "127.0.0.1"
    """Address to listen on."""
    port: int = 8000
    """Port to listen on."""
    contact: str = ""
    """Where the one who serves the data can be reached: a web address, or `mailto:` with one of mail. It stands in the
    catalogue and in the API description, which the API Design Rules want an address of mail in."""
    proxies: str = "127.0.0.1,::1"
    """Addresses of reverse proxies, by commas: what they say in X-Forwarded-For and X-Forwarded-Proto is believed."""
    request_log: bool = True
    """One line of JSON a request on standard error."""
    workers: int = 4
    """Processes that answer what users send; one more is for canned queries and lookups. Half of them, which one
    client may hold, should fill the cores."""
    processes: int = 1
    """Front-door processes on the one address. They share the workers and the memory for kept answers evenly; what a
    client may take counts in each of them."""
    in_memory: int = 3_000_000
    """A release of up to so many statements is held in memory, where queries that touch many are several times as
    fast, at about 0.45 GB a million for each front-door process; a larger one is read from disk. Statements count in
    their graph and once more in the union. Linux only."""
    store: str = ""
    """Address of a SPARQL 1.1 endpoint that answers in place of own processes."""
    limits: QueryLimits = field(default_factory=QueryLimits)
    clients: ClientLimits = field(default_factory=ClientLimits)
    cache: CacheLimits = field(default_factory=CacheLimits)
    fetching: FetchLimits = field(default_factory=FetchLimits)
    remote: RemoteStore = field(default_factory=RemoteStore)

    @property
    def releases(self) -> Path:
        """The folder that holds one folder per release, and the pointer `current`."""
        return self.data / "releases"

    @property
    def exports(self) -> Path:
        """The folder that holds the dumps of a release under its id, where they are to be served."""
        return self.data / "exports"

    @property
    def papers(self) -> Path:
        """The folder that `download` fills unless another is named."""
        return self.data / "papers"


GROUPS: Final[Mapping[str, type[Struct]]] = {
    "limits": QueryLimits,
    "clients": ClientLimits,
    "cache": CacheLimits,
    "fetching": FetchLimits,
    "remote": RemoteStore,
}
"""The tables of a file of settings."""
_SHORT: Final = {"CTGRAPH_FETCHING_MIRROR": "CTGRAPH_MIRROR"}
_FILE: Final = "CTGRAPH_SETTINGS"
_LAST_PORT: Final = 65_535


def variable(group: str, name: str) -> str:
    """The environment variable of a setting; `group` is empty for those of `Settings` itself.

    >>> variable("", "port"), variable("limits", "max_seconds")
    ('CTGRAPH_PORT', 'CTGRAPH_LIMITS_MAX_SECONDS')
    """
    written = "_".join(part.upper() for part in ("ctgraph", group, name) if part)
    return _SHORT.get(written, written)


def from_environment(
    environment: Mapping[str, str], data: Path | None = None, flags: Mapping[str, object] | None = None
) -> Settings:
    """A flag goes before the environment, that before the file of `$CTGRAPH_SETTINGS`, and that before the default.

    `flags` has names of `Settings`; one that is None was not given. Raises InvalidParameters with all that is wrong.
    """
    errors: list[tuple[str, str]] = []
    path = environment.get(_FILE, "")
    file = _read_file(path, errors)
    given = {name: value for name, value in {"data": data, **(flags or {})}.items() if value is not None}
    errors += [
        (f"--{name}", _misfit(str(value), name, str))
        for name, value in given.items()
        if name in _ENDPOINTS and not _fits(value, name)
    ]
    errors += _unknown_variables(environment)
    groups = {
        group: kind(**_values(group, kind, environment, _Table(path, file.pop(group, {})), errors))
        for group, kind in GROUPS.items()
    }
    own = _values("", Settings, environment, _Table(path, file), errors)
    if errors:
        raise InvalidParameters(sorted(errors))
    return Settings(**{**own, **groups, **given})


class _Table(NamedTuple):
    """A table of the file of settings, and the path of that."""

    path: str
    values: object


def _unknown_variables(environment: Mapping[str, str]) -> list[tuple[str, str]]:
    """Those of the environment that are named as one of a group is. Others may be of other programs."""
    known = {variable(group, each.name) for group, kind in GROUPS.items() for each in fields(kind)}
    groups = tuple(f"{variable('', group)}_" for group in GROUPS)
    return [(name, _NONE) for name in environment if name.startswith(groups) and name not in known]


def _read_file(path: str, errors: list[tuple[str, str]]) -> dict[str, Any]:
    if not path:
        return {}
    try:
        return tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        errors.append((_FILE, f"{path} is no TOML file that can be read ({error}). Correct it, or name another."))
        return {}


def _values(
    group: str, kind: type[Struct], environment: Mapping[str, str], table: _Table, errors: list[tuple[str, str]]
) -> dict[str, Any]:
    """What is given for one group of settings, read as their types."""
    path, file = table
    if not isinstance(file, dict):
        errors.append((f"{group} in {path}", f"This is a table of settings, not one value. Write it as [{group}]."))
        return {}
    known = {each.name: type(each.default) for each in fields(kind) if each.name not in GROUPS}
    prefix = f"{group}." if group else ""
    errors += [(f"{prefix}{name} in {path}", _NONE) for name in file if name not in known]
    found: dict[str, Any] = {}
    for name, wanted in known.items():
        ours = variable(group, name)
        text = environment.get(ours, file.get(name))
        if text is None:
            continue
        value = _read(str(text).rstrip("/") if name in _ADDRESSES else str(text), wanted)
        if _fits(value, name):
            found[name] = value
        else:
            where = ours if ours in environment else f"{prefix}{name} in {path}"
            errors.append((where, _misfit(str(text), name, wanted)))
    return found


def _fits(value: Any, name: str) -> bool:
    """Whether a value of the right type is one that this setting can have."""
    if name in _ENDPOINTS:
        return not value or str(value).startswith(("http://", "https://"))
    too_large = name == "port" and value is not None and value > _LAST_PORT
    return value is not None and not too_large and not (name in _AT_LEAST_ONE and value < 1)


def _misfit(text: str, name: str, wanted: type) -> str:
    """What is wrong with a value, and what to write in its place."""
    takes = _KINDS.get(wanted, "an address that begins with http:// or https://")
    takes = "a whole number from 1" if name in _AT_LEAST_ONE else takes
    takes = f"a whole number from 0 to {_LAST_PORT}" if name == "port" else takes
    return f"{text[:100]!r} does not fit. It takes {takes}."


_NONE: Final = "There is no such setting. Correct the name, or leave it out; docs/settings.md has them all."
_AT_LEAST_ONE: Final = frozenset({"workers", "processes", "parallel", "attempts", "rows", "max_rows"})
_ADDRESSES: Final = frozenset({"contact", "mirror", "store", "update", "graphs"})
_ENDPOINTS: Final = frozenset({"store", "update", "graphs"})
_KINDS: Final = {int: "a whole number from 0", float: "a number from 0", bool: "true or false"}
_TRUTH: Final = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def _read(text: str, wanted: type) -> Any:
    """A value as its type, or None; numbers are finite and not below 0."""
    if wanted is bool:
        return _TRUTH.get(text.lower())
    if wanted not in (int, float):
        return Path(text) if issubclass(wanted, Path) else text
    try:
        number = wanted(text)
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None
