"""The day of a plenary sitting, which its opening prints and metadata give; the other items of the day do not."""

from __future__ import annotations

import json
import re
from datetime import date

from ctgraph.model.loans import Loan
from ctgraph.model.source import SourceFile

# An item of a sitting, and the sitting: h-tk-20172018-70-6 is of h-tk-20172018-70. Not that alone, not kst-29754-6.
_ITEM = re.compile(r"(?P<sitting>h-[te]k-\d{8}-\d{1,3})-[\w-]{1,20}", re.ASCII)


def lend(identifier: str, day: date | None) -> tuple[Loan, ...]:
    """What an item tells the other items of its sitting: the day, if it knows that; else it asks for it."""
    item = _ITEM.fullmatch(identifier)
    if item is None:
        return ()
    if day is None:
        return (Loan("Handelingen", identifier, leads=(item["sitting"],)),)
    return (Loan("Vergadering", item["sitting"], values=json.dumps({"Datum": day.isoformat()})),)


def lent(source: SourceFile) -> date | None:
    """The day that another item of the sitting tells."""
    days = {json.loads(loan.values)["Datum"] for loan in source.lent if loan.entity == "Vergadering"}
    return date.fromisoformat(days.pop()) if days else None
