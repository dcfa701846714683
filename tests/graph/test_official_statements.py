"""Records of official sources as statements: they meet on one node, each in a graph of its own, each with its source."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from ctgraph.graph.official import state_records
from ctgraph.identifiers import graph_iri, iri
from ctgraph.model.official import (
    AgendaItemRecord,
    CaseRecord,
    CaseRef,
    CommitmentRecord,
    DecisionRecord,
    FormerName,
    MeetingRecord,
    NamedSubmitter,
    OrganisationRecord,
    PaperRecord,
    Placement,
    Record,
    RecordSource,
    SeatRecord,
    Sourced,
    Vote,
)
from ctgraph.model.official.crosswalk import Candidate, Crosswalk, Holding
from ctgraph.namespaces import CONCEPT, DCTERMS, DEF, PROV, RDF

PERSON, GROUP, CASE, BALLOT = (f"{digit * 8}-0000-4000-8000-000000000000" for digit in "1234")
KNOWN = Crosswalk(
    ids={PERSON: "jan-jansen", BALLOT: "kst-29754-758/2025-10-07"},
    surnames={"jansen": Candidate("jan-jansen", (Holding("voorbeeld", date(2020, 1, 1), date(2024, 1, 1)),))},
    groups={"vbd": "voorbeeld"},
    organisations={"ministerie-van-voorbeelden": "voorbeelden"},
    dossiers={"terrorismebestrijding": "29754"},
)
MOTION = CaseRef(CASE, "2025Z18464", "Motie", "kst-29754-758")


def sourced(*records: Record, reader: str = "zaak", identifier: str = CASE) -> Sourced:
    """Records of one made-up source."""
    return Sourced(RecordSource(reader, identifier, "ab" * 32, "https://example.org/row"), records, "Zaak 2025Z18464")


def stated(*records: Record, known: Crosswalk = KNOWN) -> list[Quad]:
    """What is stated of records of one source."""
    return list(state_records(sourced(*records), known, "0.1.0"))


def said(quads: Iterable[Quad], subject: str, predicate: str) -> list[str]:
    """The values of a property of a thing, both by what stands behind their namespace."""
    wanted = (NamedNode(subject), NamedNode(predicate if ":" in predicate else DEF + predicate))
    return [
        q.object.value
        for q in quads
        if (q.subject, q.predicate) == wanted and isinstance(q.object, NamedNode | Literal)
    ]


def test_every_subject_leads_to_the_record_and_its_address() -> None:
    """Each subject derives from the record's node, which has the address, the digest's run and how sure it is."""
    quads = stated(PaperRecord("kst-29754-758", kind="motie", title="Motie", date="2025-10-02"))
    record = graph_iri("zaak", CASE) + "#record"
    own = {record, *said(quads, record, "extractedBy")}
    subjects = {q.subject.value for q in quads if isinstance(q.subject, NamedNode)} - own

    assert {q.graph_name for q in quads} == {NamedNode(graph_iri("zaak", CASE))}
    assert all(said(quads, subject, PROV + "wasDerivedFrom") == [record] for subject in subjects)
    assert said(quads, record, DCTERMS + "source") == ["https://example.org/row"]
    assert said(quads, record, "confidence") == ["0.95"]


def test_a_motion_of_a_case_and_of_its_paper_is_one_node() -> None:
    """The row of a case and the metadata of its paper speak of one motion and one paper."""
    case = stated(CaseRecord(MOTION, "motie", "Motie", "2025-10-02", advice="oordeel-kamer"))
    paper = stated(PaperRecord("kst-29754-758", kind="motie", title="Motie"))
    motion = iri("motion", "kst-29754-758")

    assert (
        said(case, motion, "textInDocument")
        == said(paper, motion, "textInDocument")
        == [iri("document", "kst-29754-758")]
    )
    assert said(case, motion, "governmentAdvice") == [CONCEPT + "government-advice/oordeel-kamer"]
    assert said(case, motion, "caseNumber") == ["2025Z18464"]


def test_a_dossier_known_by_its_title_makes_the_record_less_sure() -> None:
    """A case that names its dossier by title only gets the number of the register, and a lower confidence."""
    case = CaseRef(CASE, "2025Z18464", "Motie", "", (Placement("", "758", "Terrorismebestrijding"),))
    quads = stated(CaseRecord(case, "motie", "Motie"))

    assert said(quads, iri("motion", "kst-29754-758"), RDF + "type") == [DEF + "Motion"]
    assert said(quads, graph_iri("zaak", CASE) + "#record", "confidence") == ["0.7"]


def test_a_motion_without_a_known_paper_goes_by_its_case() -> None:
    """A motion whose dossier nobody knows has the number of its case."""
    quads = stated(CaseRecord(CaseRef(CASE, "2025Z18464", "Motie", "", (Placement("", "7", "Onbekend"),))))

    assert said(quads, iri("motion", "2025Z18464"), "caseNumber") == ["2025Z18464"]


@pytest.mark.parametrize(
    ("who", "day", "expected"),
    [
        (NamedSubmitter("J. Jansen", person=PERSON), "", "jan-jansen"),
        (NamedSubmitter("Jansen", group_name="VBD"), "2022-05-01", "jan-jansen"),
        (NamedSubmitter("Jansen", group_name="VBD"), "2025-05-01", "kst-1-2/jansen"),
        (NamedSubmitter("Jansen", group_name="Andere"), "2022-05-01", "kst-1-2/jansen"),
        (NamedSubmitter("P. Pieters", person=GROUP), "2022-05-01", GROUP),
    ],
)  # fmt: skip
def test_people_meet_the_register_by_id_or_by_name_group_and_day(who: NamedSubmitter, day: str, expected: str) -> None:
    """A person is the register's if the id says so, or the surname of one who sat for the group on that day."""
    record = PaperRecord("kst-1-2", kind="motie", date=day, submitters=(who,))
    quads = list(state_records(sourced(record, reader="metadata", identifier="kst-1-2"), KNOWN, "0.1.0"))
    agents = {
        q.object.value
        for q in quads
        if q.predicate == NamedNode(DEF + "participant") and isinstance(q.object, NamedNode)
    }

    assert agents == {iri("person", *expected.split("/"))}


def test_votes_of_groups_and_members_join_the_decision_that_the_register_knows() -> None:
    """A decision has the register's node, and a vote the group's seats, or the member with his group; mistakes marked."""
    votes = (Vote("VBD", GROUP, "for", 9, True), Vote("VBD", GROUP, "against", None, False, "J. Jansen", PERSON))
    quads = stated(DecisionRecord(BALLOT, "adopted", votes=votes, by_roll_call=True, agenda_item="2023P21530"))
    decision = iri("decision", "kst-29754-758", "2025-10-07")
    group, member = iri("vote", "kst-29754-758", "voorbeeld"), iri("vote", "kst-29754-758", "jan-jansen")

    assert said(quads, decision, "votePosition") == [group, member]
    assert (said(quads, group, "seats"), said(quads, group, "mistaken")) == (["9"], ["true"])
    assert said(quads, member, "voter") == [iri("person", "jan-jansen")]
    assert said(quads, member, "onBehalfOf") == [iri("organisation", "voorbeeld")]
    assert said(quads, decision, "takenAt") == [iri("debate", "2023P21530")]


def test_a_decision_that_says_neither_what_it_is_on_nor_is_known_states_nothing() -> None:
    """A decision on nothing known is left out: not a single statement is made of it."""
    assert stated(DecisionRecord(CASE, "adopted", votes=(Vote("VBD", GROUP, "for", 9),))) == []


def test_the_day_of_a_debate_is_not_that_of_its_report() -> None:
    """An item of the proceedings has its own days, and the sitting that it reports another."""
    record = PaperRecord("h-tk-20202021-87-3", title="Hamerstuk", date="2021-06-12", issued="2021-08-31", chamber="tk", met="2021-06-10", debated=("35763",))  # fmt: skip
    quads = stated(record)
    report, debate = iri("document", "h-tk-20202021-87-3"), iri("debate", "h-tk-20202021-87-3")

    assert said(quads, report, "documentDate") == [iri("time", "2021-06-12")]
    assert said(quads, report, "publicationDate") == [iri("time", "2021-08-31")]
    assert said(quads, debate, "onDate") == [iri("time", "2021-06-10")]
    assert said(quads, debate, "treats") == [iri("dossier", "35763")]


def test_a_cancelled_debate_says_so_and_has_its_agenda() -> None:
    """A meeting has its status; a point on its agenda is part of it and treats the case."""
    quads = stated(
        MeetingRecord("2022A00123", "commissiedebat", title="Terrorisme", date="2022-01-26", status="cancelled", chamber="tk"),
        AgendaItemRecord("2022P00456", "Moties", "2022A00123", (MOTION,)),
    )  # fmt: skip
    debate, point = iri("debate", "2022A00123"), iri("debate", "2022P00456")

    assert said(quads, debate, "debateStatus") == [CONCEPT + "debate-status/cancelled"]
    assert said(quads, point, "partOfDebate") == [debate]
    assert said(quads, point, "treats") == [iri("motion", "kst-29754-758")]


def test_a_commitment_has_its_status_and_the_letter_that_met_it() -> None:
    """A registered commitment names its maker, his office, the debate and the letter; words that are no number stay words."""
    maker = NamedSubmitter("J. Jansen", function="Minister van Voorbeelden", person=PERSON)
    record = CommitmentRecord(
        "TZ202201-001",
        "De cijfers komen.",
        "fulfilled",
        "2022-01-26",
        maker,
        letter="29 754, nr. 645",
        letter_id="kst-29754-645",
    )
    quads = stated(record, CommitmentRecord("TZ202201-002", "Ook.", "open", letter="Zie verslag"))
    commitment = iri("commitment", "TZ202201-001")

    assert said(quads, commitment, "commitmentStatus") == [CONCEPT + "commitment-status/fulfilled"]
    assert said(quads, commitment, "fulfilledBy") == [iri("document", "kst-29754-645")]
    assert said(quads, commitment, "madeBy") == [iri("person", "jan-jansen"), iri("post", "minister-van-voorbeelden")]
    assert said(quads, iri("commitment", "TZ202201-002"), "fulfilledBy") == []
    assert said(quads, iri("commitment", "TZ202201-002"), "fulfilmentText") == ["Zie verslag"]


def test_a_seat_that_ends_before_it_begins_has_no_period() -> None:
    """A period that cannot be is not stated: which of its days is wrong is not known."""
    quads = stated(SeatRecord(CASE, PERSON, since="2022-03-31", until="2021-03-31"))

    assert said(quads, iri("tenure", CASE), "tenurePeriod") == []


def test_an_address_that_is_none_is_words() -> None:
    """A record whose address could be no IRI keeps it as words."""
    source = RecordSource("sru", "kst-1-2", "ab" * 32, "https://example.org/een rij <x>")
    quads = list(state_records(Sourced(source, (PaperRecord("kst-1-2"),)), KNOWN, "0.1.0"))

    assert said(quads, graph_iri("sru", "kst-1-2") + "#record", DCTERMS + "source") == [source.address]


def test_former_names_and_seats_have_their_time() -> None:
    """A former name hangs on the register's organisation for its period; a seat on its holder for its."""
    quads = stated(
        OrganisationRecord("mnre9", "ministerie van Voorbeelden", former=(FormerName("hv_1", "ministerie van Specimens", "", "2017-12-31"),)),
        SeatRecord(CASE, PERSON, group=GROUP, group_name="VBD", since="2021-03-31"),
    )  # fmt: skip
    name = iri("organisation", "voorbeelden", "hv_1")

    assert said(quads, name, "nameOf") == [iri("organisation", "voorbeelden")]
    assert said(quads, name, "validDuring") == [iri("time", "open/2017-12-31")]
    assert said(quads, iri("tenure", CASE), "tenurePeriod") == [iri("time", "2021-03-31/open")]
