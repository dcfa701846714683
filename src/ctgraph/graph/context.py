"""The JSON-LD context of the ontology: with it, plain JSON by our own names is RDF in our terms."""

from __future__ import annotations

import json
from typing import Final

from ctgraph.graph.vocabulary import Term, Vocabulary
from ctgraph.namespaces import PREFIXES, RDF, RDFS, XSD

_PREFIXES: Final = ("ctg", "c", "id", "cito", "dcterms", "prov", "rdfs", "xsd")
_REUSED: Final = {
    "hasCitedEntity": "cito:hasCitedEntity",
    "hasCitingEntity": "cito:hasCitingEntity",
    "source": "dcterms:source",
    "wasDerivedFrom": "prov:wasDerivedFrom",
}
"""The words of other vocabularies that nearly every statement needs; each leads to a thing."""
_PLAIN: Final = frozenset({"", XSD + "string", RDFS + "Literal"})


def context(vocabulary: Vocabulary) -> dict[str, object]:
    """The context as a JSON-LD 1.1 document: prefixes, `label`, and each of our terms by its local name.

    A property that leads to a thing takes an IRI or `prefix:name`; one with a datatype takes the plain value, and one
    with texts in languages an object by language.
    """
    words: dict[str, object] = {"@version": 1.1}
    words |= {prefix: PREFIXES[prefix] for prefix in _PREFIXES}
    words["label"] = {"@id": "rdfs:label", "@container": "@language"}
    words |= {name: {"@id": address, "@type": "@id"} for name, address in _REUSED.items()}
    return {"@context": words | {term.name: _entry(term) for term in vocabulary.terms}}


def context_text(vocabulary: Vocabulary) -> str:
    """The context as the text of `ontology/context.jsonld`."""
    return json.dumps(context(vocabulary), ensure_ascii=False, indent=2) + "\n"


def _entry(term: Term) -> object:
    address = f"ctg:{term.name}"
    datatype = term.datatype or term.range
    if term.kind == "object":
        return {"@id": address, "@type": "@id"}
    if term.kind == "class" or datatype in _PLAIN:
        return address
    if datatype == RDF + "langString":
        return {"@id": address, "@container": "@language"}
    return {"@id": address, "@type": datatype}
