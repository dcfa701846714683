"""Parameters as users write them."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pyoxigraph as ox
import pytest

from ctgraph.errors import InvalidParameters
from ctgraph.questions.load import Parameter, ParameterType, Wording
from ctgraph.questions.parameters import parse, read
from questions.engines import CATALOG, TODAY

ID = "https://w3id.org/ctgraph/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"


def parameter(kind: ParameterType) -> Parameter:
    """A parameter of that type."""
    choices = ("open", "fulfilled") if kind == "choice" else ()
    return Parameter("name", kind, True, "", choices, Wording("Naam", "Name"), "example")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("document", "kst-29754-645", f"<{ID}document/kst-29754-645>"),
        ("document", "KST-29754-645", f"<{ID}document/kst-29754-645>"),
        ("document", " kst-34775-vi-t ", f"<{ID}document/kst-34775-VI-T>"),
        ("document", "kst-29754-645-N1", f"<{ID}document/kst-29754-645-n1>"),
        ("document", f"{ID}document/KST-29754-645", f"<{ID}document/kst-29754-645>"),
        ("document", "H-TK-20212022-31-55", f"<{ID}document/h-tk-20212022-31-55>"),
        ("document", "kst-1259252", f"<{ID}document/kst-1259252>"),
        ("document", "dtn-56", f"<{ID}document/dtn-56>"),
        ("document", "kst-29754-645/9f86d081", f"<{ID}document/kst-29754-645/9f86d081>"),
        ("document", "ecli:nl:hr:2004:af7291", f"<{ID}document/ECLI:NL:HR:2004:AF7291>"),
        ("motion", "KST-35917-14", f"<{ID}motion/kst-35917-14>"),
        ("motion", "kst-29754-645/9f86d081", f"<{ID}motion/kst-29754-645/9f86d081>"),
        ("motion", f"{ID}motion/KST-35917-14", f"<{ID}motion/kst-35917-14>"),
        ("thing", f"{ID}law/BWBR0005212", f"<{ID}law/BWBR0005212>"),
        ("dossier", "29754", f"<{ID}dossier/29754>"),
        ("dossier", "29 754", f"<{ID}dossier/29754>"),
        ("dossier", "29.754", f"<{ID}dossier/29754>"),
        ("dossier", "35 925 vi", f"<{ID}dossier/35925-VI>"),
        ("dossier", "21501-02", f"<{ID}dossier/21501-02>"),
        ("dossier", f"{ID}dossier/35925-vi", f"<{ID}dossier/35925-VI>"),
        ("person", "dilan-yesilgoz-zegerius", f"<{ID}person/dilan-yesilgoz-zegerius>"),
        ("person", "Dilan Yeşilgöz-Zegerius", f"<{ID}person/dilan-yesilgoz-zegerius>"),
        ("person", "kst-29754-645/9f86d081", f"<{ID}person/kst-29754-645/9f86d081>"),
        ("person", f"{ID}person/tom-de-bruijn", f"<{ID}person/tom-de-bruijn>"),
        ("thing", "kst-29754-641", f"<{ID}document/kst-29754-641>"),
        ("thing", "bwbr0005212", f"<{ID}law/BWBR0005212>"),
        ("thing", "29754", f"<{ID}dossier/29754>"),
        ("thing", "series/dreigingsbeeld-terrorisme-nederland", f"<{ID}series/dreigingsbeeld-terrorisme-nederland>"),
        ("thing", "time/2022-XX", f"<{ID}time/2022-XX>"),
        ("thing", "https://example.org/a", "<https://example.org/a>"),
        ("resource", "ctg:Motion", "<https://w3id.org/ctgraph/def#Motion>"),
        ("resource", "<http://purl.org/dc/terms/title>", "<http://purl.org/dc/terms/title>"),
        ("resource", "motion/kst-35917-14", f"<{ID}motion/kst-35917-14>"),
        ("term", "kst-29754-641", f"<{ID}document/kst-29754-641>"),
        ("term", '"a\\"b"@nl', '"a\\"b"@nl'),
        ("term", f'"5"^^<{XSD}integer>', f'"5"^^<{XSD}integer>'),
        ("term", '"ş \\u015F"', '"ş ş"'),
        ("date", "2024-02-29", f'"2024-02-29"^^<{XSD}date>'),
        ("count", "06", f'"6"^^<{XSD}integer>'),
        ("choice", "open", '"open"'),
        ("text", ' "quoted"\n', '" \\"quoted\\"\\n"'),
    ],
)
def test_read(kind: ParameterType, value: str, expected: str) -> None:
    """A value becomes the term that the data has."""
    assert str(read(parameter(kind), value)) == expected


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("document", "kst-29754"),
        ("document", "kst-29754-645x"),
        ("document", "kst 29754>"),
        ("document", "a b/../c//d"),
        ("document", "https://example.org/kst-29754-645"),
        ("document", f"{ID}motion/kst-35917-14"),
        ("document", f"{ID}document/"),
        ("document", f"{ID}document/a> ?s ?p ?o . <b"),
        ("motion", "kst-35917"),
        ("dossier", "kst-29754-645"),
        ("dossier", "297"),
        ("dossier", "29754-645"),
        ("dossier", "٢٩٧٥٤"),
        ("person", "!!!"),
        ("person", "a/b> <c"),
        ("thing", "notakind/x"),
        ("thing", "word"),
        ("thing", "https://example.org/a>b"),
        ("thing", "https://example.org/a b"),
        ("thing", "law/"),
        ("resource", "<a>"),
        ("resource", "<https://example.org/a> <b>"),
        ("resource", "ctg:a b"),
        ("resource", "nosuchprefix:a"),
        ("term", "_:b0"),
        ("term", '"a" . <x:y> <x:z> "b"'),
        ("term", '"a" .\n<x:y> <x:z> "b"'),
        ("term", '"a'),
        ("term", '"a\nb"'),
        ("term", '"a"@'),
        ("date", "2023-02-29"),
        ("date", "2023-2-1"),
        ("date", "20230201"),
        ("date", "2023-W05-3"),
        ("count", "-1"),
        ("count", "1.5"),
        ("count", "٣"),
        ("choice", "Open"),
        ("text", "x" * 2_001),
        ("text", "\ud800"),
    ],
)
def test_refuse(kind: ParameterType, value: str) -> None:
    """What does not fit is refused, never bent into something that does."""
    with pytest.raises(ValueError, match=r".+"):
        read(parameter(kind), value)


def test_every_type_is_told() -> None:
    """A missing parameter of any type is told with what it takes and an example."""
    for query in CATALOG.values():
        required = [p for p in query.parameters if p.required]
        if required:
            with pytest.raises(InvalidParameters, match=r"is missing\. It takes") as caught:
                parse(query, {}, TODAY)
            assert [error["name"] for error in caught.value.errors] == [p.name for p in required]
    used = {p.type for query in CATALOG.values() for p in query.parameters}
    assert used == set(get_args(ParameterType))


def test_all_errors_together() -> None:
    """Unknown names, bad values and missing ones come in one error, each with what to do."""
    query = CATALOG["motions-without-response"]
    with pytest.raises(InvalidParameters) as caught:
        parse(query, {"dosier": "29754", "asOf": "gisteren", "dossier": "x"}, TODAY)

    details = {error["name"]: error["detail"] for error in caught.value.errors}
    assert list(details) == ["dosier", "months", "dossier", "asOf"]
    assert details["dosier"] == "is no parameter of this query. Known: months, dossier, asOf."
    assert details["months"] == "is missing. It takes a whole number from 0 to 9999, such as 6."
    assert details["asOf"] == "'gisteren' does not fit. It takes a day as YYYY-MM-DD, such as 2023-01-01."
    assert caught.value.status == 400
    assert str(caught.value).startswith("dosier: is no parameter")


def test_choices_are_told() -> None:
    """A value outside the choices is answered with the choices."""
    with pytest.raises(InvalidParameters, match="one of open, fulfilled, partly-fulfilled, lapsed"):
        parse(CATALOG["commitments"], {"status": "closed"}, TODAY)


def test_query_without_parameters() -> None:
    """A query that takes none says so."""
    with pytest.raises(InvalidParameters, match="Known: none"):
        parse(CATALOG["threat-levels"], {"document": "kst-29754-645"}, TODAY)


def test_defaults() -> None:
    """Left out or empty, asOf is the day that the caller calls today; other optional ones stay absent."""
    values = parse(CATALOG["commitments"], {"status": ""}, date(2023, 1, 1))

    assert dict(values) == {"asOf": ox.Literal("2023-01-01", datatype=ox.NamedNode(XSD + "date"))}
