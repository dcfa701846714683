"""What a paper says in reply to a member's question that it tells."""

from __future__ import annotations

import pytest

from link.factories import account

ASKED = "Tijdens het commissiedebat van 8 februari 2023 vroeg het lid De Wit (D66) uw Kamer «of er overlap kan zijn.» "
ANSWER = "De aanpak wordt op lokaal niveau vormgegeven. Iedere casus heeft een regisseur die zorgt voor samenhang."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ASKED}{ANSWER}\n", ANSWER),
        (f"{ASKED}{ANSWER} De motie van het lid Jansen (SP) vraagt iets anders.\n", ANSWER),
        (f"{ASKED}{ANSWER}\n\nEen ander onderwerp\n\nDaar gaat deze alinea over, en zij is lang genoeg.\n", ANSWER),
        (f"{ASKED}Dat kan.\n", None),
        (ASKED + "\n", None),
    ],
)
def test_what_follows_a_question_answers_it(text: str, expected: str | None) -> None:
    """The words behind the question, up to the next subject, are a response without a status; a few words are none."""
    found = account(text)
    answers = [each for each in found.responses if each.motion.kind == "question"]

    assert [expected] * bool(expected) == [each.evidence[0].readable for each in answers]
    assert {"unclear"} >= {each.status for each in answers}
    assert all(each.motion == found.questions[0].ref for each in answers)
