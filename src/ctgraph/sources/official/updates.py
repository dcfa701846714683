"""Reading the feed of changes on from where it was left, or from a day."""

from __future__ import annotations

from datetime import date

from ctgraph.errors import SourceError
from ctgraph.sources.official.journal import Position
from ctgraph.sources.official.listings import read_page, write_page
from ctgraph.sources.official.run import Run
from ctgraph.sources.official.syncfeed import (
    CATEGORIES,
    FeedPage,
    feed_address,
    read_feed,
    token_of,
    token_since,
)


def read_changes(run: Run, since: date) -> None:
    """Keep every page of changes since the day, as syncfeed/`category`/`token`.xml; a kill loses one page at most."""
    for done, category in enumerate(CATEGORIES):
        run.step(f"syncfeed/{category}", done, len(CATEGORIES))
        name = f"syncfeed/{category}"
        try:
            _read_on(run, category, _start(run, category, since))
        except SourceError as error:
            run.miss(name, error.where, error.reason)
        else:
            run.cache.journal.found(name)


def _start(run: Run, category: str, since: date) -> Position:
    """Where to read on; a feed that was read from an earlier day goes on where it was left."""
    left = run.cache.journal.position(category)
    if left is not None and left.since <= since.isoformat():
        return left
    token = token_since(since, lambda token: _probe(run, feed_address(category, token)))
    return Position(category, since.isoformat(), feed_address(category, token))


def _probe(run: Run, address: str) -> FeedPage:
    return read_page(run.client, run.cache, "", address, read_feed, run.limits.page_bytes)[0]


def _read_on(run: Run, category: str, position: Position) -> None:
    address = position.address
    while address:
        path = f"syncfeed/{category}/{token_of(address)}.xml"
        page, body, entry = read_page(run.client, run.cache, path, address, read_feed, run.limits.page_bytes)
        if page.entries:
            write_page(run.cache, entry, body)
            run.pages += 1
        run.cache.journal.reach(Position(category, position.since, page.following or address))
        address = "" if page.ended else page.following
