"""What the government advises the chamber to do with a motion, in the words of its letter or of a debate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ctgraph.link.context import Context
from ctgraph.link.motions import LinkedMention
from ctgraph.link.treatments import speaks_of, treatments
from ctgraph.link.wording import Choice, wording
from ctgraph.model.claims import Evidence, Motion, Ref

# By notation of the scheme government-advice; the first that fits holds.
_ADVICE = Choice(
    (
        "oordeel-kamer",
        wording(
            r"oordeel (?:aan )?(?:de |uw )?(?:Tweede |Eerste )?Kamer\b",
            r"oordeel (?:over … )?aan (?:de|uw) (?:Tweede |Eerste )?Kamer\b",
            r"oordeel … aan (?:de|uw) (?:Tweede |Eerste )?Kamer\b",
            r"oordeel over … (?:heb|heeft|laat|laten) … aan (?:de|uw) (?:Tweede |Eerste )?Kamer\b",
            r"aan het oordeel van (?:de|uw) Kamer\b",
        ),
    ),
    (
        "ontraden",
        wording(
            r"ontra(?:ad|adt|den)\b",
            r"raad(?:t|en)? … motie … af\b",
            r"raad(?:t|en)? … motie af\b",
            r"(?:die|deze|haar) raad (?:ik|wij) (?:\w+ )?af\b",
        ),
    ),
    ("ontijdig", wording(r"ontijdig\b")),
    ("overbodig", wording(r"motie … overbodig\b", r"(?:is|acht|noem|vind|beschouw) … overbodig\b")),
    ("overgenomen", wording(r"(?:neem|neemt|nemen) … motie … over\b", r"(?:neem|neemt|nemen) … motie over\b")),
)

# Words that can be of a motion only, so that the sentences behind one that names it need not point back: "Oordeel
# Kamer.", "Dus ontraden.", "Ik zou haar willen ontraden", in a list "Ontraden in het debat van 3 mei". Not "Reizen
# wordt ontraden", "Artsen ontraden dat".
_BY_ITSELF = wording(
    r"oordeel (?:aan )?(?:de |uw )?Kamer\b",
    r"oordeel … aan (?:de|uw) (?:Tweede |Eerste )?Kamer\b",
    r"ik ontraad\b",
    r"ontraad ik\b",
    r"(?:moet|zou|wil|kan|ga|zal) ik … ontraden\b",
    r"ik (?:moet|zou|wil|kan|ga|zal) … ontraden\b",
    r"(?:appreciatie|advies|oordeel) (?:is|luidt) (?:\w+ )?ontraden\b",
    r"(?:die|deze|haar) raad (?:ik|wij) (?:\w+ )?af\b",
)
_ALONE = re.compile(
    r"(?:dus |daarom |dan ook |helaas |appreciatie: |om (?:die|deze) reden(?:en)?[:,]? )*ontraden"
    r"(?:\s(?:in|tijdens|bij)\shet\s[^.;\n]{3,80})?[.;!]?",
    re.IGNORECASE,
)
# What stands in brackets parts a wording: "het oordeel over de motie-Bos (29 754, nr. 5) laat ik aan de Kamer".
_ASIDE = re.compile(r"\s\([^()]{1,120}\)")
_NEAR = 6
"""Sentences behind the one that names a motion in which such words are looked for."""


def advised(context: Context, linked: Sequence[LinkedMention], named: Sequence[Motion]) -> list[Motion]:
    """The motions with the advice that the paper gives on them, if it gives one."""
    found: dict[Ref, tuple[str, Evidence]] = {}
    for motion, advice, evidence in _given(context, linked):
        found.setdefault(motion, (advice, evidence))
    return [
        replace(item, advice=found[item.ref][0], advice_evidence=(found[item.ref][1],)) if item.ref in found else item
        for item in named
    ]


def _given(context: Context, linked: Sequence[LinkedMention]) -> Iterator[tuple[Ref, str, Evidence]]:
    full = [item for item in linked if item.value.form == "full" and item.motion]
    for motion, start, stop in _apart(treatments(context, full)):
        first = context.sentences.index(start)
        for index in range(first, len(context.sentences)):
            begin, end = context.sentences.at(index)
            if begin >= stop:
                break
            end = min(end, stop)
            advice = _worded(context.text[begin:end])
            near = index - first <= _NEAR and _is_of_a_motion(context.text[begin:end])
            if advice and (near or speaks_of(context, full, motion, begin, end, first)):
                yield motion, advice, context.evidence(begin, end, f"motion.advice.{advice}", 0.85)


def _apart(treated: Sequence[tuple[Ref, int, int]]) -> Iterator[tuple[Ref, int, int]]:
    """The stretches in which motions are treated, each up to where its motion is named again.

    A motion that a paper keeps naming would otherwise be looked for to the end of the paper from each place.
    """
    following: dict[Ref, int] = {}
    clipped = []
    for motion, start, stop in reversed(treated):
        clipped.append((motion, start, min(stop, following.get(motion, stop))))
        following[motion] = start
    return reversed(clipped)


def _is_of_a_motion(words: str) -> bool:
    return _ALONE.fullmatch(words.strip()) is not None or _BY_ITSELF.fits(words.lower())


def _worded(words: str) -> str:
    return _ADVICE.first(_ASIDE.sub("", words).lower()) or ""
