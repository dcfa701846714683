"""The verbs with which a paper promises, each with its forms, by which a clause is looked up word by word.

An entry tells the form behind "ik", the infinitive and the participle, then what else has to stand in the clause: the
second half of "bied … aan", the "weten" of "laat … weten".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct

Form = Literal["finite", "infinitive", "participle"]
Kind = Literal["telling", "receiving", "returning", "doing"]


class Deed(Struct, frozen=True):
    """A verb, with what stands with it; `now` if its present tense tells what is done as it is said."""

    kind: Kind
    infinitive: str
    others: frozenset[str]
    now: bool = False


# Told or sent to a chamber; present tense alone tells of what is to come.
_TELL: Final = """
informeer informeren geïnformeerd | bericht berichten bericht | rapporteer rapporteren gerapporteerd
stel stellen gesteld kennis
stel stellen gesteld hoogte | breng brengen gebracht hoogte | houd houden gehouden hoogte | hou houden gehouden hoogte
koppel koppelen gekoppeld terug | stuur sturen gestuurd | zend zenden gezonden | verzend verzenden verzonden
verstuur versturen verstuurd | toestuur toesturen toegestuurd | toezend toezenden toegezonden
opstuur opsturen opgestuurd | nastuur nasturen nagestuurd | deel delen gedeeld met
"""
# By the present tense alone these are done as they are said: "De evaluatie bied ik u aan", "Ik meld u dat".
_NOW: Final = """
meld melden gemeld | schrijf schrijven geschreven | licht lichten ingelicht in | inlicht inlichten ingelicht
deel delen meegedeeld mee | deel delen medegedeeld mede | meedeel meedelen meegedeeld | mededeel mededelen medegedeeld
laat laten gelaten weten | doe doen gedaan verslag | doe doen gedaan toekomen | doe doen gedaan mededeling
breng brengen gebracht verslag | bied bieden aangeboden aan | aanbied aanbieden aangeboden
leg leggen voorgelegd voor | voorleg voorleggen voorgelegd | hang hangen voorgehangen voor
voorhang voorhangen voorgehangen | dien dienen ingediend in | indien indienen ingediend
verstrek verstrekken verstrekt | presenteer presenteren gepresenteerd | lever leveren geleverd
praat praten bijgepraat bij | geef geven gegeven inzicht | geef geven gegeven informatie
geef geven gegeven uitsluitsel
"""
_RETURN: Final = """
kom komen teruggekomen terug | terugkom terugkomen teruggekomen | ga ingaan ingegaan in | inga ingaan ingegaan
"""
# What the sender does otherwise; these have no participle, because the passive tells of no maker.
_DO: Final = """
onderzoek onderzoeken | bezie bezien | bekijk bekijken | verken verkennen | inventariseer inventariseren
evalueer evalueren | beoordeel beoordelen | toets toetsen | monitor monitoren | bespreek bespreken met
overleg overleggen | spreek spreken met | vraag vragen | verzoek verzoeken | betrek betrekken | verwerk verwerken
publiceer publiceren | organiseer organiseren | agendeer agenderen | maak maken | start starten | begin beginnen
reageer reageren | besluit besluiten | beslis beslissen | bepaal bepalen | wijzig wijzigen | verleng verlengen
actualiseer actualiseren | herzie herzien | regel regelen | ontwikkel ontwikkelen | versterk versterken
intensiveer intensiveren | bevorder bevorderen | streef streven | dien dienen | rapporteer rapporteren
informeer informeren | stuur sturen | zend zenden | lever leveren | verstrek verstrekken | meld melden
neem nemen mee | neem nemen contact | neem nemen besluit | neem nemen beslissing | neem nemen op
meeneem meenemen | opneem opnemen | bereid voorbereiden voor | voorbereid voorbereiden | stel stellen op
opstel opstellen | stel stellen vast | vaststel vaststellen | zoek zoeken uit | uitzoek uitzoeken | ga gaan na
naga nagaan | ga gaan gesprek | ga gaan overleg | voer voeren gesprek | voer voeren gesprekken | voer voeren overleg
voer voeren uit | uitvoer uitvoeren | voer voeren in | invoer invoeren | treed treden overleg | treed treden contact
rond ronden af | afrond afronden | pas passen aan | aanpas aanpassen | werk werken uit | uitwerk uitwerken
breng brengen aandacht | breng brengen uit | uitbreng uitbrengen | leg leggen voor | voorleg voorleggen
bied bieden aan | aanbied aanbieden | indien indienen | zet zetten voort | voortzet voortzetten | trek trekken in
intrek intrekken | scherp scherpen aan | aanscherp aanscherpen | nodig nodigen uit | geef geven opdracht
geef geven uitvoering | geef geven gevolg | laat laten onderzoeken | laat laten uitvoeren | laat laten verrichten
laat laten nagaan | laat laten toetsen | laat laten evalueren | laat laten doen | laat laten maken
laat laten inventariseren | laat laten uitzoeken | draag dragen zorg | doe doen navraag | doe doen onderzoek
doe doen voorstel | doe doen voorstellen  | aankaart aankaarten | doorgeef doorgeven | overbreng overbrengen
"""
# What comes to the chamber itself; "krijgt" promises with a time only ("De Kamer krijgt meer bevoegdheden").
_RECEIVE: Final = """
ontvangt ontvangen
"""
_GET: Final = """
krijgt krijgen | verneemt vernemen | hoort horen
"""
_HALVES: Final = frozenset({"aan", "voor", "in", "mee", "mede", "bij", "terug", "weten"})
"""Halves of verbs that are part of the participle."""


def _entries(table: str, kind: Kind, *, now: bool = False) -> Iterator[tuple[str, Deed, Form]]:
    """Each form that a verb of a table has, with what it is."""
    for entry in table.replace("\n", "|").split("|"):
        if not entry.strip():
            continue
        first, infinitive, *rest = entry.split()
        passive = kind in ("telling", "returning")
        others = frozenset(rest[1:] if passive else rest)
        deed = Deed(kind, infinitive, others, now)
        yield first, deed, "finite"
        if not first.endswith("t"):
            yield f"{first}t", deed, "finite"
        yield infinitive, deed, "infinitive"
        if passive:
            yield rest[0], Deed(kind, infinitive, others - _HALVES, now), "participle"


def _forms() -> Mapping[str, tuple[tuple[Deed, Form], ...]]:
    found: dict[str, list[tuple[Deed, Form]]] = {}
    tables = (
        *_entries(_TELL, "telling"),
        *_entries(_NOW, "telling", now=True),
        *_entries(_RECEIVE, "receiving"),
        *_entries(_GET, "receiving", now=True),
        *_entries(_RETURN, "returning"),
        *_entries(_DO, "doing"),
    )
    for word, deed, form in tables:
        found.setdefault(word, []).append((deed, form))
    return {word: tuple(deeds) for word, deeds in found.items()}


FORMS: Final = _forms()
"""What a word can be: the verbs that it is a form of."""
