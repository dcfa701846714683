"""In which debate, or on which day, a promise was made that a paper tells, where its own words leave that open."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from ctgraph.link.context import Context
from ctgraph.link.debates import LinkedDebate, at
from ctgraph.link.wording import holds, wording
from ctgraph.model.claims import Commitment, Time
from ctgraph.model.mentions import DateReference, DebateReference, Mention

# "Bij die gelegenheid heb ik toegezegd", "Die toezegging betrof": the debate stands in a sentence before.
_THERE: Final = re.compile(
    r"(?:Bij die gelegenheid|D(?:ie|eze) toezegging|Daarbij|Daarin|Toen|Destijds"
    r"|(?:Tijdens|In|Bij) (?:dit|het) (?:debat|overleg|commissiedebat))\b"
)
_BACK: Final = 2
"""Sentences before in which that debate is looked for: an answer may open with "Antwoord."."""
# "heb ik daar toegezegd", "heeft toen ook toegezegd": the debate of the sentence before. "in dat debat", "genoemd
# commissiedebat": the last of its kind, wherever it was named. Not "daar toe", nor "dit debat", the one that goes on,
# nor "het debat over drones".
_RIGHT_THERE: Final = re.compile(
    r"\b(?:daar|toen|destijds|bij (?:die|dezelfde) gelegenheid) (?:ook |tevens )?(?=toegezegd|beloofd|gezegd)"
    r"|\b(?:[Tt]oen|[Dd]estijds|(?:[Bb]ij|[Tt]er) (?:die|dezelfde) gelegenheid|[Dd]aarin|[Dd]aarbij)\b[^.;?]{0,160}\b"
    r"(?:toegezegd|beloofd|toezegging|weten|aangekondigd|afgesproken)\b"
    r"|\b(?:zegde|zei|beloofde|kondigde)\b[^.;?]{0,60}\b(?:toen|destijds|daar|bij (?:die|dezelfde) gelegenheid)\b"
    r"|\b[Tt]oen (?:zegde|zei|beloofde|kondigde)\b"
)
_THAT: Final = re.compile(
    r"\b(?:(?:in|tijdens|bij|na) (?:dat|het|hetzelfde)|(?:genoemd|voornoemd|bovengenoemd|voormeld)e?) "
    r"(?P<kind>commissiedebat|debat|tweeminutendebat|algemeen overleg|\w*overleg)\b(?!\s(?:over|van|met|inzake|op)\b)",
    re.IGNORECASE,
)
_BEFORE: Final = 20
"""Debates before a promise among which that one is looked for."""
# With a debate in the sentence: "In het debat van 14 mei heb ik aangegeven u te zullen informeren", "… is afgesproken
# dat uw Kamer een brief ontvangt". Not "In het debat van 14 mei heb ik aangegeven dat dit niet kan".
_PAPER: Final = (
    r"(?:\w*brief|\w*overzicht|\w*notitie|\w*reactie|\w*rapportage|\w*verslag|\w*analyse|\w*onderzoek|antwoord)"
)
_HAVE: Final = "(?:heb|heeft|hebben|had|hadden|is|zijn|werd)"
_SAID: Final = "(?:aangegeven|aangekondigd|aangeboden|afgesproken|gezegd|gemeld|verklaard|voorgenomen|aangegaan)"
_TO_COME: Final = r"(?:te (?:zullen )?\w+n|zou(?:den)?|zal|zullen|ontvangt|krijgt|wordt)\b"
_SAID_THERE: Final = wording(
    rf"{_HAVE} … {_SAID} … {_TO_COME}",
    rf"{_HAVE} … {_SAID} te \w+\b",
    rf"{_HAVE} … (?:een|het|de) {_PAPER} … (?:aangekondigd|aangeboden)\b",
    rf"{_HAVE} … (?:een|het|de) {_PAPER} (?:aangekondigd|aangeboden)\b",
    rf"kondigden? … (?:een|het|de) {_PAPER} … aan\b",
    rf"spraken … af … {_TO_COME}",
    r"spraken … af te \w+\b",
    rf"(?:toegezegde|beloofde|aangekondigde) (?:\w+ ){{0,2}}{_PAPER}\b",
    r"(?:zei|zeiden|meldde|beloofde) … dat (?:hij|zij|ik|wij|het kabinet) … (?:zou(?:den)?|zal|zullen)\b",
    r"(?:zegde|zegden|zei|zeiden) … toe\b",
    rf"{_HAVE} … laten weten … te (?:zullen )?\w+n\b",
    # "die blijkens de lijst van toezeggingen van het debat van 3 mei uiterlijk in juni zou worden gestuurd".
    r"(?:blijkens|volgens|conform) … toezeggingen … (?:zou(?:den)?|zal|zullen) … \w+(?:d|t|n)(?=[^\w]*$)",
    gap=16,
)
_SAID_WORDS: Final = (
    "aangegeven", "aangekondigd", "aangeboden", "afgesproken", "gezegd", "gemeld", "zei", "zegde", "meldde", "beloofde",
    "verklaard", "voorgenomen", "aangegaan", "kondigde", "spraken", "toegezegde", "aangekondigde", "laten weten",
    "toezeggingen",
)  # fmt: skip
_ASIDE: Final = re.compile(r"\s\([^()]{1,80}\)")
_HEARERS: Final = re.compile(r"\bKamer\b|(?:^|\s)(?:[Uu]|ik|wij)\s|\b[Mm]inister\b|\b[Ss]taatssecretaris\b")
# The day of a promise that is told without its debate: "toezegging van 3 mei", "Op 3 mei heb ik … toegezegd".
_MADE_ON: Final = re.compile(
    r"\b[Tt]oezegging\s(?:(?:aan|die)\s(?:(?!brief|rapport|motie|nota)[^\s.;:]{1,30}\s){1,8})?"
    r"(?:d\.d\.|dd\.?|van|(?:gedaan\s)?op)\s$"
    r"|\b[Tt]oegezegd\s(?:op|d\.d\.)\s$|\b[Tt]oezegging\b[^.;:]{0,50}\sgedaan\s[^.;:]{0,40}\sop\s$"
    r"|\b[Tt]oezegging\b[^.;:]{0,50}\sdie\s[^.;:]{0,40}\sop\s$"
)
# "heb ik u op 3 mei toegezegd". Not "heb ik u op 3 mei een brief gestuurd".
_HAVING: Final = re.compile(r"\b(?:heb|heeft|hebben|is|zijn|werd)\s(?:[^\s.;:]{1,20}\s){0,4}op\s$")
_THEN_PROMISED: Final = re.compile(r"(?:\s[^\s.;:]{1,24}){0,8}\s(?:toegezegd|beloofd)\b")
# "Op 3 mei heb ik toegezegd", "Bij de behandeling op 3 mei (Handelingen …) heeft ondergetekende toegezegd".
_MADE_AFTER: Final = re.compile(r"(?:\s\([^()]{1,80}\))?,?\s(?:heb|heeft|hebben|is|zegde)\s")
_OPENS_WITH_DAY: Final = re.compile(
    r"(?:Op|(?:Bij|Tijdens|In)\s[^.;:]{1,80}\sop|(?:In|Bij)\s(?:mijn|onze|de|die)\s\w*brief\svan)\s$"
)
_DAY_REACH: Final = 90
_ALSO: Final = re.compile(r"(?:Ook|Tevens|Daarnaast|Voorts|Verder|Hierbij)\b")


# A promise that was made in another paper or talk: "In mijn brief van 3 mei heb ik toegezegd".
_ELSEWHERE: Final = re.compile(
    r"\b(?:in|bij|met|tijdens|uit)\s(?:de|mijn|onze|een|het|die|dat|deze|diens)\s(?:\w+\s)?"
    r"(?:\w*brief|brieven|\w*overleg|\w*debat|\w*rapportage|\w*reactie|nota|gesprek|antwoord(?:en)?|verslag)\b"
    r"|\((?:\w*brief|\w*behandeling|rapport|verslag)\s",
    re.IGNORECASE,
)
_ANSWER: Final = ("Antwoord", "Antwoord:")
"""Heads between a question, which tells the debate, and its answer."""
_NEAR: Final = 4
"""Sentences behind the telling of a promise with its debate within which it is told again: "Ja. Ik heb toegezegd …"."""
# "de toezeggingen uit het debat van 3 mei", "de opvolging van hetgeen in het debat is besproken". Not "de opvolging van
# de heer Bos".
_TOLD_BELOW: Final = re.compile(r"toezeggingen|\bopvolging van (?:hetgeen|wat)\b|\bopenstaande (?:punten|vragen) uit\b")
_FAR: Final = 60
"""Sentences behind such words within which promises are told one by one."""
# "Ik heb het lid Bos toegezegd", "zegde ik toe": by who spoke in the debate that the sentence before tells of.
_BY_ME: Final = re.compile(
    r"\b(?:ik heb|heb ik|ik zegde|zegde ik|ik zei|zei ik|ik beloofde|beloofde ik|door mij|toegezegd is|is toegezegd)\b",
    re.IGNORECASE,
)
_SAME: Final = 3
"""Sentences behind a debate within which a promise was made there, if a member asked for it just before."""
_ASKED: Final = re.compile(
    r"\b(?:vroeg|vroegen|verzocht|verzochten|stelde|stelden|wees|wezen|opperde|bepleitte|drong)\b"
)


def place_of(context: Context, debates: Sequence[LinkedDebate], position: int) -> LinkedDebate | None:
    """The debate that a sentence without one points back to: "Bij die gelegenheid", "daar", "in dat debat"."""
    start, end = context.sentences.around(position)
    if named := _THAT.search(context.text, start, end):
        until = bisect_right(debates, named.start(), key=lambda item: item.mention.start)
        before = [item for item in debates[max(0, until - _BEFORE) : until] if item.debate.time]
        kind = named["kind"].lower()
        return next((item for item in reversed(before) if kind in (item.debate.kind, "debat", "overleg")), None)
    index = context.sentences.index(position)
    back = _BACK if _THERE.match(context.text, start) else 1 if _RIGHT_THERE.search(context.text, start, end) else 0
    for step in range(1, min(back, index) + 1):
        if found := at(debates, *context.sentences.at(index - step)):
            return found
    return None


def last_place(
    context: Context,
    debates: Sequence[LinkedDebate],
    last: LinkedDebate | None,
    made: Sequence[Commitment],
    position: int,
) -> LinkedDebate | None:
    """The debate of the promise told before, where the sentence goes on ("Ook heb ik toegezegd") or stands near it.

    Not where it names a place or a day of its own, or another debate was named in between.
    """
    if last is None or not made:
        return None
    start, end = context.sentences.around(position)
    if _ALSO.match(context.text, start):
        return last
    told = context.clean(made[-1].evidence[0].span.start)
    near = context.sentences.index(position) - context.sentences.index(told) <= _NEAR
    if not near or made_elsewhere(context.text, start, end) or made_on(context, position, None):
        return None
    between = context.section_of(told).start != context.section_of(position).start
    if between and context.section_of(position).heading not in _ANSWER:
        return None
    first = bisect_right(debates, told, key=lambda item: item.mention.start)
    until = bisect_right(debates, start, key=lambda item: item.mention.start)
    return last if all(item.debate.ref == last.debate.ref for item in debates[first:until]) else None


def told_before(context: Context, debates: Sequence[LinkedDebate], position: int) -> LinkedDebate | None:
    """The debate of the head that a promise stands under, or the last one told, if it was told of promises."""
    section = context.section_of(position)
    if found := at(debates, section.start, section.start + len(section.heading)):
        return found
    index = bisect_right(debates, position, key=lambda item: item.mention.start) - 1
    if index < 0 or made_on(context, position, None):
        return None
    last, told = debates[index], context.sentences.index(debates[index].mention.start)
    behind = context.sentences.index(position) - told
    words = context.text[slice(*context.sentences.at(told))].lower()
    if behind <= (_FAR if _TOLD_BELOW.search(words) else _NEAR if "toezegging" in words else 0):
        # "de toezeggingen uit het debat van 3 mei en het daarop gevolgde tweeminutendebat": those of the first.
        return at(debates, *context.sentences.at(told)) or last
    start, end = context.sentences.around(position)
    near = behind == 1 or (behind <= _SAME and _asked_between(context, debates[index].mention.start, start))
    elsewhere = behind > 1 and made_elsewhere(context.text, start, end)
    return last if near and not elsewhere and _BY_ME.search(context.text, start, end) else None


def _asked_between(context: Context, start: int, end: int) -> bool:
    """Whether two places stand in one paragraph, and the sentence before the second tells what was asked there."""
    paragraphs = context.document.paragraphs
    if bisect_right(paragraphs, start) != bisect_right(paragraphs, end):
        return False
    before = context.sentences.at(context.sentences.index(end) - 1)
    return _ASKED.search(context.text, *before) is not None


def made_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether a sentence names another paper or talk: "In mijn brief van 3 mei heb ik het lid Bos toegezegd"."""
    return _ELSEWHERE.search(text, start, end) is not None


def names_debate(context: Context, start: int, end: int) -> bool:
    """Whether a debate with its day is named, in a sentence or in the one before it that its "toen" points to."""
    if any(value.reading for _, value in context.between(start, end, DebateReference)):
        return True
    index = context.sentences.index(start)
    if not index or not _RIGHT_THERE.search(context.text, start, end):
        return False
    before = context.sentences.at(index - 1)
    return any(value.reading for _, value in context.between(*before, DebateReference))


def said_there(context: Context, start: int, end: int) -> bool:
    """Whether a sentence tells what was said in a debate that will be done."""
    words = context.text[start:end]
    if not holds(words, _SAID_WORDS) or (_HEARERS.search(words) is None and "toezeggingen" not in words):
        return False
    if not names_debate(context, start, end):
        return False
    return _SAID_THERE.fits(_ASIDE.sub("", words).lower())


def made_on(context: Context, position: int, debate: LinkedDebate | None) -> Time | None:
    """The day of its debate, else the one that is told with it: "toezegging d.d. 12 september 2024"."""
    if debate is not None:
        return debate.debate.time
    start, end = context.sentences.around(position)
    for mention, value in context.between(start, end, DateReference):
        past = context.day and value.reading.latest and value.reading.latest <= context.day
        if past and _is_day_of_promise(context.text, start, end, mention):
            return context.time(mention)
    return None


def _is_day_of_promise(text: str, start: int, end: int, day: Mention) -> bool:
    """Whether the words around a day make it the one of the promise."""
    low = max(start, day.start - _DAY_REACH)
    if _MADE_ON.search(text, low, day.start):
        return True
    if _HAVING.search(text, low, day.start) and _THEN_PROMISED.match(text, day.end, end):
        return True
    return _OPENS_WITH_DAY.match(text, start, day.start) is not None and _MADE_AFTER.match(text, day.end) is not None
