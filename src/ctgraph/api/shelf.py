"""Whole answers, ready to go out: the same request again, byte by byte, gets the same bytes while they hold.

The way through the application costs ten times what a repeated answer does. So an endpoint that knows that its
answer depends on nothing but the request, the release and the day says so (`keep_ready`), and the answer is laid
down as it left, headers and all. The connection finds it there by the whole head of a request: whatever the
application may look at is in it, so that nothing has to be decided again. One line in the log and one in the
figures, as for any other answer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from msgspec import Struct
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ctgraph.api.request_log import Ledger, LineParts, line_parts
from ctgraph.errors import ReleaseError
from ctgraph.store.caching import CachedBackend

SHELF: Final = "ctgraph.shelf"
"""The key of the state of the lifespan under which a connection finds the shelf."""
KEY: Final = "ctgraph.key"
"""The key of the state of a request under which the connection leaves its `Key`."""
_HOLDS: Final = "ctgraph.holds"
_LONGEST_KEY: Final = 4_096
_LARGEST: Final = 64 * 1024
"""Bytes of an answer; with more, the way through the application does not matter."""
_ENTRY_BYTES: Final = 1_024
_SHARE: Final = 4
"""The shelf may take so large a part of what the kept answers may: a quarter."""
# What makes a request more than its head, or its answer more than one answer.
_UNFIT: Final = frozenset({b"content-length", b"transfer-encoding", b"expect", b"upgrade"})

_Headers = Iterable[tuple[bytes, bytes]]


class Key(NamedTuple):
    """A request as it came, and from whom: the log names the client."""

    client: str | None
    address: bytes
    headers: tuple[tuple[bytes, bytes], ...]


class Holds(NamedTuple):
    """For how long an answer holds: while this release is current, on this day."""

    release: str
    day: date


class Ready(Struct, frozen=True):
    """An answer with status 200 from behind its first header lines to its end, and how it is told in the log."""

    holds: Holds
    rest: bytes
    path: str
    size: int
    told: LineParts


def keep_ready(scope: Scope, release: str) -> None:
    """Say that the answer of this release depends on the request's head and the day alone."""
    if KEY in (state := scope.get("state", {})):
        state[_HOLDS] = release


def kept_release(scope: Scope) -> str:
    """The release of which that was said; empty if it was not."""
    release: str = scope["state"].get(_HOLDS, "")
    return release


class Shelf:
    """Answers by request, those not asked for longest going first; all of one release and day."""

    def __init__(self, backend: CachedBackend, total_bytes: int, today: Callable[[], date], ledger: Ledger) -> None:
        self._backend = backend
        self._limit = total_bytes // _SHARE
        self._today = today
        self._ledger = ledger
        self._held: OrderedDict[Key, Ready] = OrderedDict()
        self._holds: Holds | None = None
        self._bytes = 0
        self._dated: tuple[Sequence[tuple[bytes, bytes]], bytes] = ((), b"")

    def get(self, key: Key) -> Ready | None:
        """What lies ready for this request."""
        ready = self._held.get(key)
        if ready is None or ready.holds != self._now():
            return None
        self._held.move_to_end(key)
        return ready

    def put(self, key: Key, ready: Ready) -> None:
        """Lay an answer down, unless it holds no more; the first one of a release or day sends all others away."""
        if ready.holds != self._now():
            return
        if ready.holds != self._holds:
            self._held.clear()
            self._bytes = 0
            self._holds = ready.holds
        if key not in self._held:
            self._held[key] = ready
            self._bytes += _size(key, ready)
        while self._bytes > self._limit and self._held:
            self._bytes -= _size(*self._held.popitem(last=False))

    def lay(self, scope: Scope, ready: Ready) -> None:
        """Lay down the answer to this request, if its endpoint has said that it may be."""
        state = scope["state"]
        if _HOLDS in state and _is_fit(state[KEY]) and ready.size <= _LARGEST:
            self.put(state[KEY], ready)

    def opening(self, first: Sequence[tuple[bytes, bytes]]) -> bytes:
        """The status line and the headers that the server itself sends, one of them the date of this second."""
        if self._dated[0] is not first:
            self._dated = first, b"HTTP/1.1 200 OK\r\n" + lines(first)
        return self._dated[1]

    def note(self, ready: Ready, seconds: float) -> None:
        """Count an answer that left, and tell of it."""
        self._backend.cache.hits += 1
        self._ledger.note_again(ready.path, ready.told, seconds, ready.size)

    def holds(self, release: str) -> Holds:
        """For how long an answer of this release holds, from now."""
        return Holds(release, self._today())

    def _now(self) -> Holds | None:
        try:
            return self.holds(self._backend.release)
        except ReleaseError:
            return None


class Shelving:
    """Lays answers down on their way out, when the endpoint has said that they may be. Outside what
    makes the headers, so that what is laid down is what left.
    """

    def __init__(self, app: ASGIApp, shelf: Shelf) -> None:
        self._app = app
        self._shelf = shelf

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        state = scope.get("state", {}) if scope["type"] == "http" else {}
        key = state.get(KEY)
        if key is None or not _is_fit(key):
            await self._app(scope, receive, send)
            return
        seen = _Seen(send, state)
        await self._app(scope, receive, seen.send)
        if (rest := seen.whole()) is not None:
            told = line_parts(scope, 200, seen.size, False)
            self._shelf.put(key, Ready(self._shelf.holds(state[_HOLDS]), rest, scope["path"], seen.size, told))


def lines(headers: _Headers) -> bytes:
    """Headers as they stand in an answer."""
    return b"".join(name + b": " + value + b"\r\n" for name, value in headers)


def _is_fit(key: Key) -> bool:
    return len(key.address) <= _LONGEST_KEY and not any(name in _UNFIT for name, _ in key.headers)


def _size(key: Key, ready: Ready) -> int:
    head = sum(len(name) + len(value) for name, value in key.headers)
    return _ENTRY_BYTES + len(key.address) + head + len(ready.rest)


class _Seen:
    """One answer on its way out; kept if it is a 200 that comes in one piece with its length."""

    __slots__ = ("_body", "_head", "_send", "_state", "size")

    def __init__(self, send: Send, state: Mapping[str, Any]) -> None:
        self._send = send
        self._state = state
        self._head: _Headers | None = None
        self._body: bytes | None = None
        self.size = 0

    def whole(self) -> bytes | None:
        """The answer from its headers on; None if it is not of that kind."""
        if self._head is None or self._body is None:
            return None
        return lines(self._head) + b"\r\n" + self._body

    async def send(self, message: Message) -> None:
        if _HOLDS not in self._state:
            await self._send(message)
            return
        if message["type"] == "http.response.start":
            headers = message.get("headers", ())
            if message["status"] == 200 and any(name == b"content-length" for name, _ in headers):
                self._head = tuple(headers)
        elif not message.get("more_body", False) and len(message.get("body", b"")) <= _LARGEST and not self.size:
            self._body = message.get("body", b"")
        self.size += len(message.get("body", b""))
        await self._send(message)
