"""Choose a media type by the Accept header, a language by Accept-Language (RFC 9110, section 12.5); pure.

A malformed element is passed over, as if the client had not sent it: a header that says nothing
readable means "anything".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct

from ctgraph.errors import NotAcceptable

# A quoted parameter value, which may hold commas and semicolons: `"a,b"`. Must not match an unclosed quote.
_QUOTED = re.compile(r'"[^"]*"')
# `type/subtype` in the characters of a token, or a star in either place; not `*/html`, refused below.
_RANGE = re.compile(r"([A-Za-z0-9!#$&^_.+-]+|\*)/([A-Za-z0-9!#$&^_.+-]+|\*)")
# A weight: 0, 0.5, 1.000, and `.2` as old Java clients write it. Must not match `1.5`, `-1`, `nan`, ``.
_WEIGHT = re.compile(r"0?\.\d{1,9}|0\.?|1(?:\.0{0,3})?")
_LONGEST: Final = 8_192
"""Characters of a header that are read; browsers send 150."""
_REMEMBERED: Final = 512
"""Characters of the longest header that is remembered."""


class MediaRange(Struct, frozen=True):
    """One element of an Accept header, its parameters other than the weight left out."""

    type: str
    subtype: str
    weight: float

    @property
    def specificity(self) -> int:
        """0 for `*/*`, 1 for `text/*`, 2 for `text/html`."""
        return (self.type != "*") + (self.subtype != "*")

    def matches(self, media_type: str) -> bool:
        """True if the range covers the type."""
        type_, _, subtype = media_type.partition("/")
        return self.type in {"*", type_} and self.subtype in {"*", subtype}


def parse_accept(header: str) -> tuple[MediaRange, ...]:
    """The ranges of the header in its order, without those that cannot be read, and those behind its first 8 KiB."""
    ranges = (_parse_range(element) for element in _QUOTED.sub("", header[:_LONGEST]).split(","))
    return tuple(found for found in ranges if found is not None)


def _parse_range(element: str) -> MediaRange | None:
    name, *parameters = (part.strip() for part in element.split(";"))
    found = _RANGE.fullmatch(name)
    if found is None or (found[1] == "*" and found[2] != "*"):
        return None
    return MediaRange(found[1].lower(), found[2].lower(), _weight(parameters))


def _weight(parameters: Sequence[str]) -> float:
    weight = 1.0
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "q":
            weight = float(value.strip()) if _WEIGHT.fullmatch(value.strip()) else 1.0
    return weight


def choose(accept: str | None, offered: Sequence[str]) -> str:
    """The offered type that the client wants most; raises NotAcceptable if it wants none.

    The most specific range that covers a type gives its weight. Among equal weights the type that the
    client named itself goes before one that a wildcard covers, then the order of `offered` decides.
    """
    if accept is None or len(accept) > _REMEMBERED:
        return _chosen(accept or "", tuple(offered))
    return _chosen_before(accept, tuple(offered))


def _chosen(accept: str, offered: tuple[str, ...]) -> str:
    ranges = parse_accept(accept)
    if not ranges:
        return offered[0]
    best: tuple[float, int, int] | None = None
    for position, media_type in enumerate(offered):
        weight, specificity = _quality(ranges, media_type)
        rank = (weight, specificity, -position)
        if weight > 0 and (best is None or rank > best):
            best = rank
    if best is None:
        raise NotAcceptable(accept[:200], offered)
    return offered[-best[2]]


_chosen_before: Final = lru_cache(maxsize=256)(_chosen)
"""The same, once for each header and what is offered: clients have few."""


def _quality(ranges: Sequence[MediaRange], media_type: str) -> tuple[float, int]:
    matching = [found for found in ranges if found.matches(media_type)]
    if not matching:
        return 0.0, 0
    closest = max(found.specificity for found in matching)
    return max(found.weight for found in matching if found.specificity == closest), closest


def choose_language(accepted: str, offered: Sequence[str]) -> str:
    """The offered language that the client wants most, of equals the one named first; the first one if it wants none.

    >>> choose_language("en;q=0.5, nl-BE", ("en", "nl")), choose_language("de", ("en", "nl"))
    ('nl', 'en')
    """
    unnamed = (0.0, 0)
    wanted: dict[str, tuple[float, int]] = {}
    for position, element in enumerate(accepted[:_LONGEST].split(",")):
        tag, *parameters = (part.strip() for part in element.split(";"))
        language = tag.lower().partition("-")[0]
        wanted[language] = max(wanted.get(language, unnamed), (_weight(parameters), -position))
    return max(offered, key=lambda language: wanted.get(language, wanted.get("*", unnamed)))
