"""What has changed at the publishers since a day, or since the last time that it was asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ctgraph.sources.official.orders import Changes, Dossier, Law
from replay.publishers import Paper, Publishers
from replay.server import Fault, ReplayServer
from sources.official.downloads import LAW, NUMBER, downloaded, files_of, papers_of

SINCE = date(2031, 3, 5)


def test_changes_where_nothing_is_followed(server: ReplayServer, publishers: Publishers, tmp_path: Path) -> None:
    """All papers of parliament since the day, and every change of the chamber's records since then."""
    publishers.papers.append(Paper("kst-39700-1", "39700", modified="2031-03-06"))
    server.files = publishers.files()
    report = downloaded(server, tmp_path, Changes(SINCE))
    pages = [body for path, body in files_of(tmp_path).items() if path.startswith("syncfeed/Zaak/")]
    days = [day for day in range(1, 11) if any(f"2031-03-{day:02}T".encode() in page for page in pages)]

    assert report.missing == ()
    assert {path.split("/")[2] for path in papers_of(tmp_path)} == {"kst-39700-1"}
    assert days[-6:] == [5, 6, 7, 8, 9, 10]
    assert "Persoon" not in "".join(server.addresses())


def test_changes_go_on_where_they_were_left(server: ReplayServer, publishers: Publishers, tmp_path: Path) -> None:
    """A later run reads only what was added to the feeds; one that begins earlier looks for that day."""
    downloaded(server, tmp_path, Changes(SINCE))
    publishers.feed.append((40_000, "Zaak", "2031-03-11T09:00:00Z"))
    server.heal()
    downloaded(server, tmp_path, Changes(date(2031, 3, 10)))
    asked = server.addresses("category=Zaak&")

    assert len(asked) == 2
    assert any(b"2031-03-11T" in body for path, body in files_of(tmp_path).items() if path.startswith("syncfeed/Zaak/"))
    server.heal()
    downloaded(server, tmp_path, Changes(date(2031, 3, 2)))
    assert len(server.addresses("category=Zaak&")) > 5


def test_changes_of_what_is_followed(server: ReplayServer, publishers: Publishers, tmp_path: Path) -> None:
    """Dossiers and laws of earlier downloads are brought up to date; other dossiers are left alone."""
    downloaded(server, tmp_path, Dossier(NUMBER), Law(LAW))
    publishers.papers += [
        Paper(f"kst-{NUMBER}-9", NUMBER, modified="2031-03-06"), Paper("kst-39700-1", "39700", modified="2031-03-06"),
    ]  # fmt: skip
    publishers.laws[LAW]["2031-04-01_0"] = b"<toestand/>"
    server.files = publishers.files()
    downloaded(server, tmp_path, Changes(SINCE))

    assert {f"kst-{NUMBER}-9", "kst-39700-1"} & {path.split("/")[2] for path in papers_of(tmp_path)} == {
        f"kst-{NUMBER}-9"
    }
    assert f"bwb/{LAW}/2031-04-01_0/xml/{LAW}_2031-04-01_0.xml" in files_of(tmp_path)


def test_a_feed_that_fails_is_listed_and_read_on_later(server: ReplayServer, tmp_path: Path) -> None:
    """One category may fail; the others are read, and the next run begins where this one stopped."""
    server.fail("category=Zaak&skiptoken=1[0-9]000", Fault(500))
    report = downloaded(server, tmp_path, Changes(SINCE))
    assert [missing.path for missing in report.missing] == ["syncfeed/Zaak"]

    server.heal()
    assert downloaded(server, tmp_path, Changes(SINCE)).missing == ()
    assert any(b"2031-03-10T" in body for path, body in files_of(tmp_path).items() if path.startswith("syncfeed/Zaak/"))
