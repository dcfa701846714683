"""The drills on a running server: floods of queries and requests, killed processes, switched releases."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Final

from ctgraph.settings import Settings
from ctgraph.store.releases import Release
from ctgraph.store.writing import ReleaseWriter
from store import specimen
from torture import requests
from torture.asking import Answer, Client
from torture.disks import damaged, full_disk, killed_builds
from torture.report import Plan, Report, drill
from torture.served import Served, command, serving
from torture.storm import lost, settle, storm

COUNT: Final = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_SMALL_CACHE: Final = {"CTGRAPH_CACHE_TOTAL_BYTES": str(8 * 1024**2)}


def queries(plan: Plan) -> Report:
    """Queries at random with 1 % bombs: nothing dies but workers, nothing stays, good ones are quick."""
    with drill("Queries at random") as report:
        specimen.write(Settings(data=_fresh(plan, "queries")), 2_000)
        with serving(plan.folder / "queries", **_SMALL_CACHE) as served:
            _ready(served, report)
            before = len(served.processes())
            tally = asyncio.run(storm(served, requests.queries(plan.seed), plan.queries, plan.minutes, report))
            settle(served, tally, report, before)
        _nothing_left(served, report)
    return report


def soak(plan: Plan) -> Report:
    """Requests of all kinds: memory and files stay, good ones are quick."""
    with drill("Soak") as report:
        data = plan.folder / "register"
        if not data.exists():
            report.expect(command(data, "build").returncode == 0, "the register could not be built")
        with serving(data, **_SMALL_CACHE) as served:
            _ready(served, report)
            asyncio.run(
                storm(served, requests.mixed(plan.seed + 1), plan.requests // 20, plan.minutes, Report("warming"))
            )
            before = len(served.processes())
            tally = asyncio.run(storm(served, requests.mixed(plan.seed), plan.requests, plan.minutes, report))
            settle(served, tally, report, before)
        _nothing_left(served, report)
    return report


def killed_workers(plan: Plan) -> Report:
    """Whichever process behind the front door is killed, the next question is answered, and the set is whole again."""
    with drill("Workers killed while loaded") as report:
        release = specimen.write(Settings(data=_fresh(plan, "workers")), 400)
        random = Random(plan.seed)
        with serving(plan.folder / "workers") as served:
            _ready(served, report)
            before = len(served.processes())
            with _asking(served, report, release) as told:
                for _ in range(plan.rounds):
                    with suppress(ProcessLookupError, IndexError):
                        os.kill(random.choice(served.workers()), signal.SIGKILL)
                    time.sleep(0.3)
            _tell_answers(told, report, may_fail=plan.rounds * 8)
            until = time.monotonic() + 20
            while len(served.workers()) < 5 and time.monotonic() < until:
                time.sleep(0.1)
            report.figures["processes before and after"] = f"{before} and {len(served.processes())}"
            report.expect(len(served.workers()) >= 5, f"only {len(served.workers())} workers came back")
            report.expect(asyncio.run(_ask(served, COUNT)).status == 200, "no answer at the end")
        _nothing_left(served, report)
    return report


def killed_server(plan: Plan) -> Report:
    """Killed while loaded, the server leaves no process, and answers the same when it is started again."""
    with drill("Server killed while loaded") as report:
        data = _fresh(plan, "server")
        release = specimen.write(Settings(data=data), 400)
        for number in range(max(1, plan.rounds // 5)):
            with serving(data) as served:
                _ready(served, report)
                with _asking(served, report, release) as told:
                    time.sleep(0.3 + 0.1 * (number % 5))
                    served.process.kill()
                    served.process.wait()
                    left = served.left(10)
                report.expect(not left, f"left behind: {sorted(left.values())}")
            wrong = [each for each in told if not lost(each) and each.status not in (200, 503)]
            report.expect(not wrong, f"{len(wrong)} odd answers, such as {wrong[:1]}")
        report.figures["times killed"] = max(1, plan.rounds // 5)
    return report


def switched(plan: Plan) -> Report:
    """While releases are switched under load, each request is answered, and from one of the two."""
    with drill("Releases switched under load") as report:
        settings = Settings(data=_fresh(plan, "switched"))
        small, large = specimen.write(settings, 400), specimen.write(settings, 800)
        with serving(settings.data) as served:
            _ready(served, report)
            with _asking(served, report, small, large) as told:
                for number in range(plan.rounds):
                    release = large if number % 2 else small
                    with ReleaseWriter(settings) as writer:
                        writer.switch(release)
                    report.expect(_followed(told, release), "a switch was not followed within 30 s")
            _tell_answers(told, report, may_fail=0)
        _nothing_left(served, report)
    return report


def _followed(told: list[Answer], release: Release) -> bool:
    """Whether the last answer comes to be that of a release."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if told and told[-1].body == _count(release):
            return True
        time.sleep(0.05)
    return False


def _count(release: Release) -> bytes:
    """The right answer."""
    return f"n\r\n{release.manifest.stored - sum(release.manifest.statements.values())}\r\n".encode()


@contextmanager
def _asking(served: Served, report: Report, *releases: Release) -> Iterator[list[Answer]]:
    """Have four visitors count, each time as if it were new, until the block ends: always as one of the releases has it."""
    told: list[Answer] = []
    ended = threading.Event()

    async def visit(number: int) -> None:
        async with Client(served.port, f"10.1.0.{number}", seconds=20) as client:
            turn = 0
            while not ended.is_set():
                turn += 1
                answer = await client.query(f"{COUNT} # {number} {turn}", "text/csv")
                told.append(answer)
                if lost(answer):
                    await asyncio.sleep(0.05)

    async def all_of_them() -> None:
        await asyncio.gather(*(visit(number) for number in range(4)))

    thread = threading.Thread(target=lambda: asyncio.run(all_of_them()))
    thread.start()
    try:
        yield told
    finally:
        ended.set()
        thread.join(60)
    right = {_count(release) for release in releases}
    wrong = [each.body for each in told if each.status == 200 and each.whole and each.body not in right]
    report.expect(not wrong, f"{len(wrong)} wrong answers, such as {wrong[:1]}")


def _tell_answers(told: list[Answer], report: Report, may_fail: int) -> None:
    failed = [each for each in told if lost(each) or each.status != 200]
    report.figures |= {"answers": len(told), "of them failed": len(failed)}
    report.expect(len(told) > 10, "hardly anything was asked")
    report.expect(len(failed) <= may_fail, f"{len(failed)} failed: {[(each.status, each.code) for each in failed[:9]]}")
    # A worker that something else kills is taken for one that the system killed for its memory.
    odd = [each.code for each in failed if each.code not in ("query-aborted", "query-memory", "busy", "no-release")]
    report.expect(not odd, f"{len(odd)} odd failures: {odd[:9]}")


async def _ask(served: Served, query: str) -> Answer:
    async with Client(served.port, "10.2.0.1") as client:
        return await client.query(query)


def _ready(served: Served, report: Report) -> None:
    report.expect(served.wait_until_ready(), f"the server did not come: {served.said()[-500:]}")
    time.sleep(1.5)  # the release comes into memory, and other workers with it


def _nothing_left(served: Served, report: Report) -> None:
    report.expect(not served.processes(), f"left behind: {sorted(served.processes().values())}")
    report.expect("Traceback" not in served.said(), f"on standard error: {served.said()[-1_500:]}")


def _fresh(plan: Plan, name: str) -> Path:
    folder = plan.folder / name
    folder.mkdir(parents=True)
    return folder


def guard(plan: Plan) -> Report:
    """The guard alone against pyoxigraph, with one query in ten a bomb."""
    return _tests("The guard and the engine", "store/test_guard_fuzz.py", CTGRAPH_QUERIES=str(plan.queries // 5))


def description(plan: Plan) -> Report:
    """The server against its own description."""
    return _tests("The API and its description", "api/test_conformance.py", CTGRAPH_EXAMPLES=str(plan.examples))


def _tests(name: str, path: str, **environment: str) -> Report:
    """Run tests that do more where they are asked to."""
    folder = Path(__file__).parents[1]
    with drill(name) as report:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--timeout=36000", path]
        ran = subprocess.run(
            command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
        )
        report.figures |= {**environment, "tests": ran.stdout.strip().splitlines()[-1:]}
        report.expect(ran.returncode == 0, ran.stdout[-1_900:])
    return report


DRILLS: Final[dict[str, Callable[[Plan], Report]]] = {
    "description": description,
    "guard": guard,
    "queries": queries,
    "soak": soak,
    "workers": killed_workers,
    "server": killed_server,
    "releases": switched,
    "builds": killed_builds,
    "disk": full_disk,
    "damage": damaged,
}
