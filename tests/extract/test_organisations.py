"""Organisations by name and by form."""

from __future__ import annotations

import pytest

from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.model.gazetteer import Gazetteer, Name
from ctgraph.model.mentions import OrganisationReference
from extract.factories import document
from link import factories

GAZETTEER = Gazetteer(
    names=(
        *factories.GAZETTEER.names,
        Name("Europees Parlement", "organisation", "europees-parlement", "Europees Parlement", "international-body"),
        Name("BZK", "organisation", "ministerie-van-bzk", "Ministerie van BZK in full", "ministry", exact=True),
        Name("Forum", "organisation", "fvd", "FVD", "political-party", exact=True),
    )
)


def read(text: str) -> list[str]:
    """What is found in a text: the name."""
    found = read_mentions(document(text), scanner(GAZETTEER))
    return [m.value.name for m in found if isinstance(m.value, OrganisationReference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de vaste commissie voor Justitie en Veiligheid heeft", ["vaste commissie voor Justitie en Veiligheid"]),
        ("de NCTV meldt", ["NCTV"]),
        ("in PI Vught en P.I. Rotterdam", ["Penitentiaire Inrichting Vught", "Penitentiaire Inrichting Rotterdam"]),
        ("de Penitentiaire Inrichting Zwolle heeft", ["Penitentiaire Inrichting Zwolle"]),
        ("de penitentiaire inrichting Zwolle, API Vught en een PI met", []),
        ("de Adviescommissie voor Havenzaken meldt", ["Adviescommissie voor Havenzaken"]),
        ("het Steunpunt Havens in Den Haag", ["Steunpunt Havens"]),
        ("een steunpunt in Den Haag", []),
        ("de commissie De Wit meldt", ["commissie De Wit"]),
        ("de vaste commissie voor Defensie\n\nDe voorzitter", ["vaste commissie voor Defensie"]),
        ("VASTE COMMISSIE VOOR BUITENLANDSE ZAKEN\n\nAgenda", ["vaste commissie voor Buitenlandse Zaken"]),
        ("AGENDA VAN DE VASTE COMMISSIE VOOR DEFENSIE\n", []),
        ("VERSLAG VAN DE COMMISSIE VOOR DEFENSIE\n", []),
        ("de Raad voor de Kinderbescherming en de NCTV", ["Raad voor de Kinderbescherming", "NCTV"]),
        (
            "de vaste commissie voor Immigratie en Asiel / JBZ-Raad heeft",
            [
                "vaste commissie voor Immigratie en Asiel / JBZ-Raad",
            ],
        ),
        ("het Institute for Strategic Dialogue en de NCTV", ["Institute for Strategic Dialogue", "NCTV"]),
        ("het Global Internet Forum to Counter Terrorism is", ["Global Internet Forum to Counter Terrorism"]),
        (
            "De UN Office on Drugs and Crime en de EU Internet Forum.",
            ["UN Office on Drugs and Crime", "EU Internet Forum"],
        ),
        ("groepen als The Base en de inmiddels ontbonden Atomwaffen Division, de", ["The Base", "Atomwaffen Division"]),
        ("organisaties zoals Blood & Honour en Nederlandse jongeren", ["Blood & Honour"]),
        ("de gemeente Bergen op Zoom en", ["Gemeente Bergen op Zoom"]),
        ("Gemeenten als Zoetermeer en Delft zien", ["Gemeente Zoetermeer", "Gemeente Delft"]),
        (
            "de gemeenten Arnhem, Delft en ’s-Hertogenbosch",
            [
                "Gemeente Arnhem",
                "Gemeente Delft",
                "Gemeente 's-Hertogenbosch",
            ],
        ),
        ("het Europees Parlement en de Raad van 29 april 2021", ["Europees Parlement", "Raad van de Europese Unie"]),
        ("het Europees Parlement en de Raad van State", ["Europees Parlement"]),
        ("de vaste commissie voor BZK heeft", ["vaste commissie voor BZK in full"]),
        ("Rb. Rotterdam 12 april 2021 en HR 31 mei 2016; HR beleid", ["Rechtbank Rotterdam", "Hoge Raad"]),
        ("de rechtbank van Den Haag oordeelde", ["Rechtbank Den Haag"]),
        ("de rechtbank Alkmaar, de rechtbank te Assen", ["Rechtbank Alkmaar", "Rechtbank Assen"]),
        ("de rechtbank Zwolle-Lelystad op", ["Rechtbank Zwolle-Lelystad"]),
        ("de vaste commissie voor Justitie1 en de", ["vaste commissie voor Justitie"]),
        ("de vaste Kamercommissie voor Defensie en", ["vaste commissie voor Defensie"]),
        ("de commissie voor de Verzoekschriften heeft", ["commissie voor de Verzoekschriften"]),
        ("het Gezamenlijk Comité Terreur (hierna: GCT) is er. Het GCT meldt GCTX", ["Gezamenlijk Comité Terreur"] * 3),
        ("Raad voor de Veiligheid & Rechtsorde.", ["Raad voor de Veiligheid & Rechtsorde"]),
        ("de NCTV en de Stichting Voorbeeld en Europol", ["NCTV", "Stichting Voorbeeld", "Europol"]),
        ("Gezamenlijk Comité Terreur\n\nDe Minister", ["Gezamenlijk Comité Terreur"]),
        (
            "het Landelijk Expertisecentrum Jeugd (LEJ) en het Instituut voor Crisismanagement (COT)",
            [
                "Landelijk Expertisecentrum Jeugd",
                "Landelijk Expertisecentrum Jeugd",
                "Instituut voor Crisismanagement",
                "Instituut voor Crisismanagement",
            ],
        ),
        ("Volgens Stichting Voorbeeld is", ["Stichting Voorbeeld"]),
        ("Evaluatierapport Bureau Voorbeeld", ["Bureau Voorbeeld"]),
        ("Ontwerp Terrorist Screening Center", ["Terrorist Screening Center"]),
        ("Rapport Stichting Europol", ["Stichting Europol"]),
        ("Instellingsbesluit Gezamenlijk Comité Terreur", ["Gezamenlijk Comité Terreur"]),
        ("Forum stemde tegen", ["FVD"]),
        ("de fractie van Forum en de NCTV’s inzet", ["FVD", "NCTV"]),
    ],
)
def test_reads(text: str, expected: list[str]) -> None:
    """Known names and forms make a body."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ECLI:VN:C:2015:29",
        "Richtlijn 2014/41/VN",
        "bewonerscommissie De Reigers",
        "de commissie meldt",
        "de rechtbank Daarom en de rechtbank Het",
        "een universiteit",
        "kenmerk Min-AIVD.2021.9132",
        "de minister van BZK en de staatssecretarissen van BZK",
        "een Nationaal Forum",
        "het Forum to counter",
        "een gemeente Ik",
        "de gemeenten in Nederland",
        "groepen als deze en organisaties als de onze",
        "een Office in",
    ],
)
def test_leaves_alone(text: str) -> None:
    """A word that only ends in "commissie" names no committee, and part of a number no body."""
    assert read(text) == []
