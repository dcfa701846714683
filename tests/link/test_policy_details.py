"""Measures with what they are for, editions, laws to be changed, bodies, meetings, agreements, unnamed wishes."""

from __future__ import annotations

import pytest

from ctgraph.link.purposes import recurrence
from ctgraph.link.requests import split
from ctgraph.model.claims import Account, PolicyMention
from link.factories import account

SIGNED = "\n\nDe Minister van Justitie en Veiligheid,\nA. de Wit\n"


@pytest.mark.parametrize(
    ("words", "duration"),
    [
        ("worden jaarlijks in de gelegenheid gesteld", "P1Y"),
        ("de halfjaarlijkse rapportage", "P6M"),
        ("elk kwartaal", "P3M"),
        ("tweejaarlijks", "P2Y"),
        ("iedere maand", "P1M"),
        ("een meerjarige aanpak", ""),
        ("dit jaar", ""),
    ],
)
def test_how_often(words: str, duration: str) -> None:
    """Words of recurrence are durations; whole words only, and a year is no recurrence."""
    assert duration == recurrence(words)


@pytest.mark.parametrize(
    ("text", "recipients", "targets", "often"),
    [
        ("Gemeenten kunnen elk jaar versterkingsgelden aanvragen om radicalisering tegen te gaan.",
         ("municipality",), ("radicalisering",), "P1Y"),
        ("Moskeeën ontvangen via een subsidieregeling geld voor de preventie van extremisme.",
         ("civil-society-organisation",), ("extremisme",), ""),
        ("De versterkingsgelden voor gemeenten zijn verhoogd.", (), (), ""),
        ("De versterkingsgelden zijn een succes.", (), (), ""),
    ],
)  # fmt: skip
def test_money(text: str, recipients: tuple[str, ...], targets: tuple[str, ...], often: str) -> None:
    """Who may get money, for what and how often, is read where the sentence says that somebody gets it."""
    (measure,) = account(text).measures

    assert (recipients, targets, often) == (measure.recipients, measure.targets, measure.recurrence)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Er is een persoonsgerichte aanpak van radicalisering en extremisme.", ("radicalisering", "extremisme")),
        ("Zij krijgen kennisversterking op het gebied van rechts-extremisme.", ("rechts-extremisme",)),
        ("De casustafel radicalisering komt bijeen.", ("radicalisering",)),
        ("De meldplicht is nieuw en radicalisering neemt toe.", ()),
        ("Er geldt een meldplicht op grond van de wet tegen terrorisme.", ()),
    ],
)
def test_what_a_measure_is_aimed_at(text: str, targets: tuple[str, ...]) -> None:
    """The phenomena right behind a measure's name are what it is aimed at; others of the sentence are not."""
    assert targets == account(text).measures[0].targets


def mention(text: str) -> PolicyMention:
    """The only mention of a policy document in a text."""
    (item,) = account(text).policy_mentions
    return item


def test_an_edition_of_a_series() -> None:
    """The number in the name is the edition's, and the name begins with that of its series."""
    item = mention("Zie het Dreigingsbeeld Terrorisme Nederland 57 (bijlage bij Kamerstuk 29 754, nr. 650).")

    assert ("57", "dreigingsbeeld-terrorisme-nederland") == (item.edition, item.series.id if item.series else "")
    assert "kst-29754-650" == (item.attached_to.id if item.attached_to else "")


@pytest.mark.parametrize(
    "text",
    [
        "Het Dreigingsbeeld Terrorisme Nederland 57 kwam uit (bijlage bij Kamerstuk 29 754, nr. 650).",
        "Het Dreigingsbeeld Terrorisme Nederland 57 (Kamerstuk 29 754, nr. 650).",
        "Het Dreigingsbeeld Terrorisme Nederland 57 van 1 mei 2023 (bijlage bij Kamerstuk 29 754, nr. 305).",
    ],
)
def test_what_is_attached_to_nothing(text: str) -> None:
    """A bracket further on, a paper that is no annex, and a doubtful number place nothing."""
    assert mention(text).attached_to is None


def test_the_period_in_the_name_of_a_strategy() -> None:
    """The years printed behind a strategy's name are the time for which it is meant."""
    item = mention("De Nationale Strategie 2023–2027 (bijlage bij Kamerstuk 29 754, nr. 655) geldt.")

    assert ("2023/2027", "2023–2027") == (item.valid and (item.valid.reading.edtf), item.valid and item.valid.words)
    assert "2023/2027" == (item.valid.ref.id if item.valid else "")
    assert "kst-29754-655" == (item.attached_to.id if item.attached_to else "")
    assert mention("De Nationale Strategie geldt.").valid is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("De Nationale Strategie 2023–2027, welke op 20 mei 2023 aan uw Kamer werd aangeboden, geldt.", "2023-05-20"),
        ("De Nationale Strategie 2023–2027 die ik op 20 mei 2023 aan uw Kamer heb gestuurd, geldt.", "2023-05-20"),
        ("De Nationale Strategie 2023–2027 (Kamerstuk 29 754, nr. 641) is op 2 juni 2023 verzonden.", "2023-06-02"),
        ("Op 2 juni 2023 heb ik uw Kamer de Nationale Strategie 2023–2027 toegezonden.", "2023-06-02"),
        ("Op 2 juni 2023 zond ik u de Nationale Strategie 2023–2027.", "2023-06-02"),
        ("De Nationale Strategie 2023–2027, die op 2 juni 2023 zal worden aangeboden, geldt.", ""),
        ("De Nationale Strategie 2023–2027, die op 2 juni 2023 niet werd aangeboden, geldt.", ""),
        ("De Nationale Strategie 2023–2027, waarin staat dat op 2 juni 2023 een brief is gestuurd, geldt.", ""),
        ("De Nationale Strategie 2023–2027 geldt sinds 2 juni 2023.", ""),
        ("Op 2 juni 2023 is er gesproken over de Nationale Strategie 2023–2027.", ""),
    ],
)
def test_when_a_policy_document_was_presented(text: str, day: str) -> None:
    """The day on which a policy document was sent to a chamber is read where the sentence says it of that document."""
    presented = mention(text).presented

    assert day == (presented.reading.edtf if presented else "")


def test_how_often_a_series_appears() -> None:
    """The adjective in the name of a series says how often its editions come."""
    assert "P6M" == mention("De halfjaarlijkse rapportage drones volgt.").recurrence
    assert "" == mention("De Rapportage drones volgt.").recurrence


@pytest.mark.parametrize(
    ("text", "laws", "status"),
    [
        (
            "Het wetsvoorstel tot wijziging van de Paspoortwet ligt ter consultatie voor.",
            ["BWBR0005212"],
            "in-consultation",
        ),
        ("Het debat ging over het verlengen van de werkingsduur van de Paspoortwet.", ["BWBR0005212"], ""),
    ],
)
def test_laws_to_be_changed(text: str, laws: list[str], status: str) -> None:
    """A bill names the law that it would change; a change spoken of is a bill of which no state is told."""
    (bill,) = account(text).bills

    assert (laws, status) == ([law.id for law in bill.amends], bill.status)


@pytest.mark.parametrize(
    "text",
    [
        "De wijziging van de Paspoortwet is in werking getreden.",
        "De wijziging van het dreigingsniveau volgt uit de Paspoortwet.",
        "De evaluatie van de Paspoortwet is gestart.",
        "De wijziging van artikel 23 van de Paspoortwet.",
    ],
)
def test_what_is_no_bill(text: str) -> None:
    """What is law already, what changes something else, and a single article make no bill."""
    assert () == account(text).bills


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("UNITAD, de VN-organisatie die bewijs vergaart.", [("UNITAD", "VN")]),
        ("UNITAD, een onderdeel van de VN, doet onderzoek.", [("UNITAD", "VN")]),
        ("UNITAD is onderdeel van de VN.", [("UNITAD", "VN")]),
        ("UNITAD en de VN werken samen.", []),
        ("UNITAD, de VN en Europol.", []),
    ],
)
def test_part_of_a_body(text: str, pairs: list[tuple[str, str]]) -> None:
    """An apposition says that a body is part of another; a list does not."""
    assert pairs == [(item.part.name, item.whole.name) for item in account(text).sub_organisations]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dat gebeurt in de zorg- en veiligheidshuizen en in het veiligheidshuis.",
         ["zorg- en veiligheidshuizen", "veiligheidshuis"]),
        ("Het regionale informatie- en expertisecentrum helpt.", ["regionale informatie- en expertisecentrum"]),
        ("Het huis is veilig.", []),
    ],
)  # fmt: skip
def test_bodies_named_by_their_kind(text: str, names: list[str]) -> None:
    """Local bodies are organisations, by the name that the paper gives their kind."""
    made = account(text).participations

    assert names == [part.agent.name for part in made if part.agent.kind == "cooperation-body"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Leden van terroristische organisaties zoals ISIS zijn berecht.", ["terroristische organisaties zoals ISIS"]),
        ("De terroristische organisatie ISIS eiste de aanslag op.", ["terroristische organisatie ISIS"]),
        ("De terroristische dreiging van ISIS blijft.", []),
        ("Het is geen terroristische organisatie zoals ISIS.", []),
        ("ISIS heeft een organisatie.", []),
    ],
)
def test_what_a_group_is_called_is_a_claim(text: str, claims: list[str]) -> None:
    """Naming a group terrorist is a claim of the paper about it, unless it is denied."""
    found = account(text).claims

    assert claims == [claim.text for claim in found]
    assert {"isis"} >= {ref.id for claim in found for ref in claim.about}


@pytest.mark.parametrize(
    ("text", "kind", "place", "state", "when", "others"),
    [
        ("Om dat te bespreken reisde ik in februari 2023 naar Irak.", "visit", "Irak", "Irak", "2023-02", []),
        ("In maart 2022 bracht ik een werkbezoek aan België, waar ik sprak met de Belgische Minister van Justitie.",
         "visit", "België", "België", "2022-03", ["Belgische Minister van Justitie"]),
        ("Op 3 februari 2023 heb ik in Den Haag gesproken met de directeur van Europol over bewijs.",
         "talk", "Den Haag", None, "2023-02-03", ["Directeur van Europol"]),
        ("Vorig jaar sprak ik met UNITAD.", "talk", "", None, "2022", ["UNITAD"]),
    ],
)  # fmt: skip
def test_meetings(text: str, kind: str, place: str, state: str | None, when: str, others: list[str]) -> None:
    """A visit or talk has its place, its time, the sender and whom the sender met."""
    (item,) = account(text + SIGNED).meetings

    assert (kind, place) == (item.kind, item.place)
    assert state == (item.state.name if item.state else None)
    assert when == (item.time.reading.edtf if item.time else "")
    assert ["Anna de Wit", *others] == [part.agent.name for part in item.participations]


@pytest.mark.parametrize(
    "text",
    [
        "Ik zal in mei naar Irak reizen.",
        "Uitreizigers reisden in 2014 naar Irak.",
        "Het bezoek van de commissie aan Irak is uitgesteld.",
        "De Minister sprak met de directeur van Europol.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    """What is still to come, and what others did, is no meeting of the sender."""
    assert () == account(text + SIGNED).meetings


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("In 2019 is met de Turkse Minister van Justitie afgesproken dat verzoeken snel worden beantwoord en dat gegevens "
         "worden gewist.", ["verzoeken snel worden beantwoord", "gegevens worden gewist"]),
        ("Mijn voorganger sprak in 2017 met de Belgische Minister van Justitie af dat elke overdracht vooraf wordt gemeld.",
         ["elke overdracht vooraf wordt gemeld"]),
        ("Ik maakte in 2020 de afspraak met de Turkse Minister van Justitie dat brieven, mails en faxen worden bewaard.",
         ["brieven, mails en faxen worden bewaard"]),
    ],
)  # fmt: skip
def test_what_was_agreed(text: str, agreed: list[str]) -> None:
    """Each clause of an agreement is a claim about it; a list of things in one clause stays whole."""
    made = account(text + SIGNED)

    (item,) = made.cooperations
    assert agreed == [claim.text for claim in made.claims if claim.about == (item.ref,)]
    assert {"intention"} == {claim.modality for claim in made.claims}


def test_who_made_an_agreement() -> None:
    """The foreign office named in it, and the sender's own office where a predecessor made it, without a person."""
    text = "Mijn voorganger sprak in 2017 met de Belgische Minister van Justitie af dat elke overdracht wordt gemeld."
    (item,) = account(text + SIGNED).cooperations

    assert [("Belgische Minister van Justitie", "post"), ("Minister van Justitie en Veiligheid", "post")] == [
        (part.agent.name, part.agent.kind) for part in item.participations
    ]


def test_nothing_is_agreed_with_an_office_of_ones_own_country() -> None:
    """An appointment with a colleague is no arrangement between states."""
    assert () == account("Ik sprak met de Minister van Financiën af dat dit wordt gemeld." + SIGNED).cooperations


def unnamed(made: Account) -> list[tuple[str, str]]:
    """The unnamed instruments with the status of what answers them."""
    status = {response.motion: response.status for response in made.responses}
    return [(item.words, status[item.ref]) for item in made.unnamed_instruments]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Daarmee is invulling gegeven aan de wens van uw Kamer.", [("de wens van uw Kamer", "fulfilled")]),
        ("Hiermee is voldaan aan het verzoek van uw Kamer.", [("het verzoek van uw Kamer", "fulfilled")]),
        ("Ik begrijp de wens van uw Kamer.", []),
        ("Daarmee is voldaan aan de wens van gemeenten.", []),
        ("Met de motie van het lid Bos (29754, nr. 5) is invulling gegeven aan de wens van uw Kamer.", []),
    ],
)
def test_a_wish_that_is_not_named(text: str, found: list[tuple[str, str]]) -> None:
    """An answer to a wish of the chamber without its motion is a response to an instrument that is not known."""
    assert found == unnamed(account(text))


def test_what_a_wish_was_met_with() -> None:
    """ "Daarmee" points at the agreement told just before it."""
    told = "In 2019 is met de Turkse Minister van Justitie afgesproken dat verzoeken snel worden beantwoord. "
    made = account(told + "Daarmee is invulling gegeven aan de wens van uw Kamer." + SIGNED)

    assert (made.cooperations[0].ref,) == made.responses[0].fulfilled_by


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("te bezien hoe dat kan en welke wet daarvoor nodig is", ["te bezien hoe dat kan", "welke wet daarvoor nodig is"]),
        ("scholen te informeren en ouders te steunen", ["scholen te informeren", "ouders te steunen"]),
        ("in gesprek te gaan met scholen en gemeenten", ["in gesprek te gaan met scholen en gemeenten"]),
        ("beter toe te rusten, en daarbij ook ouders te betrekken", ["beter toe te rusten, en daarbij ook ouders te betrekken"]),
        ("hoe scholen en ouders samenwerken", ["hoe scholen en ouders samenwerken"]),
    ],
)  # fmt: skip
def test_a_motion_asks_thing_by_thing(words: str, parts: list[str]) -> None:
    """Two questions or two infinitives are two requests; two objects of one verb are one."""
    assert parts == [words[start:end] for start, end in split(words, 0, len(words))]


def test_a_response_says_which_request_it_answers() -> None:
    """Of two requests, the one counts whose kind of thing the treatment names; the bill carries the motion out too."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) verzoekt te bezien hoe scholen worden geholpen en welke wetgeving nodig is. "
        "Hiervoor is aandacht in de Nationale Strategie 2023–2027. Een wetsvoorstel dat wordt voorbereid is het verhogen van "
        "de straf." + SIGNED
    )

    (response,) = made.responses
    asked = {request.ref: request.text for request in made.motions[0].requests}
    assert ["welke wetgeving nodig is"] == [asked[ref] for ref in response.requests]
    assert ["strategy", "bill"] == [ref.kind for ref in response.fulfilled_by]


def test_money_answers_a_request_for_support() -> None:
    """A measure counts whose sentence speaks of what was asked, and not where the paper tells what is in the way."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) verzoekt gemeenten beter te ondersteunen en scholen te bezoeken. "
        "Gemeenten krijgen ter ondersteuning versterkingsgelden. De gemeenten kunnen zonder grondslag geen ondersteuning "
        "van een casusoverleg krijgen. Deze motie is niet volledig uitvoerbaar." + SIGNED
    )

    (response,) = made.responses
    names = {measure.ref: measure.name for measure in made.measures}
    assert ["versterkingsgelden"] == [names[ref] for ref in response.fulfilled_by]


def test_the_only_request_is_what_a_response_is_about() -> None:
    """A motion that asks one thing is answered on that."""
    made = account("De motie van het lid Bos (29754, nr. 5) verzoekt scholen te helpen. Deze motie is uitgevoerd.")

    assert (made.motions[0].requests[0].ref,) == made.responses[0].requests


def test_a_study_examines_the_law_that_it_names() -> None:
    """What a study is about stands in words, and as the law in them."""
    (study,) = account("Het WODC is een evaluatie gestart van de toepassing van de Paspoortwet.").studies

    assert "de toepassing van de Paspoortwet" == study.matter
    assert ["BWBR0005212"] == [ref.id for ref in study.examines]


def test_sections_are_the_headings() -> None:
    """A paper's parts stand under their headings."""
    made = account(
        "Er is veel gebeurd.\n\nScholen en ouders \n\nScholen doen veel aan preventie. Dat helpt.\n" + SIGNED
    )

    assert ["Scholen en ouders"] == [section.heading for section in made.sections]


def test_a_strategy_set_out_elsewhere_is_not_moved() -> None:
    """Where the register knows another paper for a strategy, the bracket of a letter asserts nothing."""
    text = "De Nationale Strategie 2019–2022 (bijlage bij Kamerstuk 29 754, nr. 655) gold toen."

    assert mention(text).attached_to is None
