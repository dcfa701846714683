"""The document itself, as far as it says what it is, and the reports it presents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pyoxigraph import NamedNode

from ctgraph.dates.reading import TimeReading
from ctgraph.graph.pages import publication_links
from ctgraph.graph.provenance import Sheet, Subject
from ctgraph.graph.statements.targets import about, document_class, entries
from ctgraph.graph.statements.times import time
from ctgraph.graph.terms import TITLE, concept, text
from ctgraph.identifiers import digest8
from ctgraph.model.claims import Evidence, OfferedReport, Ref, Time
from ctgraph.model.document import Span

_CONFIDENCE: Final = 0.99
_GIVEN_CONFIDENCE: Final = 0.9

Printed = dict[str, tuple[Evidence, ...]]
"""Where a header prints each of its fields, by the name of the field."""


def header(sheet: Sheet, times: Iterable[Time]) -> None:
    """State what the header prints; a date or kind known from elsewhere is not the text's."""
    printed = _printed(sheet)
    _kind(sheet, printed)
    _title(sheet, printed)
    _session(sheet, printed)
    _date(sheet, printed, times)
    _dossiers(sheet, printed)


def identity(sheet: Sheet, signed: bool = False) -> None:
    """State the number and class: on what is printed, else the first passage read, else the whole text.

    A paper that is `signed` by an office is a letter of the government, whether or not its head says so. Comes last,
    when the passages are known.
    """
    document, printed = sheet.document, _printed(sheet)
    own = printed.get("identifier") if document.header.identifier == document.id else None
    rests = own or (sheet.first() or _whole(sheet),)
    kind = document.header.kind if "kind" in printed else "brief-regering" if signed else ""
    subject = sheet.about(sheet.home, rests, document_class(document.id, kind))
    subject.say("officialIdentifier", text(document.id))
    for predicate, address in publication_links(document.id) if own else ():
        subject.say(predicate, address)


def report(sheet: Sheet, item: OfferedReport) -> NamedNode:
    """A report that the letter presents, sent with it as an annex."""
    subject = about(sheet, item.ref, item.evidence, "Report")
    subject.say(TITLE, text(item.title, "nl")).say("annexOf", sheet.home)
    if item.period:
        subject.say("coversPeriod", time(sheet, item.period))
    sheet.about(sheet.home, item.evidence).say("offers", subject.node)
    return subject.node


def _printed(sheet: Sheet) -> Printed:
    found: Printed = {}
    for name, span in sheet.document.header.spans:
        evidence = Evidence(span, _readable(sheet, span), f"header.{name}", _CONFIDENCE)
        found[name] = (*found.get(name, ()), evidence)
    return found


def _readable(sheet: Sheet, span: Span) -> str:
    return " ".join(sheet.document.quote(span).split())


def _whole(sheet: Sheet) -> Evidence:
    span = Span(0, len(sheet.document.text))
    return Evidence(span, _readable(sheet, span), "document.given", _GIVEN_CONFIDENCE)


def _home(sheet: Sheet, evidence: Iterable[Evidence]) -> Subject:
    return sheet.about(sheet.home, evidence)


def _kind(sheet: Sheet, printed: Printed) -> None:
    kind = sheet.document.header.kind
    if kind and "kind" in printed:
        _home(sheet, printed["kind"]).say("documentKind", concept("document-kind", kind))


def _title(sheet: Sheet, printed: Printed) -> None:
    title = sheet.document.header.title
    if title and "title" in printed:
        _home(sheet, printed["title"]).say(TITLE, text(title, "nl"))


def _session(sheet: Sheet, printed: Printed) -> None:
    year = sheet.document.header.session_year
    if year and "session_year" in printed:
        _home(sheet, printed["session_year"]).say("sessionYear", text(year.replace("–", "-")))


def _date(sheet: Sheet, printed: Printed, times: Iterable[Time]) -> None:
    """A date that an extractor read within the line has the exact words; else the line stands for them."""
    day = sheet.document.header.date
    if day is None or "date" not in printed:
        return
    evidence = printed["date"]
    words = evidence[0].readable
    ref = Ref("time", f"{sheet.document.id}/{digest8(words)}")
    line = Time(ref, TimeReading(day.isoformat(), day, day), words, evidence)
    read = (item for item in times if item.reading.edtf == day.isoformat() and _within(item, evidence[0].span))
    _home(sheet, evidence).say("documentDate", time(sheet, next(read, line)))


def _within(item: Time, line: Span) -> bool:
    return any(line.start <= rests.span.start and rests.span.end <= line.end for rests in item.evidence)


def _dossiers(sheet: Sheet, printed: Printed) -> None:
    header = sheet.document.header
    evidence = (*printed.get("dossier", ()), *printed.get("also", ()))
    if not header.dossiers or not evidence:
        return
    entries(sheet, Ref("document", sheet.document.id), header.dossiers, evidence)
    if header.dossier_title and "dossier_title" in printed:
        main = Ref("dossier", header.dossiers[0])
        dossier = about(sheet, main, printed["dossier_title"])
        dossier.say(TITLE, text(header.dossier_title, "nl"))
