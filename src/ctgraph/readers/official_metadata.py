"""What an official publication says of itself as data: the `meta` elements of its XML or of its web page.

Two forms are in use. In one the whole record stands in the file; in the other only the address of the record, of which
the id is taken.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import PurePath

from ctgraph.identifiers import is_reference, slug
from ctgraph.model.official import DossierRecord, Record, RecordSource, Sourced
from ctgraph.model.source import SourceFile
from ctgraph.readers.official_xml import Element
from ctgraph.readers.publication import Properties, paper_record, property_of, spelt

# The id of a publication in a file name: "kst-29754-645.xml", "h-tk-20172018-70-6.trimmed.xml". Not "letter.xml", nor
# "ah-nieuw.xml": an id has a digit.
_IN_NAME = re.compile(r"(?=\D*\d)(?:kst|ah(?:-[te]k)?|h-[te]k|kv(?:-tk)?|blg|stb|stcrt|trb)-[\w-]+", re.IGNORECASE)


def properties(metas: Iterable[Element]) -> Properties:
    """Read `meta` elements; those without content say nothing."""
    return Properties(property_of(m.get("name", ""), m.get("content", ""), m.get("scheme", "")) for m in metas)


def identify(source: SourceFile, said: str, printed: str) -> tuple[str, tuple[str, ...]]:
    """The id of a paper, and what is odd about it.

    `said` is the metadata's, `printed` that of the dossier and number on the paper itself. The metadata decide, then
    what is printed, then the caller; the file name decides only where nothing else is known.
    """
    stem = PurePath(source.path).stem
    in_name = _IN_NAME.match(stem)
    named = spelt(in_name[0].strip("-")) if in_name else ""
    printed = printed if is_reference(printed) else ""
    chosen = said or printed or source.id or named or slug(stem) or "text"
    odd = (
        ("its number as printed", printed, _is_same(said, printed)),
        ("the name of the file", named, _is_same(chosen, named)),
        ("the id given with it", spelt(source.id), _is_same(chosen, source.id)),
    )
    remarks = [f"it is {chosen}, but {what} says {other}" for what, other, same in odd if chosen and other and not same]
    return chosen, tuple(remarks)


def _is_same(one: str, other: str) -> bool:
    """Whether two ids mean one paper: `kst-20062007-30566-B` is an old form of `kst-30566-B`, `-n1` a reprint."""
    if not one or not other:
        return True
    old = re.sub(r"^kst-\d{8}-", "kst-", one.lower())
    return (
        other.lower() in (one.lower(), old)
        or re.fullmatch(re.escape(other.lower()) + r"-(?:n\d|h\d?)", old) is not None
    )


def sourced(reader: str, source: SourceFile, said: Properties) -> tuple[Sourced, ...]:
    """The record that stands in a file; none where the file gives only the address of one."""
    if not said.first("identifier"):
        return ()
    digest = hashlib.sha256(source.data).hexdigest()
    paper = paper_record(said)
    records: tuple[Record, ...] = (paper, *(DossierRecord(p.dossier, p.title) for p in paper.placements if p.title))
    return (Sourced(RecordSource(f"{reader}-metadata", paper.id, digest), records, paper.id),)
