"""Articles as laws and EU acts are cited by: "artikel 140a, eerste lid, Sr", "de artikelen 126g en 126h van …".

An article belongs to the law whose name begins where the words of the article lead to, or to the law named
directly before it. Reading starts at the word "artikel" and looks ahead a bounded stretch.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from ctgraph.extract.number_lists import LONGEST_RANGE
from ctgraph.extract.scan import Page, Triggers

TRIGGERS: Triggers = MappingProxyType({"article": ("artikel", "art.", "art ", "artt.")})

_MOST_ARTICLES: Final = 30
_MOST_PARTS: Final = 8

_WORD: Final = re.compile(r"(?:artikel(?:en)?|artt?\.|art)[\s-]?(?=[\dIVX])", re.IGNORECASE)
# "134a", "4:84", "6:2:10", "126zd", "2.1", "10 bis", "I", "1F"; not the "5" of "50%" or of "5e".
_ITEM: Final = re.compile(
    r"(?P<item>\d{1,4}(?::\d{1,4}){0,2}(?:\.\d{1,3}){0,3}[a-z]{0,4}(?:\s(?:bis|ter|quater)|[A-Z])?|[IVX]{1,5})(?![\w%])"
)
_ORDINALS: Final = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
    "twaalfde", "dertiende", "veertiende", "vijftiende",
)  # fmt: skip
_NTH: Final = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}(?:e|de|ste))"
# "eerste lid", "lid 1", "tweede en derde lid", "leden 1 en 2", "lid 1 en/of lid 5", "jo. vijfde lid".
_PARAGRAPH: Final = re.compile(
    rf"\s?,?\s(?:(?:jo\.?|juncto|in\s(?:samenhang|verbinding)\smet)\s(?:het\s)?)?(?:(?P<nth>{_NTH}(?:(?:,\s|\sen\s|\sof\s|\st/m\s|\stot\sen\smet\s){_NTH}){{0,4}})\slid"
    r"|(?:lid|leden)\s(?P<numbers>\d{1,2}(?:(?:,\s|\s(?:en|of|en/of)\s(?:lid\s)?|-)\d{1,2}){0,4}))(?!\w)"
)
# "onder a", "aanhef en onder 2°", "onderdelen b en c", "sub c", "eerste volzin", "e.v.", "(oud)".
_LETTERS: Final = r"[a-z0-9]{1,2}°?(?:(?:,\s|\sen\s|\sof\s)[a-z0-9]{1,2}°?(?!\w)){0,4}(?!\w)"
_PART: Final = re.compile(
    rf"\s?,?\s(?:(?:de\s)?aanhef(?:,?\sen)?(?:\s(?:onder|sub)\s{_LETTERS})?|(?:onder(?:deel|delen)?|sub|letter|punt)\s{_LETTERS}"
    rf"|{_NTH}\s(?:vol)?zin|{_NTH}\salinea|e\.v\.|en\svolgende|\(oud\))"
)
_BETWEEN: Final = re.compile(
    r"(?:\s?,?\s(?:en|of|en/of|juncto|jo\.?|j°|respectievelijk|resp\.|onderscheidenlijk|dan\swel|alsmede|alsook|evenals"
    r"|(?:gelezen\s)?in\s(?:verbinding|samenhang|combinatie)\smet)\s|\s?,\s|(?P<range>\s?[-–]\s?|\s(?:t/m|tot\sen\smet)\s))"
    r"(?:(?:van\s)?(?:de\s)?artikel(?:en)?\s|art\.\s?)?(?=[\dIVX])"
)
# From the article to the name: ", van de ", " van het ", ", ", " ", " van het voorstel voor een ", " toe aan het ";
# never into the next paragraph, where the first word of an article stands below its heading.
_LEADS: Final = re.compile(
    r"[^\S\n]?,?[^\S\n](?:(?:van|uit|in|bij|toe\saan)\s)?"
    r"(?:het\s(?:concept-?)?(?:wets)?voorstel\s(?:voor\s|van\s|tot\s)?(?:een\s)?)?(?P<determiner>(?:de|het|deze|die)\s)?"
    r"(?:(?:Nederlandse|huidige|toenmalige|geldende|nieuwe)\s)?"
)
# Between a name and articles behind it: "Sr, artikel 140a", "Paspoortwet (artikel 23)", "Sr in de artikelen 1 en 2",
# "Paspoortwet bepaalt in artikel 23".
_BEHIND: Final = re.compile(
    r"\s?,?\s(?:\(|(?:(?:kent|kende|bepaalt|bepaalde|regelt|regelde|voorziet|biedt|bood|stelt|geeft|bevat|noemt|eist|vereist"
    r"|verbiedt|omschrijft)\s(?:\w+\s){0,2}?)?in\s(?:de\s|het\s)?)?(?=[aA]rt)"
)
# Straight behind an abbreviation, with its paragraph: "RWN 14 lid 2". Not "Wiv 2017 lid", "Sr 5 jaar".
_BARE: Final = re.compile(r"\s(?=\d{1,3}[a-z]{0,2},?\slid\s\d)")
_SHORTENED: Final = re.compile(r"[A-Z][A-Za-z]{1,8}")
# After such articles, a sign that they belong to another name: "Twbmt, artikel 134a Sr", ", artikel 2 van …".
_ELSEWHERE: Final = re.compile(r"\s?,?\s(?:(?:van|uit)\s|(?:(?:de|het)\s)?[A-Z])")


class Cited(Struct, frozen=True):
    """Articles cited in one expression `[start, end)`; `paragraph` holds numbers, joined by commas if several."""

    start: int
    end: int
    articles: tuple[str, ...]
    paragraph: str


class Articles(Struct, frozen=True):
    """The articles of a page: by the place where the name they lead to would begin, and by their own start."""

    leading_to: Mapping[int, Cited]
    starting_at: Mapping[int, Cited]

    def around(self, text: str, start: int, end: int) -> Cited:
        """The name at `[start, end)` with the articles that lead to it, else those directly behind it."""
        before = self.leading_to.get(start)
        if before is not None:
            return Cited(before.start, end, before.articles, before.paragraph)
        bare = _BARE.match(text, end) if _SHORTENED.fullmatch(text, start, end) else None
        if bare is not None and (cited := _read(text, start, bare.end())):
            return cited
        joint = _BEHIND.match(text, end)
        after = self.starting_at.get(joint.end()) if joint else None
        if joint is None or after is None or _ELSEWHERE.match(text, after.end):
            return Cited(start, end, (), "")
        is_closed = text[joint.end() - 1] == "(" and text[after.end : after.end + 1] == ")"
        return Cited(start, after.end + is_closed, after.articles, after.paragraph)


NONE: Final = Articles(MappingProxyType({}), MappingProxyType({}))


def read_articles(page: Page) -> Articles:
    """Read every article cited on the page."""
    if "article" not in page.hits:
        return NONE
    text, done = page.flow.text, 0
    leading_to: dict[int, Cited] = {}
    starting_at: dict[int, Cited] = {}
    for start, _ in page.at("article"):
        word = _WORD.match(text, start)
        if start < done or word is None or text[start - 1 : start].isalnum():
            continue
        cited = _read(text, start, word.end())
        if cited is None:
            continue
        done = cited.end
        starting_at[start] = cited
        if leads := _LEADS.match(text, cited.end):
            leading_to[leads.end()] = cited
            if leads["determiner"]:
                leading_to[leads.start("determiner")] = cited
    return Articles(leading_to, starting_at)


def _read(text: str, start: int, position: int) -> Cited | None:
    articles: list[str] = []
    paragraph, end, in_range = "", start, False
    while len(articles) < _MOST_ARTICLES and (item := _ITEM.match(text, position)):
        articles.extend(_through(articles, item["item"]) if in_range else (item["item"],))
        end, cited = _parts(text, item.end())
        paragraph = paragraph or cited
        between = _BETWEEN.match(text, end)
        if between is None:
            break
        position, in_range = between.end(), bool(between["range"])
    return Cited(start, end, tuple(dict.fromkeys(articles)), paragraph) if articles else None


def _through(articles: list[str], last: str) -> list[str]:
    """What a range adds: the numbers after its first one; its end only, if it runs over letters."""
    first = articles[-1]
    if not (first.isdigit() and last.isdigit()) or not 0 < int(last) - int(first) <= LONGEST_RANGE:
        return [last]
    return [str(number) for number in range(int(first) + 1, int(last) + 1)]


def _parts(text: str, position: int) -> tuple[int, str]:
    """Read paragraphs and what is finer than these; give the end, and the paragraphs."""
    paragraph = ""
    for _ in range(_MOST_PARTS):
        if found := _PARAGRAPH.match(text, position):
            paragraph = paragraph or _paragraphs(found["nth"] or found["numbers"])
        else:
            found = _PART.match(text, position)
        if found is None:
            break
        position = found.end()
    return position, paragraph


def _paragraphs(printed: str) -> str:
    """The numbers of "eerste en derde", of "2e" or of "1 en 2": 1,3; 2; 1,2."""
    words = re.findall(r"[a-z0-9]+", printed)
    numbers = (str(_ORDINALS.index(word) + 1) if word in _ORDINALS else re.sub(r"\D", "", word) for word in words)
    return ",".join(number for number in numbers if number)
