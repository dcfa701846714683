"""The questions put to SRU, OData, SyncFeed and BWB, and what is read of their answers."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from ctgraph.errors import SourceError
from ctgraph.sources.official import bwb, odata, sru, syncfeed
from ctgraph.sources.official.listings import Page
from ctgraph.sources.official.syncfeed import FeedPage
from replay.publishers import DIAGNOSTIC, Paper, feed_answer, manifest, sru12_answer, sru_answer

FIRST = {"startRecord": "1", "maximumRecords": "100"}
WARNING = "<diagnostics><diagnostic><message>onbekend voorvoegsel</message></diagnostic></diagnostics>"
PAPERS = [Paper(f"kst-39512-{at}", "39512", attachments=("blg-800001",)) for at in (1, 2, 3)]


def _query(address: str) -> dict[str, str]:
    return {key: value for key, (value,) in parse_qs(urlsplit(address).query).items()}


def _read(data: bytes) -> Page[sru.Record]:
    return sru.search("39512", sru.dossier_query("39512")).read(data, "adres")


def test_a_search_asks_for_pages_from_the_first_record() -> None:
    """Records are counted from 1, and 100 are asked for at once."""
    asked = _query(sru.search("39512-VI", sru.dossier_query("39512-VI")).address)

    assert asked == {
        "operation": "searchRetrieve",
        "version": "2.0",
        "query": 'c.product-area=="officielepublicaties" and w.dossiernummer=="39512-VI"',
        "startRecord": "1",
        "maximumRecords": "100",
    }


def test_laws_are_searched_in_the_older_form() -> None:
    """The search among laws is SRU 1.2 with its own connection."""
    asked = _query(sru.search_law("BWBR0099001").address)

    assert (asked["version"], asked["x-connection"]) == ("1.2", "BWB")
    assert asked["query"] == "dcterms.identifier==BWBR0099001"


def test_changes_are_asked_for_where_dossiers_are_followed() -> None:
    """Only in those; where none is followed, in all papers of parliament."""
    some = sru.changes_query(date(2031, 3, 4), ["39512", "39600-VI"])
    every = sru.changes_query(date(2031, 3, 4), [])

    assert '(w.dossiernummer=="39512" or w.dossiernummer=="39600-VI") and dt.modified>="2031-03-04"' in some
    assert '(w.organisatietype=="staten generaal") and dt.modified>="2031-03-04"' in every


def test_a_page_of_records_is_read() -> None:
    """Ids, files, attachments, time of change and the next page are what planning needs."""
    page = _read(sru_answer(PAPERS, FIRST, page=2, tail=""))

    assert (page.keys, page.total) == (("kst-39512-1", "kst-39512-2"), 3)
    assert _query(page.following)["startRecord"] == "3"
    assert dict(page.items[0].files)["xml"].endswith("/kst-39512-1/1/xml/kst-39512-1.xml")
    assert page.items[0].attachments == ("blg-800001",)
    assert page.items[0].stamp == "2031-03-04T10:00:00+01:00"


def test_the_last_page_has_no_next_one() -> None:
    """Paging stops where no next position is named, or where a page is empty."""
    assert _read(sru_answer(PAPERS, FIRST, page=9)).following == ""
    assert _read(sru_answer([], FIRST, page=9, tail="<nextRecordPosition>1</nextRecordPosition>")).following == ""


def test_versions_of_a_law_are_different_records() -> None:
    """A law comes once per version, with the same id; the byte order mark in front is no fault."""
    page = sru.search_law("BWBR0099001").read(sru12_answer("BWBR0099001", ["2031-01-01_0", "2031-02-01_0"]), "adres")

    assert (len(set(page.keys)), page.total) == (2, 2)


@pytest.mark.parametrize(
    ("body", "reason", "again"),
    [
        (DIAGNOSTIC, "onbekend voorvoegsel .info:srw/diagnostic/1/10", False),
        (DIAGNOSTIC.replace(b"1/10", b"1/2"), "onbekend voorvoegsel", True),
        (sru_answer(PAPERS, FIRST, 9, tail=WARNING), "onbekend voorvoegsel", False),
        (b"<stuk/>", "holds no number of records", True),
    ],
)  # fmt: skip
def test_a_diagnostic_is_found_before_anything_is_counted(body: bytes, reason: str, again: bool) -> None:
    """It comes with status 200, in any namespace, with records or without; only a passing one is tried again."""
    with pytest.raises(SourceError, match=reason) as caught:
        _read(body)
    assert caught.value.again == again


def test_the_chamber_is_asked_for_one_dossier_only() -> None:
    """A dossier without an addition is not the budget chapters of the same number; deleted rows are left out."""
    plain = {listing.folder: _query(listing.address) for listing in odata.dossier_listings("39600")}
    chapter = {listing.folder: _query(listing.address) for listing in odata.dossier_listings("39600-VI")}

    assert "(d/Toevoeging eq null or d/Toevoeging eq '')" in plain["odata/39600/Zaak"]["$filter"]
    assert "d/Nummer eq 39600 and d/Toevoeging eq 'VI'" in chapter["odata/39600-VI/Zaak"]["$filter"]
    assert all(asked["$filter"].endswith("and Verwijderd eq false") for asked in plain.values())


def test_votes_actors_documents_and_activities_are_expanded() -> None:
    """What belongs to a case comes with it; persons, whose rows hold birth dates, never do."""
    listings = [*odata.dossier_listings("39600"), *odata.commitment_listings("39600", ["2031A00001"])]
    expanded = "".join(_query(listing.address).get("$expand", "") for listing in listings)

    for part in ("ZaakActor", "Besluit($expand=Stemming)", "Activiteit", "DocumentActor", "HuidigeDocumentVersie"):
        assert part in expanded
    assert "Persoon" not in expanded


def test_addresses_of_commitments_stay_short() -> None:
    """Many activities are asked for in several questions, whose addresses every server takes."""
    listings = odata.commitment_listings("39600", [f"2031A{at:05}" for at in range(95)])

    assert len(listings) == 5
    assert max(len(listing.address) for listing in listings) < 2_048


def test_a_page_of_rows_is_read() -> None:
    """The next page is where the answer says; the activities of its rows are noted, tombstones do no harm."""
    listing = odata.dossier_listings("39600")[1]
    link = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/Zaak?$skiptoken=Id-7"
    body = (
        '{"value": [{"Id": "a", "Activiteit": [{"Nummer": "2031A00001"}, {"Nummer": null}, null]},'
        f'{{"Id": "b", "Activiteit": null, "Verwijderd": true}}], "@odata.nextLink": "{link}"}}'
    )
    page = listing.read(body.encode(), listing.address)

    assert (page.keys, page.items, page.following, page.total) == (("a", "b"), ("2031A00001",), link, None)


@pytest.mark.parametrize(
    "body",
    [
        b'{"error": {"code": "", "message": "The query is not valid."}}',
        b'{"value": {}}',
        b'{"value": [1]}',
        b'{"value": [], "@odata.nextLink": "https://example.org/Zaak"}',
        b'{"value": [], "@odata.nextLink": "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/Persoon"}',
        b'{"value": [], "@odata.nextLink": "../../../x"}',
    ],
)
def test_what_is_no_page_of_rows_is_refused(body: bytes) -> None:
    """An error in a 200, rows that are none, and a next page elsewhere or of something else."""
    listing = odata.dossier_listings("39600")[1]

    with pytest.raises(SourceError):
        listing.read(body, listing.address)


FEED = syncfeed.feed_address("Zaak", 5)


def test_a_page_of_the_feed_is_read() -> None:
    """The link of the last entry leads on; at the end the feed says where to resume."""
    page = syncfeed.read_feed(feed_answer("Zaak", 5, [(7, "Zaak", "2031-01-01T"), (9, "Zaak", "2031-01-02T")]), FEED)
    end = syncfeed.read_feed(feed_answer("Zaak", 9, []), syncfeed.feed_address("Zaak", 9))

    assert page == FeedPage(2, "2031-01-01T", "2031-01-02T", syncfeed.feed_address("Zaak", 9), False)
    assert end == FeedPage(0, "", "", syncfeed.feed_address("Zaak", 9), True)


@pytest.mark.parametrize("token", ["5", "4", "x", "", "9" * 30])
def test_a_feed_that_does_not_lead_on_is_refused(token: str) -> None:
    """A next page with the same token, an earlier one, or none is an error, not an endless loop."""
    body = feed_answer("Zaak", 5, [(7, "Zaak", "2031-01-01T")]).replace(b"skiptoken=7", f"skiptoken={token}".encode())

    with pytest.raises(SourceError):
        syncfeed.read_feed(body, FEED)


def test_a_feed_that_leads_elsewhere_is_refused() -> None:
    """The next page is one of the same feed on the same host."""
    body = feed_answer("Zaak", 5, [(7, "Zaak", "2031-01-01T")])

    for elsewhere in (b"gegevensmagazijn.tweedekamer.nl/OData", b"example.org/SyncFeed"):
        with pytest.raises(SourceError):
            syncfeed.read_feed(body.replace(b"gegevensmagazijn.tweedekamer.nl/SyncFeed", elsewhere), FEED)


@pytest.mark.parametrize("since", [date(2031, 1, 1), date(2031, 2, 14), date(2031, 6, 30), date(2032, 1, 1)])
def test_the_token_of_a_day_is_found(since: date) -> None:
    """Behind the token come all entries since the day, from midnight in the Netherlands, in few requests."""
    entries = [(13_337 * at, f"2031-{1 + at // 28:02}-{1 + at % 28:02}T22:30:00Z") for at in range(1, 168)]
    asked = []

    def probe(token: int) -> FeedPage:
        asked.append(token)
        page = [changed for number, changed in entries if number > token][:5]
        return FeedPage(len(page), page[0] if page else "", page[-1] if page else "", "", not page)

    token = syncfeed.token_since(since, probe)
    skipped = [changed for number, changed in entries if number <= token]
    extra = [changed for number, changed in entries if number > token and changed[:10] < since.isoformat()]

    assert all(changed < since.isoformat() for changed in skipped)
    assert len(extra) <= 6
    assert len(asked) < 40


def test_versions_of_a_law_come_from_its_manifest() -> None:
    """Each with its digest; those that were taken back are left out, and the last one can be had alone."""
    bodies = {label: label.encode() for label in ("2030-01-01_0", "2030-07-01_0", "2031-01-01_1")}
    data = manifest("BWBR0099001", bodies, deleted=["2030-07-01_0"])
    every = bwb.versions("BWBR0099001", data, latest=False)

    assert [wanted.path for wanted in every] == [
        "bwb/BWBR0099001/2030-01-01_0/xml/BWBR0099001_2030-01-01_0.xml",
        "bwb/BWBR0099001/2031-01-01_1/xml/BWBR0099001_2031-01-01_1.xml",
    ]
    assert all(len(wanted.sha512) == 128 for wanted in every)
    assert bwb.versions("BWBR0099001", data, latest=True) == every[1:]


@pytest.mark.parametrize(
    "data",
    [manifest("BWBR0099002", {}), b"<stuk/>", b"<html/>"],
)
def test_what_is_no_manifest_of_the_law_is_refused(data: bytes) -> None:
    """A manifest of another law, or another document, names no versions of this one."""
    with pytest.raises(SourceError):
        bwb.versions("BWBR0099001", data, latest=False)


def test_a_manifest_cannot_name_files_elsewhere() -> None:
    """A label that is no day and count is passed over."""
    data = manifest("BWBR0099001", {"../../../x": b"", "2030-01-01_0/..": b"", "2031-01-01_0": b"x"})

    assert [wanted.path for wanted in bwb.versions("BWBR0099001", data, latest=False)] == [
        "bwb/BWBR0099001/2031-01-01_0/xml/BWBR0099001_2031-01-01_0.xml"
    ]
