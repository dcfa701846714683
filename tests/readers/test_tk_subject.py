"""Subject lines of motions: who submitted them, and what they replace."""

from __future__ import annotations

import pytest
from register_compiler.signatures import Signatures, signatures

from ctgraph.readers.tk_subject import Subject, read_subject


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Motie van het lid De Wit over kades", Subject(("De Wit",), False, None)),
        ("Motie van de leden De Wit en Van ’t Hof over kades", Subject(("De Wit", "Van ’t Hof"), False, None)),
        ("Motie van het lid De Wit c.s.  over kades", Subject(("De Wit",), True, None)),
        ("Motie van de leden de Wit, Bos en El Hadi over kades", Subject(("De Wit", "Bos", "El Hadi"), False, None)),
        ("Motie De Wit/Bos over kades", Subject(("De Wit", "Bos"), False, None)),
        ("Motie-De Wit c.s. over kades", Subject(("De Wit",), True, None)),
        ("Motie Van Raak over kades", Subject(("Van Raak",), False, None)),
        ("Motie van het lid De Wit", Subject(("De Wit",), False, None)),
        (
            "Gewijzigde motie van het lid De Wit (t.v.v. 99999, nr. 260) over kades",
            Subject(("De Wit",), False, ("99999", 260)),
        ),
        ("Gew motie De Wit over kades (t.v.v. 99 999, nr. 171)", Subject(("De Wit",), False, ("99999", 171))),
        (
            "Nader gewijzigde motie van de leden De Wit en Bos over kades t.v.v. 99999-627",
            Subject(("De Wit", "Bos"), False, ("99999", 627)),
        ),
        ("Gewijzigde motie van het lid De Wit over kades (99999-581)", Subject(("De Wit",), False, ("99999", 581))),
        (
            "Gewijzigde motie van het lid Bos over kades (t.v.v. 21501-02-19)",
            Subject(("Bos",), False, ("21501-02", 19)),
        ),
        ("Gewijzigde motie van het lid Bos over kades (t.v.v. 36410-V-62)", Subject(("Bos",), False, ("36410-V", 62))),
        ("Amendement van het lid De Wit over kades", Subject((), False, None)),
        ("Motie over kades", Subject((), False, None)),
    ],
)
def test_a_subject_line_tells_submitters_and_what_is_replaced(line: str, expected: Subject) -> None:
    """Names stand between the head and the topic; anything that is no motion has none."""
    assert read_subject(line.replace("  ", " ")) == expected


def test_signatures_stand_below_the_closing_formula(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Instructions inside words, markup and closing points go; metadata gives names with initials."""
    folder = tmp_path_factory.mktemp("papers")
    (folder / "kst-99999-12.xml").write_text(
        '<meta name="OVERHEIDop.indiener" scheme="" content="A. de Wit"/><tekst><al>De Kamer,</al>'
        "<al>en gaat over tot de orde van de dag.</al><al-groep><al>De W<?xpp afbreek?>it</al><al>B&amp;B.</al></al-groep>"
        "</tekst>",
        encoding="utf-8-sig",
    )
    (folder / "kst-99999-13.xml").write_text("<tekst><al>Niets</al></tekst>", encoding="utf-8")

    assert signatures(folder) == {
        "kst-99999-12": Signatures(("De Wit", "B&B"), ("A. de Wit",)),
        "kst-99999-13": Signatures((), ()),
    }
