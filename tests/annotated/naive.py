"""What one writes first: one regex a kind, for the form that everybody knows. The line to beat."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from annotated.composing import Paper
from annotated.slots import MONTHS
from scoring import Annotation, Values

_NAME: Final = r"(?:[Vv]an |[Dd]e |[Dd]e[nr] |[Tt]e[nr] )*[A-ZÀ-Ž][\w'-]+"
_LETTERS: Final = {"Verordening": "R", "Richtlijn": "L", "Besluit": "D"}


def _paper(found: re.Match[str]) -> Values:
    return {"ids": [f"kst-{found[1]}{found[2]}-{found[3]}"]}


def _proceedings(found: re.Match[str]) -> Values:
    year = int(found[2])
    return {"ids": [f"h-{'tk' if found[1] == 'II' else 'ek'}-{year}{year + 1}-{found[3]}-{found[4]}"]}


def _gazette(found: re.Match[str]) -> Values:
    return {"id": f"{found[1].lower()}-{found[2]}-{found[3]}"}


def _whole(found: re.Match[str]) -> Values:
    return {"id": found[0]}


def _act(found: re.Match[str]) -> Values:
    return {"celex": f"3{found[2]}{_LETTERS[found[1]]}{int(found[3]):04}"}


def _law(found: re.Match[str]) -> Values:
    return {"law": found[2], "articles": [found[1]]}


def _motion(found: re.Match[str]) -> Values:
    return {"submitters": [found[1]]}


def _date(found: re.Match[str]) -> Values:
    return {"edtf": f"{found[3]}-{MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}"}


def _person(found: re.Match[str]) -> Values:
    return {"name": found[1], "party": found[2]}


def _body(found: re.Match[str]) -> Values:
    return {"canonical": found[0]}


def _debate(found: re.Match[str]) -> Values:
    return {"kind": found[1]}


_PATTERNS: Final[Mapping[str, tuple[re.Pattern[str], Callable[[re.Match[str]], Values]]]] = {
    "kamerstuk_ref": (re.compile(r"Kamerstuk (\d\d) ?(\d{3}), nr\. (\d+)"), _paper),
    "handelingen_ref": (re.compile(r"Handelingen (II?) (\d{4})/\d\d, nr\. (\d+), item (\d+)"), _proceedings),
    "staatsblad_ref": (re.compile(r"(Stb|Stcrt)\. (\d{4}), (\d+)"), _gazette),
    "ecli_ref": (re.compile(r"ECLI:[A-Z]{2}:[A-Z]+:\d{4}:\w+"), _whole),
    "eu_ref": (re.compile(r"(Verordening|Richtlijn|Besluit) \(EU\) (\d{4})/(\d+)"), _act),
    "law_ref": (re.compile(r"[Aa]rtikel (\d+\w*)(?:, \w+ lid,)? (?:van (?:de|het) )?([A-Z]\w+)"), _law),
    "motion_ref": (re.compile(rf"motie van het lid ({_NAME})"), _motion),
    "date": (re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})"), _date),
    "person": (re.compile(rf"({_NAME}) \(([A-Z][\w-]+)\)"), _person),
    "organisation": (re.compile(r"\b(?:NCTV|AIVD|MIVD|WODC|IND|Europol|Raad van State|Openbaar Ministerie)\b"), _body),
    "debate": (re.compile(r"(commissiedebat|algemeen overleg|plenaire? debat) van \d+ \w+ \d{4}"), _debate),
}


def read(paper: Paper) -> Sequence[tuple[Annotation, str, float]]:
    """What the regexes find in a paper."""
    return [(item, "naive", 0.0) for item in _found(paper.text)]


def _found(text: str) -> Iterator[Annotation]:
    for kind, (pattern, value) in _PATTERNS.items():
        for found in pattern.finditer(text):
            yield Annotation(kind, found.start(), found.end(), found[0], value(found))
