"""The properties that rows of the Tweede Kamer's open data are known to have; any other shows in a report.

Source: the EDMX of October 2025 (`$metadata`) and the XSDs tkData-v1-0, of the entities that are read; of SyncFeed also
`toegezegdAan`, which its XSD has not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ctgraph.readers.tk_rows import Row

KNOWN: Final = frozenset(
    """
    Aanhangselnummer Aanmaakdatum AantalStemmen AantalZetels Aanvangstijd Aanvraagdatum Achternaam Achtervoegsel
    Activiteit ActiviteitActor ActiviteitNummer ActorAfkorting ActorFractie ActorNaam Afgedaan Afgesloten
    Afkorting Agendapunt AgendapuntZaakBesluitVolgorde Alias Annotatie ApiGewijzigdOp Besloten Besluit
    BesluitSoort BesluitTekst Bestandsgrootte BijlageDocument BronDocument Citeertitel Commissie
    CommissieContactinformatie CommissieVastVacature CommissieVervangerVacature CommissieZetel
    CommissieZetelVastPersoon CommissieZetelVervangerPersoon ContentLength ContentType Datum DatumActief
    DatumInactief DatumMededelingEersteVerlenging DatumMededelingTweedeVerlenging DatumNakoming DatumOntvangst
    DatumRegistratie DatumSoort DatumVerzoekEersteVerlenging DatumVerzoekTweedeVerlenging Document DocumentActor
    DocumentNummer DocumentPublicatie DocumentPublicatieMetadata DocumentType DocumentVersie Eindtijd Extensie
    ExterneIdentifier FileName Fractie FractieGrootte FractieZetel FractieZetelPersoon FractieZetelVacature
    Fractielabel Functie Geboortedatum Geboorteland Geboorteplaats GerelateerdNaar GerelateerdVanuit Geslacht
    GestartOp Gewicht GewijzigdOp Grondslagvoorhang GrootProject HoogsteVolgnummer HuidigeBehandelstatus
    HuidigeDocumentVersie Id Identifier Inhoudsopgave Initialen IsAangevuldVanuit IsAanvullingOp IsGewijzigdDoor
    IsHerhaaldDoor IsHerhalingVan IsWijzigingVan Kabinetsappreciatie Kamer KamerbriefNakoming Kamerstukdossier
    KenmerkAfzender Land Locatie Ministerie Naam NaamEN NaamNL NaamWebEN NaamWebNL Noot Nummer Onderwerp Opmerking
    Organisatie Overlijdensdatum Overlijdensplaats Persoon PersoonContactinformatie PersoonGeschenk
    PersoonLoopbaan PersoonNevenfunctie PersoonOnderwijs PersoonReis PublicatieDatum Relatie Reservering Roepnaam
    Rubriek SidActor SidActorFractie SidActorLid SidVoortouw Sluiting Soort Source Spreektijd Status Stemming
    StemmingsSoort Tekst Termijn Titel Titels Titulatuur ToegezegdAan ToegezegdAanFractie ToegezegdAanPersoon
    Toevoeging Toezegging TotEnMet Tussenvoegsel Url VRSNummer Van Vergadering VergaderingNummer Vergaderjaar
    Vergissing Versienummer Verslag Vervaldatum VervangenDoor VervangenVanuit Verwijderd Volgnummer Volgorde
    Voornaam Voornamen VoortgezetIn VoortgezetVanuit Voortouwafkorting Voortouwcommissie Voortouwkortenaam
    Voortouwnaam VrsNummer Woonplaats Zaak ZaakActor Zaal
    """.split()
)
"""The relations are among them; that of one row to another may also be written with `_Id` behind it."""


def unknown(row: Row) -> Iterator[str]:
    """The names of properties that are not known; what the protocol adds (`@odata.…`, `Zaak@odata.…`) is none."""
    return (name for name in row.values if "@" not in name and name.removesuffix("_Id") not in KNOWN)
