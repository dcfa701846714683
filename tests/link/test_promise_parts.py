"""Promises in every order of their parts: who tells, sends, comes back or does, to whom, and by when."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest

from link.factories import account

LETTER = (
    "30 821 Nationale Veiligheid\n\nNr. 185 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID\n\n"
    "Den Haag, 15 maart 2023\n\n{}\n\nDe Minister van Justitie en Veiligheid,\nA. de Wit\n"
)
TIMES = ("in juni ", "voor de zomer ", "na de zomer ", "zo spoedig mogelijk ", "binnenkort ")
CHAMBERS = ("uw Kamer", "de Kamer", "de Tweede Kamer", "beide Kamers", "u")
TOLD = (
    "Ik informeer {k} {t}over de uitkomsten.",
    "Over de uitkomsten bericht ik {k} {t}nader.",
    "Ik zal {k} {t}over de uitkomsten informeren.",
    "Over de uitkomsten zullen wij {k} {t}berichten.",
    "Het kabinet zal {k} {t}over de uitkomsten rapporteren.",
    "De Staatssecretaris informeert {k} {t}over de uitkomsten.",
    "Mijn ambtgenoot van Defensie zal {k} {t}over de uitkomsten informeren.",
    "De planning is dat ik {k} {t}over de uitkomsten informeer.",
    "Dit betekent dat ik {k} {t}over de uitkomsten zal berichten.",
    "Ik ben voornemens {k} {t}over de uitkomsten te informeren.",
    "Het is mijn streven {k} {t}over de uitkomsten te berichten.",
    "Ik verwacht {k} {t}over de uitkomsten te kunnen informeren.",
    "Ik laat {k} {t}weten wat de uitkomsten zijn.",
    "Ik houd {k} {t}op de hoogte van de uitkomsten.",
    "Over de uitkomsten doe ik {k} {t}verslag.",
)
SENT = (
    "De evaluatie stuur ik {t}naar {k}.",
    "Ik zal de evaluatie {t}aan {k} zenden.",
    "De evaluatie wordt {t}aan {k} gestuurd.",
    "De evaluatie zal {t}aan {k} worden gezonden.",
    "Ik ben voornemens de evaluatie {t}aan {k} te sturen.",
    "De evaluatie, die ik {t}aan {k} stuur, gaat daar nader op in.",
    "Het kabinet stuurt {k} {t}de evaluatie toe.",
    "De evaluatie bied ik {k} {t}aan.",
    "Ik doe {k} de evaluatie {t}toekomen.",
    "Ik leg de evaluatie {t}aan {k} voor.",
    "De evaluatie deel ik {t}met {k}.",
    "De evaluatie komt {t}naar {k}.",
    "De evaluatie krijgt {k} {t}van mij.",
    "De evaluatie ontvangt {k} {t}van het kabinet.",
)
RETURNED = (
    "Hierop kom ik {t}terug.",
    "Op de aanbevelingen komt het kabinet {t}terug.",
    "Ik zal hier {t}op terugkomen.",
    "De Minister komt hier {t}op terug.",
    "Op dit punt zal het kabinet {t}terugkomen.",
    "Op dit punt ga ik {t}nader in.",
    "Ik ben voornemens hier {t}op terug te komen.",
)
DONE = (
    "Ik ga {t}na of dat kan.",
    "Ik zoek dat {t}uit.",
    "Ik laat {t}onderzoeken of dat kan.",
    "Dit onderzoek ik {t}met de politie.",
    "Ik bespreek dit {t}met de gemeenten.",
    "Ik neem dit {t}mee in de evaluatie.",
    "De cijfers publiceer ik {t}op de website.",
    "Ik stel {t}een handreiking op.",
    "Ik vraag de politie {t}om een reactie.",
    "Ik streef {t}naar inwerkingtreding.",
    "Ik neem hierover {t}een besluit.",
    "Ik ga hierover {t}in gesprek met de gemeenten.",
)


def _kinds(text: str) -> list[str]:
    return [made.kind for made in account(LETTER.format(text)).commitments]


def _told(sentences: Sequence[str]) -> list[str]:
    """The sentences of a letter, each a paragraph, that promise something anew."""
    made = account(LETTER.format("\n\n".join(sentences))).commitments
    return [f"{each.text}." for each in made if each.kind == "new"]


@pytest.mark.parametrize("words", [*TOLD, *SENT])
def test_what_reaches_a_chamber_is_promised(words: str) -> None:
    """Told or sent to any chamber by any time: the order of the words, and who sends, make no difference."""
    sentences = [words.format(k=k, t=t) for k, t in product(CHAMBERS, TIMES)]
    assert _told(sentences) == sentences


@pytest.mark.parametrize("words", [*RETURNED, *DONE])
def test_what_the_sender_comes_back_to_or_does_in_time_is_promised(words: str) -> None:
    """With a time to come, in any order of words."""
    sentences = [words.format(t=t) for t in TIMES]
    assert _told(sentences) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Beide Kamers worden over de voortgang geïnformeerd.",
        "U wordt over de voortgang geïnformeerd.",
        "Ik zal de knelpunten inventariseren.",
        "Ik zal dit laten onderzoeken.",
        "Met de gemeenten zal ik hierover in gesprek gaan en nagaan wat nodig is.",
        "Ik zal de Inspectie vragen dit te onderzoeken en beide Kamers daarover informeren.",
        "Hierop kom ik in het commissiedebat terug.",
        "Op de overige vragen zal het kabinet schriftelijk terugkomen.",
        "Via deze brief laat ik u weten dat ik uw Kamer de cijfers in oktober zal toesturen.",
        "Ik ben voornemens uw Kamer te informeren.",
        "Zij informeert u hierover begin 2024.",
    ],
)
def test_what_is_promised_without_a_day(text: str) -> None:
    """What reaches a chamber, what the sender will do, and what is come back to in a paper or talk need no day."""
    assert _kinds(text) == ["new"]


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb uw Kamer hierover in januari geïnformeerd.",
        "Zoals ik u eerder heb bericht, is het onderzoek gestart.",
        "Graag informeren wij u over de bijdrage aan de missie.",
        "De evaluatie bied ik u aan.",
        "Ik meld u dat het onderzoek is gestart.",
        "Hierbij informeer ik uw Kamer over de uitkomsten.",
        "Een dezer dagen ontvangt uw Kamer de stukken.",
        "Over de uitkomsten informeert het kabinet u hierbij.",
        "Ik deel met uw Kamer de zorg over deze ontwikkeling.",
        "De motie krijgt van mij oordeel Kamer.",
        "Hierop kom ik terug.",
        "Uw Kamer vroeg mij de cijfers te sturen.",
        "Kan de Minister toezeggen dat de Kamer voor de stemming wordt geïnformeerd, zo vragen deze leden.",
        "Ik kan u niet toezeggen dat de Kamer in juni wordt geïnformeerd.",
        "Over de agenda spreken wij in het commissiedebat van 9 oktober aanstaande.",
        "De Kamer krijgt meer bevoegdheden.",
        "De burgemeester informeert de gemeenteraad in juni.",
        "In dit verslag zal ik de vragen beantwoorden.",
    ],
)
def test_what_is_no_promise(text: str) -> None:
    """What has been done, is done by the paper itself, asked, denied, or done by others and for others."""
    assert _kinds(text) == []
