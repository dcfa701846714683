"""What cannot be taken in: files, rows, answers of publishers, texts sent to be read."""

from __future__ import annotations

from ctgraph.errors.root import CtgraphError


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
