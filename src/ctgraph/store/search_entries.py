"""What the index for full text holds of each document, as the store of a release says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from ctgraph.namespaces import DCTERMS, DEF, ID, PROV, SKOS

_DOCUMENT: Final = ID + "document/"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A text of a document, or a document of which only the title is held: `digest` is empty then.

    `dossiers` are separated by spaces.
    """

    document: str
    digest: str
    number: str
    title: str
    kind: str
    day: str
    dossiers: str

    def text(self, texts: Path) -> str:
        """Its text, of those in a folder."""
        return (texts / f"{self.digest}.txt").read_bytes().decode() if self.digest else ""


def entries_of(store: Path, texts: Path) -> list[Entry]:
    """Each text with its document, and each document with a title and no text; sorted."""
    held_in = Store.read_only(str(store))
    titles = _least(held_in, DCTERMS + "title")
    numbers, kinds, days = _least(held_in, DEF + "officialIdentifier"), _kinds(held_in), _days(held_in)
    dossiers = _dossiers(held_in)
    # A digest whose text is not stored is that of a text that others hold.
    held = {(document, digest) for document, digest in _texts(held_in) if (texts / f"{digest}.txt").is_file()}
    untold = {(document, "") for document in titles if document.startswith(_DOCUMENT)}
    untold -= {(document, "") for document, _ in held}
    return [
        Entry(
            document,
            digest,
            numbers.get(document, document.removeprefix(_DOCUMENT)),
            titles.get(document, ""),
            kinds.get(document, ""),
            days.get(document, ""),
            dossiers.get(document, ""),
        )
        for document, digest in sorted(held | untold)
    ]


def _pairs(store: Store, predicate: str) -> Iterator[tuple[str, str]]:
    """Subject and object of each statement with this predicate."""
    for quad in store.quads_for_pattern(None, NamedNode(predicate), None, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, (NamedNode, Literal)):
            yield quad.subject.value, quad.object.value


def _least(store: Store, predicate: str) -> dict[str, str]:
    """The least object of each subject."""
    return dict(sorted(_pairs(store, predicate), reverse=True))


def _texts(store: Store) -> set[tuple[str, str]]:
    """Each document with the digest of a text that was read of it."""
    digests = NamedNode(DEF + "textDigest")
    return {
        (document, quad.object.value)
        for run, document in _pairs(store, PROV + "used")
        if document.startswith(_DOCUMENT)
        for quad in store.quads_for_pattern(NamedNode(run), digests, None, DefaultGraph())
        if isinstance(quad.object, Literal)
    }


def _kinds(store: Store) -> dict[str, str]:
    notations = _least(store, SKOS + "notation")
    return {document: notations.get(kind, "") for document, kind in _least(store, DEF + "documentKind").items()}


def _days(store: Store) -> dict[str, str]:
    first = _least(store, DEF + "earliest")
    return _first_of(_pairs(store, DEF + "documentDate"), first)


def _first_of(pairs: Iterable[tuple[str, str]], values: Mapping[str, str]) -> dict[str, str]:
    told = [(subject, values[through]) for subject, through in pairs if through in values]
    return dict(sorted(told, reverse=True))


def _dossiers(store: Store) -> dict[str, str]:
    dossier = _least(store, DEF + "inDossier")
    told = {
        (document, dossier[entry].removeprefix(ID + "dossier/"))
        for document, entry in _pairs(store, DEF + "dossierEntry")
        if entry in dossier
    }
    return {
        document: " ".join(number for _, number in group)
        for document, group in groupby(sorted(told), key=lambda pair: pair[0])
    }
