"""Grammar of people's names in parliamentary Dutch: one name, its group, lists of names. Bounded, no backtracking.

Examples: "Van der Werf (D66)" · "Michon Derkzen" (a hyphen lost in print) · "D. Yeşilgöz-Zegerius" ·
"Kröger en Grashoff" · "Laçin/Beckerman" · "HIDDEMA" in a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ctgraph.identifiers import slug
from ctgraph.model.gazetteer import Gazetteer
from ctgraph.model.mentions import PersonReference

_PARTICLE = (
    r"(?:[Vv]an (?:der|den|de|het|'t|’t)|[Vv]an|[Dd]e la|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Ee]l|[Aa]l|[Vv]on|[Dd]u"
    r"|[Ll]e|[Ll]a|[Oo]p (?:de|den|het)|[Ii]n (?:'t|’t|de|der)|[’']t|[Uu]it de|[Bb]in)"
)
# A capitalised word of a name: letters, inner hyphens and apostrophes ("Van Haga-Smit", "O’Brien", "Özütok").
# It is a whole word: not the "Pvd" of "PvdA".
_WORD = (
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿā-ž’'A-ZÀ-ÖØ-ÞĀ-Ž]*[a-zà-öø-ÿā-ž]"
    r"(?![A-ZÀ-ÖØ-ÞĀ-Ž])(?:-(?:van |van der |de |van den |el |al )?[A-Za-zÀ-ž’']+){0,3}"
)
_INITIALS = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž](?:h|j|th)?\.\s?){1,6}"

# One name: initials, then up to four capitalised words with particles. It stops before a comma, a bracket and any
# lower-case word that is no particle. Must not match a lone particle ("Van", "De") at the start of a sentence.
NAME = re.compile(
    rf"(?:{_INITIALS}[ ]?(?:\([A-Z][a-zà-ž]+\)[ ])?)?(?:{_WORD}[ ])?(?:{_PARTICLE}[ ]){{0,2}}{_WORD}"
    rf"(?:[ ](?:{_PARTICLE}[ ])?{_WORD}){{0,2}}"
)
# A name in capitals, as headings print it; ends before EN, C.S., OVER, TER, a comma or a bracket.
CAPITALS = re.compile(
    r"(?!EN\b|C\.S|OVER\b|TER VERV)[A-ZÀ-ÖØ-ÞĀ-Ž][A-ZÀ-ÖØ-ÞĀ-Ž’'-]+"
    r"(?:\s(?!EN\b|C\.S|OVER\b|TER VERV|DAT\b)[A-ZÀ-ÖØ-ÞĀ-Ž’'-]{2,}){0,4}"
)
# "J.P.H.Donner": initials printed without a space behind them.
_GLUED = re.compile(r"\.(?=[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-ž])(?!\.[A-Z]h\.|\.[A-Z][hj]\.)")
# What stands between two names of a list.
_AND = re.compile(r"\s?(?:,\s(?:en\s)?|\s?/\s?|\sen\s(?:het\slid\s|de\sleden\s|mevrouw\s|de\sheer\s)?|\sEN\s)")
_CUM_SUIS = re.compile(r"\s?,?\s?[cC]\.\s?[sS]\.")
# The group behind a name: " (D66)", "( PVV )", " (Groep van Haga)". Not "(Kamerstuk 29 754, nr. 5)".
# "(allen D66)" and "(beiden VVD)" behind a list hold for all its names. Before it may stand the mark of a note,
# "Berg1 (D66)", or a page's sign for more, "Berg i (D66)".
_GROUP = re.compile(r"(?:\si|[1-9]\d?)?\s?\(\s?(?P<shared>(?:allen?|beiden?)\s)?(?P<group>[A-Z0-9][^()\n]{0,28}?)\s?\)")
# The group as it is said: " van de VVD", " namens de fractie van de Partij van de Arbeid".
_FOR_GROUP = re.compile(
    r"\s(?:namens|van)\s(?:de\s|het\s)?(?:fractie\svan\s(?:de\s|het\s)?)?"
    r"([A-Z0-9][\w+»-]{1,14}(?:\s(?:v(?:an|oor)\s(?:de\s|het\s)?)?[A-Z][a-z]+){0,2})"
)
# What somebody is in a list: " (voorzitter)", " (ondervoorzitter)".
_ROLE = re.compile(r"\s\((?:(?:plaatsvervangend|fungerend|plv\.)\s)?(?:onder|vice-)?(?:voorzitter|rapporteur)\)")
_SPOKEN = re.compile(r"\s(?=van\s|namens\s)")
# Words that a sentence may set in front of or behind a name, and that are none.
_NO_NAME = frozenset(
    "De Het Een In Op Voor Met Dat Dit Deze Die Er Ik Wij Hij Zij Ook Kamer Minister Staatssecretaris Kamerstuk "
    "Kamerstukken Mevrouw Heer Mevr Dhr Handelingen Voorzitter Motie Regering Kabinet Nederland Nederlandse Europese "
    "Tweede Eerste Griffier Kamerlid Kamerleden Fractievoorzitter Senator Collega Aanhangsel".split()
)


_PARTICLES_FIRST = ("De ", "Het ", "Op de ", "Op den ", "Op het ", "In 't ", "In ’t ", "In de ", "In der ")
"""Of the words above, those that begin a name when more of it follows."""


class Named(Struct, frozen=True):
    """A name at `[start, end)`, the clean offset `after` its group, and what it says."""

    start: int
    end: int
    after: int
    person: PersonReference
    shares: bool = False
    """Whether the group is that of all names before it: "(allen D66)"."""


class NameList(Struct, frozen=True):
    """Names in the order printed; `end` is behind the last one and its group; `c.s.` behind it is included."""

    names: tuple[Named, ...]
    end: int
    others_unnamed: bool


def group_name(printed: str, gazetteer: Gazetteer) -> str:
    """The canonical name of a party or group as printed, "" if it is none that the gazetteer knows.

    >>> group_name("D»66", Gazetteer())
    ''
    """
    key = slug(printed)
    known = gazetteer.groups.get(key) or gazetteer.groups.get(key.replace("-", ""))
    return known.canonical if known else ""


def name_at(text: str, position: int, gazetteer: Gazetteer, capitals: bool = False) -> Named | None:
    """The name that starts at a position, with the group in brackets behind it."""
    found = (CAPITALS if capitals else NAME).match(text, position)
    if found is None:
        return None
    start, end = found.span()
    while end > start and text[start:end].rsplit(" ", 1)[-1] in _NO_NAME:
        end = max(start, text.rfind(" ", start, end))
    if not capitals:
        end = _before_spoken_group(text, start, end, gazetteer)
    words = text[start:end]
    if words.islower() or not words:
        return None
    if words.split(" ", 1)[0] in _NO_NAME and not words.startswith(_PARTICLES_FIRST):
        return None
    if "." in words:
        words = _GLUED.sub(". ", words)
    party, after, shares = _group_behind(text, end, gazetteer)
    return Named(start, end, after, PersonReference(_cased(words) if capitals else words, party=party), shares)


def _apart(named: Named, text: str, gazetteer: Gazetteer) -> tuple[Named, ...]:
    """The two known members whom a hyphen joins ("motie Van Baarle-Dassen"), else the one as it stands."""
    words = text[named.start : named.end]
    if "-" not in words or slug(words) in gazetteer.surnames:
        return (named,)
    for hyphen in re.finditer("-", words):
        first, second = words[: hyphen.start()], words[hyphen.end() :]
        if slug(first) in gazetteer.surnames and slug(second) in gazetteer.surnames:
            middle = named.start + hyphen.start()
            return (
                Named(named.start, middle, middle, replace(named.person, name=first)),
                Named(middle + 1, named.end, named.after, replace(named.person, name=second)),
            )
    return (named,)


def _before_spoken_group(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a name ends whose words run on into its group: "Dijksma van de Partij van de Arbeid"."""
    if "van" not in text[start:end] and "namens" not in text[start:end]:
        return end
    for spoken in _SPOKEN.finditer(text, start, end):
        if _spoken_group(text, spoken.start(), gazetteer):
            return spoken.start()
    return end


def names_at(text: str, position: int, gazetteer: Gazetteer, capitals: bool = False, most: int = 30) -> NameList | None:
    """The list of names that starts at a position."""
    names: list[Named] = []
    end = position
    while len(names) < most:
        named = name_at(text, position, gazetteer, capitals)
        if named is None:
            break
        names.extend(_apart(named, text, gazetteer))
        end = named.after
        if named.shares:
            names = [replace(n, person=replace(n.person, party=named.person.party)) for n in names]
        link = _AND.match(text, end)
        if link is None:
            break
        position = link.end()
    if not names:
        return None
    unnamed = _CUM_SUIS.match(text, end)
    return NameList(tuple(names), unnamed.end() if unnamed else end, unnamed is not None)


def members_at(text: str, position: int, gazetteer: Gazetteer, capitals: bool = False) -> Iterator[Named]:
    """The members named from a position on, over "c.s." too: "de leden Jansen c.s., De Wit c.s. en Kat c.s."."""
    found = names_at(text, position, gazetteer, capitals)
    while found is not None:
        yield from found.names
        link = _AND.match(text, found.end) if found.others_unnamed else None
        found = names_at(text, link.end(), gazetteer, capitals) if link else None


def group_behind(text: str, end: int, gazetteer: Gazetteer) -> str:
    """The group in brackets at a position, "" if there is none."""
    return _group_behind(text, end, gazetteer)[0] if text[end : end + 2] == " (" else ""


def _group_behind(text: str, end: int, gazetteer: Gazetteer) -> tuple[str, int, bool]:
    """The group behind a name, where it ends, and whether the names before share it."""
    bracket = _GROUP.match(text, end)
    if bracket:
        printed = bracket["group"]
        known = group_name(printed, gazetteer)
        if known:
            return known, bracket.end(), bracket["shared"] is not None
        if not any(c.isdigit() for c in printed) and printed.startswith(("Groep ", "Lid ", "Fractie ")):
            return printed, bracket.end(), False
    elif text.startswith(" (", end) and (role := _ROLE.match(text, end)):
        return "", role.end(), False
    return _spoken_group(text, end, gazetteer), end, False


def _spoken_group(text: str, position: int, gazetteer: Gazetteer) -> str:
    spoken = _FOR_GROUP.match(text, position)
    if spoken is None:
        return ""
    words = spoken[1].split(" ")
    printed = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((known for name in printed if (known := group_name(name, gazetteer))), "")


def _cased(capitals: str) -> str:
    """A name in capitals as it is written in a sentence: "VAN DER WERF" -> "Van der Werf"."""
    words = [
        w.capitalize() if "-" not in w else "-".join(p.capitalize() for p in w.split("-")) for w in capitals.split()
    ]
    particles = {"Der", "Den", "De", "Het", "Van", "Ten", "Ter"}
    return " ".join(w.lower() if i and w in particles else w for i, w in enumerate(words))
