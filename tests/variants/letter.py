"""A letter of the government as a PDF gives it: the template, its setting, and its slots."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from variants import letter_sections, motion_sections
from variants.days import month, plain
from variants.frame import Frame, own_paper, paper_of
from variants.people import MINISTERS
from variants.picking import Pick
from variants.specimen import Specimen
from variants.typesetting import Block, Setting, pdf
from variants.writing import Writer, dateline, foot, head, proceedings

DAY: Final = date(2023, 3, 14)
_TITLES: Final = (
    "Veiligheid en weerbaarheid",
    "Bestrijding van extremisme",
    "Bescherming van de democratische rechtsorde",
)


def letter(seed: int | None) -> Specimen:
    """The letter with the slots filled by seed; without one, the base text."""
    pick = Pick(seed)
    day = pick.day_of_year(DAY, pick.of(2023, 2020, 2021, 2022))
    writer = Writer(pick, day)
    sent = pick.day(date(2023, 2, 3), day, 20, 59)
    frame = Frame(own_paper(day), paper_of(sent), sent)
    sections = pick.shuffled([*motion_sections.SECTIONS, *letter_sections.SECTIONS], 4)
    middle = [block for section in sections for block in section(writer, frame)]
    blocks = [*_head(writer, frame), *_opening(writer, frame), *middle, *_closing(writer)]
    text, found = pdf(writer, blocks, _setting(writer, frame))
    name = "letter" if seed is None else f"letter-{seed}"
    return Specimen(name, frame.own.id, day, text, tuple(found))


def _setting(writer: Writer, frame: Frame) -> Setting:
    pick = writer.pick
    own = frame.own
    return Setting(
        width=pick.number(72, 60, 80),
        note_width=pick.number(96, 84, 104),
        page=pick.number(46, 30, 52),
        parted_notes=not pick.chance(0.4),
        trailing=not pick.chance(0.4),
        foot=None if pick.chance(0.15) else lambda page: foot(writer, own, page),
    )


def _head(writer: Writer, frame: Frame) -> list[Block]:
    """The head of the paper; some texts begin below it, and their day is known from elsewhere."""
    if not writer.pick.chance(0.6):
        return []
    kind = "BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID"
    chamber = writer.maybe("organisation", "Tweede Kamer der Staten-Generaal", canonical="Tweede Kamer")
    return [
        *head(writer, frame.own, writer.pick.of(*_TITLES), kind),
        Block(f"Aan de Voorzitter van de {chamber}", "lines"),
        Block(dateline(writer), "lines"),
    ]


def _opening(writer: Writer, frame: Frame) -> list[Block]:
    pick, seen = writer.pick, writer.seen
    edition = pick.number(61, 43, 61)
    near = paper_of(seen - timedelta(days=30))
    assessment = writer.note(f"Dreigingsbeeld Terrorisme Nederland {edition} ({writer.annex(near)}).")
    strategy = writer.note(
        f"Zie ook de doelen in de Nationale Contraterrorisme Strategie 2022–2026 ({writer.annex(frame.strategy)})."
    )
    first = (
        "De dreiging tegen onze samenleving is diffuser geworden. Het jongste Dreigingsbeeld Terrorisme Nederland "
        f"(DTN){assessment} schetst hoe jongeren online in aanraking komen met groepen die geweld verheerlijken, en "
        "houdt rekening met een aanslag door een eenling. Het kabinet houdt daarom vast aan een brede aanpak, die "
        "samen met gemeenten, de inlichtingen- en veiligheidsdiensten en maatschappelijke partners wordt "
        f"vormgegeven.{strategy}"
    )
    since = pick.day(date(2021, 1, 1), seen, 700, 900)
    until = pick.day(date(2022, 10, 1), seen, 90, 200)
    second = (
        "Bij deze brief ontvangt u de rapportage «Weerbaar tegen extremisme». Zij gaat over de periode van "
        f"{writer.time(month(since))} tot {writer.time(plain(until))} en laat zien wat de gekozen maatregelen hebben "
        "opgeleverd. Waar dat nodig is, stelt het kabinet zijn aanpak bij."
    )
    return [Block(first), Block(second), Block(_kept_promise(writer))]


def _kept_promise(writer: Writer) -> str:
    pick = writer.pick
    held = pick.day(date(2022, 11, 8), writer.seen, 40, 300)
    house = pick.of("Ii", "II", "II")
    report = proceedings(writer, held, pick.number(19, 2, 104), pick.number(7, 1, 60), house)
    kind = pick.of("debat", "plenaire debat", "debat")
    debate = writer.debate(f"{kind} van {writer.time(plain(held))}", "plenair debat", held.isoformat())
    law = writer.law(
        *pick.of(("Wlt", "Wet langdurig toezicht"), ("Wiv 2017", "Wiv 2017"), ("Paspoortwet", "Paspoortwet"))
    )
    words = f"toezegging na die ik uw Kamer deed tijdens het {debate} ({report}), over de evaluatie van de {law}"
    promise = writer.promise(words, "reported", day=held.isoformat(), debate="plenair debat", kept=True)
    return (
        f"Hiermee kom ik de {promise}. Daarnaast ga ik in op enkele {writer.pointer('moties')} en op vragen die leden "
        "hebben gesteld."
    )


def _closing(writer: Writer) -> list[Block]:
    name, office = writer.pick.of(*MINISTERS)
    sign = writer.mark("person", name, name=name, office=office)
    last = (
        "Geen enkele aanpak kan elke aanslag voorkomen. Wel blijft het kabinet zich inzetten voor een samenleving "
        "waarin iedereen zich vrij en veilig weet."
    )
    return [Block(last), Block(f"De {office},\n{sign}", "lines")]
