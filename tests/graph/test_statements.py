"""An account as a whole."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

from ctgraph.graph.canonical import lines
from ctgraph.graph.statements import state
from ctgraph.graph.terms import TYPE
from ctgraph.model.claims import Account, Evidence, Measure, Ref
from ctgraph.model.document import Span
from graph.factories import PAPER, document, own, participation, rests
from graph.reading import Reading
from graph.specimen import letter

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


def test_a_letter_is_stated_in_milliseconds() -> None:
    """A long letter takes little of a build: the bound is wide, for busy machines."""
    people = tuple(
        replace(
            participation("A. de Vries", "mentioned", HOME),
            ref=Ref("participation", f"{PAPER}/{number}"),
            evidence=(Evidence(Span(number, number + 5), "words", "test.rule", 0.9),),
        )
        for number in range(150)
    )
    account = replace(letter(), participations=people)
    list(state(account, "0.1.0"))
    started = perf_counter()
    quads = list(state(account, "0.1.0"))

    assert len(quads) > 2000
    assert perf_counter() - started < 0.2
