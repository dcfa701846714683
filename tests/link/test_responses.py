"""What a paper says of the carrying out of a motion."""

from __future__ import annotations

import pytest

from link.factories import account


def test_submitters_and_numbers_part_no_wording() -> None:
    """However many submit a motion, and whatever number stands behind it, "is … afgedaan" holds together."""
    made = account(
        "Hiermee is de motie van de leden Van Berg (SP) en De Wit c.s. (Kamerstuk 29 754, nr. 610) afgedaan."
    )

    assert [("kst-29754-610", "fulfilled")] == [(item.motion.id, item.status) for item in made.responses]


VRAAGT = "De motie van het lid Bos (29754, nr. 5) vraagt iets."
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
        ("Motie-Bos | 29 754, nr. 5 | Wordt bezien in samenhang met de begroting.", [("5", "addressed")]),
        ("Motie-Bos | 29 754, nr. 5 | Wordt betrokken bij de begroting.", [("5", "addressed")]),
        ("Motie-Bos | 29 754, nr. 5 | Wordt het plan nog besproken?", []),
        (
            "Overzicht\n\nMotie van het lid Bos over hulp\nPlenair debat, 3 mei 2022 (29 754, nr. 5)\n"
            "Afgedaan per brief van 4 mei 2022.\n\nMotie van de leden Bos en Vos over geld\n"
            "Tweeminutendebat Drones, 3 mei 2022 (29 754, nr. 6)\nIn uitvoering.",
            [("5", "fulfilled"), ("6", "in-progress")],
        ),
        (
            "Overzicht\n\nMotie-Bos over hulp\nAO Drones, 3 mei 2022 (29 754, nr. 5)\nWordt niet uitgevoerd.",
            [("5", "declined")],
        ),
        (f"De {BOS} vraagt iets. Stand van zaken: Onderhanden.", [("5", "in-progress")]),
        (f"De {BOS} vraagt iets. Lopend onderzoek gaat door.", []),
        (f"De {BOS} vraagt of iets is uitgevoerd.", []),
        (
            f"De {BOS} verzoekt te zorgen dat iets wordt betrokken. De motie beschouw ik daarmee als uitgevoerd.",
            [("5", "fulfilled")],
        ),
        (f"De {BOS} verzoekt te zorgen dat iets wordt betrokken.", []),
        (f"Zo wordt uitvoering gegeven aan de {BOS}. De motie is daarmee afgedaan.", [("5", "fulfilled")]),
        (f"Zo wordt uitvoering gegeven aan de {BOS}. De motie over drones is afgedaan.", [("5", "in-progress")]),
        (f"De {BOS} is uitgevoerd. De motie blijft in uitvoering bij de gemeenten.", [("5", "fulfilled")]),
        (f"De {BOS} vraagt iets en is inmiddels uitgevoerd.", [("5", "fulfilled")]),
        (f"Het meldpunt, waartoe de {BOS} verzoekt, is niet uitvoerbaar.", [("5", "not-feasible")]),
        (f"De {BOS}, die om een plan verzoekt, is uitgevoerd.", [("5", "fulfilled")]),
        (f"De {BOS} vraagt iets. Thans wordt aan de motie uitwerking gegeven in een wet.", [("5", "in-progress")]),
        (f"De {BOS} vraagt iets. Zo wordt aan deze motie gevolg gegeven.", [("5", "in-progress")]),
        (f"De {BOS} vraagt iets. Aan de motie wordt geen gevolg gegeven.", [("5", "declined")]),
        (f"Vraag 3\nHoe is uitvoering gegeven aan de {BOS} en aan de wet over de {VOS}?\n", []),
        (
            "Motie-Bos\t29 754, nr. 5\tHulp aan jezidi’s. Afgedaan bij brief van 3 mei 2022. Dat is zo.",
            [("5", "fulfilled")],
        ),
        (f"De {BOS} is, doordat er sinds 2023 en ook daarna geld voor is, inmiddels uitgevoerd.", [("5", "fulfilled")]),
        (f"1. M{BOS[1:]}.\nWordt meegenomen in het plan.", [("5", "addressed")]),
        (f"1. M{BOS[1:]}.\nWordt het plan uitgevoerd, dan is dat gebeurd.", []),
        (
            f"a) M{BOS[1:]}. Uitvoering vindt plaats bij wet. b) M{VOS[1:]}. Dat is zo.",
            [("5", "in-progress")],
        ),
        (f"De {BOS} vraagt iets. Daar wordt nog aan gewerkt.", [("5", "in-progress")]),
        (f"De {BOS} vraagt iets. Hiervoor is geld opgenomen. Daarmee is de motie uitgevoerd.", [("5", "fulfilled")]),
        (f"De {BOS} vraagt iets. Hiervoor is geld opgenomen. Hiermee is dat gebeurd.", [("5", "addressed")]),
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
        ("Lijst\n\nDe motie-Bos. Verzoekt iets.\n\n29 754, nr. 5\n\nAfgedaan. Dat is zo.", [("5", "fulfilled")]),
        ("Lijst\n\nDe motie-Bos. Verzoekt iets.\n\n29 754, nr. 5\n\nLopend onderzoek.", []),
        (
            "Aan de moties-Bos (29754, nr. 5) en -Vos (29754, nr. 6) is met de wet voldaan.",
            [("5", "fulfilled"), ("6", "fulfilled")],
        ),
        (
            f"De heer Bos (SP):\nDe Minister meldde dat de {BOS} is uitgevoerd.\n\nMinister Smit:\nDe {BOS} loopt.\n",
            [("5", "in-progress")],
        ),
        (
            f"De heer Bos (SP):\nDe Minister meldde dat de {BOS} is uitgevoerd.\n\nMinister Smit:\nDank.\n",
            [("5", "fulfilled")],
        ),
        ("Overzicht\n\nIndieners\tVindplaats\tStand\nBos c.s.\t29 754, nr. 5\tUitgevoerd.", [("5", "fulfilled")]),
        ("1. Motie-Bos over meer geld (29 754, nr. 5): afgedaan met de brief van 3 mei.", [("5", "fulfilled")]),
        (
            "De moties van het lid Bos c.s. (29754, nr. 5) en van het lid Vos (29754, nr. 6) zijn uitgevoerd.",
            [("5", "fulfilled"), ("6", "fulfilled")],
        ),
        (
            f"De {BOS} en de {VOS} vragen iets. De eerstgenoemde motie is nieuw. Zij wordt uitgevoerd.",
            [("5", "in-progress")],
        ),
        (f"De {BOS} vraagt iets. Het kabinet onderzoekt met de NCTV of dat kan.", [("5", "addressed")]),
        (f"De {BOS} vraagt iets. Het kabinet onderzoekt de zaak.", []),
        (f"Hiermee wordt gevolg gegeven aan de {BOS}. De motie blijft in uitvoering.", [("5", "in-progress")]),
        (f"Hiermee is gevolg gegeven aan de {BOS}. De motie blijft in uitvoering.", [("5", "fulfilled")]),
        (f"De {BOS} leidt niet tot ander beleid.", [("5", "declined")]),
        (f"De {BOS} is aangenomen en wordt thans uitgevoerd.", [("5", "in-progress")]),
        (f"De {BOS} vraagt twee dingen. Het eerste is uitgevoerd, het tweede nog niet.", [("5", "partly-fulfilled")]),
        (f"Gevolg gevend aan de {BOS} stuur ik u het rapport.", [("5", "fulfilled")]),
        (f"Het wetsvoorstel strekt tot uitvoering van de {BOS}.", [("5", "in-progress")]),
        ("De uitvoering van de motie-Bos/Vos (29754, nr. 5) is belegd bij de NCTV.", [("5", "in-progress")]),
        (f"Aan het eerste dictum van de {BOS} is voldaan.", [("5", "partly-fulfilled")]),
        (f"De {BOS} is afgedaan, evenals de {VOS}.", [("5", "fulfilled"), ("6", "fulfilled")]),
        (f"De {BOS} is afgedaan. Hetzelfde geldt voor de {VOS}.", [("5", "fulfilled"), ("6", "fulfilled")]),
        (f"De {BOS} vraagt iets. Hetzelfde geldt voor de {VOS}.", []),
        (f"De {BOS} is afgedaan; evenals de {VOS} vroeg zij iets.", [("5", "fulfilled")]),
        (f"De {BOS} wordt uitgevoerd; de {VOS} niet.", [("5", "in-progress"), ("6", "declined")]),
        (f"De {BOS} vraagt iets; de {VOS} niet.", []),
        (f"De {BOS} vraagt iets. Ik beschouw haar als uitgevoerd.", [("5", "fulfilled")]),
        (f"De {BOS} vraagt iets. Ik beschouw een brief als antwoord.", []),
        (f"De {BOS} vraagt iets. Stand van zaken: DJI werkt aan een regeling.", [("5", "in-progress")]),
        (f"De {BOS} vraagt iets. Stand van zaken: zie bijlage.", []),
        (f"De {BOS}: gesprekken met de sector lopen.", [("5", "in-progress")]),
        (f"De {BOS}: zie hierboven.", []),
        (f"Met deze brief doe ik de {BOS} af. Dat is nieuw. De motie is daarmee uitgevoerd.", [("5", "fulfilled")]),
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


def test_what_is_told_at_last_stands_over_what_the_paper_does() -> None:
    """Behind "Met deze brief …" the words that tell in the end how the motion fares are the evidence."""
    made = account(f"Met deze brief doe ik de {BOS} af. Dat is nieuw. De motie, die iets vroeg, is daarmee uitgevoerd.")

    assert "De motie, die iets vroeg, is daarmee uitgevoerd." == made.responses[0].evidence[0].readable


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
        (f"{VRAAGT} Oordeel Kamer.", "oordeel-kamer"),
        (f"{VRAAGT} Dat is lastig. Dus ontraden.", "ontraden"),
        (f"{VRAAGT} Met die uitleg kan ik haar oordeel Kamer geven.", "oordeel-kamer"),
        (f"{VRAAGT} Ik laat het oordeel aan de Kamer.", "oordeel-kamer"),
        (f"{VRAAGT} Ik zou haar willen ontraden.", "ontraden"),
        (f"{VRAAGT} Die raad ik af.", "ontraden"),
        (f"{VRAAGT} Het advies is ontraden.", "ontraden"),
        (f"{VRAAGT} Om die reden: ontraden.", "ontraden"),
        (f"{VRAAGT} Ontraden in het debat van 3 mei 2022.", "ontraden"),
        (f"{VRAAGT} Artsen ontraden dat.", ""),
        (f"{VRAAGT} Om die reden ontraden artsen dat.", ""),
        (f"{VRAAGT} Roken raad ik af.", ""),
        (f"Het oordeel over de {BOS} laat ik in het debat aan uw Kamer.", "oordeel-kamer"),
        (
            f"{VRAAGT} Dat zei ik. Dat zei ik. Dat zei ik. Dat zei ik. Dat zei ik. Dat zei ik. Dat zei ik. Oordeel Kamer.",
            "",
        ),
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
