"""Manifests of laws: which versions there are and when each holds."""

from __future__ import annotations

import pytest

from ctgraph.errors import InputError
from ctgraph.model.legislation import LawRecord, LawVersionRecord
from ctgraph.readers import read
from ctgraph.readers.bwb_manifest import FORMAT
from readers.law_files import changed, official, specimen


def versions(path: str) -> list[LawVersionRecord]:
    """The versions of a real manifest."""
    records = read(official(path), {}).records[0].records
    return [each for each in records if isinstance(each, LawVersionRecord)]


def test_a_version_has_its_periods_and_its_file() -> None:
    """The last day is part of the period; two versions of one day are told apart; the hash is that of the file."""
    intake = read(specimen("bwb_manifest.xml"), {})
    law, first, second, last = intake.records[0].records

    assert intake.format == FORMAT
    assert law == LawRecord("BWBR0099991", in_force_from="2020-01-01")
    assert isinstance(first, LawVersionRecord)
    assert isinstance(second, LawVersionRecord)
    assert isinstance(last, LawVersionRecord)
    assert (first.serial, first.valid, first.seen) == (0, "2020-01-01/2024-02-29", "2020-01-01/2021-05-31")
    assert (second.serial, second.valid, second.seen) == (1, "2020-01-01/2024-02-29", "2021-06-01/..")
    assert (last.day, last.valid, last.digest) == ("2024-03-01", "2024-03-01/..", "cc33" * 32)
    assert last.address == (
        "https://repository.officiele-overheidspublicaties.nl/bwb/BWBR0099991/2024-03-01_0/xml/"
        "BWBR0099991_2024-03-01_0.xml"
    )


def test_withdrawn_and_unreadable_versions_are_named() -> None:
    """What the publisher withdrew, or labels with no day, is left out with a remark; unknown elements are counted."""
    intake = read(specimen("bwb_manifest.xml"), {})

    assert intake.remarks == (
        "version 2023-01-01_0 was withdrawn by the publisher; left out",
        "a version is labelled 'voorjaar', which is no day; left out",
    )
    assert intake.unknown == (("kleur", 1),)


def test_a_manifest_of_no_law_is_refused() -> None:
    """A label that is no BWB id cannot be stated."""
    with pytest.raises(InputError, match="of which law it is"):
        read(changed("bwb_manifest.xml", 'label="BWBR0099991"', 'label="../BWBR"'), {})


@pytest.mark.parametrize(
    ("path", "count", "first", "last"),
    [
        ("wetsuite/bwb_manifest.xml", 4, "2022-05-01/2022-07-31", "2023-04-01/.."),
        ("bwb-java/BWBR0002458/manifest.xml", 16, "2000-11-01/2002-06-30", "2015-01-01/.."),
        ("bwb-java/BWBV0001109/manifest.xml", 1, "2004-12-28/..", "2004-12-28/.."),
    ],
)
def test_real_manifests_list_their_versions(path: str, count: int, first: str, last: str) -> None:
    """Each version of a real manifest has a period from its day on, an address and a SHA-512."""
    found = versions(path)

    assert (len(found), found[0].valid, found[-1].valid) == (count, first, last)
    assert all(len(each.digest) == 128 and each.address.endswith(".xml") for each in found)
    assert all(each.valid.startswith(each.day) for each in found)


def test_a_version_that_was_set_aside_is_seen_no_more() -> None:
    """Of two real versions of one day, the later one took the place of the first when it was made."""
    found = [each for each in versions("bwb-java/BWBR0002458/manifest.xml") if each.day == "2013-01-01"]

    assert [(each.serial, each.seen) for each in found] == [(0, "2013-01-01/2014-02-14"), (1, "2014-02-15/..")]
