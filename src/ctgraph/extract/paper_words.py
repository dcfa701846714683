"""Words that announce a paper or its dossier: "Kamerstukken II 2003/04,", "EK", "wetsvoorstel", "voorstel"."""

from __future__ import annotations

import re
from typing import Final

from ctgraph.extract.paper_numbers import Paper
from ctgraph.extract.sessions import CHAMBER, YEAR

# "Kamerstuk", "Kamerstukken II 2003/04,", "Kamerstukken I, vergaderjaar 2019–2020,", "Kst.", "Kamerstuk nr.".
# Journals print a single year too: "Kamerstukken II 1981, 17 041". Not "Kamerstukdossier" or "kst-".
PAPER_WORD: Final = re.compile(
    r"(?:kamerstuk(?P<plural>ken)?|kamerst\.|kst\.?)(?:nummers?|nrs?\.?)?(?![a-z-])"
    rf"(?:[\s,]{{0,3}}(?-i:{CHAMBER}))?"
    rf"(?:[\s,]{{1,3}}(?:\(?{YEAR}\)?|(?:19|20)\d\d(?=,\s)))?"
    r"[\s,:]{0,3}(?P<number>nrs?\.?\s?|nummers?\s)?",
    re.IGNORECASE,
)
# "EK 34 356, H", "TK 2015–2016, 29 754, nr. 645", "EK 2023/24, 36225, H": the chamber stands for the word.
CHAMBER_WORD: Final = re.compile(rf"(?P<chamber>EK|TK),?\s(?:{YEAR},?\s)?(?=[1-3]\d[\s.]?\d{{3}}(?!\d))")
# "dossier 29 754", "Kamerstukdossiernummer 29 754", "wetsvoorstellen 35 917 en 36 225", "initiatiefvoorstel 33 506",
# "voorstel van wet 30 566", "wetsvoorstel met nummer 34 359"; not "het dossier van 29 754".
DOSSIER_WORD: Final = re.compile(
    r"(?:(?:kamerstuk)?dossiers?(?:nummers?|nrs?\.)?|(?:initiatief)?(?:wets)?voorstel(?P<plural>len)?(?:\svan\s(?:rijks)?wet)?)"
    r"\s?(?:(?:met\s(?:kamerstuk|dossier)?)?nummers?\s|nrs?\.\s?)?(?=\d)",
    re.IGNORECASE,
)
# What may stand behind "voorstel 30 566", which alone may be an amount: a sign, or a word that goes on about a bill.
# Not "voorstel 12 500 euro uit te trekken".
_BILL_GOES_ON: Final = re.compile(
    r"\s?(?:[(),.;:?»”]|$)|\s(?:is|was|wordt|werd|zijn|waren|heeft|had|en|of|van|tot|ter|over|inzake|dat|beoogt)(?!\w)"
)


def may_be_amount(text: str, word: re.Match[str], paper: Paper) -> bool:
    """Whether a number behind the plain word "voorstel" may be something else than a bill."""
    is_plain = word[0].lower().startswith("voorstel") and "wet" not in word[0]
    return is_plain and not (text[word.end()] in "123" and _BILL_GOES_ON.match(text, paper.end))
