"""The narrated examples of the ontology: a sentence in both languages, and the Turtle that says it.

In an example file a line `# …` tells what comes, the line `# nl: …` under it tells the same in Dutch, and the Turtle
runs to the next such pair.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

_DUTCH: Final = "# nl: "
_TOLD: Final = "# "
_PASSAGE: Final = "passage:"
"""How the paragraph of a passage begins; an example is about what rests on it."""


class Story(Struct, frozen=True):
    """One example: the module that it is of, the sentence in both languages, and its Turtle."""

    module: str
    dutch: str
    english: str
    turtle: str


def read_examples(folder: Path) -> tuple[Story, ...]:
    """The stories of a folder, file by file; cases for the shapes (`law.invalid.ttl`) are none."""
    paths = (path for path in sorted(folder.glob("*.ttl")) if "." not in path.stem)
    return tuple(story for path in paths for story in _stories(path))


def _stories(path: Path) -> Iterator[Story]:
    english, dutch = "", ""
    body: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), _TOLD]:
        if line.startswith(_DUTCH):
            dutch = line.removeprefix(_DUTCH)
        elif line.startswith(_TOLD):
            if english:
                yield Story(path.stem, dutch, english, _without_passages(body))
            english, dutch, body = line.removeprefix(_TOLD), "", []
        else:
            body.append(line)


def _without_passages(lines: list[str]) -> str:
    paragraphs = "\n".join(lines).strip().split("\n\n")
    return "\n\n".join(each for each in paragraphs if not each.startswith(_PASSAGE))
