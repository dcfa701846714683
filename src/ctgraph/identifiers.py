"""Official numbers and the IRIs made of them.

Rules: KOOP, standaarden.overheid.nl/oep, metadata parlementair (2016-01-11):
`kst-[dossier]-[ondernummer]`, spaces in the dossier number become hyphens, letters upper case;
`h-[kamer]-[vergaderjaar]-[nr]-[item]`, `ah-…`, `stb-…`, `blg-…`.
All IRIs of ctgraph are built here and nowhere else.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Literal, cast, get_args
from urllib.parse import quote

from msgspec import Struct

from ctgraph.namespaces import CONCEPT, FEED, GRAPH, ID, RELEASE

Kind = Literal[
    "document", "dossier", "motion", "commitment", "question", "request", "response", "debate", "decision",
    "person", "organisation", "tenure", "law", "bill", "strategy", "measure", "study", "cooperation", "claim",
    "citation", "passage", "footnote", "entry", "participation", "vote", "post", "time", "correction", "run",
    "series", "section", "meeting", "instrument",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)

# The parts of a Kamerstuk number: kst-35925-VI-69, kst-21501-02-2798, kst-34775-VI-T, kst-29754-645-n1.
# Must not match blg-936562, kst-1259252 (a paper without a dossier in its id), nor a dossier with its suffix and no
# paper: kst-21501-20 (every dossier on the Council has two digits behind it), kst-36410-VII (a chapter of a budget).
_PAPER = re.compile(
    r"(?!kst-(?:21501-\d\d|\d{4,5}-(?:I[IVX]+|VI+|X[IVX]+))$)"
    r"kst-(?P<dossier>\d{4,5})(?:-(?P<suffix>[IVXLCDM]+[A-E]?|[A-Z]|\d{2}))?-(?P<sub>\d{1,4}|[A-Z]{1,3})(?P<reprint>-n\d)?",
    re.IGNORECASE,
)

# A dossier with the chapter or part of a budget behind it: 35925-vi, 21501-02.
# Must not match 2021-2022 or kst-35925-VI-69.
_DOSSIER = re.compile(r"\d{4,5}-(?:[ivxlcdm]+|\d{2}|[a-z])", re.IGNORECASE)
# Ids that are printed in capitals: BWBR0005212 (a law), BWBR0005212_2022-05-01_0 (the text of a version of it),
# 32017L0541 (CELEX), ECLI:NL:HR:2004:AF7291.
# Must not match slugs, kst-…, or the eight hex digits of a quote.
_CAPITALS = re.compile(
    r"bwb[a-z]\d{7}(?:_\d{4}-\d\d-\d\d_\d{1,4})?|\d{5}[a-z]{1,2}\d{4}|ecli:[a-z0-9.:]+", re.IGNORECASE
)
# A written question, whose case number has a capital: kv-tk-2020Z13248. Not kv-2989900822.
_QUESTION = re.compile(r"(kv-(?:tk-|ek-)?\d{4})z(\d{3,6})", re.IGNORECASE)
# A Juriconnect address: version, kind, law, parts: `jci1.3:c:BWBR0045754&hoofdstuk=I&artikel=1.1&g=2022-05-01`, and
# the old `1.0:c:BWBR…`. Not an address of a ruling or of local rules (CVDR).
_JCI = re.compile(r"(?:jci)?1\.\d:[cv]:(?P<law>BWB[RVW]\d{7})(?P<parts>(?:&[^&=\s]{1,40}=[^&\s]{0,120}){0,20})")
# The parts of a Juriconnect address that say when, and at what, not where.
_NO_PLACE = frozenset({"z", "g", "s", "e"})
# A dossier as papers print it, with a space or a dot in the number: `29 754`, `35.925 VI`. Not `2021 2022`.
_THOUSANDS = re.compile(r"^(\d{2})[ .](\d{3})(?!\d)", re.ASCII)
# Spaces as a person writes them in a number: `kst 29754 645`. One or more become one hyphen.
_SPACES = re.compile(r"\s+")


class PaperNumber(Struct, frozen=True):
    """The number of a Kamerstuk: `dossier` without spaces, `suffix` such as VI or 02, `sub` digits or letters."""

    dossier: str
    sub: str
    suffix: str = ""

    @property
    def dossier_id(self) -> str:
        """The dossier with its suffix: 35925-VI."""
        return f"{self.dossier}-{self.suffix}" if self.suffix else self.dossier

    def __str__(self) -> str:
        return f"kst-{self.dossier_id}-{self.sub}"


@lru_cache(maxsize=16384)  # each step of linking asks for the same few numbers again
def parse_paper(identifier: str) -> PaperNumber | None:
    """Read `kst-…` in any case; None for what is no numbered Kamerstuk.

    >>> parse_paper("kst-35925-vi-69")
    PaperNumber(dossier='35925', sub='69', suffix='VI')
    """
    found = _PAPER.fullmatch(identifier)
    if found is None:
        return None
    return PaperNumber(found["dossier"], found["sub"].upper(), (found["suffix"] or "").upper())


# Texts of law and of the gazettes: BWBR0005212_2014-03-09_0, stb-2018-84, stcrt-2015-1. Not kst-… or h-tk-….
_LEGISLATION = re.compile(r"(?:BWB[A-Z]\d{7}|(?:stb|stcrt|trb)-\d)", re.IGNORECASE)


def is_legislation(identifier: str) -> bool:
    """Whether an id is that of a text of law or of an official gazette, in which nobody promises a chamber anything."""
    return _LEGISLATION.match(identifier) is not None


def official(kind: str, reference: str) -> str:
    """The official spelling of a reference, part by part; what is official already stays.

    >>> official("document", "KST-34775-vi-t")
    'kst-34775-VI-T'
    >>> official("document", "KV-TK-2020z13248")
    'kv-tk-2020Z13248'
    >>> official("law", "bwbr0005212")
    'BWBR0005212'
    >>> official("dossier", "35 925 vi")
    '35925-VI'
    """
    if kind == "time":
        return reference
    if kind == "dossier":
        reference = _THOUSANDS.sub(r"\1\2", reference.strip())
    return "/".join(_official_part(part) for part in reference.split("/"))


def _official_part(part: str) -> str:
    hyphenated = _SPACES.sub("-", part.strip())
    paper = parse_paper(hyphenated)
    if paper is not None:
        # PaperNumber leaves out the mark of a reprint (`-n1`), which is part of the id.
        return str(paper) + hyphenated[len(str(paper)) :].lower()
    if _DOSSIER.fullmatch(hyphenated) or _CAPITALS.fullmatch(hyphenated):
        return hyphenated.upper()
    question = _QUESTION.fullmatch(hyphenated)
    return f"{question[1].lower()}Z{question[2]}" if question else hyphenated.lower()


# Letters that no decomposition leads back to ASCII.
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


# The id of a paper, or a name of one's own: kst-29754-645, ECLI:NL:HR:2021:1187. Not a path, not white space.
_REFERENCE = re.compile(r"[A-Za-z0-9][\w.:-]{0,99}", re.ASCII)


def is_reference(value: str) -> bool:
    """Whether a paper that prints no id may go by this one; it can stand in an address."""
    return _REFERENCE.fullmatch(value) is not None and ".." not in value


def session_year(first: int) -> str:
    """The parliamentary year that begins in September of `first`, as ids write it: 20212022."""
    return f"{first}{first + 1}"


@lru_cache(maxsize=16384)  # a paper has the same names and groups many times
def slug(name: str) -> str:
    """Lower-case ASCII letters, digits and hyphens; the same for composed and decomposed spelling.

    >>> slug("Yeşilgöz-Zegerius")
    'yesilgoz-zegerius'
    """
    folded = unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")


_SAFE = "-._~:;,=@!$'()*+&/"
# A reference that stands in an IRI as it is: kst-29754-645/1a2b3c4d, jci1.3:c:BWBR0005212&artikel=3. Not "2016 - 2017",
# "coördinatie", "50%".
_PLAIN = re.compile(r"[A-Za-z0-9_\-.~:;,=@!$'()*+&/]*")


def iri(kind: Kind, *reference: str) -> str:
    """The IRI of a thing; parts of the reference are joined by `/` and percent-encoded where needed."""
    written = "/".join(reference)
    # Almost all are plain, and to see that takes a fifth of what encoding them does.
    return f"{ID}{kind}/{written if _PLAIN.fullmatch(written) else quote(written, safe=_SAFE)}"


def split_reference(written: str) -> tuple[Kind, str]:
    """Kind and reference of a thing as its IRI has them behind the base; ValueError for no kind of ours.

    >>> split_reference("motion/kst-29754-31")
    ('motion', 'kst-29754-31')
    """
    kind, _, reference = written.partition("/")
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of thing: {', '.join(KINDS)}")
    return cast(Kind, kind), reference


def time_reference(edtf: str) -> str:
    """The reference of a time by its EDTF reading; an open end is spelt out, because clients drop `/..` from paths.

    >>> time_reference("2016/..")
    '2016/open'
    """
    return edtf.replace("..", "open")


def law_version(law: str, day: str, serial: int = 0) -> str:
    """The reference of a version of a law; the second one of a day has a serial.

    >>> law_version("BWBR0045754", "2022-05-01")
    'BWBR0045754/2022-05-01'
    >>> law_version("BWBR0045754", "2022-05-01", 1)
    'BWBR0045754/2022-05-01_1'
    """
    return f"{law}/{day}_{serial}" if serial else f"{law}/{day}"


def law_place(jci: str) -> tuple[str, str]:
    """The law and the place in it that a Juriconnect address points at; empty for what is no such address.

    >>> law_place("jci1.3:c:BWBR0045754&hoofdstuk=I&artikel=1.1&z=2022-05-01&g=2022-05-01")
    ('BWBR0045754', 'hoofdstuk/i/artikel/1.1')
    """
    found = _JCI.fullmatch(jci)
    if found is None:
        return "", ""
    parts = (part.partition("=") for part in found["parts"].split("&")[1:])
    places = (f"{_official_part(name)}/{_place_part(value)}" for name, _, value in parts if name not in _NO_PLACE)
    return found["law"], "/".join(places)


def article_place(number: str) -> str:
    """The place of an article that its law has under one number only.

    >>> article_place("IV.")
    'artikel/iv'
    """
    return "artikel/" + _place_part(number)


def _place_part(number: str) -> str:
    """The number of a part of a law in its place: no stop at its end, nothing that means a folder in a path."""
    return _official_part(number.replace("/", "-").strip(". "))


def concept_iri(scheme: str, value: str) -> str:
    """The IRI of a value, such as concept/resolution-status/suspect."""
    return f"{CONCEPT}{scheme}/{value}"


def graph_iri(source: str, identifier: str) -> str:
    """The named graph of one source, such as graph/text/kst-29754-645 or graph/register/motions."""
    return f"{GRAPH}{source}/{identifier}"


def row_iri(table: str, key: str) -> str:
    """The IRI of one row of a register table: a fragment of the table's graph."""
    return f"{graph_iri('register', table)}#{quote(key, safe='-._~')}"


def record_iri(reader: str, identifier: str) -> str:
    """The IRI of one record of an official source: a fragment of its graph, graph/zaak/{guid}#record."""
    return f"{graph_iri(reader, quote(identifier, safe='-._~'))}#record"


def release_iri(release: str) -> str:
    """The IRI of a release."""
    return RELEASE + release


def change_iri(release: str, thing: str) -> str:
    """The IRI of what a release changed in a thing, which is given by its IRI: a fragment of the release's IRI."""
    return f"{release_iri(release)}#{quote(thing.removeprefix(ID), safe='-._~:;,=@!$()*+/%')}"


def feed_iri(path: str = "") -> str:
    """The IRI of a change feed: of everything, of `dossiers/29754`, or of `motions/kst-29754-477`."""
    return FEED + (f"/{quote(path, safe='-._~:;,=@!$()*+/')}" if path else "")


def stream_iri() -> str:
    """The IRI of the stream of all versions that releases gave to things."""
    return f"{FEED}/ldes#stream"


def digest8(text: str) -> str:
    """The first 8 hex digits of the SHA-256 of the text."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def passage_iri(document: str, text_digest: str, start: int, end: int) -> str:
    """The IRI of a stretch of one text version; offsets in code points, half-open."""
    return iri("passage", document, text_digest[:8], f"{start}-{end}")


class TextKeys:
    """Hands out references for things that only one text holds: `{document}/{hash of the readable quote}`.

    Stable when offsets move. The same quote a second time gets the suffix `-2`, and so on.
    """

    def __init__(self, document: str) -> None:
        self._document = document
        self._seen: dict[tuple[str, str], int] = {}

    def reference(self, kind: Kind, readable: str) -> str:
        """The reference of the next thing of this kind with this quote."""
        key = digest8(readable)
        count = self._seen.get((kind, key), 0) + 1
        self._seen[kind, key] = count
        return f"{self._document}/{key}" if count == 1 else f"{self._document}/{key}-{count}"
