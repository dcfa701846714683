"""From one file to what it states: read, find, link. The same steps for build, extract, resolve and the API."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from pathlib import Path

from ctgraph import assets
from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.link.account import link, link_named
from ctgraph.link.knowledge import Knowledge
from ctgraph.model.claims import Account
from ctgraph.model.document import Document
from ctgraph.model.gazetteer import Gazetteer
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.pipeline.gazetteer import gazetteer
from ctgraph.pipeline.phenomena import load_phenomena
from ctgraph.readers import read, read_document
from ctgraph.readers.plain_text import read_plain_text
from ctgraph.sources.register import load_register


class Asked:
    """The papers of a build, and for which of them it mattered whether they are among these."""

    def __init__(self) -> None:
        self._held: Container[str] = ()
        self._answers: dict[str, bool] = {}

    def begin(self, held: Container[str]) -> None:
        """Begin anew, among these papers."""
        self._held = held
        self._answers = {}

    def __contains__(self, identifier: object) -> bool:
        answer = identifier in self._held
        self._answers[str(identifier)] = answer
        return answer

    @property
    def answers(self) -> tuple[tuple[str, bool], ...]:
        """Each id asked for since the beginning, with the answer; sorted."""
        return tuple(sorted(self._answers.items()))


class Reading:
    """Reads documents against one gazetteer; make one and use it for all of them."""

    def __init__(self, known: Gazetteer) -> None:
        self._gazetteer = known
        self._scanner = scanner(known)
        self._held = Asked()
        self._knowledge = Knowledge(known, self._held)

    @classmethod
    def of_register(cls, register: Path, ontology: Path) -> Reading:
        """A reading against the register and the ontology in these folders; raises RegisterError or InputError."""
        return cls(gazetteer(load_register(register), load_phenomena(ontology)))

    @classmethod
    def shipped(cls) -> Reading:
        """A reading against the register and the ontology that this version ships."""
        return cls.of_register(assets.folder("register"), assets.folder("ontology"))

    def document(self, source: SourceFile) -> Document:
        """Read a file that holds a text; raises InputError."""
        return read_document(source, self._gazetteer.papers)

    def intake(self, source: SourceFile) -> Intake:
        """Read a file of any known format: its text, its records, or both; raises InputError."""
        return read(source, self._gazetteer.papers)

    def holding(self, documents: Container[str]) -> Asked:
        """Count these documents as held by the graph, besides those of the register; says later which mattered."""
        self._held.begin(documents)
        return self._held

    def account(self, document: Document) -> Account:
        """Find and link everything in a document."""
        return link(document, read_mentions(document, self._scanner), self._knowledge)

    def named(self, document: Document) -> Account:
        """What annotations show of a document: as `account`, without what only statements need."""
        return link_named(document, read_mentions(document, self._scanner), self._knowledge)

    def text(self, text: str, day: date | None = None, identifier: str = "text") -> Account:
        """Read a piece of text that is no file, such as a question typed by a person; as it stands, whatever its form.

        Raises InputError for what is no text: empty, or with a NUL in it.
        """
        source = SourceFile(identifier, text.encode(), identifier, day)
        return self.account(read_plain_text(source, self._gazetteer.papers))
