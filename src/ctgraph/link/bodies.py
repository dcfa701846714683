"""What a paper says of bodies: which is part of which, which kind of local body it means, what it calls a group.

What a paper calls a group is its claim and never a class of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctgraph.identifiers import slug
from ctgraph.link.context import Context
from ctgraph.model.claims import Agent, Claim, Participation, Ref
from ctgraph.model.contents import SubOrganisation
from ctgraph.model.mentions import Mention, OrganisationReference

# "UNITAD, de VN-organisatie die …", "ATKM, een onderdeel van het ministerie", "het NCSC, onderdeel van de NCTV".
_PART_BEFORE = re.compile(r",\s(?:de|het|een)\s$")
_PART_BEHIND = re.compile(r"-(?:organisatie|orgaan|agentschap|missie|onderdeel|instelling|eenheid)\b")
_PART_OF = re.compile(r"(?:,|\sis|\s\()\s?(?:een\s)?onderdeel\svan\s(?:de\s|het\s)?$")

# Bodies that papers name by kind only; the plural means all of them.
_LOCAL = re.compile(
    r"\b(?:zorg-\sen\s)?veiligheidshui(?:s|zen)\b"
    r"|\bregionale\sinformatie-\sen\sexpertisecentr(?:um|a)\b",
    re.IGNORECASE,
)
LOCAL_CUES = ("veiligheidshui", "expertisecentr")

# "terroristische organisaties zoals ISIS", "de terroristische organisatie Al Qa'ida". Not "de terroristische dreiging
# van ISIS".
_CALLED = re.compile(
    r"(?:terroristische|jihadistische|extremistische|criminele|gewapende)\s(?:\w+\s)?"
    r"(?:organisatie|groepering|groep|beweging|netwerk)(?:s|en)?(?:,?\s(?:zoals|als|waaronder))?\s(?:de\s|het\s)?$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:geen|niet|vermeende|zogenaamde|zogeheten)\s(?:\w+\s){0,2}?$", re.IGNORECASE)


def sub_organisations(context: Context) -> Iterator[SubOrganisation]:
    """Bodies that the paper says are part of another, both named in one apposition."""
    text = context.text
    last: tuple[Mention, OrganisationReference] | None = None
    for mention, value in context.between(0, len(text), OrganisationReference):
        if last is not None and last[1].key != value.key:
            between = text[last[0].end : mention.start]
            apposed = _PART_BEFORE.fullmatch(between) and _PART_BEHIND.match(text, mention.end)
            if apposed or _PART_OF.fullmatch(between):
                evidence = context.evidence(last[0].start, mention.end, "organisation.part", 0.8)
                yield SubOrganisation(_agent(last[1]), _agent(value), (evidence,))
        last = (mention, value)


def _agent(value: OrganisationReference) -> Agent:
    return Agent(Ref("organisation", value.key), value.name, value.kind or "other")


def local_bodies(context: Context) -> Iterator[Participation]:
    """Bodies that the paper names by kind, once each: "de zorg- en veiligheidshuizen"."""
    if not any(cue in context.lowered for cue in LOCAL_CUES):
        return
    seen: set[str] = set()
    for found in _LOCAL.finditer(context.text):
        name = found.group().lower()
        if name in seen:
            continue
        seen.add(name)
        evidence = context.evidence(found.start(), found.end(), "organisation.kind", 0.75)
        agent = Agent(Ref("organisation", slug(name)), name, "cooperation-body")
        yield Participation(
            context.ref("participation", f"{agent.ref.id} {evidence.readable}"),
            agent,
            "mentioned",
            Ref("document", context.document.id),
            evidence.readable,
            (evidence,),
        )


def called(context: Context) -> Iterator[Claim]:
    """What the paper calls a group: a claim about it."""
    text = context.text
    seen: set[tuple[str, str]] = set()
    for mention, value in context.between(0, len(text), OrganisationReference):
        name = _CALLED.search(text, max(0, mention.start - 60), mention.start)
        if name is None or _DENIED.search(text, max(0, name.start() - 30), name.start()):
            continue
        words = (value.key, name.group().lower())
        if words in seen:
            continue
        seen.add(words)
        evidence = context.evidence(name.start(), mention.end, "claim.called", 0.75)
        ref = context.ref("claim", evidence.readable)
        yield Claim(ref, evidence.readable, "fact", (evidence,), (Ref("organisation", value.key),))
