"""Words taken out of a document without moving any other: each of their characters becomes a block.

Offsets stay what they were, so everything else that was read of the text keeps its place and its name. The text is
another version, with a digest of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from ctgraph.model.document import Document, Flow, Header, Span
from ctgraph.text.sentences import sentences

BLOCK: Final = "\u2588"
"""Stands for a character that was taken out: no letter, digit or space, so that nothing is read there."""
_STOPS: Final = ".?!…"


def naming(names: Iterable[str], broken: bool = False) -> re.Pattern[str]:
    r"""A pattern for names as whole words, in any case; `broken` also finds words that a line end breaks.

    "Stichting Voorbeeld" is found in "stichting\n Voorbeeld", and broken in "Stich-\nting Voorbeeld". It must not
    match "Stichting Voorbeelden". Spaces are bounded and separate what cannot match them, so it is linear.
    """
    between = r"(?:-[ \t]{0,4}\r?\n[ \t]{0,20})?" if broken else ""
    found = [
        r"\s{1,20}".join(between.join(map(re.escape, word)) for word in name.split())
        for name in sorted(names, key=len, reverse=True)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)" if found else r"(?!)", re.IGNORECASE)


def sentences_with(document: Document, names: Sequence[str]) -> Iterator[Span]:
    """The sentences of body and notes in which a name stands, and the name wherever else the text has it."""
    pattern = naming(names)
    for flow in document.flows:
        breaks = document.paragraphs if flow is document.body else ()
        cut = sentences(flow.text, [*breaks, *_headings(document, flow)])
        for found in pattern.finditer(flow.text):
            first, last = cut.around(found.start()), cut.around(found.end() - 1)
            yield document.span(flow, first[0], last[1])
    for found in naming(names, broken=True).finditer(document.text):
        yield Span(*found.span())


def masked(document: Document, spans: Iterable[Span], names: Sequence[str] = ()) -> Document:
    """The document without the words at these spans; page furniture between them stays, and so does a last stop.

    `names` are taken out of what the head of the paper says, too.
    """
    hidden = set[int]()
    for span in spans:
        end = span.end - 1 if document.text[span.end - 1 : span.end] in _STOPS else span.end
        hidden.update(range(span.start, end))
    for kept in document.furniture:
        hidden.difference_update(range(kept.start, kept.end))
    text = _blocks(document.text, hidden)
    # A name that runs over the end of a page, or stands in its head, is no furniture.
    text = naming(names, broken=True).sub(lambda found: _blocks(found[0], range(len(found[0]))), text)
    return replace(
        document,
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        body=_flow(document.body, hidden),
        notes=tuple(replace(note, flow=_flow(note.flow, hidden)) for note in document.notes),
        header=_header(document.header, names),
    )


def _flow(flow: Flow, hidden: Container[int]) -> Flow:
    taken = {place for place in range(len(flow.text)) if flow.origin(place) in hidden}
    return replace(flow, text=_blocks(flow.text, taken)) if taken else flow


def _header(header: Header, names: Sequence[str]) -> Header:
    pattern = naming(names)
    title, dossier = (
        pattern.sub(lambda found: _blocks(found[0], range(len(found[0]))), words)
        for words in (header.title, header.dossier_title)
    )
    return replace(header, title=title, dossier_title=dossier)


def _blocks(text: str, hidden: Container[int]) -> str:
    """Blocks for the characters at these places; white space stays, so that lines and paragraphs do."""
    return "".join(BLOCK if place in hidden and not sign.isspace() else sign for place, sign in enumerate(text))


def _headings(document: Document, flow: Flow) -> Iterator[int]:
    if flow is document.body:
        for heading in document.headings:
            yield from (heading.start, heading.end)
