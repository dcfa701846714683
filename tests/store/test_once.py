"""One question without a server."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctgraph.errors import QuerySyntaxError, QueryTimeout, ReleaseError
from ctgraph.store.once import ask_once
from ctgraph.store.releases import current
from store import specimen
from store.specimen import question


def test_the_whole_answer(data: Path) -> None:
    """The blocks add up to the answer, and the worker is gone afterwards."""
    settings = specimen.settings(data)
    blocks = list(ask_once(settings, current(settings).path, question("SELECT * { ?a ?b ?c . ?d ?e 'none' }")))

    assert b"".join(blocks) == b"a,b,c,d,e\r\n"


def test_failures(data: Path, tmp_path: Path) -> None:
    """Deadline, syntax and an absent release raise before anything is printed."""
    settings = specimen.settings(data)
    path = current(settings).path
    with pytest.raises(QueryTimeout):
        ask_once(settings, path, question("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", seconds=0.3))
    with pytest.raises(QuerySyntaxError):
        ask_once(settings, path, question("SELECT"))
    with pytest.raises(ReleaseError, match="cannot be opened"):
        ask_once(settings, tmp_path, question("ASK {}"))

    assert not list(tmp_path.iterdir())
