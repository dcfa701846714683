"""Listings in pages, and what happens when they change while they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ctgraph.sources.official import sru
from ctgraph.sources.official.cache import Cache
from ctgraph.sources.official.client import Client
from ctgraph.sources.official.listings import Gathered, gather
from replay.publishers import DIAGNOSTIC, KOOP, Paper, sru_answer
from replay.server import HTML_ERROR, Fault, ReplayServer, Respond

PAPERS = [Paper(f"kst-39512-{at}", "39512") for at in range(1, 8)]
ESTIMATE = "<resultCountPrecision>info:srw/vocabulary/resultCountPrecision/1/estimate</resultCountPrecision>"


def _answering(respond: Respond) -> ReplayServer:
    return ReplayServer({}, {f"{KOOP}/sru": respond}, validators=False)


def _gather(server: ReplayServer, folder: Path) -> Gathered[sru.Record]:
    with Cache(folder) as cache, Client(server.limits) as client:
        return gather(client, cache, sru.search("x", sru.dossier_query("39512")), 10**6, lambda *_: None)


def _ids(gathered: Gathered[sru.Record]) -> set[str]:
    return {record.id for record in gathered.items}


def _moving(*states: list[Paper]) -> Respond:
    """A search that is in the next state at each request, and stays in the last one."""
    following = iter(states)
    state = states[0]

    def respond(query: Mapping[str, str]) -> bytes:
        nonlocal state
        state = next(following, state)
        return sru_answer(state, query, page=3)

    return respond


def test_all_pages_are_read_and_kept(tmp_path: Path) -> None:
    """A listing of three pages gives all its records, and its answers stand in the folder as they came."""
    with _answering(lambda query: sru_answer(PAPERS, query, page=3)) as server:
        gathered = _gather(server, tmp_path)

    assert (len(_ids(gathered)), gathered.fault) == (7, "")
    assert sorted(path.name for path in (tmp_path / "sru/x").iterdir()) == ["0001.xml", "0002.xml", "0003.xml"]


@pytest.mark.parametrize(
    "states",
    [
        pytest.param([PAPERS, PAPERS[1:], PAPERS[1:]], id="one fewer"),
        pytest.param([PAPERS[1:], PAPERS, PAPERS], id="one more in front: a record comes twice"),
        pytest.param([PAPERS, [*PAPERS[1:], PAPERS[0]]], id="one moved to the end: another is passed over"),
    ],
)
def test_a_listing_that_changes_is_read_again(tmp_path: Path, states: list[list[Paper]]) -> None:
    """What changed between two pages is noticed, and the second reading, of a listing that stands still, is whole."""
    with _answering(_moving(*states)) as server:
        gathered = _gather(server, tmp_path)

    assert gathered.fault == ""
    assert _ids(gathered) == {paper.id for paper in states[-1]}


def test_a_listing_that_never_stands_still_is_reported(tmp_path: Path) -> None:
    """After three readings it is named as incomplete; what was seen is there for planning, and no page is kept."""
    states = [PAPERS[at % 2 :] for at in range(100)]
    with _answering(_moving(*states)) as server:
        gathered = _gather(server, tmp_path)

    assert "changed while they were read, 3 times" in gathered.fault
    assert len(_ids(gathered)) >= 6
    assert not (tmp_path / "sru").exists()


def test_a_count_that_does_not_hold_is_reported(tmp_path: Path) -> None:
    """Nine announced and seven sent is a gap, however often it is the same."""
    with _answering(lambda query: sru_answer(PAPERS, query, page=3, total=9)) as server:
        gathered = _gather(server, tmp_path)

    assert "9 records were announced and 7 came" in gathered.fault


def test_an_estimate_need_not_hold(tmp_path: Path) -> None:
    """Where the search says that it estimates, the same records twice over are taken for all there are."""
    with _answering(lambda query: sru_answer(PAPERS, query, page=3, total=9, tail=ESTIMATE)) as server:
        gathered = _gather(server, tmp_path)

    assert (gathered.fault, len(_ids(gathered))) == ("", 7)


def test_a_record_that_is_listed_twice_is_taken_once(tmp_path: Path) -> None:
    """A double that comes again at the second reading is the source's own, and no change."""
    with _answering(lambda query: sru_answer([*PAPERS, PAPERS[0]], query, page=3)) as server:
        gathered = _gather(server, tmp_path)

    assert (gathered.fault, len(gathered.items)) == ("", 7)


def test_a_listing_in_a_circle_ends(tmp_path: Path) -> None:
    """A next page that was read already is an error, not a download without end."""
    with _answering(lambda query: sru_answer(PAPERS, {**query, "startRecord": "1"}, page=3)) as server:
        gathered = _gather(server, tmp_path)

    assert "leads in a circle" in gathered.fault
    assert len(server.requests) <= 6


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault(body=DIAGNOSTIC), "onbekend voorvoegsel"),
        (Fault(body=HTML_ERROR), "a page of HTML came instead of XML"),
        (Fault(500), "the source answers 500"),
        (Fault(sent=0.5), "cut off"),
    ],
)
def test_a_page_that_cannot_be_had_is_reported(tmp_path: Path, fault: Fault, reason: str) -> None:
    """The pages before it serve the plan; the listing is named as incomplete, and none of it is kept."""
    with _answering(lambda query: sru_answer(PAPERS, query, page=3)) as server:
        server.fail("startRecord=4", fault)
        gathered = _gather(server, tmp_path)

    assert reason in gathered.fault
    assert len(_ids(gathered)) == 3
    assert not (tmp_path / "sru").exists()


def test_a_complete_listing_outlives_a_failed_reading(tmp_path: Path) -> None:
    """What was complete stays as it was until a newer listing is complete."""
    with _answering(lambda query: sru_answer(PAPERS, query, page=3)) as server:
        _gather(server, tmp_path)
        before = {path: path.read_bytes() for path in (tmp_path / "sru/x").iterdir()}
        server.questions[f"{KOOP}/sru"] = lambda query: sru_answer(PAPERS[2:], query, page=3)
        server.fail("startRecord=4", Fault(500))
        _gather(server, tmp_path)

    assert {path: path.read_bytes() for path in (tmp_path / "sru/x").iterdir()} == before


def test_pages_of_a_shorter_listing_go(tmp_path: Path) -> None:
    """When a listing has become shorter, its old last pages are removed."""
    with _answering(lambda query: sru_answer(PAPERS, query, page=3)) as server:
        _gather(server, tmp_path)
        server.questions[f"{KOOP}/sru"] = lambda query: sru_answer(PAPERS[:2], query, page=3)
        _gather(server, tmp_path)

    assert [path.name for path in (tmp_path / "sru/x").iterdir()] == ["0001.xml"]


@pytest.fixture(name="conditional")
def _conditional() -> Iterator[ReplayServer]:
    with ReplayServer({}, {f"{KOOP}/sru": lambda query: sru_answer(PAPERS, query, page=3)}) as server:
        yield server


def test_pages_are_asked_for_conditionally(tmp_path: Path, conditional: ReplayServer) -> None:
    """Where the search gives validators, an unchanged page is taken from the folder."""
    first = _gather(conditional, tmp_path)
    conditional.requests.clear()
    second = _gather(conditional, tmp_path)

    assert [request.status for request in conditional.requests] == [304, 304, 304]
    assert first == second
