"""Reading and linking take time in proportion to the text, whatever the text."""

from __future__ import annotations

import pytest

from ctgraph.export.annotations import records
from ctgraph.model.source import SourceFile
from ctgraph.pipeline.reading import Reading
from specimens.gazetteer import KNOWN
from stopwatch import seconds


def read(reading: Reading, text: str) -> object:
    """All the way from bytes to records."""
    return records(reading.account(reading.document(SourceFile("hostile.txt", text.encode(), "hostile", None))))


@pytest.mark.parametrize(
    "unit",
    [
        "1234567890",
        "29 754, nr. ",
        "«",
        "\u00ad",
        "een lange regel zonder punt, ",
        "(",
        "wetsvoorstel ",
        "onderzoek naar de ",
        "commissie",
        "\n\n1 Kamerstuk 29 754, nr. 3\n\n",
        "De motie-Jansen (29 754, nr. 5) en de motie-Bikker (29 754, nr. 6). ",
        "Op 3 mei 2022 vond een schriftelijk overleg plaats. Aan het lid Jansen heb ik in dat overleg toegezegd dit te doen. ",
        "Omschrijving: De motie-Bos over X. Vindplaats: Kamerstuk 29 754, nr. 5. Stand van zaken: Onderhanden. ",
        "Die brief zal ik in mei 2099 aan de Kamer sturen; ik dien dit in. ",
        "\n\n1 Kamerstuk 29 754, nr. 3; vgl. nr. 5; vgl. nr. 6\n\n",
        "\n\n1 Handelingen II 2024/25,\n\nISSN 0921 - 7371\n\n",
        "De motie van het lid De Wit (29 754, nr. 5) verzoekt te bezien hoe dat kan en welke wet daarvoor nodig is. "
        "Deze motie is niet volledig uitvoerbaar. Met de Paspoortwet en de versterkingsgelden geef ik er invulling aan. ",
    ],
)
def test_time_grows_with_the_text_only(unit: str) -> None:
    """Four times the text takes about four times as long, never sixteen times."""
    reading = Reading(KNOWN)
    small = unit * (20_000 // len(unit))

    def time_of(text: str) -> float:
        return seconds(lambda: read(reading, text))

    assert time_of(small * 4 + " x") < 10 * max(time_of(small + " x"), 0.02)
