"""Proposals as SSSOM tables (https://mapping-commons.github.io/sssom/)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Final

Proposal = dict[str, str]
"""One row, by the slots of SSSOM."""

SUBJECT: Final = "id:"
_COLUMNS: Final = (
    "subject_id", "subject_label", "predicate_modifier", "predicate_id", "object_id", "object_label",
    "mapping_justification", "match_string", "confidence", "reviewer_label", "object_source", "comment",
)  # fmt: skip
_PREFIXES: Final = {
    "id": "https://w3id.org/ctgraph/id/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/",
}


def proposal(thing: str, label: str, **slots: str) -> Proposal:
    """A proposal for a thing by kind and reference, which nobody has reviewed."""
    return dict.fromkeys(_COLUMNS, "") | {"subject_id": SUBJECT + thing, "subject_label": label, **slots}


def read(path: Path) -> list[Proposal]:
    """The rows of a table; none if there is no file yet."""
    if not path.exists():
        return []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def write(path: Path, rows: Iterable[Proposal]) -> None:
    """Write a table, its rows sorted."""
    name = path.name.partition(".")[0]
    title = f"{name.capitalize()} of the register and their identifiers elsewhere, to be reviewed"
    head = [
        f"mapping_set_id: https://w3id.org/ctgraph/register/links/{name}",
        f'mapping_set_title: "{title}"',
        "license: https://creativecommons.org/publicdomain/zero/1.0/",
        "curie_map:",
        *(f"  {prefix}: {namespace}" for prefix, namespace in _PREFIXES.items()),
    ]
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, _COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: (row["subject_id"], row["object_id"])))
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"#{line}\n" for line in head) + buffer.getvalue(), encoding="utf-8")
