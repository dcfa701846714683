"""Answers of the search for laws: SRU 1.2 with `x-connection=BWB`, one record for each version of a law.

Source: zoekservice.overheid.nl/sru/Search; metadata in `overheidbwb:meta` (owmskern, owmsmantel, bwbipm).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.legislation import LawRecord, LawVersionRecord
from ctgraph.model.official import Sourced
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.law_xml import address, day, each, record_source, spell, unknown, words
from ctgraph.readers.official_xml import Element, parse

FORMAT = "bwb-search"

_SRW = "{http://www.loc.gov/zing/srw/}"
_GZD = "{http://standaarden.overheid.nl/sru}"
_BWB = "{http://standaarden.overheid.nl/bwb/terms/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_OVERHEID = "{http://standaarden.overheid.nl/owms/terms/}"

_KNOWN = frozenset(
    """
    searchRetrieveResponse version numberOfRecords records record recordSchema recordPacking recordData recordPosition
    nextRecordPosition echoedSearchRetrieveRequest query startRecord maximumRecords x-connection operation
    resultSetId resultSetIdleTime extraResponseData extraRecordData diagnostics diagnostic uri details message
    gzd originalData enrichedData meta owmskern owmsmantel bwbipm
    identifier title type language authority creator modified created
    toestand rechtsgebied overheidsdomein geldigheidsperiode_startdatum geldigheidsperiode_einddatum
    zichtperiode_startdatum zichtperiode_einddatum locatie_toestand locatie_wti locatie_manifest
    """.split()
)

# The name of a version: `http://wetten.overheid.nl/id/BWBR0005537/2026-06-04/0`. Not the address of a page.
_VERSION = re.compile(
    r"https?://wetten\.overheid\.nl/id/(?P<law>BWB[RVW]\d{7})/(?P<day>\d{4}-\d\d-\d\d)/(?P<serial>\d+)"
)


def is_law_search(seen: Clues) -> bool:
    """Whether a file is an answer about laws; answers about papers have the same root."""
    return seen.root == "searchRetrieveResponse" and _BWB[1:-1] in seen.start


def read_search(source: SourceFile, _papers: Mapping[str, PaperFact]) -> Intake:
    """Read what each record of an answer says of a law and a version of it; raises InputError for what is no XML."""
    root = parse(source)
    found, remarks = [], []
    records = root.findall(f"{_SRW}records/{_SRW}record")
    for number, record in enumerate(records, 1):
        said = _record(record)
        if said is None:
            remarks.append(f"record {number} names no version of a law; left out")
        else:
            found.append(said)
    remarks.extend(_diagnostics(root))
    total = words(root, f"{_SRW}numberOfRecords")
    if total.isdigit() and int(total) > len(records):
        remarks.append(f"the answer holds {len(records)} of {total} records: there are more pages")
    return Intake(FORMAT, records=tuple(found), unknown=unknown(root, _KNOWN), remarks=tuple(remarks))


def _diagnostics(root: Element) -> list[str]:
    """What the server says went wrong, with status 200: in any name space, anywhere in the answer."""
    return [
        f"the server answered: {' '.join(''.join(item.itertext()).split())[:300]}"
        for item in root.iterfind(".//{*}diagnostic")
    ]


def _record(record: Element) -> Sourced | None:
    gzd = f"{_SRW}recordData/{_GZD}gzd"
    meta = record.find(f"{gzd}/{_GZD}originalData/{_BWB}meta")
    more = record.find(f"{gzd}/{_GZD}enrichedData")
    if meta is None:
        return None
    # owmskern and its like have no name space of their own: they fall in the default one of the gzd.
    core, mantle = meta.find("{*}owmskern"), meta.find("{*}bwbipm")
    version = _VERSION.fullmatch(words(mantle, f"{_BWB}toestand"))
    if core is None or mantle is None or version is None:
        return None
    law = version["law"]
    said = LawRecord(
        id=law,
        name=words(core, f"{_DCTERMS}title"),
        kind=words(core, f"{_DCTERMS}type"),
        department=words(core, f"{_OVERHEID}authority"),
        fields=each(mantle, f"{_BWB}rechtsgebied"),
    )
    text = address(words(more, f"{_BWB}locatie_toestand"))
    held = LawVersionRecord(
        law=law,
        day=version["day"],
        serial=int(version["serial"]),
        title=said.name,
        valid=_period(mantle, "geldigheidsperiode"),
        seen=_period(mantle, "zichtperiode"),
        address=text,
    )
    name = f"{law}_{version['day']}_{version['serial']}"
    data = etree.tostring(record, encoding="UTF-8", with_tail=False)
    origin = record_source(FORMAT, name, data, text, words(core, f"{_DCTERMS}modified"))
    return Sourced(origin, (said, held), name)


def _period(mantle: Element, name: str) -> str:
    start, end = (day(words(mantle, f"{_BWB}{name}_{side}")) for side in ("startdatum", "einddatum"))
    return spell(start, end)
