"""Queries that cannot be answered, and why."""

from __future__ import annotations

from typing import Final

from ctgraph.errors.root import CtgraphError

_LESS: Final = "ask for less at a time, or ask a copy of your own, made of the dumps at /export."


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
        super().__init__(
            f"The query took longer than {seconds:g} s. Set a longer timeout if this server grants one, {_LESS}"
        )
        self.seconds = self.limit = seconds


class QueryMemory(QueryError):
    """A query that passed the memory limit of a worker; `limit` in bytes."""

    status = 503
    code = "query-memory"

    def __init__(self, limit: int) -> None:
        super().__init__(f"The query needed more than {limit // 1024**2} MiB. So {_LESS}")
        self.limit = limit


class QueryAnswerTooLarge(QueryError):
    """An answer whose body passed its limit; it only comes after blocks that were sent already."""

    status = 503
    code = "answer-too-large"

    def __init__(self, limit: int) -> None:
        super().__init__(f"The answer is larger than {limit // 1024**2} MiB. So {_LESS}")
        self.limit = limit


class QueryAborted(QueryError):
    """A worker that died on a query, for a reason other than time or memory."""

    status = 500
    code = "query-aborted"

    def __init__(self) -> None:
        super().__init__("The query ended its worker process. Rewrite it in a simpler form.")


class ReleaseUnreadable(QueryError):
    """A query that met a part of the release which the disk has damaged."""

    status = 503
    code = "release-damaged"

    def __init__(self) -> None:
        super().__init__("A part of the release cannot be read from the disk. Whoever serves it must build it again.")
