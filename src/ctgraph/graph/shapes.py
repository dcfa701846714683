"""The graph held against its SHACL shapes; the report as our own record, in Dutch and English.

The validator knows no ontology beside the data, so what the shapes need of it (which class is under which, which
value is in which list) is laid under the data on each check. It also gives one message a result; ours are looked
up in the shapes, by the rule that was broken.

A rule that something is said once holds of each source: where two sources say it differently, the graph keeps both, and
a check query tells of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize
from shacl import Result, Shapes

from ctgraph.graph.ontology import file_triples, files
from ctgraph.namespaces import GRAPH, PROV, RDFS, SH

_RECOMMENDED = "recommended"
"""The file of the shapes that say what a thing should have, and may lack; all others say what it must have."""
_MESSAGE = NamedNode(SH + "message")
_MAX_COUNT = NamedNode(SH + "maxCount")
_AT_MOST = SH + "MaxCountConstraintComponent"
_SUBCLASS = NamedNode(RDFS + "subClassOf")
_DERIVED_FROM = NamedNode(PROV + "wasDerivedFrom")

_Said = tuple[str, str, str]
"""Subject, property and graph of a statement, as N-Quads writes them."""


class Violation(Struct, frozen=True, order=True):
    """A node that breaks a rule.

    `focus`, `path` and `rule` are IRIs, `path` empty where the rule is about the node as a whole; `value` is the
    offending value as an N-Triples term, empty where one is missing. `graphs` are the named graphs that speak
    of the node, and so the sources in which to look; `rows` the rows or records there that it comes from.
    """

    focus: str
    rule: str
    path: str
    value: str
    message_nl: str
    message_en: str
    graphs: tuple[str, ...]
    rows: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that speak of the node: `text/kst-29754-645`, `register/motions`."""
        return tuple(graph.removeprefix(GRAPH) for graph in self.graphs)


class Rules(Struct, frozen=True):
    """Compiled shapes, what they need of the ontology, and the words of each rule by language."""

    compiled: Shapes
    background: str
    messages: Mapping[str, Mapping[str, str]]
    limits: Mapping[str, int]


def load_rules(folder: Path, recommended: bool = False) -> Rules:
    """Read the shapes of an ontology folder, and what of its modules and values they rest on.

    With `recommended` those of the fields that a thing should have, in place of those that every release passes.
    """
    shapes: list[Triple] = []
    background: list[Triple] = []
    for _, path in files(folder):
        triples = file_triples(path)
        if path.parent.name == "shapes":
            shapes += triples if (path.stem == _RECOMMENDED) == recommended else ()
        elif path.parent.name == "concepts":
            background += triples
        else:
            background += [triple for triple in triples if triple.predicate == _SUBCLASS]
    compiled = Shapes.from_text(_text(shapes), format="ntriples")
    return Rules(compiled, _text(background), _messages(shapes), _limits(shapes))


def conforms(statements: Sequence[bytes], beside: Sequence[Quad], rules: Rules) -> bool:
    """Whether lines of N-Quads break no rule, in the light of what is said beside them.

    The same as that `check` finds nothing, and much quicker, for no quads are made.
    """
    if not statements:
        return True
    triples = b" .\n".join([line[: line.rindex(b" <")] for line in statements]).decode() + " .\n"
    text = triples + _text(quad.triple for quad in beside) + rules.background
    report = rules.compiled.validate_text(text, format="ntriples")
    if report.conforms:
        return True
    nodes = {result.focus_node for result in report.results}
    return not _broken(report.results, rules, chain(_said(statements, nodes), _stated(beside, nodes)))


def check(quads: Iterable[Quad], rules: Rules) -> tuple[Violation, ...]:
    """Every violation in the union of the graphs, sorted; the ontology may be among the quads or not."""
    data = tuple(quads)
    text = _text(quad.triple for quad in data) + rules.background
    report = rules.compiled.validate_text(text, format="ntriples")
    if report.conforms:
        return ()
    broken = _broken(report.results, rules, _stated(data, {result.focus_node for result in report.results}))
    if not broken:
        return ()
    nodes = {result.focus_node for result in broken}
    graphs, rows = _graphs(data, nodes), _rows(data, nodes)
    return tuple(sorted({_violation(result, rules.messages, graphs, rows) for result in broken}))


def _broken(results: Sequence[Result], rules: Rules, said: Iterable[_Said]) -> list[Result]:
    """The results but those of nodes with too many values of which no graph by itself has too many: sources differ."""
    limits: dict[tuple[str, str], int] = {}
    for result in results:
        limit = rules.limits.get(_iri(result.source_shape or ""))
        if result.component_iri == _AT_MOST and limit is not None:
            limits[result.focus_node, result.path or ""] = limit
    counts = Counter(each for each in said if each[:2] in limits) if limits else Counter[_Said]()
    over = {(subject, path) for (subject, path, _), count in counts.items() if count > limits[subject, path]}
    apart = limits.keys() - over
    return [result for result in results if (result.focus_node, result.path or "") not in apart]


def _stated(quads: Iterable[Quad], nodes: set[str]) -> Iterator[_Said]:
    """What is said of nodes."""
    for quad in quads:
        if (subject := str(quad.subject)) in nodes:
            yield subject, str(quad.predicate), str(quad.graph_name)


def _said(lines: Iterable[bytes], nodes: set[str]) -> Iterator[_Said]:
    """The same of lines of N-Quads: the parts of a line up to its object hold no space, nor does its graph."""
    written = {node.encode() for node in nodes}
    for line in lines:
        if line[: line.index(b" ")] in written:
            subject, predicate, rest = line.decode().split(" ", 2)
            yield subject, predicate, rest[rest.rindex(" <") + 1 : -len(" .\n")]


def _text(triples: Iterable[Triple]) -> str:
    return (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()


def _limits(shapes: Iterable[Triple]) -> dict[str, int]:
    """How many values each rule on numbers allows."""
    found = (each for each in shapes if each.predicate == _MAX_COUNT and isinstance(each.object, Literal))
    return {_iri(str(each.subject)): int(each.object.value) for each in found if isinstance(each.object, Literal)}


def _messages(shapes: Iterable[Triple]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for triple in shapes:
        if triple.predicate == _MESSAGE and isinstance(triple.object, Literal):
            found[_iri(str(triple.subject))][triple.object.language or ""] = triple.object.value
    return dict(found)


def _graphs(quads: Iterable[Quad], nodes: set[str]) -> dict[str, tuple[str, ...]]:
    """The graphs in which each of the nodes is a subject; a node is written as an N-Triples term."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        subject = str(quad.subject)
        if subject in nodes:
            found[subject].add(_iri(str(quad.graph_name)))
    return {node: tuple(sorted(graphs)) for node, graphs in found.items()}


def _rows(quads: Iterable[Quad], nodes: set[str]) -> dict[str, tuple[str, ...]]:
    """The rows that each of the nodes comes from: `register/motions#kst-29754-645`."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        if quad.predicate == _DERIVED_FROM and str(quad.subject) in nodes:
            found[str(quad.subject)].add(_iri(str(quad.object)).removeprefix(GRAPH))
    return {node: tuple(sorted(rows)) for node, rows in found.items()}


def _violation(
    result: Result,
    messages: Mapping[str, Mapping[str, str]],
    graphs: Mapping[str, tuple[str, ...]],
    rows: Mapping[str, tuple[str, ...]],
) -> Violation:
    rule = _iri(result.source_shape or "")
    words = messages.get(rule, {})
    return Violation(
        focus=_iri(result.focus_node),
        rule=rule,
        path=_iri(result.path or ""),
        value=_value(result),
        message_nl=words.get("nl", ""),
        message_en=words.get("en", ""),
        graphs=graphs.get(result.focus_node, ()),
        rows=rows.get(result.focus_node, ()),
    )


def _value(result: Result) -> str:
    """The offending value; a rule about the node as a whole has none but the node itself."""
    return "" if result.value in (None, result.focus_node) else str(result.value)


def _iri(term: str) -> str:
    return term.removeprefix("<").removesuffix(">")
