"""Proposals of Wikidata identifiers, from the data of openkamer (`person.json`, `parliament.json`).

A person is met by the id that the Tweede Kamer has for him, which both the row's source and openkamer give; a group by
its name, if one group only has it there and here, and no other there has the same Wikidata id. Of a person nothing but
the name and the two ids is read.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from register_compiler import tables

from register_linking.sssom import Proposal, proposal
from register_linking.tooi import own_names

WIKIDATA: Final = "http://www.wikidata.org/entity/"
_SOURCE: Final = "https://github.com/openkamer/openkamer"
# A person in the open data of the Tweede Kamer, as a source names it: …/Persoon(98aa8bde-85b0-49ed-9795-e2eeb206e3b8).
_PERSON: Final = re.compile(r"/Persoon\(([0-9a-f-]{36})\)")


def persons(folder: Path, register: Path) -> Iterator[Proposal]:
    """Persons of the register whose id in the open data is that of one person of openkamer."""
    known: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for fields in _fields(folder, "person.json", "person.person"):
        known[fields.get("tk_id") or ""].append(fields)
    for key, row in tables.read(register, "persons").items():
        found = _PERSON.search(row["source"])
        those = known[found[1]] if found else []
        if found and len(those) == 1:
            parts = (those[0].get(name, "") for name in ("forename", "surname_prefix", "surname"))
            label = " ".join(filter(None, parts))
            yield proposal(
                f"person/{key}", row["name"], predicate_id="owl:sameAs",
                object_id=WIKIDATA + those[0]["wikidata_id"], object_label=label,
                mapping_justification="semapv:MappingChaining", match_string=found[1], confidence="0.95",
                object_source=_SOURCE, comment="Both have this id of the Tweede Kamer.",
            )  # fmt: skip


def groups(folder: Path, register: Path) -> Iterator[Proposal]:
    """Parties and groups whose name one party of openkamer has, and no other of ours."""
    parties = [*_fields(folder, "parliament.json", "parliament.politicalparty")]
    uses = Counter(fields["wikidata_id"] for fields in parties)
    known: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for fields in parties:
        known[fields["name"].casefold()] += [fields] * (uses[fields["wikidata_id"]] == 1)
    rows = tables.read(register, "groups")
    ours: dict[str, set[str]] = defaultdict(set)
    for key, row in rows.items():
        for name in own_names(row):
            ours[name].add(key)
    for key, row in rows.items():
        hits = {name: known[name] for name in own_names(row) if len(known[name]) == 1 and ours[name] == {key}}
        if len({those[0]["wikidata_id"] for those in hits.values()}) == 1:
            name, [fields] = min(hits.items())
            yield proposal(
                f"organisation/{key}", row["name"], predicate_id="owl:sameAs",
                object_id=WIKIDATA + fields["wikidata_id"], object_label=fields["name"],
                mapping_justification="semapv:LexicalMatching", match_string=name, confidence="0.8",
                object_source=_SOURCE,
            )  # fmt: skip


def _fields(folder: Path, name: str, model: str) -> Iterator[Mapping[str, Any]]:
    """The records of a kind that have a Wikidata id, in every file of that name."""
    for path in sorted(folder.rglob(name)):
        for record in json.loads(path.read_text(encoding="utf-8")):
            if record.get("model") == model and record["fields"].get("wikidata_id"):
                yield record["fields"]
