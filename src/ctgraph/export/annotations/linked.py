"""Records of what linking made out of several mentions: footnotes, commitments, responses and more."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ctgraph.export.annotations.mentions import ADVICE_WORDS, status_word
from ctgraph.export.annotations.record import Record, edtf, known, official, papers, record
from ctgraph.model.claims import Account, Agent, Citation, Commitment, Debate, Evidence, Footnote, Ref, Time
from ctgraph.model.document import Note
from ctgraph.model.mentions import MotionReference


def linked_records(account: Account) -> Iterator[Record]:
    """One record a thing, at the first words that it rests on."""
    yield from _footnotes(account)
    yield from _parliament(account)
    yield from _policy(account)


def _record(account: Account, kind: str, evidence: Sequence[Evidence], normalized: Record) -> Record:
    first = evidence[0]
    return record(account.document, kind, first.span, normalized, rule=first.rule, confidence=first.confidence)


def _footnotes(account: Account) -> Iterator[Record]:
    """Notes are joined by place, not by number: numbers begin anew on some pages."""
    notes = {note.body: note for note in account.document.notes}
    cited = _by_note(account)
    for item in account.footnotes:
        note = notes.get(item.evidence[0].span)
        if note is not None:
            yield _footnote(account, item, note, cited.get(note.body.start, []))


def _by_note(account: Account) -> dict[int, list[Citation]]:
    """The references that stand in notes, by the offset at which their note starts."""
    notes = sorted(account.document.notes, key=lambda note: note.body)
    starts = [note.body.start for note in notes]
    found: dict[int, list[Citation]] = {}
    for citation in account.citations:
        words = citation.evidence[0].span
        index = bisect_right(starts, words.start) - 1
        if citation.note and index >= 0 and words.end <= notes[index].body.end:
            found.setdefault(starts[index], []).append(citation)
    return found


def _footnote(account: Account, item: Footnote, note: Note, cited: list[Citation]) -> Record:
    """At the mark where one was found, else at the note itself; a doubtful reference resolves to nothing."""
    ids = [official(target) for citation in cited for target in citation.targets]
    supports = item.supports.span if item.supports else None
    normalized = known(
        n=int(item.number) if item.number.isdecimal() else item.number,
        body_start=note.body.start,
        body_end=note.body.end,
        body=account.document.quote(note.body),
        supports_start=supports.start if supports else None,
        supports_end=supports.end if supports else None,
        supports_text=account.document.quote(supports) if supports else None,
        resolves_to=ids[0] if len(ids) == 1 else ids,
    )
    first = item.evidence[0]
    details = {"rule": first.rule, "confidence": first.confidence}
    return record(account.document, "footnote", note.mark or note.body, normalized, **details)


def _parliament(account: Account) -> Iterator[Record]:
    debates = {debate.ref: debate for debate in account.debates}
    for commitment in account.commitments:
        debate = debates.get(commitment.made_in) if commitment.made_in else None
        yield _record(account, "commitment", commitment.evidence, _commitment(commitment, debate))
    yield from _responses(account)
    for announcement in account.announcements:
        normalized = known(about=announcement.text, expected=edtf(announcement.expected))
        yield _record(account, "announcement", announcement.evidence, normalized)
    for question in account.questions:
        asker = question.asked_by.agent if question.asked_by else None
        yield _record(account, "question", question.evidence, known(about=question.text, asker=_name(asker)))


def _responses(account: Account) -> Iterator[Record]:
    """What is said of the carrying out of a motion, and what a chamber is advised to do with one."""
    printed = _doubted(account)
    # A reply to a question has no status in the paper's words, which is what these records are about.
    for response in (each for each in account.responses if each.motion.kind != "question"):
        normalized = known(
            motion=printed.get(response.motion, response.motion.id),
            suspect=response.motion in printed or None,
            status=status_word(response.status),
            obstacle=response.obstacle.text if response.obstacle else "",
            fulfilled_by=tuple(official(ref) for ref in response.fulfilled_by),
        )
        yield _record(account, "response", response.evidence, normalized)
    given = {response.evidence[0].span for response in account.responses}
    for motion in (each for each in account.motions if each.advice in ADVICE_WORDS and each.advice_evidence):
        # "De motie, die ik heb ontraden, wordt niet uitgevoerd": the words answer the motion once.
        if motion.advice_evidence[0].span in given:
            continue
        normalized = known(
            motion=printed.get(motion.ref, motion.ref.id),
            suspect=motion.ref in printed or None,
            status=ADVICE_WORDS[motion.advice],
        )
        yield _record(account, "response", motion.advice_evidence, normalized)


def _doubted(account: Account) -> dict[Ref, str]:
    """The motions whose printed number cannot be right, with that number, as their mentions give it."""
    doubted = {
        mention.span: mention.value.paper
        for mention in account.mentions
        if isinstance(mention.value, MotionReference) and mention.value.doubted and mention.value.paper
    }
    if not doubted:
        return {}
    return {item.ref: doubted[e.span] for item in account.motions for e in item.evidence if e.span in doubted}


def _commitment(item: Commitment, debate: Debate | None) -> Record:
    made_on: Time | None = item.made_on or (debate.time if debate else None)
    return {
        **known(
            maker=_name(item.made_by),
            kind=item.kind,
            date=edtf(made_on),
            debate=debate.kind if debate else "",
            status="pending" if item.state == "open" else item.state,
            due=edtf(item.due),
            about=item.text,
        ),
        **(papers(debate.reports) if debate else {}),
    }


def _policy(account: Account) -> Iterator[Record]:
    for study in account.studies:
        normalized = known(
            name=study.name,
            supervised_by=_name(study.supervised_by),
            started=edtf(study.started),
            due=edtf(study.due),
        )
        yield _record(account, "study", study.evidence, normalized)
    for bill in account.bills:
        yield _record(account, "bill", bill.evidence, known(name=bill.name, status=bill.status))
    for measure in account.measures:
        yield _record(account, "measure", measure.evidence, known(name=measure.name, kind=measure.kind))
    for cooperation in account.cooperations:
        parties = tuple(party.name for party in cooperation.parties)
        normalized = known(name=cooperation.name, parties=parties, since=edtf(cooperation.since))
        yield _record(account, "cooperation", cooperation.evidence, normalized)


def _name(agent: Agent | None) -> str:
    return agent.name if agent else ""
