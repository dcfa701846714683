"""Parse a JSON file without trusting it: bounded in size and depth, no number that is none."""

from __future__ import annotations

import json
from typing import Any

from ctgraph.errors import InputError
from ctgraph.model.source import SourceFile

LARGEST = 256 * 1024**2
"""Bytes of a file; a page of an interface stays below one hundredth of it."""


def load_json(source: SourceFile) -> Any:
    """The parsed file; raises InputError with the place for what is no JSON in UTF-8, too large or too deep."""
    if len(source.data) > LARGEST:
        raise InputError(source.path, f"the file has {len(source.data)} bytes, more than {LARGEST}", "Split it")
    try:
        return json.loads(source.data.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise InputError(source.path, f"it is not UTF-8 at byte {error.start}", "Save it as UTF-8") from error
    except ValueError as error:
        raise InputError(source.path, f"it is no JSON ({error})", "Fetch it again; it may be cut off") from error
    except RecursionError as error:
        raise InputError(source.path, "its values lie too deep in each other", "Leave it out") from error


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")
