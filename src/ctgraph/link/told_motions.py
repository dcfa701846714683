"""What the speech around a motion tells of it: whose it is, and which number the chair gives it.

"Mijn motie op stuk nr. 628 is aangenomen", "De heer Bos vroeg naar zijn motie", "Op verzoek van het lid Vos stel ik
voor haar motie aan te houden"; "Door de leden Bos en Vos wordt de volgende motie voorgesteld: … Zij krijgt letter G".
"""

from __future__ import annotations

import re
from typing import Final

from ctgraph.identifiers import parse_paper
from ctgraph.link.context import Context
from ctgraph.link.debates import spoken_here
from ctgraph.link.signatures import signatures
from ctgraph.model.mentions import Mention, PaperReference, PersonReference

# "mijn motie", "zijn aangehouden motie". Not "van mening zijn motie 5", which nobody writes.
_WHOSE: Final = re.compile(r"\b(?P<whose>mijn|onze|zijn|haar)\s(?:[a-z]{5,14}\s)?$", re.IGNORECASE)
# "Uw motie heb ik uitgevoerd", "uw aangehouden motie". Not "de motie van uw Kamer".
_YOURS: Final = re.compile(r"\buw\s(?:[a-z]{5,14}\s)?$", re.IGNORECASE)
_LOOK_BACK: Final = 24
_SPEAKER: Final = ("mijn", "onze")
# Who submits the paper itself: "De indiener is voornemens zijn motie …".
_SUBMITTER: Final = re.compile(r"\b[Ii]ndieners?\b|\b[Oo]ndergetekenden?\b")
_TITLES: Final = {
    "zijn": re.compile(r"\bmevrouw\s$", re.IGNORECASE),
    "haar": re.compile(r"\bde heer\s$", re.IGNORECASE),
}
"""The address that rules a person out for a pronoun."""
_NUMBERED: Final = re.compile(r"krijgt\s$")
_NEARBY: Final = 400
"""Characters before a motion within which somebody is named whose it is."""
_TEXT: Final = 4000
"""Characters of a motion read aloud, before the chair gives it its number."""


def owners(context: Context, mention: Mention) -> tuple[PersonReference, ...]:
    """Who submitted a motion that is called somebody's; empty where the words leave that open."""
    text = context.text
    told = _WHOSE.search(text, max(0, mention.start - _LOOK_BACK), mention.start)
    whose = told["whose"].lower() if told else ""
    if not whose:
        return ()
    if whose in _SPEAKER:
        return _speaker(context, mention.start)
    nearby = mention.start - _NEARBY
    start = max(nearby, context.sentences.around(mention.start)[0])
    if _SUBMITTER.search(text, start, mention.start):
        return tuple(person for _, person in signatures(context)) or _under(context)
    index = context.sentences.index(mention.start)
    for begin in (start, max(nearby, context.sentences.at(index - 1)[0]) if index else start):
        for named, person in reversed(list(context.between(begin, mention.start, PersonReference))):
            if not person.office and not _TITLES[whose].search(text, max(0, named.start - 12), named.start):
                return (person,)
    return ()


def addressed(context: Context, mention: Mention) -> tuple[PersonReference, ...]:
    """Who is meant where "uw motie" is said in a report: the member named before it in the turn, or who spoke last."""
    if not spoken_here(context) or not _YOURS.search(context.text, max(0, mention.start - _LOOK_BACK), mention.start):
        return ()
    turn = context.speaker(mention.start)
    start = max(turn.end if turn else 0, mention.start - _NEARBY)
    here = [person for _, person in context.between(start, mention.start, PersonReference) if not person.office]
    if here or turn is None:
        return tuple(here[-1:])
    before = context.speaker(max(0, context.line_of(turn.start) - 1))
    person = before.value if before is not None else None
    return (person,) if isinstance(person, PersonReference) and not person.office else ()


def _speaker(context: Context, position: int) -> tuple[PersonReference, ...]:
    """The member who speaks; a member of the government submits no motion."""
    turn = context.speaker(position) if spoken_here(context) else None
    person = turn.value if turn is not None else None
    return (person,) if isinstance(person, PersonReference) and not person.office else ()


def _under(context: Context) -> tuple[PersonReference, ...]:
    """The one member named last, under the paper, where no name is known for a signature."""
    last = [(mention, person) for mention, person in context.between(0, len(context.text), PersonReference)][-1:]
    return tuple(person for mention, person in last if not context.text[mention.end :].strip())


def number_below(context: Context, mention: Mention, stop: int) -> PaperReference | None:
    """The paper that the chair gives a motion read aloud behind its mention, before the next one at `stop`."""
    for paper, value in context.between(mention.end, min(stop, mention.end + _TEXT), PaperReference):
        if _NUMBERED.search(context.text, max(0, paper.start - 8), paper.start) and parse_paper(value.ids[0]):
            return value
    return None
