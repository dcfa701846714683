"""Measures, instruments and funding that counterterrorism papers name, and cooperation with other states.

The words are those of the field, not of one paper; a measure is stated where a paper uses its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctgraph.dates import edtf
from ctgraph.link.context import Context
from ctgraph.model.claims import Agent, Cooperation, Measure, Ref, Time
from ctgraph.model.mentions import DateReference, LawReference, PostReference

# Name as printed (singular or plural), and the notation of the scheme measure-kind.
_NAMES: tuple[tuple[str, str], ...] = (
    (r"persoonsgerichte aanpak", "approach"),
    (r"(?:integrale|lokale|brede|groepsgerichte) aanpak(?=\s(?:terrorisme|radicalisering|jihadisme))", "approach"),
    (r"zorg- en veiligheidshui(?:s|zen)", "case-consultation"),
    (r"casusoverleg(?:gen)?", "case-consultation"),
    (r"casustafels?", "case-consultation"),
    (r"\w*(?:versterkings|stimulerings|subsidie)gelden", "funding"),
    (r"(?:subsidieregeling|specifieke uitkering)(?:en)?", "funding"),
    (r"kennisversterking", "knowledge-building"),
    (r"paspoortsignalering(?:en)?|paspoortmaatregel(?:en)?", "travel-measure"),
    (r"(?:periodieke )?meldplicht", "power"),
    (r"(?:gebieds|contact|uitreis)verbod(?:en)?", "power"),
    (r"intrekk(?:en|ing) van het Nederlanderschap|intrekken van het Nederlanderschap", "power"),
    (r"ongewenstverklaring(?:en)?|inreisverbod(?:en)?", "travel-measure"),
    (r"bevriezingsmaatregel(?:en)?|nationale sanctielijst(?:en)?", "sanction"),
    (r"strafmaximum|strafverhoging", "criminal-law-measure"),
    (r"reisgegevens|passagiersgegevens", "information-sharing"),
    (r"bewaken en beveiligen|stelsel bewaken en beveiligen", "security-measure"),
    (r"alerteringssysteem", "security-measure"),
    (r"deradicalisering(?:sprogramma)?|re-?integratie(?:programma)?", "prevention"),
)  # fmt: skip
_MEASURE = re.compile("|".join(rf"(?P<k{i}>\b(?:{name})\b)" for i, (name, _) in enumerate(_NAMES)), re.IGNORECASE)
_GROUNDED = re.compile(r"op grond van (?:de |het |artikel )?", re.IGNORECASE)

# Countries by name and by the adjective that goes before an office or a people.
COUNTRIES: dict[str, str] = {
    "Turkije": "Turk", "Irak": "Irak", "Syrië": "Syri", "België": "Belg", "Duitsland": "Duits", "Frankrijk": "Fran",
    "Marokko": "Marok", "Libanon": "Libane", "Jordanië": "Jordaan", "Egypte": "Egypt", "Tunesië": "Tunes",
    "Spanje": "Spaan", "Italië": "Itali", "Somalië": "Somal", "Afghanistan": "Afgha", "Pakistan": "Pakist",
    "Indonesië": "Indones", "Zweden": "Zweed", "Denemarken": "Deen", "Noorwegen": "Noor", "Oostenrijk": "Oostenrijk",
    "Griekenland": "Griek", "Bulgarije": "Bulga", "Zwitserland": "Zwitser", "Rusland": "Russisch", "Oekraïne": "Oekraï",
    "Verenigd Koninkrijk": "Brit", "Verenigde Staten": "Amerika", "Canada": "Canad", "Australië": "Austral",
    "Nederland": "Nederland",
}  # fmt: skip
_COUNTRY = "|".join(COUNTRIES)
# "overleggen tussen Nederland en Turkije", "samenwerking met België": two parties, or one besides the Netherlands.
_BETWEEN = re.compile(
    rf"\b(?P<what>(?:\w+\s)?(?:overleg(?:gen)?|samenwerking|dialoog|verdrag|overeenkomst|memorandum|convenant|werkgroep))"
    rf"[^.;]{{0,60}}?\s(?:tussen\s(?P<one>{_COUNTRY})\sen\s(?P<two>{_COUNTRY})|met\s(?P<with>{_COUNTRY}))\b"
)
_AGREEMENT = re.compile(r"\b(?:de |een )?(?P<what>afspra(?:ak|ken)|overeenkomst)\smet\s(?:de\s)?")
_NAMED = re.compile(r"(?:onder de (?:noemer|naam|titel)|genaamd|geheten)\s«([^»]{3,80})»")


def measures(context: Context) -> list[tuple[int, Measure]]:
    """The measures that the body and the notes name, each name once, with the body offset (-1 in a note)."""
    found: dict[str, tuple[int, Measure]] = {}
    for flow in context.document.flows:
        for named in _MEASURE.finditer(flow.text):
            index = int((named.lastgroup or "k0")[1:])
            name = named.group().lower()
            if name in found:
                continue
            evidence = context.evidence(named.start(), named.end(), "measure.name", 0.75, flow)
            basis = _basis(context, flow.name, flow.text, named.end())
            measure = Measure(context.ref("measure", name), name, _NAMES[index][1], (evidence,), basis)
            found[name] = (named.start() if flow is context.body else -1, measure)
    return list(found.values())


def _basis(context: Context, flow_name: str, text: str, position: int) -> tuple[Ref, ...]:
    """The law named right behind a measure: "… op grond van de Paspoortwet"."""
    grounded = _GROUNDED.search(text, position, position + 40)
    if grounded is None:
        return ()
    return tuple(
        Ref("law", m.value.key)
        for m in context.mentions
        if isinstance(m.value, LawReference) and m.flow.name == flow_name and 0 <= m.start - grounded.end() <= 12
    )[:1]


def cooperations(context: Context) -> Iterator[Cooperation]:
    """Arrangements between states that the body tells of."""
    text = context.text
    for found in _BETWEEN.finditer(text):
        parties = [p for p in (found["one"] or "Nederland", found["two"] or found["with"]) if p]
        start, end = context.sentences.around(found.start())
        named = _NAMED.search(text, found.end(), end)
        if not named and not found["one"]:
            continue
        name = named[1] if named else found["what"]
        yield _cooperation(context, name, tuple(_state(p) for p in parties), found.start(), end, found.end())
    for found in _AGREEMENT.finditer(text):
        start, end = context.sentences.around(found.start())
        other = next((v for m, v in context.between(found.end(), found.end() + 30, PostReference) if v.country), None)
        if other is None:
            continue
        country = next((c for c, stem in COUNTRIES.items() if other.country.startswith(stem)), other.country)
        parties_ = (_state("Nederland"), _state(country))
        yield _cooperation(context, found["what"], parties_, found.start(), end, start)


def _state(name: str) -> Agent:
    slug_ = re.sub(r"[^a-z]+", "-", name.lower().replace("ë", "e").replace("ï", "i"))
    return Agent(Ref("organisation", slug_), name, "state")


def _cooperation(
    context: Context, name: str, parties: tuple[Agent, ...], start: int, end: int, after: int
) -> Cooperation:
    stop = end
    while stop > start and context.text[stop - 1] in " .;,":
        stop -= 1
    evidence = context.evidence(start, stop, "cooperation", 0.75)
    return Cooperation(
        context.ref("cooperation", evidence.readable), name, parties, (evidence,), _since(context, after, end)
    )


def _since(context: Context, start: int, end: int) -> Time | None:
    for mention, value in context.between(start, end, DateReference):
        if edtf.period(value.reading.edtf)[0] is not None:
            return context.time(mention)
    return None
