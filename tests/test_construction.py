"""Frozen dataclasses whose `__init__` is written anew."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from ctgraph.construction import quickly_made


@dataclass(frozen=True, slots=True)
class Plain:
    """A frozen dataclass as the standard library makes it."""

    first: int
    second: str = "two"
    third: list[int] = field(default_factory=list)


@quickly_made
@dataclass(frozen=True, slots=True)
class Quick:
    """The same, made quickly."""

    first: int
    second: str = "two"
    third: list[int] = field(default_factory=list)


@pytest.mark.parametrize(("given", "named"), [((1,), {}), ((1, "b"), {}), ((1,), {"third": [3]}), ((), {"first": 4})])
def test_fields_and_defaults_are_those_of_the_dataclass(given: tuple[int], named: dict[str, list[int]]) -> None:
    """Fields by position, by name and by default come out as the standard `__init__` sets them."""
    plain, quick = Plain(*given, **named), Quick(*given, **named)  # type: ignore[arg-type]  # any arguments, as a table

    assert (quick.first, quick.second, quick.third) == (plain.first, plain.second, plain.third)
    assert repr(quick) == repr(plain).replace("Plain", "Quick")


def test_it_stays_frozen_equal_and_replaceable() -> None:
    """Only the making changes: no field can be set, equal fields are equal objects, `replace` makes a new one."""
    made = Quick(1)

    with pytest.raises(FrozenInstanceError):
        made.first = 2  # type: ignore[misc]  # which is what must fail
    assert made == Quick(1)
    assert replace(made, first=2) == Quick(2)
    assert made.third is not Quick(1).third


@pytest.mark.parametrize("arguments", [(), (1, "b", [], 4)])
def test_missing_and_surplus_arguments_are_refused(arguments: tuple[object, ...]) -> None:
    """As by any `__init__`: a TypeError."""
    with pytest.raises(TypeError):
        Quick(*arguments)  # type: ignore[arg-type]  # which is what must fail
