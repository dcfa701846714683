"""Set a marked text as a PDF's text layer gives it, or as a web page does, and find the marked words again.

A PDF gives wrapped lines with a space at their end, the footnotes of a page below its text (the first line of a long
note apart from the rest), and the printer's lines at its foot. A web page gives a paragraph on one line and all
footnotes at the end, each announced by "X Noot".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from msgspec import Struct

from scoring import Annotation
from variants.marking import Marks, Run
from variants.wrapping import Piece, wrap


class Block(Struct, frozen=True):
    """A part of a text: a paragraph that is wrapped, or lines that stay as they are."""

    marked: str
    kind: Literal["paragraph", "lines"] = "paragraph"


class Setting(Struct, frozen=True):
    """How a paper is set. `foot` gives the marked lines at the foot of a page by its number."""

    width: int = 72
    note_width: int = 98
    page: int = 46
    hyphenate: bool = True
    parted_notes: bool = True
    trailing: bool = True
    """Whether the space at which a line was broken stays at its end."""
    foot: Callable[[int], str] | None = None


@dataclass
class _Sheet:
    """The text so far, with the places of what was marked."""

    marks: Marks
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: dict[int, list[int]] = field(default_factory=dict)
    calls: dict[int, tuple[int, int]] = field(default_factory=dict)
    bodies: dict[int, tuple[int, int]] = field(default_factory=dict)

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def piece(self, run: Run, piece: Piece) -> None:
        """Write a stretch of a run, with what begins, ends or hangs in it."""
        shift = self.length - piece.start
        for position, index in run.opens:
            if piece.start <= position < piece.end:
                self.spans[index] = [position + shift, position + shift]
        for position, index in run.closes:
            if piece.start < position <= piece.end:
                self.spans[index][1] = position + shift
        for position, index in run.notes:
            if piece.start <= position < piece.end:
                number = self.marks.numbers[index]
                self.calls[number] = (position + shift, position + shift + len(str(number)))
        self.put(run.text[piece.start : piece.end])

    def lines(self, marked: str) -> None:
        """Write lines as they are."""
        run = self.marks.run(marked)
        self.piece(run, Piece(0, len(run.text), ""))

    def close(self) -> tuple[str, list[Annotation]]:
        """The text and what is expected in it, in the order of the text."""
        text = "".join(self.parts)
        found = [
            Annotation(item.type, start, end, text[start:end], item.normalized, item.optional)
            for index, (start, end) in self.spans.items()
            for item in (self.marks.expectations[index],)
        ]
        for number, (start, end) in self.bodies.items():
            at = self.calls[number]
            value: dict[str, object] = {"n": number, "body_start": start, "body_end": end, "body": text[start:end]}
            found.append(Annotation("footnote", *at, text[slice(*at)], value))
        return text, sorted(found, key=lambda a: (a.start, a.end, a.type))


Text = tuple[str, list[Annotation]]


def web_page(marks: Marks, blocks: Sequence[Block]) -> Text:
    """Set a text as a web page: a paragraph a line, the footnotes behind the text."""
    sheet = _Sheet(marks)
    for block in blocks:
        sheet.lines(block.marked)
        sheet.put("\n\n")
    for number, body in list(marks.called()):
        sheet.put(f"X Noot\n{number}\n\n")
        sheet.lines(body)
        sheet.put("\n\n")
    return sheet.close()


def report_page(marks: Marks, blocks: Sequence[Block]) -> Text:
    """Set a text as the report of a debate on a web page: a paragraph a line, nothing between."""
    sheet = _Sheet(marks)
    for block in blocks:
        sheet.lines(block.marked)
        sheet.put("\n")
    return sheet.close()


class _SetLine(Struct, frozen=True):
    """One line of the body with the numbers of the notes that it calls; `run` is None for a blank line."""

    run: Run | None
    piece: Piece
    calls: tuple[int, ...] = ()


def pdf(marks: Marks, blocks: Sequence[Block], setting: Setting) -> Text:
    """Set a text as the text layer of a PDF."""
    sheet = _Sheet(marks)
    page: list[_SetLine] = []
    used = number = 0
    lines = _set(marks, blocks, setting)
    notes = {n: marks.run(body) for n, body in list(marks.called())}
    for line in lines:
        needed = 1 + sum(len(wrap(notes[n].text, setting.note_width)) for n in line.calls)
        if page and used + needed > setting.page:
            number += 1
            _close_page(sheet, page, notes, setting, number)
            page, used = [], 0
        if page or line.run is not None:
            page.append(line)
            used += needed
    _close_page(sheet, page, notes, setting, number + 1)
    return sheet.close()


def _set(marks: Marks, blocks: Sequence[Block], setting: Setting) -> list[_SetLine]:
    lines: list[_SetLine] = []
    for block in blocks:
        run = marks.run(block.marked)
        for piece in _pieces(run.text, block.kind, setting):
            calls = tuple(marks.numbers[i] for at, i in run.notes if piece.start <= at < piece.end)
            lines.append(_SetLine(run, piece, calls))
        lines.append(_SetLine(None, Piece(0, 0, "")))
    return lines[:-1]


def _pieces(text: str, kind: str, setting: Setting) -> list[Piece]:
    if kind == "paragraph":
        return wrap(text, setting.width, setting.hyphenate)
    pieces: list[Piece] = []
    start = 0
    for line in text.split("\n"):
        pieces.append(Piece(start, start + len(line), ""))
        start += len(line) + 1
    return pieces


def _close_page(sheet: _Sheet, page: list[_SetLine], notes: dict[int, Run], setting: Setting, number: int) -> None:
    while page and page[-1].run is None:
        page.pop()
    for line in page:
        if line.run is not None:
            sheet.piece(line.run, line.piece)
            sheet.put(line.piece.hyphen or _trail(line.run, line.piece, setting))
        sheet.put("\n")
    called = [n for line in page for n in line.calls]
    if called:
        sheet.put("\n")
    for n in called:
        _note(sheet, n, notes[n], setting)
    if setting.foot is not None:
        sheet.put(" \n \n")
        sheet.lines(setting.foot(number))
        sheet.put("\n\n\n")


def _trail(run: Run, piece: Piece, setting: Setting) -> str:
    """The space at a line end: everywhere but behind a hyphen at which a word was broken."""
    return " " if setting.trailing and run.text[piece.end : piece.end + 1] in ("", " ", "\n") else ""


def _note(sheet: _Sheet, number: int, run: Run, setting: Setting) -> None:
    """One note; of a long one, some PDFs set the first line and the rest apart."""
    start = sheet.length
    pieces = wrap(run.text, setting.note_width, setting.hyphenate)
    sheet.put(f"{number} ")
    for index, piece in enumerate(pieces):
        sheet.piece(run, piece)
        end = sheet.length
        last = index == len(pieces) - 1
        sheet.put(piece.hyphen or ("" if last else _trail(run, piece, setting)))
        sheet.put("\n\n" if setting.parted_notes and len(pieces) > 1 and (index == 0 or last) else "\n")
    sheet.bodies[number] = (start, end)
