"""Tweede Kamer SyncFeed 2.0: what was changed, entity by entity, in the order of the changes (Atom, RFC 4287).

A page holds entries after a token. The link of the last entry, or of the feed, leads to the next page; at the end
there is a link to resume at. No address asks for a day, so the token of a day is looked for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import parse_qs, urljoin, urlsplit

from msgspec import Struct

from ctgraph.errors import SourceError
from ctgraph.sources.official.addresses import CHAMBER, official
from ctgraph.sources.official.contents import parse_xml

FEED = f"{CHAMBER}/SyncFeed/2.0/Feed"
CATEGORIES = (
    "Kamerstukdossier", "Zaak", "ZaakActor", "Document", "DocumentActor", "DocumentVersie", "Activiteit",
    "Agendapunt", "Besluit", "Stemming", "Toezegging",
)  # fmt: skip
"""Persons are not among them: their rows hold birth dates and homes."""

_ATOM = "{http://www.w3.org/2005/Atom}"
_LARGEST_TOKEN = 2**40
_FIRST_GUESS = 2**16


class FeedPage(Struct, frozen=True):
    """A page: how many entries, when the first and the last were changed (UTC), where to read on."""

    entries: int
    first: str
    last: str
    following: str
    ended: bool


def feed_address(category: str, token: int) -> str:
    return f"{FEED}?category={category}&skiptoken={token}"


def token_of(address: str) -> str:
    """The token in an address; raises SourceError where there is none, or one that is no number."""
    token = parse_qs(urlsplit(address).query).get("skiptoken", [""])[0]
    if not token.isdecimal() or len(token) > 15:
        raise SourceError(address[:200], "the address of the feed holds no token")
    return token


def read_feed(data: bytes, address: str) -> FeedPage:
    """A page of the feed; raises SourceError for what is none, and for a link that leads out of the feed."""
    root = parse_xml(data, address)
    if root.tag != f"{_ATOM}feed":
        raise SourceError(address, "the answer is no page of the feed", again=True)
    changed = [node.findtext(f"{_ATOM}updated", "").strip() for node in root.iterfind(f"{_ATOM}entry")]
    links = {node.get("rel", ""): node.get("href", "") for node in root.iter(f"{_ATOM}link")}
    ended = "next" not in links or not changed
    following = links.get("next" if not ended else "resume", "")
    if following:
        following = official(urljoin(address, following))
        onward = int(token_of(following)) - int(token_of(address))
        if following.partition("?")[0] != FEED or onward < (0 if ended else 1):
            raise SourceError(following, "the feed leads elsewhere, or back")
    return FeedPage(len(changed), changed[0] if changed else "", changed[-1] if changed else "", following, ended)


Probe = Callable[[int], FeedPage]
"""The page behind a token."""


def token_since(since: date, probe: Probe) -> int:
    """A token behind which every change since the day comes, and little else.

    The day begins at midnight in the Netherlands, two hours before that of UTC at most. The token is bracketed by
    doubling, then halved in on until the page at its lower end reaches into the day.
    """
    start = f"{since - timedelta(days=1)}T22"

    def before(page: FeedPage) -> bool:
        """Whether the page begins before the day."""
        return page.entries > 0 and page.first < start

    low, high = 0, _FIRST_GUESS
    if not before(probe(low)):
        return low
    while high < _LARGEST_TOKEN and before(probe(high)):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        page = probe(middle)
        if not before(page):
            high = middle
        elif page.last >= start:
            return middle
        else:
            low = middle
    return low
