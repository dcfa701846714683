"""Motions as a text names them: with submitters, or only as "deze motie".

The number of a motion's paper is found by linking, from the bracket or footnote behind the mention; here only
"op stuk nr. 346" belongs to the mention itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ctgraph.extract import motion_rows
from ctgraph.extract.names import NAME, NameList, names_at
from ctgraph.extract.scan import Page, Triggers
from ctgraph.identifiers import slug
from ctgraph.model.mentions import Mention, MotionReference

TRIGGERS: Triggers = {"motion": ("motie",), **motion_rows.TRIGGERS}

# What turns "motie" into the motion of somebody: " van het lid ", " van de leden ", "-", " ", " van de heer ".
_OF_MEMBERS = re.compile(
    r"s?\s(?:van\s\d{1,2}\s[a-z]{3,9}\s\d{4},?\s)?(?:\(?(?!moties?\b)\w{1,12}\)?\s)?(?:van|door|ingediend door)\s"
    r"(?:(?:het|de) (?:(?:toenmalige|voormalige)\s)?(?:kamer)?(?:lid|leden)|lid|leden|mevrouw|de heer|de heren)\s",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"[-–](?=[A-ZÀ-ÖØ-ÞĀ-Ž])")
_BARE = re.compile(r"\s(?:van\s)?(?=(?:[A-ZÀ-ÖØ-ÞĀ-Ž]\.\s?|[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-ž'’]))")
# A heading in capitals without "het lid": "MOTIE VAN KOSTIĆ TER VERVANGING". Not "MOTIE VAN WANTROUWEN".
_HEADING = re.compile(
    r"\sVAN\s(?!WANTROUWEN|AFKEURING|TREURNIS|ORDE\b|HET\b|DE\s(?:LEDEN|KAMER|REGERING|FRACTIE))(?=[A-ZÀ-ÖØ-ÞĀ-Ž]{2})"
)
_HEADING_END = re.compile(r"\sTER\sVERVANGING|\s?$|\s?\n")
# "Deze motie is voorgesteld door de leden Kröger en Grashoff" (the chair of a debate).
_PROPOSED = re.compile(r"\sis voorgesteld door (?:het lid|de leden|mevrouw|de heer)\s")
# "Door de leden Kröger en Grashoff wordt de volgende motie voorgesteld" (the chair of the Eerste Kamer, who then reads
# it). Not "wordt een motie voorgesteld".
_READ_ALOUD = re.compile(
    r"\b[Dd]oor\s(?:het lid|de leden|mevrouw|de heer|de heren)\s"
    r"(?=[^.;:\n]{3,200}?\s(?:wordt|worden|is|werd)\sde\svolgende\s(?:gewijzigde\s)?$)"
)
_READ_REACH = 260
_AMENDED = re.compile(r"(?:nader |tweede nader )?gewijzigde\s$", re.IGNORECASE)
_ANAPHOR = re.compile(
    r"(?:deze|die|de|voornoemde|bovengenoemde|genoemde|bovenstaande|onderhavige)\s(?:gewijzigde\s|aangehouden\s)?$",
    re.IGNORECASE,
)
_ON_PAPER = re.compile(
    r",?\s(?:(?:(?:voorkomend|gedrukt)\s)?(?:op|onder)\s(?:stuk\s)?)?nr\.\s?(?P<sub>\d{1,4})(?!\d|\svan\sdit\sdossier)"
    r"|,?\s(?:op|onder|met)\s(?:stuk\s)?(?:de\s)?letter\s(?P<letter>[A-Z]{1,2})(?!\w)"
)
_TOPIC = (
    r"(?:over|inzake|op|om|tot|voor|betreffende|aangaande|omtrent|uit|met\sbetrekking\stot|ten\saanzien\svan"
    r"|van\s(?:uw\sKamer|de\s[\w-]{1,20}fractie))"
)
# What belongs to another thing or another clause.
_NO_OTHER = (
    r"(?!\w*(?:brief|rapport|nota|verslag|reactie|advies|voorstel|wet|strategie|motie|Kamerstuk))"
    r"(?!(?:is|zijn|heb|heeft|hebben|zal|zullen|kan|kunnen|wordt|worden|werd|ik|wij)\s)"
)
_ASKED = r"(?:vraagt|vroeg|verzoekt|verzocht|gevraagd|oproept|opgeroepen|beoogt|bepleit|voorziet)"
# "motie op stuk nr. 346", "motie ingediend, op stuk nr. 305", "motie op stuk 36 800, nr. 47", "motie (29754, nr. 684)",
# "motie 29 754, nr. 620": the paper names the motion. Not "een motie op dit punt", "motie (VVD)" or "motie 29 754".
_BY_PAPER = re.compile(
    r"(?:\singediend)?(?:,\sdie)?,?\s(?:op|onder)\sstuk\s(?:(?:nr\.?\s?|nummer\s)?(?P<sub>\d{1,4})(?!\d|[\s.]\d{3}\b)"
    r"|(?=\d\d[\s.]?\d{3}\b))"
    # A chamber of the senate letters its papers: "motie onder letter G".
    r"|\s(?:onder|op|met)\s(?:de\s)?letter\s(?P<letter>[A-Z]{1,2})(?!\w)"
    # "motie van 25 maart 2025 (Kamerstuk 29 754, nr. 740)".
    r"|\s(?:van|d\.d\.)\s\d{1,2}\s[a-z]{3,9}\s\d{4}\s(?=\((?:Kamerstuk(?:ken)?\s(?:II?\s)?)?\d\d[\s.]?\d{3}\b)"
    r"|\s(?=\((?:Kamerstuk\s)?\d\d[\s.]?\d{3}\b)"
    # "motie over een verbod op drones (29 754, nr. 693)", "motie op dat punt (…)", "motie die daarom vraagt (…)". Not
    # "motie over de brief van 3 mei (29 754, nr. 5)", "motie over drones is in dat debat (29 754, nr. 5) besproken".
    rf"|(?:\s(?:eerder|toen|destijds))?\s(?:{_TOPIC}\s(?:{_NO_OTHER}[^\s().,;:]{{1,30}}\s){{1,14}}"
    rf"|(?:die|waarin|waarmee)\s(?:{_NO_OTHER}[^\s().,;:]{{1,30}}\s){{0,12}}?(?:wordt\s|werd\s)?{_ASKED}\s"
    r"|(?:daar|hier)(?:over|toe|omtrent)\s|ter\s?zake\s|van\svorig\sjaar\s|dienaangaande\s)"
    r"(?=\((?:Kamerstuk(?:ken)?\s(?:II?\s)?(?:\d{4}[/–-]\d{2,4},\s)?)?\d\d[\s.]?\d{3}\b)"
    r"|\s(?:Kamerstuk\s)?\d\d[\s.]?\d{3}(?:[\s-][IVXLA-Z]{1,6})?,\snr\.\s?\d{1,4}(?!\d)"
)
# "de moties Bikker c.s. (29 754, nr. 613) en Kuik (29 754, nr. 614)", "de moties-Krul (…) en -Ellian (…)": each with
# its number. Not "de moties van Bikker en Kuik", "moties en toezeggingen".
_PLURAL = re.compile(r"s[-–\s](?:van\s(?:de\sleden|het\slid)\s)?(?=[A-ZÀ-ÖØ-ÞĀ-Ž])")
_ITS_NUMBER = re.compile(r"\s\((?=[^()]{0,20}\d)[^()\n]{1,80}\)")
_NEXT = re.compile(r"(?:,|,?\sen|,?\salsmede)\s[-–]?(?:van\s(?:het\slid|de\sleden)\s)?(?=[A-ZÀ-ÖØ-ÞĀ-Ž])")
_BY_WHOM = re.compile(r",?\s(?:van|door|ingediend\sdoor)\s(?:het\slid|de\s(?:leden|heer|heren)|mevrouw)\s")
_WORD_END = re.compile(r"(?:s|n)?(?![a-zà-ž])", re.IGNORECASE)
# "motie Kuipers (Kamerstuk 29 754, nr. 5)", "motie Kuipers (29 754, nr. 5)".
_NUMBER_BEHIND = re.compile(
    r"\s\((?:Kamerstuk(?:ken)?\s|\d\d\s?\d{3}\b|nr\.\s?\d)|,?\snr\.\s\d|\svan\s\d{1,2}\s[a-z]{3,9}\s\d{4}\s\(|,\s(?:Kamerstuk(?:ken)?\s(?:II?\s)?)?\d\d\s?\d{3}\b"
)
# "motie Eerdmans² en", "motie Eerdmans is": a known member, with no other name behind.
_NO_NAME_BEHIND = re.compile(r"(?!\s?[A-ZÀ-ÖØ-ÞĀ-Ž-])")
# "motie Eerdmans inzake …", "motie Kuik over …"; not "Motie Nederland in".
_TOPIC_BEHIND = re.compile(r"\s(?:inzake|over)\s")
_ROW = re.compile(r"(?:^|\n)(?:[-–•|]\s|\(?(?:\d{1,3}|[a-z])[.)]?\s)?(?:(?:Gewijzigde|Aangehouden)\smotie|Motie)\s$")
_ROW_END = re.compile(r"\s[–-]\s|\s?[:|\n]|\s(?:Kamerstuk\s)?\d\d\s?\d{3}\b|,\s|\s(?:over|inzake|om)\s|$")
# "Motie Bos – hulp aan ouders, 29 754, nr. 5": the topic stands apart. Not "Motie Schengen, 29 754, nr. 5".
_NUMBERED_ROW = re.compile(
    r"(?:\s[–-]|:|\s(?:over|inzake))\s[^\n]{3,240}?\b\d\d\s?\d{3}\b[^\n]{0,12},\s(?:nr\.\s?\d|[A-Z]{1,2}\b)"
)
_LOOK_BACK = 24


def find_motions(page: Page) -> Iterator[Mention]:
    """Yield full mentions with their submitters' own mentions, and anaphora and headings as such."""
    text = page.flow.text
    covered = 0
    for mention, names in motion_rows.row_motions(page):
        yield from _with_names(page, mention, names)
    for start, end in page.at("motion"):
        if start < covered or (start and text[start - 1].isalpha()):
            continue
        several = list(_several(page, start, end))
        for mention in several:
            covered = mention.end
            yield mention
        if several:
            continue
        found = _full(page, start, end) or _by_paper(page, start, end) or _read_aloud(page, start, end)
        if found is None:
            bare = _bare(page, start, end)
            if bare:
                yield bare
            continue
        covered = found[0].end
        yield from _with_names(page, *found)


def _with_names(page: Page, mention: Mention, names: NameList | None) -> Iterator[Mention]:
    """A motion with the mentions of who submitted it."""
    yield mention
    for named in names.names if names else ():
        yield page.mention(named.start, named.end, named.person, "person.submitter", 0.97)


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
        if names is None or (rule == "bare" and not _plausible(names, text, page)):
            continue
        if rule == "heading" and not (names.others_unnamed or _HEADING_END.match(text, names.end)):
            continue
        return _mention(page, start, names, rule), names
    return None


def _several(page: Page, start: int, end: int) -> Iterator[Mention]:
    """Motions under one "moties", each by its submitters and number, with the mentions of these."""
    text = page.flow.text
    opening = _PLURAL.match(text, end)
    begin, position = start, opening.end() if opening else 0
    while opening is not None:
        names = names_at(text, position, page.gazetteer)
        numbered = _ITS_NUMBER.match(text, names.end) if names else None
        if names is None or numbered is None:
            return
        value = MotionReference(tuple(n.person for n in names.names), names.others_unnamed, form="full")
        yield page.mention(begin, names.end, value, "motion.several", 0.9)
        for named in names.names:
            yield page.mention(named.start, named.end, named.person, "person.submitter", 0.97)
        opening = _NEXT.match(text, numbered.end())
        begin = position = opening.end() if opening else position


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
    sub = printed["sub"] or printed["letter"] or ""
    numbered = bool(sub) or text[printed.end() - 1].isdigit()
    whom = _BY_WHOM.match(text, printed.end()) if numbered else None
    names = names_at(text, whom.end(), page.gazetteer) if whom else None
    amended = _AMENDED.search(text, max(0, start - _LOOK_BACK), start)
    value = MotionReference(
        submitters=tuple(named.person for named in names.names) if names else (),
        others_unnamed=bool(names and names.others_unnamed),
        form="full",
        amended=amended is not None,
        paper=f"nr-{sub}" if sub else "",
    )
    close = names.end if names else printed.end() if numbered else end
    return page.mention(amended.start() if amended else start, close, value, "motion.by-paper", 0.95), names


def _read_aloud(page: Page, start: int, end: int) -> tuple[Mention, NameList | None] | None:
    """A motion that the chair reads next: "Door de leden Bos en Vos wordt de volgende motie voorgesteld"."""
    text = page.flow.text
    if not text[max(0, start - _LOOK_BACK) : start].endswith(("volgende ", "gewijzigde ")):
        return None
    opening = _READ_ALOUD.search(text[max(0, start - _READ_REACH) : start])
    names = names_at(text, max(0, start - _READ_REACH) + opening.end(), page.gazetteer) if opening else None
    if names is None:
        return None
    value = MotionReference(tuple(named.person for named in names.names), names.others_unnamed, form="full")
    return page.mention(start, end, value, "motion.read-aloud", 0.95), names


def _plausible(names: NameList, text: str, page: Page) -> bool:
    """A bare name behind "motie" needs a group, "c.s.", a particle, "/", a number, a topic or to be known."""
    first = names.names[0]
    if len(names.names) > 1 and text[first.end] == "/":
        return True
    if first.person.party or names.others_unnamed or text[first.start : first.end].startswith(("Van ", "De ")):
        return True
    if _NUMBER_BEHIND.match(text, names.end):
        return True
    if _of_two(names, text) or _in_list(page, names):
        return True
    beside = text[first.start - 2 : first.start] == "e " or text[first.start - 4 : first.start] == "van "
    return beside and (_TOPIC_BEHIND.match(text, names.end) is not None or _is_known(names, text, page))


def _of_two(names: NameList, text: str) -> bool:
    """ "de motie van Bos en Vos vroeg": two people, whom nobody need know. Not "motie van Bos vroeg"."""
    first = names.names[0]
    led = text[first.start - 5 : first.start] == " van " and text[first.start - 6 : first.start - 5].isalpha()
    return led and len(names.names) > 1 and _NO_NAME_BEHIND.match(text, names.end) is not None


def _in_list(page: Page, names: NameList) -> bool:
    """ "Motie Bos – geld", "2. Motie Bos en Vos: geld": a row that a known member opens, or one with a number."""
    text, first = page.flow.text, names.names[0]
    if _ROW.search(text, max(0, first.start - _LOOK_BACK), first.start) is None:
        return False
    known = any(slug(text[name.start : name.end]) in page.gazetteer.surnames for name in names.names)
    return (_ROW_END if known else _NUMBERED_ROW).match(text, names.end) is not None


def _is_known(names: NameList, text: str, page: Page) -> bool:
    known = page.gazetteer.surnames
    named = all(slug(text[name.start : name.end]) in known for name in names.names)
    return named and _NO_NAME_BEHIND.match(text, names.end) is not None


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
        paper=f"nr-{on_paper['sub'] or on_paper['letter']}" if on_paper else "",
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
