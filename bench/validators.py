"""Three SHACL validators on the same graph with the same planted faults: do they find the same, and how fast?

    python bench/validators.py [--copies 40] [--runs 5] [--skip-pyshacl]

The graph is the passing examples of `ontology/examples/`, copied under other numbers, with the failing examples beside
it; each failing node says by `ex:breaks` which rules it breaks, so the right answer is known. Machines are noisy:
read the ratios. shacl-rust is no dependency of the project: without it, its line is left out.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import logging
import statistics
import time
import warnings
from collections.abc import Callable, Iterable

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from ctgraph.assets import folder
from ctgraph.graph.ontology import file_quads, files
from ctgraph.graph.shapes import load_rules
from ctgraph.namespaces import SH

ONTOLOGY = folder("ontology")
BREAKS = "https://example.org/fault/breaks"

Finding = tuple[str, str]
Validator = Callable[[], set[Finding]]


def text(triples: Iterable[Triple]) -> str:
    """The triples as N-Triples, each once."""
    return (serialize(dict.fromkeys(triples), format=RdfFormat.N_TRIPLES) or b"").decode()


def examples(*, faulty: bool) -> list[Quad]:
    """The failing or the passing examples."""
    paths = sorted((ONTOLOGY / "examples").glob("*.ttl"))
    return [quad for path in paths if path.stem.endswith(".invalid") == faulty for quad in parse(path=path)]


def shapes() -> str:
    """The shapes that a release must pass as N-Triples; what is recommended is none of them."""
    found = [(stem, path) for stem, path in files(ONTOLOGY) if path.parent.name == "shapes"]
    chosen = [(stem, path) for stem, path in found if path.stem != "recommended"]
    return text(quad.triple for stem, path in chosen for quad in file_quads(path, stem))


def graph(copies: int, background: str) -> str:
    """The passing examples under `copies` numbers, the failing ones once, and what the shapes need beside them."""
    sound = text(quad.triple for quad in examples(faulty=False))
    copied = "".join(sound.replace("99999", str(10_000 + copy)) for copy in range(copies))
    rest = [quad.triple for quad in examples(faulty=True) if quad.predicate.value != BREAKS]
    return copied + sound + text(rest) + background


def planted() -> set[Finding]:
    """The right answer."""
    return {
        (bare(str(quad.subject)), bare(str(quad.object)))
        for quad in examples(faulty=True)
        if quad.predicate.value == BREAKS
    }


def bare(term: str) -> str:
    """An IRI without its brackets."""
    return term.removeprefix("<").removesuffix(">")


def with_shacl(data: str) -> Validator:
    """shacl, its shapes compiled beforehand as `ctgraph.graph.shapes` does."""
    compiled = load_rules(ONTOLOGY).compiled

    def run() -> set[Finding]:
        results = compiled.validate_text(data, format="ntriples").results
        return {(bare(result.focus_node), bare(result.source_shape or "")) for result in results}

    return run


def with_shacl_rust(data: str, rules: str, *, index: bool) -> Validator:
    """shacl-rust, with or without its experimental index; it compiles the shapes each time."""
    module = importlib.import_module("shacl_rust")

    def run() -> set[Finding]:
        formats = {"data_format": "nt", "shapes_format": "nt", "experimental_index": index}
        results = module.validate(data, rules, **formats)["results"]
        return {(bare(result["focusNode"]), bare(result.get("sourceShape", ""))) for result in results}

    return run


def with_pyshacl(data: str, rules: str) -> Validator:
    """pySHACL; reading the graph into rdflib is part of the run, for it is part of the price."""
    pyshacl = importlib.import_module("pyshacl")
    rdflib = importlib.import_module("rdflib")

    def run() -> set[Finding]:
        shapes_graph = rdflib.Graph().parse(data=rules, format="nt")
        data_graph = rdflib.Graph().parse(data=data, format="nt")
        _, report, _ = pyshacl.validate(data_graph, shacl_graph=shapes_graph)
        focus, source = rdflib.URIRef(SH + "focusNode"), rdflib.URIRef(SH + "sourceShape")
        # Results within results explain a failed sh:node; the report itself points to the outer ones only.
        outer = set(report.objects(None, rdflib.URIRef(SH + "result")))
        return {(str(report.value(each, focus)), str(report.value(each, source))) for each in outer}

    return run


def measure(run: Validator, runs: int) -> tuple[float, list[set[Finding]]]:
    """The median seconds, and what each run found."""
    seconds, found = [], []
    for _ in range(runs):
        start = time.perf_counter()
        found.append(run())
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), found


def row(name: str, seconds: float, fastest: float, found: list[set[Finding]]) -> str:
    """One line of the table: findings, faults missed, false alarms, whether runs agree, time and ratio."""
    right = planted()
    missed = len(right - found[0])
    false = len(found[0] - right)
    agree = "yes" if all(each == found[0] for each in found) else "no"
    return (
        f"{name:<22}{len(found[0]):>9}{missed:>8}{false:>8}{agree:>7}{seconds * 1000:>11.0f}{seconds / fastest:>9.1f}"
    )


def validators(data: str, rules: str, *, slow: bool) -> dict[str, Validator]:
    """The validators that are installed."""
    chosen = {"shacl": with_shacl(data)}
    if importlib.util.find_spec("shacl_rust") is not None:
        chosen["shacl-rust"] = with_shacl_rust(data, rules, index=False)
        chosen["shacl-rust, index"] = with_shacl_rust(data, rules, index=True)
    if slow:
        chosen["pyshacl"] = with_pyshacl(data, rules)
    return chosen


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--copies", type=int, default=40)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--skip-pyshacl", action="store_true")
    chosen = options.parse_args()
    # rdflib warns of the ill-formed dates that are planted on purpose.
    logging.getLogger("rdflib").setLevel(logging.CRITICAL)
    warnings.simplefilter("ignore")

    data = graph(chosen.copies, load_rules(ONTOLOGY).background)
    print(f"{data.count(chr(10)):,} triples, {len(planted())} planted faults, {chosen.runs} runs each")
    print(f"{'validator':<22}{'findings':>9}{'missed':>8}{'false':>8}{'agree':>7}{'ms':>11}{'ratio':>9}")
    fastest = None
    for name, run in validators(data, shapes(), slow=not chosen.skip_pyshacl).items():
        seconds, found = measure(run, 1 if name == "pyshacl" else chosen.runs)
        fastest = fastest or seconds
        print(row(name, seconds, fastest, found))


if __name__ == "__main__":
    main()
