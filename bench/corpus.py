"""Papers to measure with: real motions under new numbers where they are at hand, and composed letters and motions.

The composed ones are in the official XML form and state no facts. Sizes and the density of references are those of
letters to parliament: one sentence in four names a paper, a motion, a date, a law or a body; 10 to 100 kB a letter.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

PROSE = (
    "De aanpak richt zich op het voorkomen van nieuwe aanwas en op het tijdig onderkennen van risico’s.",
    "Gemeenten, politie en zorg werken daarbij samen en delen wat zij zien, ieder vanuit de eigen taak.",
    "Dat vraagt om vakmanschap, om ruimte voor maatwerk en om geduld bij alle betrokkenen.",
    "In de praktijk blijkt dat vroege signalen vaak bij scholen en wijkteams terechtkomen.",
    "De afgelopen jaren is geïnvesteerd in kennis, in opleiding en in de uitwisseling van ervaringen.",
    "Waar het lokaal nodig is, kan extra ondersteuning worden gevraagd, ook voor kleine gemeenten.",
    "Het beeld verschilt van plaats tot plaats en verandert met de tijd.",
    "Daarom blijft het van belang dat de inzet in verhouding staat tot de dreiging.",
    "De rechten van burgers zijn daarbij steeds het uitgangspunt.",
    "Er is geen reden om aan te nemen dat deze ontwikkeling zich op korte termijn keert.",
    "Professionals geven aan dat zij behoefte hebben aan heldere kaders en aan rust in de uitvoering.",
    "Over de uitkomsten daarvan blijft het kabinet met alle partners in gesprek.",
)
NAMING = (
    "In mijn brief van {day} ben ik daarop ingegaan (Kamerstuk {dossier}, nr. {number}).",
    "De motie van het lid {name} (Kamerstuk {dossier}, nr. {number}) verzoekt de regering om nader onderzoek.",
    "Deze motie is niet volledig uitvoerbaar, omdat een wettelijke grondslag ontbreekt.",
    "De NCTV en de AIVD werken daarbij samen met de politie en het Openbaar Ministerie.",
    "Op grond van artikel {article} van de Paspoortwet kan een paspoort worden geweigerd.",
    "Uw Kamer wordt hierover voor de zomer van {year} geïnformeerd.",
    "Tijdens het commissiedebat van {day} heb ik toegezegd uw Kamer daarover te informeren.",
    "Met de Tijdelijke wet bestuurlijke maatregelen terrorismebestrijding is daarin voorzien.",
)
NOTES = ("Kamerstuk {dossier}, nr. {number}.", "Handelingen II {year}/{next}, nr. {article}, item {item}.")
NAMES = ("De Wit", "Van den Berg", "Jansen", "El Amrani", "De Groot", "Smeets", "Van Leeuwen", "Dekker")
MONTHS = ("januari", "maart", "april", "juni", "september", "november")

_NUMBER = re.compile(r"(<ondernummer[^>]*>)\d+(</ondernummer>)")
_RECORD = re.compile(r"kst-[\w-]+?(?=/metadata\.xml|\")")


def papers(count: int, real: Path | None, letters: float = 0.3, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield `count` papers as (file name, bytes), `letters` of them letters; the same seed gives the same papers."""
    dice = random.Random(seed)
    models = [path.read_text(encoding="utf-8-sig") for path in sorted(real.glob("*.xml"))] if real else []
    for n in range(count):
        identifier = f"kst-{90_000 + n // 900}-{1 + n % 900}"
        if dice.random() < letters:
            text = _letter(identifier, dice)
        elif models:
            text = _renumbered(models[n % len(models)], identifier)
        else:
            text = _motion(identifier, dice)
        yield f"{identifier}.xml", text.encode()


def _renumbered(model: str, identifier: str) -> str:
    """A real motion under a number that no paper has; its dossier in the text stays as it was."""
    number = identifier.rsplit("-", 1)[1]
    return _NUMBER.sub(rf"\g<1>{number}\g<2>", _RECORD.sub(identifier, model))


def _motion(identifier: str, dice: random.Random) -> str:
    name = dice.choice(NAMES)
    body = [
        "De Kamer,",
        "gehoord de beraadslaging,",
        *(f"overwegende dat {dice.choice(PROSE)[:-1].lower()};" for _ in range(4)),
        f"verzoekt de regering om {dice.choice(PROSE)[:-1].lower()},",
        "en gaat over tot de orde van de dag.",
        name,
    ]
    return _paper(identifier, f"MOTIE VAN HET LID {name.upper()}", "".join(f"<al>{each}</al>" for each in body))


def _letter(identifier: str, dice: random.Random) -> str:
    size, made, parts = dice.randint(10_000, 100_000), 0, list[str]()
    while made < size:
        part = f"<tussenkop>Onderwerp {len(parts) + 1}</tussenkop>" if len(parts) % 6 == 0 else _paragraph(dice)
        parts.append(part)
        made += len(part)
    return _paper(identifier, "BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID", "".join(parts))


def _paragraph(dice: random.Random) -> str:
    words = [_said(dice.choice(NAMING), dice) if dice.random() < 0.25 else dice.choice(PROSE) for _ in range(6)]
    if dice.random() < 0.3:
        at = dice.randrange(1, 999)
        note = _said(dice.choice(NOTES), dice)
        words.append(f'<noot id="n{at}" type="voet"><noot.nr>{at}</noot.nr><noot.al>{note}</noot.al></noot>')
    return f"<al>{' '.join(words)}</al>"


def _said(form: str, dice: random.Random) -> str:
    year = dice.randint(2015, 2024)
    return form.format(
        day=f"{dice.randint(1, 28)} {dice.choice(MONTHS)} {year}",
        dossier=f"{dice.randint(29, 36)} {dice.randint(100, 999)}",
        number=dice.randint(1, 700),
        name=dice.choice(NAMES),
        article=dice.randint(1, 90),
        item=dice.randint(1, 20),
        year=year,
        next=str(year + 1)[2:],
    )


def _paper(identifier: str, title: str, body: str) -> str:
    _, dossier, number = identifier.split("-")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<officiele-publicatie><metadata>'
        f'<meta name="DC.identifier" scheme="OVERHEIDop.ParlID" content="{identifier}"/></metadata><kamerstuk>'
        '<kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2023-2024</tekstregel></kamerstukkop>'
        f"<dossier><dossiernummer><dossiernr>{dossier[:2]} {dossier[2:]}</dossiernr></dossiernummer>"
        "<titel>Samengestelde stukken</titel></dossier>"
        f'<stuk><stuknr>Nr. <ondernummer kamer="2">{number}</ondernummer></stuknr><titel>{title}</titel>'
        '<datumtekst>Voorgesteld <datum isodatum="2024-03-12">12 maart 2024</datum></datumtekst>'
        f'<algemeen><vrije-tekst><tekst status="goed">{body}</tekst></vrije-tekst></algemeen></stuk></kamerstuk>'
        "</officiele-publicatie>\n"
    )
