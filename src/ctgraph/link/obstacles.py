"""Why a motion cannot be carried out: the clause that gives the reason."""

from __future__ import annotations

import re

from ctgraph.link.context import Context
from ctgraph.link.wording import wording
from ctgraph.model.claims import Claim, Ref

# Why something cannot be done. The claim is the clause that holds these words.
_OBSTACLE = wording(
    r"(?:vanwege|wegens|bij gebrek aan|als gevolg van) \w",
    r"(?:gezien|gelet op) (?:het|de|een|dat)\b",
    r"(?:door) (?:het |de |een )?"
    r"(?:ontbreken|gebrek|feit|ontbrekende|juridische|wettelijke|beperk\w+|afwezigheid)",
    r"geen (?:wettelijke |juridische )?(?:grondslag|bevoegdheid|basis)",
    r"(?:omdat|aangezien|doordat)\b",
    r"door(?: het)? aflopen van\b",
    r"nu … (?:ontbreekt|ontbreken)\b",
    r"niet (?:is )?toegestaan",
    r"kan (?:momenteel |thans )?niet\b",
    r"in strijd met\b",
)
# Not the commas of "artikel 7, derde lid, onder a, van de Grondwet".
_CLAUSE = re.compile(
    r"[,;:]\s(?!\w{3,12}\s(?:lid|volzin)\b|onder\w*\s\w{1,2}\b|van\s(?:de|het)\s[A-Z])"
    r"|\s(?=(?:en (?:daarmee|daardoor|dus)|maar dat|dat de|dat het|zodat|waardoor)\b)"
)
_BEGINS = re.compile(r"(?:omdat|aangezien|doordat|nu)\b", re.IGNORECASE)
_DEAD_END = re.compile(r"^(?:[-–•] |maar |en |dat |omdat |aangezien |doordat |nu )+", re.IGNORECASE)
# In a sentence before the status these words give the reason; in its own they are the status.
_OBSTACLE_BEFORE = wording(r"niet (?:\w+ )?(?:mogelijk|haalbaar|beschikbaar)\b", r"ontbre(?:ekt|ken)\b")


def obstacle(context: Context, motion: Ref, start: int, end: int) -> Claim | None:
    """The clause that gives the reason, looked for from the status back to the start of the treatment."""
    last, first = context.sentences.index(max(start, end - 1)), context.sentences.index(start)
    for index in range(last, first - 1, -1):
        begin, stop = context.sentences.at(index)
        reason = _OBSTACLE.search(context.text, begin, min(stop, end))
        if reason is None and index != last:
            reason = _OBSTACLE_BEFORE.search(context.text, begin, min(stop, end))
        if reason is None:
            continue
        left, right = _clause(context.text, begin, min(stop, end), reason.start())
        evidence = context.evidence(left, right, "response.obstacle", 0.8)
        ref = context.ref("claim", evidence.readable)
        return Claim(ref, evidence.readable, "limitation", (evidence,), (motion,), Ref("document", context.document.id))
    return None


def _clause(text: str, begin: int, stop: int, at: int) -> tuple[int, int]:
    left, right = begin, stop
    for boundary in _CLAUSE.finditer(text, begin, stop):
        if boundary.end() <= at:
            left = boundary.end()
        elif boundary.start() > at + 12:
            right = boundary.start()
            break
    if _BEGINS.match(text, at):
        left = at
    opening = _DEAD_END.match(text[left:right])
    left += opening.end() if opening else 0
    while right > left and text[right - 1] in " .,;":
        right -= 1
    return left, right
