"""Nothing is fitted to one text: 200 variants of the specimens are read as well as the specimens themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from scoring import TYPES, Annotation, Error, Tally, annotation, score
from specimens.extraction import EXTRACTION
from variants.generator import TEMPLATES, bases, variants
from variants.specimen import Specimen

LEAST = {
    "kamerstuk_ref": 0.95,
    "date": 0.95,
    "law_ref": 0.95,
    "handelingen_ref": 0.95,
    "staatsblad_ref": 0.95,
    "ecli_ref": 0.95,
    "eu_ref": 0.95,
    "footnote": 0.95,
    "person": 0.85,
    "organisation": 0.85,
    "motion_ref": 0.85,
    "debate": 0.85,
    "commitment": 0.85,
}
"""The least F1, place and value together."""
BEHIND = 0.02
"""How far the variants may fall behind the base texts."""
UNSTATED = frozenset({"discouraged", "left_to_chamber"})
"""What a minister says on the floor before the vote: advice, and no state of carrying a motion out."""


@dataclass
class Result:
    """What a reading of several texts came to."""

    tallies: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(TYPES, Tally()))
    errors: list[tuple[str, Error]] = field(default_factory=list)
    statuses: Counter[tuple[object, object]] = field(default_factory=Counter)
    doubted: list[tuple[str, int, int]] = field(default_factory=list)
    doubtful: list[tuple[str, int, int]] = field(default_factory=list)
    misplaced: list[Annotation] = field(default_factory=list)


def read_all(specimens: Iterable[Specimen]) -> Result:
    """Read the specimens and score what is found."""
    result = Result()
    for specimen in specimens:
        found = [annotation(record) for record in EXTRACTION.records(specimen)]
        for kind in _types(specimen):
            tally, errors = score(specimen.expected, found, kind)
            result.tallies[kind] += tally
            result.errors.extend((specimen.name, error) for error in errors)
        result.statuses.update(_statuses(specimen.expected, found))
        result.doubtful.extend(_suspects(specimen, specimen.expected))
        result.doubted.extend(_suspects(specimen, found))
        result.misplaced.extend(item for item in found if item.text != specimen.text[item.start : item.end])
    return result


def _types(specimen: Specimen) -> list[str]:
    """Web pages announce their notes on lines of their own; where those begin is no matter of reading."""
    noted = any(item.type == "footnote" for item in specimen.expected)
    return [kind for kind in TYPES if kind != "footnote" or noted]


def _statuses(expected: Iterable[Annotation], found: Iterable[Annotation]) -> list[tuple[object, object]]:
    """The status of each motion as expected and as found, for motions that were found in full."""
    read = {item.start: item.normalized for item in found if item.type == "motion_ref"}
    return [
        (item.normalized["status"], read[item.start].get("status"))
        for item in expected
        if item.type == "motion_ref" and item.normalized.get("status", "discouraged") not in UNSTATED
        if item.start in read
    ]


def _suspects(specimen: Specimen, items: Iterable[Annotation]) -> list[tuple[str, int, int]]:
    return [(specimen.name, item.start, item.end) for item in items if item.normalized.get("suspect")]


@pytest.fixture(scope="module")
def base() -> Result:
    """The reading of the base texts."""
    return read_all(bases())


@pytest.fixture(scope="module")
def varied() -> Result:
    """The reading of the variants; its figures are printed."""
    result = read_all(variants())
    for kind, tally in result.tallies.items():
        figures = f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}  place alone {tally.span_f1:.3f}"
        print(f"\n{kind:16}{tally.expected:5} {figures}", end="")
    print()
    return result


def _shown(result: Result, kind: str) -> str:
    errors = [(name, error) for name, error in result.errors if error.type == kind]
    return "\n".join(f"{name}: expected {error.expected}, found {error.found}" for name, error in errors[:8])


@pytest.mark.parametrize("kind", LEAST)
def test_variants_are_read_well(varied: Result, kind: str) -> None:
    """Each type of annotation is found with its value in nearly all variants."""
    assert varied.tallies[kind].expected > 30
    assert varied.tallies[kind].f1 >= LEAST[kind], _shown(varied, kind)


@pytest.mark.parametrize("kind", LEAST)
def test_variants_are_read_as_well_as_the_base_texts(base: Result, varied: Result, kind: str) -> None:
    """No type falls behind what the base texts reach."""
    assert varied.tallies[kind].f1 >= base.tallies[kind].f1 - BEHIND, _shown(varied, kind)


def test_what_becomes_of_a_motion_is_read_from_the_words(varied: Result) -> None:
    """At least nine in ten motions get the status that the text words, and none the opposite one."""
    agreeing = sum(count for (expected, found), count in varied.statuses.items() if expected == found)
    refused = {found for expected, found in varied.statuses if expected == "not_executed"}

    assert agreeing >= 0.9 * varied.statuses.total(), varied.statuses
    assert refused <= {"not_executed", None}


def test_only_numbers_that_cannot_be_right_are_suspect(varied: Result) -> None:
    """The misnumbered references are marked, and no other."""
    assert len(varied.doubtful) > 10
    assert varied.doubted == varied.doubtful


def test_records_hold_the_words_at_their_place(varied: Result) -> None:
    """The text of every record is what stands at its offsets."""
    assert varied.misplaced == []


def test_variants_are_made_anew_the_same() -> None:
    """A seed gives one text, always; other seeds give other texts."""
    for name, template in TEMPLATES.items():
        first, again, other = template(5), template(5), template(6)

        assert first == again
        assert first.text != other.text, name


def test_expectations_hold_the_words_at_their_place() -> None:
    """Whatever the line width and the pages, the expected words stand where the generator says."""
    made = list(variants())

    assert len(made) == 200
    assert len({specimen.text for specimen in made}) == 200
    assert all(item.text == specimen.text[item.start : item.end] for specimen in made for item in specimen.expected)
