"""A text with what it is expected to hold, and the place of the base texts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from scoring import Annotation, annotation

FOLDER: Final = Path(__file__).resolve().parents[1] / "specimens"


class Specimen(Struct, frozen=True):
    """One paper: its name here, its official id, its day, its text, and what is to be found in it."""

    name: str
    id: str
    day: date
    text: str
    expected: tuple[Annotation, ...]


def stored(name: str) -> Specimen:
    """One of the base texts as it lies in the folder of the specimens."""
    about = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))[name]
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    entries = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    expected = tuple(annotation(entry) for entry in entries)
    return Specimen(name, about["id"], date.fromisoformat(about["doc_date"]), text, expected)


def files(specimen: Specimen) -> dict[str, str]:
    """The files of a specimen by name, in the form of the annotated sets."""
    entries = [
        {
            "type": item.type,
            "start": item.start,
            "end": item.end,
            "text": item.text,
            "normalized": dict(item.normalized),
            **({"optional": True} if item.optional else {}),
        }
        for item in specimen.expected
    ]
    return {
        f"{specimen.name}.txt": specimen.text,
        f"{specimen.name}.json": json.dumps(entries, ensure_ascii=False, indent=1) + "\n",
    }
