"""Releases and dumps that cannot be read or written."""

from __future__ import annotations

from ctgraph.errors.root import CtgraphError


class ReleaseError(CtgraphError):
    """A release that is absent, damaged or may not be served."""

    status = 503
    code = "no-release"

    def __init__(self, where: str, reason: str, advice: str) -> None:
        super().__init__(f"{where}: {reason}. {advice}")
        self.where = where
        self.reason = reason


class ExportError(CtgraphError):
    """Dumps that could not be written: no right to write there, or a full disk."""

    code = "export-failed"

    def __init__(self, where: str, reason: str) -> None:
        advice = "Free space there or name another folder; what stood there under a final name is whole"
        super().__init__(f"{where}: the dumps could not be written ({reason}). {advice}.")
        self.where = where
        self.reason = reason
