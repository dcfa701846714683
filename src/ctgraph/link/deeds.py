"""What is said to be done with a motion, by the words of a clause and not by their order.

Dutch puts the parts of a verb where the clause has it: "voert … uit", "dat ik … niet uitvoer", "kan … niet worden
uitgevoerd". So a clause is read by what it holds: the motion, a verb of carrying out, whether it is done, under way, to
come or possible, a denial, and how much. The phrases of `statuses` know what is said in set words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from ahocorasick_rs import AhoCorasick

from ctgraph.link import deed_words as words
from ctgraph.link.stems import stems
from ctgraph.model.claims import FulfilmentStatus

_Told = Callable[[str, words.Verb], FulfilmentStatus | None]
RANK: Final[tuple[FulfilmentStatus, ...]] = (
    "not-fully-feasible", "partly-fulfilled", "declined", "not-feasible", "lapsed", "fulfilled", "announced",
    "in-progress", "addressed",
)  # fmt: skip
"""Statuses from the most to the least specific: of two in a sentence the first holds."""


def deed_of(lowered: str) -> FulfilmentStatus | None:
    """The status that the clauses of a sentence, given in lower case, tell by what they hold; None for none."""
    if not _AUTOMATON.find_matches_as_indexes(lowered):
        return None
    if "motie" in lowered and (done := _as_asked(lowered)):
        return done
    plain = lowered
    if "motie" in lowered:
        plain = words.TOPIC.sub(r"\1", words.ASIDE.sub(r"\1", lowered) if ", " in lowered else lowered)
    told = [status for clause in _parted(plain) if (status := _of_clause(clause))]
    return min(told, key=RANK.index) if told else None


def _as_asked(lowered: str) -> FulfilmentStatus | None:
    """The status of what is told to be done as a motion asks: "Conform de motie is een fonds opgericht"."""
    asked = _AS_ASKED.search(lowered)
    if asked is None or lowered[: asked.start()].endswith(("is ", "zijn ")) or words.DENIED.search(lowered):
        return None
    if words.FUTURE.search(lowered):
        return "announced"
    if not words.PERFECT.search(lowered):
        return "in-progress"
    return "fulfilled" if words.PARTICIPLE.search(lowered) else None


def _parted(lowered: str) -> Iterator[str]:
    for clause in words.CLAUSES.split(lowered):
        stripped = clause.strip(" .!–-•\n")
        if stripped:
            yield stripped.replace("\n", " ")


def _of_clause(clause: str) -> FulfilmentStatus | None:
    for number in sorted(
        {_OWNERS[index] for index, _, _ in _AUTOMATON.find_matches_as_indexes(clause, overlapping=True)}
    ):
        pattern, told, verb = _READINGS[number]
        if pattern.search(clause) and _is_on_motion(clause, verb):
            return told(clause, verb)
    return None


def _works(clause: str, verb: words.Verb) -> FulfilmentStatus | None:
    """What is worked on: "daaraan wordt gewerkt"; with "aan" alone."""
    return "in-progress" if words.TO_IT.search(clause) and not words.DENIED.search(clause) else None


def _is_on_motion(clause: str, verb: words.Verb) -> bool:
    """Whether the motion is what a verb is about: its subject or object, or behind "aan" where the verb asks that."""
    if verb == "meet":
        return words.TO_IT.search(clause) is not None or not words.TO_SOMETHING.search(clause)
    if words.PRONOUN.search(clause) or words.ELLIPSIS.match(clause):
        return True
    return any(named[1] not in words.OBLIQUE for named in words.NAMED.finditer(clause))


def _degree(clause: str, *, possible: bool) -> FulfilmentStatus | None:
    """The status of what is done in part, or cannot wholly be done."""
    if words.WHOLE.search(clause):
        perfect = words.PERFECT.search(clause) and not possible
        return "partly-fulfilled" if words.YET.search(clause) or perfect else "not-fully-feasible"
    if words.PART.search(clause):
        return "not-fully-feasible" if possible and not words.YET.search(clause) else "partly-fulfilled"
    return None


def _denial(clause: str, verb: words.Verb) -> FulfilmentStatus | None:
    """The status of what is denied; what is not done yet has none."""
    if words.YET.search(clause):
        return None
    able = words.ABLE.search(clause) and not words.FUTURE.search(clause) and verb != "take-over"
    return "not-feasible" if able else "declined"


def _done(clause: str, verb: words.Verb) -> FulfilmentStatus | None:
    """What a participle tells, by its auxiliary."""
    possible = words.ABLE.search(clause) is not None
    if verb in ("do", "meet", "close") and (part := _degree(clause, possible=possible)):
        return part
    if words.DENIED.search(clause):
        return _denial(clause, verb)
    if verb == "join" or (verb == "put-in" and not words.PERFECT.search(clause)):
        return "addressed"
    if words.FUTURE.search(clause):
        return "announced"
    if possible or verb == "take-over":
        return None
    return _perfect_or_present(clause, verb)


def _perfect_or_present(clause: str, verb: words.Verb) -> FulfilmentStatus | None:
    if words.PERFECT.search(clause):
        return "in-progress" if verb == "work" else "fulfilled"
    if not words.PRESENT.search(clause):
        return None
    if _is_hereby(clause, verb) or verb == "close" or "voldaan" in clause:
        return "fulfilled"
    return None if "tegemoet" in clause else "in-progress"


def _is_hereby(clause: str, verb: words.Verb) -> bool:
    """Whether the paper itself does it, so that the present is done."""
    if verb == "work":
        return False
    given = verb == "meet" and words.GIVES.search(clause)
    return (words.GIVEN_HEREBY if given else words.HEREBY).search(clause) is not None


def _to_do(clause: str, verb: words.Verb) -> FulfilmentStatus | None:
    """What an infinitive tells: that it will, can or cannot be done."""
    if verb == "join" and words.LETS.search(clause) and not words.DENIED.search(clause):
        return "addressed"
    possible = words.ABLE.search(clause) is not None
    if possible and verb in ("do", "meet") and (part := _degree(clause, possible=True)):
        return part
    if words.DENIED.search(clause):
        return _denial(clause, verb)
    if possible or not words.FUTURE.search(clause):
        return None
    return "addressed" if verb == "join" else None if verb == "take-over" else "announced"


def _does(clause: str, verb: words.Verb) -> FulfilmentStatus | None:
    """What a verb in the present tells."""
    if verb in ("do", "meet", "close") and (part := _degree(clause, possible=False)):
        return part
    if words.DENIED.search(clause):
        return _denial(clause, verb)
    if verb in ("join", "take-over"):
        return "addressed" if verb == "join" else None
    if _is_hereby(clause, verb) or verb == "close" or "voldoe" in clause:
        return "fulfilled"
    return None if "tegemoet" in clause else "in-progress"


def _state(status: FulfilmentStatus) -> _Told:
    return lambda clause, verb: status


def _readings() -> Iterator[tuple[str, _Told, words.Verb]]:
    """Each pattern with what it tells, in the order in which they are tried."""
    yield from ((pattern, _state(status), "do") for status, pattern in words.STATES)
    for verbs, told in ((words.DONE, _done), (words.TO_DO, _to_do), (words.DOES, _does)):
        yield from ((pattern, told, verb) for verb, pattern in verbs)
    yield words.WORKS_ON, _works, "meet"
    # For its stems: what is done as a motion asks is told by the whole sentence, and before its clauses.
    yield words.AS_ASKED, lambda clause, verb: None, "do"


_AS_ASKED: Final = re.compile(words.AS_ASKED)
_READINGS: Final = tuple((re.compile(pattern), told, verb) for pattern, told, verb in _readings())
# One pass finds which patterns can fit: each holds one of its stems.
_STEMS: Final = tuple((stem, number) for number, (pattern, _, _) in enumerate(_readings()) for stem in stems([pattern]))
_OWNERS: Final = tuple(number for _, number in _STEMS)
_AUTOMATON: Final = AhoCorasick([stem for stem, _ in _STEMS])
