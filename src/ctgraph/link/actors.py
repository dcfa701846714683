"""Who has a part in a paper: who signs it, to whom it is sent, who is named in it."""

from __future__ import annotations

from collections.abc import Iterator

from ctgraph.link.context import Context
from ctgraph.model.claims import Agent, Participation, Ref, Role
from ctgraph.model.document import Span
from ctgraph.model.mentions import Mention, OrganisationReference, PersonReference, PostReference


def participations(context: Context, taken: frozenset[Span]) -> Iterator[Participation]:
    """Yield one participation for each place that names an actor; `taken` are those of motions and questions."""
    for mention in context.of_kind(PersonReference, OrganisationReference, PostReference):
        if mention.span not in taken:
            yield from _of_mention(context, mention)
    addressee = _addressee(context)
    if addressee is not None:
        yield addressee


def _of_mention(context: Context, mention: Mention) -> Iterator[Participation]:
    value = mention.value
    if isinstance(value, PersonReference):
        group = context.knowledge.group(value.party) if value.party else None
        post = context.post(value.office) if value.office and " " in value.office else None
        role: Role = "signer" if value.signs else "mentioned"
        yield _participation(context, mention, context.person(value), role, group, post)
        if post is not None and value.signs:
            yield _participation(context, mention, post, "signer")
    elif isinstance(value, OrganisationReference):
        agent = Agent(Ref("organisation", value.key), value.name, value.kind or "other")
        yield _participation(context, mention, agent, "mentioned")
    elif isinstance(value, PostReference) and not _held(context, mention):
        yield _participation(context, mention, context.post(value.name, value.country), "mentioned")


def _held(context: Context, mention: Mention) -> bool:
    """Whether the office stands before its holder's name, which says it already."""
    following = context.between(mention.end, mention.end + 4, PersonReference) if not mention.note else iter(())
    return any(value.office for _, value in following)


def _participation(
    context: Context,
    mention: Mention,
    agent: Agent,
    role: Role,
    group: Agent | None = None,
    post: Agent | None = None,
) -> Participation:
    evidence = context.of(mention)
    return Participation(
        ref=context.ref("participation", f"{agent.ref.id} {evidence.readable}"),
        agent=agent,
        role=role,
        of=Ref("document", context.document.id),
        name_in_source=evidence.readable,
        evidence=(evidence,),
        group=group,
        post=post,
    )


def _addressee(context: Context) -> Participation | None:
    """The chamber that a letter speaks to: "uw Kamer"."""
    start = context.text.find("uw Kamer")
    if start == -1 or context.signer is None:
        return None
    evidence = context.evidence(start, start + 8, "participation.addressee", 0.9)
    ref = context.ref("participation", f"{context.chamber.ref.id} {evidence.readable}")
    return Participation(
        ref, context.chamber, "addressee", Ref("document", context.document.id), evidence.readable, (evidence,)
    )
