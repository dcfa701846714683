"""References and whether they can be right."""

from __future__ import annotations

from datetime import date

import pytest

from link.factories import account


@pytest.mark.parametrize(
    ("text", "status", "suggestion"),
    [
        ("Zie Kamerstuk 30 821, nr. 150.", "resolved", ""),
        ("Zie Kamerstuk 30 821, nr. 160.", "identified", ""),
        ("Zie Kamerstuk 35 100, nr. 3.", "identified", ""),
        ("Zie mijn brief van 2 juni 2022 (Kamerstuk 30 821, nr. 150).", "resolved", ""),
        ("Zie mijn brief van 2 juni 2019 (Kamerstuk 30 821, nr. 150).", "suspect", ""),
        ("Zie mijn brief van 31 mei 20221 hierover.\n\n1 Kamerstuk 29 754, nr. 305.", "suspect", ""),
        ("Zie mijn brief van 31 mei 20221 hierover.\n\n1 Kamerstuk 29 754, nr. 145.", "suspect", "kst-30821-145"),
        ("Zie Kamerstuk 30 821, nr. 190.", "suspect", ""),
        ("Zie Kamerstuk 30 821, nr. 999.", "suspect", ""),
        ("Zie de motie op stuk nr. 12.", "identified", ""),
    ],
)
def test_resolution_status(text: str, status: str, suggestion: str) -> None:
    """A number that its own day, its neighbours or the citing day speak against is suspect; the rest is not."""
    found = account(text).citations[-1]

    assert (status, suggestion) == (found.status, found.suggestion)


def test_nothing_is_asserted_of_a_suspect_reference() -> None:
    """A suspect reference keeps its printed number and words, gives the reason, and has no target."""
    found = account("Zie mijn brief van 31 mei 20221 hierover.\n\n1 Kamerstuk 29 754, nr. 145.").citations[0]

    assert () == found.targets
    assert ("kst-29754-145",) == found.printed
    assert "Kamerstuk 29 754, nr. 145" == found.evidence[0].readable
    assert found.reason is not None
    assert "2022-05-31" in found.reason.en


def test_a_motion_does_not_take_a_suspect_number() -> None:
    """A motion whose paper cannot be right is known by its submitters only."""
    made = account("De motie van het lid Bos (Kamerstuk 30 821, nr. 190) is uitgevoerd.")

    assert "suspect" == made.citations[0].status
    assert ("", True) == (made.motions[0].paper, made.motions[0].ref.id.startswith("kst-30821-185/"))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Zie Kamerstuk 30 821, nr. 150. De motie op stuk nr. 180 is uitgevoerd.", "kst-30821-180"),
        ("Zie Kamerstuk 30 821, nr. 150. De motie op stuk nr. 190 is uitgevoerd.", "kst-29754-190"),
    ],
)
def test_a_number_alone_is_of_a_dossier_that_can_have_it(text: str, printed: str) -> None:
    """Of the dossier last named, or of the paper's own where the last one had no such number yet."""
    found = account(text, identifier="kst-29754-660").citations[-1]

    assert (printed,) == found.printed


def test_a_number_alone_in_a_note_is_of_the_paper_before_it() -> None:
    """ "vgl. nr. 809" in a note is of the dossier that the note names, not of the one the body discusses."""
    found = account(
        "Zie dat (Kamerstuk 30 821, nr. 150).1 Meer niet.\n\n1 Kamerstuk 27 925, nr. 826; vgl. nr. 809.\n"
    ).citations

    assert ["kst-30821-150", "kst-27925-826", "kst-27925-809"] == [item.printed[0] for item in found]


def test_the_own_number_is_no_reference() -> None:
    """A paper does not cite itself by printing its number."""
    assert () == account("30 821 Nationale Veiligheid\nNr. 185 BRIEF VAN DE MINISTER\nTekst.\n").citations


def test_a_note_hangs_on_what_it_supports() -> None:
    """The reference in a footnote has the note's number and the words at its mark."""
    found = account(
        "In het debat van 3 mei 20221 is dit gezegd.\n\n1 Handelingen II 2021/22, nr. 80, item 3."
    ).citations[0]

    assert ("1", "debat van 3 mei 2022") == (found.note, found.supports.readable if found.supports else "")


def test_a_session_year_to_come_is_suspect() -> None:
    """Proceedings of a session year after the day of the text cannot be meant."""
    found = account("Zie Handelingen II 2024/25, nr. 3, item 4.", date(2023, 1, 1)).citations[0]

    assert "suspect" == found.status
