"""Registers of organisations and lists of concepts of TOOI, as expanded JSON-LD.

It is read as plain JSON: in the expanded form every name is a full IRI, and a context is never fetched. One node may
come in several parts, a label here and other names there: parts are merged by `@id`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final

from ctgraph.identifiers import slug
from ctgraph.model.intake import Intake
from ctgraph.model.official import ConceptRecord, FormerName, OrganisationRecord, Record, RecordSource, Sourced
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.json_file import load_json
from ctgraph.readers.publication import is_day
from ctgraph.readers.record_files import Findings

READER = "tooi"
HOME: Final = "https://identifier.overheid.nl/tooi/"
_TERM: Final = HOME + "def/ont/"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_OF: Final = "http://www.w3.org/ns/prov#specializationOf"
_ORGANISATION: Final = HOME + "id/"
# The sort of organisation in its IRI: …/tooi/id/ministerie/mnre1058.
_SORT: Final = re.compile(re.escape(_ORGANISATION) + r"(?P<sort>\w+)/(?P<code>\w+)")

# An address of the official registers. Not a blank node (_:b0) and nothing with spaces or brackets.
_ADDRESS: Final = re.compile(r"https?://[\w./#:~%-]{3,300}", re.ASCII)

KINDS: Final = {"ministerie": "ministry", "gemeente": "municipality"}
"""organisation-kind by the sort in the IRI; of the other sorts TOOI says less than our list asks."""
_CHAMBERS: Final = frozenset({"oorg10001", "oorg10002"})

Node = Mapping[str, Any]


def is_tooi(seen: Clues) -> bool:
    """Whether a file is JSON-LD about nodes of TOOI."""
    return seen.start.startswith(("[", "{")) and f'"{HOME}' in seen.start and '"@id"' in seen.start


def read_tooi(source: SourceFile) -> Intake:
    """Read every node of a file; raises InputError for what is no JSON."""
    found = Findings(READER)
    nodes = _merged(load_json(source))
    versions = [node for node in nodes.values() if _ids(node, _OF)]
    for address, node in sorted(nodes.items()):
        if node in versions:
            continue
        record = _record(address, node, versions)
        if isinstance(record, str):
            found.passed(record)
        else:
            found.sourced.append(_sourced(source, address, [node, *_versions(address, versions)], record))
    return found.intake()


def is_address(value: object) -> bool:
    """Whether a value is the address of a node, fit to be one in a graph."""
    return isinstance(value, str) and _ADDRESS.fullmatch(value) is not None


def record_id(path: str, address: str) -> str:
    """The id of a node's record: the list and the node's code, since several lists tell of one node."""
    return f"{slug(PurePath(path).stem)}.{address.rstrip('/').rpartition('/')[2]}"


def _sourced(source: SourceFile, address: str, parts: Sequence[Node], record: Record) -> Sourced:
    written = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(written.encode()).hexdigest()
    return Sourced(RecordSource(READER, record_id(source.path, address), digest, address), (record,), address)


def _merged(data: object) -> dict[str, dict[str, Any]]:
    """The nodes by address, bare or in a `@graph`; of two parts with one property the values come together."""
    found: dict[str, dict[str, Any]] = {}
    inside = data.get("@graph", data) if isinstance(data, Mapping) else data
    for node in inside if isinstance(inside, list) else [inside]:
        if isinstance(node, Mapping) and is_address(node.get("@id")):
            known = found.setdefault(node["@id"], {})
            for name, value in node.items():
                known[name] = [*known[name], *value] if isinstance(known.get(name), list) else value
    return found


def _record(address: str, node: Node, versions: Sequence[Node]) -> Record | str:
    if address.startswith(_ORGANISATION):
        return _organisation(address, node, versions)
    types = _types(node)
    if types and _SKOS + "Concept" not in types:
        return f"a node that is neither organisation nor concept ({types[0].rpartition('/')[2]})"
    if not types and not _texts(node, _SKOS + "altLabel"):
        return "a node that says nothing of itself"
    name = next(iter(_texts(node, _SKOS + "prefLabel")), "")
    return ConceptRecord(
        address=address,
        name=name,
        aliases=tuple(sorted(set(_texts(node, _SKOS + "altLabel")))),
        broader=tuple(sorted(_ids(node, _SKOS + "broader"))),
        scheme=next(iter(_ids(node, _SKOS + "inScheme")), ""),
    )


def _organisation(address: str, node: Node, versions: Sequence[Node]) -> Record | str:
    sort = _SORT.fullmatch(address)
    name = next(iter(_texts(node, _LABEL)), "")
    if sort is None or not name:
        kind = next(iter(_types(node)), "no type")
        return f"a node that is neither organisation nor concept ({kind.rpartition('/')[2]})"
    official = {*_texts(node, _TERM + "officieleNaamInclSoort"), *_texts(node, _TERM + "officieleNaamExclSoort")}
    kind = "chamber" if sort["code"] in _CHAMBERS else KINDS.get(sort["sort"], "")
    return OrganisationRecord(
        code=sort["code"],
        name=name,
        address=address,
        abbreviation=next(iter(_texts(node, _TERM + "afkorting")), ""),
        aliases=tuple(sorted(official - {name})),
        kind=kind,
        since=_day(node, "begindatum"),
        until=_day(node, "einddatum"),
        former=tuple(_former(each) for each in _versions(address, versions)),
    )


def _versions(address: str, versions: Sequence[Node]) -> list[Node]:
    return sorted((each for each in versions if address in _ids(each, _OF)), key=lambda node: str(node["@id"]))


def _former(node: Node) -> FormerName:
    name = next(iter(_texts(node, _LABEL)), "") or next(iter(_texts(node, _TERM + "officieleNaamInclSoort")), "")
    code = str(node["@id"]).rpartition("/")[2]
    return FormerName(code, name or code, _day(node, "begindatum"), _day(node, "einddatum"))


def _day(node: Node, name: str) -> str:
    given = next(iter(_texts(node, _TERM + name)), "")[:10]
    return given if is_day(given) else ""


def _texts(node: Node, name: str) -> list[str]:
    return [" ".join(str(each["@value"]).split()) for each in _values(node, name) if "@value" in each]


def _ids(node: Node, name: str) -> list[str]:
    return [each["@id"] for each in _values(node, name) if is_address(each.get("@id"))]


def _values(node: Node, name: str) -> Iterator[Node]:
    values = node.get(name)
    return (each for each in values if isinstance(each, Mapping)) if isinstance(values, list) else iter(())


def _types(node: Node) -> list[str]:
    types = node.get("@type")
    return [str(each) for each in types] if isinstance(types, list) else []
