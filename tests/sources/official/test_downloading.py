"""A whole download from a server that plays the official hosts: what ends in the folder, and what is told as missing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from ctgraph.errors import CacheError
from ctgraph.sources.official.cache import STATE
from ctgraph.sources.official.contents import Form, check
from ctgraph.sources.official.downloading import download
from ctgraph.sources.official.files import Outcome
from ctgraph.sources.official.orders import Changes, Dossier, Law, Order, Publication
from ctgraph.sources.official.run import Report
from replay.publishers import CHAMBER, DIAGNOSTIC, KOOP, Paper, Publishers, dossier
from replay.server import HTML_ERROR, Fault, Query, ReplayServer

NUMBER = "39512"
LAW = "BWBR0099001"


@pytest.fixture(name="publishers")
def _publishers() -> Publishers:
    return dossier(NUMBER)


@pytest.fixture(name="server")
def _server(publishers: Publishers) -> Iterator[ReplayServer]:
    with ReplayServer(publishers.files(), publishers.questions()) as server:
        yield server


def _download(server: ReplayServer, folder: Path, *orders: Order) -> Report:
    return download(orders, folder, server.limits, lambda *_: None)


def _files(folder: Path) -> dict[str, bytes]:
    """The files by path, without those of the state."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and STATE not in path.parts
    }


def _papers(folder: Path) -> set[str]:
    return {path.removeprefix("officielepublicaties/") for path in _files(folder) if path.startswith("officiele")}


def _sound(folder: Path) -> bool:
    """Whether every file is whole by its own form, and no part of one is left."""
    for path in folder.rglob("*"):
        if path.is_file() and STATE not in path.parts:
            form = Form.XML if path.suffix in (".xml", ".WTI") else Form(path.suffix[1:])
            with open(path, "rb") as file:
                check(file, form, str(path))
    return not list((folder / STATE).glob("*.part"))


def test_a_dossier_comes_whole(server: ReplayServer, tmp_path: Path) -> None:
    """Metadata and text of each publication, attachments too; XML where it is made up, else what there is."""
    report = _download(server, tmp_path, Dossier(NUMBER))

    assert report.missing == ()
    assert report.outcomes == {Outcome.NEW: 12}
    assert _papers(tmp_path) == {
        *(f"kst/{NUMBER}/kst-{NUMBER}-{at}/1/xml/kst-{NUMBER}-{at}.xml" for at in range(1, 5)),
        *(f"kst/{NUMBER}/kst-{NUMBER}-{at}/1/metadata/metadata.xml" for at in range(1, 5)),
        f"kst/onopgemaakt/kst-90{NUMBER}/1/pdf/kst-90{NUMBER}.pdf",
        f"kst/onopgemaakt/kst-90{NUMBER}/1/metadata/metadata.xml",
        f"blg/onopgemaakt/blg-8{NUMBER}/1/pdf/blg-8{NUMBER}.pdf",
        f"blg/onopgemaakt/blg-8{NUMBER}/1/metadata/metadata.xml",
    }
    assert _sound(tmp_path)


def test_the_records_of_the_chamber_come_with_it(server: ReplayServer, tmp_path: Path) -> None:
    """Every row of every page stands in the folder as the chamber sent it, commitments of the activities too."""
    _download(server, tmp_path, Dossier(NUMBER))
    rows = {
        entity: [
            row["Id"]
            for path, body in _files(tmp_path).items()
            if path.startswith(f"odata/{NUMBER}/{entity}/")
            for row in json.loads(body)["value"]
        ]
        for entity in ("Kamerstukdossier", "Zaak", "Zaak-Besluit", "Document", "Toezegging-001")
    }

    assert {entity: len(ids) for entity, ids in rows.items()} == {
        "Kamerstukdossier": 1, "Zaak": 5, "Zaak-Besluit": 5, "Document": 3, "Toezegging-001": 1,
    }  # fmt: skip
    assert any("2031A00003" in address for address in server.addresses("Toezegging"))


def test_the_files_are_those_of_the_publisher(server: ReplayServer, publishers: Publishers, tmp_path: Path) -> None:
    """Byte for byte."""
    _download(server, tmp_path, Dossier(NUMBER), Law(LAW))
    published = {address.partition("/")[2].removeprefix("frbr/"): body for address, body in publishers.files().items()}

    for path, body in _files(tmp_path).items():
        if path.startswith(("officielepublicaties", "bwb")):
            assert body == published[path], path


def test_a_second_run_downloads_no_paper_anew(server: ReplayServer, tmp_path: Path) -> None:
    """The listings are asked again; files that did not change by them are not asked for at all."""
    _download(server, tmp_path, Dossier(NUMBER))
    before = _files(tmp_path)
    server.heal()
    report = _download(server, tmp_path, Dossier(NUMBER))

    assert report.outcomes == {Outcome.KEPT: 12}
    assert server.addresses("/frbr/") == []
    assert {request.status for request in server.requests} == {304}
    assert _files(tmp_path) == before


def test_a_touched_record_is_asked_for_conditionally(
    server: ReplayServer, publishers: Publishers, tmp_path: Path
) -> None:
    """A newer stamp in the search leads to a conditional request; 304 keeps the file, 200 replaces it."""
    _download(server, tmp_path, Dossier(NUMBER))
    newer = "2031-05-01T10:00:00+02:00"
    publishers.papers[0] = replace(publishers.papers[0], stamp=newer)
    publishers.papers[1] = replace(publishers.papers[1], stamp=newer, text="Gerectificeerd.")
    server.files = publishers.files()
    server.heal()
    report = _download(server, tmp_path, Dossier(NUMBER))

    asked = [request for request in server.requests if "/frbr/" in request.address]
    assert sorted(request.status for request in asked) == [200, 304, 304, 304]
    assert all(request.headers["If-None-Match"] for request in asked)
    assert report.outcomes == {Outcome.KEPT: 8, Outcome.UNCHANGED: 3, Outcome.CHANGED: 1}
    assert (
        b"Gerectificeerd."
        in _files(tmp_path)[f"officielepublicaties/kst/{NUMBER}/kst-{NUMBER}-2/1/xml/kst-{NUMBER}-2.xml"]
    )


def test_without_validators_the_bytes_decide(publishers: Publishers, tmp_path: Path) -> None:
    """A source that knows no conditional requests sends the file again; the same bytes count as unchanged."""
    with ReplayServer(publishers.files(), publishers.questions(), validators=False) as server:
        _download(server, tmp_path, Law(LAW))
        report = _download(server, tmp_path, Law(LAW))

    assert report.outcomes == {Outcome.UNCHANGED: 2, Outcome.KEPT: 3}


def test_a_damaged_file_is_fetched_again(server: ReplayServer, tmp_path: Path) -> None:
    """What was changed in the folder since does not count as there, whatever the search says."""
    _download(server, tmp_path, Dossier(NUMBER))
    path = next(tmp_path.rglob(f"kst-{NUMBER}-2.xml"))
    whole = path.read_bytes()
    path.write_bytes(whole[:100])
    report = _download(server, tmp_path, Dossier(NUMBER))

    assert report.outcomes == {Outcome.KEPT: 11, Outcome.NEW: 1}
    assert path.read_bytes() == whole


def test_a_publication_comes_with_its_attachments(server: ReplayServer, tmp_path: Path) -> None:
    """An id brings the paper and the attachments that its record names."""
    _download(server, tmp_path, Publication(f"kst-90{NUMBER}"))

    assert {path.split("/")[2] for path in _papers(tmp_path)} == {f"kst-90{NUMBER}", f"blg-8{NUMBER}"}


def test_a_numbered_paper_comes_with_its_case(server: ReplayServer, tmp_path: Path) -> None:
    """The chamber is asked for the case of that number in that dossier."""
    _download(server, tmp_path, Publication(f"kst-{NUMBER}-3"))

    assert any("Volgnummer%20eq%203" in address for address in server.addresses("OData"))
    assert {path.split("/")[2] for path in _papers(tmp_path)} == {f"kst-{NUMBER}-3"}


def test_a_paper_of_the_senate_is_not_asked_of_the_other_chamber(tmp_path: Path) -> None:
    """Its number is a letter; the records are those of the Tweede Kamer."""
    publishers = Publishers([Paper(f"kst-{NUMBER}-B", NUMBER)])
    with ReplayServer(publishers.files(), publishers.questions()) as server:
        report = _download(server, tmp_path, Publication(f"kst-{NUMBER}-B"))

    assert (report.missing, server.addresses("OData")) == ((), [])


def test_a_law_comes_with_its_history_and_versions(server: ReplayServer, tmp_path: Path) -> None:
    """Manifest, WTI and each version under its label; in the next run only the first two are asked for."""
    _download(server, tmp_path, Law(LAW))
    assert {path for path in _files(tmp_path) if path.startswith("bwb/")} == {
        f"bwb/{LAW}/manifest.xml",
        f"bwb/{LAW}/{LAW}.WTI",
        *(f"bwb/{LAW}/{x}/xml/{LAW}_{x}.xml" for x in ("2029-01-01_0", "2030-07-01_0", "2031-01-01_1")),
    }
    server.heal()
    _download(server, tmp_path, Law(LAW))
    assert len(server.addresses("/bwb/")) == 2


def test_only_the_last_version_of_a_law(server: ReplayServer, tmp_path: Path) -> None:
    """`--latest` leaves the older ones where they are."""
    _download(server, tmp_path, Law(LAW, latest=True))

    assert [path for path in _files(tmp_path) if "/xml/" in path] == [
        f"bwb/{LAW}/2031-01-01_1/xml/{LAW}_2031-01-01_1.xml"
    ]


def test_a_version_must_be_the_one_of_the_manifest(server: ReplayServer, tmp_path: Path) -> None:
    """Well-formed XML with another SHA-512 than the manifest states is not taken."""
    server.fail("2030-07-01_0.xml", Fault(body=b"<toestand/>"))
    report = _download(server, tmp_path, Law(LAW))

    assert [missing.path for missing in report.missing] == [f"bwb/{LAW}/2030-07-01_0/xml/{LAW}_2030-07-01_0.xml"]
    assert "SHA-512" in report.missing[0].reason


@pytest.mark.parametrize("order", [Dossier("39000"), Publication("kst-39000-1"), Law("BWBR0099999")])
def test_what_no_search_knows_is_missing(server: ReplayServer, tmp_path: Path, order: Order) -> None:
    """A number that does not exist is told as that."""
    report = _download(server, tmp_path, order)

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
    assert path not in _files(tmp_path)
    assert _sound(tmp_path)

    server.heal()
    again = _download(server, tmp_path, Dossier(NUMBER))
    assert (again.missing, again.earlier, again.outcomes) == ((), (), {Outcome.KEPT: 11, Outcome.NEW: 1})


PASSING = [Fault(500), Fault(429, {"Retry-After": "0"}), Fault(sent=0.4), Fault(declared=5), Fault(body=HTML_ERROR)]


@pytest.mark.parametrize("fault", PASSING)
def test_passing_faults_leave_nothing_missing(server: ReplayServer, tmp_path: Path, fault: Fault) -> None:
    """When every third request fails once, of listings and files alike, the folder still ends complete."""
    for part in ("startRecord=3", "Zaak?", "kst-39512-1.xml", "kst-39512-3.xml", "metadata.xml", "skiptoken"):
        server.fail(part.replace("?", r"\?"), fault, times=1)
    report = _download(server, tmp_path, Dossier(NUMBER))

    assert (report.missing, report.outcomes) == ((), {Outcome.NEW: 12})
    assert _sound(tmp_path)


def test_a_diagnostic_in_a_200_is_told(server: ReplayServer, tmp_path: Path) -> None:
    """The search's own words are given; what else can be had is had."""
    server.fail("/sru", Fault(body=DIAGNOSTIC))
    report = _download(server, tmp_path, Dossier(NUMBER))

    assert [missing.path for missing in report.missing] == [f"sru/{NUMBER}"]
    assert "onbekend voorvoegsel" in report.missing[0].reason
    assert any(path.startswith("odata/") for path in _files(tmp_path))


def test_the_chamber_may_fail_alone(server: ReplayServer, tmp_path: Path) -> None:
    """The papers are complete, and each listing of the chamber is named."""
    server.fail(CHAMBER, Fault(400, body=b"{}"))
    report = _download(server, tmp_path, Dossier(NUMBER))

    assert len(_papers(tmp_path)) == 12
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
        report = _download(server, tmp_path, Dossier(NUMBER))

    reasons = {missing.path: missing.reason for missing in report.missing}
    assert "leads away" in reasons[f"publication kst-{NUMBER}-1"]
    assert "no file of the repository" in reasons[f"publication kst-{NUMBER}-2"]
    assert not any("%2f" in address for address in server.addresses())


@pytest.mark.parametrize("attachment", ["../../x", 'blg-1"or', ".download/journal", "/etc/passwd", ""])
def test_an_attachment_that_is_no_id_is_refused(tmp_path: Path, attachment: str) -> None:
    """What a record names as its attachment is neither searched for nor made a path of; the paper itself is had."""
    publishers = Publishers([Paper(f"kst-{NUMBER}-B", NUMBER, attachments=(attachment,))])
    with ReplayServer(publishers.files(), publishers.questions()) as server:
        report = _download(server, tmp_path / "papers", Publication(f"kst-{NUMBER}-B"))

    assert ["is no id" in missing.reason for missing in report.missing] == [True]
    assert report.outcomes.total() == 2
    assert [path.name for path in tmp_path.iterdir()] == ["papers"]
    assert len(server.addresses("/sru")) == 1


def test_a_record_without_a_text_is_listed(publishers: Publishers, tmp_path: Path) -> None:
    """A publication whose record names no file in a form that is read is told, with the page to look at."""

    def bare(query: Query) -> bytes:
        return publishers.search(query).replace(b'manifestation="pdf"', b'manifestation="jpg"')

    with ReplayServer(publishers.files(), {**publishers.questions(), f"{KOOP}/sru": bare}) as server:
        report = _download(server, tmp_path, Dossier(NUMBER))

    assert [missing.path for missing in report.missing] == [f"publication blg-8{NUMBER}", f"publication kst-90{NUMBER}"]
    assert report.missing[0].address.endswith(f"/blg-8{NUMBER}.html")


def test_few_requests_run_at_once(tmp_path: Path) -> None:
    """Never more than the limit, however many files there are."""
    publishers = dossier(NUMBER, papers=30)
    with ReplayServer(publishers.files(), publishers.questions()) as server:
        server.fail("/frbr/", Fault(delay=0.001))
        _download(server, tmp_path, Dossier(NUMBER))
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
        _download(server, tmp_path, Dossier(NUMBER))
    assert (tmp_path / "officielepublicaties").read_text() == "mijn notities"


SINCE = date(2031, 3, 5)


def test_changes_where_nothing_is_followed(server: ReplayServer, publishers: Publishers, tmp_path: Path) -> None:
    """All papers of parliament since the day, and every change of the chamber's records since then."""
    publishers.papers.append(Paper("kst-39700-1", "39700", modified="2031-03-06"))
    server.files = publishers.files()
    report = _download(server, tmp_path, Changes(SINCE))
    pages = [body for path, body in _files(tmp_path).items() if path.startswith("syncfeed/Zaak/")]
    days = [day for day in range(1, 11) if any(f"2031-03-{day:02}T".encode() in page for page in pages)]

    assert report.missing == ()
    assert {path.split("/")[2] for path in _papers(tmp_path)} == {"kst-39700-1"}
    assert days[-6:] == [5, 6, 7, 8, 9, 10]
    assert "Persoon" not in "".join(server.addresses())


def test_changes_go_on_where_they_were_left(server: ReplayServer, publishers: Publishers, tmp_path: Path) -> None:
    """A later run reads only what was added to the feeds; one that begins earlier looks for that day."""
    _download(server, tmp_path, Changes(SINCE))
    publishers.feed.append((40_000, "Zaak", "2031-03-11T09:00:00Z"))
    server.heal()
    _download(server, tmp_path, Changes(date(2031, 3, 10)))
    asked = server.addresses("category=Zaak&")

    assert len(asked) == 2
    assert any(b"2031-03-11T" in body for path, body in _files(tmp_path).items() if path.startswith("syncfeed/Zaak/"))
    server.heal()
    _download(server, tmp_path, Changes(date(2031, 3, 2)))
    assert len(server.addresses("category=Zaak&")) > 5


def test_changes_of_what_is_followed(server: ReplayServer, publishers: Publishers, tmp_path: Path) -> None:
    """Dossiers and laws of earlier downloads are brought up to date; other dossiers are left alone."""
    _download(server, tmp_path, Dossier(NUMBER), Law(LAW))
    publishers.papers += [
        Paper(f"kst-{NUMBER}-9", NUMBER, modified="2031-03-06"), Paper("kst-39700-1", "39700", modified="2031-03-06"),
    ]  # fmt: skip
    publishers.laws[LAW]["2031-04-01_0"] = b"<toestand/>"
    server.files = publishers.files()
    _download(server, tmp_path, Changes(SINCE))

    assert {f"kst-{NUMBER}-9", "kst-39700-1"} & {path.split("/")[2] for path in _papers(tmp_path)} == {
        f"kst-{NUMBER}-9"
    }
    assert f"bwb/{LAW}/2031-04-01_0/xml/{LAW}_2031-04-01_0.xml" in _files(tmp_path)


def test_a_feed_that_fails_is_listed_and_read_on_later(server: ReplayServer, tmp_path: Path) -> None:
    """One category may fail; the others are read, and the next run begins where this one stopped."""
    server.fail("category=Zaak&skiptoken=1[0-9]000", Fault(500))
    report = _download(server, tmp_path, Changes(SINCE))
    assert [missing.path for missing in report.missing] == ["syncfeed/Zaak"]

    server.heal()
    assert _download(server, tmp_path, Changes(SINCE)).missing == ()
    assert any(b"2031-03-10T" in body for path, body in _files(tmp_path).items() if path.startswith("syncfeed/Zaak/"))
