"""The sections of a letter that treat a motion each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from variants.days import Worded, begin, deadline, full, past, plain
from variants.frame import Frame, paper_of
from variants.motions import called, fate, hyphened, of_members
from variants.picking import Paper
from variants.typesetting import Block
from variants.writing import Moved, Writer

_MISNUMBERED: Final = timedelta(days=8 * 365)
"""A wrong number is that of a paper printed so much earlier."""


def schools(writer: Writer, frame: Frame) -> list[Block]:
    """A motion that cannot be done in full, a letter with a wrong number, and a note with laws."""
    pick = writer.pick
    motion = Moved([pick.member()], pick.paper(Paper("39874", "58", "VI")), pick.chance(0.3))
    sent = pick.day(date(2022, 12, 12), writer.seen, 30, 330)
    wrong = not pick.chance(0.5)
    letter = paper_of(sent - _MISNUMBERED if wrong else sent)
    printed = f"Kamerstuk {letter.spaced}, nr. {letter.sub}"
    reference = writer.note(f"{writer.paper(printed, letter, suspect=wrong or None)}.")
    laws = writer.note(
        f"Dat ligt anders wanneer gegevens worden verstrekt op grond van "
        f"{writer.law('Wpg', 'artikel 20, eerste lid, Wpg', ['20'], '1')} ({writer.law('Wpg', 'Wet politiegegevens')}), "
        f"of wanneer de burgemeester een taak uitvoert die de {writer.law('Gemeentewet')} hem opdraagt."
    )
    status = "not_fully_executable"
    mention = called(writer, motion, status)
    number = writer.note(f"{writer.cited(motion.paper)}.")
    body = pick.of(writer.body("NCTV"), writer.body("VNG"))
    nctv = writer.body("NCTV")
    last = writer.pointer("Deze motie", motion)
    return [
        Block(writer.pointer("Motie over weerbare scholen", motion)),
        Block(
            f"De {mention}{number} vroeg scholen beter toe te rusten voor gesprekken over extremistische uitingen, en "
            f"daarbij zowel links- als rechts-extremistische netwerken te betrekken. Ook verzocht "
            f"{writer.pointer('de motie', motion)} om een vast aanspreekpunt per regio. Zoals ik uw Kamer meldde in mijn "
            f"brief van {writer.time(plain(sent))}{reference}, kan de {body} scholen wel op het beschikbare lesmateriaal "
            f"wijzen, maar mag de {nctv} vanwege het ontbreken van een wettelijke grondslag geen gegevens over "
            f"leerlingen verwerken.{laws} {last} is om die reden niet volledig uitvoerbaar."
        ),
    ]


def drones(writer: Writer, frame: Frame) -> list[Block]:
    """A motion of two members that the strategy takes up, and a bill in preparation."""
    pick = writer.pick
    motion = Moved(pick.members(2), pick.paper(Paper("39640", "21")))
    mention = of_members(writer, motion, parties=pick.chance(0.5), status="in_progress")
    if pick.chance(0.3):
        mention = hyphened(writer, motion, status="in_progress")
    number = writer.note(f"{writer.cited(motion.paper)}.")
    sent = Worded(
        f"{full(frame.strategy_day).removesuffix(f' {writer.seen.year}')} van dit jaar", frame.strategy_day.isoformat()
    )
    strategy = writer.note(
        f"{writer.paper(f'Kamerstuk {frame.strategy.spaced}, nr. {frame.strategy.sub}', frame.strategy)}."
    )
    return [
        Block(writer.pointer("Motie over onbemande luchtvaartuigen", motion)),
        Block(
            f"De {mention}{number} verzoekt om een meerjarige aanpak van de dreiging die van drones uitgaat. Het kabinet "
            f"investeert in detectie rond vliegvelden en oefent met de {writer.body('KMar', 'Koninklijke Marechaussee')}. "
            f"Hiervoor is uitdrukkelijk aandacht in de Nationale Contraterrorisme Strategie 2022–2026, die op "
            f"{writer.time(sent)} naar uw Kamer is gezonden.{strategy} Een wetsvoorstel dat wordt voorbereid, stelt op het "
            f"financieren van terrorisme een gevangenisstraf van ten hoogste twaalf jaar."
        ),
    ]


def study(writer: Writer, frame: Frame) -> list[Block]:
    """A motion of the Eerste Kamer that a study carries out, and the promise to share what it yields."""
    pick = writer.pick
    motion = Moved([pick.member()], pick.letter_paper(Paper("38775", "K", "VI")), others=not pick.chance(0.4))
    mention = of_members(writer, motion, parties=pick.chance(0.4), status="being_executed")
    number = writer.note(f"{writer.cited(motion.paper)}.")
    due = deadline(pick, writer.seen)
    started = begin(writer.seen.year, "Begin dit jaar")
    share = writer.promise("Uiteraard zal ik deze uitkomsten met uw Kamer delen", "new", due=due.edtf)
    return [
        Block("Onderzoek naar de regels"),
        Block(
            f"Het kabinet wil weten of zijn maatregelen werken. {writer.time(started)} is onder begeleiding van het "
            f"{writer.body('WODC')} een evaluatie gestart van de regels tegen terrorismefinanciering. Deze evaluatie geeft "
            f"uitvoering aan de {mention} die daartoe opriep.{number} De uitkomsten worden {writer.in_time(due)} verwacht. "
            f"{share}."
        ),
    ]


def anklets(writer: Writer, frame: Frame) -> list[Block]:
    """A motion that the government does not carry out."""
    pick = writer.pick
    motion = Moved(pick.members(2), paper_of(pick.day(date(2021, 6, 22), writer.seen, 420, 800)), pick.chance(0.2))
    mention = hyphened(writer, motion, status="not_executed")
    if pick.chance(0.4):
        mention = called(writer, motion, "not_executed")
    reason = writer.law("EVRM", "artikel 8 EVRM", ["8"])
    return [
        Block(
            f"De {mention} ({writer.cited(motion.paper)}) wil dat alle veroordeelden na hun straf een enkelband dragen. "
            f"Omdat een verplichting zonder rechterlijke toets in strijd is met {reason}, voert het kabinet "
            f"{writer.pointer('deze motie', motion)} niet uit."
        )
    ]


def supervisor(writer: Writer, frame: Frame) -> list[Block]:
    """An amended motion that was carried out, with the number that it replaces."""
    pick = writer.pick
    now = paper_of(pick.day(date(2022, 10, 4), writer.seen, 100, 400))
    earlier = now.following(-pick.number(3, 1, 6))
    motion = Moved([pick.member()], now, pick.chance(0.2), amended=True)
    words = f"Kamerstuk {now.spaced}, nr. {now.sub}, was nr. {earlier.sub}"
    offered = pick.day(date(2023, 2, 21), writer.seen, 10, 55)
    mention = of_members(writer, motion, parties=not pick.chance(0.2), status="fulfilled")
    return [
        Block("Toezicht op het internet"),
        Block(
            f"De {writer.body('ATKM', 'Autoriteit online Terroristisch en Kinderpornografisch Materiaal')} "
            f"({writer.body('ATKM')}) ziet toe op de naleving van {_regulation(writer)}. De {mention} "
            f"({writer.paper(words, now, replaces=earlier.id)}) vroeg om een jaarverslag van deze toezichthouder. Dat "
            f"verslag is op {writer.time(past(pick, offered, writer.seen))} aan uw Kamer aangeboden. Hiermee is aan "
            f"{writer.pointer('de motie', motion)} voldaan."
        ),
    ]


def _regulation(writer: Writer) -> str:
    words, celex = writer.pick.of(
        ("Verordening (EU) 2021/784", "32021R0784"),
        ("Verordening (EU) 2022/2065", "32022R2065"),
        ("Richtlijn (EU) 2017/541", "32017L0541"),
    )
    return writer.mark("eu_ref", words, celex=celex)


def several(writer: Writer, frame: Frame) -> list[Block]:
    """A motion of three members with any fate."""
    pick = writer.pick
    status = pick.of("being_executed", "fulfilled", "not_executed", "in_progress", "not_fully_executable")
    paper = pick.paper(Paper("39640", "33"))
    motion = Moved(pick.members(pick.number(3, 1, 4)), paper, pick.chance(0.2))
    topic = pick.of(
        "een landelijk aanspreekpunt voor ouders",
        "betere beveiliging van gebedshuizen",
        "de inzet van wijkagenten bij deradicalisering",
        "het delen van gegevens over reisbewegingen",
    )
    head = f"De {called(writer, motion, status)}"
    if pick.chance(0.5):
        asked = f"{head} over {topic}{writer.note(f'{writer.cited(paper)}.')} is op {_carried(writer)} aangenomen."
    else:
        asked = f"{head} ({writer.cited(paper)}) vraagt om {topic}."
    return [Block(f"{asked} {fate(writer, motion, status)}")]


def _carried(writer: Writer) -> str:
    day = writer.pick.day(date(2022, 12, 20), writer.seen, 60, 280)
    return writer.time(past(writer.pick, day, writer.seen))


Section = Callable[[Writer, Frame], list[Block]]
SECTIONS: Final[Sequence[Section]] = (schools, drones, study, anklets, supervisor, several)
"""Each may stand anywhere in a letter, or be left out."""
