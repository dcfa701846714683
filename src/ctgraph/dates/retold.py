"""Times that were told on a day before: "In het debat van 3 mei 2023 heb ik toegezegd dat ik voor 1 november zou …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from ctgraph.dates.dutch import read
from ctgraph.dates.reading import Expression

_SAID: Final = r"\b(?:toegezegd|beloofd|gezegd|aangegeven|aangekondigd|afgesproken|zegde|zei|beloofde)\b"
# Between the day and the time: what was said then, and that it would be done. Not "de toegezegde brief ontvangt u", nor
# "toegezegd dit te doen en die brief volgt", which tell of the day of the paper.
_THEN_SAID: Final = re.compile(rf"[^.;:!?\n]*{_SAID}(?:(?!\b(?:en|die|deze|dit\sis|nu|thans|alsnog)\b)[^.;:!?\n])*")
# The time may stand before it: "In het debat van 3 mei 2023 is voor 1 november een brief toegezegd".
_HAVING: Final = re.compile(r"[^.;:!?\n]*\b(?:heb|heeft|is|zijn|werd)\b(?:(?!\ben\b)[^.;:!?\n])*")
_THERE_SAID: Final = re.compile(r"[^.;:,!?()\n]{0,80}\b(?:toegezegd|beloofd)\b")
# "dat ik voor 1 november zou", "u vóór 1 november te informeren", "dat de Kamer in het najaar een brief ontvangt".
_TO_COME: Final = re.compile(
    r"[^.;:,!?()\n]*\b(?:zou|zouden|zal|zullen|te|wordt|worden|ontvangt|krijgt|komt|volgt|verschijnt|informeert|stuurt|zendt)\b"
)
_WOULD: Final = re.compile(r"\b(?:zou|zouden|zal|zullen)\b")
_REACH: Final = 200
_YEAR: Final = timedelta(days=365)
# "vandaag", "deze week": said by who writes.
_NOW: Final = re.compile(
    r"(?:van(?:daag|ochtend|middag|avond|morgen)|gister\w*|morgen\w*|(?:deze|vorige|afgelopen)\s)", re.IGNORECASE
)


def retold(text: str, times: Sequence[Expression], anchor: date | None) -> Iterator[Expression]:
    """The times of a text in order, each counted from the day on which it was told."""
    day: Expression | None = None
    for found in times:
        if found.form == "day":
            day = found
        elif found.reading.relative and day is not None and anchor is not None and found.start - day.end <= _REACH:
            yield _as_of(text, day, found, anchor)
            continue
        yield found


def _as_of(text: str, day: Expression, found: Expression, anchor: date) -> Expression:
    """A time as it was meant on a day, where the clause tells that it was said then; else as it is."""
    then = day.reading.earliest
    if then is None or then >= anchor or not _told_then(text, day.end, found):
        return found
    again = read(text, found.start, then)
    if again and again[2].latest and again[2].latest < then:
        # What was promised lay ahead, though it is told in the past.
        again = read(text, found.start, then + _YEAR)
    return replace(found, reading=again[2]) if again and again[:2] == (found.start, found.end) else found


def _told_then(text: str, since: int, found: Expression) -> bool:
    if _NOW.match(text, found.start):
        return False
    if _THEN_SAID.fullmatch(text, since, found.start):
        return _TO_COME.match(text, found.end) is not None or _WOULD.search(text, since, found.start) is not None
    having = _HAVING.fullmatch(text, since, found.start)
    return having is not None and _THERE_SAID.match(text, found.end) is not None
