"""The pages that are about no thing: the first page, the query page, and the description of the API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from ctgraph.api.markup import Markup, definitions, element, join, link, page
from ctgraph.api.table_page import query_form, said
from ctgraph.api.wording import Language, word
from ctgraph.namespaces import PREFIXES
from ctgraph.questions.load import CannedQuery

_EXAMPLE: Final = """SELECT ?citation ?text ?reason WHERE {
  ?citation ctg:resolutionStatus <https://w3id.org/ctgraph/concept/resolution-status/suspect> ;
    ctg:citationText ?text ;
    ctg:resolutionReason ?reason .
}
ORDER BY ?citation
LIMIT 100"""
_SHOWN_PREFIXES: Final = ("ctg", "cito", "dcterms", "prov", "rdfs", "skos", "xsd")


def landing_page(
    queries: Iterable[CannedQuery], release: str | None, counts: Mapping[str, int], language: Language
) -> bytes:
    """The first page: what this is, which release, and the questions that can be asked."""
    other: Language = "en" if language == "nl" else "nl"
    listed = [
        element(
            "details",
            element("summary", element("strong", said(query.summary, language)), " – ", said(query.question, language)),
            query_form(query, {}, language),
        )
        for query in queries
    ]
    return page(
        word("landing-title", language),
        element("p", word("landing-lead", language), class_="lead"),
        element("p", word("landing-marks", language)),
        element("p", link(f"/?lang={other}", word("other-language", language), hreflang=other, lang=other)),
        _release(release, counts, language),
        element("section", element("h2", word("landing-questions", language)), *listed),
        _ways(language),
        language=language,
    )


def _release(release: str | None, counts: Mapping[str, int], language: Language) -> Markup:
    title = element("h2", word("landing-release", language))
    if release is None:
        return element("section", title, element("p", word("no-release", language), class_="error"))
    pairs: list[tuple[str, str]] = [
        (word("release", language), link(f"/release/{release}", element("code", release[:16]))),
        *((word(name, language), f"{number:,}") for name, number in counts.items()),
    ]
    return element("section", title, definitions(pairs))


def _ways(language: Language) -> Markup:
    ways = (
        ("/sparql", "way-sparql"), ("/docs", "way-api"), ("/def", "way-ontology"),
        ("/concept", "way-concepts"), ("/export", "way-export"),
    )  # fmt: skip
    items = (
        element("li", link(address, element("code", address)), " – ", word(key, language)) for address, key in ways
    )
    return element("section", element("h2", word("landing-ways", language)), element("ul", *items))


def query_page(language: Language) -> bytes:
    """A place to write a query; without scripts the form gets the answer as the browser shows it."""
    prefixes = "\n".join(f"PREFIX {name}: <{PREFIXES[name]}>" for name in _SHOWN_PREFIXES)
    form = element(
        "form",
        element("label", word("query", language), for_="query"),
        element("textarea", f"{prefixes}\n\n{_EXAMPLE}", id="query", name="query", rows=18, spellcheck="false"),
        element("p", element("button", word("ask", language), type="submit")),
        id="query-form",
        action="/sparql",
        method="get",
    )
    return page(
        "SPARQL",
        element("p", word("query-intro", language)),
        form,
        element("div", id="answer", aria_live="polite"),
        head=(element("script", src="/static/query.js", defer=True),),
        language=language,
    )


def docs_page(description: Mapping[str, Any], problems: Mapping[str, str], language: Language) -> bytes:
    """The API description for people, drawn from the OpenAPI document, with the problems that may come."""
    operations = [
        _operation(path, method, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    ]
    faults = ((element("code", code, id=f"problem-{code}"), meaning) for code, meaning in problems.items())
    return page(
        "API",
        element("p", word("docs-intro", language), " ", link("/v1/openapi.json", "/v1/openapi.json")),
        *operations,
        element("h2", word("problems", language)),
        definitions(faults),
        language=language,
    )


def _operation(path: str, method: str, operation: Mapping[str, Any]) -> Markup:
    parameters = (
        (
            element("code", parameter["name"], "" if parameter.get("required") else "?"),
            join([parameter.get("description", ""), " ", _allowed(parameter["schema"])]),
        )
        for parameter in operation.get("parameters", ())
    )
    return element(
        "details",
        element(
            "summary",
            element("span", method.upper(), class_="method"),
            " ",
            element("code", f"/v1{path}"),
            " – ",
            operation.get("summary", ""),
        ),
        element("p", operation.get("description", "")),
        definitions(parameters),
    )


def _allowed(schema: Mapping[str, Any]) -> Markup:
    listed = schema.get("enum") or schema.get("items", {}).get("enum")
    if listed:
        return join([element("code", str(value)) for value in listed], " ")
    return element("small", str(schema.get("format", schema.get("type", ""))))
