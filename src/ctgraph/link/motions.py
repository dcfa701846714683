"""Which motion a mention means: its own paper, found in the bracket, the footnote or the words behind it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ctgraph.identifiers import parse_paper
from ctgraph.link import motion_words as words
from ctgraph.link.context import Context
from ctgraph.link.discussed import Discussed
from ctgraph.link.footnotes import Support, note_key
from ctgraph.link.knowledge import surnames
from ctgraph.link.motion_names import named, spread, who
from ctgraph.link.told_motions import addressed, number_below, owners
from ctgraph.model.claims import Ref
from ctgraph.model.mentions import (
    DebateReference,
    Mention,
    MotionReference,
    PaperReference,
    PolicyReference,
    Value,
)


class LinkedMention(Struct, frozen=True):
    """A motion mention with its value completed, and the motion that it means (None for the generic word)."""

    mention: Mention
    value: MotionReference
    motion: Ref | None
    afar: bool = False
    """Whether it means a motion of an earlier section: "Aan genoemde motie wordt uitvoering gegeven"."""


class _Number(Struct, frozen=True):
    paper: str = ""
    replaces: str = ""
    other: tuple[str, ...] = ()


_REMEMBERED = 200
"""Mentions before "uw motie" among which it is looked for."""
ASKING = frozenset({"motie", "gewijzigde-motie", "amendement"})
"""Kinds of papers in which a chamber asks; nothing is promised or answered in them."""


class MotionLinker:
    """Links the motion mentions of one document; `completed` and `suspect` come from the citations."""

    def __init__(
        self,
        context: Context,
        completed: Mapping[int, PaperReference],
        supported: Mapping[str, Support],
        suspect: frozenset[str],
    ) -> None:
        self._context = context
        self._completed = completed
        self._supported = supported
        self._suspect = suspect
        self._refs: dict[tuple[str, tuple[str, ...]], Ref] = {}
        self._motions = list(context.between(0, len(context.text), MotionReference))
        self._discussed = Discussed(context)

    def link(self) -> list[LinkedMention]:
        """All motion mentions of the body, in order, anaphora after their antecedents."""
        full = [(mention, self._numbered(mention, value)) for mention, value in self._motions if value.form == "full"]
        full = named(spread(full, self._suspect))
        full = named([(mention, self._owned(mention, value)) for mention, value in full])
        linked = {id(m): LinkedMention(m, v, self._ref(v)) for m, v in full}
        return self._anaphora(linked)

    def _owned(self, mention: Mention, value: MotionReference) -> MotionReference:
        """A motion without submitters is whose the words before it say: "zijn motie op stuk nr. 346"."""
        whose = () if value.submitters else owners(self._context, mention)
        return replace(value, submitters=whose) if whose else value

    def _numbered(self, mention: Mention, value: MotionReference) -> MotionReference:
        number = self._number(mention, value)
        return replace(
            value,
            paper=number.paper,
            replaces=number.replaces,
            not_papers=number.other,
            doubted=number.paper in self._suspect,
        )

    def _number(self, mention: Mention, value: MotionReference) -> _Number:
        context = self._context
        if value.paper.startswith("nr-"):
            return _Number(self._in_dossier(mention, value.paper.removeprefix("nr-")))
        inside = next((v.ids[0] for _, v in self._papers(mention.start, mention.end)), "")
        if inside and mention.rule == "motion.by-paper":
            return _Number(inside)
        if self._is_own(mention):
            return _Number(context.document.id)
        if mention.rule == "motion.read-aloud":
            below = number_below(context, mention, self._next(mention, len(context.text)))
            return _Number(self._completed.get(id(below), below).ids[0] if below else "")
        behind = self._behind(mention)
        if behind.paper:
            return behind
        sub = words.ITS_NUMBER.match(context.text, mention.end) if mention.rule == "motion.several" else None
        told = self._in_dossier(mention, sub[1]) if sub else ""
        return replace(behind, paper=told or self._noted(mention) or self._before(mention) or self._below(mention))

    def _is_own(self, mention: Mention) -> bool:
        """The heading of a motion's own paper: "MOTIE VAN HET LID HIDDEMA"."""
        header = self._context.document.header
        printed = self._context.text[mention.start : mention.end]
        title = unicodedata.normalize("NFC", header.title)
        return header.kind.endswith("motie") and printed.isupper() and printed in title

    def _in_dossier(self, mention: Mention, sub: str) -> str:
        """ "op stuk nr. 346": the paper that these words of the mention mean, else that under discussion."""
        for paper, found in self._context.between(mention.start, mention.end, PaperReference):
            value = self._completed.get(id(paper), found)
            number = parse_paper(value.ids[0])
            if number is not None and number.sub == sub:
                return value.ids[0]
        return self._discussed.paper(mention.start, sub)

    def _behind(self, mention: Mention) -> _Number:
        """The numbers in brackets or after a dash behind a mention, up to the next motion or line end."""
        text = self._context.text
        stop = self._stop(mention)
        replaces = ""
        other: tuple[str, ...] = ()
        for paper, value in self._papers(mention.end, stop):
            before = text[mention.end : paper.start]
            if words.DASH.search(before) and "\n" not in before:
                other = (*other, *value.ids)
            elif words.NUMBERED.search(before) and mention.rule == "motion.proposed":
                return _Number(value.ids[0], value.replaces)
            elif self._without_brackets(mention, paper, before):
                return _Number(value.ids[0], value.replaces, other)
            elif "\n" in before or ("gedrukt onder" not in before and not words.BRACKET.search(before)):
                continue
            elif words.REPLACED.search(before):
                replaces = value.ids[0]
            elif not words.OF_A_LETTER.search(before) and not self._is_of_another(mention.end, paper.start):
                return _Number(value.ids[0], value.replaces or replaces, other)
        return _Number("", replaces, other)

    def _without_brackets(self, mention: Mention, paper: Mention, before: str) -> bool:
        """Whether the words before a paper make it the motion's, or it opens a cell of the motion's row."""
        text = self._context.text
        listed = words.BESIDE_TOPIC.fullmatch(before) and words.CLOSES.match(text, paper.end)
        if listed and words.ITEM_HEAD.search(text, max(0, mention.start - 24), mention.start):
            return True
        if words.ON_PAPER.fullmatch(before) or words.BESIDE.fullmatch(before) or words.LABEL.search(before):
            return True
        raw = self._context.document.text
        return (
            "\n" not in before and words.CELLS.search(raw[max(0, paper.span.start - 3) : paper.span.start]) is not None
        )

    def _before(self, mention: Mention) -> str:
        """The paper in whose brackets the motion alone stands: "Kamerstuk 29 754, nr. 622 (motie-Koekkoek c.s.)".

        Or the one that opens the motion's line in a list: "– 32 317, nr. 773 – de motie-Koekkoek over".
        """
        text = self._context.text
        listed = words.BEHIND_NUMBER.search(text, max(0, mention.start - words.LONGEST), mention.start)
        closed = text[mention.end : mention.end + 1] == ")"
        inside = text[mention.start - 2 : mention.start] == " (" and closed
        if not inside and listed is None:
            return ""
        end = listed.start() if listed else mention.start - 2
        papers = self._papers(mention.start - words.LONGEST, mention.start)
        for paper, value in papers:
            together = closed and text[paper.start - 1 : paper.start] in ("(", "[")
            if paper.end == end and (inside or together or self._opens(paper.start)):
                return value.ids[0]
        return ""

    def _below(self, mention: Mention) -> str:
        """The paper that stands alone on the next line, below an item of a list: the cells of a row on lines apart."""
        text = self._context.text
        line = text.find("\n", mention.end)
        if line == -1 or words.ITEM_HEAD.search(text, max(0, mention.start - 24), mention.start) is None:
            return ""
        start = line
        while start < len(text) and text[start].isspace():
            start += 1
        papers = self._papers(start, start + 1)
        alone = next((v.ids[0] for m, v in papers if words.LINE_END.match(text, m.end)), "")
        return alone or self._behind_its_debate(start)

    def _behind_its_debate(self, start: int) -> str:
        """The paper in brackets behind the debate that a line gives: "Plenair debat, 3 mei 2022 (29 754, nr. 5)"."""
        text = self._context.text
        debate = next((m for m, _ in self._context.between(start, start + 1, DebateReference)), None)
        if debate is None or debate.start != start:
            return ""
        bracket = words.OPENS.match(text, debate.end)
        papers = self._papers(bracket.end(), bracket.end() + 1) if bracket else ()
        return next((v.ids[0] for m, v in papers if words.BRACKET_END.match(text, m.end)), "")

    def _opens(self, position: int) -> bool:
        """Whether a place opens an item of a list, perhaps behind its number or dash."""
        return words.ITEM.search(self._context.text, max(0, position - 8), position) is not None

    def _papers(self, start: int, stop: int) -> Iterator[tuple[Mention, PaperReference]]:
        """The papers named in a stretch; a dossier alone is no paper of a motion."""
        for paper, found in self._context.between(start, stop, PaperReference):
            value = self._completed.get(id(paper), found)
            if parse_paper(value.ids[0]) is not None:
                yield paper, value

    def _next(self, mention: Mention, reach: int) -> int:
        """Where the next full motion stands, at most at `reach`."""
        following = self._context.between(mention.end, reach, MotionReference)
        return next((m.start for m, v in following if v.form == "full"), reach)

    def _stop(self, mention: Mention) -> int:
        stop = self._next(mention, mention.end + words.REACH)
        if mention.rule == "motion.proposed":
            return stop
        sentences = self._context.sentences
        index = sentences.index(mention.end)
        end = sentences.at(index)[1]
        if index + 1 < len(sentences) and (words.LISTED.match(self._context.text, end) or self._parts_cells(end)):
            end = sentences.at(index + 1)[1]
        return min(stop, max(end, mention.end))

    def _parts_cells(self, end: int) -> bool:
        """Whether a sentence ends a cell of a row, so that the next one stands in the row as well."""
        context = self._context
        between = context.document.quote(context.document.span(context.body, end, min(end + 2, len(context.text))))
        return words.CELLS.search(between) is not None

    def _is_of_another(self, start: int, end: int) -> bool:
        """Whether a debate or policy document stands straight before the bracket, and so owns it."""
        others = [
            m
            for kind in (DebateReference, PolicyReference)
            for m, value in self._context.between(start, end, kind)
            if end - m.end <= 3 and not _is_plenary(value)
        ]
        return bool(others)

    def _noted(self, mention: Mention) -> str:
        """The paper in the footnote that hangs on the mention."""
        for _, note in self._context.marks_in(mention.start, self._stop(mention) + 1):
            support = self._supported.get(note_key(note))
            if support is None or support.mention is not mention:
                continue
            for paper in self._context.of_note(note):
                if isinstance(paper.value, PaperReference) and not paper.value.attachment:
                    return self._completed.get(id(paper), paper.value).ids[0]
        return ""

    def _ref(self, value: MotionReference) -> Ref:
        if value.paper and not value.doubted:
            return Ref("motion", value.paper)
        key = (value.paper, who(value))
        if key not in self._refs:
            names = "; ".join(p.name for p in value.submitters)
            self._refs[key] = self._context.ref("motion", names + (" c.s." if value.others_unnamed else ""))
        return self._refs[key]

    def _anaphora(self, linked: dict[int, LinkedMention]) -> list[LinkedMention]:
        """ "deze motie" means the last full motion of the section; a heading, the first one in it."""
        result: list[LinkedMention] = []
        meant = {item.motion for item in linked.values()}
        alone = next(iter(linked.values())) if len(meant) == 1 else None
        last: LinkedMention | None = None
        before: LinkedMention | None = None
        section = -1
        for mention, value in self._motions:
            start = self._context.section_of(mention.start).start
            if start != section:
                section, last = start, None
            item = linked.get(id(mention)) or self._loose(mention, value, last or alone, linked)
            if item.motion is None and before and words.NAMED_BEFORE.match(self._context.text, mention.start):
                item = replace(self._loose(mention, value, before, linked), afar=True)
            if item.motion is None and (theirs := self._of_who_is_addressed(mention, result)):
                item = replace(self._loose(mention, replace(value, form="anaphor"), theirs, linked), afar=True)
            last = item if value.form == "full" else last
            before = last or before
            result.append(item)
        return result

    def _of_who_is_addressed(self, mention: Mention, before: list[LinkedMention]) -> LinkedMention | None:
        """The last motion named before of who is addressed: "Mevrouw Bos. Uw motie heb ik uitgevoerd"."""
        whose = surnames([person.name for person in addressed(self._context, mention)])
        theirs = (item for item in reversed(before[-_REMEMBERED:]) if item.value.form == "full" and item.motion)
        return next((item for item in theirs if not set(who(item.value)).isdisjoint(whose)), None) if whose else None

    def _loose(
        self, mention: Mention, value: MotionReference, last: LinkedMention | None, linked: dict[int, LinkedMention]
    ) -> LinkedMention:
        if value.form == "heading":
            section = self._context.section_of(mention.start)
            inside = self._context.between(section.start, section.end, MotionReference)
            last = next((linked[id(m)] for m, v in inside if v.form == "full"), None)
        if value.form == "generic" or last is None:
            return LinkedMention(mention, value, None)
        meant = last.value
        filled = replace(
            value,
            submitters=meant.submitters,
            others_unnamed=meant.others_unnamed,
            paper=meant.paper,
            doubted=meant.doubted,
        )
        return LinkedMention(mention, filled, last.motion)


def _is_plenary(value: Value) -> bool:
    """Whether a debate is one that motions are submitted in, whose report is no paper of a dossier."""
    return isinstance(value, DebateReference) and value.kind in words.PLENARY
