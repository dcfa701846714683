"""The ontology's files are written in one form, and what is generated of them is fresh."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
import rdflib
from compile_ontology import RECORD, compile_ontology, generated
from pyoxigraph import Literal, NamedNode, Triple

from ctgraph import assets
from ctgraph.graph.ontology import ontology_quads
from ctgraph.graph.versions import numbers, objections, read_record, record
from ctgraph.graph.vocabulary import ONTOLOGY as HEADER
from ctgraph.graph.vocabulary import read_vocabulary
from ctgraph.namespaces import DCTERMS, OWL

ONTOLOGY = assets.folder("ontology")
FILES = sorted(ONTOLOGY.rglob("*.ttl"))
QUADS = tuple(ontology_quads(ONTOLOGY))
VOCABULARY = read_vocabulary(QUADS)
FORMATTER = shutil.which("turtlefmt", path=sysconfig.get_path("scripts"))


def is_formatted(path: Path) -> bool:
    """Whether turtlefmt would leave a file as it is."""
    assert FORMATTER is not None, "turtlefmt is not in the environment: pip install -e '.[dev]'"
    return subprocess.run([FORMATTER, "--check", str(path)], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ONTOLOGY)))
def test_a_file_parses_and_is_formatted(path: Path) -> None:
    """Every Turtle file is read by rdflib as well, and is in the form of turtlefmt: `turtlefmt ontology` puts it there."""
    assert len(rdflib.Graph().parse(path)) > 0
    assert is_formatted(path)


def test_a_file_in_another_form_is_found(tmp_path: Path) -> None:
    """A file with other spaces, but the same statements, does not pass."""
    text = FILES[0].read_text(encoding="utf-8")
    (tmp_path / "same.ttl").write_text(text, encoding="utf-8")
    (tmp_path / "other.ttl").write_text(text.replace(" ;\n    ", ";\n  "), encoding="utf-8")

    assert is_formatted(tmp_path / "same.ttl")
    assert not is_formatted(tmp_path / "other.ttl")


@pytest.mark.parametrize("name", sorted(generated(VOCABULARY)))
def test_what_is_generated_is_fresh(name: str) -> None:
    """The context and the table of axioms are what `make ontology` writes today."""
    assert (ONTOLOGY / name).read_text(encoding="utf-8") == generated(VOCABULARY)[name]


def test_a_changed_module_makes_them_stale(tmp_path: Path) -> None:
    """A new property is in the context as soon as it is compiled, and not before."""
    folder = shutil.copytree(ONTOLOGY, tmp_path / "ontology")
    module = folder / "modules" / "law.ttl"
    module.write_text(module.read_text(encoding="utf-8") + "\nctg:planted a owl:ObjectProperty .\n", encoding="utf-8")
    assert "planted" not in (folder / "context.jsonld").read_text(encoding="utf-8")

    assert compile_ontology(folder, release=False) == []
    assert '"planted"' in (folder / "context.jsonld").read_text(encoding="utf-8")


def test_the_version_suits_what_changed_since_the_release() -> None:
    """No released term or value is gone, and the version is as high as the changes deserve."""
    assert list(objections(read_record(ONTOLOGY / RECORD), record(VOCABULARY))) == []


def test_no_term_is_newer_than_its_ontology() -> None:
    """A term came with this version or an earlier one, and one that the last release lacks came after it."""
    released = read_record(ONTOLOGY / RECORD)
    for term in VOCABULARY.terms:
        assert numbers(term.since) <= numbers(VOCABULARY.version)
        assert (term.name in released.entries) == (numbers(term.since) <= numbers(released.version))


def test_a_deprecated_term_says_what_takes_its_place() -> None:
    """Deprecation names a term that is not deprecated itself."""
    current = {term.iri for term in VOCABULARY.terms if not term.deprecated}

    assert [term.name for term in VOCABULARY.terms if term.deprecated and term.replaced_by not in current] == []


def test_a_removed_term_keeps_a_version_from_going_out(tmp_path: Path) -> None:
    """`--release` refuses to forget a released term, whatever the version, and leaves the record as it was."""
    folder = shutil.copytree(ONTOLOGY, tmp_path / "ontology")
    assert compile_ontology(folder, release=True) == []
    before = (folder / RECORD).read_bytes()
    header, module = folder / "ctgraph.ttl", folder / "modules" / "law.ttl"
    header.write_text(header.read_text(encoding="utf-8").replace("0.1.0", "9.0.0"), encoding="utf-8")
    module.write_text(module.read_text(encoding="utf-8").replace("ctg:jci a", "ctg:other a"), encoding="utf-8")

    assert compile_ontology(folder, release=True) == ["jci was removed; deprecate it instead"]
    assert (folder / RECORD).read_bytes() == before


def test_a_version_too_low_keeps_it_from_going_out(tmp_path: Path) -> None:
    """A new term asks for a new minor version."""
    folder = shutil.copytree(ONTOLOGY, tmp_path / "ontology")
    assert compile_ontology(folder, release=True) == []
    module = folder / "modules" / "law.ttl"
    module.write_text(module.read_text(encoding="utf-8") + "\nctg:planted a owl:ObjectProperty .\n", encoding="utf-8")

    (reason,) = compile_ontology(folder, release=True)
    assert "should be at least 0.2.0: planted is new" in reason


def test_the_version_is_a_thing_with_its_own_data() -> None:
    """The version IRI is made of the version, and is itself the subject of what is said of that version."""
    header, version = NamedNode(HEADER), NamedNode(f"{HEADER}/{VOCABULARY.version}")
    said = {quad.triple for quad in QUADS}

    assert Triple(header, NamedNode(OWL + "versionIRI"), version) in said
    assert Triple(version, NamedNode(DCTERMS + "isVersionOf"), header) in said
    assert Triple(version, NamedNode(OWL + "versionInfo"), Literal(VOCABULARY.version)) in said
    assert VOCABULARY.licence
    assert VOCABULARY.creators


def test_a_version_after_a_release_names_it() -> None:
    """`owl:priorVersion` is the last released version, and absent in the first."""
    released = read_record(ONTOLOGY / RECORD).version

    assert VOCABULARY.prior == ("" if released == VOCABULARY.version else released)
