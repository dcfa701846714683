"""What came must be what was asked for."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from ctgraph.errors import SourceError
from ctgraph.sources.official.contents import Form, check, check_digest, parse_json, parse_xml
from replay.publishers import PDF
from replay.server import HTML_ERROR

HTML = b'<?xml version="1.0"?><!DOCTYPE html><html><body>Brief</body></html>\n'


def _odt() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", "<brief/>")
    return file.getvalue()


WHOLE = {
    Form.XML: b"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><stuk><al>caf\xc3\xa9</al></stuk>",
    Form.JSON: b'{"value": []}',
    Form.PDF: PDF,
    Form.HTML: HTML,
    Form.ODT: _odt(),
}


@pytest.mark.parametrize("form", Form)
def test_a_whole_file_is_right(form: Form) -> None:
    """A complete file of the form passes."""
    check(io.BytesIO(WHOLE[form]), form, "adres")


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("share", [0.0, 0.3, 0.8])
def test_a_file_that_was_cut_off_is_wrong(form: Form, share: float) -> None:
    """A file that stops before its end is never taken, even where no length was announced."""
    body = WHOLE[form]

    with pytest.raises(SourceError, match="adres"):
        check(io.BytesIO(body[: int(len(body) * share)]), form, "adres")


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.HTML])
def test_a_page_in_place_of_a_file_is_named(form: Form) -> None:
    """A page of HTML that came with status 200 is told as what it is, and may be gone at the next attempt."""
    with pytest.raises(SourceError, match=f"a page of HTML came instead of {form.name}") as caught:
        check(io.BytesIO(HTML_ERROR), form, "adres")
    assert caught.value.again


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
        b"<!--" + b" " * 5_000 + b'--><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16"),
    ],
)
def test_document_types_are_refused(body: bytes) -> None:
    """No paper needs one; it is refused wherever it stands and however it is encoded, and not tried again."""
    with pytest.raises(SourceError, match="document type, which is refused") as caught:
        parse_xml(body, "adres")
    assert not caught.value.again


@pytest.mark.parametrize("body", [b"[]", b"1", b"null", b'"x"', b"", b"\xff\xfe", b"[" * 100_000, b'{"a":'])
def test_only_a_json_object_is_taken(body: bytes) -> None:
    """Other values, broken text and nesting without end are refused."""
    with pytest.raises(SourceError):
        parse_json(body, "adres")


def test_a_depth_bomb_is_refused() -> None:
    """XML nested beyond reason is an error of the source, not of the program."""
    with pytest.raises(SourceError, match="no well-formed XML"):
        parse_xml(b"<a>" * 100_000, "adres")


def test_a_digest_must_be_that_of_the_manifest() -> None:
    """The SHA-512 that a publisher states decides, in either case of its letters."""
    check_digest(io.BytesIO(b"<x/>"), hashlib.sha512(b"<x/>").hexdigest().upper(), "adres")
    with pytest.raises(SourceError, match="SHA-512"):
        check_digest(io.BytesIO(b"<y/>"), hashlib.sha512(b"<x/>").hexdigest(), "adres")
