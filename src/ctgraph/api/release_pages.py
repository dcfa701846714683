"""The HTML pages of a release and of its files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from ctgraph.api.addresses import local_path
from ctgraph.api.markup import Markup, definitions, element, embedded, link, page, table
from ctgraph.api.rdf import FORMATS
from ctgraph.api.table_page import cite_links
from ctgraph.api.thing_page import alternates, format_links
from ctgraph.api.things import short
from ctgraph.api.wording import Language, word
from ctgraph.graph.catalogue.dcat import Distribution
from ctgraph.graph.catalogue.words import ABOUT, LICENSE
from ctgraph.store.manifest import Manifest

_SERVICES: Final = (("/sparql", "SPARQL"), ("/docs", "REST"), ("/.well-known/void", "VoID"))


def export_page(release: str, files: Iterable[tuple[str, str, int, str]], language: Language) -> bytes:
    """The files of a release: address, name, bytes, checksum."""
    rows = [(link(href, name), f"{size:,}", element("code", checksum)) for href, name, size, checksum in files]
    head = (word("file", language), word("bytes", language), "SHA-256")
    return page(
        word("export-title", language),
        element("p", word("export-intro", language)),
        element("p", word("release", language), " ", link(f"/release/{release}", element("code", release))),
        table(head, rows, word("export-title", language)) if rows else element("p", word("no-files", language)),
        element("p", link("/.well-known/void", "VoID")),
        language=language,
    )


def catalogue_page(
    release: str, files: Iterable[Distribution], schema_org: Mapping[str, Any], language: Language
) -> bytes:
    """The catalogue for people; in its head the dataset in the words that search engines read."""
    head = (word("file", language), word("bytes", language), "SHA-256")
    rows = [(link(f"/export/{each.name}", each.name), f"{each.size:,}", element("code", each.sha256)) for each in files]
    texts = {each.language: each.value for each in ABOUT}
    return page(
        word("catalogue-title", language),
        element("p", texts[language]),
        element("p", word("release", language), " ", link(f"/release/{release}", element("code", release))),
        element("p", word("licence", language), " ", link(LICENSE.value, "CC0 1.0")),
        format_links("/catalog", FORMATS, language),
        table(head, rows, word("export-title", language)) if rows else element("p", word("no-files", language)),
        element("ul", *(element("li", link(path, name)) for path, name in _SERVICES)),
        head=[*alternates("/catalog", FORMATS), embedded(json.dumps(schema_org, ensure_ascii=False))],
        language=language,
    )


def release_page(manifest: Manifest, counts: Mapping[str, int], path: str, language: Language) -> bytes:
    """What a release is made of, as its manifest has it."""
    facts = [
        *((word(name, language), f"{number:,}") for name, number in counts.items()),
        (word("canonical-hash", language), element("code", manifest.canonical_hash)),
        (word("version", language), manifest.software_version),
        *((name, str(value)) for name, value in sorted(manifest.run.items())),
    ]
    inputs = [(each.path, each.id, element("code", each.digest)) for each in manifest.inputs]
    refused = [(each.path, each.reason) for each in manifest.refused]
    graphs = [
        (link(local_path(graph) or graph, short(graph).removeprefix("graph/")), f"{count:,}")
        for graph, count in sorted(manifest.statements.items())
    ]
    heads = [word(key, language) for key in ("file", "document")]
    return page(
        f"{word('release', language)} {manifest.id}",
        format_links(path, FORMATS, language),
        cite_links(f"/cite/release/{manifest.id}", {}, language),
        definitions(facts),
        *_section(word("inputs", language), (*heads, "SHA-256"), inputs),
        *_section(word("refused", language), (heads[0], word("reason", language)), refused),
        *_section(word("graphs", language), (word("source", language), word("count", language)), graphs),
        head=alternates(path, FORMATS),
        language=language,
    )


def _section(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Markup, ...]:
    return (element("h2", title), table(head, rows, title)) if rows else ()
