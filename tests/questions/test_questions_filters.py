"""What the parameters of the canned queries keep of the test graph."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from questions.engines import ask, corpus


@pytest.mark.parametrize(
    ("name", "given", "count"),
    [
        ("advice-vote-response", {"dossier": "36999"}, 8),
        ("advice-vote-response", {"dossier": "36998"}, 0),
        ("annexes", {"document": "kst-36999-5"}, 1),
        ("annexes", {"document": "kst-36999-7"}, 0),
        ("co-submitters", {"motion": "kst-36999-10"}, 3),
        ("co-submitters", {"motion": "kst-36999-7"}, 0),
        ("commitments-fulfilled", {"dossier": "36999"}, 3),
        ("commitments-fulfilled", {"dossier": "36998"}, 0),
        ("funding-schemes", {"recipient": "waterschap"}, 0),
        ("limits-and-powers", {"organisation": "organisation/nctv"}, 2),
        ("limits-and-powers", {"organisation": "organisation/wodc"}, 0),
        ("most-cited", {"dossier": "36998"}, 0),
        ("motions-not-feasible", {"dossier": "36 999"}, 3),
        ("motions-not-feasible", {"dossier": "36998"}, 0),
        ("motions-on-topic", {"topic": "ACCELERATIONISME"}, 2),
        ("motions-on-topic", {"topic": "ondersteunen met geld"}, 2),
        ("motions-on-topic", {"topic": "dijken"}, 0),
        ("motions-on-topic", {"dossier": "36998"}, 0),
        ("papers-in-several-dossiers", {"dossier": "36996"}, 1),
        ("papers-in-several-dossiers", {"dossier": "36999"}, 1),
        ("papers-in-several-dossiers", {"dossier": "36998"}, 0),
        ("periods-covered", {"title": "WEERBARE"}, 2),
        ("periods-covered", {"from": "2024-01-01"}, 1),
        ("periods-covered", {"to": "2023-12-31"}, 1),
        ("questions-answered-later", {"dossier": "36998"}, 0),
        ("recurring-obstacles", {"times": "3"}, 0),
        ("requests-answered", {"motion": "kst-36999-9"}, 1),
        ("series-editions", {"series": "series/rapportage-uitreizigers"}, 1),
        ("strategies-at-decisions", {"dossier": "36998"}, 0),
        ("threat-assessments-cited", {"assessment": "document/dtn-72"}, 1),
        ("votes-by-group", {"topic": "meldplicht"}, 4),
        ("votes-by-group", {"from": "2024-02-01"}, 4),
        ("votes-by-group", {"to": "2024-01-31", "topic": "havens"}, 8),
    ],
)
def test_filters(name: str, given: Mapping[str, str], count: int) -> None:
    """A parameter keeps the rows that fit it; left out, it keeps all."""
    assert len(ask(name, given, corpus())) == count


def test_late_edition() -> None:
    """An edition that came after the last day of the time announced is late by the days between."""
    (row,) = ask("series-editions", {"series": "series/rapportage-uitreizigers"}, corpus())

    assert (row["due"], row["date"], row["daysLate"]) == ("2024-23", "2025-01-10", "21")


def test_gap_between_two_periods() -> None:
    """A gap counts the days that neither of two reports of one title covers."""
    assert [row.get("gapDays") for row in ask("periods-covered", {}, corpus())] == [None, "92"]


def test_sides_of_the_chamber() -> None:
    """A group is on the side of the government if one of its party held a post in it on the day of the vote."""
    rows = ask("votes-by-group", {"topic": "accelerationisme"}, corpus())

    assert {row["group"] for row in rows if row["side"] == "coalition"} == {"VVD"}


def test_paper_of_the_senate_in_the_dutch_form() -> None:
    """Papers of the Eerste Kamer are cited with I and a letter, those of the Tweede Kamer with II and a number."""
    cited = [ask("how-to-cite", {"document": f"kst-36999-{n}"}, corpus())[0]["citation"] for n in ("D", "12")]

    assert cited == ["Kamerstukken I 2023/24, 36999, D", "Kamerstukken II 2023/24, 36999, nr. 12"]
