"""Laws as Markdown, such as the collection laws-markdown: text only, without a version and without data.

The file is named after the BWB id. Headings begin with `#`, with or without a space behind; links keep their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from ctgraph.model.document import Header
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.law_text import law_document
from ctgraph.readers.plain_text import decode
from ctgraph.readers.setting import Block, Words, tidy, words

FORMAT = "law-markdown"

_UNDATED = (
    "it does not say of which day the text is; such collections are years old: not to be read as the law in force"
)

_NAME = re.compile(r"BWB[RVW]\d{7}\.md", re.IGNORECASE)
# A heading: "###Artikel 1", "# Paspoortwet"; the signs only at the beginning of a line.
_HEADING = re.compile(r"#{1,6}\s*(?P<text>\S.*)")
# A link keeps its words: "[Paspoortwet](../BWBR0005212/README.md)". Bounded; not a note "[1]" without an address.
_LINK = re.compile(r"\[(?P<text>[^\]\n]{1,300})\]\([^)\s]{1,500}\)")
# Markup that is no word of the law: a meta element of the page, a rule of dashes, signs of bold and italics.
_MARKUP = re.compile(r"<meta\s[^>\n]{0,300}>|^\s*[-*_]{3,}\s*$|\*\*|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)")


def is_law_markdown(seen: Clues) -> bool:
    """Whether a file is Markdown that goes by a BWB id."""
    return _NAME.fullmatch(seen.name) is not None


def read_law_markdown(source: SourceFile, _papers: Mapping[str, PaperFact]) -> Intake:
    """Read the text of a law; raises InputError for what is no text."""
    law = PurePath(source.path).stem.upper()
    made = list(_blocks(decode(source)))
    title = next((_said(block) for block in made if block.heading), "")
    document = law_document(law, made, source.date, FORMAT, Header(title=title))
    return Intake(FORMAT, document, remarks=() if source.date else (_UNDATED,))


def _said(block: Block) -> str:
    return "".join(run.text for run in block.runs if isinstance(run, Words))


def _blocks(text: str) -> Iterator[Block]:
    for line in text.split("\n"):
        heading = _HEADING.fullmatch(line.strip())
        kept = _MARKUP.sub("", _LINK.sub(r"\g<text>", heading["text"] if heading else line))
        runs = tidy(words(kept))
        if runs:
            yield Block(runs, heading=heading is not None)
