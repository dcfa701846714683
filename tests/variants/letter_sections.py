"""The sections of a letter that treat questions, promises, cooperation and laws."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from variants.days import Worded, deadline, past, plain
from variants.frame import Frame, paper_of
from variants.motion_sections import Section
from variants.typesetting import Block
from variants.writing import Writer

_TOPICS: Final = (
    "online extremisme",
    "weerbaarheid en nationale veiligheid",
    "terugkeer van uitreizigers",
    "gevangeniswezen",
)


def question(writer: Writer, frame: Frame) -> list[Block]:
    """A member's question in a debate whose report has a number."""
    pick = writer.pick
    held = pick.day(date(2023, 1, 19), writer.seen, 40, 250)
    topic = pick.of(*_TOPICS)
    day = past(pick, held, writer.seen)
    link = pick.of("", "over ", "")
    debate = writer.debate(
        f"commissiedebat {link}{topic} van {writer.time(day)}", "commissiedebat", held.isoformat(), topic
    )
    report = paper_of(held + timedelta(days=20))
    return [
        Block("Hulp aan ouders"),
        Block(
            f"Tijdens het {debate} ({writer.cited(report, held)}) vroeg het lid {writer.member(pick.member())} «of ouders "
            f"eerder worden bereikt wanneer een kind in gesloten kanalen met geweld dweept.» Die vraag leeft ook bij het "
            f"{writer.body('LSE', 'Landelijk Steunpunt Extremisme')}, dat ouders en scholen bijstaat. Het steunpunt voert "
            f"eerst een gesprek met het gezin en schakelt, als dat nodig blijkt, de wijkagent of een jeugdbeschermer in. "
            f"Gemeenten houden daarbij de regie en kunnen elk jaar een bijdrage aanvragen uit de regeling Weerbare wijken."
        ),
    ]


def guarding(writer: Writer, frame: Frame) -> list[Block]:
    """A promise of an earlier debate, and when it will be kept."""
    pick = writer.pick
    held = pick.day(date(2023, 2, 9), writer.seen, 20, 250)
    name = pick.of("tweeminutendebat", "commissiedebat", "notaoverleg", "wetgevingsoverleg")
    topic = pick.of("bewaken en beveiligen", "nationale veiligheid", "politie")
    day = Worded(plain(held).words.removesuffix(f" {held.year}") + " jl.", held.isoformat())
    debate = writer.debate(f"{name} {topic} van {writer.time(day)}", name, held.isoformat(), topic)
    due = deadline(pick, writer.seen)
    told = writer.promise(
        f"Tijdens het {debate} heb ik het lid {writer.member(pick.member())} toegezegd inzicht te geven in het aantal "
        "personen dat de overheid laat beveiligen",
        "reported",
        day=held.isoformat(),
        debate=name,
        due=due.edtf,
    )
    when = writer.time(due)
    comes = f"Die voortgangsbrief wordt uw Kamer {due.preposition}{when} toegezonden"
    return [
        Block(
            f"{told}. Hierop kom ik terug in de voortgangsbrief over het stelsel. "
            f"{writer.promise(comes, 'new', due=due.edtf)}."
        )
    ]


def partners(writer: Writer, frame: Frame) -> list[Block]:
    """Cooperation with other countries and bodies, and a note with a paper in two dossiers."""
    pick, seen = writer.pick, writer.seen
    met = pick.of(Worded("februari van dit jaar", f"{seen.year}-02"), Worded("januari van dit jaar", f"{seen.year}-01"))
    since, agreed = pick.number(2019, 2015, 2019), pick.number(2017, 2011, 2018)
    paper = paper_of(date(agreed, 9, 1))
    words = f"Kamerstukken {paper.spaced} en 38 107, nr. {paper.sub}"
    note = writer.note(f"{writer.paper(words, paper, also_dossiers=['38107'])}.")
    office = writer.maybe("person", "Marokkaanse Minister van Binnenlandse Zaken")
    return [
        Block(pick.of("Internationale partners", "Samenwerking over de grens")),
        Block(
            f"In {writer.time(met)} sprak ik in Den Haag met de directeur van {writer.body('Europol')} over het delen van "
            f"digitaal bewijs tegen leden van {writer.body('ISIS')}. Ook {writer.body('Eurojust')} en de "
            f"{writer.body('VN', optional=True)} zijn hierbij betrokken. Sinds {_year(writer, since)} overleggen Nederland "
            f"en Marokko elk jaar onder de naam «Veiligheidstafel». Een van mijn voorgangers sprak in "
            f"{_year(writer, agreed)} met de {office} af dat het vertrek van een verdachte altijd vooraf wordt "
            f"gemeld{note}. Die afspraak wordt sindsdien nageleefd. Daarmee is invulling gegeven aan de wens van uw Kamer."
        ),
    ]


def _year(writer: Writer, year: int) -> str:
    return writer.time(Worded(str(year), str(year), (f"{year}/..",)))


def laws(writer: Writer, frame: Frame) -> list[Block]:
    """Laws with articles, gazettes and a court's decision."""
    pick, seen = writer.pick, writer.seen
    act, decree = pick.number(544, 12, 640), pick.number(10321, 1200, 36000)
    year = seen.year - pick.number(2, 1, 4)
    ruling = f"ECLI:NL:HR:{year}:{pick.number(1187, 101, 1998)}"
    start = Worded(f"1 januari {year + 1}", f"{year + 1}-01-01")
    long = "Tijdelijke wet bestuurlijke maatregelen terrorismebestrijding"
    both = writer.law("Sr", "artikelen 134a en 140a van het Wetboek van Strafrecht", ["134a", "140a"])
    gazette = writer.mark("staatsblad_ref", f"Stb. {year}, {act}", id=f"stb-{year}-{act}")
    state = writer.mark("staatsblad_ref", f"Stcrt. {year + 1}, {decree}", id=f"stcrt-{year + 1}-{decree}")
    return [
        Block(pick.of("Wetgeving", "Stand van de wetgeving")),
        Block(
            f"De {writer.law('Twbmt', long)} (hierna: {writer.law('Twbmt')}) maakt het mogelijk iemand een meldplicht op "
            f"te leggen; {writer.law('Twbmt', 'artikel 2 van de Twbmt', ['2'])} stelt daarvoor de grens. De {both} en "
            f"{writer.law('Sr', 'artikel 421 Sr', ['421'])} stellen voorbereiding, deelneming en financiering strafbaar. "
            f"De wijziging die in {gazette} is geplaatst, trad op {writer.time(start)} in werking; het besluit dat haar "
            f"uitwerkt, staat in {state}. De {writer.body('Hoge Raad')} heeft deze uitleg bevestigd "
            f"({writer.mark('ecli_ref', ruling, id=ruling)})."
        ),
    ]


SECTIONS: Final[Sequence[Section]] = (question, guarding, partners, laws)
"""Each may stand anywhere in a letter, or be left out."""
