"""What is asked of the Tweede Kamer is enough to say who voted on what: the questions and the readers fit each other."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ctgraph.identifiers import iri
from ctgraph.model.official import Sourced, newest
from ctgraph.model.source import SourceFile
from ctgraph.sources.official.orders import Dossier, Order, Publication
from readers.records import said, stated, together
from replay.publishers import CHAMBER, Publishers
from replay.server import Query, ReplayServer, Respond
from sources.official.downloads import NUMBER, downloaded, files_of

Json = dict[str, object]
ROWS: Json = {"GewijzigdOp": "2031-03-20T10:00:00+01:00", "Verwijderd": False}
DOSSIER: Json = {"Id": "d1", "Nummer": int(NUMBER), "Toevoeging": None, "Titel": "Ladders", **ROWS}
VERSION: Json = {"Id": "v1", "ExterneIdentifier": f"kst-{NUMBER}-4", **ROWS}
DOCUMENT: Json = {
    "Id": "k1", "DocumentNummer": "2031D00001", "Soort": "Motie", "Titel": "Ladders", "Volgnummer": 4, **ROWS,
    "HuidigeDocumentVersie": VERSION,
    "DocumentActor": [],
    "Kamerstukdossier": [DOSSIER],
}  # fmt: skip
VOTE: Json = {"Id": "s1", "Besluit_Id": "b1", "Soort": "Voor", "FractieGrootte": 9, "ActorFractie": "VBD", **ROWS}
DECISION: Json = {
    "Id": "b1", "BesluitSoort": "Stemmen - verworpen", "Status": "Besluit", "Agendapunt_Id": "p1", **ROWS, "Stemming": [VOTE],
}  # fmt: skip
CASE: Json = {
    "Id": "z1", "Nummer": "2031Z00001", "Soort": "Motie", "Titel": "Ladders", "Onderwerp": "Motie over ladders",
    "GestartOp": "2031-03-18T00:00:00+01:00", "Volgnummer": 4, "Kabinetsappreciatie": "Ontraden", **ROWS,
    "ZaakActor": [{"Id": "a1", "Zaak_Id": "z1", "ActorNaam": "J. Jansen", "ActorFractie": "VBD", "Relatie": "Indiener"}],
    "Kamerstukdossier": [DOSSIER],
    "Document": [DOCUMENT],
    "Besluit": [DECISION],
    "Activiteit": [{"Id": "t1", "Nummer": "2031A00001", "Soort": "Stemmingen", "Datum": "2031-03-25", **ROWS}],
    "Agendapunt": [{"Id": "p1", "Activiteit_Id": "t1", "Nummer": "2031P00001", "Onderwerp": "Stemmingen", **ROWS}],
}  # fmt: skip

# A relation that is to be spelled out, with its options: "Document($expand=HuidigeDocumentVersie)" or "Activiteit".
_RELATION = re.compile(r"(\w+)(?:\(\$expand=([\w,]+)\))?")


def given(row: Json, expand: str) -> Json:
    """A row as the service gives it: of its relations those that were asked for."""
    wanted = {found[1]: found[2] or "" for found in _RELATION.finditer(expand)}
    made: Json = {}
    for name, value in row.items():
        if not isinstance(value, list | dict):
            made[name] = value
        elif name in wanted:
            rows = value if isinstance(value, list) else [value]
            inside = [given(each, wanted[name]) for each in rows]
            made[name] = inside if isinstance(value, list) else inside[0]
    return made


def service(entity: str, row: Json) -> Respond:
    """The one row of an entity."""

    def answer(query: Query) -> bytes:
        context = f"https://{CHAMBER}/OData/v4/2.0/$metadata#{entity}"
        return json.dumps({"@odata.context": context, "value": [given(row, query.get("$expand", ""))]}).encode()

    return answer


def _facts(folder: Path) -> list[list[str]]:
    """What the decision is on, when, who voted, and who submitted the motion."""
    rows = {path: body for path, body in files_of(folder).items() if path.startswith("odata/")}
    best: dict[str, Sourced] = {}
    for intake in together(SourceFile(path, body) for path, body in rows.items()):
        for each in intake.records:
            key = f"{each.source.reader} {each.source.id}"
            best[key] = newest(best.get(key, each), each)
    quads = stated(best.values())
    decision, motion = iri("decision", "b1"), iri("motion", f"kst-{NUMBER}-4")
    asked = ((decision, "decidesOn"), (decision, "onDate"), (decision, "votePosition"), (motion, "participation"))
    return [said(quads, subject, name) for subject, name in asked]


@pytest.mark.parametrize("order", [Dossier(NUMBER), Publication(f"kst-{NUMBER}-4")], ids=["dossier", "paper"])
def test_a_download_tells_who_voted_on_what(publishers: Publishers, tmp_path: Path, order: Order) -> None:
    """The answers that a download asks for tell the motion, its submitter, the day of the decision and the votes."""
    entities = {"Zaak": CASE, "Kamerstukdossier": DOSSIER, "Document": DOCUMENT}
    questions = {f"{CHAMBER}/OData/v4/2.0/{entity}": service(entity, row) for entity, row in entities.items()}
    with ReplayServer(publishers.files(), {**publishers.questions(), **questions}) as server:
        downloaded(server, tmp_path, order)

    on, day, votes, submitters = _facts(tmp_path)
    assert (on, day) == ([iri("motion", f"kst-{NUMBER}-4")], [iri("time", "2031-03-25")])
    assert (len(votes), len(submitters)) == (1, 1)
