"""The root of the tree."""

from __future__ import annotations

from typing import ClassVar


class CtgraphError(Exception):
    """What ctgraph raises on purpose; anything else is a defect."""

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal-error"
