"""Reading references takes time in proportion to the text, whatever the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from ctgraph.extract import eu_acts, gazettes, laws, motions, organisations, papers, persons, proceedings, rulings
from ctgraph.extract.scan import Page
from ctgraph.model.mentions import Mention
from extract.factories import page
from stopwatch import seconds

MODULES = (papers, proceedings, gazettes, rulings, eu_acts, laws, organisations, persons, motions)


def all_laws(made: Page) -> Iterator[Mention]:
    """Laws, with the definitions of the page."""
    return laws.find_laws(made, laws.law_definitions([made]))


def time_of(find: Callable[[Page], Iterator[Mention]], text: str) -> float:
    """The time that one reading takes."""
    made = page(text, triggers=[module.TRIGGERS for module in MODULES])
    return seconds(lambda: list(find(made)))


@pytest.mark.parametrize(
    ("find", "unit"),
    [
        (papers.find_papers, "29 754, nr. "),
        (papers.find_papers, "29 754 en "),
        (papers.find_papers, "12345-12 "),
        (papers.find_papers, "nrs. 1, "),
        (papers.find_papers, "wet (29754) "),
        (papers.find_papers, "1234567890"),
        (papers.find_papers, "1 2 3 4 "),
        (papers.find_papers, "motie (nr. 5 "),
        (papers.find_papers, "voorstel 30 566 en nr. 5 "),
        (papers.find_papers, "verslag over 36 327 en "),
        (papers.find_papers, "(EK 34 356, "),
        (papers.find_papers, "nr. 5 en nr. "),
        (proceedings.find_proceedings, "Handelingen II 2021/22, nr. 31, items 1, "),
        (proceedings.find_proceedings, "Kamervragen 2020Z13248 "),
        (proceedings.find_proceedings, "vragen 2020Z13248, "),
        (gazettes.find_gazettes, "Stb. 2017, nrs. 5, "),
        (gazettes.find_gazettes, "2017 Stb. 5, 6, "),
        (rulings.find_rulings, "ECLI:NL:HR:2019:"),
        (eu_acts.find_eu_acts, "Verordening (EU) 2021/784, "),
        (eu_acts.find_eu_acts, "artikel 5, Verordening "),
        (eu_acts.find_eu_acts, "artikel 5 van die verordening (EU) 2021/784 "),
        (all_laws, "artikel 5, eerste lid, en "),
        (all_laws, "Wet langdurig "),
        (all_laws, "a-wet-"),
        (all_laws, "de Paspoortwet artikel 5 van die wet "),
        (all_laws, "de Regeling aaaa, bbbb, cccc en dddd "),
        (all_laws, "Verdrag inzake de "),
        (all_laws, "Wet toegezegd aangeboden "),
        (organisations.find_organisations, "gemeenten Delft, "),
        (organisations.find_organisations, "groepen als Base en "),
        (organisations.find_organisations, "Network Office of Forum "),
        (organisations.find_organisations, "Stichting Aaa Bbb (SAB) SAB "),
        (persons.find_persons, "mr. dr. drs. "),
        (persons.find_persons, "De Minister van Xxx, De Minister van Yyy, "),
        (persons.find_persons, "ministers Aaa en Bbb, "),
        (motions.find_motions, "moties-Bos (29 754, nr. 5) en -"),
        (all_laws, "Xaaaawet (hierna: Abwet) "),
    ],
)
def test_time_grows_with_the_text_only(find: Callable[[Page], Iterator[Mention]], unit: str) -> None:
    """Four times the text takes about four times as long, never sixteen times."""
    small = unit * (12_000 // len(unit))

    assert time_of(find, small * 4) < 10 * max(time_of(find, small), 0.01)
