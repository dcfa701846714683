"""What a paper says of the carrying out of a motion: status by the words used, obstacle, and what it is met with.

No words, no status: a motion that is only mentioned gets no response.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from ctgraph.link.asked_things import told_of_what_is_asked
from ctgraph.link.context import Context
from ctgraph.link.echoes import echoed
from ctgraph.link.motion_lists import Leads, is_label
from ctgraph.link.motions import ASKING, LinkedMention
from ctgraph.link.obstacles import obstacle
from ctgraph.link.statuses import status_alone, status_of
from ctgraph.link.treatments import (
    DEBATE_LINE,
    PAPER_LINE,
    SIDE_BY_SIDE,
    Apart,
    joined,
    means_the_last,
    placed,
    speaks_of,
    treatments,
)
from ctgraph.link.wording import holds
from ctgraph.model.claims import FulfilmentStatus, Ref, Response
from ctgraph.model.mentions import PersonReference

# " (VVD)", " (Kamerstuk 29 754, nr. 5)", " c.s."
_ASIDE = re.compile(r"\s\([^()]{1,120}\)|,?\sc\.s\.(?=[\s,])")
_BRACKETS = re.compile(r"\s\([^()]{1,120}\)")
# " van de leden Van Buuren en De Wringer"
_SUBMITTERS = re.compile(
    r"\s(?:van|door)\s(?:het\slid|de\sleden|mevrouw|de\sheer)"
    r"(?:(?:,|\sen)?\s(?:(?:[Vv]an|[Dd]e[rn]?|[Tt]e[nr]|[Ee]l)\s){0,2}[A-ZÀ-Ž][\w’'-]{1,30}){1,9}"
)
# "-Van der Staaij/Bikker", " Klaver" behind "motie": names, which part a wording too. Not " over Nederland".
_NAMES = re.compile(
    r"(?<=[mM]otie)(?:[-–]|\s)(?:(?:[Vv]an|[Dd]e[rn]?|[Tt]e[nr]|[Ee]l|[Hh]et)\s){0,2}[A-ZÀ-Ž][\w’'-]{1,30}"
    r"(?:\s?/\s?(?:(?:[Vv]an|[Dd]e[rn]?|[Tt]e[nr]|[Ee]l)\s){0,2}[A-ZÀ-Ž][\w’'-]{1,30}){0,5}"
)
# What stands between the parts of a wording: "is, doordat enkelbanden worden overwogen, inmiddels uitgevoerd". Not
# "wordt, conform de motie, vooraf gehoord", which tells how the motion fares.
_BETWEEN = re.compile(
    r",\s(?!(?:conform|overeenkomstig)\s(?:de|deze|die)\s(?:[\w-]+\s)?motie)(?:doordat|omdat|nu|zoals|aangezien|gelet|gezien|mede|vanwege|wegens|conform|overeenkomstig|met|na|naast|door)\s"
    r"[^,.;:()]{1,160},(?=\s)"
)
# Who asks how a motion fares does not say it: "Zij vragen of de motie … is uitgevoerd", "Is de motie uitgevoerd?".
_ASKS = re.compile(r"\b(?:vra(?:ag|agt|gen)|vroeg(?:en)?)\b[^.;]{0,80}\b(?:of|hoe|wanneer|waarom|in hoeverre)\b|\?\s*$")
_ASKING_WORDS = ("vra", "vroeg", "?")
# What a list says of a motion under its own head: "Stand van zaken: Onderhanden.", "Status: uitgevoerd".
_LABEL = re.compile(r"(?:Stand van zaken|Stand|Status|Voortgang|Reactie|Afdoening)\s?[:|–]\s?", re.IGNORECASE)
# What stands behind such a label and only tells what is being done: "DJI werkt aan een regeling".
_BUSY = re.compile(
    r"\b(?:werk(?:t|en) aan|naar verwachting|in (?:voorbereiding|ontwikkeling|gesprek|overleg)|verwacht)\b"
    r"|\b(?:voorbereiding(?:en)?|gesprek(?:ken)?|onderzoek|overleg|uitwerking)\b[^.;]{0,60}"
    r"\b(?:gestart|begonnen|lopen|loopt|gaande|gevoerd)\b"
)
# What is said of a motion in a list, with no word for it: "Wordt meegenomen in het plan". Not "Wordt het onderzoek …".
_ELLIPTIC = re.compile(
    r"(?:Wordt|Is|Zal|Blijft|Werd|Kan)\s(?!(?:het|de|een|dit|dat|deze|die|er|ik|u|uw|wij|zij|hij)\b)"
)
# The colon, dash or cell behind a motion in a list, perhaps with what it is about: "De motie-Bos (nr. 5): deels
# uitgevoerd", "Motie-Bos over geld (nr. 5): loopt". Not "De motie-Bos over geld is uitgevoerd: zie nr. 5".
_CELL = re.compile(
    r"(?:\s(?:over|inzake|om|betreffende)(?:\s(?!(?:is|zijn|wordt|heeft|zal|kan|zie)\s)[^\s():|\n]{1,30}){1,25})?"
    r"(?:\s?\([^()\n]{1,80}\))?\s?(?:[:|–]|\s-\s|\n)\s?"
)
# Where the cells of a row part, as the file has it; the clean text has one space there.
_CELLS = re.compile(r"\||\t|[ \xa0]{3,}")
_CELL_SIGNS = ("|", "\t", "   ", "\xa0")
_CARD = 4
"""Sentences from the one that names a motion to what stands below "Status" in its card."""
_HEAD = 300
"""Characters of what a sentence says before the first motion that it names, which counts for all of them."""
# "De motie blijft in uitvoering", "Deze motie beschouw ik als afgedaan". Not "De motie over scholen is afgedaan".
_OUTRIGHT = re.compile(
    r"(?:De|Deze|Die)\smotie(?:,\s[^,.;]{1,120},)?\s(?:is|blijft|wordt|beschouw(?:t|en)?|acht(?:en)?)\s"
)
# "Met deze brief doe ik de motie af", "Hiermee wordt de motie uitgevoerd". Not "Hiermee is de motie uitgevoerd".
_HEREBY = re.compile(r"(?:Met deze brief|Hiermee|Hierbij|Middels deze brief)\s(?!is\b|zijn\b|heb\b|heeft\b|beschouw)")
_TOLD_AT_LAST = 60
"""Sentences behind one that says what the paper does, in which it may say at last how the motion fares."""
_GOING_ON: frozenset[FulfilmentStatus] = frozenset({"in-progress", "addressed"})
"""What gives way to a status that is given outright: "Met deze brief wordt uitvoering gegeven aan de motie-Bos"."""
_UNABLE: frozenset[FulfilmentStatus] = frozenset({"not-fully-feasible", "not-feasible", "declined", "partly-fulfilled"})


class Passage(Struct, frozen=True):
    """The sentence that states a status, clean offsets in the body."""

    start: int
    end: int
    status: FulfilmentStatus


def responses(
    context: Context, linked: Sequence[LinkedMention], fulfilling: Sequence[tuple[int, Ref]]
) -> list[Response]:
    """One response for each motion of which the paper says how it fares.

    `fulfilling` are the things that may carry a motion out (strategy, study, bill, measure), by body offset.
    """
    made: dict[Ref, Response] = {}
    quoted: dict[Ref, Response] = {}
    if context.document.header.kind in ASKING:
        return []
    full = [item for item in linked if item.motion and (item.value.form == "full" or item.afar)]
    apart = Apart(placed(context, full))
    leads = Leads(context)
    searched: set[tuple[Ref, int]] = set()
    for number, (motion, start, stop) in enumerate(treatments(context, full)):
        if motion in made:
            continue
        # What a first mention was searched for in vain, up to the same end, a second one adds only its own sentence to.
        again = (motion, stop) in searched
        searched.add((motion, stop))
        passage = _where_named(context, full, number, start, apart.cut(start, stop)) or _by_place(
            context, apart, motion
        )
        if passage is not None and _by_a_member(context, passage):
            quoted.setdefault(motion, _response(context, motion, passage, start, fulfilling))
            passage = None
        if passage is not None:
            passage = _at_last(context, passage, stop)
        elif echo := echoed(context, full, number, made):
            passage = Passage(*echo)
        else:
            passage = _behind(context, full, number, stop, apart, most=1 if again else len(context.sentences))
            passage = passage or _above(context, leads, full[number])
        if passage is not None:
            told = quoted if _by_a_member(context, passage) else made
            told.setdefault(motion, _response(context, motion, passage, start, fulfilling))
    # What a member says of a motion gives way to what the government says of it in the same debate.
    return list((quoted | made).values())


def _where_named(context: Context, full: Sequence[LinkedMention], number: int, start: int, stop: int) -> Passage | None:
    """The status in the sentence that names a motion: in the part of the motion, or before all that it names."""
    mention = full[number].mention
    end = min(context.sentences.around(mention.start)[1], stop)
    text = context.text
    if _asks(text[start:end]) or text[end - 1 : context.sentences.around(mention.start)[1]].rstrip().endswith("?"):
        return None
    chain = number
    while chain and number - chain < SIDE_BY_SIDE and joined(context, full[chain - 1], full[chain]):
        chain -= 1
    begin = full[chain].mention.start
    alone = _in_cell(context, mention.end, end)
    first = full[bisect_left(full, start, key=lambda item: item.mention.start)].mention.start
    if first == begin or alone:
        status = status_of(_said(text[start:end])) or alone
        return Passage(start, end, status) if status else None
    status = status_of(_said(text[begin:end]))
    if status:
        return Passage(begin, end, status)
    status = status_of(_said(text[start : min(first, start + _HEAD)] + text[begin:end]))
    return Passage(start, end, status) if status else None


def _at_last(context: Context, passage: Passage, stop: int) -> Passage:
    """The passage, or what the paper says outright behind one that only tells what goes on, or what the paper does."""
    if _HEREBY.match(context.text[passage.start : passage.end]):
        return _outright(context, passage, stop, reach=_TOLD_AT_LAST) or passage
    if passage.status in _GOING_ON:
        return _outright(context, passage, stop) or passage
    return passage


def _by_a_member(context: Context, passage: Passage) -> bool:
    """Whether a member says it, in the report of a debate: "De Minister meldde dat mijn motie is uitgevoerd"."""
    turn = context.speaker(passage.start) if context.turns else None
    return turn is not None and isinstance(turn.value, PersonReference) and not turn.value.office


def _outright(context: Context, passage: Passage, stop: int, *, reach: int = 1) -> Passage | None:
    """The status that one of the next sentences, as a rule the very next, gives outright: "De motie is afgedaan"."""
    first = context.sentences.index(passage.start) + 1
    for index in range(first, min(first + reach, len(context.sentences))):
        begin, end = context.sentences.at(index)
        if begin >= stop:
            break
        words = context.text[begin : min(end, stop)]
        status = status_of(_said(words)) if _OUTRIGHT.match(words) and not _asks(words) else None
        if status and status != "addressed":
            return Passage(begin, min(end, stop), status)
    return None


def _asks(words: str) -> bool:
    """Whether a sentence asks how a motion fares; most hold none of the words, and need no pattern."""
    return holds(words, _ASKING_WORDS) and _ASKS.search(words) is not None


def _in_cell(context: Context, start: int, end: int) -> FulfilmentStatus | None:
    """The status behind the colon or dash of a motion in a list, or in a cell of its row."""
    cell = _CELL.match(context.text, start, end)
    alone = status_alone(context.text[cell.end() : end]) if cell else None
    if cell and ":" in cell[0] and alone is None and _BUSY.search(context.text, cell.end(), end):
        return "in-progress"
    if alone or end <= start:
        return alone
    raw = context.document.quote(context.document.span(context.body, start, end))
    cells = _CELLS.split(raw) if holds(raw, _CELL_SIGNS) else ()
    return next((status for part in cells[1:] if (status := _of_cell(part.strip()))), None)


def _of_cell(words: str) -> FulfilmentStatus | None:
    """The status that a cell tells with nothing else: "Loopt", "Wordt bezien in samenhang met de agenda"."""
    return status_alone(words) or (status_of(words) if _ELLIPTIC.match(words) else None)


def _by_place(context: Context, apart: Apart, motion: Ref) -> Passage | None:
    """The status told of a motion by its place among several: "De eerste is uitgevoerd"."""
    for item in apart.of(motion):
        status = status_of(context.text[item.start : item.end])
        if status:
            return Passage(item.start, item.end, status)
    return None


def _behind(
    context: Context, full: Sequence[LinkedMention], number: int, stop: int, apart: Apart, *, most: int
) -> Passage | None:
    """The first of some sentences behind the one that names a motion that points back to it and words a status.

    "Hiervoor is geld opgenomen" gives way to a later "Daarmee is invulling gegeven aan de motie".
    """
    motion = full[number].motion
    first = context.sentences.index(full[number].mention.start)
    section = context.section_of(full[number].mention.start).end
    beside = number + 1 < len(full) and joined(context, full[number], full[number + 1])
    weak: Passage | None = None
    for index in range(first + 1, min(first + 1 + most, len(context.sentences))):
        begin, end = context.sentences.at(index)
        if begin >= stop or motion is None:
            break
        words = context.text[begin : min(end, stop)]
        named = "motie" in words
        labelled = index <= first + _CARD and is_label(context.text[slice(*context.sentences.at(index - 1))])
        straight = labelled or index == first + 1 or _below_its_paper(context, index)
        if ((begin >= section or weak) and not (named or straight)) or begin in apart.starts or _asks(words):
            continue
        begin, status = _labelled(words, begin, straight=straight)
        status = status or (_told_below(words) if labelled else None)
        sure = named or status is not None
        if status is None and speaks_of(context, full, motion, begin, min(end, stop), first):
            status = None if beside and means_the_last(words) else status_of(_said(words))
        if status is None and index == first + 1:
            status = told_of_what_is_asked(context.text[slice(*context.sentences.at(first))], words)
        passage = Passage(begin, min(end, stop), status) if status else None
        if passage and (sure or status != "addressed"):
            return passage
        weak = weak or passage
    return weak


def _above(context: Context, leads: Leads, item: LinkedMention) -> Passage | None:
    """The status told of a whole list before it begins: "De volgende moties beschouw ik als afgedaan:"."""
    lead = leads.above(item.mention.start)
    words = context.text[slice(*lead)] if lead else ""
    status = status_of(_said(words)) if lead and not _asks(words) else None
    return Passage(*lead, status) if lead and status else None


def _below_its_paper(context: Context, index: int) -> bool:
    """Whether a sentence follows a line that gives nothing but the paper of a motion, perhaps behind its debate."""
    line = context.sentences.at(index - 1)
    return any(form.fullmatch(context.text, *line) for form in (PAPER_LINE, DEBATE_LINE))


def _labelled(words: str, begin: int, *, straight: bool) -> tuple[int, FulfilmentStatus | None]:
    """The status behind "Stand van zaken:", and where it begins; or alone in the line straight behind a motion's."""
    label = _LABEL.match(words)
    if label is None:
        elliptic = straight and _ELLIPTIC.match(words) is not None
        return begin, (status_alone(words) if straight else None) or (status_of(_said(words)) if elliptic else None)
    status = _told_below(words[label.end() :])
    return (begin + label.end(), status) if status else (begin, None)


def _told_below(said: str) -> FulfilmentStatus | None:
    """The status that words behind or below "Stand van zaken" tell."""
    return status_alone(said) or status_of(_said(said)) or ("in-progress" if _BUSY.search(said) else None)


def _said(words: str) -> str:
    """A sentence without submitters, brackets and asides, which part a wording: "is de motie … afgedaan"."""
    # The first sign of two alternatives is looked for anywhere, that of one pattern is found four times as fast.
    bare = _ASIDE.sub("", words) if "c.s." in words else _BRACKETS.sub("", words) if "(" in words else words
    bare = _BETWEEN.sub("", bare) if "," in bare else bare
    return _NAMES.sub("", _SUBMITTERS.sub("", bare)) if "otie" in bare else bare


def _response(
    context: Context, motion: Ref, passage: Passage, start: int, fulfilling: Sequence[tuple[int, Ref]]
) -> Response:
    evidence = context.evidence(passage.start, passage.end, f"response.{passage.status}", 0.85)
    unable = passage.status in _UNABLE
    first = bisect_left(fulfilling, passage.start, key=lambda placed: placed[0])
    last = bisect_left(fulfilling, passage.end, lo=first, key=lambda placed: placed[0])
    met = [] if unable else [ref for _, ref in fulfilling[first:last]]
    return Response(
        ref=Ref(
            "response",
            motion.id if motion.id.startswith(f"{context.document.id}/") else f"{context.document.id}/{motion.id}",
        ),
        motion=motion,
        status=passage.status,
        evidence=(evidence,),
        obstacle=obstacle(context, motion, start, passage.end) if unable else None,
        fulfilled_by=tuple(dict.fromkeys(met)),
    )
