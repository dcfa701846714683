"""Copies that a collector damaged: repaired where it is sure what stood there, refused where not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctgraph.errors import InputError
from ctgraph.model.document import Document
from ctgraph.model.source import SourceFile
from ctgraph.readers import read

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "handelingen"

HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<officiele-publicatie xsi:nonamespaceschemalocation="x" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n <metadata>\n  <meta '
    'content="https://zoek.officielebekendmakingen.nl/h-tk-20212022-31-6/metadata.xml" '
    'name="OVERHEIDop.externMetadataRecord" scheme=""/>\n </metadata>\n <handelingen>\n  <agendapunt>\n'
)
FOOT = "  </agendapunt>\n </handelingen>\n</officiele-publicatie>"
TURN = """   <spreekbeurt nieuw="nee">
    <spreker>
     <voorvoegsels>
      De heer
     </voorvoegsels>
     <naam>
      <achternaam>
       Çelik
      </achternaam>
     </naam>
     (
     <politiek>
      D66
     </politiek>
     ):
    </spreker>
    <tekst status="goed">
     <al-groep>
      <al>
       De motie-Kolstee (
       <extref doc="kst-39512-571" soort="document" status="actief">
        39512
       </extref>
       , nr.
       <extref doc="kst-39512-571" soort="document" status="actief">
        571
       </extref>
       ) gaat over één
       <nadruk type="vet">
        vaste
       </nadruk>
       <nadruk type="cur">
        regio
       </nadruk>
       — zo «
       <nadruk type="cur">
        heet
       </nadruk>
       » dat.
      </al>
     </al-groep>
    </tekst>
   </spreekbeurt>
"""


def _damaged(text: str) -> bytes:
    """What the collector made: bytes read as Latin-1 and saved as UTF-8, the byte order mark on a line of its own."""
    return ("\ufeff".encode() + b"\n" + text.encode()).decode("latin-1").encode()


def _read(data: bytes) -> tuple[Document, tuple[str, ...]]:
    intake = read(SourceFile("h-tk-20212022-31-6.xml", data), {})
    assert intake.document is not None
    return intake.document, intake.remarks


def test_wrong_decoding_and_pretty_printing_are_undone_and_remarked() -> None:
    """Letters come back, and inside sentences white space stays only where words meet."""
    document, remarks = _read(_damaged(HEAD + TURN + FOOT))

    assert (
        "De heer Çelik (D66):\nDe motie-Kolstee (39512, nr. 571) gaat over één vaste regio — zo «heet» dat.\n"
        == document.text
    )
    assert "h-tk-20212022-31-6" == document.id
    assert len(remarks) == 1
    assert "undone" in remarks[0]


@pytest.mark.parametrize(
    "data",
    [
        _damaged(HEAD + TURN + FOOT) + "€".encode(),
        _damaged(HEAD + TURN + FOOT).replace("Ã©Ã©n".encode(), "één".encode()),
    ],
)
def test_signs_that_were_garbled_in_two_ways_are_refused(data: bytes) -> None:
    """Where not all of a file can be decoded again, none of it is guessed."""
    with pytest.raises(InputError, match="garbled by a wrong decoding, in more than one way"):
        _read(data)


def test_a_damaged_file_that_is_cut_off_is_refused() -> None:
    """Repair makes no end to what has none."""
    with pytest.raises(InputError, match="no well-formed XML"):
        _read(_damaged(HEAD + TURN))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real Handelingen of ../shared are not here")
def test_real_damaged_reports_read_as_the_repaired_copies_do() -> None:
    """The ten originals give the same text as the copies that were repaired by hand-made rules."""
    files = sorted((SHARED / "original").glob("*.xml"))
    texts = {path.name: _read(path.read_bytes())[0].text for path in files}

    assert {path.name: _read((SHARED / "repaired" / path.name).read_bytes())[0].text for path in files} == texts
    assert 10 == len(texts)
