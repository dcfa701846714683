"""Answers of KOOP's search interface SRU 2.0, and single records saved from one.

An answer may hold a diagnostic in place of records, also under HTTP 200: it is then no answer but a complaint about the
question. A file whose name spaces were stripped is read as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ctgraph.errors import InputError
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.official_xml import Element, parse
from ctgraph.readers.publication import Properties, Property, property_of
from ctgraph.readers.record_files import Findings, add_publication

READER = "sru"
NAMESPACE = "http://docs.oasis-open.org/ns/search-ws/sruResponse"


def is_sru(seen: Clues) -> bool:
    """Whether a file is an answer or a record of SRU 2.0, stripped or not; laws have a reader of their own."""
    stripped = not seen.namespace and "<originalData>" in seen.start
    named = seen.root in ("searchRetrieveResponse", "record") and (seen.namespace == NAMESPACE or stripped)
    return named and "overheidbwb" not in seen.start


def read_sru(source: SourceFile) -> Intake:
    """Read an answer or a record; raises InputError for a diagnostic, quoting it, and for a file without records."""
    return read_answer(source, parse(source), READER)


def read_answer(source: SourceFile, root: Element, reader: str) -> Intake:
    """The records of a parsed answer, of any version of SRU."""
    _refuse_diagnostic(source, root)
    found = Findings(reader)
    for record in _named(root, "record"):
        _read_record(found, reader, record)
    count, following = _text(root, "numberOfRecords"), _text(root, "nextRecordPosition")
    if following:
        found.remark(f"one page of an answer of {count}: the next begins at record {following}")
    if not found.sourced and count == "0":
        found.remark("the search found nothing")
    return found.intake()


def _read_record(found: Findings, reader: str, record: Element) -> None:
    original = next(_named(record, "originalData"), None)
    if original is None:
        found.passed("a record of another schema than gzd")
        return
    said = Properties(_properties(original))
    address = _text(record, "preferredUrl") or _text(record, "url")
    changed = _text(record, "timestamp") or said.first("modified")
    add_publication(found, reader, said, etree.tostring(record, encoding="utf-8", with_tail=False), address, changed)


def _properties(original: Element) -> Iterator[Property]:
    """The leaves of the description; what a place is described by has leaves of its own and stays out."""
    for element in original.iter():
        inside = {etree.QName(above).localname for above in element.iterancestors()}
        if len(element) == 0 and "gebiedsmarkering" not in inside:
            yield property_of(etree.QName(element).localname, element.text or "", element.get("scheme", ""))


def _refuse_diagnostic(source: SourceFile, root: Element) -> None:
    diagnostic = next(_named(root, "diagnostic"), None)
    if diagnostic is None:
        return
    parts = (_text(diagnostic, name) for name in ("uri", "message", "details"))
    said = " ".join(filter(None, parts))
    raise InputError(
        source.path, f"the service refused the question: {said[:300]!r}", "Correct the query and ask again"
    )


def _named(root: Element, name: str) -> Iterator[Element]:
    """The elements of a local name, whatever their name space; the root counts."""
    return (element for element in root.iter() if etree.QName(element).localname == name)


def _text(root: Element, name: str) -> str:
    """The text of the first element of a local name; empty for none."""
    element = next(_named(root, name), None)
    return "" if element is None else " ".join((element.text or "").split())
