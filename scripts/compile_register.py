"""Compile the open-data tables of the register: `python scripts/compile_register.py ../shared register`.

Writes documents, motions and decisions: a compiled row takes the place of the one with the same key, every other row
stays. To persons and tenures it only adds the rows that are missing. All other tables are kept by hand. The same input
gives the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from register_compiler import open_data, tables
from register_compiler.documents import compile_documents
from register_compiler.motions import Motions
from register_compiler.papers import compile_papers, paper_ids, seen_papers
from register_compiler.people import People
from register_compiler.signatures import signatures
from register_compiler.tables import Cells
from register_compiler.votes import Votes

from ctgraph.identifiers import slug


def compile_register(shared: Path, register: Path) -> dict[str, int]:
    """Write the tables; returns the number of rows of each."""
    saved = shared / "data" / "motiematcher"
    dossiers = tables.read(register, "dossiers")
    tenures = tables.read(register, "tenures")
    persons = tables.read(register, "persons")
    groups = _groups(tables.read(register, "groups"), open_data.group_names(saved))
    papers = paper_ids(open_data.cases(saved).values(), dossiers)
    people = People(persons, tenures.values(), open_data.members(saved))
    motions = Motions(papers, signatures(saved / "kst_xml"), people, groups)
    seen = seen_papers(shared / "facts" / "documents.csv")
    used = motions.used()
    compiled = {
        "documents": [
            *compile_documents(saved, dossiers, papers.keys() | seen.keys()),
            *compile_papers(papers, seen, dossiers),
        ],
        "motions": list(motions.rows()),
        "decisions": list(Votes(motions, groups).rows(open_data.agenda_points(saved))),
        "persons": people.rows(used),
        "tenures": people.tenures(used, tenures.values()),
    }
    return {
        name: tables.write(register, name, tables.merge(tables.read(register, name), rows))
        for name, rows in compiled.items()
    }


def _groups(rows: Mapping[str, Cells], official: Mapping[str, str]) -> dict[str, str]:
    """The key of each group by every form of its name."""
    found: dict[str, str] = {}
    for key, row in rows.items():
        for name in (row["name"], row["full_name"], *row["aliases"].split("; ")):
            if name:
                found.setdefault(slug(name), key)
    for short, full in official.items():
        if slug(full) in found:
            found.setdefault(slug(short), found[slug(full)])
    return found


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Compile the open-data tables of the register.")
    parser.add_argument("shared", type=Path, help="folder with facts/ and data/")
    parser.add_argument("register", type=Path, help="folder with the tables, which is written to")
    given = parser.parse_args()
    for name, count in compile_register(given.shared, given.register).items():
        print(f"{name}: {count} rows", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
