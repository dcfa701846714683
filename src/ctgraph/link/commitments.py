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
from ctgraph.link.promise_lists import Listed, labelled, listed, promised_elsewhere
from ctgraph.link.promise_places import last_place, made_on, names_debate, place_of, said_there, told_before
from ctgraph.link.spoken import Turns, chair_tells, dated_later, later_days, promises_aloud
from ctgraph.link.told_promises import REPORTED, told, told_by_member
from ctgraph.link.wording import unstopped, wording
from ctgraph.model.claims import Agent, Commitment, Ref
from ctgraph.model.mentions import PersonReference, PostReference

# Made here: the paper will bring, send or tell something to the chamber it speaks to.
_TELL = (
    r"(?:informeren|informeert|informeer|rapporteren|rapporteer|meedelen|inlichten|laten weten|krijgen|krijgt|stuur"
    r"|zend|stuurt|zendt|ge[iï]nformeerd|gerapporteerd|ingelicht|berichten|bericht|toesturen|toezenden|toegezonden|toegestuurd|sturen|zenden"
    r"|aanbieden|aangeboden|gezonden|gestuurd|verzonden|verstuurd"
    r"|gedeeld|delen|voorleggen|voorgelegd|doen toekomen|ontvangen|ontvangt|op de hoogte)"
)
_WILL_TELL = (
    r"(?:zal|zullen|wordt|worden|ontvangt|informeert|informeer|rapporteer|rapporteert|stuur|stuurt|zend|zendt|bericht|deel"
    r"|deelt|verwacht|hoop|laat)"
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
    r"|informeert|informeer|bericht|rapporteer|rapporteert|stuur|stuurt|zend|zendt|deelt|laat|voornemens|van plan)\b"
)
# What the paper itself does promises nothing more: "Hierbij zend ik u …".
_DONE_HERE = re.compile(
    r"(?:Hierbij|Hieronder|Bijgaand|Mede namens|(?:Met|In|Bij|Via|Middels|Door middel van) deze(?: brief)?|Hiermee"
    r"|In (?:antwoord|reactie) op|(?:Thans|Nu) (?:zend|stuur|bied|informeer|ontvangt))\b"
)
_RECEIVED_HERE = re.compile(r"\b(?:ontvangt|treft) u (?:hierbij|bijgaand)\b")
# "In verband met het reces ontvangt u deze brief nu" tells of this letter too.
_SENDS = r"(?:ontvangt|ontvangen|zend|zenden|stuur|sturen|bied|bieden|doe)"
_SAID_HERE = wording(
    r"(?:bericht|meld|informeer|deel) (?:ik|wij) (?:u|uw Kamer|de Kamer)(?: mede| mee)?,?"
    r" (?:dat|als volgt|het volgende)\b",
    r"(?:in|met) deze brief\b",
    rf"{_SENDS} (?:\w+ ){{0,4}}(?:deze \w*(?:brief|reactie|rapportage|nota)|dit \w*(?:verslag|overzicht|rapport))\b",
)
# In a debate of what has just been promised: "Dit is een toezegging aan mevrouw Bos", in the list of the chair.
_NAMES_IT = re.compile(r"(?:Dit|Dat|Het) (?:is|betreft|was) een toezegging\b")
# In a list of promises, without an article: "Kamer wordt geïnformeerd", "Kamer krijgt in maart de resultaten".
_NOTED = re.compile(r"\bkamer (?:wordt|ontvangt|krijgt|informeren)\b")
_BY_SENDER = re.compile(r"\b(?:ik|wij)\b", re.IGNORECASE)
_RECIPIENT = re.compile(r"\b(?:uw|de|aan uw|aan de) (?:Tweede |Eerste )?Kamer\b", re.IGNORECASE)


_SHORTEST = 12
"""Characters of the shortest clause that promises something."""


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
    turns = Turns(context) if spoken_here(context) else None
    entries = [] if turns or context.document.header.kind in ASKING else list(listed(context, debates))
    for found, entry in _with_entries(_find(context, turns), entries):
        debate = entry.debate if entry else at(debates, *context.sentences.around(found.start))
        if debate is None and found.kind == "reported":
            debate = place_of(context, debates, found.start) or last_place(context, debates, last, made, found.start)
            debate = debate or told_before(context, debates, found.start)
        # What the chair tells of without another debate was promised in this one.
        by_chair = debate is None and turns is not None and turns.speaker(found.start) == "chair"
        debate = here if here and (found.kind == "new" or by_chair) else debate
        last = debate if found.kind == "reported" and debate else last
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


def _find(context: Context, turns: Turns | None) -> Iterator[Found]:
    if context.document.header.kind in ASKING:
        return
    headings = {h.start for h in context.document.headings}
    noted = set(turns.noted()) if turns else set[tuple[int, int]]()
    later = {context.sentences.index(day) for day in later_days(context)}
    cues = [
        *context.cues["promise"],
        *(context.cues["saying"] if turns else ()),
        *(start for start, _ in noted),
    ]
    for index in sorted(later | {context.sentences.index(at_) for at_ in cues}):
        start, end = context.sentences.at(index)
        if start in headings or end - start < _SHORTEST:
            continue
        if (start, end) in noted:
            found: Found | None = Found(start, _without_stop(context.text, end), "new")
        else:
            found = _in_sentence(context, start, end, turns, dated=index in later)
        if found:
            yield found


def _in_sentence(context: Context, start: int, end: int, turns: Turns | None, *, dated: bool) -> Found | None:
    """The promise of a sentence, which is `dated` if it names a later time."""
    text = context.text
    speaker = turns.speaker(start) if turns else ""
    if speaker == "member":
        return _by_member(context, start, end)
    before = told(text, start, end, aloud=turns is not None)
    if before and turns is not None and _NAMES_IT.match(text[start:end]):
        return None
    if turns is None and (begin := labelled(context, start)):
        return Found(begin, _without_stop(text, end), "reported")
    if before is None and said_there(context, start, end):
        return Found(start, _without_stop(text, end), "reported")
    if before:
        return Found(before.begin, _clause_end(context, before.after, end), "reported")
    if speaker == "chair":
        return Found(start, _without_stop(text, end), "new") if chair_tells(text[start:end]) else None
    return _made_here(context, start, end, turns, dated=dated)


def _by_member(context: Context, start: int, end: int) -> Found | None:
    """What a member tells that was promised in an earlier debate, which the sentence names."""
    if not names_debate(context, start, end) or not told_by_member(context.text[start:end]):
        return None
    return Found(start, _without_stop(context.text, end), "reported")


def _made_here(context: Context, start: int, end: int, turns: Turns | None, *, dated: bool) -> Found | None:
    """The promise that a sentence makes, or its clause behind a semicolon: "Zij is in uitvoering; u ontvangt …"."""
    text = context.text
    lowered = unstopped(text[start:end].lower())
    # A question promises nothing: "Wanneer ontvangt de Kamer de evaluatie?".
    if lowered.rstrip().endswith("?") or (turns is None and asks(lowered)):
        return None
    listed_there = turns is None and promised_elsewhere(context, start)
    aloud = turns is not None and promises_aloud(context, start, end)
    if aloud or (listed_there and _NOTED.search(lowered)) or _promised(text[start:end], lowered, dated=dated):
        return Found(start, _without_stop(text, end), "reported" if listed_there else "new")
    behind = text.find("; ", start, end) + 2
    if turns is not None or behind < start + 2 or end - behind < _SHORTEST:
        return None
    return _made_here(context, behind, end, turns, dated=dated_later(context, behind, end))


def _promised(words: str, lowered: str, *, dated: bool) -> bool:
    """Whether a sentence says that something will be brought, sent or told, or done by a later time."""
    if (dated and _BRINGS.fits(lowered)) or pledged(lowered, dated=dated):
        return True
    return _told_to_chamber(words, promised_part(lowered))


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
    kept = found.kind == "reported" and is_kept(context, start, found.start, found.end, REPORTED)
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
    person = says.value if says is not None else None
    # What a member tells was promised by another.
    if not isinstance(person, PersonReference) or (found.kind == "reported" and not person.office):
        return None
    return context.person(person)


def _recipient(context: Context, start: int, end: int) -> Agent | None:
    """The member to whom it was promised, else the chamber."""
    text = context.text
    for mention, value in context.between(start, end, PersonReference):
        if re.search(r"(?:aan )?(?:het lid|de heer|mevrouw) $", text[max(start, mention.start - 16) : mention.start]):
            return context.person(value)
    return context.chamber if _RECIPIENT.search(text, start, end) or not spoken_here(context) else None
