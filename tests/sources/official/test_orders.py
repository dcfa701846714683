"""How a download is ordered."""

from __future__ import annotations

from datetime import date

import pytest

from ctgraph.errors import UsageError
from ctgraph.sources.official.orders import Changes, Dossier, Law, Order, Publication, read_orders


@pytest.mark.parametrize(
    ("words", "orders"),
    [
        ("dossier 29754", [Dossier("29754")]),
        ("dossier 29 754", [Dossier("29754")]),
        ("dossier|29 754", [Dossier("29754")]),
        ("Dossier 36600-vi 21501-02", [Dossier("36600-VI"), Dossier("21501-02")]),
        ("dossier 36 600-VI 27925", [Dossier("36600-VI"), Dossier("27925")]),
        ("dossier|36600 VI", [Dossier("36600-VI")]),
        ("law bwbr0005212 BWBV0001109", [Law("BWBR0005212"), Law("BWBV0001109")]),
        ("BWBR0005212", [Law("BWBR0005212")]),
        ("KST-29754-645 kst-36600-vi-150", [Publication("kst-29754-645"), Publication("kst-36600-VI-150")]),
        ("kst-35917-d kst-1259252", [Publication("kst-35917-D"), Publication("kst-1259252")]),
        ("h-tk-20212022-31-55", [Publication("h-tk-20212022-31-55")]),
        (
            "kv-tk-2021Z08484 blg-936562 stb-2018-84",
            [Publication(x) for x in ("kv-tk-2021Z08484", "blg-936562", "stb-2018-84")],
        ),
    ],
)
def test_what_can_be_ordered(words: str, orders: list[Order]) -> None:
    """Numbers are taken as people write them, and become official ids."""
    assert read_orders(words.split("|" if "|" in words else " "), None, latest=False) == orders


def test_changes_go_with_a_day() -> None:
    """The day is the only thing that is said of changes."""
    assert read_orders(["changes"], date(2031, 3, 4), latest=False) == [Changes(date(2031, 3, 4))]


def test_the_last_version_of_a_law_can_be_ordered() -> None:
    """With or without the word `law` in front."""
    assert read_orders(["law", "BWBR0005212"], None, latest=True) == [Law("BWBR0005212", latest=True)]
    assert read_orders(["BWBR0005212"], None, latest=True) == [Law("BWBR0005212", latest=True)]


@pytest.mark.parametrize(
    ("words", "since"),
    [
        ("", None),
        ("dossier", None),
        ("dossier abc", None),
        ("dossier 2022-2023", None),
        ("dossier 29754; DROP", None),
        ("law", None),
        ("law 5212", None),
        ("law BWBR5212", None),
        ("changes", None),
        ("changes 29754", date(2031, 1, 1)),
        ("dossier 29754", date(2031, 1, 1)),
        ("29754", None),
        ("kst-", None),
        ("kst-29754-645\"or", None),
        ("../../etc", None),
        ("kst-29754/645", None),
        ("kst-" + "1" * 200, None),
    ],
)  # fmt: skip
def test_what_cannot_be_ordered(words: str, since: date | None) -> None:
    """Anything else is wrong usage, and the message shows what can be asked for."""
    with pytest.raises(UsageError, match="dossier 29754"):
        read_orders(words.split(), since, latest=False)
