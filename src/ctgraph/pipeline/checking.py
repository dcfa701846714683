"""Whether a release holds to its rules: the shapes over the whole graph, and each passage against the stored text.

A build holds each source against the shapes on its own. Here all of them are held together, as they are served.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct
from pyoxigraph import Literal, Quad, RdfFormat, parse

from ctgraph.graph import shapes
from ctgraph.graph.terms import ctg
from ctgraph.store.releases import Release

_PARTS: Final = {ctg(name): name for name in ("exactText", "startPosition", "endPosition", "textDigest")}


class Misquote(Struct, frozen=True, order=True):
    """A passage that does not say what stands at its offsets; `found` is what stands there, None without a text."""

    passage: str
    quoted: str
    found: str | None


class Findings(Struct, frozen=True):
    """What is wrong with a release; `recommended` are fields that things should have, which is no fault."""

    violations: tuple[shapes.Violation, ...]
    misquotes: tuple[Misquote, ...]
    recommended: tuple[shapes.Violation, ...] = ()


def check_release(release: Release, ontology: Path) -> Findings:
    """Check a whole release; raises OSError if its files cannot be read."""
    with release.quads.open("rb") as file:
        quads = list(parse(file, format=RdfFormat.N_QUADS))
    violations = shapes.check(quads, shapes.load_rules(ontology))
    recommended = shapes.check(quads, shapes.load_rules(ontology, recommended=True))
    return Findings(violations, tuple(sorted(misquotes(quads, release))), recommended)


def misquotes(quads: Iterable[Quad], release: Release) -> Iterator[Misquote]:
    """Passages whose words are not those of the stored text; one that lacks a part breaks a shape, not this rule."""
    passages: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        name = _PARTS.get(quad.predicate)
        if name and isinstance(quad.object, Literal):
            passages[str(quad.subject)][name] = quad.object.value
    by_text: dict[str, list[tuple[str, dict[str, str]]]] = defaultdict(list)
    for passage, parts in passages.items():
        if parts.keys() >= set(_PARTS.values()):
            by_text[parts["textDigest"]].append((passage, parts))
    for digest, items in by_text.items():
        text = _text(release, digest)
        for passage, parts in items:
            found = None if text is None else text[int(parts["startPosition"]) : int(parts["endPosition"])]
            if found != parts["exactText"]:
                yield Misquote(passage.strip("<>"), parts["exactText"], found)


def _text(release: Release, digest: str) -> str | None:
    path = release.text(digest)
    return path.read_bytes().decode() if path.is_file() else None
