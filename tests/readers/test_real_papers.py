"""The real papers of ../shared/data: every one is read, under its own id, with nothing unknown in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ctgraph.errors import InputError
from ctgraph.model.document import Document
from ctgraph.model.intake import Intake
from ctgraph.model.source import SourceFile
from ctgraph.readers import read

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real papers of ../shared are not here")

FOLDERS = {
    "motiematcher/kst_xml/*.xml": ("kamerstuk", 168),
    "transcribed/kst-*.xml": ("kamerstuk", 1),
    "plooi/repository/**/kst-*.xml": ("kamerstuk", 1),
    "plooi/repository/**/ah-*.xml": ("kamervragen", 1),
    "handelingen/original/*.xml": ("handelingen", 10),
    "handelingen/repaired/*.xml": ("handelingen", 10),
    "transcribed/ParlaMint-*.xml": ("parlamint", 1),
    "plooi/repository/**/*.html": ("html", 2),
    "wetsuite/*.html": ("html", 2),
    "plooi/repository/**/*.odt": ("odt", 2),
    "plooi/repository/**/*.pdf": ("pdf", 2),
}


def _read(path: Path) -> Intake:
    return read(SourceFile(str(path), path.read_bytes()), {})


def _document(path: Path) -> Document:
    document = _read(path).document
    assert document is not None
    return document


@pytest.mark.parametrize("pattern", FOLDERS)
def test_all_are_read(pattern: str) -> None:
    """Each by the reader of its format, none refused, no element unknown, each sign of each flow at its place."""
    wanted, number = FOLDERS[pattern]
    paths = sorted(DATA.glob(pattern))
    intakes = [_read(path) for path in paths]

    assert Counter({wanted: number}) == Counter(intake.format for intake in intakes)
    assert [] == [(path.name, intake.unknown) for path, intake in zip(paths, intakes, strict=True) if intake.unknown]
    for intake in intakes:
        assert intake.document is not None
        _assert_leads_back(intake.document)


def _assert_leads_back(document: Document) -> None:
    for flow in document.flows:
        for position, character in enumerate(flow.text):
            origin = document.text[flow.origin(position)]
            assert character == origin or (character.isspace() and origin.isspace())


def test_papers_of_local_bodies_are_refused() -> None:
    """Permits and the like hold addresses of citizens and are none of this graph's."""
    for name in ("prb.xml", "bgr.xml", "gmb.xml"):
        with pytest.raises(InputError, match="local body"):
            _read(DATA / "wetsuite" / name)


def test_motions_have_their_head_and_their_signers() -> None:
    """Every motion has id, day, kind and session year, and ends in the names of those who signed it."""
    for path in sorted((DATA / "motiematcher" / "kst_xml").glob("*.xml")):
        document = _document(path)
        header = document.header
        assert (path.stem, path.stem) == (document.id, header.identifier)
        assert header.kind in ("motie", "gewijzigde-motie")
        assert header.date is not None
        assert header.session_year
        closing = document.body.text.rpartition("en gaat over tot de orde van de dag")[2]
        signers = closing.strip(" .,\n").split("\n")
        assert all(0 < len(signer) < 40 for signer in signers)


def test_motions_in_two_dossiers_name_both() -> None:
    """The first dossier is the one whose numbering the paper follows."""
    folder = DATA / "motiematcher" / "kst_xml"
    found = {path.stem: _document(path).header.dossiers for path in sorted(folder.glob("kst-36410-XVI-*.xml"))}

    assert ("36410-XVI", "36410-VI") == found["kst-36410-XVI-96"]
    assert ("36410-XVI",) == found["kst-36410-XVI-115"]


def test_notes_of_a_real_letter() -> None:
    """Notes keep their printed numbers, gaps too, and hang where they stood."""
    document = _document(DATA / "transcribed" / "kst-28844-269.trimmed.xml")
    body = document.body.text

    assert [("1", "op 9 mei 2023"), ("2", "aan te scherpen"), ("6", "aldus Braun."), ("13", "Van Baarle-Dassen")] == [
        (note.number, body[(note.anchor or 0) - len(words) : note.anchor])
        for note, words in zip(
            document.notes, ("op 9 mei 2023", "aan te scherpen", "aldus Braun.", "Van Baarle-Dassen"), strict=True
        )
    ]
    assert "Kamerstuk 28 844, nr. 266." == document.notes[0].flow.text
    assert "brief-regering" == document.header.kind
    assert "De Minister van Binnenlandse Zaken en Koninkrijksrelaties,\nH.G.J. Bruins Slot" in body
    assert "het online archief (https" in body


def test_one_paper_reads_the_same_in_every_format() -> None:
    """XML, page, ODT and PDF of one motion have the same id, day, kind, title and words."""
    folder = DATA / "plooi/repository/frbr/officielepublicaties/kst/32545/kst-32545-143/1"
    papers = [_document(folder / kind / f"kst-32545-143.{kind}") for kind in ("xml", "html", "odt", "pdf")]

    assert 1 == len({(p.id, p.date, p.header.kind, p.header.title, p.header.dossiers) for p in papers})
    words = [p.body.text.replace("\n", " ").partition("De Kamer,")[2].split() for p in papers]
    assert words[0] == words[1] == words[2] == words[3]
