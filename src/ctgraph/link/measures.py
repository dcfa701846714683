"""Measures, instruments and funding that counterterrorism papers name, and cooperation with other states.

The words are those of the field, not of one paper; a measure is stated where a paper uses its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from ctgraph.dates import edtf
from ctgraph.link.context import Context
from ctgraph.model.claims import Agent, Cooperation, Measure, Ref, Time
from ctgraph.model.document import Flow
from ctgraph.model.mentions import DateReference, LawReference, PolicyReference, PostReference
from ctgraph.text.lowering import lower

# The names of measures by the notation of their kind (scheme measure-kind), singular and plural as papers print them.
# A name that begins with a hyphen is the end of a compound: "-gelden" in "versterkingsgelden".
_NAMES: dict[str, tuple[str, ...]] = {
    "approach": (
        "persoonsgerichte aanpak", "integrale aanpak terrorisme", "lokale aanpak radicalisering",
        "groepsgerichte aanpak", "wijkgerichte aanpak", "integrale aanpak", "lokale aanpak", "ketenaanpak",
    ),
    "case-consultation": (
        "casusoverleg", "casusoverleggen", "casustafel", "casustafels",
    ),
    "funding": ("-versterkingsgelden", "-stimuleringsgelden", "-subsidieregeling", "specifieke uitkering"),
    "knowledge-building": ("kennisversterking",),
    "travel-measure": (
        "paspoortsignalering", "paspoortsignaleringen", "paspoortmaatregel", "paspoortmaatregelen", "uitreisverbod",
        "uitreisverboden", "inreisverbod", "inreisverboden", "ongewenstverklaring", "ongewenstverklaringen",
    ),
    "power": (
        "meldplicht", "gedragsaanwijzing", "gedragsaanwijzingen",
        "gebiedsverbod", "gebiedsverboden", "contactverbod", "contactverboden",
        "intrekken van het Nederlanderschap", "intrekking van het Nederlanderschap",
    ),
    "sanction": ("bevriezingsmaatregel", "bevriezingsmaatregelen", "nationale sanctielijst"),
    "criminal-law-measure": ("strafmaximum", "strafverhoging"),
    "information-sharing": ("passagiersgegevens", "reisgegevens"),
    "security-measure": ("stelsel bewaken en beveiligen", "bewaken en beveiligen", "alerteringssysteem"),
    "prevention": ("deradicalisering", "deradicaliseringsprogramma", "re-integratie", "reïntegratie"),
}  # fmt: skip
# Words that are a measure with a name of its own behind them only: "programma Sterke Wijken", "regeling Veilige Buurt".
_TITLED: dict[str, str] = {
    "programma": "approach", "actieplan": "approach", "regeling": "funding", "subsidieregeling": "funding",
}  # fmt: skip
# "«Samen sterk»", "Sterke Wijken", and an adjective with its noun: "Weerbare wijken"; not "Europe heeft".
_TITLE = re.compile(
    r"\s«[^»]{3,60}»"
    r"|\s[A-ZÀ-Þ][a-zà-ž]{2,20}e\s(?!(?:wordt|heeft|kan|zal|loopt|biedt|voor|door|met|naar|over|sluit|geldt)\b)[a-zà-ž]{4,20}(?![\w-])"
    r"|(?:\s[A-ZÀ-Þ][a-zà-ž]{2,20}){1,4}(?![\w-])"
)
_KINDS = {name.lstrip("-").lower(): kind for kind, names in _NAMES.items() for name in names}
_SUFFIXES = frozenset(name.lstrip("-").lower() for names in _NAMES.values() for name in names if name[0] == "-")
_KINDS |= _TITLED
_SURFACES = tuple(_KINDS)
_AUTOMATON = AhoCorasick(list(_SURFACES), matchkind=MatchKind.LeftmostLongest)
_LONGEST_LAW = 240
"""Characters of a law's name, from its first word to a measure inside it."""
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
    rf"(?P<what>(?:overleg(?:gen)?|samenwerking|dialoog|verdrag|overeenkomst|memorandum|convenant|werkgroep))"
    rf"(?:[^.;]{{0,60}}?\s(?:tussen\s(?P<one>{_COUNTRY})\sen\s(?P<two>{_COUNTRY})|met\s(?P<with>{_COUNTRY}))\b"
    rf"|\s(?P<first>{_COUNTRY})\sen\s(?P<second>{_COUNTRY})\b)"
)
_AGREEMENT = re.compile(r"(?P<what>afspra(?:ak|ken)|overeenkomst)\smet\s(?:de\s)?")
_NAMED = re.compile(r"(?:onder de (?:noemer|naam|titel)|genaamd|geheten)\s«([^»]{3,80})»")


class Measured(Struct, frozen=True):
    """The measures of a document, each name once with its first body offset (-1 if only a note has it).

    `places` are all body offsets at which one is named, ascending.
    """

    measures: tuple[tuple[int, Measure], ...]
    places: tuple[tuple[int, Ref], ...]


def measures(context: Context) -> Measured:
    """The measures that the body and the notes name."""
    found: dict[str, tuple[int, Measure]] = {}
    places: list[tuple[int, Ref]] = []
    for flow in context.document.flows:
        in_body = flow is context.body
        for index, start, end in _AUTOMATON.find_matches_as_indexes(lower(flow.text)):
            begin = _begin(flow.text, start, end)
            if begin is None or (in_body and _in_law(context, begin)):
                continue
            stop = _title_end(context, flow, begin, end)
            if stop is None:
                continue
            name = flow.text[begin:stop].lower()
            if name not in found:
                measure = _measure(context, flow, begin, stop, _KINDS[_SURFACES[index]])
                found[name] = (begin if in_body else -1, measure)
            if in_body:
                places.append((begin, found[name][1].ref))
    return Measured(tuple(found.values()), tuple(places))


def _in_law(context: Context, position: int) -> bool:
    """Whether a place is inside the name of a law: "Wet gegevensverwerking persoonsgerichte aanpak …"."""
    near = context.between(max(0, position - _LONGEST_LAW), position, LawReference)
    return any(position < mention.end for mention, _ in near)


def _title_end(context: Context, flow: Flow, begin: int, end: int) -> int | None:
    """Where a measure's own name behind its kind ends; None where there must be one and is none.

    A law or a policy document of that name is none: "Regeling wapens en munitie", "programma" of a strategy.
    """
    word = flow.text[begin:end]
    if word.lower() not in _TITLED:
        return end
    titled = _TITLE.match(flow.text, end) if word.islower() else None
    if titled is None:
        return end if word.lower() in _SUFFIXES else None
    others = (m for kind in (PolicyReference, LawReference) for m, _ in context.between(begin, titled.end(), kind))
    return None if flow is context.body and any(others) else titled.end()


def _measure(context: Context, flow: Flow, begin: int, end: int, kind: str) -> Measure:
    printed = flow.text[begin:end]
    name = printed if printed[: printed.find(" ")].lower() in _TITLED else printed.lower()
    evidence = context.evidence(begin, end, "measure.name", 0.75, flow)
    basis = _basis(context, flow.name, flow.text, end)
    return Measure(context.ref("measure", name), name, kind, (evidence,), basis)


def _begin(text: str, start: int, end: int) -> int | None:
    """Where the word begins of which a name is the whole or, for some names, the end; None inside other words."""
    if end < len(text) and text[end].isalnum():
        return None
    begin = start
    while begin and text[begin - 1].isalnum():
        begin -= 1
    return begin if begin == start or text[start:end].lower() in _SUFFIXES else None


def _basis(context: Context, flow_name: str, text: str, position: int) -> tuple[Ref, ...]:
    """The law named right behind a measure: "… op grond van de Paspoortwet"."""
    grounded = _GROUNDED.search(text, position, position + 40)
    if grounded is None:
        return ()
    return tuple(
        Ref("law", m.value.key)
        for m in context.of_kind(LawReference)
        if isinstance(m.value, LawReference) and m.flow.name == flow_name and 0 <= m.start - grounded.end() <= 12
    )[:1]


def cooperations(context: Context) -> Iterator[Cooperation]:
    """Arrangements between states that the body tells of."""
    text = context.text
    for at in context.cues["cooperation"]:
        found = _BETWEEN.match(text, at)
        if found is None:
            continue
        both = found["one"] or found["first"]
        parties = [p for p in (both or "Nederland", found["two"] or found["second"] or found["with"]) if p]
        start, end = context.near(at)
        named = _NAMED.search(text, found.end(), end)
        if not named and not both:
            continue
        name = named[1] if named else found["what"]
        yield arrangement(context, name, tuple(state(p) for p in parties), at, end, start)
    for at in context.cues["agreement"]:
        found = _AGREEMENT.match(text, at)
        if found is None:
            continue
        start, end = context.near(at)
        other = next((v for m, v in context.between(found.end(), found.end() + 30, PostReference) if v.country), None)
        if other is None:
            continue
        parties_ = (state("Nederland"), state(country_of(other.country)))
        yield arrangement(context, found["what"], parties_, at, end, start)


def country_of(adjective: str) -> str:
    """The country of an adjective: "Turkse" is of "Turkije"; an unknown one stands for itself."""
    return next((country for country, stem in COUNTRIES.items() if adjective.startswith(stem)), adjective)


def state(name: str) -> Agent:
    """A state by its Dutch name."""
    slug_ = re.sub(r"[^a-z]+", "-", name.lower().replace("ë", "e").replace("ï", "i"))
    return Agent(Ref("organisation", slug_), name, "state")


def arrangement(
    context: Context, name: str, parties: tuple[Agent, ...], start: int, end: int, after: int
) -> Cooperation:
    """An arrangement told at `[start, end)` of the body; its time is the first in `[after, end)`."""
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
