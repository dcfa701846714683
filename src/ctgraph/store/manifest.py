"""What a release says of itself, in `manifest.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec import Struct, field, to_builtins


class Input(Struct, frozen=True):
    """A file that was read; `digest` is the SHA-256 of its bytes, `id` that of its document.

    `text` is the digest of its text and `date` its day (ISO, empty if not known). `given_id` and `given_date` are what
    the caller or a sidecar said: with the bytes, which are kept by digest, enough to read it again.
    """

    path: str
    digest: str
    id: str
    text: str = ""
    date: str = ""
    format: str = ""
    given_id: str = ""
    given_date: str = ""


class Refused(Struct, frozen=True):
    """A file that was not read, and why."""

    path: str
    reason: str


class Withheld(Struct, frozen=True):
    """What a source states and the release does not hold, because it breaks a rule of the shapes.

    `about` is the IRI of the thing, `rule` that of the shape; the words say the rule in both languages.
    """

    source: str
    about: str
    rule: str
    nl: str
    en: str


class Manifest(Struct, frozen=True):
    """`statements` counts per named graph, `stored` what the store holds with the union of all graphs.

    `run` holds what differs between two equal builds: times.
    """

    id: str
    canonical_hash: str
    software_version: str
    documents: int
    statements: Mapping[str, int]
    stored: int
    inputs: tuple[Input, ...] = ()
    refused: tuple[Refused, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    run: Mapping[str, str | float] = field(default_factory=dict)


def write(manifest: Manifest) -> bytes:
    """The manifest as a file."""
    return (json.dumps(to_builtins(manifest), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read(data: bytes) -> Manifest:
    """The manifest in a file; raises ValueError, KeyError or TypeError if it is none."""
    fields = json.loads(data)
    fields["inputs"] = tuple(Input(**entry) for entry in fields["inputs"])
    fields["refused"] = tuple(Refused(**entry) for entry in fields["refused"])
    fields["withheld"] = tuple(Withheld(**entry) for entry in fields["withheld"])
    return Manifest(**fields)
