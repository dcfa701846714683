"""The contract's table of canned queries, as `architecture.md` part 2 prints it: names, parameters, columns.

A `?` marks an optional parameter and a column that may be unbound; EVIDENCE stands for five columns.
"""

from __future__ import annotations

EVIDENCE = "document start end quote textDigest"

PARAMETERS = {
    "references-in": "document",
    "references-to": "cited",
    "suspect-references": "dossier?",
    "motions-answered-in": "document",
    "what-happened-to": "motion",
    "motions": "dossier? party? outcome? from? to?",
    "motions-without-response": "months dossier? asOf?",
    "votes-on": "motion",
    "commitments": "status? dossier? topic? from? to? asOf?",
    "announcements": "document? asOf?",
    "actors-in": "document",
    "laws-in": "document",
    "law-history": "law",
    "threat-levels": "",
    "strategy-in-force": "date",
    "dossier-timeline": "dossier",
    "roles-of": "person",
    "claims-about": "thing",
    "cooperation-with": "party?",
    "measures": "topic?",
    "studies": "organisation?",
    "bills-announced": "",
    "source-of": "subject predicate object",
}

COLUMNS = {
    "references-in": "citation text target? targetId? resolutionStatus note? EVIDENCE",
    "references-to": "citation citing citingId date? text resolutionStatus EVIDENCE",
    "suspect-references": "citation text printedId reason suggestion? EVIDENCE",
    "motions-answered-in": (
        "response motion motionId? submitters fulfilmentStatus obstacle? fulfilledBy? request? EVIDENCE"
    ),
    "what-happened-to": "date event fulfilmentStatus? EVIDENCE?",
    "motions": "motion motionId date? title submitters outcome? governmentAdvice? responses",
    "motions-without-response": "motion motionId date title submitters",
    "votes-on": "decision date result group member? choice seats mistaken?",
    "commitments": (
        "commitment commitmentId? kind text madeBy? madeTo? madeOn? madeIn? due? dueLatest? fulfilledBy?"
        " fulfilledOn? commitmentStatus daysLate? EVIDENCE?"
    ),
    "announcements": ("announcement text expected? expectedLatest? deliveredBy? deliveredOn? daysLate? EVIDENCE"),
    "actors-in": "actor name kind role? EVIDENCE",
    "laws-in": "law name bwbId? article? EVIDENCE",
    "law-history": "date article number effect? version? validDuring? gazette? gazetteId? dossier?",
    "threat-levels": "assessment? name date level? levelName? scale? area? documentId?",
    "strategy-in-force": "strategy name from to documentId?",
    "dossier-timeline": "date? document documentId kind title",
    "roles-of": "role organisation from? to?",
    "claims-about": "claim text modality saidBy EVIDENCE",
    "cooperation-with": "cooperation name parties since? topic? EVIDENCE",
    "measures": "measure name kind legalBasis? strategy? EVIDENCE",
    "studies": "study name supervisedBy? requestedBy? started? due? resultsIn? EVIDENCE",
    "bills-announced": "bill name legislativeStatus wouldChange? EVIDENCE",
    "source-of": "graph rule? confidence? run EVIDENCE?",
}

UNKNOWN = {("votes-on", "seats")}
"""Columns that the contract does not mark, yet no source may tell: a number made up would be worse than none."""


def columns(name: str) -> list[str]:
    """The columns of a query in order, optional ones with a `?`."""
    return [f"{column}?" if (name, column) in UNKNOWN else column for column in _marked(name)]


def _marked(name: str) -> list[str]:
    optional = " ".join(f"{column}?" for column in EVIDENCE.split())
    return COLUMNS[name].replace("EVIDENCE?", optional).replace("EVIDENCE", EVIDENCE).split()
