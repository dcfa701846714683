"""The day that relative times count from."""

from __future__ import annotations

from datetime import date

import pytest

from ctgraph.model.mentions import DateReference
from link.factories import account

HEAD = "30 821 Nationale Veiligheid\n\nNr. 185 VERSLAG VAN EEN COMMISSIEDEBAT\n\nVastgesteld 26 juli 2024\n\n"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (HEAD + "De commissie heeft op 19 juni 2024 overleg gevoerd.\n\nDat komt voor het zomerreces.", "2024-06~"),
        (HEAD + "De commissie heeft schriftelijk overleg gevoerd.\n\nDat komt voor het zomerreces.", "2025-06~"),
    ],
)
def test_a_report_counts_from_the_day_of_its_debate(text: str, read: str) -> None:
    """What is said in June to come before the summer comes in that summer, however late the report is settled."""
    made = account(text, day=date(2024, 7, 26))
    times = [m.value.reading.edtf for m in made.mentions if isinstance(m.value, DateReference)]

    assert times[-1] == read
    assert made.document.date == date(2024, 7, 26)
