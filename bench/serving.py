"""How fast the server is beside others: the Oxigraph server, rdflib-endpoint and Virtuoso, on the same statements.

    python bench/serving.py [--quads 1000000] [--data FOLDER] [--seconds 3] [--rounds 3] [--clients 1 8 64]
        [--oxigraph PATH] [--rdflib PYTHON] [--virtuoso PATH] [--only WORK…] [--serve "--workers 4"] [--unkept]

All servers run at once on loopback, and are asked in turns, one at a time, by a client in a process of its own. A line
is one kind of work at one number of clients: for each server requests a second, p50 and p99 in milliseconds,
processor time of a request in microseconds, and its requests a second and its processor time as ratios to the Oxigraph
server's of the same round (medians over rounds). On a machine that others use as well, the ratio of processor time is
the one to read. `--data` keeps the generated release for the next run.
With `--unkept` ours keeps no answers, as the Oxigraph server keeps none: for the lookups of things, of which there are
too few to meet none twice, asked as if each were new.
"""

from __future__ import annotations

import argparse
import json
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any, Final

from msgspec import Struct

import peers
from ctgraph.errors import ReleaseError
from ctgraph.settings import Settings
from ctgraph.store.releases import current
from peers import Server
from quads import written
from work import LARGE, Work, all_work

CLIENT: Final = Path(__file__).with_name("load.py")
_BASELINE: Final = "oxigraph"


class Figures(Struct, frozen=True):
    """One server on one kind of work for one round; times in seconds, `used` of the processor for one unit."""

    rate: float
    p50: float
    p99: float
    used: float
    failures: int
    client: float


def measured(server: Server, units: list[list[str]], clients: int, seconds: float) -> Figures:
    """Ask for so many seconds."""
    before = server.seconds()
    command = [sys.executable, str(CLIENT), str(server.port), str(clients), str(seconds)]
    asked = "\n".join(json.dumps(unit) for unit in units)
    run: dict[str, Any] = json.loads(
        subprocess.run(command, input=asked.encode(), capture_output=True, check=True).stdout
    )
    count = run["count"] or 1
    return Figures(
        rate=run["count"] / run["wall"],
        p50=run["p50"],
        p99=run["p99"],
        used=(server.seconds() - before) / count,
        failures=run["failures"],
        client=run["used"] / count,
    )


def compared(servers: list[Server], work: Work, clients: int, seconds: float, rounds: int) -> None:
    """Measure all servers in turns, and print a line for each."""
    found: dict[str, list[Figures]] = {server.name: [] for server in servers}
    for _ in range(rounds):
        for server in servers:
            units = work.units(server.name, server.path)
            if units is not None:
                found[server.name].append(measured(server, units, clients, seconds))
    print(f"{work.name}, {clients} clients")
    for name, figures in found.items():
        if figures:
            print(_line(name, figures, found.get(_BASELINE) or figures), flush=True)


def _line(name: str, figures: list[Figures], baseline: list[Figures]) -> str:
    def mid(field: str) -> float:
        return float(median(getattr(each, field) for each in figures))

    rates = median(each.rate / (other.rate or 1) for each, other in zip(figures, baseline, strict=False))
    used = median(other.used / (each.used or 1) for each, other in zip(figures, baseline, strict=False))
    failures = sum(each.failures for each in figures)
    return (
        f"    {name:16}{mid('rate'):10.0f}/s  p50 {mid('p50') * 1e3:9.2f}  p99 {mid('p99') * 1e3:9.2f} ms"
        f"  processor {mid('used') * 1e6:9.0f} µs (client {mid('client') * 1e6:.0f})"
        f"  x {rates:5.2f} by rate, {used:5.2f} by processor" + (f"  {failures} FAILED" if failures else "")
    )


def first_byte(server: Server) -> None:
    """The first byte and the end of a large CONSTRUCT, and the memory at its highest while it runs."""
    before, highest, began = server.memory(), 0, time.perf_counter()
    first = 0.0
    path = f"{server.path}{LARGE}" + ("&timeout=60" if server.name == peers.OURS else "")
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/turtle\r\nConnection: close\r\n\r\n"
        connection.sendall(head.encode())
        size, looked = 0, began
        while block := connection.recv(1 << 20):
            first = first or time.perf_counter() - began
            size += len(block)
            if time.perf_counter() - looked > 0.2:
                highest, looked = max(highest, server.memory()), time.perf_counter()
    whole = time.perf_counter() - began
    print(
        f"    {server.name:16} first byte {first * 1e3:8.1f} ms, whole {whole:6.2f} s, {size / 1e6:6.1f} MB,"
        f" memory + {max(0, highest - before) / 2**20:.0f} MiB",
        flush=True,
    )


def _release(data: Path, quads: int) -> None:
    try:
        current(Settings(data=data))
    except ReleaseError:
        written(data, quads)


def _starts(given: argparse.Namespace, data: Path, scratch: Path) -> Iterator[peers.Start]:
    release = current(Settings(data=data))
    port = given.port
    yield lambda: peers.ours(data, port, tuple(given.serve.split()), not given.unkept)
    yield lambda: peers.oxigraph(release, port + 1, scratch, given.oxigraph)
    yield lambda: peers.virtuoso(release, port + 2, scratch, given.virtuoso)
    yield lambda: peers.rdflib(release, port + 3, scratch, given.rdflib)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 64])
    parser.add_argument("--port", type=int, default=18_000)
    parser.add_argument("--oxigraph", default="oxigraph")
    parser.add_argument("--rdflib", default=sys.executable)
    parser.add_argument("--virtuoso", default="virtuoso-t")
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--serve", default="")
    parser.add_argument("--unkept", action="store_true")
    return parser.parse_args()


def main() -> None:
    """Start all servers, measure, end them."""
    given = _arguments()
    for stop in (signal.SIGINT, signal.SIGTERM):  # also where a shell has set the first aside
        signal.signal(stop, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        data = given.data or scratch / "data"
        _release(data, given.quads)
        servers = peers.started(list(_starts(given, data, scratch)))
        try:
            _compare(given, servers, current(Settings(data=data)).quads)
        finally:
            for server in servers:
                server.stop()


def _compare(given: argparse.Namespace, servers: list[Server], quads: Path) -> None:
    print("memory at rest: " + ", ".join(f"{server.name} {server.rest / 2**20:.0f} MiB" for server in servers))
    for work in all_work(quads):
        if not given.only or work.name in given.only:
            for clients in given.clients:
                compared(servers, work, clients, given.seconds, given.rounds)
    if not given.only or "construct" in given.only:
        print("construct: 500,000 triples, one client")
        for server in servers:
            first_byte(server)
    print("memory at the end: " + ", ".join(f"{server.name} {server.memory() / 2**20:.0f} MiB" for server in servers))


if __name__ == "__main__":
    main()
