"""Names that brackets tell: with a group behind them, "Bos (D66)", or in them, of who asked for a debate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctgraph.extract.holders import closes_post
from ctgraph.extract.names import NAME, Named, group_name, name_at
from ctgraph.extract.scan import Page
from ctgraph.identifiers import slug

# Before a name, the first word of a sentence or line that is no part of it: "Volgens Anna de Wit (D66)".
_LEADS = re.compile(r"(?:Volgens|Indieners?|Aldus|Namens|Ook|Door|Zowel|Alleen)\s(?=[A-Z])")
# "de motie van Bos (SP)": a preposition, where no title stands before it. Not "mevrouw van Bos (SP)".
_OF = re.compile(r"(?<!mevrouw\s)(?<!heer\s)(?<!lid\s)(?<=\w\s)van\s(?=[A-ZÀ-Ž])")
# A name that ends at the bracket: "Bos ", not the end of another word.
_BEFORE = re.compile(rf"(?<!\w)(?:{NAME.pattern})\s?$")
# What a member asked for, in the line of an agenda: "10.15 uur: Debat over Oslo (Brekelmans)". Not "debat. Zij (Bos)".
_ASKED_FOR = re.compile(r"(?:[Dd]ebat|[Oo]verleg|TMD|CD|WGO)\b[^.\n]{0,80}\s$")
_LOOK_BACK = 60


def before_brackets(page: Page) -> Iterator[Named]:
    """Yield the name before each group in brackets, and each name in brackets behind a debate."""
    text = page.flow.text
    for bracket, _ in page.at("bracket"):
        asker = name_at(text, bracket + 1, page.gazetteer) if _asks_for(text, bracket) else None
        if asker and text.startswith(")", asker.end) and slug(asker.person.name) in page.gazetteer.surnames:
            yield asker
        elif named := _with_group(page, bracket):
            yield named


def _with_group(page: Page, bracket: int) -> Named | None:
    text = page.flow.text
    close = text.find(")", bracket, bracket + 34)
    if close == -1 or not group_name(text[bracket + 1 : close].strip(), page.gazetteer):
        return None
    # No name runs over a comma, and most before a group stand in a list.
    begin = text.rfind(",", max(0, bracket - _LOOK_BACK), bracket) + 1 or max(0, bracket - _LOOK_BACK)
    found = _BEFORE.search(text, begin, bracket)
    if found is None or closes_post(text, bracket):
        return None
    leads = _LEADS.match(text, found.start()) or _OF.match(text, found.start())
    named = name_at(text, leads.end() if leads else found.start(), page.gazetteer)
    is_whole = named is not None and named.after >= close
    return named if named and is_whole and not named.person.name.startswith(("Motie-", "Amendement-")) else None


def _asks_for(text: str, bracket: int) -> bool:
    """Whether a debate is named before a bracket; plain look-ups decide most, in a tenth of the time of the pattern."""
    before = text[max(0, bracket - 90) : bracket]
    if not ("ebat" in before or "verleg" in before or "TMD" in before or "CD" in before or "WGO" in before):
        return False
    return _ASKED_FOR.search(before) is not None
