"""What the subject line of a motion tells: who submitted it, whether with others, and what it replaces."""

from __future__ import annotations

import re

from msgspec import Struct

# The head of a subject line: "Motie van het lid ", "Gewijzigde motie van de leden ", "Gew motie ", "Motie-".
# Must not match "Amendement van het lid", nor a line that only mentions a motion.
_HEAD = re.compile(
    r"(?:(?:tweede |derde )?(?:nader )?(?:gewijzigde|gew\.?) )?motie(?:(?: van)? (?:het lid|de leden))?[ -]",
    re.IGNORECASE,
)
# Where the names end: " over …", " (t.v.v. 29754, nr. 260)", " t.v.v. 29754-627", " ter vervanging van", " inzake".
_TAIL = re.compile(r" over | \(?t\.?v\.?v|,? ter vervanging | inzake | \(\d")
# One name: begins with a capital (or an apostrophe), at most five words. Must not match "vrijheden" or "2 leden".
_NAME = re.compile(r"(?:[’']t |[A-ZÀ-ÞĀ-Ž])[^\d,;:()/]{1,48}")
_BETWEEN = re.compile(r" en |, |/")
_OTHERS = re.compile(r",? c\.? ?s\.?$")
# The paper replaced: "(t.v.v. 29754, nr. 260)", "t.v.v. 29754-627", "(29754-581)", "(t.v.v. 21501-02-1963)".
_REPLACED = re.compile(
    r"(?:t\.?v\.?v\.? ?|ter vervanging van |\()(?:nr\. )?"
    r"(\d\d ?\d{3})(?:-([IVXL]+|\d\d(?=-)))?(?: \(R\d+\))?(?:,? ?nrs?\.? ?|-)(\d{1,4})"
)


class Subject(Struct, frozen=True):
    """The names printed, whether "c.s." stands behind them, and the dossier and number replaced."""

    names: tuple[str, ...]
    others: bool
    replaces: tuple[str, int] | None


def read_subject(line: str) -> Subject:
    """Read a subject line; no names if it is not that of a motion."""
    replaced = _REPLACED.search(line)
    replaces = None
    if replaced:
        dossier = replaced[1].replace(" ", "") + (f"-{replaced[2]}" if replaced[2] else "")
        replaces = (dossier, int(replaced[3]))
    head = _HEAD.match(line)
    if head is None:
        return Subject((), False, replaces)
    rest = " " + line[head.end() :]
    tail = _TAIL.search(rest)
    printed = rest[: tail.start()] if tail else rest
    names = _OTHERS.sub("", printed)
    found = tuple(_capital(name.strip()) for name in _BETWEEN.split(names))
    if not all(_NAME.fullmatch(name) for name in found):
        return Subject((), False, replaces)
    return Subject(found, names != printed, replaces)


def _capital(name: str) -> str:
    """ "de Graaf" at the head of a list is "De Graaf", as it stands alone."""
    return name[:1].upper() + name[1:]
