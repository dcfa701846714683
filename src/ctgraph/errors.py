"""Every exception that ctgraph raises on purpose, as one tree.

    CtgraphError
    ├── InputError          a file or text that cannot be taken in
    │   └── RegisterError   a row of the register that breaks its rules
    ├── UsageError          a name or parameter that does not exist or does not fit
    │   ├── UnknownName
    │   ├── InvalidParameters
    │   └── BatchTooLarge
    ├── QueryError          a SPARQL query that cannot be answered
    │   ├── QuerySyntaxError
    │   ├── QueryTooLong
    │   ├── QueryTooComplex
    │   ├── QueryForbidden
    │   ├── QueryTimeout
    │   ├── QueryMemory
    │   ├── QueryAnswerTooLarge
    │   └── QueryAborted
    ├── TextTooLong         a text sent to be read that is above the limit
    ├── ReadingFailed       a text sent to be read for which time or memory did not do
    ├── StoreBusy           no worker is free
    ├── ClientLimit         a client that takes more than its part
    ├── NotFound            an address under which there is nothing
    ├── Withdrawn           an address of what may not be repeated
    ├── NotAcceptable       no format of the answer fits
    ├── MethodNotAllowed    a method that an address does not take
    ├── UnsupportedMedia    a body of a type that is not read
    ├── MalformedHost       a Host header that names no host
    ├── SourceError         an official source that did not give what it was asked for
    ├── CacheError          a download folder that cannot be used
    ├── ReleaseError        a release that is absent, damaged or may not be served
    ├── ServeError          an address that cannot be listened on
    └── ExportError         dumps that could not be written

Raisers pass data; the class writes the message: what, where, what to do.
`status` is the HTTP status that the error becomes, `code` its stable name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


class CtgraphError(Exception):
    """What ctgraph raises on purpose; anything else is a defect."""

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal-error"


class InputError(CtgraphError):
    """A file that cannot be taken in: missing, empty, binary, truncated or hostile."""

    status = 400
    code = "unreadable-input"

    def __init__(self, path: str, reason: str, advice: str) -> None:
        super().__init__(f"{path}: {reason}. {advice}")
        self.path = path
        self.reason = reason
        self.advice = advice


class RegisterError(InputError):
    """A register row that breaks its rules; `line` is the line in the file, from 1."""

    code = "invalid-register"

    def __init__(self, path: str, line: int, reason: str, advice: str) -> None:
        super().__init__(f"{path}:{line}", reason, advice)
        self.line = line


class UsageError(CtgraphError):
    """A name that does not exist, or a value that does not fit; names the known ones."""

    status = 400
    code = "invalid-parameter"

    def __init__(self, what: str, given: str, known: Sequence[str] = ()) -> None:
        hint = f" Known: {', '.join(known)}." if known else ""
        super().__init__(f"{what}: {given!r}.{hint}")
        self.what = what
        self.given = given
        self.known = tuple(known)


class UnknownName(UsageError):
    """A resource or query that does not exist."""

    status = 404
    code = "unknown-name"


class InvalidParameters(UsageError):
    """Every wrong parameter of a request together; `errors` has the `name` and `detail` of each."""

    def __init__(self, errors: Sequence[tuple[str, str]]) -> None:
        super().__init__("Wrong parameters", ", ".join(name for name, _ in errors))
        self.args = (" ".join(f"{name}: {detail}" for name, detail in errors),)
        self.errors = tuple({"name": name, "detail": detail} for name, detail in errors)


class BatchTooLarge(UsageError):
    """More in one request than is answered at a time."""

    status = 413
    code = "batch-too-large"

    def __init__(self, what: str, found: int, limit: int) -> None:
        super().__init__(f"Too many {what} in one request", str(found))
        self.args = (f"The request has {found} {what}; the limit is {limit}. Send them in several requests.",)
        self.found = found
        self.limit = limit


class QueryError(CtgraphError):
    """A query that cannot be answered."""

    status = 400
    code = "invalid-query"


class QuerySyntaxError(QueryError):
    """A query that is no SPARQL 1.1; `line` and `column` count from 1."""

    code = "query-syntax"

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(f"Line {line}, column {column}: {message}. Correct the query there.")
        self.line = line
        self.column = column


class QueryTooLong(QueryError):
    """A query text above the limit; both figures in bytes of UTF-8."""

    status = 413
    code = "query-too-long"

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"The query is {size} bytes long; the limit is {limit}. Split it into smaller ones.")
        self.size = size
        self.limit = limit


class QueryTooComplex(QueryError):
    """A query above a stated limit of nesting, patterns, path steps, operators or values."""

    code = "query-too-complex"

    def __init__(self, measure: str, found: int, limit: int) -> None:
        super().__init__(f"The query has {found} {measure}; the limit is {limit}. Split it into smaller ones.")
        self.measure = measure
        self.found = found
        self.limit = limit


class QueryForbidden(QueryError):
    """SERVICE, LOAD or an update, which this endpoint never carries out."""

    status = 403
    code = "query-forbidden"

    def __init__(self, keyword: str) -> None:
        super().__init__(f"{keyword} is switched off here. Load the data first, and ask without it.")
        self.keyword = keyword


class QueryTimeout(QueryError):
    """A query that ran past its deadline; its worker was killed."""

    status = 503
    code = "query-timeout"

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The query took longer than {seconds:g} s. Ask for less, or set a longer timeout.")
        self.seconds = seconds


class QueryMemory(QueryError):
    """A query that passed the memory limit of a worker; `limit` in bytes."""

    status = 503
    code = "query-memory"

    def __init__(self, limit: int) -> None:
        super().__init__(f"The query needed more than {limit // 1024**2} MiB. Ask for less at a time.")
        self.limit = limit


class QueryAnswerTooLarge(QueryError):
    """An answer whose body passed its limit; it only comes after blocks that were sent already."""

    status = 503
    code = "answer-too-large"

    def __init__(self, limit: int) -> None:
        super().__init__(f"The answer is larger than {limit // 1024**2} MiB. Ask for less at a time.")
        self.limit = limit


class QueryAborted(QueryError):
    """A worker that died on a query, for a reason other than time or memory."""

    status = 500
    code = "query-aborted"

    def __init__(self) -> None:
        super().__init__("The query ended its worker process. Rewrite it in a simpler form.")


class TextTooLong(CtgraphError):
    """A body with a text above the limit, in bytes."""

    status = 413
    code = "text-too-long"

    def __init__(self, limit: int) -> None:
        advice = "Send the text in parts, or read it with `ctgraph extract`"
        super().__init__(f"The body is longer than {limit} bytes. {advice}.")
        self.limit = limit


class ReadingFailed(CtgraphError):
    """A text that could not be read, for a reason that lies with time, memory or the server."""

    status = 503
    code = "reading-failed"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The text could not be read ({reason}). Send it in parts, or read it with `ctgraph extract`.")
        self.reason = reason


class StoreBusy(CtgraphError):
    """All workers are taken; `retry_after` is in seconds."""

    status = 503
    code = "busy"

    def __init__(self, retry_after: int = 1) -> None:
        super().__init__(f"All workers are busy. Try again in {retry_after} s.")
        self.retry_after = retry_after


class ClientLimit(CtgraphError):
    """A client that takes more than its part, which is `limit` of `what`; `retry_after` is in seconds."""

    status = 429
    code = "client-limit"

    def __init__(self, what: str, limit: float, retry_after: int) -> None:
        advice = f"Try again in {retry_after} s; for many answers take the dumps at /export"
        super().__init__(f"One client has at most {limit:g} {what}. {advice}.")
        self.limit = limit
        self.retry_after = retry_after


class NotAcceptable(CtgraphError):
    """No format that the client accepts can be made of this answer."""

    status = 406
    code = "not-acceptable"

    def __init__(self, accept: str, offered: Sequence[str]) -> None:
        super().__init__(f"No format fits {accept!r}. Offered: {', '.join(offered)}.")
        self.offered = tuple(offered)


class NotFound(CtgraphError):
    """An address under which there is nothing."""

    status = 404
    code = "not-found"

    def __init__(self, address: str) -> None:
        super().__init__(f"There is nothing at {address[:500]!r}. See / and /docs for what there is.")


class Withdrawn(CtgraphError):
    """An address of something that was withdrawn; `correction` says by what, with its words in both languages."""

    status = 410
    code = "withdrawn"

    def __init__(self, correction: str, nl: str, en: str, source: str) -> None:
        super().__init__(f"What stood here was withdrawn. {en} See {correction}.")
        self.correction = {"iri": correction, "nl": nl, "en": en, "source": source}


class MethodNotAllowed(CtgraphError):
    """A method, or a parameter of another method, that this address never takes."""

    status = 405
    code = "method-not-allowed"

    def __init__(self, what: str, allowed: Sequence[str]) -> None:
        super().__init__(f"{what} is not allowed here. Allowed: {', '.join(allowed)}.")
        self.allowed = tuple(allowed)


class UnsupportedMedia(CtgraphError):
    """A body of a type that is not read here."""

    status = 415
    code = "unsupported-media-type"

    def __init__(self, given: str, known: Sequence[str]) -> None:
        super().__init__(f"The body is {given[:200] or 'without a type'}. Send {' or '.join(known)}.")


class MalformedHost(CtgraphError):
    """A Host header that names no host; addresses that an answer gives would be made of it."""

    status = 400
    code = "malformed-host"

    def __init__(self, host: str) -> None:
        super().__init__(f"The Host header {host[:200]!r} names no host. Send the host and port of the address.")


class SourceError(CtgraphError):
    """An official source that did not give what it was asked for.

    `where` is the address, `again` says whether a further attempt may help, `wait` how many seconds the source
    asked to wait before it.
    """

    status = 502
    code = "source-failed"

    def __init__(self, where: str, reason: str, again: bool = False, wait: float | None = None) -> None:
        advice = "Run the same command later" if again else "Check the address in a browser"
        super().__init__(f"{where}: {reason}. {advice}.")
        self.where = where
        self.reason = reason
        self.again = again
        self.wait = wait


class CacheError(CtgraphError):
    """A download folder that cannot be used: in use, without room or right to write, or with a damaged journal."""

    code = "cache-unusable"

    def __init__(self, where: str, reason: str, advice: str) -> None:
        super().__init__(f"{where}: {reason}. {advice}.")
        self.where = where
        self.reason = reason


class ReleaseError(CtgraphError):
    """A release that is absent, damaged or may not be served."""

    status = 503
    code = "no-release"

    def __init__(self, where: str, reason: str, advice: str) -> None:
        super().__init__(f"{where}: {reason}. {advice}")
        self.where = where
        self.reason = reason


class ServeError(CtgraphError):
    """An address that cannot be listened on: taken by another process, or not of this machine."""

    code = "address-in-use"

    def __init__(self, host: str, port: int, reason: str) -> None:
        advice = "Name another with --host and --port, or end what listens there"
        super().__init__(f"{host}:{port}: it cannot be listened on ({reason}). {advice}.")
        self.host = host
        self.port = port
        self.reason = reason


class ExportError(CtgraphError):
    """Dumps that could not be written: no right to write there, or a full disk."""

    code = "export-failed"

    def __init__(self, where: str, reason: str) -> None:
        advice = "Free space there or name another folder; what stood there under a final name is whole"
        super().__init__(f"{where}: the dumps could not be written ({reason}). {advice}.")
        self.where = where
        self.reason = reason
