"""build, serve, export: making a release and giving it out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ctgraph import assets
from ctgraph.cli.console import progress, tell
from ctgraph.errors import InputError, UsageError
from ctgraph.pipeline.build import Report, build
from ctgraph.pipeline.stock import Folders
from ctgraph.settings import Settings
from ctgraph.store import sums
from ctgraph.store.releases import current, is_any

_SHOWN = 20
"""Items of one kind that a summary shows; the manifest of the release holds all."""
_LONG = 100
"""Characters of an advice from which on it is told once."""


def _folders() -> Folders:
    return Folders(assets.folder("register"), assets.folder("ontology"))


def build_release(settings: Settings, paths: Sequence[Path], add: bool) -> int:
    """Build and print the summary; 0 if all went in, 3 if something was refused or withheld."""
    with progress() as step:
        report = build(settings, _folders(), paths, add, step)
        if settings.store:
            # What speaks to a store elsewhere takes a quarter of the start of a build, which mostly needs none of it.
            from ctgraph.store.remote.loading import load_release

            load_release(settings, report.release, step)
    _summary(report)
    return 3 if report.refused or report.withheld else 0


def _summary(report: Report) -> None:
    tell(f"Release {report.release.id} in {report.seconds:.2f} s: {report.release.path}")
    tell(f"Documents read: {len(report.documents)}. Statements: {report.statements}.")
    if report.formats:
        tell("Files by format: " + ", ".join(f"{name} {count}" for name, count in report.formats.items()) + ".")
    tell(f"Suspect references: {len(report.suspects)}.")
    for suspect in report.suspects:
        proposed = f" Proposed: {suspect.suggestion}." if suspect.suggestion else ""
        tell(f"  {suspect.document}: «{suspect.text}»: {suspect.reason}.{proposed}")
    _listed("Unknown elements, kept as text", [f"{name} ({count})" for name, count in report.unknown.items()])
    _listed("Remarks", [f"{path}: {remark}" for path, remark in report.remarks])
    _listed("Standing aside", [f"{path}: {reason}" for path, reason in report.aside])
    withheld = [f"{each.about} ({each.source}): {each.nl} / {each.en}" for each in report.withheld]
    _listed("Withheld, because it breaks a rule", withheld, all_of_them=True)
    _refused(report.refused)


def _refused(errors: Sequence[InputError]) -> None:
    """Each refusal on a line; what is long to advise, such as all formats that there are, once after them."""
    tell(f"Refused inputs: {len(errors)}.")
    for error in errors:
        tell(f"  {error}" if len(error.advice) <= _LONG else f"  {error.path}: {error.reason}.")
    for advice in sorted({error.advice for error in errors if len(error.advice) > _LONG}):
        tell(f"  {advice}.")


def _listed(what: str, items: Sequence[str], all_of_them: bool = False) -> None:
    """A count and the items under it; nothing where there are none."""
    if not items:
        return
    tell(f"{what}: {len(items)}.")
    shown = items if all_of_them else items[:_SHOWN]
    for item in shown:
        tell(f"  {item}")
    if len(shown) < len(items):
        tell(f"  and {len(items) - len(shown)} more")


def serve_release(settings: Settings) -> None:
    """Serve the current release, building one of the register first if there is none; a remote store has its own.

    A damaged one is refused: one of the register alone would take the place of what was built of papers.
    """
    from ctgraph.api.server import serve
    from ctgraph.cli.desk import ReadingDesk

    if not settings.store:
        if not is_any(settings):
            tell("There is no release yet. Building one of the register.")
            build_release(settings, [], add=False)
        sums.check(current(settings))
    serve(settings, ReadingDesk, lambda port: tell(f"http://{settings.host}:{port}/"))


def export_dumps(settings: Settings, to: Path | None, form: str, dossier: str, document: str) -> None:
    """Write the dumps and print what was written; without a folder the whole release goes where it is served from."""
    from ctgraph.export.dumps import export_release
    from ctgraph.export.parts import Wanted

    release = current(settings)
    if to is None and (dossier or document):
        raise UsageError("Name a folder for a part, with --to", dossier or document)
    with progress() as step:
        target = to or settings.exports / release.id
        written = export_release(release, target, [form], step, Wanted(dossier, document))
    for dump in written:
        tell(f"{dump.checksum}  {dump.path}  {dump.size} bytes")
