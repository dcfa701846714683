"""A store in a thread of the test: answers as a good one, and to questions about `LIE` whatever it was told to say."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, QueryResultsFormat, QueryTriples, RdfFormat, Store, serialize

from ctgraph.settings import RemoteStore, Settings

LIE = "http://example.org/lie"
XML = "application/sparql-results+xml"
NT = "application/n-triples"


@dataclass
class Liar:
    """`says` is the whole response to a question about LIE, `first` is called before it is given.

    After `writes` requests that write, the next ones fail.
    """

    store: Store = field(default_factory=Store)
    says: bytes = b""
    first: Callable[[], None] = lambda: None
    pause: float = 0
    writes: int | None = None
    asked: list[dict[str, list[str]]] = field(default_factory=list)

    def answer(self, form: dict[str, list[str]]) -> bytes:
        """The response to a form."""
        self.asked.append(form)
        if "update" in form:
            return self.written(lambda: self.store.update(form["update"][0]))
        (query,) = form["query"]
        if LIE in query and "COUNT(*)" not in query:
            self.first()
            time.sleep(self.pause)
            return self.says or self._result(form)
        return self._result(form)

    def written(self, work: Callable[[], None]) -> bytes:
        """Write, unless it may not any more."""
        if self.writes is not None:
            if self.writes == 0:
                return response(b"disk full", "text/plain", status="500 Internal Server Error")
            self.writes -= 1
        work()
        return b"HTTP/1.1 204 No Content\r\n\r\n"

    def _result(self, form: dict[str, list[str]]) -> bytes:
        default: list[NamedNode | BlankNode | DefaultGraph] = [
            NamedNode(name) for name in form.get("default-graph-uri", [])
        ]
        named: list[NamedNode | BlankNode] = [NamedNode(name) for name in form.get("named-graph-uri", [])]
        if default or named:
            results = self.store.query(form["query"][0], default_graph=default, named_graphs=named)
        else:
            results = self.store.query(form["query"][0])
        if not isinstance(results, QueryTriples):
            return response(results.serialize(format=QueryResultsFormat.XML) or b"", XML)
        output = BytesIO()
        serialize(results, output, RdfFormat.N_TRIPLES)
        return response(output.getvalue(), NT)


def response(body: bytes, media_type: str, *headers: str, status: str = "200 OK") -> bytes:
    """A whole response, its length said."""
    lines = (f"HTTP/1.1 {status}", f"Content-Type: {media_type}", f"Content-Length: {len(body)}", *headers)
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode() + body


def rows(count: int, text: str = "x") -> bytes:
    """An answer of so many rows with one column."""
    row = f'<result><binding name="x"><literal>{text}</literal></binding></result>'
    head = (
        '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="x"/></head>'
    )
    return f"{head}<results>{row * count}</results></sparql>".encode()


class _Server(ThreadingHTTPServer):
    liar: Liar


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        body = self._body()
        if self._graph():
            self._send(self.server.liar.written(lambda: self._add(body)))
        else:
            self._send(self.server.liar.answer(parse_qs(body.decode())))

    def do_PUT(self) -> None:
        body = self._body()

        def replace() -> None:
            self._remove()
            self._add(body)

        self._send(self.server.liar.written(replace))

    def do_DELETE(self) -> None:
        self._send(self.server.liar.written(self._remove))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers["Content-Length"]))

    def _graph(self) -> str:
        return parse_qs(urlsplit(self.path).query).get("graph", [""])[0]

    def _remove(self) -> None:
        self.server.liar.store.remove_graph(NamedNode(self._graph()))

    def _add(self, body: bytes) -> None:
        self.server.liar.store.load(body, RdfFormat.N_TRIPLES, to_graph=NamedNode(self._graph()))

    def _send(self, answer: bytes) -> None:
        self.close_connection = True
        with suppress(ConnectionError):  # who asked has left
            self.wfile.write(answer.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))


@contextmanager
def served(liar: Liar, graphs: bool = False) -> Iterator[Settings]:
    """Serve it on loopback; the settings with which it is spoken to, by the Graph Store Protocol if `graphs`."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.liar = liar
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    where = f"http://127.0.0.1:{server.server_port}"
    try:
        yield Settings(
            store=f"{where}/sparql", remote=RemoteStore(retire=0, graphs=f"{where}/graphs" if graphs else "")
        )
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
