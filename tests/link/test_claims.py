"""Claims: what a paper says is so, can be so, cannot be so or is meant to be so, and who says it."""

from __future__ import annotations

import pytest

from ctgraph.link.modalities import modality_of
from link.factories import account
from stopwatch import seconds

SIGNED = "\n\nDe Minister van Justitie en Veiligheid,\nA. de Wit\n"


@pytest.mark.parametrize(
    ("clause", "modality"),
    [
        ("een aanslag door een eenling is nog altijd voorstelbaar", "possibility"),
        ("een aanslag kan niet worden uitgesloten", "possibility"),
        ("het valt niet uit te sluiten dat netwerken opduiken", "possibility"),
        ("de dienst kan hierbij helpen", "possibility"),
        ("de dienst mag zulke gegevens niet bewaren", "limitation"),
        ("geen gegevens mag delen", "limitation"),
        ("een wettelijke grondslag ontbreekt", "limitation"),
        ("de inspectie zal daarop toezien", "intention"),
        ("de gemeente wil haar beleid aanscherpen", "intention"),
        ("de dreiging is diffuser geworden", "fact"),
        ("er zijn geen concrete aanwijzingen", "fact"),
    ],
)
def test_modality_is_read_from_the_words(clause: str, modality: str) -> None:
    """Possibility before limitation, limitation before ability; what no word marks is put as a fact."""
    assert modality == modality_of(clause)


@pytest.mark.parametrize(
    ("sentence", "said_by", "claims"),
    [
        ("De AIVD waarschuwt dat jongeren online worden geworven en dat meldingen toenemen.", "aivd",
         [("jongeren online worden geworven", "fact"), ("meldingen toenemen", "fact")]),
        ("Het Dreigingsbeeld Terrorisme Nederland 57 laat zien dat netwerken verdwijnen, maar dat een aanslag denkbaar blijft.",
         "dtn-57", [("netwerken verdwijnen", "fact"), ("een aanslag denkbaar blijft", "possibility")]),
        ("De NCTV heeft eerder gemeld dat gemeenten onvoldoende zijn toegerust.", "nctv",
         [("gemeenten onvoldoende zijn toegerust", "fact")]),
        ("Uit het Dreigingsbeeld Terrorisme Nederland 57 blijkt dat de dreiging toeneemt.", "dtn-57",
         [("de dreiging toeneemt", "fact")]),
        ("In het Dreigingsbeeld Terrorisme Nederland 57 wordt gesteld dat de dreiging blijft.", "dtn-57",
         [("de dreiging blijft", "fact")]),
        ("Volgens de AIVD is de beweging kleiner geworden.", "aivd",
         [("Volgens de AIVD is de beweging kleiner geworden", "fact")]),
        ("De AIVD ziet dat er een netwerk is, waarmee snel kan worden geschakeld.", "aivd",
         [("er een netwerk is, waarmee snel kan worden geschakeld", "fact")]),
    ],
)  # fmt: skip
def test_what_a_source_says(sentence: str, said_by: str, claims: list[tuple[str, str]]) -> None:
    """Each clause that a named source says is a claim of its own, said by that source."""
    found = account(sentence + SIGNED).claims

    assert claims == [(claim.text, claim.modality) for claim in found]
    assert {said_by} == {claim.said_by.id for claim in found if claim.said_by}


@pytest.mark.parametrize(
    "sentence",
    [
        "In overleg met de NCTV stelt de Minister dat de aanpak werkt.",
        "De motie van het lid Bos (29754, nr. 5) vraagt of de NCTV meldt dat de dreiging hoog is.",
        "Ik heb de NCTV gevraagd of dat klopt.",
        "Namens de AIVD meldt de woordvoerder dat er niets speelt.",
        "De NCTV stelt niet dat de dreiging hoog is.",
        "Stelt de AIVD dat de dreiging hoog is?",
        "De AIVD en de NCTV schetsen een beeld.",
    ],
)
def test_what_no_source_says(sentence: str) -> None:
    """Who is only spoken with, asked, or made to deny says nothing."""
    assert [] == [claim for claim in account(sentence + SIGNED).claims if claim.said_by]


@pytest.mark.parametrize(
    ("sentence", "text", "modality", "about"),
    [
        ("De NCTV kan gemeenten adviseren over hun beleid.", "De NCTV kan gemeenten adviseren over hun beleid",
         "possibility", ["nctv"]),
        ("De NCTV mag op grond van de Paspoortwet geen gegevens bewaren.",
         "De NCTV mag op grond van de Paspoortwet geen gegevens bewaren", "limitation", ["nctv", "BWBR0005212"]),
        ("Ik merk op dat de AIVD zonder last niet mag meelezen, maar dat de wet wordt herzien.",
         "de AIVD zonder last niet mag meelezen", "limitation", ["aivd"]),
        ("Daarom kan de NCTV scholen op het aanbod wijzen.", "Daarom kan de NCTV scholen op het aanbod wijzen",
         "possibility", ["nctv"]),
    ],
)  # fmt: skip
def test_what_a_service_can_or_may_do(sentence: str, text: str, modality: str, about: list[str]) -> None:
    """The clause with a service as subject and a verb of ability is a claim about it and what it names."""
    (claim,) = account(sentence + SIGNED).claims

    assert (text, modality) == (claim.text, claim.modality)
    assert about == [ref.id for ref in claim.about]


@pytest.mark.parametrize(
    "sentence",
    [
        "Of de NCTV dat kan, wordt onderzocht.",
        "Indien de NCTV gegevens kan delen, is dat winst.",
        "Uw Kamer kan de AIVD om inlichtingen vragen.",
        "Samen met de AIVD kan het kabinet optreden.",
        "De NCTV werkt samen met gemeenten die informatie kunnen delen.",
        "ISIS kan nog steeds aanslagen plegen.",
        "Kan de NCTV gemeenten adviseren?",
        "De motie van het lid Bos (29754, nr. 5) stelt dat de NCTV meer kan doen.",
    ],
)
def test_who_is_not_said_to_be_able(sentence: str) -> None:
    """Questions, conditions, other subjects, groups, and what a motion holds are no claims about a service."""
    assert () == account(sentence + SIGNED).claims


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Het kabinet wil de preventie van radicalisering versterken.", "intention"),
        ("Het kabinet kan niet achteroverleunen en blijft extremisme tegengaan.", "intention"),
        ("Daarom zet het kabinet in op weerbaarheid tegen extremisme.", "intention"),
        ("De komende jaren is de kabinetsaanpak erop gericht om radicalisering te voorkomen.", "intention"),
        ("Het kabinet investeert in kennis over extremisme.", "fact"),
    ],
)
def test_what_the_government_sets_out_to_do(sentence: str, modality: str) -> None:
    """A sentence with the cabinet as subject that names a phenomenon or measure is its intention, or what it does."""
    (claim,) = account(sentence + SIGNED).claims

    assert (sentence.rstrip("."), modality) == (claim.text, claim.modality)


@pytest.mark.parametrize(
    "sentence",
    [
        "Het kabinet heeft de aanpak van terrorisme versterkt.",
        "Uw Kamer vroeg of het kabinet terrorisme wil bestrijden.",
        "Het kabinet wil de werkdruk verlagen.",
        "De motie van het lid Bos (29754, nr. 5) wil dat het kabinet terrorisme blijft bestrijden.",
        "In het kader van de zomer worden extra middelen ingezet tegen terrorisme.",
        "Zal het kabinet radicalisering tegengaan?",
    ],
)
def test_what_is_no_intention(sentence: str) -> None:
    """What was done, what others ask, and what is about nothing of this field is no claim."""
    assert () == account(sentence + SIGNED).claims


def test_an_intention_within_a_strategy_is_part_of_it() -> None:
    """ "Within the framework of" leads to the strategy that the claim is part of."""
    (claim,) = account(
        "In het kader van de Nationale Strategie 2023–2027 wordt de opleiding uitgebreid." + SIGNED
    ).claims

    assert ("intention", "ns-2023-2027") == (claim.modality, claim.part_of.id if claim.part_of else "")


@pytest.mark.parametrize(
    ("sentence", "rule", "valid"),
    [
        ("Het delen van namen met de grensbewaking is sinds 2019 vaste praktijk.", "claim.standing", "2019/.."),
        ("Elke regio heeft een aanspreekpunt voor scholen.", "claim.each", ""),
        ("Binnen het casusoverleg worden signalen gedeeld.", "claim.exchange", ""),
        ("De persoonsgerichte aanpak wordt lokaal vormgegeven in de regio.", "claim.shape", ""),
    ],
)
def test_standing_practice(sentence: str, rule: str, valid: str) -> None:
    """Practice is put as a fact, with the open period that "since" begins."""
    (claim,) = account(sentence + SIGNED).claims

    assert ("fact", rule) == (claim.modality, claim.evidence[0].rule)
    assert valid == (claim.valid.reading.edtf if claim.valid else "")


@pytest.mark.parametrize(
    "sentence",
    [
        "Het delen van namen is geen vaste praktijk.",
        "Elk jaar heeft de Minister overleg.",
        "De resultaten worden met uw Kamer gedeeld.",
        "Signalen over extremisme kunnen worden gedeeld.",
        "Het jaarverslag wordt uitgevoerd in kleur.",
    ],
)
def test_what_is_no_practice(sentence: str) -> None:
    """Denials, dates, what goes to the chamber, what could be, and what is about nothing of this field."""
    assert () == account(sentence + SIGNED).claims


def test_a_footnote_says_what_is_possible_under_a_condition() -> None:
    """The words of a note are a claim about the measures and laws that the note names."""
    note = "1 Alleen bij uitzondering is een uitreisverbod mogelijk indien de Paspoortwet van toepassing is."
    text = f"Dat kan doorgaans niet.1{SIGNED}\n\n{note}\n"

    (claim,) = account(text).claims

    assert ("possibility", "claim.conditional") == (claim.modality, claim.evidence[0].rule)
    assert ["BWBR0005212"] == [ref.id for ref in claim.about if ref.kind == "law"]
    assert ["measure"] == [ref.kind for ref in claim.about if ref.kind != "law"]


def test_a_practice_is_about_the_arrangement_told_before_it() -> None:
    """ "Deze werkwijze is sinds …" is about the agreement of the sentence before."""
    made = account(
        "In 2019 is met de Turkse Minister van Justitie afgesproken dat verzoeken snel worden beantwoord. "
        "Deze werkwijze is sinds 2019 vaste praktijk." + SIGNED
    )

    claim = next(claim for claim in made.claims if claim.evidence[0].rule == "claim.standing")
    assert [item.ref for item in made.cooperations] == list(claim.about)


def test_an_obstacle_is_about_what_it_names() -> None:
    """The reason why a motion cannot be carried out is about the motion, the service and the measure named in it."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) vraagt iets. Omdat de NCTV niet aan een casusoverleg mag deelnemen, "
        "is deze motie niet uitvoerbaar." + SIGNED
    )

    (obstacle,) = made.claims
    assert ["motion", "organisation", "measure"] == [ref.kind for ref in obstacle.about]
    assert obstacle == made.responses[0].obstacle


@pytest.mark.parametrize(
    "words",
    ["De NCTV kan en de AIVD mag ", "NCTV stelt dat ", "wens van uw Kamer ", "sprak met af dat ", "extremisme, waar ook ",
     "het kabinet wil terrorisme ", "afspraak met de Turkse Minister van Justitie dat ", "sprak ik met Europol "],
)  # fmt: skip
def test_one_endless_sentence_costs_no_more_by_the_word(words: str) -> None:
    """Four times as much of the same takes about four times as long, not sixteen."""

    def time_of(copies: int) -> float:
        return seconds(lambda: account(words * copies + SIGNED))

    assert time_of(600) < 10 * max(time_of(150), 0.05)
