"""A short report of a debate: speakers, motions with the numbers that they get, what the minister says of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from variants.days import Worded, deadline
from variants.frame import paper_of
from variants.motions import submitters
from variants.people import Member
from variants.picking import Paper, Pick
from variants.specimen import Specimen
from variants.typesetting import Block, report_page
from variants.writing import Moved, Writer

DAY: Final = date(2023, 2, 23)
_MINISTERS: Final = ("Hoogervliet", "Van Oldenmark", "Schönfeld", "De Graeff-Visser")
_TOPICS: Final = ("Bewaken en beveiligen", "Nationale veiligheid", "Grenzen en reisgegevens", "Politie en grenzen")
_ASKS: Final = (
    "verzoekt de regering de wachttijden bij beveiligingsverzoeken te halveren,",
    "verzoekt de regering gebedshuizen een vast aanspreekpunt te geven,",
    "roept de regering op om lokale bestuurders eerder te informeren over dreigingen,",
)
# What a minister says of a motion on the floor, by what comes of it.
_VERDICTS: Final[dict[str, tuple[str, ...]]] = {
    "discouraged": ("Om die reden ontraad ik {it}.", "Ik moet {it} daarom ontraden."),
    "left_to_chamber": ("Ik laat het oordeel over {it} aan de Kamer.", "{It} geef ik oordeel Kamer."),
}


def report(seed: int | None) -> Specimen:
    """The report with the slots filled by seed; without one, the base text."""
    pick = Pick(seed)
    day = pick.day_of_year(DAY, pick.of(2023, 2019, 2021, 2022))
    writer = Writer(pick, day)
    other = Paper(pick.paper(Paper("38610", "")).dossier, str(pick.number(40, 40, 900)))
    first = pick.of(paper_of(day - timedelta(days=30)), other)
    motions = [_motion(pick, first.following(step)) for step in range(pick.number(2, 1, 3))]
    moving = [block for at, motion in enumerate(motions) for block in _moving(writer, motion, at)]
    blocks = [*_opening(writer), *moving, *_answer(writer, motions)]
    text, found = report_page(writer, blocks)
    item = f"{session_id(day)}-{pick.number(54, 2, 110)}-{pick.number(9, 2, 40)}"
    name = "report" if seed is None else f"report-{seed}"
    return Specimen(name, f"h-tk-{item}", day, text, tuple(found))


def session_id(day: date) -> str:
    """The parliamentary year of a day, as ids write it."""
    first = day.year if day.month >= 9 else day.year - 1
    return f"{first}{first + 1}"


def _motion(pick: Pick, paper: Paper) -> Moved:
    return Moved(pick.members(pick.of(2, 1, 2, 3)), paper)


def _opening(writer: Writer) -> list[Block]:
    pick = writer.pick
    topic = pick.of(*_TOPICS)
    held = pick.day(date(2023, 2, 1), writer.seen, 10, 58)
    kind, earlier = pick.of(("VAO", "AO"), ("VAO", "AO"), ("tweeminutendebat", "CD"))
    today = writer.debate(f"{kind} {topic}", kind, topic=topic)
    date_words = writer.time(Worded(f"{held.day:02d}/{held.month:02d}", held.isoformat()))
    long = "commissiedebat" if earlier == "CD" else "algemeen overleg"
    other = writer.debate(f"{earlier} d.d. {date_words}", long, held.isoformat(), topic)
    return [
        Block(topic),
        Block(f"Aan de orde is het {today} ({other}) ."),
        Block("De voorzitter :"),
        Block(
            "Ik heet de minister en de leden van harte welkom. Er zijn enkele sprekers. Ik geef hun graag het woord."
        ),
    ]


def _speaker(writer: Writer, member: Member) -> str:
    title = writer.pick.of("Mevrouw", "De heer")
    return f"{title} {writer.member(member, spaced=True)}:"


def _moving(writer: Writer, motion: Moved, at: int) -> list[Block]:
    pick = writer.pick
    first = motion.members[0]
    names = submitters(writer, motion.members, parties=False)
    by = "het lid" if len(motion.members) == 1 else "de leden"
    proposed = writer.moved(f"Deze motie is voorgesteld door {by} {names}", motion)
    paper = motion.paper
    return [
        Block(_speaker(writer, first)),
        Block(f"Voorzitter. Dank voor de beantwoording. Ik heb nog één {writer.pointer('motie')}."),
        Block(writer.pointer("Motie", motion)),
        Block("De Kamer,"),
        Block("gehoord de beraadslaging,"),
        Block(f"constaterende dat het aantal meldingen bij de {writer.body(pick.of('NCTV', 'KMar', 'IND'))} stijgt;"),
        Block(pick.of(*_ASKS[at:], *_ASKS[:at])),
        Block("en gaat over tot de orde van de dag."),
        Block("De voorzitter :"),
        Block(f"{proposed}. Naar mij blijkt, wordt de indiening ervan voldoende ondersteund."),
        Block(f"Zij krijgt {writer.paper(f'nr. {paper.sub} ( {paper.dossier} )', paper)}."),
    ]


def _answer(writer: Writer, motions: Sequence[Moved]) -> list[Block]:
    pick = writer.pick
    name = pick.of(*_MINISTERS)
    due = deadline(pick, writer.seen)
    asker = pick.member()
    promise = writer.promise(
        f"Zoals ik {writer.pick.of('mevrouw', 'de heer')} {writer.nameless(asker)} heb toegezegd, zal ik de Kamer "
        f"{writer.in_time(due)} informeren over de uitkomst",
        "reported",
        due=due.edtf,
    )
    blocks = [
        Block(f"Minister {writer.mark('person', name, name=name)} :"),
        Block(f"Voorzitter. Er is gevraagd naar de stand van zaken bij de dienst. Die doorlichting loopt. {promise}."),
    ]
    return [*blocks, *[Block(_verdict(writer, motion, at)) for at, motion in enumerate(motions)]]


def _verdict(writer: Writer, motion: Moved, at: int) -> str:
    pick = writer.pick
    statuses = list(_VERDICTS)
    status = pick.of(*statuses[at % 2 :], *statuses[: at % 2])
    on_paper = f"op stuk nr. {motion.paper.sub}"
    if pick.chance(0.5):
        words = f"motie-{'/'.join(writer.nameless(m) for m in motion.members)} {on_paper}"
    else:
        by = "het lid" if len(motion.members) == 1 else "de leden"
        words = f"motie van {by} {submitters(writer, motion.members, parties=False)} {on_paper}"
    mention = writer.moved(words, motion, status=status)
    sentence = pick.of(*_VERDICTS[status])
    start = sentence.startswith("{It}")
    it = writer.pointer("Deze motie" if start else "deze motie", motion)
    said = sentence.replace("{It}", it).replace("{it}", it)
    return f"De {mention} gaat over een onderwerp dat in het debat uitvoerig is besproken. {said}"
