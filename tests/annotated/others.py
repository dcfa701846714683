"""The same papers read by nllegalcit, where it is installed: references to papers, proceedings and rulings."""

from __future__ import annotations

import importlib
import importlib.util
import io
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from typing import Any, Final

from annotated.composing import Paper
from scoring import Annotation, Values

KINDS: Final = ("kamerstuk_ref", "handelingen_ref", "ecli_ref")
"""What nllegalcit looks for."""
ABSENT: Final = "nllegalcit is not installed (`pip install nllegalcit==0.0.4`), so nothing stands beside the reading."
_NAME: Final = "nllegalcit"


def at_hand() -> bool:
    """Whether it can be imported; it is no dependency of ours."""
    return importlib.util.find_spec(_NAME) is not None


def read(paper: Paper) -> Sequence[tuple[Annotation, str, float]]:
    """What it finds in a paper, at the next place where its words stand; those that stand nowhere count as found too."""
    parse = importlib.import_module(_NAME).parse_citations
    with redirect_stdout(io.StringIO()):  # it prints its parse trees
        cited = parse(paper.text)
    return [(item, _NAME, 0.0) for item in _placed(paper.text, cited)]


def _placed(text: str, cited: Sequence[Any]) -> Iterator[Annotation]:
    reached: dict[str, int] = {}
    for citation in cited:
        words = str(citation.matched_text)
        start = max(0, text.find(words, reached.get(words, 0)))
        reached[words] = start + 1
        value = _value(citation)
        if value is not None:
            kind, normalized = value
            yield Annotation(kind, start, start + len(words), words, normalized)


def _value(citation: Any) -> tuple[str, Values] | None:
    name = type(citation).__name__
    if name == "KamerstukCitation":
        suffix = f"-{citation.rijksdossiernummer}" if citation.rijksdossiernummer else ""
        return "kamerstuk_ref", {"ids": [f"kst-{citation.dossiernummer}{suffix}-{citation.ondernummer}"]}
    if name == "HandelingCitation":
        chamber, year = ("ek" if citation.kamer == "I" else "tk"), str(citation.vergaderjaar).replace("-", "")
        return "handelingen_ref", {"ids": [f"h-{chamber}-{year}-{citation.vergaderingnummer}-{citation.itemnummer}"]}
    if name == "EcliCitation":
        return "ecli_ref", {
            "id": f"ECLI:{citation.country}:{citation.court}:{citation.year}:{citation.casenumber}",
        }
    return None
