"""Parameters as users write them, read into RDF terms; one small reader per type.

What comes out is a term of pyoxigraph: its N-Triples form is the only way in which a value reaches a query,
so no value can change what the query asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, cast
from urllib.parse import unquote

import pyoxigraph as ox

from ctgraph.errors import InvalidParameters
from ctgraph.identifiers import KINDS, Kind, iri, official, parse_paper, slug
from ctgraph.namespaces import ID, PREFIXES, XSD
from ctgraph.questions.load import CannedQuery, Parameter, ParameterType

Term = ox.NamedNode | ox.Literal
Values = Mapping[str, Term]

MAX_LENGTH: Final = 2_000
"""No parameter is longer, in characters."""

# A reference under its kind: parts of letters, digits, and what official numbers and EDTF hold.
# ab12cd34, kst-29754-645/9f86d081, h-tk-20212022-31-55, ECLI:NL:HR:2004:AF7291.
# Must not match a leading slash, an empty part, or an IRI (`//`).
_REFERENCE = re.compile(r"[\w.~:,=-]+(?:/[\w.~:,=-]+)*")
# A dossier as people write it: 29754, 29 754, 35 925 VI, 35925-vi, 21501-02. Must not match kst-29754-645.
_DOSSIER = re.compile(r"(\d{2})[ .]?(\d{2,3})(?:[ -]([ivxlcdm]+|[a-z]|\d{2}))?", re.IGNORECASE | re.ASCII)
# The number of a paper that has no dossier in its id: kst-1259252. Must not match kst-29754 or kst-29754-645.
_OLD_PAPER = re.compile(r"kst-\d{6,}", re.IGNORECASE | re.ASCII)
# The number of a law in the national collection: BWBR0005212. Must not match slugs of laws.
_LAW = re.compile(r"bwb[a-z]\d{7}", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COUNT = re.compile(r"\d{1,4}", re.ASCII)


class _MisfitError(ValueError):
    """A value that a reader refuses; the message says what the parameter takes."""


def parse(query: CannedQuery, given: Mapping[str, str], today: date) -> Values:
    """Read all parameters of a query; what is left out and has no default is absent from the result.

    Raises InvalidParameters with every fault: unknown names, missing ones, values that do not fit.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    faults = [(name, _unknown(name, tuple(known))) for name in given if name not in known]
    terms: dict[str, Term] = {}
    for name, parameter in known.items():
        value = given.get(name) or parameter.default
        if not value and parameter.required:
            faults.append((name, f"is missing. It takes {_TAKES[parameter.type]}, such as {parameter.example}."))
        if not value:
            continue
        try:
            terms[name] = read(parameter, today.isoformat() if value == "today" else value)
        except _MisfitError as misfit:
            faults.append((name, f"{value[:200]!r} does not fit. It takes {misfit}, such as {parameter.example}."))
    if faults:
        raise InvalidParameters(faults)
    return MappingProxyType(terms)


def read(parameter: Parameter, value: str) -> Term:
    """Read one value; raises ValueError that says what the parameter takes."""
    if len(value) > MAX_LENGTH:
        raise _MisfitError(f"at most {MAX_LENGTH} characters")
    if parameter.type == "choice":
        return _choice(parameter, value)
    takes = _TAKES[parameter.type]
    try:
        return _READERS[parameter.type](value.strip() if parameter.type != "text" else value)
    # pyoxigraph raises SyntaxError for a term that does not parse and ValueError for an IRI that is none;
    # UnicodeEncodeError, for lone surrogates, is a ValueError as well.
    except (ValueError, SyntaxError) as error:
        raise _MisfitError(takes) from error


def _unknown(name: str, known: tuple[str, ...]) -> str:
    return f"is no parameter of this query. Known: {', '.join(known) or 'none'}."


def _choice(parameter: Parameter, value: str) -> Term:
    if value not in parameter.choices:
        raise _MisfitError(f"one of {', '.join(parameter.choices)}")
    return ox.Literal(value)


def _reference(kind: Kind, value: str) -> Term:
    """The thing of that kind, by its reference in any case, or by its full IRI."""
    given = unquote(value.removeprefix(f"{ID}{kind}/")) if value.startswith(ID) else value
    spelled = official(kind, given)
    return ox.NamedNode(iri(kind, spelled)) if _REFERENCE.fullmatch(spelled) else _refuse(value)


def _refuse(value: str) -> Term:
    raise ValueError(value)


def _document(value: str) -> Term:
    return _paper("document", value)


def _motion(value: str) -> Term:
    return _paper("motion", value)


def _paper(kind: Kind, value: str) -> Term:
    # `kst-` promises a numbered paper; one that does not parse is a slip of the pen, not another document.
    if value.lower().startswith("kst-") and not _is_paper(value.partition("/")[0]):
        raise ValueError(value)
    return _reference(kind, value)


def _is_paper(first: str) -> bool:
    return parse_paper(first) is not None or _OLD_PAPER.fullmatch(first) is not None


def _dossier(value: str) -> Term:
    found = _DOSSIER.fullmatch(value)
    if found is None:
        return _reference("dossier", value) if value.startswith(ID) else _refuse(value)
    number = found[1] + found[2]
    return ox.NamedNode(iri("dossier", f"{number}-{found[3].upper()}" if found[3] else number))


def _person(value: str) -> Term:
    if value.startswith(ID) or "/" in value:
        return _reference("person", value)
    key = slug(value)
    return ox.NamedNode(iri("person", key)) if key else _refuse(value)


def _thing(value: str) -> Term:
    """Anything with an IRI: by the IRI, by `kind/reference`, or by a number that tells its own kind."""
    if "://" in value:
        return ox.NamedNode(value)
    kind, slash, reference = value.partition("/")
    if slash and kind in KINDS:
        return _reference(cast(Kind, kind), reference)
    if _DOSSIER.fullmatch(value):
        return _dossier(value)
    return _reference("law", value) if _LAW.fullmatch(value) else _document_number(value)


def _document_number(value: str) -> Term:
    # Official numbers of documents have a hyphen, or are an ECLI; a bare word names no kind of thing.
    return _document(value) if "-" in value or value.lower().startswith("ecli:") else _refuse(value)


def _resource(value: str) -> Term:
    """A thing as above, or a prefixed name with one of our prefixes: ctg:resolutionStatus."""
    if value.startswith("<") and value.endswith(">"):
        return ox.NamedNode(value[1:-1])
    prefix, colon, local = value.partition(":")
    if colon and prefix in PREFIXES:
        return ox.NamedNode(PREFIXES[prefix] + local)
    return _thing(value)


def _term(value: str) -> Term:
    """A term as N-Triples write it, or a resource as above; a blank node names nothing that could be asked."""
    if not value.startswith('"'):
        return _resource(value)
    triples = list(ox.parse(f"<x:s> <x:p> {value} .", format=ox.RdfFormat.N_TRIPLES))
    if len(triples) != 1 or not isinstance(triples[0].object, ox.Literal):
        raise ValueError(value)
    return triples[0].object


def _date(value: str) -> Term:
    if not _DAY.fullmatch(value):
        raise ValueError(value)
    return ox.Literal(date.fromisoformat(value).isoformat(), datatype=ox.NamedNode(XSD + "date"))


def _count(value: str) -> Term:
    if not _COUNT.fullmatch(value):
        raise ValueError(value)
    return ox.Literal(int(value))


_READERS: Final[Mapping[ParameterType, Callable[[str], Term]]] = {
    "document": _document,
    "motion": _motion,
    "dossier": _dossier,
    "person": _person,
    "thing": _thing,
    "resource": _resource,
    "term": _term,
    "date": _date,
    "count": _count,
    "text": ox.Literal,
}
_TAKES: Final[Mapping[ParameterType, str]] = {
    "document": "an official number or the IRI of a document",
    "motion": "the number of the motion's own paper or the motion's IRI",
    "dossier": "a dossier number or its IRI",
    "person": "the short name or the IRI of a person",
    "thing": "an official number, kind/reference, or an IRI",
    "resource": "an IRI, a prefixed name, an official number or kind/reference",
    "term": "a term as N-Triples write it, an IRI or a prefixed name",
    "date": "a day as YYYY-MM-DD",
    "count": "a whole number from 0 to 9999",
    "choice": "one of its values",
    "text": "words",
}
