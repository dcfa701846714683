"""What a paper says of the carrying out of a motion."""

from __future__ import annotations

import pytest

from ctgraph.link.statuses import status_of
from link.factories import account


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Deze motie is niet volledig uitvoerbaar.", "not-fully-feasible"),
        ("De motie is derhalve momenteel niet optimaal uitvoerbaar.", "not-fully-feasible"),
        ("De motie is daarmee slechts deels uitvoerbaar.", "not-fully-feasible"),
        ("De motie is niet uitvoerbaar.", "not-feasible"),
        ("De motie is hiermee gedeeltelijk uitgevoerd.", "partly-fulfilled"),
        ("Het kabinet voert deze motie niet uit.", "declined"),
        ("Aan de motie zal ik geen uitvoering geven.", "declined"),
        ("Ik zal de motie niet uitvoeren.", "declined"),
        ("De motie beschouw ik hiermee als afgedaan.", "fulfilled"),
        ("Aan de motie is inmiddels uitvoering gegeven.", "fulfilled"),
        ("De motie is uitgevoerd.", "fulfilled"),
        ("Hiermee geef ik uitvoering aan de motie.", "fulfilled"),
        ("Deze verkenning geeft invulling aan de motie.", "in-progress"),
        ("De motie is in uitvoering.", "in-progress"),
        ("De motie wordt thans uitgevoerd.", "in-progress"),
        ("Ik zal dit najaar uitvoering geven aan de motie.", "announced"),
        ("Hiervoor is expliciet aandacht in het plan.", "addressed"),
        ("De motie wordt meegenomen in de evaluatie.", "addressed"),
        ("De motie is door de tijd ingehaald.", "lapsed"),
        ("Uitvoering van de motie is op dit moment niet mogelijk.", "not-feasible"),
        ("Ik leg deze motie daarom naast mij neer.", "declined"),
        ("De motie-Eerdmans is achterhaald.", "lapsed"),
        ("Deze motie beschouw ik als uitgevoerd met de aanwijzing.", "fulfilled"),
        ("De motie is door de Minister voor Buitenlandse Handel en Hulp uitgevoerd.", "fulfilled"),
        ("Ik heb deze motie opgepakt met een werkgroep.", "in-progress"),
        ("Aan de strekking van de motie wordt tegemoet gekomen.", "addressed"),
        ("Hiermee is de motie over scholen afgedaan.", "fulfilled"),
        ("Ik zie geen ruimte om deze motie uit te voeren.", "declined"),
        ("Ik heb besloten deze motie niet uit te voeren.", "declined"),
        ("Van uitvoering van deze motie zie ik af.", "declined"),
        ("Om die reden zie ik daarvan af.", "declined"),
        ("Het kabinet ziet daarom af van uitvoering van de motie.", "declined"),
        ("Van deze motie is afgezien.", "declined"),
        ("De motie wordt niet uitgevoerd.", "declined"),
        ("Die motie zullen wij niet uitvoeren.", "declined"),
        ("Uitvoering is niet aan de orde.", "declined"),
        ("De motie kan om die reden maar ten dele worden uitgevoerd.", "not-fully-feasible"),
        ("Dit is deels gebeurd.", "partly-fulfilled"),
        ("Aan het eerste verzoek is voldaan; het tweede staat nog open.", "partly-fulfilled"),
        ("Daarmee is de motie ten uitvoer gebracht.", "fulfilled"),
        ("Deze motie is met dit onderzoek afgedaan.", "fulfilled"),
        ("Deze motie acht ik afgehandeld.", "fulfilled"),
        ("Met dit voorstel wordt de motie uitgevoerd.", "fulfilled"),
        ("Uitvoering van de motie is in het vooruitzicht gesteld.", "announced"),
        ("De uitvoering van deze motie is in gang gezet.", "in-progress"),
        ("De uitvoering van deze motie loopt.", "in-progress"),
        ("Aan de motie wordt gewerkt.", "in-progress"),
        ("De motie bevindt zich in de uitvoeringsfase.", "in-progress"),
        ("De Minister is met de uitvoering van de motie bezig.", "in-progress"),
        ("De uitvoering van de motie van het lid Bos loopt.", "in-progress"),
        ("Het kabinet heeft de motie in Brussel onder de aandacht gebracht.", "addressed"),
        ("Ik betrek de motie bij de voorbereiding.", "addressed"),
        ("Het verzoek neem ik mee bij de behandeling.", "addressed"),
        ("De motie is meegewogen bij artikel 1.", "addressed"),
        ("De motie is slechts gedeeltelijk uitvoerbaar.", "not-fully-feasible"),
        ("Een deel van de motie is uitgevoerd.", "partly-fulfilled"),
        ("Aan het verzoek is gehoor gegeven.", "fulfilled"),
        ("Aan dit verzoek kan ik niet voldoen.", "not-feasible"),
        ("De uitvoering van de motie stuit op bezwaren.", "not-feasible"),
        ("Aan dit verzoek kom ik niet tegemoet.", "declined"),
        ("Uitvoering van deze motie laat ik daarom achterwege.", "declined"),
        ("De regering neemt deze motie niet over.", "declined"),
        ("De uitvoering van de motie ligt op schema.", "in-progress"),
        ("De motie stuitte op verzet en kwam niet over.", None),
        ("Stand van zaken: Onderhanden.", "in-progress"),
        ("Stand van zaken: Afgerond.", "fulfilled"),
        ("De motie wordt dit jaar uitgevoerd.", "in-progress"),
        ("Aan de motie is gehoor gegeven.", "fulfilled"),
        ("De motie beschouw ik hiermee als afgehandeld.", "fulfilled"),
        ("Ik kan de motie niet onverkort uitvoeren.", "not-fully-feasible"),
        ("Dit verzoek kan ik niet inwilligen.", "declined"),
        ("De motie heeft het kabinet naast zich neergelegd.", "declined"),
        ("Uitvoering is voor het kabinet niet aan de orde.", "declined"),
        ("De uitvoering van de motie is gestart.", "in-progress"),
        ("De motie is juridisch niet houdbaar.", "not-feasible"),
        ("Het kabinet neemt deze mee in de strategie.", "addressed"),
        ("Ik kan niet volledig aan de motie voldoen.", "not-fully-feasible"),
        ("Volledige uitvoering van de motie is niet mogelijk.", "not-fully-feasible"),
        ("De motie is voor een groot deel uitgevoerd.", "partly-fulfilled"),
        ("Het kabinet acht uitvoering van deze motie niet langer aangewezen.", "declined"),
        ("Ik acht het niet opportuun deze motie uit te voeren.", "declined"),
        ("De motie wijs ik af.", "declined"),
        ("Het kabinet wijst de motie daarom af.", "declined"),
        ("Wij volgen de motie niet.", "declined"),
        ("Aan de motie kan niet worden voldaan.", "not-feasible"),
        ("Aan dit verzoek kan om die reden niet worden voldaan.", "not-feasible"),
        ("Daarmee is de motie reeds verwerkt.", "fulfilled"),
        ("De motie-Bos is verwerkt in de leidraad.", "fulfilled"),
        ("De motie kan hiermee als uitgevoerd worden beschouwd.", "fulfilled"),
        ("Deze motie mag als afgedaan worden aangemerkt.", "fulfilled"),
        ("Met deze brief doe ik de motie af.", "fulfilled"),
        ("Hierbij geef ik uitvoering aan de motie.", "fulfilled"),
        ("Hierbij doe ik de motie gestand.", "fulfilled"),
        ("Ter uitvoering van de motie bied ik u het rapport aan.", "fulfilled"),
        ("De uitvoering van de motie is voltooid.", "fulfilled"),
        ("De motie is hiermee ingevuld.", "fulfilled"),
        ("Aan de motie zal gevolg worden gegeven.", "announced"),
        ("Ik verwacht de motie voor de zomer uit te voeren.", "announced"),
        ("De uitvoering volgt in 2025.", "announced"),
        ("Uitvoering vindt plaats door middel van een wetsvoorstel.", "in-progress"),
        ("De uitvoering van de motie heeft vertraging opgelopen.", "in-progress"),
        ("De uitvoering van de motie is helaas vertraagd.", "in-progress"),
        ("De uitvoering neemt meer tijd in beslag dan voorzien.", "in-progress"),
        ("De motie is in behandeling bij het OM.", "in-progress"),
        ("De genoemde motie wordt op deze wijze uitgevoerd.", "in-progress"),
        ("De motie wordt ingevuld met een handreiking.", "in-progress"),
        ("Ter uitvoering van de motie sprak ik met de sector.", "in-progress"),
        ("De motie betrekt het kabinet bij de onderhandelingen.", "addressed"),
        ("Die motie betrekt de Minister van Defensie daarbij.", "addressed"),
        ("De motie wordt in overweging genomen.", "addressed"),
        ("De motie maakt deel uit van de evaluatie.", "addressed"),
        ("De motie heb ik in Brussel ingebracht.", "addressed"),
        ("Het onderzoek wijst uit dat de motie afdoende is.", None),
        ("Naar aanleiding van de motie wordt een onderzoek uitgevoerd.", None),
        ("De aanbeveling kan als advies worden beschouwd.", None),
        ("De motie is nog niet uitgevoerd.", None),
        ("De uitvoering van de wet ligt bij gemeenten.", None),
        ("De motie ziet op de uitvoering in gemeenten.", None),
        ("De motie hangt af van gemeenten.", None),
        ("Het loopt in de gemeente.", None),
        ("De motie vraagt aandacht voor gemeenten.", None),
        ("De motie is op 3 mei aangenomen.", None),
    ],
)
def test_status_words(words: str, status: str | None) -> None:
    """A status is read from its wording, the more specific before the less; no wording, no status."""
    assert status == status_of(words)


def test_submitters_and_numbers_part_no_wording() -> None:
    """However many submit a motion, and whatever number stands behind it, "is … afgedaan" holds together."""
    made = account(
        "Hiermee is de motie van de leden Van Berg (SP) en De Wit c.s. (Kamerstuk 29 754, nr. 610) afgedaan."
    )

    assert [("kst-29754-610", "fulfilled")] == [(item.motion.id, item.status) for item in made.responses]


BOS, VOS = "motie-Bos (29754, nr. 5)", "motie-Vos (29754, nr. 6)"


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        (f"De {BOS} en de {VOS} zijn uitgevoerd.", [("5", "fulfilled"), ("6", "fulfilled")]),
        (f"Hiermee zijn afgedaan: de {BOS} en de {VOS}.", [("5", "fulfilled"), ("6", "fulfilled")]),
        (f"De {BOS} voer ik niet uit en de {VOS} is uitgevoerd.", [("5", "declined"), ("6", "fulfilled")]),
        (f"De {BOS} is uitgevoerd; de {VOS} vraagt iets.", [("5", "fulfilled")]),
        (f"De {BOS} en de {VOS} vragen iets. Deze motie is uitgevoerd.", [("6", "fulfilled")]),
        (f"De {BOS} en de {VOS} vragen iets. Beide moties zijn uitgevoerd.", [("5", "fulfilled"), ("6", "fulfilled")]),
        (f"De {BOS} en de {VOS} zijn besproken. De eerste is uitgevoerd.", [("5", "fulfilled")]),
        (f"De {BOS} en de {VOS} vragen iets; aan de laatste wordt gewerkt.", [("6", "in-progress")]),
        (
            f"De {BOS} en de {VOS} vragen iets. De eerste motie is uitgevoerd. De tweede voer ik niet uit.",
            [("5", "fulfilled"), ("6", "declined")],
        ),
        (f"De {BOS} en de {VOS} vragen iets. De eerste helft is uitgevoerd.", []),
        (f"De {BOS} vraagt iets. Die is uitgevoerd.", [("5", "fulfilled")]),
        (f"De {BOS} vraagt iets. Dat was goed. Die is uitgevoerd.", []),
        (f"De {BOS}: deels uitgevoerd; de rest volgt.", [("5", "partly-fulfilled")]),
        (f"Motie-Bos over geld ({BOS[11:]}\nAfgedaan met de brief van 3 mei 2022.", [("5", "fulfilled")]),
        ("Motie-Bos | 29 754, nr. 5 | Onderhanden", [("5", "in-progress")]),
        ("Motie-Bos\t29 754, nr. 5\tWordt niet uitgevoerd", [("5", "declined")]),
        (f"De {BOS} vraagt iets. Stand van zaken: Onderhanden.", [("5", "in-progress")]),
        (f"De {BOS} vraagt iets. Lopend onderzoek gaat door.", []),
        (f"De {BOS} vraagt of iets is uitgevoerd.", []),
        (f"De {BOS} is, doordat er sinds 2023 en ook daarna geld voor is, inmiddels uitgevoerd.", [("5", "fulfilled")]),
        (f"1. M{BOS[1:]}.\nWordt meegenomen in het plan.", [("5", "addressed")]),
        (f"1. M{BOS[1:]}.\nWordt het plan uitgevoerd, dan is dat gebeurd.", []),
        (
            f"a) M{BOS[1:]}. Uitvoering vindt plaats bij wet. b) M{VOS[1:]}. Dat is zo.",
            [("5", "in-progress")],
        ),
        (f"De {BOS} vraagt iets. Daar wordt nog aan gewerkt.", [("5", "in-progress")]),
        (f"De {BOS} vraagt iets. Daar zijn burgers bij. Daar wordt aan gewerkt.", []),
        (f"Vraag 3\nHoe staat het met de {BOS}?\n\nAntwoord 3\nDie motie is uitgevoerd.\n", [("5", "fulfilled")]),
        (f"Vraag 3\nKent u de {BOS} en de {VOS}?\n\nAntwoord 3\nHet plan is uitgevoerd.\n", []),
        (
            f"Inleiding\nDe {BOS}.\n\nWens\nEen.\n\nUitvoering van de motie\nDe motie is uitgevoerd.\n",
            [("5", "fulfilled")],
        ),
        (
            f"De heer Eerdmans (JA21):\nWaar blijft de {BOS}? Het is 2023.\n\nMinister Kaag:\nDank. Die is afgedaan.\n",
            [("5", "fulfilled")],
        ),
        (
            f"De heer Eerdmans (JA21):\nIk noem de {BOS}.\n\nMinister Kaag:\nEr is een nieuwe wet gemaakt. Die is afgedaan.\n",
            [],
        ),
        (
            f"Omschrijving: M{BOS[1:]}\nVindplaats: 29 754, nr. 5\nStand van zaken: Uitgevoerd.\n",
            [("5", "fulfilled")],
        ),
        (f"De {BOS} vraagt iets. De motie over drones is uitgevoerd.", []),
    ],
)
def test_which_motion_is_answered(text: str, answered: list[tuple[str, str]]) -> None:
    """Of several motions each has the status of its own part, of its place among them, or of all named side by side."""
    made = account(text)

    assert [(f"kst-29754-{number}", status) for number, status in answered] == [
        (item.motion.id, item.status) for item in made.responses
    ]


def test_a_motion_of_an_earlier_section_is_answered_where_it_is_called_so() -> None:
    """Under another heading "genoemde motie" means the last one named before; "de motie" alone could be any."""
    text = (
        f"VRAGEN\n\nDe leden vragen naar de {BOS} en de {VOS}.\n\nBRIEF VAN DE MINISTER\n\nAan {{}} motie is voldaan.\n"
    )

    assert [("kst-29754-6", "fulfilled")] == [
        (item.motion.id, item.status) for item in account(text.format("genoemde")).responses
    ]
    assert () == account(text.format("een")).responses


def test_a_status_is_quoted_without_its_label() -> None:
    """The words of a list that give the status are the evidence, not the head that they stand under."""
    made = account(f"De {BOS} vraagt iets. Stand van zaken: Onderhanden.")

    assert "Onderhanden." == made.responses[0].evidence[0].readable


def test_a_response_points_back_over_sentences() -> None:
    """A later sentence that says "deze motie" or "hiermee" answers for the motion named before it."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) vraagt iets. Dat is lastig. Deze motie is niet uitvoerbaar."
    )

    assert [("kst-29754-5", "not-feasible")] == [(r.motion.id, r.status) for r in made.responses]
    assert "Deze motie is niet uitvoerbaar." == made.responses[0].evidence[0].readable


def test_the_next_motion_ends_a_treatment() -> None:
    """A status counts for the motion in whose treatment it stands, not for the one before."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) vraagt iets. De motie van het lid Vos (29754, nr. 6) is uitgevoerd."
    )

    assert [("kst-29754-6", "fulfilled")] == [(r.motion.id, r.status) for r in made.responses]


def test_a_heading_ends_a_treatment() -> None:
    """What stands under another heading says nothing of the motion before it."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) vraagt iets.\n\nToezegging over geld\n\n"
        "Hiermee is deze toezegging uitgevoerd. Hiermee is invulling gegeven.\n"
    )

    assert () == made.responses


def test_an_obstacle_is_the_clause_that_gives_the_reason() -> None:
    """Where a motion cannot be carried out, the clause with the reason is a claim with its own place."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) vraagt om toegang. De NCTV kan wijzen op subsidies, maar dat de NCTV "
        "vanwege het ontbreken van een wettelijke grondslag niet kan aansluiten bij overleg en daarmee beperkt is, "
        "is bekend. Deze motie is niet volledig uitvoerbaar."
    )
    obstacle = made.responses[0].obstacle

    assert obstacle is not None
    assert "de NCTV vanwege het ontbreken van een wettelijke grondslag niet kan aansluiten bij overleg" == obstacle.text
    assert "limitation" == obstacle.modality


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("De motie van het lid Bos (29754, nr. 5) voer ik niet uit, aangezien er geen geld is.", "er geen geld is"),
        ("– De motie van het lid Bos (29754, nr. 5) is niet uitvoerbaar omdat de wet ontbreekt;", "de wet ontbreekt"),
        ("De motie van het lid Bos (29754, nr. 5) is deels uitgevoerd, nu toegang ontbreekt.", "toegang ontbreekt"),
        (
            "De motie van het lid Bos (29754, nr. 5). Berechting is niet haalbaar. Om deze reden kan ik de motie niet "
            "uitvoeren.",
            "Berechting is niet haalbaar",
        ),
    ],
)
def test_obstacles(words: str, reason: str) -> None:
    """The reason is read behind its conjunction, or in the sentence before the status."""
    obstacle = account(words).responses[0].obstacle

    assert obstacle is not None
    assert reason == obstacle.text


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("De motie van het lid Bos (29754, nr. 5) ontraad ik.", "ontraden"),
        ("De motie van het lid Bos (29754, nr. 5) moet ik ontraden.", "ontraden"),
        ("Over de motie van het lid Bos (29754, nr. 5) laat ik het oordeel aan de Kamer.", "oordeel-kamer"),
        ("De motie van het lid Bos (29754, nr. 5) vraagt iets. Deze motie geef ik oordeel Kamer.", "oordeel-kamer"),
        ("De motie van het lid Bos (29754, nr. 5) is ontijdig.", "ontijdig"),
        ("De motie van het lid Bos (29754, nr. 5) acht ik overbodig.", "overbodig"),
        ("De motie van het lid Bos (29754, nr. 5) vraagt reizen te voorkomen. Reizen wordt ontraden.", ""),
        ("De motie van het lid Bos (29754, nr. 5) vraagt om een oordeel van de rechter.", ""),
    ],
)
def test_advice_on_a_motion(words: str, advice: str) -> None:
    """The advice on a motion is that of a sentence which names it or points back to it, with its evidence."""
    motion = account(words).motions[0]

    assert advice == motion.advice
    assert bool(advice) == bool(motion.advice_evidence)


def test_what_carries_a_motion_out() -> None:
    """The strategy named in the sentence that gives the status is what the motion is met with."""
    made = account(
        "De motie van het lid Bos (29754, nr. 5) vraagt iets. Hiervoor is aandacht in de Nationale Strategie 2023–2027."
    )

    assert ["ns-2023-2027"] == [ref.id for ref in made.responses[0].fulfilled_by]
