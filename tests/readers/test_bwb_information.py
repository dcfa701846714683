"""Information files of laws (WTI): names, related laws, history."""

from __future__ import annotations

import pytest

from ctgraph.errors import InputError
from ctgraph.model.intake import Intake
from ctgraph.model.legislation import ArticleRecord, LawPublication, LawRecord, LawTitle, RelatedLaw
from ctgraph.readers import read
from readers.law_files import changed, official, specimen


def law(intake: Intake) -> LawRecord:
    """What is said of the law as a whole."""
    found = intake.records[0].records[0]
    assert isinstance(found, LawRecord)
    return found


def articles(intake: Intake) -> list[ArticleRecord]:
    """The versions of articles."""
    return [each for each in intake.records[0].records if isinstance(each, ArticleRecord)]


def test_names_have_their_periods() -> None:
    """A title that holds "until" a day held to the day before; the abbreviation and kind are told."""
    found = law(read(specimen("bwb_information.xml"), {}))

    assert (found.id, found.name, found.kind, found.abbreviations) == ("BWBR0099991", "Ladderwet", "wet", ("Lw",))
    assert found.titles == (
        LawTitle("Wet uitlenen ladders", "redactioneel", "2020-01-01/2024-02-29"),
        LawTitle("Ladderwet", "officieel", "2024-03-01/.."),
    )
    assert (found.department, found.fields) == ("Ladders", ("Staats- en bestuursrecht", "Bestuursrecht"))


def test_related_laws_are_told_once() -> None:
    """A relation of several periods is one; that of an article names it, that of a chapter is left out."""
    found = law(read(specimen("bwb_information.xml"), {}))

    assert set(found.related) == {
        RelatedLaw("BWBR0001840", "Grondwet", "basis"),
        RelatedLaw("BWBR0099992", "Besluit sporten", "rests-on-this"),
        RelatedLaw("BWBR0005537", "Algemene wet bestuursrecht", "refers-to-this"),
        RelatedLaw("BWBR0099993", "Regeling touw", "rests-on-this", "artikel/2a"),
    }
    assert len(found.related) == 4


def test_changes_name_their_publications_and_pending_bills_their_dossiers() -> None:
    """A change has its publication with dossier and days; a bill that is pending has a dossier only."""
    found = law(read(specimen("bwb_information.xml"), {}))

    assert found.changes == (
        LawPublication("stb-2024-9993", "wijziging", "2024-01-10", "2024-01-20", ("99993-VI",)),
        LawPublication("stb-2019-9991", "nieuwe-regeling", "2019-11-04", "2019-11-12", ("99991",)),
    )
    assert found.pending == ("99994",)


def test_an_article_has_all_sources_of_its_text_and_the_effect_of_the_last() -> None:
    """An earlier change of the same day is a source too; what brought the text into force is kept apart."""
    (only,) = articles(read(specimen("bwb_information.xml"), {}))

    assert (only.place, only.day, only.label, only.effect) == ("artikel/2a", "2024-03-01", "Artikel 2A", "wijziging")
    assert [each.id for each in only.made_by] == ["stb-2019-9991", "stb-2024-9993"]
    assert [each.id for each in only.commenced_by] == ["stb-2024-9994"]


def test_what_has_no_day_or_no_name_is_reported() -> None:
    """A change without a day is left out with a remark; an unknown element is counted."""
    intake = read(specimen("bwb_information.xml"), {})

    assert intake.remarks == ("1 changes of articles have no day on which they take effect; left out",)
    assert intake.unknown == (("kleur", 1),)


def test_a_file_about_no_law_is_refused() -> None:
    """Without a BWB id nothing can be stated."""
    with pytest.raises(InputError, match="of which law it is"):
        read(changed("bwb_information.xml", ' bwb-id="BWBR0099991">', ">"), {})


def test_the_real_files_tell_their_history() -> None:
    """The Wet open overheid has its pending bills and all articles; a treaty its publications in the Tractatenblad."""
    woo = read(official("wetsuite/bwb_wti.xml"), {})
    treaty = read(official("bwb-java/BWBV0001109/BWBV0001109.WTI"), {})

    assert {"36270", "35968", "35396"} <= set(law(woo).pending)
    assert {"stb-2021-499", "stb-2021-500"} <= {each.id for each in law(woo).changes}
    assert len({each.place for each in articles(woo)}) >= 112
    assert [each.id for each in law(treaty).changes] == ["trb-2004-166", "trb-1993-77", "trb-1993-184"]
    assert (woo.unknown, treaty.unknown) == ((), ())
