"""What a paper tells of policy: announcements, studies, bills, reports that it presents, questions of members."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice, pairwise, takewhile

from ctgraph.dates import edtf
from ctgraph.link.context import Context
from ctgraph.link.debates import LinkedDebate, at
from ctgraph.link.wording import wording
from ctgraph.model.claims import (
    Announcement,
    Bill,
    Commitment,
    OfferedReport,
    Participation,
    Question,
    Ref,
    Study,
    Time,
)
from ctgraph.model.mentions import DateReference, Mention, OrganisationReference, PersonReference

# What can be announced, and what will become of it: "de resultaten … worden opgeleverd".
_THING = wording(
    r"(?:resultaten|rapport(?:age)?|wetsvoorstel(?:len)?|brief|evaluatie|onderzoek(?:srapport)?|reactie|strategie|plan"
    r"|voortgang\w*|programma|agenda|dreigingsbeeld|nota|visie|uitkomsten|wet|regeling|inventarisatie)\b",
    r"\w+(?:rapportage|rapport|brief|onderzoek|reactie|evaluatie|voorstel|plan)\b",
)
_BECOMING = (
    r"(?:opgeleverd|aangeboden|gepubliceerd|ingediend|in te dienen|indienen|gereed|afgerond|voltooid|verwacht"
    r"|toegezonden|toegestuurd|verzonden|verschijnen|volgen|gestuurd|sturen|voorgelegd|gedeeld|gepresenteerd"
    r"|vastgesteld|in werking|naar (?:de|uw) Kamer|ontvangen)\b"
)
_BECOMES = wording(
    rf"(?:zal|zullen|wordt|worden|verwacht|streef|verschijnt|volgt|komt|is|zijn|ontvangt|hoop) … {_BECOMING}",
    rf"(?:zal|zullen|wordt|worden|is|zijn) {_BECOMING}",
    r"(?:verschijnt|volgt|ontvangt|verwacht)\b",
    gap=10,
)
_CLAUSE = re.compile(r"[,;:]\s|\sen\s(?=(?:in|dit|eind|begin|medio|na|voor|vóór)\b)")

_THIS_REPORT = re.compile(r"(?:Deze|Dit|Die) (?:\w+ )?(?:rapportage|rapport|brief|voortgangsbrief)\b")

# "een evaluatie plaats naar de samenhang van …", "onderzoek naar …", "de evaluatie van de Twbmt".
_STUDY = re.compile(
    r"(?P<kind>(?:evaluatie|onderzoek|studie|verkenning|effectmeting))\b"
    r"(?:\s(?:plaats|gedaan|verricht|uitgevoerd|gestart|laten doen))?\s(?P<to>naar|van)\s(?P<about>[^,.;:()\n]{4,140})",
    re.IGNORECASE,
)
_STUDY_VERB = wording(
    r"(?:vindt|loopt|gestart|start|startte|begonnen|uitgevoerd|verricht|onder begeleiding|in opdracht|laat|laten|voert"
    r"|onderzoekt|plaats)\b"
)
_ITS_RESULTS = wording(r"(?:de|deze|die) (?:uitkomsten|resultaten)\b")
THE_STUDY = wording(r"(?:deze|de|dit|het|bovengenoemde?) (?:evaluatie|onderzoek|studie|verkenning)\b")
_GUIDED = re.compile(
    r"\b(?:onder begeleiding van|uitgevoerd door|in opdracht van|begeleid door|verricht door)\s(?:het|de)?\s?$",
    re.IGNORECASE,
)
_STARTED = wording(r"(?:gestart|begonnen|van start|start|startte|aangevangen)\b")
_RESULTS = wording(r"(?:resultaten|uitkomsten|rapport|eindrapport|opgeleverd|gereed|afgerond|voltooid)\b")

# "Een wetsvoorstel dat wordt voorbereid is het verhogen van …", "het wetsvoorstel gegevensverwerking …".
_BILL_STATUS: tuple[tuple[str, re.Pattern[str]], ...] = (
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
_BILL_NAME = re.compile(
    r"[Ww]etsvoorstel\s(?:(?:dat|die)\s[^,.;]{3,60}?(?:,\s|\s(?:is|betreft|ziet op|regelt)\s)"
    r"|(?:om|ter|tot|inzake|over|voor|dat)\s|(?=[A-Z«]))(?P<name>[^.;«»\n]{6,200})"
)

# "In bijgaande rapportage «…»", "Hierbij bied ik u het rapport … aan".
_OFFERED = re.compile(
    r"(?:bijgaande?|hierbij|bijgevoegde?|bij deze brief)\b[^.;]{0,120}?\b"
    r"(?P<kind>\w*(?:rapportage|rapport|evaluatie|dreigingsbeeld|strategie|voortgangsbrief|nota|onderzoek))\b"
    r"(?:\s«(?P<title>[^»]{3,120})»)?",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\bover\s(?:de\speriode|het\stijdvak)\s(?:van(?:af)?\s)?$|\bperiode\s(?:van(?:af)?\s)?$", re.IGNORECASE
)
_IT_COVERS = re.compile(r"(?:Zij|Deze|Dit|Het|De)\s(?:\w+\s)?(?:gaat|beslaat|betreft|ziet|bestrijkt|loopt)\b")
_UNTIL = re.compile(r"^\s(?:tot(?: en met)?|t/m|–|-)\s$")

_ASKED = re.compile(r"\b(?:vroeg|vroegen|vraagt)\s(?:(?:het lid|de leden|mevrouw|de heer)\s)?$")
_QUOTED = re.compile(r"«([^»]{8,600})»")


def announcements(
    context: Context, made: Sequence[Commitment], studied: Sequence[Study], series: Sequence[tuple[int, Ref]]
) -> list[Announcement]:
    """A named thing that will come by some time; the commitment that brings it, if it is one too.

    `series` are the series of reports that the body names, by offset.
    """
    by_sentence = {context.sentences.around(_clean(context, c))[0]: c for c in made if c.kind == "new"}
    found = []
    by_due: dict[Ref, list[Ref]] = {}
    for study in studied:
        if study.due:
            by_due.setdefault(study.due.ref, []).append(study.ref)
    for index, later in _futures(context):
        start, end = context.sentences.at(index)
        begin, stop = _clause_around(context.text, start, end, later)
        words = context.text[begin:stop]
        if not _THING.search(words) or not _BECOMES.search(words):
            begin, stop = start, end
            words = context.text[begin:stop]
        if _THING.search(words) and _BECOMES.search(words):
            made_here = _announcement(context, begin, stop, later, by_sentence.get(start))
            found.append(replace(made_here, about=_about(context, index, made_here, by_due, series)))
    return found


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
    named = (ref for _, ref in takewhile(lambda n: n[0] < end, islice(series, first, None)))
    return (*due, *dict.fromkeys(named))


def _clean(context: Context, commitment: Commitment) -> int:
    """The clean offset of a commitment's evidence, by the sentence that maps onto it."""
    wanted = commitment.evidence[0].span.start
    low, high = 0, len(context.text) - 1
    while low < high:
        middle = (low + high) // 2
        if context.body.origin(middle) < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def _futures(context: Context) -> Iterator[tuple[int, Mention]]:
    """Each sentence that names a time after the day of the paper, by its number, with the first such time."""
    written = context.document.date
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


def studies(context: Context, motions: Sequence[tuple[Mention, Ref]]) -> list[tuple[int, Study]]:
    """Studies and evaluations, each with its offset; sentences that go on about "dit onderzoek" add to it."""
    found: list[tuple[int, Study]] = []
    text = context.text
    for at_ in context.cues["study"]:
        named = _STUDY.match(text, at_)
        if named is None:
            continue
        begin = _word_start(text, named.start())
        start, end = context.sentences.around(begin)
        if not _STUDY_VERB.search(text, start, end):
            continue
        kind = text[begin : named.end("kind")].lower()
        name = f"{kind} {named['to']} {named['about'].strip()}"
        evidence = context.evidence(begin, named.end(), "study", 0.75)
        study = Study(context.ref("study", evidence.readable), name, (evidence,))
        found.append((begin, _followed(context, study, begin, motions)))
    return found


def _word_start(text: str, position: int) -> int:
    """Where the compound begins that a keyword ends: "effectonderzoek", "WODC-onderzoek"."""
    while position and (text[position - 1].isalnum() or text[position - 1] == "-"):
        position -= 1
    return position


def _followed(context: Context, study: Study, position: int, motions: Sequence[tuple[Mention, Ref]]) -> Study:
    index = context.sentences.index(position)
    stop = context.section_of(position).end
    for step in range(6):
        if index + step >= len(context.sentences):
            break
        start, end = context.sentences.at(index + step)
        goes_on = THE_STUDY.search(context.text, start, end) or _ITS_RESULTS.search(context.text, start, end)
        if start >= stop or (step and not goes_on):
            continue
        study = _described(context, study, start, end, motions)
    return study


def _described(context: Context, study: Study, start: int, end: int, motions: Sequence[tuple[Mention, Ref]]) -> Study:
    text = context.text
    for mention, value in context.between(start, end, OrganisationReference):
        if _GUIDED.search(text, max(start, mention.start - 40), mention.start):
            agent = context.knowledge.organisation(value.name, value.kind or "other")
            study = replace(study, supervised_by=agent)
    first = bisect_left(motions, start, key=lambda named: named[0].start)
    named = motions[first] if first < len(motions) else None
    asked = named[1] if named and named[0].start < end else None
    times = [context.time(m) for m, _ in context.between(start, end, DateReference)]
    written = context.document.date
    past = [t for t in times if written and t.reading.earliest and t.reading.earliest <= written]
    future = [t for t in times if written and t.reading.latest and t.reading.latest > written]
    return replace(
        study,
        requested_by=study.requested_by or asked,
        started=study.started or (past[0] if past and _STARTED.search(text, start, end) else None),
        due=study.due or (future[0] if future and _RESULTS.search(text, start, end) else None),
    )


def bills(context: Context) -> list[tuple[int, Bill]]:
    """Bills that the paper tells the state of, each with its offset; a paper of their own is not needed."""
    found: list[tuple[int, Bill]] = []
    text = context.text
    for at_ in context.cues["bill"]:
        start, end = context.sentences.around(at_)
        status = next((s for s, cue in _BILL_STATUS if cue.search(text, start, end)), None)
        named = _BILL_NAME.match(text, at_, end)
        if status is None or named is None:
            continue
        name = named["name"].strip(" ,")
        evidence = context.evidence(start, end, "bill", 0.7)
        found.append((at_, Bill(context.ref("bill", evidence.readable), name, status, (evidence,))))
    return found


def reports(context: Context) -> list[OfferedReport]:
    """Reports that a letter presents, with title and period where it gives them."""
    found = []
    for at_ in context.cues["offer"]:
        offered = _OFFERED.match(context.text, at_)
        if offered is None:
            continue
        title = offered["title"] or offered["kind"]
        start = offered.start("kind")
        evidence = context.evidence(start, offered.end(), "report.offered", 0.85)
        ref = context.ref("document", evidence.readable)
        found.append(OfferedReport(ref, title, (evidence,), _period(context, offered.end())))
    return found


def _period(context: Context, position: int) -> Time | None:
    """The period a report covers: "over de periode vanaf april 2019 tot 1 mei 2022" (tot: up to, not including)."""
    index = context.sentences.index(max(0, position - 1))
    _, end = context.sentences.at(index)
    if index + 1 < len(context.sentences) and _IT_COVERS.match(context.text, context.sentences.at(index + 1)[0]):
        _, end = context.sentences.at(index + 1)
    days = [m for m, _ in context.between(position, end, DateReference)]
    for first, second in pairwise(days):
        before = context.text[max(0, first.start - 30) : first.start]
        link = _UNTIL.match(context.text[first.end : second.start])
        if _PERIOD.search(before) and link:
            return _interval(context, first, second, "en met" in link.group() or "t/m" in link.group())
    return None


def _interval(context: Context, first: Mention, second: Mention, inclusive: bool) -> Time:
    from_, until = context.time(first).reading, context.time(second).reading
    evidence = context.evidence(first.start, second.end, "time.period", 0.9)
    last = until.edtf.split("/")[-1]
    if not inclusive and until.earliest is not None:
        last = (until.earliest - timedelta(days=1)).isoformat()
    reading = edtf.reading(f"{from_.edtf.split('/')[0]}/{last}", relative=from_.relative or until.relative)
    return Time(context.ref("time", evidence.readable), reading, evidence.readable, (evidence,))


def questions(context: Context, debates: Sequence[LinkedDebate]) -> Iterator[Question]:
    """Questions of members that the paper quotes: "vroeg het lid Ephraim (…) uw Kamer «of …»"."""
    text = context.text
    for mention, value in _questioners(context):
        start, end = context.sentences.around(mention.start)
        quoted = _QUOTED.search(text, mention.end, min(len(text), end + 400))
        if quoted is None or quoted.start() >= end:
            continue
        evidence = context.evidence(quoted.start(1), quoted.end(1), "question.quoted", 0.85)
        ref = context.ref("question", evidence.readable)
        asked_by = Participation(
            ref=context.ref("participation", f"{ref.id} {value.name}"),
            agent=context.person(value),
            role="questioner",
            of=ref,
            name_in_source=value.name,
            evidence=(context.of(mention),),
            group=context.knowledge.group(value.party) if value.party else None,
        )
        debate = at(debates, start, end)
        yield Question(ref, evidence.readable, asked_by, debate.debate.ref if debate else None, (evidence,))


def _questioners(context: Context) -> Iterator[tuple[Mention, PersonReference]]:
    for mention in context.in_body:
        if isinstance(mention.value, PersonReference):
            before = context.text[max(0, mention.start - 30) : mention.start]
            if _ASKED.search(before):
                yield mention, mention.value
