"""The change feeds: entries between releases, and valid Atom."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree
from pyoxigraph import RdfFormat, Store, parse

from api.fakes import SPECIMEN, Client, FakeBackend
from ctgraph.api.app import create_app
from ctgraph.api.feed import entries
from ctgraph.settings import Settings
from ctgraph.store.writing import Contents, ReleaseWriter

ATOM = "{http://www.w3.org/2005/Atom}"
DAYS = ("2024-05-01T10:00:00+00:00", "2024-06-01T10:00:00+00:00", "2024-07-01T10:00:00+00:00")
MOTION = "https://w3id.org/ctgraph/id/motion/kst-36999-7"
LATER = """
PREFIX ctg: <https://w3id.org/ctgraph/def#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX id: <https://w3id.org/ctgraph/id/>
PREFIX g: <https://w3id.org/ctgraph/graph/>
g:later {
  id:decision\\/kst-36999-7\\/2024-05-20 a ctg:Decision ; ctg:decidesOn id:motion\\/kst-36999-7 .
  id:motion\\/kst-36999-7 dcterms:title "Een andere titel" .
  id:document\\/kst-11111-3 a ctg:Document ; dcterms:title "Elders \\u0007" .
}
"""
"""What the second release adds to the specimen; the third takes the decision away again."""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """One data folder for all tests here; none of them writes to it."""
    return Settings(data=tmp_path_factory.mktemp("data"))


def three_releases(settings: Settings) -> list[str]:
    """Write three releases, the last one current, and tell their ids."""
    first = list(parse(path=SPECIMEN, format=RdfFormat.TRIG))
    later = list(parse(LATER, RdfFormat.TRIG))
    made = []
    for day, quads in zip(DAYS, (first, first + later, first + later[2:]), strict=True):
        with ReleaseWriter(settings) as writer:
            made.append(writer.write(Contents(quads, "0.1.0", documents=2, run={"ended": day})).id)
    return made


@pytest.fixture(scope="module")
def ids(settings: Settings) -> list[str]:
    """Three releases, the last one current."""
    return three_releases(settings)


@pytest.fixture
def fed(settings: Settings, ids: list[str], store: Store) -> Client:
    """The application on the last of them."""
    return Client(create_app(settings, FakeBackend(store, ids[-1])))


def read(client: Client, address: str) -> etree._Element:
    """A feed, held against the rules of RFC 4287 on what must stand in it and how often."""
    response = client.get(address)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/atom+xml"
    feed = etree.fromstring(response.content)
    assert feed.tag == f"{ATOM}feed"
    for node in (feed, *feed.iterfind(f"{ATOM}entry")):
        once = [len(node.findall(ATOM + name)) for name in ("id", "title", "updated")]
        assert once == [1, 1, 1]
        assert re.fullmatch(r"https?://\S+", text(node, "id"))
        assert datetime.fromisoformat(text(node, "updated")).tzinfo is not None
        assert all(link.get("href") for link in node.iterfind(f"{ATOM}link"))
        assert all(category.get("term") for category in node.iterfind(f"{ATOM}category"))
        assert node.find(f"{ATOM}link[@rel='{'self' if node is feed else 'alternate'}']") is not None
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    names = [text(node, "id") for node in feed.iterfind(f"{ATOM}entry")]
    assert len(names) == len(set(names))
    return feed


def text(node: etree._Element, name: str) -> str:
    """The text of a child."""
    return node.findtext(ATOM + name) or ""


def told(feed: etree._Element) -> list[tuple[str, str]]:
    """The entries of a feed: the end of the id, and the beginning of the title."""
    nodes = feed.iterfind(f"{ATOM}entry")
    return [(text(node, "id").partition("#")[2], text(node, "title").partition(":")[0]) for node in nodes]


def test_each_release_tells_what_it_changed(fed: Client, ids: list[str]) -> None:
    """The latest comes first, each as a whole and then thing by thing; the first release is only named."""
    feed = read(fed, "/feed")

    assert told(feed) == [
        ("", f"Release {ids[2]}"),
        ("decision/kst-36999-7/2024-05-20", "Gone"),
        ("", f"Release {ids[1]}"),
        ("decision/kst-36999-7/2024-05-20", "New"),
        ("document/kst-11111-3", "New"),
        ("motion/kst-36999-7", "Changed"),
        ("", f"Release {ids[0]}"),
    ]
    assert text(feed, "updated") == DAYS[2]
    assert [text(node, "updated") for node in feed.iterfind(f"{ATOM}entry")] == [
        *[DAYS[2]] * 2, *[DAYS[1]] * 4, DAYS[0],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "things"),
    [
        ("/feed/motions/kst-36999-7", ["decision/kst-36999-7/2024-05-20"] * 2 + ["motion/kst-36999-7"]),
        ("/feed/motions/kst-36999-8", []),
        ("/feed/dossiers/36999", ["decision/kst-36999-7/2024-05-20"] * 2 + ["motion/kst-36999-7"]),
    ],
)
def test_one_thing_can_be_watched(fed: Client, address: str, things: list[str]) -> None:
    """The feed of a motion or dossier has what touches it, and nothing else."""
    feed = read(fed, address)

    assert things == [name for name, _ in told(feed)]
    assert text(feed, "id") == f"https://w3id.org/ctgraph{address}"


def test_what_is_gone_is_told_without_its_words(fed: Client, store: Store) -> None:
    """An entry names a thing by what the current release calls it; what it was called before is not told."""
    body = fed.get("/feed").text

    assert "Een andere titel" not in body
    assert "decision/kst-36999-7/2024-05-20" in body


def test_pages_add_up(fed: Client) -> None:
    """Page after page gives each entry once, by links that lead on."""
    found: list[tuple[str, str]] = []
    address = "/feed?limit=2"
    while address:
        feed = read(fed, address)
        found += told(feed)
        following = feed.find(f"{ATOM}link[@rel='next']")
        address = "" if following is None else str(following.get("href"))

    assert found == told(read(fed, "/feed"))


def test_the_feed_of_an_earlier_release_ends_there(settings: Settings, ids: list[str], store: Store) -> None:
    """After a way back, what came later is not told."""
    feed = read(Client(create_app(settings, FakeBackend(store, ids[1]))), "/feed")

    assert told(feed)[0] == ("", f"Release {ids[1]}")
    assert text(feed, "updated") == DAYS[1]


def test_ids_stay_when_releases_come(settings: Settings, ids: list[str], store: Store) -> None:
    """An entry has the same id in every later feed."""
    [earlier, later] = [
        {
            text(node, "id")
            for node in read(Client(create_app(settings, FakeBackend(store, name))), "/feed").iterfind(f"{ATOM}entry")
        }
        for name in ids[1:]
    ]

    assert earlier < later


def test_a_release_that_changed_much_says_what_is_cut(fed: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit things have no entry of their own, and the release says so."""
    monkeypatch.setattr(entries, "MOST_THINGS", 1)
    feed = read(fed, "/feed")

    assert [name for name, _ in told(feed)].count("") == 3
    assert "2 new, 1 changed, 0 gone. Only the first" in fed.get("/feed").text


def test_words(fed: Client) -> None:
    """Titles come in the language asked for, and characters that XML cannot hold are replaced."""
    assert [name for _, name in told(read(fed, "/feed?lang=nl"))][1] == "Vervallen"


@pytest.mark.parametrize(
    ("address", "status", "location"),
    [
        ("/feed/dossiers/99999", 404, None),
        ("/feed/motions/kst-1-1", 404, None),
        ("/feed/dossiers/36%20999", 301, "/feed/dossiers/36999"),
        ("/feed/motions/KST-36999-7?limit=2", 301, "/feed/motions/kst-36999-7?limit=2"),
        ("/feed?limit=0", 400, None),
        ("/feed?page=x", 400, None),
        ("/feed?since=2024", 400, None),
    ],
)
def test_other_addresses(fed: Client, address: str, status: int, location: str | None) -> None:
    """What is unknown is not there, another spelling leads on, wrong parameters are explained."""
    response = fed.get(address)

    assert (response.status_code, response.headers.get("location")) == (status, location)


def test_a_feed_is_not_sent_twice(fed: Client) -> None:
    """A reader that holds the page gets 304."""
    tag = fed.get("/feed").headers["etag"]

    assert fed.get("/feed", If_None_Match=tag).status_code == 304


def test_without_a_release_there_is_no_feed(tmp_path: Path, backend: FakeBackend) -> None:
    """Until there is a release the answer says so."""
    empty = Client(create_app(Settings(data=tmp_path), backend))

    assert empty.get("/feed").status_code == 503
