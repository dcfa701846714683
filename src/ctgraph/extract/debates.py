"""Debates: kind, topic and day. "commissiedebat terrorisme en extremisme van 26 januari 2022"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from ctgraph.dates.edtf import reading as reading_of
from ctgraph.dates.reading import TimeReading
from ctgraph.extract.scan import Page, Triggers
from ctgraph.model.mentions import DateReference, DebateReference, Mention

# What a debate is called, and its canonical kind. The longest word at a place holds.
KINDS: dict[str, str] = {
    "commissiedebat": "commissiedebat",
    "commissiedebatten": "commissiedebat",
    "cd": "commissiedebat",
    "plenair debat": "plenair debat",
    "plenaire debat": "plenair debat",
    "plenaire behandeling": "plenair debat",
    "debat": "plenair debat",
    "spoeddebat": "plenair debat",
    "hoofdlijnendebat": "plenair debat",
    "begrotingsbehandeling": "plenair debat",
    "algemeen overleg": "algemeen overleg",
    "algemene overleg": "algemeen overleg",
    "ao": "algemeen overleg",
    "vao": "VAO",
    "voortgezet algemeen overleg": "VAO",
    "vso": "VSO",
    "voortgezet schriftelijk overleg": "VSO",
    "schriftelijk overleg": "schriftelijk overleg",
    "notaoverleg": "notaoverleg",
    "wetgevingsoverleg": "wetgevingsoverleg",
    "wgo": "wetgevingsoverleg",
    "tweeminutendebat": "tweeminutendebat",
    "tweeminuten-debat": "tweeminutendebat",
    "twee-minutendebat": "tweeminutendebat",
    "2-minutendebat": "tweeminutendebat",
    "dertigledendebat": "dertigledendebat",
    "dertig-ledendebat": "dertigledendebat",
    "30-ledendebat": "dertigledendebat",
    "interpellatiedebat": "interpellatiedebat",
    "vragenuur": "vragenuur",
    "vragenuurtje": "vragenuur",
    "mondelinge vragenuur": "vragenuur",
    "mondelinge vragen": "vragenuur",
    "ordedebat": "ordedebat",
    "regeling van werkzaamheden": "ordedebat",
    "procedurevergadering": "procedurevergadering",
    "rondetafelgesprek": "rondetafelgesprek",
    "hoorzitting": "hoorzitting",
    "deskundigenbijeenkomst": "deskundigenbijeenkomst",
    "mondeling overleg": "mondeling overleg",
    "technische briefing": "technische briefing",
}
TRIGGERS: Triggers = {"debate": tuple(KINDS)}

_TOPIC_ALONE = frozenset({"dertigledendebat", "30-ledendebat", "vao", "vso", "tweeminutendebat", "interpellatiedebat"})
"""Kinds that a topic without a day is enough for; the others need their day, or they are talk of debates."""
_TOPIC_TOLD = frozenset({"rondetafelgesprek", "notaoverleg", "wetgevingsoverleg", "wgo", "hoorzitting"})
"""Kinds that are enough with "over" and a topic."""
# "Aan de orde is het debat over …", in the proceedings of that day.
_AT_ISSUE = re.compile(r"[Aa]an de orde is het\s$")
# "(Zie vergadering van 9 juni 2022.)": when the debate was whose motions are voted on.
_SEE_MEETING = re.compile(r"\(Zie vergadering van\s")
_MEETING_REACH = 3000

# Between topic and day: " van ", " op ", " d.d. ", " dd. ".
_BEFORE_DAY = re.compile(r"\s(?:van|op|d\.d\.|dd\.?|gehouden op)\s?$")
# A topic runs over words to a comma, bracket, quote or stop; "over (de|het)" before it is not part of the topic.
_TOPIC = re.compile(
    r"\s(?:(?:over|inzake|met betrekking tot|betreffende)\s(?:de\s|het\s|een\s)?)?(?P<topic>[^\n,;.(«:?!]{2,150})"
)
_TOPIC_END = re.compile(
    r"\s(?:van de agenda|af te|uit te|te voeren|heb|heeft|hebben|is|zijn|was|werd|wordt|zal|zullen|kan|dat|die|waarin"
    r"|vroeg|met als|ook|in te)\b"
)
# With whom the debate was held is no part of its topic: " met de vaste commissie voor Justitie over …",
# "… met uw Kamer".
_WITH = re.compile(
    r"^\smet\s[^,\n]{3,80}?(?=\s(?:over|inzake|betreffende)\s)"
    r"|\smet\s(?:uw|de|mijn)\s(?:(?:Tweede |Eerste )?Kamer|(?:vaste )?(?:Kamer)?commissie)(?:\svoor\s[^,\n]{3,60})?$"
)
_LEADING = re.compile(r"^\s*(?:over|inzake|betreffende|met betrekking tot)?\s*(?:(?:de|het|een)\s)?")
_LONGEST = 170
# The head of an agenda: "Activiteit: Commissiedebat", below it "Datum: donderdag 13 april 2023".
_AGENDA_BEFORE = re.compile(r"(?:Activiteit|Soort(?: activiteit)?|Vergadering):\s{1,3}$")
_AGENDA_DAY = re.compile(r"\s{1,3}Datum(?: en tijd)?:\s{1,3}$")
# "Op 3 maart 2021 vond een schriftelijk overleg plaats", "Op 30 maart, 17.00 uur, is er een besloten briefing", "op 16
# februari in het commissiedebat": the day stands before.
_HELD = re.compile(
    r"(?:,\s\d{1,2}[.:]\d\d\suur,?)?\s(?:(?:vond|vindt|werd|was|is|heeft|hield|houdt)\s(?:\w+\s){0,3}?(?:een|het)|in\shet|tijdens\shet)"
    r"\s(?:besloten\s|openbaar\s)?"
)
_LOOK_BACK = 60
_DAY = len("2021-03-03")


def find_debates(page: Page, dates: Sequence[Mention]) -> Iterator[Mention]:
    """Yield debates; `dates` are the date mentions of the same flow in the order of the text."""
    text = page.flow.text
    starts = [mention.start for mention in dates]
    taken = 0
    for start, end in sorted(page.at("debate"), key=lambda hit: (hit[0], -hit[1])):
        if start < taken or not _is_word(text, start, end):
            continue
        word = text[start:end].lower()
        index = bisect_left(starts, end)
        found = _dated(page, start, end, dates, index) or _undated(page, start, end, word, dates, index)
        if found:
            taken = found.end
            yield found


def _is_word(text: str, start: int, end: int) -> bool:
    if (start and (text[start - 1].isalnum() or text[start - 1] == "-")) or (end < len(text) and text[end].isalnum()):
        return False
    return len(text[start:end]) > 3 or text[start:end].isupper()


def _dated(page: Page, start: int, end: int, dates: Sequence[Mention], index: int) -> Mention | None:
    """A debate whose day follows in the same clause."""
    text = page.flow.text
    if index >= len(dates) or dates[index].start - end > _LONGEST:
        return None
    value = dates[index].value
    between = text[end : dates[index].start]
    if isinstance(value, DateReference) and _heads_agenda(text, start, end, dates[index].start):
        reference = DebateReference(KINDS[text[start:end].lower()], "", value.reading)
        return page.mention(start, end, reference, "debate.agenda", 0.95)
    if not isinstance(value, DateReference) or any(mark in between for mark in "\n;(«?!") or _leaves(between):
        return None
    link = _BEFORE_DAY.search(between)
    if link is None or len(value.reading.edtf) not in (10, 21):
        return None
    topic = _topic_of(between[: link.start()])
    reference = DebateReference(KINDS[text[start:end].lower()], topic, value.reading)
    return page.mention(start, dates[index].end, reference, "debate.dated", 0.95)


def _heads_agenda(text: str, start: int, end: int, day: int) -> bool:
    """Whether the kind and the day stand on two lines of the head of an agenda."""
    if day - end > _LOOK_BACK or _AGENDA_DAY.fullmatch(text, end, day) is None:
        return False
    return _AGENDA_BEFORE.search(text, max(0, start - _LOOK_BACK), start) is not None


def _leaves(between: str) -> bool:
    """Whether the words between kind and day leave the clause: a stop that ends a sentence, or a verb."""
    return (
        ". " in between.replace("d.d. ", "")
        or re.search(r"\s(?:heb|heeft|is|zijn|was|werd|dat|die|in plaats van)\s", between) is not None
    )


def _topic_of(words: str) -> str:
    return _LEADING.sub("", _WITH.sub("", words)).strip(" ,")


def _undated(page: Page, start: int, end: int, word: str, dates: Sequence[Mention], index: int) -> Mention | None:
    """A debate known by its topic alone: "VAO Justitiële jeugd", "dertigledendebat over …"; or held on a day before."""
    text = page.flow.text
    if word not in _TOPIC_ALONE and word != "debat" and (day := _held_on(text, start, dates, index)):
        return page.mention(start, end, DebateReference(KINDS[word], "", day), "debate.held", 0.85)
    at_issue = word == "debat" and _AT_ISSUE.search(text, max(0, start - _LOOK_BACK), start) is not None
    topic = _topic_alone(text, end, told=not at_issue and word not in _TOPIC_ALONE)
    if topic is None or not (at_issue or word in _TOPIC_ALONE or word in _TOPIC_TOLD):
        return None
    day = _of_meeting(page, end, dates, at_issue=at_issue)
    return page.mention(start, topic.end, DebateReference(KINDS[word], topic.words, day), "debate.topic", 0.85)


class _Topic(NamedTuple):
    words: str
    end: int


def _topic_alone(text: str, end: int, *, told: bool) -> _Topic | None:
    """The topic behind a kind, which `told` demands to stand behind "over"."""
    found = _TOPIC.match(text, end)
    if found is None:
        return None
    about = found.start("topic") > end + 1
    topic = found["topic"]
    cut = _TOPIC_END.search(topic)
    topic = (topic[: cut.start()] if cut else topic).rstrip()
    if not topic or not (about or (topic[0].isupper() and not told)):
        return None
    return _Topic(topic, found.start("topic") + len(topic))


def _held_on(text: str, start: int, dates: Sequence[Mention], index: int) -> TimeReading | None:
    """The day before a debate that the words between say it was held on."""
    while index and dates[index - 1].end > start:
        index -= 1
    before = dates[index - 1] if index else None
    if before is None or start - before.end > _LOOK_BACK or not isinstance(before.value, DateReference):
        return None
    reading = before.value.reading
    return reading if len(reading.edtf) == _DAY and _HELD.fullmatch(text, before.end, start) else None


def _of_meeting(page: Page, end: int, dates: Sequence[Mention], *, at_issue: bool) -> TimeReading | None:
    """In the proceedings: the day of the debate at issue, or of the meeting that motions put to the vote are of."""
    if not page.document.id.startswith("h-"):
        return None
    if at_issue:
        return reading_of(str(page.document.date)) if page.document.date else None
    seen = _SEE_MEETING.search(page.flow.text, end, end + _MEETING_REACH)
    at = bisect_left(dates, seen.end(), key=attrgetter("start")) if seen else len(dates)
    value = dates[at].value if seen and at < len(dates) and dates[at].start == seen.end() else None
    return value.reading if isinstance(value, DateReference) else None
