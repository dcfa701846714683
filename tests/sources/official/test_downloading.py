"""A whole download from a server that plays the official hosts: what ends in the folder."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec.structs import replace

from ctgraph.sources.official.files import Outcome
from ctgraph.sources.official.orders import Dossier, Law, Publication
from replay.publishers import Paper, Publishers
from replay.server import Fault, ReplayServer
from sources.official.downloads import LAW, NUMBER, downloaded, files_of, is_sound, papers_of


def test_a_dossier_comes_whole(server: ReplayServer, tmp_path: Path) -> None:
    """Metadata and text of each publication, attachments too; XML where it is made up, else what there is."""
    report = downloaded(server, tmp_path, Dossier(NUMBER))

    assert report.missing == ()
    assert report.outcomes == {Outcome.NEW: 12}
    assert papers_of(tmp_path) == {
        *(f"kst/{NUMBER}/kst-{NUMBER}-{at}/1/xml/kst-{NUMBER}-{at}.xml" for at in range(1, 5)),
        *(f"kst/{NUMBER}/kst-{NUMBER}-{at}/1/metadata/metadata.xml" for at in range(1, 5)),
        f"kst/onopgemaakt/kst-90{NUMBER}/1/pdf/kst-90{NUMBER}.pdf",
        f"kst/onopgemaakt/kst-90{NUMBER}/1/metadata/metadata.xml",
        f"blg/onopgemaakt/blg-8{NUMBER}/1/pdf/blg-8{NUMBER}.pdf",
        f"blg/onopgemaakt/blg-8{NUMBER}/1/metadata/metadata.xml",
    }
    assert is_sound(tmp_path)


def test_the_records_of_the_chamber_come_with_it(server: ReplayServer, tmp_path: Path) -> None:
    """Every row of every page stands in the folder as the chamber sent it, commitments of the activities too."""
    downloaded(server, tmp_path, Dossier(NUMBER))
    rows = {
        entity: [
            row["Id"]
            for path, body in files_of(tmp_path).items()
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
    downloaded(server, tmp_path, Dossier(NUMBER), Law(LAW))
    published = {address.partition("/")[2].removeprefix("frbr/"): body for address, body in publishers.files().items()}

    for path, body in files_of(tmp_path).items():
        if path.startswith(("officielepublicaties", "bwb")):
            assert body == published[path], path


def test_a_second_run_downloads_no_paper_anew(server: ReplayServer, tmp_path: Path) -> None:
    """The listings are asked again; files that did not change by them are not asked for at all."""
    downloaded(server, tmp_path, Dossier(NUMBER))
    before = files_of(tmp_path)
    server.heal()
    report = downloaded(server, tmp_path, Dossier(NUMBER))

    assert report.outcomes == {Outcome.KEPT: 12}
    assert server.addresses("/frbr/") == []
    assert {request.status for request in server.requests} == {304}
    assert files_of(tmp_path) == before


def test_a_touched_record_is_asked_for_conditionally(
    server: ReplayServer, publishers: Publishers, tmp_path: Path
) -> None:
    """A newer stamp in the search leads to a conditional request; 304 keeps the file, 200 replaces it."""
    downloaded(server, tmp_path, Dossier(NUMBER))
    newer = "2031-05-01T10:00:00+02:00"
    publishers.papers[0] = replace(publishers.papers[0], stamp=newer)
    publishers.papers[1] = replace(publishers.papers[1], stamp=newer, text="Gerectificeerd.")
    server.files = publishers.files()
    server.heal()
    report = downloaded(server, tmp_path, Dossier(NUMBER))

    asked = [request for request in server.requests if "/frbr/" in request.address]
    assert sorted(request.status for request in asked) == [200, 304, 304, 304]
    assert all(request.headers["If-None-Match"] for request in asked)
    assert report.outcomes == {Outcome.KEPT: 8, Outcome.UNCHANGED: 3, Outcome.CHANGED: 1}
    assert (
        b"Gerectificeerd."
        in files_of(tmp_path)[f"officielepublicaties/kst/{NUMBER}/kst-{NUMBER}-2/1/xml/kst-{NUMBER}-2.xml"]
    )


def test_without_validators_the_bytes_decide(publishers: Publishers, tmp_path: Path) -> None:
    """A source that knows no conditional requests sends the file again; the same bytes count as unchanged."""
    with ReplayServer(publishers.files(), publishers.questions(), validators=False) as server:
        downloaded(server, tmp_path, Law(LAW))
        report = downloaded(server, tmp_path, Law(LAW))

    assert report.outcomes == {Outcome.UNCHANGED: 2, Outcome.KEPT: 3}


def test_a_damaged_file_is_fetched_again(server: ReplayServer, tmp_path: Path) -> None:
    """What was changed in the folder since does not count as there, whatever the search says."""
    downloaded(server, tmp_path, Dossier(NUMBER))
    path = next(tmp_path.rglob(f"kst-{NUMBER}-2.xml"))
    whole = path.read_bytes()
    path.write_bytes(whole[:100])
    report = downloaded(server, tmp_path, Dossier(NUMBER))

    assert report.outcomes == {Outcome.KEPT: 11, Outcome.NEW: 1}
    assert path.read_bytes() == whole


def test_a_publication_comes_with_its_attachments(server: ReplayServer, tmp_path: Path) -> None:
    """An id brings the paper and the attachments that its record names."""
    downloaded(server, tmp_path, Publication(f"kst-90{NUMBER}"))

    assert {path.split("/")[2] for path in papers_of(tmp_path)} == {f"kst-90{NUMBER}", f"blg-8{NUMBER}"}


def test_a_numbered_paper_comes_with_its_case(server: ReplayServer, tmp_path: Path) -> None:
    """The chamber is asked for the case of that number in that dossier."""
    downloaded(server, tmp_path, Publication(f"kst-{NUMBER}-3"))

    assert any("Volgnummer%20eq%203" in address for address in server.addresses("OData"))
    assert {path.split("/")[2] for path in papers_of(tmp_path)} == {f"kst-{NUMBER}-3"}


def test_a_paper_of_the_senate_is_not_asked_of_the_other_chamber(tmp_path: Path) -> None:
    """Its number is a letter; the records are those of the Tweede Kamer."""
    publishers = Publishers([Paper(f"kst-{NUMBER}-B", NUMBER)])
    with ReplayServer(publishers.files(), publishers.questions()) as server:
        report = downloaded(server, tmp_path, Publication(f"kst-{NUMBER}-B"))

    assert (report.missing, server.addresses("OData")) == ((), [])


def test_a_law_comes_with_its_history_and_versions(server: ReplayServer, tmp_path: Path) -> None:
    """Manifest, WTI and each version under its label; in the next run only the first two are asked for."""
    downloaded(server, tmp_path, Law(LAW))
    assert {path for path in files_of(tmp_path) if path.startswith("bwb/")} == {
        f"bwb/{LAW}/manifest.xml",
        f"bwb/{LAW}/{LAW}.WTI",
        *(f"bwb/{LAW}/{x}/xml/{LAW}_{x}.xml" for x in ("2029-01-01_0", "2030-07-01_0", "2031-01-01_1")),
    }
    server.heal()
    downloaded(server, tmp_path, Law(LAW))
    assert len(server.addresses("/bwb/")) == 2


def test_only_the_last_version_of_a_law(server: ReplayServer, tmp_path: Path) -> None:
    """`--latest` leaves the older ones where they are."""
    downloaded(server, tmp_path, Law(LAW, latest=True))

    assert [path for path in files_of(tmp_path) if "/xml/" in path] == [
        f"bwb/{LAW}/2031-01-01_1/xml/{LAW}_2031-01-01_1.xml"
    ]


def test_a_version_must_be_the_one_of_the_manifest(server: ReplayServer, tmp_path: Path) -> None:
    """Well-formed XML with another SHA-512 than the manifest states is not taken."""
    server.fail("2030-07-01_0.xml", Fault(body=b"<toestand/>"))
    report = downloaded(server, tmp_path, Law(LAW))

    assert [missing.path for missing in report.missing] == [f"bwb/{LAW}/2030-07-01_0/xml/{LAW}_2030-07-01_0.xml"]
    assert "SHA-512" in report.missing[0].reason
