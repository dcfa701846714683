"""References to numbered papers, proceedings, gazettes, rulings and EU acts, each with its resolution status."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter

from msgspec.structs import replace

from ctgraph.identifiers import PaperNumber, parse_paper
from ctgraph.link.context import Context
from ctgraph.link.discussed import Discussed
from ctgraph.link.footnotes import Support, letter_before, note_key
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
_FEW_WORDS = 4
"""Words behind "brief" in "brief van ", "brieven van 3 mei en ", "brief op ": no sender stands there."""

_LETTER_WORD = re.compile(r"\w*brie(?:f|ven)\b|\bmissive\b", re.IGNORECASE)
_OF_GOVERNMENT = re.compile(
    r"minister|staatssecretaris|bewindspers|ambtsvoorganger|ambtgenoot|kabinet|regering|\baan (?:de|uw)\b|"
    r"\b(?:over|inzake|betreffende|waarin)\b",
    re.IGNORECASE,
)
# "brief van uw commissie", "brief van het lid", "brief van de NCTV". Not "brief van de Minister", "van het kabinet".
_SENT_BY_OTHERS = re.compile(
    r"commissie|\bvan uw\b|\bvan (?:de|het|een) (?!\w*minister|\w*staatssecretaris|toenmalig|voormalig|bewinds|kabinet"
    r"|regering|demissionair)\w",
    re.IGNORECASE,
)
# What may own the number instead of the letter: "mijn brief van 3 mei 2022 ging over de motie (Kamerstuk …)".
_OTHER_PAPER = re.compile(
    r"\b(?:\w*motie\w*|amendement\w*|\w*verslag|\w*vragen|\w*overleg|\w*debat|\w*rapport|\w*rapportage|\w*evaluatie|nota|advies"
    r"|\w*brief|\w*reactie|artikel|bijlage|beantwoord\w*|\w*voorstel|onderzoek|uitspraak|agenda|dreigingsbeeld)\b",
    re.IGNORECASE,
)
_OTHERS = (ProceedingsReference, GazetteReference, EcliReference, EuReference)
_CITING = (PaperReference, *_OTHERS)
_SEE_ALSO = re.compile(r"\b(?:ook|vgl|vergelijk|eerder)\b", re.IGNORECASE)


def complete(context: Context) -> dict[int, PaperReference]:
    """Full ids for short forms ("op stuk nr. 346"), by the identity of their mention."""
    discussed = Discussed(context)
    completed: dict[int, PaperReference] = {}
    for mention, value in _papers(context):
        if value.partial:
            note = context.note_of.get(id(mention))
            at = ((note.anchor if note else None) or len(context.text)) if mention.note else mention.start
            before = _before_in_note(context.of_note(note) if note else (), mention)
            ids = tuple(_of_dossier(before, sub) or discussed.paper(at, sub) for sub in value.ids)
            if all(ids):
                completed[id(mention)] = replace(value, ids=ids, partial=False)
    return completed


def _before_in_note(noted: Sequence[Mention], mention: Mention) -> PaperNumber | None:
    """The paper named before a number in the same note: "Kamerstuk 27 925, nr. 826; vgl. nr. 809."."""
    named = (m.value for m in reversed(noted[: bisect_left(noted, mention.start, key=attrgetter("start"))]))
    paper = next((value for value in named if isinstance(value, PaperReference) and not value.partial), None)
    return parse_paper(paper.ids[-1]) if paper else None


def _of_dossier(number: PaperNumber | None, sub: str) -> str:
    return str(replace(number, sub=sub)) if number else ""


def _papers(context: Context) -> Iterator[tuple[Mention, PaperReference]]:
    return ((m, m.value) for m in context.of_kind(PaperReference) if isinstance(m.value, PaperReference))


def citations(
    context: Context, completed: Mapping[int, PaperReference], supported: Mapping[str, Support]
) -> Iterator[Citation]:
    """Yield one citation for each reference; the paper's own number is none."""
    for mention in context.of_kind(*_CITING):
        value = mention.value
        note = context.note_of.get(id(mention))
        support = supported.get(note_key(note)) if note else None
        if isinstance(value, PaperReference):
            value = completed.get(id(mention), value)
            if value.ids != (context.document.id,) and not value.own:
                yield _paper(context, mention, value, note, support)
        elif isinstance(value, _OTHERS):
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
    stated = _stated_days(context, mention, value, note, support)
    wrong = _wrong(context, value.ids, stated)
    if wrong:
        proposed = suggestion(wrong[0], context.knowledge.gazetteer, stated[0] if stated else None)
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


def _wrong(context: Context, ids: tuple[str, ...], stated: tuple[date, ...]) -> tuple[str, Reason] | None:
    """The first number that cannot be right, with the reason.

    Of several numbers or several days it is not known which goes with which: then all must speak against all.
    """
    gazetteer, citing = context.knowledge.gazetteer, context.document.date
    for identifier in ids:
        reason = doubt(identifier, gazetteer, citing, None)
        if reason:
            return identifier, reason
    found = [(i, doubt(i, gazetteer, citing, day)) for i in ids for day in stated]
    first = next(((i, reason) for i, reason in found if reason), None)
    return first if first and all(reason for _, reason in found) else None


def _stated_days(
    context: Context, mention: Mention, value: PaperReference, note: Note | None, support: Support | None
) -> tuple[date, ...]:
    """The days that the text gives to the letter it cites, none where the number may be that of something else."""
    if value.attachment:
        return ()
    if note is not None:
        return _of_note(context, mention, note, support)
    text = context.text
    start, _ = context.sentences.around(mention.start)
    if "(" not in text[max(start, mention.start - 2) : mention.start + 1]:
        return ()
    days = [m for m, _ in context.between(max(start, mention.start - _LOOK_BACK), mention.start, DateReference)]
    named = [(m, letter) for m in days if (letter := letter_before(text, max(start, m.start - 140), m.start))]
    if not named or not _of_government(named[-1][1].group()) or _between_other(context, named[-1][0], mention):
        return ()
    return tuple(day for m in days if m.start >= named[-1][0].start and (day := _day(m)))


def _of_note(context: Context, mention: Mention, note: Note, support: Support | None) -> tuple[date, ...]:
    """Of a note on a letter only the first paper is that letter; what follows "Zie ook" is another."""
    if support is None or support.day is None or not _of_government(support.evidence.readable):
        return ()
    papers = [m for m in context.of_note(note) if isinstance(m.value, PaperReference)]
    if papers[0] is not mention or _SEE_ALSO.search(note.flow.text, 0, mention.start):
        return ()
    day = _day(support.day)
    return (day,) if day else ()


def _of_government(words: str) -> bool:
    """Whether a letter is one of the government: another's letter is printed under the number of a later paper."""
    named = _LETTER_WORD.search(words)
    if named is None or _SENT_BY_OTHERS.search(words):
        return False
    between = words[named.end() :]
    return len(between.split()) <= _FEW_WORDS or _OF_GOVERNMENT.search(between) is not None


def _between_other(context: Context, day: Mention, mention: Mention) -> bool:
    """Whether something else stands between the letter's day and the bracket, to which the number may belong."""
    if any(True for _ in context.between(day.end, mention.start, PaperReference)):
        return True
    return _OTHER_PAPER.search(context.text, day.end, mention.start) is not None


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
    for mention in context.of_kind(LawReference):
        value = mention.value
        if isinstance(value, LawReference):
            evidence = context.of(mention)
            ref = context.ref("citation", evidence.readable)
            yield LawCitation(ref, Ref("law", value.key), value.name, value.articles, value.paragraph, (evidence,))
