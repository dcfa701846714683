"""Links of the register to official identifiers, first proposed, then reviewed by a person, then taken in.

    python scripts/link_register.py propose VALUE_LISTS register    # from the TOOI value lists, saved as JSON-LD
    python scripts/link_register.py take register                   # what was reviewed, into organisations.csv

Proposals stand in `register/links/organisations.sssom.tsv`, a table as SSSOM has it. To accept one, write your name
under `reviewer_label`; to reject it, `Not` under `predicate_modifier` as well, and it is not proposed again. Nothing
that was not reviewed reaches the graph. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from register_compiler import tables
from register_compiler.tables import Cells

_TOOI: Final = "https://identifier.overheid.nl/tooi/def/ont/"
_VERSION: Final = _TOOI + "HistorischeVersie"
_NAMES: Final = tuple(
    _TOOI + name
    for name in (
        "officieleNaamExclSoort", "officieleNaamInclSoort", "voorkeursnaamExclSoort", "voorkeursnaamInclSoort",
        "afkorting",
    )
)  # fmt: skip
_COLUMNS: Final = (
    "subject_id", "subject_label", "predicate_modifier", "predicate_id", "object_id", "object_label",
    "mapping_justification", "match_string", "confidence", "reviewer_label", "object_source", "comment",
)  # fmt: skip
_HEAD: Final = (
    "#mapping_set_id: https://w3id.org/ctgraph/register/links/organisations\n"
    '#mapping_set_title: "Organisations of the register and their identifiers in TOOI, to be reviewed"\n'
    "#license: https://creativecommons.org/publicdomain/zero/1.0/\n"
    "#curie_map:\n"
    "#  id: https://w3id.org/ctgraph/id/\n"
    "#  rdfs: http://www.w3.org/2000/01/rdf-schema#\n"
    "#  semapv: https://w3id.org/semapv/vocab/\n"
)
_SUBJECT: Final = "id:organisation/"
_SHORTEST: Final = 4
"""Letters of a name that counts: shorter ones are abbreviations that several bodies share."""


def propose(lists: Path, register: Path) -> int:
    """Write the proposals; returns how many wait for a person. What was reviewed stays as it is."""
    path = _path(register)
    reviewed = {(row["subject_id"], row["object_id"]): row for row in _read(path) if row["reviewer_label"]}
    found = {(row["subject_id"], row["object_id"]): row for row in _matches(lists, register)}
    _write(path, [*reviewed.values(), *(row for key, row in found.items() if key not in reviewed)])
    return sum(key not in reviewed for key in found)


def take(register: Path) -> list[str]:
    """Take what was accepted into organisations.csv; returns what stands against it, and then writes nothing."""
    rows = tables.read(register, "organisations")
    faults = []
    for row in _read(_path(register)):
        if not row["reviewer_label"] or row["predicate_modifier"]:
            continue
        key = row["subject_id"].removeprefix(_SUBJECT)
        held = rows.get(key)
        if held is None:
            faults.append(f"{key}: the register has no such organisation")
        elif held["tooi"] not in ("", row["object_id"]):
            faults.append(f"{key}: it has {held['tooi']} already, and {row['object_id']} was accepted")
        else:
            rows[key] = {**held, "tooi": row["object_id"]}
    if not faults:
        tables.write(register, "organisations", rows.values())
    return faults


def _matches(lists: Path, register: Path) -> Iterator[Cells]:
    """Organisations without an identifier whose name is that of one official body, and of no other of ours."""
    official: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for source, body in _bodies(lists):
        for name in _official_names(body):
            official[name][body["@id"]] = (_label(body), source)
    rows = tables.read(register, "organisations")
    ours: dict[str, set[str]] = defaultdict(set)
    for key, row in rows.items():
        for name in _own_names(row):
            ours[name].add(key)
    for key, row in rows.items():
        hits = {
            address: (label, source, name)
            for name in _own_names(row)
            for address, (label, source) in official.get(name, {}).items()
            if len(official[name]) == 1 and ours[name] == {key}
        }
        if not row["tooi"] and len(hits) == 1:
            [(address, (label, source, name))] = hits.items()
            yield _proposal(key, row["name"], address, label, source, name)


def _proposal(key: str, name: str, address: str, label: str, source: str, match: str) -> Cells:
    return {
        "subject_id": _SUBJECT + key,
        "subject_label": name,
        "predicate_modifier": "",
        "predicate_id": "rdfs:seeAlso",
        "object_id": address,
        "object_label": label,
        "mapping_justification": "semapv:LexicalMatching",
        "match_string": match,
        "confidence": "0.9",
        "reviewer_label": "",
        "object_source": source,
        "comment": "",
    }


def _bodies(lists: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The bodies of every value list in a folder; versions of one that ended are left out."""
    for path in sorted(lists.glob("rwc_*.json")):
        for body in json.loads(path.read_text(encoding="utf-8")):
            if _VERSION not in body.get("@type", ()) and "@id" in body:
                yield path.stem, body


def _official_names(body: Mapping[str, Any]) -> set[str]:
    values = (item.get("@value", "") for name in _NAMES for item in body.get(name, ()))
    return {folded for value in values if len(folded := value.casefold()) >= _SHORTEST}


def _own_names(row: Cells) -> set[str]:
    names = (row["name"], row["full_name"], *row["aliases"].split("; "))
    return {folded for name in names if len(folded := name.casefold()) >= _SHORTEST}


def _label(body: Mapping[str, Any]) -> str:
    return str(body.get("http://www.w3.org/2000/01/rdf-schema#label", [{"@value": ""}])[0]["@value"])


def _path(register: Path) -> Path:
    return register / "links" / "organisations.sssom.tsv"


def _read(path: Path) -> list[Cells]:
    if not path.exists():
        return []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def _write(path: Path, rows: Iterable[Cells]) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, _COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: (row["subject_id"], row["object_id"])))
    path.parent.mkdir(exist_ok=True)
    path.write_text(_HEAD + buffer.getvalue(), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the two steps; 1 if what was accepted contradicts the register."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    steps = parser.add_subparsers(dest="step", required=True)
    proposing = steps.add_parser("propose", help="write proposals from value lists")
    proposing.add_argument("lists", type=Path)
    proposing.add_argument("register", type=Path)
    steps.add_parser("take", help="take in what was accepted").add_argument("register", type=Path)
    asked = parser.parse_args(arguments)
    if asked.step == "propose":
        print(f"{propose(asked.lists, asked.register)} proposals wait for a reviewer", file=sys.stderr)
        return 0
    faults = take(asked.register)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
