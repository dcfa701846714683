"""Read every flow of a document: all extractors, and what one kind of mention takes from another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from ctgraph.extract import (
    dates,
    debates,
    eu_acts,
    gazettes,
    laws,
    motions,
    offices,
    organisations,
    papers,
    persons,
    policies,
    proceedings,
    rulings,
)
from ctgraph.extract.scan import Extractor, Page, Scanner, Triggers
from ctgraph.model.document import Document
from ctgraph.model.gazetteer import Gazetteer
from ctgraph.model.mentions import (
    DateReference,
    EuReference,
    GazetteReference,
    LawReference,
    Mention,
    MotionReference,
    OrganisationReference,
    PaperReference,
    PersonReference,
    PolicyReference,
    ProceedingsReference,
    Value,
)

EXTRACTORS: tuple[Extractor, ...] = (
    papers.find_papers,
    proceedings.find_proceedings,
    gazettes.find_gazettes,
    rulings.find_rulings,
    eu_acts.find_eu_acts,
    policies.find_policies,
    organisations.find_organisations,
    motions.find_motions,
    persons.find_persons,
    offices.find_posts,
)
"""The extractors that need nothing of each other; adding one is one line here and one in TRIGGERS."""

TRIGGERS: tuple[Triggers, ...] = tuple(
    module.TRIGGERS
    for module in (
        dates, debates, eu_acts, gazettes, laws, motions, offices, organisations, papers, persons, policies,
        proceedings, rulings,
    )
)  # fmt: skip

# Extractors that find nothing without one of their triggers; most notes hold those of two or three only.
_TRIGGERED: Mapping[Extractor, Triggers] = {
    papers.find_papers: papers.TRIGGERS,
    proceedings.find_proceedings: proceedings.TRIGGERS,
    gazettes.find_gazettes: gazettes.TRIGGERS,
    rulings.find_rulings: rulings.TRIGGERS,
    eu_acts.find_eu_acts: eu_acts.TRIGGERS,
    motions.find_motions: motions.TRIGGERS,
    persons.find_persons: persons.TRIGGERS,
    offices.find_posts: offices.TRIGGERS,
}
_CALLED: Mapping[str, tuple[Extractor, ...]] = {
    name: tuple(extractor for extractor, triggers in _TRIGGERED.items() if name in triggers)
    for name in {name for triggers in _TRIGGERED.values() for name in triggers}
}
"""The extractors that each trigger calls for."""

# What a mention inside another one is not: a year in a law's name is no date, "EU" in "Richtlijn (EU)" no body.
_HIDES: tuple[tuple[type[Value], tuple[type[Value], ...]], ...] = (
    (
        DateReference,
        (PaperReference, ProceedingsReference, GazetteReference, LawReference, EuReference, PolicyReference),
    ),
    (
        OrganisationReference,
        (LawReference, EuReference, PolicyReference, PersonReference, PaperReference, ProceedingsReference),
    ),
    (LawReference, (EuReference,)),
)  # fmt: skip


def scanner(gazetteer: Gazetteer) -> Scanner:
    """The automata for a gazetteer; make one and keep it."""
    return Scanner(TRIGGERS, gazetteer)


def read_mentions(document: Document, scan: Scanner) -> tuple[Mention, ...]:
    """All mentions of a document: the body's first, then each note's, each flow in the order of the text."""
    pages = [scan.page(document, document.body)]
    pages.extend(scan.page(document, note.flow, note.number) for note in document.notes)
    defined = laws.law_definitions(pages)
    return tuple(mention for page in pages for mention in _read(page, defined))


def _read(page: Page, defined: laws.Definitions) -> Iterator[Mention]:
    found: list[Mention] = []
    called = {extractor for name in page.hits for extractor in _CALLED.get(name, ())}
    for extractor in EXTRACTORS:
        if extractor in called or extractor not in _TRIGGERED:
            found.extend(extractor(page))
    found.extend(laws.find_laws(page, defined))
    days = sorted(dates.find_dates(page), key=attrgetter("start"))
    found.extend(days)
    found = _visible(_once(found))
    kept = [mention for mention in found if type(mention.value) is DateReference]
    found.extend(debates.find_debates(page, kept))
    return iter(sorted(found, key=lambda m: (m.start, -m.end, type(m.value).__name__)))


def _once(mentions: Sequence[Mention]) -> list[Mention]:
    """One mention of a kind at a place: the surest, then the longest."""
    if len(mentions) < 2:
        return list(mentions)
    best: dict[tuple[type, int], Mention] = {}
    for mention in mentions:
        key = (type(mention.value), mention.start)
        other = best.get(key)
        if other is None or (mention.confidence, mention.end) > (other.confidence, other.end):
            best[key] = mention
    return sorted(best.values(), key=attrgetter("start"))


def _visible(mentions: Sequence[Mention]) -> list[Mention]:
    """Drop what stands inside a mention of a kind that hides it."""
    if len(mentions) < 2:
        return list(mentions)
    hidden: set[int] = set()
    present = {type(mention.value) for mention in mentions}
    for kind, hiders in _HIDES:
        if kind in present and not present.isdisjoint(hiders):
            covers = [m for m in mentions if type(m.value) in hiders]
            hidden.update(_covered([m for m in mentions if type(m.value) is kind], covers))
    if PaperReference in present and MotionReference in present:
        # "motie-Bos op stuk nr. 346" holds its own number; "motie op stuk nr. 346" is a reference to the paper too.
        partial = [m for m in mentions if isinstance(m.value, PaperReference) and m.value.partial]
        full = [m for m in mentions if isinstance(m.value, MotionReference) and m.value.submitters]
        hidden.update(_covered(partial, full))
    return [mention for mention in mentions if id(mention) not in hidden] if hidden else list(mentions)


def _covered(mentions: Sequence[Mention], covers: Sequence[Mention]) -> Iterator[int]:
    """The identities of mentions that a cover overlaps; both lists ascend by start."""
    index, reach = 0, -1
    for mention in mentions:
        while index < len(covers) and covers[index].start < mention.end:
            reach = max(reach, covers[index].end)
            index += 1
        if reach > mention.start:
            yield id(mention)
