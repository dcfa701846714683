"""Entries of the Tweede Kamer's SyncFeed (Atom), read as the rows of OData that they are.

An entity is an element in the name space tkData, its properties are children in camel case, a relation is an empty
child with `ref`, a deleted entity has `tk:verwijderd="true"` and no children. The forms are those of the XSDs
tkData-v1-0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from ctgraph.errors import InputError
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.official_xml import Element, parse
from ctgraph.readers.record_files import Findings
from ctgraph.readers.tk_loans import borrow
from ctgraph.readers.tk_records import add_rows
from ctgraph.readers.tk_rows import Row, Rows

READER = "tk-syncfeed"
NAMESPACE: Final = "http://www.tweedekamer.nl/xsd/tkData/v1-0"
_ATOM: Final = "http://www.w3.org/2005/Atom"
_SERVICE: Final = "gegevensmagazijn.tweedekamer.nl/SyncFeed"
_NIL: Final = "{http://www.w3.org/2001/XMLSchema-instance}nil"

_NAMES: Final = {
    "NaamNl": "NaamNL",
    "NaamEn": "NaamEN",
    "NaamWebNl": "NaamWebNL",
    "NaamWebEn": "NaamWebEN",
    "Externeidentifier": "ExterneIdentifier",
}
"""Names that OData spells otherwise than the XSD with its first letter raised."""

_MANY: Final = frozenset({
    "Activiteit", "Agendapunt", "BronDocument", "IsWijzigingVan", "Kamerstukdossier", "ToegezegdAan", "Zaak",
})  # fmt: skip
"""Relations that may be repeated; OData gives them as rows inside the row."""

_TRUTH: Final = {"true": True, "false": False}


def is_syncfeed(seen: Clues) -> bool:
    """Whether a file is a page of the feed, one entry of it, or one entity alone."""
    if NAMESPACE not in seen.start:
        return seen.root == "feed" and seen.namespace == _ATOM and _SERVICE in seen.start
    return (seen.root in ("feed", "entry") and seen.namespace == _ATOM) or seen.namespace == NAMESPACE


def read_syncfeed(source: SourceFile) -> Intake:
    """Read the entities of a file; raises InputError for one without an id."""
    root = parse(source)
    rows, found = Rows(), Findings(READER)
    for entity in _entities(root):
        row = _row(entity)
        if not row.id:
            raise InputError(source.path, f"an entity <{_local(entity)}> has no id", "Fetch the page again")
        rows.add(row)
    borrow(rows, source.lent)
    add_rows(found, rows, source.path)
    following = [link.get("href", "") for link in root.iter(f"{{{_ATOM}}}link") if link.get("rel") == "next"]
    if following:
        found.remark(f"one page of a feed: it goes on at {following[-1]}")
    if not list(rows):
        found.remark("nothing was changed: the feed ends here")
    return found.intake()


def _entities(root: Element) -> Iterator[Element]:
    """The entities of the entries: elements of the name space that are in none of them."""
    if etree.QName(root).namespace == NAMESPACE:
        yield root
    for content in root.iter(f"{{{_ATOM}}}content"):
        yield from (each for each in content if etree.QName(each).namespace == NAMESPACE)


def _row(entity: Element) -> Row:
    values: dict[str, object] = {
        "Id": entity.get("id", ""),
        "Verwijderd": _TRUTH.get(entity.get(f"{{{NAMESPACE}}}verwijderd", "false"), False),
        "GewijzigdOp": entity.get(f"{{{NAMESPACE}}}bijgewerkt"),
    }
    for child in entity:
        _put(values, _raised(_local(child)), child)
    return Row(_raised(_local(entity)), values)


def _put(values: dict[str, object], name: str, child: Element) -> None:
    reference = child.get("ref", "")
    if reference and name in _MANY:
        inside = values.setdefault(name, [])
        if isinstance(inside, list):
            inside.append({"Id": reference})
    if reference:
        values.setdefault(f"{name}_Id", reference)
    elif name in values and values[name] is not None:
        earlier = values[name]
        values[name] = [*(earlier if isinstance(earlier, list) else [earlier]), _value(child)]
    else:
        values[name] = _value(child)


def _value(child: Element) -> object:
    """Text, or a truth value; None for what is nil or empty."""
    text = " ".join("".join(child.itertext()).split())
    if child.get(_NIL) == "true" or not text:
        return None
    return _TRUTH.get(text, text)


def _raised(name: str) -> str:
    raised = name[:1].upper() + name[1:]
    return _NAMES.get(raised, raised)


def _local(element: Element) -> str:
    return etree.QName(element).localname
