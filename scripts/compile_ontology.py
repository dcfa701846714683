"""Write what is generated of the ontology: `python scripts/compile_ontology.py ontology [--release]`.

Writes the JSON-LD context and the table of what the modules say of other vocabularies. With `--release` also the record
of released terms, against which later versions are held: only for a version that goes out, and only if its number
suits what changed. The same files give the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ctgraph.errors import CtgraphError
from ctgraph.graph.alignments import AXIOMS, axiom_table
from ctgraph.graph.context import context_text
from ctgraph.graph.ontology import ontology_quads
from ctgraph.graph.versions import objections, read_record, record, record_text
from ctgraph.graph.vocabulary import Vocabulary, read_vocabulary

RECORD = "released.json"


def generated(vocabulary: Vocabulary) -> dict[str, str]:
    """The generated files of an ontology folder, by path, with their text."""
    return {
        "context.jsonld": context_text(vocabulary),
        f"alignments/{AXIOMS}.sssom.tsv": axiom_table(vocabulary),
    }


def compile_ontology(folder: Path, release: bool) -> list[str]:
    """Write the files; returns what stands in the way of a release, which is then not recorded."""
    vocabulary = read_vocabulary(ontology_quads(folder))
    for path, text in generated(vocabulary).items():
        (folder / path).write_text(text, encoding="utf-8")
    if not release:
        return []
    now = record(vocabulary)
    found = list(objections(read_record(folder / RECORD), now)) if (folder / RECORD).is_file() else []
    if not found:
        (folder / RECORD).write_text(record_text(now), encoding="utf-8")
    return found


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder ontology/")
    parser.add_argument("--release", action="store_true", help="record the terms of this version as released")
    arguments = parser.parse_args()
    try:
        found = compile_ontology(arguments.folder, arguments.release)
    except CtgraphError as error:
        found = [str(error)]
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
