"""Outcomes of the register meet the promises of the papers read: what was announced, and what came of it.

An announcement meets an outcome by the motion that asked for the study it is of, or by the series of reports it is
of: then the first edition after the paper. Words alone link nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctgraph.model.claims import Account, Announcement, Ref
from ctgraph.model.deliveries import Delivery
from ctgraph.model.records import OutcomeRow


def deliveries(accounts: Iterable[Account], outcomes: Iterable[OutcomeRow]) -> Iterator[Delivery]:
    """Yield each outcome with what it delivers; rows of low confidence and rows without a document link nothing."""
    rows = [row for row in outcomes if row.document and row.confidence != "low"]
    for account in accounts:
        for announcement in account.announcements:
            row = _outcome(account, announcement, rows)
            if row is not None:
                yield _delivery(account, announcement, row)


def _outcome(account: Account, announcement: Announcement, rows: Iterable[OutcomeRow]) -> OutcomeRow | None:
    written = account.document.date
    if written is None:
        return None
    later = sorted((row for row in rows if row.date > written.isoformat()), key=lambda row: (row.date, row.key))
    asked = {s.requested_by for s in account.studies if s.ref in announcement.about and s.requested_by}
    for row in later:
        if row.motion and Ref("motion", row.motion) in asked:
            return row
        if row.series and Ref("series", row.series) in announcement.about:
            return row
    return None


def _delivery(account: Account, announcement: Announcement, row: OutcomeRow) -> Delivery:
    """The announcement, and the commitments that are due at its very time words."""
    expected = announcement.expected
    due = (c.ref for c in account.commitments if c.due and expected and c.due.ref == expected.ref)
    studies = (ref for ref in announcement.about if ref.kind == "study")
    return Delivery(row, (announcement.ref,), tuple(due), tuple(studies))
