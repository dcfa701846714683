"""Rows of the Tweede Kamer's open data: cases, documents, decisions and votes, meetings, people, commitments."""

from __future__ import annotations

import json

import pytest

from ctgraph.errors import InputError
from ctgraph.identifiers import iri
from ctgraph.model.official import (
    AgendaItemRecord,
    CaseRecord,
    CommitmentRecord,
    CommitteeRecord,
    DecisionRecord,
    GroupRecord,
    MeetingRecord,
    NamedSubmitter,
    PaperRecord,
    PersonRecord,
    Placement,
    SeatRecord,
    Sourced,
    newest,
)
from ctgraph.model.official.crosswalk import Crosswalk
from ctgraph.readers.tk_rows import day
from readers.records import DATA, SPECIMENS, intake, real, records, said, specimen, stated

KNOWN = Crosswalk(dossiers={"terrorismebestrijding": "29754"})


def guid(number: int) -> str:
    """The made-up ids of the specimens."""
    return f"{number:08d}-0000-4000-8000-{'a' * 12}"


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2022-05-20T00:00:00+02:00", "2022-05-20"),
        ("2022-05-19T22:00:00Z", "2022-05-20"),
        ("2022-01-19T23:00:00Z", "2022-01-20"),
        ("2022-03-27T00:30:00.1234567+01:00", "2022-03-27"),
        ("2022-05-20", "2022-05-20"),
        ("2022-05", "2022-05"),
        ("2022-W20-4", ""),
        ("0001-01-01T00:00:00Z", ""),
        ("", ""),
    ],
)
def test_a_day_is_local_midnight(instant: str, expected: str) -> None:
    """An instant is the day that it is in the Netherlands, in summer and in winter; an empty one is none."""
    assert day(instant) == expected


def test_a_motion_with_all_that_can_be_expanded() -> None:
    """A case gives the id of its paper, its submitters in order without the committee, what it replaces, the advice."""
    case = records(specimen("tk_cases.json"), CaseRecord)[0]

    assert (case.case.paper, case.case.number, case.document) == ("kst-99999-VI-7", "2022Z99991", "2022D99991")
    assert case.case.placements == (Placement("99999-VI", "7", "Voorbeelden"),)
    assert case.submitters == (
        NamedSubmitter("J. Jansen", "first-signatory", "VBD", "Tweede Kamerlid", guid(1), guid(11)),
        NamedSubmitter("E. van der Eik", "co-signatory", "VBD", "Tweede Kamerlid", guid(2), guid(11)),
    )
    assert (case.started, case.replaces, case.advice) == ("2022-07-06", "kst-99999-VI-5", "oordeel-kamer")


def test_a_bare_motion_goes_by_its_subject_line_and_dossier_title() -> None:
    """Without actors the subject line names submitters; without a dossier its title leads to the register's."""
    given = specimen("tk_cases.json")
    case = records(given, CaseRecord)[1]
    quads = stated(given.records, KNOWN)

    assert (case.submitters, case.others_unnamed, case.advice) == ((NamedSubmitter("Jansen"),), True, "")
    assert said(quads, iri("motion", "kst-29754-3"), "textInDocument") == [iri("document", "kst-29754-3")]


def test_what_has_no_number_in_a_dossier() -> None:
    """-1 is no number: a motion then goes by its case, questions by theirs, and a point of order is passed over."""
    given = specimen("tk_cases.json")
    quads = stated(given.records)

    assert said(quads, iri("motion", "2022Z99993"), "caseNumber") == ["2022Z99993"]
    assert said(quads, iri("document", "kv-tk-2022Z99995"), "documentKind") != []
    assert "1 passed over: a case that has no number in a dossier (Rondvraagpunt procedurevergadering)" in given.remarks


def test_questions_have_questioners_and_addressees() -> None:
    """Who is asked is an addressee, not a submitter."""
    (case,) = [each for each in records(specimen("tk_cases.json"), CaseRecord) if each.case.number == "2022Z99995"]

    assert [(who.name, who.role) for who in case.submitters] == [
        ("J. Jansen", "questioner"),
        ("M. de Minister", "addressee"),
    ]


def test_number_0_is_the_bill_as_a_whole() -> None:
    """A case with number 0 is a bill; there is no paper with that number."""
    quads = stated(specimen("tk_cases.json").records)

    assert said(quads, iri("bill", "99998"), "handledInDossier") == [iri("dossier", "99998")]
    assert not any("kst-99998-0" in str(quad.subject) for quad in quads)


def test_a_tombstone_wins_over_an_older_row() -> None:
    """A deleted row states nothing, and of two readings of one row the later change holds."""
    given = specimen("tk_cases.json")
    (grave,) = [each for each in given.records if each.source.id == guid(27)]
    older = Sourced(given.records[0].source, given.records[0].records)

    assert (grave.records, stated([grave])) == ((), [])
    assert newest(older, grave) is grave
    assert newest(given.records[0], older) is given.records[0]


def test_documents_by_publication_number_answer_or_their_own() -> None:
    """A document goes by its publication, else by the register's dossier, its number as an answer, or its own number."""
    given = specimen("tk_documents.json")
    letter, answer, record = records(given, PaperRecord)
    quads = stated(given.records, KNOWN)

    assert said(quads, iri("document", "kst-29754-9"), "documentDate") == [iri("time", "2022-07-06")]
    assert said(stated(given.records), iri("document", "2022D99992"), "officialIdentifier") == ["2022D99992"]
    assert (letter.id, answer.id, record.id) == ("2022D99992", "ah-tk-20212022-9999", "2022D99994")
    assert (answer.answers, answer.reasoned, answer.numbers) == ("kv-tk-2022Z99995", True, ("2022D99993",))


def test_a_roll_call_in_a_collectors_wrapping() -> None:
    """A decision is on its own cases, not on all of the agenda point; members vote one by one, mistakes marked."""
    given = specimen("tk_decision.json")
    (decision,) = records(given, DecisionRecord)

    assert (decision.result, decision.date, decision.by_roll_call) == ("adopted", "2022-07-07", True)
    assert [case.number for case in decision.subjects] == ["2022Z99991"]
    assert [(v.member_name, v.group_name, v.choice, v.seats, v.mistaken) for v in decision.votes] == [
        ("J. Jansen", "VBD", "for", None, False),
        ("E. van der Eik", "Lid Eik", "against", None, True),
    ]
    assert [item.number for item in records(given, AgendaItemRecord)] == ["2022P99991"]
    assert "1 passed over: a decision that is none on a proposal (Behandelen [en afdoen])" in given.remarks
    assert "1 passed over: a decision not yet taken (Voorstel)" in given.remarks


def test_flat_tables_are_joined() -> None:
    """Votes in a table of their own join their decision; one whose decision is elsewhere is stated of it by id."""
    given = specimen("tk_tables.json")
    decisions = {each.id: each for each in records(given, DecisionRecord)}
    quads = stated(given.records)

    assert [(vote.group_name, vote.choice, vote.seats, vote.mistaken) for vote in decisions[guid(74)].votes] == [
        ("VBD", "for", 9, False),
        ("PVX", "against", 3, True),
        ("SVX", "did-not-take-part", 2, False),
    ]
    assert said(quads, iri("decision", guid(79)), "votePosition") == [iri("vote", guid(79), "vbd")]
    assert said(quads, iri("decision", guid(74)), "decisionResult") == []


def test_meetings_with_their_day_state_and_report() -> None:
    """A debate has its own day, not that of its report; days of several, weeks and sittings are told apart."""
    given = specimen("tk_meetings.json")
    debate, round_table, week, sitting = records(given, MeetingRecord)
    quads = stated(given.records)

    assert (debate.date, debate.status, debate.reports) == ("2022-06-16", "held", ("kst-99999-10",))
    assert (round_table.date, round_table.status) == ("2022-06-01/2022-06-02", "cancelled")
    assert (week.date, week.status) == ("", "planned")
    assert (sitting.number, sitting.date) == ("vergadering-tk-20212022-9", "2021-10-07")
    assert said(quads, iri("debate", "2022A99992"), "heldBy") == [
        iri("organisation", "vaste-commissie-voor-voorbeelden")
    ]
    assert said(quads, iri("document", "kst-99999-10"), "documentDate") == [iri("time", "2022-07-01")]


def test_people_groups_seats_and_committees() -> None:
    """People have names and seats; a person without a name and a seat without a person are passed over."""
    given = specimen("tk_people.json")

    assert records(given, PersonRecord) == [
        PersonRecord(guid(1), "Jan Jansen", "J.", "", "Jansen"),
        PersonRecord(guid(2), "Eva van der Eik", "E.", "van der", "Eik"),
    ]
    assert records(given, GroupRecord) == [
        GroupRecord(guid(11), "VBD", "Voorbeelddemocraten", "Example Democrats", "2021-03-31")
    ]
    assert records(given, SeatRecord) == [
        SeatRecord(guid(91), guid(1), "Jan Jansen", guid(11), "VBD", "Lid", "2021-03-31", "2023-12-05")
    ]
    assert [each.name for each in records(given, CommitteeRecord)] == ["vaste commissie voor Voorbeelden"]
    assert "1 passed over: a seat that does not say who holds it" in given.remarks


@pytest.mark.parametrize("name", ["tk_people.json", "tk_commitments.json", "syncfeed.xml", "openkamer.json"])
def test_births_and_homes_never_leave_the_reader(name: str) -> None:
    """No date or place of birth, no home and no mark of a person's sex is in any record or statement."""
    given = specimen(name)
    told = repr(given.records) + "\n".join(map(str, stated(given.records)))

    private = ("1970-02-03", "1980-04-05", "Onbekendstad", "Elderstad", "Verwegland", "Thuisdorp", "'man'", '"man"')

    assert [each for each in private if each in told] == []


def test_births_do_not_even_reach_the_digest() -> None:
    """The digest of a person's row is made of names alone, so that a birth date cannot be tried against it."""
    rows = json.loads((SPECIMENS / "tk_people.json").read_text(encoding="utf-8"))
    changed = json.dumps([{**rows[0], "Geboortedatum": "1971-01-01"}, *rows[1:]])

    assert intake(changed.encode(), "x.json").records == specimen("tk_people.json").records


def test_commitments_with_status_maker_and_letter() -> None:
    """A commitment has its day from the debate, its maker with his office, and the letter that the words name."""
    given = specimen("tk_commitments.json")
    first, lapsed = records(given, CommitmentRecord)
    quads = stated(given.records)

    assert (first.status, first.made_on, first.met_on) == ("partly-fulfilled", "2022-06-16", "2022-07-06")
    assert first.maker == NamedSubmitter("M. de Minister", "commitment-maker", function="minister van Voorbeelden")
    assert (first.letter, first.letter_id) == ("Kamerstuk 99 999, nr. 12", "kst-99999-12")
    assert (lapsed.status, lapsed.made_on) == ("lapsed", "")
    assert said(quads, iri("commitment", "TZ202206-001"), "madeIn") == [iri("debate", "2022A99992")]
    assert said(quads, iri("commitment", "TZ202206-001"), "madeTo") == [iri("person", guid(1))]
    assert "1 passed over: a commitment without number, text or status" in given.remarks


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"@odata.context": "gegevensmagazijn.tweedekamer.nl/OData", "value": [', "no JSON"),
        (b'{"error": {"code": "", "message": "gegevensmagazijn.tweedekamer.nl/OData is dicht"}}', "is dicht"),
        (b'[{"Id": "1", "Nummer": "2022Z1", "Soort": "Motie", "Kabinetsappreciatie": null, "Volgnummer": "x", "GewijzigdOp": null}]', "does not fit"),
        (b'[{"Id": "1", "Afkorting": "X", "AantalZetels": 1, "DatumActief": "2022-02-30", "GewijzigdOp": null}]', "does not fit"),
        (b'[{"Id": "<a b>", "Afkorting": "X", "AantalZetels": 1, "GewijzigdOp": null}]', "is no id"),
        (b'[{"Id": "1", "Volgnummer": NaN, "GewijzigdOp": null}]', "NaN is no JSON"),
    ],
)  # fmt: skip
def test_bad_answers_are_refused(data: bytes, reason: str) -> None:
    """A cut answer, an error of the service, and a value of the wrong kind refuse the file with the reason."""
    with pytest.raises(InputError, match=reason):
        intake(data, "answer.json")


@pytest.mark.parametrize(
    ("path", "kind", "count"),
    [
        ("zaken_ct.json", CaseRecord, 2197),
        ("document_ct.json", PaperRecord, 309),
        ("activiteit_ct.json", MeetingRecord, 219),
        ("agendapunt_ct.json", AgendaItemRecord, 153),
        ("stemmingen_ct_flat.json", DecisionRecord, 70),
        ("fracties.json", GroupRecord, 24),
        ("persoon_page_1_fullterm_20251003_002435.json", PersonRecord, 220),
        ("vergadering_page_1_fullterm_20251003_002441.json", MeetingRecord, 79),
        ("zaak_expand_zaakactor_document.json", CaseRecord, 64),
        ("odata_raw/stemming_expand_besluit_d1a18b5d.json", DecisionRecord, 1),
        ("odata_raw/raw_stemming_sample.json", DecisionRecord, 249),
    ],
)
def test_real_answers(path: str, kind: type[CaseRecord], count: int) -> None:
    """The saved answers of the service give as many records as they have rows of which something can be stated."""
    assert len(records(real(f"motiematcher/{path}"), kind)) == count


def test_every_passed_row_of_the_real_cases_has_a_reason() -> None:
    """Of the 2,481 cases saved, those that become no record are counted with the reason."""
    given = real("motiematcher/zaken_ct.json")
    passed = sum(int(remark.split(" ", 1)[0]) for remark in given.remarks if " passed over: " in remark)

    assert len(given.records) + passed == 2481


def test_real_births_stay_out() -> None:
    """No birth date or place of the real members is in any statement made of their rows."""
    given = real("motiematcher/persoon_page_1_fullterm_20251003_002435.json")

    rows = json.loads((DATA / "motiematcher/persoon_page_1_fullterm_20251003_002435.json").read_text(encoding="utf-8"))
    private = {row[name] for row in rows for name in ("Geboortedatum", "Overlijdensdatum") if row[name]}
    told = "\n".join(map(str, stated(given.records)))

    assert private
    assert [each for each in private if each in told] == []
