"""People named in a public capacity: members by the frames of parliament, ministers by office or signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from ctgraph.extract import rolls
from ctgraph.extract.bracketed import before_brackets
from ctgraph.extract.holders import before_posts
from ctgraph.extract.names import CAPITALS, Named, members_at, name_at, names_at
from ctgraph.extract.offices import office_at, office_behind, portfolio_at, portfolio_in_brackets
from ctgraph.extract.scan import Extractor, Page, Triggers
from ctgraph.extract.signers import ACADEMIC, INITIALS, signers
from ctgraph.identifiers import slug
from ctgraph.model.mentions import Mention, PersonReference

TRIGGERS: Triggers = {
    "member": (
        "het lid ", "de leden ", "kamerlid ", "kamerleden ", "de heer ", "de heren ", "mevrouw ", "mevr. ", "mw. ",
        "van lid ", "dhr. ", "het kamerlid ", "meneer ", "mijnheer ", "geachte heer ", "geachte mevrouw ",
        "initiatiefnemer ", "initiatiefnemers ", "vragenuur: vragen ",
    ),
    "title": ("collega ", "collega's ", "collega’s ", "premier ", "burgemeester ", "eurocommissaris ",
        "senator ", "senatoren ", "ambtsvoorganger ", "ambtsvoorgangers ", "voorganger ", "hoogleraren ",
        "bewindspersonen ", "bewindslieden ", "dames ", "ambtgenoot ", "ambtgenote ", "ambtsgenoot ", "ambtgenoten ",
        "ambtsgenoten ", "evenknie ", "kamervoorzitter ", "fractievoorzitter ", "burgemeesters ",),
    "amendment": (
        "amendement-", "amendementen-", "initiatiefnota-", "initiatiefwet-", "initiatiefvoorstel-", "wetsvoorstel-",
    ),
    "clerk": ("griffier", "voorzitter", "vice-president", "vicepresident", "tweede kamerlid", "eerste kamerlid"),
    "written-by": ("opgesteld door", "geschreven door", "getekend door"),
    "academic": ("mr. ", "dr. ", "drs. ", "prof. ", "ir. "),
    "committee-post": (
        "voorzitter van de ", "griffier van de ", "voorzitter: ", "griffier: ",
    ),
    "minister": ("minister", "staatssecretaris"),
    "colleague": ("ambtgenoot", "ambtgenote", "ambtsgenoot", "ambtsvoorganger"),
    "order": ("orde van de dag",),
    "bracket": ("(",),
    **rolls.TRIGGERS,
}  # fmt: skip

# After an office: ", D. Yeşilgöz-Zegerius" or " D. Yeşilgöz-Zegerius" or " Ollongren".
# " - D. Yeşilgöz-Zegerius" of lists, ",\nmr. dr. G.A. van der Steur".
_SEPARATOR = re.compile(rf"(?:[,:]|\s[-–])?\s+{ACADEMIC}(?=[A-ZÀ-ÖØ-ÞĀ-Ž]|van\sde[rn]\s[A-Z])")
# "de ministers Van der Steur en Koenders".
_MINISTERS = re.compile(r"(?:s|sen)\s(?=[A-ZÀ-ÖØ-ÞĀ-Ž])")
_ACADEMIC = re.compile(ACADEMIC)
# The office that follows a name: ", Minister van Justitie en Veiligheid".
_OFFICE_BEHIND = re.compile(r",\s(?:de\s|toenmalig\s|destijds\s)?(?=[Mm]inister|[Ss]taatssecretaris)")
# Who led and kept a committee's debate: "De voorzitter van de commissie, Van Meenen",
# "Griffier: Brood". Not "De voorzitter: Dank u".
_COMMITTEE_POST = re.compile(
    r"(?:(?:voorzitter|griffier)\svan\sde\s(?:vaste\s|algemene\s)?commissie[^,\n]{0,80},\s{1,2}|(?:Voorzitter|Griffier):\s)"
)
# The next line of these, where lines run on: "…, Westerhoff Voorzitter: Heerema Griffier: Dekker".
_NEXT_POST = re.compile(r"\s(?:Voorzitter:|Griffier\b|De\s(?:(?:adjunct-|fungerend\s)?(?:voorzitter|griffier))\svan\s)")
# The signatures of a motion: surnames, one to a line, behind the closing formula.
# "en gaat over tot de orde van de dag." Some papers print a comma for the stop.
_SIGNATURES = re.compile(r"(?<=over tot de )orde van de dag[.,]?\s*")
# Behind a signature: the line's end, or a comma that a line joins. "Ter Steege," and "Jansen." are printed too.
_NEXT_SIGNATURE = re.compile(r"[.,;]?\n|[.,;]?\s?\Z|, ")
# Titles that stand before a name also where they open a sentence. Not "Premier League" or "Burgemeester Jansstraat".
_COLLEAGUES = ("Collega ", "Ambtsvoorganger ", "Bewindspersonen ", "Hoogleraren ")
# What somebody is a professor or minister of: "hoogleraren Strafrecht", "bewindspersonen Justitie en Veiligheid".
_FIELD = re.compile(
    r"[A-Z]\w*(?:recht|kunde|logie)\b|Justitie|Veiligheid|Defensie|Financiën|B(?:inn|uit)en|Sociale|Internationa|Volksgezondheid"
    r"|Onderwijs|Infrastructuur|Economische|Landbouw|Asiel|Rechtsbescherming|Klimaat|Koninkrijk|Algemene|Ontwikkeling"
)
_OF_BODY = re.compile(r"\svan\s(?:(?:de|het)\s)?\Z")
_OF_PLACE = re.compile(r"\svan\s(?=[A-Z])")


def find_persons(page: Page) -> Iterator[Mention]:
    """Yield each named person once per place; motions name their submitters by themselves."""
    seen: set[int] = set()
    for reader, needed in _READERS:
        if needed and page.hits.keys().isdisjoint(needed):
            continue
        for mention in reader(page):
            if mention.start not in seen:
                seen.add(mention.start)
                yield mention


def _members(page: Page) -> Iterator[Mention]:
    text = page.flow.text
    for start, end in page.at("member"):
        if start and text[start - 1].isalnum():
            continue
        capitals = text[start:end].isupper()
        for named in members_at(text, end, page.gazetteer, capitals):
            if not _is_body(page, named):
                yield _mention(page, _with_office(text, _before_body(page, named)), "person.member", 0.95)


def _is_body(page: Page, named: Named) -> bool:
    """What a lower-case particle leads to may be a body: "de leden van het Europees Parlement", "van GroenLinks"."""
    if not page.flow.text[named.start].islower():
        return False
    return bool(page.names_in(named.start + 1, named.end))


def _before_body(page: Page, named: Named) -> Named:
    """A name that runs on into the body that somebody is of: "de heer Kuipers van de Verenigde Naties"."""
    text = page.flow.text
    for hit in page.names_in(named.start + 1, named.end):
        link = _OF_BODY.search(text, named.start, hit.start)
        if link and "organisation" in hit.first:
            person = replace(named.person, name=text[named.start : link.start()])
            return replace(named, end=link.start(), after=link.start(), person=person)
    return named


def _titled(page: Page) -> Iterator[Mention]:
    """ "collega Jansen", "burgemeester Halsema": a title in lower case, or with a capital before a known name."""
    text = page.flow.text
    for start, end in page.at("title"):
        if text[start - 1 : start].isalnum() or not text[end : end + 1].isupper() or _FIELD.match(text, end):
            continue
        found = names_at(text, end, page.gazetteer)
        for named in found.names if found else ():
            sure = (
                text[start].islower()
                or text.startswith(_COLLEAGUES, start)
                or slug(named.person.name) in page.gazetteer.surnames
            )
            if sure and not page.names_in(named.start, named.start + 1):
                yield _mention(page, _with_office(text, _before_place(text, named)), "person.title", 0.85)


def _before_place(text: str, named: Named) -> Named:
    """A mayor's name that runs on into the place: "burgemeester Halsema van Amsterdam"."""
    place = _OF_PLACE.search(text, named.start + 1, named.end)
    if place is None or not text.startswith("burgemeester ", named.start - len("burgemeester ")):
        return named
    person = replace(named.person, name=text[named.start : place.start()])
    return replace(named, end=place.start(), after=place.start(), person=person)


def _amending(page: Page) -> Iterator[Mention]:
    """ "het amendement-Van Nispen c.s.": those who submitted it."""
    for _, end in page.at("amendment"):
        found = names_at(page.flow.text, end, page.gazetteer)
        for named in found.names if found else ():
            yield _mention(page, named, "person.submitter", 0.97)


def _with_office(text: str, named: Named) -> Named:
    behind = _OFFICE_BEHIND.match(text, named.after)
    office = office_at(text, behind.end()) if behind else None
    return replace(named, person=replace(named.person, office=office[1])) if office else named


def _ministers(page: Page) -> Iterator[Mention]:
    """ "Minister Ollongren", "De Minister van Justitie en Veiligheid, F.B.J. Grapperhaus"."""
    text = page.flow.text
    for start, end in page.at("minister"):
        if start and text[start - 1].isalpha():
            continue
        office = office_at(text, start)
        after, name = office if office else (end, text[start:end].capitalize())
        separator = _SEPARATOR.match(text, after)
        if separator is None or (not office and separator[0] != " "):
            continue
        named = name_at(text, separator.end(), page.gazetteer)
        if named is None:
            continue
        signs = bool(office) and text[max(0, start - 3) : start] in ("De ", "\nDe", "de ") and _ends(text, named)
        alone = signs and text[after] == "," and text[max(0, start - 4) : start] == "\nDe "
        leads = name == "Minister-President" and separator[0] == " "
        if office and not alone and not leads and not INITIALS.match(text, named.start):
            continue
        if not office:
            named, name = _with_portfolio(text, named, name)
        person = replace(named.person, office=name, signs=signs)
        yield _mention(page, replace(named, person=person), "person.office", 0.97 if office else 0.9)


def _with_portfolio(text: str, named: Named, office: str) -> tuple[Named, str]:
    """A minister without the portfolio that the name runs on into or brackets follow with, and the office."""
    stop, portfolio = office_behind(text, named.start, named.end)
    if portfolio:
        person = replace(named.person, name=text[named.start : stop])
        return replace(named, end=stop, person=person), f"{office} {portfolio}"
    bracketed = portfolio_in_brackets(text, named.end)
    return named, f"{office} {bracketed}" if bracketed else office


def _several(page: Page) -> Iterator[Mention]:
    """ "de ministers Van der Steur en Koenders"."""
    text = page.flow.text
    for start, end in page.at("minister"):
        opening = _MINISTERS.match(text, end) if text.startswith("s", end) else None
        found = names_at(text, opening.end(), page.gazetteer) if opening else None
        for named in found.names if found else ():
            if not page.names_in(named.start, named.end):
                person = replace(named.person, office=text[start:end].capitalize())
                yield _mention(page, replace(named, person=person), "person.office", 0.9)


def _signers(page: Page) -> Iterator[Mention]:
    """Those who signed, where office and name stand apart."""
    for named, rule, confidence in signers(page):
        yield _mention(page, named, rule, confidence)


def _academics(page: Page) -> Iterator[Mention]:
    """ "mr. dr. J. Jansen", "drs. Omtzigt": a title in front of a name, which it is no part of."""
    text = page.flow.text
    for start, _ in page.at("academic"):
        titles = _ACADEMIC.match(text, start)
        if titles is None or not titles[0] or text[start - 1 : start].isalnum():
            continue
        named = name_at(text, titles.end(), page.gazetteer)
        if named and not page.names_in(named.start, named.start + 1):
            yield _mention(page, _with_office(text, named), "person.title", 0.85)


def _colleagues(page: Page) -> Iterator[Mention]:
    """ "mijn ambtgenoot van Defensie, K. Ollongren": a minister told by portfolio, with initials."""
    text = page.flow.text
    for _, end in page.at("colleague"):
        portfolio = portfolio_at(text, end)
        separator = _SEPARATOR.match(text, portfolio) if portfolio else None
        named = name_at(text, separator.end(), page.gazetteer) if separator else None
        if named is not None and INITIALS.match(text, named.start):
            yield _mention(page, named, "person.colleague", 0.9)


def _committee(page: Page) -> Iterator[Mention]:
    """The chair and the clerk of a committee."""
    text = page.flow.text
    for start, _ in page.at("committee-post"):
        post = _COMMITTEE_POST.match(text, start)
        if post:
            single = name_at(text, post.end(), page.gazetteer)
            if single and (_ends(text, single) or _NEXT_POST.match(text, single.end)):
                yield _mention(page, single, "person.committee-post", 0.85)


def _ends(text: str, named: Named) -> bool:
    """Whether a name closes its paragraph, as a signature does."""
    return named.end >= len(text.rstrip()) or text[named.end : named.end + 1] == "\n"


def _signatures(page: Page) -> Iterator[Mention]:
    """The names under a motion, one to a line."""
    text = page.flow.text
    for start, _ in page.at("order"):
        closing = _SIGNATURES.match(text, start)
        position = closing.end() if closing else len(text)
        while position < len(text):
            named = name_at(text, position, page.gazetteer)
            behind = _NEXT_SIGNATURE.match(text, named.end) if named else None
            if named is None or behind is None:
                break
            yield _mention(page, replace(named, person=replace(named.person, signs=True)), "person.signature", 0.9)
            position = max(behind.end(), named.end + 1)


def _under_amendment(page: Page) -> Iterator[Mention]:
    """The names under an amendment, one to a line, at its end."""
    text = page.flow.text.rstrip()
    if page.note or page.document.header.kind != "amendement":
        return
    end = len(text)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        named = name_at(text, start, page.gazetteer)
        if named is None or text[named.end : end].strip(" .,;"):
            return
        yield _mention(page, replace(named, person=replace(named.person, signs=True)), "person.signature", 0.9)
        end = start - 1


def _with_group(page: Page) -> Iterator[Mention]:
    """Yield the names with a group in brackets, and who asked for a debate."""
    for named in before_brackets(page):
        yield _mention(page, named, "person.group", 0.9)


def _listed(page: Page) -> Iterator[Mention]:
    """Names without a title before each: who is present or speaks, who moved a motion, on whose behalf."""
    for named in rolls.present(page):
        yield _mention(page, named, "person.present", 0.9)
    for reader in (rolls.rolls, rolls.excused, rolls.movers, rolls.behalves):
        for named in reader(page):
            yield _mention(page, named, "person.listed", 0.85)


def _mention(page: Page, named: Named, rule: str, confidence: float) -> Mention:
    return page.mention(named.start, named.end, named.person, rule, confidence)


def _holders(page: Page) -> Iterator[Mention]:
    """Yield who stands in front of a post."""
    for named in before_posts(page):
        yield _mention(page, named, "person.office", 0.9)


# In the order of what holds where two read a name at one place; each with the triggers without which it reads none.
_READERS: Final[tuple[tuple[Extractor, tuple[str, ...]], ...]] = (
    (_members, ("member",)),
    (_titled, ("title",)),
    (_amending, ("amendment",)),
    (_signers, ("minister", "clerk", "written-by")),
    (_ministers, ("minister",)),
    (_several, ("minister",)),
    (_academics, ("academic",)),
    (_colleagues, ("colleague",)),
    (_holders, ("minister", "clerk")),
    (_committee, ("committee-post",)),
    (_signatures, ("order",)),
    (_under_amendment, ()),
    (_with_group, ("bracket",)),
    (_listed, tuple(rolls.TRIGGERS)),
)

__all__ = ["CAPITALS", "TRIGGERS", "PersonReference", "find_persons"]
