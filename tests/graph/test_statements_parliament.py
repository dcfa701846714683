"""Who took part, what parliament asked, what was answered, and policy."""

from __future__ import annotations

from msgspec.structs import replace

from ctgraph.graph.terms import TYPE
from ctgraph.model.claims import Account, Ref
from graph.factories import PAPER, document, own
from graph.reading import Reading
from graph.specimen import COMMITMENT, DEBATE, MOTION, OBSTACLE, letter

HOME = Ref("document", PAPER)


def test_a_part_names_person_group_and_post(whole: Reading) -> None:
    """Person, group and post are things of their own, each with the class of its kind."""
    signer = own("participation", "A. de Vries")
    asker = own("participation", "De Wit")

    assert whole.values(HOME, "participation") == [f"participation/{signer.id}"]
    assert whole.facts(signer) == {
        "type": ["Participation"],
        "participant": ["person/a.-de-vries"],
        "participationRole": ["participation-role/signer"],
        "nameInSource": ["A. de Vries"],
        "inPost": ["post/minister-van-justitie-en-veiligheid"],
    }
    assert whole.values(asker, "onBehalfOf") == ["organisation/xyz"]
    assert whole.facts(Ref("organisation", "xyz")) == {
        "type": ["ParliamentaryGroup"],
        "label": ["XYZ@nl"],
        "organisationKind": ["organisation-kind/parliamentary-group"],
    }
    assert whole.facts(Ref("person", "de-wit")) == {"type": ["Person"], "label": ["De Wit"]}


def test_a_motion_has_submitters_requests_and_paper(whole: Reading) -> None:
    """The motion is not its paper, and what it replaces is a motion too."""
    found = whole.facts(MOTION)

    assert found["textInDocument"] == ["document/kst-35925-VI-69"]
    assert found["participation"] == [f"participation/{own('participation', 'Jansen').id}"]
    assert found["othersUnnamed"] == ["true"]
    assert found["modifies"] == ["motion/kst-35925-VI-12"]
    assert whole.values(own("request", "onderzoek"), "requestText") == ["onderzoek"]
    assert whole.values(Ref("motion", "kst-35925-VI-12"), "textInDocument") == ["document/kst-35925-VI-12"]


def test_a_motion_without_a_plausible_paper_has_none() -> None:
    """An empty paper and a bare replaced number state neither document nor motion."""
    ref = own("motion", "motie")
    bare = replace(letter().motions[0], ref=ref, paper="", replaces="12", others_unnamed=False)
    stated = Reading(Account(document(), (), motions=(bare,)))

    assert {"textInDocument", "modifies", "othersUnnamed"}.isdisjoint(stated.facts(ref))
    assert stated.instances("Document") == []


def test_a_response_ties_motion_status_and_obstacle(whole: Reading) -> None:
    """The response is one node for motion and letter; what met the motion is pointed at."""
    assert whole.facts(Ref("response", f"{PAPER}/{MOTION.id}")) == {
        "type": ["Response"],
        "respondsTo": [f"motion/{MOTION.id}"],
        "givenIn": [f"document/{PAPER}"],
        "fulfilmentStatus": ["fulfilment-status/not-fully-feasible"],
        "statedObstacle": [f"claim/{OBSTACLE.ref.id}"],
        "fulfilledBy": ["strategy/nationale-strategie-2020-2024"],
    }
    assert whole.facts(OBSTACLE.ref) == {
        "type": ["Claim"],
        "claimText": ["De grondslag ontbreekt."],
        "statedIn": [f"document/{PAPER}"],
        "modality": ["modality/limitation"],
        "claimAbout": [f"motion/{MOTION.id}"],
        "saidBy": [f"document/{PAPER}"],
    }


def test_a_response_to_a_motion_not_described_still_says_what_it_is() -> None:
    """A motion only pointed at gets its class and paper from the response."""
    stated = Reading(Account(document(), (), responses=letter().responses))

    assert stated.facts(MOTION) == {"type": ["Motion"], "textInDocument": [f"document/{MOTION.id}"]}


def test_a_debate_has_kind_topic_day_chamber_and_record(whole: Reading) -> None:
    """A debate is described once, however many things were said in it."""
    found = whole.facts(DEBATE)

    assert found == {
        "type": ["Debate"],
        "debateKind": ["debate-kind/commissiedebat"],
        "topicText": ["radicalisering"],
        "onDate": [f"time/{own('time', '14 januari 2021').id}"],
        "heldBy": ["organisation/tweede-kamer"],
        "reportedIn": ["document/kst-29754-890"],
        "label": ["commissiedebat radicalisering 2021-01-14@nl"],
    }
    assert whole.values(Ref("organisation", "tweede-kamer"), TYPE) == ["Chamber"]
    assert whole.values(own("question", "of dat kan"), "madeIn") == [f"debate/{DEBATE.id}"]


def test_a_commitment_tells_who_promised_what_to_whom_when(whole: Reading) -> None:
    """Commitment and announcement point at each other's things and times."""
    due = own("time", "dit najaar")

    assert whole.facts(COMMITMENT) == {
        "type": ["Commitment"],
        "commitmentKind": ["commitment-kind/reported"],
        "commitmentText": ["De uitkomst delen."],
        "statedIn": [f"document/{PAPER}"],
        "commitmentStatus": ["commitment-status/open"],
        "madeBy": ["person/a.-de-vries"],
        "madeTo": ["organisation/tweede-kamer"],
        "madeIn": [f"debate/{DEBATE.id}"],
        "madeOn": [f"time/{own('time', '14 januari 2021').id}"],
        "due": [f"time/{due.id}"],
        "fulfilledBy": ["document/kst-29754-895"],
    }
    (announced,) = whole.instances("Announcement")
    assert whole.values(announced, "expectedTime") == [f"time/{due.id}"]
    assert whole.values(announced, "partOfCommitment") == [f"commitment/{COMMITMENT.id}"]
    assert whole.values(announced, "modality") == ["modality/intention"]
