"""The forms in which annotations are handed over: our own list, W3C Web Annotations, the text with links."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from ctgraph.export.annotations.record import Record


def written(form: str, records: Sequence[Record], text: str, identifier: str) -> bytes:
    """The records of a text in a form of `FORMS`, in UTF-8; `identifier` is empty where the text has none."""
    return FORMS[form](records, text, identifier)


def _json(records: Sequence[Record], text: str, identifier: str) -> bytes:
    return as_lines(records).encode()


def as_lines(found: Sequence[Record]) -> str:
    """A JSON list with a record a line.

    Written at once and cut into lines between the records, because an encoder is made anew for each call, which takes
    a quarter of its time. No string holds what the records are cut at: a quote within a string has a backslash.
    """
    if not found:
        return "[]\n"
    encoder = json.JSONEncoder(ensure_ascii=False, check_circular=False)
    lines = encoder.encode(found)[1:-1].replace('}, {"type": ', '},\n{"type": ')
    return f"[\n{lines}\n]\n"


# Each form loads what only it needs: the list, which most callers want, needs neither pages nor contexts.


def _anno(records: Sequence[Record], text: str, identifier: str) -> bytes:
    from ctgraph.export.annotations.web import web_annotations  # noqa: PLC0415 - a list needs no context

    collection = web_annotations(records, text, identifier)
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def _html(records: Sequence[Record], text: str, identifier: str) -> bytes:
    from ctgraph.export.annotations.page import annotated_page  # noqa: PLC0415 - a list needs no page

    return annotated_page(records, text, identifier or "text").encode()


FORMS: Final[Mapping[str, Callable[[Sequence[Record], str, str], bytes]]] = MappingProxyType(
    {"json": _json, "anno": _anno, "html": _html}
)
"""By the name that `--format` takes."""
