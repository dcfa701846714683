"""What a paper tells besides instruments and answers: claims, topics, meetings, sections, and how things hang together.

Comes last in linking, because claims and topics are about the things that the steps before it have found.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import maxsize

from msgspec import Struct
from msgspec.structs import replace

from ctgraph.link import agreements, bodies, claims, meetings, requests, topics, wishes
from ctgraph.link.context import Context
from ctgraph.link.measures import Measured
from ctgraph.link.motions import LinkedMention
from ctgraph.link.sources import sources
from ctgraph.link.treatments import treatments
from ctgraph.model.claims import Account, Bill, Evidence, PolicyMention, Ref, Response, Study
from ctgraph.model.contents import Section, Topic
from ctgraph.model.mentions import LawReference, Mention, OrganisationReference

Placed = Sequence[tuple[int, Ref]]

_REACH = 5_000
"""Characters to either side of a response within which a thing can be what it speaks of."""


class Policy(Struct, frozen=True):
    """What a document names of policy, each by body offset."""

    studies: tuple[tuple[int, Study], ...]
    bills: tuple[tuple[int, Bill], ...]
    measured: Measured
    phenomena: tuple[topics.Named, ...] = ()


def answered(
    context: Context,
    account: Account,
    linked: Sequence[LinkedMention],
    mentioned: Sequence[tuple[Mention, PolicyMention]],
    policy: Policy,
) -> Account:
    """The account with its responses by request, and those to a wish of the chamber that names no instrument."""
    things = sorted(_things(context, account, mentioned, policy))
    return _with_wishes(context, _with_responses(context, account, linked, things))


def told(
    context: Context, account: Account, mentioned: Sequence[tuple[Mention, PolicyMention]], policy: Policy
) -> Account:
    """The account with everything else that the paper tells."""
    things = sorted(_things(context, account, mentioned, policy))
    account = _with_claims(context, account, mentioned, policy, things)
    account = replace(
        account,
        studies=tuple(_examining(context, study, things) for study in account.studies),
        participations=(*account.participations, *bodies.local_bodies(context)),
        sub_organisations=tuple(bodies.sub_organisations(context)),
        meetings=tuple(meetings.meetings(context)),
        sections=tuple(_sections(context)),
        broader_topics=tuple(topics.broader(context, policy.phenomena)),
    )
    about = _topics(context, account, policy.phenomena)
    discussed = agreements.discussed(context, account.cooperations, policy.phenomena)
    return replace(account, topics=(*about, *discussed))


def _things(
    context: Context, account: Account, mentioned: Sequence[tuple[Mention, PolicyMention]], policy: Policy
) -> Iterator[tuple[int, Ref]]:
    """Everything of the body that a claim can be about."""
    yield from policy.measured.places
    yield from ((mention.start, item.ref) for mention, item in mentioned if not mention.note)
    yield from ((at, study.ref) for at, study in policy.studies)
    yield from ((at, bill.ref) for at, bill in policy.bills)
    text = context.text
    yield from ((m.start, Ref("organisation", v.key)) for m, v in context.between(0, len(text), OrganisationReference))
    yield from ((m.start, Ref("law", v.key)) for m, v in context.between(0, len(text), LawReference))
    yield from ((context.clean(item.evidence[0].span.start), item.ref) for item in account.cooperations)


def _with_responses(context: Context, account: Account, linked: Sequence[LinkedMention], things: Placed) -> Account:
    """Responses by request, and obstacles with the things that they are about."""
    named = {motion.ref: motion for motion in account.motions}
    full = [item for item in linked if item.value.form == "full" and item.motion]
    treated: dict[Ref, list[tuple[int, int]]] = {}
    for ref, start, stop in treatments(context, full):
        treated.setdefault(ref, []).append((start, stop))
    for stretches in treated.values():
        stretches.sort()
    explained = (_with_obstacle(context, item, things) for item in account.responses)
    done = (
        requests.answered(context, item, named[item.motion], _beside(context, item, treated, things))
        if item.motion in named
        else item
        for item in explained
    )
    return replace(account, responses=tuple(done))


def _beside(
    context: Context, item: Response, treated: Mapping[Ref, Sequence[tuple[int, int]]], things: Placed
) -> Placed:
    """The things named where the motion is treated, in the stretch that a response stands in or behind.

    A motion may be treated in many places: looking at all of them for each response would be quadratic.
    """
    stretches = treated.get(item.motion, ())
    if not stretches:
        return ()
    at = context.clean(item.evidence[0].span.start)
    start, stop = stretches[max(0, bisect_right(stretches, (at, maxsize)) - 1)]
    return claims.placed(things, max(start, at - _REACH), min(stop, at + _REACH))


def _with_obstacle(context: Context, item: Response, things: Placed) -> Response:
    if item.obstacle is None:
        return item
    span = item.obstacle.evidence[0].span
    about = claims.named(things, context.clean(span.start), context.clean(span.end - 1) + 1)
    return replace(item, obstacle=replace(item.obstacle, about=(*item.obstacle.about, *about)))


def _with_claims(
    context: Context,
    account: Account,
    mentioned: Sequence[tuple[Mention, PolicyMention]],
    policy: Policy,
    things: Placed,
) -> Account:
    obstacles = [item.obstacle for item in account.responses if item.obstacle is not None]
    agreed = list(agreements.agreed(context, account.cooperations))
    known = claims.Known(
        things=things,
        sources=sources(context, account, mentioned, policy.studies),
        phenomena=[item.start for item in policy.phenomena],
        taken=_stretches(
            context,
            (
                *(item.evidence for item in obstacles),
                *(item.evidence for item in agreed),
                *(item.evidence for item in account.commitments),
                *(item.evidence for item in account.announcements),
                *(item.evidence for item in account.questions),
                *(request.evidence for motion in account.motions for request in motion.requests),
                *(item.evidence for item in account.responses),
            ),
        ),
    )
    noted = _in_notes(context, account)
    made = [claims.about_note(item, noted) for item in claims.claims(context, known)]
    return replace(account, claims=(*obstacles, *agreed, *made, *bodies.called(context)))


def _in_notes(context: Context, account: Account) -> list[tuple[int, Ref]]:
    """The things that notes name, by raw offset."""
    found = [(item.evidence[0].span.start, item.ref) for item in account.measures]
    for mention in context.mentions:
        value = mention.value
        if mention.note and isinstance(value, LawReference):
            found.append((mention.span.start, Ref("law", value.key)))
        elif mention.note and isinstance(value, OrganisationReference):
            found.append((mention.span.start, Ref("organisation", value.key)))
    return sorted(found)


def _stretches(context: Context, stated: Iterable[tuple[Evidence, ...]]) -> list[tuple[int, int]]:
    """Where in the body things are stated, clean offsets, ascending, overlaps joined."""
    spans = sorted((rests.span.start, rests.span.end) for evidence in stated for rests in evidence)
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        start, end = context.clean(first), context.clean(last - 1) + 1
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _with_wishes(context: Context, account: Account) -> Account:
    """Answers to wishes that are not named, met with what was told just before."""
    before = sorted((context.clean(item.evidence[0].span.start), item.ref) for item in account.cooperations)
    answers = list(wishes.wishes(context, before))
    return replace(
        account,
        unnamed_instruments=tuple(instrument for instrument, _ in answers),
        responses=(*account.responses, *(response for _, response in answers)),
    )


def _examining(context: Context, study: Study, things: Placed) -> Study:
    """A study with the laws, strategies, series and measures that its words name."""
    span = study.evidence[0].span
    named = claims.named(things, context.clean(span.start), context.clean(span.end - 1) + 1)
    return replace(study, examines=tuple(ref for ref in named if ref.kind in ("law", "strategy", "series", "measure")))


def _sections(context: Context) -> Iterator[Section]:
    for heading in context.document.headings:
        evidence = context.evidence(heading.start, heading.end, "section.heading", 0.9)
        if evidence.readable:
            yield Section(context.ref("section", evidence.readable), evidence.readable, (evidence,))


def _topics(context: Context, account: Account, found: Sequence[topics.Named]) -> Iterator[Topic]:
    things: tuple[topics.Thing, ...] = (
        *account.claims,
        *account.announcements,
        *account.commitments,
        *account.questions,
        *account.debates,
        *account.studies,
        *account.bills,
        *account.cooperations,
        *account.reports,
        *account.meetings,
        *(request for motion in account.motions for request in motion.requests),
    )
    of_motion: Mapping[Ref, Ref] = {asked.ref: motion.ref for motion in account.motions for asked in motion.requests}
    if not found:
        return
    for topic in topics.topics(context, found, things):
        yield topic
        if topic.of in of_motion:
            yield replace(topic, of=of_motion[topic.of])
