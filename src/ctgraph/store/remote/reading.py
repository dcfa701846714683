"""What a store sent, read and written anew in the format that was asked for; runs in a thread of its own.

Nothing is passed on unread: a body that is cut, has an error message in its middle, or is a page in HTML does not
parse. Results come as XML, whose end can be told, in which a row is an element that can be counted, and which keeps the
form of numbers and truth values where Virtuoso's JSON does not.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from typing import IO, Final, cast

import pyoxigraph
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store

from ctgraph.namespaces import PREFIXES
from ctgraph.store.backend import Form
from ctgraph.store.formats import GRAPHS, PREFIXED, RESULTS

Fetch = Callable[[], bytes]
"""Gives the next block; an empty one at the end."""
_ROW: Final = b"<result>"
_TAIL: Final = len(_ROW) - 1
_VIRTUOSO_ASK: Final = "__ASK_RETVAL"
_READ_BYTES: Final = 64 * 1024
# White space at the edges of a literal, which pyoxigraph 0.5.13 drops unless it is written as a reference, as Oxigraph
# does. `<literal xml:lang="nl"> a </literal>`; not between other tags, nor after a `>` within the text.
_LEADING: Final = re.compile(rb"(<literal(?: [^<>]*)?>)([ \t\r\n]+)")
_TRAILING: Final = re.compile(rb"([ \t\r\n]+)(?=</literal>)")


class Source:
    """The bytes of an answer as a file that counts the rows going by."""

    def __init__(self, fetch: Fetch, is_results: bool) -> None:
        self._fetch = fetch
        self._is_results = is_results
        self._ready = b""
        self._rest = b""
        self._ended = False
        self.rows = 0

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; none at the end."""
        while not self._ready and not self._ended:
            block = self._fetch()
            self._ended = not block
            self._ready = self._prepared(block) if self._is_results else block
        wanted = len(self._ready) if size < 0 else size
        given, self._ready = self._ready[:wanted], self._ready[wanted:]
        return given

    def _prepared(self, block: bytes) -> bytes:
        """Count rows, and mark white space; what follows the last `<` waits for the next block."""
        data = self._rest + block
        end = len(data) if self._ended else max(data.rfind(b"<"), 0)
        spaces = len(data[:end]) - len(data[:end].rstrip()) if not self._ended else 0
        whole, self._rest = data[: end - spaces], data[end - spaces :]
        self.rows += whole.count(_ROW)
        marked = _LEADING.sub(lambda found: found[1] + _references(found[2]), whole)
        return _TRAILING.sub(lambda found: _references(found[1]), marked)


def _references(spaces: bytes) -> bytes:
    return b"".join(b"&#%d;" % space for space in spaces)


def transcode(source: Source, media_type: str, form: Form, wanted: str, output: IO[bytes]) -> None:
    """Write what `source` holds to `output` as `wanted`; raises SyntaxError or ValueError for what is no answer.

    What pyoxigraph makes has to end in this thread. An error holds on to it by its frames, and leaves the thread.
    """
    try:
        _transcode(source, media_type, form, wanted, output)
    except BaseException as error:
        traceback.clear_frames(error.__traceback__)
        raise


def _transcode(source: Source, media_type: str, form: Form, wanted: str, output: IO[bytes]) -> None:
    file = cast(IO[bytes], source)  # pyoxigraph needs `read` only
    if wanted in GRAPHS:
        triples = pyoxigraph.parse(file, format=RdfFormat.from_media_type(media_type), lenient=True)
        prefixes = dict(PREFIXES) if wanted in PREFIXED else None
        pyoxigraph.serialize((quad.triple for quad in triples), output, GRAPHS[wanted], prefixes=prefixes)
        return
    found = pyoxigraph.parse_query_results(file, QueryResultsFormat.XML)
    if form == "ask":
        found = _truth(found)
    found.serialize(output, RESULTS[wanted])
    _expect_end(file)


def _expect_end(file: IO[bytes]) -> None:
    """The parser stops at the end of the rows or of the truth value; what follows is the end tag and nothing else."""
    rest = b""
    while len(rest) < _READ_BYTES and (more := file.read(_READ_BYTES)):
        rest += more
    if rest.strip() not in (b"", b"</sparql>"):
        raise ValueError("something follows the end of the answer")


def _truth(found: QuerySolutions | QueryBoolean) -> QueryBoolean:
    """The answer to ASK; Virtuoso 7.2 gives a row for yes and none for no."""
    if isinstance(found, QueryBoolean):
        return found
    if [variable.value for variable in found.variables] != [_VIRTUOSO_ASK]:
        raise ValueError("rows came in answer to ASK")
    truth = Store().query("ASK {}" if list(found) else "ASK { FILTER(false) }")
    assert isinstance(truth, QueryBoolean)
    return truth
