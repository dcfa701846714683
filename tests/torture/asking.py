"""A client that tells a whole answer from a cut one, on one connection at a time."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress
from typing import Final, Self
from urllib.parse import quote, urlencode

from msgspec import Struct

GONE: Final = 0
"""In the place of a status: no connection, or none that answered."""
FORM: Final = "application/x-www-form-urlencoded"


class Answer(Struct, frozen=True):
    """An answer; `whole` says that it ended as HTTP ends one."""

    status: int
    headers: dict[str, str]
    body: bytes
    whole: bool
    seconds: float

    @property
    def code(self) -> str:
        """The code of a problem; empty for anything else."""
        if not self.headers.get("content-type", "").startswith("application/problem+json"):
            return ""
        return str(json.loads(self.body).get("code", ""))


class Client:
    """One visitor: a local proxy names its address, so that many can come from one machine."""

    def __init__(self, port: int, address: str, seconds: float = 60) -> None:
        self._port = port
        self._address = address
        self._seconds = seconds
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.hang_up()

    def hang_up(self) -> None:
        """Close the connection, whatever is under way."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None

    async def query(self, text: str, accept: str = "*/*") -> Answer:
        """Ask a query, by POST where it is long."""
        if len(text) > 2_000:
            body = urlencode({"query": text}).encode()
            return await self.ask("POST", "/sparql", {"Accept": accept, "Content-Type": FORM}, body)
        return await self.ask("GET", f"/sparql?query={quote(text, safe='')}", {"Accept": accept})

    async def ask(self, method: str, target: str, headers: dict[str, str] | None = None, body: bytes = b"") -> Answer:
        """Send a request, and take what comes; a connection that the server closed meanwhile is made anew."""
        sent = {"Host": "127.0.0.1", "X-Forwarded-For": self._address, **(headers or {})}
        if body:
            sent["Content-Length"] = str(len(body))
        head = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
        request = f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode() + body
        began = time.monotonic()
        kept = self._streams is not None
        answer = await self._exchange(request, method, began)
        if kept and answer.status == GONE:
            answer = await self._exchange(request, method, began)
        return answer

    async def _exchange(self, request: bytes, method: str, began: float) -> Answer:
        status, headers, body, whole = GONE, dict[str, str](), bytearray(), False
        with suppress(OSError, EOFError, ValueError, TimeoutError):
            async with asyncio.timeout(self._seconds):
                reader, writer = await self._connected()
                writer.write(request)
                await writer.drain()
                status, headers = await _head(reader)
                whole = await _body(reader, method, status, headers, body)
        if not whole or headers.get("connection") == "close":
            self.hang_up()
        return Answer(status, headers, bytes(body), whole, time.monotonic() - began)

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        return self._streams


async def _head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines[1:] if line)
    return int(lines[0].split(" ")[1]), {name.lower(): value.strip() for name, _, value in pairs}


async def _body(
    reader: asyncio.StreamReader, method: str, status: int, headers: dict[str, str], into: bytearray
) -> bool:
    """Read a body; True when it ended as it should."""
    if method == "HEAD" or status in (204, 304):
        return True
    if "content-length" in headers:
        into += await reader.readexactly(int(headers["content-length"]))
        return True
    while size := int(await reader.readuntil(b"\r\n"), 16):
        into += (await reader.readexactly(size + 2))[:-2]
    await reader.readexactly(2)
    return True
