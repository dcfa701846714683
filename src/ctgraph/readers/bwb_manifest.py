"""The manifest of a law in BWB: which versions there are, from when until when each holds, and the hash of its file.

Source: KOOP, `bwb/<BWB>/manifest.xml`, schema _manifest 1.08. An `einddatum` is the last day on which a version holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.legislation import LawRecord, LawVersionRecord
from ctgraph.model.official import Sourced
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.law_xml import REPOSITORY, day, record_source, required, spell, unknown, words
from ctgraph.readers.official_xml import Element, parse

FORMAT = "bwb-manifest"

_KNOWN = frozenset(
    """
    work metadata expression manifestation item size hashcode wti_locatie datum_inwerkingtreding einddatum
    zichtdatum_start zichtdatum_eind tijdstip_wti_toegevoegd tijdstip_laatste_wijziging_wti tijdstip_toegevoegd
    tijdstip_laatste_wijziging
    """.split()
)

# The label of a version: `2022-05-01_0`. Nothing else is one.
LABEL = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)_(?P<serial>\d{1,4})")
_LAW = re.compile(r"BWB[RVW]\d{7}")


def is_manifest(seen: Clues) -> bool:
    """Whether a file is the manifest of a law; other publishers have works too."""
    return seen.root == "work" and "BWB" in seen.start[:2000]


def read_manifest(source: SourceFile, _papers: Mapping[str, PaperFact]) -> Intake:
    """Read which versions of a law there are; raises InputError for a manifest of no law."""
    root = parse(source)
    found = required(source, _LAW.fullmatch(root.get("label", "")), "of which law it is", "BWBR0045754")
    law = found[0]
    remarks: list[str] = []
    record = LawRecord(law, in_force_from=day(words(root, "metadata/datum_inwerkingtreding")))
    origin = record_source(FORMAT, law, source.data, f"{REPOSITORY}{law}/manifest.xml", root.get("gegenereerd", ""))
    sourced = Sourced(origin, (record, *_versions(root, law, remarks)), f"manifest van {law}")
    return Intake(FORMAT, records=(sourced,), unknown=unknown(root, _KNOWN), remarks=tuple(remarks))


def _versions(root: Element, law: str, remarks: list[str]) -> Iterator[LawVersionRecord]:
    for expression in root.iterfind("expression"):
        label = LABEL.fullmatch(expression.get("label", ""))
        if label is None or not day(label["day"]):
            remarks.append(f"a version is labelled {expression.get('label', '')[:40]!r}, which is no day; left out")
            continue
        item = expression.find("manifestation[@label='xml']/item")
        if item is not None and item.get("_deleted") == "true":
            remarks.append(f"version {label[0]} was withdrawn by the publisher; left out")
            continue
        yield LawVersionRecord(
            law=law,
            day=label["day"],
            serial=int(label["serial"]),
            valid=_period(expression, "datum_inwerkingtreding", "einddatum"),
            seen=_period(expression, "zichtdatum_start", "zichtdatum_eind"),
            address=f"{REPOSITORY}{law}/{label[0]}/xml/{law}_{label[0]}.xml" if item is not None else "",
            digest=words(expression, "manifestation[@label='xml']/metadata/hashcode"),
        )


def _period(expression: Element, start: str, end: str) -> str:
    return spell(day(words(expression, f"metadata/{start}")), day(words(expression, f"metadata/{end}")))
