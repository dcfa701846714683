"""What a version ships, and what is made of it, each loaded when it is first asked for and then kept.

A build in which nothing changed asks for none of it but the fingerprint.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from ctgraph.graph.register.context import RegisterContext
from ctgraph.graph.shapes import Rules, load_rules
from ctgraph.model.official.crosswalk import Crosswalk
from ctgraph.model.records import Register
from ctgraph.model.withdrawals import Withdrawal
from ctgraph.pipeline.crosswalk import crosswalk
from ctgraph.pipeline.fingerprint import fingerprint
from ctgraph.pipeline.gazetteer import gazetteer
from ctgraph.pipeline.phenomena import load_phenomena
from ctgraph.pipeline.withdrawing import withdrawals
from ctgraph.sources.register import load_register
from ctgraph.version import VERSION

if TYPE_CHECKING:
    from ctgraph.pipeline.reading import Reading


class Folders(Struct, frozen=True):
    """What this version ships: the register, the ontology."""

    register: Path
    ontology: Path


class Stock:
    """The register, the ontology's rules, and what reading needs of both. Raises RegisterError or InputError."""

    def __init__(self, folders: Folders) -> None:
        self.folders = folders

    def load(self) -> None:
        """Load what reading needs, at a time of the caller's choice."""
        _ = (self.reading, self.crosswalk, self.context, self.withdrawals, self.rules, self.fingerprint)

    @cached_property
    def fingerprint(self) -> str:
        """The digest of all of it, and of the software."""
        return fingerprint(self.folders.register, self.folders.ontology)

    @cached_property
    def register(self) -> Register:
        """The register."""
        return load_register(self.folders.register)

    @cached_property
    def rules(self) -> Rules:
        """The shapes that every release passes."""
        return load_rules(self.folders.ontology)

    @cached_property
    def reading(self) -> Reading:
        """Reads documents against the register and the ontology."""
        from ctgraph.pipeline.reading import Reading  # noqa: PLC0415 - a third of the time to start, for nothing to read

        return Reading(gazetteer(self.register, load_phenomena(self.folders.ontology)))

    @cached_property
    def crosswalk(self) -> Crosswalk:
        """How official ids and names lead to the register's keys."""
        return crosswalk(self.register)

    @cached_property
    def context(self) -> RegisterContext:
        """What the register says of the things that a source speaks of."""
        return RegisterContext(self.register, VERSION)

    @cached_property
    def withdrawals(self) -> Mapping[str, tuple[Withdrawal, ...]]:
        """The withdrawn statements by the id of their document."""
        return withdrawals(self.register)
