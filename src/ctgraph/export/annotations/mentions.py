"""Records of mentions: the value as extracted, with what linking made of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from types import MappingProxyType
from typing import Final

from ctgraph.export.annotations.record import Record, known, papers, record, times
from ctgraph.model.claims import Account, Citation, Debate, FulfilmentStatus, Motion, Ref, ResolutionStatus
from ctgraph.model.document import Span
from ctgraph.model.mentions import (
    DateReference,
    DebateReference,
    EcliReference,
    EuReference,
    GazetteReference,
    LawReference,
    Mention,
    MotionReference,
    OrganisationReference,
    PaperReference,
    PersonReference,
    PolicyReference,
    PostReference,
    ProceedingsReference,
    Value,
)

STATUS_WORDS: Final = MappingProxyType(
    {
        "in-progress": "being_executed",
        "addressed": "in_progress",
        "not-fully-feasible": "not_fully_executable",
        "declined": "not_executed",
    }
)
"""Fulfilment statuses that the annotated sets call by another word; the rest only get underscores."""

_ADVICE_WORDS: Final = MappingProxyType({"ontraden": "discouraged", "oordeel-kamer": "left_to_chamber"})
"""Advice on a motion, which stands as its status where the paper says nothing of its carrying out."""

_DOUBT: Final[tuple[ResolutionStatus, ...]] = ("suspect", "ambiguous", "identified", "resolved")
TYPES: Final = MappingProxyType(
    {
        PaperReference: "kamerstuk_ref",
        ProceedingsReference: "handelingen_ref",
        GazetteReference: "staatsblad_ref",
        EcliReference: "ecli_ref",
        EuReference: "eu_ref",
        LawReference: "law_ref",
        PersonReference: "person",
        OrganisationReference: "organisation",
        PostReference: "post",
        DateReference: "date",
        DebateReference: "debate",
        MotionReference: "motion_ref",
        PolicyReference: "policy_doc",
    }
)
"""The type of record of each kind of value."""


class _Links:
    """What the account made of the words at a span."""

    def __init__(self, account: Account) -> None:
        self.citations: dict[Span, list[Citation]] = {}
        for citation in account.citations:
            for evidence in citation.evidence:
                self.citations.setdefault(evidence.span, []).append(citation)
        self.motions: dict[Span, Motion] = {e.span: item for item in account.motions for e in item.evidence}
        self.debates: dict[Span, Debate] = {e.span: item for item in account.debates for e in item.evidence}
        self.statuses: dict[Ref, FulfilmentStatus] = {item.motion: item.status for item in account.responses}


def mention_records(account: Account) -> Iterator[Record]:
    """One record a mention."""
    links = _Links(account)
    for mention in account.mentions:
        yield record(
            account.document,
            TYPES[type(mention.value)],
            mention.span,
            normalized(mention.value, mention, links),
            rule=mention.rule,
            confidence=mention.confidence,
            note=mention.note,
            **_resolution(links.citations.get(mention.span, [])),
        )


def status_word(status: FulfilmentStatus) -> str:
    """A fulfilment status in the words of the annotated sets."""
    return STATUS_WORDS.get(status, status.replace("-", "_"))


def _resolution(citations: list[Citation]) -> Record:
    """The most doubtful status of the references in one expression, with its reason."""
    if not citations:
        return {}
    worst = min(citations, key=lambda item: _DOUBT.index(item.status))
    reason = {"nl": worst.reason.nl, "en": worst.reason.en} if worst.reason else None
    return known(status=worst.status, reason=reason, suggestion=worst.suggestion)


@singledispatch
def normalized(value: Value, mention: Mention, links: _Links) -> Record:
    """The value of a mention in the words of the guidelines; one function a kind of value."""
    raise TypeError(f"no record is defined for {type(value).__name__}")


@normalized.register
def _(value: PaperReference, mention: Mention, links: _Links) -> Record:
    doubtful = any(item.status == "suspect" for item in links.citations.get(mention.span, []))
    return {
        **_ids(value.ids),
        "attachment": value.attachment,
        **known(
            also_dossiers=value.also_dossiers,
            replaces=value.replaces,
            self=value.own or None,
            suspect=doubtful or None,
        ),
    }


@normalized.register
def _(value: ProceedingsReference, mention: Mention, links: _Links) -> Record:
    return _ids(value.ids)


@normalized.register(GazetteReference)
@normalized.register(EcliReference)
def _(value: GazetteReference | EcliReference, mention: Mention, links: _Links) -> Record:
    return {"id": value.id}


@normalized.register
def _(value: EuReference, mention: Mention, links: _Links) -> Record:
    return known(celex=value.celex, articles=value.articles)


@normalized.register
def _(value: LawReference, mention: Mention, links: _Links) -> Record:
    return known(law=value.name, id=value.key, articles=value.articles, lid=value.paragraph)


@normalized.register
def _(value: PersonReference, mention: Mention, links: _Links) -> Record:
    return known(name=value.name, party=value.party, office=value.office, id=value.key)


@normalized.register
def _(value: OrganisationReference, mention: Mention, links: _Links) -> Record:
    return known(canonical=value.name, id=value.key, kind=value.kind)


@normalized.register
def _(value: PostReference, mention: Mention, links: _Links) -> Record:
    return known(office=value.name, country=value.country)


@normalized.register
def _(value: DateReference, mention: Mention, links: _Links) -> Record:
    return times(value.reading)


@normalized.register
def _(value: DebateReference, mention: Mention, links: _Links) -> Record:
    debate = links.debates.get(mention.span)
    day = value.reading.edtf if value.reading else ""
    reports = papers(debate.reports) if debate else {}
    return {**known(kind=value.kind, topic=value.topic, date=day), **reports}


@normalized.register
def _(value: MotionReference, mention: Mention, links: _Links) -> Record:
    """A motion that linking knows has the paper that linking left it, which may be none."""
    motion = links.motions.get(mention.span)
    status = links.statuses.get(motion.ref) if motion else None
    return {
        "submitters": [person.name for person in value.submitters],
        "cs": value.others_unnamed,
        **known(
            parties=tuple(person.party for person in value.submitters if person.party),
            kamerstuk=motion.paper if motion else value.paper,
            not_kamerstuk=value.not_papers,
            amended=value.amended or None,
            replaces=value.replaces,
            status=status_word(status) if status else _ADVICE_WORDS.get(motion.advice, "") if motion else "",
            mention=value.form,
        ),
    }


@normalized.register
def _(value: PolicyReference, mention: Mention, links: _Links) -> Record:
    return known(doc=value.key, name=value.name, kind=value.kind)


def _ids(ids: tuple[str, ...]) -> Record:
    return {"ids": list(ids), **({"id": ids[0]} if len(ids) == 1 else {})}
