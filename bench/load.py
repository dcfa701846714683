"""A load client of raw sockets: keeps connections busy with requests, and tells how long each answer took.

Run as a process of its own: `python bench/load.py PORT CLIENTS SECONDS < requests`. Each line of the input is a unit of
work, a JSON list of paths to get one after the other on one connection. Units are taken in turn, from the beginning
again when they are used up. On standard output, as JSON: how many units were done, the median and the 99th percentile
of their seconds, failures, bytes, and the seconds of the whole run and of the processor.
"""

from __future__ import annotations

import asyncio
import json
import math
import sys
import time
from itertools import cycle
from typing import Any, Final, cast

import uvloop

Unit = tuple[bytes, ...]
_HEAD_END: Final = b"\r\n\r\n"
_LAST_CHUNK: Final = b"0\r\n\r\n"


def request(path: str) -> bytes:
    """A GET as every server here takes it; no compression, so that all send the same."""
    return (f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n").encode()


class Run:
    """What all connections of a run share."""

    def __init__(self, units: list[Unit], until: float) -> None:
        self.units = cycle(units)
        self.until = until
        self.seconds: list[float] = []
        self.failures = 0
        self.bytes = 0


class Client(asyncio.Protocol):
    """One connection that asks again as soon as it is answered."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._left: list[bytes] = []
        self._began = 0.0
        self._head = b""
        self._missing = -1
        self._tail = b""
        self.ended = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._next_unit()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.ended.done():
            self._run.failures += 1
            self.ended.set_result(None)

    def data_received(self, data: bytes) -> None:
        self._run.bytes += len(data)
        if self._missing == -1:
            data = self._read_head(data)
            if self._missing == -1:
                return
        if self._missing >= 0:
            self._missing -= len(data)
            done = self._missing <= 0
        else:
            self._tail = (self._tail + data)[-len(_LAST_CHUNK) :]
            done = self._tail == _LAST_CHUNK
        if done:
            self._answered()

    def _read_head(self, data: bytes) -> bytes:
        """Take the head in, and give what follows it; `_missing` is -2 for an answer in chunks."""
        self._head += data
        end = self._head.find(_HEAD_END)
        if end < 0:
            return b""
        head = self._head[:end].lower()
        if not head.startswith((b"http/1.1 200", b"http/1.1 304")):
            self._run.failures += 1
        at = head.find(b"content-length:")
        self._missing = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else -2
        return self._head[end + len(_HEAD_END) :]

    def _answered(self) -> None:
        self._head, self._tail, self._missing = b"", b"", -1
        if self._left:
            self._transport.write(self._left.pop())
            return
        now = time.perf_counter()
        self._run.seconds.append(now - self._began)
        if now < self._run.until:
            self._next_unit()
        else:
            self.ended.set_result(None)
            self._transport.close()

    def _next_unit(self) -> None:
        self._left = list(reversed(next(self._run.units)))
        self._began = time.perf_counter()
        self._transport.write(self._left.pop())


async def load(port: int, clients: int, seconds: float, units: list[Unit]) -> dict[str, Any]:
    """Ask for so many seconds; a unit that is under way then is awaited, for at most a minute."""
    loop = asyncio.get_running_loop()
    began, used = time.perf_counter(), time.process_time()
    run = Run(units, began + seconds)
    connections = [(await loop.create_connection(lambda: Client(run), "127.0.0.1", port))[1] for _ in range(clients)]
    await asyncio.wait([connection.ended for connection in connections], timeout=seconds + 60)
    times = sorted(run.seconds) or [math.nan]
    return {
        "count": len(run.seconds),
        "p50": times[len(times) // 2],
        "p99": times[len(times) * 99 // 100],
        "failures": run.failures,
        "bytes": run.bytes,
        "wall": time.perf_counter() - began,
        "used": time.process_time() - used,
    }


def main() -> None:
    """Read the units, ask, print."""
    port, clients, seconds = sys.argv[1:]
    units = [tuple(request(path) for path in json.loads(line)) for line in sys.stdin]
    print(json.dumps(uvloop.run(load(int(port), int(clients), float(seconds), units))))


if __name__ == "__main__":
    main()
