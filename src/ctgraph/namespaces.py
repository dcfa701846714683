"""Every namespace and prefix; no vocabulary IRI is written anywhere else in the code.

`BASE` is the one place that decides under which address ctgraph's own IRIs live.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

BASE: Final = "https://w3id.org/ctgraph/"
DEF: Final = BASE + "def#"
CONCEPT: Final = BASE + "concept/"
ID: Final = BASE + "id/"
GRAPH: Final = BASE + "graph/"
RELEASE: Final = BASE + "release/"
FEED: Final = BASE + "feed"
SHAPE: Final = BASE + "shape#"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
ORG: Final = "http://www.w3.org/ns/org#"
PROV: Final = "http://www.w3.org/ns/prov#"
CITO: Final = "http://purl.org/spar/cito/"
OA: Final = "http://www.w3.org/ns/oa#"
ELI: Final = "http://data.europa.eu/eli/ontology#"
ELI_DL: Final = "http://data.europa.eu/eli/eli-draft-legislation-ontology#"
TIME: Final = "http://www.w3.org/2006/time#"
EDTF: Final = "http://id.loc.gov/datatypes/edtf/"
SH: Final = "http://www.w3.org/ns/shacl#"
VOID: Final = "http://rdfs.org/ns/void#"
DCAT: Final = "http://www.w3.org/ns/dcat#"
SD: Final = "http://www.w3.org/ns/sparql-service-description#"
HYDRA: Final = "http://www.w3.org/ns/hydra/core#"
TREE: Final = "https://w3id.org/tree#"
LDES: Final = "https://w3id.org/ldes#"
AS: Final = "https://www.w3.org/ns/activitystreams#"
SPDX: Final = "http://spdx.org/rdf/terms#"
VCARD: Final = "http://www.w3.org/2006/vcard/ns#"
VS: Final = "http://www.w3.org/2003/06/sw-vocab-status/ns#"

PUBLISHER: Final = "https://zoek.officielebekendmakingen.nl/"
"""Where official publications have their pages and files; an address, no vocabulary."""

LAWS: Final = "https://wetten.overheid.nl/"
"""Where laws have their pages; an address, no vocabulary."""

PREFIXES: Final = MappingProxyType(
    {
        "ctg": DEF,
        "c": CONCEPT,
        "id": ID,
        "rdf": RDF,
        "rdfs": RDFS,
        "owl": OWL,
        "xsd": XSD,
        "skos": SKOS,
        "dcterms": DCTERMS,
        "foaf": FOAF,
        "org": ORG,
        "prov": PROV,
        "cito": CITO,
        "oa": OA,
        "eli": ELI,
        "eli-dl": ELI_DL,
        "time": TIME,
        "edtf": EDTF,
        "sh": SH,
        "void": VOID,
        "dcat": DCAT,
        "sd": SD,
        "spdx": SPDX,
        "vcard": VCARD,
        "vs": VS,
    }
)
"""The prefixes of every Turtle file, query and page that ctgraph writes."""
