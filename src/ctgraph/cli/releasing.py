"""release: which releases there are, what changed between two, and the switch back to one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from ctgraph.cli.console import emit, print_table, tell
from ctgraph.errors import UsageError
from ctgraph.settings import Settings
from ctgraph.store.history import changes, named, releases, roll_back, summed, update
from ctgraph.store.releases import pointed

Changed = Iterable[tuple[bool, bytes]]


def print_releases(settings: Settings) -> None:
    """A table of the releases."""
    now = pointed(settings)
    rows = []
    for release in releases(settings):
        made = release.manifest
        size = str(sum(made.statements.values()))
        when = str(made.run.get("ended", ""))
        rows.append(["*" if release.id == now else "", release.id, when, str(made.documents), size])
    print_table(["current", "id", "built", "documents", "statements"], rows)


def print_release(settings: Settings, identifier: str) -> None:
    """What a release holds, and what it was made of."""
    made = named(settings, identifier).manifest
    emit(f"id: {made.id}\ncanonical hash: {made.canonical_hash}\nsoftware: ctgraph {made.software_version}\n".encode())
    emit(f"documents: {made.documents}\nstatements: {sum(made.statements.values())}\n".encode())
    for name, value in sorted(made.run.items()):
        emit(f"{name}: {value}\n".encode())
    emit(f"refused: {len(made.refused)}\nwithheld: {len(made.withheld)}\n".encode())
    print_table(["input", "id", "format", "sha256"], [[i.path, i.id, i.format, i.digest] for i in made.inputs])


def print_difference(settings: Settings, old: str, new: str, form: str) -> None:
    """What changed between two releases, in one of the forms."""
    if form not in _FORMS:
        raise UsageError("There is no such format for a difference", form, tuple(_FORMS))
    _FORMS[form](changes(named(settings, old), named(settings, new)))


def roll_back_to(settings: Settings, identifier: str) -> None:
    """Make an earlier release current."""
    release = named(settings, identifier)
    roll_back(settings, release)
    tell(f"Release {release.id} is current.")


def _summary(changed: Changed) -> None:
    change = summed(changed)
    emit(f"statements: {change.added} added, {change.removed} removed\n".encode())
    if change.things:
        print_table(["things with a change", "count"], [[kind, str(count)] for kind, count in change.things.items()])


def _lines(changed: Changed) -> None:
    for is_new, line in changed:
        emit((b"+ " if is_new else b"- ") + line)


def _update(changed: Changed) -> None:
    for block in update(changed):
        emit(block)


_FORMS: Final[Mapping[str, Callable[[Changed], None]]] = MappingProxyType(
    {"summary": _summary, "nq": _lines, "sparql": _update}
)
