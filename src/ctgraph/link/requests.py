"""What a motion asks, thing by thing, and which of it a paper answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from msgspec.structs import replace

from ctgraph.link.context import Context
from ctgraph.link.modalities import modality_of
from ctgraph.model.claims import Motion, Ref, Request, Response
from ctgraph.model.mentions import Mention

# "… te onderzoeken hoe X en welke Y", "… A te doen en B te doen": a second question word or a second "te" infinitive.
_AND_ASKS = re.compile(
    r",?\sen\s(?:(?:ook|tevens|daarnaast)\s)?(?=(?:hoe|welke?|wat|wanneer|waarom|in\shoeverre|op\swelke|of)\s)"
)
_ASKING = re.compile(r"\b(?:hoe|welke?|wat|wanneer|waarom|in\shoeverre|op\swelke|of)\s")
_TO_DO = re.compile(r"\bte\s\w+en\b")
_AND_TO_DO = re.compile(
    r",?\sen\s(?:(?:ook|tevens|daarnaast)\s)?(?!(?:daarbij|hierbij|daarin|daarmee|zo)\b)"
    r"(?=(?:[^\s.,;]+\s){1,12}?te\s\w+en\b)"
)

# Words of a request that a thing of this kind answers: a bill for "welke wetgeving", a study for "te onderzoeken".
_ANSWERS = (
    ("bill", re.compile(r"\b(?:wet(?:geving|ten|telijke?|svoorstel)?|strafbaar\w*|strafmaat|strafmaximum)\b")),
    ("study", re.compile(r"\b(?:onderzoek\w*|evalu\w+|in kaart|verken\w+)\b")),
    ("strategy", re.compile(r"\b(?:aanpak|strategie|dreiging\w*|beleid|plan|visie)\b")),
)
_UNDER_WAY = frozenset({"fulfilled", "in-progress", "addressed", "partly-fulfilled", "not-fully-feasible", "announced"})
_WORD = re.compile(r"[^\W\d_]{7,}")
_STEM = 7
"""Letters of a word by which two sentences are known to speak of the same: "ondersteuning", "ondersteund"."""

_ASKS = re.compile(
    r"(?:\s\([^()]{0,80}\))?\s(?:(?:die|waarin|welke|waarmee)\s(?:[^.;]{0,40}?\s)?)?"
    r"(?:vroeg|vraagt|verzoekt|verzocht|roept op|wil)\s"
    r"(?:de regering\s|het kabinet\s|wordt\s)?(?:om\s)?"
)
_ASKS_TOO = re.compile(r"(?:Ook|Tevens|Daarnaast|Verder) (?:verzoekt|verzocht|vraagt|vroeg) (?:de|deze|die) motie ")
_ASKED = re.compile(
    r"verzoekt (?:de regering|het kabinet),?\s(?:om\s)?|(?:roept|draagt) de regering op,?\s|spreekt uit,?\s"
)
# What ends a request in a motion's own text: the end of its paragraph, the next request, or the closing formula.
_CLOSING = re.compile(
    r"\n|,?\sen gaat over tot de orde"
    r"|[,;]\s(?:en\s)?(?=verzoekt (?:de regering|het kabinet)|(?:roept|draagt) de regering op|spreekt uit)"
)


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The things asked in one stretch: two questions joined by "en", or two infinitives with "te".

    >>> words = "te bezien hoe dat kan en welke wet daarvoor nodig is"
    >>> [words[left:right] for left, right in split(words, 0, len(words))]
    ['te bezien hoe dat kan', 'welke wet daarvoor nodig is']
    """
    for pattern, sign in ((_AND_ASKS, _ASKING), (_AND_TO_DO, _TO_DO)):
        boundary = pattern.search(text, start, end)
        if boundary is not None and sign.search(text, start, boundary.start()):
            yield start, boundary.start()
            yield from split(text, boundary.end(), end)
            return
    yield start, end


def answered(context: Context, item: Response, motion: Motion, treated: Sequence[tuple[int, Ref]]) -> Response:
    """A response with the requests that it answers; `treated` are the things named where the motion is treated.

    The only request of a motion is what its response is about. Of several, one counts that a thing answers: of a kind
    that its words ask for, or named in a sentence that speaks of the same. The thing then carries the motion out too.
    """
    if len(motion.requests) == 1:
        return replace(item, requests=(motion.requests[0].ref,))
    met: dict[Ref, None] = {}
    carried: dict[Ref, None] = dict.fromkeys(item.fulfilled_by)
    for request in motion.requests:
        kinds = frozenset(kind for kind, words in _ANSWERS if words.search(request.text))
        things = [ref for ref in item.fulfilled_by if ref.kind in kinds]
        stems = _stems(request.text)
        for at, ref in treated:
            # Looked at before the call: most of what is named there is neither.
            asked = ref.kind in kinds
            if (asked or ref.kind == "measure") and _speaks_of(context, item, request, at, None if asked else stems):
                things.append(ref)
        if things:
            met[request.ref] = None
            carried.update(dict.fromkeys(things))
    return replace(item, requests=tuple(met), fulfilled_by=tuple(carried)) if item.status in _UNDER_WAY else item


def _speaks_of(context: Context, item: Response, request: Request, at: int, stems: Set[str] | None) -> bool:
    """Whether a thing named at a place answers a request; not where the paper says what cannot be, nor in the request
    itself. `stems` are those of the request, None where the thing is of a kind that it asks for.
    """
    start, end = context.sentences.around(at)
    stated = (*request.evidence, *(item.obstacle.evidence if item.obstacle else ()))
    if any(start <= context.clean(rests.span.start) < end for rests in stated):
        return False
    said = context.text[start:end]
    return stems is None or (len(stems & _stems(said)) > 1 and modality_of(said) != "limitation")


@lru_cache(maxsize=64)
def _stems(words: str) -> Set[str]:
    """The first letters of the long words: things that stand in one sentence ask for the same."""
    return frozenset(word[:_STEM].lower() for word in _WORD.findall(words))


def requests(context: Context, motion: Ref, mentions: Sequence[Mention]) -> tuple[Request, ...]:
    """What the paper says that a motion asks: the words behind "vraagt", and "Ook verzocht de motie …"."""
    found: list[tuple[int, int]] = []
    text = context.text
    for mention in mentions:
        index = context.sentences.index(mention.start)
        _, end = context.sentences.at(index)
        asks = _ASKS.match(text, mention.end, end)
        if asks:
            found.append((asks.end(), _without_stop(text, end)))
            if index + 1 < len(context.sentences):
                start, stop = context.sentences.at(index + 1)
                too = _ASKS_TOO.match(text, start, stop)
                found.extend([(too.end(), _without_stop(text, stop))] if too else [])
    if motion.id == context.document.id:
        found.extend(_own_requests(context))
    asked = [stretch for start, end in dict.fromkeys(found) if end > start for stretch in split(text, start, end)]
    return tuple(_request(context, start, _without_stop(text, end)) for start, end in asked)


def _own_requests(context: Context) -> list[tuple[int, int]]:
    """The requests of a motion's own text: from "verzoekt de regering" to the end of its paragraph."""
    text = context.text
    found = []
    for asked in _ASKED.finditer(text):
        closing = _CLOSING.search(text, asked.end())
        found.append((asked.end(), _without_stop(text, closing.start() if closing else len(text))))
    return found


def _request(context: Context, start: int, end: int) -> Request:
    evidence = context.evidence(start, end, "motion.request", 0.8)
    return Request(context.ref("request", evidence.readable), evidence.readable, (evidence,))


def _without_stop(text: str, end: int) -> int:
    while end and text[end - 1] in " .;,":
        end -= 1
    return end
