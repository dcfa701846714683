"""Which paper a motion has, who submitted it, what it asks."""

from __future__ import annotations

import pytest

from ctgraph.model.mentions import MotionReference
from link.factories import account
from link.motion_sentences import NO_MOTION, NUMBERED, PROPOSED


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("De motie van het lid Bos (CDA) (Kamerstuk 29 754, nr. 610) is uitgevoerd.", ["kst-29754-610"]),
        ("De motie-Bos c.s. over grenstoezicht (29754, nr. 611) is uitgevoerd.", ["kst-29754-611"]),
        ("De motie Bos inzake grenzen (kenmerk 29754-611) is uitgevoerd.", ["kst-29754-611"]),
        ("De motie1 van de leden Bos en Vos is uitgevoerd.\n\n1 Kamerstuk 36 410 VI, nr. 12.", ["kst-36410-VI-12"]),
        ("De motie-Bos c.s., aangenomen onder nr. 13, is uitgevoerd.", ["kst-30821-13"]),
        ("De moties-Bos (29 754, nr. 5) en -Vos c.s. (29 754, nr. 6) zijn uitgevoerd.", ["kst-29754-5", "kst-29754-6"]),
        ("De moties Bos c.s. (29 754, nr. 5), Vos/Smit (29 754, nr. 6) en Nederland.", ["kst-29754-5", "kst-29754-6"]),
        ("Uw motie van 4 juli 2022, ingediend door het lid Bos (29 754, nr. 5), is uitgevoerd.", ["kst-29754-5"]),
        (
            "Omschrijving: De motie-Bos over X. Vindplaats: Kamerstuk 29 754, nr. 5. Stand van zaken: onderhanden.",
            ["kst-29754-5"],
        ),
        ("De motie-Bos over X. Zie voor de vindplaats Kamerstuk 29 754, nr. 5.", [""]),
        ("De motie Bos/Vos (29754, nr. 16) is uitgevoerd.", ["kst-29754-16"]),
        ("De motie-Bos/Vos (1) is uitgevoerd.\n\n(1) Kamerstuk 36 410 VI, nr. 12.", ["kst-36410-VI-12"]),
        ("De motie van het lid Bos(1) is uitgevoerd.\n\n1 Kamerstuk 36 410 VI, nr. 12.", ["kst-36410-VI-12"]),
        ("De motie van het lid Bos (CDA), op stuk nr. 17, is uitgevoerd.", ["kst-30821-17"]),
        ("De motie Bos nr. 14 is uitgevoerd.", ["kst-30821-14"]),
        ("De motie-Bos (nr. 15) is uitgevoerd.", ["kst-30821-15"]),
        ("Stemmingen moties Onderzoeksrapport over grenzen (29754, nr. 5).", []),
        ("De motie Nederland in Europa is uitgevoerd.", []),
        ("De motie-Bos over geld. Vindplaats: Kamerstuk 29 754, nr. 17. Status: afgerond.", ["kst-29754-17"]),
        ("De motie-Bos over geld. Zie Kamerstuk 29 754, nr. 17.", [""]),
        ("Overzicht\n\nMotie-Bos over geld | 29 754, nr. 18 | Uitgevoerd", ["kst-29754-18"]),
        ("Overzicht\n\nMotie-Bos over geld\t29 754, nr. 19\tUitgevoerd", ["kst-29754-19"]),
        ("Overzicht\n\nMotie van Bos over geld.\t3 mei 2022 (29 754, nr. 18)\tUitgevoerd", ["kst-29754-18"]),
        ("De motie-Bos over brief 29 754, nr. 19 is uitgevoerd.", [""]),
        ("De motie-Bos, Kamerstuk 29 754, nr. 20, is uitgevoerd.", ["kst-29754-20"]),
        ("De motie-Bos, zie Kamerstuk 29 754, nr. 20, is uitgevoerd.", [""]),
        ("Kamerstuk 29 754, nr. 21 (motie-Bos) is uitgevoerd.", ["kst-29754-21"]),
        ("Kamerstuk 29 754, nr. 21 (over de motie-Bos) is uitgevoerd.", [""]),
        ("Met motie 29 754, nr. 24 van de leden Bos en Vos is iets gevraagd.", ["kst-29754-24"]),
        ("De moties Bos c.s. (29 754, nr. 22) en Vos (nr. 23) zijn bekend.", ["kst-29754-22", "kst-29754-23"]),
        ("De moties-Bos (29 754, nr. 22) en -Vos (29 754, nr. 23) zijn bekend.", ["kst-29754-22", "kst-29754-23"]),
        ("De moties Bos en Vos zijn bekend.", []),
        ("De motie over een verbod op drones (29 754, nr. 25) is bekend.", ["kst-29754-25"]),
        ("De motie over de brief van de Minister (29 754, nr. 25) is bekend.", []),
        ("Aan de motie-Bos is met de brief van 25 februari jl. (Kamerstuk 29 614, nr. 166) voldaan.", [""]),
        ("De motie-Bos is in mijn voortgangsrapportage (29 614, nr. 166) behandeld.", [""]),
        ("De motie-Bos over de brief van mijn voorganger (29 754, nr. 28) is bekend.", ["kst-29754-28"]),
        ("De motie-Bos (CDA) c.s. over de keten (35 300 VI, AB) is bekend.", ["kst-35300-VI-AB"]),
        ("De motie van Bos en Vos van 3 mei 2022 (29 754, nr. 26) is bekend.", ["kst-29754-26"]),
        ("De motie-Bos, voorkomend op stuk nr. 27 (29754), is bekend.", ["kst-29754-27"]),
        ("De motie van het lid Bos1 is uitgevoerd.\n\n1 Kamerstuk 36 410 VI, nr. 12.", ["kst-36410-VI-12"]),
        ("De motie van het lid Bos die daarom vroeg.1 Meer niet.\n\n1 Kamerstuk 34 775, VI, T.", ["kst-34775-VI-T"]),
        ("Reactie op de motie van het lid Bos over geld - 29754-612", [""]),
        ("De motie van het lid Bos (t.v.v. die gedrukt onder Kamerstuk 29754-613) over geld.", [""]),
        ("De gewijzigde motie Bos (CDA) (Kamerstuk 29 754, nr. 659, was nr. 655) is uitgevoerd.", ["kst-29754-659"]),
        ("Zie 32 847, nr. 340. De motie-Bos op stuk nr. 346 ontraad ik.", ["kst-32847-346"]),
        (
            "De motie van het lid Bos, ingediend tijdens het commissiedebat van 26 januari 2022 "
            "(Kamerstuk 29 754, nr. 636), is uitgevoerd.",
            [""],
        ),
        ("De motie-Bos (29754, nr. 5) en de motie-Vos (29754, nr. 6) zijn uitgevoerd.", ["kst-29754-5", "kst-29754-6"]),
        ("Stemmingen\n– 32 317, nr. 773 – de motie-Bos over sancties", ["kst-32317-773"]),
        ("Lijst\n29 754, nr. 5: motie-Bos\n29 754, nr. 6. Motie van het lid Vos", ["kst-29754-5", "kst-29754-6"]),
        ("Zie de brief 32 317, nr. 773 – de motie-Bos is bekend.", [""]),
        ("De moties van de leden Bos (29 754, nr. 5) en Vos (29 754, nr. 6)", ["kst-29754-5", "kst-29754-6"]),
        ("De motie van 25 maart 2022 (Kamerstuk 29 754, nr. 29) is bekend.", ["kst-29754-29"]),
        ("De motie van 25 maart 2022 over brief 29 754, nr. 29 is bekend.", []),
        ("De motie op stuk nummer 12 en de motie op stuk 13.", ["kst-30821-12", "kst-30821-13"]),
        ("De motie-Bos [29 754, nr. 5] is bekend.", ["kst-29754-5"]),
        ("Lijst\n\nDe motie-Bos. Verzoekt iets.\n\nKamerstukken II 2022/23, 29 754, nr. 5\n\nLoopt.", ["kst-29754-5"]),
        ("Lijst\n\nDe motie-Bos. Verzoekt iets.\n\nZie Kamerstuk 29 754, nr. 5\n\nLoopt.", [""]),
        ("Lijst\n\nIk noem de motie-Bos. Zij verzoekt iets.\n\n29 754, nr. 5\n\nLoopt.", [""]),
        ("Dat is gedaan (Kamerstuk 29 754, nr. 5, motie-Bos).", ["kst-29754-5"]),
        (
            "De motie-Bos, ingediend in het tweeminutendebat Geld van 3 mei 2022 (29 754, nr. 5), is oud.",
            ["kst-29754-5"],
        ),
        ("De motie van Bos en Vos (29 754, nr. 5) is bekend.", ["kst-29754-5"]),
        ("Overzicht\n\nIndieners\tVindplaats\tStand\nBos c.s.\t29 754, nr. 5\tUitgevoerd.", ["kst-29754-5"]),
    ],
)
def test_the_paper_of_a_motion(text: str, papers: list[str]) -> None:
    """The number comes from the bracket or note that belongs to the motion, never from another paper's."""
    assert papers == [motion.paper for motion in account(text).motions]


@pytest.mark.parametrize(
    ("text", "submitters", "unnamed"),
    [
        ("De motie van de leden De Wit (D66) en Van der Laan vraagt iets.", ["De Wit", "Van der Laan"], False),
        ("De motie-Laçin/De Wit c.s. vraagt iets.", ["Laçin", "De Wit"], True),
        ("De motie van de leden Özil, Van 't Hek en De Wit-Smit vraagt iets.", ["Özil", "Van 't Hek", "De Wit-Smit"], False),
        ("De motie van het lid Michon Derkzen vraagt iets.", ["Michon Derkzen"], False),
    ],
)  # fmt: skip
def test_submitters(text: str, submitters: list[str], unnamed: bool) -> None:
    """Submitters stand in the order printed, the first as first signatory; "c.s." says that others are unnamed."""
    motion = account(text).motions[0]

    assert submitters == [p.name_in_source for p in motion.submitters]
    assert ["first-signatory", *["co-signatory"] * (len(submitters) - 1)] == [p.role for p in motion.submitters]
    assert unnamed == motion.others_unnamed


DEBATE = "De heer Bos (SP):\nVoorzitter. Dank.\n\nMevrouw Vos (VVD):\n{}\n\nMinister Smit:\n{}\n"


@pytest.mark.parametrize(
    ("member", "minister", "submitters"),
    [
        ("Mijn motie op stuk nr. 5 is aangenomen.", "Dank.", ["Vos"]),
        ("Onze aangehouden motie (29 754, nr. 5) komt in stemming.", "Dank.", ["Vos"]),
        ("Dank.", "De heer Bos vroeg naar zijn motie op stuk nr. 5.", ["Bos"]),
        ("Dank.", "Mevrouw Vos vroeg de heer Bos iets. Haar motie op stuk nr. 5 ontraad ik.", ["Vos"]),
        ("Dank.", "De motie op stuk nr. 5 ontraad ik.", []),
        ("Dank.", "Mijn motie op stuk nr. 5 bestaat niet.", []),
        ("Dank.", "Dat zijn motie op stuk nr. 5 en meer.", []),
    ],
)
def test_whose_a_motion_is(member: str, minister: str, submitters: list[str]) -> None:
    """A motion by its number alone is of the member who calls it theirs, or whose it is called just before."""
    found = account(DEBATE.format(member, minister), identifier="h-tk-20222023-5-6")

    assert [[p.name_in_source for p in motion.submitters] for motion in found.motions] == [submitters]


def test_a_motion_read_aloud_has_the_letter_that_the_chair_gives_it() -> None:
    """In the senate the chair names the submitters first, reads the motion and gives it a letter of its bill."""
    text = (
        "De voorzitter:\nDoor de leden Bos en Vos wordt de volgende motie voorgesteld:\n\nDe Kamer,\n\n"
        "verzoekt de regering iets,\n\nen gaat over tot de orde van de dag.\n\nZij krijgt letter G (35958).\n\n"
        "Minister Smit:\nDe motie onder letter G ontraad ik. De motie op letter gebaseerd niet.\n"
    )
    found = account(text, identifier="h-ek-20222023-5-6")

    assert [(m.paper, [p.name_in_source for p in m.submitters]) for m in found.motions] == [
        ("kst-35958-G", ["Bos", "Vos"])
    ]


def test_of_several_named_together_it_is_not_told_whose_one_is() -> None:
    """ "De moties van de leden Bos en Vos (nrs. 5 en 6)" gives neither of them both submitters."""
    text = DEBATE.format(
        "Hoe staat het met mijn motie (29754, nr. 5)?", "De moties van de leden Bos en Vos (29754, nrs. 5 en 6)."
    )
    found = account(text, identifier="h-tk-20222023-5-6").mentions
    first = next(m.value for m in found if isinstance(m.value, MotionReference))

    assert ("kst-29754-5", ["Vos"]) == (first.paper, [person.name for person in first.submitters])


def test_two_mentions_are_one_motion() -> None:
    """Mentions with the same submitters, one of them with a number, mean the same motion."""
    made = account("De motie van het lid Bos (29754, nr. 5) is bekend. De motie van het lid Bos is uitgevoerd.")

    assert ["kst-29754-5"] == [motion.ref.id for motion in made.motions]
    assert 2 == len(made.motions[0].evidence)


def test_requests() -> None:
    """What a motion asks is kept in the paper's words, the second request too."""
    made = account("De motie van het lid Bos vroeg gemeenten te steunen. Ook verzocht de motie burgers te informeren.")

    assert ["gemeenten te steunen", "burgers te informeren"] == [r.text for r in made.motions[0].requests]


def test_the_own_motion_of_a_motion_paper() -> None:
    """A motion's own paper states the motion under its own number, with what it asks."""
    made = account(
        "29 754 Terrorismebestrijding\n\nNr. 77 MOTIE VAN HET LID DE WIT\n\nVoorgesteld 14 maart 2023\n\n"
        "De Kamer,\n\nverzoekt de regering, het toezicht te versterken,\n\n"
        "en gaat over tot de orde van de dag.\n\nDe Wit\n"
    )

    assert "kst-29754-77" == made.motions[0].ref.id
    assert ["het toezicht te versterken"] == [r.text for r in made.motions[0].requests]


PAPER = "29 754 Terrorismebestrijding\n\nNr. 77 MOTIE VAN HET LID DE WIT{others}\n\nDe Kamer,\n\n{asks}\n\nen gaat over tot de orde van de dag{signed}\n"


@pytest.mark.parametrize(
    ("others", "signed", "submitters", "unnamed"),
    [
        (" C.S.", ".\n\nDe Wit\nJansen\nTer Berg", ["DE WIT", "Jansen", "Ter Berg"], False),
        (" C.S.", ",\n\nDe Wit\nJansen.", ["DE WIT", "Jansen"], False),
        (" C.S.", ".", ["DE WIT"], True),
        ("", ".\n\nDe Wit\nJansen", ["DE WIT"], False),
    ],
)
def test_c_s_stands_for_the_names_under_a_motion(
    others: str, signed: str, submitters: list[str], unnamed: bool
) -> None:
    """On a motion's own paper "c.s." is told by the signatures; without "c.s." the head is the whole list."""
    made = account(PAPER.format(others=others, asks="verzoekt de regering iets te doen,", signed=signed))
    (motion,) = made.motions

    assert submitters == [p.name_in_source for p in motion.submitters]
    assert unnamed == motion.others_unnamed


def test_requests_of_one_motion_stand_apart() -> None:
    """A blank line and a comma between two requests do not make them one."""
    asks = "verzoekt de regering het toezicht te versterken,\n\nverzoekt het kabinet, scholen te steunen,"
    (motion,) = account(PAPER.format(others="", asks=asks, signed=".")).motions

    assert ["het toezicht te versterken", "scholen te steunen"] == [r.text for r in motion.requests]


def test_a_known_person_is_linked_and_an_ambiguous_one_is_not() -> None:
    """One fitting person of the register is meant; of two with one name, the one in office on the day."""
    made = account("De motie van de leden De Wit (D66), Jansen (SP) en Bakker vraagt iets.")

    assert ["anna-de-wit", "cor-jansen", "kst-30821-185/bakker"] == [p.agent.ref.id for p in made.motions[0].submitters]


def test_a_group_that_speaks_against_a_person_rules_them_out() -> None:
    """A known surname with a group that the person never had is somebody else."""
    made = account("De motie van het lid De Wit (VVD) vraagt iets.")

    assert "kst-30821-185/de-wit" == made.motions[0].submitters[0].agent.ref.id


@pytest.mark.parametrize(
    ("text", "paper"),
    [(text, paper) for paper, texts in NUMBERED.items() for text in texts],
    ids=lambda value: value[:70],
)
def test_where_the_number_of_a_motion_stands(text: str, paper: str) -> None:
    """In the bracket behind what happened to it, behind what it is about, in a cell, or at the end of its item."""
    assert [paper] == [motion.paper for motion in account(text).motions]


@pytest.mark.parametrize("text", NO_MOTION)
def test_what_is_no_motion_of_a_paper(text: str) -> None:
    """A topic is nobody's name, and a number that belongs to another thing names no motion."""
    assert account(text).motions == ()


@pytest.mark.parametrize(
    ("named", "papers"),
    [
        ("De motie-Bos c.s. op stuk nr. 7 ontraad ik.", ["kst-29754-7"]),
        ("Dan de motie-Bos c.s. Die ontraad ik.", ["kst-29754-7"]),
        ("De motie op stuk nr. 7 ontraad ik.", ["kst-29754-7"]),
        ("De motie-Vos c.s. ontraad ik.", ["kst-29754-7", ""]),
    ],
)
def test_a_motion_is_called_by_the_first_whom_the_chair_named(named: str, papers: list[str]) -> None:
    """ "De motie-Bos c.s." is the motion that Bos, Vos and De Wit submitted, and all of them are its submitters."""
    made = account(PROPOSED + named)

    assert papers == [motion.paper for motion in made.motions]
    assert [3] * papers.count("kst-29754-7") == [len(item.submitters) for item in made.motions if item.paper]
