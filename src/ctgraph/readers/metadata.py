"""metadata.xml, which officielebekendmakingen.nl keeps beside each publication: `<metadata name scheme content>`."""

from __future__ import annotations

from ctgraph.errors import InputError
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_xml import parse
from ctgraph.readers.publication import Properties, property_of
from ctgraph.readers.record_files import Findings, add_publication

READER = "metadata"


def address(identifier: str, file: str = "metadata.xml") -> str:
    """Where the record of a publication is served."""
    return f"https://zoek.officielebekendmakingen.nl/{identifier}/{file}"


def read_metadata(source: SourceFile) -> Intake:
    """Read one metadata.xml; raises InputError for one that does not say of what publication it is."""
    elements = parse(source).iter("metadata")
    values = (property_of(e.get("name", ""), e.get("content", ""), e.get("scheme", "")) for e in elements)
    said = Properties(values)
    if not said.id:
        raise InputError(source.path, "it has no DC.identifier", "Give a whole metadata.xml")
    found = Findings(READER)
    add_publication(found, READER, said, source.data, address(said.id))
    return found.intake()
