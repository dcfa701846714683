"""HTML from Python: every text is escaped unless it is already Markup; the frame of every page."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Final

_VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta"})


class Markup(str):
    """HTML that is safe as it stands; only `element`, `join` and `page` make it."""

    __slots__ = ()


def element(tag: str, *children: str | None, **attributes: str | int | bool | None) -> Markup:
    """One element with its children escaped; None is left out.

    An attribute whose Python name would clash ends in `_` (`class_`), and `_` inside stands for `-`.

    >>> element("a", "<b>", href="/x?a=1&b=2", class_="id")
    '<a href="/x?a=1&amp;b=2" class="id">&lt;b&gt;</a>'
    """
    shown = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in _VOID:
        return Markup(f"<{tag}{shown}>")
    return Markup(f"<{tag}{shown}>{join(children)}</{tag}>")


def _attribute(name: str, value: str | int | bool | None) -> str:
    key = name.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    if value is True:
        return f" {key}"
    return f' {key}="{html.escape(str(value))}"'


def join(children: Iterable[str | None], separator: str = "") -> Markup:
    """The children one after the other, escaped where they are plain text; None is left out."""
    return Markup(escape(separator).join(escape(child) for child in children if child is not None))


def escape(text: str) -> Markup:
    """The text as HTML; Markup stays as it is."""
    return text if isinstance(text, Markup) else Markup(html.escape(text))


def link(address: str, *children: str | None, **attributes: str | int | bool | None) -> Markup:
    """A link, if the address is one of ours (`/…`) or http(s); otherwise the children alone.

    So that an IRI out of a text (`javascript:…`, `data:…`) never becomes something to click on.
    """
    if not address.startswith(("/", "https://", "http://")) or address.startswith("//"):
        return element("span", *children)
    return element("a", *children, href=address, **attributes)


def table(head: Iterable[str], rows: Iterable[Iterable[str]], caption: str | None = None) -> Markup:
    """A table with a header row; in a box of its own that scrolls when it is too wide."""
    header = element("tr", *(element("th", cell, scope="col") for cell in head))
    body = (element("tr", *(element("td", cell) for cell in row)) for row in rows)
    inner = element(
        "table",
        element("caption", caption) if caption else None,
        element("thead", header),
        element("tbody", *body),
    )
    return element("div", inner, class_="scroll", tabindex="0", role="region", aria_label=caption or "table")


def definitions(pairs: Iterable[tuple[str, str]]) -> Markup:
    """A list of names with their values."""
    rows = (element("div", element("dt", name), element("dd", value)) for name, value in pairs)
    return element("dl", *rows)


def embedded(json_ld: str) -> Markup:
    """JSON-LD in the head of a page, for machines that read no other format: data, which no browser runs.

    `<` is escaped in it as JSON has it, so that no text can end the element.
    """
    escaped = json_ld.replace("<", "\\u003c")
    return Markup(f'<script type="application/ld+json">{escaped}</script>')


def page(title: str, *body: str | None, head: Iterable[Markup] = (), language: str = "en") -> bytes:
    """A whole page in UTF-8; nothing in it comes from elsewhere, and no script or style is inline."""
    pages = (("/sparql", "SPARQL"), ("/docs", "API"), ("/def", "Ontology"), ("/export", "Data"))
    navigation = element(
        "nav",
        link("/", element("strong", "ctgraph")),
        *(link(address, label) for address, label in pages),
        aria_label="Main",
    )
    document = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", f"{title} · ctgraph"),
            element("link", rel="stylesheet", href="/static/style.css"),
            *head,
        ),
        element(
            "body",
            element("a", "Skip to content", href="#main", class_="skip"),
            element("header", navigation),
            element("main", element("h1", title), *body, id="main"),
        ),
        lang=language,
    )
    return b"<!DOCTYPE html>\n" + document.encode("utf-8", "replace")
