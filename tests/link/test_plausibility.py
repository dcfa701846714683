"""No reference of a real paper by its own day is doubted, over all papers of the shipped register."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ctgraph.identifiers import parse_paper
from ctgraph.link.knowledge import Knowledge
from ctgraph.link.plausibility import doubt
from ctgraph.model.gazetteer import PersonEntry, Tenure
from ctgraph.pipeline.gazetteer import gazetteer
from ctgraph.sources.register import load_register
from link.factories import GAZETTEER, account

KNOWN = gazetteer(load_register(Path(__file__).resolve().parents[2] / "register"))
DATED = [(p.id, p.date) for p in KNOWN.papers.values() if p.date and parse_paper(p.id)]


def test_a_real_paper_by_its_own_day_is_never_suspect() -> None:
    """Every paper of the register, cited by its day a month later, stands."""
    doubted = [i for i, day in DATED if doubt(i, KNOWN, day + timedelta(30), day)]

    assert len(DATED) > 1000
    assert [] == doubted


@pytest.mark.parametrize("years", [-3, 3])
def test_a_day_three_years_off_is_suspect(years: int) -> None:
    """Every paper of the register, said to be of a day three years off, is doubted."""
    off = timedelta(365 * years)

    assert [] == [i for i, day in DATED if not doubt(i, KNOWN, day + off + timedelta(30), day + off)]


@pytest.mark.parametrize(
    "text",
    [
        "In zijn brief van 16 mei 2020 verwees hij naar de motie (Kamerstuk 30 821, nr. 150).",
        "Bij brieven van 13 april 2020 en 1 juni 2022 (Kamerstukken 30 821, nrs. 149 en 150) schreef ik u.",
        "De brief van uw commissie van 3 mei 2020 (Kamerstuk 30 821, nr. 150) is beantwoord.",
        "Na de brief van 3 mei 2020 zijn de vragen over het debat (Kamerstuk 30 821, nr. 150) beantwoord.",
        "Het rapport van 3 mei 20201 is bekend.\n\n1 Bijlage bij Kamerstuk 30 821, nr. 150.",
        "Zie mijn brief van 1 juni 20221 hierover.\n\n1 Kamerstuk 30 821, nr. 150. Zie ook Kamerstuk 30 821, nr. 140.",
    ],
)
def test_the_day_of_something_else_casts_no_doubt(text: str) -> None:
    """A day counts against a number only where it is surely that of the letter which has the number."""
    assert "suspect" not in {c.status for c in account(text).citations}


def test_who_took_office_later_is_not_meant() -> None:
    """A dated tenure that begins after the day rules a person out; tenures without days do not."""
    late = PersonEntry("d-weel", "D. Weel", ("Weel",), (Tenure("Minister", "", "", date(2024, 7, 2), None),))
    open_ = PersonEntry("g-bos", "G. Bos", ("Bos",), (Tenure("lid", "", "", None, None),))
    knowledge = Knowledge(type(GAZETTEER)(persons=(late, open_)))

    assert knowledge.person("Weel", "", "", date(2005, 1, 1)) is None
    assert knowledge.person("Weel", "", "", date(2025, 1, 1)) is late
    assert knowledge.person("Bos", "", "", date(2005, 1, 1)) is open_


def test_the_office_of_the_head_speaks_where_nobody_signs() -> None:
    """The maker of a promise in a letter without a signature is the office in its head."""
    made = account(
        "29 754 Terrorismebestrijding\nNr. 681 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID\n\n"
        "Den Haag, 6 juli 2023\n\nIk zeg hierbij toe dat de Kamer een afschrift krijgt van het antwoord.\n"
    )

    maker = made.commitments[0].made_by
    assert maker is not None
    assert "Minister van Justitie en Veiligheid" == maker.name
