"""What a cell of the register may hold: one parser a kind. A cell that breaks its rule raises CellError."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from ctgraph.dates.edtf import period
from ctgraph.errors import UsageError
from ctgraph.identifiers import KINDS, parse_paper
from ctgraph.model.records import Ballot, Submitter

Parser = Callable[[str], object]

SEPARATOR: Final = "; "
"""What stands between the items of a cell that holds several."""

# A key or notation: kst-29754-645, dtn-56, ingrid-michon-derkzen, olaf-ephraim/lid-tweede-kamer-2021, 35925-VI,
# 32021R0784. Must not match "VVD; CDA", "van der Werf", " dtn-56" or an empty string.
_KEY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~/-]*", re.ASCII)
# One submitter: "Kuik", "Van der Werf (d66)", "Michon-Derkzen [ingrid-michon-derkzen] (vvd)".
# Must not match "[x]", "(vvd)" or "Kuik(cda)".
_SUBMITTER: Final = re.compile(r"([^][();]*[^][(); ])(?: \[([a-z0-9-]+)\])?(?: \(([a-z0-9-]+)\))?")
# One ballot: "vvd 24", "pvv", "pvv 37 mistaken". Must not match "VVD 24" or "vvd -1".
_BALLOT: Final = re.compile(r"([a-z0-9-]+)(?: (\d{1,3}))?( mistaken)?", re.ASCII)

# A web address without the characters that no IRI may hold. Must not match "https://x y" or "see https://x".
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


class CellError(ValueError):
    """What is wrong with a cell, and what to do about it."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice


def text(cell: str) -> str:
    """Any words, without space around them."""
    if cell != cell.strip():
        raise CellError(f"has space around {cell!r}", "Remove it.")
    return cell


def needed(cell: str) -> str:
    """Words that may not be missing."""
    if not cell:
        raise CellError("is empty", "Fill it in, or take the row out.")
    return text(cell)


def key(cell: str) -> str:
    """A key, an official id or a notation; may be empty."""
    if cell and not _KEY.fullmatch(cell):
        raise CellError(f"is no key: {cell!r}", "Write letters, digits, hyphens, dots and slashes only.")
    return cell


def needed_key(cell: str) -> str:
    """A key that may not be missing."""
    return key(needed(cell))


def paper(cell: str) -> str:
    """The id of a numbered paper in its official spelling; may be empty."""
    number = parse_paper(cell)
    if cell and (number is None or str(number) != cell):
        raise CellError(f"is no id of a paper: {cell!r}", "Write it as kst-29754-645.")
    return cell


@lru_cache(maxsize=8192)
def time(cell: str) -> str:
    """A time in EDTF; may be empty."""
    if cell:
        try:
            period(cell)
        except UsageError as fault:
            raise CellError(
                f"is no date: {cell!r}", "Write 2022-07-06, 2022-07, 2022, or a period 2021/2022."
            ) from fault
    return cell


def source(cell: str) -> str:
    """Where a fact was read: a web address, or the name of a source that has none."""
    if needed(cell).startswith("http"):
        return address(cell)
    return cell


def address(cell: str) -> str:
    """A web address; may be empty."""
    if cell and not _ADDRESS.fullmatch(cell):
        raise CellError(f"is no web address: {cell!r}", "Write the address only, without spaces.")
    return cell


def flag(cell: str) -> bool:
    """`yes`, or empty for no."""
    if cell not in ("", "yes"):
        raise CellError(f"is {cell!r}", "Write yes, or leave it empty.")
    return cell == "yes"


def names(cell: str) -> tuple[str, ...]:
    """Several words or keys, separated by a semicolon and a space; may be empty."""
    items = tuple(cell.split(SEPARATOR)) if cell else ()
    for item in items:
        if not item or item != item.strip() or ";" in item:
            raise CellError(f"is no list: {cell!r}", "Separate the items by a semicolon and one space.")
    return items


def needed_names(cell: str) -> tuple[str, ...]:
    """Several words, at least one."""
    return names(needed(cell))


def things(cell: str) -> tuple[str, ...]:
    """Things by kind and reference, as in their IRIs: `claim/dtn-53/1f2e3d4c`; may be empty."""
    items = names(cell)
    for item in items:
        kind, _, reference = item.partition("/")
        if kind not in KINDS or not reference or not _KEY.fullmatch(item):
            raise CellError(f"has {item!r}", "Write kind and reference as in the IRI: claim/dtn-53/1f2e3d4c.")
    return items


def a_thing(cell: str) -> str:
    """One thing by kind and reference: `organisation/tweede-kamer`."""
    return things(needed(cell))[0]


def needed_address(cell: str) -> str:
    """A web address that may not be missing."""
    return address(needed(cell))


def one_of(*known: str) -> Parser:
    """One of the values given; `""` among them lets the cell be empty."""
    allowed = frozenset(known)

    def parse(cell: str) -> str:
        if cell not in allowed:
            listed = ", ".join(value or "empty" for value in known)
            raise CellError(f"is {cell!r}", f"Known: {listed}.")
        return cell

    return parse


def submitters(cell: str) -> tuple[Submitter, ...]:
    """Submitters in their order: `Michon-Derkzen [ingrid-michon-derkzen] (vvd); Kuik`."""
    return tuple(_submitter(item) for item in names(cell))


def ballots(cell: str) -> tuple[Ballot, ...]:
    """How groups voted: `vvd 24; pvv 37 mistaken; sp`."""
    return tuple(_ballot(item) for item in names(cell))


def _submitter(item: str) -> Submitter:
    found = _SUBMITTER.fullmatch(item)
    if found is None:
        raise CellError(f"has {item!r}", "Write each as Name [person] (group); the brackets may be left out.")
    return Submitter(found[1], found[2] or "", found[3] or "")


def _ballot(item: str) -> Ballot:
    found = _BALLOT.fullmatch(item)
    if found is None:
        raise CellError(f"has {item!r}", "Write each as the key of a group and its seats: vvd 24.")
    return Ballot(found[1], int(found[2]) if found[2] else None, bool(found[3]))
