"""What a person can ask for, and how it is written: dossier 29754, law BWBR0005212, kst-29754-645, changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from ctgraph.errors import UsageError
from ctgraph.identifiers import official, parse_paper

# The number of a dossier: 29754, 36600-VI, 21501-02, 35000-IXA. Must not match 2021-2022 or kst-29754.
_DOSSIER = re.compile(r"\d{4,6}(?:-(?:[IVXLCDM]{1,7}[A-E]?|[A-Z]|\d{2}))?", re.ASCII)
# The id of a law or treaty in the Basiswettenbestand. Must not match BWBR5212.
_LAW = re.compile(r"BWB[RVW]\d{7}", re.ASCII)
# The id of a publication: its kind, then numbers and letters: kst-29754-645, h-tk-20212022-31-55, blg-936562.
# Must not match 29754, kst-, a quotation mark or white space, which would end the word in a query.
_PUBLICATION = re.compile(
    r"(?:kst|blg|h-(?:tk|ek|vv)|ah-(?:tk|ek)|kv(?:-(?:tk|ek))?|ag(?:-[a-z]{2})?|nds(?:-[a-z]{2})?|stb|stcrt|trb)"
    r"(?:-[A-Za-z0-9]{1,20}){1,6}",
    re.ASCII,
)
# A number whose thousands stand apart: 29 754, 36 600-VI. Must not match 36600 20.
_THOUSANDS = re.compile(r"\d{2,3}", re.ASCII)
_UNITS = re.compile(r"\d{3}(?!\d)", re.ASCII)
_PARTED = re.compile(r"^(\d{2,3})\s(\d{3})(?!\d)", re.ASCII)
# What a person writes for the hyphen before a suffix: 36600 VI.
_SPACES = re.compile(r"\s+")

_KNOWN = ("dossier 29754", "law BWBR0005212", "kst-29754-645", "changes --since 2022-07-06")


class Dossier(Struct, frozen=True):
    """All publications of a dossier and what the chamber's records say of it; `number` without spaces: 36600-VI."""

    number: str


class Publication(Struct, frozen=True):
    """One publication, its attachments, and what the chamber's records say of it."""

    id: str


class Law(Struct, frozen=True):
    """A law with its history and all its versions, or only the last one."""

    id: str
    latest: bool = False


class Changes(Struct, frozen=True):
    """What was changed since a day."""

    since: date


Order = Dossier | Publication | Law | Changes


def read_orders(words: Sequence[str], since: date | None, latest: bool) -> list[Order]:
    """The orders in the words of a command line; raises UsageError, which names what can be asked for."""
    first, rest = (words[0].lower(), words[1:]) if words else ("", ())
    if (since is not None) != (first == "changes"):
        raise UsageError("`changes` goes with --since DATE, and nothing else does", " ".join(words), _KNOWN)
    if first == "changes" and since is not None and not rest:
        return [Changes(since)]
    if first == "dossier" and rest:
        return [_dossier(number) for number in _numbers(rest)]
    if first == "law" and rest:
        return [_law(word, latest) for word in rest]
    if not words or first in ("changes", "dossier", "law"):
        raise UsageError("Nothing that can be downloaded", " ".join(words), _KNOWN)
    return [_publication(word, latest) for word in words]


def _numbers(words: Sequence[str]) -> list[str]:
    """The numbers, where the shell took one written with a space as two words: 29 754."""
    found: list[str] = []
    for word in words:
        if found and _THOUSANDS.fullmatch(found[-1]) and _UNITS.match(word):
            found[-1] += word
        else:
            found.append(word)
    return found


def _dossier(word: str) -> Dossier:
    number = _SPACES.sub("-", _PARTED.sub(r"\1\2", word.strip()).upper())
    if _DOSSIER.fullmatch(number) is None:
        raise UsageError("This is no number of a dossier", word, _KNOWN)
    return Dossier(number)


def _law(word: str, latest: bool) -> Law:
    if _LAW.fullmatch(word.upper()) is None:
        raise UsageError("This is no id of a law", word, _KNOWN)
    return Law(word.upper(), latest)


def is_publication(identifier: str) -> bool:
    """Whether an id, which a source may have named, is one of a publication."""
    return _PUBLICATION.fullmatch(identifier) is not None


def _publication(word: str, latest: bool) -> Order:
    if _LAW.fullmatch(word.upper()):
        return Law(word.upper(), latest)
    # Only the ids of numbered papers have a spelling of ours; kv-tk-2021Z08484 keeps the one that it was given.
    identifier = official("document", word) if parse_paper(word) else word
    if not is_publication(identifier):
        raise UsageError("This is no id of a publication", word, _KNOWN)
    return Publication(identifier)
