"""A register in small for the specimens: real bodies, laws and groups; invented people, dossiers and papers.

The dossiers number their papers at an even pace, so that the number of a paper of any day is known, and a number
that cannot be of a day is easily made.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from ctgraph.identifiers import slug
from ctgraph.model.gazetteer import DossierSeries, Gazetteer, Name, NameKind, PaperFact, PersonEntry, Phenomenon, Tenure

PACE: Final = {"39512": (date(2009, 1, 12), 9), "38107": (date(2011, 5, 2), 8), "37266": (date(2005, 3, 7), 11)}
"""The dossiers known here: the day of the first paper, and the days from one paper to the next."""
_LAST: Final = date(2024, 6, 1)
_EVERY: Final = 6
"""Of so many papers, one is known with its day."""

_ORGANISATIONS: Final = (
    ("nctv", "Nationaal Coördinator Terrorismebestrijding en Veiligheid", "NCTV"),
    ("aivd", "Algemene Inlichtingen- en Veiligheidsdienst", "AIVD"),
    ("mivd", "Militaire Inlichtingen- en Veiligheidsdienst", "MIVD"),
    ("wodc", "Wetenschappelijk Onderzoek- en Documentatiecentrum", "WODC"),
    ("om", "Openbaar Ministerie", "OM"),
    ("kmar", "Koninklijke Marechaussee", "KMar"),
    ("ind", "Immigratie- en Naturalisatiedienst", "IND"),
    ("atkm", "Autoriteit online Terroristisch en Kinderpornografisch Materiaal", "ATKM"),
    ("lse", "Landelijk Steunpunt Extremisme", "LSE"),
    ("fiod", "Fiscale inlichtingen- en opsporingsdienst", "FIOD"),
    ("fiu-nederland", "Financial Intelligence Unit-Nederland", "FIU-Nederland"),
    ("fatf", "Financial Action Task Force", "FATF"),
    ("vng", "Vereniging van Nederlandse Gemeenten", "VNG"),
    ("isis", "ISIS", "IS"),
    ("vn", "Verenigde Naties", "VN"),
    ("europol", "Europol", ""),
    ("eurojust", "Eurojust", ""),
    ("interpol", "Interpol", ""),
    ("gezondheidsraad", "Gezondheidsraad", ""),
    ("hoge-raad", "Hoge Raad", ""),
    ("raad-van-state", "Raad van State", ""),
    ("tweede-kamer", "Tweede Kamer", "TK"),
    ("eerste-kamer", "Eerste Kamer", "EK"),
    ("ministerie-van-justitie-en-veiligheid", "Ministerie van Justitie en Veiligheid", "JenV"),
    ("ministerie-van-financien", "Ministerie van Financiën", ""),
)
_LAWS: Final = (
    ("BWBR0001854", "Wetboek van Strafrecht", ("Sr", "WvSr")),
    ("BWBR0001903", "Wetboek van Strafvordering", ("Sv", "WvSv")),
    ("BWBR0005537", "Algemene wet bestuursrecht", ("Awb",)),
    ("BWBV0001000", "Europees Verdrag voor de Rechten van de Mens", ("EVRM",)),
    ("BWBR0005416", "Gemeentewet", ()),
    ("BWBR0022463", "Wet politiegegevens", ("Wpg",)),
    ("BWBR0005212", "Paspoortwet", ()),
    ("BWBR0039896", "Wet op de inlichtingen- en veiligheidsdiensten 2017", ("Wiv 2017",)),
    ("BWBR0024282", "Wet ter voorkoming van witwassen en financieren van terrorisme", ("Wwft",)),
    ("wet-langdurig-toezicht", "Wet langdurig toezicht", ("Wlt",)),
    (
        "tijdelijke-wet-bestuurlijke-maatregelen-terrorismebestrijding",
        "Tijdelijke wet bestuurlijke maatregelen terrorismebestrijding",
        ("Twbmt",),
    ),
    ("BWBR0003738", "Rijkswet op het Nederlanderschap", ("RWN",)),
)
# Values of the thesaurus with some of the words by which a text is known to speak of them.
_PHENOMENA: Final = (
    Phenomenon("extremisme", ("extremisme", "extremistische", "gewelddadig extremisme")),
    Phenomenon("terrorisme", ("terrorisme", "terroristische", "terrorismebestrijding")),
    Phenomenon("radicalisering", ("radicalisering",)),
    Phenomenon("jihadisme", ("jihadisme", "jihadistische"), ("extremisme",)),
    Phenomenon("rechts-extremisme", ("rechts-extremisme", "rechts-extremistische"), ("extremisme",)),
    Phenomenon("accelerationisme", ("accelerationisme",), ("rechts-extremisme",)),
    Phenomenon("terrorismefinanciering", ("terrorismefinanciering", "financieren van terrorisme"), ("terrorisme",)),
    Phenomenon("uitreizigers", ("uitreizigers", "uitreiziger"), ("jihadisme",)),
)
_GROUPS: Final = "D66 VVD CDA SP SGP PvdA PVV GroenLinks ChristenUnie Volt DENK PvdD BBB JA21 NSC".split()

# Two people whose names another specimen spells in another way; most people of the specimens are not known.
_PERSONS: Final = (
    ("margriet-brinkhuis-postma", "Margriet Brinkhuis-Postma", "Brinkhuis-Postma", "cda"),
    ("joost-zandwijk", "Joost Zandwijk", "Zandwijk", "volt"),
)


_HOUSE, _SENATE = "lid Tweede Kamer", "lid Eerste Kamer"
_MINISTER: Final = "Minister van Justitie en Veiligheid"
_CABINET: Final = (date(2022, 1, 10), date(2024, 7, 2))

# People of the counterpart: a senator and a minister, with the bounds of their roles.
_OTHERS: Final = (
    PersonEntry(
        "anouk-terpstra",
        "Anouk Terpstra",
        ("Terpstra",),
        (Tenure(_SENATE, "Eerste Kamer", "ChristenUnie", date(2019, 6, 11), None, f"anouk-terpstra/{slug(_SENATE)}"),),
    ),
    PersonEntry(
        "ilse-hoekman",
        "Ilse Hoekman",
        ("Hoekman",),
        (Tenure(_MINISTER, "Ministerie", "", *_CABINET, f"ilse-hoekman/{slug(_MINISTER)}"),),
    ),
)


def number_on(dossier: str, day: date) -> int:
    """The number of the paper that one of the known dossiers prints on a day."""
    first, pace = PACE[dossier]
    return 1 + max(0, (day - first).days // pace)


def day_of(dossier: str, number: int) -> date:
    """The day of a paper of one of the known dossiers."""
    first, pace = PACE[dossier]
    return first + timedelta(days=pace * (number - 1))


def _name(surface: str, kind: NameKind, key: str, canonical: str, detail: str = "") -> Name:
    return Name(surface, kind, key, canonical, detail, exact=len(surface) < 9 and surface.isascii())


def _names() -> tuple[Name, ...]:
    found = [
        _name(surface, "organisation", key, short or name, "other")
        for key, name, short in _ORGANISATIONS
        for surface in (name, short)
        if surface
    ]
    for key, name, shorts in _LAWS:
        found.extend(_name(surface, "law", key, name) for surface in (name, *shorts))
    series = "dreigingsbeeld-terrorisme-nederland"
    found.append(
        Name("Dreigingsbeeld Terrorisme Nederland", "policy", series, "Dreigingsbeeld Terrorisme Nederland", "series")
    )
    found.append(Name("DTN", "policy", series, "Dreigingsbeeld Terrorisme Nederland", "series", exact=True))
    uitreizigers = "Rapportage uitreizigers"
    for surface in (uitreizigers, "halfjaarlijkse rapportage uitreizigers"):
        found.append(Name(surface, "policy", "rapportage-uitreizigers", uitreizigers, "series"))
    strategy = "Nationale Contraterrorisme Strategie"
    found.append(Name(strategy, "policy", "ncts-2022-2026", f"{strategy} 2022-2026", "strategy"))
    return tuple(found)


def _series(dossier: str) -> DossierSeries:
    numbers = tuple(range(1, number_on(dossier, _LAST), _EVERY))
    return DossierSeries(dossier, "Veiligheid", numbers, tuple(day_of(dossier, n) for n in numbers))


def _papers() -> dict[str, PaperFact]:
    known = {f"kst-{dossier}-{n}": day_of(dossier, n) for dossier in PACE for n in _series(dossier).numbers}
    return {key: PaperFact(key, day, "brief-regering", "Veiligheid") for key, day in known.items()}


KNOWN: Final = Gazetteer(
    names=_names(),
    persons=(
        *(
            PersonEntry(
                key,
                name,
                (surname,),
                (Tenure(_HOUSE, "tweede-kamer", group, date(2021, 3, 31), None, f"{key}/{slug(_HOUSE)}"),),
            )
            for key, name, surname, group in _PERSONS
        ),
        *_OTHERS,
    ),
    papers=_papers(),
    dossiers={dossier: _series(dossier) for dossier in PACE},
    phenomena=_PHENOMENA,
    groups={slug(name): Name(name, "organisation", slug(name), name, "political-party") for name in _GROUPS},
)
"""The gazetteer of the specimens."""
