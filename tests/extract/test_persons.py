"""People by the frames that name them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.model.gazetteer import PersonEntry
from ctgraph.model.mentions import PersonReference
from extract.factories import document
from link.factories import GAZETTEER, account


def read(text: str) -> list[tuple[str, str, str]]:
    """What is found in a text: name, group, office."""
    found = read_mentions(document(text), scanner(GAZETTEER))
    return [(m.value.name, m.value.party, m.value.office) for m in found if isinstance(m.value, PersonReference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mevrouw De Wit (D66):", [("De Wit", "D66", "")]),
        ("de heer De Wit van de SP vroeg", [("De Wit", "SP", "")]),
        ("de heer Jansen van D66", [("Jansen", "D66", "")]),
        ("meneer Jansen zei", [("Jansen", "", "")]),
        ("collega De Wit zei", [("De Wit", "", "")]),
        ("zijn Zweedse ambtgenoot De Wit", [("De Wit", "", "")]),
        ("haar Franse ambtsgenoten Kat en De Wit", [("Kat", "", ""), ("De Wit", "", "")]),
        ("Dat is zo. Collega De Wit zei", [("De Wit", "", "")]),
        ("de initiatiefnemers De Wit en Berg", [("De Wit", "", ""), ("Berg", "", "")]),
        ("Vragenuur: Vragen De Wit", [("De Wit", "", "")]),
        ("10.15 uur: Debat over Oslo (De Wit), spreektijd", [("De Wit", "", "")]),
        (
            "vragen van de leden Berg en Bos (beiden D66), Aanhangsel Handelingen",
            [("Berg", "D66", ""), ("Bos", "D66", "")],
        ),
        ("de heer De Wit van de fractie van de SP zei", [("De Wit", "SP", "")]),
        ("aan senator Jansen is toegezegd", [("Jansen", "", "")]),
        ("het amendement-De Wit c.s. op stuk nr. 9", [("De Wit", "", "")]),
        ("burgemeester Halsema zei", [("Halsema", "", "")]),
        ("Kamerlid De Wit (D66) vroeg", [("De Wit", "D66", "")]),
        ("minister-president Schoof zei", [("Schoof", "", "Minister-President")]),
        ("burgemeester Aboutaleb van Rotterdam zei", [("Aboutaleb", "", "")]),
        ("burgemeester Van Zanen van Den Haag zei", [("Van Zanen", "", "")]),
        ("Geachte heer Van Weel,", [("Van Weel", "", "")]),
        ("de initiatiefnota-Van Wijngaarden c.s. over", [("Van Wijngaarden", "", "")]),
        (
            "de ministers Van der Steur en Koenders gaan",
            [("Van der Steur", "", "Minister"), ("Koenders", "", "Minister")],
        ),
        ("Brief minister van JenV - D. De Wit d.d. 7 juli", [("D. De Wit", "", "Minister van JenV")]),
        ("mr. dr. J. Jansen en drs. Omtzigt zeggen", [("J. Jansen", "", ""), ("Omtzigt", "", "")]),
        ("Opgesteld door K. Jansma en N. El Idrissi.", [("K. Jansma", "", ""), ("N. El Idrissi", "", "")]),
        (
            "Vragen van de leden Jansen, Piet de Wit en Kat (allen D66)",
            [("Jansen", "D66", ""), ("Piet de Wit", "D66", ""), ("Kat", "D66", "")],
        ),
        (
            "overleg met Minister Opstelten van Veiligheid en Justitie over",
            [("Opstelten", "", "Minister van Veiligheid en Justitie")],
        ),
        ("minister Karien van Gennip zei", [("Karien van Gennip", "", "Minister")]),
        (
            "Aanwezig: de leden Jansen (voorzitter), De Wit en Kat. Afwezig met kennisgeving: Van Dam.",
            [("Jansen", "", ""), ("De Wit", "", ""), ("Kat", "", ""), ("Van Dam", "", "")],
        ),
        ("Tegenwoordig zijn 2 leden, te weten:\n\nJansen en Kat,", [("Jansen", "", ""), ("Kat", "", "")]),
        (
            "de volgende leden zich hebben afgemeld:\n\nJansen en Kat, wegens ziekte;\n\nVan Dam, wegens bezigheden.",
            [("Jansen", "", ""), ("Kat", "", ""), ("Van Dam", "", "")],
        ),
        ("sprekers: Jansen, De Wit en Kat", [("Jansen", "", ""), ("De Wit", "", ""), ("Kat", "", "")]),
        ("met als sprekers Jansen en Kat", [("Jansen", "", ""), ("Kat", "", "")]),
        ("de motie van Jansen en Kat is uitgevoerd", [("Jansen", "", ""), ("Kat", "", "")]),
        ("de motie van Jansen over havens", [("Jansen", "", "")]),
        ("het lid Jansen namens Van Dam", [("Jansen", "", ""), ("Van Dam", "", "")]),
        ("mijn ambtsvoorganger Jansen zei", [("Jansen", "", "")]),
        ("Collega Jansen zal dat doen", [("Jansen", "", "")]),
        ("de hoogleraren Jansen en De Wit", [("Jansen", "", ""), ("De Wit", "", "")]),
        ("de bewindspersonen Jansen en Kat", [("Jansen", "", ""), ("Kat", "", "")]),
        ("de dames Jansen en Kat", [("Jansen", "", ""), ("Kat", "", "")]),
        ("een motie van Jansen (D66) en Kat (D66)", [("Jansen", "D66", ""), ("Kat", "D66", "")]),
        ("Motie-Jansen (D66)", [("Jansen", "D66", "")]),
        (
            "De Ministers van Justitie en Veiligheid en van Defensie, A.B. Jansen en C. de Wit",
            [
                ("A.B. Jansen", "", "Minister van Justitie en Veiligheid"),
                ("C. de Wit", "", "Minister van Defensie"),
            ],
        ),
        ("De griffier van de commissie, Brood", [("Brood", "", "")]),
        ("mijn ambtgenoot van Buitenlandse Zaken, A.B. Berg, sprak", [("A.B. Berg", "", "")]),
        ("sprak met de heer Berg van de VN over", [("Berg", "", "")]),
        (
            "gaat over tot de orde van de dag,\n\nBerg\nTer Smit,\nVan Dam.\n",
            [("Berg", "", ""), ("Ter Smit", "", ""), ("Van Dam", "", "")],
        ),
        ("Wij gaan naar de orde van de dag.\n\nBerg\n", []),
        (
            "Tot zover.\n\nDe Minister van Justitie en Veiligheid,\nBerg\n",
            [("Berg", "", "Minister van Justitie en Veiligheid")],
        ),
        ("Voorzitter: Jansen", [("Jansen", "", "")]),
        (
            "Antwoord van Staatssecretaris Jansen (Veiligheid en Justitie), van Minister De Wit (Rechtsbescherming)",
            [
                ("Jansen", "", "Staatssecretaris van Veiligheid en Justitie"),
                ("De Wit", "", "Minister voor Rechtsbescherming"),
            ],
        ),
        ("- Indiener: D. de Wit, minister van Defensie (D66)", [("D. de Wit", "D66", "Minister van Defensie")]),
        ("- Indiener: K.L. Berg, minister van Defensie\nVolgens", [("K.L. Berg", "", "Minister van Defensie")]),
        ("K. Berg, adjunct-griffier en Th.C. Wit, vicepresident", [("K. Berg", "", ""), ("Th.C. Wit", "", "")]),
        ("J. Berg, voorzitter van de vaste commissie voor Buitenlandse Zaken (D66)", [("J. Berg", "", "")]),
        ("- Indiener: I. el Berg, Tweede Kamerlid", [("I. el Berg", "", "")]),
        ("minister president Schoof zei", [("Schoof", "", "Minister-President")]),
        ("Volgens Anna de Wit (D66) is dat", [("Anna de Wit", "D66", "")]),
        ("Mevrouw De Wit i (D66):", [("De Wit", "D66", "")]),
        ("motie van het lid De Wit1 (D66) over", [("De Wit", "D66", "")]),
        (
            "de leden Jansen c.s., De Wit c.s. en Kat c.s. over",
            [("Jansen", "", ""), ("De Wit", "", ""), ("Kat", "", "")],
        ),
        (
            "De griffier van de vaste commissie voor Defensie, Berg Voorzitter: Jansen Griffier: Kat",
            [("Berg", "", ""), ("Jansen", "", ""), ("Kat", "", "")],
        ),
        (
            "de heer Berg, minister voor Basis- en Voortgezet Onderwijs en Media, zei",
            [("Berg", "", "Minister voor Basis- en Voortgezet Onderwijs en Media")],
        ),
        ("De Minister van Justitie, J.P.H.Donner", [("J.P.H. Donner", "", "Minister van Justitie")]),
        ("De Minister van Justitie, Th.C. Donner", [("Th.C. Donner", "", "Minister van Justitie")]),
        (
            "zijn twee leden der Kamer, te weten: Bontes en Van der Werf,",
            [("Bontes", "", ""), ("Van der Werf", "", "")],
        ),
    ],
)
def test_reads(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A frame gives the name, with its group and office."""
    assert read(text) == expected


def test_van_of_a_known_name_is_no_preposition() -> None:
    """Where only a Van Campen is known, "motie van Campen" is his, and of nobody called Campen."""
    known = PersonEntry("dirk-van-campen", "Dirk van Campen", ("Van Campen",), ())
    gazetteer = replace(GAZETTEER, persons=(*GAZETTEER.persons, known))
    found = read_mentions(document("de motie van Campen/ Boswijk over havens"), scanner(gazetteer))

    assert [m.value.name for m in found if isinstance(m.value, PersonReference)] == ["van Campen", "Boswijk"]


@pytest.mark.parametrize(
    "text",
    [
        "de leden der Kamer",
        "motie van Nederland en",
        "namens Nederland",
        "de hoogleraren Strafrecht en Staatsrecht",
        "de bewindspersonen Justitie en Veiligheid",
        "de motie van wantrouwen",
        "collega van Jansen",
        "de leden van de Tweede Kamer",
        "De voorzitter: Dank u wel.",
        "Burgemeester Visschersstraat 3",
        "een collega van mij",
        "mijn ambtgenoot Binnenlandse Zaken",
        "haar ambtgenoot van Defensie",
        "premier league",
        "Premier League begint.",
        "Debat over Oslo (Amsterdam)",
        "Zij gaat. Dat is het (De Wit)",
        "Vragen De Wit",
        "de minister van Justitie en Veiligheid (D66)",
        "de staatssecretaris Koninkrijksrelaties en Digitalisering",
        "brief van 3 mei, minister van Defensie",
    ],
)
def test_leaves_alone(text: str) -> None:
    """Bodies, streets and plain words are nobody."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("D. De Wit\nMinister van Defensie", [("D. De Wit", "", "Minister van Defensie")]),
        ("Dilan De Wit,\nDe Minister van Defensie", [("Dilan De Wit", "", "Minister van Defensie")]),
        ("De Minister van Defensie,\nmr. drs. D. De Wit", [("D. De Wit", "", "Minister van Defensie")]),
        ("De Minister van Defensie, De Minister van Financiën,\nD. De Wit K. Jansen", [
            ("D. De Wit", "", "Minister van Defensie"), ("K. Jansen", "", "Minister van Financiën"),
        ]),
        ("De griffier,\nHessing-Puts", [("Hessing-Puts", "", "")]),
        ("Nationale Veiligheid en meer.\nMinister van Defensie", []),
        ("De Staatssecretaris Rechtsbescherming,\nA.C.L. Rutte", [
            ("A.C.L. Rutte", "", "Staatssecretaris Rechtsbescherming"),
        ]),
        ("De Staatssecretaris Rechtsbescherming zegt dat.", []),
        ("Terrorismebestrijding\nMinister van Defensie", []),
        ("De vice-president van de Raad van State,\nTh.C. de Graaf", [("Th.C. de Graaf", "", "")]),
        ("BRIEF VAN DE MINISTER\nAan genoemde motie wordt gewerkt.", []),
        ("Ook de griffier, Burger van Delft, was er.", []),
        ("De griffier, Burger die er was, zei dat.", []),
    ],
)  # fmt: skip
def test_reads_who_signed(closing: str, expected: list[tuple[str, str, str]]) -> None:
    """Office and name stand above each other in either order, or two of each beside each other."""
    assert read(f"Tekst.\n\n{closing}") == expected


def test_a_name_above_an_office_signs_only_at_the_end() -> None:
    """In the midst of a paper a line above an office may be anything."""
    assert read("Tekst.\n\nD. De Wit\nMinister van Defensie\n\n" + "Dit is een zin. " * 80) == []


@pytest.mark.parametrize("kind", ["AMENDEMENT", "GEWIJZIGD AMENDEMENT", "TWEEDE NADER GEWIJZIGD AMENDEMENT"])
def test_names_under_an_amendment(kind: str) -> None:
    """An amendment is signed at its end, one name to a line."""
    made = account(f"35 977 Wijziging\n\nNr. 11 {kind} VAN HET LID BERG\n\nDit regelt iets.\n\nBerg\nDe Wit\n")
    signed = [m.value.name for m in made.mentions if isinstance(m.value, PersonReference) and m.value.signs]

    assert sorted(signed) == ["Berg", "De Wit"]
