"""Records of publications: metadata.xml, metadata_owms.xml, and the answers of SRU 2.0 and 1.2."""

from __future__ import annotations

import pytest

from ctgraph.errors import InputError
from ctgraph.model.official import DossierRecord, NamedSubmitter, PaperRecord, Placement
from ctgraph.readers.publication import is_ours
from readers.records import intake, real, records, said, specimen, stated

METADATA = "plooi/repository/frbr/officielepublicaties/kst/32545/kst-32545-143/1/metadata/metadata.xml"
OWMS = "plooi/repository/frbr/officielepublicaties/kst/32545/kst-32545-143/1/metadataowms/metadata_owms.xml"


def test_metadata_of_a_motion() -> None:
    """metadata.xml gives the paper with both its days, its place, its annex and its submitters, the first named first."""
    given = specimen("metadata.xml")

    assert records(given, PaperRecord) == [
        PaperRecord(
            id="kst-99999-VI-7",
            type="Motie",
            kind="gewijzigde-motie",
            title="Gewijzigde motie van de leden Jansen en Van der Eik over cijfers",
            date="2022-07-06",
            issued="2022-07-08",
            chamber="tk",
            creator="Tweede Kamer der Staten-Generaal",
            session_year="2021-2022",
            placements=(Placement("99999-VI", "7", "Voorbeelden"),),
            submitters=(
                NamedSubmitter("E. (Eva) van der Eik", "co-signatory"),
                NamedSubmitter("J. Jansen", "first-signatory"),
            ),
            subjects=("Openbare orde en veiligheid | Terrorisme",),
            annexes=("blg-9999999",),
        )
    ]
    assert records(given, DossierRecord) == [DossierRecord("99999-VI", "Voorbeelden")]
    assert given.unknown == (("nieuwveld", 1),)


def test_oddities_of_owms() -> None:
    """An owms file in windows-1252 is read; `overige` is no creator, and an item of the proceedings has its meeting."""
    (paper,) = records(specimen("metadata_owms.xml"), PaperRecord)

    assert (paper.id, paper.title, paper.creator) == ("h-tk-20212022-99-3", "Coördinatie van voorbeelden", "")
    assert (paper.met, paper.date, paper.issued) == ("2022-06-09", "2022-06-10", "2022-08-31")
    assert paper.debated == ("99999", "kst-99999-12")
    assert paper.kind == "handelingen"


@pytest.mark.parametrize("name", ["sru.xml", "sru_record_stripped.xml"])
def test_sru_with_and_without_name_spaces(name: str) -> None:
    """A record of SRU 2.0 is the same with its name spaces and without; a title of two dossiers is neither's."""
    given = specimen(name)
    (paper,) = records(given, PaperRecord)

    assert given.records[0].source.address == "https://zoek.officielebekendmakingen.nl/kst-99999-12.html"
    assert given.records[0].source.reader == "sru"
    assert paper.placements == (Placement("99999", "12"), Placement("88888", "12"))
    assert paper.submitters == (NamedSubmitter("J. Jansen", "signer"),)
    assert (paper.date, paper.issued, paper.title) == ("2022-07-06", "2022-07-08", "Cijfers")


def test_a_page_says_that_there_is_more() -> None:
    """An answer that is one page of several says where the next begins."""
    assert specimen("sru.xml").remarks == ("one page of an answer of 2: the next begins at record 2",)


def test_a_diagnostic_is_no_answer() -> None:
    """A diagnostic in place of records refuses the file and is quoted."""
    with pytest.raises(InputError, match="unknown prefix voorbeeld"):
        specimen("sru_diagnostic.xml")


def test_damaged_letters_are_repaired_where_sure() -> None:
    """An old answer behind its collector's lines is read, and letters read in the wrong encoding are put right."""
    given = specimen("sru_old.xml.txt")
    (paper,) = records(given, PaperRecord)

    assert paper.title == "Coördinatie van de “voorbeelden” in Europë"
    assert "4 damaged letters repaired" in given.remarks
    assert given.records[0].source.reader == "sru-1.2"


def test_letters_damaged_beyond_repair_refuse_the_file() -> None:
    """Where the second half of a letter is lost, the file is refused: what the letter was cannot be told."""
    broken = (
        b'<searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/"><a>caf\xc3\x83 noir</a></searchRetrieveResponse>'
    )

    with pytest.raises(InputError, match="damaged beyond repair"):
        intake(broken, "answer.xml")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'<!DOCTYPE m [<!ENTITY a "b">]><metadata_gegevens/>', "DTD"),
        (b"<metadata_gegevens><metadata", "well-formed"),
        (b'<metadata_gegevens><metadata name="DC.title" content="x"/></metadata_gegevens>', "DC.identifier"),
    ],
)
def test_bad_metadata_is_refused(data: bytes, reason: str) -> None:
    """A DTD, a file cut off and one that names no publication are refused with the reason."""
    with pytest.raises(InputError, match=reason):
        intake(data, "metadata.xml")


@pytest.mark.parametrize(
    ("identifier", "ours"),
    [("kst-29754-645", True), ("h-tk-20212022-31-55", True), ("stb-2018-84", True), ("gmb-2024-216934", False), ("prb-1", False), ("kst-1<2>", False)],
)  # fmt: skip
def test_publications_of_municipalities_stay_out(identifier: str, ours: bool) -> None:
    """Papers of state and parliament are taken; those of municipalities, which hold addresses of citizens, are not."""
    assert is_ours(identifier) is ours


def test_a_question_and_its_answer_are_joined() -> None:
    """The answer to questions leads to the paper with the questions by the number of their case."""
    data = b"""<metadata_gegevens>
    <metadata name="DC.identifier" content="ah-tk-20212022-9999"/><metadata name="OVERHEIDop.vraagnummer" content="2022Z99995"/>
    <metadata name="DC.type" scheme="OVERHEIDop.AanhangselTypen" content="Antwoord"/></metadata_gegevens>"""
    quads = stated(intake(data, "metadata.xml").records)

    assert said(quads, "https://w3id.org/ctgraph/id/document/ah-tk-20212022-9999", "answerTo") == [
        "https://w3id.org/ctgraph/id/document/kv-tk-2022Z99995"
    ]


def test_a_day_that_is_none_says_nothing() -> None:
    """A day that does not exist, or is written otherwise, is left out: no reading of it is sure."""
    data = b"""<metadata_gegevens><metadata name="DC.identifier" content="kst-99999-14"/>
    <metadata name="DCTERMS.issued" content="2022-02-30"/><metadata name="DCTERMS.available" content="6 juli 2022"/>
    </metadata_gegevens>"""
    (paper,) = records(intake(data, "metadata.xml"), PaperRecord)

    assert (paper.date, paper.issued) == ("", "")


def test_both_real_records_of_one_paper_say_the_same() -> None:
    """The two records that KOOP keeps of one motion agree in all that both give."""
    (one,), (other,) = records(real(METADATA), PaperRecord), records(real(OWMS), PaperRecord)

    assert (one.id, one.kind, one.title, one.date, one.placements) == (
        other.id, other.kind, other.title, other.date, other.placements,
    )  # fmt: skip
    assert one.submitters[0] == NamedSubmitter("I. (Inge) van Dijk", "first-signatory")


@pytest.mark.parametrize(
    ("path", "papers"),
    [
        ("plooi/sru/sru.xml", 10),
        ("plooi/repository/sru.xml", 5),
        ("plooi/sru/sru_record_kst.xml", 1),
        ("plooi/sru/sru_record_handeling.xml", 1),
        ("plooi/sru/sru_record_bijlage.xml", 1),
        ("plooi/sru/sru_record_kv_onopgemaakt.xml", 1),
        ("transcribed/sru_eerstekamer_kamerstukken_page.trimmed.xml", 2),
        ("motiematcher/odata_raw/api_response_sru_search.xml.txt", 5),
        ("wetsuite/searchrec.xml", 0),
    ],
)
def test_real_answers(path: str, papers: int) -> None:
    """Every record of state or parliament in the real answers becomes a paper."""
    assert len(records(real(path), PaperRecord)) == papers


def test_the_real_diagnostic_is_quoted() -> None:
    """The saved diagnostic of the real service refuses the file in the service's words."""
    with pytest.raises(InputError, match="unknown prefix dcterms"):
        real("transcribed/sru_unknown_index_diagnostic.xml")


def test_all_real_owms_records_are_read() -> None:
    """Each kind of publication that the saved owms records are of gives a paper."""
    kinds = ("ag", "ah", "blg-kst", "blg-nds", "h-ek", "h-tk", "kst", "kv-ek", "kv-tk", "nds", "sbt", "stcrt")
    papers = [records(real(f"plooi/metadata_owms/metadata_owms-{kind}.xml"), PaperRecord) for kind in kinds]

    assert [len(each) for each in papers] == [1] * len(kinds)


def test_what_could_not_stand_in_an_address_is_not_said() -> None:
    """A dossier, a number or the id of another paper that is a path says nothing; the rest of the record does."""
    names = {
        "dossiernummer": "../29754",
        "hoofddocument": "kst-1/../x",
        "behandeldDossier": "29754;../7",
        "bijlage": "../x",
    }
    made = "".join(f"<metadata name='OVERHEIDop.{name}' content='{value}'/>" for name, value in names.items())
    data = f"<metadata_gegevens><metadata name='DC.identifier' content='kst-99999-7'/>{made}</metadata_gegevens>"
    (paper,) = records(intake(data.encode(), "metadata.xml"), PaperRecord)

    assert paper == PaperRecord("kst-99999-7")


@pytest.mark.parametrize(
    ("dossiers", "number", "expected", "numbers"),
    [
        (("99999",), "D", "kst-99999-D", ("kst-1259252",)),
        (("99600-VI",), "7", "kst-99600-VI-7", ("kst-1259252",)),
        (("99999", "99998"), "7", "kst-1259252", ()),
        (("99999",), "", "kst-1259252", ()),
        ((), "7", "kst-1259252", ()),
    ],
)
def test_a_paper_not_made_up_yet_is_the_one_that_it_becomes(
    dossiers: tuple[str, ...], number: str, expected: str, numbers: tuple[str, ...]
) -> None:
    """A paper with a number of its own is known by the id that its dossier and number make, if that is one."""
    made = "".join(f"<metadata name='OVERHEIDop.dossiernummer' content='{each}'/>" for each in dossiers)
    made += f"<metadata name='OVERHEIDop.ondernummer' content='{number}'/>"
    given = intake(
        f"<metadata_gegevens><metadata name='DC.identifier' content='kst-1259252'/>{made}</metadata_gegevens>".encode(),
        "metadata.xml",
    )
    (paper,) = records(given, PaperRecord)

    assert (paper.id, paper.numbers, paper.reasoned) == (expected, numbers, bool(numbers))
    assert given.records[0].source.id == "kst-1259252"
