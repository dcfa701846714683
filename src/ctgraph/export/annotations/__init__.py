"""What was found in a text, as a list of records: `type, start, end, text, normalized, rule, confidence`.

This is what `ctgraph extract` prints, as a list of its own, as W3C Web Annotations, or as a page (`written`). Offsets
are code points of the stored text; `normalized` has the value in the words of the annotation guidelines, and leaves
out what is not known.
"""

from __future__ import annotations

from ctgraph.export.annotations.forms import FORMS, written
from ctgraph.export.annotations.linked import linked_records
from ctgraph.export.annotations.mentions import mention_records
from ctgraph.export.annotations.record import Record, in_place
from ctgraph.export.annotations.references import Reference, reference_records
from ctgraph.export.annotations.sent import in_sent_text
from ctgraph.model.claims import Account

__all__ = ["FORMS", "Record", "Reference", "in_sent_text", "records", "reference_records", "written"]


def records(account: Account) -> list[Record]:
    """All records of an account, in the order of the text."""
    return sorted([*mention_records(account), *linked_records(account)], key=in_place)
