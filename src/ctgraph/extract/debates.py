"""Debates: kind, topic and day. "commissiedebat terrorisme en extremisme van 26 januari 2022"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

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
}
TRIGGERS: Triggers = {"debate": tuple(KINDS)}

_TOPIC_ALONE = frozenset({"dertigledendebat", "30-ledendebat", "vao", "vso", "tweeminutendebat", "interpellatiedebat"})
"""Kinds that a topic without a day is enough for; the others need their day, or they are talk of debates."""

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
# "Op 3 maart 2021 vond een schriftelijk overleg plaats"; the day stands before the verb.
_HELD = re.compile(r"\d{4}\s(?:vond|werd|was|is|heeft|hield)\s(?:\w+\s){0,3}?(?:een|het)\s$")
_LOOK_BACK = 60


def find_debates(page: Page, dates: Sequence[Mention]) -> Iterator[Mention]:
    """Yield debates; `dates` are the date mentions of the same flow in the order of the text."""
    text = page.flow.text
    starts = [mention.start for mention in dates]
    taken = 0
    for start, end in sorted(page.at("debate"), key=lambda hit: (hit[0], -hit[1])):
        if start < taken or not _is_word(text, start, end):
            continue
        word = text[start:end].lower()
        found = _dated(page, start, end, dates, bisect_left(starts, end)) or _undated(page, start, end, word)
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
        or re.search(r"\s(?:heb|heeft|is|zijn|was|werd|dat|die)\s", between) is not None
    )


def _topic_of(words: str) -> str:
    return _LEADING.sub("", _WITH.sub("", words)).strip(" ,")


def _undated(page: Page, start: int, end: int, word: str) -> Mention | None:
    """A debate known by its topic alone: "VAO Justitiële jeugd", "dertigledendebat over …"; or held on a day before."""
    text = page.flow.text
    if word not in _TOPIC_ALONE and word != "debat" and _HELD.search(text, max(0, start - _LOOK_BACK), start):
        return page.mention(start, end, DebateReference(KINDS[word], ""), "debate.held", 0.85)
    if word not in _TOPIC_ALONE:
        return None
    found = _TOPIC.match(text, end)
    if found is None:
        return None
    about = found.start("topic") > end + 1
    topic = found["topic"]
    cut = _TOPIC_END.search(topic)
    topic = (topic[: cut.start()] if cut else topic).rstrip()
    if not topic or not (about or topic[0].isupper()):
        return None
    reference = DebateReference(KINDS[word], topic)
    return page.mention(start, found.start("topic") + len(topic), reference, "debate.topic", 0.85)
