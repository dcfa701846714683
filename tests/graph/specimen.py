"""The small letter: everything that a graph of a text can hold occurs in it once."""

from __future__ import annotations

from datetime import date
from typing import Final

from ctgraph.model.claims import (
    Account,
    Announcement,
    Bill,
    Claim,
    Commitment,
    Cooperation,
    Debate,
    Footnote,
    LawCitation,
    Measure,
    Motion,
    OfferedReport,
    PolicyMention,
    Question,
    Ref,
    Request,
    Response,
    Study,
    Time,
)
from ctgraph.model.document import Flow, Header, Note, Span
from graph.factories import DAY, PAPER, TEXT, agent, citation, document, own, participation, rests, span, time


def header() -> Header:
    """The header that the letter prints."""
    lines = TEXT.splitlines()
    title = lines[1].removeprefix("Nr. 900 ")
    printed = {
        "dossier": lines[0],
        "dossier_title": lines[0],
        "identifier": lines[1],
        "title": lines[1],
        "kind": lines[1],
        "date": lines[2],
    }
    spans = tuple((name, span(line)) for name, line in sorted(printed.items()))
    return Header(PAPER, ("29754",), "Terrorismebestrijding", "brief-regering", title, "", "tk", DAY, spans)


MOTION: Final = Ref("motion", "kst-35925-VI-69")
DEBATE: Final = own("debate", "commissiedebat radicalisering van\n14 januari 2021")
COMMITMENT: Final = own("commitment", "Ik zegde toe")
AUTUMN: Final = time("dit najaar", "2021-23", date(2021, 9, 1), date(2021, 11, 30), relative=True)
OBSTACLE: Final = Claim(
    own("claim", "omdat de grondslag"),
    "De grondslag ontbreekt.",
    "limitation",
    rests("omdat de grondslag in de Paspoortwet ontbreekt"),
    (MOTION,),
    Ref("document", PAPER),
)


def references() -> Account:
    """The letter with its header, footnote and references only."""
    note = Note("1", span("1 Kamerstuk 35 925 VI, nr. 69."), Flow("1", "", (0,), (0,)), _mark())
    noted = rests("1 Kamerstuk 35 925 VI, nr. 69.")
    return Account(
        document(header=header(), notes=(note,)),
        (),
        citations=(
            citation("Kamerstuk 35 925 VI, nr. 69", "kst-35925-VI-69", note="1"),
            citation("Kamerstukken 29 754 en 27 925, nr. 370", "kst-29754-370", status="identified", also=("27925",)),
            citation("Kamerstuk 29 754, nr. 16", "kst-29754-16", status="suspect"),
        ),
        law_citations=(
            LawCitation(
                own("citation", "Paspoortwet"),
                Ref("law", "BWBR0005212"),
                "Paspoortwet",
                ("23",),
                "1",
                rests("Paspoortwet"),
            ),
        ),
        policy_mentions=(
            PolicyMention(
                Ref("strategy", "nationale-strategie-2020-2024"),
                "Nationale Strategie",
                "strategy",
                rests("Nationale Strategie 2020-2024"),
            ),
        ),
        footnotes=(
            Footnote(
                Ref("footnote", f"{PAPER}/1"),
                "1",
                "Kamerstuk 35 925 VI, nr. 69.",
                noted,
                rests("verzoekt om onder-\nzoek")[0],
            ),
        ),
        participations=(
            participation(
                "A. de Vries",
                "signer",
                Ref("document", PAPER),
                post="Minister van Justitie en Veiligheid",
            ),
        ),
        times=(AUTUMN, time("3 maart 2021", "2021-03-03", DAY)),
    )


def letter() -> Account:
    """The whole letter."""
    plain = references()
    day = time("14 januari 2021", "2021-01-14", date(2021, 1, 14))
    question = own("question", "of dat kan")
    return Account(
        plain.document,
        plain.mentions,
        plain.citations,
        plain.law_citations,
        plain.policy_mentions,
        plain.footnotes,
        plain.participations,
        plain.times,
        motions=(_motion(),),
        responses=(_response(),),
        questions=(
            Question(
                question,
                "of dat kan",
                participation("De Wit", "questioner", question, group="XYZ"),
                DEBATE,
                rests("«of dat kan»"),
            ),
        ),
        debates=(
            Debate(
                DEBATE,
                "commissiedebat",
                "radicalisering",
                "tk",
                day,
                (Ref("document", "kst-29754-890"),),
                rests("commissiedebat radicalisering van\n14 januari 2021"),
            ),
        ),
        commitments=(_commitment(day),),
        announcements=(
            Announcement(
                own("claim", "dit najaar de\nuitkomst te delen"),
                "De uitkomst komt dit najaar.",
                rests("dit najaar de\nuitkomst te delen"),
                AUTUMN,
                COMMITMENT,
            ),
        ),
        claims=(OBSTACLE,),
        studies=_studies(),
        bills=(Bill(own("bill", "wetsvoorstel"), "wetsvoorstel", "in-preparation", rests("Een wetsvoorstel")),),
        measures=_measures(),
        cooperations=(
            Cooperation(
                own("cooperation", "dialoog"),
                "dialoog",
                (agent("Nederland"), agent("Turkije")),
                rests("met Turkije is er\neen dialoog"),
            ),
        ),
        reports=_reports(),
    )


def _mark() -> Span:
    at = TEXT.index("zoek.1") + len("zoek.")
    return Span(at, at + 1)


def _motion() -> Motion:
    words = "motie van het lid Jansen c.s."
    return Motion(
        MOTION,
        "kst-35925-VI-69",
        (participation("Jansen", "first-signatory", MOTION),),
        rests(words, rule="motion.full", confidence=0.95),
        others_unnamed=True,
        requests=(Request(own("request", "onderzoek"), "onderzoek", rests("onder-\nzoek")),),
        replaces="kst-35925-VI-12",
    )


def _response() -> Response:
    return Response(
        Ref("response", f"{PAPER}/{MOTION.id}"),
        MOTION,
        "not-fully-feasible",
        rests("Dat is nu niet geheel mogelijk", rule="response.cue", confidence=0.8),
        OBSTACLE,
        (Ref("strategy", "nationale-strategie-2020-2024"),),
    )


def _commitment(day: Time) -> Commitment:
    return Commitment(
        COMMITMENT,
        "reported",
        "De uitkomst delen.",
        "open",
        rests("Ik zegde toe dit najaar de\nuitkomst te delen"),
        agent("A. de Vries", "person"),
        agent("Tweede Kamer", of="chamber"),
        DEBATE,
        day,
        AUTUMN,
        (Ref("document", "kst-29754-895"),),
    )


def _studies() -> tuple[Study, ...]:
    words = "Het WODC begeleidt de evaluatie van de wet"
    return (
        Study(
            own("study", words),
            "evaluatie",
            rests(words),
            agent("WODC"),
            time("2020", "2020", date(2020, 1, 1), date(2020, 12, 31)),
            AUTUMN,
            MOTION,
        ),
    )


def _measures() -> tuple[Measure, ...]:
    money, passport = "de versterkingsgelden blijven", "grondslag in de Paspoortwet"
    law = Ref("law", "BWBR0005212")
    return (
        Measure(own("measure", money), "versterkingsgelden", "funding", rests(money)),
        Measure(own("measure", passport), "signalering", "travel-measure", rests(passport), (law,)),
    )


def _reports() -> tuple[OfferedReport, ...]:
    words = "verslag «aanpak» over 2020"
    period = time("2020", "2020", date(2020, 1, 1), date(2020, 12, 31))
    return (OfferedReport(own("document", words), "aanpak", rests(words), period),)
