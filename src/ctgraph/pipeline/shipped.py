"""What this version ships, as one part of every release: the register and the ontology.

The register's rows are held against the shapes together, because they point at each other; a row that breaks a rule is
left out and named. It is the same part for the same files and the same promises met, so that it is made once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from itertools import chain

from ctgraph.graph.canonical import nquads
from ctgraph.graph.ontology import ontology_quads
from ctgraph.graph.register import state_register
from ctgraph.graph.withholding import sound
from ctgraph.model.deliveries import Delivery
from ctgraph.model.records import Register
from ctgraph.pipeline.parts import Met, Part, Parts
from ctgraph.pipeline.stating import withheld_of
from ctgraph.pipeline.stock import Stock
from ctgraph.version import VERSION


def shipped(stock: Stock, parts: Parts, met: Sequence[Met]) -> Part:
    """The part of register and ontology, with all that the register withdraws.

    Raises RegisterError for tables that cannot be read.
    """
    promises = json.dumps([asdict(each) for each in met], sort_keys=True)
    seed = f"shipped {stock.fingerprint} {promises}"
    key = hashlib.sha256(seed.encode()).hexdigest()
    known = parts.find(key, ())
    if known is not None:
        return known
    quads = state_register(stock.register, VERSION, tuple(_deliveries(stock.register, met)))
    held = sound(quads, stock.rules)
    data = nquads([*held.quads, *ontology_quads(stock.folders.ontology)])
    part = Part(
        key,
        statements=data.count(b"\n"),
        withheld=withheld_of(held.withheld),
        withdrawn=tuple(chain.from_iterable(stock.withdrawals.values())),
    )
    parts.keep(part, data, None)
    return replace(part, fresh=True)


def _deliveries(register: Register, met: Iterable[Met]) -> Iterable[Delivery]:
    for each in met:
        yield Delivery(register.outcomes[each.outcome], each.announcements, each.commitments, each.studies)
