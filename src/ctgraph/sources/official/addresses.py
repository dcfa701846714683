"""The hosts that are asked, and no others; every address that a source names passes through here."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

from ctgraph.errors import SourceError

REPOSITORY = "https://repository.overheid.nl"
BWB_SEARCH = "https://zoekservice.overheid.nl/sru/Search"
BWB = "https://repository.officiele-overheidspublicaties.nl/bwb"
CHAMBER = "https://gegevensmagazijn.tweedekamer.nl"

HOSTS = frozenset(urlsplit(base).hostname for base in (REPOSITORY, BWB_SEARCH, BWB, CHAMBER))

# What may stand in an address as it is, beside letters and digits; OData wants its own punctuation readable.
_KEPT = "/?&=%$(),;:'@!*+-._~"


def official(address: str) -> str:
    """The address in its one spelling: https, an official host, no user, port or fragment. Raises SourceError.

    >>> official("http://repository.overheid.nl/frbr/x y.xml#top")
    'https://repository.overheid.nl/frbr/x%20y.xml'
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise SourceError(address[:200], "it is no address") from error
    plain = parts.scheme in ("http", "https") and host is not None and port is None and "@" not in parts.netloc
    if not plain or host not in HOSTS:
        raise SourceError(address[:200], "it leads away from the official hosts, and was not followed")
    query = f"?{parts.query}" if parts.query else ""
    return f"https://{host}{quote((parts.path or '/') + query, safe=_KEPT)}"


def page_of(identifier: str) -> str:
    """Where a person can look at a publication; it is never asked for."""
    return f"https://zoek.officielebekendmakingen.nl/{identifier}.html"


def transport(address: str, mirror: str) -> str:
    """Where an official address is asked for: itself, or behind the mirror."""
    return f"{mirror}/{address.removeprefix('https://')}" if mirror else address


def redirected(address: str, location: str, mirror: str) -> str:
    """The official address that a redirect of `address` names; raises SourceError where it leads elsewhere."""
    target = urljoin(transport(address, mirror), location)
    if mirror and target.startswith(mirror + "/"):
        target = "https://" + target.removeprefix(mirror + "/")
    return official(target)
