"""What the statements of one text rest on: passages, the run that read them, rule and confidence.

A `Sheet` is the named graph of one text while it is being written. The only way to state something on it is
`Sheet.about`, which asks for evidence, so that every subject can be traced. Passages and the run need none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ctgraph.graph.terms import LABEL, TYPE, USED, ctg, decimal, integer, node, text, thing
from ctgraph.identifiers import Kind, TextKeys, graph_iri, iri, passage_iri
from ctgraph.model.claims import Evidence, Ref
from ctgraph.model.document import Document, Span

Object = NamedNode | Literal

_SUPPORTED_BY = str(ctg("supportedBy"))
_RULE = str(ctg("rule"))
_CONFIDENCE = str(ctg("confidence"))
_EXTRACTED_BY = str(ctg("extractedBy"))
_IN_DOCUMENT = str(ctg("inDocument"))
_START = str(ctg("startPosition"))
_END = str(ctg("endPosition"))
_EXACT_TEXT = str(ctg("exactText"))
_READABLE_TEXT = str(ctg("readableText"))
_TEXT_DIGEST = str(ctg("textDigest"))
_A_PASSAGE = f"{TYPE} {ctg('Passage')}"


class Subject:
    """A thing that statements are made about, with its evidence already on the sheet."""

    __slots__ = ("_sheet", "node")

    def __init__(self, sheet: Sheet, subject: NamedNode) -> None:
        self._sheet = sheet
        self.node = subject

    def say(self, predicate: str | NamedNode, *objects: Object) -> Subject:
        """State each object; a predicate given as a string is a local name of our ontology."""
        term = ctg(predicate) if isinstance(predicate, str) else predicate
        for item in objects:
            self._sheet.put(self.node, term, item)
        return self


class Sheet:
    """The statements of one text: each once, in the order first made.

    `home` is the node of the document. `stated` are the things that the account describes itself, of which
    a mere mention need not say what they are.
    """

    def __init__(self, document: Document, version: str, stated: frozenset[Ref] = frozenset()) -> None:
        self.document = document
        self.home = thing("document", document.id)
        self.stated = stated | {Ref("document", document.id)}
        self._keys = TextKeys(document.id)
        self._version = version
        self._graph = node(graph_iri(document.reader, document.id))
        self._run = node(run_iri(document, version))
        self._said: dict[str, None] = {}
        self._written = _Written()
        self._evidence: dict[NamedNode, dict[Evidence, None]] = {}
        self._passages: dict[Span, tuple[NamedNode, str]] = {}

    def put(self, subject: NamedNode, predicate: NamedNode, item: Object) -> None:
        """Write one statement down; writers of statements go through `about`."""
        written = self._written
        self._said[f"{written[subject]} {written[predicate]} {written[item]}"] = None

    def about(self, subject: NamedNode, evidence: Iterable[Evidence], *classes: str) -> Subject:
        """Begin statements about a thing, with what they rest on; ValueError for none."""
        rests = self._evidence.setdefault(subject, {})
        rests.update(dict.fromkeys(evidence))
        if not rests:
            raise ValueError(f"{subject} was to be stated without evidence")
        for name in classes:
            self.put(subject, TYPE, ctg(name))
        return Subject(self, subject)

    def passage(self, evidence: Evidence) -> NamedNode:
        """The node of a stretch of the text; the passage itself is described once, at the end."""
        known = self._passages.get(evidence.span)
        if known is None:
            span = evidence.span
            address = node(passage_iri(self.document.id, self.document.digest, span.start, span.end))
            known = self._passages[span] = (address, evidence.readable)
        return known[0]

    def mint(self, kind: Kind, evidence: Sequence[Evidence]) -> Ref:
        """A reference for a thing that only this text holds and that the account has no reference for."""
        while (ref := Ref(kind, self._keys.reference(kind, evidence[0].readable))) in self.stated:
            continue
        return ref

    def first(self) -> Evidence | None:
        """The evidence that stands first in the text, of all on the sheet; None on an empty sheet."""
        return min((item for rests in self._evidence.values() for item in rests), default=None)

    def lines(self) -> list[bytes]:
        """All statements, then what each subject rests on, the passages, and the run: N-Quads, a line each.

        Quads cost several times as much to make, so whoever writes them down is better served with lines.
        """
        self._finish()
        end = f" {self._graph} .\n"
        return (end.join(self._said) + end).encode().splitlines(keepends=True)

    def quads(self) -> Iterator[Quad]:
        """The same as quads."""
        return parse(b"".join(self.lines()), format=RdfFormat.N_QUADS)

    def _finish(self) -> None:
        for subject, rests in self._evidence.items():
            self._support(subject, list(rests))
        for span, (address, readable) in self._passages.items():
            self._describe(span, address, readable)
        self._describe_run()

    def _support(self, subject: NamedNode, rests: list[Evidence]) -> None:
        """One confidence for a subject: that of its weakest evidence, so that none looks surer than it is."""
        written, name = self._written, self._written[subject]
        confidence = decimal(min(item.confidence for item in rests))
        self._write(
            *[f"{name} {_SUPPORTED_BY} {written[self.passage(item)]}" for item in rests],
            *[f"{name} {_RULE} {written[text(rule)]}" for rule in dict.fromkeys(item.rule for item in rests)],
            f"{name} {_CONFIDENCE} {written[confidence]}",
            f"{name} {_EXTRACTED_BY} {written[self._run]}",
        )

    def _describe(self, span: Span, address: NamedNode, readable: str) -> None:
        written, name = self._written, self._written[address]
        exact = self.document.quote(span)
        words = str(text(exact))
        self._write(
            f"{name} {_A_PASSAGE}",
            f"{name} {_IN_DOCUMENT} {written[self.home]}",
            f"{name} {_START} {written[integer(span.start)]}",
            f"{name} {_END} {written[integer(span.end)]}",
            f"{name} {_EXACT_TEXT} {words}",
            f"{name} {_READABLE_TEXT} {words if readable == exact else text(readable)}",
            f"{name} {_TEXT_DIGEST} {written[text(self.document.digest)]}",
        )

    def _write(self, *triples: str) -> None:
        """Write down what all subjects or passages have, of which there are so many that `put` is felt."""
        self._said.update(dict.fromkeys(triples))

    def _describe_run(self) -> None:
        name, version = self.document.id, self._version
        self.put(self._run, TYPE, ctg("Extraction"))
        self.put(self._run, USED, self.home)
        self.put(self._run, ctg("textDigest"), text(self.document.digest))
        self.put(self._run, ctg("softwareVersion"), text(version))
        self.put(self._run, LABEL, text(f"Lezing van {name} door ctgraph {version}", "nl"))
        self.put(self._run, LABEL, text(f"Reading of {name} by ctgraph {version}", "en"))


class _Written(dict[Object, str]):
    """Terms as N-Quads writes them, each written once."""

    def __missing__(self, term: Object) -> str:
        found = self[term] = str(term)
        return found


def run_iri(document: Document, version: str) -> str:
    """The run: the same text read by the same reader and version is the same run, whenever it is done."""
    key = hashlib.sha256(f"{document.digest} {document.reader} {version}".encode()).hexdigest()[:12]
    return iri("run", document.id, key)
