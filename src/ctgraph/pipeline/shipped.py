"""What this version ships, as one part of every release: the register and the ontology.

The register's rows are held against the shapes together, because they point at each other; a row that breaks a rule is
left out and named. It is the same part for the same files, so that it is made once. Which promises of the papers read
its outcomes fulfil is a part of its own, because that changes with the papers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from itertools import chain

from msgspec import to_builtins

from ctgraph.graph.canonical import nquads
from ctgraph.graph.ontology import ontology_quads
from ctgraph.graph.register import state_deliveries, state_register, state_tables
from ctgraph.graph.withholding import sound
from ctgraph.model.deliveries import Delivery
from ctgraph.pipeline.parts import Met, Part, Parts
from ctgraph.pipeline.stating import withheld_of
from ctgraph.pipeline.stock import Stock
from ctgraph.version import VERSION


def shipped(stock: Stock, parts: Parts, met: Sequence[Met]) -> tuple[Part, ...]:
    """The part of register and ontology, with all that the register withdraws; and that of the promises met, if any.

    Raises RegisterError for tables that cannot be read.
    """
    base = parts.find(_key("shipped", stock.fingerprint), ()) or _base(stock, parts)
    return (base, _deliveries(stock, parts, met)) if met else (base,)


def _base(stock: Stock, parts: Parts) -> Part:
    held = sound(state_register(stock.register, VERSION), stock.rules)
    part = Part(
        _key("shipped", stock.fingerprint),
        withheld=withheld_of(held.withheld),
        withdrawn=tuple(chain.from_iterable(stock.withdrawals.values())),
    )
    return parts.keep(part, nquads([*held.quads, *ontology_quads(stock.folders.ontology)]), None)


def _deliveries(stock: Stock, parts: Parts, met: Sequence[Met]) -> Part:
    key = _key("met", stock.fingerprint, json.dumps([to_builtins(each) for each in met], sort_keys=True))
    if (known := parts.find(key, ())) is not None:
        return known
    register = stock.register
    found = [
        Delivery(register.outcomes[each.outcome], each.announcements, each.commitments, each.studies) for each in met
    ]
    told = set(state_tables(register, VERSION, ("outcomes",)))
    stated = list(state_deliveries(register, VERSION, found))
    # What the table itself says stands in the part of the register: no two parts say the same.
    own = [quad for quad in stated if quad not in told]
    held = sound(own, stock.rules, stated)
    return parts.keep(Part(key, withheld=withheld_of(held.withheld)), nquads(held.quads), None)


def _key(*said: str) -> str:
    return hashlib.sha256(" ".join(said).encode()).hexdigest()
