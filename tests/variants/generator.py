"""The base texts and their variants: the same seed gives the same text and the same expectations, always."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from variants.letter import letter
from variants.motion_paper import motion_paper
from variants.report import report
from variants.specimen import Specimen
from variants.web_letter import web_letter

Template = Callable[[int | None], Specimen]

TEMPLATES: Final[Mapping[str, Template]] = {
    "letter": letter,
    "web_letter": web_letter,
    "motion": motion_paper,
    "report": report,
}
"""A template by the name of its base text."""

_SHARES: Final[Mapping[str, int]] = {"letter": 80, "web_letter": 50, "motion": 35, "report": 35}


def bases() -> list[Specimen]:
    """The base text of each template."""
    return [template(None) for template in TEMPLATES.values()]


def variants() -> Iterator[Specimen]:
    """The 200 variants, most of them letters; seeds count from 1 in each template."""
    for name, template in TEMPLATES.items():
        for seed in range(1, _SHARES[name] + 1):
            yield template(seed)
