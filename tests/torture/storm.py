"""Many visitors at once, what became of their requests, and what the server took meanwhile."""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from torture.asking import GONE, Answer, Client
from torture.report import Report
from torture.requests import Wish
from torture.served import Served

VISITORS: Final = 8
EXPECTED: Final = frozenset({200, 301, 303, 304, 400, 403, 404, 405, 406, 410, 413, 414, 429, 503})
"""How a request may end; 500 is a defect."""
_JSON: Final = ("application/json", "application/sparql-results+json")
_DEADLINE: Final = 1.0
_DRIFT: Final = 1.05
_ROOM_BYTES: Final = 16 * 1024**2
"""What the two caches of the server, which are 8 MiB each in a drill, may still fill."""


@dataclass(slots=True)
class Tally:
    """What was counted in a storm."""

    ends: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    memory: list[int] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    largest: int = 0


async def storm(served: Served, wishes: Iterator[Wish], count: int, minutes: float, report: Report) -> Tally:
    """Ask so much, one request after the other at each visitor, and judge each answer."""
    tally, left, until = Tally(), iter(range(count)), time.monotonic() + 60 * minutes

    async def visit(number: int) -> None:
        async with Client(served.port, f"10.0.0.{number}") as client:
            while time.monotonic() < until and next(left, None) is not None:
                wish = next(wishes)
                answer = await (client.query(wish.query) if wish.query else client.ask("GET", wish.path))
                judge(wish, answer, tally, report)

    watching = asyncio.create_task(_watch(served, tally))
    await asyncio.gather(*(visit(number) for number in range(VISITORS)))
    watching.cancel()
    return tally


def judge(wish: Wish, answer: Answer, tally: Tally, report: Report) -> None:
    """Count an answer; whatever should not have been is a finding."""
    asked = wish.query or wish.path
    ended = answer.code or str(answer.status) if answer.whole else f"{answer.status} broken off"
    tally.ends[f"{wish.kind}: {ended}"] += 1
    tally.seconds[wish.kind].append(answer.seconds)
    if not answer.whole:
        is_late = answer.status == 200 and answer.seconds > _DEADLINE * 0.9 and wish.kind in ("bomb", "random")
        report.expect(is_late, f"{ended} after {answer.seconds:.2f} s: {asked}")
        return
    report.expect(answer.status in EXPECTED, f"{ended}: {asked}")
    report.expect(answer.status < 400 or bool(answer.code), f"{answer.status} is no problem: {asked}")
    report.expect(wish.kind != "good" or answer.status < 400 or answer.status in (429, 503), f"{ended}: {asked}")
    if answer.status == 200 and answer.headers.get("content-type", "").startswith(_JSON):
        try:
            json.loads(answer.body)
        except ValueError:
            report.expect(False, f"no JSON though it ended well: {asked}")


async def _watch(served: Served, tally: Tally) -> None:
    while True:
        await asyncio.sleep(0.5)
        with suppress(OSError):
            tally.memory.append(served.memory())
            tally.files.append(served.files())
            tally.largest = max(tally.largest, served.whole_memory())


def settle(served: Served, tally: Tally, report: Report, before: int) -> None:
    """After a storm: as many processes as before, all of them idle, and memory and files as in the middle of it."""
    until = time.monotonic() + 15
    while len(served.processes()) != before and time.monotonic() < until:
        time.sleep(0.1)
    report.expect(len(served.processes()) == before, f"{len(served.processes())} processes instead of {before}")
    report.expect(served.process.poll() is None, "the front door ended")
    used = _cpu(served)
    time.sleep(2)
    report.expect(_cpu(served) - used < 1.0, f"{_cpu(served) - used:.2f} s of processor time in 2 s of rest")
    _tell(tally, report)


def _tell(tally: Tally, report: Report) -> None:
    asked = sum(tally.ends.values())
    good = sorted(tally.seconds["good"])
    p95 = good[len(good) * 95 // 100] if good else 0.0
    refused = sum(count for end, count in tally.ends.items() if end in ("good: client-limit", "good: busy"))
    report.figures |= {"requests": asked, "p95 of good ones": f"{p95 * 1000:.0f} ms"}
    report.figures |= {"good ones put off (429, 503)": refused, "all processes at most": _mib(tally.largest)}
    report.figures |= {end: count for end, count in sorted(tally.ends.items())}
    report.expect(p95 < 1.0, f"p95 of good requests: {p95:.2f} s")
    report.expect(refused <= len(good) / 50, f"{refused} of {len(good)} good requests put off")
    quarter = len(tally.memory) // 4
    if quarter:
        early, late = (
            int(statistics.median(part)) for part in (tally.memory[quarter : 2 * quarter], tally.memory[-quarter:])
        )
        report.figures["front door, second and last quarter"] = f"{_mib(early)} and {_mib(late)}"
        grown = late > early * _DRIFT and late - early > _ROOM_BYTES
        report.expect(not grown, f"the front door grew from {_mib(early)} to {_mib(late)}")
        files = (max(tally.files[quarter : 2 * quarter]), max(tally.files[-quarter:]))
        report.expect(files[1] <= files[0] + 10, f"open files grew from {files[0]} to {files[1]}")


def _cpu(served: Served) -> float:
    ticks = 0
    for pid in served.processes():
        with suppress(OSError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _mib(size: int) -> str:
    return f"{size / 1024**2:.0f} MiB"


def lost(answer: Answer) -> bool:
    """Whether a request got no answer at all, or one cut short."""
    return answer.status == GONE or not answer.whole
