"""A letter of the government as a web page gives it: a paragraph a line, the notes behind the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from variants.days import Worded, deadline, past, plain
from variants.frame import own_paper, paper_of
from variants.motions import called, fate, submitters
from variants.people import MINISTERS
from variants.picking import Paper, Pick
from variants.specimen import Specimen
from variants.typesetting import Block, web_page
from variants.writing import Moved, Writer, dateline, head, proceedings, session, session_year

DAY: Final = date(2020, 3, 3)
_DOSSIER: Final = "38107"
_TITLES: Final = ("Terrorismefinanciering", "Buitenlandse financiering", "Voorkomen van witwassen")
_STATUSES: Final = ("being_executed", "fulfilled", "not_executed", "not_fully_executable", "in_progress")


def web_letter(seed: int | None) -> Specimen:
    """The letter with the slots filled by seed; without one, the base text."""
    pick = Pick(seed)
    day = pick.day_of_year(DAY, pick.of(2020, 2018, 2019, 2021))
    writer = Writer(pick, day)
    own = own_paper(day, _DOSSIER)
    parts = pick.shuffled(_PARTS, 3)
    middle = [block for part in parts for block in part(writer)]
    text, found = web_page(writer, [*_head(writer, own), *_opening(writer), *middle, *_closing(writer)])
    name = "web_letter" if seed is None else f"web_letter-{seed}"
    return Specimen(name, own.id, day, text, tuple(found))


def _head(writer: Writer, own: Paper) -> list[Block]:
    kind = writer.pick.of(
        "BRIEF VAN DE MINISTER VAN FINANCIËN",
        "BRIEF VAN DE MINISTERS VAN FINANCIËN EN VAN JUSTITIE EN VEILIGHEID",
        "BRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID",
    )
    chamber = writer.maybe("organisation", "Tweede Kamer der Staten-Generaal", canonical="Tweede Kamer")
    return [
        *head(writer, own, writer.pick.of(*_TITLES), kind),
        Block(f"Aan de Voorzitter van de {chamber}", "lines"),
        Block(dateline(writer), "lines"),
    ]


def _opening(writer: Writer) -> list[Block]:
    pick, seen = writer.pick, writer.seen
    asked = past(pick, pick.day(date(2020, 1, 30), seen, 5, 58), seen)
    report = writer.note("Raadpleegbaar via www.tweedekamer.nl")
    committee = pick.of("vaste commissie voor Financiën", "vaste commissie voor Justitie en Veiligheid")
    return [
        Block(
            f"Hierbij zend ik u, mede namens de Minister van Justitie en Veiligheid, het rapport «Geld zonder grenzen» van "
            f"de {writer.body('FATF', 'Financial Action Task Force')} ({writer.body('FATF')}){report}. De "
            f"{writer.body(committee)} heeft daar op {writer.time(asked)} om verzocht."
        )
    ]


def _list(writer: Writer) -> list[Block]:
    """A list of papers, each in another form of reference."""
    pick, seen = writer.pick, writer.seen
    days = [pick.day(base, seen, 60, 900) for base in (date(2019, 6, 4), date(2018, 11, 20), date(2019, 10, 8))]
    first, second, third = (paper_of(day, _DOSSIER) for day in days)
    more = second.following(pick.number(3, 1, 5))
    count = int(more.sub) - int(second.sub)
    span = [second.following(step) for step in range(count + 1)]
    link = pick.of("-", " t/m ", " tot en met ")
    many = writer.paper(f"Kamerstukken {second.spaced}, nrs. {second.sub}{link}{more.sub}", *span)
    next_one = third.following(1)
    both = writer.paper(
        f"Kamerstukken II {session(days[2])}, {third.spaced}, nrs. {third.sub} en {next_one.sub}", third, next_one
    )
    answers = pick.number(1375, 12, 3900)
    year = seen.year - 1
    annex = f"Aanhangsel van de Handelingen, vergaderjaar {session_year(date(year, 10, 1))}, nr. {answers}"
    aside = writer.mark("handelingen_ref", annex, ids=[f"ah-tk-{year}{year + 1}-{answers}"])
    asker = writer.member(pick.member())
    return [
        Block("Deze brief bouwt voort op de volgende stukken:", "lines"),
        Block(
            f"• de brief d.d. {writer.time(plain(days[0]))} over het toezicht op stichtingen ({writer.cited(first)});",
            "lines",
        ),
        Block(f"• het plan van aanpak en de bijlagen daarbij ({many});", "lines"),
        Block(f"• de verslagen van een schriftelijke ronde ({both});", "lines"),
        Block(f"• de antwoorden op vragen van {pick.of('het lid', 'mevrouw', 'de heer')} {asker} ({aside}).", "lines"),
    ]


def _motion(writer: Writer) -> list[Block]:
    pick = writer.pick
    status = pick.of(*_STATUSES)
    motion = Moved(pick.members(pick.number(1, 1, 3)), pick.paper(Paper("38930", "17")), pick.chance(0.3))
    mention = called(writer, motion, status)
    number = writer.note(f"{writer.cited(motion.paper)}.")
    return [
        Block(
            pick.of(writer.pointer("Motie over openbaarheid van giften", motion), "Openbaarheid van giften"), "lines"
        ),
        Block(
            f"De {mention}{number} verzoekt stichtingen te verplichten giften van buiten de {_union(writer)} openbaar te "
            f"maken. {fate(writer, motion, status)}",
        ),
    ]


def _union(writer: Writer) -> str:
    return writer.maybe("organisation", "Europese Unie", canonical="Europese Unie")


def _two_motions(writer: Writer) -> list[Block]:
    """Two motions in one paragraph, each with its own number and fate."""
    pick = writer.pick
    one = Moved([pick.member()], pick.paper(Paper("38930", "22")), pick.chance(0.4))
    two = Moved(pick.members(2), pick.paper(Paper("38201", "9", "IX")))
    done, refused = pick.of("fulfilled", "being_executed"), "not_executed"
    return [
        Block(
            f"De {called(writer, one, done)} ({writer.cited(one.paper)}) vraagt om een jaarlijks beeld van geldstromen naar "
            f"het buitenland. {fate(writer, one, done)} De {called(writer, two, refused)} ({writer.cited(two.paper)}) vraagt "
            f"om een verbod op contante giften. {fate(writer, two, refused)}"
        )
    ]


def _debate(writer: Writer) -> list[Block]:
    pick, seen = writer.pick, writer.seen
    held = pick.day(date(2019, 12, 12), seen, 30, 280)
    name, kind = pick.of(
        ("algemeen overleg", "algemeen overleg"), ("notaoverleg", "notaoverleg"), ("commissiedebat", "commissiedebat")
    )
    topic = pick.of("terrorismebestrijding", "financiële markten", "witwassen en ondermijning")
    debate = writer.debate(f"{name} {topic} van {writer.time(past(pick, held, seen))}", kind, held.isoformat(), topic)
    due = deadline(pick, seen)
    words = f"In het {debate} heb ik toegezegd de Kamer {writer.in_time(due)} te informeren over de werking van het meldpunt"
    told = writer.promise(words, "reported", day=held.isoformat(), debate=kind, due=due.edtf)
    services = f"{writer.body('FIOD')} en de {writer.body('FIU-Nederland')}"
    return [
        Block(
            f"{told}. Het meldpunt werkt samen met de {services}. Naar verwachting kan ik de eerste cijfers "
            f"{_soon(writer)} noemen."
        )
    ]


def _soon(writer: Writer) -> str:
    day = writer.seen + timedelta(days=writer.pick.number(31, 20, 120))
    named = plain(day).words.removesuffix(f" {day.year}")
    return f"op {writer.time(Worded(f'{named} a.s.', day.isoformat()))}"


def _plenary(writer: Writer) -> list[Block]:
    pick = writer.pick
    held = pick.day(date(2019, 9, 18), writer.seen, 40, 280)
    report = proceedings(writer, held, pick.number(3, 2, 99), pick.number(11, 1, 40), pick.of("II", "I"))
    members = submitters(writer, pick.members(2), parties=not pick.chance(0.3))
    debate = writer.debate(f"debat van {writer.time(plain(held))}", "plenair debat", held.isoformat())
    return [
        Block(
            f"De leden {members} wezen tijdens het {debate} ({report}) op het belang van {_acts(writer)}. Dat belang "
            f"onderschrijf ik."
        )
    ]


def _acts(writer: Writer) -> str:
    laws: Sequence[Callable[[], str]] = (
        lambda: writer.law("Wwft", "artikel 16, eerste lid, van de Wwft", ["16"], "1"),
        lambda: writer.law("Sr", "artikel 421 van het Wetboek van Strafrecht", ["421"]),
        lambda: writer.law("Wwft", "Wet ter voorkoming van witwassen en financieren van terrorisme"),
        lambda: writer.law("Awb", "art. 5:11 Awb", ["5:11"]),
    )
    first, second = writer.pick.shuffled(laws, len(laws))[:2]
    return f"{first()} en {second()}"


def _closing(writer: Writer) -> list[Block]:
    name, office = writer.pick.of(*MINISTERS[3:], *MINISTERS[:3])
    return [Block(f"De {office}, {writer.mark('person', name, name=name, office=office)}", "lines")]


_PARTS: Final = (_list, _motion, _two_motions, _debate, _plenary)
