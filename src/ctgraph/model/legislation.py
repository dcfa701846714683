"""What official sources say of laws: the law itself, its versions, its articles, and what was published of it.

A law goes by its BWB id, a version by the day from which it holds, an article by its number within the law, a version
of an article by the day from which its text holds. Days are ISO, periods EDTF with both ends included; what the source
does not say is empty. Words such as `effect` and `kind` are the source's own.
"""

from __future__ import annotations

from msgspec import Struct


class LawPublication(Struct, frozen=True):
    """A publication in an official gazette that made or changed a text of law, by its official id (stb-2021-499).

    `id` is empty where the source's words make none, such as a supplement; `dossiers` are those in which the bill was
    dealt with; `reference` is the mark of the ministry that issued it.
    """

    id: str
    effect: str = ""
    signed: str = ""
    issued: str = ""
    dossiers: tuple[str, ...] = ()
    reference: str = ""


class LawTitle(Struct, frozen=True):
    """A citation title; `status` tells one that the law gives itself (officieel) from an editor's (redactioneel)."""

    text: str
    status: str = ""
    valid: str = ""


class RelatedLaw(Struct, frozen=True):
    """Another law by its BWB id, the name by which the source calls it, and how it hangs together with this one.

    `relation` is `rests-on-this` (this law is its legal basis), `basis` (it is the legal basis of this law) or
    `refers-to-this`; `place` is the article that is the basis, as `artikel/3.1`, or empty for the law as a whole.
    """

    id: str
    name: str
    relation: str
    place: str = ""


class LawRecord(Struct, frozen=True):
    """A law, apart from its versions. `name` is the title that it goes by now, `heading` the long one it begins with.

    `titles` are all citation titles with their periods, `changes` the publications that made or changed it, `pending`
    the dossiers of bills that would change it.
    """

    id: str
    name: str = ""
    heading: str = ""
    kind: str = ""
    jci: str = ""
    abbreviations: tuple[str, ...] = ()
    titles: tuple[LawTitle, ...] = ()
    department: str = ""
    fields: tuple[str, ...] = ()
    in_force_from: str = ""
    related: tuple[RelatedLaw, ...] = ()
    changes: tuple[LawPublication, ...] = ()
    pending: tuple[str, ...] = ()


class LawVersionRecord(Struct, frozen=True):
    """The text of a law as it holds from `day` on; `serial` tells versions of one day apart and is 0 for the first.

    `valid` is the period in which it holds, `seen` that in which it was taken to hold: a version that a later one set
    aside with effect for the past is no longer seen. `digest` is the SHA-512 of the file at `address`.
    """

    law: str
    day: str
    serial: int = 0
    title: str = ""
    jci: str = ""
    valid: str = ""
    seen: str = ""
    address: str = ""
    digest: str = ""
    made_by: tuple[LawPublication, ...] = ()


class ArticleRecord(Struct, frozen=True):
    """An article as it holds from `day` on. `place` is its address within the law (`artikel/1.1`).

    `path` is the stable path in BWB (`/HoofdstukI/Artikel1.1`); `made_by` the publications that its text comes from,
    `commenced_by` those that brought it into force; `text` the words without the heading.
    """

    law: str
    place: str
    day: str
    label: str = ""
    number: str = ""
    title: str = ""
    path: str = ""
    jci: str = ""
    effect: str = ""
    text: str = ""
    made_by: tuple[LawPublication, ...] = ()
    commenced_by: tuple[LawPublication, ...] = ()


class GazetteRecord(Struct, frozen=True):
    """A publication in an official gazette as it stands there. `kind` is a notation of document-kind.

    `dossiers` and `papers` are those that led to it; `changes` the laws, by BWB id, that its clauses point at.
    """

    id: str
    kind: str = ""
    title: str = ""
    signed: str = ""
    issued: str = ""
    dossiers: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()


LegislationRecord = LawRecord | LawVersionRecord | ArticleRecord | GazetteRecord
"""Every kind of record about laws; each has a writer in `graph/official/legislation.py`."""
