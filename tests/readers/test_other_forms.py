"""The same publications in other wrappings, encodings and older words."""

from __future__ import annotations

import pytest

from ctgraph.model.official import NamedSubmitter, PaperRecord
from ctgraph.model.official.crosswalk import Candidate, Crosswalk
from readers.records import intake, records

MAIN = (
    "<kamerstuk><kamerstukkop><tekstregel inhoud='kamernummer'>2</tekstregel></kamerstukkop><dossier><dossiernummer>"
    "<dossiernr>99 999</dossiernr></dossiernummer><titel>Voorbeelden</titel></dossier><stuk><stuknr>Nr. <ondernummer "
    "kamer='2'>7</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER VAN FINANCIËN</titel><algemeen><vrije-tekst><tekst>"
    "<al>Reëel.</al></tekst></vrije-tekst></algemeen></stuk></kamerstuk>"
)
TEXT = "2\n\n99 999 Voorbeelden\n\nNr. 7 BRIEF VAN DE MINISTER VAN FINANCIËN\n\nReëel."


@pytest.mark.parametrize(
    "data",
    [
        f"<officiele-publicatie>{MAIN}</officiele-publicatie>".encode(),
        f"<officiele-publicatie xmlns='http://voorbeeld.example/op'>{MAIN}</officiele-publicatie>".encode(),
        f"<o:officiele-publicatie xmlns:o='http://voorbeeld.example/op'>{MAIN}</o:officiele-publicatie>".encode(),
        f"<?xml version='1.0'?>{MAIN}".encode(),
        f"<?xml version='1.0' encoding='UTF-16'?>{MAIN}".encode("utf-16"),
        f"<?xml version='1.0' encoding='windows-1252'?><officiele-publicatie>{MAIN}</officiele-publicatie>".encode(
            "cp1252"
        ),
    ],
    ids=["plain", "default name space", "prefix", "bare", "UTF-16", "Windows-1252"],
)
def test_a_paper_is_the_same_in_every_wrapping(data: bytes) -> None:
    """Name space, wrapping and encoding change neither the id nor the text of a paper."""
    given = intake(data, "brief.xml")
    assert given.document is not None

    assert (given.format, given.document.id, given.unknown) == ("kamerstuk", "kst-99999-7", ())
    assert given.document.text.strip() == TEXT


def test_handelingen_of_before_2011() -> None:
    """The older root, speakers with `wie` and `partij`, and the chair in `voorz` are read by their elements."""
    data = (
        "<handeling><metadata><meta name='DC.identifier' content='h-tk-20012002-12-345-367'/></metadata><tekst><spreker>"
        "<wie>De heer <naam>Jansen</naam> (<partij>VBD</partij>):</wie><al>Ik dank u.</al></spreker><voorz><wie>De "
        "voorzitter:</wie><al>Graag.</al></voorz></tekst></handeling>"
    )
    given = intake(data.encode(), "h.xml")
    assert given.document is not None

    assert (given.format, given.document.id, given.unknown) == ("handelingen", "h-tk-20012002-12-345-367", ())
    assert given.document.text.split("\n\n") == [
        "De heer Jansen (VBD):",
        "Ik dank u.",
        "De voorzitter:",
        "Graag.\n",
    ]


QUESTIONS = (
    "<metadata_gegevens><metadata name='DC.identifier' content='ah-tk-20312032-7'/><metadata name='DC.type' "
    "scheme='OVERHEIDop.AanhangselTypen' content='Antwoord'/><metadata name='OVERHEIDop.indiener' content='E. (Eva) van "
    "der Eik'/><metadata name='OVERHEIDop.ontvanger' content='Balken, J.P. van'/></metadata_gegevens>"
)


def test_a_question_tells_whom_it_is_put_to() -> None:
    """The receiver in the metadata of a question is its addressee, the name the right way round."""
    (paper,) = records(intake(QUESTIONS.encode(), "metadata.xml"), PaperRecord)

    assert paper.submitters == (
        NamedSubmitter("E. (Eva) van der Eik", "questioner"),
        NamedSubmitter("J.P. van Balken", "addressee"),
    )


@pytest.mark.parametrize(
    ("known", "key"),
    [
        (("eva-van-der-eik",), "eik"),
        (("e-van-der-eik",), "eik"),
        (("e-eva-van-der-eik",), "eik"),
        (("van-der-eik",), ""),
    ],
)
def test_a_call_name_in_brackets(known: tuple[str, ...], key: str) -> None:
    """Initials with a call name lead to the person known by either; the surname alone is not enough."""
    crosswalk = Crosswalk(full_names={name: Candidate("eik", ()) for name in known})

    assert crosswalk.person("E. (Eva) van der Eik", None, "2032-03-18") == key


def test_initials_and_call_name_of_two_people_lead_to_nobody() -> None:
    """Where the two names are those of two people, nothing tells who is meant."""
    people = {"eva-van-der-eik": Candidate("one", ()), "e-van-der-eik": Candidate("other", ())}

    assert Crosswalk(full_names=people).person("E. (Eva) van der Eik", None, "2032-03-18") == ""


def test_a_new_property_of_the_metadata_in_a_file_is_counted() -> None:
    """A property that no reader knows shows in the report, also where the record stands inside the paper."""
    meta = "<metadata><meta name='OVERHEIDop.nieuwtje' content='x'/><meta name='OVERHEIDop.ondernummer' content='7'/></metadata>"
    given = intake(f"<officiele-publicatie>{meta}{MAIN}</officiele-publicatie>".encode(), "brief.xml")

    assert given.unknown == (("nieuwtje", 1),)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Mededeling van Minister Van Balken (Ladders)", "mededeling-uitstel-antwoord"),
        ("Antwoord van Minister Van Balken (Ladders)", "antwoord-schriftelijke-vragen"),
    ],
)
def test_a_word_that_the_answer_comes_later_is_no_answer(words: str, kind: str) -> None:
    """What is marked as an answer may be a word of delay; questions and answers may stand in groups."""
    data = (
        "<officiele-publicatie><kamervragen><kamervraagnummer>7</kamervraagnummer><kamervraagomschrijving type='vraag'>Vragen"
        f"</kamervraagomschrijving><kamervraagomschrijving type='antwoord'>{words}</kamervraagomschrijving><vragen><vraag><nr>1"
        "</nr><al>Klopt dit?</al></vraag></vragen><antwoorden><antwoord><nr>1</nr><al>Later.</al></antwoord></antwoorden>"
        "</kamervragen></officiele-publicatie>"
    )
    given = intake(data.encode(), "ah-nieuw.xml")
    assert given.document is not None

    assert (given.document.header.kind, given.unknown, given.remarks) == (kind, (), ())
