"""The IRIs of the things that a record names. What is suspect leads nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ctgraph.export.annotations.record import Record
from ctgraph.identifiers import Kind, iri, parse_paper


def targets(record: Record) -> list[str]:
    """The IRIs of what a record names, in the order printed; none for a doubtful reference or a thing without an id."""
    values = record["normalized"]
    named = _NAMED.get(str(record["type"]))
    if named is None or not isinstance(values, Mapping) or values.get("suspect"):
        return []
    if record.get("status") in ("suspect", "ambiguous"):
        return []
    return list(dict.fromkeys(iri(kind, reference) for kind, reference in named(values)))


def _document(values: Mapping[str, object]) -> Iterator[tuple[Kind, str]]:
    """Papers, proceedings, gazettes, rulings; a dossier where no number of a paper is given."""
    for identifier in _strings(values, "ids") or _strings(values, "id"):
        if identifier.startswith("kst-") and parse_paper(identifier) is None:
            yield "dossier", identifier.removeprefix("kst-")
        else:
            yield "document", identifier


def _act(values: Mapping[str, object]) -> Iterator[tuple[Kind, str]]:
    yield from (("document", celex) for celex in _strings(values, "celex"))


def _motion(values: Mapping[str, object]) -> Iterator[tuple[Kind, str]]:
    yield from (("motion", paper) for paper in _strings(values, "kamerstuk"))


def _kind(kind: Kind) -> Callable[[Mapping[str, object]], Iterator[tuple[Kind, str]]]:
    return lambda values: ((kind, reference) for reference in _strings(values, "id"))


def _strings(values: Mapping[str, object], name: str) -> list[str]:
    value = values.get(name)
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)] if value else []


_NAMED: Final[Mapping[str, Callable[[Mapping[str, object]], Iterator[tuple[Kind, str]]]]] = MappingProxyType(
    {
        "kamerstuk_ref": _document,
        "handelingen_ref": _document,
        "staatsblad_ref": _document,
        "ecli_ref": _document,
        "eu_ref": _act,
        "law_ref": _kind("law"),
        "person": _kind("person"),
        "organisation": _kind("organisation"),
        "motion_ref": _motion,
    }
)
