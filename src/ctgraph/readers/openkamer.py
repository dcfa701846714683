"""Persons of openkamer's saved tables (Django fixtures): the name with the id in the Tweede Kamer and in Wikidata.

The other tables point at each other by row numbers that hold for one saved file only; they are passed over. So is all
else that is said of a person, such as the date of birth.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping

from ctgraph.errors import InputError
from ctgraph.model.intake import Intake
from ctgraph.model.official import PersonRecord, RecordSource, Sourced
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.json_file import load_json
from ctgraph.readers.record_files import Findings

READER = "openkamer"
_FIELDS = ("tk_id", "forename", "initials", "surname_prefix", "surname", "wikidata_id")
# The id of an item: Q57792. Not a page name.
_ITEM = re.compile(r"Q\d{1,12}", re.ASCII)
_ID = re.compile(r"[0-9a-f-]{36}")
_WIKIDATA = "http://www.wikidata.org/entity/"


def is_openkamer(seen: Clues) -> bool:
    """Whether a file is a saved table: entries with `model`, `pk` and `fields`."""
    return seen.start.startswith("[") and all(f'"{name}"' in seen.start[:2_000] for name in ("model", "pk", "fields"))


def read_openkamer(source: SourceFile) -> Intake:
    """Read the persons of a file that have an id of the Tweede Kamer."""
    data = load_json(source)
    if not isinstance(data, list):
        raise InputError(source.path, "it is no list of rows", "Give a saved table")
    found = Findings(READER)
    for row in data:
        _add(found, row)
    return found.intake()


def _add(found: Findings, row: object) -> None:
    model = str(row.get("model", "")) if isinstance(row, Mapping) else ""
    fields = row.get("fields") if isinstance(row, Mapping) else None
    if model != "person.person" or not isinstance(fields, Mapping):
        found.passed(f"a row of another table ({model or 'unnamed'})")
        return
    said = {name: " ".join(str(fields.get(name) or "").split()) for name in _FIELDS}
    identifier = said["tk_id"].lower()
    if not _ID.fullmatch(identifier) or not said["surname"]:
        found.passed("a person without an id of the Tweede Kamer")
        return
    name = " ".join(filter(None, (said["forename"], said["surname_prefix"], said["surname"])))
    known_as = _WIKIDATA + said["wikidata_id"] if _ITEM.fullmatch(said["wikidata_id"]) else ""
    record = PersonRecord(identifier, name, said["initials"], said["surname_prefix"], said["surname"], known_as)
    digest = hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    found.sourced.append(Sourced(RecordSource(READER, identifier, digest, "openkamer"), (record,), name))
