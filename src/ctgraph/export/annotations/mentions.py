"""Records of mentions: the value as extracted, with what linking made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from ctgraph.export.annotations.record import Record, known, papers, times
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

ADVICE_WORDS: Final = MappingProxyType({"ontraden": "discouraged", "oordeel-kamer": "left_to_chamber"})
"""Advice on a motion as the annotated sets call it: a response, and the status of a motion that has no other."""

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
        # By place and not by span: a tuple is hashed in a tenth of the time, and this is asked for every mention.
        self.by_place: dict[tuple[int, int], list[Citation]] = {}
        for citation in account.citations:
            for evidence in citation.evidence:
                place = evidence.span.start, evidence.span.end
                self.by_place.setdefault(place, []).append(citation)
        self.motions: dict[Span, Motion] = {e.span: item for item in account.motions for e in item.evidence}
        self.debates: dict[Span, Debate] = {e.span: item for item in account.debates for e in item.evidence}
        self.statuses: dict[Ref, FulfilmentStatus] = {item.motion: item.status for item in account.responses}

    def citations(self, span: Span) -> list[Citation]:
        """The references in the words at a span."""
        return self.by_place.get((span.start, span.end), [])


def mention_records(account: Account) -> Iterator[Record]:
    """One record a mention."""
    links = _Links(account)
    text = account.document.text
    for mention in account.mentions:
        kind, span = type(mention.value), mention.span
        item: Record = {
            "type": TYPES[kind],
            "start": span.start,
            "end": span.end,
            "text": text[span.start : span.end],
            "normalized": NORMALIZED[kind](mention.value, mention, links),
            "rule": mention.rule,
            "confidence": mention.confidence,
        }
        if mention.note:
            item["note"] = mention.note
        if cited := links.by_place.get((span.start, span.end)):
            item.update(_resolution(cited))
        yield item


def status_word(status: FulfilmentStatus) -> str:
    """A fulfilment status in the words of the annotated sets."""
    return STATUS_WORDS.get(status, status.replace("-", "_"))


def _resolution(citations: list[Citation]) -> Record:
    """The most doubtful status of the references in one expression, with its reason."""
    worst = min(citations, key=lambda item: _DOUBT.index(item.status)) if len(citations) > 1 else citations[0]
    reason = {"nl": worst.reason.nl, "en": worst.reason.en} if worst.reason else None
    return known(status=worst.status, reason=reason, suggestion=worst.suggestion)


def _paper(value: PaperReference, mention: Mention, links: _Links) -> Record:
    doubtful = any(item.status == "suspect" for item in links.citations(mention.span))
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


def _proceedings(value: ProceedingsReference, mention: Mention, links: _Links) -> Record:
    return _ids(value.ids)


def _identified(value: GazetteReference | EcliReference, mention: Mention, links: _Links) -> Record:
    return {"id": value.id}


def _eu_act(value: EuReference, mention: Mention, links: _Links) -> Record:
    return known(celex=value.celex, articles=value.articles)


def _law(value: LawReference, mention: Mention, links: _Links) -> Record:
    return known(law=value.name, id=value.key, articles=value.articles, lid=value.paragraph)


def _person(value: PersonReference, mention: Mention, links: _Links) -> Record:
    return known(name=value.name, party=value.party, office=value.office, id=value.key)


def _organisation(value: OrganisationReference, mention: Mention, links: _Links) -> Record:
    return known(canonical=value.name, id=value.key, kind=value.kind)


def _post(value: PostReference, mention: Mention, links: _Links) -> Record:
    return known(office=value.name, country=value.country)


def _time(value: DateReference, mention: Mention, links: _Links) -> Record:
    return times(value.reading)


def _debate(value: DebateReference, mention: Mention, links: _Links) -> Record:
    debate = links.debates.get(mention.span)
    day = value.reading.edtf if value.reading else ""
    reports = papers(debate.reports) if debate else {}
    return {**known(kind=value.kind, topic=value.topic, date=day), **reports}


def _motion(value: MotionReference, mention: Mention, links: _Links) -> Record:
    """A motion that linking knows has the paper that linking left it, maybe none; a doubted one is told as such."""
    motion = links.motions.get(mention.span)
    status = links.statuses.get(motion.ref) if motion else None
    return {
        "submitters": [person.name for person in value.submitters],
        "cs": value.others_unnamed,
        **known(
            parties=tuple(person.party for person in value.submitters if person.party),
            kamerstuk=motion.paper if motion and not value.doubted else value.paper,
            suspect=value.doubted or None,
            not_kamerstuk=value.not_papers,
            amended=value.amended or None,
            replaces=value.replaces,
            status=status_word(status) if status else ADVICE_WORDS.get(motion.advice, "") if motion else "",
            mention=value.form,
        ),
    }


def _policy(value: PolicyReference, mention: Mention, links: _Links) -> Record:
    return known(doc=value.key, name=value.name, kind=value.kind)


def _ids(ids: tuple[str, ...]) -> Record:
    return {"ids": list(ids), **({"id": ids[0]} if len(ids) == 1 else {})}


_Writer = Callable[[Any, Mention, _Links], Record]
NORMALIZED: Final[Mapping[type[Value], _Writer]] = MappingProxyType(
    {
        PaperReference: _paper,
        ProceedingsReference: _proceedings,
        GazetteReference: _identified,
        EcliReference: _identified,
        EuReference: _eu_act,
        LawReference: _law,
        PersonReference: _person,
        OrganisationReference: _organisation,
        PostReference: _post,
        DateReference: _time,
        DebateReference: _debate,
        MotionReference: _motion,
        PolicyReference: _policy,
    }
)
"""The value of a mention in the words of the guidelines: one function a kind of value."""
