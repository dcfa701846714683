"""Court decisions by their European Case Law Identifier: "ECLI:NL:HR:2019:2006"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from ctgraph.extract.scan import Page, Triggers
from ctgraph.model.mentions import EcliReference, Mention

TRIGGERS: Triggers = MappingProxyType({"ruling": ("ecli",)})

# Country, court, year and number, also with the spaces that line ends leave: "ECLI:NL: RBDHA:2019:2006".
# The number holds a digit and does not end in a point: not "ECLI:NL:HR:2019: dit", nor the point of the sentence.
_ECLI: Final = re.compile(
    r"ecli\s?:\s?(?P<country>[a-z]{2})\s?:\s?(?P<court>[a-z][a-z0-9]{0,6})\s?:\s?(?P<year>\d{4})\s?:\s?"
    r"(?P<number>(?=[a-z]{0,12}\d)[a-z0-9](?:[a-z0-9.]{0,23}[a-z0-9])?)(?!\w)",
    re.IGNORECASE,
)


def find_rulings(page: Page) -> Iterator[Mention]:
    """Find ECLIs; the id is upper case and has no spaces."""
    text = page.flow.text
    for start, _ in page.at("ruling"):
        found = _ECLI.match(text, start)
        if found is not None and not text[start - 1 : start].isalnum():
            parts = (found["country"], found["court"], found["year"], found["number"])
            value = EcliReference(":".join(("ECLI", *parts)).upper())
            yield page.mention(start, found.end(), value, "ecli", 0.99)
