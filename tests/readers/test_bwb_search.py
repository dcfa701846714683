"""Answers of the search for laws (SRU 1.2)."""

from __future__ import annotations

from ctgraph.model.legislation import LawRecord, LawVersionRecord
from ctgraph.readers import read
from readers.law_files import changed, official, specimen


def test_a_record_tells_of_a_law_and_one_version_of_it() -> None:
    """Each record is a source of its own, named after the version, with where its text lies."""
    (record,) = read(specimen("bwb_search.xml"), {}).records
    law, version = record.records

    assert (record.source.reader, record.source.id) == ("bwb-search", "BWBR0099991_2024-03-01_1")
    assert record.source.changed == "2024-03-02"
    assert law == LawRecord("BWBR0099991", "Ladderwet", kind="wet", department="Ladders", fields=("Bestuursrecht",))
    assert isinstance(version, LawVersionRecord)
    assert (version.day, version.serial) == ("2024-03-01", 1)
    assert (version.valid, version.seen) == ("2024-03-01/2024-12-31", "2024-03-01/..")
    assert version.address == record.source.address


def test_what_an_answer_lacks_is_said() -> None:
    """A record without a version, further pages and unknown fields are reported."""
    intake = read(specimen("bwb_search.xml"), {})

    assert intake.remarks == (
        "record 2 names no version of a law; left out",
        "the answer holds 2 of 3 records: there are more pages",
    )
    assert intake.unknown == (("kleur", 1),)


def test_a_diagnostic_among_the_records_is_said() -> None:
    """A server that fails answers with status 200 and a diagnostic, which is not taken for an empty answer."""
    failing = changed(
        "bwb_search.xml",
        "</records>",
        "</records><diagnostics><d:diagnostic xmlns:d='x'><d:message>unknown prefix</d:message></d:diagnostic></diagnostics>",
    )

    assert "the server answered: unknown prefix" in read(failing, {}).remarks


def test_real_answers_are_read() -> None:
    """An act gives one version; the first page of a search five, and says that there are 92."""
    act = read(official("nl-eli-mcp/get_act_BWBR0005537.xml"), {})
    page = read(official("nl-eli-mcp/search_bestuursrecht.xml"), {})

    assert [each.source.id for each in act.records] == ["BWBR0005537_2026-06-04_0"]
    assert len(page.records) == 5
    assert page.remarks == ("the answer holds 5 of 92 records: there are more pages",)
    assert (act.unknown, page.unknown) == ((), ())
