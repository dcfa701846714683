"""How papers give the number of a motion's paper, in sentences, lists and rows, and what gives it none."""

from __future__ import annotations

NUMBERED: dict[str, tuple[str, ...]] = {
    "kst-29754-5": (
        "In de motie-Bos (ingediend op 3 mei 2022, 29 754, nr. 5) wordt iets gevraagd.",
        "De motie-Bos (aangenomen op 3 mei 2022, Kamerstuk 29 754, nr. 5) is uitgevoerd.",
        "De motie-Bos (aanvaard op 3 mei 2022; Kamerstuk 29 754, nr. 5) is uitgevoerd.",
        "De motie-Bos (d.d. 3 mei 2022, 29 754, nr. 5) is uitgevoerd.",
        "De motie-Bos (van 3 mei 2022, 29 754, nr. 5) is uitgevoerd.",
        "De motie-Bos (gewijzigd, 29 754, nr. 5) is uitgevoerd.",
        "De motie-Bos (aangehouden, zie Kamerstuk 29 754, nr. 5) is bekend.",
        "De motie-Bos (ingediend bij het tweeminutendebat van 3 mei 2022, 29 754, nr. 5) is uitgevoerd.",
        "De motie-Bos (VVD, 29 754, nr. 5) is uitgevoerd.",
        "De motie op dat punt (29 754, nr. 5) is uitgevoerd.",
        "De motie daarover (29 754, nr. 5) is uitgevoerd.",
        "De motie ter zake (Kamerstuk 29 754, nr. 5) is uitgevoerd.",
        "De motie van vorig jaar (29 754, nr. 5) is uitgevoerd.",
        "De motie uit 2021 (29 754, nr. 5) is uitgevoerd.",
        "De motie die hierom vraagt (29 754, nr. 5) is uitgevoerd.",
        "De motie waarin om geld wordt gevraagd (29 754, nr. 5) is uitgevoerd.",
        "De motie tot het instellen van een fonds (29 754, nr. 5) is uitgevoerd.",
        "De motie van de SP-fractie over geld (29 754, nr. 5) is uitgevoerd.",
        "Overzicht\n\nMotie Bos en Vos – hulp aan ouders\t29 754, nr. 5\tUitgevoerd",
        "Overzicht\n\n2. Motie Bos: hulp aan ouders | 29 754, nr. 5 | Uitgevoerd",
        "Overzicht\n\nMotie Jansen | 29 754, nr. 5 | Uitgevoerd",
        "Overzicht\n\nMotie Bos over hulp aan ouders\t29 754, nr. 5\tLoopt",
        "Overzicht\n\n1. Motie-Bos (SP) over hulp aan ouders, 29 754, nr. 5. Deze is uitgevoerd.",
        "Overzicht\n\nMotie van het lid Bos c.s. over ouders\nTweeminutendebat Drones, 3 mei 2022 (29 754, nr. 5)\nLoopt.",
        "Overzicht\n\nMotie van de leden Bos en Vos over hulp\nPlenair debat, 3 mei 2022 (Kamerstuk 29 754, nr. 5)\nLoopt.",
        "Overzicht\n\n– Motie-Bos over hulp\nDebat branden in Spanje, 3 mei 2022 (29 754, nr. 5)\n",
        "Overzicht\n\n– Motie-Bos c.s. – hulp aan ouders, 29 754, nr. 5.",
    ),
    "kst-30821-J": (
        "Overzicht\n\n1. Motie-Bos (CDA) c.s. over termijnen, 30 821, J. De Minister voert deze motie niet uit.",
        "Overzicht\n\n2. Motie-Bos over termijnen; 30 821, J.",
        "De motie-Bos c.s. (30 821 (R2064), J) is uitgevoerd.",
        "De motie-Bos (30 821, J) is uitgevoerd.",
    ),
    "": (
        "De motie-Bos (zie de brief van 3 mei 2022, 29 754, nr. 5) is uitgevoerd.",
        "De motie-Bos over geld, in de brief van 3 mei 2022, 29 754, nr. 5 besproken, is uitgevoerd.",
    ),
}  # fmt: skip
NO_MOTION = (
    "De motie op dit punt is uitgevoerd.",
    "Een motie over drones is in dat debat (29 754, nr. 5) besproken.",
    "Een motie op basis van het rapport (29 754, nr. 5) is uitgevoerd.",
    "Overzicht\n\nMotie Schengen | 29 754, nr. 5 | Uitgevoerd",
    "Overzicht\n\nMotie Schengen, de stand van zaken",
)
"""Sentences in which no motion of somebody or of a paper is named."""
PROPOSED = """Overzicht

Deze motie is voorgesteld door de leden Bos, Vos en De Wit. Zij krijgt nr. 7 (29 754).

"""
"""How a chair names all who submit a motion."""
