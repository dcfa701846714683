"""The server in processes of its own, as the command line starts it, and what the system says of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx

from api.test_stop import SOURCE, free_port

_READY_SECONDS: Final = 60.0
ROOMY: Final = {
    "CTGRAPH_LIMITS_SECONDS": "1",
    "CTGRAPH_LIMITS_MEMORY_BYTES": str(512 * 1024**2),
    "CTGRAPH_CLIENTS_SECONDS": "1000000",
    "CTGRAPH_REQUEST_LOG": "false",
}
"""Deadlines that a run can wait for, and clients without a budget."""


@dataclass(slots=True)
class Served:
    """A server; its processes are a session of their own."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def processes(self) -> dict[int, str]:
        """Each process of the server with its command line."""
        found = {}
        for folder in Path("/proc").iterdir():
            if folder.name.isdecimal() and _session(folder) == self.process.pid:
                with suppress(OSError):
                    found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        return found

    def workers(self) -> list[int]:
        """The processes that hold a release, or answer from one."""
        return [pid for pid, line in self.processes().items() if "ctgraph.store." in line]

    def memory(self) -> int:
        """Bytes of the front door itself."""
        return _resident(self.process.pid)

    def whole_memory(self) -> int:
        """Bytes of all processes, what they share counted once."""
        return sum(_proportional(pid) for pid in self.processes())

    def files(self) -> int:
        """Open files of the front door."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def wait_until_ready(self) -> bool:
        """Wait until it answers; False if it ended or did not come."""
        until = time.monotonic() + _READY_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            with suppress(httpx.TransportError):
                if httpx.get(f"{self.address}/health/ready", trust_env=False).status_code == 200:
                    return True
            time.sleep(0.05)
        return False

    def left(self, seconds: float = 10.0) -> dict[int, str]:
        """The processes that are still there so long after its end."""
        until = time.monotonic() + seconds
        while (there := self.processes()) and time.monotonic() < until:
            time.sleep(0.05)
        return there

    def said(self) -> str:
        """What it wrote on standard error."""
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def serving(data: Path, **environment: str) -> Iterator[Served]:
    """Start a server on a data folder, and see that nothing of it stays."""
    port = free_port()
    log = data / f"serve-{port}.log"
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "ctgraph", "serve", "--data", str(data), "--port", str(port)],
            env={**os.environ, "PYTHONPATH": str(SOURCE), **ROOMY, **environment},
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
        )
    served = Served(process, port, log)
    try:
        yield served
    finally:
        process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(30)
        for pid in served.left():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait()


def command(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a verb of the command line to its end."""
    return subprocess.run(
        [sys.executable, "-m", "ctgraph", *arguments, "--data", str(data)],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )


def _session(folder: Path) -> int:
    with suppress(OSError, IndexError):
        fields = (folder / "stat").read_text().rpartition(")")[2].split()
        return int(fields[3]) if fields[0] != "Z" else 0
    return 0


def _resident(pid: int) -> int:
    return int((Path(f"/proc/{pid}") / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _proportional(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
