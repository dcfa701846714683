"""Commitments, announcements, studies, bills, reports and questions."""

from __future__ import annotations

import pytest

from link.factories import account

SIGNED = "\n\nDe Minister van Justitie en Veiligheid,\nA. de Wit\n"


@pytest.mark.parametrize(
    ("text", "kind", "state", "made_on", "due"),
    [
        ("Tijdens het commissiedebat van 8 februari jl. heb ik uw Kamer toegezegd dit te onderzoeken.", "reported", "open", "2023-02-08", None),
        ("Hiermee voldoe ik aan de toezegging die ik uw Kamer deed in het debat van 7 december 2021.", "reported", "fulfilled", "2021-12-07", None),
        ("De resultaten worden dit najaar met uw Kamer gedeeld.", "new", "open", None, "2023-23"),
        ("Ik informeer uw Kamer vóór de zomer van 2024 over de voortgang.", "new", "open", None, "2024-06~"),
        ("In mei 2024 bericht ik uw Kamer over de uitkomsten.", "new", "open", None, "2024-05"),
        ("Over de voortgang zal ik uw Kamer jaarlijks rapporteren.", "new", "open", None, None),
        ("In het notaoverleg van 3 mei 2022 zegde ik het lid Van der Berg (SP) toe dit te bezien.", "reported", "open", "2022-05-03", None),
        ("Een wetsvoorstel dien ik vóór de zomer van 2025 in.", "new", "open", None, "2025-06~"),
        ("Het resterende deel rond ik vóór 1 september a.s. af.", "new", "open", None, "2023-09-01"),
        ("Die brief zal ik in afschrift aan deze Kamer sturen.", "new", "open", None, None),
        ("Ik hecht eraan en kom hier in een volgende brief op terug.", "new", "open", None, None),
        ("Zodra het onderzoek is afgerond, bied ik het uw Kamer aan.", "new", "open", None, None),
        ("Mijn streven is het wetsvoorstel eind 2024 aan uw Kamer aan te bieden.", "new", "open", None, "2024-10/2024-12"),
        ("De uitkomst deel ik in het najaar van 2024 met de gemeenten.", "new", "open", None, "2024-23"),
        ("In het debat van 3 mei 2022 heb ik het lid Jansen (SP) gezegd dat ik dit zou nagaan.", "reported", "open", "2022-05-03", None),
        ("De bevindingen worden met beide Kamers gedeeld.", "new", "open", None, None),
        ("Een uitgebreide beleidsreactie volgt in mei 2024.", "new", "open", None, "2024-05"),
        ("De artikel 100-brief voor 2024 gaat u in december toe.", "new", "open", None, "2023-12"),
        ("Ik ben gaarne bereid ook uw Kamer daarover te informeren.", "new", "open", None, None),
        ("In het debat van 3 mei 2022 heb ik de heer Jansen (SP) beloofd hierop terug te komen.", "reported", "open", "2022-05-03", None),
        ("In het notaoverleg van 3 mei 2022 zei ik het lid Jansen (SP) een nader advies toe.", "reported", "open", "2022-05-03", None),
        ("Ik sprak in het commissiedebat van 3 mei 2022 met u. Ik heb het lid Jansen (SP) daar toegezegd dit te bezien.", "reported", "open", "2022-05-03", None),
        ("Het commissiedebat van 3 mei 2022 is geweest. Dat was goed. Ik heb tijdens genoemd commissiedebat toegezegd dit te bezien.", "reported", "open", "2022-05-03", None),
        ("Het debat van 3 mei 2022 was goed. Dat vond men. Aan het lid Jansen (SP) heb ik in dat debat toegezegd dit te bezien.", "reported", "open", "2022-05-03", None),
        ("Het debat van 3 mei 2022 was goed. Aan het lid Jansen (SP) heb ik toegezegd dit te bezien.", "reported", "open", "2022-05-03", None),
        ("Het debat van 3 mei 2022 was goed. Het lid Jansen (SP) vroeg om cijfers. Ik heb toegezegd dit te bezien.", "reported", "open", "2022-05-03", None),
        ("Het debat van 3 mei 2022 was goed. Dat was zo. Aan het lid Jansen (SP) heb ik toegezegd dit te bezien.", "reported", "open", None, None),
        ("Ik heb haar een schriftelijke reactie in het vooruitzicht gesteld.", "reported", "open", None, None),
        ("Het verslag voeg ik bij de volgende rapportage.", "new", "open", None, None),
        ("Door de crisis lukt mij dat pas in mei 2024.", "new", "open", None, "2024-05"),
        ("Het actieplan gaat na de vakantie naar uw Kamer.", "new", "open", None, None),
        ("Wij informeren uw Kamer na afloop van de Raad in het verslag.", "new", "open", None, None),
        ("De beleidsreactie volgt na de zomer.", "new", "open", None, "2023-09~"),
        ("Zodra het advies er is, bied ik u het wetsvoorstel aan.", "new", "open", None, None),
        ("Ik kom hierop terug in de volgende voortgangsrapportage.", "new", "open", None, None),
        ("Ik houd uw Kamer op de hoogte van de voortgang.", "new", "open", None, None),
        ("Het rapport zal in mei 2024 aan uw Kamer worden gezonden.", "new", "open", None, "2024-05"),
        ("Ik verwacht het wetsvoorstel in mei 2024 aan uw Kamer aan te bieden.", "new", "open", None, "2024-05"),
        ("De evaluatie komt in mei 2024 naar uw Kamer.", "new", "open", None, "2024-05"),
        ("De uitkomsten deel ik met uw Kamer.", "new", "open", None, None),
        ("Ik had uw Kamer in het debat van 3 mei 2022 beloofd dit te bezien.", "reported", "open", "2022-05-03", None),
        ("In het debat van 3 mei 2022 heb ik aangegeven u te zullen informeren.", "reported", "open", "2022-05-03", None),
        ("De toezegging aan mevrouw Jansen (SP) van 3 mei 2022 staat nog open, meen ik.", "reported", "open", "2022-05-03", None),
        ("De toezegging over de brief van 3 mei 2022 staat nog open, meen ik.", "reported", "open", None, None),
        ("In het debat van 3 mei 2022 beloofde ik u dit te bezien.", "reported", "open", "2022-05-03", None),
        ("Op 3 mei 2022 heb ik uw Kamer toegezegd dit te bezien.", "reported", "open", "2022-05-03", None),
        ("Ik sprak in het debat van 3 mei 2022 met u. Dat was goed. Ik heb in dat debat toegezegd dit te bezien.", "reported", "open", "2022-05-03", None),
        ("Ik streef ernaar het wetsvoorstel in het derde kwartaal van dit jaar in te dienen.", "new", "open", None, "2023-35"),
    ],
)  # fmt: skip
def test_commitments(text: str, kind: str, state: str, made_on: str | None, due: str | None) -> None:
    """A promise is told or made, kept or open, with the day of its debate and the time it is due."""
    found = account(text + SIGNED).commitments[0]

    assert (kind, state) == (found.kind, found.state)
    assert made_on == (found.made_on.reading.edtf if found.made_on else None)
    assert due == (found.due.reading.edtf if found.due else None)
    assert found.made_by is not None
    assert "anna-de-wit" == found.made_by.ref.id


@pytest.mark.parametrize(
    ("text", "state", "made_on", "due"),
    [
        ("Hiermee voldoe ik aan de toezegging aan uw Kamer van het debat van 7 december 2021.", "fulfilled", "2021-12-07", None),
        ("Omschrijving: De gemeenten worden gesteund. Vindplaats: Commissiedebat Terreur d.d. 3 mei 2022. Stand van zaken: onderhanden.", "open", "2022-05-03", None),
        ("Zij vroegen wanneer de door mijn voorganger gedane toezegging wordt ingelost.", "open", None, None),
        ("U vroeg waarom de toezegging d.d. 3 mei 2022 nog niet is nagekomen.", "open", "2022-05-03", None),
        ("In het debat van 7 december 2021 is een brief toegezegd, die dit najaar volgt.", "open", "2021-12-07", "2023-23"),
    ],
)  # fmt: skip
def test_a_promise_told_without_its_maker_binds_the_office(
    text: str, state: str, made_on: str | None, due: str | None
) -> None:
    """Who does not say "I promised" may not have made the promise: the office did, perhaps under a predecessor."""
    found = account(text + SIGNED).commitments[0]

    assert ("reported", state) == (found.kind, found.state)
    assert made_on == (found.made_on.reading.edtf if found.made_on else None)
    assert due == (found.due.reading.edtf if found.due else None)
    assert found.made_by is not None
    assert "minister-van-justitie-en-veiligheid" == found.made_by.ref.id


@pytest.mark.parametrize(
    "text",
    [
        "In de brief wordt ingegaan op een aantal moties en toezeggingen.",
        "De aanpak zal worden voortgezet.",
        "De rapportage is op 3 mei 2022 aan uw Kamer aangeboden.",
        "Uw Kamer vroeg naar de stand van zaken.",
        "Overeenkomstig de afspraken ontvangt u hierbij het fiche over de uitwisseling.",
        "Een wetsvoorstel dien ik niet vóór de zomer van 2025 in.",
        "Ik dien dit in bij de fractie.",
        "De wet volgt in mei 2024 het advies.",
        "Het lid Jansen heeft hem beloond.",
        "Hieronder kom ik daarop terug.",
        "In het debat van 3 mei 2022 heb ik aangegeven dat dit niet kan.",
        "In de brief van 3 mei 2022 heb ik aangegeven dat dit zal gebeuren.",
        "Mede namens de Minister van Defensie informeer ik u over het gesprek van 3 mei 2022.",
        "De uitkomsten deel ik niet met uw Kamer.",
        "Wanneer ontvangt de Kamer de evaluatie?",
        "Het verslag voeg ik niet bij de volgende rapportage.",
        "Er is vooruitzicht op een reactie.",
    ],
)
def test_what_is_no_commitment(text: str) -> None:
    """Talk of commitments, policy that goes on, and what has been sent already promise nothing."""
    assert () == account(text + SIGNED).commitments


def test_an_announcement_names_a_thing_and_a_time() -> None:
    """A thing that will come by some time is announced; with the chamber as recipient it is a commitment too."""
    made = account("De evaluatie is in uitvoering en dit najaar zullen de resultaten worden opgeleverd.")

    assert [("dit najaar zullen de resultaten worden opgeleverd", "2023-23")] == [
        (a.text, a.expected.reading.edtf if a.expected else "") for a in made.announcements
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De Inspectie rapporteert daar in mei 2024 over.",
        "Reclassering Nederland presenteert in februari 2024 een plan.",
        "De Gezondheidsraad brengt in december 2023 advies uit.",
        "De algemene maatregel van bestuur wordt in 2024 voorgehangen.",
    ],
)
def test_what_another_brings_is_announced(text: str) -> None:
    """What somebody else will bring by a time is announced, and not promised."""
    made = account(text + SIGNED)

    assert (1, ()) == (len(made.announcements), made.commitments)


@pytest.mark.parametrize(
    "text",
    [
        "Deze wet treedt in werking met ingang van 1 juli 2024.",
        "Dit besluit treedt in werking met ingang van de dag na de datum van uitgifte en vervalt op 7 mei 2024.",
        "Indien het Staatsblad waarin deze wet wordt geplaatst, wordt uitgegeven na 1 juli 2024, treedt de wet in werking.",
    ],
)
def test_a_law_announces_nothing_of_itself(text: str) -> None:
    """The closing articles of a law are its text."""
    assert () == account(text).announcements


@pytest.mark.parametrize(
    ("before", "day"),
    [
        ("Herinnert u zich de toezegging uit het debat van 3 mei 2022? Ja. Zeker.", "2022-05-03"),
        ("Er is een toezegging uit het debat van 3 mei 2022. Zo is het. Dat was zo. Het is zo. Dat is al.", ""),
        ("Ik noem drie toezeggingen uit het debat van 3 mei 2022. Zo is het. Dat was zo. Het is zo. Dat is al.", "2022-05-03"),
        ("Er is een toezegging uit het debat van 3 mei 2022. Anders was het debat van 4 mei 2022. Dat is al.", ""),
    ],
)  # fmt: skip
def test_a_promise_told_again_is_of_the_debate_told_before(before: str, day: str) -> None:
    """What was told with its debate is told again near it; what is gathered from one debate, one by one far behind."""
    made = account(f"{before} Mijn voorganger heeft het lid Jansen (SP) toegezegd dit te bezien.{SIGNED}").commitments

    assert day == (made[-1].made_on.reading.edtf if made[-1].made_on else "")


@pytest.mark.parametrize(
    "text",
    [
        "De agenda voor de week van 3 december 2024 luidt als volgt.",
        "De Kamer, gehoord de beraadslaging,\n\noverwegende dat de evaluatie in mei 2024 gereed is;",
    ],
)
def test_what_announces_nothing(text: str) -> None:
    """Neither what follows here nor what a motion considers is announced by the paper."""
    assert () == account(text + SIGNED).announcements


def test_nothing_past_is_announced() -> None:
    """A time before the day of the paper announces nothing."""
    assert () == account("Eind 2021 zijn de resultaten opgeleverd.").announcements


def test_a_study_gathers_what_is_told_of_it() -> None:
    """Later sentences about "dit onderzoek" say who guides it, when it began and when results come."""
    made = account(
        "Daarom vindt een evaluatie plaats naar de werking van de Paspoortwet. Eind 2022 is dit onderzoek onder "
        "begeleiding van het WODC gestart en in het najaar van dit jaar zullen de resultaten worden opgeleverd."
    )
    study = made.studies[0]

    assert "evaluatie naar de werking van de Paspoortwet" == study.name
    assert ("wodc", "2022-10/2022-12", "2023-23") == (
        study.supervised_by.ref.id if study.supervised_by else "",
        study.started.reading.edtf if study.started else "",
        study.due.reading.edtf if study.due else "",
    )


def test_a_bill_needs_no_paper() -> None:
    """A bill in preparation is stated with what it is for."""
    made = account("Een wetsvoorstel dat wordt voorbereid is het verhogen van de straf op spionage.")

    assert [("het verhogen van de straf op spionage", "in-preparation")] == [(b.name, b.status) for b in made.bills]


def test_a_report_has_its_period() -> None:
    """A report that a letter presents has its title and the days it covers; "tot" leaves the last day out."""
    report = account(
        "In bijgaande rapportage «aanpak spionage» wordt verslag gedaan over de periode vanaf april 2019 tot 1 mei 2022."
    ).reports[0]

    assert ("aanpak spionage", "2019-04/2022-04-30") == (
        report.title,
        report.period.reading.edtf if report.period else "",
    )


def test_a_quoted_question_has_its_asker() -> None:
    """A member's question is kept as quoted, with who asked it in which debate."""
    question = account(
        "Tijdens het commissiedebat van 26 januari 2022 (Kamerstuk 29 754, nr. 636) vroeg het lid De Wit (D66) "
        "«of er overlap kan zijn.» Daar ga ik op in."
    ).questions[0]

    assert "of er overlap kan zijn." == question.text
    assert question.asked_by is not None
    assert ("anna-de-wit", "kst-29754-636") == (
        question.asked_by.agent.ref.id,
        question.debate.id if question.debate else "",
    )


def test_cooperation_names_its_parties() -> None:
    """An arrangement between states has both parties, its name and since when."""
    found = account(
        "De overleggen tussen Nederland en België, welke in 2021 geformaliseerd zijn onder de noemer «Grensdialoog»."
    ).cooperations[0]

    assert ("Grensdialoog", ["Nederland", "België"], "2021") == (
        found.name,
        [p.name for p in found.parties],
        found.since.reading.edtf if found.since else "",
    )


def test_a_measure_has_its_legal_basis() -> None:
    """A measure said to rest on a law has that law as its basis."""
    found = account("De uitvoering van paspoortsignaleringen op grond van de Paspoortwet gaat door.").measures[0]

    assert ("paspoortsignaleringen", ["BWBR0005212"]) == (found.name, [ref.id for ref in found.legal_basis])


def test_an_open_name_means_the_period_in_force() -> None:
    """A strategy named without its years is the one in force on the day of the paper."""
    assert ["ns-2023-2027"] == [m.ref.id for m in account("De Nationale Strategie geldt.").policy_mentions]


@pytest.mark.parametrize("identifier", ["BWBR0029919", "BWBR0005212_2014-03-09_0", "stb-2018-84", "stcrt-2015-1"])
def test_a_law_promises_nothing(identifier: str) -> None:
    """What a law or a gazette says will be done is a rule, not a promise to a chamber."""
    text = "Uw Kamer wordt hierover voor de zomer van 2023 geïnformeerd.\n"

    assert () == account(text, identifier=identifier).commitments
    assert account(text, identifier="kst-30821-5").commitments


@pytest.mark.parametrize(
    "text",
    [
        "De wet treedt op 1 mei 2024 in werking.",
        "De vervolgmeting vindt in mei 2024 plaats.",
        "De pilot eindigt in mei 2024.",
        "Dat gebeurt met ingang van mei 2024.",
        "Afronding in mei 2024.",
        "Een besluit daarover wordt in mei 2024 genomen.",
    ],
)
def test_what_comes_by_a_time_is_announced(text: str) -> None:
    """A thing that starts, ends, is decided or takes effect by a later time is announced."""
    assert [text.rstrip(".")] == [item.text for item in account(text + SIGNED).announcements]


def test_offered_threat_assessment_is_no_report_besides() -> None:
    """What is named as a policy document is told as one, and not again as a report called "dreigingsbeeld"."""
    assert () == account("Hierbij bied ik u het Dreigingsbeeld Terrorisme Nederland 71 aan." + SIGNED).reports


def test_question_time_with_its_report_stays_question_time() -> None:
    """An item of the proceedings named behind question time does not make a debate of it."""
    made = account("Zie het vragenuur van 12 april 2022 (Handelingen II 2021/22, nr. 56, item 3)." + SIGNED)

    assert [("vragenuur", "h-tk-20212022-56-3")] == [(item.kind, item.ref.id) for item in made.debates]


def test_debate_told_twice_is_one() -> None:
    """A debate named with its topic and later by its day alone is one debate."""
    made = account(
        "Het commissiedebat online extremisme van 8 februari 2022 is bekend. Ik noem ook het commissiedebat van "
        "8 februari 2022 en dat van 9 maart 2022, het commissiedebat van 9 maart 2022." + SIGNED
    )

    assert 2 == len({debate.ref for debate in made.debates})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Het wetsvoorstel gegevensverwerking terrorisme (Kamerstuk 36 225) is ingediend.", "gegevensverwerking terrorisme"),
        ("Het wetsvoorstel waarmee dit strafbaar wordt gesteld, is in consultatie.", "dit strafbaar wordt gesteld"),
        ("Ik werk aan een wetsvoorstel om de termijn te verlengen en verwacht dat in te dienen.", "de termijn te verlengen"),
        ("Het wetsvoorstel gegevensverwerking terrorisme beoogt dit te regelen en is ingediend.", "gegevensverwerking terrorisme"),
    ],
)  # fmt: skip
def test_name_of_a_bill_ends_where_the_paper_goes_on(text: str, name: str) -> None:
    """What the paper says of a bill is no part of its name."""
    assert [name] == [bill.name for bill in account(text + SIGNED).bills]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Het programma Sterke Wijken en de regeling Weerbare Jeugd lopen.", ["programma Sterke Wijken", "regeling Weerbare Jeugd"]),
        ("Zij vragen steun aan uit de regeling Weerbare wijken.", ["regeling Weerbare wijken"]),
        ("De subsidieregeling «Samen sterk» loopt.", ["subsidieregeling «Samen sterk»"]),
        ("Het programma loopt, en een regeling volgt.", []),
    ],
)  # fmt: skip
def test_measures_with_a_name_of_their_own(text: str, names: list[str]) -> None:
    """A programme or scheme is a measure where it is named."""
    assert names == [measure.name for measure in account(text + SIGNED).measures]


def test_a_letter_that_grows_in_lower_case_shifts_nothing() -> None:
    """Each dotted capital I is two characters in lower case; what stands behind many is found all the same."""
    study = "Er loopt een evaluatie naar de werking van de aanpak."

    (named,) = account(f"{'İ' * 60} is een letter. {study}").studies

    assert "evaluatie naar de werking van de aanpak" == named.name
