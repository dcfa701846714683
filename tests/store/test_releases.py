"""Finding the release that is served."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ctgraph.errors import ReleaseError
from ctgraph.store import manifest
from ctgraph.store.manifest import Input, Manifest, Refused, Withheld
from ctgraph.store.releases import current, load, pointed
from store import specimen


def test_no_release_yet(tmp_path: Path) -> None:
    """Without a release the error says what to do."""
    settings = specimen.settings(tmp_path)
    with pytest.raises(ReleaseError, match=r"no release yet.*ctgraph build"):
        current(settings)

    assert pointed(settings) is None


@pytest.mark.parametrize("identifier", ["..", "current", "../..", "building-1", "", "0123456789ABCDEF", "0" * 16])
def test_names_that_are_no_release(data: Path, identifier: str) -> None:
    """Neither a path that leads elsewhere nor an id that is not there is a release."""
    with pytest.raises(ReleaseError) as caught:
        load(specimen.settings(data), identifier)

    assert caught.value.reason in ("this names no release", "the release is not there, or has no manifest")


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (b"{", "manifest is damaged"),
        (b"[]", "manifest is damaged"),
        (b'{"inputs": [], "refused": [], "id": 1}', "manifest is damaged"),
        (None, "no manifest"),
    ],
)
def test_damaged_manifests(tmp_path: Path, damage: bytes | None, reason: str) -> None:
    """A manifest that is cut off, of another form, or gone makes the release damaged."""
    settings = specimen.settings(tmp_path)
    path = specimen.write(settings, 8).path / "manifest.json"
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    with pytest.raises(ReleaseError, match=reason):
        current(settings)

    assert pointed(settings) == path.parent.name


def test_a_folder_under_another_name_or_without_a_store(tmp_path: Path) -> None:
    """The manifest must fit the folder, and the store must be there."""
    settings = specimen.settings(tmp_path)
    release = specimen.write(settings, 8)
    release.path.rename(settings.releases / ("0" * 16))
    with pytest.raises(ReleaseError, match="damaged"):
        load(settings, "0" * 16)
    (settings.releases / ("0" * 16)).rename(release.path)
    (release.store / "CURRENT").unlink()
    with pytest.raises(ReleaseError, match="damaged"):
        load(settings, release.id)

    assert release.path.is_dir()


def test_a_pointer_that_is_no_link(tmp_path: Path) -> None:
    """Something else in the pointer's place is an error, not a crash."""
    settings = specimen.settings(tmp_path)
    (settings.releases / "current").mkdir(parents=True)
    with pytest.raises(ReleaseError, match="names no release"):
        current(settings)

    assert pointed(settings) is None


def test_manifests_survive_the_file() -> None:
    """What is written is read back, and the file has one form."""
    made = Manifest(
        "a", "b", "0.1.0", 2, {"g": 3}, 6, (Input("p", "d", "i"),), (Refused("q", "é"),),
        (Withheld("register/motions", "a:b", "a:rule", "nee", "no"),), {"started": "x"},
    )  # fmt: skip
    data = manifest.write(made)

    assert manifest.read(data) == made
    assert manifest.write(manifest.read(data)) == data
    assert list(json.loads(data)) == sorted(json.loads(data))
