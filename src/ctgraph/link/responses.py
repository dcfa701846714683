"""What a paper says of the carrying out of a motion: status by the words used, obstacle, and what it is met with.

No words, no status: a motion that is only mentioned gets no response.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ctgraph.construction import frozen
from ctgraph.link.context import Context
from ctgraph.link.motions import ASKING, LinkedMention
from ctgraph.link.statuses import status_of
from ctgraph.link.wording import wording
from ctgraph.model.claims import Claim, FulfilmentStatus, Ref, Response

# A sentence speaks of the motion without naming it: "Hiermee …", "Hiervoor …", "Daarmee …", "Deze motie …".
_POINTS_BACK = wording(
    r"(?:deze|de|die|voornoemde|genoemde) (?:gewijzigde )?motie\b",
    r"(?:hier|daar)(?:mee|voor|aan|op|toe)\b",
    r"(?:dit|dat|deze|die|het) (?:verzoek|vraagstuk|punt|onderwerp|thema|oproep)\b",
    r"uitvoer",
)
# The same at the start of a sentence: "Die is uitgevoerd", "Dit is deels gebeurd", "Aan het eerste verzoek is voldaan".
_BEGINS_BACK = re.compile(
    r"(?:Die|Deze|Dit|Dat) (?:is|zijn|wordt|worden|zal|kan|was|beschouw|acht)\b"
    r"|Aan (?:het|de) (?:eerste|tweede|laatste|beide)\b|Stand van zaken:"
)
# What heads the state of a motion in a list.
_STATE = re.compile(r"Stand van zaken:\s")
# " (VVD)", " (Kamerstuk 29 754, nr. 5)", " c.s."
_ASIDE = re.compile(r"\s\([^()]{1,120}\)|,?\sc\.s\.(?=[\s,])")
# " van de leden Van Buuren en De Wringer"
_SUBMITTERS = re.compile(
    r"\s(?:van|door)\s(?:het\slid|de\sleden|mevrouw|de\sheer)"
    r"(?:(?:,|\sen)?\s(?:(?:[Vv]an|[Dd]e[rn]?|[Tt]e[nr]|[Ee]l)\s){0,2}[A-ZÀ-Ž][\w’'-]{1,30}){1,9}"
)
# Who asks how a motion fares does not say it: "Zij vragen of de motie … is uitgevoerd", "Is de motie uitgevoerd?".
_ASKS = re.compile(r"\b(?:vra(?:ag|agt|gen)|vroeg(?:en)?)\b[^.;]{0,80}\b(?:of|hoe|wanneer|waarom|in hoeverre)\b|\?\s*$")
_ELSEWHERE = wording(r"toezegging\b", r"wens van (?:uw|de) Kamer\b")
_UNABLE: frozenset[FulfilmentStatus] = frozenset({"not-fully-feasible", "not-feasible", "declined", "partly-fulfilled"})

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


@frozen
class Passage:
    """The sentence that states a status, clean offsets in the body."""

    start: int
    end: int
    status: FulfilmentStatus


def responses(
    context: Context, linked: Sequence[LinkedMention], fulfilling: Sequence[tuple[int, Ref]]
) -> list[Response]:
    """One response for each motion of which the paper says how it fares.

    `fulfilling` are the things that may carry a motion out (strategy, study, bill, measure), by body offset.
    """
    made: dict[Ref, Response] = {}
    if context.document.header.kind in ASKING:
        return []
    full = [item for item in linked if item.value.form == "full" and item.motion]
    searched: set[tuple[Ref, int]] = set()
    for motion, start, end in treatments(context, full):
        # What a first mention was searched for in vain, up to the same end, a second one adds only its own sentence to.
        again = (motion, end) in searched
        searched.add((motion, end))
        stop = min(end, context.sentences.around(start)[1]) if again else end
        passage = None if motion in made else _status(context, full, motion, start, stop)
        if passage is not None:
            made[motion] = _response(context, motion, passage, start, fulfilling)
    return list(made.values())


def treatments(context: Context, full: Sequence[LinkedMention]) -> Iterator[tuple[Ref, int, int]]:
    """Where each motion is treated: from the sentence that names it to the next motion or heading.

    The only motion of a paper is treated to its end: behind a heading "de motie" can mean no other.
    """
    alone = len({item.motion for item in full}) == 1
    for item, following in zip(full, _following(full), strict=True):
        start, _ = context.sentences.around(item.mention.start)
        stop = len(context.text) if alone else context.section_of(item.mention.start).end
        if following is not None and following.mention.start < stop:
            next_sentence, _ = context.sentences.around(following.mention.start)
            stop = next_sentence if next_sentence > item.mention.end else following.mention.start
        if item.motion is not None:
            yield item.motion, start, stop


def _following(full: Sequence[LinkedMention]) -> list[LinkedMention | None]:
    """For each mention the next one of another motion, gathered from the end so that each is looked at once."""
    found: list[LinkedMention | None] = []
    following: LinkedMention | None = None
    for index in range(len(full) - 1, -1, -1):
        after = full[index + 1] if index + 1 < len(full) else None
        following = after if after is not None and after.motion != full[index].motion else following
        found.append(following)
    return found[::-1]


def _status(context: Context, full: Sequence[LinkedMention], motion: Ref, start: int, stop: int) -> Passage | None:
    """The first sentence of a treatment that names the motion or points back to it, and words a status."""
    first = context.sentences.index(start)
    section = context.section_of(start).end
    for index in range(first, len(context.sentences)):
        begin, end = context.sentences.at(index)
        if begin >= stop:
            return None
        end = min(end, stop)
        words = context.text[begin:end]
        if begin >= section and "motie" not in words:
            continue
        if _ASKS.search(words) or not speaks_of(context, full, motion, begin, end, first):
            continue
        status = status_of(_said(words))
        if status:
            label = _STATE.match(context.text, begin, end)
            return Passage(label.end() if label else begin, end, status)
    return None


def _said(words: str) -> str:
    """A sentence without submitters and brackets, so that none of them parts a wording: "is de motie … afgedaan"."""
    bare = _ASIDE.sub("", words) if "(" in words or "c.s." in words else words
    return _SUBMITTERS.sub("", bare) if "motie" in bare else bare


def speaks_of(context: Context, full: Sequence[LinkedMention], motion: Ref, begin: int, end: int, first: int) -> bool:
    """Whether a sentence of a treatment, which begins at the sentence `first`, is about the motion treated."""
    if begin != context.sentences.at(first)[0]:
        lowered = context.text[begin:end].lower()
        points = _BEGINS_BACK.match(context.text, begin) is not None or _POINTS_BACK.fits(lowered)
        if not points or _ELSEWHERE.fits(lowered):
            return False
    return not _names_other(full, motion, begin, end)


def _names_other(full: Sequence[LinkedMention], motion: Ref, begin: int, end: int) -> bool:
    """Whether a sentence names only another motion in full."""
    first = bisect_left(full, begin, key=lambda item: item.mention.start)
    last = bisect_left(full, end, lo=first, key=lambda item: item.mention.start)
    return first < last and all(full[index].motion != motion for index in range(first, last))


def _response(
    context: Context, motion: Ref, passage: Passage, start: int, fulfilling: Sequence[tuple[int, Ref]]
) -> Response:
    evidence = context.evidence(passage.start, passage.end, f"response.{passage.status}", 0.85)
    unable = passage.status in _UNABLE
    first = bisect_left(fulfilling, passage.start, key=lambda placed: placed[0])
    last = bisect_left(fulfilling, passage.end, lo=first, key=lambda placed: placed[0])
    met = [] if unable else [ref for _, ref in fulfilling[first:last]]
    return Response(
        ref=Ref(
            "response",
            motion.id if motion.id.startswith(f"{context.document.id}/") else f"{context.document.id}/{motion.id}",
        ),
        motion=motion,
        status=passage.status,
        evidence=(evidence,),
        obstacle=_obstacle(context, motion, start, passage.end) if unable else None,
        fulfilled_by=tuple(dict.fromkeys(met)),
    )


def _obstacle(context: Context, motion: Ref, start: int, end: int) -> Claim | None:
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
