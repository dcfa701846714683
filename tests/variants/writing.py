"""The marks of this field: people, bodies, laws, references, motions and promises, each written with its meaning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from variants.days import Worded, full
from variants.marking import Marks
from variants.people import Member
from variants.picking import Paper, Pick
from variants.typesetting import Block

# Names under which a reader may know a law or a body, besides the words of the text.
_LAWS = {
    "Sr": ("Wetboek van Strafrecht", "BWBR0001854"),
    "Sv": ("Wetboek van Strafvordering", "BWBR0001903"),
    "Awb": ("Algemene wet bestuursrecht", "BWBR0005537"),
    "EVRM": ("Europees Verdrag voor de Rechten van de Mens", "BWBV0001000"),
    "Wpg": ("Wet politiegegevens", "BWBR0022463"),
    "Wwft": ("Wet ter voorkoming van witwassen en financieren van terrorisme", "BWBR0024282"),
    "Wlt": ("Wet langdurig toezicht",),
    "Wiv 2017": ("Wet op de inlichtingen- en veiligheidsdiensten 2017", "BWBR0039896"),
    "RWN": ("Rijkswet op het Nederlanderschap", "BWBR0003738"),
    "Twbmt": ("Tijdelijke wet bestuurlijke maatregelen terrorismebestrijding",),
    "Gemeentewet": ("BWBR0005416",),
    "Paspoortwet": ("BWBR0005212",),
}
_BODIES = {
    "NCTV": ("Nationaal Coördinator Terrorismebestrijding en Veiligheid",),
    "WODC": ("Wetenschappelijk Onderzoek- en Documentatiecentrum",),
    "LSE": ("Landelijk Steunpunt Extremisme",),
    "ATKM": ("Autoriteit online Terroristisch en Kinderpornografisch Materiaal",),
    "FIOD": ("Fiscale inlichtingen- en opsporingsdienst",),
    "FATF": ("Financial Action Task Force",),
    "AIVD": ("Algemene Inlichtingen- en Veiligheidsdienst",),
    "KMar": ("Koninklijke Marechaussee",),
    "FIU-Nederland": ("Financial Intelligence Unit-Nederland",),
    "OM": ("Openbaar Ministerie",),
    "VN": ("Verenigde Naties",),
    "IND": ("Immigratie- en Naturalisatiedienst",),
}


class Moved(Struct, frozen=True):
    """A motion: who submitted it, whether others did too, and its paper."""

    members: Sequence[Member]
    paper: Paper
    others: bool = False
    amended: bool = False

    @property
    def value(self) -> dict[str, object]:
        """What a mention of the motion means."""
        return {
            "submitters": [m.name for m in self.members],
            "cs": self.others,
            "parties": [m.party for m in self.members],
            "kamerstuk": self.paper.id,
            "amended": self.amended or None,
        }


class Writer(Marks):
    """Writes marked words; `seen` is the day of the paper."""

    def __init__(self, pick: Pick, seen: date) -> None:
        super().__init__()
        self.pick = pick
        self.seen = seen

    def time(self, time: Worded) -> str:
        """A time."""
        return self.mark("date", time.words, edtf=time.edtf, accept=list(time.accept))

    def in_time(self, time: Worded) -> str:
        """A time behind its preposition."""
        return time.preposition + self.time(time)

    def person(self, member: Member, office: str = "") -> str:
        """A name alone."""
        return self.mark("person", member.in_print, name=member.name, party=member.party, office=office)

    def nameless(self, member: Member) -> str:
        """A name where the text gives no party."""
        return self.mark("person", member.in_print, name=member.name)

    def member(self, member: Member, *, spaced: bool = False) -> str:
        """A name with the party in brackets."""
        left, right = ("( ", " )") if spaced else ("(", ")")
        return f"{self.person(member)} {left}{self.party(member)}{right}"

    def party(self, member: Member) -> str:
        """The party of a member."""
        return self.maybe("organisation", member.group_in_print, canonical=member.party)

    def body(self, key: str, words: str = "", optional: bool = False) -> str:
        """An organisation, by its short name and the words that the text has for it."""
        also = list(_BODIES.get(key, ()))
        mark = self.maybe if optional else self.mark
        return mark("organisation", words or key, canonical=key, also=also)

    def law(self, key: str, words: str = "", articles: Sequence[str] = (), lid: str = "") -> str:
        """A law, by its short name and the words that the text has for it."""
        also = list(_LAWS.get(key, ()))
        return self.mark("law_ref", words or key, law=key, also=also, articles=list(articles), lid=lid)

    def paper(self, words: str, *papers: Paper, **values: object) -> str:
        """A reference to one paper or more."""
        ids = [p.id for p in papers]
        return self.mark("kamerstuk_ref", words, ids=ids, id=ids[0] if len(ids) == 1 else None, **values)

    def own(self, words: str, paper: Paper) -> str:
        """The paper's own number, which a reader may leave out."""
        return self.maybe("kamerstuk_ref", words, ids=[paper.id], id=paper.id)

    def cited(self, paper: Paper, day: date | None = None) -> str:
        """A reference to one paper in one of the forms of letters; `day` tells its parliamentary year."""
        if paper.upper_house:
            return self.paper(f"Kamerstuk {paper.spaced.replace(' V', ', V')}, {paper.sub}", paper)
        forms = [f"Kamerstuk {paper.spaced}, nr. {paper.sub}"] * 4
        forms.append(f"Kamerstuk {paper.spaced.replace(' ', '', 1)}, nr. {paper.sub}")
        if day is not None:
            forms.append(f"Kamerstukken II {session(day)}, {paper.spaced}, nr. {paper.sub}")
        if not paper.suffix:
            forms.append(f"Kamerstuk {paper.dossier}-{paper.sub}")
            forms.append(f"Kamerstuk {paper.dossier}, nr. {paper.sub}")
        else:
            forms.append(f"Kamerstuk {paper.spaced.replace(' ' + paper.suffix, '-' + paper.suffix)}, nr. {paper.sub}")
        return self.paper(self.pick.of(*forms), paper)

    def annex(self, paper: Paper) -> str:
        """A reference to an annex of a paper."""
        return self.paper(f"Bijlage bij Kamerstuk {paper.spaced}, nr. {paper.sub}", paper, attachment=True)

    def moved(self, words: str, motion: Moved, **values: object) -> str:
        """A full mention of a motion."""
        return self.mark("motion_ref", words, mention="full", **{**motion.value, **values})

    def pointer(self, words: str, motion: Moved | None = None) -> str:
        """ "deze motie", "moties", or a heading: a mention that a reader may leave out."""
        value = motion.value if motion else {"submitters": [], "cs": False}
        return self.maybe("motion_ref", words, **value)

    def debate(self, words: str, kind: str, day: str = "", topic: str = "") -> str:
        """A debate; `words` hold its date, marked."""
        return self.mark("debate", words, kind=kind, date=day, topic=topic)

    def promise(
        self, words: str, kind: str, *, day: str = "", debate: str = "", due: str = "", kept: bool = False
    ) -> str:
        """A commitment to a chamber: `reported` or `new`."""
        status = "fulfilled" if kept else "pending"
        return self.mark("commitment", words, kind=kind, date=day, debate=debate, due=due, status=status)


def session(day: date) -> str:
    """The parliamentary year of a day, as references print it: "2022/23"."""
    first = day.year if day.month >= 9 else day.year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def session_year(day: date) -> str:
    """The parliamentary year of a day, as papers print it at their foot: "2022–2023"."""
    first = day.year if day.month >= 9 else day.year - 1
    return f"{first}–{first + 1}"


def proceedings(writer: Writer, day: date, number: int, item: int, house: str = "II") -> str:
    """A reference to the report of a debate, with the misprint that some letters have."""
    chamber = {"II": "tk", "Ii": "tk", "I": "ek"}[house]
    first = day.year if day.month >= 9 else day.year - 1
    words = f"Handelingen {house} {session(day)}, nr. {number}, item {item}"
    return writer.mark("handelingen_ref", words, ids=[f"h-{chamber}-{first}{first + 1}-{number}-{item}"])


def foot(writer: Writer, paper: Paper, page: int) -> str:
    """The printer's lines at the foot of a page."""
    year = writer.maybe("date", str(writer.seen.year), edtf=str(writer.seen.year))
    own = writer.own(f"{paper.spaced}, nr. {paper.sub}", paper)
    chamber = writer.maybe("organisation", "Tweede Kamer", canonical="Tweede Kamer")
    running = f"’s-Gravenhage {year} {chamber}, vergaderjaar {session_year(writer.seen)}, {own} {page}"
    number = writer.own(paper.id, paper)
    return f"{number}\nISSN 0921 - 7371\n{running}" if page == 1 else running


def head(writer: Writer, paper: Paper, title: str, kind: str) -> list[Block]:
    """The beginning of a paper: its dossier with the title, its number with the kind."""
    own = writer.own(f"Nr. {paper.sub}", paper)
    return [Block(f"{paper.spaced} {title}"), Block(f"{own} {kind}")]


def dateline(writer: Writer, place: str = "Den Haag, ") -> str:
    """Place and day."""
    return place + writer.time(Worded(full(writer.seen), writer.seen.isoformat()))
