"""Entries of SyncFeed are the rows that OData gives."""

from __future__ import annotations

import pytest
from lxml import etree

from ctgraph.errors import InputError
from ctgraph.identifiers import iri
from ctgraph.model.official import (
    CaseRecord,
    CommitmentRecord,
    DecisionRecord,
    DossierRecord,
    GroupRecord,
    PersonRecord,
)
from ctgraph.readers.syncfeed import NAMESPACE
from readers.records import DATA, SPECIMENS, intake, real, records, said, specimen, stated


def guid(number: int) -> str:
    """The made-up ids of the specimens."""
    return f"{number:08d}-0000-4000-8000-{'a' * 12}"


def test_entries_point_at_each_other() -> None:
    """A case finds its dossier, its actors and the id of its paper among the entries of the page."""
    (case,) = records(specimen("syncfeed.xml"), CaseRecord)

    assert (case.case.paper, case.case.number, case.advice) == ("kst-99999-VI-7", "2022Z99991", "ontraden")
    assert [(who.name, who.person, who.group_name) for who in case.submitters] == [("J. Jansen", guid(1), "VBD")]


def test_decisions_votes_dossiers_and_names() -> None:
    """A vote joins its decision, which is on its case; nil is nothing, and names in other capitals are read."""
    given = specimen("syncfeed.xml")
    (decision,) = records(given, DecisionRecord)

    assert (decision.result, [each.number for each in decision.subjects]) == ("rejected", ["2022Z99991"])
    assert [(vote.group_name, vote.seats, vote.mistaken) for vote in decision.votes] == [("VBD", 9, True)]
    assert records(given, DossierRecord) == [DossierRecord("99999-VI", "Voorbeelden", 12, True)]
    assert [group.full_name for group in records(given, GroupRecord)] == ["Voorbeelddemocraten"]
    assert [person.name for person in records(given, PersonRecord)] == ["Jan Jansen"]


def test_a_repeated_property_and_a_relation_by_id() -> None:
    """A commitment keeps every letter that it names, and finds the member that it was made to."""
    (commitment,) = records(specimen("syncfeed.xml"), CommitmentRecord)

    assert (commitment.letter, commitment.letter_id) == ("2022D99992; 2022D99993", "2022D99992")
    assert [who.name for who in commitment.recipients] == ["Jan Jansen", ""]


def test_a_deleted_entry_states_nothing() -> None:
    """A deleted entry is counted and leaves an empty record with its instant."""
    given = specimen("syncfeed.xml")
    (grave,) = [each for each in given.records if each.source.id == guid(27)]

    assert (grave.records, grave.source.changed) == ((), "2022-07-07T08:00:00+00:00")
    assert "1 passed over: a deleted Zaak" in given.remarks
    assert given.remarks[0].startswith("one page of a feed: it goes on at https://gegevensmagazijn")


def test_the_two_interfaces_meet_on_one_motion() -> None:
    """What SyncFeed and OData say of one motion stands on one node, in a graph of the same name."""
    feed, odata = specimen("syncfeed.xml"), specimen("tk_cases.json")
    motion = iri("motion", "kst-99999-VI-7")

    assert said(stated(feed.records), motion, "governmentAdvice") != said(
        stated(odata.records), motion, "governmentAdvice"
    )
    assert {each.source.id for each in feed.records} & {each.source.id for each in odata.records} >= {
        guid(21),
        guid(27),
    }


def test_an_entity_without_an_id_is_refused() -> None:
    """An entry that says of nothing what it is refuses the page."""
    data = f'<zaak xmlns="{NAMESPACE}"><nummer>2022Z99991</nummer></zaak>'.encode()

    with pytest.raises(InputError, match="has no id"):
        intake(data, "entry.xml")


def test_the_specimen_has_the_form_of_the_official_schema() -> None:
    """Every entity of the composed page is valid by the publisher's XSD."""
    schema_file = DATA / "tk-opendata-xsd/xsd/tkData-v1-0.xsd"
    if not schema_file.exists():
        pytest.skip("the official XSDs are not on this machine")
    schema = etree.XMLSchema(etree.parse(schema_file))
    page = etree.parse(SPECIMENS / "syncfeed.xml")
    entities = [each for content in page.iter("{http://www.w3.org/2005/Atom}content") for each in content]
    faults = [error.message for each in entities if not schema.validate(each) for error in schema.error_log]

    assert [each for each in faults if "kamerbriefNakoming" not in each] == []


def test_the_abridged_sample_is_read() -> None:
    """The abridged page of another project's tests gives its person."""
    (person,) = records(real("syncfeed_sample/persoon_feed_from_tests.xml"), PersonRecord)

    assert person.surname == "Savornin Lohman"


def test_the_end_of_the_feed_holds_nothing() -> None:
    """A page that only tells where to resume is read, and says that nothing was changed."""
    data = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="resume" href="https://gegevensmagazijn.tweedekamer.nl/SyncFeed/'
        '2.0/Feed?category=Zaak&amp;skiptoken=9"/></feed>'
    )
    given = intake(data.encode(), "9.xml")

    assert (given.format, given.records) == ("tk-syncfeed", ())
    assert given.remarks == ("nothing was changed: the feed ends here",)
