"""Annotations as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one collection in JSON-LD.

Each annotation has the stretch of text as its target, by position and by quote, and as bodies the type of what was
found, the things that it names, and its value as JSON. Positions are code points, half open, as the model has them.
Same text and findings, same bytes: an annotation's IRI is made from its source, place and type.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from ctgraph.export.annotations.record import Record
from ctgraph.export.annotations.targets import targets
from ctgraph.identifiers import iri
from ctgraph.namespaces import BASE

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
# Ids of publications: kst-29754-645, h-tk-20212022-31-55, BWBR0005212. Not the name of a file, "letter".
_OFFICIAL: Final = re.compile(r"(?:kst|h|ah|kv|blg|stb|stcrt|trb|ag|nds)-\w|BWB[RVW]\d")
_AROUND: Final = 32
"""Characters of the text before and behind a quote, by which it can be found again in another version."""
_SPOKEN: Final = ("rule", "confidence", "status", "reason", "suggestion")
"""What a record says of itself besides its value."""


def web_annotations(records: Sequence[Record], text: str, identifier: str) -> Record:
    """The collection of all records of a text; without the id of a publication its source is the digest of the text."""
    source = _source(text, identifier)
    items = list(_annotations(records, text, source))
    whole = _urn(source, "collection")
    page = {"id": _urn(source, "page"), "type": "AnnotationPage", "partOf": whole, "startIndex": 0, "items": items}
    return {"@context": CONTEXT, "id": whole, "type": "AnnotationCollection", "total": len(items), "first": page}


def _source(text: str, identifier: str) -> str:
    """The IRI of the paper, else the name of the text by its digest (RFC 6920)."""
    if _OFFICIAL.match(identifier):
        return iri("document", identifier)
    digest = urlsafe_b64encode(sha256(text.encode("utf-8", "surrogatepass")).digest()).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _urn(source: str, *parts: object) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(map(str, (source, *parts))))}"


def _annotations(records: Sequence[Record], text: str, source: str) -> Iterator[Record]:
    seen: dict[tuple[object, ...], int] = {}
    for record in records:
        place = (record["start"], record["end"], record["type"])
        seen[place] = seen.get(place, 0) + 1
        yield {
            "id": _urn(source, *place, seen[place]),
            "type": "Annotation",
            "motivation": "identifying" if targets(record) else "classifying",
            "generator": {"id": BASE, "type": "Software", "name": "ctgraph"},
            "body": list(_bodies(record)),
            "target": _target(record, text, source),
        }


def _bodies(record: Record) -> Iterator[Record]:
    yield {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": record["type"]}
    for address in targets(record):
        yield {"type": "SpecificResource", "purpose": "identifying", "source": address}
    value: Record = {"value": record["normalized"], **{name: record[name] for name in _SPOKEN if name in record}}
    written = json.dumps(value, ensure_ascii=False)
    yield {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": written}


def _target(record: Record, text: str, source: str) -> Record:
    start, end = int(str(record["start"])), int(str(record["end"]))
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
        ],
    }
