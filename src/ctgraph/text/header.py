"""What a paper prints about itself: number, dossier, kind, date, session year, chamber.

Forms: the head of a Kamerstuk ("29 754 Terrorismebestrijding" / "Nr. 645 BRIEF VAN DE MINISTER …"), its running
foot ("Tweede Kamer, vergaderjaar 2021–2022, 29 754, nr. 645 1"), the publication id as a line of furniture, the
dateline ("Den Haag, 6 juli 2022", "Voorgesteld 25 juni 2019",
"Datum 6 juli 2022" on a ministry's own paper). Nothing is guessed: what is not printed is empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice, zip_longest
from typing import NamedTuple

from ctgraph.identifiers import parse_paper
from ctgraph.model.document import Header, Span
from ctgraph.text.datelines import read_dateline
from ctgraph.text.lines import Line
from ctgraph.text.webhead import id_in_cells

_HEAD_LINES = 60
"""The head of a paper lies within its first lines; the dateline of a letter too."""

# "29 754 Terrorismebestrijding", "35 925 VI Vaststelling van …", "21 501-02 Raad …". Not "29 754, nr. 645".
_DOSSIER = re.compile(r"(\d{2}) ?(\d{3})(?:[ –-]+([IVXLC]{1,6}|\d{2}))?(?: \(R\d+\))?\s+([A-Z][^\n]{3,})")
# A web page gives each part of the head its own line: "29 754", "Terrorismebestrijding", "Nr. 645", "MOTIE VAN …".
_DOSSIER_ALONE = re.compile(r"(\d{2}) ?(\d{3})(?:[ –-]+([IVXLC]{1,6}|\d{2}))?(?: \(R\d+\))?")
_CAPITALS = re.compile(r"[A-Z(][^a-z\n]{3,}")
# "Nr. 645 BRIEF VAN DE MINISTER …", "nr. 645", "T MOTIE VAN HET LID BIKKER C.S.", with a note's mark "B1 VERSLAG". Not
# "Nr. van het stuk".
_NUMBER = re.compile(
    r"(?:[Nn]rs?\.\s*(\d{1,4}|[A-Z]{1,2})|([A-Z]{1,2})(?:[1-9](?=[ \t]))?)(?:[ \t]+([A-Z(][^a-z\n]{3,}))?"
)
# "… , vergaderjaar 2021–2022, 29 754, nr. 645 1": the last number is the page.
_FOOT = re.compile(
    r"(Tweede|Eerste) Kamer, vergaderjaar (\d{4})[–-](\d{4}), "
    r"(\d{2}) ?(\d{3})(?:[ –-]*([IVXLC]{1,6}|\d{2}))?(?: en \d{2} ?\d{3})?, (?:nrs?\. ?)?(\d{1,4}|[A-Z]{1,2})\b"
)
_ID_LINE = re.compile(r"(?:(?:Kamerstuk|ID:)\s+)?(kst-[\w-]{5,25}|\d{5}(?:-[IVXLC\d]{1,5})?-(?:\d{1,4}|[A-Z]{1,2}))")
_OTHER_ID = re.compile(r"(?:h-[te]k|ah-[te]k|blg|stb|stcrt|kv(?:-tk)?)-[\w-]{3,25}")
_PUBLICATIONS = ("kst-", "h-", "ah-", "blg-", "stb-", "stcrt-", "kv-")
_FOOT_FIELDS = {"chamber", "session_year", "dossier", "identifier"}
"""What running feet tell; of each the first one holds."""
_SESSION = re.compile(r"[Vv]ergaderjaar (\d{4})[–-](\d{4})")

# Kinds as papers print them, and the notation of the scheme document-kind; the first that fits holds.
KINDS: tuple[tuple[str, str], ...] = (
    ("BRIEF VAN DE ALGEMENE REKENKAMER", "rapport-algemene-rekenkamer"),
    ("BRIEF VAN HET PRESIDIUM", "brief-kamer"),
    ("BRIEF VAN DE VASTE", "brief-commissie"),
    ("BRIEF", "brief-regering"),
    ("MOTIE", "motie"),
    ("GEWIJZIGDE MOTIE", "gewijzigde-motie"),
    ("NADER GEWIJZIGDE MOTIE", "gewijzigde-motie"),
    ("AMENDEMENT", "amendement"),
    ("GEWIJZIGD AMENDEMENT", "amendement"),
    ("NADER GEWIJZIGD AMENDEMENT", "amendement"),
    ("VERSLAG VAN EEN ALGEMEEN OVERLEG", "verslag-algemeen-overleg"),
    ("VERSLAG VAN EEN COMMISSIEDEBAT", "verslag-commissiedebat"),
    ("VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", "verslag-schriftelijk-overleg"),
    ("VERSLAG VAN EEN NOTAOVERLEG", "verslag-notaoverleg"),
    ("VERSLAG VAN EEN WETGEVINGSOVERLEG", "verslag-wetgevingsoverleg"),
    ("MEMORIE VAN TOELICHTING", "memorie-van-toelichting"),
    ("ADVIES", "advies-raad-van-state"),
    ("VOORSTEL VAN WET", "voorstel-van-wet"),
    ("NOTA NAAR AANLEIDING", "nota-naar-aanleiding-van-verslag"),
    ("NOTA VAN WIJZIGING", "nota-van-wijziging"),
    ("LIJST VAN VRAGEN", "lijst-van-vragen-en-antwoorden"),
)
# What counts a paper among others of its kind: "TWEEDE NADER GEWIJZIGDE MOTIE …", "DERDE NOTA VAN WIJZIGING".
# Must not match "TWEEDE KAMER".
_COUNTED = re.compile(r"^(?:TWEEDE|DERDE|VIERDE|VIJFDE|ZESDE|ZEVENDE|ACHTSTE)\s+(?!KAMER)")
Found = dict[str, tuple[str, Span]]


class _Dossier(NamedTuple):
    """A dossier that the head names, and where its number and title stand."""

    number: str
    title: str
    line: Line
    title_line: Line


def read_header(lines: Sequence[Line]) -> Header:
    """Read the header from the lines of a paper, furniture included."""
    found: Found = {}
    filled = list(islice((line for line in lines if line.text), _HEAD_LINES))
    for line in filled:
        _head_line(line, found)
    for line in lines:
        # Looked at before the call: every line of a paper without a running foot comes by here.
        if "vergaderjaar" in line.text or line.text.startswith(_PUBLICATIONS):
            _foot_line(line, found)
            if _FOOT_FIELDS <= found.keys():
                break
    _number_line(filled, found)
    dated = read_dateline(filled)
    if dated:
        found["date"] = (dated[0].isoformat(), dated[1].span)
    return _header(found, dated[0] if dated else None)


def _put(found: Found, name: str, value: str, line: Line) -> None:
    if value:
        found.setdefault(name, (value, line.span))


def _head_line(line: Line, found: Found) -> None:
    printed = _ID_LINE.fullmatch(line.text) if line.text[0] in "kKI" or line.text[0].isdigit() else None
    if printed:
        number = parse_paper(printed[1] if printed[1].startswith("kst") else f"kst-{printed[1]}")
        _put(found, "identifier", str(number) if number else "", line)
    if " Kamer der Staten-Generaal" in line.text:
        _put(found, "identifier", id_in_cells(line.text), line)
    session = _SESSION.search(line.text) if "ergaderjaar" in line.text and len(line.text) < 80 else None
    if session:
        _put(found, "session_year", f"{session[1]}-{session[2]}", line)
    if line.text.startswith("Aan de Voorzitter"):
        _put(found, "chamber", "ek" if "Eerste Kamer" in line.text else "tk", line)


def _foot_line(line: Line, found: Found) -> None:
    if len(line.text) > 160:
        return
    if line.text.startswith(_PUBLICATIONS):
        number = parse_paper(line.text)
        other = line.text if _OTHER_ID.fullmatch(line.text) else ""
        _put(found, "identifier", str(number) if number else other, line)
        return
    foot = _FOOT.search(line.text) if "vergaderjaar" in line.text else None
    if foot is None:
        return
    chamber, first, second, high, low, suffix, sub = foot.groups()
    dossier = high + low + (f"-{suffix}" if suffix else "")
    _put(found, "chamber", "ek" if chamber == "Eerste" else "tk", line)
    _put(found, "session_year", f"{first}-{second}", line)
    _put(found, "dossier", dossier, line)
    _put(found, "identifier", f"kst-{dossier}-{sub}", line)


def _number_line(lines: Sequence[Line], found: Found) -> None:
    """The dossier's number and title, and below it the paper's own number and kind."""
    dossiers: list[_Dossier] = []
    for line, following in zip_longest(lines, lines[1:]):
        dossier = _dossier(line, following) if line.text[0].isdigit() else None
        if dossier:
            dossiers.append(dossier)
            continue
        number = _NUMBER.fullmatch(line.text) if dossiers or "identifier" in found else None
        title = _title(number, line, following) if number else None
        # A letter alone is the paper's number only above its title; elsewhere it heads a part of the text.
        if number and (title or number[1]):
            if dossiers:
                _put_dossiers(dossiers, number[1] or number[2], line, found)
            if title:
                _put_kind(*title, found)
            return
    if dossiers and "identifier" in found and dossiers[0].number in found["identifier"][0]:
        _put(found, "dossier", dossiers[0].number, dossiers[0].line)


def _title(number: re.Match[str], line: Line, following: Line | None) -> tuple[str, Line] | None:
    """The title behind the paper's number or on the line below it, and where it stands."""
    if number[3]:
        return number[3], line
    return (following.text, following) if following and _CAPITALS.fullmatch(following.text) else None


def _dossier(line: Line, following: Line | None) -> _Dossier | None:
    """The dossier that a line of the head gives; its title may stand on the line below it."""
    alone = _DOSSIER_ALONE.fullmatch(line.text)
    if alone and following and following.text[0].isupper() and not _NUMBER.fullmatch(following.text):
        return _Dossier(_number(alone), following.text, line, following)
    printed = None if alone else _DOSSIER.match(line.text)
    return _Dossier(_number(printed), printed[4], line, line) if printed else None


def _number(printed: re.Match[str]) -> str:
    return printed[1] + printed[2] + (f"-{printed[3]}" if printed[3] else "")


def _put_dossiers(dossiers: Sequence[_Dossier], sub: str, line: Line, found: Found) -> None:
    first = dossiers[0]
    _put(found, "identifier", f"kst-{first.number}-{sub}", line)
    _put(found, "dossier", first.number, first.line)
    _put(found, "dossier_title", first.title, first.title_line)
    if len(dossiers) > 1:
        _put(found, "also", ";".join(dossier.number for dossier in dossiers[1:]), dossiers[1].line)


def _put_kind(title: str, line: Line, found: Found) -> None:
    _put(found, "title", title, line)
    _put(found, "kind", kind_of(title), line)


def kind_of(title: str) -> str:
    """The notation of document-kind for the title of a Kamerstuk; "" for an unknown one."""
    printed = _COUNTED.sub("", title.upper()).replace("RIJKSWET", "WET")
    return next((notation for words, notation in KINDS if printed.startswith(words)), "")


def _header(found: Found, when: date | None) -> Header:
    def value(name: str) -> str:
        return found[name][0] if name in found else ""

    dossiers = (value("dossier"), *value("also").split(";"))
    return Header(
        identifier=value("identifier"),
        dossiers=tuple(d for d in dossiers if d),
        dossier_title=value("dossier_title"),
        kind=value("kind"),
        title=value("title"),
        session_year=value("session_year"),
        chamber=value("chamber"),
        date=when,
        spans=tuple((name, span) for name, (_, span) in sorted(found.items())),
    )
