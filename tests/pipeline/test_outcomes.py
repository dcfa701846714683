"""Which promises an outcome of the register fulfils."""

from __future__ import annotations

from typing import Literal

from ctgraph.model.records import OutcomeRow
from ctgraph.pipeline.outcomes import deliveries
from link.factories import account

TEXT = (
    "Daarom vindt een evaluatie plaats naar de werking van de Paspoortwet. Deze evaluatie geeft invulling aan de motie "
    "van het lid Bos (29754, nr. 5). In het najaar van dit jaar zullen de resultaten van dit onderzoek worden "
    "opgeleverd. De resultaten worden dit najaar met uw Kamer gedeeld.\n"
)


def _row(
    key: str, motion: str = "", day: str = "2024-02-01", confidence: Literal["high", "low"] = "high"
) -> OutcomeRow:
    return OutcomeRow(
        key=key, source="https://example.org/", confidence=confidence, note="", what="Onderzoek", kind="study",
        motion=motion, series="", words=(), document="kst-29754-700", bill="", date=day,
    )  # fmt: skip


def test_the_motion_links_announcement_and_outcome() -> None:
    """The study that a motion asked for delivers what was announced of it."""
    found = list(deliveries([account(TEXT)], [_row("a", "kst-29754-5")]))

    assert [("a", 1)] == [(d.outcome.key, len(d.announcements)) for d in found]
    assert [1] == [len(d.studies) for d in found]


def test_no_motion_no_link() -> None:
    """Another motion's outcome, one from before the paper, and one of low confidence link nothing."""
    rows = [
        _row("a", "kst-29754-6"),
        _row("b", "kst-29754-5", "2022-01-01"),
        _row("c", "kst-29754-5", confidence="low"),
    ]

    assert [] == list(deliveries([account(TEXT)], rows))
