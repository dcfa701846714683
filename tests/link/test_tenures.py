"""In which dated role somebody took part."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from ctgraph.extract.reading import read_mentions, scanner
from ctgraph.link.account import link
from ctgraph.link.knowledge import Knowledge
from ctgraph.model.claims import Account
from ctgraph.model.gazetteer import PaperFact, PersonEntry, Tenure
from ctgraph.model.source import SourceFile
from ctgraph.readers.plain_text import read_plain_text
from link.factories import GAZETTEER

OFFICE = "Minister van Justitie en Veiligheid"
SENATE, HOUSE = "Eerste Kamer", "Tweede Kamer"


def day(text: str) -> date | None:
    """A day, or None for an open end."""
    return date.fromisoformat(text) if text else None


def held(key: str, role: str, body: str, *days: str) -> Tenure:
    """A tenure of the register for the CDA; `days` are its first, its last, and one on which it was seen."""
    since, until, seen = (day(text) for text in (*days, "", "", "")[:3])
    return Tenure(role, body, "CDA", since, until, key, seen, seen)


ROLES = (
    held("senator", "lid Eerste Kamer", SENATE, "2015-06-09", "2019-06-10"),
    held("member", "lid Tweede Kamer", HOUSE, "2021-03-31", "", "2022-06-01"),
    held("minister", OFFICE, "ministerie", "2023-01-10", "2024-07-02"),
)


def made(text: str, roles: tuple[Tenure, ...] = ROLES, written: str = "2023-03-15", **papers: str) -> Account:
    """The account of a letter by or about somebody with these roles; papers by id, with their days."""
    person = PersonEntry("fenna-brandsma", "Fenna Brandsma", ("Brandsma",), roles)
    facts = {
        key.replace("_", "-"): PaperFact(key.replace("_", "-"), day(when), "motie", "") for key, when in papers.items()
    }
    known = replace(GAZETTEER, persons=(person,), papers=facts)
    document = read_plain_text(SourceFile("a.txt", text.encode(), "kst-30821-185", day(written)), known.papers)
    return link(document, read_mentions(document, scanner(known)), Knowledge(known))


def tabled(number: str, group: str = "", when: str = "", roles: tuple[Tenure, ...] = ROLES) -> str:
    """The key of the tenure in which a motion was tabled; empty if left open."""
    party = f" ({group})" if group else ""
    papers = {f"kst_{number.replace(' ', '_')}": when} if when else {}
    dossier, sub = number.split()
    text = f"De motie van het lid Brandsma{party} (Kamerstuk {dossier[:2]} {dossier[2:]}, nr. {sub}) is uitgevoerd."
    if not sub.isdigit():
        text = text.replace(f", nr. {sub}", f", {sub}")
    motion = made(text, roles, **papers).motions[0]
    tenure = motion.submitters[0].tenure
    return tenure.id if tenure else ""


@pytest.mark.parametrize(
    ("number", "group", "when", "key"),
    [
        ("34775 T", "", "2018-05-22", "senator"),
        ("29754 650", "", "2022-03-01", "member"),
        ("29754 650", "CDA", "", "member"),
        ("29754 650", "", "", ""),
        ("29754 650", "VVD", "2022-03-01", ""),
        ("29754 300", "", "2018-05-22", ""),
        ("34775 T", "", "2021-05-22", ""),
    ],
)
def test_the_chamber_and_the_day_decide(number: str, group: str, when: str, key: str) -> None:
    """Letters are the senate's; a day outside the bounds, or another group, leaves it open; so does no day at all."""
    assert key == tabled(number, group, when)


def test_days_seen_count_only_between_each_other() -> None:
    """A role of which only a day is known covers that day; on another day the printed group has to say so."""
    seen = (held("seen", "lid Tweede Kamer", HOUSE, "", "", "2021-12-07"),)

    assert "seen" == tabled("29754 650", "", "2021-12-07", seen)
    assert "" == tabled("29754 650", "", "2022-02-01", seen)
    assert "seen" == tabled("29754 650", "CDA", "2022-02-01", seen)


def test_a_role_seen_only_later_decides_nothing() -> None:
    """Somebody seen in a chamber after the paper was written need not have sat in it before."""
    later = (held("later", "lid Tweede Kamer", HOUSE, "", "", "2025-10-02"),)

    assert "" == tabled("29754 650", "CDA", "", later)


def test_of_two_roles_on_a_day_none_is_chosen() -> None:
    """Two memberships that both hold the day leave it open."""
    twice = (ROLES[1], held("again", "lid Tweede Kamer", HOUSE, "2020-01-01", "2024-01-01"))

    assert "" == tabled("29754 650", "CDA", "2022-03-01", twice)


def test_who_signs_is_in_office_on_the_day_of_the_paper() -> None:
    """The office printed with the name and the day of the letter decide; before the office was held, nothing does."""
    signed = f"Dat is goed.\n\nDe {OFFICE},\nF. Brandsma\n"

    def tenure(written: str) -> str:
        parts = made(signed, written=written).participations
        return next((p.tenure.id for p in parts if p.tenure), "")

    assert "minister" == tenure("2023-03-15")
    assert "" == tenure("2022-03-15")


def test_who_asked_was_a_member_on_the_day_of_the_debate() -> None:
    """The day of the debate in which a question was put decides."""
    text = "Tijdens het commissiedebat extremisme van 1 juni 2022 vroeg het lid Brandsma (CDA) «of dat ook anders zou kunnen.»"
    (question,) = made(text).questions

    assert question.asked_by is not None
    assert question.asked_by.tenure is not None
    assert "member" == question.asked_by.tenure.id
