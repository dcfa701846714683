"""Motions in a text: how they are called, and what a government says of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from variants.people import Member
from variants.writing import Moved, Writer

# What a minister says of a motion, by the status that it comes to. `{it}` is "deze motie" or "de motie".
FATES: Final[dict[str, tuple[str, ...]]] = {
    "not_fully_executable": (
        "{It} is om die reden niet volledig uitvoerbaar.",
        "Daarmee is {it} op dit moment niet geheel uitvoerbaar.",
        "{It} kan ik dus maar ten dele uitvoeren.",
    ),
    "in_progress": (
        "Voor dat vraagstuk is uitdrukkelijk aandacht in de herziening van het stelsel.",
        "Dit verzoek neem ik mee in de herziening van het stelsel.",
        "Dit punt wordt betrokken bij de herziening van het stelsel.",
    ),
    "being_executed": (
        "Aan {it} wordt op dit moment uitvoering gegeven.",
        "{It} is in uitvoering.",
        "Het kabinet werkt aan de uitvoering van {it}.",
    ),
    "not_executed": (
        "Het kabinet voert {it} om die reden niet uit.",
        "Ik zal {it} dan ook niet uitvoeren.",
        "Het kabinet is niet voornemens {it} uit te voeren.",
    ),
    "fulfilled": (
        "Hiermee is aan {it} voldaan.",
        "Hiermee beschouw ik {it} als afgedaan.",
        "Daarmee is uitvoering gegeven aan {it}.",
        "{It} is daarmee uitgevoerd.",
    ),
}
# Why something cannot be done, as the sentence before such a fate tells it.
OBSTACLES: Final = (
    "Voor een dergelijke verplichting ontbreekt momenteel een wettelijke grondslag.",
    "Een verplichting zonder toets vooraf is in strijd met het beginsel van proportionaliteit.",
    "Omdat gemeenten hiervoor geen bevoegdheid hebben, kan het Rijk dit niet opleggen.",
)
UNABLE: Final = frozenset({"not_fully_executable", "not_executed"})


def submitters(writer: Writer, members: Sequence[Member], *, parties: bool) -> str:
    """Names in a row: "A (P), B (Q) en C (R)"."""
    names = [writer.member(m) if parties else writer.nameless(m) for m in members]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def of_members(writer: Writer, motion: Moved, *, parties: bool = True, **values: object) -> str:
    """ "motie van het lid A (P) c.s.", "gewijzigde motie van de leden A (P) en B (Q)"."""
    who = submitters(writer, motion.members, parties=parties)
    link = _one(writer) if len(motion.members) == 1 else "van de leden"
    words = f"{_opening(motion)} {link} {who}{' c.s.' if motion.others else ''}"
    return writer.moved(words, motion, **values)


def _one(writer: Writer) -> str:
    return writer.pick.of(*["van het lid"] * 8, "van mevrouw", "van de heer")


def hyphened(writer: Writer, motion: Moved, **values: object) -> str:
    """ "motie-A/B c.s."."""
    who = "/".join(writer.nameless(m) for m in motion.members)
    return writer.moved(f"{_opening(motion)}-{who}{' c.s.' if motion.others else ''}", motion, **values)


def bare(writer: Writer, motion: Moved, **values: object) -> str:
    """ "motie A (P)": one submitter with the party."""
    return writer.moved(f"{_opening(motion)} {writer.member(motion.members[0])}", motion, **values)


def called(writer: Writer, motion: Moved, status: str) -> str:
    """A motion in one of the forms of letters."""
    if len(motion.members) == 1 and not motion.others and writer.pick.chance(0.15):
        return bare(writer, motion, status=status)
    if writer.pick.chance(0.25):
        return hyphened(writer, motion, status=status)
    return of_members(writer, motion, parties=not writer.pick.chance(0.3), status=status)


def fate(writer: Writer, motion: Moved, status: str) -> str:
    """What becomes of a motion, with the obstacle where there is one."""
    which = writer.pick.of("deze motie", "de motie")
    sentence = writer.pick.of(*FATES[status])
    start = sentence.startswith("{It}")
    it = writer.pointer(which.capitalize() if start else which, motion) if "{" in sentence else ""
    said = sentence.replace("{It}", it).replace("{it}", it)
    return f"{writer.pick.of(*OBSTACLES)} {said}" if status in UNABLE else said


def _opening(motion: Moved) -> str:
    return "gewijzigde motie" if motion.amended else "motie"
