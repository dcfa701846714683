"""Laws by name, by title and by definition, with their articles."""

from __future__ import annotations

import pytest

from ctgraph.extract.laws import TRIGGERS, find_laws, law_definitions
from ctgraph.extract.scan import Page
from ctgraph.model.gazetteer import Gazetteer, Name
from ctgraph.model.mentions import LawReference, Mention
from extract.factories import law, page

GAZETTEER = Gazetteer(
    names=(
        law("Wetboek van Strafrecht", "BWBR0001854", "Wetboek van Strafrecht"),
        law("Sr", "BWBR0001854", "Wetboek van Strafrecht", exact=True),
        law("Wetboek van Strafvordering", "BWBR0001903", "Wetboek van Strafvordering"),
        law("Twbmt", "twbmt", "Tijdelijke wet bestuurlijke maatregelen terrorismebestrijding", exact=True),
        law(
            "Tijdelijke wet bestuurlijke maatregelen terrorismebestrijding",
            "twbmt",
            "Tijdelijke wet bestuurlijke maatregelen terrorismebestrijding",
        ),
        law("EVRM", "BWBV0001000", "Europees Verdrag tot bescherming van de rechten van de mens", exact=True),
        law("Paspoortwet", "BWBR0005212", "Paspoortwet"),
        law("Rijkswet op het Nederlanderschap", "BWBR0003738", "Rijkswet op het Nederlanderschap"),
        law("Awb", "BWBR0005537", "Algemene wet bestuursrecht", exact=True),
        law("Wiv", "BWBR0039896", "Wet op de inlichtingen- en veiligheidsdiensten 2017", exact=True),
        Name("Raad van State", "organisation", "raad-van-state", "Raad van State"),
        Name("AIVD", "organisation", "aivd", "AIVD", exact=True),
    )
)


def laws_page(text: str) -> Page:
    """A page with the laws above."""
    return page(text, GAZETTEER, triggers=(TRIGGERS,))


def found(text: str) -> list[tuple[Mention, LawReference]]:
    """The mentions of a text read by itself, each with its value."""
    made = laws_page(text)
    mentions = find_laws(made, law_definitions([made]))
    return [(mention, mention.value) for mention in mentions if isinstance(mention.value, LawReference)]


def read(text: str) -> list[tuple[str, ...]]:
    """What was found: the words, the key, the articles."""
    return [(text[mention.start : mention.end], value.key, *value.articles) for mention, value in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("art. 2 Twbmt", ("art. 2 Twbmt", "twbmt", "2")),
        ("op grond van artikel 134a Sr kan", ("artikel 134a Sr", "BWBR0001854", "134a")),
        ("artikel 140a, eerste lid, Sr", ("artikel 140a, eerste lid, Sr", "BWBR0001854", "140a")),
        ("de artikelen 126g en 126h van het Wetboek van Strafvordering", (
            "artikelen 126g en 126h van het Wetboek van Strafvordering", "BWBR0001903", "126g", "126h",
        )),
        ("artikel 14, vierde lid, van de Rijkswet op het Nederlanderschap", (
            "artikel 14, vierde lid, van de Rijkswet op het Nederlanderschap", "BWBR0003738", "14",
        )),
        ("art. 6:2:10 Sr", ("art. 6:2:10 Sr", "BWBR0001854", "6:2:10")),
        ("artikel 4:84 Awb;", ("artikel 4:84 Awb", "BWBR0005537", "4:84")),
        ("artikel 83 jo. 134a Sr", ("artikel 83 jo. 134a Sr", "BWBR0001854", "83", "134a")),
        ("artikel 83 in verbinding met artikel 134a van het Wetboek van Strafrecht", (
            "artikel 83 in verbinding met artikel 134a van het Wetboek van Strafrecht", "BWBR0001854", "83", "134a",
        )),
        ("artikel 83, gelezen in samenhang met artikel 134a, Sr", (
            "artikel 83, gelezen in samenhang met artikel 134a, Sr", "BWBR0001854", "83", "134a",
        )),
        ("artikel 23 van het wetsvoorstel Paspoortwet", (
            "artikel 23 van het wetsvoorstel Paspoortwet", "BWBR0005212", "23",
        )),
        ("artikel 23 van het voorstel voor een Paspoortwet", (
            "artikel 23 van het voorstel voor een Paspoortwet", "BWBR0005212", "23",
        )),
        ("artikel 83 van het Nederlandse Wetboek van Strafrecht", (
            "artikel 83 van het Nederlandse Wetboek van Strafrecht", "BWBR0001854", "83",
        )),
        ("De Paspoortwet bepaalt in artikel 23 dat", ("Paspoortwet bepaalt in artikel 23", "BWBR0005212", "23")),
        ("De Paspoortwet kent echter in artikel 23 een", ("Paspoortwet kent echter in artikel 23", "BWBR0005212", "23")),
        ("De Paspoortwet wijkt af van artikel 23 en", ("Paspoortwet", "BWBR0005212")),
        ("volgens Awb 14 lid 2 mag", ("Awb 14 lid 2", "BWBR0005537", "14")),
        ("de Awb 14 dagen", ("Awb", "BWBR0005537")),
        ("artikelen 5 tot en met 8 Sr", ("artikelen 5 tot en met 8 Sr", "BWBR0001854", "5", "6", "7", "8")),
        ("artikelen 126g-126zd Sr", ("artikelen 126g-126zd Sr", "BWBR0001854", "126g", "126zd")),
        ("artikel 18, onderdelen b en c, van de Paspoortwet", (
            "artikel 18, onderdelen b en c, van de Paspoortwet", "BWBR0005212", "18",
        )),
        ("Artikel 23, aanhef en onder a, Paspoortwet", (
            "Artikel 23, aanhef en onder a, Paspoortwet", "BWBR0005212", "23",
        )),
        ("in Sr, artikel 140a.", ("Sr, artikel 140a", "BWBR0001854", "140a")),
        ("de Paspoortwet (artikel 23) en", ("Paspoortwet (artikel 23)", "BWBR0005212", "23")),
        ("Sr in de artikelen 83 en 134a.", ("Sr in de artikelen 83 en 134a", "BWBR0001854", "83", "134a")),
        ("de Paspoortwet, in artikel 23, geeft", ("Paspoortwet, in artikel 23", "BWBR0005212", "23")),
        ("artikel 4, eerste lid, van Protocol nr. 7 bij het EVRM", (
            "artikel 4, eerste lid, van Protocol nr. 7 bij het EVRM", "protocol-nr-7-bij-het-evrm", "4",
        )),
        ("artikel 27 Wpg", ("artikel 27 Wpg", "wpg", "27")),
        ("artikel 23, zesde lid, jo. vijfde lid, van de Paspoortwet", (
            "artikel 23, zesde lid, jo. vijfde lid, van de Paspoortwet", "BWBR0005212", "23",
        )),
        ("voegt een artikel 23a toe aan de Paspoortwet", ("artikel 23a toe aan de Paspoortwet", "BWBR0005212", "23a")),
        ("artikel 36, vierde lid, van het Reglement van Orde", (
            "artikel 36, vierde lid, van het Reglement van Orde", "reglement-van-orde", "36",
        )),
        ("artikel 6:162 van het Burgerlijk Wetboek", (
            "artikel 6:162 van het Burgerlijk Wetboek", "burgerlijk-wetboek", "6:162",
        )),
    ],
)  # fmt: skip
def test_joins_articles_to_their_law(text: str, expected: tuple[str, ...]) -> None:
    """An article belongs to the law it leads to, or to the one directly before it."""
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("artikel 14, vierde lid, Awb", "4"),
        ("artikel 14 lid 4 Awb", "4"),
        ("artikel 14, 4e lid, Awb", "4"),
        ("artikel 14, eerste en derde lid, Awb", "1,3"),
        ("artikel 14 lid 1 en/of lid 5 Awb", "1,5"),
        ("artikel 14 Awb", ""),
    ],
)
def test_reads_the_paragraph(text: str, paragraph: str) -> None:
    """A paragraph is given as a number, several with commas."""
    [(_, value)] = found(text)

    assert value.paragraph == paragraph


def test_keeps_articles_of_neighbours_apart() -> None:
    """An article between two laws belongs to the one it leads to."""
    assert read("de Twbmt, artikel 134a Sr en de Paspoortwet") == [
        ("Twbmt", "twbmt"),
        ("artikel 134a Sr", "BWBR0001854", "134a"),
        ("Paspoortwet", "BWBR0005212"),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("De Omgevingswet treedt", "Omgevingswet"),
        ("de Vreemdelingenwet 2000 en", "Vreemdelingenwet 2000"),
        ("in de Grondwet.", "Grondwet"),
        ("de Invoeringswet openbare lichamen Bonaire, Sint Eustatius en Saba is",
         "Invoeringswet openbare lichamen Bonaire, Sint Eustatius en Saba"),
        ("de PNR-wet 2019", "PNR-wet 2019"),
        ("de Wet langdurig toezicht biedt", "Wet langdurig toezicht"),
        ("de Wet precursoren voor explosieven voor de handel", "Wet precursoren voor explosieven"),
        ("de Wet wapens en munitie of de", "Wet wapens en munitie"),
        ("de Wet open overheid en de", "Wet open overheid"),
        ("de Wet op de Raad van State is", "Wet op de Raad van State"),
        ("de Wet op de inlichtingen- en veiligheidsdiensten 2002 gold",
         "Wet op de inlichtingen- en veiligheidsdiensten 2002"),
        ("de Wet ter voorkoming van witwassen en financieren van terrorisme biedt",
         "Wet ter voorkoming van witwassen en financieren van terrorisme"),
        ("Tijdelijke wet onderzoeken cyberoperaties heeft", "Tijdelijke wet onderzoeken cyberoperaties"),
        ("de Algemene wet gelijke behandeling.", "Algemene wet gelijke behandeling"),
        ("de Penitentiaire beginselenwet geeft", "Penitentiaire beginselenwet"),
        ("Verzamelwet Justitie en Veiligheid 2022.", "Verzamelwet Justitie en Veiligheid 2022"),
        ("de Uitvoeringswet Paspoortwet is", "Uitvoeringswet Paspoortwet"),
        ("(Wet strafbaarstelling verblijf in een door een organisatie gecontroleerd gebied)",
         "Wet strafbaarstelling verblijf in een door een organisatie gecontroleerd gebied"),
        ("het Besluit verkrijging en verlies Nederlanderschap.", "Besluit verkrijging en verlies Nederlanderschap"),
        ("het Vreemdelingenbesluit 2000 is", "Vreemdelingenbesluit 2000"),
        ("het Uitvoeringsbesluit Paspoortwet 2018 geldt", "Uitvoeringsbesluit Paspoortwet 2018"),
        ("de Reclasseringsregeling 1995 geldt", "Reclasseringsregeling 1995"),
        ("aangehaald als: Sanctieregeling terrorisme 2002.", "Sanctieregeling terrorisme 2002"),
        ("het Verdrag tot beperking der staatloosheid is", "Verdrag tot beperking der staatloosheid"),
        ("de Kaderwet overige JenV-subsidies is", "Kaderwet overige JenV-subsidies"),
        ("het Wetboek van Militair Strafrecht", "Wetboek van Militair Strafrecht"),
        ("het Wetboek van Strafrecht BES", "Wetboek van Strafrecht BES"),
        ("de Wiv 2002 gold", "Wiv 2002"),
        ("het Zevende Protocol bij het EVRM is", "Zevende Protocol bij het EVRM"),
        ("het Tweede Aanvullend Protocol bij het EVRM is", "Tweede Aanvullend Protocol bij het EVRM"),
        ("Op grond van de Regeling selectie, plaatsing en overplaatsing van gedetineerden.",
         "Regeling selectie, plaatsing en overplaatsing van gedetineerden"),
        ("het Besluit beheer, toezicht en handhaving 2019 is", "Besluit beheer, toezicht en handhaving 2019"),
        ("de Regeling melding transacties, gemeenten en provincies krijgen", "Regeling melding transacties"),
        ("de Uitvoeringsregeling Paspoortwet is", "Uitvoeringsregeling Paspoortwet"),
        ("de Subsidieregeling aanpak radicalisering 2020 loopt", "Subsidieregeling aanpak radicalisering 2020"),
        ("het Verdrag van de Raad van Europa ter voorkoming van terrorisme is",
         "Verdrag van de Raad van Europa ter voorkoming van terrorisme"),
        ("het Internationaal Verdrag inzake burgerrechten en politieke rechten.",
         "Internationaal Verdrag inzake burgerrechten en politieke rechten"),
        ("het Verdrag van Wenen inzake het verdragenrecht", "Verdrag van Wenen inzake het verdragenrecht"),
        ("de Wet bestuurlijk verbod organisaties toegezegd in het voorjaar", "Wet bestuurlijk verbod organisaties"),
        ("de Wet aanpak ondermijning aangekondigd.", "Wet aanpak ondermijning"),
        ("de Wet digitale overheid faciliteert gemeenten", "Wet digitale overheid"),
        ("de Wet toezicht arbeidsmarkt.", "Wet toezicht arbeidsmarkt"),
        ("de Uitvoeringswet verordeningen inzake cryptoactiva.", "Uitvoeringswet verordeningen inzake cryptoactiva"),
        ("de Wet positie ingezetenen.", "Wet positie ingezetenen"),
        ("het Handvest van de Verenigde Naties.", "Handvest van de Verenigde Naties"),
        ("het Statuut van Rome.", "Statuut van Rome"),
        ("Het Organisatiebesluit Raad van State geldt", "Organisatiebesluit Raad van State"),
        ("de Mandaatregeling Raad van State 2005 geldt", "Mandaatregeling Raad van State 2005"),
    ],
)  # fmt: skip
def test_knows_a_title_by_its_shape(text: str, title: str) -> None:
    """A law that no register knows is found by its title, which ends where the sentence goes on."""
    [(mention, value)] = found(text)

    assert (text[mention.start : mention.end], value.name, mention.confidence) == (title, title, 0.8)


@pytest.mark.parametrize(
    "text",
    [
        "Deze wet bestuursrecht", "de wet", "Wet- en regelgeving", "Wetgeving en wetenschap", "Wet van 10 februari",
        "het wetsvoorstel", "De heer De Wet zei", "Jansen Sr zei", "Besluit van de raad", "Besluit het kabinet dit",
        "WIJZIGING VAN DE WET OP", "artikel 5 van het verdrag", "artikel 5 Wat is", "een rijkswet over", "Rijkswet is", "het Reglement van Orde", "een handvest van burgers", "het Statuut is duidelijk",
        "het Wob-besluit 2009", "een vreemdelingenbesluit 2000", "artikel 5% Awbzaken", "Wetboek van bewaring",
        "een regeling voor gemeenten", "Zo loopt Subsidieregeling tot 2024", "de Wet en overige zaken", "De Overgangsregeling geldt", "de Regeling is goed", "het Verdrag is gesloten",
        "een verdrag inzake uitlevering", "Regelingen voor gemeenten", "het protocol bij het overleg",
    ],
)  # fmt: skip
def test_leaves_other_words_alone(text: str) -> None:
    """Words that only hold "wet" or "besluit", and short names without an article, are no law."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de Paspoortwet. Artikel 23 van diezelfde wet bepaalt", ("Artikel 23 van diezelfde wet", "BWBR0005212", "23")),
        ("de Paspoortwet. Artikel 23, derde lid, van die wet", (
            "Artikel 23, derde lid, van die wet", "BWBR0005212", "23",
        )),
        ("de Paspoortwet en artikel 5 van deze wet", ("artikel 5 van deze wet", "BWBR0005212", "5")),
        ("de Paspoortwet en artikel 5 van de genoemde wet", ("artikel 5 van de genoemde wet", "BWBR0005212", "5")),
        ("het Wetboek van Strafrecht en de Paspoortwet. Artikel 83 van dat wetboek", (
            "Artikel 83 van dat wetboek", "BWBR0001854", "83",
        )),
        ("het EVRM. Artikel 8 van dat verdrag", ("Artikel 8 van dat verdrag", "BWBV0001000", "8")),
        ("de Awb. Artikel 3:2 van die wet", ("Artikel 3:2 van die wet", "BWBR0005537", "3:2")),
    ],
)  # fmt: skip
def test_follows_a_pointer_to_the_law_named_last(text: str, expected: tuple[str, ...]) -> None:
    """An article "of that law" belongs to the law named last in the paragraph that is of the kind pointed to."""
    assert read(text)[-1] == expected
    assert [mention.rule for mention, _ in found(text)][-1] == "law.pointer"


@pytest.mark.parametrize(
    "text",
    [
        "de Paspoortwet.\nArtikel 5 van die wet",
        "de Paspoortwet. Artikel 5 van de wet",
        "de Paspoortwet. Artikel 5 van dat besluit",
        "het Wetboek van Strafrecht. Artikel 5 van die wet",
        "de Paspoortwet. Artikel 5 van die wetgeving",
        "de Paspoortwet. Dat is die wet",
        f"de Paspoortwet. {'Dit is een zin. ' * 50} Artikel 5 van die wet",
    ],
)
def test_follows_no_pointer_to_a_law_of_elsewhere(text: str) -> None:
    """Another paragraph, another kind or too long a way between leave an article without a law."""
    assert len(read(text)) == 1


def test_a_law_text_means_itself_by_this_law() -> None:
    """In the Staatsblad "deze wet" is the law that is printed there; "die wet" is the one named before."""
    text = "de Paspoortwet. Artikel 3 van deze wet en artikel 5 van die wet"
    made = page(text, GAZETTEER, triggers=(TRIGGERS,), identifier="stb-2017-51")

    assert [text[m.start : m.end] for m in find_laws(made)] == ["Paspoortwet", "artikel 5 van die wet"]


def test_takes_the_year_of_a_known_law_into_its_name() -> None:
    """A year behind a known name is part of it if the law has that year, else it makes another law."""
    assert read("de Wiv 2017 en de Wiv 2002") == [("Wiv 2017", "BWBR0039896"), ("Wiv 2002", "wiv-2002")]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("de Wet langdurig toezicht (Wlt) geldt. De Wlt kan", "Wlt"),
        ("de Wet langdurig toezicht (hierna: Wlt) geldt. De Wlt kan", "Wlt"),
        ("de Wet langdurig toezicht, hierna te noemen «Wlt», geldt. De Wlt kan", "Wlt"),
        ("de Wet langdurig toezicht (hierna: de Wet) geldt. De Wet kan", "Wet"),
        ("de Wlt (Wet langdurig toezicht) geldt.", "Wlt"),
        ("de Wet langdurig toezicht, de Wlt, geldt.", "Wlt"),
    ],
)
def test_reads_a_definition(text: str, term: str) -> None:
    """A name that the paper gives a law is a mention of that law wherever it stands."""
    keys = {text[mention.start : mention.end]: value.key for mention, value in found(text)}

    assert keys == {"Wet langdurig toezicht": "wet-langdurig-toezicht", term: "wet-langdurig-toezicht"}


@pytest.mark.parametrize(
    "text",
    [
        "de Wet langdurig toezicht (hierna: de Minister) geldt",
        "de Wet langdurig toezicht (AIVD) geldt",
        "de Wet langdurig toezicht (Kamer) geldt",
        "de Wet langdurig toezicht (hierna: de Wet) en Wet- en regelgeving",
    ],
)
def test_takes_no_other_name_for_a_definition(text: str) -> None:
    """What stands behind a law in brackets may name somebody else."""
    names = {text[mention.start : mention.end] for mention, _ in found(text)}

    assert names - {"Wet"} == {"Wet langdurig toezicht"}


def test_definitions_hold_in_every_flow() -> None:
    """A definition in one flow is known in another."""
    body, note = laws_page("zie de Wlt"), laws_page("De Wet langdurig toezicht (Wlt)")
    defined = law_definitions([body, note])

    assert [mention.rule for mention in find_laws(body, defined)] == ["law.defined"]
    assert list(find_laws(body)) == []


def test_defined_short_names_need_no_article() -> None:
    """A name of two letters, believed only with an article, is believed once the paper defines it."""
    assert read("het Wetboek van Strafrecht (Sr)") == [
        ("Wetboek van Strafrecht", "BWBR0001854"),
        ("Sr", "BWBR0001854"),
    ]


def test_tells_the_constitution_of_another_country_apart() -> None:
    """A country in front makes it another law; "Nederlandse" and "Deze" do not."""
    known = Gazetteer(names=(law("Grondwet", "BWBR0001840", "Grondwet"),))
    text = "de Turkse Grondwet, de Grondwet en de Nederlandse Grondwet"
    laws = [m.value for m in find_laws(page(text, known, triggers=(TRIGGERS,))) if isinstance(m.value, LawReference)]

    assert [value.key for value in laws] == ["turkse-grondwet", "BWBR0001840", "BWBR0001840"]


def test_the_last_word_before_an_abbreviation_is_none() -> None:
    """ "Vrijheden (EVRM)" defines no "Vrijheden", though its letters stand in the treaty's name."""
    text = "de rechten van de mens en de Mensen (EVRM) geldt. De Mensen zijn er."

    assert read(text) == [("EVRM", "BWBV0001000")]
