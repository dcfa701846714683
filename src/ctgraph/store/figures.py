"""Figures of a part that runs: what it counts, for whoever watches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, Protocol, runtime_checkable

from msgspec import Struct


class Figure(Struct, frozen=True):
    """One figure of Prometheus: a value for each set of labels, in the base unit of its name."""

    name: str
    help: str
    kind: Literal["counter", "gauge"]
    values: tuple[tuple[Mapping[str, str], float], ...]


def single(name: str, text: str, kind: Literal["counter", "gauge"], value: float) -> Figure:
    """A figure without labels."""
    return Figure(name, text, kind, (({}, value),))


@runtime_checkable
class Measured(Protocol):
    """A part that has figures."""

    def figures(self) -> Iterator[Figure]:
        """The figures as they are now."""
