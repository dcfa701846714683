"""Days, months and seasons without a year: which year the clause around them means."""

from __future__ import annotations

from datetime import date

import pytest

from ctgraph.extract.dates import TRIGGERS, find_dates
from ctgraph.model.mentions import DateReference
from extract.factories import page

LETTER = date(2023, 6, 15)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In maart heb ik uw Kamer geïnformeerd.", "2023-03"),
        ("In september heb ik uw Kamer geïnformeerd.", "2022-09"),
        ("In september informeer ik uw Kamer.", "2023-09"),
        ("In september volgt de evaluatie.", "2023-09"),
        ("Het rapport is in november verschenen.", "2022-11"),
        ("Het rapport verschijnt in november.", "2023-11"),
        ("De evaluatie, die in februari is gestart, loopt door.", "2023-02"),
        ("De evaluatie, die in februari gestart is, wordt in december afgerond.", "2023-02 2023-12"),
        ("De commissie zal haar rapport in oktober opleveren.", "2023-10"),
        ("De wet treedt op 1 januari in werking.", "2024-01-01"),
        ("De wet is op 1 januari in werking getreden.", "2023-01-01"),
        ("De wet trad op 1 januari in werking.", "2023-01-01"),
        ("Het debat van 3 mei heeft geleid tot een motie.", "2023-05-03"),
        ("Voor het debat van 28 juni stuur ik een brief.", "2023-06-28"),
        ("De vragen van 12 april zijn beantwoord.", "2023-04-12"),
        ("Uw brief van 20 december bevatte vragen.", "2022-12-20"),
        ("De motie die op 8 december is aangenomen.", "2022-12-08"),
        ("Op 8 december is de motie aangenomen.", "2022-12-08"),
        ("Op 8 december wordt de motie in stemming gebracht.", "2023-12-08"),
        ("De dreiging nam in april toe.", "2023-04"),
        ("Tussen januari en april zijn tien meldingen gedaan.", "2023-01 2023-04"),
        ("Sinds januari zijn tien meldingen gedaan.", "2023-01"),
        ("Vanaf juli geldt een nieuwe regeling.", "2023-07"),
        ("Vanaf 1 juli geldt een nieuwe regeling.", "2023-07-01"),
        ("Uiterlijk in oktober ontvangt u de reactie.", "2023-10"),
        ("Vóór 1 oktober ontvangt u de reactie.", "2023-10-01"),
        ("De consultatie loopt tot 1 augustus.", "2023-08-01"),
        ("De consultatie liep tot 1 augustus.", "2022-08-01"),
        ("De aanvraag dateert van november.", "2022-11"),
        ("De pilot, gestart in oktober, is verlengd tot maart.", "2022-10 2024-03"),
        ("In januari is het team gestart en in september zal het worden uitgebreid.", "2023-01 2023-09"),
        ("Bij brief van 3 november is uw Kamer geïnformeerd.", "2022-11-03"),
        ("Zoals gemeld in mijn brief van 14 juni.", "2023-06-14"),
        ("De JBZ-Raad van 8 en 9 juni besprak dit.", "2023-06-08/2023-06-09"),
        ("Tijdens de JBZ-Raad van 19 en 20 oktober zal dit worden besproken.", "2023-10-19/2023-10-20"),
        ("De volgende Raad is op 19 oktober.", "2023-10-19"),
        ("Een tweede bijeenkomst staat gepland voor november.", "2023-11"),
        ("In het najaar komt er een wetsvoorstel.", "2023-23"),
        ("In het najaar is een wetsvoorstel ingediend.", "2022-23"),
        ("In het voorjaar is een pilot gestart.", "2023-21"),
        ("In het voorjaar volgt een rapport.", "2024-21"),
        ("In de zomer start een campagne.", "2023-22"),
        ("In het eerste kwartaal is dit afgerond.", "2023-33"),
        ("In het eerste kwartaal wordt dit afgerond.", "2024-33"),
        ("In het vierde kwartaal is dit afgerond.", "2022-36"),
        ("In het vierde kwartaal wordt dit afgerond.", "2023-36"),
        ("Eind maart is het contract getekend.", "2023-03-21/2023-03-31"),
        ("Eind december is het contract getekend.", "2022-12-21/2022-12-31"),
        ("Begin juli volgt een gesprek.", "2023-07-01/2023-07-10"),
        ("De minister zei in december dat dit zou gebeuren.", "2022-12"),
        ("Ik verwacht in december een besluit.", "2023-12"),
        ("Ik verwachtte in december een besluit.", "2022-12"),
        ("Wij willen in oktober een gesprek.", "2023-10"),
        ("Kunt u de vragen vóór 20 juni beantwoorden?", "2023-06-20"),
        ("Kunt u toelichten wat er op 12 mei is gebeurd?", "2023-05-12"),
        ("Klopt het dat in maart een aanslag is verijdeld?", "2023-03"),
        ("Het vonnis van 10 februari is onherroepelijk.", "2023-02-10"),
        ("De rechtbank doet op 10 juli uitspraak.", "2023-07-10"),
        ("De rechtbank deed op 10 juli uitspraak.", "2022-07-10"),
        ("De zitting op 10 juli gaat niet door.", "2023-07-10"),
        ("De volgende rapportage verschijnt rond november.", "2023-11~"),
        ("Het rapport wordt in de eerste week van juli gepubliceerd.", "2023-07"),
        ("Per 1 mei is de heer Jansen benoemd.", "2023-05-01"),
        ("De motie van 12 oktober vroeg hierom.", "2022-10-12"),
        ("De wet moet op 1 september gereed zijn.", "2023-09-01"),
        ("Hoewel de evaluatie in december gereed zou zijn, is zij er nog niet.", "2022-12"),
        ("De brief die u in december toekwam.", "2022-12"),
        ("De brief die u in december toekomt.", "2023-12"),
        ("Hierover bent u op 20 maart geïnformeerd.", "2023-03-20"),
        ("Hierover bent u op 20 november geïnformeerd.", "2022-11-20"),
        ("Hierover wordt u op 20 november geïnformeerd.", "2023-11-20"),
        ("Ik heb toegezegd dit vóór 1 november te doen.", "2023-11-01"),
        ("Ik had toegezegd dit vóór 1 november te doen.", "2022-11-01"),
        ("Toegezegd is de Kamer voor de zomer te informeren.", "2023-06~"),
        ("Toegezegd is de Kamer in september te informeren.", "2023-09"),
        ("Op 21 en 22 juni vindt de top plaats.", "2023-06-21/2023-06-22"),
        ("Daarvoor is op 15 augustus een bijeenkomst voorzien.", "2023-08-15"),
        ("Verzonden: 12 mei. Reactie gevraagd voor 1 juli.", "2023-05-12 2023-07-01"),
        ("Het nieuwe stelsel is naar verwachting in oktober operationeel.", "2023-10"),
        ("De inzet duurt tot en met augustus.", "2023-08"),
        ("De inzet duurde tot en met augustus.", "2022-08"),
        ("Gelet op de aanslagen in november en maart is waakzaamheid geboden.", "2022-11 2023-03"),
        ("De vrouwen die in april zijn teruggehaald, staan nu voor de rechter.", "2023-04"),
        ("De vrouwen die in oktober zijn teruggehaald staan in juli voor de rechter.", "2022-10 2023-07"),
        ("Het voorstel ligt in het voorjaar bij de Raad van State.", "2024-21"),
        ("Het hof wil tegen januari een oordeel.", "2024-01"),
        ("In de loop van het najaar volgt een brief.", "2023-23"),
        ("In de loop van de zomer volgt een brief.", "2023-22"),
        ("Ik informeer u halfjaarlijks, voor het eerst in november.", "2023-11"),
        ("Ik informeerde u halfjaarlijks, voor het laatst in november.", "2022-11"),
        ("Tegen de zomer is dat gereed.", "2023-22"),
        ("In de maanden maart en april jl. kwamen tien meldingen.", "2023-03 2023-04"),
        ("Het stuk uit november 2015 dat op 19 november van dat jaar verscheen.", "2015-11 2015-11-19"),
        ("De Kamer gaat met reces van 7 juli tot 4 september.", "2023-07-07 2023-09-04"),
    ],
)
def test_the_year_follows_from_the_clause(sentence: str, expected: str) -> None:
    """A time without a year is of the year that tense, verb and preposition point to, in a letter of 15 June 2023."""
    found = [mention.value for mention in find_dates(page(sentence, date=LETTER, triggers=(TRIGGERS,)))]

    assert " ".join(value.reading.edtf for value in found if isinstance(value, DateReference)) == expected
