"""What a paper announces: things that will come by some time, and bills whose state it tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from ctgraph.link.context import Context
from ctgraph.link.debates import spoken_here
from ctgraph.link.events import may_announce, takes_place
from ctgraph.link.motions import ASKING
from ctgraph.link.spoken import Turns
from ctgraph.link.wording import Wording, unstopped, wording
from ctgraph.model.claims import (
    Announcement,
    Bill,
    Commitment,
    Ref,
    Study,
)
from ctgraph.model.mentions import DateReference, Mention

# What can be announced, and what will become of it: "de resultaten … worden opgeleverd".
_THING = wording(
    r"(?:resultaten|rapport(?:age)?|wetsvoorstel(?:len)?|brief|evaluatie|onderzoek(?:srapport)?|reactie|strategie|plan"
    r"|voortgang\w*|programma|agenda|dreigingsbeeld|nota|visie|uitkomsten|wet|regeling|inventarisatie|besluit|pilot|proef"
    r"|inwerkingtreding|monitor|meting|consultatie|voorstel(?:len)?|ontwerp|advies|publicatie|oriëntatie|aanbevelingen|campagne"
    r"|overzicht|analyse|akkoord|richtsnoeren|standpunt|kader|cijfers|audit|toets"
    r"|maatregel van bestuur|handreiking|werkinstructie|leidraad)\b",
    r"\w+(?:verslag|rapportage|rapport|brief|onderzoek|reactie|evaluatie|voorstel|plan|meting|consultatie|wijziging|besluit)\b",
)
_BECOMING = (
    r"(?:opgeleverd|aangeboden|gepubliceerd|ingediend|in te dienen|indienen|gereed|afgerond|voltooid|verwacht"
    r"|toegezonden|toegestuurd|verzonden|verschijnen|volgen|gestuurd|sturen|voorgelegd|gedeeld|gepresenteerd"
    r"|vastgesteld|genomen|beschikbaar|bekend|in (?:internet)?consultatie|voorzien|in werking(?!\sgetreden)"
    r"|naar (?:de|uw) Kamer|ontvangen|voorgehangen)\b"
)
_BECOMES = wording(
    r"(?:zal|zullen|wordt|worden|verwacht|streef|verschijnt|volgt|komt|komen|gaat|gaan|is|zijn|ontvangt|hoop) … "
    + _BECOMING,
    rf"(?:zal|zullen|wordt|worden|is|zijn) {_BECOMING}",
    rf"{_BECOMING} (?:zal|zullen|wordt|worden|is|zijn|komt|komen|gaat|gaan)\b",
    r"(?:verschijnt|verschijnen|volgt|ontvangt|verwacht|start|starten|begint|beginnen|eindigt)\b",
    r"(?:treedt|treden) … in werking\b",
    r"(?:vindt|vinden) … plaats\b",
    r"(?:presenteert|publiceert|rapporteert)\b",
    r"brengt … uit\b",
    r"komt … met\b",
    r"stelt … vast\b",
    r"levert … op\b",
    r"rondt … af\b",
    r"(?:zal|zullen) … (?:presenteren|publiceren|uitbrengen|opleveren|afronden)\b",
    gap=10,
)
_WHEN_DUE = (
    r"(?:uiterlijk |voor |vóór |in |na |rond )?(?:eind|begin|medio|(?:het|dit) (?:najaar|voorjaar|\w*reces|jaar)"
    r"|de (?:zomer|herfst|winter)|het (?:eerste|tweede|derde|vierde)|de loop van|januari|februari|maart|april|mei|juni"
    r"|juli|augustus|september|oktober|november|december|\d{1,2} \w+|\d{4}|(?:volgend|komend|dit) \w*jaar)\b"
)
# Whose verb says what will come: "De Inspectie rapporteert daar vóór het reces over", "dat wordt in maart verwacht".
_BY_ITSELF = wording(
    r"rapporteert\b",
    r"(?:zal|zullen) … rapporteren\b",
    r"(?:dat|dit|die) (?:wordt|worden) … verwacht\b",
    r"(?:verwacht|verwachten|hoop|hopen|streef|streeft|streven) … "
    r"(?:in te dienen|aanhangig te maken|voor te hangen|af te ronden|op te leveren|te publiceren"
    r"|uit te brengen)\b",
    r"(?:\w*verslag|\w*rapport(?:age)?|\w*evaluatie|\w*reactie|\w*advies|\w*voorstel|\w*brief) … (?:komt|komen) "
    r"(?:naar verwachting )?(?:in|dit|eind|begin|medio|(?:na|voor|vóór) (?:de zomer|het \w*reces|\d))\b",
    r"(?:dat|dit) gebeurt (?:met ingang van|vanaf|per)\b",
    # "De resultaten komen medio 2016". Not "De resultaten komen in de buurt".
    r"(?:resultaten|uitkomsten|cijfers|aanbevelingen|conclusies|antwoorden|reacties|\w*evaluatie|\w*onderzoek|\w*advies"
    r"|\w*plan|\w*nota) (?:komt|komen|volgt|volgen) "
    rf"(?:er |pas |dan |naar verwachting |nog |volgens (?:de|het|zijn|haar) \w+ ){{0,2}}{_WHEN_DUE}",
    r"(?:afronding|oplevering|publicatie|indiening|invoering) (?:wordt )?(?:verwacht )?"
    r"(?:in|voor|vóór|begin|eind|medio|voorjaar|najaar|zomer)\b",
    gap=16,
)
# What the sender brings by that time is promised, and announced as well: "Het wetsvoorstel zend ik in mei aan de Raad".
_BRING = (
    r"(?:zend|zenden|stuur|sturen|dien|dienen|leg|leggen|stel|stellen|publiceer|publiceren|breng|brengen|bied|bieden"
    r"|rond|ronden|start|starten|maak|maken|presenteer|presenteren|actualiseer|evalueer|verleng|wijzig|pas|passen)"
)
_BRINGS = wording(
    rf"{_BRING} (?:ik|wij)\b", rf"(?:ik|wij) {_BRING}\b", r"(?:zal|zullen) (?:ik|wij)\b", r"(?:ik|wij) (?:zal|zullen)\b"
)
# To tell of a thing does not bring it: "Ik zal uw Kamer dit najaar informeren over de resultaten".
_ONLY_TELLS = re.compile(r"\b(?:informe|bericht|rapporte)(?:er|ren|en)?\b")
# A clause that a verb opens has its subject before an aside: "De analyse, te maken door het WODC, komt in mei".
_WITHOUT_SUBJECT = re.compile(
    r"(?:is|zijn|wordt|worden|komt|komen|zal|zullen|gaat|gaan|start|begint|verschijnt|volgt|treedt|treden|vindt"
    r"|vinden|opent|eindigt)\b"
)
# What a law says of itself is its text, and no announcement: "Deze wet treedt in werking met ingang van …".
_LAW_TEXT = re.compile(
    r"(?:deze (?:rijks)?wet|dit besluit|deze regeling|dit artikel|artikel \w+) (?:treedt|treden|vervalt)\b"
    r"|indien het staatsblad\b"
)
_OF_MOTION = ("overwegende", "constaterende", "verzoekt", "van mening", "roept ")
"""How the clauses of a motion begin, which announce nothing of what they consider or ask."""
_CLAUSE = re.compile(r"[,;:]\s|\s?\|\s|\sen\s(?=(?:in|dit|eind|begin|medio|na|voor|vóór)\b)")

_THIS_REPORT = re.compile(r"(?:Deze|Dit|Die) (?:\w+ )?(?:rapportage|rapport|brief|voortgangsbrief)\b")

# "Een wetsvoorstel dat wordt voorbereid is het verhogen van …", "het wetsvoorstel gegevensverwerking …".
_BILL_STATUS: tuple[tuple[str, Wording], ...] = (
    (
        "in-preparation",
        wording(r"voorbereid", r"in voorbereiding", r"opgesteld", r"werk(?:t|en)? … aan een wetsvoorstel"),
    ),
    ("in-consultation", wording(r"\w*consultatie\b")),
    (
        "at-council-of-state",
        wording(r"advies … Raad van State", r"Raad van State … advies", r"aanhangig … Raad van State"),
    ),
    ("adopted", wording(r"(?:aangenomen|aanvaard)\b")),
    ("submitted", wording(r"(?:ingediend|aanhangig)\b")),
    ("announced", wording(r"in te dienen", r"indienen", r"komt er", r"aangekondigd", r"zal\b")),
)
# Where the name of a bill ends and the paper goes on about it: " (Kamerstuk", ", dat", " zal", " wordt".
_BILL_END = re.compile(
    r"\s\((?=Kamerstuk|\d\d\s?\d{3}|hierna)|,\s(?=(?:dat|die|waar\w*|welke|zodat|is|zijn|wordt|zal|en\s(?:dat|ik|het)\b)\b)"
    r"|\sen\s(?=(?:ik|wij|dat|verwacht|streef|hoop|zal|wordt|worden|kom|ga|zend|stuur|bied|informeer)\b)"
    r"|\s(?=(?:is|wordt|zal|ligt|heeft|kan|komt|gaat|treedt|beoogt|voorziet|werd|zijn)\s)"
)
_CLAUSE_REACH = 160
# A name that is a clause holds verbs: "waarmee dit strafbaar wordt gesteld", "dat de Minister kan verbieden".
_BILL_CLAUSE = re.compile(r"(?:dat|die|waar(?:mee|in|door))\s(?P<clause>[^.,;(]+?)(?=[.,;]|\s\(|\sen\sdat\s|$)")
_BILL_NAME = re.compile(
    r"[Ww]etsvoorstel\s(?:(?:dat|die)\s[^,.;]{3,60}?(?:,\s|\s(?:is|betreft|ziet op|regelt)\s)"
    r"|(?:om|ter|tot|inzake|over|voor|dat)\s|(?=waar(?:mee|in|door)\s)|(?=[A-Z«])|(?=(?!(?:is|ligt|wordt|zal|dat|die|en|of|te)\s)[a-z]+\s))"
    r"(?P<name>[^.;«»\n]{6,200}?)"
    r"(?=(?:\s(?:is|ligt|wordt|zal) (?:\w+ ){0,3}(?:in|bij|voor|momenteel|thans|naar|op|inmiddels|aanhangig|ingediend|"
    r"aangenomen|aanvaard|voorbereid|ingetrokken)\b)|[.;«»\n]|$)"
)


def announcements(
    context: Context, made: Sequence[Commitment], studied: Sequence[Study], series: Sequence[tuple[int, Ref]]
) -> list[Announcement]:
    """A named thing that will come by some time; the commitment that brings it, if it is one too.

    What a member of the chamber says in a debate is no plan of who could carry it out.

    `series` are the series of reports that the body names, by offset.
    """
    placed = ((context.clean(c.evidence[0].span.start), c) for c in made if c.kind == "new")
    by_sentence = {context.sentences.around(at)[0]: c for at, c in placed}
    found = []
    by_due: dict[Ref, list[Ref]] = {}
    for study in studied:
        if study.due:
            by_due.setdefault(study.due.ref, []).append(study.ref)
    turns = Turns(context) if spoken_here(context) else None
    for index, later in () if context.document.header.kind in ASKING else _futures(context):
        start, end = context.sentences.at(index)
        begin, stop = _clause_around(context.text, start, end, later)
        if context.text.startswith(_OF_MOTION, begin):
            continue
        if (turns and turns.speaker(start) == "member") or not may_announce(context.text[start:end].lower()):
            continue
        told = _announces(context.text[begin:stop])
        # A relative clause before it may hold what announces nothing: "De regeling, die is ontraden, gaat in mei open".
        if not told or _WITHOUT_SUBJECT.match(context.text, begin):
            begin, stop = start, end
            told = told or _announces(context.text[begin:stop])
        if told:
            made_here = _announcement(context, begin, stop, later, by_sentence.get(start))
            found.append(replace(made_here, about=_about(context, index, made_here, by_due, series)))
    return found


def _announces(words: str) -> bool:
    """Whether words name a thing and say that it will come, or tell what will take place."""
    # "De agenda luidt als volgt" follows here.
    lowered = unstopped(words.lower().replace("als volgt", ""))
    named = (_THING.fits(lowered) and _BECOMES.fits(lowered)) or _BY_ITSELF.fits(lowered)
    named = named or takes_place(lowered)
    named = named or (_THING.fits(lowered) and _BRINGS.fits(lowered) and _ONLY_TELLS.search(lowered) is None)
    return named and not _LAW_TEXT.match(lowered)


def _about(
    context: Context,
    index: int,
    made: Announcement,
    studied: Mapping[Ref, Sequence[Ref]],
    series: Sequence[tuple[int, Ref]],
) -> tuple[Ref, ...]:
    """The study whose results are due then, or the series named in the sentence or just before "Deze rapportage"."""
    due = studied.get(made.expected.ref, ()) if made.expected else ()
    start, end = context.sentences.at(index)
    if index and _THIS_REPORT.match(context.text, start):
        start = context.sentences.at(index - 1)[0]
    first = bisect_left(series, start, key=lambda named: named[0])
    last = bisect_left(series, end, lo=first, key=lambda named: named[0])
    return (*due, *dict.fromkeys(ref for _, ref in series[first:last]))


def _futures(context: Context) -> Iterator[tuple[int, Mention]]:
    """Each sentence that names a time after the day of the paper, by its number, with the first such time."""
    written = context.day
    last = -1
    for mention, value in context.between(0, len(context.text), DateReference):
        latest = value.reading.latest
        if written is None or latest is None or latest <= written:
            continue
        index = context.sentences.index(mention.start)
        if index != last:
            last = index
            yield index, mention


def _clause_around(text: str, start: int, end: int, at_: Mention) -> tuple[int, int]:
    begin, stop = start, end
    for boundary in _CLAUSE.finditer(text, start, end):
        if boundary.end() <= at_.start:
            begin = boundary.end()
        elif boundary.start() >= at_.end:
            stop = boundary.start()
            break
    while stop > begin and text[stop - 1] in " .;,":
        stop -= 1
    return begin, stop


def _announcement(
    context: Context, begin: int, stop: int, later: Mention, commitment: Commitment | None
) -> Announcement:
    while stop > begin and context.text[stop - 1] in " .;,":
        stop -= 1
    evidence = context.evidence(begin, stop, "announcement", 0.75)
    ref = context.ref("claim", evidence.readable)
    return Announcement(
        ref, evidence.readable, (evidence,), context.time(later), commitment.ref if commitment else None
    )


def bills(context: Context) -> list[tuple[int, Bill]]:
    """Bills that the paper tells the state of, each with its offset; a paper of their own is not needed."""
    found: list[tuple[int, Bill]] = []
    text = context.text
    statuses: dict[int, str] = {}
    for at_ in context.cues["bill"]:
        start, end = context.sentences.around(at_)
        named = _BILL_NAME.match(text, at_, end)
        if named is None:
            continue
        # Once a sentence: a sentence may be as long as a text, and name as many bills.
        if start not in statuses:
            statuses[start] = next((s for s, cue in _BILL_STATUS if cue.search(text, start, end)), "")
        status = statuses[start]
        if not status:
            continue
        name = _bill_name(text, named)
        evidence = context.evidence(start, end, "bill", 0.7)
        found.append((at_, Bill(context.ref("bill", evidence.readable), name, status, (evidence,))))
    return found


def _bill_name(text: str, named: re.Match[str]) -> str:
    """What a bill is called, or the clause that tells what it does; without what the paper goes on to say of it."""
    clause = _BILL_CLAUSE.match(text, named.start("name"), named.end("name") + _CLAUSE_REACH)
    if clause:
        return clause["clause"].strip(" ,.")
    return _BILL_END.split(named["name"], maxsplit=1)[0].strip(" ,")
