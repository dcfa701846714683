"""Tweede Kamer OData v4: the questions put to it, and its pages.

Rows that were deleted are still served as empty shells, so every question asks for the others only; a row that was
deleted since the last download is then gone from the pages. Persons are never asked for: what the graph needs of them
stands in the rows of actors, and birth dates and homes stay out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from urllib.parse import quote, urljoin

from ctgraph.errors import SourceError
from ctgraph.sources.official.addresses import CHAMBER, official
from ctgraph.sources.official.contents import Form, parse_json
from ctgraph.sources.official.listings import Listing, Page

ROOT = f"{CHAMBER}/OData/v4/2.0/"
_NUMBERS_AT_ONCE = 20
"""Of activities in one question, which keeps its address well below 2,048 characters."""

_ACTORS = "ZaakActor,Kamerstukdossier,Document($expand=DocumentActor,HuidigeDocumentVersie)"
_VOTES = "Besluit($expand=Stemming),Activiteit,Agendapunt,Kamerstukdossier,Document($expand=HuidigeDocumentVersie)"
_DOCUMENTS = "DocumentActor,Kamerstukdossier,HuidigeDocumentVersie"


def dossier_listings(number: str) -> tuple[Listing[str], ...]:
    """What the chamber knows of a dossier: itself, its cases with actors and votes, its documents."""
    base, suffix = _split(number)
    own = f"Nummer eq {base} and {_suffix('Toevoeging', suffix)}"
    inside = _in_dossier(base, suffix)
    return (
        _listing(number, "Kamerstukdossier", "Kamerstukdossier", own, ""),
        _listing(number, "Zaak", "Zaak", inside, _ACTORS),
        _listing(number, "Zaak-Besluit", "Zaak", inside, _VOTES),
        _listing(number, "Document", "Document", inside, _DOCUMENTS),
    )


def paper_listings(identifier: str, dossier: str, number: str) -> tuple[Listing[str], ...]:
    """What the chamber knows of one paper of its own, by the numbers of its dossier and within it."""
    one = f"{_in_dossier(*_split(dossier))} and Volgnummer eq {number}"
    return (
        _listing(identifier, "Zaak", "Zaak", one, _ACTORS),
        _listing(identifier, "Zaak-Besluit", "Zaak", one, _VOTES),
    )


def commitment_listings(name: str, activities: Sequence[str]) -> tuple[Listing[str], ...]:
    """The commitments that were made in these activities, in the chamber's register."""
    batches = [activities[at : at + _NUMBERS_AT_ONCE] for at in range(0, len(activities), _NUMBERS_AT_ONCE)]
    return tuple(
        _listing(name, f"Toezegging-{count:03}", "Toezegging", _any_of(batch), "Activiteit,ToegezegdAanFractie")
        for count, batch in enumerate(batches, start=1)
    )


def _any_of(numbers: Iterable[str]) -> str:
    return "(" + " or ".join(f"ActiviteitNummer eq '{number}'" for number in numbers) + ")"


def _split(dossier: str) -> tuple[str, str]:
    base, _, suffix = dossier.partition("-")
    return base, suffix


def _suffix(field: str, suffix: str) -> str:
    return f"{field} eq '{suffix}'" if suffix else f"({field} eq null or {field} eq '')"


def _in_dossier(base: str, suffix: str) -> str:
    return f"Kamerstukdossier/any(d: d/Nummer eq {base} and {_suffix('d/Toevoeging', suffix)})"


def _listing(name: str, folder: str, entity: str, condition: str, expand: str) -> Listing[str]:
    options = {"$filter": f"{condition} and Verwijderd eq false", "$expand": expand}
    query = "&".join(f"{key}={quote(value, safe='/$(),:;=')}" for key, value in options.items() if value)
    return Listing(f"odata/{name}/{folder}", f"{ROOT}{entity}?{query}", Form.JSON, read_page)


def read_page(data: bytes, address: str) -> Page[str]:
    """A page of rows, and the numbers of the activities named in them; raises SourceError for one without rows."""
    found = parse_json(data, address)
    rows = found.get("value")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SourceError(address, f"the answer holds no rows: {json.dumps(found)[:200]}", again=True)
    link = found.get("@odata.nextLink", "")
    following = official(urljoin(address, link)) if isinstance(link, str) and link else ""
    if following and following.partition("?")[0] != address.partition("?")[0]:
        raise SourceError(following, "the next page is one of something else")
    keys = tuple(str(row.get("Id", "")) for row in rows)
    return Page(keys, tuple(sorted(_activities(rows))), following)


def _activities(rows: Iterable[dict[str, object]]) -> set[str]:
    named = set()
    for row in rows:
        listed = row.get("Activiteit")
        for activity in listed if isinstance(listed, list) else ():
            number = activity.get("Nummer") if isinstance(activity, dict) else None
            if isinstance(number, str) and number.isalnum():
                named.add(number)
    return named
