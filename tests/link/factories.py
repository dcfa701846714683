"""Accounts of short texts, read with a small gazetteer of invented knowledge."""

from __future__ import annotations

from datetime import date

from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.link.account import link
from ctgraph.link.knowledge import Knowledge
from ctgraph.model.claims import Account
from ctgraph.model.gazetteer import DossierSeries, Gazetteer, Name, PaperFact, PersonEntry, Phenomenon, Tenure
from ctgraph.model.source import SourceFile
from ctgraph.readers.plain_text import read_plain_text

DAY = date(2023, 3, 15)


def _group(name: str) -> Name:
    return Name(name, "organisation", name.lower(), name, "political-party")


def _series(identifier: str, *papers: tuple[int, str]) -> DossierSeries:
    days = tuple(date.fromisoformat(day) for _, day in papers)
    return DossierSeries(identifier, identifier, tuple(number for number, _ in papers), days)


GAZETTEER = Gazetteer(
    names=(
        Name("NCTV", "organisation", "nctv", "NCTV", "government-service", exact=True),
        Name("WODC", "organisation", "wodc", "WODC", "knowledge-institute", exact=True),
        Name("AIVD", "organisation", "aivd", "AIVD", "intelligence-service", exact=True),
        Name("UNITAD", "organisation", "unitad", "UNITAD", "international-body", exact=True),
        Name("VN", "organisation", "vn", "VN", "international-body", exact=True),
        Name("Europol", "organisation", "europol", "Europol", "international-body"),
        Name("ISIS", "organisation", "isis", "ISIS", "non-state-group", exact=True),
        Name("Tweede Kamer", "organisation", "tweede-kamer", "Tweede Kamer", "chamber"),
        Name("Paspoortwet", "law", "BWBR0005212", "Paspoortwet"),
        Name("Dreigingsbeeld Terrorisme Nederland", "policy", "dreigingsbeeld-terrorisme-nederland", "Dreigingsbeeld Terrorisme Nederland", "series"),
        Name("Rapportage drones", "policy", "rapportage-drones", "Rapportage drones", "series"),
        Name("halfjaarlijkse rapportage drones", "policy", "rapportage-drones", "Rapportage drones", "series"),
        Name("Nationale Strategie", "policy", "ns-2019-2022", "Nationale Strategie 2019-2022", "strategy"),
        Name("Nationale Strategie", "policy", "ns-2023-2027", "Nationale Strategie 2023-2027", "strategy"),
    ),
    persons=(
        PersonEntry("anna-de-wit", "Anna de Wit", ("De Wit",), (Tenure("lid Tweede Kamer", "tweede-kamer", "D66", None, None),)),
        PersonEntry("bo-jansen", "Bo Jansen", ("Jansen",), (Tenure("lid Tweede Kamer", "tweede-kamer", "SP", None, date(2010, 1, 1)),)),
        PersonEntry("cor-jansen", "Cor Jansen", ("Jansen",), (Tenure("lid Tweede Kamer", "tweede-kamer", "SP", date(2020, 1, 1), None),)),
    ),
    papers={
        "kst-30821-150": PaperFact("kst-30821-150", date(2022, 6, 1), "brief-regering", "Brief"),
        "kst-30821-190": PaperFact("kst-30821-190", date(2023, 9, 1), "brief-regering", "Brief"),
    },
    dossiers={
        "30821": _series("30821", (140, "2022-01-10"), (150, "2022-06-01"), (180, "2023-03-01"), (190, "2023-09-01")),
        "29754": _series("29754", (300, "2015-01-10"), (310, "2015-03-01"), (640, "2022-04-21"), (660, "2023-01-12")),
    },
    phenomena=(
        Phenomenon("extremisme", ("extremisme", "extremistische", "gewelddadig extremisme")),
        Phenomenon("terrorisme", ("terrorisme", "terroristische")),
        Phenomenon("radicalisering", ("radicalisering",)),
        Phenomenon("rechts-extremisme", ("rechts-extremisme", "rechts-extremistische"), ("extremisme",)),
        Phenomenon("accelerationisme", ("accelerationisme",), ("rechts-extremisme",)),
        Phenomenon("uitreizigers", ("uitreizigers",)),
        Phenomenon("cbrn-terrorisme", ("CBRN",), ("terrorisme",)),
    ),
    set_out={"ns-2019-2022": "kst-30821-150"},
    groups={name.lower(): _group(name) for name in ("D66", "SP", "CDA", "VVD")},
)  # fmt: skip


def account(text: str, day: date | None = DAY, identifier: str = "kst-30821-185") -> Account:
    """The account of a text that is given to be a paper of this id and day."""
    document = read_plain_text(SourceFile("text.txt", text.encode(), identifier, day), GAZETTEER.papers)
    return link(document, read_mentions(document, scanner(GAZETTEER)), Knowledge(GAZETTEER))
