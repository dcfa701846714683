"""An account as a whole."""

from __future__ import annotations

from msgspec.structs import replace

from ctgraph.graph.canonical import lines
from ctgraph.graph.statements import state
from ctgraph.graph.terms import TYPE
from ctgraph.model.claims import Account, Evidence, Measure, Ref
from ctgraph.model.document import Span
from graph.factories import PAPER, document, own, participation, rests
from graph.reading import Reading
from graph.specimen import letter
from stopwatch import seconds

HOME = Ref("document", PAPER)


def test_the_same_account_gives_the_same_quads_in_the_same_order() -> None:
    """Stating twice gives the same list, and no statement twice."""
    first, second = list(state(letter(), "0.1.0")), list(state(letter(), "0.1.0"))

    assert first == second
    assert len(lines(first)) == len(first)


def test_a_measure_pointed_at_keeps_the_class_it_was_given() -> None:
    """A funding scheme that answers a motion is not stated to be a plain measure as well."""
    money = Measure(own("measure", "geld"), "geld", "funding", rests("de versterkingsgelden blijven"))
    answer = replace(letter().responses[0], fulfilled_by=(money.ref,))
    stated = Reading(Account(document(), (), measures=(money,), responses=(answer,)))

    assert stated.values(money.ref, TYPE) == ["FundingScheme"]


def test_time_to_state_grows_with_the_account_only() -> None:
    """Four times the participations take about four times as long, never sixteen times."""
    assert _seconds(600) < 10 * max(_seconds(150), 0.01)


def _seconds(size: int) -> float:
    """The processor time to state a letter with so many participations."""
    people = tuple(
        replace(
            participation("A. de Vries", "mentioned", HOME),
            ref=Ref("participation", f"{PAPER}/{number}"),
            evidence=(Evidence(Span(number, number + 5), "words", "test.rule", 0.9),),
        )
        for number in range(size)
    )
    account = replace(letter(), participations=people)
    assert sum(1 for _ in state(account, "0.1.0")) > 13 * size
    return seconds(lambda: list(state(account, "0.1.0")))
