"""The figures of all front-door processes as one page: whichever is asked asks the others, and adds up.

`/metrics?own` gives the figures of one process alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PATH: Final = "/metrics"
_OWN: Final = b"own"
_SECONDS: Final = 1.0
_ASK: Final = b"GET /metrics?own HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n"


class SummedFigures:
    """Around an application that gives the figures of its own process; `others` are ports on 127.0.0.1."""

    def __init__(self, app: ASGIApp, others: Sequence[int]) -> None:
        self._app = app
        self._others = others

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != _PATH or scope["query_string"] == _OWN:
            await self._app(scope, receive, send)
            return
        texts = await asyncio.gather(*(_figures_at(port) for port in self._others))

        async def send_all(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = {name.decode(): value.decode() for name, value in message["headers"]}
                headers.pop("content-length", None)
                answer.status_code = message["status"]
                answer.init_headers(headers)
            else:
                own = message.get("body", b"").decode()
                answer.body = summed([own, *texts]).encode()
                answer.headers["Content-Length"] = str(len(answer.body))
                await answer(scope, receive, send)

        answer = Response()
        await self._app({**scope, "headers": _plain(scope)}, receive, send_all)


def _plain(scope: Scope) -> list[tuple[bytes, bytes]]:
    """The headers of the request without those by which the answer would come compressed."""
    return [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]


async def _figures_at(port: int) -> str:
    """The figures of another front; none of one that is just being started again."""
    answer = b""
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(_SECONDS):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(_ASK)
            answer = await reader.read()
            writer.close()
    return answer.partition(b"\r\n\r\n")[2].decode()


def summed(texts: Iterable[str]) -> str:
    """Several pages of figures as one, the values of each figure added up."""
    families: dict[tuple[str, str], dict[str, float]] = {}
    for text in texts:
        family: dict[str, float] = {}
        head = ""
        for line in text.splitlines():
            if line.startswith("# HELP "):
                head = line
            elif line.startswith("# TYPE "):
                family = families.setdefault((head, line), {})
            else:
                name, _, value = line.rpartition(" ")
                family[name] = family.get(name, 0.0) + float(value)
    lines = [line for head, family in families.items() for line in (*head, *map(_sample, family.items()))]
    return "\n".join((*lines, ""))


def _sample(sample: tuple[str, float]) -> str:
    name, value = sample
    return f"{name} {int(value) if value.is_integer() else round(value, 6)}"
