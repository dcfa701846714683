"""Frozen records: dataclasses made quicker."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace

import pytest

from ctgraph.construction import frozen, sortable
from ctgraph.construction import replace as quickly_replaced


@dataclass(frozen=True, slots=True)
class Plain:
    """A frozen dataclass as the standard library makes it."""

    first: int
    second: str = "two"
    third: list[int] = field(default_factory=list)


@frozen
class Quick:
    """The same, made quickly."""

    first: int
    second: str = "two"
    third: list[int] = field(default_factory=list)


@frozen
class Longer(Quick):
    """With the fields of another before its own."""

    fourth: float = 4.0


@frozen
class Single:
    """A record of one field."""

    only: str


@sortable
class Place:
    """A record with an order."""

    start: int
    end: int


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


def test_it_is_a_dataclass_with_slots() -> None:
    """What the standard library does with dataclasses it does with these, and no other attribute can be set."""
    made = Longer(1, fourth=5.0)

    assert {"first": 1, "second": "two", "third": [], "fourth": 5.0} == asdict(made)
    assert not hasattr(made, "__dict__")
    with pytest.raises(FrozenInstanceError):
        del made.second


def test_equal_records_are_one_key() -> None:
    """Records of the same class and values are equal and hash alike; of another class they are not equal."""
    assert {Single("a"), Single("a")} == {Single("a")}
    assert Single("a") != Single("b")
    assert object() != Single("b")
    assert {Place(1, 2): "x"}[Place(1, 2)] == "x"


def test_a_sortable_record_has_the_order_of_its_fields() -> None:
    """Records sort by their first field, then the next; not beside another kind of thing."""
    assert [Place(1, 2), Place(1, 3), Place(2, 0)] == sorted([Place(2, 0), Place(1, 3), Place(1, 2)])
    assert Place(1, 2) <= Place(1, 2) < Place(1, 3) >= Place(1, 3) > Place(0, 9)
    with pytest.raises(TypeError):
        _ = Place(1, 2) < (1, 2)  # type: ignore[operator]  # which is what must fail


@pytest.mark.parametrize("made", [Longer(1, "b", [2], 3.0), Single("a"), Place(1, 2)])
def test_it_can_be_copied_and_pickled(made: object) -> None:
    """A copy, and what a pickle gives back, are equal to what they were made of."""
    assert made == copy.copy(made)
    assert made == pickle.loads(pickle.dumps(made))


@pytest.mark.parametrize("made", [Longer(1, "b", [2], 3.0), Single("a"), Place(1, 2)])
def test_replacing_nothing_gives_an_equal_record(made: Quick | Single | Place) -> None:
    """Each field is taken over; an unknown field is refused, as the standard `replace` does."""
    assert made == quickly_replaced(made)
    with pytest.raises(TypeError):
        quickly_replaced(made, other=1)  # type: ignore[call-arg]  # which is what must fail


def test_what_is_replaced_is_all_that_changes() -> None:
    """The other fields are those of the record."""
    assert quickly_replaced(Longer(1, "b", [2]), second="c") == Longer(1, "c", [2])
