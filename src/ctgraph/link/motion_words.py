"""The words and signs by which the number of a motion's paper is found beside the motion."""

from __future__ import annotations

import re
from typing import Final

REACH: Final = 260
"""Characters between a motion and the bracket that holds its number: room for what the motion is about."""
# "(29754, nr. 5)", "(kenmerk 29754-667)", "(zie Kamerstuk 29 754, nr. 5)".
# "de moties Bos (29 754, nr. 22) en Vos (nr. 23)"
ITS_NUMBER: Final = re.compile(r"\s\(nr\.\s?(\d{1,4})\)")
LONGEST: Final = 60
"""Characters of a reference to a paper."""
# "(ingediend op 12 oktober 2016, 29 754, nr. 399)", "(VVD; 29 754, nr. 5)", "(d.d. 3 mei 2022, 29 754, nr. 5)": what
# happened to the motion, or whose it is. Not "(zie de brief van 3 mei, 29 754, nr. 5)".
BRACKET: Final = re.compile(
    r"[(\[]\s?(?:kenmerk:?\s|zie\s(?:ook\s|hiervoor\s)?"
    r"|(?:(?:nader\s)?gewijzigd|ingediend|aangenomen|aanvaard|aangehouden|voorgesteld|verworpen|vastgesteld|ingetrokken|d\.d\."
    r"|van\s\d{1,2}\s|[A-Z][\w+-]{1,13}[,;]\s)(?:(?!\w*(?:brief|rapport|nota|verslag|reactie)\b)[^()\[\];]){0,60}?"
    r"(?:(?<=[,;]\s)|[,;]\s(?:zie\s)?(?:Kamerstuk\s)?))?$"
)
# A list gives the number under a head of its own, or in a cell of a table: "… Vindplaats: Kamerstuk 29 754, nr. 5",
# "Motie-Bos over geld | 29 754, nr. 5 |". Not "- 29754-612", the number of the letter itself.
LISTED: Final = re.compile(
    r"\s{0,2}(?:Vindplaats|Kamerstuk(?:nummer)?|Kenmerk|Dossier(?:nummer)?|Bron)\s?:", re.IGNORECASE
)
LABEL: Final = re.compile(rf"{LISTED.pattern}\s{{0,2}}$", re.IGNORECASE)
CELLS: Final = re.compile(r"\||\t|\s{3}")
# "De motie-Bos, Kamerstuk 29 754, nr. 5, is …"; and before it: "Kamerstuk 29 754, nr. 5 (motie-Bos)".
BESIDE: Final = re.compile(r",\s(?:Kamerstuk\s)?")
# A list gives it behind what the motion is about: "1. Motie-Bos (CDA) over bewaartermijnen, 36 225, G.".
BESIDE_TOPIC: Final = re.compile(
    r"(?:\s\([^()\n]{1,30}\))?(?:\s(?:over|inzake|om|tot|betreffende|aangaande|ten\saanzien\svan)|\s[–-]|:)\s"
    r"[^():;\n]{3,200}(?:[,;]|\s[–-])\s(?:zie\s)?"
)
CLOSES: Final = re.compile(r"[.;)]|\s?(?:\n|$)")
# The bracket belongs to what the motion was met with: "Aan de motie-Bos is met de brief van 25 februari jl. (29 614,
# nr. 166) voldaan". Not to what it is about: "de motie-Bos over de brief van 3 mei (29 754, nr. 5)".
OF_A_LETTER: Final = re.compile(
    r"(?<!over )\b(?:de|het|mijn|onze|een|deze|dit|die)\s(?:\w+\s)?(?:\w*brief|brieven|verslag|rapport|\w*nota"
    r"|\w*rapportage|\w*reactie)(?:\s(?:van|d\.d\.|over|aan)\s[^();]{0,60})?\s\($"
)
# "32 317, nr. 773 – de motie-Bos", "29 754, nr. 5. Motie van het lid Bos": a list. Not "de brief 32 317, nr. 773
# – de motie-Bos …", in a sentence.
BEHIND_NUMBER: Final = re.compile(r"(?::|,|\.|\s[-–])?\s(?:de\s)?$")
ITEM: Final = re.compile(r"(?:^|\n)(?:[-–•]\s|\d{1,3}[.)]\s)?$")
# "de moties van de leden Bos en Vos (nrs. 5 en 6)": whose the first is, is not told.
SEVERAL: Final = re.compile(r"moties", re.IGNORECASE)
# What stands before a motion that opens a line, or an item that runs on: "De ", "– Gewijzigde ", ". 2. ". And what
# ends the line of a paper.
ITEM_HEAD: Final = re.compile(r"(?:^|\n|(?<=[.;:)])\s(?=\d{1,3}[.)]\s))(?:[-–•]\s|\d{1,3}[.)]\s)?(?:De\s|Uw\s)?$")
LINE_END: Final = re.compile(r"\.?\s?(?:\n|$)")
# The bracket behind the debate of a motion's card: " (29 754, nr. 5)", and where its line ends.
OPENS: Final = re.compile(r"\s\((?=(?:Kamerstuk\s)?\d\d[\s.]?\d{3})")
BRACKET_END: Final = re.compile(r"\)\.?\s?(?:\n|$)")
# What makes the number behind a motion another motion's: "(t.v.v. die gedrukt onder Kamerstuk 32847-335)".
REPLACED: Final = re.compile(r"(?:t\.v\.v\.|ter vervanging van|vervangt)[^()]{0,60}$")
PROPOSED: Final = frozenset({"motion.proposed", "motion.read-aloud"})
"""Rules of mentions in which the chair names all who submit a motion."""
DASH: Final = re.compile(r"\s[-–]\s$")
# "Zij krijgt nr. 347 (32847)": the chair numbers the motion just proposed.
NUMBERED: Final = re.compile(r"krijgt\s$")
# What names a motion of an earlier section: in the answer under a heading of its own, "Aan genoemde motie …".
NAMED_BEFORE: Final = re.compile(r"(?:genoemde|voornoemde|bovengenoemde)\s", re.IGNORECASE)
# "motie-Ellian op stuk 24 587, nr. 844", "motie op stuk 36 800, nr. 47", "motie-Bos, aangenomen onder nr. 13": no
# brackets.
ON_PAPER: Final = re.compile(r"(?:,\s(?:aangenomen|ingediend|gedrukt))?\s(?:op|onder)\s(?:(?:stuk|Kamerstuk)\s?)?")
PLENARY: Final = frozenset(
    {"tweeminutendebat", "VAO", "VSO", "plenair debat", "dertigledendebat", "interpellatiedebat"}
)
"""Kinds of debates in which motions are submitted and whose report is no paper of a dossier.

"De motie-Bos, ingediend in het tweeminutendebat Terrorisme (29 754, nr. 5)": the number is the motion's.
"""
