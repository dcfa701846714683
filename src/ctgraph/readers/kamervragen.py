"""Questions of members of a chamber in XML, with or without answers. Main element `kamervragen`.

An answered question is a paper of the annex to the Handelingen (`ah-tk-20202021-3235`), one without an answer has the
number of its case (`kv-tk-2020Z13248`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from ctgraph.model.document import Header
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_blocks import Fields, Rule, Walker, plain
from ctgraph.readers.official_head import banner, chamber_of, iso_day, session_of
from ctgraph.readers.official_metadata import properties
from ctgraph.readers.official_paper import Paper, intake
from ctgraph.readers.official_xml import Element, parse
from ctgraph.readers.publication import spelt
from ctgraph.readers.setting import Block, Set, set_text

READER = "kamervragen"


def read_kamervragen(source: SourceFile, papers: Mapping[str, PaperFact]) -> Intake:
    """Read questions and answers; `papers` are those of the register. Raises InputError for what is hostile."""
    root = parse(source)
    walker = Walker(_RULES, _FIELDS)
    made = set_text(walker.inside(root))
    header = _header(root, made)
    return intake(source, papers, Paper(READER, properties(root.iter("meta")), made, header, walker.unknown))


def _described(root: Element, what: str) -> Element | None:
    return root.find(f".//kamervraagomschrijving[@type='{what}']")


def _number(root: Element) -> str:
    """The id that chamber, session year and number make, or the number of the case."""
    number = plain(root.find(".//kamervraagnummer"))
    if not number.isdigit():
        return spelt(f"kv-{chamber_of(root)}-{number}") if number and chamber_of(root) else ""
    year = session_of(root).replace("-", "")
    answered = _described(root, "vraag") is not None and len(root.findall(".//kamervraagomschrijving")) > 1
    return f"ah-{chamber_of(root)}-{year}-{number}" if answered and year and chamber_of(root) else ""


def _header(root: Element, made: Set) -> Header:
    """The day of a paper with answers is the day on which they came in, of another one that of the questions."""
    day, place = _day(root)
    dates = [span for name, span in made.places if name == "date"]
    places = [each for each in made.places if each[0] != "date"]
    if day is not None and place < len(dates):
        places.append(("date", dates[place]))
    return Header(
        identifier=_number(root),
        kind=_kind(root),
        title=plain(_described(root, "vraag")),
        session_year=session_of(root),
        chamber=chamber_of(root),
        date=day,
        spans=tuple(sorted(places)),
    )


def _kind(root: Element) -> str:
    """A word that the answer will come later may be marked as one, or as an answer: "Mededeling van Minister …"."""
    answer = _described(root, "antwoord")
    if _described(root, "mededeling") is not None or plain(answer).startswith("Mededeling"):
        return "mededeling-uitstel-antwoord"
    return "schriftelijke-vragen" if answer is None else "antwoord-schriftelijke-vragen"


def _day(root: Element) -> tuple[date | None, int]:
    """The day, and the how-manieth date of the text it is, from 0."""
    for what in ("antwoord", "mededeling", "vraag"):
        described = _described(root, what)
        element = described.find("datum") if described is not None else None
        if element is not None:
            return iso_day(element), list(root.iter("datum")).index(element)
    return None, 0


def _question(walker: Walker, element: Element) -> list[Block]:
    """ "Vragen van het lid …", the title, and "Antwoord van Minister …", which shows what the paper is."""
    parent = element.getparent()
    alone = parent is None or len(parent.findall("kamervraagomschrijving")) == 1
    title: Fields = ("title",) if element.get("type") == "vraag" else ()
    kind: Fields = ("kind",) if alone or not title else ()
    return walker.paragraph(element, fields=title + kind)


_RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "kamervraagkop": banner,
        "kamervraagnummer": lambda walker, element: walker.paragraph(element, fields=("identifier",), furniture=True),
        "kamervraagomschrijving": _question,
        "nr": lambda walker, element: walker.paragraph(element, heading=True),
    }
)
_FIELDS: Mapping[str, Fields] = MappingProxyType({"datum": ("date",)})
