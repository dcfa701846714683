"""An account of one document as statements in its named graph: one function a class, small files by theme.

`state` and `state_lines` are the only entries. Every subject but the passages and the run says what it rests on
(`provenance`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol, TypeVar

from pyoxigraph import Quad

from ctgraph.graph.provenance import Sheet
from ctgraph.graph.statements import actors, citations, contents, documents, parliament, policy, times
from ctgraph.model.claims import Account, Ref

Item = TypeVar("Item")


class _Thing(Protocol):
    @property
    def ref(self) -> Ref: ...


def state(account: Account, version: str) -> Iterator[Quad]:
    """The quads of one account, each once; the same account gives the same quads in the same order."""
    return _sheet(account, version).quads()


def state_lines(account: Account, version: str) -> list[bytes]:
    """The same as lines of N-Quads; several times as quick."""
    return _sheet(account, version).lines()


def _sheet(account: Account, version: str) -> Sheet:
    sheet = Sheet(account.document, version, _stated(account))
    documents.header(sheet, account.times)
    _references(sheet, account)
    _parliament(sheet, account)
    _policy(sheet, account)
    _contents(sheet, account)
    documents.identity(sheet, any(p.role == "signer" and p.agent.kind == "post" for p in account.participations))
    return sheet


def _references(sheet: Sheet, account: Account) -> None:
    _each(sheet, citations.footnote, account.footnotes)
    _each(sheet, partial(citations.citation, notes=account.footnotes), account.citations)
    _each(sheet, citations.law_citation, account.law_citations)
    _each(sheet, citations.policy_mention, account.policy_mentions)
    _each(sheet, actors.participation, account.participations)
    _each(sheet, times.time, account.times)


def _parliament(sheet: Sheet, account: Account) -> None:
    _each(sheet, parliament.debate, account.debates)
    _each(sheet, parliament.motion, account.motions)
    _each(sheet, parliament.unnamed, account.unnamed_instruments)
    _each(sheet, parliament.response, account.responses)
    _each(sheet, parliament.question, account.questions)
    _each(sheet, parliament.commitment, account.commitments)


def _policy(sheet: Sheet, account: Account) -> None:
    _each(sheet, policy.claim, account.claims)
    _each(sheet, policy.announcement, account.announcements)
    _each(sheet, policy.study, account.studies)
    _each(sheet, policy.bill, account.bills)
    _each(sheet, policy.measure, account.measures)
    _each(sheet, policy.cooperation, account.cooperations)
    _each(sheet, documents.report, account.reports)


def _contents(sheet: Sheet, account: Account) -> None:
    _each(sheet, contents.section, account.sections)
    _each(sheet, contents.meeting, account.meetings)
    _each(sheet, contents.sub_organisation, account.sub_organisations)
    _each(sheet, contents.topic, account.topics)
    _each(sheet, contents.broader, account.broader_topics)


def _each(sheet: Sheet, write: Callable[[Sheet, Item], object], items: Iterable[Item]) -> None:
    for item in items:
        write(sheet, item)


def _stated(account: Account) -> frozenset[Ref]:
    """The things that the account describes, of which pointing at them adds nothing."""
    groups: tuple[Sequence[_Thing], ...] = (
        account.citations,
        account.law_citations,
        account.footnotes,
        account.debates,
        account.motions,
        account.responses,
        account.questions,
        account.commitments,
        account.claims,
        account.announcements,
        account.studies,
        account.bills,
        account.measures,
        account.cooperations,
        account.reports,
        account.sections,
        account.meetings,
        account.unnamed_instruments,
    )
    return frozenset(item.ref for group in groups for item in group)
