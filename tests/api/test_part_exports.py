"""A document or a dossier over HTTP is what the command line writes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

from api.fakes import SPECIMEN, Client, FakeBackend
from ctgraph.api.app import create_app
from ctgraph.errors import QueryTimeout
from ctgraph.export.parts import Wanted, cut
from ctgraph.settings import Settings
from ctgraph.store.releases import Release
from ctgraph.store.writing import Contents, ReleaseWriter

FORMATS = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}


@pytest.fixture(name="release")
def _release(tmp_path: Path) -> Release:
    with ReleaseWriter(Settings(data=tmp_path)) as writer:
        return writer.write(Contents(list(parse(path=SPECIMEN, format=RdfFormat.TRIG)), "0.1.0"))


@pytest.fixture(name="released")
def _released(release: Release, tmp_path: Path) -> Client:
    return Client(create_app(Settings(data=tmp_path), FakeBackend(Store.read_only(str(release.store)), release.id)))


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("address", "wanted"),
    [("document/kst-36999-12", Wanted(document="kst-36999-12")), ("dossier/36999", Wanted(dossier="36999"))],
)
def test_a_part_is_the_same_as_on_the_command_line(
    released: Client, release: Release, suffix: str, address: str, wanted: Wanted
) -> None:
    """Each statement in its graph, once; a client that holds it gets it no second time."""
    response = released.get(f"/export/{address}.{suffix}")
    found = list(parse(response.content, FORMATS[suffix]))
    expected = set(parse(b"".join(cut(release.quads, wanted)), RdfFormat.N_QUADS))

    assert 200 == response.status_code
    assert expected == set(found)
    assert len(found) == len(set(found))
    again = released.get(f"/export/{address}.{suffix}", If_None_Match=response.headers["etag"])
    assert 304 == again.status_code


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/export/document/KST-36999-12.nq", 301),
        ("/export/document/kst-1-1.nq", 404),
        ("/export/document/kst-36999-12.xlsx", 404),
        ("/export/motion/kst-36999-12.nq", 404),
        ("/export/document/.nq", 404),
    ],
)
def test_what_is_not_there(released: Client, address: str, status: int) -> None:
    """Another spelling leads on; other kinds, formats and things are not found."""
    assert status == released.get(address).status_code


def test_a_failure_before_the_first_block_is_a_problem(release: Release, tmp_path: Path) -> None:
    """A store that cannot answer says so by its status."""
    backend = FakeBackend(Store.read_only(str(release.store)), release.id, fails=QueryTimeout(1))
    client = Client(create_app(Settings(data=tmp_path), backend))

    assert 503 == client.get("/export/dossier/36999.nq").status_code
