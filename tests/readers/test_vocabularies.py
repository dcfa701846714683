"""Registers of organisations and lists of concepts: TOOI as JSON-LD and XML, and openkamer's persons."""

from __future__ import annotations

import pytest

from ctgraph.identifiers import iri
from ctgraph.model.official import ConceptRecord, FormerName, OrganisationRecord, PersonRecord
from ctgraph.model.official.crosswalk import Crosswalk
from ctgraph.namespaces import SKOS
from readers.records import SPECIMENS, intake, real, records, said, specimen, stated

HOME = "https://identifier.overheid.nl/tooi/"


def test_a_ministry_with_the_name_it_bore() -> None:
    """A historical version is a former name with its days; a change of organisations is no organisation."""
    given = specimen("tooi_ministeries.json")

    assert records(given, OrganisationRecord) == [
        OrganisationRecord(
            code="mnre9999",
            name="ministerie van Voorbeelden",
            address=HOME + "id/ministerie/mnre9999",
            abbreviation="Vb",
            aliases=("Voorbeelden",),
            kind="ministry",
            former=(FormerName("hv_09999999", "ministerie van Specimens", "2010-12-01", "2017-12-31"),),
        )
    ]
    assert given.remarks == ("1 passed over: a node that is neither organisation nor concept (Toestandswijziging)",)


def test_the_register_decides_which_organisation_it_is() -> None:
    """The address in the official register leads to the organisation that our register has under it."""
    known = Crosswalk(organisations={HOME + "id/ministerie/mnre9999": "voorbeelden"})
    quads = stated(specimen("tooi_ministeries.json").records, known)

    assert said(quads, iri("organisation", "voorbeelden", "hv_09999999"), "nameOf") == [
        iri("organisation", "voorbeelden")
    ]


@pytest.mark.parametrize("name", ["tooi_toplijst.json", "waardelijst.xml"])
def test_a_concept_keeps_its_official_address(name: str) -> None:
    """A concept goes by the IRI of its list, under the one above it."""
    quads = stated(specimen(name).records)
    concept, above = HOME + "def/thes/top/c_00000001", HOME + "def/thes/top/c_00000002"

    assert said(quads, concept, SKOS + "prefLabel") == ["voorbeelden"]
    assert said(quads, concept, SKOS + "broader") == [above]


def test_parts_of_one_node_are_merged() -> None:
    """A label in one part and other names in another are of one concept."""
    first = records(specimen("tooi_toplijst.json"), ConceptRecord)[0]

    assert (first.name, first.aliases) == ("voorbeelden", ("specimens",))


def test_what_is_no_address_makes_no_node() -> None:
    """A blank node, an address with brackets and a code that is none are left out, and never reach the graph."""
    data = b'[{"@id": "_:b0"}, {"@id": "https://identifier.overheid.nl/tooi/id/x/<y>", "http://www.w3.org/2000/01/rdf-schema#label": [{"@value": "x"}]}]'

    assert intake(data, "lijst met spaties.json").records == ()


def test_openkamer_joins_the_ids_of_a_person() -> None:
    """A person with an id of the Tweede Kamer leads to Wikidata; others and other tables are passed over."""
    given = specimen("openkamer.json")
    (person,) = records(given, PersonRecord)

    assert (person.id, person.wikidata) == (
        f"00000001-0000-4000-8000-{'a' * 12}",
        "http://www.wikidata.org/entity/Q99999999",
    )
    assert len(given.remarks) == 2


@pytest.mark.parametrize(
    ("path", "kind", "count"),
    [
        ("plooi/tooi/rwc_ministeries_compleet_1.json", OrganisationRecord, 16),
        ("plooi/tooi/rwc_overige_overheidsorganisaties_compleet_3.json", OrganisationRecord, 8),
        ("plooi/tooi/rwc_provincies_compleet_1.json", OrganisationRecord, 12),
        ("plooi/tooi/scw_toplijst_1.json", ConceptRecord, 92),
        ("plooi/tooi/ccw_plooi_documentsoorten_3.json", ConceptRecord, 64),
        ("plooi/waardelijsten_xml/toplijst_1.1/2/xml/toplijst_1.1_v2.xml", ConceptRecord, 92),
        ("plooi/waardelijsten_xml/ministerie_compleet/1/xml/ministerie_compleet_v1.xml", OrganisationRecord, 21),
        ("openkamer/person.json", PersonRecord, 686),
    ],
)
def test_real_lists(path: str, kind: type[ConceptRecord], count: int) -> None:
    """The saved lists give as many records as they have organisations and concepts."""
    assert len(records(real(path), kind)) == count


def test_the_ministry_of_justice_has_had_two_other_names() -> None:
    """The real register of ministries gives the former names of the ministry of Justice with their last day."""
    (found,) = [
        each
        for each in records(real("plooi/tooi/rwc_ministeries_compleet_1.json"), OrganisationRecord)
        if each.code == "mnre1058"
    ]

    assert [(former.name, former.until) for former in found.former] == [
        ("ministerie van Justitie", "2010-11-30"),
        ("ministerie van Veiligheid en Justitie", "2017-12-31"),
    ]


def test_nodes_in_a_graph_are_nodes() -> None:
    """JSON-LD may wrap its nodes in a `@graph`; a file in which nothing is read says so."""
    bare = (SPECIMENS / "tooi_ministeries.json").read_bytes()
    wrapped = intake(b'{"@graph": ' + bare + b"}", "tooi_ministeries.json")

    assert [each.records for each in wrapped.records] == [
        each.records for each in specimen("tooi_ministeries.json").records
    ]
    assert intake(b'{"@graph": [], "about": "https://identifier.overheid.nl/tooi/", "@id": "x"}', "a.json").remarks == (
        "nothing in it is a record that is read",
    )
