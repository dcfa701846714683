"""Promises to a chamber: made earlier and told here (`reported`), or made here (`new`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from ctgraph.construction import frozen
from ctgraph.link.context import Context
from ctgraph.link.debates import LinkedDebate, at, spoken_here
from ctgraph.link.wording import wording
from ctgraph.model.claims import Agent, Commitment, Ref, Time
from ctgraph.model.mentions import DateReference, Mention, PersonReference, PostReference

# Told here: "heb ik uw Kamer toegezegd", "is een brief toegezegd", "de toezegging aan uw Kamer", "heb ik gezegd: voor
# de zomer". Not the bare plural in "een aantal moties en toezeggingen".
_REPORTED = wording(
    r"toegezegd\b",
    r"zeg(?:de|den) … toe\b",
    r"zeg(?:de|den) toe\b",
    r"toezegging(?=,?\s(?:aan|na|die|om|tijdens|van|over|uit|in|gedaan)\b)",
    r"heb ik gezegd\b",
    gap=10,
)
# Made here: the paper will bring, send or tell something to the chamber it speaks to.
_TELL = (
    r"(?:informeren|informeer|rapporteren|rapporteer|meedelen|inlichten|laten weten|krijgen|krijgt|stuur|zend"
    r"|ge[iï]nformeerd|berichten|bericht|toesturen|toezenden|toegezonden|toegestuurd|sturen|zenden|aanbieden"
    r"|aangeboden|gedeeld|delen|voorleggen|voorgelegd|doen toekomen|ontvangen|ontvangt|op de hoogte)"
)
_WILL_TELL = r"(?:zal|zullen|wordt|worden|ontvangt|informeer|rapporteer|stuur|zend|bericht|deel|verwacht|hoop)"
_TO_CHAMBER = wording(
    rf"{_WILL_TELL} … (?:uw Kamer|de Kamer|u)\b",
    rf"{_WILL_TELL} (?:uw Kamer|de Kamer|u)\b",
    r"(?:uw|de) Kamer (?:\w+ ){0,2}(?:zal|zullen|wordt|worden|ontvangt|informeer|stuur)\b",
    r"zeg(?:gen)? (?:ik|wij) … toe\b",
    r"(?:ik|wij) zeg(?:gen)? … toe\b",
    r"(?:kom|komen) … schriftelijk (?:\w+ ){0,2}terug\b",
    r"u ontvangt\b",
    r"(?:voornemens|van plan) (?:om )?(?:u|uw Kamer|de Kamer)\b",
    r"ik (?:kom|ga|stuur|informeer) … (?:Kamer|brief)\b",
    gap=12,
)
_STRIVE = wording(r"streef(?:t|en)? (?:ik |wij |het kabinet )?(?:er\s?naar|naar|er)\b", r"streven (?:wij |er)\b")
_SPOKEN = wording(
    r"(?:zal|zullen) (?:ik|wij|we) … (?:meenemen|betrekken|nagaan|uitzoeken|terugkomen|toesturen|bekijken|bezien|doen"
    r"|laten weten|onderzoeken)\b",
    gap=12,
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
    r"afschrift\b",
)
_KEPT = wording(
    r"(?:voldoe|voldoet|voldoen|voldaan|gestand|tegemoet|hiermee|met deze brief|bij dezen|kom ik|doe ik|nakom"
    r"|bijgaand)\b"
)
# The sentence after it says that it is kept: "Met deze brief voldoe ik aan die toezegging", "Die treft u hierbij aan".
_KEPT_AFTER = wording(
    r"(?:voldoe|voldoet|voldoen|gestand|kom|doe|geef) … (?:deze|die|mijn|de) toezegging\b",
    r"(?:deze|die|de) toezegging … (?:afgedaan|gestand|voldaan|nagekomen|na)\b",
    r"(?:treft|ontvangt) u (?:hierbij|bijgaand)\b",
    r"(?:hiermee|daarmee|met deze brief) … (?:voldaan|afgedaan|gestand)\b",
)
_PAST = wording(
    r"(?:werd|werden|is|zijn|was|heeft|heb|hebben) … (?:aangeboden|gedeeld|geïnformeerd|toegezonden|gestuurd)\b", gap=12
)
_FUTURE_VERB = wording(
    r"(?:zal|zullen|wordt|worden|ontvangt|streef|verwacht|hoop|kom|komen|zeg|zeggen"
    r"|informeer|bericht|rapporteer|stuur|zend|voornemens|van plan)\b"
)
_ASKING = frozenset({"motie", "gewijzigde-motie", "amendement"})
"""Kinds of papers in which a chamber asks; nothing is promised in them."""
# What the paper itself does promises nothing more: "Hierbij zend ik u …".
_DONE_HERE = re.compile(
    r"(?:Hierbij|Bijgaand|(?:Met|In|Bij|Via|Middels|Door middel van) deze(?: brief)?|Hiermee"
    r"|In (?:antwoord|reactie) op)\b"
)
_SAID_HERE = wording(
    r"(?:bericht|meld|informeer|deel) (?:ik|wij) (?:u|uw Kamer|de Kamer)(?: mede| mee)?,?"
    r" (?:dat|als volgt|het volgende)\b",
    r"(?:in|met) deze brief\b",
)
_BY_SENDER = re.compile(r"\b(?:ik|wij)\b", re.IGNORECASE)
_CONTINUES = re.compile(r"^(?:Die|Hier|Hierop|Hierin|Hierbij|Daar|Dit|Deze|Dat|Daarbij)\b")
_RECIPIENT = re.compile(r"\b(?:uw|de|aan uw|aan de) (?:Tweede |Eerste )?Kamer\b", re.IGNORECASE)


@frozen
class Found:
    """A commitment's clause, clean offsets in the body."""

    start: int
    end: int
    kind: Literal["reported", "new"]


def commitments(context: Context, debates: Sequence[LinkedDebate], offered: Sequence[Ref]) -> list[Commitment]:
    """The commitments of the body in order. `offered` are the reports that the paper presents."""
    made: list[Commitment] = []
    last: LinkedDebate | None = None
    for found in _find(context):
        debate = at(debates, *context.sentences.around(found.start))
        if debate is None and found.kind == "reported" and _also(context, found):
            debate = last
        last = debate or last
        made.append(_commitment(context, found, debate, offered))
    return made


def _find(context: Context) -> Iterator[Found]:
    if context.document.header.kind in _ASKING:
        return
    headings = {h.start for h in context.document.headings}
    cues = [*context.cues["promise"], *(context.cues["saying"] if spoken_here(context) else ())]
    for index in sorted({context.sentences.index(at_) for at_ in cues}):
        start, end = context.sentences.at(index)
        if start in headings or end - start < 12:
            continue
        found = _in_sentence(context, start, end)
        if found:
            yield found


def _in_sentence(context: Context, start: int, end: int) -> Found | None:
    text = context.text
    words = text[start:end]
    # Plain look-ups first: most sentences hold none of these, and a pattern costs fifty times as much.
    told = _REPORTED.search(text, start, end) if "toe" in words or "Toe" in words or "gezegd" in words else None
    if told:
        begin = told.start() if told.group().lower() == "toezegging" else start
        return Found(begin, _clause_end(context, told.end(), end), "reported")
    lowered = words.lower()
    if not _promises(context, words, lowered) or _DONE_HERE.match(words) or _SAID_HERE.fits(lowered):
        return None
    return Found(start, _without_stop(text, end), "new")


def _promises(context: Context, words: str, lowered: str) -> bool:
    """Whether a sentence says that the chamber will be told something, or what a speaker will do."""
    speaks = any(word in words for word in ("Kamer", " u ", "U ", "zeg", "terug"))
    if _STRIVE.fits(lowered) or (speaks and _TO_CHAMBER.fits(lowered)):
        telling = _TELLING.fits(lowered) and _FUTURE_VERB.fits(lowered)
        return telling and not _PAST.fits(lowered)
    return spoken_here(context) and _SPOKEN.fits(lowered)


def _clause_end(context: Context, after: int, end: int) -> int:
    """To the sentence's end, or to the ", waarbij" or " (Kamerstuk" that leaves what was promised."""
    text = context.text
    stops = [p for word in (" en het onderzoek", "; ", " • ") if (p := text.find(word, after, end)) != -1]
    return _without_stop(text, min(stops, default=end))


def _without_stop(text: str, end: int) -> int:
    while end and text[end - 1] in " .;,:":
        end -= 1
    return end


def _also(context: Context, found: Found) -> bool:
    start, end = context.sentences.around(found.start)
    return re.match(r"(?:Ook|Tevens|Daarnaast|Voorts|Verder|Hierbij)\b", context.text[start:end]) is not None


def _commitment(context: Context, found: Found, debate: LinkedDebate | None, offered: Sequence[Ref]) -> Commitment:
    start, end = context.sentences.around(found.start)
    evidence = context.evidence(found.start, found.end, f"commitment.{found.kind}", 0.8)
    kept = found.kind == "reported" and _is_kept(context, start, found)
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
        made_on=_made_on(context, found, debate),
        due=None if kept else _due(context, found, debate),
        fulfilled_by=met if kept else (),
    )


def _is_kept(context: Context, start: int, found: Found) -> bool:
    """Whether the promise's sentence, or one of the two after it, says that it is kept with this paper."""
    if _KEPT.search(context.text, start, found.end):
        return True
    index = context.sentences.index(found.start)
    section_end = context.section_of(found.start).end
    for step in (1, 2):
        if index + step >= len(context.sentences):
            return False
        begin, end = context.sentences.at(index + step)
        if begin >= section_end or _REPORTED.search(context.text, begin, end):
            return False
        if _KEPT_AFTER.search(context.text, begin, end):
            return True
    return False


def _made_on(context: Context, found: Found, debate: LinkedDebate | None) -> Time | None:
    return debate.debate.time if debate and found.kind == "reported" else None


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


def _due(context: Context, found: Found, debate: LinkedDebate | None) -> Time | None:
    """The time in the promise that is not the debate's; else the one in the sentences that go on about it."""
    index = context.sentences.index(found.start)
    start, end = context.sentences.at(index)
    own = _later_than(context, start, end, debate)
    if own is not None:
        return context.time(own)
    if found.kind == "new":
        return _time_before(context, index)
    for step in (1, 2):
        if index + step >= len(context.sentences):
            return None
        begin, stop = context.sentences.at(index + step)
        if not _CONTINUES.match(context.text[begin:stop]):
            return None
        later = _later_than(context, begin, stop, None)
        if later is not None:
            return context.time(later)
    return None


def _time_before(context: Context, index: int) -> Time | None:
    """ "… worden opgeleverd. Vanzelfsprekend worden de resultaten gedeeld": the time of the sentence before it."""
    if index == 0:
        return None
    words = {w for w in re.findall(r"\w{6,}", context.text[slice(*context.sentences.at(index))].lower())}
    begin, stop = context.sentences.at(index - 1)
    shared = words & set(re.findall(r"\w{6,}", context.text[begin:stop].lower()))
    later = _later_than(context, begin, stop, None) if shared else None
    return context.time(later) if later else None


def _later_than(context: Context, start: int, end: int, debate: LinkedDebate | None) -> Mention | None:
    """The last time of a sentence that lies after the paper's date and is not the debate's day."""
    written = context.document.date
    for mention, value in reversed(list(context.between(start, end, DateReference))):
        if debate is not None and debate.mention.start <= mention.start < debate.mention.end:
            continue
        latest = value.reading.latest
        if written is None or latest is None or latest > written:
            return mention
    return None
