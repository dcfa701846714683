"""Checks: the specimen passes each one, and each one finds its planted fault."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.plugins.sparql import prepareQuery

from ctgraph.errors import InputError
from ctgraph.questions.checks import Check, checks
from questions.engines import ROOT, solve, specimen, specimen_quads, store

CHECKS = checks(ROOT / "queries")
PREFIXES = """
PREFIX c: <https://w3id.org/ctgraph/concept/>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX ctg: <https://w3id.org/ctgraph/def#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX g: <https://w3id.org/ctgraph/graph/>
PREFIX id: <https://w3id.org/ctgraph/id/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
FAULTS = {
    "announcement-order": (
        "g:x { id:claim\\/kst-36999-12\\/dddd0010 ctg:deliveredOn id:time\\/2010-06 }",
        "id/claim/kst-36999-12/dddd0010",
    ),
    "citation-target": (
        "g:x { id:citation\\/x ctg:resolutionStatus c:resolution-status\\/resolved ;"
        " cito:hasCitedEntity id:document\\/kst-36998-1 }",
        "id/citation/x",
    ),
    "commitment-order": (
        "g:x { id:commitment\\/tz202401-001 ctg:fulfilledOn id:time\\/2010-06 }",
        "id/commitment/tz202401-001",
    ),
    "concept-known": (
        "g:x { id:response\\/x ctg:fulfilmentStatus c:fulfilment-status\\/nearly }",
        "concept/fulfilment-status/nearly",
    ),
    "document-date": (
        "g:x { id:document\\/kst-36999-12 ctg:documentDate id:time\\/2024-01-18 }",
        "id/document/kst-36999-12",
    ),
    "passage-length": (
        'g:x { id:passage\\/x ctg:startPosition 0 ; ctg:endPosition 4 ; ctg:exactText "abc" }',
        "id/passage/x",
    ),
    "provenance": (
        "g:x { id:run\\/x a ctg:Extraction . id:motion\\/x a ctg:Motion }",
        "id/motion/x",
    ),
    "response-status": (
        "g:x { id:response\\/kst-36999-12\\/kst-36999-7 ctg:fulfilmentStatus c:fulfilment-status\\/fulfilled }",
        "id/response/kst-36999-12/kst-36999-7",
    ),
    "tenure-overlap": (
        "g:x { id:tenure\\/x ctg:holder id:person\\/anna-zwart ; ctg:inOrganization id:organisation\\/tweede-kamer ;"
        " ctg:onBehalfOf id:organisation\\/tegenpartij ; ctg:tenurePeriod id:time\\/2020..2024 }",
        "id/person/anna-zwart",
    ),
    "unresolved-reference": (
        "g:x { id:citation\\/kst-36999-12\\/eeee0003 cito:hasCitedEntity id:document\\/kst-36999-3 }",
        "id/citation/kst-36999-12/eeee0003",
    ),
    "commitment-status": (
        "g:x { id:commitment\\/tz202401-001 ctg:commitmentStatus c:commitment-status\\/open }",
        "id/commitment/tz202401-001",
    ),
    "decision-result": (
        "g:x { id:decision\\/kst-36999-7\\/2024-02-01 ctg:decisionResult c:decision-result\\/rejected }",
        "id/decision/kst-36999-7/2024-02-01",
    ),
    "document-title": (
        'g:x { id:document\\/kst-36999-7 dcterms:title "Motie over iets anders"@nl }',
        "id/document/kst-36999-7",
    ),
    "motion-advice": (
        "g:x { id:motion\\/kst-36999-7 ctg:governmentAdvice c:government-advice\\/ontraden }",
        "id/motion/kst-36999-7",
    ),
    "result-of-motion": (
        "g:x { id:decision\\/y ctg:decidesOn id:motion\\/kst-36999-7 ;"
        " ctg:decisionResult c:decision-result\\/rejected ; ctg:onDate id:time\\/2024-02-01 }",
        "id/motion/kst-36999-7",
    ),
    "seats-counted": (
        "g:x { id:vote\\/kst-36999-7\\/proefpartij ctg:seats 4 }",
        "id/vote/kst-36999-7/proefpartij",
    ),
    "threat-level": (
        "g:x { id:document\\/proefbeeld-2 ctg:threatLevel c:threat-level-five-step\\/aanzienlijk }",
        "id/document/proefbeeld-2",
    ),
    "vote-choice": (
        "g:x { id:vote\\/kst-36999-7\\/proefpartij ctg:choice c:vote-choice\\/did-not-take-part }",
        "id/vote/kst-36999-7/proefpartij",
    ),
    "vote-seats": (
        "g:x { id:decision\\/kst-36999-7\\/2024-02-01 ctg:votePosition id:vote\\/x , id:vote\\/y ."
        " id:vote\\/x ctg:seats 140 . id:vote\\/y ctg:seats 20 }",
        "id/decision/kst-36999-7/2024-02-01",
    ),
}
"""For each check a fault, and a thing that the check must name for it."""


def planted(fault: str) -> ox.Store:
    """The specimen with a fault in a graph of its own."""
    return store((*specimen_quads(), *ox.parse(PREFIXES + fault, format=ox.RdfFormat.TRIG)))


def test_every_check_has_a_fault() -> None:
    """A check without a planted fault proves nothing."""
    assert set(CHECKS) == set(FAULTS)


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_specimen_passes(check: Check) -> None:
    """The specimen breaks no rule, and the check is SPARQL to a second parser too."""
    assert list(solve(check.text, specimen())) == []
    assert prepareQuery(check.text).algebra is not None


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_fault_is_found(check: Check) -> None:
    """The planted fault gives rows, one of which names the culprit."""
    fault, culprit = FAULTS[check.name]
    rows = [str(row) for row in solve(check.text, planted(fault))]

    assert [row for row in rows if f"ctgraph/{culprit}>" in row] != []


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_rule_in_two_languages(check: Check) -> None:
    """The first two lines state the rule as a sentence, in English and in Dutch; a notice says so in the third."""
    first, second, *_ = check.text.splitlines()

    assert (first, second) == (f"#+ en: {check.rule.en}", f"#+ nl: {check.rule.nl}")
    assert (check.rule.en[-1], check.rule.nl[-1]) == (".", ".")
    assert ("#+ level: notice" in check.text.splitlines()[2:3]) is (check.level == "notice")


def test_sources_that_differ_are_notices() -> None:
    """A check on what sources say of one thing is a notice, one on what the graph itself does a violation."""
    notices = {name for name, check in CHECKS.items() if check.level == "notice"}

    assert {"document-date", "document-title", "decision-result", "threat-level", "vote-choice"} <= notices
    assert notices.isdisjoint({"provenance", "passage-length", "citation-target", "vote-seats"})


@pytest.mark.parametrize("header", ["", "#+ en: A rule.\n", "#+ A rule\n", "#+ en: A.\n#+ nl: B.\n#+ level: grave\n"])
def test_broken_rule(tmp_path: Path, header: str) -> None:
    """A check that does not state its rule in both languages, or a level that is none, is refused with its file."""
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "odd.rq").write_text(header + "SELECT * {}", encoding="utf-8")

    with pytest.raises(InputError, match=r"odd\.rq"):
        checks(tmp_path)
