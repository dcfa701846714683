"""The references of a text, resolved: what `ctgraph resolve` prints and `/v1/references` answers."""

from __future__ import annotations

from operator import itemgetter
from typing import TypedDict

from ctgraph.identifiers import iri
from ctgraph.model.claims import Account, Citation, Evidence, Ref


class Reference(TypedDict):
    """One reference. `text` is readable, without the line breaks of its place; `suggestion` is an id, proposed only."""

    start: int
    end: int
    text: str
    id: str
    iris: list[str]
    resolutionStatus: str
    reason: str
    suggestion: str


def reference_records(account: Account) -> list[Reference]:
    """Each reference with its place, the official ids as printed, what they lead to, status and reason; in order."""
    laws = (_reference(law.evidence[0], law.law.id, (law.law,), "resolved") for law in account.law_citations)
    return sorted([*map(_citation, account.citations), *laws], key=itemgetter("start", "end", "id"))


def _citation(citation: Citation) -> Reference:
    reason = citation.reason.en if citation.reason else ""
    printed = " ".join(citation.printed)
    return _reference(citation.evidence[0], printed, citation.targets, citation.status, reason, citation.suggestion)


def _reference(
    evidence: Evidence,
    identifier: str,
    targets: tuple[Ref, ...],
    status: str,
    reason: str = "",
    suggestion: str = "",
) -> Reference:
    return {
        "start": evidence.span.start,
        "end": evidence.span.end,
        "text": evidence.readable,
        "id": identifier,
        "iris": [iri(target.kind, target.id) for target in targets],
        "resolutionStatus": status,
        "reason": reason,
        "suggestion": suggestion,
    }
