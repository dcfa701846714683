"""What was asked wrongly: names, parameters, batches."""

from __future__ import annotations

from collections.abc import Sequence

from ctgraph.errors.root import CtgraphError


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
