"""Releases beside each other, and the switch back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from ctgraph.errors import ReleaseError
from ctgraph.store.history import changes, named, releases, roll_back, summed, update
from ctgraph.store.releases import current, pointed
from store import specimen


def test_releases_are_listed_and_named_by_their_beginning(tmp_path: Path) -> None:
    """All sound releases come, damaged folders do not; a beginning that fits one names it."""
    settings = specimen.settings(tmp_path)
    ids = {specimen.write(settings, size).id for size in (8, 12)}
    (settings.releases / "0123456789abcdef").mkdir()

    assert ids == {release.id for release in releases(settings)}
    assert ids == {named(settings, identifier[:6]).id for identifier in ids}


@pytest.mark.parametrize(("given", "reason"), [("nope", "no such release"), ("", "no such release")])
def test_a_name_that_fits_none_tells_those_there_are(tmp_path: Path, given: str, reason: str) -> None:
    """The error lists the ids."""
    settings = specimen.settings(tmp_path)
    identifier = specimen.write(settings, 8).id

    with pytest.raises(ReleaseError, match=f"{reason}.*{identifier}"):
        named(settings, given)


def test_the_difference_leads_from_one_release_to_the_other(tmp_path: Path) -> None:
    """The update, run on the named graphs of the old release, makes those of the new; the counts say how much."""
    settings = specimen.settings(tmp_path)
    old, new = specimen.write(settings, 8), specimen.write(settings, 12)
    store = Store()
    store.bulk_load(path=old.quads, format=RdfFormat.N_QUADS)
    store.update(b"".join(update(changes(old, new))).decode())
    expected = Store()
    expected.bulk_load(path=new.quads, format=RdfFormat.N_QUADS)
    change = summed(changes(old, new))

    assert set(expected) == set(store)
    assert (change.added, change.removed) == (7, 1)
    assert {} == change.things


def test_rolling_back(tmp_path: Path) -> None:
    """An earlier release becomes current again; a damaged one does not, and the current one stays."""
    settings = specimen.settings(tmp_path)
    old, new = specimen.write(settings, 8), specimen.write(settings, 12)
    roll_back(settings, old)
    back = current(settings).id
    new.quads.write_bytes(b"")

    assert old.id == back
    with pytest.raises(ReleaseError, match="not those it was made of"):
        roll_back(settings, new)
    assert old.id == pointed(settings)
