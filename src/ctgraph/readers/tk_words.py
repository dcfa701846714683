"""The words of the Tweede Kamer's open data and the notations of our value lists that they are."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

KINDS: Final = MappingProxyType(
    {
        "Advies Afdeling advisering Raad van State": "advies-raad-van-state",
        "Advies Afdeling advisering Raad van State en Nader rapport": "advies-raad-van-state",
        "Amendement": "amendement",
        "Antwoord schriftelijke vragen": "antwoord-schriftelijke-vragen",
        "Besluitenlijst procedurevergadering": "besluitenlijst",
        "Bijgewerkte tekst": "bijgewerkte-tekst",
        "Bijlage": "bijlage",
        "Brief Kamer": "brief-kamer",
        "Brief commissie": "brief-commissie",
        "Brief commissie aan bewindspersoon": "brief-commissie",
        "Brief lid / fractie": "brief-lid-fractie",
        "Brief regering": "brief-regering",
        "Brief van lid/fractie/commissie": "brief-lid-fractie",
        "Convocatie commissieactiviteit": "convocatie",
        "EU-voorstel": "eu-voorstel",
        "Eindtekst": "eindtekst",
        "Inbreng verslag schriftelijk overleg": "inbreng-verslag-schriftelijk-overleg",
        "Initiatiefwetgeving": "initiatiefwetgeving",
        "Koninklijke boodschap": "koninklijke-boodschap",
        "Lijst van vragen": "lijst-van-vragen",
        "Lijst van vragen en antwoorden": "lijst-van-vragen-en-antwoorden",
        "Mededeling (uitstel antwoord)": "mededeling-uitstel-antwoord",
        "Memorie van antwoord": "memorie-van-antwoord",
        "Memorie van toelichting": "memorie-van-toelichting",
        "Mondelinge vragen": "mondelinge-vragen",
        "Motie": "motie",
        "Motie (gewijzigd/nader)": "gewijzigde-motie",
        "Nota n.a.v. het (nader/tweede nader/enz.) verslag": "nota-naar-aanleiding-van-verslag",
        "Nota van wijziging": "nota-van-wijziging",
        "Overig": "overig",
        "Overig (openbaar)": "overig",
        "Position paper": "position-paper",
        "Rapport/brief Algemene Rekenkamer": "rapport-algemene-rekenkamer",
        "Schriftelijke vragen": "schriftelijke-vragen",
        "Stenogram": "handelingen",
        "Verslag (initiatief)wetsvoorstel (nader)": "verslag",
        "Verslag van een algemeen overleg": "verslag-algemeen-overleg",
        "Verslag van een commissiedebat": "verslag-commissiedebat",
        "Verslag van een hoorzitting / rondetafelgesprek": "verslag-rondetafelgesprek",
        "Verslag van een notaoverleg": "verslag-notaoverleg",
        "Verslag van een rondetafelgesprek": "verslag-rondetafelgesprek",
        "Verslag van een schriftelijk overleg": "verslag-schriftelijk-overleg",
        "Verslag van een wetgevingsoverleg": "verslag-wetgevingsoverleg",
        "Voorstel van wet": "voorstel-van-wet",
        "Wetgeving": "voorstel-van-wet",
    }
)
"""document-kind by the kind of a case or document."""

ADVICE: Final = MappingProxyType(
    {
        "Geen (expliciete) appreciatie": "geen-expliciete-appreciatie",
        "Ontijdig": "ontijdig",
        "Ontraden": "ontraden",
        "Ontraden, tenzij gewijzigd": "ontraden-tenzij-gewijzigd",
        "Oordeel Kamer": "oordeel-kamer",
        "Overbodig": "overbodig",
        "Overgenomen": "overgenomen",
        "Verzocht motie aan te houden": "verzocht-motie-aan-te-houden",
    }
)
"""government-advice; "not yet known" and "not available" say nothing."""

RESULTS: Final = MappingProxyType(
    {
        "aangenomen": "adopted",
        "verworpen": "rejected",
        "ingetrokken": "withdrawn",
        "aangehouden": "held-over",
        "vervallen": "lapsed",
    }
)
"""decision-result by what stands behind "Stemmen - "; a vote that was put off has none."""

CHOICES: Final = MappingProxyType({"Voor": "for", "Tegen": "against", "Niet deelgenomen": "did-not-take-part"})

COMMITMENT_STATUS: Final = MappingProxyType(
    {"Openstaand": "open", "Voldaan": "fulfilled", "Deels Voldaan": "partly-fulfilled", "Vervallen": "lapsed"}
)

MEETING_STATUS: Final = MappingProxyType(
    {
        "Uitgevoerd": "held",
        "Gepland": "planned",
        "Verplaatst": "moved",
        "Geannuleerd": "cancelled",
        "Vervallen": "lapsed",
    }
)

MEETINGS: Final = MappingProxyType(
    {
        "Algemeen overleg": "algemeen-overleg",
        "Commissiedebat": "commissiedebat",
        "Gesprek": "overig",
        "Hamerstukken": "plenair-debat",
        "Hoorzitting": "hoorzitting",
        "Inbreng schriftelijk overleg": "schriftelijk-overleg",
        "Interpellatiedebat": "interpellatie",
        "Mondelinge vragen": "vragenuur",
        "Notaoverleg": "notaoverleg",
        "Plenair debat (debat)": "plenair-debat",
        "Plenair debat (dertigledendebat)": "dertigledendebat",
        "Plenair debat (interpellatie)": "interpellatie",
        "Plenair debat (spoeddebat)": "spoeddebat",
        "Plenair debat (tweeminutendebat)": "tweeminutendebat",
        "Plenair debat (wetgeving)": "plenair-debat",
        "Procedurevergadering": "procedurevergadering",
        "Regeling van werkzaamheden": "ordedebat",
        "Rondetafelgesprek": "rondetafelgesprek",
        "Stemmingen": "stemmingen",
        "Technische briefing": "technische-briefing",
        "VAO": "vao",
        "VSO": "vso",
        "Vergadering": "overig",
        "Vragenuur": "vragenuur",
        "Wetgevingsoverleg": "wetgevingsoverleg",
    }
)
"""debate-kind by the kind of an activity; working visits and procedures on paper are no meetings."""
