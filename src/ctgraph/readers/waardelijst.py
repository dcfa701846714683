"""Value lists of TOOI as XML: `<waardelijst>` with nested `<waarde>` elements, each a code, a name and statements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree

from ctgraph.model.intake import Intake
from ctgraph.model.official import ConceptRecord, OrganisationRecord, Record, RecordSource, Sourced
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_xml import Element, parse
from ctgraph.readers.record_files import Findings
from ctgraph.readers.tooi import HOME, KINDS, is_address, record_id

READER = "waardelijst"

_ORGANISATION = HOME + "id/"
_TERM = HOME + "def/ont/"
_FROM = "http://purl.org/pav/derivedFrom"


def read_waardelijst(source: SourceFile) -> Intake:
    """Read every value of a list, those below another with what stands above them."""
    root = parse(source)
    found = Findings(READER)
    scheme = next((each for each in _statements(root, _FROM) if is_address(each)), "")
    for value, above in _values(root, ""):
        code, name = _text(value, "code"), _text(value, "omschrijving")
        if not is_address(code) or not name:
            found.passed("a value without address or name")
            continue
        is_body = code.startswith(_ORGANISATION)
        made = _organisation(value, code, name) if is_body else _concept(code, name, above, scheme)
        digest = hashlib.sha256(etree.tostring(value, encoding="utf-8", with_tail=False)).hexdigest()
        origin = RecordSource(READER, record_id(source.path, code), digest, code)
        found.sourced.append(Sourced(origin, (made,), code))
    return found.intake()


def _values(above: Element, code: str) -> Iterator[tuple[Element, str]]:
    for value in above.iterfind("waarden/waarde"):
        yield value, code
        yield from _values(value, _text(value, "code"))


def _concept(code: str, name: str, above: str, scheme: str) -> Record:
    return ConceptRecord(code, name, (), (above,) if is_address(above) else (), scheme)


def _organisation(value: Element, code: str, name: str) -> Record:
    names = ("officieleNaamInclSoort", "officieleNaamExclSoort")
    official = {said for each in names for said in _statements(value, _TERM + each)}
    return OrganisationRecord(
        code=code.rpartition("/")[2],
        name=name,
        address=code,
        abbreviation=next(iter(_statements(value, _TERM + "afkorting")), ""),
        aliases=tuple(sorted(official - {name})),
        kind=KINDS.get(code.removeprefix(_ORGANISATION).partition("/")[0], ""),
    )


def _statements(element: Element, key: str) -> list[str]:
    """The values that the element's own metadata give for a key."""
    found = (each for each in element.iterfind("metadata/statement") if _text(each, "key") == key)
    return [_text(each, "value") for each in found]


def _text(element: Element, name: str) -> str:
    return " ".join((element.findtext(name) or "").split())
