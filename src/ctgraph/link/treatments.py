"""Where a paper treats a motion: from the sentence that names it on, and in sentences that mean it without its name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ctgraph.link.context import Context, Section
from ctgraph.link.motion_lists import is_label
from ctgraph.link.motions import LinkedMention
from ctgraph.link.wording import holds, wording
from ctgraph.model.claims import Ref

# A sentence speaks of the motion without naming it: "Hiermee …", "Hiervoor …", "Daarmee …", "Deze motie …".
_POINTS_BACK = wording(
    r"(?:deze|de|die|voornoemde|genoemde|bedoelde) (?:gewijzigde )?motie\b(?! (?:over|inzake|van|door)\b)",
    r"(?:beide|deze|die|genoemde) (?:\w+ )?moties\b",
    r"(?:hier|daar)(?:mee|voor|aan|op|toe)\b",
    r"(?:hiervan|daarvan|ervan) (?:\w+ ){0,3}(?:af|afgezien)\b",
    r"(?:dit|dat|deze|die|het) (?:eerste |tweede )?(?:verzoek|vraagstuk|punt|onderwerp|thema|oproep)\b",
    r"uitvoer",
    r"(?:de|deze|die|genoemde) (?:vijf |drie |twee )?(?:verzoeken|criteria)\b",
    r"(?:het|de) (?:eerste|tweede|laatste) (?:verzoek|onderdeel|deel|dictum|is|wordt|heb)\b",
)
_ELSEWHERE = wording(r"toezegging\b", r"wens van (?:uw|de) Kamer\b")
# The sentence straight behind the one that names a motion goes on about it: "Die is uitgevoerd", "Dat is gebeurd". Not
# "Die wet is afgerond", nor the same words further on.
_AT_ONCE = re.compile(
    r"(?:Die|Deze|Zij|Dat|Dit)\s(?:is|wordt|werd|zal|kan|heb|heeft|voer|voert|acht|beschouw|blijkt|betrek|betrekt|neem"
    r"|neemt|loopt|blijft|zijn|voeren|krijgt|ontraad|valt|komt|leg|legt|laat|wijs|wijst|volg|volgt|honoreer|honoreert|weeg"
    r"|weegt|wens|wenst|merk|doe|doet|mag|maakt|werk|werkt|pak|pakt|geldt|vormt|zie|ziet|hebben|worden|zullen|kunnen|gaat"
    r"|ga)\s|(?:Daar|Hier)\s(?:\w+\s){1,6}(?:aan|mee|in)\b"
    r"|(?:Het\skabinet|De\sregering|Ik|Wij)\s(?:beschouw|acht|voer|betrek|neem|zie|zal|kan|heb|heeft|ontraad|doe)\w{0,2}\s"
    r"(?:haar|deze|die|hem)\s"
    r"|(?:Het\skabinet|De\sregering|Ik|Wij|De\s[Mm]inister|De\s[Ss]taatssecretaris)\s(?:\w+\s){0,3}?"
    r"(?:onderzoek|onderzoekt|onderzoeken|bezie|beziet|bezien|bekijk|bekijkt|bekijken|verken|verkent|verkennen)\s"
    r"[^.]{0,80}\b(?:of|hoe|op\swelke\swijze)\s(?:dat|dit|het\sverzoek|de\smotie)\b"
    r"|[A-Z][\w-]+\s(?:[\w-]+\s){0,6}?(?:voert|voeren|voerde|pakt|pakken|werkt|werken|heeft|hebben|neemt|nemen)\s(?:dit|deze|die|haar)\s"
    r"(?:uit|in|op|niet|ter|mee|ook|nu|al|thans|momenteel|inmiddels|reeds|samen|met|door|via|verder|destijds|ontraden|uitgevoerd|opgepakt)\b"
)
_COURTESY = 24
"""Characters of what a reply begins with before it comes to the matter: "Voorzitter.", "Dank u wel."."""
_SINGLE = re.compile(r"\b(?:deze|de|die|voornoemde|genoemde|bedoelde) (?:gewijzigde )?motie\b", re.IGNORECASE)
# Between two motions of which the same is said: "(29 754, nr. 5), ", " en de ". Not " is uitgevoerd en de ".
_JOINED = re.compile(
    r"(?:\s?\([^()]{1,80}\)|\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|,"
    r"|\s(?:en|alsmede|evenals|als|zowel|de|ook|van\s(?:het\slid|de\sleden|mevrouw|de\sheer))\b)*\s?-?"
)
# One of the motions that a sentence has named together: "De eerste is uitgevoerd", "de tweede motie", "laatstgenoemde
# motie". Not "de eerste helft", "de laatste tijd".
_PLACE = re.compile(
    r"\b(?:de\s)?(?P<place>eerste|tweede|derde|vierde|laatste|eerstgenoemde|laatstgenoemde)"
    r"(?:\smotie\b|\s(?=(?:is|wordt|werd|zal|kan|heb|heeft|voer|voert|acht|beschouw|blijkt|betrek|neem|geef)\s))",
    re.IGNORECASE,
)
_PLACE_WORDS = ("eerst", "tweede", "derde", "vierde", "laatst")
_PLACES = {"eerste": 0, "eerstgenoemde": 0, "tweede": 1, "derde": 2, "vierde": 3, "laatste": -1, "laatstgenoemde": -1}
# A motion of which a question is asked is told of in its answer: "Antwoord 3", "Antwoord". Not "Antwoordnummer".
_ANSWER = re.compile(r"(?:Antwoord(?:en)?|Beantwoording|Reactie)\b", re.IGNORECASE)
# The paper of a motion on a line apart, below which the next line tells how it fares: "Kamerstuk 29 754, nr. 5".
PAPER_LINE = re.compile(
    r"\s*(?:Kamerstuk(?:ken)?\s(?:II?\s)?(?:\d{4}[/–-]\d{2,4},\s)?)?\d\d[\s.]?\d{3}[^.;:\n]{0,16},\s(?:nr\.\s?)?\w{1,4}\.?\s*"
)
# A line that gives nothing but the debate and the paper of a motion: "VAO Drones, 3 mei 2022 (29 754, nr. 5)". Not "In
# het debat is de motie (29 754, nr. 5) besproken".
DEBATE_LINE = re.compile(
    r"\s*(?:[A-Z]\w+\s)?(?:\w*debat|\w*overleg|vragenuur|\w*behandeling|\w*beschouwingen|V?AO|VSO|WGO|CD|TMD)\b[^.;:()\n]{0,100}"
    r"\((?:Kamerstuk\s)?\d\d[\s.]?\d{3}[^.;:()\n]{0,16},\s(?:nr\.\s?)?\w{1,4}\)\.?\s*",
    re.IGNORECASE,
)
# A heading that means the motion named last: "Uitvoering van de motie". Not "De motie over scholen", "Moties".
_ON_IT = re.compile(r"\b(?:de|deze|die)\s(?:aangenomen\s|aanvaarde\s)?motie$", re.IGNORECASE)
_FURTHER = 8
"""Sections behind one that names a motion in whose headings "de motie" is looked for."""
_AHEAD = 6
"""Sentences behind one that names several motions in which "de tweede" is looked for."""
_PART = re.compile(r";\s")
SIDE_BY_SIDE = 8
"""Motions named side by side that are treated together: a longer list is a list."""


class Placed(Struct, frozen=True):
    """A stretch that means one of several motions by its place among them, clean offsets."""

    start: int
    end: int
    motion: Ref


class Apart:
    """The stretches that mean one motion by its place, to be kept from the others that were named with it."""

    def __init__(self, found: Sequence[Placed]) -> None:
        self._found = found
        self._starts = [item.start for item in found]
        self._by_motion: dict[Ref, list[Placed]] = {}
        for item in found:
            self._by_motion.setdefault(item.motion, []).append(item)
        self.starts = frozenset(self._starts)

    def of(self, motion: Ref) -> Sequence[Placed]:
        """The stretches that mean a motion."""
        return self._by_motion.get(motion, ())

    def cut(self, start: int, stop: int) -> int:
        """Where a stretch ends that holds nothing of these: at the first of them, or at its own end."""
        index = bisect_left(self._starts, start + 1)
        return min(stop, self._starts[index]) if index < len(self._starts) else stop


def treatments(context: Context, full: Sequence[LinkedMention]) -> Sequence[tuple[Ref, int, int]]:
    """Where each motion is treated: from the sentence that names it to the next motion or heading.

    The only motion of a paper is treated to its end: behind a heading "de motie" can mean no other. Motions named side
    by side are treated together. What a question asks of one is told in its answer.
    """
    mentioned = tuple(map(id, full))
    if mentioned not in context.treated:
        context.treated[mentioned] = tuple(full), tuple(_treatments(context, full))
    return context.treated[mentioned][1]


def _treatments(context: Context, full: Sequence[LinkedMention]) -> Iterator[tuple[Ref, int, int]]:
    alone = len({item.motion for item in full}) == 1
    for item, following in zip(full, _following(context, full), strict=True):
        start, _ = context.sentences.around(item.mention.start)
        end = following.mention.start if following else len(context.text)
        stop = len(context.text) if alone else _answered(context, context.section_of(item.mention.start), end)
        if following is not None and following.mention.start < stop:
            next_sentence, _ = context.sentences.around(following.mention.start)
            stop = next_sentence if next_sentence > item.mention.end else following.mention.start
        if item.motion is not None:
            yield item.motion, start, stop


def _answered(context: Context, section: Section, end: int) -> int:
    """Where a section ends, with the one behind it that answers it, or a later one before `end` on "de motie"."""
    stop = section.end
    for _ in range(_FURTHER):
        if stop >= end:
            break
        following = context.section_of(stop)
        if stop == section.end and _goes_on_below(following.heading):
            return following.end
        if following.heading[-5:].lower() == "motie" and _ON_IT.search(following.heading):
            return following.end
        stop = following.end
    return section.end


def _goes_on_below(heading: str) -> bool:
    """Whether a section goes on about the motion above: its answer, or what a card gives of it."""
    beside = PAPER_LINE.fullmatch(heading) or DEBATE_LINE.fullmatch(heading)
    return bool(_ANSWER.match(heading) or beside or is_label(heading))


def _following(context: Context, full: Sequence[LinkedMention]) -> list[LinkedMention | None]:
    """For each mention the next one of another motion that is not named beside it, gathered from the end."""
    found: list[LinkedMention | None] = []
    following: LinkedMention | None = None
    chained = 0
    for index in range(len(full) - 1, -1, -1):
        after = full[index + 1] if index + 1 < len(full) else None
        beside = after is not None and joined(context, full[index], after)
        chained = chained + 1 if beside else 0
        if after is not None and after.motion != full[index].motion and (not beside or chained >= SIDE_BY_SIDE):
            following, chained = after, 0
        found.append(following)
    return found[::-1]


def joined(context: Context, one: LinkedMention, other: LinkedMention) -> bool:
    """Whether two motions are named side by side, so that what follows is said of both."""
    return _JOINED.fullmatch(context.text, one.mention.end, other.mention.start) is not None


def speaks_of(context: Context, full: Sequence[LinkedMention], motion: Ref, begin: int, end: int, first: int) -> bool:
    """Whether a sentence of a treatment, which begins at the sentence `first`, is about the motion treated."""
    if begin != context.sentences.at(first)[0]:
        lowered = context.text[begin:end].lower()
        at_once = _AT_ONCE.match(context.text, begin) and _is_next(context, first, begin)
        if not (at_once or _POINTS_BACK.fits(lowered)) or _ELSEWHERE.fits(lowered):
            return False
    return not _names_other(full, motion, begin, end)


def _is_next(context: Context, first: int, begin: int) -> bool:
    """Whether a sentence stands straight behind another, or begins what the next speaker says in reply to it."""
    sentences = context.sentences
    if begin == sentences.at(first + 1)[0]:
        return True
    if not context.turns:
        return False
    turns = context.turns
    turn = bisect_right(turns, sentences.at(first)[0], key=lambda mention: context.line_of(mention.start))
    if turn == len(turns):
        return False
    index = sentences.index(turns[turn].start) + 1
    while index + 1 < len(sentences) and sentences.at(index)[1] - sentences.at(index)[0] < _COURTESY:
        if sentences.at(index)[0] == begin:
            return True
        index += 1
    return index < len(sentences) and sentences.at(index)[0] == begin


def means_the_last(words: str) -> bool:
    """Whether words say "deze motie", which of several named together means the last."""
    return _SINGLE.search(words) is not None


def _names_other(full: Sequence[LinkedMention], motion: Ref, begin: int, end: int) -> bool:
    """Whether a sentence names only another motion in full."""
    first = bisect_left(full, begin, key=lambda item: item.mention.start)
    last = bisect_left(full, end, lo=first, key=lambda item: item.mention.start)
    return first < last and all(full[index].motion != motion for index in range(first, last))


def placed(context: Context, full: Sequence[LinkedMention]) -> list[Placed]:
    """The stretches behind a sentence with several motions that say "de eerste" or "de laatste motie", in order."""
    groups = list(_groups(context, full))
    found: list[Placed] = []
    for number, (index, after, motions) in enumerate(groups):
        until = groups[number + 1][0] if number + 1 < len(groups) else len(context.sentences)
        found.extend(_in_tail(context, index, after, motions))
        for further in range(index + 1, min(index + 1 + _AHEAD, until, len(context.sentences))):
            start, end = context.sentences.at(further)
            told = holds(context.lowered[start:end], _PLACE_WORDS)
            named = _PLACE.search(context.text, start, end) if told else None
            if named and (further == index + 1 or "motie" in named[0] or _goes_on(found, start)):
                found.extend(_placed(start, end, named["place"], motions))
            elif not named and _goes_on(found, start) and _AT_ONCE.match(context.text, start):
                found.append(Placed(start, end, found[-1].motion))
    return found


def _goes_on(found: Sequence[Placed], start: int) -> bool:
    """Whether the sentence before told of another of the motions by its place."""
    return bool(found) and 0 <= start - found[-1].end <= 2


def _in_tail(context: Context, index: int, after: int, motions: Sequence[Ref]) -> Iterator[Placed]:
    """The parts of the sentence itself, behind its last motion: "…; aan de laatste wordt gewerkt."."""
    _, end = context.sentences.at(index)
    starts = [part.end() for part in _PART.finditer(context.text, after, end)]
    for start, stop in zip(starts, [*starts[1:], end], strict=False):
        named = _PLACE.search(context.text, start, stop)
        if named:
            yield from _placed(start, stop, named["place"], motions)


def _placed(start: int, end: int, place: str, motions: Sequence[Ref]) -> Iterator[Placed]:
    at = _PLACES[place.lower()]
    if at < len(motions):
        yield Placed(start, end, motions[at])


def _groups(context: Context, full: Sequence[LinkedMention]) -> Iterator[tuple[int, int, tuple[Ref, ...]]]:
    """Each sentence that names several motions: its number, where the last of them ends, and they in order."""
    sentence, after = -1, 0
    motions: dict[Ref, None] = {}
    for item in full:
        index = context.sentences.index(item.mention.start)
        if index != sentence:
            if len(motions) > 1:
                yield sentence, after, tuple(motions)
            sentence, motions = index, {}
        after = item.mention.end
        if item.motion is not None:
            motions[item.motion] = None
    if len(motions) > 1:
        yield sentence, after, tuple(motions)
