"""SSSOM tables as they are read, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctgraph.errors import InputError
from ctgraph.graph.alignments import Alignment, read_alignments

HEAD = """\
#mapping_set_id: https://example.org/set
#mapping_set_title: "A vocabulary"
#license: https://creativecommons.org/publicdomain/zero/1.0/
#object_source_version: "2.0"
#curie_map:
#  ctg: https://w3id.org/ctgraph/def#
#  ex: https://example.org/
#  skos: http://www.w3.org/2004/02/skos/core#
"""
COLUMNS = "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tcomment\tother\n"
ROW = "ctg:Motion\tmotion\tskos:closeMatch\tex:Motion\tmotion\tsemapv:ManualMappingCuration\tNot quite.\tnl=Niet helemaal.\n"


def table(folder: Path, text: str) -> Path:
    """A folder with one table in it."""
    (folder / "ex.sssom.tsv").write_text(text, encoding="utf-8")
    return folder


def test_names_are_written_out(tmp_path: Path) -> None:
    """A row has whole IRIs, and the set says which vocabulary it is about."""
    (found,) = read_alignments(table(tmp_path, HEAD + COLUMNS + ROW))

    assert (found.name, found.title, found.version) == ("ex", "A vocabulary", "2.0")
    assert found.rows == (
        Alignment(
            "https://w3id.org/ctgraph/def#Motion",
            "http://www.w3.org/2004/02/skos/core#closeMatch",
            "https://example.org/Motion",
            "ex:Motion",
            "motion",
            "Not quite.",
            "Niet helemaal.",
        ),
    )


def test_a_word_in_a_file_has_no_address(tmp_path: Path) -> None:
    """A table whose other side are literals has no column for an IRI."""
    text = HEAD.replace("#curie_map", "#object_type: rdfs literal\n#curie_map") + COLUMNS + ROW
    text = text.replace("\tobject_id", "").replace("\tex:Motion", "")
    ((row,),) = (found.rows for found in read_alignments(table(tmp_path, text)))

    assert (row.target, row.target_name, row.target_label) == ("", "ex", "motion")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (COLUMNS + ROW, "its metadata lacks"),
        (HEAD.replace("#license", "#licence") + COLUMNS + ROW, "its metadata lacks"),
        (HEAD + "#: [\n" + COLUMNS + ROW, "no YAML"),
        (HEAD + ROW, "its columns are"),
        (HEAD + COLUMNS + ROW.replace("ex:", "unknown:"), "has a prefix"),
        (HEAD + COLUMNS + ROW.replace("ex:Motion", "Motion"), "has a prefix"),
        (HEAD + COLUMNS + ROW.replace("semapv:ManualMappingCuration", ""), "not justified"),
        (HEAD + COLUMNS + "ctg:Motion\tmotion\n", "incomplete"),
        (HEAD + COLUMNS + ROW.replace("\n", "\tmore\n"), "incomplete"),
        (HEAD + COLUMNS + ROW.replace("nl=Niet helemaal.", ""), "one language"),
        (HEAD + COLUMNS + ROW.replace("Not quite.", ""), "one language"),
    ],
)
def test_a_table_that_is_no_sssom_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    """The refusal names the file and says what is wrong."""
    with pytest.raises(InputError, match=reason) as refused:
        read_alignments(table(tmp_path, text))
    assert refused.value.path.endswith("ex.sssom.tsv")
