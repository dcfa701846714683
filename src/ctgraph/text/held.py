"""The day that relative times of a paper count from: the day of the debate in a report, else the paper's own.

The report of a committee's debate is settled weeks after it: "morgen" and "voor het zomerreces" were said on the day
itself ("heeft op 19 juni 2024 overleg gevoerd met"), not on the day that the report prints as its own.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from ctgraph.dates import dutch
from ctgraph.model.document import Document

# Not "hebben schriftelijk overleg gevoerd", which has no day.
_HELD: Final = re.compile(
    r"(?:heeft|hebben)\sop\s(?=\d{1,2}\s[a-z]{3,9}\s\d{4}\s[^.]{0,40}?(?:overleg|vergaderd|gesproken))"
)
_HEAD: Final = 4000
"""Characters of a report within which it says when the debate was held."""


# How the text of one item may open: "Handelingen II 2020/21, nr. 96, item 6". Not "Handelingen II 2020/21, nr. 96, item
# 6, is verwerkt". Or by its meeting: "Tweede Kamer, 95ste vergadering, donderdag 22 juni 2023",
# or as items do: "Aan de orde is het debat over …", perhaps below the item's title.
_ITEM: Final = re.compile(
    r"Handelingen I{1,2} \d{4}[/–-]\d{2,4}, nr\. \d{1,3}, item \d{1,3}\n"
    r"|(?:Tweede|Eerste) Kamer, \d{1,3}(?:e|de|ste) vergadering(?:,|\n)"
    r"|(?:(?!Handelingen)[^\n]{1,119}[^\n.:;]\n\s{0,3})?Aan de orde (?:is|zijn) |Regeling van werkzaamheden\n"
    r"|Vragenuur(?:\n|: [^\n]{1,120}\n)"
)


def is_proceedings(document: Document) -> bool:
    """Whether a text is an item of the proceedings, by its id or by the line that it opens with."""
    if document.id.startswith("h-"):
        return True
    return _ITEM.match(document.body.text) is not None


def day_spoken(document: Document) -> date | None:
    """The day of the debate that a paper reports, else the day of the paper; None if neither is known."""
    if not document.header.kind.startswith("verslag"):
        return document.date
    held = _HELD.search(document.body.text, 0, _HEAD)
    found = dutch.read(document.body.text, held.end(), None) if held else None
    return found[2].earliest if found and found[2].earliest else document.date
