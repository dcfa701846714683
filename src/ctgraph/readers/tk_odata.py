"""Answers of the Tweede Kamer's OData service, as JSON, in whatever wrapping they were saved."""

from __future__ import annotations

import json
import re

from ctgraph.errors import InputError
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.json_file import load_json
from ctgraph.readers.record_files import Findings
from ctgraph.readers.tk_loans import borrow
from ctgraph.readers.tk_records import add_rows
from ctgraph.readers.tk_rows import Rows, rows_of

READER = "tk-odata"

_MARKS = ("gegevensmagazijn.tweedekamer.nl/OData", '"ApiGewijzigdOp"', '"GewijzigdOp"')

# An answer that is a complaint: {"error":{"code":"","message":"…"}}. Not another object with an `error` in it.
_ERROR = re.compile(r'\{\s*"error"\s*:\s*\{\s*"(?:code|message)"')


def is_odata(seen: Clues) -> bool:
    """Whether a file looks like rows of the service."""
    rows = seen.start.startswith(("{", "[")) and any(mark in seen.start for mark in _MARKS)
    return rows or _ERROR.match(seen.start) is not None


def read_odata(source: SourceFile) -> Intake:
    """Read every row of a file; raises InputError for what is no JSON or no such answer."""
    data = load_json(source)
    if isinstance(data, dict) and "error" in data:
        said = json.dumps(data["error"], ensure_ascii=False)[:300]
        raise InputError(source.path, f"the service answered with an error: {said}", "Ask again")
    rows, found = Rows(), Findings(READER)
    for row in rows_of(data):
        if row.entity == "?" or not row.id:
            found.passed("an entry that is no row of a known kind")
        else:
            rows.add(row)
    borrow(rows, source.lent)
    add_rows(found, rows, source.path)
    if isinstance(data, dict) and data.get("@odata.nextLink"):
        found.remark("one page of an answer that has more")
    return found.intake()
