"""HTML that says what it was given, and nothing else."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctgraph.api.markup import element, join, link, page, table


@given(st.text())
def test_text_comes_back_as_it_went_in(text: str) -> None:
    """Whatever a text holds, no tag comes of it, and a browser reads it back unchanged."""
    made = element("p", text)

    inner = made.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inner
    assert html.unescape(inner) == html.unescape(html.escape(text))


@given(st.text())
def test_attribute_cannot_be_left(text: str) -> None:
    """No value closes the attribute that it stands in."""
    made = element("input", value=text)

    assert made.count('"') == 2


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "vbscript:x",
        " https://x",
        "",
    ],
)
def test_only_web_addresses_are_links(address: str) -> None:
    """An address that could act, or that leaves the site unseen, is shown as words."""
    assert link(address, "x") == "<span>x</span>"


def test_links() -> None:
    """Local and web addresses are links."""
    assert link("/doc/law/x?a=1&b", "<x>") == '<a href="/doc/law/x?a=1&amp;b">&lt;x&gt;</a>'
    assert link("https://example.org/", "x") == '<a href="https://example.org/">x</a>'


def test_attributes() -> None:
    """Names lose their last underscore, true stands alone, false and None are left out."""
    made = element("option", "a", value="a", selected=True, disabled=False, class_=None, aria_label="b")

    assert made == '<option value="a" selected aria-label="b">a</option>'


def test_join_escapes_plain_text_only() -> None:
    """Elements stay as they are between escaped texts."""
    assert join(["<", element("b", "x"), None], " & ") == "&lt; &amp; <b>x</b>"


def test_page_loads_nothing_from_elsewhere() -> None:
    """A page names its language and refers to local files alone."""
    made = page("Title & more", element("p", "x"), table(["a"], [["b"]]), language="nl").decode()

    assert made.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert "<title>Title &amp; more · ctgraph</title>" in made
    assert "http" not in made


SCRIPT = resources.files("ctgraph.api").joinpath("static/query.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "way", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "srcdoc", "onclick"]
)
def test_the_script_writes_text_alone(way: str) -> None:
    """What a server answers becomes text nodes: the script uses nothing that makes markup or code of a string."""
    assert "textContent" in SCRIPT
    assert way not in SCRIPT


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not here")
@pytest.mark.parametrize(
    ("iri", "href"),
    [
        ("https://w3id.org/ctgraph/id/document/kst-1-2", "/doc/document/kst-1-2"),
        ("https://w3id.org/ctgraph//evil.example/x", "/evil.example/x"),
        ("https://w3id.org/ctgraph/////evil.example/x", "/evil.example/x"),
        ("https://example.org/x", "https://example.org/x"),
        ("javascript:alert(1)", None),
        ("JAVASCRIPT:alert(1)", None),
        ("data:text/html,<script>alert(1)</script>", None),
        ("urn:x", None),
    ],
)
def test_the_script_links_to_the_web_alone(iri: str, href: str | None) -> None:
    """An IRI of ours leads to our own page, one of the web to the web; anything else is words."""
    page = "const nothing = { addEventListener() {} }; const document = { getElementById() { return nothing } };\n"
    asked = f"const iri = {json.dumps(iri)}; console.log(JSON.stringify(HREF.test(iri) ? address(iri) : null))"
    functions = SCRIPT.partition("function cell(")[0]
    done = subprocess.run(["node", "-e", page + functions + asked], capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) == href
