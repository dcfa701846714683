"""Which strategy or edition of a report a name means, where the name alone does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ctgraph.link.context import Context
from ctgraph.link.editions import told
from ctgraph.link.footnotes import Support, note_key
from ctgraph.model.claims import PolicyMention, Ref
from ctgraph.model.mentions import Mention, PaperReference, PolicyReference

_YEARS = re.compile(r"-(\d{4})-(\d{4})$")
_DATED = re.compile(r"\d{2,4}(?:-\d{2,4})?$")


def completed(context: Context, supported: Mapping[str, Support]) -> dict[int, PolicyReference]:
    """The full values of policy mentions, by identity: an open name takes the edition of its footnote.

    A strategy without its period means the one that the same paper names in full, if that is only one.
    """
    named = context.of_kind(PolicyReference)
    values = {id(m): m.value for m in named if isinstance(m.value, PolicyReference)}
    for _, note in context.marks:
        support = supported.get(note_key(note))
        hanging = support.mention if support else None
        inside = [m.value for m in context.of_note(note) if isinstance(m.value, PolicyReference)]
        if hanging is not None and inside and isinstance(hanging.value, PolicyReference) and _is_open(hanging.value):
            values[id(hanging)] = inside[0]
    _settle(context, values)
    return values


def _settle(context: Context, values: dict[int, PolicyReference]) -> None:
    """Give open strategies the period that the paper names in full, else the one in force on its day."""
    full: dict[str, set[PolicyReference]] = {}
    for value in values.values():
        if not _is_open(value):
            full.setdefault(_family(value), set()).add(value)
    in_force: dict[str, set[PolicyReference]] = {}
    for identity, value in list(values.items()):
        if not _is_open(value) or value.kind == "series":
            continue
        if value.key not in in_force:
            in_force[value.key] = full.get(_family(value), set()) or _in_force(context, value)
        only = in_force[value.key]
        if len(only) == 1:
            values[identity] = next(iter(only))


def _in_force(context: Context, value: PolicyReference) -> set[PolicyReference]:
    """The known periods of a strategy that hold the paper's day."""
    written = context.document.date
    if written is None:
        return set()
    return {
        PolicyReference(name.key, name.canonical, name.detail)
        for name, first, last in context.knowledge.periods
        if first <= written.year <= last and name.key.startswith(value.key)
    }


def _family(value: PolicyReference) -> str:
    """The key without its period: the same for all periods of one strategy."""
    return re.sub(r"-\d{4}-\d{4}$", "", value.key)


def _is_open(value: PolicyReference) -> bool:
    return value.kind == "series" or (value.kind == "strategy" and not _DATED.search(value.key))


def mentions(
    context: Context,
    values: Mapping[int, PolicyReference],
    papers: Mapping[int, PaperReference],
    suspect: frozenset[str],
) -> Iterator[tuple[Mention, PolicyMention]]:
    """Each mention of a policy document as a thing, with the mention it was read from."""
    for mention in context.of_kind(PolicyReference):
        value = values.get(id(mention))
        if value is not None:
            item = PolicyMention(reference(value), _full_name(value), value.kind, (context.of(mention),))
            yield mention, told(context, mention, item, papers, suspect)


def _full_name(value: PolicyReference) -> str:
    """The name with its period, so that two editions of a strategy do not share a label."""
    years = _YEARS.search(value.key)
    return value.name if years is None or years[1] in value.name else f"{value.name} {years[1]}-{years[2]}"


def reference(value: PolicyReference) -> Ref:
    """The thing that a policy reference means: a strategy, a report, or a series where the edition is open."""
    key = value.key.lower()
    if value.kind == "series":
        return Ref("series", key)
    return Ref("document", key) if value.kind == "threat-assessment" else Ref("strategy", key)
