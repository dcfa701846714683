"""What measures are for: aimed at which phenomena, money for whom, and how often."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from ctgraph.link.context import Context
from ctgraph.link.topics import Named, within
from ctgraph.model.claims import Measure

# How often something comes, as ISO 8601 durations. "halfjaarlijks" is not "jaarlijks": words are matched whole.
_OFTEN: Final = re.compile(
    r"\b(?:(?P<P6M>halfjaarlijkse?|twee\skeer\sper\sjaar|elk\shalfjaar|ieder\shalfjaar)"
    r"|(?P<P3M>(?:drie|kwartaal)(?:maande)?lijkse?|elk\skwartaal|ieder\skwartaal|per\skwartaal)"
    r"|(?P<P2Y>tweejaarlijkse?|om\sde\stwee\sjaar|elke\stwee\sjaar)"
    r"|(?P<P1Y>jaarlijkse?|elk\sjaar|ieder\sjaar|per\sjaar|eens\sper\sjaar)"
    r"|(?P<P1M>maandelijkse?|elke\smaand|iedere\smaand)"
    r"|(?P<P1W>wekelijkse?|elke\sweek|iedere\sweek))\b",
    re.IGNORECASE,
)

# Who gets money, by notation of the scheme organisation-kind.
_RECIPIENTS: Final = re.compile(
    r"\b(?:(?P<municipality>gemeenten?)|(?P<police>politie(?:-eenheden)?)"
    r"|(?P<civil_society_organisation>maatschappelijke\sorganisaties|moskeeën|stichtingen|verenigingen|kerken)"
    r"|(?P<company>bedrijven)|(?P<knowledge_institute>universiteiten|kennisinstellingen)"
    r"|(?P<ministry>ministeries|departementen))\b",
    re.IGNORECASE,
)
# They get it: "kunnen … aanvragen", "worden in de gelegenheid gesteld … aan te vragen", "ontvangen".
_GETS: Final = re.compile(
    r"\b(?:aan(?:\ste\s)?vragen|aanvraagt|ontvangen|ontvangt|krijgen|krijgt|toegekend|verstrekt|beschikbaar|aanspraak"
    r"|in\saanmerking|inzetten|besteden)\b",
    re.IGNORECASE,
)
# What follows a measure and leads to what it is aimed at. Not "op grond van", "in verband met".
_AIM: Final = re.compile(
    r"(?:\s(?:op\shet\s(?:gebied|terrein|vlak)\svan|(?:gericht\s)?op|tegen|voor"
    r"|ter\s(?:voorkoming|bestrijding)\svan|van|inzake|rond(?:om)?|bij))?\s(?:(?:de|het|alle|vormen|van|aanpak|bestrijding|preventie)\s){0,4}$"
)
_AND: Final = re.compile(r"(?:,|\sen|\sof|/|\sen/of)?\s?(?:\(\w{1,20}\)\s)?")
_TO: Final = re.compile(r"\b(?:om|ten\sbehoeve\svan|voor|tegen|ter)\b")


def recurrence(words: str) -> str:
    """How often, as an ISO 8601 duration; empty if the words do not say.

    >>> recurrence("halfjaarlijkse rapportage")
    'P6M'
    """
    found = _OFTEN.search(words)
    return str(found.lastgroup) if found else ""


def aimed(
    context: Context, measured: Sequence[tuple[int, Measure]], named: Sequence[Named]
) -> list[tuple[int, Measure]]:
    """The measures of the body with what they are aimed at, and money with who may get it and how often."""
    return [
        (at, _money(context, at, _targeted(context, at, item, named), named) if at >= 0 else item)
        for at, item in measured
    ]


def _targeted(context: Context, at: int, item: Measure, named: Sequence[Named]) -> Measure:
    """The phenomena listed right behind a measure's name."""
    end = at + len(item.name)
    first = bisect_left(named, end, key=lambda phenomenon: phenomenon.start)
    targets: list[str] = []
    link = _AIM
    for phenomenon in named[first : first + 6]:
        between = context.text[end : phenomenon.start]
        if len(between) > 60 or not link.fullmatch(between):
            break
        targets.append(phenomenon.notation)
        end, link = phenomenon.end, _AND
    return replace(item, targets=tuple(dict.fromkeys(targets))) if targets else item


def _money(context: Context, at: int, item: Measure, named: Sequence[Named]) -> Measure:
    """Money in a sentence that says who may apply for it or gets it, and what for."""
    if item.kind != "funding":
        return item
    start, end = context.near(at)
    words = context.text[start:end]
    if not _GETS.search(words):
        return item
    kinds = (str(found.lastgroup).replace("_", "-") for found in _RECIPIENTS.finditer(words))
    aim = _TO.search(context.text, at, end)
    targets = item.targets or (within(named, aim.end(), end) if aim else ())
    return replace(item, recipients=tuple(dict.fromkeys(kinds)), targets=targets, recurrence=recurrence(words))
