"""What debates are called, with the canonical kind of each, and what each kind needs beside its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# What a debate is called, and its canonical kind. The longest word at a place holds.
KINDS: Final[Mapping[str, str]] = {
    "commissiedebat": "commissiedebat",
    "commissiedebatten": "commissiedebat",
    "commissie-debat": "commissiedebat",
    "cd": "commissiedebat",
    "plenair debat": "plenair debat",
    "plenaire debat": "plenair debat",
    "debatten": "plenair debat",
    "beleidsdebat": "plenair debat",
    "behandeling": "plenair debat",
    "plenaire behandeling": "plenair debat",
    "algemene beraadslaging": "plenair debat",
    "debat": "plenair debat",
    "spoeddebat": "plenair debat",
    "hoofdlijnendebat": "plenair debat",
    "begrotingsbehandeling": "plenair debat",
    "begrotingsdebat": "plenair debat",
    "kamerdebat": "plenair debat",
    "verantwoordingsdebat": "plenair debat",
    "wetsbehandeling": "plenair debat",
    "debat op hoofdlijnen": "plenair debat",
    "algemene financiële beschouwingen": "plenair debat",
    "algemene europese beschouwingen": "plenair debat",
    "apb": "plenair debat",
    "algemene politieke beschouwingen": "plenair debat",
    "algemeen overleg": "algemeen overleg",
    "algemene overleg": "algemeen overleg",
    "algemene overleggen": "algemeen overleg",
    "ao": "algemeen overleg",
    "vao": "VAO",
    "voortgezet algemeen overleg": "VAO",
    "vso": "VSO",
    "voortgezet schriftelijk overleg": "VSO",
    "schriftelijk overleg": "schriftelijk overleg",
    "schriftelijke overleg": "schriftelijk overleg",
    "so": "schriftelijk overleg",
    "notaoverleg": "notaoverleg",
    "nota-overleg": "notaoverleg",
    "wetgevingsoverleg": "wetgevingsoverleg",
    "wetgevingsoverleggen": "wetgevingsoverleg",
    "wgo": "wetgevingsoverleg",
    "tweeminutendebat": "tweeminutendebat",
    "tweeminutendebatten": "tweeminutendebat",
    "tweeminuten-debat": "tweeminutendebat",
    "twee-minutendebat": "tweeminutendebat",
    "tweeminuten debat": "tweeminutendebat",
    "2-minutendebat": "tweeminutendebat",
    "tmd": "tweeminutendebat",
    "dertigledendebat": "dertigledendebat",
    "dertig-ledendebat": "dertigledendebat",
    "30-ledendebat": "dertigledendebat",
    "interpellatiedebat": "interpellatiedebat",
    "interpellatie": "interpellatiedebat",
    "vragenuur": "vragenuur",
    "vragenuurtje": "vragenuur",
    "mondelinge vragenuur": "vragenuur",
    "mondelinge vragen": "vragenuur",
    "ordedebat": "ordedebat",
    "regeling van werkzaamheden": "ordedebat",
    "procedurevergadering": "procedurevergadering",
    "rondetafelgesprek": "rondetafelgesprek",
    "ronde tafelgesprek": "rondetafelgesprek",
    "rtg": "rondetafelgesprek",
    "hoorzitting": "hoorzitting",
    "deskundigenbijeenkomst": "deskundigenbijeenkomst",
    "expertmeeting": "deskundigenbijeenkomst",
    "mondeling overleg": "mondeling overleg",
    "technische briefing": "technische briefing",
}

TOPIC_ALONE: Final = frozenset(
    {
        "dertigledendebat",
        "30-ledendebat",
        "vao",
        "vso",
        "tweeminutendebat",
        "tmd",
        "interpellatiedebat",
        "interpellatie",
    }
)
"""Kinds that a topic without a day is enough for; the others need their day, or they are talk of debates."""
TOPIC_TOLD: Final = frozenset(
    {"rondetafelgesprek", "notaoverleg", "wetgevingsoverleg", "wgo", "hoorzitting", "technische briefing"}
)
"""Kinds that are enough with "over" and a topic."""
TOPIC_NAMED: Final = frozenset(
    {"notaoverleg", "wetgevingsoverleg", "wgo", "commissiedebat", "cd", "ao", "algemeen overleg"}
)
"""Kinds that are enough behind "het" with a name as their topic: "het notaoverleg Evaluatie Wiv", not "een AO Wiv"."""
QUESTIONED: Final = "interpellatie"
"""A debate that has the name of who asks: "de interpellatie-Bos", "interpellatie van het lid Bos over"."""
MERE_QUESTIONS: Final = "mondelinge vragen"
"""No debate where a line of an agenda holds nothing else."""
BILL_TREATED: Final = "behandeling"
"""A word for a debate only where it is that of a bill, with its day."""
