"""The end of a server: what is under way when the signal comes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from api.test_server import write_release
from ctgraph.settings import Settings

COUNTED = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . { SELECT * { ?g ?h ?i } LIMIT 5 } }"
SOURCE = Path(__file__).resolve().parents[2] / "src"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_ready(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(f"{address}/sparql?query=ASK%7B%7D", trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    pytest.fail("the server did not become ready")


def wait_until_busy(address: str) -> None:
    until = time.monotonic() + 30
    busy = 'ctgraph_workers{lane="open",state="busy"} 1'
    while busy not in httpx.get(f"{address}/metrics", trust_env=False).text:
        assert time.monotonic() < until, "no worker took the query"
        time.sleep(0.02)


def wait_until_gone(group: int) -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a process was left")


def _started(data: Path) -> tuple[subprocess.Popen[bytes], int, str]:
    """A server of two workers in a group of processes of its own, with its port and address."""
    write_release(Settings(data=data))
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "ctgraph", "serve", "--data", str(data), "--port", str(port), "--workers", "2"],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    return process, port, f"http://127.0.0.1:{port}"


def test_a_signal_loses_no_running_answer(tmp_path: Path) -> None:
    """SIGTERM to all processes of the server: the answer under way comes whole, nothing new is taken, all end."""
    process, _, address = _started(tmp_path)
    answers: list[httpx.Response] = []
    try:
        wait_until_ready(address, process)
        query = {"query": COUNTED, "timeout": "60"}
        asking = threading.Thread(
            target=lambda: answers.append(httpx.post(f"{address}/sparql", data=query, timeout=60, trust_env=False))
        )
        asking.start()
        wait_until_busy(address)
        time.sleep(0.4)
        os.killpg(process.pid, signal.SIGTERM)
        asking.join(60)

        assert process.wait(20) in (0, -signal.SIGTERM)
        with pytest.raises(httpx.TransportError):
            httpx.get(address, trust_env=False)
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    assert [answer.status_code for answer in answers] == [200]
    assert int(answers[0].json()["results"]["bindings"][0]["n"]["value"]) > 500_000
    assert answers[0].elapsed.total_seconds() > 0.4


@pytest.mark.parametrize("signals", [(signal.SIGTERM, signal.SIGTERM), (signal.SIGKILL,)])
def test_a_second_signal_ends_it_at_once(tmp_path: Path, signals: tuple[signal.Signals, ...]) -> None:
    """Whoever sends SIGTERM twice, or SIGKILL, waits for no answer, and no process is left that goes on with a query."""
    process, port, address = _started(tmp_path)
    try:
        wait_until_ready(address, process)
        endless = quote("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
        with socket.create_connection(("127.0.0.1", port)) as asking:
            asking.sendall(f"GET /sparql?timeout=60&query={endless} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            wait_until_busy(address)
            for each in signals:
                process.send_signal(each)
                time.sleep(0.5)
            assert process.wait(10) in (0, *(-each for each in signals))
        wait_until_gone(process.pid)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


def test_idle_connections_keep_nobody_out(tmp_path: Path) -> None:
    """Three hundred silent connections, under a limit of a hundred open files that may be raised: others are answered."""
    write_release(Settings(data=tmp_path))
    port = free_port()
    served = f"{sys.executable} -m ctgraph serve --data {tmp_path} --port {port} --workers 1"
    process = subprocess.Popen(
        ["sh", "-c", f"ulimit -Sn 100 && exec {served}"],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_until_ready(f"http://127.0.0.1:{port}", process)
        with ExitStack() as idle:
            for _ in range(300):
                idle.enter_context(socket.create_connection(("127.0.0.1", port)))
            answer = httpx.get(f"http://127.0.0.1:{port}/sparql?query=ASK%7B%7D", trust_env=False, timeout=10)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    assert answer.json()["boolean"] is True
