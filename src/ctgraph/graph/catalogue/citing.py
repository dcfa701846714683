"""How a release, a paper or an answer is cited: BibTeX, RIS, metadata in the form of DataCite, CITATION.cff.

A paper is cited as itself, at its official publisher. An answer is cited as what a release said to a question on a day:
with the release in its version and the question in its address it can be had again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, Literal

from msgspec import Struct

from ctgraph.graph.catalogue.words import ABOUT, LICENSE, NAME, TITLE, dataset_iri

# What BibTeX would read as a command, each written so that it stands for itself.
_TEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_",
        "$": r"\$", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip
# A key of BibTeX: letters, digits, hyphens. Everything else becomes a hyphen: "kst-29754-645", "h-tk-20212022-31-55".
_NO_KEY: Final = re.compile(r"[^A-Za-z0-9]{1,64}")


class Work(Struct, frozen=True):
    """What is cited. `date` is the day it is of (ISO; empty if not known), `accessed` the day it was looked at.

    `kind` says what it is: the dataset as of a release, an official paper, or the answer to a question.
    """

    kind: Literal["dataset", "paper", "answer"]
    key: str
    title: str
    authors: tuple[str, ...]
    url: str
    date: str = ""
    version: str = ""
    number: str = ""
    accessed: str = ""


def cited_release(release: str, url: str, issued: str) -> Work:
    """The dataset as of one release; `issued` is its day (ISO), empty if not known."""
    return Work("dataset", f"{NAME}-{release}", TITLE[1].value, (NAME,), url, issued, release)


def bibtex(work: Work) -> str:
    """One entry; the parts of a `@misc` that BibTeX and BibLaTeX both read."""
    parts = {
        # Braces keep a name whole: "De Wildeboer" has no first name.
        "author": " and ".join(f"{{{_tex(name)}}}" for name in work.authors),
        "title": f"{{{_tex(work.title)}}}",
        "year": work.date[:4],
        "date": work.date,
        "number": _tex(work.number),
        "version": work.version,
        "url": work.url,
        "urldate": work.accessed,
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in parts.items() if value)
    return f"@misc{{{_NO_KEY.sub('-', work.key)},\n{body}}}\n"


def ris(work: Work) -> str:
    """One record, with the line ends that RIS has."""
    kind = {"dataset": "DATA", "paper": "GOVDOC", "answer": "DATA"}[work.kind]
    tags = (
        ("TY", kind),
        *(("AU", name) for name in work.authors),
        ("TI", work.title),
        ("PY", work.date[:4]),
        ("DA", work.date.replace("-", "/")),
        ("M1", work.number),
        ("ET", work.version),
        ("UR", work.url),
        ("Y2", work.accessed.replace("-", "/")),
    )
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def datacite(work: Work) -> str:
    """Metadata with the members of DataCite 4; it has no DOI, so the address is the identifier."""
    said: dict[str, Any] = {
        "identifiers": [{"identifier": work.url, "identifierType": "URL"}],
        "creators": [{"name": name} for name in work.authors],
        "titles": [{"title": work.title}],
        "publisher": {"name": NAME} if work.kind != "paper" else {"name": "officielebekendmakingen.nl"},
        "types": {"resourceTypeGeneral": "Text" if work.kind == "paper" else "Dataset"},
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }
    if work.date:
        said["publicationYear"] = work.date[:4]
        said["dates"] = [{"date": work.date, "dateType": "Issued"}]
    if work.version:
        said["version"] = work.version
        said["rightsList"] = [{"rightsUri": LICENSE.value}]
    if work.kind == "answer":
        related = {"relatedIdentifier": dataset_iri(work.version).value, "relatedIdentifierType": "URL"}
        said["relatedIdentifiers"] = [{**related, "relationType": "IsDerivedFrom"}]
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def citation_file(work: Work) -> str:
    """The dataset in the Citation File Format 1.2; values as JSON has them, which YAML reads."""
    said = {
        "cff-version": "1.2.0",
        "message": "Cite the release that you used, by its version.",
        "type": "dataset",
        "title": work.title,
        "abstract": ABOUT[1].value,
        "authors": [{"name": name} for name in work.authors],
        "version": work.version,
        "url": work.url,
        "license": "CC0-1.0",
    }
    if work.date:
        said["date-released"] = work.date
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in said.items())


CITATIONS: Final[Mapping[str, tuple[str, str, Callable[[Work], str]]]] = MappingProxyType(
    {
        "bib": ("application/x-bibtex", "BibTeX", bibtex),
        "ris": ("application/x-research-info-systems", "RIS", ris),
        "json": ("application/vnd.datacite.datacite+json", "DataCite", datacite),
    }
)
"""The forms by suffix, each with its media type and its name for people."""


def _tex(text: str) -> str:
    return " ".join(text.split()).translate(_TEX)
