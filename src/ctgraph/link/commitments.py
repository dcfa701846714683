"""Promises to a chamber: made earlier and told here (`reported`), or made here (`new`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from ctgraph.link.context import Context
from ctgraph.link.deadlines import due
from ctgraph.link.debates import LinkedDebate, at, spoken_here
from ctgraph.link.kept import is_kept
from ctgraph.link.motions import ASKING
from ctgraph.link.pledges import pledged
from ctgraph.link.promise_guards import asks, promised_part
from ctgraph.link.promise_lists import Listed, labelled, listed
from ctgraph.link.promise_places import goes_on, made_on, place_of, said_there, told_before
from ctgraph.link.spoken import Turns, later_days, promises_aloud
from ctgraph.link.wording import wording
from ctgraph.model.claims import Agent, Commitment, Ref
from ctgraph.model.mentions import PersonReference, PostReference

# Told here: "heb ik uw Kamer toegezegd", "is een brief toegezegd", "de toezegging aan uw Kamer", "heb ik gezegd: voor
# de zomer". Not the bare plural in "een aantal moties en toezeggingen".
_REPORTED = wording(
    r"toegezegd\b",
    r"zeg(?:de|den) … toe\b",
    r"zeg(?:de|den) toe\b",
    r"toezegging(?=,?\s(?:aan|die|om|tijdens|van|over|uit|in|gedaan|gekregen|gestand die)\b|\sd\.d\.|\sna\s(?!en)\w)",
    r"(?:heb|heeft|hebben|had|hadden|is|werd)(?:\s[^\s.;]+){0,20}?\sbeloofd\b",
    r"in het vooruitzicht gesteld\b",
    r"gedane toezegging\b",
    r"beloof(?:de|den)\b",
    r"zei(?:den)? … toe\b",
    r"heb ik (?:het lid|de heer|mevrouw|de leden) … gezegd dat\b",
    r"(?:is|heb ik|hebben wij) gemeld dat (?:de|uw) kamer … (?:wordt|zal)\b",
    r"heb ik gezegd\b",
    gap=10,
)
# In a list of promises that were made elsewhere: "De Minister zegt toe met de G4 te spreken"; aloud it is new.
_TELLS = wording(r"(?:minister|staatssecretaris|kabinet|regering) zegt … toe\b", gap=24)
_TOLD_BY = ("toe", "Toe", "gezegd", "beloof", "gemeld dat", "vooruitzicht")
# Made here: the paper will bring, send or tell something to the chamber it speaks to.
_TELL = (
    r"(?:informeren|informeert|informeer|rapporteren|rapporteer|meedelen|inlichten|laten weten|krijgen|krijgt|stuur"
    r"|zend|stuurt|zendt|ge[iï]nformeerd|gerapporteerd|ingelicht|berichten|bericht|toesturen|toezenden|toegezonden|toegestuurd|sturen|zenden"
    r"|aanbieden|aangeboden|gezonden|gedeeld|delen|voorleggen|voorgelegd|doen toekomen|ontvangen|ontvangt|op de hoogte)"
)
_WILL_TELL = (
    r"(?:zal|zullen|wordt|worden|ontvangt|informeert|informeer|rapporteer|rapporteert|stuur|stuurt|zend|zendt|bericht|deel"
    r"|deelt|verwacht|hoop)"
)
_TO_CHAMBER = wording(
    rf"{_WILL_TELL} … (?:uw Kamer|(?:de|deze) (?:Tweede |Eerste )?Kamer|beide Kamers|u)\b",
    rf"{_WILL_TELL} (?:uw Kamer|(?:de|deze) (?:Tweede |Eerste )?Kamer|beide Kamers|u)\b",
    r"(?:uw|de) Kamer (?:\w+ ){0,2}(?:zal|zullen|wordt|worden|ontvangt|informeer|stuur)\b",
    r"zeg(?:gen)? (?:ik|wij) … toe\b",
    r"(?:ik|wij) zeg(?:gen)? … toe\b",
    r"(?:kom|komen) … schriftelijk (?:\w+ ){0,2}terug\b",
    r"(?:kom|komen) … volgende \w+ (?:\w+ ){0,3}terug\b",
    r"u ontvangt\b",
    r"(?:voornemens|van plan) (?:om )?(?:u|uw Kamer|de Kamer)\b",
    r"ik (?:kom|ga|stuur|informeer) … (?:Kamer|brief)\b",
    gap=12,
)
# With a time to come only: "In antwoord op uw vragen doe ik u het overzicht toekomen" has been done.
_BRINGS = wording(r"doe(?:n)? (?:ik|wij) … toekomen\b", r"zal (?:ik|wij) … doen toekomen\b", gap=16)
_STRIVE = wording(
    r"streef(?:t|en)? (?:ik |wij |het kabinet )?(?:er\s?naar|naar|er)\b", r"streven (?:wij |er)\b", r"streven is\b"
)
_TELLING = wording(
    rf"{_TELL}\b",
    r"brief\b",
    r"indienen\b",
    r"in te dienen\b",
    r"indiening\b",
    r"terug\b",
    r"toe\b",
    r"toe te (?:sturen|zenden)\b",
    r"aan te bieden\b",
    r"afschrift\b",
)
_PAST = wording(
    r"(?:werd|werden|is|zijn|was|heeft|heb|hebben) … (?:aangeboden|gedeeld|geïnformeerd|toegezonden|gestuurd)\b", gap=12
)
_FUTURE_VERB = wording(
    r"(?:zal|zullen|wordt|worden|ontvangt|streef|streven|verwacht|hoop|kom|komen|zeg|zeggen"
    r"|informeert|informeer|bericht|rapporteer|rapporteert|stuur|stuurt|zend|zendt|deelt|voornemens|van plan)\b"
)
# What the paper itself does promises nothing more: "Hierbij zend ik u …".
_DONE_HERE = re.compile(
    r"(?:Hierbij|Bijgaand|Mede namens|(?:Met|In|Bij|Via|Middels|Door middel van) deze(?: brief)?|Hiermee"
    r"|In (?:antwoord|reactie) op)\b"
)
_RECEIVED_HERE = re.compile(r"\b(?:ontvangt|treft) u (?:hierbij|bijgaand)\b")
_SAID_HERE = wording(
    r"(?:bericht|meld|informeer|deel) (?:ik|wij) (?:u|uw Kamer|de Kamer)(?: mede| mee)?,?"
    r" (?:dat|als volgt|het volgende)\b",
    r"(?:in|met) deze brief\b",
)
# In a debate of what has just been promised: "Dit is een toezegging aan mevrouw Bos", in the list of the chair.
_NAMES_IT = re.compile(r"(?:Dit|Dat|Het) (?:is|betreft|was) een toezegging\b")
_BY_SENDER = re.compile(r"\b(?:ik|wij)\b", re.IGNORECASE)
_RECIPIENT = re.compile(r"\b(?:uw|de|aan uw|aan de) (?:Tweede |Eerste )?Kamer\b", re.IGNORECASE)


class Found(Struct, frozen=True):
    """A commitment's clause, clean offsets in the body."""

    start: int
    end: int
    kind: Literal["reported", "new"]


def commitments(
    context: Context, debates: Sequence[LinkedDebate], offered: Sequence[Ref], here: LinkedDebate | None = None
) -> list[Commitment]:
    """The commitments of the body in order.

    `offered` are the reports that the paper presents; `here` is the debate that it reports, in which the new ones were
    made.
    """
    made: list[Commitment] = []
    last: LinkedDebate | None = None
    entries = [] if spoken_here(context) or context.document.header.kind in ASKING else list(listed(context, debates))
    for found, entry in _with_entries(_find(context), entries):
        debate = entry.debate if entry else at(debates, *context.sentences.around(found.start))
        if debate is None and found.kind == "reported":
            debate = place_of(context, debates, found.start) or (last if goes_on(context, found.start) else None)
            debate = debate or told_before(context, debates, found.start)
        last = debate or last
        debate = here if here and found.kind == "new" else debate
        made.append(_commitment(context, found, debate, offered))
    return made


def _with_entries(found: Iterator[Found], entries: Sequence[Listed]) -> list[tuple[Found, Listed | None]]:
    """The promises with those of lists among them; what an entry of a list tells was promised there, and not here."""
    by_start = {entry.start: (Found(entry.start, entry.end, "reported"), entry) for entry in entries}
    starts = sorted(by_start)
    merged: dict[int, tuple[Found, Listed | None]] = {**by_start}
    for item in found:
        index = bisect_right(starts, item.end) - 1
        entry = by_start[starts[index]][1] if index >= 0 else None
        if entry is None or item.start >= entry.end:
            merged[item.start] = (item, None)
    return [merged[start] for start in sorted(merged)]


def _find(context: Context) -> Iterator[Found]:
    if context.document.header.kind in ASKING:
        return
    headings = {h.start for h in context.document.headings}
    turns = Turns(context) if spoken_here(context) else None
    noted = set(turns.noted()) if turns else set[tuple[int, int]]()
    later = {context.sentences.index(day) for day in later_days(context)}
    cues = [
        *context.cues["promise"],
        *(context.cues["saying"] if turns else ()),
        *(start for start, _ in noted),
    ]
    for index in sorted(later | {context.sentences.index(at_) for at_ in cues}):
        start, end = context.sentences.at(index)
        if start in headings or end - start < 12:
            continue
        found = _in_sentence(context, start, end, turns, dated=index in later)
        if found is None and (start, end) in noted:
            found = Found(start, _without_stop(context.text, end), "new")
        if found:
            yield found


def _in_sentence(context: Context, start: int, end: int, turns: Turns | None, *, dated: bool) -> Found | None:
    """The promise of a sentence, which is `dated` if it names a later time."""
    text = context.text
    words = text[start:end]
    # Plain look-ups first: most sentences hold none of these, and a pattern costs fifty times as much.
    told = _REPORTED.search(text, start, end) if any(word in words for word in _TOLD_BY) else None
    if told is None and turns is None and "zegt" in words:
        told = _TELLS.search(text, start, end)
    speaker = turns.speaker(start) if turns else ""
    if told and (speaker == "member" or (turns is not None and _NAMES_IT.match(words))):
        return None
    if turns is None and (begin := labelled(context, start)):
        return Found(begin, _without_stop(text, end), "reported")
    if told is None and said_there(context, start, end):
        return Found(start, _without_stop(text, end), "reported")
    if told:
        begin = told.start() if told.group().lower().endswith("toezegging") else start
        return Found(begin, _clause_end(context, told.end(), end), "reported")
    lowered = words.lower()
    # A question promises nothing: "Wanneer ontvangt de Kamer de evaluatie?".
    if speaker in ("member", "chair") or lowered.rstrip().endswith("?") or (turns is None and asks(lowered)):
        return None
    aloud = turns is not None and promises_aloud(context, start, end)
    brings = dated and _BRINGS.fits(lowered)
    if (
        not aloud
        and not brings
        and not _told_to_chamber(words, promised_part(lowered))
        and not pledged(lowered, dated=dated)
    ):
        return None
    return Found(start, _without_stop(text, end), "new")


def _told_to_chamber(words: str, lowered: str) -> bool:
    """Whether a sentence promises to tell the chamber something, which this paper itself does not do."""
    return _promises(words, lowered) and not _done_here(words) and not _SAID_HERE.fits(lowered)


def _done_here(words: str) -> bool:
    """Whether a sentence tells what this paper itself does: "Hierbij zend ik u …", "ontvangt u hierbij het fiche"."""
    return _DONE_HERE.match(words) is not None or _RECEIVED_HERE.search(words) is not None


def _promises(words: str, lowered: str) -> bool:
    """Whether a sentence says that the chamber will be told something."""
    speaks = any(word in words for word in ("Kamer", " u ", "U ", "zeg", "terug"))
    if not _STRIVE.fits(lowered) and not (speaks and _TO_CHAMBER.fits(lowered)):
        return False
    return _TELLING.fits(lowered) and _FUTURE_VERB.fits(lowered) and not _PAST.fits(lowered)


def _clause_end(context: Context, after: int, end: int) -> int:
    """To the sentence's end, or to the ", waarbij" or " (Kamerstuk" that leaves what was promised."""
    text = context.text
    stops = [p for word in (" en het onderzoek", "; ", " • ") if (p := text.find(word, after, end)) != -1]
    return _without_stop(text, min(stops, default=end))


def _without_stop(text: str, end: int) -> int:
    while end and text[end - 1] in " .;,:":
        end -= 1
    return end


def _commitment(context: Context, found: Found, debate: LinkedDebate | None, offered: Sequence[Ref]) -> Commitment:
    start, end = context.sentences.around(found.start)
    evidence = context.evidence(found.start, found.end, f"commitment.{found.kind}", 0.8)
    kept = found.kind == "reported" and is_kept(context, start, found.start, found.end, _REPORTED)
    met = tuple(offered) or (Ref("document", context.document.id),)
    return Commitment(
        ref=context.ref("commitment", evidence.readable),
        kind=found.kind,
        text=evidence.readable,
        state="fulfilled" if kept else "open",
        evidence=(evidence,),
        made_by=_maker(context, start, found),
        made_to=_recipient(context, start, end),
        made_in=debate.debate.ref if debate else None,
        made_on=made_on(context, found.start, debate) if found.kind == "reported" else None,
        due=None if kept else due(context, found.start, debate, new=found.kind == "new"),
        fulfilled_by=met if kept else (),
    )


def _maker(context: Context, start: int, found: Found) -> Agent | None:
    """The office named before the promise, else who says "ik": the speaker of a report, the signer of a letter.

    A promise told without "ik" ("die is gedaan tijdens het debat") binds the office; a predecessor may have made it.
    """
    posts = [v for _, v in context.between(start, found.end, PostReference)]
    if posts and not re.search(r"\b(?:ik|wij)\b", context.text[start : found.end]):
        return context.post(posts[0].name, posts[0].country)
    if not spoken_here(context):
        told = found.kind == "reported" and not _BY_SENDER.search(context.text, found.start, found.end)
        return context.sender_post if told else context.sender
    says = context.speaker(found.start)
    return context.person(says.value) if says is not None and isinstance(says.value, PersonReference) else None


def _recipient(context: Context, start: int, end: int) -> Agent | None:
    """The member to whom it was promised, else the chamber."""
    text = context.text
    for mention, value in context.between(start, end, PersonReference):
        if re.search(r"(?:aan )?(?:het lid|de heer|mevrouw) $", text[max(start, mention.start - 16) : mention.start]):
            return context.person(value)
    return context.chamber if _RECIPIENT.search(text, start, end) or not spoken_here(context) else None
