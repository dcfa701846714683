"""A server on 127.0.0.1 that plays the official hosts, as a mirror: `/repository.overheid.nl/…`, with faults on order."""

from __future__ import annotations

import hashlib
import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, unquote, urlsplit

from msgspec import Struct

from ctgraph.settings import FetchLimits

Query = Mapping[str, str]
Respond = Callable[[Query], bytes | None]
"""A body made of the parameters of a question; None is a 404."""

HTML_ERROR = b"<!DOCTYPE html><html><head><title>Storing</title></head><body>Even geduld</body></html>"


class Fault(Struct, frozen=True):
    """What goes wrong: a status, headers, another body, or what happens to the body on its way.

    `sent` is the share of the body that is sent before the connection is closed; `declared` is added to its true
    length in the header; `delay` is the time in seconds between blocks of 100 bytes.
    """

    status: int = 200
    headers: Mapping[str, str] = {}
    body: bytes | None = None
    sent: float = 1.0
    declared: int = 0
    delay: float = 0.0


class Request(Struct, frozen=True):
    """One that was received: the official address behind it, its headers, and the status that it got."""

    address: str
    headers: Message
    status: int
    at: float


@dataclass(slots=True)
class _Rule:
    pattern: re.Pattern[str]
    fault: Fault
    left: int


class ReplayServer:
    """`with ReplayServer(files, questions) as server`; `server.limits` point a client at it."""

    def __init__(
        self, files: Mapping[str, bytes], questions: Mapping[str, Respond] | None = None, validators: bool = True
    ) -> None:
        self.files = dict(files)
        self.questions = dict(questions or {})
        self.validators = validators
        self.requests: list[Request] = []
        self.most_at_once = 0
        self._at_once = 0
        self._rules: list[_Rule] = []
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Headers and body leave in two writes; without this the second waits for an acknowledgement.
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                outer.serve(self)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: object, client_address: object) -> None:
                """A client that was killed, or has seen enough, is no error of this server."""

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def mirror(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def limits(self) -> FetchLimits:
        """Those of a client that asks this server, and does not let a test wait."""
        return FetchLimits(mirror=self.mirror, interval=0.0, attempts=3, backoff=0.01, silence=2.0, deadline=5.0)

    def fail(self, pattern: str, fault: Fault, times: int = 1_000_000) -> None:
        """Answer so many of the requests whose official address the pattern is found in with the fault."""
        self._rules.append(_Rule(re.compile(pattern), fault, times))

    def heal(self) -> None:
        """Answer everything rightly again, and forget what was asked."""
        self._rules.clear()
        self.requests.clear()

    def addresses(self, part: str = "") -> list[str]:
        """The official addresses that were asked for, those with the part in them."""
        return [request.address for request in self.requests if part in request.address]

    def serve(self, handler: BaseHTTPRequestHandler) -> None:
        address = "https:/" + handler.path
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            self._send(handler, address, self._fault(address))
        finally:
            with self._lock:
                self._at_once -= 1

    def _fault(self, address: str) -> Fault:
        with self._lock:
            rule = next((rule for rule in self._rules if rule.left and rule.pattern.search(unquote(address))), None)
            if rule is None:
                return Fault()
            rule.left -= 1
            return rule.fault

    def _send(self, handler: BaseHTTPRequestHandler, address: str, fault: Fault) -> None:
        body = fault.body if fault.body is not None else self._body(address)
        status = 404 if body is None and fault.status == 200 else fault.status
        body = body or b""
        headers = dict(fault.headers)
        if self.validators and status == 200 and fault.body is None:
            headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            headers["Last-Modified"] = "Wed, 06 Jul 2022 10:00:00 GMT"
            if handler.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
        with self._lock:
            self.requests.append(Request(address, handler.headers, status, time.monotonic()))
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body) + fault.declared))
        handler.end_headers()
        self._write(handler, body[: int(len(body) * fault.sent)], fault)
        if fault.sent < 1 or fault.declared:
            handler.close_connection = True

    @staticmethod
    def _write(handler: BaseHTTPRequestHandler, body: bytes, fault: Fault) -> None:
        if not fault.delay:
            handler.wfile.write(body)
            return
        for at in range(0, len(body), 100):
            handler.wfile.write(body[at : at + 100])
            handler.wfile.flush()
            time.sleep(fault.delay)

    def _body(self, address: str) -> bytes | None:
        parts = urlsplit(address)
        question = self.questions.get(f"{parts.netloc}{parts.path}")
        if question is not None:
            return question(dict(parse_qsl(parts.query)))
        return self.files.get(f"{parts.netloc}{parts.path}")
