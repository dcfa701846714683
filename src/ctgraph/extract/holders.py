"""Who holds a post, where the name with its initials stands in front of it, as lists and pages on papers print it.

D. Jansen, minister van Defensie (D66) · K. de Wit, adjunct-griffier · J. Berg, voorzitter van de vaste commissie voor …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from ctgraph.extract.names import Named, group_behind, name_at
from ctgraph.extract.offices import OFFICE, office_at
from ctgraph.extract.scan import Page

# What ends directly before the post. Not "brief van 3 mei, minister": a name with initials has to stand there.
_TO_POST: Final = re.compile(
    r",\s(?:(?:de|toenmalig|demissionair|destijds|fungerend|plaatsvervangend)\s|adjunct-|vice-|onder)?$"
)
_INITIAL: Final = re.compile(r"(?<![\w.])(?:[A-ZÀ-ÖØ-ÞĀ-Ž](?:h|j|th)?\.)")
_TO_POST_BACK: Final = 24
_NAME_BACK: Final = 70
# "voorzitter van de vaste commissie voor Buitenlandse Zaken (D66)": what a committee is for.
_OF_COMMITTEE: Final = re.compile(r"commissie\svoor\s[^().;:\n]{3,80}$")
_POST_BACK: Final = 120


def before_posts(page: Page) -> Iterator[Named]:
    """The names with initials in front of posts, with office and group where these are printed."""
    text = page.flow.text
    for start, _ in page.at("minister", "clerk"):
        link = _TO_POST.search(text, max(0, start - _TO_POST_BACK), start)
        named = _initialled(page, link.start()) if link else None
        if named is None:
            continue
        office = office_at(text, start)
        if office is not None:
            party = group_behind(text, office[0], page.gazetteer)
            named = replace(named, person=replace(named.person, office=office[1], party=party))
        elif OFFICE.match(text, start):
            continue
        yield named


def _initialled(page: Page, end: int) -> Named | None:
    """The name with initials that ends here."""
    initials = _INITIAL.finditer(page.flow.text, max(0, end - _NAME_BACK), end)
    names = (name_at(page.flow.text, initial.start(), page.gazetteer) for initial in initials)
    return next((named for named in names if named and named.end == end), None)


def closes_post(text: str, bracket: int) -> bool:
    """Whether a post stands before a bracket, so that its last words are no name: "… en Veiligheid (VVD)"."""
    low = max(0, bracket - _POST_BACK)
    if _OF_COMMITTEE.search(text, low, bracket):
        return True
    offices = (office_at(text, head.start()) for head in OFFICE.finditer(text, low, bracket))
    return any(office is not None and 0 <= bracket - office[0] <= 1 for office in offices)
