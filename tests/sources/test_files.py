"""Files that a person names, and their sidecars."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ctgraph.errors import InputError
from ctgraph.sources.files import SIDECAR, collect, take


def _paper(folder: Path, sidecar: str | None = None) -> Path:
    path = folder / "brief.txt"
    path.write_text("Tekst.", encoding="utf-8")
    if sidecar is not None:
        (folder / f"brief.txt{SIDECAR}").write_text(sidecar, encoding="utf-8")
    return path


def test_a_sidecar_gives_id_and_date(tmp_path: Path) -> None:
    """What the sidecar says stands below what the caller says."""
    path = _paper(tmp_path, "id: kst-30821-5\ndate: 2023-01-02\n")

    assert (take(path).id, take(path).date) == ("kst-30821-5", date(2023, 1, 2))
    assert take(path, "kst-30821-6").id == "kst-30821-6"


@pytest.mark.parametrize(
    "sidecar",
    [
        'id: ../../etc <x> "y"\n',
        "id: [1, 2]\n",
        "id: a b\n",
        "date: 2022-13-45\n",
        "date: gisteren\n",
        "colour: red\n",
        "- a\n",
        "id: 'open\n",
        "[" * 2000 + "\n",
        "id: " + "x" * 5000 + "\n",
    ],
)
def test_a_bad_sidecar_refuses_its_paper(tmp_path: Path, sidecar: str) -> None:
    """Whatever a sidecar holds, it ends in a refusal of its paper with the reason."""
    with pytest.raises(InputError):
        take(_paper(tmp_path, sidecar))


def test_what_is_no_file_comes_as_a_refusal(tmp_path: Path) -> None:
    """Missing paths, names too long and empty folders are refused in their place; the rest is found."""
    folder = tmp_path / "empty"
    folder.mkdir()
    found = list(collect([tmp_path / "gone.txt", tmp_path / ("x" * 300), folder, _paper(tmp_path)]))

    assert [type(item).__name__ for item in found[:3]] == ["InputError"] * 3
    assert found[3] == tmp_path / "brief.txt"
