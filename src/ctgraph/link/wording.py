"""Wordings of letters to parliament as short phrases, compiled into one bounded pattern.

A phrase is a regular expression in which `…` stands for some words of the same clause ("voer … niet uit" fits
"voert het kabinet niet uit"). Phrases stand at word boundaries; case does not matter. The gap is bounded and lazy,
so that matching stays linear.
"""

from __future__ import annotations

import re


def wording(*phrases: str, gap: int = 6) -> re.Pattern[str]:
    """One pattern for all phrases; `gap` is the number of words that `…` stands for at most."""
    words = rf"(?:\s[^\s.;]+){{0,{gap}}}?\s"
    alternatives = "|".join(f"(?:{phrase.replace(' … ', words)})" for phrase in phrases)
    return re.compile(rf"\b(?:{alternatives})", re.IGNORECASE)
