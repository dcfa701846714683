"""The catalogue holds to DCAT-AP-NL, the release tells how it was made, and search engines find the dataset."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib.namespace import SH

from api.fakes import SPECIMEN, Client, FakeBackend
from ctgraph.api.app import create_app
from ctgraph.api.rdf import FORMATS, PageFormat
from ctgraph.namespaces import GRAPH, ID, OWL, XSD
from ctgraph.settings import Settings
from ctgraph.store.manifest import Input
from ctgraph.store.releases import Release
from ctgraph.store.writing import Contents, ReleaseWriter

SHAPES = Path(__file__).resolve().parents[3] / "shared" / "standards" / "dcat-ap-nl"
DIGEST = "0f" * 32
ONE = f'"1"^^<{XSD}integer>'
LINK = Quad(
    NamedNode(f"{ID}organisation/ministerie"),
    NamedNode(f"{OWL}sameAs"),
    NamedNode("https://identifier.overheid.nl/tooi/id/ministerie/mnre1058"),
    NamedNode(f"{GRAPH}register/organisations"),
)


@pytest.fixture(name="release")
def _release(tmp_path: Path) -> Release:
    contents = Contents(
        [*parse(path=SPECIMEN, format=RdfFormat.TRIG), LINK],
        "0.1.0",
        documents=1,
        inputs=(Input("/home/somebody/brief.txt", DIGEST, "kst-36999-12"),),
        run={"ended": "2026-01-02T03:04:05+00:00"},
    )
    with ReleaseWriter(Settings(data=tmp_path)) as writer:
        return writer.write(contents)


@pytest.fixture(name="released")
def _released(release: Release, store: Store, tmp_path: Path) -> Client:
    return Client(
        create_app(Settings(data=tmp_path, contact="mailto:graaf@example.org"), FakeBackend(store, release.id))
    )


def _told(client: Client, address: str) -> set[tuple[str, str, str]]:
    """Statements with the last part of each property."""
    quads = parse(client.get(address).content, RdfFormat.TURTLE)
    return {(str(q.subject)[1:-1], re.split("[#/]", q.predicate.value)[-1], str(q.object)) for q in quads}


def _shapes() -> rdflib.Graph:
    """All shapes, but for two that the publisher names and does not give: they ask for nothing."""
    shapes = rdflib.Graph()
    for path in sorted(SHAPES.glob("*.ttl")):
        shapes.parse(path)
    empty = [(shape, SH.property, part) for shape, part in shapes.subject_objects(SH.property)]
    for triple in empty:
        if (triple[2], SH.path, None) not in shapes:
            shapes.remove(triple)
    return shapes


def _findings(data: bytes) -> Iterator[str]:
    graph = rdflib.Graph().parse(data=data, format="turtle")
    _, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(), advanced=True)
    assert isinstance(report, rdflib.Graph)
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        yield f"{report.value(result, SH.focusNode)} {report.value(result, SH.resultPath)}"


@pytest.mark.skipif(not SHAPES.is_dir(), reason="the shapes of DCAT-AP-NL lie outside the project and are not here")
def test_every_shape_of_dcat_ap_nl_passes(released: Client) -> None:
    """What is demanded, what is recommended, classes and code lists; and a catalogue without contact is found out."""
    catalogue = released.get("/catalog.ttl").content
    without = b"\n".join(line for line in catalogue.split(b"\n") if b"contactPoint" not in line)

    assert [] == list(_findings(catalogue))
    assert any("contactPoint" in finding for finding in _findings(without))


def test_the_contact_is_the_one_who_serves(released: Client, client: Client, release: Release, tmp_path: Path) -> None:
    """A mail address that is set stands in the catalogue; without one the first page stands for it."""
    plain = Client(create_app(Settings(data=tmp_path), FakeBackend(release=release.id)))
    contact = "http://ctgraph.test/catalog#contact"

    assert (contact, "hasEmail", "<mailto:graaf@example.org>") in _told(released, "/catalog.ttl")
    assert (contact, "hasURL", "<http://ctgraph.test/>") in _told(plain, "/catalog.ttl")
    assert 200 == client.get("/catalog").status_code


@pytest.mark.parametrize("form", [form for form in FORMATS if form.rdf is not None], ids=lambda form: form.suffix)
def test_the_catalogue_comes_in_every_format(released: Client, form: PageFormat) -> None:
    """By suffix and by Accept."""
    assert released.get(f"/catalog.{form.suffix}").content == released.get("/catalog", form.media_type).content


def test_search_engines_find_the_dataset(released: Client, release: Release) -> None:
    """The page has the dataset in the words of schema.org, with its files, and nothing ends the element early."""
    page = released.get("/catalog", "text/html").text
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    said = json.loads(found[1])

    assert ("Dataset", release.id, "2026-01-02") == (said["@type"], said["version"], said["datePublished"])
    assert ["http://ctgraph.test/export/release.nq"] == [each["contentUrl"] for each in said["distribution"]]
    assert said["license"].startswith("https://creativecommons.org/publicdomain/zero")


def test_a_release_tells_how_it_was_made(released: Client, release: Release) -> None:
    """Inputs with their digests and without folders, the software, the time, and each graph with source and licence."""
    told = _told(released, f"/release/{release.id}.ttl")
    own = f"https://w3id.org/ctgraph/release/{release.id}"
    graphs = {subject for subject, property_, _ in told if property_ == "triples" and "/graph/" in subject}
    licensed = {subject for subject, property_, _ in told if property_ == "license"}

    assert (own, "wasGeneratedBy", f"<{own}#build>") in told
    assert (f"{own}#build", "used", f"<{own}#input-{DIGEST}>") in told
    assert (f"{own}#input-{DIGEST}", "title", '"brief.txt"') in told
    assert ("https://w3id.org/ctgraph/#ctgraph-0.1.0", "softwareVersion", '"0.1.0"') in told
    assert set(release.manifest.statements) == graphs
    assert graphs <= licensed
    assert any(
        property_ == "source" and "graph/text/kst-36999-12" in subject and "document/kst-36999-12" in value
        for subject, property_, value in told
    )


def test_links_out_are_counted(released: Client) -> None:
    """VoID has a linkset for each property and site that the data leads to, and none for what is ours."""
    told = _told(released, "/export/void.ttl")
    sites = {value for _, property_, value in told if property_ == "uriSpace"}
    linksets = {subject for subject, _, value in told if "Linkset" in value}
    [linkset] = {each for each in linksets if (each, "linkPredicate", str(LINK.predicate)) in told}

    assert (linkset, "triples", ONE) in told
    assert len(linksets) > 1  # where rows are from, too
    assert '"https://identifier.overheid.nl/"' in sites
    assert '"https://w3id.org/"' not in sites
