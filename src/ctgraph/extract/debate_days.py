"""The day of a debate that does not stand behind it: before it, on a line above, or that of the report itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from ctgraph.dates.edtf import reading as reading_of
from ctgraph.dates.reading import TimeReading
from ctgraph.extract.scan import Page
from ctgraph.model.mentions import DateReference, Mention
from ctgraph.text.held import is_proceedings

# "(Zie vergadering van 9 juni 2022.)": when the debate was whose motions are voted on.
_SEE_MEETING = re.compile(r"\(Zie vergadering van\s")
_MEETING_REACH = 3000
# "Op 3 maart 2021 vond een schriftelijk overleg plaats", "Op 30 maart, 17.00 uur, is er een besloten briefing", "op 16
# februari in het commissiedebat", "Op 3 mei heb ik tijdens het commissiedebat": the day stands before. Not "Op 3 mei
# stuurde ik een brief over het commissiedebat".
_HOURS = r"\d{1,2}[.:]\d\d(?:\s?[-–]\s?\d{1,2}[.:]\d\d(?:\suur)?|\suur)"
_HELD = re.compile(
    rf"(?:,\s{_HOURS},?)?\s(?:(?:vond|vindt|werd|was|is|heeft|hield|houdt|voerde|voerden)\s(?:\w+\s){{0,4}}?(?:een|het)"
    r"|(?:hebben|voeren|houden|staat|volgt)\s(?:(?:wij|we)\s)?(?:\w{3,5}\s)?(?:een|het)"
    r"|(?:(?:heb|heeft|hebben|had|is|werd|zegde|sprak|spraken|zei|deed)\s(?:[^\s.,;]+\s){0,6}?)?"
    r"(?:in|tijdens|bij)\s(?:het|een|de))"
    rf"\s(?:besloten\s|openbaar\s)?|,?\s{_HOURS}[:,]?\s"
)
# "op 3 mei met uw Kamer gesproken, in het commissiedebat": the words between tell that something was said that day. Not
# "op 3 mei een brief gestuurd, in het commissiedebat".
_SAID = re.compile(
    r"(?:\s[^\s.;:()]+){0,8}?\s(?:gesproken|gedebatteerd|besproken|gewisseld|overlegd|gezegd|toegezegd|aangegeven|gemeld"
    r"|gevraagd|verzocht|ingediend),?\s(?:in|tijdens|bij)\s(?:het|een)\s(?:besloten\s|openbaar\s)?"
)
# "het op 3 mei gehouden commissiedebat", "in het op 3 mei gevoerde debat". Not "het op 3 mei aangevraagde debat".
_HAVING_BEEN = re.compile(
    r"\s(?:gehouden|gevoerde?|plaatsgevonden|plaatsgehad\shebbend)e?\s(?:plenaire\s|besloten\s|openbare\s)?"
)
# "03-05-2022 Commissiedebat", "03-05-2022 10.00 - 14.00 Wetgevingsoverleg".
_HOURS_BETWEEN = re.compile(rf"[ ](?:{_HOURS}[ ])?")
# "Wij hebben op 3 mei een commissiedebat", "Er staat op 3 mei een notaoverleg gepland": its verb before the day. Not
# "Op 3 mei het commissiedebat".
_A = re.compile(r"\s(?:een|het)\s(?:besloten\s|openbaar\s)?")
_HAVING = re.compile(
    r"\b(?:heb|hebben|heeft|had|hadden|staat|staan|is|houd|houdt|houden|hield|hielden|voeren|voerde|voerden|volgt|plan"
    r"|plannen|organiseert|organiseerde)\s(?:\w+\s){0,3}op\s$"
)
# "Er wordt op 3 mei een hoorzitting gehouden", "Daarover vindt op 3 mei een commissiedebat plaats". Not "wordt op 3 mei
# een commissiedebat aangevraagd".
_BEING = re.compile(r"\b(?:wordt|worden|werd|werden|vindt|vinden|vond|vonden)\s(?:\w+\s){0,3}op\s$")
_BEEN = re.compile(r"(?:\s(?:over|met|door|inzake)\s[^.;:,\n]{2,80}?)?\s(?:gehouden|gevoerd|georganiseerd|plaats)\b")
# In lists of promises: "[03-05-2022] Commissiedebat Terrorisme".
_IN_BRACKETS = re.compile(r"\]\s(?:[-–]\s)?")
_LOOK_BACK, _HELD_BACK = 60, 90
_DAY = len("2021-03-03")
# What opens a line of an agenda before the kind: nothing, a sign, or the hours: "13.00 – 15.00 uur: ", "• ".
_LINE = re.compile(rf"(?:^|\n)(?:[-–•·*]\s)?(?P<hours>{_HOURS}:?\s(?:[-–]\s)?)?$")
_LINE_REACH = 30
_BEHIND_HOURS = (": ", "– ", "- ", "r ")
# An item behind a sign is of the day above while no other head stands between: "Verder te verwachten".
_ITEM = re.compile(r"\n[-–•·*]\s$")
_HEAD = re.compile(r"\n[^\W\d_]")
# A line of an agenda that is a day: "Dinsdag 11 juni 2024", "Datum: woensdag 5 juni 2024, 14.00 uur". Not "3 juni
# 2024", the day of a letter, nor "Den Haag, 3 juni 2024".
_DAY_OPENS = re.compile(r"(?:^|\n)(?:Datum:?\s)?$")
_WEEKDAY = re.compile(r"(?:maan|dins|woens|donder|vrij|zater|zon)dag\s", re.IGNORECASE)
_DAY_CLOSES = re.compile(rf"(?:,?\s{_HOURS})?\s*(?:\n|$)|,?\s{_HOURS}")
_AGENDA = 12
"""Days named before a line of an agenda among which its own is looked for."""
_AGENDA_REACH = 2500
_BY_START = attrgetter("start")


def held_on(text: str, start: int, dates: Sequence[Mention], index: int, *, told: bool) -> TimeReading | None:
    """The day before a debate that the words between say it was held on; in a list "11-06-2009 Wetgevingsoverleg".

    A bare word such as "debat" is not `told` well enough, except by "het op 3 mei gehouden debat". `index` is the place
    among the `dates` of the first one behind the debate's kind.
    """
    before = dates[index - 1] if index else None
    if before is None or not 0 <= start - before.end <= _HELD_BACK or not isinstance(before.value, DateReference):
        return None
    reading = before.value.reading
    if len(reading.edtf) != _DAY:
        return None
    listed = text[start].isupper() and _HOURS_BETWEEN.fullmatch(text, before.end, start) is not None
    if listed or _HAVING_BEEN.fullmatch(text, before.end, start):
        return reading
    if not told:
        return None
    opened = text[before.start - 1 : before.start] == "[" and _IN_BRACKETS.fullmatch(text, before.end, start)
    if text[start].isupper() and opened:
        return reading
    if _A.fullmatch(text, before.end, start):
        return reading if _is_had(text, start, before.start) else None
    told_so = _HELD.fullmatch(text, before.end, start) or _SAID.fullmatch(text, before.end, start)
    return reading if told_so else None


def _is_had(text: str, start: int, day: int) -> bool:
    """Whether the verb before a day tells that a debate is held on it; a passive one has its participle behind it."""
    if _HAVING.search(text, max(0, day - _LOOK_BACK), day):
        return True
    clause = min(i for i in (text.find(". ", start), text.find("\n", start), len(text)) if i >= 0)
    passive = _BEING.search(text, max(0, day - _LOOK_BACK), day)
    return passive is not None and _BEEN.search(text, start, min(clause + 1, start + _HELD_BACK)) is not None


def scheduled(text: str, start: int) -> bool | None:
    """Whether a kind opens a line as in an agenda, `True` with its hours before it; None where it opens none.

    Behind the hours it may be in lower case ("14.00 uur – mondelinge vragenuur"), else it is but a word of a sentence.
    """
    if not (text[start].isupper() or text[start - 2 : start] in _BEHIND_HOURS):
        return None
    line = _LINE.search(text, max(0, start - _LINE_REACH), start)
    if line is None or not (line["hours"] or text[start].isupper()):
        return None
    return line["hours"] is not None


def day_line(text: str, start: int, dates: Sequence[Mention], index: int) -> TimeReading | None:
    """The day of the last line above that is one: under "Dinsdag 11 juni 2024" stand the debates of that day."""
    for day in reversed(dates[max(0, index - _AGENDA) : index]):
        if start - day.end > _AGENDA_REACH:
            return None
        value = day.value
        if not isinstance(value, DateReference) or len(value.reading.edtf) != _DAY or day.end > start:
            continue
        if _is_line(text, day):
            item = _ITEM.search(text, start - 3, start)
            return None if item and _HEAD.search(text, day.end, start) else value.reading
    return None


def of_row(page: Page, start: int, dates: Sequence[Mention], index: int) -> TimeReading | None:
    """The day that opens the row of a table in tab columns, in another cell of which the debate is told."""
    raw = page.document.text
    if page.note or "\t" not in raw:
        return None
    line = raw.rfind("\n", 0, page.flow.origin(start)) + 1
    if "\t" not in raw[line : page.flow.origin(start)]:
        return None
    for day in reversed(dates[max(0, index - _AGENDA) : index]):
        if page.flow.origin(day.start) == line and isinstance(day.value, DateReference):
            return day.value.reading if len(day.value.reading.edtf) == _DAY else None
    return None


def _is_line(text: str, day: Mention) -> bool:
    """Whether a day with its weekday stands on a line of its own, perhaps with the hours."""
    if not (_WEEKDAY.match(text, day.start) and _DAY_CLOSES.match(text, day.end)):
        return False
    return _DAY_OPENS.search(text, max(0, day.start - _LINE_REACH), day.start) is not None


def of_meeting(page: Page, end: int, dates: Sequence[Mention], *, at_issue: bool) -> TimeReading | None:
    """In the proceedings: the day of the debate at issue, or of the meeting that motions put to the vote are of."""
    if not is_proceedings(page.document):
        return None
    if at_issue:
        return reading_of(str(page.document.date)) if page.document.date else None
    seen = _SEE_MEETING.search(page.flow.text, end, end + _MEETING_REACH)
    index = bisect_left(dates, seen.end(), key=_BY_START) if seen else len(dates)
    value = dates[index].value if seen and index < len(dates) and dates[index].start == seen.end() else None
    return value.reading if isinstance(value, DateReference) else None
