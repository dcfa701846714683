"""What the index for full text holds of each document, as the statements of a release say it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain, groupby
from pathlib import Path
from typing import Final

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ctgraph.namespaces import DCTERMS, DEF, ID, PROV, SKOS
from ctgraph.store.gathering import lines_of
from ctgraph.store.merging import Block

_DOCUMENT: Final = ID + "document/"
_TITLE: Final = DCTERMS + "title"
_NUMBER: Final = DEF + "officialIdentifier"
_KIND: Final = DEF + "documentKind"
_NOTATION: Final = SKOS + "notation"
_DATE: Final = DEF + "documentDate"
_EARLIEST: Final = DEF + "earliest"
_ENTRY: Final = DEF + "dossierEntry"
_DOSSIER: Final = DEF + "inDossier"
_USED: Final = PROV + "used"
_DIGEST: Final = DEF + "textDigest"

_TOLD: Final = frozenset(
    f"<{iri}>".encode()
    for iri in (_TITLE, _NUMBER, _KIND, _NOTATION, _DATE, _EARLIEST, _ENTRY, _DOSSIER, _USED, _DIGEST)
)
_DIGEST_OF: Final = (f"<{_DIGEST}>".encode(), f"<{ID}run/".encode())
"""Of the digests, those of runs: every passage of a text repeats it."""

_PASSAGES: Final = (f"<{ID}passage/".encode(), f"<{ID}passage0".encode())
"""Between these stand all lines about passages, for `0` comes right after `/`."""

_Told = defaultdict[str, list[tuple[str, str]]]
"""Subject and object of each statement, by predicate."""


class Entry(Struct, frozen=True, order=True):
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


def entries_of(statements: Path, texts: Path) -> list[Entry]:
    """Each text with its document, and each document with a title and no text; sorted. Reads a file of N-Quads."""
    told = _told(statements)
    titles, numbers = _least(told[_TITLE]), _least(told[_NUMBER])
    kinds, days, dossiers = _kinds(told), _days(told), _dossiers(told)
    # A digest whose text is not stored is that of a text that others hold.
    held = {(document, digest) for document, digest in _texts(told) if (texts / f"{digest}.txt").is_file()}
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


def _told(statements: Path) -> _Told:
    told: _Told = defaultdict(list)
    for block in lines_of(statements):
        for quad in parse(b"".join(_wanted(block)), format=RdfFormat.N_QUADS, lenient=True):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, (NamedNode, Literal)):
                told[quad.predicate.value].append((quad.subject.value, quad.object.value))
    return told


def _wanted(block: Block) -> Iterable[bytes]:
    """The lines that say something of a document; the parts of a line up to its object hold no space.

    None of a passage does, which are the most: those stand together and are left out without a look at each.
    """
    first, last = (bisect_left(block, end) for end in _PASSAGES)
    digest, run = _DIGEST_OF
    for line in chain(block[:first], block[last:]):
        predicate = line.split(b" ", 2)[1]
        if predicate in _TOLD and (predicate != digest or line.startswith(run)):
            yield line


def _least(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The least object of each subject."""
    return dict(sorted(pairs, reverse=True))


def _texts(told: _Told) -> set[tuple[str, str]]:
    """Each document with the digest of a text that was read of it."""
    by_run = defaultdict[str, list[str]](list)
    for run, digest in told[_DIGEST]:
        by_run[run].append(digest)
    return {
        (document, digest)
        for run, document in told[_USED]
        if document.startswith(_DOCUMENT)
        for digest in by_run.get(run, ())
    }


def _kinds(told: _Told) -> dict[str, str]:
    notations = _least(told[_NOTATION])
    return {document: notations.get(kind, "") for document, kind in _least(told[_KIND]).items()}


def _days(told: _Told) -> dict[str, str]:
    return _least(_through(told[_DATE], _least(told[_EARLIEST])))


def _through(pairs: Iterable[tuple[str, str]], values: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(subject, values[middle]) for subject, middle in pairs if middle in values]


def _dossiers(told: _Told) -> dict[str, str]:
    found = sorted(set(_through(told[_ENTRY], _least(told[_DOSSIER]))))
    return {
        document: " ".join(dossier.removeprefix(f"{ID}dossier/") for _, dossier in group)
        for document, group in groupby(found, key=lambda pair: pair[0])
    }
