"""Which addresses are asked for, and which are not whoever names them."""

from __future__ import annotations

import pytest

from ctgraph.errors import SourceError
from ctgraph.sources.official.addresses import official, redirected, transport

MIRROR = "http://127.0.0.1:9"
FILE = "https://repository.overheid.nl/frbr/x.xml"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (FILE, FILE),
        ("http://repository.overheid.nl/frbr/x.xml", FILE),
        ("HTTPS://Repository.Overheid.NL/frbr/x.xml#deel", FILE),
        ("https://repository.overheid.nl", "https://repository.overheid.nl/"),
        ("https://repository.overheid.nl/a b", "https://repository.overheid.nl/a%20b"),
        ("https://repository.overheid.nl/a%20b", "https://repository.overheid.nl/a%20b"),
    ],
)
def test_official_addresses_have_one_spelling(written: str, expected: str) -> None:
    """Scheme, case, fragment and blanks make no second address of one."""
    assert official(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org/x.xml",
        "https://repository.overheid.nl.example.org/x.xml",
        "https://repository.overheid.nl@example.org/x.xml",
        "https://iemand:geheim@repository.overheid.nl/x.xml",
        "https://repository.overheid.nl:8443/x.xml",
        "https://repository.overheid.nl:99999/x.xml",
        "http://127.0.0.1/x.xml",
        "http://169.254.169.254/latest",
        "http://[::1]/x.xml",
        "http://[::1/x.xml",
        "file:///etc/passwd",
        "ftp://repository.overheid.nl/x.xml",
        "//repository.overheid.nl/x.xml",
        "x.xml",
        "",
    ],
)
def test_all_other_addresses_are_refused(written: str) -> None:
    """Another host, port, scheme or a user in front of the host is never asked for."""
    with pytest.raises(SourceError):
        official(written)


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/frbr/y.xml", "https://repository.overheid.nl/frbr/y.xml"),
        ("y.xml", "https://repository.overheid.nl/frbr/y.xml"),
        (
            "http://repository.officiele-overheidspublicaties.nl/y",
            "https://repository.officiele-overheidspublicaties.nl/y",
        ),
    ],
)
def test_redirects_stay_among_the_official_hosts(location: str, expected: str) -> None:
    """A redirect may be relative or name another official host."""
    assert redirected(FILE, location, "") == expected


@pytest.mark.parametrize(
    "location", ["http://127.0.0.1/", "https://example.org/", "//example.org/x", "file:///etc/passwd"]
)
@pytest.mark.parametrize("mirror", ["", MIRROR])
def test_redirects_elsewhere_are_refused(location: str, mirror: str) -> None:
    """No redirect leads away, behind a mirror or not."""
    with pytest.raises(SourceError):
        redirected(FILE, location, mirror)


def test_a_mirror_stands_in_front_of_every_host() -> None:
    """The official address is kept behind the mirror's, and a redirect inside the mirror leads back to it."""
    assert transport(FILE, MIRROR) == f"{MIRROR}/repository.overheid.nl/frbr/x.xml"
    assert redirected(FILE, f"{MIRROR}/repository.overheid.nl/y", MIRROR) == "https://repository.overheid.nl/y"
    assert transport(FILE, "") == FILE
