"""The drills of `make torture`, each as short as it can be; and that they can find something."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from torture.asking import Answer
from torture.drills import DRILLS
from torture.report import Plan, Report
from torture.requests import Wish
from torture.storm import Tally, judge

GOOD, BOMB = Wish("good", "ASK {}"), Wish("bomb", "ASK {}")
JSON = {"content-type": "application/json"}
PROBLEM = {"content-type": "application/problem+json"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize("name", ["queries", "workers", "server", "releases", "damage"])
def test_a_short_drill_finds_nothing(tmp_path: Path, name: str) -> None:
    """A few queries with bombs among them, one kill, two switches, three damaged releases: all as it should be."""
    report = DRILLS[name](Plan(tmp_path, queries=60, rounds=2))

    assert report.findings == []
    assert report.figures


@pytest.mark.parametrize(
    ("wish", "answer", "is_found"),
    [
        (GOOD, Answer(200, JSON, b"{}", True, 0.1), False),
        (GOOD, Answer(200, JSON, b"{", True, 0.1), True),
        (GOOD, Answer(200, JSON, b"{}", False, 5.0), True),
        (GOOD, Answer(0, {}, b"", False, 0.0), True),
        (GOOD, Answer(400, PROBLEM, b'{"code": "query-syntax"}', True, 0.1), True),
        (GOOD, Answer(503, PROBLEM, b'{"code": "busy"}', True, 0.1), False),
        (BOMB, Answer(503, PROBLEM, b'{"code": "query-timeout"}', True, 1.1), False),
        (BOMB, Answer(200, JSON, b"{", False, 1.1), False),
        (BOMB, Answer(200, JSON, b"{", False, 0.1), True),
        (BOMB, Answer(500, PROBLEM, b'{"code": "query-aborted"}', True, 0.1), True),
        (BOMB, Answer(413, {}, b"", True, 0.1), True),
    ],
)
def test_what_a_storm_takes_for_a_finding(wish: Wish, answer: Answer, is_found: bool) -> None:
    """A defect, a cut answer, a good question refused, and an error that is no problem document are found."""
    report = Report("storm")
    judge(wish, answer, Tally(), report)

    assert bool(report.findings) == is_found
