"""documents.csv: papers of known dossiers, from the open data and from papers that were seen.

A case is taken only if the title of its dossier is one of dossiers.csv. What was seen in a paper wins over the
open data; where the two contradict each other, the note says what the open data give.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from register_compiler.open_data import Case
from register_compiler.tables import Cells

CASE_KINDS = MappingProxyType(
    {
        "Amendement": "amendement",
        "Brief Kamer": "brief-kamer",
        "Brief commissie": "brief-commissie",
        "Brief regering": "brief-regering",
        "Brief van lid/fractie/commissie": "brief-lid-fractie",
        "EU-voorstel": "eu-voorstel",
        "Initiatiefwetgeving": "initiatiefwetgeving",
        "Motie": "motie",
        "Nota n.a.v. het (nader/tweede nader/enz.) verslag": "nota-naar-aanleiding-van-verslag",
        "Nota van wijziging": "nota-van-wijziging",
        "Overig": "overig",
        "Position paper": "position-paper",
        "Rapport/brief Algemene Rekenkamer": "rapport-algemene-rekenkamer",
        "Wetgeving": "voorstel-van-wet",
    }
)
"""The notation of document-kind for each official kind of case that has a number of its own."""

_SEEN_KINDS = MappingProxyType(
    {
        "advies RvS en nader rapport": "advies-raad-van-state",
        "brief regering": "brief-regering",
        "motie": "motie",
        "nota n.a.v. tweede verslag (EK)": "nota-naar-aanleiding-van-verslag",
        "nota n.a.v. verslag": "nota-naar-aanleiding-van-verslag",
        "nota n.a.v. verslag (EK)": "nota-naar-aanleiding-van-verslag",
        "verslag": "verslag",
        "verslag algemeen overleg": "verslag-algemeen-overleg",
        "verslag commissiedebat": "verslag-commissiedebat",
        "verslag schriftelijk overleg": "verslag-schriftelijk-overleg",
    }
)
_TOUCHSTONE = "(the letter)"
"""How the list of papers seen marks the one that the pipeline must read by itself."""

# "printed under two dossiers, 30 821 and 29 754": the second one is where the paper also stands.
_TWO_DOSSIERS = re.compile(r"two dossiers, \d\d \d{3} and (\d\d) (\d{3})")


class Seen(Struct, frozen=True):
    """A paper that was seen, or named with its date in one that was."""

    key: str
    dossier: str
    number: str
    date: str
    kind: str
    title: str
    author: str
    also: str
    source: str
    confidence: str


def paper_ids(cases: Iterable[Case], dossiers: Mapping[str, Cells]) -> dict[str, Case]:
    """The cases that are papers of a known dossier, by the id of the paper."""
    by_title = {row["title"]: key for key, row in dossiers.items() if row["title"]}
    found: dict[str, Case] = {}
    for case in sorted(cases, key=lambda case: case.code):
        dossier = by_title.get(case.title)
        if dossier and case.number > 0 and case.kind in CASE_KINDS:
            found[f"kst-{dossier}-{case.number}"] = case
    return found


def seen_papers(path: Path) -> dict[str, Seen]:
    """The papers seen, by id; not the touchstone, of which only the open data may speak."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["id"]: _seen(row) for row in rows if _TOUCHSTONE not in row["short_title"]}


def compile_papers(
    papers: Mapping[str, Case], seen: Mapping[str, Seen], dossiers: Mapping[str, Cells]
) -> Iterator[Cells]:
    """One row an id."""
    for key in papers.keys() | seen.keys():
        case, paper = papers.get(key), seen.get(key)
        if case is None and paper is not None and paper.dossier in dossiers:
            yield _row(paper)
        elif case is not None:
            own = _from_case(key, case, dossiers)
            yield own if paper is None else _merged(own, case, paper)


def _seen(row: Mapping[str, str]) -> Seen:
    also = _TWO_DOSSIERS.search(row["note"] or "")
    return Seen(
        row["id"],
        row["dossier"],
        row["nr"],
        row["date"],
        _SEEN_KINDS[row["type"]],
        row["short_title"],
        row["author"],
        also[1] + also[2] if also else "",
        row["source_url"],
        row["confidence"],
    )


def _row(paper: Seen) -> Cells:
    return {
        "key": paper.key,
        "dossier": paper.dossier,
        "also_dossiers": paper.also,
        "number": paper.number,
        "date": paper.date,
        "kind": paper.kind,
        "title": paper.title,
        "author": paper.author,
        "source": paper.source,
        "confidence": paper.confidence,
    }


def _from_case(key: str, case: Case, dossiers: Mapping[str, Cells]) -> Cells:
    dossier = key.removeprefix("kst-").rpartition("-")[0]
    return {
        "key": key,
        "dossier": dossier,
        "number": str(case.number),
        "date": case.date,
        "kind": CASE_KINDS[case.kind],
        "title": case.subject,
        "session_year": case.session_year,
        "source": case.source,
        "confidence": dossiers[dossier]["confidence"],
    }


def _merged(own: Cells, case: Case, paper: Seen) -> Cells:
    """Both sources: a date that only says less is no contradiction. With another date, another paper is meant."""
    other_date = not case.date.startswith(paper.date)
    row = own | {"kind": paper.kind, "author": paper.author, "also_dossiers": paper.also}
    if other_date:
        row |= {"date": paper.date, "title": paper.title}
    if other_date or paper.kind != own["kind"]:
        row |= {"source": paper.source, "confidence": paper.confidence}
        row["note"] = f"The open data give case {case.code} of {case.date}, {case.kind}: {case.source}"
    else:
        row["note"] = f"Also seen: {paper.source}"
    return row
