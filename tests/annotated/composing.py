"""Papers made of forms: sentences as ministers and clerks write them, each used several times with other fillings.

The forms of the part held out are other sentences than those of the development part. What a text is expected to hold
comes from the marks in its forms, never from an extractor. `python -m annotated.composing` in this folder's parent
writes both parts anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from annotated.marks import unmarked
from annotated.slots import slots, written
from scoring import Annotation, annotation

FOLDER: Final = Path(__file__).resolve().parent
PARTS: Final = ("development", "held-out")
_COPIES: Final = 10
"""How often a form is used; figures are drawn by form, so that a copy is no new evidence."""
_SEEDS: Final = {"development": 5, "held-out": 11}
_WIDTH: Final = 76
_LETTERS: Final = ("letter", "motions", "policy", "promises")


class Paper(Struct, frozen=True):
    """One annotated paper; `forms` are the form behind each stretch of it, so that figures can be drawn by form."""

    name: str
    day: date
    text: str
    expected: tuple[Annotation, ...]
    forms: tuple[tuple[int, int, str], ...]


class Form(Struct, frozen=True):
    """A marked sentence, or a marked paper of several lines, under a name."""

    name: str
    genre: str
    marked: str


def forms(part: str) -> list[Form]:
    """The forms of a part in the order of their files."""
    found: list[Form] = []
    for file in sorted((FOLDER / "forms" / part).glob("*.txt")):
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        whole = "\n".join("" if line == r"\n" else line for line in lines)
        parts = whole.split("\n---\n") if file.stem == "motion_paper" else lines
        found.extend(Form(f"{file.stem}-{n}", file.stem, marked) for n, marked in enumerate(parts, 1))
    return found


def compose(part: str) -> list[Paper]:
    """The papers of a part: a seed gives one set, always."""
    random = Random(_SEEDS[part])
    made: list[Paper] = []
    found = forms(part)
    for genre in sorted({form.genre for form in found}):
        uses = [form for form in found if form.genre == genre] * _COPIES
        random.shuffle(uses)
        for number, chosen in enumerate(_shares(uses, genre, random), 1):
            made.append(_paper(f"{genre}-{number:03}", genre, chosen, random))
    return made


def _shares(uses: Sequence[Form], genre: str, random: Random) -> Iterator[list[Form]]:
    start = 0
    while start < len(uses):
        size = 1 if genre == "motion_paper" else random.randint(5, 9)
        yield list(uses[start : start + size])
        start += size


def _paper(name: str, genre: str, chosen: Sequence[Form], random: Random) -> Paper:
    day = date(random.randint(2016, 2024), random.choice((1, 2, 3, 4, 10, 11)), random.randint(1, 28))
    own = slots(random, day)
    pieces = [("head", _head(genre, day, own))]
    for form in chosen:
        filled = dict(slots(random, day))
        filled["ko"] = f"kst-{own['t2']}-{filled['n1']}"
        pieces.append((form.name, form.marked.format_map(filled)))
    if genre in _LETTERS:
        pieces.append(("foot", "De Minister van Justitie en Veiligheid,\n[P {signer}|{signs}]".format_map(own)))
    return _joined(name, day, pieces, wrapped=genre != "motion_paper" and random.random() < 0.5)


def _head(genre: str, day: date, own: Mapping[str, str]) -> str:
    number = "{s2} Naar een veiliger samenleving\n[K? {k2n}|Nr. {n2} {kind}]\n"
    kinds = {
        "letter": "BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID",
        "motions": "BRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID",
        "promises": "BRIEF VAN DE MINISTER VAN BINNENLANDSE ZAKEN EN KONINKRIJKSRELATIES",
        "motion_paper": "MOTIE",
        "debate": "VERSLAG VAN EEN COMMISSIEDEBAT",
        "policy": "BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID",
        "laws": "MEMORIE VAN TOELICHTING",
        "references": "NOTA NAAR AANLEIDING VAN HET VERSLAG",
    }
    if genre == "agenda":
        return "Aan de leden van de commissie"
    letter = f"\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, [D {day}|{written(day)}]"
    addressed = genre in _LETTERS
    return number.format_map({**own, "kind": kinds[genre]}) + (letter if addressed else "")


def _joined(name: str, day: date, pieces: Sequence[tuple[str, str]], wrapped: bool) -> Paper:
    text = ""
    expected: list[Annotation] = []
    places: list[tuple[int, int, str]] = []
    for form, marked in pieces:
        words, found = unmarked(marked)
        words = wrap(words) if wrapped else words
        start = len(text)
        expected += [replace(i, start=i.start + start, end=i.end + start, text=words[i.start : i.end]) for i in found]
        text += words + "\n\n"
        places.append((start, len(text), form))
    return Paper(name, day, text, tuple(_once(expected)), tuple(places))


def _once(expected: Sequence[Annotation]) -> Iterator[Annotation]:
    """A measure is stated once a paper, at its first mention."""
    named: set[str] = set()
    for item in expected:
        again = item.type == "measure" and item.text.lower() in named
        named |= {item.text.lower()} if item.type == "measure" else set()
        yield replace(item, optional=True) if again else item


def wrap(words: str) -> str:
    """Line ends in the place of spaces, so that no offset moves."""
    out, column = list(words), 0
    last = -1
    for position, letter in enumerate(words):
        column = 0 if letter == "\n" else column + 1
        last = position if letter == " " else -1 if letter == "\n" else last
        if column > _WIDTH and last >= 0:
            out[last], column, last = "\n", position - last, -1
    return "".join(out)


def files(part: str) -> dict[str, str]:
    """The files of a part by name: texts, annotations one to a line, and the index."""
    made: dict[str, str] = {}
    index: dict[str, object] = {}
    for paper in compose(part):
        made[f"{paper.name}.txt"] = paper.text
        made[f"{paper.name}.json"] = _lines([_entry(item) for item in paper.expected])
        index[paper.name] = {"doc_date": paper.day.isoformat(), "forms": [list(place) for place in paper.forms]}
    made["index.json"] = "{\n" + ",\n".join(f"{_json(k)}: {_json(v)}" for k, v in sorted(index.items())) + "\n}\n"
    return made


def _entry(item: Annotation) -> dict[str, object]:
    entry: dict[str, object] = {"type": item.type, "start": item.start, "end": item.end, "text": item.text}
    return {**entry, "normalized": dict(item.normalized), **({"optional": True} if item.optional else {})}


def _lines(entries: Sequence[object]) -> str:
    return "[\n" + ",\n".join(map(_json, entries)) + "\n]\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def stored(part: str) -> list[Paper]:
    """The papers of a part as they lie in their folder."""
    folder = FOLDER / part
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    found: list[Paper] = []
    for name, about in sorted(index.items()):
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        entries = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        places = tuple((int(start), int(end), str(form)) for start, end, form in about["forms"])
        day = date.fromisoformat(about["doc_date"])
        found.append(Paper(name, day, text, tuple(annotation(entry) for entry in entries), places))
    return found


def write() -> None:
    """Write both parts to their folders, and nothing else there."""
    for part in PARTS:
        (FOLDER / part).mkdir(exist_ok=True)
        for left in (FOLDER / part).iterdir():
            left.unlink()
        for name, content in files(part).items():
            (FOLDER / part / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    write()
