"""Decisions with their votes, agenda points, activities and sittings of the Tweede Kamer's open data as records."""

from __future__ import annotations

from collections.abc import Iterator

from ctgraph.model.official import AgendaItemRecord, DecisionRecord, MeetingRecord, Vote
from ctgraph.readers.publication import upright
from ctgraph.readers.tk_cases import case_ref, published
from ctgraph.readers.tk_rows import Row, Rows
from ctgraph.readers.tk_words import CHOICES, MEETING_STATUS, MEETINGS, RESULTS

_CHAMBERS = {"Tweede Kamer": "tk", "Eerste Kamer": "ek"}
_VOTED = "Stemmen - "
_ROLL_CALL = {"Hoofdelijk": True, "Met handopsteken": False}


def decision(rows: Rows, row: Row) -> DecisionRecord | str:
    """A decision by vote. What it is on is told by its own cases: an agenda point has those of every decision.

    A string is the reason why nothing can be stated of it.
    """
    kind, status = row.text("BesluitSoort"), row.text("Status")
    result = RESULTS.get(kind.removeprefix(_VOTED).lower(), "")
    if not result:
        return f"a decision that is none on a proposal ({kind or 'no kind'})"
    if status and status != "Besluit":
        return f"a decision not yet taken ({status})"
    point = rows.one(row, "Agendapunt")
    meeting = rows.one(point, "Activiteit") if point else None
    return DecisionRecord(
        id=row.id,
        result=result,
        date=meeting.day("Datum") if meeting else "",
        text=row.text("BesluitTekst"),
        by_roll_call=_ROLL_CALL.get(row.text("StemmingsSoort")),
        subjects=tuple(case_ref(rows, each) for each in rows.many(row, "Zaak")),
        agenda_item=point.text("Nummer") if point else "",
        votes=tuple(_votes(rows, row)),
    )


def lone_vote(rows: Rows, row: Row) -> DecisionRecord | str:
    """A vote whose decision is not in the file: it is stated of the decision by its id."""
    decided, vote = row.ref("Besluit"), _vote(row, row.ref("Persoon") != "")
    if not decided or vote is None:
        return "a vote without a decision or a choice"
    return DecisionRecord(decided, votes=(vote,))


def _votes(rows: Rows, row: Row) -> Iterator[Vote]:
    by_member = row.text("StemmingsSoort") == "Hoofdelijk"
    for each in rows.many(row, "Stemming"):
        vote = _vote(each, by_member or each.ref("Persoon") != "")
        if vote is not None and not each.is_deleted:
            yield vote


def _vote(row: Row, by_member: bool) -> Vote | None:
    choice = CHOICES.get(row.text("Soort"), "")
    if not choice:
        return None
    return Vote(
        group_name=row.text("ActorFractie") or ("" if by_member else row.text("ActorNaam")),
        group=row.ref("Fractie"),
        choice=choice,
        seats=None if by_member else row.number("FractieGrootte"),
        mistaken=row.flag("Vergissing") is True,
        member_name=upright(row.text("ActorNaam")) if by_member else "",
        member=row.ref("Persoon") if by_member else "",
    )


def agenda_item(rows: Rows, row: Row) -> AgendaItemRecord | str:
    """A point on an agenda; a string is the reason why nothing can be stated of it."""
    if not row.text("Nummer"):
        return "an agenda point without a number"
    meeting = rows.one(row, "Activiteit")
    cases = tuple(case_ref(rows, each) for each in rows.many(row, "Zaak"))
    number = meeting.text("Nummer") if meeting else ""
    return AgendaItemRecord(row.text("Nummer"), row.text("Onderwerp"), number, cases)


def activity(rows: Rows, row: Row) -> MeetingRecord | str:
    """A meeting on the agenda; a string is the reason why nothing can be stated of it."""
    kind = row.text("Soort")
    if not row.text("Nummer"):
        return "an activity without a number"
    if kind not in MEETINGS:
        return f"an activity that is no meeting ({kind or 'no kind'})"
    reports = (each for each in rows.many(row, "Document") if _is_report(each))
    holder = row.text("Voortouwnaam")
    return MeetingRecord(
        number=row.text("Nummer"),
        kind=MEETINGS[kind],
        type=kind,
        title=row.text("Onderwerp"),
        date=_days(row),
        status=MEETING_STATUS.get(row.text("Status"), ""),
        chamber=_CHAMBERS.get(row.text("Kamer"), ""),
        holder=holder if not kind.startswith("Plenair") else "",
        committee=row.ref("Voortouwcommissie"),
        reports=tuple(filter(None, (published(rows, each) for each in reports))),
        cases=tuple(case_ref(rows, each) for each in rows.many(row, "Zaak")),
    )


def sitting(row: Row) -> MeetingRecord | str:
    """A plenary sitting, by the chamber, the session and its number; other meetings are activities already."""
    number, year = row.number("VergaderingNummer"), row.text("Vergaderjaar").replace("-", "")
    chamber = _CHAMBERS.get(row.text("Kamer"), "")
    if row.text("Soort") != "Plenair":
        return f"a sitting that is an activity too ({row.text('Soort') or 'no kind'})"
    if not number or not year or not chamber:
        return "a sitting without number, session or chamber"
    return MeetingRecord(
        number=f"vergadering-{chamber}-{year}-{number}",
        type=row.text("Soort"),
        title=row.text("Titel"),
        date=row.day("Datum"),
        chamber=chamber,
    )


def _is_report(row: Row) -> bool:
    return row.text("Soort").startswith("Verslag van een") or row.text("Soort") == "Stenogram"


def _days(row: Row) -> str:
    """The day, or the days of a meeting of several; a week or "no day known yet" is none."""
    first, last = row.day("Datum") or row.day("Aanvangstijd"), row.day("Eindtijd")
    if row.text("DatumSoort") == "Meerdaags":
        return f"{first}/{last}" if first and last and first < last else first
    return first if row.text("DatumSoort") in ("", "Dag") else ""
