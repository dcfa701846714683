"""Answers of stores that could not be started here, composed after what is known of them (`composed/`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from ctgraph.errors import CtgraphError, QueryError, QueryTimeout, StoreFailed
from ctgraph.store.backend import Backend, Form
from ctgraph.store.releases import Release
from ctgraph.store.remote.backend import RemoteBackend
from ctgraph.store.remote.loading import load_release
from store.remote.asking import Running, ask, running
from store.remote.liar import LIE, Liar, served

COMPOSED = Path(__file__).with_name("composed")
ROWS = b"x,y\r\nhttps://w3id.org/ctgraph/id/law/BWBR0005212,true\r\n, Paspoortwet \r\n"
TRIPLE = (
    b'<https://w3id.org/ctgraph/id/law/BWBR0005212> <http://www.w3.org/2000/01/rdf-schema#label> "Paspoortwet"@nl .\n'
)
ASKED: dict[str, tuple[str, Form, str]] = {
    "select": (f"SELECT ?x ?y {{ VALUES (?x ?y) {{ (<{LIE}> 1) }} }}", "select", "text/csv"),
    "ask": (f"ASK {{ <{LIE}> ?p ?o }}", "ask", "text/csv"),
    "construct": (f"CONSTRUCT WHERE {{ <{LIE}> ?p ?o }}", "construct", "application/n-triples"),
}
WHOLE = {"select": ROWS, "ask": b"true", "construct": TRIPLE}
FAILED: dict[str, tuple[type[CtgraphError], str]] = {
    "time": (QueryTimeout, "longer than"),
    "syntax": (QueryError, "does not take this query: Parse error: Encountered"),
    "type": (StoreFailed, "sent application/qlever-results"),
}


@pytest.fixture(scope="module")
def liar() -> Liar:
    return Liar()


@pytest.fixture(scope="module")
def remote(liar: Liar, release: Release) -> Iterator[Running]:
    """A backend on a store that says what it is told."""
    with served(liar) as settings:
        own = replace(settings, data=release.path.parents[1], workers=2)
        load_release(own, release, lambda *_: None)
        with running(RemoteBackend, own) as started:
            yield started


def response(path: Path) -> bytes:
    """The response in a file: comments off, line ends of HTTP in the head, the body in two chunks."""
    lines = path.read_bytes().split(b"\n")
    while lines[0].startswith(b"#"):
        del lines[0]
    head, _, body = b"\n".join(lines).partition(b"\n\n")
    middle = len(body) // 2
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:middle], body[middle:], b""))
    return head.replace(b"\n", b"\r\n") + b"\r\n\r\n" + chunks


@pytest.mark.parametrize("path", sorted(COMPOSED.glob("*.http")), ids=lambda path: path.stem)
def test_what_other_stores_say(liar: Liar, remote: Running, path: Path) -> None:
    """An answer is read whole; a failure becomes the error that it is."""
    kind = path.stem.partition("-")[2]
    query, form, media_type = ASKED.get(kind, ASKED["select"])

    async def work(backend: Backend) -> None:
        liar.says = response(path)
        if kind in WHOLE:
            assert await ask(backend, query, form, media_type) == WHOLE[kind]
        else:
            error, words = FAILED[kind]
            with pytest.raises(error, match=words):
                await ask(backend, query, form, media_type)

    remote.run(work)


def test_every_file_says_what_it_is() -> None:
    """The first line tells that an answer was composed."""
    assert [path.name for path in COMPOSED.glob("*.http") if not path.read_text().startswith("# Composed, ")] == []
