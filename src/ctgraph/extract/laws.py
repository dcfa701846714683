"""Laws by name or abbreviation, with the articles cited of them.

Names come from the gazetteer, from the shape of a title (`law_titles`), and from what the paper itself defines:
"(hierna: Twbmt)", "(Wiv 2017)", "Twbmt (Tijdelijke wet …)". Definitions hold for the whole paper, so that the
caller reads them first, over the pages of all flows:

    defined = law_definitions(pages)
    for page in pages: find_laws(page, defined)

Rules and their confidence: `law.name` 0.99 (gazetteer), `law.defined` 0.95, `law.title` 0.8 (shape alone),
`law.abbreviation` 0.8 (unknown, but an article is cited of it); with an article `law.article`, same confidence;
`law.pointer` 0.7 for an article of a law that is only pointed back to ("artikel 5 van die wet").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
from msgspec import Struct, field
from msgspec.structs import replace

from ctgraph.extract import articles
from ctgraph.extract.law_pointers import FURTHEST, find_pointers, is_law_text
from ctgraph.extract.law_titles import HEADS, Known, read_title
from ctgraph.extract.scan import NameHit, Page, Triggers, stands_alone
from ctgraph.identifiers import slug
from ctgraph.model.mentions import LawReference, Mention

TRIGGERS: Triggers = MappingProxyType(
    {"law-word": ("wet", "besluit", "regeling", "verdrag", "handvest", "statuut", "reglement"), **articles.TRIGGERS}
)

# More definitions than this in one paper are none.
_MOST_DEFINITIONS: Final = 200

# Names of up to this length are words too ("Sr" behind a name of a person): they need an article.
_SHORT: Final = 2
# Behind a name, what makes it another law: "Wiv 2002", "Wetboek van Strafrecht BES".
_OTHER: Final = re.compile(r"\s(?P<which>(?:1[89]|20)\d\d(?![\w/–-])|BES(?!\w))")

# The constitution of another country: "de Turkse Grondwet"; not "Nederlandse Grondwet" or "Deze Grondwet".
_FOREIGN: Final = re.compile(r"(?<!\w)(?!Nederlandse|Onze|Deze)[A-Z][a-zë]+(?:se|ische|ijnse)\s$")
# "(hierna: Twbmt)", ", hierna te noemen «de Wet»,", "(verder: PGA-wet)": a name with a capital; not "(hierna: de
# Minister)", which names somebody else (see _stands_for).
_HEREAFTER: Final = re.compile(
    r"\s?[(,]\s?(?:hierna|verder|voortaan)(?:\s(?:ook|verder|te|noemen|afgekort|aangeduid|als|genoemd)){0,5}?:?\s?"
    r"[«“\"‘'„]?(?:(?:de|het)\s)?(?P<term>(?=[^\s),]{0,14}[A-Z])\w[\w-]{1,20}(?:\s\d{4})?)[»”\"’']?(?=\s?[),.;])"
)
# "(Wiv 2017)" and ", de Wwft," behind a name, "Twbmt (" before one; believed only if its letters stand in the name.
_ABBREVIATION: Final = r"(?P<term>[A-Z][A-Za-z]{1,9}(?:-?wet)?(?:\s(?:19|20)\d\d)?)"
_BRACKETED: Final = re.compile(rf"\s?\([«“\"]?{_ABBREVIATION}[»”\"]?\)")
_APPOSED: Final = re.compile(rf"\s?,\s(?:de|het)\s{_ABBREVIATION}(?=\s?[,;.)])")
# Not the last word of a name that its abbreviation follows: "… en de Fundamentele Vrijheden (EVRM)".
_EXPLAINED: Final = re.compile(rf"(?<![\w-])(?![A-Z][a-z]{{5,}}(?<!wet)\s\(){_ABBREVIATION}\s\((?:de\s|het\s)?$")

# An unknown abbreviation that an article is cited of: two capitals ("WWM", "VwEU"), or a capital and consonants
# only ("Wpg", "Awb", "Sr"); not a word such as "Wat" or "De".
_CITED_ONLY: Final = re.compile(r"(?:[A-Z][a-z]{0,4}[A-Z][A-Za-z]{0,4}|[A-Z][b-df-hj-np-tv-xz]{1,5})(?![\w-])")
# "Protocol nr. 7 bij het EVRM", "het Zevende (Aanvullend) Protocol bij het EVRM"; not "het protocol bij het".
_PROTOCOL: Final = re.compile(
    r"(?<!\w)(?:(?:Eerste|Tweede|Derde|Vierde|Vijfde|Zesde|Zevende|Achtste|Negende|Elfde|Twaalfde|Dertiende|Veertiende"
    r"|Vijftiende|Zestiende|Aanvullend|Facultatief)\s){0,2}Protocol(?:\s(?:nr\.\s?|No\.\s?)?\d{1,2})?\sbij\s(?:het|de)\s$"
)
_TO_TREATY: Final = (" bij het ", " bij de ")
_PROTOCOL_BACK: Final = 60
_NO_ABBREVIATION: Final = frozenset("Dhr Hr Mr Mw Mvr Dr Drs Nr St Stb Stcrt Trb EU EG".split())


class Definitions(Struct, frozen=True):
    """What names mean in one paper, by exact surface; `automaton` finds them all in one pass."""

    meanings: Mapping[str, LawReference]
    surfaces: tuple[str, ...] = ()
    automaton: AhoCorasick | None = None
    named: Mapping[int, Sequence[_Named]] = field(default_factory=dict)
    """The laws that the pages name in full, by the identity of the page: read for the definitions, and not again."""


NO_DEFINITIONS: Final = Definitions(MappingProxyType({}))


class _Named(Struct, frozen=True):
    """A law named at `[start, end)`, without its articles."""

    start: int
    end: int
    law: LawReference
    rule: str
    confidence: float


_Cited = tuple[_Named, articles.Cited]
"""A law with the articles cited of it."""
_POINTED: Final = "law.pointer"


def law_definitions(pages: Iterable[Page]) -> Definitions:
    """Read which abbreviations the paper defines, in any of its flows; the first definition of a name holds."""
    meanings: dict[str, LawReference] = {}
    named_on: dict[int, Sequence[_Named]] = {}
    for page in pages:
        known = _known(page.names)
        found = named_on[id(page)] = _named(page, known)
        for named in found:
            for term in _defined_as(page.flow.text, named, known.others):
                if len(meanings) < _MOST_DEFINITIONS:
                    meanings.setdefault(term, named.law)
    if not meanings:
        return Definitions(meanings, named=named_on)
    # Of the automata this one is made in half the time of the others, which is more than a paper takes to search.
    made = Implementation.NoncontiguousNFA
    automaton = AhoCorasick(list(meanings), matchkind=MatchKind.LeftmostLongest, implementation=made)
    return Definitions(meanings, tuple(meanings), automaton, named_on)


def find_laws(page: Page, defined: Definitions = NO_DEFINITIONS) -> Iterator[Mention]:
    """Find laws with their articles, from left to right, none overlapping another."""
    cited = articles.read_articles(page)
    in_full = defined.named.get(id(page))
    if in_full is None:
        in_full = _named(page, _known(page.names))
    named = [*in_full, *_by_definition(page.flow.text, defined)]
    if not named and not cited.leading_to:
        return
    apart = _apart([*named, *_by_article(page.flow.text, cited, named)], page.flow.text, cited)
    for law, at in sorted([*apart, *_by_pointer(page, cited, apart)], key=_start):
        value = LawReference(law.law.key, law.law.name, at.articles, at.paragraph)
        rule = "law.article" if at.articles and law.rule != _POINTED else law.rule
        yield page.mention(at.start, at.end, value, rule, law.confidence)


def _apart(named: Iterable[_Named], text: str, cited: articles.Articles) -> list[_Cited]:
    """The laws with their articles, from left to right, without what overlaps an earlier one."""
    kept: list[_Cited] = []
    done = 0
    for law in sorted(named, key=_first_and_longest):
        at = cited.around(text, law.start, law.end)
        if at.end <= done or law.start < done or (_is_short(law) and not at.articles):
            continue
        kept.append((law, at if at.start >= done else replace(at, start=done)))
        done = at.end
    return kept


def _by_pointer(page: Page, cited: articles.Articles, named: Sequence[_Cited]) -> Iterator[_Cited]:
    """Articles of a law that is pointed back to, each with the law named last that may be meant."""
    text, document = page.flow.text, page.document
    law_text = is_law_text(document.id, document.header.kind)
    for pointer in find_pointers(text, cited.leading_to, law_text=law_text):
        for law, _ in reversed(named[: bisect_left(named, pointer.start, key=_start)]):
            if pointer.start - law.end > FURTHEST:
                break
            if pointer.fits(text, law.law.name, law.end):
                meant = _Named(pointer.start, pointer.end, law.law, _POINTED, 0.7)
                yield meant, cited.around(text, pointer.start, pointer.end)
                break


def _start(cited: _Cited) -> int:
    return cited[1].start


def _first_and_longest(law: _Named) -> tuple[int, int, float]:
    return law.start, -law.end, -law.confidence


def _is_short(law: _Named) -> bool:
    return law.rule == "law.name" and law.end - law.start <= _SHORT


def _named(page: Page, known: Known) -> list[_Named]:
    """Laws by the gazetteer and by the shape of their titles; the gazetteer's name holds where both begin together."""
    named = [_protocol(page.flow.text, _of_gazetteer(page.flow.text, hit)) for hit in page.names if _is_law(hit)]
    if "law-word" not in page.hits:
        return named
    starts, done = {law.start for law in named}, 0
    for start, end in page.at("law-word"):
        title = read_title(page.flow.text, start, end, known) if start >= done else None
        if title is not None:
            done = title.end
            if title.start not in starts:
                name = page.flow.text[title.start : title.end]
                named.append(_Named(*title, LawReference(slug(name), name), "law.title", 0.8))
    return named


def _known(names: Iterable[NameHit]) -> Known:
    laws: dict[int, int] = {}
    others: dict[int, int] = {}
    for hit in names:
        (laws if "law" in hit.first else others)[hit.start] = hit.end
    return Known(laws, others)


def _is_law(hit: NameHit) -> bool:
    return "law" in hit.first


def _protocol(text: str, law: _Named) -> _Named:
    """A protocol to a treaty, where the words before the treaty say so: another text than the treaty itself."""
    if not text.endswith(_TO_TREATY, 0, law.start):
        return law
    printed = _PROTOCOL.search(text, max(0, law.start - _PROTOCOL_BACK), law.start)
    if printed is None:
        return law
    title = text[printed.start() : law.end]
    return _Named(printed.start(), law.end, LawReference(slug(title), title), "law.title", 0.8)


def _of_gazetteer(text: str, hit: NameHit) -> _Named:
    """The law of the gazetteer, unless a year or "BES" behind its name makes it another one."""
    name = hit.first["law"]
    known = LawReference(name.key, name.canonical)
    if name.canonical == "Grondwet" and (foreign := _FOREIGN.search(text, max(0, hit.start - 25), hit.start)):
        title = text[foreign.start() : hit.end]
        return _Named(foreign.start(), hit.end, LawReference(slug(title), title), "law.title", 0.8)
    other = _OTHER.match(text, hit.end)
    if other is None:
        return _Named(hit.start, hit.end, known, "law.name", 0.99)
    if other["which"] in name.canonical:
        return _Named(hit.start, other.end(), known, "law.name", 0.99)
    title = text[hit.start : other.end()]
    return _Named(hit.start, other.end(), LawReference(slug(title), title), "law.title", 0.8)


def _defined_as(text: str, named: _Named, others: Container[int]) -> Iterator[str]:
    """The names that the words around a law give it; what starts in `others` is known as something else."""
    found = _HEREAFTER.match(text, named.end) or _BRACKETED.match(text, named.end) or _APPOSED.match(text, named.end)
    if found is None and text[named.end : named.end + 1] == ")":
        found = _EXPLAINED.search(text, max(0, named.start - 30), named.start)
    if found and found.start("term") not in others and _stands_for(found, named.law.name):
        yield found["term"]


def _stands_for(found: re.Match[str], name: str) -> bool:
    """Whether a name given to a law is one: its letters stand in the title in this order, or it is called a law."""
    term = found["term"]
    if found.re is _HEREAFTER and term.lower().endswith(("wet", "wetboek", "besluit", "verdrag")):
        return True
    letters = iter(name.lower())
    in_order = all(letter in letters for letter in term.lower().removesuffix("wet") if letter.isalnum())
    return in_order and (found.re is not _APPOSED or term[0] == name[0])


def _by_definition(text: str, defined: Definitions) -> Iterator[_Named]:
    """The names that the paper defined, where they stand alone."""
    if defined.automaton is None:
        return
    for index, start, end in defined.automaton.find_matches_as_indexes(text):
        surface = defined.surfaces[index]
        # "(hierna: de Wet)" makes "de Wet" a name, but not the "Wet" of "Wet- en regelgeving".
        is_meant = surface.lower() not in HEADS or text[max(0, start - 3) : start].lower() == "de "
        if is_meant and stands_alone(text, start, end):
            yield _Named(start, end, defined.meanings[surface], "law.defined", 0.95)


def _by_article(text: str, cited: articles.Articles, named: Iterable[_Named]) -> Iterator[_Named]:
    """Abbreviations that nobody explains, but that an article is cited of."""
    taken = {law.start for law in named}
    for start in cited.leading_to:
        found = _CITED_ONLY.match(text, start) if start not in taken else None
        if found is not None and found[0] not in _NO_ABBREVIATION:
            yield _Named(start, found.end(), LawReference(slug(found[0]), found[0]), "law.abbreviation", 0.8)
