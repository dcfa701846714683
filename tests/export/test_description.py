"""What goes out with the dumps is true, uses terms that exist, and names no machine."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS, SKOS, VOID

from ctgraph.export.description import published
from ctgraph.namespaces import PREFIXES
from ctgraph.store import manifest as manifests
from ctgraph.store.releases import Release
from export import released

_SPDX = ("Checksum", "ChecksumAlgorithm", "algorithm", "checksum", "checksumValue")
KNOWN = {str(term) for namespace in (DCAT, DCTERMS, FOAF, RDF, RDFS, SKOS, VOID) for term in dir(namespace)}
"""What rdflib lists of these vocabularies."""
KNOWN |= {f"http://spdx.org/rdf/terms#{name}" for name in _SPDX}
KNOWN |= {f"http://www.w3.org/2006/vcard/ns#{name}" for name in ("Kind", "fn", "hasURL", "hasEmail")}
KNOWN |= {str(VOID["class"]), "http://www.w3.org/ns/dcat#version"}
"""What it does not list: `class` is a word of Python, `version` came with DCAT 3. SPDX is as DCAT-AP takes it over."""
Told = dict[str, dict[str, list[str]]]


def told(path: Path) -> Told:
    """What a Turtle file says: for each subject, the values of each property by its last part."""
    found: Told = {}
    for quad in parse(path=path, format=RdfFormat.TURTLE):
        assert isinstance(quad.subject, NamedNode)
        assert isinstance(quad.object, NamedNode | Literal)
        values = found.setdefault(quad.subject.value, {})
        values.setdefault(quad.predicate.value.replace("#", "/").rsplit("/", 1)[1], []).append(quad.object.value)
    return found


@pytest.mark.parametrize("name", ["void.ttl", "dcat.ttl"])
def test_terms_exist(dumps: Path, name: str) -> None:
    """Every property and class is defined by the vocabulary that it is named in."""
    quads = list(parse(path=dumps / name, format=RdfFormat.TURTLE))
    used = {quad.predicate.value for quad in quads}
    used |= {quad.object.value for quad in quads if quad.predicate.value.endswith("#type")}

    assert used - KNOWN == set()


@pytest.mark.parametrize("name", ["void.ttl", "dcat.ttl"])
def test_one_place_for_each_thing(dumps: Path, name: str) -> None:
    """What is said of a thing stands together, so that people can read it."""
    lines = (dumps / name).read_text(encoding="utf-8").splitlines()
    subjects = [line.split(" ", 1)[0] for line in lines if line.startswith("<")]

    assert len(subjects) == len(set(subjects)) > 10


def test_void_counts(release: Release, dumps: Path) -> None:
    """The figures are those of the union of the graphs, also for each class and property."""
    found = told(dumps / "void.ttl")
    dataset = found[f"https://w3id.org/ctgraph/release/{release.id}"]
    triples = {quad.triple for quad in released.quads()}
    properties = Counter(triple.predicate.value for triple in triples)
    classes = Counter(str(triple.object) for triple in triples if triple.predicate.value.endswith("#type"))
    parts = {each["property"][0]: int(each["triples"][0]) for each in found.values() if "property" in each}

    assert dataset["triples"] == [str(len(triples))]
    assert dataset["distinctSubjects"] == [str(len({triple.subject for triple in triples}))]
    assert (dataset["properties"], dataset["classes"]) == ([str(len(properties))], [str(len(classes))])
    assert parts == properties
    assert found[f"https://w3id.org/ctgraph/release/{release.id}#class/ctg:Motion"]["entities"] == ["3"]


def test_void_addresses(release: Release, dumps: Path) -> None:
    """The endpoint and the RDF dumps stand below the base address; tables are no dumps of RDF."""
    dataset = told(dumps / "void.ttl")[f"https://w3id.org/ctgraph/release/{release.id}"]
    names = {f"release.{form}{packed}" for form in ("nq", "trig", "ttl", "jsonld") for packed in ("", ".gz", ".zst")}

    assert dataset["sparqlEndpoint"] == ["https://w3id.org/ctgraph/sparql"]
    assert set(dataset["dataDump"]) == {f"https://w3id.org/ctgraph/export/{name}" for name in names}
    assert dataset["license"] == ["https://creativecommons.org/publicdomain/zero/1.0/"]
    assert set(dataset["vocabulary"]) <= set(PREFIXES.values())


def test_dcat_dataset(release: Release, dumps: Path) -> None:
    """The dataset has its names in both languages, licence and rights, and stands in the catalogue."""
    found = told(dumps / "dcat.ttl")
    dataset = found[f"https://w3id.org/ctgraph/release/{release.id}"]
    languages = {
        quad.object.language
        for quad in parse(path=dumps / "dcat.ttl", format=RdfFormat.TURTLE)
        if quad.predicate.value == str(DCTERMS.title) and isinstance(quad.object, Literal)
    }

    assert found["https://w3id.org/ctgraph/catalog"]["dataset"] == [f"https://w3id.org/ctgraph/release/{release.id}"]
    assert languages == {"nl", "en"}
    assert len(dataset["title"]) == len(dataset["description"]) == 2
    assert any("CC0 1.0" in text for text in found[dataset["rights"][0]]["comment"])


def test_dcat_files(release: Release, dumps: Path) -> None:
    """Every dump is a distribution with its size, checksum and media type."""
    found = told(dumps / "dcat.ttl")
    files = {each["title"][0]: each for each in found.values() if "byteSize" in each}
    described = {"SHA256SUMS", "dcat.ttl", "manifest.json", "void.ttl"}

    assert set(files) == {path.name for path in dumps.iterdir()} - described
    for name, told_of in files.items():
        data = (dumps / name).read_bytes()
        checksum = found[told_of["checksum"][0]]["checksumValue"]
        assert (told_of["byteSize"], checksum) == ([str(len(data))], [hashlib.sha256(data).hexdigest()])
        assert told_of["downloadURL"] == [f"https://w3id.org/ctgraph/export/{name}"]
        assert ("compressFormat" in told_of) == name.endswith((".gz", ".zst"))
    assert files["release.nq.gz"]["mediaType"] == files["release.nq"]["mediaType"]
    assert files["release.nq"]["mediaType"][0].endswith("/application/n-quads")


def test_manifest_names_no_machine(release: Release, dumps: Path) -> None:
    """The manifest tells what the release was made of, without times of the run and folders of its maker."""
    data = (dumps / "manifest.json").read_bytes()
    found = manifests.read(data)

    assert found == published(release.manifest)
    assert (found.id, found.canonical_hash) == (release.id, release.manifest.canonical_hash)
    assert [each.path for each in found.inputs] == ["kst-36999-12.txt"]
    assert [(each.path, each.reason) for each in found.refused] == [("broken.pdf", "it is empty")]
    assert json.loads(data)["run"] == {}
    assert b"someone" not in data
