"""References to numbered papers, proceedings, gazettes, rulings and EU acts, each with its resolution status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from ctgraph.identifiers import parse_paper
from ctgraph.link.context import Context
from ctgraph.link.footnotes import LETTER, Support, note_key
from ctgraph.link.plausibility import doubt, suggestion
from ctgraph.model.claims import Citation, LawCitation, Reason, Ref, ResolutionStatus
from ctgraph.model.document import Note
from ctgraph.model.mentions import (
    DateReference,
    EcliReference,
    EuReference,
    GazetteReference,
    LawReference,
    Mention,
    PaperReference,
    ProceedingsReference,
)

_LOOK_BACK = 220


def complete(context: Context) -> dict[int, PaperReference]:
    """Full ids for short forms ("op stuk nr. 346"), by the identity of their mention.

    The dossier is that of the full reference before it, else of the one after it, else the paper's own.
    """
    named = (parse_paper(value.ids[0]) for _, value in _papers(context) if value.ids and not value.partial)
    last = parse_paper(context.document.id) or next((number for number in named if number), None)
    completed: dict[int, PaperReference] = {}
    for mention, value in _papers(context):
        if not value.partial:
            last = parse_paper(value.ids[0]) or last
        elif last is not None:
            ids = tuple(str(replace(last, sub=sub)) for sub in value.ids)
            completed[id(mention)] = replace(value, ids=ids, partial=False)
    return completed


def _papers(context: Context) -> Iterator[tuple[Mention, PaperReference]]:
    return ((m, m.value) for m in context.mentions if isinstance(m.value, PaperReference))


def citations(
    context: Context, completed: Mapping[int, PaperReference], supported: Mapping[str, Support]
) -> Iterator[Citation]:
    """Yield one citation for each reference; the paper's own number is none."""
    notes = {id(m): note for note in context.document.notes for m in context.of_note(note)}
    for mention in context.mentions:
        note = notes.get(id(mention))
        support = supported.get(note_key(note)) if note else None
        value = mention.value
        if isinstance(value, PaperReference):
            value = completed.get(id(mention), value)
            if value.ids != (context.document.id,) and not value.own:
                yield _paper(context, mention, value, note, support)
        elif isinstance(value, ProceedingsReference | GazetteReference | EcliReference | EuReference):
            yield _other(context, mention, _ids(value), note, support)


def _ids(value: ProceedingsReference | GazetteReference | EcliReference | EuReference) -> tuple[str, ...]:
    if isinstance(value, ProceedingsReference):
        return value.ids
    return (value.celex,) if isinstance(value, EuReference) else (value.id,)


def _paper(
    context: Context, mention: Mention, value: PaperReference, note: Note | None, support: Support | None
) -> Citation:
    evidence = context.of(mention)
    ref = context.ref("citation", evidence.readable)
    number, held_by = note.number if note else "", support.evidence if support else None
    if value.partial:
        reason = Reason("het dossier is niet genoemd", "the dossier is not named")
        return Citation(ref, value.ids, (), "ambiguous", (evidence,), reason, "", number, held_by)
    stated = _stated_day(context, mention, note, support)
    gazetteer = context.knowledge.gazetteer
    doubts = ((i, doubt(i, gazetteer, context.document.date, stated)) for i in value.ids)
    wrong = next(((i, reason) for i, reason in doubts if reason), None)
    if wrong:
        proposed = suggestion(wrong[0], gazetteer, stated)
        marked = replace(evidence, confidence=0.3)
        return Citation(
            ref, value.ids, (), "suspect", (marked,), wrong[1], proposed, number, held_by,
            value.attachment, value.also_dossiers,
        )  # fmt: skip
    return Citation(
        ref, value.ids, tuple(_target(i) for i in value.ids), _status(context, value.ids), (evidence,),
        note=number, supports=held_by, attachment=value.attachment, also_dossiers=value.also_dossiers,
    )  # fmt: skip


def _target(identifier: str) -> Ref:
    """A paper, or the whole dossier where no number of a paper is given."""
    if identifier.startswith("kst-") and parse_paper(identifier) is None:
        return Ref("dossier", identifier.removeprefix("kst-"))
    return Ref("document", identifier)


def _status(context: Context, ids: tuple[str, ...]) -> ResolutionStatus:
    dossiers = context.knowledge.gazetteer.dossiers
    held = all(context.knowledge.holds(i) or i.removeprefix("kst-") in dossiers for i in ids)
    return "resolved" if held else "identified"


def _stated_day(context: Context, mention: Mention, note: Note | None, support: Support | None) -> date | None:
    """The day that the text gives to the letter it cites; None if it gives none."""
    if note is not None:
        return _day(support.day) if support and support.day else None
    text = context.text
    start, _ = context.sentences.around(mention.start)
    if "(" not in text[max(start, mention.start - 2) : mention.start + 1]:
        return None
    days = [
        m for m, _ in context.between(max(start, mention.start - _LOOK_BACK), mention.start, DateReference)
        if LETTER.search(text, max(start, m.start - 140), m.start)
    ]  # fmt: skip
    return _day(days[-1]) if days and not _between_other(context, days[-1], mention) else None


def _between_other(context: Context, day: Mention, mention: Mention) -> bool:
    return any(True for _ in context.between(day.end, mention.start, PaperReference))


def _day(mention: Mention) -> date | None:
    value = mention.value
    if isinstance(value, DateReference) and value.reading.earliest == value.reading.latest:
        return value.reading.earliest
    return None


def _other(
    context: Context, mention: Mention, ids: tuple[str, ...], note: Note | None, support: Support | None
) -> Citation:
    evidence = context.of(mention)
    number, held_by = note.number if note else "", support.evidence if support else None
    ref = context.ref("citation", evidence.readable)
    reason = _too_late(ids, context.document.date)
    if reason:
        return Citation(ref, ids, (), "suspect", (replace(evidence, confidence=0.3),), reason, "", number, held_by)
    targets = tuple(Ref("document", identifier) for identifier in ids)
    return Citation(ref, ids, targets, _status(context, ids), (evidence,), None, "", number, held_by)


def _too_late(ids: tuple[str, ...], citing: date | None) -> Reason | None:
    """A session year or gazette of a year that had not begun when the text was written."""
    for identifier in ids:
        year = next((part[:4] for part in identifier.split("-") if part[:4].isdigit() and len(part) in (4, 8)), "")
        if citing is not None and identifier[:2] in ("h-", "ah", "st", "tr") and year and int(year) > citing.year:
            return Reason(
                f"het jaar {year} was nog niet begonnen op {citing}", f"the year {year} had not begun on {citing}"
            )
    return None


def law_citations(context: Context) -> Iterator[LawCitation]:
    """Yield one citation for each mention of a law."""
    for mention in context.mentions:
        value = mention.value
        if isinstance(value, LawReference):
            evidence = context.of(mention)
            ref = context.ref("citation", evidence.readable)
            yield LawCitation(ref, Ref("law", value.key), value.name, value.articles, value.paragraph, (evidence,))
