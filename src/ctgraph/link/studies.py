"""Studies and evaluations that a paper tells of, gathered over the sentences that go on about them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from ctgraph.link.context import Context
from ctgraph.link.wording import wording
from ctgraph.model.claims import Ref, Study
from ctgraph.model.mentions import DateReference, Mention, OrganisationReference

# "een evaluatie plaats naar de samenhang van …", "onderzoek naar …", "de evaluatie van de Twbmt".
_STUDY = re.compile(
    r"(?P<kind>(?:evaluatie|onderzoek|studie|verkenning|effectmeting))\b"
    r"(?:\s(?:plaats|gedaan|verricht|uitgevoerd|uitvoeren|doen"
    r"|instellen|verrichten|gestart|laten doen))?\s(?P<to>naar|van)\s(?P<about>[^,.;:()\n]{4,140})",
    re.IGNORECASE,
)
_STUDY_VERB = wording(
    r"(?:vindt|loopt|gestart|start|startte|begonnen|uitgevoerd|uitvoeren|instellen|verrichten"
    r"|verricht|onder begeleiding|in opdracht|laat|laten|voert"
    r"|onderzoekt|plaats)\b"
)
_ITS_RESULTS = wording(r"(?:de|deze|die) (?:uitkomsten|resultaten)\b")
THE_STUDY = wording(r"(?:deze|de|dit|het|bovengenoemde?) (?:evaluatie|onderzoek|studie|verkenning)\b")
_GUIDED = re.compile(
    r"\b(?:onder begeleiding van|uitgevoerd door|in opdracht van|begeleid door|verricht door)\s(?:het|de)?\s?$",
    re.IGNORECASE,
)
_STARTED = wording(r"(?:gestart|begonnen|van start|start|startte|aangevangen)\b")
_RESULTS = wording(r"(?:resultaten|uitkomsten|rapport|eindrapport|opgeleverd|gereed|afgerond|voltooid)\b")


def studies(context: Context, motions: Sequence[tuple[Mention, Ref]]) -> list[tuple[int, Study]]:
    """Studies and evaluations, each with its offset; sentences that go on about "dit onderzoek" add to it."""
    found: list[tuple[int, Study]] = []
    text = context.text
    for at_ in context.cues["study"]:
        named = _STUDY.match(text, at_)
        if named is None:
            continue
        begin = _word_start(text, named.start())
        start, end = context.sentences.around(begin)
        if not _STUDY_VERB.fits(context.lowered[start:end]):
            continue
        kind = text[begin : named.end("kind")].lower()
        name = f"{kind} {named['to']} {named['about'].strip()}"
        evidence = context.evidence(begin, named.end(), "study", 0.75)
        study = Study(context.ref("study", evidence.readable), name, (evidence,), matter=named["about"].strip())
        found.append((begin, _followed(context, study, begin, motions)))
    return found


def _word_start(text: str, position: int) -> int:
    """Where the compound begins that a keyword ends: "effectonderzoek", "WODC-onderzoek"."""
    while position and (text[position - 1].isalnum() or text[position - 1] == "-"):
        position -= 1
    return position


def _followed(context: Context, study: Study, position: int, motions: Sequence[tuple[Mention, Ref]]) -> Study:
    index = context.sentences.index(position)
    stop = context.section_of(position).end
    for step in range(6):
        if index + step >= len(context.sentences):
            break
        start, end = context.sentences.at(index + step)
        if start >= stop:
            break
        lowered = context.lowered[start:end]
        if step and not THE_STUDY.fits(lowered) and not _ITS_RESULTS.fits(lowered):
            continue
        study = _described(context, study, start, end, motions)
    return study


def _described(context: Context, study: Study, start: int, end: int, motions: Sequence[tuple[Mention, Ref]]) -> Study:
    text, lowered = context.text, context.lowered[start:end]
    for mention, value in context.between(start, end, OrganisationReference):
        if _GUIDED.search(text, max(start, mention.start - 40), mention.start):
            agent = context.knowledge.organisation(value.name, value.kind or "other")
            study = replace(study, supervised_by=agent)
    first = bisect_left(motions, start, key=lambda named: named[0].start)
    named = motions[first] if first < len(motions) else None
    asked = named[1] if named and named[0].start < end else None
    times = [context.time(m) for m, _ in context.between(start, end, DateReference)]
    written = context.document.date
    past = [t for t in times if written and t.reading.earliest and t.reading.earliest <= written]
    future = [t for t in times if written and t.reading.latest and t.reading.latest > written]
    return replace(
        study,
        requested_by=study.requested_by or asked,
        started=study.started or (past[0] if past and _STARTED.fits(lowered) else None),
        due=study.due or (future[0] if future and _RESULTS.fits(lowered) else None),
    )
