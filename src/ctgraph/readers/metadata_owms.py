"""metadata_owms.xml, the same record by the older standard OWMS 4.

It has oddities: the date of change is an element `dcterms.modified` without a name space, the creator of a paper of the
Tweede Kamer may read `overige`, and a file may be in windows-1252. metadata.xml is the better of the two.
"""

from __future__ import annotations

from lxml import etree

from ctgraph.errors import InputError
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.metadata import address
from ctgraph.readers.official_xml import parse
from ctgraph.readers.publication import Properties, property_of
from ctgraph.readers.record_files import Findings, add_publication

READER = "metadata-owms"


def read_metadata_owms(source: SourceFile) -> Intake:
    """Read one metadata_owms.xml; raises InputError for one that does not say of what publication it is."""
    leaves = (element for element in parse(source).iter() if len(element) == 0)
    values = (property_of(etree.QName(e).localname, e.text or "", e.get("scheme", "")) for e in leaves)
    said = Properties(values)
    if not said.id:
        raise InputError(source.path, "it has no dcterms:identifier", "Give a whole metadata_owms.xml")
    found = Findings(READER)
    add_publication(found, READER, said, source.data, address(said.id, "metadata_owms.xml"), said.first("modified"))
    return found.intake()
