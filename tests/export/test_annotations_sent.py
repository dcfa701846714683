"""Offsets in a text as it was sent."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ctgraph.export.annotations import in_sent_text


@given(st.text(alphabet="ab\r\n\ufeff", max_size=30), st.data())
def test_words_stay_the_same_words(sent: str, data: st.DataObject) -> None:
    """Whatever was dropped in reading, a stretch of the text read is the same stretch of the text sent."""
    read = sent.removeprefix("\ufeff").replace("\r\n", "\n")
    if not read:
        return
    start = data.draw(st.integers(0, len(read) - 1))
    end = data.draw(st.integers(start + 1, len(read)))

    moved = in_sent_text([{"start": start, "end": end, "text": read[start:end], "body_start": start}], sent)[0]

    place = slice(int(str(moved["start"])), int(str(moved["end"])))
    assert moved["text"] == sent[place]
    assert sent[place].replace("\r\n", "\n") == read[start:end]
    assert moved["body_start"] == moved["start"]
