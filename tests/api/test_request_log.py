"""The line and the figures of each request."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from api.fakes import Client, FakeBackend
from ctgraph.api.app import create_app
from ctgraph.api.request_log import digest, line, line_parts
from ctgraph.errors import QueryTimeout
from ctgraph.settings import Settings


def scope(**more: Any) -> dict[str, Any]:
    return {"type": "http", "method": "GET", "path": "/sparql", "client": ("192.0.2.7", 4), "headers": [], **more}


@pytest.mark.parametrize(
    "hostile",
    [
        "a\r\n{}",
        "\x1b[31mred\x1b[0m",
        "\x00\x07\x7f",
        "\u2028\u2029\x85",
        "é" * 5_000,
        '"},{"',
        "\udcff",
        "x" * 1_000_000,
        "\x7f" * 9_000,
    ],
)
def test_nothing_breaks_out_of_its_line(hostile: str) -> None:
    """One request is one line of printable ASCII and JSON, at most 2 KB, whatever a client sends."""
    agent = hostile.encode("latin-1", "replace")
    asked = scope(path=f"/{hostile}", method=hostile, headers=[(b"user-agent", agent)])
    written = line(line_parts(asked, 404, 3, False), 0.1)

    assert written.endswith("\n")
    assert all(" " <= letter <= "~" for letter in written[:-1])
    assert len(written) <= 2048
    assert json.loads(written)["status"] == 404


def test_the_line_of_a_query(tmp_path: Path) -> None:
    """A line tells method, path, status, time, size, client and by which digest a query is known again."""
    lines: list[str] = []
    client = Client(create_app(Settings(data=tmp_path), FakeBackend(), log=lines.append))
    answered = client.get("/sparql?query=ASK%7B%7D", User_Agent="a test")

    told = json.loads(lines[0])
    assert (told["method"], told["path"], told["status"], told["client"]) == ("GET", "/sparql", 200, "127.0.0.1")
    assert (told["bytes"], told["query"], told["agent"]) == (len(answered.content), digest("ASK{}"), "a test")
    assert told["ms"] > 0
    assert "broken" not in told


def test_a_broken_answer_is_told(tmp_path: Path) -> None:
    """An answer that stopped in the middle is marked in its line, and counted."""
    lines: list[str] = []
    backend = FakeBackend(breaks=QueryTimeout(1), pause=0.2)
    client = Client(create_app(Settings(data=tmp_path), backend, log=lines.append), raise_app_exceptions=False)
    client.get("/sparql?query=ASK%7B%7D", Accept_Encoding="identity")

    assert json.loads(lines[0])["broken"] is True
    assert "ctgraph_broken_answers_total 1" in client.get("/metrics").text


def test_figures(client: Client) -> None:
    """Latency comes by route, and answers kept by whether they were; paths that there are not make no counter."""
    for _ in range(3):
        client.get("/sparql?query=ASK%7B%7D")
    client.get("/v1/queries/threat-levels")
    for number in range(20):
        client.get(f"/v1/made-up-{number}")
    text = client.get("/metrics").text

    assert 'ctgraph_request_seconds_count{route="/sparql"} 3' in text
    assert 'ctgraph_request_seconds_bucket{route="/sparql",le="+Inf"} 3' in text
    assert 'ctgraph_request_seconds_count{route="/v1/queries"} 1' in text
    assert 'ctgraph_request_seconds_count{route="/v1/other"} 20' in text
    assert 'ctgraph_cache_questions_total{result="hit"} 2' in text
    assert "made-up" not in text
    samples = [row for row in text.splitlines() if not row.startswith("#")]
    assert len({row.rsplit(" ", 1)[0] for row in samples}) == len(samples)
