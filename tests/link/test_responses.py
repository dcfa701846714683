"""What a paper says of the carrying out of a motion."""

from __future__ import annotations

import pytest

from ctgraph.link.statuses import status_of
from link.factories import account


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Deze motie is niet volledig uitvoerbaar.", "not-fully-feasible"),
        ("De motie is derhalve momenteel niet optimaal uitvoerbaar.", "not-fully-feasible"),
        ("De motie is daarmee slechts deels uitvoerbaar.", "not-fully-feasible"),
        ("De motie is niet uitvoerbaar.", "not-feasible"),
        ("De motie is hiermee gedeeltelijk uitgevoerd.", "partly-fulfilled"),
        ("Het kabinet voert deze motie niet uit.", "declined"),
        ("Aan de motie zal ik geen uitvoering geven.", "declined"),
        ("Ik zal de motie niet uitvoeren.", "declined"),
        ("De motie beschouw ik hiermee als afgedaan.", "fulfilled"),
        ("Aan de motie is inmiddels uitvoering gegeven.", "fulfilled"),
        ("De motie is uitgevoerd.", "fulfilled"),
        ("Hiermee geef ik uitvoering aan de motie.", "fulfilled"),
        ("Deze verkenning geeft invulling aan de motie.", "in-progress"),
        ("De motie is in uitvoering.", "in-progress"),
        ("De motie wordt thans uitgevoerd.", "in-progress"),
        ("Ik zal dit najaar uitvoering geven aan de motie.", "announced"),
        ("Hiervoor is expliciet aandacht in het plan.", "addressed"),
        ("De motie wordt meegenomen in de evaluatie.", "addressed"),
        ("De motie is door de tijd ingehaald.", "lapsed"),
        ("De motie vraagt aandacht voor gemeenten.", None),
        ("De motie is op 3 mei aangenomen.", None),
    ],
)
def test_status_words(words: str, status: str | None) -> None:
    """A status is read from its wording, the more specific before the less; no wording, no status."""
    assert status == status_of(words)


def test_a_response_points_back_over_sentences() -> None:
    """A later sentence that says "deze motie" or "hiermee" answers for the motion named before it."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) vraagt iets. Dat is lastig. Deze motie is niet uitvoerbaar."
    )

    assert [("kst-29754-5", "not-feasible")] == [(r.motion.id, r.status) for r in made.responses]
    assert "Deze motie is niet uitvoerbaar." == made.responses[0].evidence[0].readable


def test_the_next_motion_ends_a_treatment() -> None:
    """A status counts for the motion in whose treatment it stands, not for the one before."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) vraagt iets. De motie van het lid Vos (29754, nr. 6) is uitgevoerd."
    )

    assert [("kst-29754-6", "fulfilled")] == [(r.motion.id, r.status) for r in made.responses]


def test_a_heading_ends_a_treatment() -> None:
    """What stands under another heading says nothing of the motion before it."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) vraagt iets.\n\nToezegging over geld\n\n"
        "Hiermee is deze toezegging uitgevoerd. Hiermee is invulling gegeven.\n"
    )

    assert () == made.responses


def test_an_obstacle_is_the_clause_that_gives_the_reason() -> None:
    """Where a motion cannot be carried out, the clause with the reason is a claim with its own place."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) vraagt om toegang. De NCTV kan wijzen op subsidies, maar dat de NCTV "
        "vanwege het ontbreken van een wettelijke grondslag niet kan aansluiten bij overleg en daarmee beperkt is, "
        "is bekend. Deze motie is niet volledig uitvoerbaar."
    )
    obstacle = made.responses[0].obstacle

    assert obstacle is not None
    assert "de NCTV vanwege het ontbreken van een wettelijke grondslag niet kan aansluiten bij overleg" == obstacle.text
    assert "limitation" == obstacle.modality


def test_what_carries_a_motion_out() -> None:
    """The strategy named in the sentence that gives the status is what the motion is met with."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) vraagt iets. Hiervoor is aandacht in de Nationale Strategie 2023–2027."
    )

    assert ["ns-2023-2027"] == [ref.id for ref in made.responses[0].fulfilled_by]
