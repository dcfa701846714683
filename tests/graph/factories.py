"""Parts of accounts for tests, with defaults, all at words of one small letter."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Final

from ctgraph.dates.reading import TimeReading
from ctgraph.identifiers import Kind, digest8
from ctgraph.model.claims import Agent, Citation, Evidence, Participation, Reason, Ref, ResolutionStatus, Role, Time
from ctgraph.model.document import Document, Flow, Header, Note, Span

TEXT: Final = """29 754 Terrorismebestrijding
Nr. 900 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID
Den Haag, 3 maart 2021
Bijgaand het verslag «aanpak» over 2020. In het commissiedebat radicalisering van
14 januari 2021 vroeg het lid De Wit (XYZ) «of dat kan». Ik zegde toe dit najaar de
uitkomst te delen. De motie van het lid Jansen c.s. (was nr. 12) verzoekt om onder-
zoek.1 Dat is nu niet geheel mogelijk omdat de grondslag in de Paspoortwet ontbreekt.
De Nationale Strategie 2020-2024 voorziet hierin. Het WODC begeleidt de evaluatie van de wet.
Een wetsvoorstel is in voorbereiding, de versterkingsgelden blijven en met Turkije is er
een dialoog. Zie Kamerstukken 29 754 en 27 925, nr. 370 en Kamerstuk 29 754, nr. 16.
De Minister van Justitie en Veiligheid,
A. de Vries
1 Kamerstuk 35 925 VI, nr. 69.
"""
PAPER: Final = "kst-29754-900"
DAY: Final = date(2021, 3, 3)

Rests = tuple[Evidence, ...]


def document(
    text: str = TEXT, *, identifier: str = PAPER, header: Header | None = None, notes: tuple[Note, ...] = ()
) -> Document:
    """A document whose clean text is its raw text, without a header unless one is given."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    body = Flow("body", text, (0,), (0,))
    return Document(identifier, text, digest, body, date=DAY, header=header or Header(), notes=notes)


def span(words: str, text: str = TEXT) -> Span:
    """Where the words stand; they must."""
    start = text.index(words)
    return Span(start, start + len(words))


def rests(words: str, *, rule: str = "test.rule", confidence: float = 0.9, text: str = TEXT) -> Rests:
    """Evidence at the words, read with line ends undone."""
    readable = words.replace("-\n", "").replace("\n", " ")
    return (Evidence(span(words, text), readable, rule, confidence),)


def own(kind: Kind, words: str) -> Ref:
    """A reference to a thing that only this text holds."""
    return Ref(kind, f"{PAPER}/{digest8(words)}")


def time(words: str, edtf: str, first: date, last: date | None = None, *, relative: bool = False) -> Time:
    """A time at the words; `last` is the first day unless given."""
    return Time(own("time", words), TimeReading(edtf, first, last or first, relative), words, rests(words))


def agent(name: str, kind: Kind = "organisation", of: str = "", slug: str = "") -> Agent:
    """A person, post or organisation with a slug of its own."""
    known = "" if kind == "organisation" else kind
    return Agent(Ref(kind, slug or name.lower().replace(" ", "-")), name, of or known)


def participation(words: str, role: Role, of: Ref, *, group: str = "", post: str = "") -> Participation:
    """The part of a person named by the words."""
    return Participation(
        own("participation", words),
        agent(words, "person"),
        role,
        of,
        words,
        rests(words),
        agent(group, of="parliamentary-group") if group else None,
        agent(post, "post") if post else None,
    )


def citation(
    words: str,
    identifier: str,
    *,
    status: ResolutionStatus = "resolved",
    note: str = "",
    also: tuple[str, ...] = (),
) -> Citation:
    """A reference to one paper; a doubtful one has a reason, a suggestion and no target."""
    doubtful = status in ("suspect", "ambiguous")
    return Citation(
        own("citation", words),
        (identifier,),
        () if doubtful else (Ref("document", identifier),),
        status,
        rests(words, rule="kamerstuk.full", confidence=0.3 if doubtful else 0.99),
        Reason("Dat nummer is van 2004.", "That number is of 2004.") if doubtful else None,
        "kst-29754-160" if doubtful else "",
        note,
        also_dossiers=also,
    )
