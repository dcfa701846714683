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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vragen van het lid Berg (D66) over iets (ingezonden 1 april 2022).\n\n"
            "Antwoord van Minister De Wit (Defensie) (ontvangen 3 mei 2022)\n\nVraag 1",
            date(2022, 5, 3),
        ),
        ("Vragen van het lid Berg (D66) over iets (ingezonden 1 april 2022).\n\nVraag 1", date(2022, 4, 1)),
        ("Plenair verslag Tweede Kamer, 31e vergadering\nDinsdag 7 december 2021\n\nOpening", date(2021, 12, 7)),
        ("Verslag van de plenaire vergadering van dinsdag 17 april 2018\n\nOpening", date(2018, 4, 17)),
        ("Besluit van 28 januari 2014 tot aanwijzing van gevallen\n\nWij", date(2014, 1, 28)),
        ("Advies inzake iets\n\nNader Rapport\n\n23 juni 2017\n\nNr. 2092820", date(2017, 6, 23)),
        ("Datum uitspraak: 28 juni 2023\n\nAfdeling", date(2023, 6, 28)),
        ("Verslag\n\nNummer: 2024D51222, datum: 2024-12-17, bijgewerkt: 2024-12-19\n\nTekst", date(2024, 12, 17)),
        (
            "29 754 Terrorismebestrijding\n\nNr. 5 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\n"
            "Vastgesteld 9 september 2010\n\nBRIEF\n\nDen Haag, 9 juni 2010\n",
            date(2010, 9, 9),
        ),
        ("In de vragen (ingezonden 1 april 2022) staat iets.", None),
        ("Het besluit\n\nDinsdag 7 december 2021\n\nTekst", None),
        ("Vragen van het lid Berg (ingezonden 31 februari 2022).", None),
    ],
)
def test_reads_the_day_by_the_form_of_the_kind(text: str, expected: date | None) -> None:
    """Answers, reports of the chambers, laws and reports to the King print their day in forms of their own."""
    assert read_header(split(text)).date == expected


def test_the_number_in_small_letters_or_with_a_mark() -> None:
    """Older papers print "nr." small, on a line of its own; a letter may have the mark of a note."""
    old = read_header(split("29 754\nTerrorismebestrijding\n\nnr. 159\nVERSLAG VAN EEN ALGEMEEN OVERLEG\n\nTekst"))
    marked = read_header(split("34 356 Wijziging van iets\n\nB1 VOORLOPIG VERSLAG VAN DE COMMISSIE2\n\nTekst"))

    assert (old.identifier, old.kind) == ("kst-29754-159", "verslag-algemeen-overleg")
    assert marked.identifier == "kst-34356-B"


def test_a_letter_that_heads_a_part_is_no_number() -> None:
    """The "A" above a first amendment is no number of the Eerste Kamer."""
    assert (
        read_header(split("36765 Regels over iets\nNOTA VAN WIJZIGING\nA\nIn artikel 7 vervalt iets.")).identifier == ""
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tweede Kamer der Staten-Generaal2017-2018nr. 103, item 43", "h-tk-20172018-103-43"),
        ("Eerste Kamer der Staten-Generaal | 2021-2022 | nr. 18, item 3 |", "h-ek-20212022-18-3"),
        ("Tweede Kamer der Staten-Generaal | 2013-2014 | 29754 nr. 238 |", "kst-29754-238"),
        ("Tweede Kamer der Staten-Generaal2014-20151365", "ah-tk-20142015-1365"),
        ("Tweede Kamer der Staten-Generaal 2", ""),
        ("Tweede Kamer der Staten-Generaal 2021-2022 12", ""),
        ("Tweede Kamer der Staten-Generaal 2014-2018 12", ""),
        ("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", ""),
    ],
)
def test_the_line_of_data_above_a_web_page(line: str, expected: str) -> None:
    """Chamber, session and number in the cells of a page make the id of what stands below."""
    assert read_header(split(f"Handeling\n\n{line}\n\nTekst.")).identifier == expected
