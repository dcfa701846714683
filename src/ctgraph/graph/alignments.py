"""How our terms meet those of other vocabularies, as SSSOM tables (https://mapping-commons.github.io/sssom/).

A table is tab-separated, with its metadata as YAML in lines that begin with `#`. What the axioms of the modules say
already (a class is under a class of another vocabulary) is a table too, `axioms`, which is generated.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import yaml
from msgspec import Struct

from ctgraph.errors import InputError
from ctgraph.graph.vocabulary import Vocabulary
from ctgraph.namespaces import BASE, DEF, PREFIXES

COLUMNS: Final = (
    "subject_id", "subject_label", "predicate_id", "object_id", "object_label", "mapping_justification", "comment",
    "other",
)  # fmt: skip
AXIOMS: Final = "axioms"
_DUTCH: Final = "nl="
"""How the slot `other`, which SSSOM leaves free, begins: it has the comment in Dutch."""
_SUFFIX: Final = ".sssom.tsv"
_METADATA: Final = frozenset({"mapping_set_id", "mapping_set_title", "license", "curie_map"})
_LITERAL: Final = "rdfs literal"
_CURATED: Final = "semapv:ManualMappingCuration"
_PREFIXES: Final = {**PREFIXES, "semapv": "https://w3id.org/semapv/vocab/"}
_LICENCE: Final = "https://creativecommons.org/publicdomain/zero/1.0/"
_SETS: Final = BASE + "alignment/"


class Alignment(Struct, frozen=True, order=True):
    """One row, its names written out as IRIs; `target_name` is the short name that the table has.

    Where the other side is a word in a file, `target` is empty and `target_name` the name of the table. The comment is
    in English and in Dutch, or empty in both.
    """

    subject: str
    predicate: str
    target: str
    target_name: str
    target_label: str
    comment: str
    comment_nl: str


class AlignmentSet(Struct, frozen=True):
    """One table: the vocabulary by name, title, version and where it is described, and the rows."""

    name: str
    title: str
    version: str
    source: str
    rows: tuple[Alignment, ...]


def read_alignments(folder: Path) -> tuple[AlignmentSet, ...]:
    """The tables of a folder by name; InputError for one that is no SSSOM."""
    return tuple(_read(path) for path in sorted(folder.glob("*" + _SUFFIX)))


def _read(path: Path) -> AlignmentSet:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = [line.removeprefix("#") for line in lines if line.startswith("#")]
    try:
        metadata = yaml.safe_load("\n".join(head))
    except yaml.YAMLError as error:
        raise _unusable(path, f"its metadata is no YAML: {error}") from error
    if not isinstance(metadata, dict) or not metadata.keys() >= _METADATA:
        raise _unusable(path, f"its metadata lacks one of {', '.join(sorted(_METADATA))}")
    table = csv.DictReader(lines[len(head) :], delimiter="\t", quoting=csv.QUOTE_NONE)
    literal = metadata.get("object_type") == _LITERAL
    wanted = [column for column in COLUMNS if not (literal and column == "object_id")]
    if table.fieldnames != wanted:
        raise _unusable(path, f"its columns are {table.fieldnames}, not {wanted}")
    return AlignmentSet(
        path.name.removesuffix(_SUFFIX),
        str(metadata["mapping_set_title"]),
        str(metadata.get("object_source_version", "")),
        str(metadata.get("object_source", "")),
        tuple(_row(path, row, metadata["curie_map"]) for row in table),
    )


def _row(path: Path, row: Mapping[str, str], prefixes: Mapping[str, str]) -> Alignment:
    def whole(curie: str) -> str:
        prefix, colon, local = curie.partition(":")
        if not colon or prefix not in prefixes:
            raise _unusable(path, f"{curie!r} has a prefix that its curie_map lacks")
        return prefixes[prefix] + local

    if None in row or None in row.values() or row["mapping_justification"] != _CURATED:
        raise _unusable(path, f"the row of {row['subject_id']!r} is incomplete or not justified as {_CURATED}")
    comment, dutch = row["comment"], row["other"]
    if bool(comment) != dutch.startswith(_DUTCH):
        raise _unusable(path, f"the row of {row['subject_id']!r} has its comment in one language only")
    target = whole(row["object_id"]) if "object_id" in row else ""
    return Alignment(
        subject=whole(row["subject_id"]),
        predicate=whole(row["predicate_id"]),
        target=target,
        target_name=row.get("object_id", path.name.removesuffix(_SUFFIX)),
        target_label=row["object_label"],
        comment=comment,
        comment_nl=dutch.removeprefix(_DUTCH),
    )


def _unusable(path: Path, reason: str) -> InputError:
    return InputError(str(path), reason, "Correct the table; ontology/README.md says how it is made")


def axiom_table(vocabulary: Vocabulary) -> str:
    """The table of what the modules say themselves: which of our terms is under which term of another vocabulary."""
    rows = []
    used = {"ctg", "rdfs", "semapv"}
    for term in vocabulary.terms:
        predicate = "rdfs:subClassOf" if term.kind == "class" else "rdfs:subPropertyOf"
        for above in term.above:
            if not above.startswith(DEF):
                prefix, local = _curie(above)
                used.add(prefix)
                label = next((words.text for words in term.labels if words.language == "en"), "")
                rows.append((f"ctg:{term.name}", label, predicate, f"{prefix}:{local}", local, _CURATED, "", ""))
    head = [
        f"mapping_set_id: {_SETS}{AXIOMS}",
        'mapping_set_title: "What the modules say themselves"',
        f"mapping_set_version: {vocabulary.version}",
        f"license: {_LICENCE}",
        f"subject_source: {DEF.removesuffix('#')}",
        "curie_map:",
        *(f"  {prefix}: {_PREFIXES[prefix]}" for prefix in sorted(used)),
    ]
    lines = ["#" + line for line in head] + ["\t".join(row) for row in (COLUMNS, *sorted(rows))]
    return "\n".join(lines) + "\n"


def _curie(address: str) -> tuple[str, str]:
    """Prefix and local name of an IRI, by the longest namespace that fits."""
    fitting = [prefix for prefix, namespace in PREFIXES.items() if address.startswith(namespace)]
    prefix = max(fitting, key=lambda each: len(PREFIXES[each]))
    return prefix, address.removeprefix(PREFIXES[prefix])
