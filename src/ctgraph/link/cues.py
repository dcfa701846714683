"""Words at which linking looks closer, found in one pass; patterns are then matched at the hit only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ahocorasick_rs import AhoCorasick

_WORDS: dict[str, tuple[str, ...]] = {
    "study": ("evaluatie", "onderzoek", "studie", "verkenning", "effectmeting"),
    "bill": ("wetsvoorstel",),
    "offer": ("bijgaand", "hierbij", "bijgevoegd", "bij deze brief"),
    "cooperation": (
        "overleg", "samenwerking", "dialoog", "verdrag", "overeenkomst", "memorandum", "convenant", "werkgroep",
    ),
    "agreement": ("afspra", "overeenkomst"),
    "promise": ("toegezegd", "toezegging", "heb ik gezegd", "kamer", " u ", "u ontvangt",
        "ik zal", "zal ik", "wij zullen",
        "zullen wij", "u wordt", "u zal", "u zult", "f volgt", "u krijgt", "u hoort", "zegde", " terug", "toekomen",
        "beloofd", "zei ik", "zei de", "zei zij", "zei hij", "zei mij", "zei ons", "zei toen", "zei u", "toezei",
        "staten-generaal", "parlement", "zeiden wij", "gezegd", "zou van", "zouden van", "van mij", "zou nog",
        "zouden nog", "op verzoek van", "de zomer", "reces", "zodra", "ommekomst", "korte termijn",
        "spoedig", "binnenkort", "voornemen", "tegemoet", "volgende", "aangegeven", "aangekondigd", "aangeboden",
        "afgesproken", "spraken", "bereid verklaard", "kondigde", "verschuldigd",
        "stref", "streef", "streven", "zeg", "vooruitzicht"),
    "intention": ("kabinet", "regering", "de kaders van", "het kader van", "onderdeel van", "in lijn met"),
    "report": ("rapport",),
    "meeting": ("reisde", "bezoek", "bezocht", "sprak", "overlegde", "gesproken", "overlegd", "overleg gevoerd"),
    "agreed": (" af dat", "afgesproken"),
    "wish": ("wens", "verzoek van", "oproep van", "vraag van", "vragen van"),
    "practice": ("praktijk", "gebruikelijk", "vast beleid", "werkwijze", "sindsdien", "iedere", "ieder", "elke", "elk ",
        "uitgewisseld", "gedeeld", "wisselen", "wisselt", "vormgegeven", "vorm gegeven", "uitgevoerd", "georganiseerd",
        "gecoördineerd"),
    "saying": ("zal ik", "zullen wij", "zullen we", "ik zal", "ik ga", "ga ik", "wij zullen", "we zullen", "toezeg",
        "stuur", "zend", "brief", "terug", "van mij", "bereid", "zoek ", "leg ", "voeg", "kom ik", "ik kom", "krijg",
        "ontvang", "ik hou", "hou ik", "zorg ", "geleid", "neem",
        "ik laat", "laat ik", "schriftelijk", "breng", "ter inzage", "koppel", "informeer"),
}  # fmt: skip
_TERMS = tuple((word, name) for name, words in _WORDS.items() for word in words)
_AUTOMATON = AhoCorasick([word for word, _ in _TERMS])

Cues = Mapping[str, Sequence[int]]


def find_cues(lowered: str) -> Cues:
    """The clean offsets of the cue words of a flow, given in lower case, by class, ascending."""
    found: dict[str, list[int]] = {name: [] for name in _WORDS}
    for index, start, _ in _AUTOMATON.find_matches_as_indexes(lowered, overlapping=True):
        found[_TERMS[index][1]].append(start)
    return found
