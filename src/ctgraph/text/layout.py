"""Take a stored text apart: body, footnotes, furniture, headings, paragraphs.

Works on plain text as a PDF's text layer or a copied web page gives it. Nothing is thrown away: every line is
in the body, in a note or in the furniture.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from itertools import pairwise
from statistics import median
from sys import maxsize

from msgspec import Struct

from ctgraph.model.document import Flow, Heading, Note, Span
from ctgraph.text.flowing import FlowBuilder, is_even
from ctgraph.text.hyphens import vocabulary
from ctgraph.text.lines import Line, furniture_in, split
from ctgraph.text.notes import NoteLines, find_notes

_TERMINAL = frozenset(".?!;:…")
_CLOSING = "»”’\"')"
_ENOUGH_LINES = 3
# What a line leaves open that a number follows: "(Kamerstuk 34" / "226, nr. 10)", "27 februari" / "2017". Not
# "februari" / "1. Inleiding".
_OPEN_BRACKET = re.compile(r"\([^()]{0,80}$")
_MONTH = re.compile(r"\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)$")
_LONGEST_SET_LINE = 130
"""A typeset line is shorter; longer ones are whole paragraphs, as in text copied from a web page."""
# "1. Inleiding", "2.1 Motie-Simons", "3 Vervolg". Not "29 754 Terrorismebestrijding", "2021 (Stcrt.".
_NUMBERED_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-Z](?!\d)")

# A field of an entry in a list, no head of what follows: "Vindplaats: 29 754, nr. 743", "Stand van zaken: Afgedaan".
# Not "Bijlage 3: Stand van zaken", "Statuten: een overzicht".
_FIELD = re.compile(
    r"(?:Omschrijving|Vindplaats|Herkomst|Bron|Status|Stand(?: van zaken)?|Voortgang|Afdoening|Opmerking|Toelichting"
    r"|Termijn|Planning|Kamerstuk(?:nummer)?|Kenmerk|Indieners?|Bewindspersoon|Toegezegd (?:aan|door)):\s\S"
)

# How a line goes on that no small letter begins: "(Kamerstuk 29 754, nr. 5)", the rest of "Kamerstuk 34" / "226, nr.".
_GOES_ON = re.compile(r"\([^)\s]{2}|\d{3},? (?:nr|[IVX]{1,5}\b)")
_CUT_OFF = (" nr.", " nrs.", " blz.", " art.", "Stb.", "Stcrt.", "Trb.")
"""How a line ends that a number must follow."""


class Layout(Struct, frozen=True):
    """The parts of a text; offsets of headings and paragraphs are clean offsets in the body."""

    body: Flow
    notes: tuple[Note, ...]
    headings: tuple[Heading, ...]
    paragraphs: tuple[int, ...]
    furniture: tuple[Span, ...]


class _Setting(Struct, frozen=True):
    """How the text is set: the length of a usual full line, and whether its lines are broken by a typesetter."""

    usual: int
    wrapped: bool


def lay_out(text: str, split_lines: Sequence[Line] | None = None) -> Layout:
    """Read the layout of a text, whose lines may be given. Linear in its length."""
    lines = split(text) if split_lines is None else split_lines
    setting = _setting(lines)
    known = vocabulary(text)
    found = find_notes(text, lines, _note_width(lines, setting))
    outside = {i for note in found for i in (*note.lines, *note.head)}
    furniture = [index for index in furniture_in(lines) if index not in outside]
    outside.update(furniture)
    marks = sorted(note.mark for note in found if note.mark)
    body, headings, paragraphs = _body(lines, outside, marks, setting, known)
    notes = tuple(_note(text, lines, note, body, known) for note in found)
    return Layout(body, notes, headings, paragraphs, tuple(lines[i].span for i in furniture))


def _setting(lines: Sequence[Line]) -> _Setting:
    """Lines that another line follows are full if a typesetter broke them: their lengths then lie close together.

    Those that a small letter follows are surely broken; the other lines that follow each other may be a head, a list
    or notes, and are asked only where there are few of the former.
    """
    pairs = [(len(text), after[0]) for (_, text), (_, after) in pairwise(lines) if text and after]
    broken = [length for length, first in pairs if first.islower()]
    lengths = broken if len(broken) >= _ENOUGH_LINES else [length for length, _ in pairs]
    if len(lengths) < _ENOUGH_LINES or not broken:
        return _Setting(_LONGEST_SET_LINE, False)
    lengths.sort()
    usual = int(median(lengths))
    close = bisect_right(lengths, 1.4 * usual) - bisect_left(lengths, 0.75 * usual)
    return _Setting(usual, usual <= _LONGEST_SET_LINE and close >= 0.7 * len(lengths))


def _note_width(lines: Sequence[Line], setting: _Setting) -> int:
    """Notes are set smaller, so their full lines are the longest of the text."""
    longest = max((length for _, text in lines if (length := len(text)) <= _LONGEST_SET_LINE), default=0)
    return int(0.92 * max(longest, setting.usual))


def _is_open(before: str, text: str) -> bool:
    """Whether a line cannot have ended: a bracket is open, a day lacks its year, or "c.s." its number."""
    if not text[0].isdigit():
        return text[0] == "(" and before.endswith(" c.s.")
    return _OPEN_BRACKET.search(before) is not None or (text[:4].isdigit() and _MONTH.search(before) is not None)


class _Body:
    """Writes the body flow line by line and notes where paragraphs and headings stand."""

    def __init__(self, marks: Sequence[Span], setting: _Setting, known: Set[str]) -> None:
        self.builder = FlowBuilder("body", known)
        self.paragraphs: list[int] = []
        self.headings: list[Heading] = []
        self._marks = list(marks)
        self._next = 0
        self.next_mark = marks[0].start if marks else maxsize
        """The raw offset of the first mark behind what was added."""
        self._setting = setting
        self._before = ""
        self._alone = False

    def line(self, line: Line, gap: bool, cut: bool) -> None:
        """Add a line; `gap` if a blank line stands before it, `cut` if notes or furniture do."""
        start, text = line
        separator = self._separator(text, gap, cut)
        if separator == "\n":
            self._close_heading(text)
            self.paragraphs.append(self.builder.length + 1 if self.builder.length else 0)
        self._alone = separator == "\n"
        if self.next_mark < start + len(text):
            self._write_marked(line, separator)
        else:
            self.builder.line(start, text, separator)
        self._before = text

    def run_on(self, lines: Sequence[Line]) -> None:
        """Add lines without marks that each go on where the one before them ended."""
        self.builder.lines(lines)
        self._before, self._alone = lines[-1].text, False

    def close(self) -> None:
        """End the last paragraph."""
        self._close_heading("")

    def _separator(self, text: str, gap: bool, cut: bool) -> str:
        before = self._before
        if not before:
            return "\n"
        ended = before.rstrip(_CLOSING)[-1:] in _TERMINAL
        if cut:
            short = len(before) < 0.75 * self._setting.usual
            return " " if text[:1].islower() or before.endswith("-") else "\n" if short or (ended and gap) else " "
        if gap:
            return "\n" if ended or not text[:1].islower() else " "
        if before.endswith("-") or text[:1].islower() or before.endswith(_CUT_OFF):
            return " "
        if not ended and _GOES_ON.match(text):
            return " "
        if self._setting.wrapped and len(before) >= 0.75 * self._setting.usual:
            return " "
        return " " if before.endswith(",") or _is_open(before, text) else "\n"

    def _close_heading(self, after: str) -> None:
        """A line by itself, short, with a capital and no stop, before more text: a heading, unless it is a field."""
        before = self._before
        stopped = before[-1:] in ".,;:?!…" and not before.endswith(" c.s.")
        if not (self._alone and after and len(before) <= 90) or stopped or _FIELD.match(before):
            return
        if before[0].isupper() or _NUMBERED_HEADING.match(before):
            self.headings.append(Heading(self.paragraphs[-1], self.builder.length))

    def _write_marked(self, line: Line, separator: str) -> None:
        """Write a line without the marks in it."""
        position, first = line.start, True
        while self._next < len(self._marks) and self._marks[self._next].start < line.end:
            mark = self._marks[self._next]
            self._next += 1
            self._put(position, line.text[position - line.start : mark.start - line.start], separator, first)
            position, first = mark.end, False
        self._put(position, line.text[position - line.start :], separator, first)
        self.next_mark = self._marks[self._next].start if self._next < len(self._marks) else maxsize

    def _put(self, origin: int, text: str, separator: str, first: bool) -> None:
        if first:
            self.builder.line(origin, text, separator)
        else:
            self.builder.add(origin, text)


def _body(
    lines: Sequence[Line], outside: Set[int], marks: Sequence[Span], setting: _Setting, known: Set[str]
) -> tuple[Flow, tuple[Heading, ...], tuple[int, ...]]:
    body = _Body(marks, setting, known)
    full = 0.75 * setting.usual if setting.wrapped else maxsize
    before, gap, cut = "", False, False
    run: list[Line] = []
    for index, line in enumerate(lines):
        start, text = line
        if index in outside:
            cut = True
        elif not text:
            gap = True
        # Most lines go on where the one before ended, and are written together: a call for each takes three times as
        # long. The same is decided in `_Body._separator` for the others.
        elif (
            before
            and not (gap or cut)
            and before[-1] != "-"
            and (text[0].islower() or len(before) >= full)
            and start + len(text) <= body.next_mark
            and is_even(text)
        ):
            run.append(line)
            before = text
        else:
            if run:
                body.run_on(run)
                run = []
            body.line(line, gap, cut)
            before, gap, cut = text, False, False
    if run:
        body.run_on(run)
    body.close()
    return body.builder.build(), tuple(body.headings), tuple(body.paragraphs)


def _note(text: str, lines: Sequence[Line], note: NoteLines, body: Flow, known: Set[str]) -> Note:
    builder = FlowBuilder(f"note-{note.number}", known)
    for index in note.lines:
        line = lines[index]
        start = max(line.start, note.text_start) if index == note.lines[0] else line.start
        builder.line(start, text[start : line.end], " ")
    first = note.head[0] if note.head else note.lines[0]
    span = Span(lines[first].start, lines[note.lines[-1]].end)
    anchor = clean_offset(body, note.mark.start) if note.mark else None
    return Note(note.number, span, builder.build(), note.mark, anchor)


def clean_offset(flow: Flow, raw: int) -> int:
    """The clean offset at which the text after a raw offset goes on (flows keep the order of the raw text)."""
    segment = max(0, bisect_right(flow.origins, raw) - 1)
    end = flow.starts[segment + 1] if segment + 1 < len(flow.starts) else len(flow.text)
    return min(flow.starts[segment] + max(0, raw - flow.origins[segment]), end)
