"""Which terms other vocabularies really have, read from what lists them: rdflib, the copies in ../shared, notes of ours."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import rdflib
from rdflib import namespace as known

from ctgraph import assets
from ctgraph.namespaces import CITO, ELI, ELI_DL

SHARED = Path(__file__).resolve().parents[1] / "../shared"
COPIES = SHARED / "standards/vocabularies"
TOP_LIST = SHARED / "data/plooi/tooi/scw_toplijst_1.json"
TK_MODEL = SHARED / "data/tk-informatiemodel/TK_Informatiemodel_ODP_0.90.ttl"
TK_COMMITMENT = SHARED / "data/tk-opendata-xsd/xsd/tkData-v1-0-toezegging.xsd"

CLOSED = (known.PROV, known.ORG, known.SKOS, known.FOAF, known.DCTERMS, known.TIME, known.VANN, known.SDO)
"""The namespaces that rdflib knows in full."""
_IRI = re.compile(r"<(http[^>\s]+)>")


def closed(address: str) -> bool | None:
    """Whether a vocabulary that rdflib knows in full has a term; None for a term of another vocabulary."""
    space = next((each for each in CLOSED if address.startswith(str(each))), None)
    return None if space is None else rdflib.URIRef(address) in space


@cache
def copied() -> frozenset[str]:
    """Every ELI, ELI-DL, CiTO and FaBiO term that the copied vocabularies use or name; skip a test where they are not."""
    found: set[str] = set()
    for file in ("cito.ttl", "eli-ep.shacl.ttl", "fabio.ttl"):
        text = (COPIES / file).read_text(encoding="utf-8")
        found |= set(_IRI.findall(text))
        for prefix, space in (("eli-dl", ELI_DL), ("eli", ELI), ("cito", CITO)):
            found |= {space + name for name in re.findall(rf"(?<![\w-]){prefix}:(\w+)", text)}
    return frozenset(found)


@cache
def tweede_kamer() -> frozenset[str]:
    """The classes and properties of the information model of the Tweede Kamer."""
    return frozenset(_IRI.findall(TK_MODEL.read_text(encoding="utf-8")))


@cache
def commitment_words() -> frozenset[str]:
    """The values of a commitment's status in the open data of the Tweede Kamer."""
    return frozenset(re.findall(r'enumeration value="([^"]+)"', TK_COMMITMENT.read_text(encoding="utf-8")))


@cache
def themes() -> Mapping[str, str]:
    """The themes of the TOP list with their labels."""
    listed = json.loads(TOP_LIST.read_text(encoding="utf-8"))
    label = str(known.SKOS.prefLabel)
    return {each["@id"]: each[label][0]["@value"] for each in listed if label in each}


@cache
def noted() -> frozenset[str]:
    """The terms that were read in the file of their vocabulary, of which no copy is at hand."""
    path = assets.folder("ontology") / "alignments" / "verified.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(row["term"] for row in csv.DictReader(file, delimiter="\t"))
