"""Who a paper can say says something: a policy document, a service, the report it presents, the study it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ctgraph.link.context import Context
from ctgraph.link.studies import THE_STUDY
from ctgraph.model.claims import Account, PolicyMention, Ref, Study
from ctgraph.model.mentions import Mention, OrganisationReference

NOT_SERVICES = frozenset({"chamber", "committee", "political-party", "parliamentary-group", "state", "non-state-group"})
"""Kinds of bodies that are neither read as sources nor as able to do something."""
# "De rapportage laat zien": the report that the letter presents. Not "een rapport van de Inspectie".
_THE_REPORT = re.compile(
    r"\b(?:de|deze|bijgaande|dit|het|bijgevoegde)\s(?:\w+\s)?rapport(?:age)?\b(?!\svan\b)", re.IGNORECASE
)


def sources(
    context: Context,
    account: Account,
    mentioned: Sequence[tuple[Mention, PolicyMention]],
    studied: Sequence[tuple[int, Study]],
) -> list[tuple[int, int, Ref]]:
    """The sources that the body names, with where the name starts and ends, ascending."""
    found = [
        (mention.start, mention.end, item.ref)
        for mention, item in mentioned
        if not mention.note and item.ref.kind in ("document", "strategy")
    ]
    for mention, value in context.between(0, len(context.text), OrganisationReference):
        if value.kind not in NOT_SERVICES:
            found.append((mention.start, mention.end, Ref("organisation", value.key)))
    found.extend(_reports(context, account))
    found.extend(_studies(context, studied))
    return sorted(found)


def _reports(context: Context, account: Account) -> Iterator[tuple[int, int, Ref]]:
    """ "De rapportage" where the paper presents exactly one."""
    if len(account.reports) != 1:
        return
    after = context.clean(account.reports[0].evidence[0].span.start)
    for at in context.cues["report"]:
        named = _THE_REPORT.search(context.text, max(0, at - 24), at + 10)
        if named is not None and at > after:
            yield named.start(), named.end(), account.reports[0].ref


def _studies(context: Context, studied: Sequence[tuple[int, Study]]) -> Iterator[tuple[int, int, Ref]]:
    """ "Uit het onderzoek blijkt" where the paper tells of exactly one study."""
    if len(studied) != 1:
        return
    first, study = studied[0]
    for at in context.cues["study"]:
        named = THE_STUDY.search(context.text, max(0, at - 16), at + 12)
        if named is not None and at > first:
            yield named.start(), named.end(), study.ref
