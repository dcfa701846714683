"""How a page of a thing is answered: format by suffix or Accept, its tag, its links, its redirects."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import quote

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from ctgraph.api.headers import entity_tag, is_current, not_modified
from ctgraph.api.negotiate import choose
from ctgraph.api.rdf import BY_SUFFIX, FORMATS, HTML, PageFormat
from ctgraph.api.wording import Language, language_of
from ctgraph.namespaces import BASE

_JSON: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_SAFE: Final = "/-._~:;,=@!$'()*+&#"
VARY: Final = "Accept, Accept-Encoding, Accept-Language, Origin"


class Wanted(Struct, frozen=True):
    """What is asked of a page: the reference without suffix, the format, the language."""

    reference: str
    form: PageFormat
    language: Language


def wanted(request: Request, reference: str, offered: Sequence[PageFormat] = FORMATS) -> Wanted:
    """Read the format off the suffix, or else off Accept; raises NotAcceptable."""
    language = language_of(request)
    stem, dot, suffix = reference.rpartition(".")
    if dot and suffix in BY_SUFFIX and BY_SUFFIX[suffix] in offered:
        return Wanted(stem, BY_SUFFIX[suffix], language)
    media_type = choose(request.headers.get("accept"), [form.media_type for form in offered])
    form = next(form for form in offered if form.media_type == media_type)
    return Wanted(reference, form, language)


@cache
def look() -> str:
    """A digest of the code that draws the pages: another version may draw the same release in another way."""
    sources = sorted(Path(__file__).parent.rglob("*.py"))
    return entity_tag(*(path.read_text(encoding="utf-8") for path in sources))


def page_tag(request: Request, release: str, asked: Wanted) -> str:
    """The tag of a page: which release, which address, which format and language."""
    query = request.scope["query_string"].decode("latin-1")
    return entity_tag(look(), release, request.url.path, query, asked.form.media_type, asked.language)


def unchanged(request: Request, tag: str) -> Response | None:
    """The 304 for a client that holds this page already."""
    if not is_current(request.scope, tag):
        return None
    response = not_modified(tag)
    response.headers["Vary"] = VARY
    return response


def answer(body: bytes, asked: Wanted, path: str, tag: str, formats: Sequence[PageFormat] = FORMATS) -> Response:
    """A page at `path` (without suffix), with links to what it describes and to its other formats."""
    return Response(body, 200, page_headers(asked, path, tag, formats))


def page_headers(asked: Wanted, path: str, tag: str, formats: Sequence[PageFormat] = FORMATS) -> dict[str, str]:
    """The headers of a page at `path`."""
    headers = {
        "Content-Type": asked.form.content_type,
        "ETag": tag,
        "Vary": VARY,
        "Link": _links(path, asked, formats),
    }
    if asked.form.media_type == HTML:
        headers["Content-Language"] = asked.language
    return headers


def _links(path: str, asked: Wanted, formats: Sequence[PageFormat]) -> str:
    address = quote(path, safe=_SAFE + "%")
    canonical = f"<{BASE}{address.removeprefix('/')}>"
    links = [
        f'{canonical}; rel="canonical"',
        '</.well-known/void>; rel="describedby"',
        '<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"',
    ]
    if address.startswith("/doc/"):
        links.append(f'<{BASE}id/{address.removeprefix("/doc/")}>; rel="describes"')
    links += [
        f'<{address}.{form.suffix}>; rel="alternate"; type="{form.media_type}"'
        for form in formats
        if form != asked.form
    ]
    return ", ".join(links)


def redirect(status: int, path: str, request: Request | None = None) -> Response:
    """Send the client to another path of this server, with the query of the request if one is given."""
    query = f"?{request.url.query}" if request is not None and request.url.query else ""
    return Response(None, status, {"Location": quote(path, safe=_SAFE + "%") + query})


def html_response(request: Request, body: bytes, language: Language) -> Response:
    """A page that is about no thing; its bytes are its tag."""
    tag = entity_tag(body.decode(), language)
    if (held := unchanged(request, tag)) is not None:
        return held
    headers = {"ETag": tag, "Vary": VARY, "Content-Language": language}
    return Response(body, 200, headers, "text/html; charset=utf-8")


def json_page(request: Request, body: object) -> Response:
    """A JSON document whose bytes are its tag."""
    response = json_response(body)
    tag = entity_tag(bytes(response.body).decode())
    if is_current(request.scope, tag):
        return not_modified(tag)
    response.headers["ETag"] = tag
    return response


def json_response(body: object, headers: Mapping[str, str] | None = None) -> Response:
    """A JSON document in UTF-8."""
    return Response(_JSON.encode(body).encode("utf-8", "replace"), 200, headers, "application/json")
