"""Footnotes of a plain text: which lines are their bodies, and where their marks stand in the body.

A note's body starts with its number at the foot of a page ("4 Kamerstuk 29 754, nr. 160."), numbers rising
through the paper; or, in text copied from a web page, with the lines "X Noot" and the number. A mark is the
number glued to a word or sign ("20224" is the year 2022 with mark 4). Marks are looked for one by one in the
order of the numbers, so that only the number expected next can be one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ctgraph.model.document import Span
from ctgraph.text.lines import Line, is_furniture

# How notes begin that give a source.
_CITING = re.compile(
    r"(?:Kamerstuk|Handelingen|Aanhangsel|Bijlage bij|Zie |Vgl\.|Stb\.|Stcrt\.|Trb\.|ECLI:|Idem|Ibid|https?://|www\.)"
)
_SOURCE = rf"(?=[ \t]+(?:{_CITING.pattern}|\d{{2}} \d{{3}}\b|[^\n]{{0,120}}?\W{_CITING.pattern}))"
# The first line of a note: "4 Kamerstuk …", "12) Zie …", "² Zie …"; only where the line gives a source also with a
# stop or in brackets: "1. Brief van 3 mei 2022, Kamerstuk …", "[1] Zie …". Not "2021 (Handelingen", "3. Punt" or
# "(2) ten tweede".
_START = re.compile(
    rf"(?:(?P<plain>\d{{1,3}})\)?|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}})(?=[ \t])"
    rf"|(?P<stop>\d{{1,3}})\.{_SOURCE}|[\[(](?P<bracket>\d{{1,3}})[\])]{_SOURCE})"
    r"[ \t]+(?=[^\d\s.,;:–-]|\d{2} \d{3}\b)"
)
_WEB_START = re.compile(r"X?\s?Noot(?: (\d{1,3}))?")
_NUMBER = re.compile(r"\d{1,3}")
_OPEN_END = re.compile(r"(?:[,;:(–-]|\b(?:nrs?\.?|de|het|van|en|of|in|op|voor|dat|die|zie|blz\.|art\.|p\.))$")
# Where a reference is broken off: behind its year or dossier. And what its rest begins with.
_BROKEN_OFF = re.compile(r"(?:\d{4}|/\d{2}|\d{2} \d{3}|\b[IVX]{1,4}),?$|\b(?:nrs?\.|Kamerstuk(?:ken)?)$")
_REST = re.compile(r"(?:nrs?\.|items?|p\.|blz\.)\s?\d")
_PAGE_BREAK = 14
_FULL_STOP = re.compile(r"[.!?…][)»”’\"']*$")
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class NoteLines(Struct, frozen=True):
    """A note as lines: indices into the line list, the raw offset where its text starts, its mark if found."""

    number: str
    lines: tuple[int, ...]
    text_start: int
    mark: Span | None
    head: tuple[int, ...] = ()
    """Lines that only announce the note ("X Noot", the number)."""


def find_notes(text: str, lines: Sequence[Line], width: int) -> list[NoteLines]:
    """The notes in the order of their bodies; `width` is the length from which a line of a note counts as full."""
    if "Noot" in text and any(line.text in ("X Noot", "Noot") for line in lines):
        return _web_notes(text, lines)
    notes: list[NoteLines] = []
    searched: dict[int, int] = {}
    expected, marked, after = 1, 0, 0
    for index in [i for i, (_, line) in enumerate(lines) if line and (line[0].isdigit() or line[0] in "[(")]:
        number = _note_number(lines[index].text) if index >= after else None
        if number is None or not _is_due(number, expected) or not _starts_block(lines, index, notes):
            continue
        floor = marked if number >= expected else _end_of(lines, notes)
        note = _take(text, lines, index, number, max(floor, searched.get(number, 0)), width)
        # What was searched in vain is not searched again: a hostile text stays linear.
        searched[number] = lines[index].start
        if note is not None:
            notes.append(note)
            expected = int(note.number) + 1
            marked = note.mark.end if note.mark else marked
            after = note.lines[-1] + 1
    return notes


def _is_due(number: int, expected: int) -> bool:
    """The next number, one of the two after it (a note may be lost), or 1 again where a second paper begins."""
    return number == 1 or expected <= number <= expected + 2


def _note_number(line: str) -> int | None:
    if not line[:1].isdigit() and line[:1] not in ("[", "("):
        return None
    found = _START.match(line)
    return int(found[found.lastgroup or 0].translate(_LEVEL)) if found else None


def _starts_block(lines: Sequence[Line], index: int, notes: Sequence[NoteLines]) -> bool:
    """A note follows another note, or a blank line, or furniture; never the middle of a paragraph."""
    if index == 0:
        return False
    before = lines[index - 1].text
    return not before or is_furniture(before) or bool(notes and notes[-1].lines[-1] == index - 1)


def _end_of(lines: Sequence[Line], notes: Sequence[NoteLines]) -> int:
    return lines[notes[-1].lines[-1]].end if notes else 0


def _take(text: str, lines: Sequence[Line], index: int, number: int, floor: int, width: int) -> NoteLines | None:
    """The note that starts at a line.

    None if no mark for it stands between `floor` and the line, unless the line itself shows that it is a note whose
    mark is lost: by the words it begins with, or by the marked note that follows it.
    """
    mark = find_mark(text, str(number), floor, lines[index].start)
    start = _START.match(lines[index].text)
    if mark is None and start and (not start["plain"] or _CITING.match(lines[index].text, start.end())):
        mark = _bracketed(text, number, floor, lines[index].start)
    if mark is None and not _shows_itself(text, lines, index, number, floor):
        return None
    offset = start.end() if start else 0
    body = _body(lines, index, number, width)
    return NoteLines(str(number), body, lines[index].start + offset, mark)


def _shows_itself(text: str, lines: Sequence[Line], index: int, number: int, floor: int) -> bool:
    """Not with a stop behind the number: what no mark leads to may be a list of sources."""
    start = _START.match(lines[index].text)
    if start and (start["stop"] or start["bracket"]):
        return False
    if start and _CITING.match(lines[index].text, start.end()):
        return True
    for following in range(index + 1, min(index + 8, len(lines))):
        if _note_number(lines[following].text) == number + 1:
            return find_mark(text, str(number + 1), floor, lines[index].start) is not None
    return False


def _body(lines: Sequence[Line], first: int, number: int, width: int) -> tuple[int, ...]:
    """The lines of a note: on over line ends, and over a blank line where the sentence is still open."""
    taken = [first]
    index = first + 1
    while index < len(lines):
        line = lines[index].text
        blank = taken[-1] != index - 1
        if not line and not blank:
            index += 1
            continue
        if (not line or is_furniture(line)) and (over := _over_page(lines, taken, index)):
            index = over
            line, blank = lines[index].text, False
        if not line or is_furniture(line) or _note_number(line) == number + 1:
            break
        if not _goes_on(lines, taken, line, blank, width) and (blank or not _before_next(lines, taken, index, number)):
            break
        taken.append(index)
        index += 1
    return tuple(taken)


def _over_page(lines: Sequence[Line], taken: Sequence[int], index: int) -> int:
    """Where a note goes on behind the foot and head of a page: "Handelingen II 2024/25," / … / "nr. 13, item 16).".

    0 unless the note broke off within a reference and its rest begins as one: at the top of a page stands the body.
    """
    if not _BROKEN_OFF.search(lines[taken[-1]].text):
        return 0
    for further in range(index, min(index + _PAGE_BREAK, len(lines))):
        line = lines[further].text
        if line and not is_furniture(line):
            return further if _REST.match(line) else 0
    return 0


def _goes_on(lines: Sequence[Line], taken: Sequence[int], line: str, blank: bool, width: int) -> bool:
    last = lines[taken[-1]].text
    full = len(last) >= width
    if _FULL_STOP.search(last) and not (_OPEN_END.search(last) or _open_bracket(lines, taken)):
        return full and not blank
    if _OPEN_END.search(last) or _open_bracket(lines, taken) or line[:1].islower():
        return True
    return full if blank else full or len(taken) > 1


def _before_next(lines: Sequence[Line], taken: Sequence[int], index: int, number: int) -> bool:
    """Whether a line ends a note that the line before leaves open, with the next note straight below: narrow lines."""
    last = lines[taken[-1]].text
    if _FULL_STOP.search(last) and not _BROKEN_OFF.search(last.rstrip()):
        return False
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return _FULL_STOP.search(lines[index].text) is not None and _note_number(below) == number + 1


def _open_bracket(lines: Sequence[Line], taken: Sequence[int]) -> bool:
    depth = sum(lines[i].text.count("(") - lines[i].text.count(")") for i in taken)
    return depth > 0


def find_mark(text: str, number: str, start: int, end: int) -> Span | None:
    """The first place in `[start, end)` where the number is glued to a word or sign, as a raised mark would be."""
    position = text.find(number, start, end)
    while position != -1:
        if _is_mark(text, position, position + len(number), start):
            return Span(position, position + len(number))
        position = text.find(number, position + 1, end)
    raised = text.find(number.translate(_SUPERSCRIPTS), start, end)
    return Span(raised, raised + len(number)) if raised != -1 else None


def _bracketed(text: str, number: int, start: int, end: int) -> Span | None:
    """The first "[1]" or "(1)" in `[start, end)`: a mark as programs print it that have no raised letters."""
    for mark in (f"[{number}]", f"({number})"):
        position = text.find(mark, start, end)
        if position != -1:
            return Span(position, position + len(mark))
    return None


def _is_mark(text: str, start: int, end: int, floor: int) -> bool:
    if start == 0 or (end < len(text) and (text[end].isalnum() or text[end] in "-–/")):
        return False
    before = text[start - 1]
    if before.isalpha() or before in ")]»”’\"'?!%":
        return not _is_code(text, start)
    if before in ".,;:":
        return _follows_year(text, start - 1, floor) or (
            start > 1 and not text[start - 2].isdigit() and not text[start - 2].isspace()
        )
    # A date's year with the mark behind it: "20224" reads 2022 and 4.
    return before.isdigit() and _follows_year(text, start, floor)


def _follows_year(text: str, position: int, floor: int) -> bool:
    head = text[max(floor, position - 5) : position]
    return len(head) >= 4 and head[-4:].isdigit() and head[-4:-2] in ("19", "20") and not head[:-4].isdigit()


def _is_code(text: str, start: int) -> bool:
    """A name with a digit of its own: "D66", "Covid19", "F16": one or more capitals straight before the digits."""
    head = text[max(0, start - 2) : start]
    return head[-1].isupper() and (len(head) == 1 or not head[0].isalpha())


def _web_notes(text: str, lines: Sequence[Line]) -> list[NoteLines]:
    """Notes announced by "X Noot" and a line with the number, as copied from a web page; text up to the next one."""
    notes: list[NoteLines] = []
    searched, index = 0, 0
    while index < len(lines):
        if not _announces(lines[index].text):
            index += 1
            continue
        head, body = _web_note(lines, index)
        number = next((lines[i].text for i in head if _NUMBER.fullmatch(lines[i].text)), "")
        index = (body or head)[-1] + 1
        if not number or not body:
            continue
        mark = find_mark(text, number, searched, lines[head[0]].start)
        searched = mark.end if mark else searched
        notes.append(NoteLines(number, body, lines[body[0]].start, mark, head))
    return notes


def _announces(line: str) -> bool:
    """Whether a line announces a note; most hold no "Noot", and need no pattern."""
    return "Noot" in line and _WEB_START.fullmatch(line) is not None


def _web_note(lines: Sequence[Line], first: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    head = [first]
    body: list[int] = []
    for index in range(first + 1, len(lines)):
        line = lines[index].text
        if _announces(line):
            break
        if not body and (not line or _NUMBER.fullmatch(line)):
            head.append(index)
        elif line:
            body.append(index)
        elif body:
            break
    return tuple(head), tuple(body)
