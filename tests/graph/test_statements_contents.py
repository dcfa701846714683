"""Sections, topics, meetings, parts of bodies, and what claims, measures and studies tell besides."""

from __future__ import annotations

from datetime import date

from ctgraph.graph.terms import BROADER, PART_OF_ORGANISATION, TITLE, concept
from ctgraph.model.claims import (
    Account,
    Announcement,
    Bill,
    Claim,
    Cooperation,
    Measure,
    Participation,
    PolicyMention,
    Ref,
    Response,
    Study,
)
from ctgraph.model.contents import BroaderTopic, Meeting, Section, SubOrganisation, Topic, UnnamedInstrument
from graph.factories import DAY, PAPER, agent, document, own, participation, rests, time
from graph.reading import Reading

WORDS = rests("Bijgaand het verslag")
HERE = f"document/{PAPER}"
STRATEGY = Ref("strategy", "ns-2020-2024")
SINCE = time("2020", "2020/..", date(2020, 1, 1))


def test_a_section_has_its_heading() -> None:
    """A section stands under its heading, in its document."""
    item = Section(own("section", "x"), "Aanpak", WORDS)
    stated = Reading(Account(document(), (), sections=(item,)))

    assert stated.facts(item.ref) == {"type": ["Section"], "title": ["Aanpak@nl"], "sectionOf": [HERE]}
    assert stated.values(item.ref, TITLE) == ["Aanpak@nl"]


def test_topics_are_values_of_the_thesaurus() -> None:
    """A thing has its topics, and one phenomenon stands under another with the words that say so."""
    of = Ref("motion", "kst-29754-901")
    broader = BroaderTopic("accelerationisme", "extremisme", WORDS)
    stated = Reading(Account(document(), (), topics=(Topic(of, "extremisme", WORDS),), broader_topics=(broader,)))
    narrower = concept("phenomenon", "accelerationisme")

    assert stated.values(of, "topic") == ["phenomenon/extremisme"]
    assert stated.values(narrower, BROADER) == ["phenomenon/extremisme"]
    assert len(stated.values(narrower, "supportedBy")) == 1


def test_a_meeting_has_its_people_place_and_time() -> None:
    """A visit is of its kind, in a state, at a time, with who took part."""
    ref = own("meeting", "x")
    part = participation("A. de Vries", "participant", ref)
    item = Meeting(ref, "visit", "reisde ik", WORDS, (part,), SINCE, "Irak", agent("Irak", of="state"))
    stated = Reading(Account(document(), (), meetings=(item,)))

    assert stated.facts(ref) == {
        "type": ["Meeting"],
        "label": ["reisde ik@nl"],
        "meetingKind": ["meeting-kind/visit"],
        "participation": [f"participation/{part.ref.id}"],
        "onDate": [f"time/{SINCE.ref.id}"],
        "placeText": ["Irak"],
        "inState": ["organisation/irak"],
    }


def test_a_body_is_part_of_another() -> None:
    """The part points at the whole; both are organisations."""
    item = SubOrganisation(agent("UNITAD", of="other"), agent("VN", of="other"), WORDS)
    stated = Reading(Account(document(), (), sub_organisations=(item,)))

    assert stated.values(item.part.ref, PART_OF_ORGANISATION) == ["organisation/vn"]
    assert len(stated.instances("Organization")) == 2


def test_an_unnamed_instrument_waits_for_a_person() -> None:
    """A wish without a name is an instrument to be reviewed, and no motion; a response is about it."""
    item = UnnamedInstrument(own("instrument", "x"), "de wens", WORDS)
    response = Response(own("response", "x"), item.ref, "fulfilled", WORDS)
    stated = Reading(Account(document(), (), responses=(response,), unnamed_instruments=(item,)))

    assert stated.facts(item.ref) == {
        "type": ["ParliamentaryInstrument"],
        "label": ["de wens@nl"],
        "reviewState": ["review-state/needs-review"],
    }
    assert stated.values(response.ref, "respondsTo") == [f"instrument/{item.ref.id}"]
    assert stated.instances("Motion") == []


def test_a_claim_tells_when_and_within_what_it_holds() -> None:
    """Validity and strategy are those of the claim; an announcement says what it is about."""
    item = Claim(own("claim", "x"), "Dat is zo.", "fact", WORDS, (), None, SINCE, STRATEGY)
    study = Ref("study", f"{PAPER}/1")
    announced = Announcement(own("claim", "y"), "Het komt.", WORDS, about=(study,))
    stated = Reading(Account(document(), (), claims=(item,), announcements=(announced,)))

    assert stated.values(item.ref, "validDuring") == [f"time/{SINCE.ref.id}"]
    assert stated.values(item.ref, "partOfStrategy") == ["strategy/ns-2020-2024"]
    assert stated.values(announced.ref, "claimAbout") == [f"study/{study.id}"]


def test_money_studies_and_bills_tell_what_for() -> None:
    """Recipients, targets and recurrence of money; the matter and law of a study; the law that a bill would change."""
    law = Ref("law", "BWBR0005212")
    money = Measure(own("measure", "x"), "geld", "funding", WORDS, (), ("municipality",), ("extremisme",), "P1Y")
    study = Study(own("study", "x"), "evaluatie", WORDS, matter="de wet", examines=(law,))
    bill = Bill(own("bill", "x"), "wijziging", "", WORDS, (law,))
    stated = Reading(Account(document(), (), measures=(money,), studies=(study,), bills=(bill,)))

    assert stated.values(money.ref, "recipientKind") == ["organisation-kind/municipality"]
    assert stated.values(money.ref, "targets") == ["phenomenon/extremisme"]
    assert stated.values(money.ref, "recurrence") == ["P1Y"]
    assert (stated.values(study.ref, "examinedMatter"), stated.values(study.ref, "examines")) == (
        ["de wet"],
        ["law/BWBR0005212"],
    )
    assert (stated.values(bill.ref, "amendsLaw"), stated.values(bill.ref, "legislativeStatus")) == (
        ["law/BWBR0005212"],
        [],
    )


def test_an_edition_has_its_series_number_and_paper() -> None:
    """An edition is attached to a paper; a strategy is set out in one, for a time."""
    series, paper = Ref("series", "dtn"), Ref("document", "kst-29754-640")
    edition = PolicyMention(
        Ref("document", "dtn-56"), "DTN 56", "threat-assessment", WORDS, series, "56", attached_to=paper
    )
    plan = PolicyMention(STRATEGY, "Strategie", "strategy", WORDS, valid=SINCE, attached_to=paper)
    stated = Reading(Account(document(), (), policy_mentions=(edition, plan)))

    assert stated.values(edition.ref, "editionOf") == ["series/dtn"]
    assert stated.values(edition.ref, "editionNumber") == ["56"]
    assert stated.values(edition.ref, "annexOf") == ["document/kst-29754-640"]
    assert stated.values(plan.ref, "setOutIn") == ["document/kst-29754-640"]
    assert stated.values(plan.ref, "validDuring") == [f"time/{SINCE.ref.id}"]


def test_a_part_names_its_tenure() -> None:
    """Who took part did so in a tenure of the register; an arrangement has the offices that made it."""
    ref = own("cooperation", "x")
    minister = agent("Minister", "post")
    tenure = Ref("tenure", "jan/minister")
    part = Participation(own("participation", "x"), minister, "participant", ref, "Minister", WORDS, tenure=tenure)
    item = Cooperation(ref, "afspraak", (agent("Turkije", of="state"),), WORDS, participations=(part,))
    stated = Reading(Account(document(), (), cooperations=(item,)))

    assert stated.values(part.ref, "inTenure") == ["tenure/jan/minister"]
    assert stated.values(ref, "participation") == [f"participation/{part.ref.id}"]


def test_a_paper_signed_by_an_office_is_a_letter_of_the_government() -> None:
    """The class of a paper without a printed kind is told by who signs it."""
    home = Ref("document", PAPER)
    office = Participation(
        own("participation", "x"), agent("Minister", "post", "post"), "signer", home, "Minister", WORDS
    )

    assert Reading(Account(document(), (), participations=(office,))).facts(home)["type"] == ["GovernmentLetter"]
    assert Reading(Account(document(), ())).facts(home)["type"] == ["ParliamentaryPaper"]
    assert DAY == document().date
