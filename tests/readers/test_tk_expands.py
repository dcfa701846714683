"""Rows of the Tweede Kamer whichever way round they were asked for: what lies in what makes no difference."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from ctgraph.errors import InputError
from ctgraph.identifiers import iri
from ctgraph.model.intake import Intake
from ctgraph.model.official import CaseRecord, DecisionRecord, MeetingRecord, PaperRecord, Placement, newest
from ctgraph.readers.tk_names import KNOWN
from readers.records import DATA, intake, records, said, stated

Json = dict[str, Any]

MOTION = iri("motion", "kst-99999-760")


def guid(number: int) -> str:
    """Made-up ids."""
    return f"{number:08d}-0000-4000-8000-{'b' * 12}"


def row(number: int, **values: object) -> Json:
    """A row with what every row has."""
    return {"Id": guid(number), "GewijzigdOp": "2032-03-20T10:00:00+01:00", "Verwijderd": False, **values}


DOSSIER = row(1, Titel="Voorbeelden", Nummer=99999, Toevoeging=None, HoogsteVolgnummer=801, Afgesloten=False)
CHAPTER = row(8, Titel="Begroting van voorbeelden", Nummer=99600, Toevoeging="VI", HoogsteVolgnummer=90)
CASE = row(
    2,
    Nummer="2032Z04444",
    Soort="Motie",
    Titel="Voorbeelden",
    Onderwerp="Motie van het lid Jansen over ladders",
    GestartOp="2032-03-18T00:00:00+01:00",
    Volgnummer=760,
    Kabinetsappreciatie="Oordeel Kamer",
)
DOCUMENT = row(
    6,
    Soort="Motie",
    DocumentNummer="2032D07777",
    Titel="Voorbeelden",
    Datum="2032-03-18T00:00:00+01:00",
    Volgnummer=760,
)
VOTE = row(11, Besluit_Id=guid(3), Soort="Voor", FractieGrootte=9, ActorNaam="VBD", ActorFractie="VBD")
DECISION = row(
    3, BesluitSoort="Stemmen - aangenomen", StemmingsSoort="Met handopsteken", Status="Besluit", Stemming=[VOTE]
)
POINT = row(4, Nummer="2032P05555", Onderwerp="Stemmingen over ladders", Rubriek=None)
VOTES = row(
    5, Soort="Stemmingen", Nummer="2032A01111", Datum="2032-03-25T00:00:00+01:00", Voortouwnaam=None, DatumSoort="Dag"
)


def answer(entity: str, *rows: Json) -> Intake:
    """Rows as an answer of the service."""
    context = f"https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/$metadata#{entity}"
    return intake(json.dumps({"@odata.context": context, "value": rows}).encode(), "rows.json")


@pytest.mark.parametrize(
    ("entity", "given"),
    [
        (
            "Zaak",
            {
                **CASE,
                "Kamerstukdossier": [DOSSIER],
                "Besluit": [{**DECISION, "Agendapunt_Id": guid(4)}],
                "Activiteit": [VOTES],
                "Agendapunt": [{**POINT, "Activiteit_Id": guid(5)}],
            },
        ),
        (
            "Besluit",
            {
                **DECISION,
                "Zaak": [{**CASE, "Kamerstukdossier": [DOSSIER]}],
                "Agendapunt": {**POINT, "Activiteit": VOTES},
            },
        ),
        (
            "Activiteit",
            {
                **VOTES,
                "Agendapunt": [{**POINT, "Besluit": [{**DECISION, "Zaak": [{**CASE, "Kamerstukdossier": [DOSSIER]}]}]}],
            },
        ),
        (
            "Kamerstukdossier",
            {
                **DOSSIER,
                "Zaak": [{**CASE, "Besluit": [{**DECISION, "Agendapunt": {**POINT, "Activiteit": VOTES}}]}],
            },
        ),
    ],
)
def test_a_decision_is_found_from_either_side(entity: str, given: Json) -> None:
    """A decision inside its case, and a case inside its decision, give the same votes on the same motion and day."""
    quads = stated(answer(entity, given).records)
    decision = iri("decision", guid(3))

    assert said(quads, decision, "decidesOn") == [MOTION]
    assert said(quads, decision, "onDate") == [iri("time", "2032-03-25")]
    assert len(said(quads, decision, "votePosition")) == 1


def test_a_meeting_treats_the_case_that_it_was_found_in() -> None:
    """What lies inside a case as its activity is a meeting that treats it."""
    given = answer("Zaak", {**CASE, "Kamerstukdossier": [DOSSIER], "Activiteit": [VOTES]})
    (meeting,) = records(given, MeetingRecord)

    assert [case.number for case in meeting.cases] == ["2032Z04444"]


@pytest.mark.parametrize(
    ("entity", "given"),
    [
        ("Kamerstukdossier", {**DOSSIER, "Zaak": [CASE], "Document": [DOCUMENT]}),
        ("Document", {**DOCUMENT, "Zaak": [CASE], "Kamerstukdossier": [DOSSIER]}),
    ],
)
def test_a_dossier_is_known_from_what_holds_the_case(entity: str, given: Json) -> None:
    """The dossier around a case is its dossier, and so is that of the document with the number of the case."""
    read = answer(entity, given)
    (case,), (paper,) = records(read, CaseRecord), records(read, PaperRecord)

    assert case.case.placements == paper.placements == (Placement("99999", "760", "Voorbeelden"),)


def test_the_dossier_of_another_document_is_not_that_of_the_case() -> None:
    """A document with another number tells nothing of the dossier of the case."""
    given = answer("Document", {**DOCUMENT, "Volgnummer": 761, "Zaak": [CASE], "Kamerstukdossier": [DOSSIER]})

    assert records(given, CaseRecord)[0].case.placements == (Placement("", "760", "Voorbeelden"),)


@pytest.mark.parametrize("both", [[DOSSIER, CHAPTER], [CHAPTER, DOSSIER]])
def test_of_two_dossiers_the_first_is_that_of_the_title(both: list[Json]) -> None:
    """The numbering is that of the dossier whose title the case bears, in whatever order they come."""
    given = answer("Zaak", {**CASE, "Titel": "Begroting van voorbeelden", "Kamerstukdossier": both})
    quads = stated(given.records)

    assert [place.dossier for place in records(given, CaseRecord)[0].case.placements] == ["99600-VI", "99999"]
    assert said(quads, iri("motion", "kst-99600-VI-760"), "textInDocument") == [iri("document", "kst-99600-VI-760")]


def test_of_two_dossiers_the_paper_decides() -> None:
    """The id under which the paper was published tells the dossier, whatever title the case bears."""
    version = row(7, ExterneIdentifier="kst-99600-VI-760")
    given = answer(
        "Zaak",
        {
            **CASE,
            "Kamerstukdossier": [DOSSIER, CHAPTER],
            "Document": [{**DOCUMENT, "HuidigeDocumentVersie": version}],
        },
    )

    assert [place.dossier for place in records(given, CaseRecord)[0].case.placements] == ["99600-VI", "99999"]


def test_of_two_dossiers_that_nothing_tells_apart_none_gives_the_number() -> None:
    """A paper in two dossiers without a title or an id gets no number: it could be that of another paper."""
    given = answer("Zaak", {**CASE, "Titel": None, "Kamerstukdossier": [DOSSIER, CHAPTER]})

    assert records(given, CaseRecord)[0].case.placements == ()
    assert said(stated(given.records), iri("motion", "2032Z04444"), "caseNumber") == ["2032Z04444"]


@pytest.mark.parametrize(
    ("entity", "given"),
    [
        ("Zaak", {**CASE, "Nummer": "../../x"}),
        ("Document", {**DOCUMENT, "DocumentNummer": "2032D07777/../x"}),
        ("Activiteit", {**VOTES, "Nummer": "a b"}),
    ],
)
def test_a_number_that_is_a_path_is_refused(entity: str, given: Json) -> None:
    """What rows go by in addresses must be able to stand in one."""
    with pytest.raises(InputError, match="is no number"):
        answer(entity, given)


def test_a_dossier_that_is_a_path_is_none() -> None:
    """A dossier with an addition that could not stand in an address gives no place, and is not stated."""
    given = answer("Zaak", {**CASE, "Titel": None, "Kamerstukdossier": [{**DOSSIER, "Toevoeging": "../VI"}]})

    assert records(given, CaseRecord)[0].case.placements == ()


def test_the_number_of_a_kingdom_act_is_no_suffix() -> None:
    """A dossier of a kingdom act goes by its number alone, as its papers do."""
    given = answer("Zaak", {**CASE, "Kamerstukdossier": [{**DOSSIER, "Toevoeging": "(R2207)"}]})

    assert records(given, CaseRecord)[0].case.placements[0].dossier == "99999"


def test_the_reading_that_tells_most_counts() -> None:
    """Of two answers with one case, that with its actors counts, however many other relations the other spells out."""
    actor = row(9, Zaak_Id=guid(2), ActorNaam="J. Jansen", ActorFractie="VBD", Relatie="Indiener", Persoon_Id=guid(31))
    named = answer("Zaak", {**CASE, "Kamerstukdossier": [DOSSIER], "ZaakActor": [actor]})
    voted = answer(
        "Zaak",
        {**CASE, "Besluit": [DECISION], "Activiteit": [VOTES], "Agendapunt": [POINT], "Kamerstukdossier": [DOSSIER]},
    )
    (one,) = [each for each in named.records if each.source.reader == "zaak"]
    (other,) = [each for each in voted.records if each.source.reader == "zaak"]

    assert newest(one, other) is newest(other, one) is one


def test_the_name_of_a_member_stands_upright() -> None:
    """A member whom the row names as an index does has the name that he has elsewhere."""
    vote = {**VOTE, "FractieGrootte": 1, "ActorNaam": "Dijk, J. van", "Persoon_Id": guid(31), "Vergissing": True}
    given = answer("Besluit", {**DECISION, "StemmingsSoort": "Hoofdelijk", "Stemming": [vote]})
    (decision,) = records(given, DecisionRecord)

    assert [(each.member_name, each.mistaken, each.seats) for each in decision.votes] == [("J. van Dijk", True, None)]


def test_a_case_without_a_number_goes_by_its_document() -> None:
    """A letter that never got a number in a dossier is the document of its case, by the number of that."""
    letter = {**CASE, "Soort": "Brief regering", "Titel": None, "Volgnummer": -1}
    actor = row(9, Zaak_Id=guid(2), ActorNaam="J. Jansen", Functie="minister", Relatie="Indiener")
    own = {**DOCUMENT, "Soort": "Brief regering", "Volgnummer": -1}
    given = answer("Zaak", {**letter, "Document": [own], "ZaakActor": [actor]})

    assert len(said(stated(given.records), iri("document", "2032D07777"), "participation")) == 1
    assert records(answer("Zaak", letter), CaseRecord) == []


def test_a_paper_not_made_up_yet_goes_by_its_dossier() -> None:
    """A version that was published under a number of its own is the paper that its dossier and number make."""
    own = {**DOCUMENT, "HuidigeDocumentVersie": row(7, ExterneIdentifier="kst-1259252")}
    quads = stated(answer("Zaak", {**CASE, "Kamerstukdossier": [DOSSIER], "Document": [own]}).records)

    assert said(quads, MOTION, "textInDocument") == [iri("document", "kst-99999-760")]
    assert said(quads, iri("motion", "kst-1259252"), "textInDocument") == []


def test_an_error_of_the_service_is_quoted() -> None:
    """An answer that is a complaint refuses the file with its words, also without the address of a service in it."""
    with pytest.raises(InputError, match="no such property"):
        intake(b'{"error": {"code": "", "message": "no such property"}}', "rows.json")


def test_a_new_property_is_counted() -> None:
    """A property that the schema did not have shows in the report, wherever its row stands; the protocol's own do not."""
    given = answer("Zaak", {**CASE, "Nieuw": 1, "Zaak@odata.count": 3, "Kamerstukdossier": [{**DOSSIER, "Nieuw": "x"}]})

    assert given.unknown == (("Nieuw", 2),)


def test_every_property_of_the_schema_is_known() -> None:
    """No property of the service's own schema is counted as new, of the entities that are read."""
    schema = DATA / "motiematcher/api_metadata.xml"
    if not schema.exists():
        pytest.skip("the schema of the service is not on this machine")
    names = {
        name.removesuffix("_Id")
        for entity in re.finditer(r'<EntityType Name="(\w+)".*?</EntityType>', schema.read_text(), re.DOTALL)
        if entity[1] in ("Zaak", "Document", "Besluit", "Stemming", "Activiteit", "Toezegging", "Persoon", "Commissie")
        for name in re.findall(r'Property Name="(\w+)"', entity[0])
    }

    assert len(names) > 100
    assert names - KNOWN == set()
