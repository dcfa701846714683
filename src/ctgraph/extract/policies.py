"""Strategies, threat assessments and programmes by name, with edition or period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctgraph.extract.scan import NameHit, Page, Triggers
from ctgraph.model.gazetteer import Name
from ctgraph.model.mentions import Mention, PolicyReference

TRIGGERS: Triggers = {"edition": tuple(f"dtn{digit}" for digit in "123456789")}

_PERIOD = re.compile(r"\s?\(?(20\d\d)\s?[–-]\s?(20\d\d)\)?")
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# The edition behind the name: " 56", " (DTN) 50", ", nr. 44", " nr48", " nummer 52", " van juni 2024".
_EDITION = re.compile(
    rf"(?:\s?\(DTN\))?(?:,?\s?(?:(?:nr\.?|nummer)\s?)?(\d{{1,2}})(?![\d.,]\d)\b|,?\s(?P<told>van\s)?({_MONTHS})\s(20\d\d))"
)
_ABBREVIATED = re.compile(r"\s?\((?:DTN|NCTS)\)")
# "DTN34"; not "DTN2024", "DTN3.2" or "dtn34".
_GLUED = re.compile(r"DTN([1-9]\d?)(?!\w|[.,]\d)")
SERIES = "DTN"


def find_policies(page: Page) -> Iterator[Mention]:
    """Yield policy documents by name. An edition or period not printed with the name is left open."""
    yield from _glued(page)
    taken = 0
    for hit in page.names:
        entry = hit.first.get("policy")
        if entry is None or hit.start < taken:
            continue
        mention = _edition(page, hit, entry) if entry.detail == "series" else _plan(page, hit, entry)
        taken = mention.end
        yield mention


def _glued(page: Page) -> Iterator[Mention]:
    """ "DTN34": the number of the edition glued to the abbreviation."""
    text = page.flow.text
    editions = [found for start, _ in page.at("edition") if (found := _GLUED.match(text, start))]
    names = page.gazetteer.names if editions else ()
    series = next((name for name in names if name.kind == "policy" and name.surface == SERIES), None)
    for found in editions if series else ():
        if series and not text[found.start() - 1 : found.start()].isalnum():
            value = PolicyReference(f"{SERIES}-{found[1]}", f"{series.canonical} {found[1]}", "threat-assessment")
            yield page.mention(*found.span(), value, "policy.edition", 0.95)


def _edition(page: Page, hit: NameHit, entry: Name) -> Mention:
    """An edition of a series of reports: "DTN 56" has the key DTN-56, one named by month the key DTN-2023-12."""
    text = page.flow.text
    found = _EDITION.match(text, hit.end)
    if found is None:
        bracket = _ABBREVIATED.match(text, hit.end)
        end = bracket.end() if bracket else hit.end
        value = PolicyReference(entry.key, entry.canonical, "series")
        return page.mention(hit.start, end, value, "policy.series", 0.8)
    prefix = SERIES if "dreigingsbeeld" in entry.key else entry.key
    if found[1]:
        key = f"{prefix}-{int(found[1])}"
    else:
        key = f"{prefix}-{found[4]}-{_MONTHS.split('|').index(found[3]) + 1:02d}"
    value = PolicyReference(key, f"{entry.canonical} {found[1] or f'{found[3]} {found[4]}'}", "threat-assessment")
    # "van juni 2024" is a time of its own beside the name, "juni 2024" the end of the name.
    end = found.start("told") - 1 if found["told"] else found.end()
    return page.mention(hit.start, end, value, "policy.edition", 0.95)


def _plan(page: Page, hit: NameHit, entry: Name) -> Mention:
    """A strategy or programme; the period printed behind it says which one."""
    found = _PERIOD.match(page.flow.text, hit.end)
    end = found.end() if found else hit.end
    if found is None:
        bracket = _ABBREVIATED.match(page.flow.text, hit.end)
        end = bracket.end() if bracket else hit.end
    value = PolicyReference(_plan_key(page, hit, entry, found), entry.canonical, entry.detail)
    return page.mention(hit.start, end, value, "policy.period" if found else "policy.name", 0.95 if found else 0.8)


def _plan_key(page: Page, hit: NameHit, entry: Name, period: re.Match[str] | None) -> str:
    """With a period, the edition that has it; without, the family of all editions, unless the name has years."""
    family = re.sub(r"-\d{4}-\d{4}$", "", entry.key)
    if period is None:
        named = any(c.isdigit() for c in page.flow.text[hit.start : hit.end])
        return entry.key if named or (len(hit.names) == 1 and family == entry.key) else family
    wanted = f"{period[1]}-{period[2]}"
    same = (n for n in hit.names if n.kind == "policy" and n.key.endswith(wanted))
    return next((n.key for n in same), f"{family}-{wanted}")
