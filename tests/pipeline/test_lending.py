"""Rows of the Tweede Kamer that stand in files of their own are understood as if they stood in one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from itertools import permutations

import pytest
from lxml import etree

from ctgraph.graph.official import state_records
from ctgraph.model.intake import Intake
from ctgraph.model.loans import Loan
from ctgraph.model.official.crosswalk import Crosswalk
from ctgraph.model.source import SourceFile
from ctgraph.pipeline.lending import Ledger
from ctgraph.readers import read
from readers.records import SPECIMENS, together

ATOM = "http://www.w3.org/2005/Atom"
TK = "http://www.tweedekamer.nl/xsd/tkData/v1-0"


def statements(intakes: Iterable[Intake]) -> set[str]:
    """What is stated of the things that records tell of, whichever record tells it."""
    found = (sourced for intake in intakes for sourced in intake.records)
    quads = (quad for sourced in found for quad in state_records(sourced, Crosswalk(), "0"))
    made = (f"{quad.subject} {quad.predicate} {quad.object}" for quad in quads)
    return {each for each in made if "/id/run/" not in each and "/graph/" not in each}


def pages(data: bytes, alone: bool) -> list[SourceFile]:
    """A page of the feed as one page a category, as it is served, or one an entry."""
    kinds: dict[str, list[str]] = {}
    for number, entry in enumerate(etree.fromstring(data).iterfind(f"{{{ATOM}}}entry")):
        kind = next(entry.iterfind(f"{{{ATOM}}}category")).get("term", "")
        kinds.setdefault(f"{kind}{number}" if alone else kind, []).append(etree.tostring(entry, encoding="unicode"))
    made = {kind: f'<feed xmlns="{ATOM}">{"".join(each)}</feed>' for kind, each in kinds.items()}
    return [SourceFile(f"{kind}.xml", page.encode()) for kind, page in made.items()]


@pytest.mark.parametrize("alone", [False, True])
def test_a_feed_by_category_says_what_one_page_says(alone: bool) -> None:
    """Pages of one category each, as the feed is served, state what a page with all of them does."""
    data = (SPECIMENS / "syncfeed.xml").read_bytes()
    whole = [read(SourceFile("syncfeed.xml", data), {})]
    split = together(pages(data, alone))

    assert len(split) > 8
    assert statements(split) == statements(whole)


def test_alone_the_pages_say_less() -> None:
    """Without what the others lend, a decision does not know what it is on."""
    data = (SPECIMENS / "syncfeed.xml").read_bytes()
    split = [read(source, {}) for source in pages(data, alone=False)]

    assert len(statements(split)) < len(statements(together(pages(data, alone=False))))


def test_of_a_person_the_name_alone_is_lent() -> None:
    """A row on a person lends the names; births and homes stay where they are."""
    lent = read(SourceFile("syncfeed.xml", (SPECIMENS / "syncfeed.xml").read_bytes()), {}).loans
    (person,) = [each for each in lent if each.entity == "Persoon"]

    assert set(json.loads(person.values)) == {"Id", "Roepnaam", "Initialen", "Achternaam"}


def loan(entity: str, number: int, values: str = "{}", leads: tuple[int, ...] = (), changed: str = "") -> Loan:
    """A loan with short ids."""
    return Loan(entity, str(number), changed, values, tuple(map(str, leads)))


def test_what_is_needed_of_a_lent_row_goes_no_further_than_its_id() -> None:
    """A decision borrows its case, its dossier and its paper, not the other cases of the dossier or of the paper."""
    own = loan("Besluit", 1, "", (2,))
    case, other = loan("Zaak", 2, leads=(3, 9)), loan("Zaak", 7, leads=(3,))
    dossier, paper = loan("Kamerstukdossier", 3), loan("Document", 4, leads=(2, 7))
    version, actor, point = (
        loan("DocumentVersie", 5, leads=(4,)),
        loan("ZaakActor", 6, leads=(2,)),
        loan("Agendapunt", 9),
    )
    ledger = Ledger([own, case, other, dossier, paper, version, actor, point])

    assert {each.id for each in ledger.lent([own])} == {"2", "3", "4", "5"}


def test_of_two_forms_of_a_row_the_later_counts_filled_up() -> None:
    """The form changed last counts in whatever order files come; what it does not give the other gives."""
    old = loan("Zaak", 2, '{"Soort": "Motie", "Volgnummer": "7"}', (3,), "2032-01-01")
    new = loan("Zaak", 2, '{"Volgnummer": "8"}', (), "2032-02-01")
    own, dossier = loan("Besluit", 1, "", (2,)), loan("Kamerstukdossier", 3)

    lent = {Ledger(order).lent([own]) for order in permutations([old, new, own, dossier])}

    filled = loan("Zaak", 2, '{"Soort": "Motie", "Volgnummer": "8"}', (3,), "2032-02-01")
    assert lent == {(dossier, filled)}


def test_a_deleted_row_is_lent_no_more() -> None:
    """A tombstone later than the row takes it away from those that led to it."""
    own, row = loan("Besluit", 1, "", (2,)), loan("Zaak", 2, changed="2032-01-01")
    grave = loan("Zaak", 2, "", changed="2032-02-01")

    assert Ledger([own, row, grave]).lent([own]) == ()


def test_a_commitment_finds_the_letter_that_met_it_by_its_number() -> None:
    """The letter is named by the number of its document, which another page knows under its official id."""
    start = f'<{{}} xmlns="{TK}" id="{{}}" verwijderd="false">'
    promise = (
        "<nummer>TZ203201-001</nummer><tekst>Een brief.</tekst><status>Voldaan</status>"
        "<kamerbriefNakoming>2032D00001</kamerbriefNakoming></toezegging>"
    )
    letter = "<soort>Brief regering</soort><documentNummer>2032D00001</documentNummer></document>"
    version = '<document ref="d1"/><externeidentifier>kst-99999-5</externeidentifier></documentVersie>'
    entities = (("toezegging", "t1", promise), ("document", "d1", letter), ("documentVersie", "v1", version))
    files = (SourceFile(f"{key}.xml", f"{start.format(name, key)}{rest}".encode()) for name, key, rest in entities)

    assert any("fulfilledBy" in each and "kst-99999-5" in each for each in statements(together(files)))


def test_a_commitment_is_made_to_whomever_the_feed_leads_to() -> None:
    """The feed leads to members and groups by one element; rows of their own tell which of them each is."""
    start = f'<{{}} xmlns="{TK}" id="{{}}" verwijderd="false">'
    promise = (
        "<toegezegdAan ref='f1'/><toegezegdAan ref='p1'/><toegezegdAan ref='x1'/><nummer>TZ203201-001</nummer>"
        "<tekst>Een brief.</tekst><status>Openstaand</status></toezegging>"
    )
    group, member = (
        "<afkorting>VBD</afkorting></fractie>",
        "<achternaam>Jansen</achternaam><roepnaam>Jan</roepnaam></persoon>",
    )
    entities = (("toezegging", "t1", promise), ("fractie", "f1", group), ("persoon", "p1", member))
    files = (SourceFile(f"{key}.xml", f"{start.format(name, key)}{rest}".encode()) for name, key, rest in entities)

    to = sorted(each.rpartition("/")[2] for each in statements(together(files)) if "madeTo" in each)
    assert to == ["p1>", "vbd>"]


ITEM = (
    "<officiele-publicatie><metadata><meta name='OVERHEIDop.externMetadataRecord' content='https://zoek.example/{}/metadata."
    "xml'/></metadata><handelingen>{}</handelingen></officiele-publicatie>"
)
OPENING = "<vergadering><vergaderdatum>Dinsdag 18 maart 2025</vergaderdatum></vergadering>"
POINT = "<agendapunt><nr>5</nr><item-titel>Ladders</item-titel><tekst><al>Ik stel vast.</al></tekst></agendapunt>"
RECORD = (
    "<metadata_gegevens><metadata name='DC.identifier' content='h-tk-20242025-60-9'/>"
    "<metadata name='OVERHEIDop.datumVergadering' content='2025-03-18'/></metadata_gegevens>"
)


@pytest.mark.parametrize("teller", [ITEM.format("h-tk-20242025-60-1", OPENING), RECORD], ids=["opening", "metadata"])
def test_an_item_is_of_the_day_of_its_sitting(teller: str) -> None:
    """The opening, or the metadata of any item, tells the day of the sitting; items of other sittings get none of it."""
    texts = {"one.xml": teller}
    for item in ("h-tk-20242025-60-5", "h-tk-20242025-61-5"):
        texts[f"{item}.xml"] = ITEM.format(item, POINT)
    made = together(SourceFile(name, text.encode()) for name, text in texts.items())
    days = {each.document.id: each.document.date for each in made if each.document}

    assert days["h-tk-20242025-60-5"] == date(2025, 3, 18)
    assert days["h-tk-20242025-61-5"] is None
    held = {each for each in statements(made) if "def#onDate" in each and "h-tk-20242025-60-5>" in each}
    assert [each.rpartition("/")[2] for each in held] == ["2025-03-18>"]


def test_an_item_bears_the_day_of_the_sitting_not_that_of_its_printing() -> None:
    """Metadata give both days; what is said in a debate is said on the day of the debate."""
    meta = "<meta name='DCTERMS.issued' content='2025-04-10'/><meta name='OVERHEIDop.datumVergadering' content='2025-03-18'/>"
    text = ITEM.format("h-tk-20242025-60-5", POINT).replace("</metadata>", f"{meta}</metadata>")
    (made,) = together([SourceFile("item.xml", text.encode())])
    assert made.document is not None

    assert made.document.date == date(2025, 3, 18)
