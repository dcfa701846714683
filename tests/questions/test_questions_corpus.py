"""The test graph is what a build makes, and it passes the checks that every release passes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from ctgraph import assets
from ctgraph.pipeline.build import build
from ctgraph.pipeline.stock import Folders
from ctgraph.questions.checks import Check, checks
from ctgraph.settings import Settings
from questions.corpus import PAPERS, RECORDS, corpus_quads, without
from questions.engines import ROOT, corpus, solve
from questions.facts import REGISTER
from register_tables import write_register

CHECKS = {name: check for name, check in checks(ROOT / "queries").items() if check.level != "notice"}
"""The rules; that sources differ is a notice, and the records of the test graph differ from its papers."""


def test_a_build_of_the_same_files_states_the_same(tmp_path: Path) -> None:
    """`ctgraph build` on these papers and this register makes these statements, and finds no shape broken."""
    folders = Folders(write_register(tmp_path / "register", REGISTER), assets.folder("ontology"))
    report = build(
        Settings(data=tmp_path / "data"), folders, [*PAPERS, *RECORDS], False, lambda what, done, total: None
    )
    stated = set(ox.parse(path=report.release.quads, format=ox.RdfFormat.N_QUADS))

    assert (report.refused, report.withheld) == ((), ())
    assert [quad for quad in corpus_quads() if quad not in stated] == []


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_check(check: Check) -> None:
    """The test graph breaks no rule."""
    assert list(solve(check.text, corpus())) == []


def test_words_that_do_not_stand_there_once() -> None:
    """Nothing is taken out by mistake: the words have to stand in the paper, and only once."""
    with pytest.raises(ValueError, match="0 times in kst-36999-7"):
        without("kst-36999-7", "wat er niet staat")
