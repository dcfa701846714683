"""References to Kamerstukken: announced by a word, by id, bare in brackets and lists, or within a dossier.

Rules and their confidence: `kamerstuk.full` and `kamerstuk.id` 0.99; `kamerstuk.short` and `kamerstuk.dossier`
0.95; 0.9 where a misprint was read as meant or brackets behind a bill hold the dossier; `kamerstuk.partial` 0.8
(the dossier is still to be filled in); `kamerstuk.known` 0.85 (a number alone, of a known dossier). A bare number is
believed by its whole shape only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from ctgraph.extract.bare_papers import (
    BACK,
    CLOSE,
    FREE,
    KNOWN,
    Context,
    Found,
    bare,
    bracketed,
    hyphened,
    known,
    lettered,
    listed,
    reference,
    topic,
)
from ctgraph.extract.number_lists import Numbers
from ctgraph.extract.paper_numbers import Paper, attachment_start, read_earlier, read_paper, read_subs
from ctgraph.extract.paper_words import CHAMBER_WORD, DOSSIER_WORD, PAPER_WORD, may_be_amount
from ctgraph.extract.scan import Page, Triggers
from ctgraph.extract.sessions import is_misprint, read_chamber, read_year
from ctgraph.identifiers import parse_paper
from ctgraph.model.mentions import Mention, PaperReference

_DIGITS: Final = "0123456789"
# "EK 34 356, H", "TK 29 754, nr. 645"; not the "ek 3" of "week 3".
_CHAMBERS: Final = tuple(f"{chamber}{gap}{digit}" for chamber in ("ek", "tk") for gap in (" ", ", ") for digit in "123")
_LETTERS: Final = tuple(one + two for one in ("", *"abcdef") for two in "abcdefghijklmnopqrstuvwxyz")
"""Numbers of papers of the Eerste Kamer, in lower case."""
_CHAPTERS: Final = (
    "i", "iia", "iib", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
    "xvii", "xviii", "xix", "xx", "xxii", "xxiii",
)  # fmt: skip
"""Chapters of the budget, in lower case."""
TRIGGERS: Triggers = MappingProxyType(
    {
        "paper-word": ("kamerst", "kst.", "kst ", "dossier", "wetsvoorstel", "voorstel", "initiatief", *_CHAMBERS),
        "paper-id": ("kst-",),
        "paper-number": ("nr.", "nrs", "nr ", "nummer", "letter "),
        "paper-hyphen": tuple(digit + hyphen for digit in _DIGITS for hyphen in "-–‑‐"),
        "paper-bracket": (
            *(digit + bracket for digit in _DIGITS for bracket in (")", " )")),
            *(f"{gap}{chapter})" for gap in " -" for chapter in _CHAPTERS),
        ),
        "paper-letter": tuple(f", {letter})" for letter in _LETTERS),
        "paper-listed": tuple(f", {letter}{sign}" for letter in _LETTERS for sign in ".;:\n"),
        "paper-topic": tuple(f"{lead} {digit}" for lead in ("over", "inzake", "behandeling") for digit in "123"),
        "paper-dossier": tuple(f"{lead} {digit}" for lead in (";", ":", "–", ".", "inzake", "en") for digit in "123"),
    }
)


# "kst-29754-645", "kst-34775-VI-T", "kst-29754-645-n1"; old ones hold a year: "kst-20062007-30566-B".
_ID: Final = re.compile(
    r"kst-(?:\d{8}-)?\d{5}(?:-[IVX]{1,5}[A-E]?|-[A-Z]|-\d{2})?-(?:\d{1,4}|[A-Z]{1,2})(?=(?:-n\d)?(?!\w))", re.IGNORECASE
)

# Words that make a number without a dossier a paper of the dossier at hand: "op stuk nr. 346", "dit dossier, nr. 12".
_AT_HAND: Final = re.compile(r"\b(?:op\s)?stuk(?:ken)?\s$|\bgedrukt\sonder\s$|\bdit\sdossier\s?,?\s$", re.IGNORECASE)
_AT_HAND_ENDS: Final = ("stuk", "stukken", "onder", "dossier")
_LONG_LIST: Final = 20
# After a paper, a further number of its dossier: "nr. 28 en naar nrs. 30 en 31", "stuk nr. 8; dat op nr. 9".
_CONTINUES: Final = re.compile(
    r"\s(?:(?:en|alsmede|of)\s(?:(?:ook|naar|in|op|van|onder)\s){0,2}(?:de\s)?|(?:dat|die)\s(?:op|onder)\s"
    r"|(?:vgl\.|zie)\s(?:ook\s)?)$"
)
_STOP: Final = re.compile(r"(?<!\bp)(?<!\bpp)(?<!blz)(?<!vgl)(?<!\bnr)\.\s|\n")
# A number alone in brackets behind what has one: "motie-Jansen (nr. 70)", "verslag van 7 december (letter B)"; and
# "aangenomen onder nr. 13". Not "Stoomweg (nr. 12)".
_OF_NAMED: Final = re.compile(
    r"(?:\b(?:motie|amendement|nota|(?:voorlopig\s)?verslag|brief|memorie)\b(?:(?!\.\s[A-Z])[^;()\n]){0,60}(?:\([^()]{1,14}\)[^;()\n]{0,30})?\("
    r"|(?:aangenomen|ingediend|bekend|verschenen)\sonder\s)$"
)
_NAMED_BACK: Final = 110
_CLOSE_BY: Final = 120
_HERE: Final = re.compile(r"\s(?:in|van)\sdit\sdossier\b")
# Behind a dossier as pages on the chamber's data print it: "kamerstukdossier 29754 -774 Terrorismebestrijding".
_APART: Final = re.compile(r"\s-(?P<sub>\d{1,4})(?=\s[A-Z])")
_OPEN: Final = re.compile(r"\s?\(\s?(?=[1-3]\d\s?\d{3}(?!\d))")
_OF_DOSSIER: Final = re.compile(
    r"\s(?:van|in|bij)\s(?:het\s)?(?:kamerstuk)?dossier\s(?=[1-3]\d\s?\d{3}(?!\d))", re.IGNORECASE
)
# A further paper after a first one: "nr. 5 en 35 917, nr. 14".
_GOES_ON: Final = re.compile(r"\s?(?:,|;|\sen|\salsmede|\srespectievelijk)\s(?:ook\s|in\s)?(?=\d{2}[\s.]?\d{3}(?!\d))")


def find_papers(page: Page) -> Iterator[Mention]:
    """Find references to Kamerstukken, from left to right, none overlapping another."""
    present = [(page.hits[name], order) for name, order in _ORDER if name in page.hits]
    hits = sorted([(start, order) for hits, order in present for start, _ in hits])
    text, done, dossiers = page.flow.text, 0, page.gazetteer.dossiers
    for start, order in hits:
        # A plain look-up first: most numbers behind "en" are no dossier at all.
        if start < done or (order == _ALONE and not _may_be_known(text, start, dossiers)):
            continue
        for found in _READERS[order](text, start, done):
            if found.rule == KNOWN and not _is_known(page, found):
                continue
            done = found.past
            if value := found.value:
                if value.ids == (page.document.id,):
                    value = replace(value, own=True)
                yield page.mention(found.start, found.end, value, found.rule, found.confidence)


def _may_be_known(text: str, start: int, dossiers: Container[str]) -> bool:
    begin = text.index(" ", start) + 1
    spaced = text[begin : begin + 2] + text[begin + 3 : begin + 6]
    return spaced in dossiers or text[begin : begin + 5] in dossiers


def _is_known(page: Page, found: Found) -> bool:
    """Whether all that a reference names is of known dossiers."""
    ids = found.value.ids if found.value else ()
    numbers = [parse_paper(identifier) for identifier in ids]
    dossiers = [number.dossier_id if number else ids[at].removeprefix("kst-") for at, number in enumerate(numbers)]
    return all(dossier in page.gazetteer.dossiers for dossier in dossiers)


def _announced(text: str, start: int, done: int) -> Iterator[Found]:
    """Read what the words Kamerstuk, dossier or wetsvoorstel announce."""
    if start and text[start - 1].isalnum():
        return
    word = PAPER_WORD.match(text, start) or DOSSIER_WORD.match(text, start) or CHAMBER_WORD.match(text, start)
    if word is None:
        return
    begin = attachment_start(text, start, done)
    context = _context(word, attachment=begin < start)
    paper = read_paper(text, word.end(), plain=context.announces)
    if paper is None:
        yield from _within(text, begin, word.start("number") if word.re is PAPER_WORD else -1, context)
        return
    if may_be_amount(text, word, paper) or (word.re is CHAMBER_WORD and not paper.subs):
        return
    if not paper.subs and not word.groupdict().get("plural"):
        apart = _APART.match(text, paper.dossiers[0].end) if word.re is DOSSIER_WORD else None
        subs, end = ((apart["sub"],), apart.end()) if apart else ((), paper.dossiers[0].end)
        paper = Paper(paper.dossiers[:1], subs, end)
    first = reference(text, begin, paper, context)
    yield first
    if paper.subs:
        yield from _further(text, first.past, context)


def _context(word: re.Match[str], *, attachment: bool) -> Context:
    if word.re is DOSSIER_WORD:
        return Context("kamerstuk.full", 0.99, attachment=attachment)
    if word.re is CHAMBER_WORD:
        year = read_year(word["first"], word["second"]) if word["first"] else ""
        return Context("kamerstuk.full", 0.95, year, read_chamber(word["chamber"]), attachment)
    first, second = word["first"], word["second"]
    confidence = 0.9 if is_misprint(word["chamber"], first, second) else 0.99
    year = read_year(first, second) if first else ""
    return Context("kamerstuk.full", confidence, year, read_chamber(word["chamber"]), attachment)


def _further(text: str, position: int, context: Context) -> Iterator[Found]:
    """Read the papers that follow a first one in the same breath, each with its own dossier and number."""
    while joint := _GOES_ON.match(text, position):
        paper = read_paper(text, joint.end(), plain=context.announces)
        if paper is None or not paper.subs:
            return
        following = reference(text, joint.end(), paper, context)
        yield following
        position = following.past


def _within(text: str, begin: int, number: int, context: Context) -> Iterator[Found]:
    """Read "Kamerstuk nr. 645", which names no dossier; `number` is where "nr." stands, or -1."""
    numbers = read_subs(text, number) if number >= 0 else None
    if numbers is not None:
        value = PaperReference(numbers.items, context.attachment, partial=True, session_year=context.session_year)
        yield Found(begin, numbers.end, numbers.end, value, "kamerstuk.partial", 0.8)


def _identified(text: str, start: int, done: int) -> Iterator[Found]:
    """Read an id as it stands: kst-29754-645."""
    found = _ID.match(text, start)
    if found is not None and not text[start - 1 : start].isalnum():
        value = PaperReference(("kst-" + found[0][4:].upper(),))
        yield Found(start, found.end(), found.end(), value, "kamerstuk.id", 0.99)


def _numbered(text: str, start: int, done: int) -> Iterator[Found]:
    """Read what stands around "nr.": a bare dossier before it, one in brackets behind it, or "op stuk"."""
    before = text[max(done, start - BACK) : start].rstrip(" ,;(")
    if text[start - 1 : start].isalnum():
        return
    if before[-1:].isdigit() or before[-1:].isupper() or before.endswith(")"):
        for dossier in FREE.finditer(text, max(done, start - BACK), start):
            paper = read_paper(text, dossier.start())
            if paper is not None and paper.numbered and paper.end > start:
                yield from bare(text, paper, dossier.start(), done)
                return
    called = _AT_HAND.search(text, max(done, start - 20), start) if before.lower().endswith(_AT_HAND_ENDS) else None
    numbers = read_subs(text, start)
    if numbers is not None:
        begin = called.start() if called else start
        named = _of_named(text, start, numbers.end, done) or _goes_on(text, done, start)
        yield from _without_dossier(text, begin, numbers, called=called is not None or named)


def _of_named(text: str, start: int, end: int, done: int) -> bool:
    """Whether a number stands alone in brackets behind a motion or letter, or is what a motion was adopted under."""
    before = text[max(done, start - _NAMED_BACK) : start]
    if before.endswith("("):
        return text[end : end + 1] == ")" and _OF_NAMED.search(before) is not None
    return before.endswith("onder ") and _OF_NAMED.search(before) is not None


def _goes_on(text: str, done: int, start: int) -> bool:
    """Whether a number goes on with the paper read before it, in one sentence."""
    between = text[done:start] if 0 < done and start - done <= _CLOSE_BY else ""
    return _CONTINUES.search(between) is not None and _STOP.search(between) is None


def _without_dossier(text: str, begin: int, numbers: Numbers, *, called: bool) -> Iterator[Found]:
    """Read on behind a number: a dossier behind it makes it whole, "in dit dossier" or "op stuk" partial."""
    earlier = read_earlier(text, numbers.end)
    end = earlier.end if earlier else numbers.end
    value = PaperReference(numbers.items, replaces=earlier.sub if earlier else "", partial=True)
    opening, here = _OPEN.match(text, end) or _OF_DOSSIER.match(text, end), _HERE.match(text, end)
    if opening:
        yield from _before_dossier(text, begin, opening, value)
    elif called or here:
        end = here.end() if here else end
        yield Found(begin, end, end, value, "kamerstuk.partial", 0.8)
    elif end - begin > _LONG_LIST:
        # Nothing begins within a list that leads nowhere; reading it again from each "nr." would take long.
        yield Found(begin, end, end, None, "", 0.0)


def _before_dossier(text: str, begin: int, opening: re.Match[str], value: PaperReference) -> Iterator[Found]:
    """Read the dossier behind the number: nr. 726 , was nr. 719 ( 21501-08 ), nr. 645 van dossier 29 754."""
    paper = read_paper(text, opening.end())
    closing = CLOSE.match(text, paper.end) if paper else None
    if paper is None or paper.subs or (opening.re is _OPEN and closing is None):
        return
    end = closing.end() if closing and opening.re is _OPEN else paper.end
    dossier = paper.dossiers[0]
    whole = PaperReference(
        tuple(dossier.paper(sub) for sub in value.ids),
        also_dossiers=tuple(other.number for other in paper.dossiers[1:]),
        replaces=dossier.paper(value.replaces) if value.replaces else "",
    )
    yield Found(begin, end, end, whole, "kamerstuk.short", 0.95)


_Reader = Callable[[str, int, int], Iterator[Found]]
# In the order of TRIGGERS.
_READERS: Final[tuple[_Reader, ...]] = (
    _announced, _identified, _numbered, hyphened, bracketed, lettered, listed, topic, known,
)  # fmt: skip
_ALONE: Final = _READERS.index(known)
_ORDER: Final = tuple((name, order) for order, name in enumerate(TRIGGERS))
