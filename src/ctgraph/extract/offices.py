"""Offices: "Minister van Justitie en Veiligheid", "Staatssecretaris voor …", "speciaal adviseur van UNITAD"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctgraph.extract.scan import Page, Triggers
from ctgraph.model.mentions import Mention, PostReference

TRIGGERS: Triggers = {"office": ("minister", "staatssecretaris", "speciaal adviseur", "speciaal gezant")}

_PART = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w&ë-]+(?: [A-ZÀ-ÖØ-ÞĀ-Ž][\w&-]+){0,3}"
# "Minister van Justitie en Veiligheid" · "minister voor Medische Zorg" · "Minister van Onderwijs, Cultuur en
# Wetenschap". A comma goes on only where "en" follows, so "…Veiligheid, D. Yeşilgöz" stops at the comma.
OFFICE = re.compile(r"[Mm]inister(?:[- ][Pp]resident|raad)?\b|[Ss]taatssecretaris(?:sen)?\b")
# Portfolios that stand without a preposition: "Staatssecretaris Rechtsbescherming". Not "Minister Jansen".
_BARE = (
    r"Rechtsbescherming|Justitie\sen|Participatie\sen|Jeugd,|Langdurige\sen|Openbaar\sVervoer|Fiscaliteit|Herstel|Toeslagen"
    r"|Koninkrijksrelaties|Buitenlandse\sZaken|Binnenlandse\sZaken|Economische\sZaken|Sociale\sZaken|Cultuur\sen\sMedia"
    r"|Medische\sZorg|Asiel\sen|Klimaat\sen|Veiligheid\sen|Algemene\sZaken|Europese\sZaken|Digitale\sEconomie"
    r"|Digitalisering|Funderend\sOnderwijs|Landbouw,|Buitenlandse\sHandel|Volkshuisvesting"
)
_PORTFOLIO = re.compile(
    rf"\s(?:(?:van|voor)\s|(?={_BARE}))((?:[A-Z][a-z]+-\sen\s)?{_PART}(?:,\s{_PART}(?=,\s[A-Z]|\sen\s[A-Z]))*(?:\sen\s(?:voor\s)?{_PART})?)"
)
# How portfolios begin: what follows a minister's name with "van" is one of these, or part of the name.
_KNOWN_PORTFOLIO = re.compile(
    r"\s(?:van|voor)\s(?:Veiligheid|Justitie|Binnenlandse|Buitenlandse|Defensie|Financiën|Economische|Sociale|Volks|Onderwijs"
    r"|Infrastructuur|Landbouw|Algemene|Klimaat|Asiel|Wonen|Medische|Langdurige|Rechtsbescherming|Ontwikkeling|Europese)"
)
# "Teeven (Veiligheid en Justitie)": the portfolio in brackets behind who holds it, as answers to questions print it.
_IN_BRACKETS = re.compile(
    r"\s?\((?=Veiligheid|Justitie|Binnenlandse|Buitenlandse|Defensie|Financiën|Economische|Sociale|Volksgezondheid"
    r"|Onderwijs|Infrastructuur|Landbouw|Algemene\sZaken|Klimaat|Asiel|Wonen|Medische|Langdurige|Rechtsbescherming"
    r"|Ontwikkelings|Buitenlandse|Europese\sZaken|Jeugd|Participatie|Digitalisering)([A-Z][^()\n]{3,80})\)"
)
# Ministers without a ministry of their own are ministers "for" what they do.
_FOR = re.compile(
    r"Rechtsbescherming|Medische\sZorg|Langdurige\sZorg|Klimaat\sen\sEnergie|Buitenlandse\sHandel|Ontwikkelings"
)
_ADVISER = re.compile(r"[Ss]peciaal (?:adviseur|gezant) van (?:de |het )?([A-Z][\w-]+(?:\s[A-Z][\w-]+){0,4})")
# A country in front of the office: "Turkse Minister van Binnenlandse Zaken". Not "Nederlandse Minister".
_COUNTRY = re.compile(r"([A-Z][a-zë]+(?:se|ische|ijnse))\s$")


def office_at(text: str, position: int) -> tuple[int, str] | None:
    """The office that starts at a position: its end and its name with a capital; None without a portfolio."""
    head = OFFICE.match(text, position)
    if head is None:
        return None
    portfolio = _PORTFOLIO.match(text, head.end())
    if portfolio is None:
        return (head.end(), "Minister-President") if "resident" in head.group() else None
    name = text[position : portfolio.end()]
    return portfolio.end(), name[0].upper() + name[1:]


def portfolio_at(text: str, position: int) -> int | None:
    """Where the portfolio that starts at a position ends: " van Buitenlandse Zaken"."""
    portfolio = _PORTFOLIO.match(text, position)
    return portfolio.end() if portfolio else None


def office_behind(text: str, start: int, end: int) -> tuple[int, str]:
    """Where a minister's name at `[start, end)` ends, and the portfolio it runs on into; "" if it does not.

    "Opstelten van Veiligheid en Justitie" has one, "Karien van Gennip" has none.
    """
    known = _KNOWN_PORTFOLIO.search(text, start, min(len(text), end + 24))
    portfolio = _PORTFOLIO.match(text, known.start()) if known and known.start() <= end else None
    return (portfolio.start(), portfolio.group().strip()) if portfolio else (end, "")


def portfolio_in_brackets(text: str, position: int) -> str:
    """The portfolio in brackets at a position, with its preposition; "" if there is none."""
    found = _IN_BRACKETS.match(text, position)
    return f"{'voor' if _FOR.match(found[1]) else 'van'} {found[1]}" if found else ""


def find_posts(page: Page) -> Iterator[Mention]:
    """Yield the offices named with their portfolio, whoever holds them."""
    text = page.flow.text
    for start, _ in page.at("office"):
        adviser = _ADVISER.match(text, start)
        if adviser:
            value = PostReference(adviser.group()[0].upper() + adviser.group()[1:])
            yield page.mention(start, adviser.end(), value, "post.adviser", 0.9)
            continue
        office = office_at(text, start)
        if office is None or (start and text[start - 1].isalnum()):
            continue
        end, name = office
        country = _COUNTRY.search(text, max(0, start - 25), start)
        if country and country[1] != "Nederlandse":
            value = PostReference(name, country[1])
            yield page.mention(country.start(), end, value, "post.foreign", 0.9)
        else:
            yield page.mention(start, end, PostReference(name), "post.office", 0.95)
