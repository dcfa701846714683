"""One request: polite, bounded, and never taking for an answer what is none."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from email.utils import formatdate
from itertools import pairwise
from typing import IO

import pytest
from msgspec.structs import replace

from ctgraph.errors import SourceError
from ctgraph.sources.official.client import USER_AGENT, Answer, Client, Validators
from ctgraph.sources.official.contents import Form, check
from replay.server import HTML_ERROR, Fault, ReplayServer

HOST = "repository.overheid.nl"
ADDRESS = f"https://{HOST}/frbr/x.xml"
BODY = b"<stuk>" + b"tekst " * 500 + b"</stuk>"


@pytest.fixture(name="server")
def _server() -> Iterator[ReplayServer]:
    with ReplayServer({f"{HOST}/frbr/x.xml": BODY, f"{HOST}/frbr/y.xml": b"<y/>"}) as server:
        yield server


def _right(body: IO[bytes]) -> None:
    check(body, Form.XML, ADDRESS)


def _get(
    server: ReplayServer, held: Validators | None = None, largest: int = 10**6, **limits: float
) -> tuple[Answer, bytes]:
    sink = io.BytesIO()
    with Client(replace(server.limits, **limits)) as client:
        return client.get(ADDRESS, sink, largest, _right, held), sink.getvalue()


def test_the_client_says_who_it_is(server: ReplayServer) -> None:
    """Each request carries the program's name, version and an address to read more at."""
    assert _get(server)[1] == BODY
    assert server.requests[0].headers["User-Agent"] == USER_AGENT
    assert "https://" in USER_AGENT


def test_an_answer_has_its_length_digest_and_validators(server: ReplayServer) -> None:
    """What is needed to ask conditionally the next time, and to know the file again."""
    answer, _ = _get(server)

    assert (answer.fresh, answer.length, len(answer.sha256)) == (True, len(BODY), 64)
    assert answer.validators.etag.startswith('"')
    assert answer.validators.modified == "Wed, 06 Jul 2022 10:00:00 GMT"


def test_what_is_held_is_asked_for_conditionally(server: ReplayServer) -> None:
    """The validators are sent back, and an unchanged file is not sent again."""
    held = _get(server)[0].validators
    answer, body = _get(server, held)

    assert (answer.fresh, body) == (False, b"")
    assert server.requests[1].headers["If-None-Match"] == held.etag
    assert server.requests[1].headers["If-Modified-Since"] == held.modified


PASSING = {
    "500": Fault(500),
    "502 with a page": Fault(502, body=HTML_ERROR),
    "429": Fault(429, {"Retry-After": "0"}),
    "503 with a date": Fault(503, {"Retry-After": formatdate(0, usegmt=True)}),
    "503 with nonsense": Fault(503, {"Retry-After": "straks"}),
    "cut off": Fault(sent=0.5),
    "nothing sent": Fault(sent=0.0),
    "longer than sent": Fault(declared=10),
    "shorter than sent": Fault(declared=-10),
    "a page of HTML": Fault(body=HTML_ERROR),
    "a page of HTML that is no XML": Fault(body=b"<html><p>Storing<br></html>"),
    "an empty body": Fault(body=b""),
    "no answer in time": Fault(delay=0.5),
}


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING.keys())
def test_a_passing_fault_is_got_over(server: ReplayServer, fault: Fault) -> None:
    """After one such answer the next attempt has the whole file, and nothing of the first is left in it."""
    server.fail("x.xml", fault, times=1)

    assert _get(server, deadline=1.0)[1] == BODY
    assert len(server.requests) == 2


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING.keys())
def test_a_lasting_fault_is_given_up(server: ReplayServer, fault: Fault) -> None:
    """The attempts are bounded; then the error says where and that a later run may help."""
    server.fail("x.xml", fault)

    with pytest.raises(SourceError, match=r"x\.xml.*Run the same command later") as caught:
        _get(server, deadline=0.6, attempts=2)
    assert caught.value.again
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault(404), "there is nothing there"),
        (Fault(410), "there is nothing there"),
        (Fault(403), "the source answers 403"),
        (Fault(400), "the source answers 400"),
        (Fault(206), "the source answers 206"),
        (Fault(304), "the source answers 304"),
        (Fault(302, {"Location": f"https://{HOST}/frbr/x.xml"}), "redirected more than 5 times"),
        (Fault(302, {"Location": "/repository.overheid.nl/frbr/x.xml"}), "redirected more than 5 times"),
        (Fault(302, {"Location": "http://127.0.0.1:1/"}), "leads away from the official hosts"),
        (Fault(302), "redirected more than 5 times"),
        (Fault(body=b"<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>"), "brings a document type"),
        (Fault(429, {"Retry-After": "86400"}), "asks to wait 86400 s"),
    ],
)
def test_what_no_attempt_can_help_is_not_tried_again(server: ReplayServer, fault: Fault, reason: str) -> None:
    """A refusal ends at once with its reason, and costs no further request."""
    server.fail("x.xml", fault)

    with pytest.raises(SourceError, match=reason):
        _get(server)
    assert len(server.requests) == (6 if fault.status == 302 and "127" not in str(fault.headers) else 1)


def test_a_redirect_among_the_official_hosts_is_followed(server: ReplayServer) -> None:
    """The answer is that of the address which the redirect names."""
    server.fail("x.xml", Fault(301, {"Location": f"https://{HOST}/frbr/y.xml"}))

    assert _get(server)[1] == b"<y/>"


def test_retry_after_keeps_the_whole_host_quiet(server: ReplayServer) -> None:
    """The next request comes as late as the source asked, not as early as our own wait would have it."""
    server.fail("x.xml", Fault(429, {"Retry-After": "1"}), times=1)
    _get(server)

    first, second = server.requests
    assert 0.95 < second.at - first.at < 3


def test_requests_keep_a_distance(server: ReplayServer) -> None:
    """Requests to one host stand at least the interval apart."""
    with Client(replace(server.limits, interval=0.2)) as client:
        for _ in range(3):
            client.get(ADDRESS, io.BytesIO(), 10**6, _right)

    times = [request.at for request in server.requests]
    assert min(later - earlier for earlier, later in pairwise(times)) > 0.15


def test_a_giant_body_is_refused(server: ReplayServer) -> None:
    """Above the limit nothing more is read, whatever length was announced, and it is not tried again."""
    with pytest.raises(SourceError, match="larger than"):
        _get(server, largest=1_000)
    assert len(server.requests) == 1


def test_a_host_that_always_fails_is_asked_no_more() -> None:
    """After so many requests that failed in all attempts the others are listed without being sent."""
    with ReplayServer({}) as server, Client(replace(server.limits, attempts=1, given_up=2)) as client:
        server.fail("", Fault(500))
        reasons = []
        for _ in range(4):
            with pytest.raises(SourceError) as caught:
                client.get(ADDRESS, io.BytesIO(), 10, _right)
            reasons.append("failed too often" in caught.value.reason)

    assert reasons == [False, False, True, True]
    assert len(server.requests) == 2


def test_a_host_that_asks_for_a_long_rest_gets_it(server: ReplayServer) -> None:
    """When it asks to wait longer than we ever do, it is asked no more in this run, for nothing."""
    server.fail("x.xml", Fault(503, {"Retry-After": "7200"}))
    with Client(server.limits) as client:
        for reason in ("asks to wait 7200 s", "was asked no more"):
            with pytest.raises(SourceError, match=reason):
                client.get(ADDRESS, io.BytesIO(), 10, _right)
    assert len(server.requests) == 1


def test_nobody_there_is_an_error_of_the_source() -> None:
    """A host that cannot be reached is reported as such, after the bounded attempts."""
    with ReplayServer({}) as server:
        limits = server.limits
    with Client(limits) as client, pytest.raises(SourceError, match="connection failed"):
        client.get(ADDRESS, io.BytesIO(), 10, _right)


def test_a_stop_ends_every_wait(server: ReplayServer) -> None:
    """Once stopped, nothing waits for its turn or its next attempt."""
    server.fail("x.xml", Fault(500))
    with Client(replace(server.limits, backoff=60.0)) as client:
        client.stopped.set()
        started = time.monotonic()
        with pytest.raises(SourceError):
            client.get(ADDRESS, io.BytesIO(), 10, _right)
    assert time.monotonic() - started < 30
