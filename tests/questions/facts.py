"""What the register of the test graph knows: dossier 36999, its papers and its people are invented.

Votes stand here in the form of the register's own tables, and in that of the open data in the records of `corpus.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from register_tables import Cells

_DOSSIERS: Final[Sequence[Cells]] = (
    {"key": "36996", "title": "Paspoorten"},
    {"key": "36998", "title": "Wet gegevens casusoverleg"},
    {"key": "36999", "title": "Aanpak van extremisme en terrorisme"},
)


def _paper(number: str, day: str, kind: str, title: str, dossier: str = "36999") -> Cells:
    return {
        "key": f"kst-{dossier}-{number}",
        "dossier": dossier,
        "number": number,
        "date": day,
        "kind": kind,
        "title": title,
        "session_year": "2024-2025" if day >= "2024-09-17" else "2023-2024",
    }


_DOCUMENTS: Final[Sequence[Cells]] = (
    _paper("1", "2024-11-05", "voorstel-van-wet", "Voorstel van wet", dossier="36998"),
    _paper("B", "2024-02-13", "motie", "Motie van het lid Oord over een meldplicht"),
    _paper("D", "2024-06-03", "brief-regering", "Moties van beide Kamers"),
    _paper("2", "2023-07-03", "brief-regering", "Paspoorten en uitreizigers"),
    _paper("3", "2023-08-10", "brief-regering", "Jaarplan"),
    _paper("4", "2023-09-20", "brief-regering", "Strategie Veilige Samenleving 2023-2027"),
    _paper("5", "2023-11-14", "brief-regering", "Dreigingsbeeld Terrorisme Nederland 71"),
    _paper("7", "2024-01-18", "motie", "Motie van de leden Zwart en Aalders over accelerationisme"),
    _paper("8", "2024-01-18", "motie", "Motie van het lid Aalders over havens"),
    _paper("9", "2024-01-18", "motie", "Motie van het lid Bakker over gegevens van jongeren"),
    _paper("10", "2024-01-18", "motie", "Motie van het lid De Wit c.s. over de Wet toezicht havens"),
    _paper("11", "2024-02-28", "verslag-commissiedebat", "Verslag van een commissiedebat over extremisme"),
    _paper("12", "2024-03-04", "brief-regering", "Overleg in gemeenten"),
    _paper("20", "2024-12-16", "brief-regering", "Voortgang"),
    _paper("21", "2025-01-10", "brief-regering", "Rapportage uitreizigers"),
    _paper("22", "2025-01-15", "brief-regering", "Evaluatie van de Wet toezicht havens"),
    {
        "key": "h-tk-20232024-40-6",
        "date": "2024-01-18",
        "kind": "handelingen",
        "title": "Debat over de aanpak van extremisme",
        "session_year": "2023-2024",
    },
)


def _vote(number: str, day: str, result: str, in_favour: str, against: str) -> Cells:
    return {
        "key": f"kst-36999-{number}/{day}",
        "motion": f"kst-36999-{number}",
        "date": day,
        "result": result,
        "in_favour": in_favour,
        "against": against,
    }


REGISTER: Final[Mapping[str, Sequence[Cells]]] = MappingProxyType(
    {
        "dossiers": _DOSSIERS,
        "documents": _DOCUMENTS,
        "threat_assessments": (
            {
                "key": "dtn-70",
                "name": "Dreigingsbeeld Terrorisme Nederland 70",
                "series": "dreigingsbeeld-terrorisme-nederland",
                "edition": "70",
                "date": "2023-05-30",
                "level": "aanzienlijk",
                "scale": "five-step",
            },
            {
                "key": "dtn-71",
                "name": "Dreigingsbeeld Terrorisme Nederland 71",
                "series": "dreigingsbeeld-terrorisme-nederland",
                "edition": "71",
                "date": "2023-11-14",
                "letter": "kst-36999-5",
                "level": "substantieel",
                "scale": "five-step",
            },
        ),
        "threat_levels": (
            {
                "key": "proef-2010",
                "name": "Niveau voor de provincie Proef",
                "level": "beperkt",
                "scale": "four-step",
                "area": "provincie Proef",
                "date": "2010-06",
            },
        ),
        "series": (
            {
                "key": "dreigingsbeeld-terrorisme-nederland",
                "name": "Dreigingsbeeld Terrorisme Nederland",
                "aliases": "DTN",
            },
            {
                "key": "rapportage-uitreizigers",
                "name": "Rapportage uitreizigers",
                "aliases": "halfjaarlijkse rapportage uitreizigers",
            },
        ),
        "strategies": (
            {
                "key": "strategie-veilige-samenleving-2018-2022",
                "name": "Strategie Veilige Samenleving 2018-2022",
                "kind": "strategy",
                "valid": "2018/2022",
            },
            {
                "key": "strategie-veilige-samenleving-2023-2027",
                "name": "Strategie Veilige Samenleving 2023-2027",
                "kind": "strategy",
                "valid": "2023/2027",
                "letter": "kst-36999-4",
            },
        ),
        "laws": (
            {
                "key": "BWBV0001000",
                "name": "Europees Verdrag voor de Rechten van de Mens",
                "abbreviation": "EVRM",
                "bwb": "BWBV0001000",
            },
            {"key": "BWBR0005212", "name": "Paspoortwet", "bwb": "BWBR0005212"},
            {
                "key": "wet-toezicht-havens",
                "name": "Wet toezicht havens",
                "abbreviation": "Wth",
                "in_force_from": "2021-07-01",
                "in_force_until": "2026-07-01",
            },
        ),
        "bills": ({"key": "36998", "title": "Wet gegevens casusoverleg", "status": "submitted"},),
        "organisations": (
            {"key": "eerste-kamer", "name": "Eerste Kamer", "kind": "chamber"},
            {
                "key": "ministerie-van-justitie-en-veiligheid",
                "name": "Ministerie van Justitie en Veiligheid",
                "kind": "ministry",
            },
            {"key": "nctv", "name": "NCTV", "kind": "government-service"},
            {"key": "tweede-kamer", "name": "Tweede Kamer", "kind": "chamber"},
            {"key": "wodc", "name": "WODC", "kind": "knowledge-institute"},
        ),
        "groups": (
            {"key": "cda", "name": "CDA", "kind": "political-party"},
            {"key": "d66", "name": "D66", "full_name": "Democraten 66", "kind": "political-party"},
            {"key": "sp", "name": "SP", "kind": "political-party"},
            {"key": "vvd", "name": "VVD", "kind": "political-party"},
        ),
        "persons": (
            {"key": "anna-zwart", "name": "Anna Zwart", "surname": "Zwart"},
            {"key": "bram-groen", "name": "Bram Groen", "surname": "Groen"},
            {"key": "cor-aalders", "name": "Cor Aalders", "surname": "Aalders"},
            {"key": "dirk-bakker", "name": "Dirk Bakker", "surname": "Bakker"},
        ),
        "tenures": (
            {
                "key": "anna-zwart/lid",
                "person": "anna-zwart",
                "role": "lid Tweede Kamer",
                "organisation": "tweede-kamer",
                "group": "d66",
                "since": "2021-03-31",
            },
            {
                "key": "anna-zwart/senator",
                "person": "anna-zwart",
                "role": "lid Eerste Kamer",
                "organisation": "eerste-kamer",
                "group": "d66",
                "since": "2019-06-11",
                "until": "2021-03-30",
            },
            {
                "key": "bram-groen/minister",
                "person": "bram-groen",
                "role": "Minister van Justitie en Veiligheid",
                "organisation": "ministerie-van-justitie-en-veiligheid",
                "group": "vvd",
                "since": "2022-01-10",
            },
            {
                "key": "cor-aalders/lid",
                "person": "cor-aalders",
                "role": "lid Tweede Kamer",
                "organisation": "tweede-kamer",
                "group": "cda",
                "since": "2017-03-23",
            },
            {
                "key": "dirk-bakker/lid",
                "person": "dirk-bakker",
                "role": "lid Tweede Kamer",
                "organisation": "tweede-kamer",
                "group": "sp",
                "since": "2023-12-06",
            },
        ),
        "motions": (
            {
                "key": "kst-36999-B",
                "title": "Motie van het lid Oord over een meldplicht",
                "date": "2024-02-13",
                "submitters": "Oord",
            },
            {
                "key": "kst-36999-7",
                "title": "Motie van de leden Zwart en Aalders over accelerationisme",
                "date": "2024-01-18",
                "submitters": "Zwart [anna-zwart] (d66); Aalders [cor-aalders] (cda)",
                "advice": "oordeel-kamer",
            },
            {
                "key": "kst-36999-8",
                "title": "Motie van het lid Aalders over havens",
                "date": "2024-01-18",
                "submitters": "Aalders [cor-aalders] (cda)",
            },
            {
                "key": "kst-36999-9",
                "title": "Motie van het lid Bakker over gegevens van jongeren",
                "date": "2024-01-18",
                "submitters": "Bakker [dirk-bakker] (sp)",
                "advice": "ontraden",
            },
            {
                "key": "kst-36999-10",
                "title": "Motie van het lid De Wit c.s. over de Wet toezicht havens",
                "date": "2024-01-18",
                "submitters": "De Wit (sp); Zwart [anna-zwart] (d66); Bakker [dirk-bakker] (sp)",
            },
        ),
        "decisions": (
            _vote("B", "2024-02-20", "adopted", "d66; sp", "vvd; cda"),
            _vote("7", "2024-01-23", "held-over", "", ""),
            _vote("7", "2024-01-30", "adopted", "d66 9; cda 5; sp 5 mistaken", "vvd 24"),
            _vote("8", "2024-01-30", "adopted", "cda 5; vvd 24; d66 9", "sp 5"),
            _vote("9", "2024-01-30", "rejected", "sp 5", "vvd 24; d66 9; cda 5"),
            _vote("10", "2024-01-30", "adopted", "d66 9; cda 5; sp 5; vvd 24", ""),
        ),
        "outcomes": (
            {
                "key": "evaluatie-wet-toezicht-havens",
                "what": "Evaluatie van de Wet toezicht havens",
                "kind": "study",
                "motion": "kst-36999-10",
                "words": "evaluatie; havens",
                "document": "kst-36999-22",
                "date": "2025-01-15",
            },
            {
                "key": "rapportage-uitreizigers-2024",
                "what": "Rapportage uitreizigers",
                "kind": "report",
                "series": "rapportage-uitreizigers",
                "words": "rapportage; uitreizigers",
                "document": "kst-36999-21",
                "date": "2025-01-10",
            },
        ),
    }
)
"""Every table by its name, each row with only the cells that it needs."""
