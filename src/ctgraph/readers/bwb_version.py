"""A version of a law in BWB (`toestand`): its text, and what the file says of the law, the version and each article.

Source: KOOP, `bwb/<BWB>/<day>_<n>/xml/<BWB>_<day>_<n>.xml`, schemas toestand 2015-1 to 2016-1. Each article carries
the publications that its text comes from, with the dossier in which their bill was dealt with (`meta-data > brondata`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePath

from ctgraph.identifiers import article_place, law_place
from ctgraph.model.document import Document, Header
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.legislation import ArticleRecord, LawPublication, LawRecord, LawVersionRecord
from ctgraph.model.official import Sourced
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.law_blocks import article_text, law_blocks
from ctgraph.readers.law_text import law_document
from ctgraph.readers.law_xml import REPOSITORY, day, law_id, publications, record_source, required, words
from ctgraph.readers.official_xml import Element, parse

FORMAT = "bwb"
"""The reader of the text, and so the graph of what was read in it."""
RECORDS = "bwb-version"
"""The graph of what the file says as data."""

# The name of a version: `http://wetten.overheid.nl/id/BWBR0045754/2022-05-01/0`.
_NAME = re.compile(r"https?://wetten\.overheid\.nl/id/BWB[RVW]\d{7}/\d{4}-\d\d-\d\d/(?P<serial>\d{1,4})")
# The name of a file: BWBR0045754_2022-05-01_0, or the law alone. Not "toestand".
_FILE = re.compile(r"(?P<law>BWB[RVW]\d{7})(?:_(?P<day>\d{4}-\d\d-\d\d)_(?P<serial>\d{1,4}))?", re.IGNORECASE)


def is_version(seen: Clues) -> bool:
    """Whether a file is a version of a law."""
    return seen.root == "toestand"


def read_version(source: SourceFile, _papers: Mapping[str, PaperFact]) -> Intake:
    """Read a version of a law; raises InputError if the file does not say of which law and from which day."""
    root = parse(source)
    law = required(source, law_id(root), "of which law it is", "BWBR0045754")
    since = required(source, day(root.get("inwerkingtreding")), "from which day it holds", "2022-05-01")
    act = required(source, root.find("wetgeving"), "what the law says", "<wetgeving>")
    named = _NAME.fullmatch(root.get("bwb-ng-vast-deel", ""))
    file = _FILE.match(PurePath(source.path).stem)
    is_named_so = file is not None and (file["law"].upper(), file["day"]) == (law, since)
    serial = named["serial"] if named else file["serial"] if file and is_named_so else "0"
    version = _version(act, law, since, int(serial))
    name = f"{law}_{since}_{version.serial}"
    document, unknown = _text(act, name, since, version.title)
    remarks = [] if file is None else _doubts(file, law, since)
    articles = tuple(_articles(act, law, remarks))
    origin = record_source(RECORDS, name, source.data, version.address)
    sourced = Sourced(origin, (_law(act, law), version, *articles), f"{version.title or law}, {since}")
    return Intake(FORMAT, document, (sourced,), tuple(sorted(unknown.items())), tuple(remarks))


def _doubts(file: re.Match[str], law: str, since: str) -> list[str]:
    """What the name of a file says otherwise than the file."""
    names = (("law", law, file["law"].upper()), ("day", since, file["day"] or since))
    odd = (each for each in names if each[1] != each[2])
    return [f"its {what} is {said}, but the name of the file says {other}" for what, said, other in odd]


def _text(act: Element, name: str, since: str, title: str) -> tuple[Document, Counter[str]]:
    made, unknown = law_blocks(act)
    return law_document(name, made, date.fromisoformat(since), FORMAT, Header(title=title)), unknown


def _law(act: Element, law: str) -> LawRecord:
    return LawRecord(
        id=law,
        name=_own_words(act.find("citeertitel")) or _own_words(act.find("intitule")),
        heading=_own_words(act.find("intitule")),
        kind=act.get("soort", ""),
        jci=_jci(act, "korte-verwijzing"),
    )


def _version(act: Element, law: str, since: str, serial: int) -> LawVersionRecord:
    return LawVersionRecord(
        law=law,
        day=since,
        serial=serial,
        title=_own_words(act.find("citeertitel")) or _own_words(act.find("intitule")),
        jci=_jci(act, "verwijzing"),
        address=f"{REPOSITORY}{law}/{since}_{serial}/xml/{law}_{since}_{serial}.xml",
        made_by=_sources(act, "oorspronkelijk"),
    )


def _articles(act: Element, law: str, remarks: list[str]) -> Iterator[ArticleRecord]:
    """An article goes by its number; where a law has a number more than once, by its full place as well."""
    found = list(act.iter("artikel", "enig-artikel"))
    numbers = Counter(article_place(_number(each)) for each in found)
    seen: set[tuple[str, str]] = set()
    for article in found:
        place = article_place(_number(article))
        if numbers[place] > 1:
            place = law_place(_jci(article, "verwijzing"))[1] or place
        since = day(article.get("inwerking"))
        label = article.get("label", "")
        if not _number(article) or not since:
            remarks.append(f"{label or 'an article'} has no number or no day from which it holds; kept as text only")
        elif (place, since) in seen:
            remarks.append(f"{label} stands more than once; the first is stated, all are kept as text")
        else:
            seen.add((place, since))
            yield _article(article, law, place, since)


def _article(article: Element, law: str, place: str, since: str) -> ArticleRecord:
    return ArticleRecord(
        law=law,
        place=place,
        day=since,
        label=article.get("label", "") or f"Artikel {_number(article)}",
        number=_number(article),
        title=words(article, "kop/titel"),
        path=article.get("bwb-ng-variabel-deel", ""),
        jci=_jci(article, "korte-verwijzing"),
        effect=article.get("effect", ""),
        text=article_text(article),
        made_by=_sources(article, "oorspronkelijk"),
        commenced_by=_sources(article, "inwerkingtreding"),
    )


def _number(article: Element) -> str:
    """The number as the heading has it, else what stands behind "Artikel" in the label; an only one has none."""
    if article.tag == "enig-artikel":
        return "enig"
    return words(article, "kop/nr").rstrip(".") or article.get("label", "").partition(" ")[2].strip()


def _sources(element: Element, name: str) -> tuple[LawPublication, ...]:
    found = (
        each
        for data in element.iterfind("meta-data/brondata")
        for each in publications(data.find(name), effects=name == "oorspronkelijk")
    )
    return tuple(dict.fromkeys(found))


def _jci(element: Element, name: str) -> str:
    """The Juriconnect address of version 1.3, or empty: what has lapsed has none."""
    found = element.find("meta-data/jcis/jci[@versie='1.3']")
    return "" if found is None else found.get(name, "")


def _own_words(element: Element | None) -> str:
    """The words of a title without the data that hangs on it."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        parts.extend(child.itertext() if child.tag != "meta-data" else ())
        parts.append(child.tail or "")
    return " ".join("".join(str(part) for part in parts).split())
