"""What cannot be had in a download is listed with its reason, and nothing else is lost for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from ctgraph.errors import CacheError
from ctgraph.sources.official.downloading import download
from ctgraph.sources.official.files import Outcome
from ctgraph.sources.official.orders import Dossier, Law, Order, Publication
from replay.publishers import CHAMBER, DIAGNOSTIC, KOOP, Paper, Publishers, dossier
from replay.server import HTML_ERROR, Fault, Query, ReplayServer
from sources.official.downloads import NUMBER, downloaded, files_of, is_sound, papers_of


@pytest.mark.parametrize("order", [Dossier("39000"), Publication("kst-39000-1"), Law("BWBR0099999")])
def test_what_no_search_knows_is_missing(server: ReplayServer, tmp_path: Path, order: Order) -> None:
    """A number that does not exist is told as that."""
    report = downloaded(server, tmp_path, order)

    assert ["knows nothing of that name" in missing.reason for missing in report.missing] == [True]


LASTING = {
    "404": (Fault(404), "there is nothing there"),
    "500": (Fault(500), "answers 500"),
    "429": (Fault(429, {"Retry-After": "0"}), "answers 429"),
    "cut off": (Fault(sent=0.5), "cut off"),
    "too long a length": (Fault(declared=50), "cut off"),
    "too short a length": (Fault(declared=-9), "no well-formed XML"),
    "slow": (Fault(delay=0.3), "took longer than"),
    "a redirect loop": (Fault(302, {"Location": f"https://{KOOP}/frbr/a"}), "redirected more than"),
    "a redirect away": (Fault(302, {"Location": "http://127.0.0.1:1/"}), "leads away"),
    "HTML": (Fault(body=HTML_ERROR), "a page of HTML came"),
    "a DTD": (Fault(body=b"<!DOCTYPE x><x/>"), "document type"),
}


@pytest.mark.parametrize(("fault", "reason"), LASTING.values(), ids=LASTING.keys())
def test_a_file_that_cannot_be_had_is_listed(server: ReplayServer, tmp_path: Path, fault: Fault, reason: str) -> None:
    """All others are there, this one is named with the reason, and a later run gets it alone."""
    server.fail(rf"kst-{NUMBER}-2\.xml|/frbr/a", fault)
    limits = replace(server.limits, deadline=1.0)
    report = download([Dossier(NUMBER)], tmp_path, limits, lambda *_: None)

    path = f"officielepublicaties/kst/{NUMBER}/kst-{NUMBER}-2/1/xml/kst-{NUMBER}-2.xml"
    assert [missing.path for missing in report.missing] == [path]
    assert reason in report.missing[0].reason
    assert path not in files_of(tmp_path)
    assert is_sound(tmp_path)

    server.heal()
    again = downloaded(server, tmp_path, Dossier(NUMBER))
    assert (again.missing, again.earlier, again.outcomes) == ((), (), {Outcome.KEPT: 11, Outcome.NEW: 1})


PASSING = [Fault(500), Fault(429, {"Retry-After": "0"}), Fault(sent=0.4), Fault(declared=5), Fault(body=HTML_ERROR)]


@pytest.mark.parametrize("fault", PASSING)
def test_passing_faults_leave_nothing_missing(server: ReplayServer, tmp_path: Path, fault: Fault) -> None:
    """When every third request fails once, of listings and files alike, the folder still ends complete."""
    for part in ("startRecord=3", "Zaak?", "kst-39512-1.xml", "kst-39512-3.xml", "metadata.xml", "skiptoken"):
        server.fail(part.replace("?", r"\?"), fault, times=1)
    report = downloaded(server, tmp_path, Dossier(NUMBER))

    assert (report.missing, report.outcomes) == ((), {Outcome.NEW: 12})
    assert is_sound(tmp_path)


def test_a_diagnostic_in_a_200_is_told(server: ReplayServer, tmp_path: Path) -> None:
    """The search's own words are given; what else can be had is had."""
    server.fail("/sru", Fault(body=DIAGNOSTIC))
    report = downloaded(server, tmp_path, Dossier(NUMBER))

    assert [missing.path for missing in report.missing] == [f"sru/{NUMBER}"]
    assert "onbekend voorvoegsel" in report.missing[0].reason
    assert any(path.startswith("odata/") for path in files_of(tmp_path))


def test_the_chamber_may_fail_alone(server: ReplayServer, tmp_path: Path) -> None:
    """The papers are complete, and each listing of the chamber is named."""
    server.fail(CHAMBER, Fault(400, body=b"{}"))
    report = downloaded(server, tmp_path, Dossier(NUMBER))

    assert len(papers_of(tmp_path)) == 12
    assert {missing.path for missing in report.missing} == {
        f"odata/{NUMBER}/{entity}" for entity in ("Kamerstukdossier", "Zaak", "Zaak-Besluit", "Document")
    }


def test_a_record_that_leads_outside_is_refused(publishers: Publishers, tmp_path: Path) -> None:
    """A search that names a file on another host, or a name with steps upwards, gets no such file."""

    def hostile(query: Query) -> bytes:
        answer = publishers.search(query)
        evil = answer.replace(
            f"https://{KOOP}/frbr/officielepublicaties/kst/{NUMBER}/kst-{NUMBER}-1".encode(), b"http://127.0.0.1:1"
        )
        return evil.replace(f"kst-{NUMBER}-2.xml".encode(), b"..%2f..%2f..%2fx.xml")

    with ReplayServer(publishers.files(), {**publishers.questions(), f"{KOOP}/sru": hostile}) as server:
        report = downloaded(server, tmp_path, Dossier(NUMBER))

    reasons = {missing.path: missing.reason for missing in report.missing}
    assert "leads away" in reasons[f"publication kst-{NUMBER}-1"]
    assert "no file of the repository" in reasons[f"publication kst-{NUMBER}-2"]
    assert not any("%2f" in address for address in server.addresses())


@pytest.mark.parametrize("attachment", ["../../x", 'blg-1"or', ".download/journal", "/etc/passwd", ""])
def test_an_attachment_that_is_no_id_is_refused(tmp_path: Path, attachment: str) -> None:
    """What a record names as its attachment is neither searched for nor made a path of; the paper itself is had."""
    publishers = Publishers([Paper(f"kst-{NUMBER}-B", NUMBER, attachments=(attachment,))])
    with ReplayServer(publishers.files(), publishers.questions()) as server:
        report = downloaded(server, tmp_path / "papers", Publication(f"kst-{NUMBER}-B"))

    assert ["is no id" in missing.reason for missing in report.missing] == [True]
    assert report.outcomes.total() == 2
    assert [path.name for path in tmp_path.iterdir()] == ["papers"]
    assert len(server.addresses("/sru")) == 1


def test_a_record_without_a_text_is_listed(publishers: Publishers, tmp_path: Path) -> None:
    """A publication whose record names no file in a form that is read is told, with the page to look at."""

    def bare(query: Query) -> bytes:
        return publishers.search(query).replace(b'manifestation="pdf"', b'manifestation="jpg"')

    with ReplayServer(publishers.files(), {**publishers.questions(), f"{KOOP}/sru": bare}) as server:
        report = downloaded(server, tmp_path, Dossier(NUMBER))

    assert [missing.path for missing in report.missing] == [f"publication blg-8{NUMBER}", f"publication kst-90{NUMBER}"]
    assert report.missing[0].address.endswith(f"/blg-8{NUMBER}.html")


def test_few_requests_run_at_once(tmp_path: Path) -> None:
    """Never more than the limit, however many files there are."""
    publishers = dossier(NUMBER, papers=30)
    with ReplayServer(publishers.files(), publishers.questions()) as server:
        server.fail("/frbr/", Fault(delay=0.001))
        downloaded(server, tmp_path, Dossier(NUMBER))
        assert 2 <= server.most_at_once <= server.limits.parallel


def test_progress_counts_up_to_the_total(server: ReplayServer, tmp_path: Path) -> None:
    """Files are counted one by one to their number, so that the time left can be told."""
    steps: list[tuple[str, int, int]] = []
    download([Dossier(NUMBER)], tmp_path, server.limits, lambda *step: steps.append(step))

    assert [step[1:] for step in steps if step[0] == f"dossier {NUMBER}"] == [(at, 12) for at in range(1, 13)]


def test_an_unusable_folder_ends_the_download(server: ReplayServer, tmp_path: Path) -> None:
    """A file of the person's own in the way of a folder ends it with the reason; nothing goes on in the background."""
    (tmp_path / "officielepublicaties").write_text("mijn notities")

    with pytest.raises(CacheError, match="cannot be written"):
        downloaded(server, tmp_path, Dossier(NUMBER))
    assert (tmp_path / "officielepublicaties").read_text() == "mijn notities"
