"""Bare numbers of Kamerstukken, believed by their whole shape only, and the reference that a number makes.

29754-645   36 410-VII, nr. 3   (35 917)   (35 917, E)   het verslag over 36 327 en 36 328
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ctgraph.extract.paper_numbers import ITEM_OPENS, Paper, as_item, attachment_start, read_earlier, read_paper
from ctgraph.extract.sessions import CHAMBER, YEAR, read_chamber, read_year
from ctgraph.model.mentions import PaperReference

# How far a reader looks back: for the dossier before "nr.", for "bijlage bij", for the name of a bill.
BACK: Final = 60
_BILL_BACK: Final = 160
_LETTER_BACK: Final = 24
_ITEM_BACK: Final = 8

# The start of a bare dossier: nothing before it that would make it part of an amount, a date or a longer number. A
# number at the end of the line before is none of these.
FREE: Final = re.compile(r"(?<![\w/€–‑‐-])(?<!\d[^\S\n])(?<!\d[.,])(?<!€\s)[1-3]\d[\s.]?\d{3}(?!\d)")
# In a number held together by a hyphen, as in tables, another number may stand directly before it.
_FREE_TIGHT: Final = re.compile(r"(?<![\w/€–‑‐-])(?<!\d[.,])(?<!€\s)[1-3]\d{4}[-–‑‐]")
_YEARLIKE: Final = re.compile(r"(?:19|20)\d\d|0\d*")
# "Tweede Kamer, vergaderjaar 2021–2022, " before a bare number.
_PRINTED: Final = re.compile(rf"(?:{CHAMBER},?\s)?{YEAR},?\s$")
# The last of these in a stretch that ends in one letter of a paper: "Bron: 35 958, C", "2022, 34 861, H", "34 356
# (R2064), J".
_LAST: Final = re.compile(rf"{FREE.pattern}(?=(?:\s?\(R\d{{3,4}}\))?[^\d\n]{{0,12}}$)")
# What a bare dossier behind "over" may be the topic of, and where it ends: "het verslag over 36 327 en 36 328".
# Not "een nota over 36 377 zaken". "voortzetting behandeling 35079 (Wet …)" needs no other word.
_PROCEDURE: Final = re.compile(
    r"(?:overleg|debat|verslag|behandeling|inbreng|stemming|stemmingen|gesprek|hoorzitting|briefing|nota|advies)\s$"
)
_TOPIC_ENDS: Final = re.compile(r"\s?(?:[).,;:?]|\n|$)|\s\((?=[A-ZÀ-Ž])")
# "Plan van aanpak witwassen (36228)": alone in brackets behind words. Not "het aantal meldingen (34 359)", "in 2022
# (34 359)", "Den Haag (25 000)".
_ALONE: Final = re.compile(r"(?:19|2\d|3[0-7])\s?(?!000\b)\d{3}")
_WORD_BEFORE: Final = re.compile(r"[a-zà-ž»”\"’]\s$")
_COUNTS: Final = re.compile(
    r"\b(?:aantal\w*|totale?|gemiddeld|circa|ongeveer|procent|percentage|personen|mensen|inwoners|euro|miljoen|bedrag\w*"
    r"|kosten|fte|zaken|meldingen|stemmen|slachtoffers|leden|woningen|incidenten|aangiften|verdachten|kinderen|uur"
    r"|nummer|kenmerk|postbus|telefoon|cijfers?\sover|jaar)\b",
    re.IGNORECASE,
)
# The number of a bill of the kingdom: "31539 (R1865)", "(36587-(R2197))", with the letter of a paper of the Eerste
# Kamer: "(34 356 (R2064), J)". Not before ", nr. 2", which reads on, nor before "31539 (R1865), G," in a sentence.
_KINGDOM: Final = re.compile(
    r"(?<![\w/€–‑‐-])(?P<dossier>[1-3]\d[\s.]?\d{3})\s?[-\s]\(R\s?\d{3,4}\)(?!\)?,\s?(?:nrs?\b|letter|[A-Z]{1,2}\b(?!\s?\))))"
)
_KINGDOM_BACK: Final = 18
KNOWN: Final = "kamerstuk.known"
"""The rule for a number that is believed only of a known dossier."""
# Behind "29 754, 532" and behind "34 359" alone: a sign, no unit or noun.
_NUMBER_ENDS: Final = re.compile(r"\s?(?:[).;]|\n|$)")
_DOSSIER_ENDS: Final = re.compile(r"\s?(?:[).;:?]|,(?!\s\d)|\n|$)|\s\((?!€)")
CLOSE: Final = re.compile(r"\s?\)")
_BILL: Final = re.compile(
    r"wet\b|wetsvoorstel|wijziging|voorstel|begroting|dossier|motie|goedkeuring van|implementatie van|strafbaarstelling"
    r"|regels (?:inzake|omtrent|ter|over|tot)\b",
    re.IGNORECASE,
)
# What a title of a bill begins with, which may be far ahead of the dossier that stands behind it.
_TITLE: Final = re.compile(
    r"wetsvoorstel|voorstel van (?:rijks)?wet|\b(?:Wijziging van|Regels |Goedkeuring van|Vaststelling van)"
)
_TITLE_BACK: Final = 600


class Context(Struct, frozen=True):
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


class Found(Struct, frozen=True):
    """A reference at `[start, end)`; `past` is where reading goes on. Without a value: a stretch that is none."""

    start: int
    end: int
    past: int
    value: PaperReference | None
    rule: str
    confidence: float


def hyphened(text: str, start: int, done: int) -> Iterator[Found]:
    """Read a bare number that a hyphen holds together: 29754-645, 36 410-VII, nr. 3."""
    for begin in (start - 4, start - 5):
        if begin < done or not (_FREE_TIGHT.match(text, begin) or FREE.match(text, begin)):
            continue
        paper = read_paper(text, begin)
        if paper is not None and _is_certain(text, paper, begin):
            yield from bare(text, paper, begin, done)
        elif paper is not None and (listed := as_item(text, paper, begin)) is not None:
            yield from bare(text, listed, begin, done)
        elif paper is not None and text[begin - 1 : begin] == "(":
            yield from bracketed(text, paper.end, done)
        return


def _is_certain(text: str, paper: Paper, begin: int) -> bool:
    """Whether a bare number can be nothing else: not with a year behind the hyphen, with a space only in brackets."""
    if not paper.subs or paper.numbered or paper.dossiers[0].suffix:
        return bool(paper.subs)
    is_alone = text[begin - 1 : begin] == "(" and text[paper.end : paper.end + 1] == ")"
    return (is_alone or not text[begin + 2].isspace()) and not _YEARLIKE.fullmatch(paper.subs[0])


def bare(text: str, paper: Paper, begin: int, done: int) -> Iterator[Found]:
    """A number without the word Kamerstuk, with the year or "bijlage bij" that may stand before it."""
    start = attachment_start(text, begin, done)
    context = Context("kamerstuk.short", 0.95, attachment=start < begin)
    printed = _PRINTED.search(text, max(done, begin - BACK), begin) if text[begin - 2 : begin] == ", " else None
    if printed is not None:
        year = read_year(printed["first"], printed["second"])
        context = replace(context, session_year=year, chamber=read_chamber(printed["chamber"]))
    yield reference(text, start, paper, context)


def lettered(text: str, start: int, done: int) -> Iterator[Found]:
    """Read a paper of the Eerste Kamer alone in brackets: (35 917, E), (35 300 VI, AB), (34 356 (R2064), J)."""
    opening = text.rfind("(", max(done, start - BACK), start)
    if text.startswith("(R", opening):
        opening = text.rfind("(", max(done, start - BACK), opening)
    paper = read_paper(text, opening + 1) if opening >= 0 and FREE.match(text, opening + 1) else None
    if paper is not None and paper.subs and CLOSE.match(text, paper.end):
        yield from bare(text, paper, opening + 1, done)


def listed(text: str, start: int, done: int) -> Iterator[Found]:
    """Read a paper of the Eerste Kamer before a sign: an item ("3. 35917, G"), or of a known dossier ("35 958, C.")."""
    dossier = _LAST.search(text, max(done, start - _LETTER_BACK), start)
    paper = read_paper(text, dossier.start()) if dossier else None
    if dossier is None or paper is None or not paper.subs or not paper.subs[0].isalpha():
        return
    if as_item(text, paper, dossier.start()) is not None:
        yield from bare(text, paper, dossier.start(), done)
    else:
        yield reference(text, dossier.start(), paper, Context(KNOWN, 0.85))


def topic(text: str, start: int, done: int) -> Iterator[Found]:
    """Read the dossier that a procedure is about: "het wetgevingsoverleg over 36 377."."""
    begin = text.index(" ", start) + 1
    treated = text.startswith("b", start) or text.startswith("B", start)
    if not treated and not _PROCEDURE.search(text, max(done, start - BACK), start):
        yield from known(text, start, done)
        return
    paper = read_paper(text, begin)
    if paper is not None and not paper.subs and FREE.match(text, begin) and _TOPIC_ENDS.match(text, paper.end):
        yield reference(text, begin, paper, Context("kamerstuk.dossier", 0.85))


def known(text: str, start: int, done: int) -> Iterator[Found]:
    """Read a dossier that stands alone, or with a plain number, which only a known dossier makes sure: "; 34 359;"."""
    begin = text.index(" ", start) + 1
    paper = read_paper(text, begin) if FREE.match(text, begin) or _opens_item(text, begin) else None
    if paper is None or paper.subs:
        return
    yield from _plain(text, begin)
    if _DOSSIER_ENDS.match(text, paper.end):
        yield reference(text, begin, paper, Context(KNOWN, 0.85))


def _opens_item(text: str, begin: int) -> bool:
    """Whether a number stands behind that of an item: "1. 36138"."""
    return ITEM_OPENS.search(text, max(0, begin - _ITEM_BACK), begin) is not None


def _plain(text: str, begin: int) -> Iterator[Found]:
    """Read a number without "nr.": 29 754, 532."""
    listed = read_paper(text, begin, plain=True)
    if listed is not None and listed.subs and _NUMBER_ENDS.match(text, listed.end):
        yield reference(text, begin, listed, Context(KNOWN, 0.85))


def bracketed(text: str, start: int, done: int) -> Iterator[Found]:
    """Read dossiers alone in brackets: (35 917), (36 410-VII); a known one unless the sentence speaks of a bill."""
    opening = text.rfind("(", max(done, start - BACK), start)
    if text.startswith("(R", opening):
        yield from _of_the_kingdom(text, opening, done)
        return
    if opening < 0 or FREE.match(text, begin := opening + 1 + text[opening + 1].isspace()) is None:
        return
    paper = read_paper(text, begin)
    if paper is None or paper.subs:
        return
    if not CLOSE.match(text, paper.end):
        yield from _plain(text, begin)
        return
    before = text[max(done, opening - _BILL_BACK) : opening]
    if _of_bill(text, opening, done):
        yield reference(text, begin, paper, Context("kamerstuk.dossier", 0.9))
    elif _is_alone(text, begin, paper.end, before):
        # With a space it may count something yet ("verzoeken om naturalisatie (35 917)"), unless the dossier is known.
        spaced = not text[begin : paper.end].isdecimal()
        yield reference(text, begin, paper, Context(KNOWN, 0.85) if spaced else Context("kamerstuk.dossier", 0.8))


def _is_alone(text: str, begin: int, end: int, before: str) -> bool:
    """Whether a number in brackets can be meant as a dossier only: no year's, no count, no amount."""
    if _ALONE.fullmatch(text, begin, end) is None or _WORD_BEFORE.search(before) is None:
        return False
    clause = max(before.rfind(mark) for mark in (". ", "\n", "; ", ": "))
    return _COUNTS.search(before, clause + 1) is None


def _of_the_kingdom(text: str, opening: int, done: int) -> Iterator[Found]:
    """Read the dossier of a bill of the kingdom by the second number in its brackets: 31539 (R1865)."""
    found = _KINGDOM.search(text, max(done, opening - _KINGDOM_BACK), opening + _KINGDOM_BACK)
    paper = read_paper(text, found.start("dossier")) if found else None
    # At the very start it is the head of the paper itself.
    if found is None or paper is None or not found.start():
        return
    if not paper.subs:
        yield reference(text, found.start("dossier"), paper, Context("kamerstuk.dossier", 0.95))
    elif CLOSE.match(text, paper.end):
        yield reference(text, found.start("dossier"), paper, Context("kamerstuk.short", 0.95))


def _of_bill(text: str, opening: int, done: int) -> bool:
    """Whether the sentence before a bracket speaks of a bill or motion close by, or gives the long title of a bill."""
    before = text[max(done, opening - _TITLE_BACK) : opening]
    sentence = max(before.rfind(". "), before.rfind("\n"), before.rfind(";")) + 1
    near = max(sentence, len(before) - _BILL_BACK)
    return _BILL.search(before, near) is not None or _TITLE.search(before, sentence) is not None


def reference(text: str, start: int, paper: Paper, context: Context) -> Found:
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
    return Found(start, paper.end if is_full else past, past, value, rule, confidence)
