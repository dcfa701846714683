"""Studies, bills, measures and cooperation, and things of which little is known."""

from __future__ import annotations

from msgspec.structs import replace

from ctgraph.graph.terms import LABEL
from ctgraph.model.claims import (
    Account,
    Announcement,
    Claim,
    Commitment,
    Cooperation,
    Debate,
    LawCitation,
    OfferedReport,
    Question,
    Ref,
    Study,
)
from ctgraph.model.document import Header, Span
from graph.factories import PAPER, agent, document, own, rests
from graph.reading import Reading
from graph.specimen import MOTION, letter

WORDS = rests("Bijgaand het verslag")
HERE = f"document/{PAPER}"


def test_studies_bills_measures_and_cooperation_are_named(whole: Reading) -> None:
    """Each has its own class, its name and what it points at."""
    (study,), (bill,) = whole.instances("Study"), whole.instances("LegislativeProposal")
    (scheme,), (measure,) = whole.instances("FundingScheme"), whole.instances("Measure")
    (cooperation,) = whole.instances("Cooperation")

    assert whole.values(study, "supervisedBy") == ["organisation/wodc"]
    assert whole.values(study, "requestedBy") == [f"motion/{MOTION.id}"]
    assert whole.values(bill, "legislativeStatus") == ["legislative-status/in-preparation"]
    assert whole.values(scheme, "measureKind") == ["measure-kind/funding"]
    assert whole.values(measure, "legalBasis") == ["law/BWBR0005212"]
    assert whole.values(cooperation, "partyTo") == ["organisation/nederland", "organisation/turkije"]
    assert whole.values(cooperation, LABEL) == ["dialoog@nl"]


def test_cooperation_may_tell_since_when() -> None:
    """The time that an arrangement began is a time of its own."""
    since = letter().times[0]
    item = Cooperation(own("cooperation", "x"), "overleg", (agent("Turkije"),), WORDS, since)
    stated = Reading(Account(document(), (), cooperations=(item,)))

    assert stated.values(item.ref, "onDate") == [f"time/{since.ref.id}"]


def test_what_is_not_known_is_not_stated() -> None:
    """A thing of which the text tells only that it is there has no empty or invented fields."""
    things = {kind: own(kind, "x") for kind in ("question", "debate", "commitment", "study", "document")}
    claim, announced = own("claim", "x"), own("claim", "y")
    law = LawCitation(own("citation", "x"), Ref("law", "wet-x"), "", (), "", WORDS)
    account = Account(
        document(),
        (),
        law_citations=(law,),
        questions=(Question(things["question"], "vraag", None, None, WORDS),),
        debates=(Debate(things["debate"], "plenair debat", "", "", None, (), WORDS),),
        commitments=(Commitment(things["commitment"], "new", "belofte", "open", WORDS),),
        studies=(Study(things["study"], "studie", WORDS),),
        claims=(Claim(claim, "bewering", "fact", WORDS),),
        announcements=(Announcement(announced, "komt", WORDS),),
        responses=(replace(letter().responses[0], obstacle=None, fulfilled_by=()),),
        reports=(OfferedReport(things["document"], "rapport", WORDS),),
    )
    stated = Reading(account)

    assert stated.facts(law.law) == {"type": ["Law"]}
    assert set(stated.facts(law.ref)) == {"type", "hasCitingEntity", "citationText", "hasCitedEntity"}
    assert stated.facts(things["question"]) == {"type": ["MemberQuestion"], "requestText": ["vraag"]}
    assert stated.facts(things["debate"]) == {
        "type": ["Debate"],
        "debateKind": ["debate-kind/plenair-debat"],
        "label": ["plenair debat@nl"],
    }
    assert stated.facts(things["commitment"]) == {
        "type": ["Commitment"],
        "commitmentKind": ["commitment-kind/new"],
        "commitmentText": ["belofte"],
        "statedIn": [HERE],
        "commitmentStatus": ["commitment-status/open"],
    }
    assert stated.facts(things["study"]) == {"type": ["Study"], "label": ["studie@nl"]}
    assert set(stated.facts(claim)) == set(stated.facts(announced))
    assert "statedObstacle" not in stated.facts(letter().responses[0].ref)
    assert "coversPeriod" not in stated.facts(things["document"])


def test_a_paper_without_a_number_has_no_place_in_a_dossier() -> None:
    """Without a sub-number there is no placement, even if a dossier is printed."""
    printed = Header(dossiers=("29754",), spans=(("dossier", Span(0, 6)),))
    stated = Reading(Account(document(identifier="blg-1", header=printed), ()))

    assert stated.instances("DossierEntry") == []
