"""Who a paper is: its metadata, its print, the caller, the file name; and what contradicts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ctgraph.errors import InputError
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.official import NamedSubmitter
from ctgraph.model.source import SourceFile
from ctgraph.readers import read
from ctgraph.readers.official_metadata import identify
from ctgraph.readers.publication import Properties, paper_record, property_of
from ctgraph.text.header import kind_of

MOTION = (Path(__file__).parent / "specimens" / "papers" / "motion.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "given", "said", "printed", "chosen", "odd"),
    [
        ("kst-39512-580.xml", "", "kst-39512-580", "kst-39512-580", "kst-39512-580", 0),
        ("kst-39512-580.xml", "", "", "", "kst-39512-580", 0),
        ("brief van mei.xml", "", "", "", "brief-van-mei", 0),
        ("a.xml", "kst-39512-580", "", "", "kst-39512-580", 0),
        ("a.xml", "", "", "kst-39512-580", "kst-39512-580", 0),
        ("a.xml", "", "kst-39512-581", "kst-39512-580", "kst-39512-581", 1),
        ("kst-39512-9.xml", "kst-39512-8", "kst-39512-581", "kst-39512-580", "kst-39512-581", 3),
        ("KST-39512-vi-580.xml", "", "kst-39512-VI-580", "kst-39512-VI-580", "kst-39512-VI-580", 0),
        ("kst-39512-580.trimmed.xml", "", "kst-39512-580", "", "kst-39512-580", 0),
        ("a.xml", "", "kst-20062007-39566-B", "kst-39566-B", "kst-20062007-39566-B", 0),
        ("a.xml", "", "kst-39512-580-n1", "kst-39512-580", "kst-39512-580-n1", 0),
        ("a.xml", "", "kst-39512-5801", "kst-39512-580", "kst-39512-5801", 1),
        ("kv-tk-2021z98484.xml", "", "kv-tk-2021Z98484", "", "kv-tk-2021Z98484", 0),
    ],
)
def test_ids_and_their_contradictions(path: str, given: str, said: str, printed: str, chosen: str, odd: int) -> None:
    """The metadata decide; whatever says otherwise gets a remark, and other forms of one id do not."""
    identifier, remarks = identify(SourceFile(path, b"x", given), said, printed)

    assert (chosen, odd) == (identifier, len(remarks))
    assert all(chosen in remark for remark in remarks)


def test_a_paper_of_the_eerste_kamer_is_numbered_by_letters() -> None:
    """Chamber and number come from the head; a letter is a number there."""
    xml = (
        "<officiele-publicatie><kamerstuk><kamerstukkop><tekstregel inhoud='kamernummer'>1</tekstregel></kamerstukkop>"
        "<dossier><dossiernummer><dossiernr>39\u00a0867</dossiernr></dossiernummer><titel>Een wet</titel></dossier><stuk>"
        "<stuknr><ondernummer kamer='1'>B</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER VAN FINANCIËN</titel>"
        "<algemeen><vrije-tekst><tekst><al>Tekst.</al></tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>"
    )
    document = read(SourceFile("brief.xml", xml.encode()), {}).document
    assert document is not None

    assert ("kst-39867-B", "ek", ("39867",)) == (document.id, document.header.chamber, document.header.dossiers)
    assert document.body.text.startswith("39 867 Een wet\nB BRIEF VAN")


def test_a_file_that_contradicts_its_metadata_is_marked() -> None:
    """The remark names both ids; the paper is read under the id of its metadata."""
    intake = read(SourceFile("kst-21501-98-7.xml", MOTION.replace(">1811<", ">1812<").encode()), {})
    assert intake.document is not None

    assert "kst-21501-98-1811" == intake.document.id
    assert (
        "it is kst-21501-98-1811, but its number as printed says kst-21501-98-1812",
        "it is kst-21501-98-1811, but the name of the file says kst-21501-98-7",
    ) == intake.remarks


def test_the_day_is_printed_or_said_or_known_or_given() -> None:
    """A printed day stands above the metadata's, that above the register's, that above the caller's."""
    papers = {"kst-39512-580": PaperFact("kst-39512-580", date(2003, 3, 3), "motie", "Titel")}
    xml = (
        "<officiele-publicatie><metadata><meta name='DC.identifier' content='{id}'/>{said}</metadata><kamerstuk><stuk>{printed}"
        "<algemeen><vrije-tekst><tekst><al>Tekst.</al></tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>"
    )
    said = "<meta name='DCTERMS.issued' content='2002-02-02'/>"
    printed = "<datumtekst>Voorgesteld <datum isodatum='2001-01-01'>1 januari 2001</datum></datumtekst>"
    cases = [
        ("kst-39512-580", said, printed),
        ("kst-39512-580", said, ""),
        ("kst-39512-580", "", ""),
        ("kst-39512-5", "", ""),
    ]
    found = []
    for identifier, meta, day in cases:
        data = xml.format(id=identifier, said=meta, printed=day).encode()
        document = read(SourceFile("a.xml", data, "", date(2004, 4, 4)), papers).document
        found.append(document.date if document else None)

    assert [date(2001, 1, 1), date(2002, 2, 2), date(2003, 3, 3), date(2004, 4, 4)] == found


@pytest.mark.parametrize(
    ("head", "dateline", "day", "place"),
    [
        ("Voorgesteld", "<al>Den Haag, 1 mei 2021</al>", date(2021, 5, 3), "3 mei 2021"),
        ("Vastgesteld", "", date(2021, 5, 3), "3 mei 2021"),
        ("Ontvangen", "<al>Den Haag, 1 mei 2021</al>", date(2021, 5, 1), "Den Haag, 1 mei 2021"),
        ("Ontvangen", "<al>Tekst.</al>", date(2021, 5, 3), "Ontvangen 3 mei 2021"),
        ("", "<al>’s-Gravenhage, 1 mei 2021</al>", date(2021, 5, 1), "’s-Gravenhage, 1 mei 2021"),
    ],
)
def test_a_letter_bears_the_day_of_its_dateline(head: str, dateline: str, day: date, place: str) -> None:
    """The day on which a letter came in is not its day, unless no other is printed."""
    given = f"<datumtekst>{head} <datum isodatum='2021-05-03'>3 mei 2021</datum></datumtekst>" if head else ""
    text = f"<algemeen><vrije-tekst><tekst>{dateline}<al>Tekst.</al></tekst></vrije-tekst></algemeen>"
    xml = f"<officiele-publicatie><kamerstuk><stuk>{given}{text}</stuk></kamerstuk></officiele-publicatie>"
    document = read(SourceFile("a.xml", xml.encode()), {}).document
    assert document is not None

    assert day == document.date == document.header.date
    assert [place] == [document.quote(span) for name, span in document.header.spans if name == "date"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("MOTIE VAN HET LID KOLSTEE C.S.", "motie"),
        ("GEWIJZIGDE MOTIE VAN HET LID KOLSTEE TER VERVANGING VAN DIE GEDRUKT ONDER NR. 62", "gewijzigde-motie"),
        ("TWEEDE NADER GEWIJZIGDE MOTIE VAN HET LID KOLSTEE", "gewijzigde-motie"),
        ("Brief van de Minister van Financiën", "brief-regering"),
        ("BRIEF VAN DE VASTE COMMISSIE VOOR FINANCIËN", "brief-commissie"),
        ("VOORSTEL VAN RIJKSWET", "voorstel-van-wet"),
        ("DERDE NOTA VAN WIJZIGING", "nota-van-wijziging"),
        ("TWEEDE KAMER", ""),
        ("VERTREKLIJST", ""),
    ],
)
def test_kinds_by_title(title: str, kind: str) -> None:
    """What a Kamerstuk calls itself, counted or not, of the kingdom or not."""
    assert kind == kind_of(title)


@pytest.mark.parametrize(
    ("kind", "title", "names", "roles"),
    [
        ("Motie", "Motie van de leden De Wit en Kolstee over x", ("K. Kolstee", "A. de Wit"), ("co-signatory", "first-signatory")),
        ("Motie", "Motie over x", ("K. Kolstee",), ("first-signatory",)),
        ("Motie", "Motie over x", ("K. Kolstee", "A. de Wit"), ("co-signatory", "co-signatory")),
        ("Motie", "Motie van het lid Saar Postma c.s.", ("H. Bos", "S.P. (Saar) Postma"), ("co-signatory", "first-signatory")),
        ("Brief", "Brief", ("A. de Wit",), ("signer",)),
        ("Antwoord", "Antwoord", ("K. Kolstee",), ("questioner",)),
    ],
)  # fmt: skip
def test_roles_of_those_whom_the_index_names(
    kind: str, title: str, names: tuple[str, ...], roles: tuple[str, ...]
) -> None:
    """The index lists names in no order: who comes first is who the title names first."""
    values = (property_of("DC.type", kind, "OVERHEIDop.KamerstukTypen"), property_of("OVERHEIDop.documenttitel", title))
    record = paper_record(Properties((*values, *(property_of("OVERHEIDop.indiener", name) for name in names))))

    assert tuple(NamedSubmitter(name, role) for name, role in zip(names, roles, strict=True)) == record.submitters


def test_what_a_law_came_from_is_a_paper_or_a_dossier() -> None:
    """ "36176;30" is a paper in a dossier, "36176" the dossier."""
    said = Properties(tuple(property_of("OVERHEIDop.behandeldDossier", value) for value in ("39176;30", "39177")))

    assert ("kst-39176-30", "39177") == paper_record(said).debated


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.html", "<html><body><h1>404</h1><p>Niet gevonden</p></body></html>", "no page of a paper"),
        ("a.html", "<html><body>" + "<div id='broodtekst'>" + "<div>" * 300 + "x", "deep"),
        ("a.html", "<html><div id='broodtekst'><script>x</script></div></html>", "no text in it"),
        ("a.html", "<html><div id='broodtekst'>\udce9</div></html>", "not UTF-8 at byte 27"),
        ("a.xml", "<officiele-publicatie><kamerstuk></kamerstuk></officiele-publicatie>", "no text in it"),
        ("a.xml", "<officiele-publicatie><kamervragen>&x;</kamervragen></officiele-publicatie>", "no well-formed XML"),
        ("a.xml", "<!DOCTYPE x><officiele-publicatie><kamerstuk>x</kamerstuk></officiele-publicatie>", "DTD"),
        ("a.xml", "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text/></TEI>", "without the text of a sitting"),
        (
            "gmb-2024-5.xml",
            "<officiele-publicatie><gemeenteblad><al>x</al></gemeenteblad></officiele-publicatie>",
            "local body",
        ),
        ("a.html", "<html><meta name='DC.identifier' content='gmb-2024-5'><p>x</p></html>", "local body"),
        (
            "a.xml",
            "<officiele-publicatie><metadata><meta name='DC.identifier' content='kst-1/../../x'/></metadata><kamerstuk><al>x"
            "</al></kamerstuk></officiele-publicatie>",
            "no id of a paper",
        ),
        (
            "a.html",
            "<html><meta name='DC.identifier' content='../../etc'><div id='broodtekst'>x</div></html>",
            "no id of",
        ),
        ("a.xml", "<verdrag><al>x</al></verdrag>", "no reader for <verdrag> files"),
    ],
)
def test_what_is_no_paper_is_refused(name: str, data: str, reason: str) -> None:
    """Error pages, empty shells, DTDs and unknown roots are refused with the reason and what to do."""
    with pytest.raises(InputError) as caught:
        read(SourceFile(name, data.encode(errors="surrogateescape")), {})

    assert reason in caught.value.reason
    assert caught.value.advice


def test_a_publication_without_a_reader_of_its_own_is_read_by_its_elements() -> None:
    """An agenda is text with headings, under the id of its metadata."""
    xml = (
        "<officiele-publicatie><metadata><meta name='OVERHEIDop.externMetadataRecord' "
        "content='https://zoek.officielebekendmakingen.nl/ag-tk-2020-12-01/metadata.xml'/></metadata>"
        "<agenda><kop><titel>Agenda</titel></kop><al>Stemmingen over moties.</al></agenda></officiele-publicatie>"
    )
    intake = read(SourceFile("a.xml", xml.encode()), {})
    assert intake.document is not None

    assert ("publicatie", "ag-tk-2020-12-01") == (intake.format, intake.document.id)
    assert "Agenda\n\nStemmingen over moties.\n" == intake.document.text


def test_a_page_without_end_tags_is_read() -> None:
    """A page is read as a browser reads it."""
    page = "<html><body><div id=broodtekst><p>Een<p>Twee <b>drie</b><br>vier<ul><li>vijf</ul></div></body></html>"
    document = read(SourceFile("a.html", page.encode()), {}).document
    assert document is not None

    assert "Een\n\nTwee drie vier\n\nvijf\n" == document.text


def test_what_the_site_adds_below_a_page_is_no_text() -> None:
    """The menu, the margin and the foot of a site are left out also where nothing marks the paper itself."""
    page = (
        "<html><meta name='DC.identifier' content='kst-99999-7'><nav>Menu</nav><div><p>Tekst.</p></div>"
        "<aside>Zie ook</aside><footer>Over deze site</footer></html>"
    )
    document = read(SourceFile("a.html", page.encode()), {}).document
    assert document is not None

    assert document.text.strip() == "Tekst."


def test_tables_of_a_page_inside_tables_are_read_once() -> None:
    """However deep tables lie in each other, each cell is set once, and a note marked often has its text once."""
    deep = "x"
    for _ in range(20):
        deep = f"<table><tr><td>{deep}</td><td>y</td></tr></table>"
    marks = "<a class='nootnum' href='#n1'>1</a>" * 3
    note = "<div class='noot' id='n1'><span class='nootnum'>1</span><p>noot</p></div>"
    page = f"<html><div id='broodtekst'>{deep}<p>z{marks}</p>{note}</div></html>"
    document = read(SourceFile("a.html", page.encode()), {}).document
    assert document is not None

    assert (1, 20, 1) == tuple(document.text.count(sign) for sign in ("x", "y", "noot"))


def test_marks_of_a_page_that_lead_in_a_circle_end() -> None:
    """A mark inside a note gives its number and no further note."""
    page = (
        "<html><div id='broodtekst'><p>a<a class='nootnum' href='#n1'>1</a></p>"
        "<div class='noot' id='n1'><span class='nootnum'>1</span><p>zie<a class='nootnum' href='#n1'>1</a></p></div></div></html>"
    )
    document = read(SourceFile("a.html", page.encode()), {}).document
    assert document is not None

    assert "a¹\n\n1 zie¹\n" == document.text
    assert ["zie"] == [note.flow.text for note in document.notes]
