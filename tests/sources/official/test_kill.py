"""A download that is killed at any moment: the next one ends with the same folder, and none ever holds half a file."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ctgraph.sources.official.cache import STATE
from replay.publishers import KOOP, Publishers, dossier
from replay.server import Fault, ReplayServer

ROOT = Path(__file__).resolve().parents[3]
NUMBER = "39512"
_ROUNDS = int(os.environ.get("CTGRAPH_KILLS", "6"))
"""More of them take longer than a test suite should; `CTGRAPH_KILLS=50 pytest tests/sources/official/test_kill.py`."""

# The verb without the rest of the command line, whose modules take longer to load than the download itself.
_PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from ctgraph.settings import FetchLimits
from ctgraph.sources.official.downloading import download
from ctgraph.sources.official.orders import read_orders

mirror, folder, since, *words = sys.argv[1:]
orders = read_orders(words, date.fromisoformat(since) if since else None, False)
report = download(orders, Path(folder), FetchLimits(mirror=mirror, interval=0.0), lambda *step: None)
sys.exit(3 if report.missing else 0)
"""


def _start(server: ReplayServer, folder: Path, *words: str) -> subprocess.Popen[str]:
    since = "2031-03-02" if words == ("changes",) else ""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NO_PROXY": "*"}
    command = [sys.executable, "-c", _PROGRAM, server.mirror, str(folder), since, *words]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and STATE not in path.parts
    }


@pytest.mark.parametrize("words", [("dossier", NUMBER), ("changes",)])
def test_a_kill_at_any_moment_leaves_only_whole_files(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Killed again and again, at moments spread over the whole run, the download still ends complete.

    After each kill every file that has its final name is the one that the whole download ends with.
    """
    publishers = dossier(NUMBER, papers=20, length=3_000)
    with ReplayServer(publishers.files(), publishers.questions()) as server:
        server.fail("", Fault(delay=0.00005))
        whole = _whole(server, tmp_path / "whole", *words)
        moments = random.Random(29754)
        folder, asked = tmp_path / "killed", len(server.requests)
        for _ in range(_ROUNDS):
            server.requests.clear()
            process = _start(server, folder, *words)
            _kill_within(server, process, moments.randrange(1, asked))
            assert _files(folder).items() <= whole.items()
        assert _whole(server, folder, *words) == whole
    assert list((folder / STATE).glob("*.part")) == []


def _whole(server: ReplayServer, folder: Path, *words: str) -> dict[str, bytes]:
    server.requests.clear()
    process = _start(server, folder, *words)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    return _files(folder)


def _kill_within(server: ReplayServer, process: subprocess.Popen[str], requests: int) -> None:
    """Kill the process once it has made so many requests, unless it ends before."""
    while process.poll() is None and len(server.requests) < requests:
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_what_was_complete_is_not_fetched_again_after_a_kill(tmp_path: Path) -> None:
    """Each file is asked for once, but for those that were under way at the kill."""
    publishers = dossier(NUMBER, papers=20)
    with ReplayServer(publishers.files(), publishers.questions()) as server:
        server.fail("/frbr/", Fault(delay=0.002))
        process = _start(server, tmp_path, "dossier", NUMBER)
        while len(server.addresses("/frbr/")) < 15:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        held = _files(tmp_path)
        before = len(server.addresses("/frbr/"))
        again = _start(server, tmp_path, "dossier", NUMBER)
        again.communicate(timeout=120)

    asked = server.addresses("/frbr/")
    assert len(held) >= before - 2 * server.limits.parallel
    assert len(asked) - len(set(asked)) <= 2 * server.limits.parallel


def test_a_second_download_meets_the_lock(tmp_path: Path) -> None:
    """While one runs, another into the same folder ends at once; after a kill the folder is free."""
    publishers = Publishers()
    with ReplayServer({}, publishers.questions()) as server:
        server.fail(f"{KOOP}/sru", Fault(delay=0.5, body=b" " * 10_000))
        first = _start(server, tmp_path, "kst-39512-1")
        while not server.requests:
            time.sleep(0.01)
        second = _start(server, tmp_path, "kst-39512-1")
        _, said = second.communicate(timeout=60)
        first.kill()
        first.communicate()
        server.heal()
        third = _start(server, tmp_path, "kst-39512-1")
        third.communicate(timeout=60)

    assert (second.returncode, third.returncode) == (1, 3)
    assert "another download is under way" in said
