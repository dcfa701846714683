"""Papers, dossiers and questions as their publishers describe them."""

from __future__ import annotations

from msgspec import Struct


class Placement(Struct, frozen=True):
    """A place in a dossier: `dossier` as ids write it (35925-VI), `number` digits, or letters in the Eerste Kamer.

    A source may give a dossier by its title only; then `dossier` is empty.
    """

    dossier: str
    number: str = ""
    title: str = ""


class NamedSubmitter(Struct, frozen=True):
    """A submitter as a source names him; `person` and `group` are official ids there, where it gives them.

    `role` is a notation of the scheme participation-role, `function` the words that the source uses for it.
    """

    name: str
    role: str = "first-signatory"
    group_name: str = ""
    function: str = ""
    person: str = ""
    group: str = ""


class PaperRecord(Struct, frozen=True):
    """A publication by its official id, or by the document number of the Tweede Kamer (2022D29700) if it has no other.

    `kind` is a notation of document-kind, `type` the publisher's own word. `date` is the day of the paper, `issued` the
    day on which it was published. `placements` begin with the dossier whose numbering it follows. `numbers` are other
    numbers of the publisher, `cases` its official ids of the cases that it belongs to. `annex_of` is the paper that it
    was sent with, `annexes` those sent with it; `debated` the papers and dossiers that a report or law says it dealt
    with, `met` the day of the meeting that it reports. `answers` and `answered_by` are the papers with the questions
    and with the answers. `reasoned` tells that its id was made of other numbers, by a rule.
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
    numbers: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    met: str = ""
    answers: str = ""
    answered_by: str = ""
    reasoned: bool = False


class DossierRecord(Struct, frozen=True):
    """A dossier by its id (29754, 35925-VI); `highest` is the highest number in it, None if the source is silent."""

    id: str
    title: str = ""
    highest: int | None = None
    closed: bool | None = None
