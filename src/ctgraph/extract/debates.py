"""Debates: kind, topic and day. "commissiedebat terrorisme en extremisme van 26 januari 2022"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ctgraph.extract.debate_days import day_line, held_on, of_meeting, of_row, scheduled
from ctgraph.extract.debate_kinds import (
    BILL_TREATED,
    KINDS,
    MERE_QUESTIONS,
    QUESTIONED,
    TOPIC_ALONE,
    TOPIC_NAMED,
    TOPIC_TOLD,
)
from ctgraph.extract.debate_rows import day_before, day_below, heads_agenda, labelled, opens_cell, opens_next, parted
from ctgraph.extract.debate_talk import asked_for, briefed, chaired, past_company, placed, requested, titled
from ctgraph.extract.debate_topics import topic_alone, topic_of
from ctgraph.extract.scan import Page, Triggers
from ctgraph.model.mentions import DateReference, DebateReference, Mention

TRIGGERS: Triggers = {"debate": tuple(KINDS)}

_THE = re.compile(r"\b(?:[Hh]et|dat)\s$")
# "bij het debat over de aanslagen", "welkom bij het commissiedebat over reizen". Not "na een debat over".
_AT = re.compile(r"\b(?:[Bb]ij|[Tt]ijdens)\s(?:het|dat)\s$")
_DONE_THERE = re.compile(
    r"\sover\s[^.;:,()\n]{3,90}\s(?:is|zijn|werd|werden|heb|heeft|zegde|zei|vroeg)\s(?:\S+\s){0,8}?"
    r"(?:ingediend|aangenomen|gezegd|toegezegd|gevraagd|verzocht|aangekondigd|toe)\b"
)
_OPENED = re.compile(r"\b(?:[Bb]ij|[Tt]ijdens|[Ii]n|[Oo]pen|heropen|sluit|schors)\s(?:het|dit|dat|ons)\s$")
# "Aan de orde is het debat over …", in the proceedings of that day; "… is de voortzetting van het wetgevingsoverleg",
# "Vandaag is aan de orde een commissiedebat over …".
_AT_ISSUE = re.compile(
    r"\b(?:[Aa]an de orde (?:is|komt)|(?:is|komt) aan de orde) (?:vandaag |nu )?(?:de voortzetting van )?(?:het|een)\s$"
)

# Between topic and day: " van ", " op ", " d.d. ", " dd. ".
_BEFORE_DAY = re.compile(
    r"(?:\s(?:vindt|vond)\splaats|\s(?:staat|is)\s(?:in)?gepland|\sgehouden|\sdat(?:\s\w+){0,3})?"
    r"\s(?:van|op|d\.d\.|dd\.?|(?<=gepland\s)voor)\s?$"
)
# The number of a bill in brackets is no part of the words: "de behandeling van de Uitvoeringswet (36 138) op 3 mei".
# Not a paper, which has a day of its own: "het debat over de brief (Kamerstuk 29 754, nr. 5) van 3 mei".
_ITS_NUMBER = re.compile(r"\s\(\d{2}\s?\d{3}(?:\s\(R\d{4}\))?\)")
# What is treated, so that "behandeling" is a debate: "behandeling van de Wet open overheid", "van het wetsvoorstel".
# Not "schriftelijke behandeling", "de behandeling van die wet" or "van de Wpg-wijziging".
_BILL = re.compile(
    r"\svan\s(?:(?:de|het|uw|mijn)\s)?(?:\w+\s)?(?:(?:Rijks|Uitvoerings|Implementatie|Wijzigings|Goedkeurings|Invoerings)?[Ww]et\s"
    r"(?!van\b)[a-z]|(?:initiatief)?wetsvoorstel|voorstel\svan\swet|(?:\w+)?begroting|Paspoortwet|Twbmt)"
)
_OTHERWISE_TREATED = re.compile(r"\b(?:schriftelijke|inhoudelijke|ambtelijke|in)\s$")
# In a list or a short form the day follows at once: "Commissiedebat NCTV, 14 maart 2024", "CD NCTV 14-03-2024",
# "Commissiedebat NCTV (14 maart 2024)", "Plenaire behandeling 35917 (07-12-2021)". Not "het debat, 14 maart" or "het
# debat over de brief, 14 maart".
_AT_ONCE = re.compile(
    r"(?P<topic>(?:\s(?:\d\d[ .]?\d{3}(?=\D)|[A-ZÀ-Ž])[^,(\n]{0,80}?)?)(?:,?[ \xa0\t]|[ \xa0]\(|[ \xa0]\|[ \xa0])"
)
# In brackets, in short: "(AO integratie 12-11-2014)". Not "het AO integratie 12-11-2014".
_SHORT_AT_ONCE = re.compile(r"(?P<topic>(?:\s[^\W\d_][^,(\n]{0,60}?))[ \xa0]")
# "het wetgevingsoverleg politie (28 november 2022)", "commissiedebat politie, 4 juli 2025", "rondetafelgesprek over
# drones (3 mei 2024)": of another kind than "debat", also in small letters.
_NAMED_AT_ONCE = re.compile(r"(?P<topic>(?:\s[^\W\d_][\w/-]{1,24}){0,4})(?:,[ \xa0]|(?<=\w)[ \xa0]\()")
_TOLD_AT_ONCE = re.compile(r"\s(?:over|inzake)\s(?P<topic>[^,(\n]{2,80}?)[ \xa0]\(")
# An item of a list has all its words before the day: "Debat over de aanpak van drones, 3-5-2022", "Debat branden in
# Griekenland (3 mei 2022)".
_TITLED_AT_ONCE = re.compile(
    r"(?P<topic>(?:\s(?:over|inzake)\s|\s)[^\W\d_][^,(;:\n]{2,90}?)(?:,[ \xa0]|(?<=\w)[ \xa0]\()"
)
_PAPER_LAST = re.compile(r"\b(?:\w*brief|\w*motie|\w*rapport|\w*nota|\w*verslag)\s\($")
# The bracket ends with its day, or with the hours: "(donderdag 3 februari 2022, 10.00–13.00 uur)".
_CLOSES = re.compile(r"(?:,?\s(?:van\s)?\d{1,2}[.:]\d\d[^()\n]{0,24})?\)")
# The day of a paper that was debated is not the day of the debate: "het debat over de brief van 3 mei".
_OF_PAPER = re.compile(r"\b(?:\w*brief|\w*brieven|moties?|rapport|nota|verslag)\s(?:van|d\.d\.)\s$")
# "het debat met de vaste commissie voor Justitie": no plenary one. A "commissiedebat" was called otherwise before.
_WITH_COMMITTEE = re.compile(r"\smet\s(?:de|uw)\s(?:vaste\s|algemene\s)?(?:Kamer)?commissies?\b")
_COMMITTEE_DEBATES = "2021-09-01"
_LONGEST = 170
# A council's day is not that of a written consultation on it: "schriftelijk overleg inzake de JBZ-Raad van 13 juni".
# Not of a title: "schriftelijk overleg Informele JBZ-Raad van 13 juni".
_OF_COUNCIL = re.compile(r"\s(?:over|inzake|betreffende|voor)\s.{0,80}(?:[Rr]aad|[Tt]op)\s(?:van|op|d\.d\.)\s$")
# In a list the day of the debate stands before it: "15-05-2025 Commissiedebat JBZ-Raad van 12-13 juni 2025".
_COUNCIL_LAST = re.compile(r"[Rr]aad\s(?:van|op|d\.d\.)\s$")
# The day of a sitting in which a debate was asked for is not that of the debate: "het debat tijdens de Regeling van
# werkzaamheden van 3 mei". Not "het debat in de Tweede Kamer van 3 mei".
_IN_ANOTHER = re.compile(
    r"\s(?:tijdens|in|bij|naar\saanleiding\svan)\s(?:de|het|een)\s(?:eerder\s|schriftelijk\s|algemeen\s)?"
    r"(?:regeling\svan\swerkzaamheden|procedurevergadering|\w*debat|\w*overleg)\b",
    re.IGNORECASE,
)
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
        index = bisect_left(starts, end)
        found = _dated(page, start, end, dates, index)
        if found is None and word != BILL_TREATED:
            found = _undated(page, start, end, word, dates, index)
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
    between = _ITS_NUMBER.sub("", text[end : dates[index].start])
    if not isinstance(value, DateReference) or not _is_treated(text, start, end):
        return None
    kind = KINDS[text[start:end].lower()]
    if heads_agenda(text, start, end, dates[index].start) or day_below(text, start, end, dates[index].start):
        return page.mention(start, end, DebateReference(kind, "", value.reading), "debate.agenda", 0.95)
    topic = _topic_before_day(page, start, end, dates[index], between)
    if (
        topic is None
        or not opens_next(page, end, dates[index].start)
        or _has_day_before(page, start, end, dates, index)
        or any(mark in between[:-1] for mark in "\n;(«?!")
    ):
        return None
    if len(value.reading.edtf) not in (10, 21):
        return None
    if kind == "plenair debat" and _WITH_COMMITTEE.match(between):
        kind = "commissiedebat" if value.reading.edtf[:10] >= _COMMITTEE_DEBATES else "algemeen overleg"
    return page.mention(start, dates[index].end, DebateReference(kind, topic, value.reading), "debate.dated", 0.95)


def _has_day_before(page: Page, start: int, end: int, dates: Sequence[Mention], index: int) -> bool:
    """Whether the day behind a kind is that of a council or of another cell, and its own stands before it."""
    day = dates[index].start
    if _COUNCIL_LAST.search(page.flow.text, end, day) and held_on(page.flow.text, start, dates, index, told=False):
        return True
    return parted(page, end, day) and day_before(page, start, end, dates, index) is not None


def _is_treated(text: str, start: int, end: int) -> bool:
    """Whether a word is a debate at all: "behandeling" is one of a bill only."""
    if text[start:end].lower() != BILL_TREATED:
        return True
    return _BILL.match(text, end) is not None and not _OTHERWISE_TREATED.search(text, max(0, start - 20), start)


def _topic_before_day(page: Page, start: int, end: int, day: Mention, between: str) -> str | None:
    """The topic between a kind and its day, which may be empty; none where the day is not linked to the kind."""
    text = page.flow.text
    link = _BEFORE_DAY.search(between)
    if _OF_COUNCIL.search(between) and KINDS[text[start:end].lower()] == "schriftelijk overleg":
        return None
    if link:
        words = between[: link.start()]
        return None if between[0] == ":" or _OF_PAPER.search(between) or _leaves(words + " ") else topic_of(words)
    at_once = _AT_ONCE.fullmatch(between) or _listed_at_once(text, start, end, between)
    closed = _CLOSES.match(text, day.end) is not None and "(" in between
    if at_once is None or (between[-1] == "(") != closed:
        return None
    if _leaves(between) or not (at_once["topic"] or _opened(page, start, end)):
        return None
    return at_once["topic"].strip()


def _opened(page: Page, start: int, end: int) -> bool:
    """Whether a kind whose day follows at once needs no topic: by a capital, a bracket, a label, a cell, a name."""
    text = page.flow.text
    if text[start].isupper() or text[start - 1 : start] == "(" or text[start:end].lower() != "debat":
        return True
    return labelled(text, start) or opens_cell(page, start)


def _listed_at_once(text: str, start: int, end: int, between: str) -> re.Match[str] | None:
    """The topic before a day that follows at once: of a short form in brackets, or behind "over" before a bracket."""
    if text[start - 1 : start] == "(" and text[start:end].isupper():
        return _SHORT_AT_ONCE.fullmatch(between)
    if _PAPER_LAST.search(between):
        return None
    if titled(text, start) or (text[start].isupper() and labelled(text, start)):
        return _TITLED_AT_ONCE.fullmatch(between)
    told = _TOLD_AT_ONCE.fullmatch(between)
    return told or (None if text[start:end].lower() == "debat" else _NAMED_AT_ONCE.fullmatch(between))


def _leaves(between: str) -> bool:
    """Whether the words between kind and day leave the clause: a stop, a verb, or another debate that has the day."""
    return (
        ". " in between.replace("d.d. ", "")
        or _IN_ANOTHER.search(between) is not None
        or re.search(r"\s(?:heb|heeft|is|zijn|was|werd|dat|die|wordt|worden|in plaats van)\s|\s(?:en|maar)\s$", between)
        is not None
    )


def _undated(page: Page, start: int, end: int, word: str, dates: Sequence[Mention], index: int) -> Mention | None:
    """A debate known by its topic alone: "VAO Justitiële jeugd", "dertigledendebat over …"; or held on a day before."""
    text = page.flow.text
    told = word != "debat" or text.startswith(" over ", end)
    listed = word != MERE_QUESTIONS
    day = (
        (held_on(text, start, dates, index, told=told) or day_before(page, start, end, dates, index))
        if listed
        else None
    )
    if day:
        named = word in TOPIC_ALONE or (word in TOPIC_NAMED and _THE.search(text, max(0, start - 5), start))
        topic = topic_alone(text, end, told=False) if named else None
        reference = DebateReference(KINDS[word], topic.words if topic else "", day)
        return page.mention(start, topic.end if topic else end, reference, "debate.held", 0.85)
    if listed and (planned := scheduled(text, start)) is not None:
        day = day_line(text, start, dates, index)
        if day or planned:
            topic = topic_alone(text, end, told=False) if text[end : end + 1] in (" ", "-") else None
            reference = DebateReference(KINDS[word], topic.words if topic else "", day)
            return page.mention(start, topic.end if topic else end, reference, "debate.scheduled", 0.85)
    issue = _AT_ISSUE.search(text, max(0, start - _LOOK_BACK), start)
    asked = asked_for(text, start)
    named = word in TOPIC_ALONE or _is_named(text, start, end, word)
    topic = topic_alone(
        text, past_company(text, end) if asked or word == QUESTIONED else end, told=not (issue or named)
    )
    if topic is None or not (issue or asked or named or word in TOPIC_TOLD):
        alone = topic is None and word in TOPIC_ALONE and requested(text, start, end)
        alone = alone or briefed(text, start, end)
        return (
            page.mention(start, end, DebateReference(KINDS[word], "", None), "debate.requested", 0.85)
            if alone
            else None
        )
    day = of_meeting(page, end, dates, at_issue=issue is not None) or of_row(page, start, dates, index)
    return page.mention(start, topic.end, DebateReference(KINDS[word], topic.words, day), "debate.topic", 0.85)


def _is_named(text: str, start: int, end: int, word: str) -> bool:
    """Whether a kind may stand with its topic alone: a name behind "het", or opening an item of a list; "bij het"."""
    if word.endswith("debat") and text.startswith(" over ", end):
        held = word == "commissiedebat" or _DONE_THERE.match(text, end) is not None
        if held and (_OPENED if word == "commissiedebat" else _AT).search(text, max(0, start - _LOOK_BACK), start):
            return True
    if word in TOPIC_NAMED and _THE.search(text, max(0, start - 5), start):
        return True
    if placed(text, start) or (chaired(text, start) and text.startswith(" over ", end)):
        return True
    return "debat" in word and titled(text, start)
