"""Which office a paper is from, by the line that says what it is."""

from __future__ import annotations

import re

# One office, not "BRIEF VAN DE MINISTERS VAN …", whose line names two.
_SENDER = re.compile(
    r"BRIEF VAN DE ((?:MINISTER|STAATSSECRETARIS)(?:-PRESIDENT)?(?: (?:VAN|VOOR) [^\W\d_][^\d(),]{2,80})?)$"
)


def office_of(title: str) -> str:
    """The office in the line that says what a paper is: "BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID"."""
    printed = _SENDER.match(title)
    if printed is None:
        return ""
    words = printed[1].lower().split()
    if len(words) == 1:
        return "Minister-President" if "-" in words[0] else ""
    small = {"van", "voor", "en", "de", "het"}
    name = " ".join(word if word in small else word.capitalize() for word in words)
    return "" if words[-1] in small else name
