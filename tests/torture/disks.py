"""The drills on what is written: builds killed while readers ask, a full disk, bits that a disk has flipped."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from api.test_stop import SOURCE
from ctgraph.errors import CtgraphError, ReleaseError
from ctgraph.settings import QueryLimits, Settings
from ctgraph.store import sums
from ctgraph.store.pool import EmbeddedStore
from ctgraph.store.releases import Release, current, pointed
from store import specimen
from torture.report import Plan, Report, drill
from torture.served import command, serving

LETTER: Final = "De motie van het lid De Wit (D66)1 vraagt om toezicht.\n\n1 Kamerstuk 36 410 VI, nr. {number}.\n\nkst-30821-{number}\n"
_ASKED: Final = (
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o",
    "SELECT ?g ?o { GRAPH ?g { <http://example.org/id/7> ?p ?o } } ORDER BY ?g ?o",
)


def killed_builds(plan: Plan) -> Report:
    """A build killed at any moment leaves the old release or the new one, whole, and the next build works."""
    with drill("Builds killed while readers ask") as report:
        data, random = plan.folder / "builds", Random(plan.seed)
        report.expect(command(data, "build").returncode == 0, "the register could not be built")
        settings, seen = Settings(data=data), Counter[str]()
        with serving(data) as served:
            report.expect(served.wait_until_ready(), "the server did not come")
            for number in range(plan.rounds):
                seen[_kill_a_build(data, number, random.uniform(0.2, 8.0))] += 1
                release = current(settings)
                report.expect(sums.damage(release.path) == "", f"damaged after kill {number}")
                answer = command(data, "sparql", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "--format", "csv")
                report.expect(answer.returncode == 0, f"not answered after kill {number}: {answer.stderr[-300:]}")
            (data / "brief.txt").write_text(LETTER.format(number=99), encoding="utf-8")
            last = command(data, "build", str(data / "brief.txt"))
            report.expect(last.returncode == 0, f"the last build: {last.stderr[-300:]}")
            report.expect(not list(settings.releases.glob("building-*")), "unfinished folders stay")
            report.expect(served.process.poll() is None, "the server ended")
        report.figures |= {"builds": plan.rounds, **seen}
    return report


def _kill_a_build(data: Path, number: int, seconds: float) -> str:
    paper = data / f"brief-{number}.txt"
    paper.write_text(LETTER.format(number=number + 100), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "ctgraph", "build", str(paper), "--data", str(data)],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return "killed in time"
    return "done before"


def full_disk(plan: Plan) -> Report:
    """On a disk that runs full, build and export say so, leave nothing half done, and the old release stays."""
    with drill("Full disk") as report, _small_disk(plan.folder / "disk") as disk:
        if disk is None:
            report.figures["not run"] = "no file system of a fixed size can be mounted here"
            return report
        data = disk / "data"
        report.expect(command(data, "build").returncode == 0, "the first build")
        old = pointed(Settings(data=data))
        paper = disk / "brief.txt"
        paper.write_text(LETTER.format(number=12), encoding="utf-8")
        ended = Counter[int]()
        for spare in (64, 512, 2_048, 6_144, 12_288):
            _fill(disk, spare)
            for arguments in (("build", str(paper)), ("export", "--to", str(disk / "dumps"), "--format", "nq")):
                done = command(data, *arguments)
                ended[done.returncode] += 1
                _judge(done, arguments[0], spare, report)
                report.expect(
                    not list(data.glob("releases/building-*")), f"{arguments[0]} with {spare} KiB left a folder"
                )
                shutil.rmtree(disk / "dumps", ignore_errors=True)
            now = current(Settings(data=data))
            report.expect(sums.damage(now.path) == "", f"damaged with {spare} KiB")
        (disk / "ballast").unlink()
        report.expect(command(data, "build", str(paper)).returncode == 0, "the build with room again")
        report.expect(pointed(Settings(data=data)) != old, "the build with room again made nothing new")
        report.figures |= {f"exit code {code}": count for code, count in ended.items()}
    return report


def _judge(done: subprocess.CompletedProcess[str], verb: str, spare: int, report: Report) -> None:
    said = done.stderr[-400:]
    report.expect(done.returncode in (0, 1), f"{verb} with {spare} KiB exits with {done.returncode}: {said}")
    report.expect("Traceback" not in done.stderr, f"{verb} with {spare} KiB: {said}")
    full = any(words in done.stderr for words in ("No space left", "could not be written", "disk"))
    report.expect(done.returncode == 0 or full, f"{verb} with {spare} KiB does not say why: {said}")


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path | None]:
    """A file system of 160 MB in memory; None where none may be mounted."""
    folder.mkdir(parents=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    try:
        yield None if mounted.returncode else folder
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", str(folder)], capture_output=True, check=False)


def _fill(disk: Path, spare: int) -> None:
    """Leave so many KiB."""
    ballast = disk / "ballast"
    ballast.unlink(missing_ok=True)
    free = shutil.disk_usage(disk).free - spare * 1024
    with ballast.open("wb") as file:
        for _ in range(free // 65_536):
            file.write(b"x" * 65_536)


def damaged(plan: Plan) -> Report:
    """A bit flipped in any file of a release: refused at the start, and, served all the same, never a wrong answer."""
    with drill("Damaged releases") as report:
        sound = specimen.write(Settings(data=plan.folder / "sound"), 400)
        right = asyncio.run(_answers(Settings(data=plan.folder / "sound")))
        random, ended = Random(plan.seed), Counter[str]()
        for number in range(plan.rounds * 3):
            data = plan.folder / f"damaged-{number}"
            shutil.copytree(plan.folder / "sound", data, symlinks=True)
            release = Release(sound.id, data / "releases" / sound.id, sound.manifest)
            where = _harm(release, random)
            # What RocksDB may touch has no checksum, and a list of checksums that is gone or cut tells less, not wrong.
            is_told = where.startswith("store/LO") or where == sums.FILE or sums.damage(release.path) != ""
            report.expect(is_told, f"{where} is not noticed")
            try:
                found = asyncio.run(_answers(Settings(data=data)))
            except ReleaseError:
                ended["not served"] += 1
            else:
                for each, expected in zip(found, right, strict=True):
                    ended["right" if each == expected else "refused" if each is None else "wrong"] += 1
                    report.expect(
                        each in (None, expected), f"a wrong answer after damage to {where}: {str(each)[:200]}"
                    )
            shutil.rmtree(data)
        report.figures |= {"damaged": plan.rounds * 3, **ended}
    return report


def _harm(release: Release, random: Random) -> str:
    """Flip a bit of a file, cut it short, or remove it; which it was."""
    path = random.choice(sorted(each for each in release.path.rglob("*") if each.is_file() and each.stat().st_size))
    data = bytearray(path.read_bytes())
    at = random.randrange(len(data))
    kind = random.random()
    if kind < 0.7:
        data[at] ^= 1 << random.randrange(8)
        path.write_bytes(data)
    elif kind < 0.85:
        path.write_bytes(data[:at])
    else:
        path.unlink()
    return path.relative_to(release.path).as_posix()


async def _answers(settings: Settings) -> list[bytes | None]:
    """What the workers answer, from disk and then from memory; None for a refusal."""
    found: list[bytes | None] = []
    for in_memory in (0, 1_000_000):
        limits = QueryLimits(seconds=5.0, memory_bytes=512 * 1024**2)
        store = EmbeddedStore(Settings(data=settings.data, workers=1, in_memory=in_memory, limits=limits))
        try:
            await store.start()
            await asyncio.sleep(1.0 if in_memory else 0.0)
            for query in _ASKED:
                try:
                    found.append(await specimen.ask(store, query, seconds=5.0))
                except CtgraphError:
                    found.append(None)
        finally:
            await store.close()
    return found
