"""How many connections one address may have."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from api.test_server import running, write_release
from api.test_shelf import figure
from ctgraph.api.doors import Doors
from ctgraph.settings import ClientLimits, Settings

MOST = 3
REFUSALS = "ctgraph_connection_refusals_total"
FEW = ClientLimits(connections=MOST)


def connect(server: httpx.Client) -> socket.socket:
    """A connection that says nothing."""
    return socket.create_connection((server.base_url.host, server.base_url.port or 0), timeout=10)


def answer(connection: socket.socket) -> bytes:
    """All that comes, until the server closes."""
    return b"".join(iter(lambda: connection.recv(65_536), b""))


def test_one_connection_too_many_is_refused(tmp_path: Path) -> None:
    """It gets 429 with the limit and a time, and is closed and counted; one less, and the next is served."""
    settings = Settings(data=tmp_path, workers=1, proxies="192.0.2.1", clients=FEW)
    write_release(settings)
    with running(settings) as server, ExitStack() as opened:
        assert figure(server, REFUSALS) == 0  # on a connection that is kept
        held = [opened.enter_context(connect(server)) for _ in range(MOST - 1)]
        with connect(server) as one_more:
            refused = answer(one_more)
        held[0].close()
        while answer_of_a_new_connection(server).startswith(b"HTTP/1.1 429 "):
            time.sleep(0.05)
        counted = figure(server, REFUSALS)

    assert refused.startswith(b"HTTP/1.1 429 ")
    assert b"too-many-connections" in refused
    assert b'"limit": 3' in refused
    assert b"retry-after: 1" in refused.lower()
    assert b"connection: close" in refused.lower()
    assert counted >= 1


def answer_of_a_new_connection(server: httpx.Client) -> bytes:
    """What a connection of its own gets."""
    with connect(server) as connection:
        connection.sendall(b"GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        return answer(connection)


def test_a_proxy_is_not_counted(tmp_path: Path) -> None:
    """Behind a proxy that is believed all visitors come from one address, and have as many connections as it opens."""
    settings = Settings(data=tmp_path, workers=1, clients=FEW)
    write_release(settings)
    with running(settings) as server, ExitStack() as opened:
        for _ in range(4 * MOST):
            opened.enter_context(connect(server))

        assert answer_of_a_new_connection(server).startswith(b"HTTP/1.1 200 ")
        assert figure(server, REFUSALS) == 0


@pytest.mark.parametrize(
    ("hosts", "entered"),
    [
        (["192.0.2.1"] * 5, 3),
        (["192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"], 4),
        (["2001:db8::1", "2001:db8::2", "2001:db8::3", "2001:db8::4"], 3),
        (["2001:db8::1", "2001:db8:0:1::1", "2001:db8:0:2::1", "2001:db8:0:3::1"], 4),
        (["10.1.2.3"] * 5, 5),
        ([None] * 5, 5),
    ],
)
def test_who_is_counted_together(hosts: list[str | None], entered: int) -> None:
    """An IPv4 address, or an IPv6 network of 64 bits; not a proxy, by address or network, nor a peer without address."""
    doors = Doors(Settings(proxies="10.1.0.0/16", clients=FEW))

    assert sum(doors.enter(host) is not None for host in hosts) == entered


def test_who_leaves_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only open connections count, and nothing is remembered of an address that has none."""
    doors = Doors(Settings(proxies="", clients=FEW))
    networks = [doors.enter("192.0.2.1") for _ in range(MOST)]
    for network in networks:
        assert network
        doors.leave(network)

    assert not doors._open
    assert doors.enter("192.0.2.1")


@pytest.mark.parametrize(("connections", "descriptors", "entered"), [(1_000, 8, 4), (0, 8, 10), (5, -1, 5)])
def test_descriptors_are_left_for_others(
    monkeypatch: pytest.MonkeyPatch, connections: int, descriptors: int, entered: int
) -> None:
    """One address never gets more than half of what the system lets the server open; with 0 nothing is counted."""
    monkeypatch.setattr("resource.getrlimit", lambda _: (descriptors, descriptors))
    doors = Doors(Settings(proxies="", clients=ClientLimits(connections=connections)))

    assert sum(doors.enter("192.0.2.1") is not None for _ in range(10)) == entered
