"""Reports of debates in the TEI of ParlaMint: turns of speakers under the headings of their items.

The ids are those of the corpus (`ParlaMint-NL_2017-01-26-tweedekamer-4`), not of the Handelingen that it is made of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from ctgraph.errors import InputError
from ctgraph.model.document import Header
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_paper import Paper, intake
from ctgraph.readers.official_xml import Element, parse
from ctgraph.readers.publication import Properties
from ctgraph.readers.setting import Block, Words, set_text, tidy

READER = "parlamint"
NAMESPACE = "http://www.tei-c.org/ns/1.0"

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_CHAMBERS = {"#TK": "tk", "#EK": "ek"}
_SILENT = frozenset({"gap", "vocal", "kinesic", "incident", "desc", "pb"})
_HOLDERS = frozenset({"body", "div", "u"})


def read_parlamint(source: SourceFile, papers: Mapping[str, PaperFact]) -> Intake:
    """Read one sitting; raises InputError for what is hostile or no report of a sitting."""
    root = parse(source)
    body = root.find(f".//{{{NAMESPACE}}}body")
    if body is None:
        raise InputError(source.path, "it is TEI without the text of a sitting", "Give the file of a sitting")
    unknown: Counter[str] = Counter()
    made = set_text(_blocks(body, unknown))
    meeting = root.find(f".//{{{NAMESPACE}}}meeting")
    chamber = _CHAMBERS.get(meeting.get("corresp", ""), "") if meeting is not None else ""
    title = next((b for b in made.headings), None)
    header = Header(
        identifier=root.get(_ID, ""),
        kind="handelingen",
        title=made.body.text[title.start : title.end] if title else "",
        chamber=chamber,
        date=_day(root),
        spans=made.places,
    )
    return intake(source, papers, Paper(READER, Properties(), made, header, unknown))


def _day(root: Element) -> date | None:
    """The day of the sitting, which its setting gives; the header also dates the edition of the corpus."""
    element = root.find(f".//{{{NAMESPACE}}}setting/{{{NAMESPACE}}}date")
    try:
        return date.fromisoformat(element.get("when", "")) if element is not None else None
    except ValueError:
        return None


def _blocks(element: Element, unknown: Counter[str]) -> list[Block]:
    """Headings, remarks, and turns under the line that names the speaker, with the colon of the Handelingen."""
    made: list[Block] = []
    spoken = False
    for child in element:
        name = str(child.tag).rpartition("}")[2]
        if name in _SILENT:
            continue
        if name in _HOLDERS:
            blocks = _blocks(child, unknown)
            made.extend(b.joined("line") if spoken and not i else b for i, b in enumerate(blocks))
        else:
            if name not in ("head", "note", "seg"):
                unknown[name] += 1
            speaker = name == "note" and child.get("type") == "speaker"
            made.extend(_line(child, ":" if speaker else "", heading=name == "head"))
        spoken = name == "note" and child.get("type") == "speaker"
    return made


def _line(element: Element, close: str, heading: bool) -> list[Block]:
    fields = ("title",) if heading else ()
    text = "".join(str(part) for part in element.itertext())
    close = "" if text.rstrip().endswith(":") else close
    runs = tidy([Words(text.rstrip() + close, fields)])
    return [Block(runs, heading=heading)] if runs else []
