"""What official sources say as data: a publication's metadata, a row of an interface, an entry of a value list.

A record holds what one source says of one thing, under the thing's official id. A day is ISO, an instant ISO with its
offset, a period EDTF; what the source does not say is empty. Records of several sources about one thing meet on its
node; where they differ, each stays in its own graph.
"""

from __future__ import annotations

from dataclasses import dataclass

from ctgraph.model.legislation import LegislationRecord


@dataclass(frozen=True, slots=True)
class RecordSource:
    """One record of one publisher, which becomes one named graph, `graph/{reader}/{id}`.

    `address` is where the publisher serves it, `digest` the SHA-256 of its bytes (for a row, of its canonical JSON),
    `changed` the instant of its last change as the publisher gives it.
    """

    reader: str
    id: str
    digest: str
    address: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """A place in a dossier: `dossier` as ids write it (35925-VI), `number` digits, or letters in the Eerste Kamer."""

    dossier: str
    number: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class NamedSubmitter:
    """A submitter as a source names him; `person` and `group` are official ids there, where it gives them.

    `role` is a notation of the scheme participation-role, `function` the words that the source uses for it.
    """

    name: str
    role: str = "first-signatory"
    group_name: str = ""
    function: str = ""
    person: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """A publication by its official id. `kind` is a notation of document-kind, `type` the publisher's own word.

    `placements` begin with the dossier whose numbering it follows. `annex_of` is the paper that it was sent with,
    `annexes` those sent with it; `debated` the papers and dossiers that a report or law says it dealt with.
    """

    id: str
    type: str = ""
    kind: str = ""
    title: str = ""
    date: str = ""
    issued: str = ""
    chamber: str = ""
    creator: str = ""
    session_year: str = ""
    placements: tuple[Placement, ...] = ()
    submitters: tuple[NamedSubmitter, ...] = ()
    subjects: tuple[str, ...] = ()
    annex_of: str = ""
    annexes: tuple[str, ...] = ()
    debated: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierRecord:
    """A dossier by its id (29754, 35925-VI)."""

    id: str
    title: str = ""
    highest: int | None = None
    closed: bool | None = None


Record = PaperRecord | DossierRecord | LegislationRecord
"""Every kind of record; to add one, add a class here and its writer in `graph/official/`."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """What one record of a source says; `about` is for people: `Zaak 2022Z14434`, `kst-29754-645`."""

    source: RecordSource
    records: tuple[Record, ...]
    about: str = ""
