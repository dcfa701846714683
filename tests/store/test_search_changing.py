"""An index made from that of another release answers as one made from nothing."""

from __future__ import annotations

import hashlib
import random
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ctgraph.namespaces import DCTERMS, DEF, GRAPH, ID, PROV
from ctgraph.store import search as search_module
from ctgraph.store.search import write_index, write_index_from
from ctgraph.store.search_query import read_query
from ctgraph.store.searching import Hits, Wanted, search

WORDS = ("dreiging", "beeld", "dreigingsbeeld", "terreurdreiging", "aanpak", "motie", "moties", "terreur", "zorgaanpak")
STILL = 30
"""Texts that stay as they are, so that little changes."""

Papers = Mapping[str, str]
"""Texts by the number of their paper."""


def _write(folder: Path, papers: Papers) -> tuple[Path, Path]:
    """The sorted statements and the texts of a release of these papers; each has its first word for a title."""
    (folder / "texts").mkdir(parents=True)
    lines = []
    for number, text in papers.items():
        digest = hashlib.sha256(text.encode()).hexdigest()
        (folder / "texts" / f"{digest}.txt").write_bytes(text.encode())
        document, run = f"<{ID}document/{number}>", f"<{ID}run/{number}/1>"
        for subject, predicate, value in (
            (run, f"{PROV}used", document),
            (run, f"{DEF}textDigest", f'"{digest}"'),
            (document, f"{DCTERMS}title", f'"{text.split()[0]}"'),
        ):
            lines.append(f"{subject} <{predicate}> {value} <{GRAPH}text/{number}> .\n")
    (folder / "release.nq").write_text("".join(sorted(lines)))
    return folder / "release.nq", folder / "texts"


def _from_nothing(folder: Path, papers: Papers) -> Path:
    write_index(folder / "search.sqlite", *_write(folder, papers))
    return folder / "search.sqlite"


def _from(folder: Path, papers: Papers, neighbour: Path) -> tuple[bool, Path]:
    index = folder / "search.sqlite"
    return write_index_from(index, *_write(folder, papers), neighbour, neighbour.parent / "texts"), index


def _answers(index: Path) -> list[Hits]:
    """What the index says to questions for each word, two words, and a phrase."""

    def ask(question: str) -> Hits:
        wanted = Wanted(read_query(question), {}, 100, 0, 10.0)
        return search(index, lambda digest: index.parent / "texts" / f"{digest}.txt", wanted)

    return [ask(each) for each in (*WORDS, "dreiging beeld", '"aanpak motie"', "dreiging -terreur")]


def _tables(index: Path) -> list[list[tuple[object, ...]]]:
    """What the index holds beside its words, without the numbers that it gives."""
    with closing(sqlite3.connect(index)) as connection:
        return [
            sorted(connection.execute(question))
            for question in (
                "SELECT word, stems FROM compounds",
                "SELECT word, count FROM counts",
                "SELECT document, digest, number, title, kind, day, dossiers, last - first FROM entries",
                "SELECT document, start, stop FROM entries JOIN passages ON passage >= first AND passage < last",
            )
        ]


def _text() -> some.SearchStrategy[str]:
    return some.lists(some.sampled_from(WORDS), min_size=1, max_size=6).map(lambda words: " ".join(words) + ".\n")


def _still() -> dict[str, str]:
    dice = random.Random(1)
    return {f"kst-9-{n}": " ".join(dice.choices(("aanpak", "de", "zorg", "een"), k=5)) + ".\n" for n in range(STILL)}


_CHANGING = some.dictionaries(some.sampled_from(["kst-1-1", "kst-1-2", "kst-1-3"]), _text())


@given(_CHANGING, _CHANGING)
@settings(max_examples=60, deadline=None)
def test_the_difference_leads_to_the_same_answers(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, str], after: dict[str, str]
) -> None:
    """Whatever came, went or changed, also words that others are made of: the same hits, order, snippets and tables."""
    folder = tmp_path_factory.mktemp("releases")
    old = _from_nothing(folder / "old", _still() | before)
    made, changed = _from(folder / "changed", _still() | after, old)
    anew = _from_nothing(folder / "anew", _still() | after)

    assert made
    assert _answers(anew) == _answers(changed)
    assert _tables(anew) == _tables(changed)


def test_texts_that_did_not_change_learn_of_new_words(tmp_path: Path) -> None:
    """A word that another text brings takes a compound of an old text apart, and its going puts it together again."""
    papers = _still() | {"kst-1-1": "Het wolkenkrabber stond er.\n"}
    told = papers | {"kst-1-2": "Een krabber en een krabber.\n"}
    old = _from_nothing(tmp_path / "old", papers)
    _, more = _from(tmp_path / "more", told, old)
    _, less = _from(tmp_path / "less", papers, more)

    assert [0, 2, 0] == [_hits(index, "krabber") for index in (old, more, less)]


def _hits(index: Path, question: str) -> int:
    texts = index.parent / "texts"
    return search(index, lambda digest: texts / f"{digest}.txt", Wanted(read_query(question), {}, 9, 0, 10.0)).total


def test_what_does_not_pay_is_not_made(tmp_path: Path) -> None:
    """With another release of other texts, with none, a damaged one, or one of an earlier form, nothing is made."""
    other = {number: f"{text} anders." for number, text in _still().items()}
    old = _from_nothing(tmp_path / "old", other)
    damaged, earlier = tmp_path / "damaged.sqlite", tmp_path / "earlier.sqlite"
    damaged.write_bytes(b"no index" * 1000)
    with closing(sqlite3.connect(earlier)) as connection:
        connection.execute("CREATE TABLE entries (entry)")
    statements, texts = _write(tmp_path / "new", _still())

    for neighbour in (old, tmp_path / "gone.sqlite", damaged, earlier):
        assert not write_index_from(tmp_path / "new.sqlite", statements, texts, neighbour, old.parent / "texts")
        assert not (tmp_path / "new.sqlite").exists()


def test_stems_made_by_other_rules_do_not_mix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of the code before does not lead to one of the code now."""
    old = _from_nothing(tmp_path / "old", _still())
    monkeypatch.setattr(search_module, "_rules", lambda: 1)

    assert not _from(tmp_path / "new", _still(), old)[0]
