"""Set blocks of a structured source as one stored text, and make its flows, notes, headings and places on the way.

The stored text of an XML paper, a web page or an office file is this setting: paragraphs with a blank line between
them, lines that belong together with none, table cells with tabs, the notes with their numbers behind the text. It is
the same for the same source. Nothing of the layout is guessed, because the source says what is a note or a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ctgraph.model.document import Flow, Heading, Note, Span
from ctgraph.text.flowing import FlowBuilder

Joint = Literal["paragraph", "line", "cell", "space"]
_JOINTS = {"paragraph": "\n\n", "line": "\n", "cell": "\t", "space": " "}
"""What stands between a block and the one before it. In a flow it is always a line end."""

_RAISED = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
"""Marks of notes are printed raised, so that "2023" with note 1 does not read as a number; there is no raised q."""
# White space of XML but for one space: where a source ends its lines, "\n  ". Not the space between words, which stays
# as it is, nor a no-break space, which is a sign of the text.
_WHITE = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")


class Words(Struct, frozen=True):
    """Text inside a block; `fields` names what of the header these words print (`title`, `date`)."""

    text: str
    fields: tuple[str, ...] = ()


class Mark(Struct, frozen=True):
    """The mark of a note, with the text of the note; without text for a note that stands elsewhere."""

    number: str
    blocks: tuple[Block, ...] = ()


Run = Words | Mark


class Block(Struct, frozen=True):
    """A paragraph, a line or a cell. `furniture` is kept in the stored text and left out of the flows."""

    runs: tuple[Run, ...]
    joint: Joint = "paragraph"
    heading: bool = False
    furniture: bool = False

    def joined(self, joint: Joint) -> Block:
        """The same block behind another joint."""
        return self if self.joint == joint else replace(self, joint=joint)


class Set(Struct, frozen=True):
    """A text with its parts; offsets as in `Document`. `places` has the spans of the header's fields, sorted."""

    text: str
    body: Flow
    notes: tuple[Note, ...]
    headings: tuple[Heading, ...]
    paragraphs: tuple[int, ...]
    furniture: tuple[Span, ...]
    places: tuple[tuple[str, Span], ...]


def words(*texts: str, fields: tuple[str, ...] = ()) -> tuple[Run, ...]:
    """A run of words for a block."""
    return tuple(Words(text, fields) for text in texts)


def together(blocks: Sequence[Block]) -> list[Block]:
    """Blocks that belong together: no blank line between them."""
    return [*blocks[:1], *(b.joined("line") if b.joint == "paragraph" else b for b in blocks[1:])]


def tidy(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Each stretch of white space as one space, none at the ends; words of the same fields in one piece."""
    if len(runs) == 1 and isinstance(runs[0], Words):
        # Most paragraphs are that simple.
        text = _WHITE.sub(" ", runs[0].text).strip(" ")
        return (Words(text, runs[0].fields),) if text else ()
    made: list[Run] = []
    open_space = True
    for run in runs:
        if isinstance(run, Mark):
            made.append(run)
            continue
        text = _WHITE.sub(" ", run.text)
        if open_space:
            text = text.removeprefix(" ")
        if not text:
            continue
        open_space = text[-1] == " "
        last = made[-1] if made else None
        if isinstance(last, Words) and last.fields == run.fields:
            made[-1] = Words(last.text + text, run.fields)
        else:
            made.append(Words(text, run.fields))
    return _without_last_space(made)


def _without_last_space(made: list[Run]) -> tuple[Run, ...]:
    for index in range(len(made) - 1, -1, -1):
        run = made[index]
        if isinstance(run, Words):
            kept = run.text.removesuffix(" ")
            made[index : index + 1] = [Words(kept, run.fields)] if kept else []
            break
    return tuple(made)


def set_text(blocks: Iterable[Block]) -> Set:
    """Set the blocks in their order, then the notes in the order of their marks."""
    setter = _Setter()
    for block in blocks:
        setter.block(block)
    return setter.close()


class _Marked(Struct, frozen=True):
    """A note to be set behind the text, with the place of its mark."""

    mark: Mark
    span: Span
    anchor: int | None


class _Setter:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._body = FlowBuilder("body", frozenset())
        self._marked: list[_Marked] = []
        self._headings: list[Heading] = []
        self._paragraphs: list[int] = []
        self._furniture: list[Span] = []
        self._places: list[tuple[str, Span]] = []

    def block(self, block: Block) -> None:
        """Set a block of the text."""
        self._join(block.joint)
        if not block.runs:
            return
        start = self._length
        if block.furniture:
            self._runs(block.runs, None)
            self._furniture.append(Span(start, self._length))
            return
        clean = self._body.length + 1 if self._body.length else 0
        self._runs(block.runs, self._body)
        if self._body.length > clean:
            self._paragraphs.append(clean)
            if block.heading:
                self._headings.append(Heading(clean, self._body.length))

    def close(self) -> Set:
        """Set the notes and give the whole."""
        body = self._body.build()
        notes: list[Note] = []
        # A note may hold a mark of its own, whose note then follows.
        while len(notes) < len(self._marked):
            notes.append(self._note(self._marked[len(notes)], first=not notes))
        self._write("\n" if self._parts else "")
        return Set(
            text="".join(self._parts),
            body=body,
            notes=tuple(notes),
            headings=tuple(self._headings),
            paragraphs=tuple(self._paragraphs),
            furniture=tuple(self._furniture),
            places=tuple(sorted(self._places)),
        )

    def _note(self, marked: _Marked, first: bool) -> Note:
        mark = marked.mark
        self._join("paragraph" if first else "line")
        start = self._length
        self._write(f"{mark.number} ")
        flow = FlowBuilder(f"note-{mark.number}", frozenset())
        for index, block in enumerate(mark.blocks):
            if index:
                self._join("line" if block.joint == "paragraph" else block.joint)
            self._runs(block.runs, flow)
        return Note(mark.number, Span(start, self._length), flow.build(), marked.span, marked.anchor)

    def _runs(self, runs: Sequence[Run], flow: FlowBuilder | None) -> None:
        if flow is not None and any(isinstance(run, Words) for run in runs):
            flow.line(self._length, "", "\n")
        begun: Mapping[str, int] = {}
        for run in runs:
            if isinstance(run, Mark):
                self._mark(run, flow)
                continue
            begun = self._place(run, begun)
            if flow is not None:
                flow.add(self._length, run.text)
            self._write(run.text)

    def _mark(self, mark: Mark, flow: FlowBuilder | None) -> None:
        start = self._length
        self._write(mark.number.translate(_RAISED))
        if mark.blocks:
            anchor = flow.length if flow is self._body else None
            self._marked.append(_Marked(mark, Span(start, self._length), anchor))

    def _place(self, run: Words, begun: Mapping[str, int]) -> Mapping[str, int]:
        """Note where fields are printed; `begun` has the places of the words before, which go on if these print them.

        Gives the places that may go on behind these words.
        """
        inner = run.text.strip()
        start = self._length + (run.text.index(inner) if inner else 0)
        going = {name: begun[name] for name in run.fields if name in begun}
        if not inner:
            return going
        for name in run.fields:
            if name not in going:
                going[name] = len(self._places)
                self._places.append((name, Span(start, start)))
            _, place = self._places[going[name]]
            self._places[going[name]] = (name, Span(place.start, start + len(inner)))
        return going

    def _join(self, joint: Joint) -> None:
        if self._length:
            self._write(_JOINTS[joint])

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
