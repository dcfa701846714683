"""What is said to be done with a motion, however it is meant and in whatever order the words stand."""

from __future__ import annotations

import pytest

from ctgraph.link.deeds import deed_of
from ctgraph.link.statuses import status_of
from link.deed_sentences import ASKED, BEHIND_TO, SAID_OF_IT, SAID_TO_IT, SUBJECTS
from link.factories import account

PRODUCT = [
    (means, status, said)
    for means, table in ((SUBJECTS, SAID_OF_IT), (BEHIND_TO, SAID_TO_IT))
    for status, words in table.items()
    for said in words
]


@pytest.mark.parametrize(("means", "status", "said"), PRODUCT, ids=[said for *_, said in PRODUCT])
def test_the_same_is_read_however_the_motion_is_meant(means: tuple[str, ...], status: str, said: str) -> None:
    """A predicate tells one status of a motion by name, by "deze motie", by a pronoun, by its request or behind "aan"."""
    texts = [f"{mean} {said}." if "29754" in mean else f"{ASKED}{mean} {said}." for mean in means]

    assert {mean: [status] for mean in means} == {
        mean: [item.status for item in account(text).responses] for mean, text in zip(means, texts, strict=True)
    }


@pytest.mark.parametrize(
    ("main", "inverted", "subordinate"),
    [
        ("ik voer de motie niet uit", "daarom voer ik de motie niet uit", "dat ik de motie niet uitvoer"),
        ("de motie wordt niet uitgevoerd", "daarom wordt de motie niet uitgevoerd", "dat de motie niet wordt uitgevoerd"),
        ("ik kan de motie niet uitvoeren", "daarom kan ik de motie niet uitvoeren", "dat ik de motie niet kan uitvoeren"),
        ("de motie is inmiddels uitgevoerd", "inmiddels is de motie uitgevoerd", "dat de motie inmiddels is uitgevoerd"),
        ("ik heb de motie uitgevoerd", "daarmee heb ik de motie uitgevoerd", "dat ik de motie heb uitgevoerd"),
        ("ik zal de motie uitvoeren", "dit jaar zal ik de motie uitvoeren", "dat ik de motie zal uitvoeren"),
        ("ik betrek de motie bij de wet", "uiteraard betrek ik de motie bij de wet", "dat ik de motie bij de wet betrek"),
        ("ik neem de motie mee in de wet", "ook neem ik de motie mee in de wet", "dat ik de motie meeneem in de wet"),
        ("aan de motie is voldaan", "daarmee is aan de motie voldaan", "dat aan de motie is voldaan"),
        ("aan de motie wordt gevolg gegeven", "zo wordt aan de motie gevolg gegeven", "dat aan de motie gevolg wordt gegeven"),
        ("ik geef uitvoering aan de motie", "dit jaar geef ik aan de motie uitvoering", "dat ik aan de motie uitvoering geef"),
        ("ik kom niet tegemoet aan de motie", "daarom kom ik aan de motie niet tegemoet", "dat ik aan de motie niet tegemoetkom"),
        ("de motie is deels uitgevoerd", "daarmee is de motie deels uitgevoerd", "dat de motie deels is uitgevoerd"),
    ],
)  # fmt: skip
def test_the_order_of_the_words_changes_nothing(main: str, inverted: str, subordinate: str) -> None:
    """A main clause, one that begins with an adverb and a subordinate clause tell the same status."""
    told = {status_of(f"{words}.") for words in (main, inverted, f"Het kabinet meldt {subordinate}")}

    assert len(told) == 1
    assert None not in told


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("in het kader van de motie is door het wodc onderzoek uitgevoerd.", None),
        ("naar aanleiding van de motie wordt een toets uitgevoerd.", None),
        ("op grond van de motie kan het plan niet worden uitgevoerd.", None),
        ("de motie over het niet uitvoeren van controles is uitgevoerd.", "fulfilled"),
        ("aan de wet wordt uitvoering gegeven.", None),
        ("die wet wordt niet uitgevoerd.", None),
        ("dat plan is uitgevoerd.", None),
        ("de motie is aangenomen en wordt uitgevoerd.", "in-progress"),
        ("de motie is nog niet uitgevoerd.", None),
        ("de motie is niet alleen door de politie uitgevoerd.", "fulfilled"),
        ("de motie ziet op iets anders, maar het plan wordt uitgevoerd.", None),
    ],
)
def test_what_is_done_with_something_else_is_no_deed(words: str, status: str | None) -> None:
    """A verb whose subject or object is another thing tells nothing of the motion, nor does what a motion is about."""
    assert status == deed_of(words)
