"""Which things two releases tell differently."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from ctgraph.namespaces import ID
from ctgraph.settings import Settings
from ctgraph.store.changed import ChangedThing, changed_things
from ctgraph.store.releases import Release
from ctgraph.store.writing import Contents, ReleaseWriter

MOTION = "id:motion\\/kst-1-2"
PREFIXES = """
@prefix ctg: <https://w3id.org/ctgraph/def#> .
@prefix id: <https://w3id.org/ctgraph/id/> .
@prefix g: <https://w3id.org/ctgraph/graph/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
"""


def release(folder: Path, statements: str) -> Release:
    """A release of these statements, in TriG."""
    quads = list(parse(PREFIXES + statements, RdfFormat.TRIG))
    with ReleaseWriter(Settings(data=folder)) as writer:
        return writer.write(Contents(quads, "0.1.0", documents=1))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", f'g:a {{ {MOTION} dcterms:title "x" }}', [("motion/kst-1-2", "new", 1, 0)]),
        (f'g:a {{ {MOTION} dcterms:title "x" }}', "", [("motion/kst-1-2", "removed", 0, 1)]),
        (
            f'g:a {{ {MOTION} dcterms:title "x" }}',
            f'g:a {{ {MOTION} dcterms:title "y", "z" }}',
            [("motion/kst-1-2", "changed", 2, 1)],
        ),
        (
            f'g:a {{ {MOTION} dcterms:title "x" }}',
            f'g:a {{ {MOTION} dcterms:title "x" }} g:b {{ {MOTION} dcterms:title "x" }}',
            [],
        ),
        (
            f'g:a {{ {MOTION} dcterms:title "x" ; ctg:rule "r" ; ctg:supportedBy id:passage\\/1 }}',
            f'g:a {{ {MOTION} dcterms:title "x" ; ctg:rule "s" ; ctg:supportedBy id:passage\\/2 }}',
            [],
        ),
        ("", 'g:a { id:law\\/x dcterms:title "x" . <http://example.org/a> dcterms:title "x" }', []),
        (
            f'g:a {{ {MOTION} dcterms:title "x" . {MOTION}\\/b dcterms:title "x" }}',
            f'g:a {{ {MOTION} dcterms:title "x" . {MOTION}\\/b dcterms:title "y" . {MOTION}3 dcterms:title "x" }}',
            [("motion/kst-1-2/b", "changed", 1, 1), ("motion/kst-1-23", "new", 1, 0)],
        ),
    ],
    ids=["new", "removed", "changed", "repeated elsewhere", "other passage", "other kinds", "names that begin alike"],
)
def test_what_counts_as_a_change(
    tmp_path: Path, before: str, after: str, expected: list[tuple[str, str, int, int]]
) -> None:
    """What is said of a thing of the kinds asked for decides, with how many statements came and went."""
    other = "g:z { <http://example.org/z> dcterms:title 'z' }"
    old, new = release(tmp_path / "old", before + other), release(tmp_path / "new", after + other)
    found = list(changed_things(old, new, ("motion",)))

    assert expected == [(each.iri.removeprefix(ID), each.status, each.added, each.removed) for each in found]


def test_a_change_says_what_it_is_about(tmp_path: Path) -> None:
    """Motions, papers and dossiers that the statements name come with it, gone ones too; words in a text do not."""
    old = release(
        tmp_path / "old", "g:a { id:response\\/r ctg:respondsTo id:motion\\/m1 ; ctg:givenIn id:document\\/d }"
    )
    text = '"> <https://w3id.org/ctgraph/id/motion/m3>"'
    new = release(tmp_path / "new", f"g:a {{ id:response\\/r ctg:respondsTo id:motion\\/m2 ; ctg:note {text} }}")
    [found] = changed_things(old, new, ("response",))

    about = frozenset({f"{ID}motion/m1", f"{ID}motion/m2", f"{ID}document/d"})
    assert found == ChangedThing(f"{ID}response/r", "changed", 2, 2, about)
