"""The HTML page of a canned query: its form, and one page of its rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from ctgraph.api.addresses import local_path
from ctgraph.api.markup import Markup, element, join, link, page, table
from ctgraph.api.tables import Plain, Table
from ctgraph.api.things import short
from ctgraph.api.wording import Language, word
from ctgraph.graph.catalogue.citing import CITATIONS
from ctgraph.questions.load import CannedQuery, Parameter, Wording

_INPUT_TYPES: Final[Mapping[str, str]] = {"date": "date", "count": "number"}


def table_page(
    query: CannedQuery, answer: Table, values: Mapping[str, str], following: str | None, language: Language
) -> bytes:
    """One page of the answer to a query, under the form that asked it."""
    kinds = {column.name: column.type for column in query.columns}
    records = answer.records()
    filled = [name for name in answer.columns if any(record[name] is not None for record in records)]
    rows = ((_cell(record[name], kinds[name]) for name in filled) for record in records)
    return page(
        said(query.summary, language),
        element("p", said(query.question, language)),
        query_form(query, values, language),
        table(filled, rows, said(query.summary, language)) if records else element("p", word("none", language)),
        element("p", link(following, word("next", language), rel="next")) if following else None,
        cite_links(f"/cite/query/{query.name}", values, language),
        language=language,
    )


def cite_links(path: str, values: Mapping[str, str], language: Language) -> Markup:
    """Links to how something is cited, in each form."""
    asked = f"?{urlencode(values)}" if values else ""
    links = (link(f"{path}.{suffix}{asked}", name) for suffix, (_, name, _) in CITATIONS.items())
    return element("p", word("cite", language), " ", join(links, " · "), class_="formats")


def query_form(query: CannedQuery, values: Mapping[str, str], language: Language) -> Markup:
    """A form that asks the query."""
    fields = (_field(query.name, parameter, values.get(parameter.name, ""), language) for parameter in query.parameters)
    return element(
        "form",
        *fields,
        element("button", word("ask", language), type="submit"),
        action=f"/v1/queries/{query.name}",
        method="get",
    )


def _field(query: str, parameter: Parameter, value: str, language: Language) -> Markup:
    key = f"{query}-{parameter.name}"
    described = said(parameter.description, language)
    label = element("label", described, " " if parameter.required else None, for_=key)
    if parameter.choices:
        options = (
            element("option", choice, value=choice, selected=choice == value) for choice in ("", *parameter.choices)
        )
        return element("p", label, element("select", *options, id=key, name=parameter.name))
    entry = element(
        "input",
        id=key,
        name=parameter.name,
        value=value,
        type=_INPUT_TYPES.get(parameter.type, "text"),
        placeholder=parameter.example,
        required=parameter.required,
    )
    return element("p", label, entry)


def said(words: Wording, language: Language) -> str:
    """The words in one of the two languages."""
    return words.nl if language == "nl" else words.en


def _cell(value: Plain, kind: str) -> str:
    if value is None:
        return ""
    if kind == "iri" and isinstance(value, str):
        return link(local_path(value) or value, short(value), title=value)
    return str(value)
