"""Motions as a text names them: with submitters, or only as "deze motie".

The number of a motion's paper is found by linking, from the bracket or footnote behind the mention; here only
"op stuk nr. 346" belongs to the mention itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ctgraph.extract.names import NAME, NameList, names_at
from ctgraph.extract.scan import Page, Triggers
from ctgraph.identifiers import slug
from ctgraph.model.mentions import Mention, MotionReference

TRIGGERS: Triggers = {"motion": ("motie",)}

# What turns "motie" into the motion of somebody: " van het lid ", " van de leden ", "-", " ", " van de heer ".
_OF_MEMBERS = re.compile(
    r"s?\s(?:van\s\d{1,2}\s[a-z]{3,9}\s\d{4},?\s)?(?:\(?\w{1,12}\)?\s)?(?:van|door|ingediend door)\s"
    r"(?:het (?:kamer)?lid|de (?:kamer)?leden|lid|leden|mevrouw|de heer|de heren)\s",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"s?[-–](?=[A-ZÀ-ÖØ-ÞĀ-Ž])")
_BARE = re.compile(r"s?\s(?:van\s)?(?=(?:[A-ZÀ-ÖØ-ÞĀ-Ž]\.\s?|[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-ž'’]))")
# A heading in capitals without "het lid": "MOTIE VAN KOSTIĆ TER VERVANGING". Not "MOTIE VAN WANTROUWEN".
_HEADING = re.compile(
    r"\sVAN\s(?!WANTROUWEN|AFKEURING|TREURNIS|ORDE\b|HET\b|DE\s(?:LEDEN|KAMER|REGERING|FRACTIE))(?=[A-ZÀ-ÖØ-ÞĀ-Ž]{2})"
)
_HEADING_END = re.compile(r"\sTER\sVERVANGING|\s?$|\s?\n")
# "Deze motie is voorgesteld door de leden Kröger en Grashoff" (the chair of a debate).
_PROPOSED = re.compile(r"\sis voorgesteld door (?:het lid|de leden|mevrouw|de heer)\s")
_AMENDED = re.compile(r"(?:nader |tweede nader )?gewijzigde\s$", re.IGNORECASE)
_ANAPHOR = re.compile(
    r"(?:deze|die|de|voornoemde|bovengenoemde|genoemde|bovenstaande|onderhavige)\s(?:gewijzigde\s|aangehouden\s)?$",
    re.IGNORECASE,
)
_ON_PAPER = re.compile(r",?\s(?:(?:op|onder)\s(?:stuk\s)?)?nr\.\s?(\d{1,4})(?!\d|\svan\sdit\sdossier)")
# "motie op stuk nr. 346", "motie ingediend, op stuk nr. 305", "motie op stuk 36 800, nr. 47", "motie (29754, nr. 684)":
# the paper names the motion. Not "een motie op dit punt", nor "motie (VVD)".
_BY_PAPER = re.compile(
    r"(?:\singediend)?,?\s(?:op|onder)\sstuk\s(?:nr\.\s?(?P<sub>\d{1,4})(?!\d)|(?=\d\d[\s.]?\d{3}\b))"
    r"|\s(?=\((?:Kamerstuk\s)?\d\d[\s.]?\d{3}\b)"
)
_BY_WHOM = re.compile(r",?\s(?:van|door|ingediend\sdoor)\s(?:het\slid|de\s(?:leden|heer|heren)|mevrouw)\s")
_WORD_END = re.compile(r"(?:s|n)?(?![a-zà-ž])", re.IGNORECASE)
# "motie Kuipers (Kamerstuk 29 754, nr. 5)", "motie Kuipers (29 754, nr. 5)".
_NUMBER_BEHIND = re.compile(r"\s\((?:Kamerstuk(?:ken)?\s|\d\d\s?\d{3}\b)|\snr\.\s\d")
# "motie Eerdmans inzake …", "motie Kuik over …"; not "Motie Nederland in".
_TOPIC_BEHIND = re.compile(r"\s(?:inzake|over)\s")
_LOOK_BACK = 24
# Between motions of one plural: " (29 754, nr. 610) en -", " (Kamerstuk 29 754, nr. 610), ".
_AND_ANOTHER = re.compile(r"\s\([^()]{4,60}\)(?:,|,?\sen|\salsmede)\s-?(?=[A-ZÀ-ÖØ-ÞĀ-Ž])")
_MOST_FURTHER = 20


def find_motions(page: Page) -> Iterator[Mention]:
    """Yield full mentions with their submitters' own mentions, and anaphora and headings as such."""
    text = page.flow.text
    covered = 0
    for start, end in page.at("motion"):
        if start < covered or (start and text[start - 1].isalpha()):
            continue
        found = _full(page, start, end) or _by_paper(page, start, end)
        if found is None:
            bare = _bare(page, start, end)
            if bare:
                yield bare
            continue
        mention, names = found
        covered = mention.end
        yield mention
        yield from _submitters(page, names)
        if text.startswith("s", end):
            for further, others in _further(page, mention.end):
                covered = further.end
                yield further
                yield from _submitters(page, others)


def _submitters(page: Page, names: NameList | None) -> Iterator[Mention]:
    for named in names.names if names else ():
        yield page.mention(named.start, named.end, named.person, "person.submitter", 0.97)


def _further(page: Page, position: int) -> Iterator[tuple[Mention, NameList]]:
    """The other motions of "de moties-Kuik (29 754, nr. 610) en -Bikker (29 754, nr. 611)", each with its number."""
    text = page.flow.text
    for _ in range(_MOST_FURTHER):
        link = _AND_ANOTHER.match(text, position)
        names = names_at(text, link.end(), page.gazetteer) if link else None
        if names is None or _NUMBER_BEHIND.match(text, names.end) is None:
            return
        value = MotionReference(tuple(named.person for named in names.names), names.others_unnamed, "full")
        yield page.mention(names.names[0].start, names.end, value, "motion.further", 0.85), names
        position = names.end


def _full(page: Page, start: int, end: int) -> tuple[Mention, NameList | None] | None:
    text = page.flow.text
    capitals = text[start:end].isupper()
    for rule, opening in (
        ("proposed", _PROPOSED),
        ("of-members", _OF_MEMBERS),
        ("hyphen", _HYPHEN),
        ("bare", _BARE),
        ("heading", _HEADING),
    ):
        link = opening.match(text, end)
        names = names_at(text, _with_particle(page, link), page.gazetteer, capitals) if link else None
        if names is None or (rule == "bare" and not _plausible(names, text)):
            continue
        if rule == "heading" and not (names.others_unnamed or _HEADING_END.match(text, names.end)):
            continue
        return _mention(page, start, names, rule), names
    return None


def _with_particle(page: Page, link: re.Match[str]) -> int:
    """Where the names begin: at the "van" of "motie van Campen/Boswijk" if only Van Campen is a known member."""
    text, known = page.flow.text, page.gazetteer.surnames
    if link.re is _BARE and link[0].strip() == "van" and (first := NAME.match(text, link.end())):
        name = slug(first[0])
        if f"van-{name}" in known and name not in known:
            return link.start() + 1
    return link.end()


def _by_paper(page: Page, start: int, end: int) -> tuple[Mention, NameList | None] | None:
    """A motion by its paper, with those whose names follow: "motie op stuk nr. 313 van mevrouw Dijksma"."""
    text = page.flow.text
    printed = _BY_PAPER.match(text, end)
    if printed is None:
        return None
    whom = _BY_WHOM.match(text, printed.end()) if printed["sub"] else None
    names = names_at(text, whom.end(), page.gazetteer) if whom else None
    amended = _AMENDED.search(text, max(0, start - _LOOK_BACK), start)
    value = MotionReference(
        submitters=tuple(named.person for named in names.names) if names else (),
        others_unnamed=bool(names and names.others_unnamed),
        form="full",
        amended=amended is not None,
        paper=f"nr-{printed['sub']}" if printed["sub"] else "",
    )
    close = names.end if names else printed.end() if printed["sub"] else end
    return page.mention(amended.start() if amended else start, close, value, "motion.by-paper", 0.95), names


def _plausible(names: NameList, text: str) -> bool:
    """A bare name behind "motie" needs a group, "c.s.", a particle, "/", a number or a topic: "motie Kuik (CDA)"."""
    first = names.names[0]
    if len(names.names) > 1 and text[first.end] == "/":
        return True
    if first.person.party or names.others_unnamed or text[first.start : first.end].startswith(("Van ", "De ")):
        return True
    return _NUMBER_BEHIND.match(text, names.end) is not None or (
        text[first.start - 2 : first.start] == "e " and _TOPIC_BEHIND.match(text, names.end) is not None
    )


def _mention(page: Page, start: int, names: NameList, rule: str) -> Mention:
    text = page.flow.text
    amended = _AMENDED.search(text, max(0, start - _LOOK_BACK), start)
    begin = amended.start() if amended else start
    if rule == "proposed":
        demonstrative = _ANAPHOR.search(text, max(0, start - _LOOK_BACK), start)
        begin = demonstrative.start() if demonstrative else start
    end = names.end
    on_paper = _ON_PAPER.match(text, end)
    value = MotionReference(
        submitters=tuple(named.person for named in names.names),
        others_unnamed=names.others_unnamed,
        form="full",
        amended=amended is not None,
        paper=f"nr-{on_paper[1]}" if on_paper else "",
    )
    return page.mention(begin, on_paper.end() if on_paper else end, value, f"motion.{rule}", 0.95)


def _bare(page: Page, start: int, end: int) -> Mention | None:
    """ "deze motie", "moties", a heading "Motie over …"."""
    text = page.flow.text
    close = _WORD_END.match(text, end)
    if close is None:
        return None
    before = _ANAPHOR.search(text, max(0, start - _LOOK_BACK), start)
    if before and close.end() == end:
        return page.mention(before.start(), end, MotionReference(form="anaphor"), "motion.anaphor", 0.6)
    headings = () if page.note else page.document.headings
    index = bisect_left(headings, start, key=lambda heading: heading.start)
    if index < len(headings) and headings[index].start == start:
        return page.mention(start, headings[index].end, MotionReference(form="heading"), "motion.heading", 0.6)
    return page.mention(start, close.end(), MotionReference(form="generic"), "motion.generic", 0.5)
