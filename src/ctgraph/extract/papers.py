"""References to Kamerstukken: announced by a word, by id, bare in brackets and lists, or within a dossier.

Rules and their confidence: `kamerstuk.full` and `kamerstuk.id` 0.99; `kamerstuk.short` and `kamerstuk.dossier`
0.95; 0.9 where a misprint was read as meant or brackets behind a bill hold the dossier; `kamerstuk.partial` 0.8
(the dossier is still to be filled in). A bare number is believed by its whole shape only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final

from ctgraph.construction import frozen, replace
from ctgraph.extract.dossier_words import DOSSIER_WORD, may_be_amount
from ctgraph.extract.number_lists import Numbers
from ctgraph.extract.paper_numbers import Paper, as_item, attachment_start, read_earlier, read_paper, read_subs
from ctgraph.extract.scan import Page, Triggers
from ctgraph.extract.sessions import CHAMBER, YEAR, is_misprint, read_chamber, read_year
from ctgraph.model.mentions import Mention, PaperReference

_DIGITS: Final = "0123456789"
TRIGGERS: Triggers = MappingProxyType(
    {
        "paper-word": ("kamerst", "kst.", "kst ", "dossier", "wetsvoorstel", "voorstel", "initiatief"),
        "paper-id": ("kst-",),
        "paper-number": ("nr.", "nrs", "nr ", "nummer"),
        "paper-hyphen": tuple(digit + hyphen for digit in _DIGITS for hyphen in "-–‑‐"),
        "paper-bracket": tuple(digit + bracket for digit in _DIGITS for bracket in (")", " )")),
    }
)

# How far a reader looks back: for the dossier before "nr.", for "bijlage bij", for the name of a bill.
_BACK: Final = 60
_BILL_BACK: Final = 160

# "Kamerstuk", "Kamerstukken II 2003/04,", "Kamerstukken I, vergaderjaar 2019–2020,", "Kst.", "Kamerstuk nr.".
# Journals print a single year too: "Kamerstukken II 1981, 17 041". Not "Kamerstukdossier" or "kst-".
_WORD: Final = re.compile(
    r"(?:kamerstuk(?P<plural>ken)?|kamerst\.|kst\.?)(?:nummers?|nrs?\.?)?(?![a-z-])"
    rf"(?:[\s,]{{0,3}}(?-i:{CHAMBER}))?"
    rf"(?:[\s,]{{1,3}}(?:\(?{YEAR}\)?|(?:19|20)\d\d(?=,\s)))?"
    r"[\s,:]{0,3}(?P<number>nrs?\.?\s?|nummers?\s)?",
    re.IGNORECASE,
)
# "kst-29754-645", "kst-34775-VI-T", "kst-29754-645-n1"; old ones hold a year: "kst-20062007-30566-B".
_ID: Final = re.compile(
    r"kst-(?:\d{8}-)?\d{5}(?:-[IVX]{1,5}[A-E]?|-[A-Z]|-\d{2})?-(?:\d{1,4}|[A-Z]{1,2})(?=(?:-n\d)?(?!\w))", re.IGNORECASE
)

# The start of a bare dossier: nothing before it that would make it part of an amount, a date or a longer number.
_FREE: Final = re.compile(r"(?<![\w/€–‑‐-])(?<!\d[\s.,])(?<!€\s)[1-3]\d[\s.]?\d{3}(?!\d)")
# In a number held together by a hyphen, as in tables, another number may stand directly before it.
_FREE_TIGHT: Final = re.compile(r"(?<![\w/€–‑‐-])(?<!\d[.,])(?<!€\s)[1-3]\d{4}[-–‑‐]")
_YEARLIKE: Final = re.compile(r"(?:19|20)\d\d|0\d*")
# "Tweede Kamer, vergaderjaar 2021–2022, " before a bare number.
_PRINTED: Final = re.compile(rf"(?:{CHAMBER},?\s)?{YEAR},?\s$")
# Words that make a number without a dossier a paper of the dossier at hand: "op stuk nr. 346", "dit dossier, nr. 12".
_AT_HAND: Final = re.compile(r"\b(?:op\s)?stuk(?:ken)?\s$|\bgedrukt\sonder\s$|\bdit\sdossier\s?,?\s$", re.IGNORECASE)
_AT_HAND_ENDS: Final = ("stuk", "stukken", "onder", "dossier")
_LONG_LIST: Final = 20
_HERE: Final = re.compile(r"\s(?:in|van)\sdit\sdossier\b")
_OPEN: Final = re.compile(r"\s?\(\s?(?=[1-3]\d\s?\d{3}(?!\d))")
_OF_DOSSIER: Final = re.compile(
    r"\s(?:van|in|bij)\s(?:het\s)?(?:kamerstuk)?dossier\s(?=[1-3]\d\s?\d{3}(?!\d))", re.IGNORECASE
)
_CLOSE: Final = re.compile(r"\s?\)")
# A further paper after a first one: "nr. 5 en 35 917, nr. 14".
_GOES_ON: Final = re.compile(r"\s?(?:,|;|\sen|\salsmede|\srespectievelijk)\s(?:ook\s|in\s)?(?=\d{2}[\s.]?\d{3}(?!\d))")
_BILL: Final = re.compile(r"wet\b|wetsvoorstel|wijziging|voorstel|begroting|dossier|motie", re.IGNORECASE)


@frozen
class _Context:
    """What was printed before the dossier and holds for every paper of the expression."""

    rule: str
    confidence: float
    session_year: str = ""
    chamber: str = ""
    attachment: bool = False

    @property
    def announces(self) -> bool:
        """Whether a chamber or year was printed, so that a number needs no "nr.": Kamerstukken II, 29 754, 645."""
        return bool(self.session_year or self.chamber)


@frozen
class _Found:
    """A reference at `[start, end)`; `past` is where reading goes on. Without a value: a stretch that is none."""

    start: int
    end: int
    past: int
    value: PaperReference | None
    rule: str
    confidence: float


def find_papers(page: Page) -> Iterator[Mention]:
    """Find references to Kamerstukken, from left to right, none overlapping another."""
    hits = sorted((start, order) for order, name in enumerate(TRIGGERS) for start, _ in page.at(name))
    text, done = page.flow.text, 0
    for start, order in hits:
        if start < done:
            continue
        for found in _READERS[order](text, start, done):
            done = found.past
            if value := found.value:
                if value.ids == (page.document.id,):
                    value = replace(value, own=True)
                yield page.mention(found.start, found.end, value, found.rule, found.confidence)


def _announced(text: str, start: int, done: int) -> Iterator[_Found]:
    """Read what the words Kamerstuk, dossier or wetsvoorstel announce."""
    if start and text[start - 1].isalnum():
        return
    word = _WORD.match(text, start) or DOSSIER_WORD.match(text, start)
    if word is None:
        return
    begin = attachment_start(text, start, done)
    context = _context(word, attachment=begin < start)
    paper = read_paper(text, word.end(), plain=context.announces)
    if paper is None:
        yield from _within(text, begin, word.start("number") if word.re is _WORD else -1, context)
        return
    if may_be_amount(text, word, paper):
        return
    if not paper.subs and not word["plural"]:
        paper = Paper(paper.dossiers[:1], (), paper.dossiers[0].end)
    first = _found(text, begin, paper, context)
    yield first
    if paper.subs:
        yield from _further(text, first.past, context)


def _context(word: re.Match[str], *, attachment: bool) -> _Context:
    if word.re is DOSSIER_WORD:
        return _Context("kamerstuk.full", 0.99, attachment=attachment)
    first, second = word["first"], word["second"]
    confidence = 0.9 if is_misprint(word["chamber"], first, second) else 0.99
    year = read_year(first, second) if first else ""
    return _Context("kamerstuk.full", confidence, year, read_chamber(word["chamber"]), attachment)


def _further(text: str, position: int, context: _Context) -> Iterator[_Found]:
    """Read the papers that follow a first one in the same breath, each with its own dossier and number."""
    while joint := _GOES_ON.match(text, position):
        paper = read_paper(text, joint.end(), plain=context.announces)
        if paper is None or not paper.subs:
            return
        following = _found(text, joint.end(), paper, context)
        yield following
        position = following.past


def _within(text: str, begin: int, number: int, context: _Context) -> Iterator[_Found]:
    """Read "Kamerstuk nr. 645", which names no dossier; `number` is where "nr." stands, or -1."""
    numbers = read_subs(text, number) if number >= 0 else None
    if numbers is not None:
        value = PaperReference(numbers.items, context.attachment, partial=True, session_year=context.session_year)
        yield _Found(begin, numbers.end, numbers.end, value, "kamerstuk.partial", 0.8)


def _identified(text: str, start: int, done: int) -> Iterator[_Found]:
    """Read an id as it stands: kst-29754-645."""
    found = _ID.match(text, start)
    if found is not None and not text[start - 1 : start].isalnum():
        value = PaperReference(("kst-" + found[0][4:].upper(),))
        yield _Found(start, found.end(), found.end(), value, "kamerstuk.id", 0.99)


def _numbered(text: str, start: int, done: int) -> Iterator[_Found]:
    """Read what stands around "nr.": a bare dossier before it, one in brackets behind it, or "op stuk"."""
    before = text[max(done, start - _BACK) : start].rstrip(" ,;(")
    if text[start - 1 : start].isalnum():
        return
    if before[-1:].isdigit() or before[-1:].isupper() or before.endswith(")"):
        for dossier in _FREE.finditer(text, max(done, start - _BACK), start):
            paper = read_paper(text, dossier.start())
            if paper is not None and paper.numbered and paper.end > start:
                yield from _bare(text, paper, dossier.start(), done)
                return
    called = _AT_HAND.search(text, max(done, start - 20), start) if before.endswith(_AT_HAND_ENDS) else None
    numbers = read_subs(text, start)
    if numbers is not None:
        yield from _without_dossier(text, called.start() if called else start, numbers, called=called is not None)


def _without_dossier(text: str, begin: int, numbers: Numbers, *, called: bool) -> Iterator[_Found]:
    """Read on behind a number: a dossier behind it makes it whole, "in dit dossier" or "op stuk" partial."""
    earlier = read_earlier(text, numbers.end)
    end = earlier.end if earlier else numbers.end
    value = PaperReference(numbers.items, replaces=earlier.sub if earlier else "", partial=True)
    opening, here = _OPEN.match(text, end) or _OF_DOSSIER.match(text, end), _HERE.match(text, end)
    if opening:
        yield from _before_dossier(text, begin, opening, value)
    elif called or here:
        end = here.end() if here else end
        yield _Found(begin, end, end, value, "kamerstuk.partial", 0.8)
    elif end - begin > _LONG_LIST:
        # Nothing begins within a list that leads nowhere; reading it again from each "nr." would take long.
        yield _Found(begin, end, end, None, "", 0.0)


def _before_dossier(text: str, begin: int, opening: re.Match[str], value: PaperReference) -> Iterator[_Found]:
    """Read the dossier behind the number: nr. 726 , was nr. 719 ( 21501-08 ), nr. 645 van dossier 29 754."""
    paper = read_paper(text, opening.end())
    closing = _CLOSE.match(text, paper.end) if paper else None
    if paper is None or paper.subs or (opening.re is _OPEN and closing is None):
        return
    end = closing.end() if closing and opening.re is _OPEN else paper.end
    dossier = paper.dossiers[0]
    whole = PaperReference(
        tuple(dossier.paper(sub) for sub in value.ids),
        also_dossiers=tuple(other.number for other in paper.dossiers[1:]),
        replaces=dossier.paper(value.replaces) if value.replaces else "",
    )
    yield _Found(begin, end, end, whole, "kamerstuk.short", 0.95)


def _hyphened(text: str, start: int, done: int) -> Iterator[_Found]:
    """Read a bare number that a hyphen holds together: 29754-645, 36 410-VII, nr. 3."""
    for begin in (start - 4, start - 5):
        if begin < done or not (_FREE_TIGHT.match(text, begin) or _FREE.match(text, begin)):
            continue
        paper = read_paper(text, begin)
        if paper is not None and _is_certain(text, paper, begin):
            yield from _bare(text, paper, begin, done)
        elif paper is not None and (listed := as_item(text, paper, begin)) is not None:
            yield from _bare(text, listed, begin, done)
        elif paper is not None and text[begin - 1 : begin] == "(":
            yield from _bracketed(text, paper.end, done)
        return


def _is_certain(text: str, paper: Paper, begin: int) -> bool:
    """Whether a bare number can be nothing else: not with a year behind the hyphen, with a space only in brackets."""
    if not paper.subs or paper.numbered or paper.dossiers[0].suffix:
        return bool(paper.subs)
    is_alone = text[begin - 1 : begin] == "(" and text[paper.end : paper.end + 1] == ")"
    return (is_alone or not text[begin + 2].isspace()) and not _YEARLIKE.fullmatch(paper.subs[0])


def _bare(text: str, paper: Paper, begin: int, done: int) -> Iterator[_Found]:
    """A number without the word Kamerstuk, with the year or "bijlage bij" that may stand before it."""
    start = attachment_start(text, begin, done)
    context = _Context("kamerstuk.short", 0.95, attachment=start < begin)
    printed = _PRINTED.search(text, max(done, begin - _BACK), begin) if text[begin - 2 : begin] == ", " else None
    if printed is not None:
        year = read_year(printed["first"], printed["second"])
        context = replace(context, session_year=year, chamber=read_chamber(printed["chamber"]))
    yield _found(text, start, paper, context)


def _bracketed(text: str, start: int, done: int) -> Iterator[_Found]:
    """Read dossiers alone in brackets, if the sentence speaks of a bill or motion: (35 917), (36 410-VII)."""
    opening = text.rfind("(", max(done, start - _BACK), start)
    if opening < 0 or _FREE.match(text, begin := opening + 1 + text[opening + 1].isspace()) is None:
        return
    paper = read_paper(text, begin)
    before = text[max(done, opening - _BILL_BACK) : opening]
    if paper is None or paper.subs or not _CLOSE.match(text, paper.end):
        return
    if _BILL.search(before, before.rfind(". ") + 1):
        yield _found(text, begin, paper, _Context("kamerstuk.dossier", 0.9))


def _found(text: str, start: int, paper: Paper, context: _Context) -> _Found:
    """Make the reference; with the word Kamerstuk its span ends before ", was nr.", without it behind."""
    earlier = read_earlier(text, paper.end) if paper.subs else None
    past = earlier.end if earlier else paper.end
    value = PaperReference(
        paper.ids,
        context.attachment,
        paper.also,
        paper.dossiers[0].paper(earlier.sub) if earlier else "",
        session_year=context.session_year,
        chamber=context.chamber or ("ek" if paper.subs and paper.subs[0].isalpha() else ""),
    )
    is_full = context.rule == "kamerstuk.full"
    rule, confidence = context.rule, context.confidence
    if is_full and not paper.subs:
        rule, confidence = "kamerstuk.dossier", min(confidence, 0.95)
    if paper.dossiers[0].repaired:
        confidence = 0.9
    return _Found(start, paper.end if is_full else past, past, value, rule, confidence)


_Reader = Callable[[str, int, int], Iterator[_Found]]
# In the order of TRIGGERS.
_READERS: Final[tuple[_Reader, ...]] = (_announced, _identified, _numbered, _hyphened, _bracketed)
