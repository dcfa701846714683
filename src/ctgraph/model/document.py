"""A document as the pipeline sees it: one stored text, and the reading flows cut out of it.

Offsets are Unicode code points into `Document.text`, half-open. A flow is text to read on end
(the body, or one footnote): line ends joined, hyphens resolved, page furniture and note marks left out.
Each flow knows where each of its characters came from.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from datetime import date

from msgspec import Struct, field


class Span(Struct, frozen=True, order=True):
    """A stretch of `Document.text`: code points, half-open."""

    start: int
    end: int


class Flow(Struct, frozen=True):
    """Clean text with a map back: from the clean offset `starts[i]` on, characters come from `origins[i]` on."""

    name: str
    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, position: int) -> int:
        """The raw offset of the clean character at `position`."""
        segment = bisect_right(self.starts, position) - 1
        return self.origins[segment] + position - self.starts[segment]


class Note(Struct, frozen=True):
    """A footnote: its printed number, its mark in the body, and its text as a flow of its own.

    `anchor` is the clean offset in the body flow at which the mark stood; None if no mark was found.
    `body` runs from the number at the page end to the last character of the note.
    """

    number: str
    body: Span
    flow: Flow
    mark: Span | None = None
    anchor: int | None = None


class Heading(Struct, frozen=True):
    """A heading of the body: clean offsets in the body flow."""

    start: int
    end: int


class Header(Struct, frozen=True):
    """What a paper prints about itself; empty where it prints nothing.

    `spans` gives, by field name, where in the raw text it is printed.
    """

    identifier: str = ""
    dossiers: tuple[str, ...] = ()
    dossier_title: str = ""
    kind: str = ""
    title: str = ""
    session_year: str = ""
    chamber: str = ""
    date: date | None = None
    spans: tuple[tuple[str, Span], ...] = ()


class Document(Struct, frozen=True):
    """One text version of one paper. `digest` is the SHA-256 of the text in UTF-8 (`textDigest`)."""

    id: str
    text: str
    digest: str
    body: Flow
    date: date | None = None
    header: Header = field(default_factory=Header)
    notes: tuple[Note, ...] = ()
    headings: tuple[Heading, ...] = ()
    paragraphs: tuple[int, ...] = ()
    """Clean offsets in the body at which a paragraph starts, ascending; the first is 0."""
    furniture: tuple[Span, ...] = ()
    reader: str = "text"

    @property
    def flows(self) -> tuple[Flow, ...]:
        """The body first, then the notes in order."""
        return (self.body, *(note.flow for note in self.notes))

    def span(self, flow: Flow, start: int, end: int) -> Span:
        """Map clean offsets of a flow to the raw text; a combining mark stays with its letter."""
        starts, origins = flow.starts, flow.origins
        segment = bisect_right(starts, start) - 1
        first = origins[segment] + start - starts[segment]
        # Most stretches end in the segment in which they start.
        if segment + 1 < len(starts) and starts[segment + 1] < end:
            last = flow.origin(end - 1) + 1
        else:
            last = origins[segment] + end - starts[segment]
        # No combining mark stands below U+0300, so most characters are decided without a look-up.
        while self.text[last : last + 1] >= "\u0300" and unicodedata.combining(self.text[last]):
            last += 1
        return Span(first, last)

    def quote(self, span: Span) -> str:
        """The words of the source at a span, exactly as stored."""
        return self.text[span.start : span.end]
