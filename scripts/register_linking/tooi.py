"""Proposals of TOOI identifiers for organisations, by name, from value lists saved as JSON-LD (`rwc_*.json`)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from register_compiler import tables
from register_compiler.tables import Cells

from register_linking.sssom import Proposal, proposal

IDENTIFIERS: Final = "https://identifier.overheid.nl/tooi/id/"
_TOOI: Final = "https://identifier.overheid.nl/tooi/def/ont/"
_VERSION: Final = _TOOI + "HistorischeVersie"
_NAMES: Final = tuple(
    _TOOI + name
    for name in (
        "officieleNaamExclSoort", "officieleNaamInclSoort", "voorkeursnaamExclSoort", "voorkeursnaamInclSoort",
        "afkorting",
    )
)  # fmt: skip
_SHORTEST: Final = 4
"""Letters of a name that counts: shorter ones are abbreviations that several bodies share."""


def organisations(folder: Path, register: Path) -> Iterator[Proposal]:
    """Organisations without an identifier whose name is that of one official body, and of no other of ours."""
    official: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for source, body in _bodies(folder):
        for name in _official_names(body):
            official[name][body["@id"]] = (_label(body), source)
    rows = tables.read(register, "organisations")
    ours: dict[str, set[str]] = defaultdict(set)
    for key, row in rows.items():
        for name in own_names(row):
            ours[name].add(key)
    for key, row in rows.items():
        hits = {
            address: (label, source, name)
            for name in sorted(own_names(row))
            for address, (label, source) in official.get(name, {}).items()
            if len(official[name]) == 1 and ours[name] == {key}
        }
        if not row["tooi"] and len(hits) == 1:
            [(address, (label, source, name))] = hits.items()
            yield proposal(
                f"organisation/{key}", row["name"], predicate_id="rdfs:seeAlso", object_id=address,
                object_label=label, mapping_justification="semapv:LexicalMatching", match_string=name,
                confidence="0.9", object_source=source,
            )  # fmt: skip


def own_names(row: Cells) -> set[str]:
    """The names of a row, folded, that are long enough to tell bodies apart."""
    names = (row["name"], row.get("full_name", ""), *row["aliases"].split("; "))
    return {folded for name in names if len(folded := name.casefold()) >= _SHORTEST}


def _bodies(folder: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The bodies of every value list in a folder; versions of one that ended are left out."""
    for path in sorted(folder.rglob("rwc_*.json")):
        for body in json.loads(path.read_text(encoding="utf-8")):
            if _VERSION not in body.get("@type", ()) and "@id" in body:
                yield path.stem, body


def _official_names(body: Mapping[str, Any]) -> set[str]:
    values = (item.get("@value", "") for name in _NAMES for item in body.get(name, ()))
    return {folded for value in values if len(folded := value.casefold()) >= _SHORTEST}


def _label(body: Mapping[str, Any]) -> str:
    return str(body.get("http://www.w3.org/2000/01/rdf-schema#label", [{"@value": ""}])[0]["@value"])
