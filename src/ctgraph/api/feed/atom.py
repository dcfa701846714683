"""A change feed as Atom (RFC 4287), in pages (RFC 5005)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, get_args

from lxml import etree
from msgspec import Struct

from ctgraph.api.addresses import local_path
from ctgraph.api.feed.entries import MOST_THINGS, Changes, Entry
from ctgraph.api.things import Labels, short
from ctgraph.api.wording import Language, word
from ctgraph.identifiers import change_iri, release_iri
from ctgraph.namespaces import ID
from ctgraph.store.changed import ChangedThing, Status
from ctgraph.version import VERSION

MEDIA_TYPE: Final = "application/atom+xml"
_ATOM: Final = "http://www.w3.org/2005/Atom"
# Characters that XML 1.0 cannot hold: control characters other than tab and line ends, and lone surrogates.
_NO_XML: Final = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


class Feed(Struct, frozen=True):
    """A page of a feed: its IRI and title, when the release that answers was built, and where the page stands.

    `base` is the address of the server, `here` that of the page, `following` that of the next one.
    """

    iri: str
    title: str
    updated: str
    base: str
    here: str
    following: str | None
    language: Language


def write_feed(feed: Feed, entries: Sequence[Entry], labels: Labels) -> bytes:
    """The page as XML."""
    root = etree.Element(_name("feed"), nsmap={None: _ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", feed.language)
    _add(root, "id", feed.iri)
    _add(root, "title", feed.title)
    _add(root, "updated", feed.updated)
    _add(_add(root, "author"), "name", "ctgraph")
    _add(root, "generator", "ctgraph", version=VERSION)
    _add(root, "link", rel="self", href=feed.here, type=MEDIA_TYPE)
    if feed.following:
        _add(root, "link", rel="next", href=feed.following, type=MEDIA_TYPE)
    for entry in entries:
        node = _add(root, "entry")
        if entry.thing is None:
            _release(node, entry.changes, feed)
        else:
            _thing(node, entry.changes, entry.thing, feed, labels)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _release(node: etree._Element, changes: Changes, feed: Feed) -> None:
    """The entry of a release as a whole."""
    _add(node, "id", release_iri(changes.release))
    _add(node, "title", word("feed-release", feed.language, release=changes.release))
    _add(node, "updated", changes.time)
    _add(node, "link", rel="alternate", href=f"{feed.base}/release/{changes.release}", type="text/html")
    _add(node, "category", term="release")
    _add(node, "summary", _told(changes, feed.language))


def _told(changes: Changes, language: Language) -> str:
    if changes.is_first or changes.counts is None:
        return word("feed-first", language)
    counts = {status: changes.counts.get(status, 0) for status in get_args(Status)}
    told = word("feed-counts", language, **counts)
    if sum(counts.values()) > len(changes.things):
        told += " " + word("feed-cut", language, shown=MOST_THINGS)
    return told


def _thing(node: etree._Element, changes: Changes, thing: ChangedThing, feed: Feed, labels: Labels) -> None:
    """The entry of a thing; of one that is gone only its IRI is told."""
    language = feed.language
    name = labels.get(thing.iri) or short(thing.iri)
    _add(node, "id", change_iri(changes.release, thing.iri))
    _add(node, "title", f"{word(f'feed-{thing.status}', language)}: {name}")
    _add(node, "updated", changes.time)
    path = local_path(thing.iri) or ""
    _add(node, "link", rel="alternate", href=feed.base + path, type="text/html")
    _add(node, "link", rel="related", href=thing.iri)
    _add(node, "category", term=thing.iri.removeprefix(ID).partition("/")[0])
    _add(node, "category", term=thing.status)
    counts = {"added": thing.added, "removed": thing.removed, "release": changes.release}
    _add(node, "summary", word("feed-statements", language, **counts))


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    node = etree.SubElement(parent, _name(name), {key: _clean(value) for key, value in attributes.items()})
    node.text = None if text is None else _clean(text)
    return node


def _name(local: str) -> str:
    return f"{{{_ATOM}}}{local}"


def _clean(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
