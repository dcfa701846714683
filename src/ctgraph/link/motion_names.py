"""What the mentions of one paper know of each other's motions: the number of a name, the names of a number.

"De motie-Bos (29 754, nr. 5) … Aan de motie-Bos is voldaan"; "Deze motie is voorgesteld door de leden Bos en Vos. Zij
krijgt nr. 5 (29 754)" … "de motie op stuk nr. 5", "de motie-Bos c.s.".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ctgraph.link import motion_words as words
from ctgraph.link.knowledge import surnames
from ctgraph.model.mentions import Mention, MotionReference

Numbered = tuple[Mention, MotionReference]
"""A full mention of a motion with its value so far."""


def spread(full: Sequence[Numbered], suspect: frozenset[str]) -> list[Numbered]:
    """A mention without a number takes that of the same submitters' motion, if only one such motion has one.

    The motion of several whom the chair has named is called by the first of them: "de motie-Bos c.s.".
    """
    known: dict[tuple[str, ...], set[str]] = {}
    for mention, value in full:
        if value.paper and value.submitters:
            names = who(value)
            known.setdefault(names, set()).add(value.paper)
            if mention.rule in words.PROPOSED:
                known.setdefault(names[:1], set()).add(value.paper)
    result = []
    for mention, value in full:
        papers = known.get(who(value), set()) if value.submitters else set[str]()
        alone = len(papers) == 1 and not value.paper and not value.replaces and not value.not_papers
        paper = next(iter(papers)) if alone else value.paper
        result.append((mention, replace(value, paper=paper, doubted=paper in suspect)))
    return result


def named(full: Sequence[Numbered]) -> list[Numbered]:
    """A mention by its number alone ("motie op stuk nr. 347") has the submitters that the paper gives elsewhere.

    So has "motie-Bos c.s. op stuk nr. 347" where the chair has named them all; "de motie van het lid Bos c.s." is read
    as it is written.
    """
    known_by: dict[str, MotionReference] = {}
    proposed: dict[str, MotionReference] = {}
    for mention, value in full:
        if value.paper and value.submitters and not words.SEVERAL.match(mention.flow.text, mention.start):
            known_by.setdefault(value.paper, value)
            if mention.rule in words.PROPOSED:
                proposed.setdefault(value.paper, value)
    return [
        (mention, replace(value, submitters=known.submitters, others_unnamed=known.others_unnamed))
        if (known := known_by.get(value.paper) if not value.submitters else _all_of(mention, value, proposed))
        else (mention, value)
        for mention, value in full
    ]


def _all_of(
    mention: Mention, value: MotionReference, proposed: Mapping[str, MotionReference]
) -> MotionReference | None:
    """What names all who submitted a motion that a mention calls by the first of them, if something does."""
    known = proposed.get(value.paper) if value.others_unnamed and mention.rule == "motion.hyphen" else None
    return known if known is not None and who(known)[:1] == who(value)[:1] else None


def who(value: MotionReference) -> tuple[str, ...]:
    """The surnames of those whom a mention names."""
    return surnames([p.name for p in value.submitters])
