"""Laws that a paper says are to be changed: by a bill that it names, or by a change that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ctgraph.link.context import Context
from ctgraph.model.claims import Bill, Ref
from ctgraph.model.mentions import LawReference, Mention

# "het verlengen van de werkingsduur van de Twbmt", "wijziging van de Paspoortwet". Not "de wijziging die in Stb. 2021
# staat".
_CHANGE = re.compile(
    r"\b(?:(?:wijzig|verleng|aanpass|aanscherp|intrekk)(?:ing|en)|herzien(?:ing)?)\svan\s(?:de\s|het\s)?"
    r"(?:(?:werkingsduur|geldigheidsduur|reikwijdte|strafmaat)\svan\s(?:de|het)\s)?$",
    re.IGNORECASE,
)
# What says that the change has been made, and so is no bill any more.
_MADE = re.compile(
    r"\b(?:in\swerking\s(?:getreden|trad)|trad(?:en)?\b[^.;]{0,60}\sin\swerking|(?:is|zijn)\sgewijzigd)\b"
    r"|\bStb\.|\bStaatsblad\b"
)


def amended(context: Context, bills: Sequence[tuple[int, Bill]]) -> list[tuple[int, Bill]]:
    """The bills with the laws they would change, and a bill of its own for a change that no bill is named for."""
    by_sentence = {context.sentences.around(at)[0]: index for index, (at, _) in enumerate(bills)}
    found = list(bills)
    seen: set[str] = set()
    for mention, value, change in _changes(context):
        law = Ref("law", value.key)
        index = by_sentence.get(context.sentences.around(mention.start)[0])
        if index is not None:
            at, bill = found[index]
            found[index] = (at, replace(bill, amends=(*bill.amends, law)))
        elif value.key not in seen:
            seen.add(value.key)
            evidence = context.evidence(change.start(), mention.end, "bill.change", 0.6)
            ref = context.ref("bill", evidence.readable)
            found.append((change.start(), Bill(ref, evidence.readable, "", (evidence,), (law,))))
    return sorted(found, key=lambda placed: placed[0])


def _changes(context: Context) -> Iterator[tuple[Mention, LawReference, re.Match[str]]]:
    """Each law of the body that stands right behind the word for a change that is still to be made."""
    for mention, value in context.between(0, len(context.text), LawReference):
        change = _CHANGE.search(context.text, max(0, mention.start - 80), mention.start)
        start, end = context.sentences.around(mention.start)
        if change is not None and not value.articles and not _MADE.search(context.text, start, end):
            yield mention, value, change
