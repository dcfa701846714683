"""The id of a publication from the line of data above it on its web page, whose cells a copy runs together.

Tweede Kamer der Staten-Generaal2017-2018nr. 103, item 43      h-tk-20172018-103-43
Tweede Kamer der Staten-Generaal | 2013-2014 | 29754 nr. 238   kst-29754-238
Tweede Kamer der Staten-Generaal2014-20151365                  ah-tk-20142015-1365
"""

from __future__ import annotations

import re
from typing import Final

_CELLS: Final = re.compile(
    r"(?P<chamber>Tweede|Eerste) Kamer der Staten-Generaal[\s|]*(?P<first>\d{4})-(?P<second>\d{4})[\s|]*"
    r"(?:nr\. (?P<sitting>\d{1,3}), item (?P<item>\d{1,3})"
    r"|(?P<dossier>\d{5}(?:-[IVXLC]{1,5}|-\d{2})?) nr\. (?P<sub>\d{1,4}|[A-Z]{1,2})"
    r"|(?<!\d )(?P<answer>\d{1,4}))[\s|]*"
)


def id_in_cells(text: str) -> str:
    """The id that a line of such cells gives; "" for any other line."""
    found = _CELLS.fullmatch(text)
    if found is None or int(found["second"]) != int(found["first"]) + 1:
        return ""
    if found["dossier"]:
        return f"kst-{found['dossier']}-{found['sub']}"
    chamber = "tk" if found["chamber"] == "Tweede" else "ek"
    session = f"{chamber}-{found['first']}{found['second']}"
    if found["item"]:
        return f"h-{session}-{found['sitting']}-{found['item']}"
    return f"ah-{session}-{found['answer']}"
