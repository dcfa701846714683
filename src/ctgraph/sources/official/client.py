"""One request at a time, politely: the only module that opens a connection.

The client says who it is, spaces its requests, waits as long as it is told to (Retry-After, RFC 9110 §10.2.3), asks
again a bounded number of times when a further attempt may help, and follows redirects among the official hosts only.
"""

from __future__ import annotations

import hashlib
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from types import TracebackType
from typing import IO, Self
from urllib.parse import urlsplit

import httpx
from msgspec import Struct

from ctgraph.errors import SourceError
from ctgraph.settings import FetchLimits
from ctgraph.sources.official.addresses import official, redirected, transport
from ctgraph.sources.official.pace import Pace
from ctgraph.version import VERSION

USER_AGENT = f"ctgraph/{VERSION} (+https://w3id.org/ctgraph/)"

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that a later attempt may not get."""


class Validators(Struct, frozen=True):
    """What the source said of the version that we hold, sent back so that it need not send it again."""

    etag: str = ""
    modified: str = ""
    """Last-Modified, as it was written."""

    def headers(self) -> dict[str, str]:
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in pairs.items() if value}


class Answer(Struct, frozen=True):
    """What a request brought; `fresh` is False where the version that we hold is still the current one."""

    fresh: bool
    validators: Validators
    length: int = 0
    sha256: str = ""


Check = Callable[[IO[bytes]], None]
"""Raises SourceError for a body that is not what was asked for."""


class Client:
    """Asks the official hosts, from several threads if need be; set `stopped` to end all waits and bodies."""

    def __init__(self, limits: FetchLimits) -> None:
        self.stopped = threading.Event()
        self._limits = limits
        self._pace = Pace(limits.interval, self.stopped)
        self._failures: Counter[str] = Counter()
        self._closed: set[str] = set()
        self._http = httpx.Client(
            verify=_certificates(),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
            timeout=httpx.Timeout(limits.silence),
            limits=httpx.Limits(max_connections=limits.parallel),
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def get(self, address: str, sink: IO[bytes], largest: int, check: Check, held: Validators | None = None) -> Answer:
        """Write the body into `sink`, which is emptied before each attempt; raises SourceError.

        A body above `largest` bytes is refused. `held` makes the request conditional.
        """
        address = official(address)
        host = urlsplit(address).netloc
        for attempt in range(1, self._limits.attempts + 1):
            if host in self._closed:
                raise SourceError(
                    address, f"{host} failed too often or asked for a long rest, and was asked no more", again=True
                )
            try:
                answer = self._attempt(address, sink, largest, check, held or Validators())
            except SourceError as error:
                self._after(error, host, attempt)
            else:
                self._failures[host] = 0
                return answer
        raise AssertionError("the last attempt returns or raises")

    def _after(self, error: SourceError, host: str, attempt: int) -> None:
        """Wait for the next attempt; raises the error again where there is none."""
        wait = error.wait if error.wait is not None else self._limits.backoff * 2 ** (attempt - 1)
        if not error.again:
            self._failures[host] = 0
            raise error
        if wait > self._limits.longest_wait:
            # It does not want to be asked for so long, and is not, in this run.
            self._closed.add(host)
            raise error
        if attempt == self._limits.attempts or self.stopped.is_set():
            self._failures[host] += 1
            if self._failures[host] >= self._limits.given_up:
                self._closed.add(host)
            raise error
        if error.wait is not None:
            self._pace.hold(host, wait)
        else:
            self._pace.rest(host, wait)

    def _attempt(self, address: str, sink: IO[bytes], largest: int, check: Check, held: Validators) -> Answer:
        target = address
        try:
            for _ in range(self._limits.redirects + 1):
                self._pace.turn(urlsplit(target).netloc)
                with self._http.stream("GET", transport(target, self._limits.mirror), headers=held.headers()) as got:
                    if got.status_code not in _REDIRECTS:
                        return self._take(address, got, sink, largest, check, held)
                    target = redirected(target, got.headers.get("Location", ""), self._limits.mirror)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise SourceError(address, f"it cannot be asked for ({error})") from error
        except (httpx.TransportError, httpx.DecodingError) as error:
            reason = f"the connection failed or was cut off ({type(error).__name__}: {str(error)[:100]})"
            raise SourceError(address, reason, again=True) from error
        raise SourceError(address, f"it was redirected more than {self._limits.redirects} times")

    def _take(
        self, address: str, got: httpx.Response, sink: IO[bytes], largest: int, check: Check, held: Validators
    ) -> Answer:
        if got.status_code == 304 and held.headers():
            return Answer(False, held)
        if got.status_code != 200:
            raise _refusal(address, got)
        # The host answers; what is wrong with one body says nothing of the next one.
        self._failures[urlsplit(address).netloc] = 0
        length, sha256 = self._copy(address, got, sink, largest)
        check(sink)
        validators = Validators(got.headers.get("ETag", ""), got.headers.get("Last-Modified", ""))
        return Answer(True, validators, length, sha256)

    def _copy(self, address: str, got: httpx.Response, sink: IO[bytes], largest: int) -> tuple[int, str]:
        """The body into the sink; its length and SHA-256."""
        sink.seek(0)
        sink.truncate()
        ends = time.monotonic() + self._limits.deadline
        length, digest = 0, hashlib.sha256()
        for block in got.iter_bytes():
            length += len(block)
            if length > largest:
                raise SourceError(address, f"it is larger than {largest / 1024**2:.0f} MiB, and was not taken")
            if self.stopped.is_set():
                raise SourceError(address, "the download was stopped", again=True)
            if time.monotonic() > ends:
                raise SourceError(address, f"it took longer than {self._limits.deadline:.0f} s", again=True)
            sink.write(block)
            digest.update(block)
        return length, digest.hexdigest()


@cache
def _certificates() -> ssl.SSLContext:
    """Whom to trust; reading them takes a third of a second, so they are read once."""
    return httpx.create_ssl_context()


def _refusal(address: str, got: httpx.Response) -> SourceError:
    status = got.status_code
    if status in (404, 410):
        return SourceError(address, f"there is nothing there ({status})")
    wait = _retry_after(got.headers.get("Retry-After", ""))
    asked = f", and asks to wait {wait:.0f} s" if wait is not None else ""
    return SourceError(address, f"the source answers {status}{asked}", again=status in _PASSING, wait=wait)


def _retry_after(value: str) -> float | None:
    """Seconds, from a number of them or from a date of HTTP; None where there is neither."""
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())
