"""In which dated role somebody took part: decided by register and day, else left open.

A person may be senator first and member of the Tweede Kamer later; which of the two tabled a motion, only the
chamber of its paper and its day can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from ctgraph.identifiers import parse_paper, slug
from ctgraph.link.context import Context
from ctgraph.link.knowledge import fold
from ctgraph.model.claims import Debate, Motion, Participation, Question, Ref
from ctgraph.model.gazetteer import Tenure

_CHAMBERS = {"tk": "tweede-kamer", "ek": "eerste-kamer"}


def tenure(context: Context, item: Participation, when: date | None, chamber: str = "") -> Ref | None:
    """The one tenure of the register in which a person can have taken part on a day; None if that is open.

    `chamber` is the key of the chamber that a member sat in; a tenure counts if the day lies in its known bounds or
    between the days on which it was seen. Without such a tenure, the only one left counts if its group is printed and
    it was seen before the paper was written.
    """
    held = context.knowledge.tenures(item.agent.ref)
    fits = [t for t in held if t.key and _is_of(t, item, chamber) and not _excluded(t, when)]
    sure = [t for t in fits if when is not None and _covers(t, when)]
    if len(sure) == 1:
        return Ref("tenure", sure[0].key)
    if sure or len(fits) != 1 or item.group is None or fold(fits[0].group) != fold(item.group.name):
        return None
    seen, written = fits[0].start or fits[0].seen_from, context.document.date
    return Ref("tenure", fits[0].key) if seen and written and seen <= written else None


def _is_of(held: Tenure, item: Participation, chamber: str) -> bool:
    """Whether office or chamber, and the group where one is printed, speak for a tenure."""
    if item.post is not None:
        return slug(held.role) == slug(item.post.name)
    if slug(held.organisation) != chamber:
        return False
    return item.group is None or not held.group or fold(held.group) == fold(item.group.name)


def _excluded(held: Tenure, when: date | None) -> bool:
    if when is None:
        return False
    return (held.start is not None and when < held.start) or (held.end is not None and when > held.end)


def _covers(held: Tenure, when: date) -> bool:
    """Whether the known days reach on both sides; one bound and one day seen are enough."""
    first, last = held.start or held.seen_from, held.end or held.seen_until
    return first is not None and last is not None and first <= when <= last


def signed(context: Context, parts: Iterable[Participation]) -> Iterator[Participation]:
    """The parts in a paper, with the tenure of who signs it."""
    for part in parts:
        signs = part.role == "signer" and part.agent.ref.kind == "person"
        yield replace(part, tenure=tenure(context, part, context.document.date)) if signs else part


def tabled(context: Context, motion: Motion) -> Motion:
    """A motion with the tenures of its submitters, on the day of its paper: letters number those of the senate."""
    number = parse_paper(motion.paper)
    if number is None:
        return motion
    fact = context.knowledge.gazetteer.papers.get(motion.paper)
    when, chamber = fact.date if fact else None, _CHAMBERS["tk" if number.sub.isdigit() else "ek"]
    parts = (replace(p, tenure=tenure(context, p, when, chamber)) for p in motion.submitters)
    return replace(motion, submitters=tuple(parts))


def asked(context: Context, question: Question, debates: Mapping[Ref, Debate]) -> Question:
    """A question with the tenure of who asked it, on the day of its debate."""
    debate = debates.get(question.debate) if question.debate else None
    if debate is None or question.asked_by is None:
        return question
    when = debate.time.reading.earliest if debate.time else None
    part = question.asked_by
    return replace(question, asked_by=replace(part, tenure=tenure(context, part, when, _CHAMBERS[debate.chamber])))
