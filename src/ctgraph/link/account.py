"""Linking as a whole: from the mentions of a document to what it states."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ctgraph.identifiers import is_legislation
from ctgraph.link import (
    actors,
    advice,
    agreements,
    amendments,
    citations,
    commitments,
    contents,
    debates,
    footnotes,
    measures,
    motion_claims,
    motions,
    plans,
    policies,
    purposes,
    replies,
    reported,
    reports,
    responses,
    studies,
    tenures,
    topics,
)
from ctgraph.link.contents import Policy
from ctgraph.link.context import Context
from ctgraph.link.knowledge import Knowledge
from ctgraph.model.claims import Account, Citation, Participation, PolicyMention, Ref
from ctgraph.model.document import Document, Span
from ctgraph.model.mentions import Mention, PaperReference, PolicyReference, Value


class _References(Struct, frozen=True):
    """What the references of a document mean, which all later steps need."""

    supported: Mapping[str, footnotes.Support]
    papers: Mapping[int, PaperReference]
    cited: tuple[Citation, ...]
    suspect: frozenset[str]
    policy_values: Mapping[int, PolicyReference]
    policy: tuple[tuple[Mention, PolicyMention], ...]


class _Named(Struct, frozen=True):
    """What a document names, linked: as much as annotations show, and what further statements start from."""

    context: Context
    account: Account
    refs: _References
    policy: Policy


def link(document: Document, mentions: Sequence[Mention], knowledge: Knowledge) -> Account:
    """Decide what each mention means and what the paper says; what cannot be decided stays marked."""
    named = _named(document, mentions, knowledge)
    context, account = named.context, named.account
    policy = replace(named.policy, phenomena=tuple(topics.named(context)))
    measured = purposes.aimed(context, policy.measured.measures, policy.phenomena)
    account = replace(
        account,
        law_citations=tuple(citations.law_citations(context)),
        participations=tuple(tenures.signed(context, actors.participations(context, _taken(account)))),
        measures=tuple(measure for _, measure in measured),
    )
    told = contents.told(context, account, named.refs.policy, policy)
    # Last, because a reply is a stretch in which claims, measures and bodies are told as anywhere else.
    answers = replies.replies(context, account.questions)
    return replace(told, responses=(*told.responses, *answers), times=context.times)


def link_named(document: Document, mentions: Sequence[Mention], knowledge: Knowledge) -> Account:
    """What annotations show of a document: the same as `link` finds, without claims, topics and participations.

    They are half of the time of linking, and nobody who asks for mentions gets to see them.
    """
    return _named(document, mentions, knowledge).account


def _named(document: Document, mentions: Sequence[Mention], knowledge: Knowledge) -> _Named:
    context = Context(document, mentions, knowledge)
    refs = _references(context)
    linked = motions.MotionLinker(context, refs.papers, refs.supported, refs.suspect).link()
    found = advice.advised(context, linked, motion_claims.motions(context, linked, refs.suspect))
    held = debates.debates(context, refs.supported, refs.suspect)
    by_ref = {d.debate.ref: d.debate for d in held}
    account = Account(
        document=document,
        mentions=tuple(_completed(mentions, linked, refs)),
        citations=refs.cited,
        policy_mentions=tuple(p for _, p in refs.policy),
        footnotes=tuple(f for _, f in footnotes.footnotes(context, refs.supported)),
        motions=tuple(tenures.tabled(context, motion) for motion in found),
        questions=tuple(tenures.asked(context, question, by_ref) for question in reports.questions(context, held)),
        debates=tuple(d.debate for d in held),
    )
    policy = _policy(context, linked)
    account = _with_policy(context, account, refs, linked, policy)
    account = contents.answered(context, _with_promises(context, account, held, refs), linked, refs.policy, policy)
    return _Named(context, account, refs, policy)


def _references(context: Context) -> _References:
    supported = footnotes.supports(context)
    papers = citations.complete(context)
    cited = tuple(citations.citations(context, papers, supported))
    policy_values = policies.completed(context, supported)
    suspect = frozenset(i for c in cited if c.status == "suspect" for i in c.printed)
    return _References(
        supported=supported,
        papers=papers,
        cited=cited,
        suspect=suspect,
        policy_values=policy_values,
        policy=tuple(policies.mentions(context, policy_values, papers, suspect)),
    )


def _policy(context: Context, linked: Sequence[motions.LinkedMention]) -> Policy:
    """Studies, bills and measures, with where they are named."""
    studied = studies.studies(context, [(i.mention, i.motion) for i in linked if i.motion and i.value.form == "full"])
    billed = amendments.amended(context, plans.bills(context))
    return Policy(tuple(studied), tuple(billed), measures.measures(context))


def _with_policy(
    context: Context, account: Account, refs: _References, linked: Sequence[motions.LinkedMention], policy: Policy
) -> Account:
    """Studies, bills, measures, and the responses that say a motion is met with one of them."""
    fulfilling = _fulfilling(
        [(m.start, p.ref) for m, p in refs.policy if not m.note],
        [(at, s.ref) for at, s in policy.studies],
        [(at, b.ref) for at, b in policy.bills],
        [(at, m.ref) for at, m in policy.measured.measures],
    )
    answered = responses.responses(context, linked, _with_studies(context, fulfilling))
    return replace(
        account,
        responses=tuple(answered),
        studies=tuple(s for _, s in policy.studies),
        bills=tuple(b for _, b in policy.bills),
        measures=tuple(m for _, m in policy.measured.measures),
        cooperations=tuple(agreements.arrangements(context)),
    )


def _with_promises(
    context: Context, account: Account, held: Sequence[debates.LinkedDebate], refs: _References
) -> Account:
    """Reports that the paper presents, promises, and what is announced; "zal" in a law is a rule, no promise."""
    if is_legislation(context.document.id):
        return account
    offered = reports.reports(context)
    here = reported.reported_here(context)
    promised = commitments.commitments(context, held, [r.ref for r in offered], here)
    if here and any(c.made_in == here.debate.ref for c in promised) and here.debate not in account.debates:
        account = replace(account, debates=(*account.debates, here.debate))
    series = [(m.start, p.ref) for m, p in refs.policy if not m.note and p.ref.kind == "series"]
    announced = plans.announcements(context, promised, account.studies, series)
    return replace(account, reports=tuple(offered), commitments=tuple(promised), announcements=tuple(announced))


Placed = Sequence[tuple[int, Ref]]


def _fulfilling(*kinds: Placed) -> list[tuple[int, Ref]]:
    return sorted((placed for kind in kinds for placed in kind if placed[0] >= 0), key=lambda p: p[0])


def _with_studies(context: Context, fulfilling: Placed) -> Placed:
    """A sentence that says "deze evaluatie" stands for the study named before it in the section."""
    extra: list[tuple[int, Ref]] = []
    studied = [placed for placed in fulfilling if placed[1].kind == "study"]
    for at in context.cues["study"] if studied else ():
        index = bisect_left(studied, at, key=lambda placed: placed[0]) - 1
        pointed = studies.THE_STUDY.search(context.text, max(0, at - 16), at + 12)
        if pointed and index >= 0 and studied[index][0] >= context.section_of(at).start:
            extra.append((at, studied[index][1]))
    return sorted((*fulfilling, *extra), key=lambda p: p[0])


def _taken(account: Account) -> frozenset[Span]:
    """The places that motions and questions have already given to a participant."""
    parts: list[Participation] = [p for m in account.motions for p in m.submitters]
    parts.extend(q.asked_by for q in account.questions if q.asked_by)
    return frozenset(e.span for p in parts for e in p.evidence)


def _completed(
    mentions: Sequence[Mention], linked: Sequence[motions.LinkedMention], refs: _References
) -> Iterator[Mention]:
    """The mentions with what linking added to their values."""
    values: dict[int, Value] = {id(item.mention): item.value for item in linked}
    values.update(refs.papers)
    values.update(refs.policy_values)
    for mention in mentions:
        value = values.get(id(mention), mention.value)
        if value is mention.value:
            yield mention
        else:
            yield replace(mention, value=value)
