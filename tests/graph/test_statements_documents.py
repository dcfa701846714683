"""What a paper says of itself, and its times."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ctgraph.graph.terms import TITLE, TYPE
from ctgraph.model.claims import Account, Ref
from ctgraph.model.document import Header, Span
from graph.factories import PAPER, document, own
from graph.reading import Reading
from graph.specimen import header, letter

HOME = Ref("document", PAPER)


def test_a_letter_says_what_it_prints_of_itself(whole: Reading) -> None:
    """Number, kind, title, date and dossier come from the printed header."""
    found = whole.facts(HOME)

    assert found["type"] == ["GovernmentLetter"]
    assert found["officialIdentifier"] == [PAPER]
    assert found["documentKind"] == ["document-kind/brief-regering"]
    assert found["title"] == ["BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID@nl"]
    assert found["dossierEntry"] == [f"entry/{PAPER}/29754"]
    assert whole.values(Ref("dossier", "29754"), TITLE) == ["Terrorismebestrijding@nl"]
    assert whole.facts(Ref("entry", f"{PAPER}/29754")) == {
        "type": ["DossierEntry"],
        "inDossier": ["dossier/29754"],
        "isMainDossier": ["true"],
        "subNumber": ["900"],
    }


def test_a_header_field_that_is_not_printed_is_not_stated() -> None:
    """A date, kind or title that came from elsewhere is left to its own source."""
    known = Account(document(header=replace(header(), spans=())), ())

    assert Reading(known).facts(HOME) == {"type": ["ParliamentaryPaper"], "officialIdentifier": [PAPER]}


def test_the_session_year_is_stated_as_printed() -> None:
    """The parliamentary year has a hyphen, whatever dash was printed."""
    year = Header(session_year="2020–2021", spans=(("session_year", Span(0, 6)),))

    assert Reading(Account(document(header=year), ())).values(HOME, "sessionYear") == ["2020-2021"]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("3 maart 2021", "2021-03-03"), ("Den Haag, 3 maart 2021", "2021-03-03")],
)
def test_the_date_has_the_words_that_were_read(words: str, edtf: str) -> None:
    """A date mention on the printed line gives the words, else the whole line does."""
    account = letter() if words == "3 maart 2021" else replace(letter(), times=())
    stated = Reading(account)
    (date,) = stated.values(HOME, "documentDate")
    time = Ref("time", date.removeprefix("time/"))

    assert stated.values(time, "verbatimTime") == [words]
    assert stated.values(time, "edtf") == [edtf]


@pytest.mark.parametrize(
    ("identifier", "kind", "name"),
    [
        ("kst-29754-1", "brief-regering", "GovernmentLetter"),
        ("kst-29754-1", "motie", "ParliamentaryPaper"),
        ("kst-29754-1", "brief-commissie", "ParliamentaryPaper"),
        ("h-tk-20202021-31-5", "", "ProceedingsItem"),
        ("blg-123456", "", "Annex"),
        ("note-1", "", "Document"),
    ],
)
def test_number_and_kind_tell_the_class(identifier: str, kind: str, name: str) -> None:
    """A document has one class, the most specific that its number and printed kind tell."""
    printed = Header(kind=kind, spans=(("kind", Span(0, 6)),))
    account = Account(document(identifier=identifier, header=printed), ())

    assert Reading(account).values(Ref("document", identifier), TYPE) == [name]


def test_a_relative_time_names_the_paper_it_is_read_by(whole: Reading) -> None:
    """Only a relative time depends on the document; an open side has no day."""
    due = own("time", "dit najaar")
    reading = replace(letter().times[0].reading, edtf="2016/..", latest=None, relative=False)
    open_end = replace(letter().times[0], ref=own("time", "sinds"), reading=reading)
    before = replace(reading, edtf="../2016", earliest=None)
    open_start = replace(open_end, ref=own("time", "tot"), reading=before)
    stated = Reading(Account(document(), (), times=(open_end, open_start)))

    assert whole.facts(due) == {
        "type": ["TimeExpression"],
        "edtf": ["2021-23"],
        "verbatimTime": ["dit najaar"],
        "earliest": ["2021-09-01"],
        "latest": ["2021-11-30"],
        "readRelativeTo": [f"document/{PAPER}"],
    }
    assert {"latest", "readRelativeTo"}.isdisjoint(stated.facts(open_end.ref))
    assert "earliest" not in stated.facts(open_start.ref)


def test_a_report_offered_is_an_annex_of_the_letter(whole: Reading) -> None:
    """The letter offers it; it has a title and a period, and no number of its own."""
    (offered,) = whole.values(HOME, "offers")

    assert whole.facts(Ref("document", offered.removeprefix("document/"))) == {
        "type": ["Report"],
        "title": ["aanpak@nl"],
        "annexOf": [f"document/{PAPER}"],
        "coversPeriod": [f"time/{own('time', '2020').id}"],
    }
