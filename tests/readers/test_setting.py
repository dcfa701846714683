"""Blocks become one text, and every flow leads back into it."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ctgraph.readers.setting import Block, Joint, Mark, Run, Set, Words, set_text, tidy

# Letters that decompose, signs that flows leave out, white space of all kinds.
TEXT = st.text(alphabet="aB1. -ë\u0308\u00a0\u00ad\u200b\n\t…«»", max_size=12)
WORDS = st.builds(Words, TEXT, st.sampled_from([(), ("title",), ("title", "date")]))
NOTED = st.builds(lambda text: (Block(tidy([Words(text)])),), TEXT.filter(str.strip))
RUNS = st.lists(WORDS | st.builds(Mark, st.sampled_from(["1", "12", "a", "*"]), NOTED), min_size=1, max_size=4)
JOINTS: st.SearchStrategy[Joint] = st.sampled_from(["paragraph", "line", "cell", "space"])


def _base(character: str) -> str:
    """A letter without what is composed onto it."""
    return unicodedata.normalize("NFD", character)[0]


def _block(runs: list[Run], joint: Joint, heading: bool, furniture: bool) -> Block:
    return Block(tidy(runs), joint, heading, furniture)


BLOCKS = st.lists(st.builds(_block, RUNS, JOINTS, st.booleans(), st.booleans()), max_size=6)


@given(BLOCKS)
def test_every_character_leads_back(blocks: list[Block]) -> None:
    """Whatever the blocks, a sign of a flow stands at its origin, composed or white space at most."""
    made = set_text(blocks)
    for flow in (made.body, *(note.flow for note in made.notes)):
        for position, character in enumerate(flow.text):
            origin = made.text[flow.origin(position)]
            assert _base(character) == _base(origin) or (character.isspace() and origin.isspace())


@given(BLOCKS)
def test_parts_lie_where_they_say(blocks: list[Block]) -> None:
    """Paragraphs rise, headings are paragraphs, marks and notes and fields lie in the text in order."""
    made = set_text(blocks)

    assert sorted(made.paragraphs) == list(made.paragraphs)
    assert {heading.start for heading in made.headings} <= {*made.paragraphs}
    assert all(0 <= note.mark.start < note.mark.end <= note.body.start for note in made.notes if note.mark)
    assert all(made.text[span.start : span.end].strip() for _, span in made.places)


@given(st.lists(WORDS, max_size=6))
def test_tidying_twice_changes_nothing(runs: list[Run]) -> None:
    """Tidy runs are tidy."""
    once = tidy(runs)

    assert once == tidy(once)


def _set(*blocks: Block) -> Set:
    return set_text(blocks)


def test_fields_that_words_print_are_placed() -> None:
    """Words that print a field together are one place; a field printed again is another."""
    made = _set(
        Block((Words("Antwoord (", ("kind",)), Words("14 juni 2021", ("kind", "date")), Words(").", ("kind",)))),
        Block((Words("15 juni 2021 ", ("date",)), Words("x"))),
    )

    assert [("date", "14 juni 2021"), ("date", "15 juni 2021"), ("kind", "Antwoord (14 juni 2021).")] == [
        (name, made.text[span.start : span.end]) for name, span in made.places
    ]


def test_furniture_is_in_the_text_and_in_no_flow() -> None:
    """A running head is printed and not read."""
    made = _set(Block((Words("Tweede Kamer"),), furniture=True), Block((Words("Tekst."),)))

    assert "Tweede Kamer\n\nTekst.\n" == made.text
    assert "Tekst." == made.body.text
    assert ["Tweede Kamer"] == [made.text[span.start : span.end] for span in made.furniture]


def test_nothing_makes_nothing() -> None:
    """No blocks, no text."""
    assert "" == _set().text == _set().body.text
