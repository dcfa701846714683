"""The shapes on the examples that go with them: the sound ones pass, each planted fault is found."""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, parse

from ctgraph import assets
from ctgraph.graph.canonical import lines
from ctgraph.graph.ontology import ontology_quads
from ctgraph.graph.shapes import Rules, Violation, check, conforms, load_rules
from ctgraph.identifiers import graph_iri
from ctgraph.namespaces import DEF, RDF, RDFS, SH, SHAPE

ONTOLOGY = assets.folder("ontology")
FAULT = "https://example.org/fault/"
SPARSE = "https://example.org/sparse/"
FAULTY = sorted((ONTOLOGY / "examples").glob("*.invalid.ttl"))
SOUND = sorted(set((ONTOLOGY / "examples").glob("*.ttl")) - set(FAULTY))


@pytest.fixture(scope="module")
def rules() -> Rules:
    """The shapes of this version."""
    return load_rules(ONTOLOGY)


def quads(path: Path) -> list[Quad]:
    """An example in a graph named after its file."""
    graph = NamedNode(graph_iri("example", path.stem))
    return [Quad(quad.subject, quad.predicate, quad.object, graph) for quad in parse(path=path)]


def sound() -> list[Quad]:
    """All passing examples: together they are one small graph."""
    return [quad for path in SOUND for quad in quads(path)]


def planted(path: Path) -> set[tuple[str, str]]:
    """The nodes of a failing example with the rules that they say they break."""
    marked = (quad for quad in quads(path) if quad.predicate == NamedNode(FAULT + "breaks"))
    return {(str(quad.subject)[1:-1], str(quad.object)[1:-1]) for quad in marked}


def found(violations: tuple[Violation, ...]) -> set[tuple[str, str]]:
    """Violations as node and rule."""
    return {(each.focus, each.rule) for each in violations}


def test_the_sound_examples_conform(rules: Rules) -> None:
    """The passing examples break no rule."""
    assert check(sound(), rules) == ()


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_lines_conform_as_their_quads_do(path: Path, rules: Rules) -> None:
    """A source that is only written down breaks a rule where its quads do, in the light of what is beside it."""
    beside = sound()

    assert conforms([], beside, rules)
    assert not conforms(lines(quads(path)), beside, rules)


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_faulty_examples_break_what_they_say(path: Path, rules: Rules) -> None:
    """Each failing node breaks exactly the rules that stand beside it, and nothing else breaks one."""
    assert found(check([*sound(), *quads(path)], rules)) == planted(path)


def test_every_rule_has_a_case_that_fails(rules: Rules) -> None:
    """There is no rule with words that no failing example breaks."""
    broken = {rule for path in FAULTY for _, rule in planted(path)}

    assert set(rules.messages) - broken == set()


def shape_targets() -> dict[str, set[str]]:
    """What each shape with a target looks at: its classes, or the properties of its subjects."""
    kinds = {SH + "targetClass", SH + "targetSubjectsOf"}
    targets: dict[str, set[str]] = defaultdict(set)
    for quad in ontology_quads(ONTOLOGY):
        if quad.predicate.value in kinds:
            targets[str(quad.subject)].add(str(quad.object)[1:-1])
    return targets


def superclasses() -> dict[str, set[str]]:
    """The direct superclasses of each class."""
    above: dict[str, set[str]] = defaultdict(set)
    for quad in ontology_quads(ONTOLOGY):
        if quad.predicate.value == RDFS + "subClassOf":
            above[str(quad.subject)[1:-1]].add(str(quad.object)[1:-1])
    return above


def test_every_shape_has_a_case_that_passes() -> None:
    """Each shape looks at something in the passing examples, for every class or property that it names."""
    types = {str(quad.object)[1:-1] for quad in sound() if quad.predicate.value == RDF + "type"}
    seen, above = set(types), superclasses()
    while types:
        types = set().union(*(above[each] for each in types)) - seen
        seen |= types
    seen |= {quad.predicate.value for quad in sound()}

    assert {shape: missed for shape, target in shape_targets().items() if (missed := target - seen)} == {}


@pytest.fixture(scope="module")
def advice() -> Rules:
    """The shapes of the fields that a thing should have."""
    return load_rules(ONTOLOGY, recommended=True)


def sparse() -> set[tuple[str, str]]:
    """The nodes of the passing examples that say which recommended fields they lack, with the rules of those."""
    marked = (quad for quad in sound() if quad.predicate == NamedNode(SPARSE + "lacks"))
    return {(str(quad.subject)[1:-1], str(quad.object)[1:-1]) for quad in marked}


def test_recommended_fields_are_missed_where_they_lack(advice: Rules) -> None:
    """A node that lacks what it should have is reported for just that; each recommendation has such a node."""
    nodes = {node for node, _ in sparse()}
    missed = {(node, rule) for node, rule in found(check(sound(), advice)) if node in nodes}

    assert missed == sparse()
    assert set(advice.messages) == {rule for _, rule in sparse()}


def test_recommended_fields_are_not_missed_where_they_stand(advice: Rules) -> None:
    """Each recommendation is met by some node of the passing examples."""
    paths = {quad.subject: quad.object for quad in ontology_quads(ONTOLOGY) if quad.predicate.value == SH + "path"}
    missed = found(check(sound(), advice))
    for rule in advice.messages:
        having = {str(quad.subject)[1:-1] for quad in sound() if quad.predicate == paths[NamedNode(rule)]}
        assert having - {node for node, broken in missed if broken == rule}


def test_what_is_recommended_keeps_no_release_back(rules: Rules, advice: Rules) -> None:
    """The rules that a build holds its graph to have no recommendation among them, and every recommendation is one."""
    severities = {
        str(quad.subject)[1:-1]
        for quad in ontology_quads(ONTOLOGY)
        if quad.predicate.value == SH + "severity" and quad.object == NamedNode(SH + "Warning")
    }

    assert set(advice.messages) == severities
    assert set(rules.messages) & severities == set()


def test_every_rule_has_words_in_both_languages(rules: Rules, advice: Rules) -> None:
    """A message is one sentence in Dutch and one in English."""
    messages = {**rules.messages, **advice.messages}

    assert {rule for rule, words in messages.items() if set(words) != {"nl", "en"}} == set()
    assert all(text.endswith(".") for words in messages.values() for text in words.values())


def test_the_passages_of_the_examples_are_in_their_text() -> None:
    """The passing examples quote the text that lies beside them, at the right places."""
    text = (ONTOLOGY / "examples" / "kst-99999-12.txt").read_text(encoding="utf-8")
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in sound():
        if isinstance(quad.object, Literal):
            said[str(quad.subject)][quad.predicate.value.removeprefix(DEF)] = quad.object.value
    passages = [each for each in said.values() if "exactText" in each]

    assert passages
    for each in passages:
        assert text[int(each["startPosition"]) : int(each["endPosition"])] == each["exactText"]
        assert each["textDigest"] == hashlib.sha256(text.encode()).hexdigest()


def test_a_violation_names_node_rule_words_and_source(rules: Rules) -> None:
    """A motion with neither paper nor passage is reported with its rule in both languages and its graphs."""
    motion = NamedNode("https://w3id.org/ctgraph/id/motion/kst-1-1")
    graphs = [NamedNode(graph_iri("register", "motions")), NamedNode(graph_iri("text", "kst-1-2"))]
    statement = (NamedNode(RDF + "type"), NamedNode(DEF + "Motion"))
    violations = check([Quad(motion, *statement, graph) for graph in graphs], rules)

    assert [each.rule.removeprefix(SHAPE) for each in violations] == ["SourcedMotion", "SourcedThing"]
    assert violations[0] == Violation(
        focus=motion.value,
        rule=SHAPE + "SourcedMotion",
        path="",
        value="",
        message_nl="Een motie heeft een Kamerstuk met haar tekst, een zaaknummer, of een passage die haar noemt.",
        message_en="A motion has a paper with its text, a case number, or a passage that names it.",
        graphs=(graph_iri("register", "motions"), graph_iri("text", "kst-1-2")),
    )
    assert violations[0].sources == ("register/motions", "text/kst-1-2")


def test_a_violation_names_path_and_value(rules: Rules) -> None:
    """A row that is too sure of itself is reported with the property and the value, as an N-Triples term."""
    row = NamedNode("https://w3id.org/ctgraph/graph/register/motions#kst-1-1")
    decimal = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
    statement = Quad(row, NamedNode(DEF + "confidence"), Literal("1.5", datatype=decimal))
    violations = check([statement, Quad(row, NamedNode(RDF + "type"), NamedNode(DEF + "RegisterRow"))], rules)
    unsure = next(each for each in violations if each.path == DEF + "confidence")

    assert unsure.value == '"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'


@pytest.mark.parametrize("seed", range(3))
def test_the_report_does_not_depend_on_order(seed: int, rules: Rules) -> None:
    """The same statements in another order, some of them twice, give the same report."""
    statements = [*sound(), *(quad for path in FAULTY for quad in quads(path))]
    expected = check(statements, rules)
    shuffled = [*statements, *statements[::7]]
    random.Random(seed).shuffle(shuffled)

    assert check(shuffled, rules) == expected
    assert list(expected) == sorted(expected)


def test_the_ontology_may_be_among_the_statements(rules: Rules) -> None:
    """A whole release, ontology and shapes included, gives the same report as its data alone."""
    faulty = [*sound(), *quads(FAULTY[0])]

    assert check([*faulty, *ontology_quads(ONTOLOGY)], rules) == check(faulty, rules)


@pytest.mark.parametrize(("text", "end"), [("c\u0327a", 3), ("\U0001d54f", 1), ("«é»", 3)])
def test_length_is_counted_in_code_points(text: str, end: int, rules: Rules) -> None:
    """A combining mark counts as one, and so does a character outside the first plane."""
    passage = NamedNode("https://w3id.org/ctgraph/id/passage/kst-1-1/00000000/0-1")
    integer = NamedNode("http://www.w3.org/2001/XMLSchema#integer")

    def broken(last: int) -> bool:
        statements = [
            Quad(passage, NamedNode(RDF + "type"), NamedNode(DEF + "Passage")),
            Quad(passage, NamedNode(DEF + "exactText"), Literal(text)),
            Quad(passage, NamedNode(DEF + "startPosition"), Literal("0", datatype=integer)),
            Quad(passage, NamedNode(DEF + "endPosition"), Literal(str(last), datatype=integer)),
        ]
        return SHAPE + "PassageLength" in {each.rule for each in check(statements, rules)}

    assert not broken(end)
    assert broken(end + 1)


@pytest.mark.parametrize(("graphs", "broken"), [(("zaak/a", "zaak/b"), False), (("zaak/a", "zaak/a"), True)])
def test_sources_that_differ_break_no_rule(graphs: tuple[str, str], broken: bool, rules: Rules) -> None:
    """A vote with two numbers of seats breaks a rule if one source gives both, and none if two sources differ."""
    vote, seats = NamedNode("https://w3id.org/ctgraph/id/vote/x/y"), NamedNode(DEF + "seats")
    number = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    kind = Quad(vote, NamedNode(RDF + "type"), NamedNode(DEF + "VotePosition"), NamedNode(graph_iri("zaak", "a")))
    said = [
        Quad(vote, seats, Literal(str(count), datatype=number), NamedNode(graph_iri(*graph.split("/"))))
        for count, graph in enumerate(graphs)
    ]

    assert ("VotePosition-seats" in {each.rule.removeprefix(SHAPE) for each in check([kind, *said], rules)}) is broken


@pytest.mark.parametrize(("graph", "sound_still"), [("zaak/another", True), ("", False)])
def test_lines_of_sources_that_differ_conform(graph: str, sound_still: bool, rules: Rules) -> None:
    """Of lines the same holds as of quads: another number of seats from another source breaks no rule."""
    told = next(quad for quad in sound() if quad.predicate == NamedNode(DEF + "seats"))
    number = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    source = NamedNode(graph_iri(*graph.split("/"))) if graph else told.graph_name
    said = [*sound(), Quad(told.subject, told.predicate, Literal("149", datatype=number), source)]

    assert conforms(lines(said), [], rules) is sound_still
    assert conforms(lines(said[:-1]), said[-1:], rules) is sound_still
    assert (check(said, rules) == ()) is sound_still
