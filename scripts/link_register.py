"""Links of the register to identifiers of others, first proposed, then reviewed by a person, then taken in.

    python scripts/link_register.py propose FOLDER register    # from TOOI value lists and openkamer, saved as JSON
    python scripts/link_register.py take register              # what was reviewed, into the tables

Proposals stand in `register/links/*.sssom.tsv`, tables as SSSOM has them, each row with its evidence. To accept one,
write your name under `reviewer_label`; to reject it, `Not` under `predicate_modifier` as well, and it is not proposed
again. Nothing that was not reviewed reaches the graph. The same input gives the same bytes.

TOOI identifiers go into `organisations.csv`, which recognises bodies by them; everything else into `links.csv`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from register_compiler import tables
from register_linking import openkamer, sssom, tooi
from register_linking.sssom import SUBJECT, Proposal


def propose(folder: Path, register: Path) -> int:
    """Write the proposals; returns how many wait for a person. What was reviewed stays as it is."""
    found = {
        "organisations": [*tooi.organisations(folder, register)],
        "persons": [*openkamer.persons(folder, register)],
        "groups": [*openkamer.groups(folder, register)],
    }
    return sum(_kept(register / "links" / f"{name}.sssom.tsv", proposals) for name, proposals in found.items())


def _kept(path: Path, proposals: Sequence[Proposal]) -> int:
    reviewed = {(row["subject_id"], row["object_id"]): row for row in sssom.read(path) if row["reviewer_label"]}
    waiting = [row for row in proposals if (row["subject_id"], row["object_id"]) not in reviewed]
    if reviewed or waiting or path.exists():
        sssom.write(path, [*reviewed.values(), *waiting])
    return len(waiting)


def take(register: Path) -> list[str]:
    """Take in what was accepted; returns what stands against it, and then writes nothing."""
    bodies, links = tables.read(register, "organisations"), tables.read(register, "links")
    faults = []
    for path in sorted((register / "links").glob("*.sssom.tsv")):
        for row in sssom.read(path):
            if not row["reviewer_label"] or row["predicate_modifier"]:
                continue
            if row["object_id"].startswith(tooi.IDENTIFIERS):
                faults += _take_tooi(bodies, row)
            else:
                faults += _take_link(register, links, row)
    if not faults:
        tables.write(register, "organisations", bodies.values())
        tables.write(register, "links", links.values())
    return faults


def _take_tooi(bodies: dict[str, tables.Cells], row: Proposal) -> list[str]:
    key = row["subject_id"].removeprefix(f"{SUBJECT}organisation/")
    held = bodies.get(key)
    if held is None:
        return [f"{key}: the register has no such organisation"]
    if held["tooi"] not in ("", row["object_id"]):
        return [f"{key}: it has {held['tooi']} already, and {row['object_id']} was accepted"]
    bodies[key] = {**held, "tooi": row["object_id"]}
    return []


def _take_link(register: Path, links: dict[str, tables.Cells], row: Proposal) -> list[str]:
    """A link has a key of its thing and its site, so that a thing has one identifier of each."""
    thing = row["subject_id"].removeprefix(SUBJECT)
    kind, _, reference = thing.partition("/")
    table = {"person": "persons", "organisation": "organisations"}.get(kind, "")
    known = [table, "groups"] if kind == "organisation" else [table]
    if not any(reference in tables.read(register, name) for name in known if name):
        return [f"{thing}: the register has no such thing"]
    site = "wikidata" if row["object_id"].startswith(openkamer.WIKIDATA) else row["object_id"].split("/")[2]
    key = f"{thing}/{site}"
    if key in links and links[key]["target"] != row["object_id"]:
        return [f"{thing}: it has {links[key]['target']} already, and {row['object_id']} was accepted"]
    links[key] = {
        "key": key,
        "thing": thing,
        "property": row["predicate_id"],
        "target": row["object_id"],
        "source": row["object_source"],
        "confidence": "high",
        "note": f"Reviewed by {row['reviewer_label']}: {row['comment'] or row['match_string']}",
    }
    return []


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the two steps; 1 if what was accepted contradicts the register."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    steps = parser.add_subparsers(dest="step", required=True)
    proposing = steps.add_parser("propose", help="write proposals from saved lists")
    proposing.add_argument("folder", type=Path)
    proposing.add_argument("register", type=Path)
    steps.add_parser("take", help="take in what was accepted").add_argument("register", type=Path)
    asked = parser.parse_args(arguments)
    if asked.step == "propose":
        print(f"{propose(asked.folder, asked.register)} proposals wait for a reviewer", file=sys.stderr)
        return 0
    faults = take(asked.register)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
