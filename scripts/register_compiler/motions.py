"""motions.csv: motions with their submitters, the motion that each replaces, and the advice of the government."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ctgraph.identifiers import slug
from ctgraph.readers.tk_subject import Subject, read_subject
from register_compiler.open_data import Case
from register_compiler.people import People
from register_compiler.signatures import Signatures
from register_compiler.tables import Cells

_ADVICE = MappingProxyType(
    {
        "Geen (expliciete) appreciatie": "geen-expliciete-appreciatie",
        "Ontijdig": "ontijdig",
        "Ontraden": "ontraden",
        "Ontraden, tenzij gewijzigd": "ontraden-tenzij-gewijzigd",
        "Oordeel Kamer": "oordeel-kamer",
        "Overbodig": "overbodig",
        "Overgenomen": "overgenomen",
        "Verzocht motie aan te houden": "verzocht-motie-aan-te-houden",
    }
)
"""What "not yet known" and "not available" say is nothing."""


class Motions:
    """The motions among the papers, and who submitted them."""

    def __init__(
        self,
        papers: Mapping[str, Case],
        signed: Mapping[str, Signatures],
        people: People,
        groups: Mapping[str, str],
    ) -> None:
        self.cases = {key: case for key, case in papers.items() if case.kind == "Motie"}
        self._signed = signed
        self._people = people
        self._groups = groups
        for key, case in self.cases.items():
            self._meet(key, case)

    def rows(self) -> Iterator[Cells]:
        """One row a motion."""
        for key, case in self.cases.items():
            subject = read_subject(case.subject)
            names = self.names(key, subject)
            yield {
                "key": key,
                "title": case.subject,
                "date": case.date,
                "submitters": "; ".join(self._submitter(name, case) for name in names),
                "others_unnamed": "yes" if subject.others and len(names) < 2 else "",
                "replaces": self.replaced(key, subject),
                "advice": _ADVICE.get(case.advice, ""),
                "source": case.source,
                "confidence": "high",
            }

    def names(self, key: str, subject: Subject) -> tuple[str, ...]:
        """The signatures where they go on from the names in the subject line, else those names."""
        signed = self._signed[key].printed if key in self._signed else ()
        first = {slug(name) for name in signed[: len(subject.names)]}
        agrees = bool(subject.names) and first == {slug(name) for name in subject.names}
        return signed if agrees else subject.names

    def replaced(self, key: str, subject: Subject) -> str:
        """The motion replaced, if it is one of the same dossier and an earlier number."""
        if subject.replaces is None:
            return ""
        dossier, number = subject.replaces
        own, _, sub = key.removeprefix("kst-").rpartition("-")
        return f"kst-{dossier}-{number}" if dossier == own and number < int(sub) else ""

    def used(self) -> set[str]:
        """The persons who submitted any of the motions."""
        found = (
            self._people.find(name, case.date)
            for key, case in self.cases.items()
            for name in self.names(key, read_subject(case.subject))
        )
        return {known.key for known in found if known}

    def group_of_first(self, key: str) -> str:
        """The group of the first submitter, if known."""
        case = self.cases[key]
        names = self.names(key, read_subject(case.subject))
        known = self._people.find(names[0], case.date) if names else None
        return known.group_on(case.date) if known else ""

    def _meet(self, key: str, case: Case) -> None:
        for actor in case.actors:
            self._people.meet(actor, case, self._groups.get(slug(actor.group), ""))
        for name in self._signed[key].registered if key in self._signed else ():
            self._people.meet_name(name, case.date)

    def _submitter(self, name: str, case: Case) -> str:
        known = self._people.find(name, case.date)
        if known is None:
            return name
        group = known.group_on(case.date)
        return f"{name} [{known.key}]" + (f" ({group})" if group else "")
