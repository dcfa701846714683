"""Laws: the manifest of a law names its versions (toestanden), each with its length and SHA-512."""

from __future__ import annotations

import re

from lxml import etree

from ctgraph.errors import SourceError
from ctgraph.sources.official.addresses import BWB
from ctgraph.sources.official.contents import Form, parse_xml
from ctgraph.sources.official.files import Wanted

# The label of a version: 2022-05-01_0, the day that it came into force and a count. Must not match ../x, 2022-05-01.
_LABEL = re.compile(r"\d{4}-\d{2}-\d{2}_\d{1,3}", re.ASCII)


def manifest(law: str) -> Wanted:
    """The list of a law's versions."""
    return Wanted(f"bwb/{law}/manifest.xml", f"{BWB}/{law}/manifest.xml", Form.XML)


def history(law: str) -> Wanted:
    """The WTI: which papers made and changed the law, and what refers to it."""
    return Wanted(f"bwb/{law}/{law}.WTI", f"{BWB}/{law}/{law}.WTI", Form.XML)


def versions(law: str, data: bytes, latest: bool) -> list[Wanted]:
    """The versions that a manifest names and that were not taken back, or only the last; raises SourceError."""
    address = manifest(law).address
    root = parse_xml(data, address)
    if root.tag != "work" or root.get("label", "").upper() != law:
        raise SourceError(address, f"it is no manifest of {law}")
    found = [wanted for node in root.iterfind("expression") if (wanted := _version(law, node)) is not None]
    return found[-1:] if latest else found


def _version(law: str, node: etree._Element) -> Wanted | None:
    """The XML of a version; None where it has none or was taken back."""
    label = node.get("label", "")
    form = next((form for form in node.iterfind("manifestation") if form.get("label") == "xml"), None)
    if form is None or _LABEL.fullmatch(label) is None:
        return None
    name = f"{law}_{label}.xml"
    if all(item.get("label") != name or item.get("_deleted") == "true" for item in form.iterfind("item")):
        return None
    path = f"{law}/{label}/xml/{name}"
    digest = form.findtext("metadata/hashcode", "").strip()
    return Wanted(f"bwb/{path}", f"{BWB}/{path}", Form.XML, sha512=digest)
