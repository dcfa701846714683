"""Who signed a motion that is on a paper of its own: the names under it, one to a line."""

from __future__ import annotations

from collections.abc import Iterator

from ctgraph.link.context import Context
from ctgraph.model.claims import Agent, Participation, Ref
from ctgraph.model.mentions import Mention, PersonReference

RULE = "person.signature"
"""The rule that reads the names under a motion."""


def signatures(context: Context) -> Iterator[tuple[Mention, PersonReference]]:
    """The names under the motion, in the order printed."""
    for mention, value in context.between(0, len(context.text), PersonReference):
        if mention.rule == RULE:
            yield mention, value


def submitter(context: Context, motion: Ref, named: Mention, person: PersonReference, first: bool) -> Participation:
    """One who submits a motion, named at a place."""
    printed = " ".join(context.text[named.start : named.end].split()) if _names(named) else person.name
    group: Agent | None = context.knowledge.group(person.party) if person.party else None
    return Participation(
        ref=context.ref("participation", f"{motion.id} {printed}"),
        agent=context.person(person),
        role="first-signatory" if first else "co-signatory",
        of=motion,
        name_in_source=printed,
        evidence=(context.of(named),),
        group=group,
    )


def _names(mention: Mention) -> bool:
    return isinstance(mention.value, PersonReference)
