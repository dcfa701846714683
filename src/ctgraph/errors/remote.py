"""A store on another machine that does not answer, or not with the truth."""

from __future__ import annotations

from ctgraph.errors.queries import QueryError


class StoreFailed(QueryError):
    """A remote store that cannot be reached, or that sent what is no answer; `where` names it without credentials."""

    status = 502
    code = "store-failed"

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"The store at {where} gave no answer: {reason[:500]}. Ask again later.")
        self.where = where
        self.reason = reason


class AnswerCut(QueryError):
    """A remote store that gave fewer rows than there are, and called that an answer; `rows` is how many it gave."""

    status = 502
    code = "answer-cut"

    def __init__(self, where: str, rows: int) -> None:
        advice = "Ask for less at a time with LIMIT, or take the dumps at /export"
        super().__init__(f"The store at {where} cut the answer off after {rows} rows. {advice}.")
        self.where = where
        self.rows = rows


class ReleaseChanged(QueryError):
    """Another release took the place of the one that was answering, before its answer was whole."""

    status = 503
    code = "release-changed"

    def __init__(self, release: str) -> None:
        super().__init__(f"Release {release} was replaced while it answered. Ask again.")
        self.release = release
