"""What papers print about themselves."""

from __future__ import annotations

from datetime import date

import pytest

from ctgraph.text.header import read_header
from ctgraph.text.lines import split


@pytest.mark.parametrize(
    ("text", "identifier", "kind", "day"),
    [
        (
            "30 821 Nationale Veiligheid\n\nNr. 187 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID\n\n"
            "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 3 mei 2023\n",
            "kst-30821-187",
            "brief-regering",
            date(2023, 5, 3),
        ),
        ("35 925 VI Begroting\nNr. 12 MOTIE VAN HET LID HIDDES\nVoorgesteld 1 december 2021\n", "kst-35925-VI-12", "motie", date(2021, 12, 1)),
        ("35 925 VI Begroting\nNr. 13 TWEEDE NADER GEWIJZIGDE MOTIE VAN HET LID HIDDES\n", "kst-35925-VI-13", "gewijzigde-motie", None),
        ("36 725 XVII\n\nBegroting\n\nNr. 52\n\nMOTIE VAN HET LID HIRSCH C.S.\n\nVoorgesteld 3 juli 2025\n", "kst-36725-XVII-52", "motie", date(2025, 7, 3)),
        ("36 027 (R2160)\nGoedkeuring van een verdrag\nNr. 12\nMOTIE VAN HET LID VAN DER LEE\n", "kst-36027-12", "motie", None),
        ("29 754\n12 345\nNr. 5\n", "", "", None),
        ("35 925 Begroting\nNr. 14 DERDE NOTA VAN WIJZIGING\n", "kst-35925-14", "nota-van-wijziging", None),
        ("Tekst.\nkst-29754-101\nISSN 0921 - 7371\n", "kst-29754-101", "", None),
        ("Tekst.\n’s-Gravenhage 2022 Tweede Kamer, vergaderjaar 2021–2022, 29 754, nr. 101 1\n", "kst-29754-101", "", None),
        ("34 775 VI Begroting\nT MOTIE VAN HET LID BIKKER C.S.\nVoorgesteld 22 mei 2018\n", "kst-34775-VI-T", "motie", date(2018, 5, 22)),
        ("Kamerstuk 29754-437\n\nGepubliceerd: 19 januari 2018\n", "kst-29754-437", "", date(2018, 1, 19)),
        ("Een tekst zonder nummer, van 29 754 woorden, nr. 3 op de lijst.\n", "", "", None),
        ("Den Haag, 31 februari 2020\n", "", "", None),
    ],
)  # fmt: skip
def test_headers(text: str, identifier: str, kind: str, day: date | None) -> None:
    """Number, kind and day come from the head or the foot of a paper; what is not printed is empty."""
    header = read_header(split(text))

    assert (identifier, kind, day) == (header.identifier, header.kind, header.date)


def test_two_dossiers() -> None:
    """A paper under two dossiers has the number of the first and names both."""
    header = read_header(split("29 754 Terrorisme\n27 925 Bestrijding\nNr. 37 BRIEF VAN DE MINISTER\n"))

    assert ("kst-29754-37", ("29754", "27925")) == (header.identifier, header.dossiers)


def test_fields_keep_their_place() -> None:
    """Each field has the span of the line that prints it."""
    text = "Den Haag, 3 mei 2023\n"
    spans = dict(read_header(split(text)).spans)

    assert "Den Haag, 3 mei 2023" == text[spans["date"].start : spans["date"].end]
