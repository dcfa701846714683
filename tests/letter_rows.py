"""The 48 rows of the analysis of a letter, each as a pattern that its statements must match.

A pattern is SPARQL with the subject `?s`, whose passage must hold the words; `{home}` is the letter. The same pattern
holds for two letters: the one analysed, and one composed for the tests with the same kinds of sentences in other words.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from ctgraph.namespaces import PREFIXES


class Row(Struct, frozen=True):
    """One row: its number, the pattern, and the words of the passage in the letter and in its counterpart."""

    number: int
    what: str
    pattern: str
    letter: str
    counterpart: str
    topical: bool = False
    """Whether it needs the thesaurus of phenomena."""


def ask(row: Row, words: str, home: str) -> str:
    """The question whether a graph states a row of a letter on these words."""
    heads = "".join(f"PREFIX {name}: <{address}>\n" for name, address in PREFIXES.items())
    rests = f'?s ctg:supportedBy ?passage . ?passage ctg:readableText ?quote . FILTER(CONTAINS(?quote, "{words}"))'
    return f"{heads}ASK {{ BIND(<{home}> AS ?home) {row.pattern} {rests} }}"


def _claim(modality: str, more: str = "") -> str:
    return f"?s a ctg:Claim ; ctg:modality <https://w3id.org/ctgraph/concept/modality/{modality}> ; ctg:statedIn ?home . {more}"


def _kind(scheme: str, value: str) -> str:
    return f"<https://w3id.org/ctgraph/concept/{scheme}/{value}>"


def _part(role: str) -> str:
    return f"ctg:participation ?part . ?part ctg:participationRole {_kind('participation-role', role)}"


_MOTION = "?s a ctg:Motion ; ctg:textInDocument ?paper ; "
_WISH = "?s a ctg:Response ; ctg:givenIn ?home ; ctg:respondsTo ?wish ; "

ROWS: Final = (
    Row(1, "the letter", "?s a ctg:GovernmentLetter ; ctg:officialIdentifier ?id ; ctg:dossierEntry ?place . FILTER(?s = ?home)",
        "kst-29754-645", "kst-39512-580"),
    Row(2, "its dossier", "?s a ctg:Dossier ; ctg:dossierNumber ?number .", "29 754 en 27 925", "39 640 en 38 107"),
    Row(3, "who signs, in which tenure", f"?home {_part('signer')} ; ctg:inTenure ?tenure . BIND(?part AS ?s)",
        "D. Yeşilgöz-Zegerius", "I. Hoekman"),
    Row(4, "to whom", f"?home {_part('addressee')} ; ctg:participant/rdf:type ctg:Chamber . BIND(?part AS ?s)",
        "uw Kamer", "uw Kamer"),
    Row(5, "an edition of a series", "?s a ctg:ThreatAssessment ; ctg:editionOf ?series ; ctg:editionNumber ?number .",
        "Dreigingsbeeld Terrorisme Nederland", "Dreigingsbeeld Terrorisme Nederland"),
    Row(6, "the annex of a paper", "?s a ctg:ThreatAssessment ; ctg:annexOf ?paper .",
        "Dreigingsbeeld Terrorisme Nederland 56", "Dreigingsbeeld Terrorisme Nederland 61"),
    Row(7, "what the assessment says", _claim("possibility", "?s ctg:saidBy/rdf:type ctg:ThreatAssessment ."),
        "aanslag in Nederland nog altijd voorstelbaar", "aanslag door een kleine groep denkbaar"),
    Row(8, "what the cabinet means to do", _claim("intention"), "blijft gewelddadig extremisme", "blijft daarom extremisme",
        topical=True),
    Row(8, "on which phenomenon", _claim("intention", f"?s ctg:topic {_kind('phenomenon', 'extremisme')} ."),
        "blijft gewelddadig extremisme", "blijft daarom extremisme", topical=True),
    Row(9, "a strategy with its period and paper", "?s a ctg:Strategy ; ctg:setOutIn ?paper ; ctg:validDuring/ctg:edtf ?span .",
        "Nationale Contraterrorisme Strategie", "Nationale Contraterrorisme Strategie"),
    Row(9, "when it was presented", "?strategy a ctg:Strategy ; ctg:presentedOn ?s . ?s ctg:earliest ?day .",
        "20 mei van dit jaar", "3 februari van dit jaar"),
    Row(10, "the report presented and its period", "?home ctg:offers ?s . ?s a ctg:Report ; ctg:annexOf ?home ; ctg:coversPeriod ?span .",
        "rapportage «integrale aanpak terrorisme»", "rapportage «Samen alert»"),
    Row(12, "what the letter is about", f"?s ctg:topic {_kind('phenomenon', 'rechts-extremisme')} . FILTER(?s = ?home)",
        "rechts-extremis", "rechts-extremis", topical=True),
    Row(13, "a promise kept with the report", "?s a ctg:Commitment ; ctg:madeIn ?debate ; ctg:fulfilledBy/rdf:type ctg:Report ; "
        f"ctg:commitmentStatus {_kind('commitment-status', 'fulfilled')} ; ctg:madeBy/rdf:type ctg:Post .",
        "toezegging aan uw Kamer", "toezegging aan uw Kamer"),
    Row(14, "a plenary debate in the proceedings", "?s a ctg:Debate ; ctg:onDate ?day ; ctg:heldBy ?chamber ; ctg:reportedIn/rdf:type "
        "ctg:ProceedingsItem .", "debat van 7 december 2021", "debat van 8 november 2022"),
    Row(15, "a law that is to be extended", "?s a ctg:LegislativeProposal ; ctg:amendsLaw/rdf:type ctg:Law .",
        "verlengen van de werkingsduur", "verlengen van de werkingsduur"),
    Row(16, "a committee debate in a paper", "?s a ctg:Debate ; ctg:topicText ?topic ; ctg:reportedIn ?paper .",
        "commissiedebat terrorisme en extremisme", "commissiedebat online extremisme"),
    Row(17, "a member's question in its words", f"?s a ctg:MemberQuestion ; ctg:requestText ?text ; ctg:madeIn ?debate ; {_part('questioner')}"
        " ; ctg:inTenure ?tenure .", "of er overlap kan zijn", "of scholen de signalen"),
    Row(17, "what is said in reply", f"?s a ctg:Response ; ctg:respondsTo/a ctg:MemberQuestion ; ctg:givenIn ?home ; ctg:fulfilmentStatus {_kind('fulfilment-status', 'unclear')} .",
        "wordt op lokaal", "Elke school heeft"),
    Row(18, "a group or party", "?part ctg:onBehalfOf ?s . ?s a ?class . FILTER(?class IN (ctg:ParliamentaryGroup, ctg:PoliticalParty))",
        "Ephraim", "Zandwijk"),
    Row(19, "an approach", f"?s a ctg:Measure ; ctg:measureKind {_kind('measure-kind', 'approach')} .",
        "persoonsgerichte aanpak", "persoonsgerichte aanpak"),
    Row(20, "local bodies", f"?s a ctg:Organization ; ctg:organisationKind {_kind('organisation-kind', 'cooperation-body')} .",
        "zorg- en veiligheidshuizen", "zorg- en veiligheidshuizen"),
    Row(20, "what is shared in consultations", _claim("fact", "?s ctg:claimAbout/ctg:measureKind "
        f"{_kind('measure-kind', 'case-consultation')} ."), "wordt expertise uitgewisseld", "worden signalen gedeeld"),
    Row(21, "what each case has", _claim("fact"), "Iedere casus heeft een regisseur", "Elke school heeft"),
    Row(22, "a motion with its requests", f"{_MOTION}ctg:asks ?one, ?two ; {_part('first-signatory')} ; ctg:inTenure ?tenure . FILTER(?one != ?two)",
        "Van der Werf", "Brinkhuis-Postma"),
    Row(23, "one phenomenon under another", f"?s skos:broader {_kind('phenomenon', 'extremisme')} .",
        "waar ook accelerationisme onder valt", "waar ook accelerationisme onder valt", topical=True),
    Row(24, "money for municipalities each year", "?s a ctg:FundingScheme ; ctg:recurrence \"P1Y\" ; ctg:recipientKind "
        f"{_kind('organisation-kind', 'municipality')} .", "versterkingsgelden", "stimuleringsgelden"),
    Row(24, "against what", f"?s a ctg:FundingScheme ; ctg:targets {_kind('phenomenon', 'radicalisering')} .",
        "versterkingsgelden", "stimuleringsgelden", topical=True),
    Row(25, "knowledge building", f"?s a ctg:Measure ; ctg:measureKind {_kind('measure-kind', 'knowledge-building')} .",
        "kennisversterking", "kennisversterking"),
    Row(26, "a citation that cannot be right", f"?s a ctg:Citation ; ctg:citingPassage ?p ; ctg:resolutionStatus {_kind('resolution-status', 'suspect')}"
        " . FILTER NOT EXISTS { ?s cito:hasCitedEntity ?target }", "29 754, nr. 160", "39 512, nr. 241"),
    Row(27, "what a service cannot do", _claim("limitation", "?s ctg:claimAbout <https://w3id.org/ctgraph/id/organisation/nctv> , ?measure . "
        "?measure a ctg:Measure ."), "niet kan aansluiten bij een casusoverleg", "niet deelnemen aan een casusoverleg"),
    Row(28, "what a note says is possible", _claim("possibility", "?s ctg:claimAbout/rdf:type ctg:Law ."),
        "In uitzonderlijke gevallen", "Alleen bij hoge uitzondering"),
    Row(28, "a measure and its legal basis", "?s a ctg:Measure ; ctg:legalBasis/rdf:type ctg:Law .", "paspoortsignaleringen",
        "paspoortmaatregelen"),
    Row(29, "a response with its obstacle", "?s a ctg:Response ; ctg:givenIn ?home ; ctg:statedObstacle/ctg:claimText ?why ; "
        f"ctg:fulfilledBy/rdf:type ctg:FundingScheme ; ctg:fulfilmentStatus {_kind('fulfilment-status', 'not-fully-feasible')} .",
        "niet optimaal uitvoerbaar", "niet volledig uitvoerbaar"),
    Row(30, "a motion of two members, two requests", f"{_MOTION}ctg:asks ?one, ?two ; {_part('co-signatory')} ; ctg:inTenure ?tenure . "
        "FILTER(?one != ?two)", "Van der Plas en Michon Derkzen", "Kolstee en Zandwijk"),
    Row(31, "a response by request", "?s a ctg:Response ; ctg:respondsToRequest ?one, ?two ; ctg:fulfilledBy/rdf:type ctg:Strategy . "
        "FILTER(?one != ?two)", "aandacht in de Nationale Contraterrorisme Strategie", "aandacht in de Nationale Contraterrorisme Strategie"),
    Row(32, "a bill without a paper", f"?s a ctg:LegislativeProposal ; ctg:legislativeStatus {_kind('legislative-status', 'in-preparation')} .",
        "verhogen van het strafmaximum", "verhogen van het strafmaximum"),
    Row(33, "a study, begun and due", "?s a ctg:Study ; ctg:supervisedBy ?by ; ctg:started ?from ; ctg:due ?to ; ctg:requestedBy ?motion ; "
        "ctg:examinedMatter ?matter .", "evaluatie plaats naar", "evaluatie plaats naar"),
    Row(34, "a motion of the senate", f"{_MOTION}ctg:othersUnnamed true ; {_part('first-signatory')} ; ctg:inTenure ?tenure . "
        "FILTER(CONTAINS(STR(?tenure), \"lid-eerste-kamer\"))", "Bikker c.s.", "c.s."),
    Row(35, "results announced", "?s a ctg:Announcement ; ctg:expectedTime/ctg:edtf ?when ; ctg:claimAbout/rdf:type ctg:Study .",
        "zullen de resultaten worden opgeleverd", "zullen de resultaten worden opgeleverd"),
    Row(36, "a promise told", "?s a ctg:Commitment ; ctg:madeIn ?debate ; ctg:madeBy/rdf:type ctg:Person ; ctg:madeOn/ctg:readRelativeTo ?home .",
        "heb ik uw Kamer toegezegd", "heb ik uw Kamer toegezegd"),
    Row(37, "a series and its next edition", "?s a ctg:PublicationSeries ; ctg:recurrence \"P6M\" . ?next a ctg:Announcement ; ctg:claimAbout ?s .",
        "halfjaarlijkse rapportage uitreizigers", "halfjaarlijkse rapportage uitreizigers"),
    Row(38, "what a group is called", _claim("fact", "?s ctg:claimAbout <https://w3id.org/ctgraph/id/organisation/isis> ."),
        "terroristische organisaties zoals ISIS", "gewapende groeperingen zoals ISIS"),
    Row(39, "a visit", f"?s a ctg:Meeting ; ctg:meetingKind {_kind('meeting-kind', 'visit')} ; ctg:inState ?state ; ctg:onDate ?when ; "
        "ctg:participation/ctg:participant ?one, ?two . ?one a ctg:Person . ?two a ctg:Post .", "naar Irak", "naar Marokko"),
    Row(40, "part of a body", "?s org:subOrganizationOf <https://w3id.org/ctgraph/id/organisation/vn> .", "UNITAD, de VN", "Eurojust, een"),
    Row(41, "a standing dialogue of states", "?s a ctg:Cooperation ; ctg:partyTo ?one, ?two ; ctg:onDate ?when . FILTER(?one != ?two)",
        "«Veiligheidsdialoog»", "«Veiligheidstafel»"),
    Row(42, "what it is about", f"?s a ctg:Cooperation ; ctg:topic {_kind('phenomenon', 'uitreizigers')} .",
        "«Veiligheidsdialoog»", "«Veiligheidstafel»", topical=True),
    Row(43, "an agreement of two offices", f"?s a ctg:Cooperation ; ctg:onDate ?when ; {_part('participant')} ; ctg:participant ?one . "
        "?s ctg:participation/ctg:participant ?two . ?one a ctg:Post . ?two a ctg:Post . FILTER(?one != ?two)",
        "afspraak met de Turkse Minister", "afspraak met de Marokkaanse Minister"),
    Row(43, "each thing agreed", _claim("intention", "?s ctg:claimAbout/rdf:type ctg:Cooperation ."),
        "contextinformatie bij wordt geleverd", "gegevens vooraf worden gewist"),
    Row(43, "a paper in two dossiers", "?s ctg:dossierEntry ?main, ?other . ?main ctg:isMainDossier true . ?other ctg:isMainDossier false .",
        "29 754 en 27 925, nr. 370", "39 640 en 38 107, nr. 51"),
    Row(44, "standing practice since a year", _claim("fact", "?s ctg:validDuring/ctg:edtf ?since ; ctg:claimAbout/rdf:type ctg:Cooperation ."),
        "is sinds 2016 standaardpraktijk", "is sinds 2017 vaste praktijk"),
    Row(45, "an answer to a wish without a name", _WISH + f"ctg:fulfilledBy/rdf:type ctg:Cooperation . ?wish ctg:reviewState "
        f"{_kind('review-state', 'needs-review')} . FILTER NOT EXISTS {{ ?wish a ctg:Motion }}", "wens van uw Kamer", "wens van uw Kamer"),
    Row(47, "what goes on within the strategy", _claim("intention", "?s ctg:partOfStrategy/rdf:type ctg:Strategy ."),
        "Binnen de kaders van", "In het kader van"),
    Row(48, "a heading", "?s a ctg:Section ; ctg:sectionOf ?home .", "Internationale samenwerking", "Andere landen"),
    Row(48, "a footnote", "?s a ctg:Footnote ; ctg:noteOf ?home ; ctg:noteNumber \"9\" ; ctg:citingPassage ?p .",
        "29 754 en 27 925", "39 640 en 38 107"),
)  # fmt: skip

SILENT: Final = {
    11: "cooperation without named parties is none",
    46: "a number of motions and commitments is not a count",
}
"""Rows of which nothing is to be stated, with why."""
