"""Several front-door processes on one address."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from api.test_server import write_release
from api.test_stop import SOURCE, free_port, wait_until_ready
from ctgraph.api.fronts import part_of
from ctgraph.api.summing import summed
from ctgraph.settings import CacheLimits, Settings

ASKED = "/sparql?query=ASK%7B%7D"


@dataclass
class Served:
    """A server of two fronts."""

    address: str
    process: subprocess.Popen[bytes]

    def get(self, path: str) -> httpx.Response:
        """Ask on a connection of its own, which either front may take."""
        return httpx.get(self.address + path, trust_env=False, timeout=20)

    def fronts(self) -> set[int]:
        """The processes of the fronts."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return {int(pid) for pid in children.split()}


@contextmanager
def two_fronts(data: Path) -> Iterator[Served]:
    write_release(Settings(data=data))
    port = free_port()
    command = (sys.executable, "-m", "ctgraph", "serve", "--data", str(data), "--port", str(port))
    process = subprocess.Popen(
        [*command, "--processes", "2", "--workers", "2"],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_until_ready(f"http://127.0.0.1:{port}", process)
        yield Served(f"http://127.0.0.1:{port}", process)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def ended(pids: set[int]) -> bool:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.05)
    return False


def asked(text: str) -> int:
    rows = [row for row in text.splitlines() if row.startswith('ctgraph_request_seconds_count{route="/sparql"}')]
    return sum(int(row.rsplit(" ", 1)[1]) for row in rows)


pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


def test_figures_add_up(tmp_path: Path) -> None:
    """Whichever front is asked, the figures are those of both; `?own` gives those of one."""
    with two_fronts(tmp_path) as served:
        before = asked(served.get("/metrics").text)
        for _ in range(30):
            assert served.get(ASKED).json()["boolean"] is True
        totals = {asked(served.get("/metrics").text) for _ in range(6)}
        own = {asked(served.get("/metrics?own").text) for _ in range(20)}

    assert totals == {before + 30}
    assert len(own) == 2
    assert sum(own) == before + 30


def test_a_front_that_dies_is_started_again(tmp_path: Path) -> None:
    """Killed, a front is replaced, and every request is answered meanwhile."""
    with two_fronts(tmp_path) as served:
        before = served.fronts()
        os.kill(min(before), signal.SIGKILL)
        statuses = [served.get(ASKED).status_code for _ in range(20)]
        after = served.fronts()

    assert statuses == [200] * 20
    assert (len(before), len(after), len(before & after)) == (2, 2, 1)


def test_one_signal_ends_all(tmp_path: Path) -> None:
    """SIGTERM to the first process ends the fronts, and the address is free."""
    with two_fronts(tmp_path) as served:
        fronts = served.fronts()
        served.process.terminate()

        assert served.process.wait(20) == 0
        assert ended(fronts)
        with pytest.raises(httpx.TransportError):
            served.get(ASKED)


def test_no_front_outlives_the_first_process(tmp_path: Path) -> None:
    """When the first process is killed, the fronts end by themselves."""
    with two_fronts(tmp_path) as served:
        fronts = served.fronts()
        served.process.kill()

        assert ended(fronts)


def test_fronts_share_what_there_is() -> None:
    """Workers and memory for answers are divided; nobody gets no worker."""
    settings = Settings(processes=4, workers=9, cache=CacheLimits(total_bytes=4_000))
    part = part_of(settings)

    assert (part.workers, part.cache.total_bytes) == (2, 1_000)
    assert part_of(replace(settings, workers=3)).workers == 1


def test_a_sum_keeps_each_figure_in_its_place() -> None:
    """Values of the same labels add up; what only one page has stands with its figure."""
    one = '# HELP a A.\n# TYPE a counter\na{x="1"} 2\n# HELP b B.\n# TYPE b gauge\nb 0.25\n'
    other = '# HELP a A.\n# TYPE a counter\na{x="1"} 3\na{x="2"} 1\n# HELP b B.\n# TYPE b gauge\nb 0.5\n'

    assert summed([one, other, ""]) == (
        '# HELP a A.\n# TYPE a counter\na{x="1"} 5\na{x="2"} 1\n# HELP b B.\n# TYPE b gauge\nb 0.75\n'
    )
