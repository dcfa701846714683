"""The words of the pages in Dutch and English, and which of the two a visitor gets."""

from __future__ import annotations

from typing import Final, Literal

from starlette.requests import Request

from ctgraph.api.negotiate import choose_language

Language = Literal["nl", "en"]
LANGUAGES: Final[tuple[Language, Language]] = ("en", "nl")
"""Both, the one first that is spoken to who wants neither."""

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "property": ("Eigenschap", "Property"),
    "value": ("Waarde", "Value"),
    "source": ("Bron", "Source"),
    "statements": ("Uitspraken", "Statements"),
    "details": ("Onderdelen", "Parts"),
    "incoming": ("Wat hierheen verwijst", "What points here"),
    "incoming-page": ("Bladzijde {page} van {pages}.", "Page {page} of {pages}."),
    "previous": ("Vorige bladzijde", "Previous page"),
    "passages": ("Bronpassages", "Source passages"),
    "offsets": ("tekens {start}–{end} van", "characters {start}–{end} of"),
    "formats": ("Ook als", "Also as"),
    "graph-title": ("Bron {name}", "Source {name}"),
    "graph-intro": (
        "Alle uitspraken uit één bron staan samen in deze graaf.",
        "All statements from one source stand together in this graph.",
    ),
    "holds": ("Wat deze bron bevat", "What this source holds"),
    "class": ("Klasse", "Class"),
    "count": ("Aantal", "Count"),
    "from": ("Waar het vandaan komt", "Where it comes from"),
    "run": ("Extractie", "Extraction"),
    "document": ("Document", "Document"),
    "digest": ("SHA-256 van de tekst", "SHA-256 of the text"),
    "version": ("Versie van de software", "Version of the software"),
    "classes": ("Klassen", "Classes"),
    "properties": ("Eigenschappen", "Properties"),
    "schemes": ("Waardelijsten", "Value lists"),
    "shapes": ("Vormen", "Shapes"),
    "name": ("Naam", "Name"),
    "meaning": ("Betekenis", "Meaning"),
    "ontology": ("De ontologie van ctgraph", "The ontology of ctgraph"),
    "ontology-what": ("Wat erin staat", "What is in it"),
    "ontology-version": ("Versie", "Version"),
    "ontology-licence": ("Licentie", "Licence"),
    "ontology-maker": ("Maker", "Creator"),
    "ontology-prior": ("Vorige versie", "Version before this"),
    "ontology-context": ("De context voor JSON-LD", "The context for JSON-LD"),
    "ontology-rules": ("De regels (SHACL) waaraan elke uitgave voldoet", "The rules (SHACL) that every release passes"),
    "core": ("De kern", "The core"),
    "core-intro": (
        "Een Kamer vraagt iets, de regering zegt wat zij ermee doet, en elke uitspraak rust op een passage. Elk vak is "
        "een klasse en elke pijl een eigenschap; van elk staat hieronder wat ermee bedoeld is.",
        "A chamber asks for something, the government says what it does about it, and every statement rests on a "
        "passage. Each box is a class and each arrow a property; what is meant by each stands below.",
    ),
    "relations": ("Verbanden van {name}", "Relations of {name}"),
    "tree": ("Soorten", "Kinds"),
    "other-label": ("Ook", "Also"),
    "under": ("Is een soort", "Is a kind of"),
    "under-property": ("Is een geval van", "Is a case of"),
    "over": ("Soorten daarvan", "Kinds of it"),
    "apart-from": ("Is nooit ook", "Is never also"),
    "properties-of": ("Eigenschappen", "Properties"),
    "led-to-by": ("Wijzen hierheen", "Lead here"),
    "domain": ("Van", "From"),
    "range": ("Naar", "To"),
    "anything": ("alles", "anything"),
    "value-list": ("Waarden uit", "Values from"),
    "example": ("Voorbeeld", "Example"),
    "note": ("Toelichting", "Note"),
    "since": ("Sinds", "Since"),
    "status": ("Status", "Status"),
    "status-testing": ("in beproeving", "testing"),
    "status-stable": ("vast", "stable"),
    "status-unstable": ("onvast", "unstable"),
    "deprecated": ("Niet meer gebruiken; gebruik", "No longer to be used; use"),
    "examples": ("Voorbeelden", "Examples"),
    "examples-intro": (
        "Een verzonnen brief, verteld in uitspraken (Turtle). Dit is de tekst van de brief; de passages waarop de "
        "uitspraken rusten, zijn hier weggelaten.",
        "A made-up letter, told in statements (Turtle). This is the text of the letter; the passages that the "
        "statements rest on are left out here.",
    ),
    "notation": ("Notatie", "Notation"),
    "values-of": ("Waarde van", "Value of"),
    "held": ("Geldig (EDTF)", "Held (EDTF)"),
    "alignments": ("Andere woordenlijsten", "Other vocabularies"),
    "alignments-intro": (
        "Hoe onze termen zich verhouden tot die van andere woordenlijsten; ook als SSSOM-tabellen in "
        "ontology/alignments. Wat niet gecontroleerd kon worden, staat er niet in.",
        "How our terms stand to those of other vocabularies; also as SSSOM tables in ontology/alignments. What could "
        "not be verified is not in them.",
    ),
    "maps-to": ("Elders", "Elsewhere"),
    "ours": ("Onze term", "Our term"),
    "theirs": ("Hun term", "Their term"),
    "how": ("Verband", "Relation"),
    "exactMatch": ("hetzelfde als", "the same as"),
    "closeMatch": ("bijna hetzelfde als", "close to"),
    "broadMatch": ("valt onder", "narrower than"),
    "narrowMatch": ("omvat", "broader than"),
    "relatedMatch": ("verwant aan", "related to"),
    "subClassOf": ("is een soort", "a kind of"),
    "subPropertyOf": ("is een geval van", "a case of"),
    "concepts": ("Waardelijsten", "Value lists"),
    "none": ("Geen resultaten.", "No results."),
    "next": ("Volgende bladzijde", "Next page"),
    "ask": ("Vraag", "Ask"),
    "query": ("Vraag in SPARQL", "Query in SPARQL"),
    "query-intro": (
        "Stel een vraag aan de hele graaf. Wat te lang duurt of te groot wordt, wordt afgebroken en zegt dat.",
        "Ask the whole graph. What takes too long or grows too large is ended, and says so.",
    ),
    "docs-intro": ("De beschrijving voor programma's staat op", "The description for programs stands at"),
    "problems": ("Foutmeldingen", "Problems"),
    "landing-title": ("Terrorismebestrijding in Kamerstukken", "Counterterrorism policy in parliamentary papers"),
    "landing-lead": (
        "Een kennisgraaf van Nederlandse stukken over terrorismebestrijding: moties, toezeggingen, wetten, "
        "dreigingsbeelden en wie wat zei. Elke uitspraak wijst terug naar de woorden waar zij op rust.",
        "A knowledge graph of Dutch papers on counterterrorism: motions, commitments, laws, threat assessments, "
        "and who said what. Every statement leads back to the words it rests on.",
    ),
    "landing-marks": (
        "Een verwijzing die niet kan kloppen blijft staan zoals zij gedrukt is, en is gemarkeerd.",
        "A reference that cannot be right stays as printed, and is marked.",
    ),
    "landing-release": ("Deze uitgave", "This release"),
    "landing-questions": ("Vragen", "Questions"),
    "landing-ways": ("Andere ingangen", "Other ways in"),
    "other-language": ("English", "Nederlands"),
    "no-release": ("Er is nog geen uitgave gebouwd.", "No release has been built yet."),
    "release": ("Uitgave", "Release"),
    "documents": ("Documenten", "Documents"),
    "quads": ("Uitspraken met hun bron", "Statements with their source"),
    "graphs": ("Bronnen", "Sources"),
    "export-title": ("Alle gegevens als bestand", "All data as files"),
    "export-intro": (
        "De bestanden van een uitgave veranderen nooit. Controleer ze met hun SHA-256.",
        "The files of a release never change. Check them by their SHA-256.",
    ),
    "no-files": ("Deze uitgave heeft hier geen bestanden.", "This release has no files here."),
    "catalogue-title": ("De dataset en waar zij te krijgen is", "The dataset and where to get it"),
    "cite": ("Citeren als", "Cite as"),
    "licence": ("Licentie", "Licence"),
    "canonical-hash": ("SHA-256 van de uitspraken", "SHA-256 of the statements"),
    "inputs": ("Wat is gelezen", "What was read"),
    "refused": ("Wat is geweigerd", "What was refused"),
    "reason": ("Reden", "Reason"),
    "file": ("Bestand", "File"),
    "bytes": ("Bytes", "Bytes"),
    "way-sparql": ("vragen in SPARQL 1.1", "queries in SPARQL 1.1"),
    "way-api": ("de REST-API, met haar beschrijving", "the REST API, with its description"),
    "way-ontology": ("de klassen en eigenschappen", "the classes and properties"),
    "way-concepts": ("de waardelijsten", "the value lists"),
    "way-export": ("alle gegevens als bestand", "all data as files"),
    "fragments-title": ("Uitspraken bij een patroon", "Statements that fit a pattern"),
    "fragments-intro": (
        "Wat leeg blijft, mag alles zijn. Programma's volgen de aanwijzingen in TriG (Quad Pattern Fragments).",
        "What stays empty may be anything. Programs follow the controls in TriG (Quad Pattern Fragments).",
    ),
    "fragments-total": ("Ongeveer {count} uitspraken.", "About {count} statements."),
    "subject": ("Onderwerp", "Subject"),
    "object": ("Waarde", "Object"),
    "feed-title": ("Wat verandert in de graaf", "What changes in the graph"),
    "feed-title-of": ("Wat verandert rond {name}", "What changes around {name}"),
    "feed-release": ("Uitgave {release}", "Release {release}"),
    "feed-first": ("De eerste uitgave.", "The first release."),
    "feed-counts": (
        "{new} nieuw, {changed} gewijzigd, {removed} vervallen.",
        "{new} new, {changed} changed, {removed} gone.",
    ),
    "feed-cut": (
        "Alleen de eerste {shown} hebben een bericht; zie het verschil tussen de uitgaven.",
        "Only the first {shown} have an entry; see the difference between the releases.",
    ),
    "feed-new": ("Nieuw", "New"),
    "feed-changed": ("Gewijzigd", "Changed"),
    "feed-removed": ("Vervallen", "Gone"),
    "feed-statements": (
        "{added} uitspraken erbij, {removed} eraf in uitgave {release}.",
        "{added} statements added, {removed} taken away in release {release}.",
    ),
}


def word(key: str, language: Language, **values: object) -> str:
    """The words under a key, with values put in their places."""
    dutch, english = _WORDS[key]
    return (dutch if language == "nl" else english).format(**values)


def language_of(request: Request) -> Language:
    """`?lang=` first, then the one of the two that Accept-Language wants more; English if it wants neither."""
    asked = request.query_params.get("lang")
    if asked not in LANGUAGES:
        asked = choose_language(request.headers.get("accept-language", ""), LANGUAGES)
    return "nl" if asked == "nl" else "en"
