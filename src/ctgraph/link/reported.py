"""The debate that a paper reports: "hebben op 10 maart 2022 overleg gevoerd met", in the report of a commissiedebat."""

from __future__ import annotations

from typing import Final

from ctgraph.link.context import Context
from ctgraph.link.debates import LinkedDebate
from ctgraph.model.claims import Debate, Ref
from ctgraph.model.mentions import DateReference

_REPORT: Final = "verslag-"
_WRITTEN: Final = "schriftelijk"
_HELD: Final = ("heeft op ", "hebben op ")
_DAY: Final = len("2022-03-10")
_HEAD: Final = 4000
"""Characters of a report within which it says when the debate was held."""


def reported_here(context: Context) -> LinkedDebate | None:
    """The debate of a report, with the words that say its day; None in other papers, and where no day is told.

    It has the id of its report, as it has in papers that cite that report behind the debate.
    """
    document = context.document
    kind = document.header.kind
    if not kind.startswith(_REPORT) or _WRITTEN in kind:
        return None
    for day, value in context.between(0, _HEAD, DateReference):
        if len(value.reading.edtf) == _DAY and context.text[max(0, day.start - 12) : day.start].endswith(_HELD):
            name = kind.removeprefix(_REPORT).replace("-", " ")
            chamber = "ek" if document.id.rsplit("-", 1)[-1].isalpha() else "tk"
            report = Ref("document", document.id)
            made = Debate(
                Ref("debate", document.id), name, "", chamber, context.time(day), (report,), (context.of(day),)
            )
            return LinkedDebate(day, made)
    return None
