"""What the register withdraws is gone from a release within one build, and from every release after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Store

from ctgraph import assets
from ctgraph.errors import ReleaseError
from ctgraph.pipeline.build import Report, build
from ctgraph.pipeline.stock import Folders
from ctgraph.settings import Settings
from ctgraph.store.history import roll_back
from ctgraph.store.releases import Release
from ctgraph.store.withdrawn import withdrawal_of, withdrawn

LETTER = (
    "Kortheidshalve verwijs ik naar mijn eerdere brief. De NCTV kan wegens het ontbreken van een wettelijke grondslag \n"
    "niet aansluiten bij het casusoverleg. De Stichting Heldere Bron kan wegens het ontbreken van \n"
    "een wettelijke grondslag niet aansluiten bij het casusoverleg in Utrecht.1 De Stichting Hel-\n"
    "dere Bron is daarover door de AIVD op 3 mei 2021 ingelicht.\n\n"
    "1 Kamerstuk 29 754, nr. 645.\n\n"
    "kst-30821-187\n"
)
NAME = "Stichting Heldere Bron"
KEY = "kst-30821-187-heldere-bron"


def _build(settings: Settings, register: Path, *paths: Path, add: bool = False) -> Report:
    return build(settings, Folders(register, assets.folder("ontology")), paths, add, lambda what, done, total: None, 1)


def _corrected(tmp_path: Path, about: str, things: str = "") -> Path:
    """The shipped register with one withdrawal more."""
    register = tmp_path / f"register-{len(list(tmp_path.iterdir()))}"
    shutil.copytree(assets.folder("register"), register)
    table = register / "corrections.csv"
    head, *rows = table.read_text(encoding="utf-8").splitlines()
    row = f"{KEY},kst-30821-187,{about},yes,{things},Niet juist.,Not right.,https://example.org/uitspraak,high,"
    table.write_text("\n".join([head, *sorted([*rows, row])]) + "\n", encoding="utf-8")
    return register


@pytest.fixture(name="letter")
def _letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def _own(release: Release) -> list[str]:
    """The statements of the letter's graph."""
    lines = release.quads.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.endswith("graph/text/kst-30821-187> .")]


def _served(release: Release) -> Iterator[str]:
    """All that is served of a release: statements, store, texts, manifest."""
    yield release.quads.read_text(encoding="utf-8")
    yield "\n".join(map(str, Store.read_only(str(release.store))))
    yield (release.path / "manifest.json").read_text(encoding="utf-8")
    for path in (release.path / "texts").iterdir():
        yield path.read_text(encoding="utf-8")


def _claims(release: Release) -> set[str]:
    return {line.split(" ")[0].strip("<>") for line in _own(release) if "def#claimText>" in line}


def test_nothing_of_it_is_left_in_the_release(tmp_path: Path, letter: Path) -> None:
    """Claims, mentions and passages of the sentences are gone, with their words in the text; the rest stays."""
    settings = Settings(data=tmp_path / "data")
    before = _build(settings, assets.folder("register"), letter).release
    report = _build(settings, _corrected(tmp_path, NAME), letter)
    after = report.release

    assert any(NAME in line for line in _own(before))
    assert [] == [text for text in _served(after) if "Heldere" in text]
    assert not any(word in line for line in _own(after) for word in ("eldere", "Utrecht", "2021-05-03", "AIVD"))
    assert any("wettelijke grondslag niet aansluiten bij het casusoverleg" in line for line in _own(after))
    assert any("kst-29754-645" in line for line in _own(after))
    assert () == report.withheld


def test_the_correction_stays_and_says_what_went(tmp_path: Path, letter: Path) -> None:
    """The record of the correction is in the release, and each thing that went leads to it."""
    settings = Settings(data=tmp_path / "data")
    before = _build(settings, assets.folder("register"), letter).release
    after = _build(settings, _corrected(tmp_path, NAME), letter).release
    went = _claims(before) - _claims(after)
    found = {thing: withdrawal_of(settings, [thing]) for thing in went}

    assert f"id/correction/{KEY}>" in after.quads.read_text(encoding="utf-8")
    assert went
    assert {KEY} == {item.correction for item in found.values() if item is not None}
    assert None not in found.values()
    assert all(withdrawal_of(settings, [thing]) is None for thing in _claims(after))


def test_a_claim_named_by_its_iri_goes_with_its_words(tmp_path: Path, letter: Path) -> None:
    """What `things` names is gone, and the sentence it rests on; a sentence like it stays."""
    settings = Settings(data=tmp_path / "data")
    before = _build(settings, assets.folder("register"), letter).release
    claim = next(
        line.split(" ")[0].strip("<>") for line in _own(before) if "claimText" in line and "De Stichting" in line
    )
    named = claim.removeprefix("https://w3id.org/ctgraph/id/")
    after = _build(settings, _corrected(tmp_path, "Niemand", named), letter).release

    assert claim not in _claims(after)
    assert not any("Utrecht" in line for line in _own(after))
    assert any("De NCTV kan" in line for line in _own(after))


def test_a_rollback_to_a_release_that_holds_it_is_refused(tmp_path: Path, letter: Path) -> None:
    """Even where the withdrawal came without the paper; a release that never held it may come back."""
    settings = Settings(data=tmp_path / "data")
    bare = _build(settings, assets.folder("register")).release
    before = _build(settings, assets.folder("register"), letter).release
    _build(settings, _corrected(tmp_path, NAME))

    with pytest.raises(ReleaseError, match=KEY):
        roll_back(settings, before)
    roll_back(settings, bare)


def test_the_list_keeps_what_earlier_builds_found(tmp_path: Path, letter: Path) -> None:
    """A build without the paper keeps its addresses; a row that is taken out of the register ends the withdrawal."""
    settings = Settings(data=tmp_path / "data")
    register = _corrected(tmp_path, NAME)
    _build(settings, register, letter)
    found = withdrawn(settings)
    _build(settings, register)

    assert found == withdrawn(settings)
    assert any(item.things for item in found)
    _build(settings, assets.folder("register"))
    assert KEY not in {item.correction for item in withdrawn(settings)}


def test_inputs_that_are_kept_are_read_without_it(tmp_path: Path, letter: Path) -> None:
    """`build --add` reads the bytes of the earlier build again, and leaves out what was withdrawn since."""
    settings = Settings(data=tmp_path / "data")
    _build(settings, assets.folder("register"), letter)
    letter.unlink()
    after = _build(settings, _corrected(tmp_path, NAME), add=True).release

    assert _own(after)
    assert not any("eldere" in line for line in _own(after))


def test_a_damaged_list_stops_what_depends_on_it(tmp_path: Path) -> None:
    """It is not taken for an empty one."""
    settings = Settings(data=tmp_path / "data")
    settings.releases.mkdir(parents=True)
    (settings.releases / "withdrawn.json").write_text("{", encoding="utf-8")

    with pytest.raises(ReleaseError, match="damaged"):
        withdrawn(settings)
