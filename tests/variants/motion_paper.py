"""The paper of a motion: head, requests, signatures, and the printer's lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from variants.days import MONTHS, Worded, plain
from variants.people import Member
from variants.picking import Paper, Pick
from variants.specimen import Specimen
from variants.typesetting import Block, Setting, Text, pdf, web_page
from variants.writing import Moved, Writer, dateline, foot, head, session_year

DAY: Final = date(2022, 11, 29)


def motion_paper(seed: int | None) -> Specimen:
    """The motion with the slots filled by seed; without one, the base text."""
    pick = Pick(seed)
    day = pick.day_of_year(DAY, pick.of(2022, 2019, 2020, 2021, 2023))
    writer = Writer(pick, day)
    own = pick.paper(Paper("39874", "58", "VI"))
    members = pick.members(pick.number(2, 1, 4))
    others = len(members) > 2 or pick.chance(0.2)
    motion = Moved(members[:1] if others else members, own, others, amended=pick.chance(0.2))
    blocks = [*_head(writer, own, motion), *_body(writer), *_signatures(writer, members)]
    text, found = _set(writer, own, blocks)
    name = "motion" if seed is None else f"motion-{seed}"
    return Specimen(name, own.id, day, text, tuple(found))


def _set(writer: Writer, own: Paper, blocks: Sequence[Block]) -> Text:
    if writer.pick.chance(0.4):
        return web_page(writer, blocks)
    width = writer.pick.number(72, 60, 80)
    setting = Setting(width, page=60, trailing=not writer.pick.chance(0.4), foot=lambda page: foot(writer, own, page))
    return pdf(writer, blocks, setting)


def _head(writer: Writer, own: Paper, motion: Moved) -> list[Block]:
    ministry = writer.body("Ministerie van Justitie en Veiligheid", optional=True)
    budget = f"Vaststelling van de begrotingsstaten van het {ministry} (VI) voor het jaar {writer.seen.year + 1}"
    title = budget if own.suffix == "VI" else "Veiligheid en weerbaarheid"
    chamber = writer.maybe("organisation", "Tweede Kamer der Staten-Generaal", canonical="Tweede Kamer")
    heading = writer.moved(_heading(writer, motion), motion)
    return [
        Block(f"{chamber}\n\nVergaderjaar {session_year(writer.seen)}", "lines"),
        *head(writer, own, title, heading),
        Block(dateline(writer, "Voorgesteld "), "lines"),
        Block("De Kamer,"),
        Block("gehoord de beraadslaging,"),
    ]


def _heading(writer: Writer, motion: Moved) -> str:
    names = [_capitals(writer, member) for member in motion.members]
    who = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} EN {names[-1]}"
    link = "VAN HET LID" if len(names) == 1 else "VAN DE LEDEN"
    kind = "GEWIJZIGDE MOTIE" if motion.amended else "MOTIE"
    return f"{kind} {link} {who}{' C.S.' if motion.others else ''}"


def _capitals(writer: Writer, member: Member) -> str:
    return writer.mark("person", member.in_print.upper(), name=member.name)


def _body(writer: Writer) -> list[Block]:
    pick, seen = writer.pick, writer.seen
    service = pick.of(
        writer.body("NCTV"),
        writer.body("AIVD"),
        writer.body("AIVD", "Algemene Inlichtingen- en Veiligheidsdienst"),
    )
    cited: list[Callable[[], str]] = [
        lambda: writer.law("Gemeentewet", "artikel 172a van de Gemeentewet", ["172a"]),
        lambda: writer.law("Sv", "artikel 126zd van het Wetboek van Strafvordering", ["126zd"]),
        lambda: writer.law("Wpg", "artikel 16 Wpg", ["16"]),
        lambda: writer.law("Awb", "artikel 3:4 Awb", ["3:4"]),
    ]
    law = pick.of(*cited)()
    until = pick.of(Worded(f"1 mei {seen.year + 1}", f"{seen.year + 1}-05-01"), _month(seen), _summer(seen))
    considering = [
        f"constaterende dat de {service} waarschuwt voor netwerken die jongeren via spelplatforms benaderen;",
        f"overwegende dat {law} burgemeesters nu geen ruimte geeft om zulke netwerken te verstoren;",
        f"overwegende dat sinds {writer.time(_since(writer))} het aantal meldingen toeneemt;",
    ]
    chosen = pick.shuffled(considering, 1)
    asks = (
        "verzoekt de regering, met gemeenten een werkwijze op te stellen waarmee deze netwerken eerder worden verstoord, "
        f"en de Kamer daarover voor {writer.time(until)} te informeren,"
    )
    return [Block(line) for line in (*chosen, asks, "en gaat over tot de orde van de dag.")]


def _since(writer: Writer) -> Worded:
    year = writer.seen.year - writer.pick.number(2, 1, 4)
    day = date(year, writer.pick.number(6, 1, 12), writer.pick.number(15, 1, 28))
    return writer.pick.of(plain(day), Worded(f"{MONTHS[day.month - 1]} {year}", f"{year}-{day.month:02d}"))


def _month(seen: date) -> Worded:
    return Worded(f"april {seen.year + 1}", f"{seen.year + 1}-04")


def _summer(seen: date) -> Worded:
    year = seen.year + 1
    return Worded(f"de zomer van {year}", f"{year}-22", (f"{year}-06/{year}-08", f"{year}-06~"))


def _signatures(writer: Writer, members: Sequence[Member]) -> list[Block]:
    return [Block("\n".join(writer.nameless(member) for member in members), "lines")]
