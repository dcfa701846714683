"""How a paper says that a motion fares without its name: behind it, above it in a list, on a line of its card."""

from __future__ import annotations

import pytest

from link.factories import account

BOS, VOS = "motie-Bos (29754, nr. 5)", "motie-Vos (29754, nr. 6)"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("De politie voert dit uit met een team.", "in-progress"),
        ("De Koninklijke Marechaussee voert deze momenteel uit.", "in-progress"),
        ("Het WODC heeft dit inmiddels onderzocht.", None),
        ("De politie heeft deze zaken afgerond.", None),
        ("Het kabinet ziet hiervan af.", "declined"),
        ("Nee, de Minister ziet daarvan af.", "declined"),
        ("Hiervan is afgezien.", "declined"),
        ("Een afschrift hiervan is afgerond.", None),
        ("Gelet op de begroting laat ik dit punt betrekken bij de besluitvorming.", "addressed"),
        ("Dit onderwerp laat de Minister meewegen in het besluit.", "addressed"),
        ("Verder dan dat kan de motie niet worden uitgevoerd.", "not-fully-feasible"),
        ("Verder kan ik de motie niet uitvoeren.", "not-fully-feasible"),
        ("Verdere uitvoering van de motie is niet mogelijk.", "not-fully-feasible"),
        ("Aan die motie, waarin om een register werd gevraagd, geeft dit wetsvoorstel geen uitvoering.", "declined"),
        ("Gebleken is dat deze motie, waarin om een register wordt gevraagd, niet uitvoerbaar is.", "not-feasible"),
        ("De motie, waarin wordt verzocht om een plan, is uitgevoerd.", "fulfilled"),
        ("In de motie wordt verzocht uitvoering te geven aan het plan.", None),
        ("Conform de motie betrekt het kabinet de Kamer vooraf.", "in-progress"),
        ("De gemeenten worden, overeenkomstig de motie, vooraf gehoord.", "in-progress"),
        ("In lijn met de motie heb ik een fonds opgericht.", "fulfilled"),
        ("Zoals gevraagd in de motie is een onderzoek verricht.", "fulfilled"),
        ("Conform de motie zal een fonds worden opgericht.", "announced"),
        ("Dit plan is in lijn met de motie.", None),
        ("Daarmee geeft de Minister uitvoering aan de motie.", "in-progress"),
        ("Hiermee wordt tevens uitvoering gegeven aan de motie.", "in-progress"),
        ("Met het plan, dat de politie heeft vastgesteld, wordt uitvoering gegeven aan deze motie.", "in-progress"),
        ("Met deze brief geef ik uitvoering aan de motie.", "fulfilled"),
        ("Die motie voeren wij niet uit.", "declined"),
    ],
)
def test_what_is_said_behind_a_motion(said: str, status: str | None) -> None:
    """The sentence behind one that names a motion tells how it fares, whoever does it and whatever the motion asks."""
    assert [status] * (status is not None) == [item.status for item in account(f"De {BOS} is bekend. {said}").responses]


@pytest.mark.parametrize(
    ("asked", "told", "status"),
    [
        ("vraagt om een fonds", "Dit fonds is operationeel.", "fulfilled"),
        ("verzoekt een landelijk meldpunt in te richten", "Dat meldpunt is sinds 1 mei ingericht.", "fulfilled"),
        ("vraagt om een overzicht", "Het gevraagde overzicht treft u aan in de bijlage.", "fulfilled"),
        ("vroeg om een onderzoek", "Dit onderzoek is vorig jaar verricht.", "fulfilled"),
        ("vraagt om een onderzoek", "Dit onderzoek is inmiddels gestart.", "in-progress"),
        ("vraagt om een toets", "Deze toets wordt momenteel verricht.", "in-progress"),
        ("vraagt om een onderzoek", "Dit onderzoek is nog niet verricht.", None),
        ("vraagt een niveau vast te stellen", "Wij zullen dit niet doen, omdat het niet past.", "declined"),
        ("verzoekt om een register", "Dat ga ik niet doen.", "declined"),
        ("vraagt om een register", "Het kabinet wil dat nu niet doen.", "declined"),
        ("vraagt om een register", "Wij doen dit niet.", "declined"),
        ("vraagt om een register", "Dit is niet gedaan.", None),
        ("is van vorig jaar", "Wij zullen dit niet doen.", None),
        ("vraagt het rapport te wegen", "Dit rapport is gepubliceerd.", None),
        ("vraagt om een fonds", "Dit plan is operationeel.", None),
        ("heeft een fonds in de titel", "Dit fonds is operationeel.", None),
    ],
)
def test_what_is_asked_is_told_to_be_there(asked: str, told: str, status: str | None) -> None:
    """A motion asks for a thing, and the next sentence says that the thing is there, or is made."""
    found = account(f"De {BOS} {asked}. {told}").responses

    assert [status] * (status is not None) == [item.status for item in found]


@pytest.mark.parametrize(
    ("above", "items", "status"),
    [
        ("De volgende moties beschouw ik als afgedaan:", "– de {};\n– de {}.", "fulfilled"),
        ("De volgende moties worden niet uitgevoerd:", "1. M{}\n2. M{}", "declined"),
        ("De moties hieronder zijn in uitvoering:", "a. de {};\nb. de {}.", "in-progress"),
        ("Met deze brief zijn de volgende moties afgedaan:", "• m{}\n• m{}", "fulfilled"),
        ("De volgende moties zijn aangenomen:", "– de {};\n– de {}.", None),
        ("De volgende moties beschouw ik als afgedaan:", "Dat zijn er twee.\n– de {}\n– de {}", None),
    ],
)
def test_a_status_above_a_list_is_that_of_each_motion_in_it(above: str, items: str, status: str | None) -> None:
    """What a sentence says of "de volgende moties" holds for each line below it that a motion opens."""
    names = (BOS[1:], VOS[1:]) if "m{}" in items.lower() else (BOS, VOS)
    made = account(f"{above}\n{items.format(*names)}\n")

    assert [status] * (2 if status else 0) == [item.status for item in made.responses]


@pytest.mark.parametrize(
    ("card", "status"),
    [
        (
            "Motie van het lid Bos over geld\nKamerstuk 29 754, nr. 5\nStatus\nUitgevoerd\nToelichting\nDat is zo.",
            "fulfilled",
        ),
        ("Motie van het lid Bos over geld (29 754, nr. 5)\nStatus:\nOnderhanden", "in-progress"),
        ("Motie-Bos (29 754, nr. 5)\nStand van zaken\nHet WODC werkt aan een onderzoek.", "in-progress"),
        ("Motie-Bos (29 754, nr. 5)\nAfdoening\nWordt niet uitgevoerd", "declined"),
        ("Motie-Bos (29 754, nr. 5)\nIndiener\nUitgever\nDatum\nUitgevoerd", None),
    ],
)
def test_a_card_gives_the_status_on_a_line_of_its_own(card: str, status: str | None) -> None:
    """ "Status" alone on a line is the name of the line below it."""
    assert [status] * (status is not None) == [item.status for item in account(card).responses]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Hoe staat het met mijn motie over wapens (29 754, nr. 5)?", "Mevrouw De Wit. Uw motie heb ik uitgevoerd."),
        ("Hoe staat het met mijn motie over wapens (29 754, nr. 5)?", "Uw aangehouden motie is uitgevoerd."),
        (
            "Mijn motie op dat punt (29 754, nr. 5) voert de Minister niet uit.",
            "Dat klopt niet. Die motie is uitgevoerd.",
        ),
    ],
)
def test_the_government_answers_a_member(asked: str, answered: str) -> None:
    """ "Uw motie" is that of who is addressed, and what the government says stands over what the member said."""
    made = account(
        f"De heer Bos (SP):\nVoorzitter. Dank.\n\nMevrouw De Wit (D66):\n{asked}\n\nMinister Smit:\n{answered}\n",
        identifier="h-tk-20222023-5-6",
    )

    assert [("kst-29754-5", "fulfilled")] == [(item.motion.id, item.status) for item in made.responses]
