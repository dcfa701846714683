"""What a reader makes of one file: a text to read on, what the source says as data, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ctgraph.model.document import Document
from ctgraph.model.loans import Loan

if TYPE_CHECKING:
    # For the annotation only: the forty classes of official records are not made for a text.
    from ctgraph.model.official import Sourced


class Intake(Struct, frozen=True):
    """`format` is the reader's name. `unknown` counts elements or fields that the reader does not know and kept as
    text, by name, so that a change of a format shows; `remarks` say what a person should know, such as an id that
    contradicts the metadata; `loans` are what rows of other files may need of its own.
    """

    format: str
    document: Document | None = None
    records: tuple[Sourced, ...] = ()
    unknown: tuple[tuple[str, int], ...] = ()
    remarks: tuple[str, ...] = ()
    loans: tuple[Loan, ...] = ()
