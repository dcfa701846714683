"""What the last released ontology held, and which version step a change since then deserves.

`ontology/released.json` is the record of that release. A term or value in it is never removed: it is deprecated, with
what takes its place. Versions follow Semantic Versioning 2.0.0; as its item 4 allows, before 1.0.0 a change that
breaks something raises the minor number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, Literal

from msgspec import Struct, to_builtins

from ctgraph.errors import InputError
from ctgraph.graph.vocabulary import Term, Value, Vocabulary, Words

Step = Literal["none", "patch", "minor", "major", "never"]
STEPS: Final[tuple[Step, ...]] = ("none", "patch", "minor", "major", "never")
"""From the least change to the one that no version allows."""


class Entry(Struct, frozen=True):
    """What a release fixed of a term or value: its logic word for word, its labels and definitions as a digest."""

    kind: str
    above: tuple[str, ...]
    domain: str
    range: str
    deprecated: bool
    words: str


class Record(Struct, frozen=True):
    """A released version with its terms by local name, and its values by list and notation."""

    version: str
    entries: Mapping[str, Entry]


class Change(Struct, frozen=True, order=True):
    """What became of one term or value since the release, and the step that it deserves."""

    name: str
    what: str
    step: Step


def record(vocabulary: Vocabulary) -> Record:
    """What a release of the ontology fixes."""
    entries = {term.name: _term(term) for term in vocabulary.terms}
    return Record(vocabulary.version, entries | {value.name: _value(value) for value in vocabulary.values})


def _term(term: Term) -> Entry:
    words = _digest(term.labels, term.definitions, term.examples, term.notes)
    return Entry(term.kind, term.above, term.domain, term.range, term.deprecated, words)


def _value(value: Value) -> Entry:
    words = _digest(value.labels, value.others, value.definitions)
    return Entry("value", value.broader, "", str(value.step or ""), False, words)


def _digest(*groups: tuple[Words, ...]) -> str:
    """The texts as twelve hex digits."""
    texts = [[(words.language, words.text) for words in group] for group in groups]
    return hashlib.sha256(json.dumps(texts, ensure_ascii=False).encode()).hexdigest()[:12]


def changes(released: Record, now: Record) -> tuple[Change, ...]:
    """What changed since a release, by name."""
    before, after = released.entries, now.entries
    found = [Change(name, "is new", "minor") for name in after.keys() - before.keys()]
    found += [Change(name, "was removed; deprecate it instead", "never") for name in before.keys() - after.keys()]
    for name in before.keys() & after.keys():
        found += _compare(name, before[name], after[name])
    return tuple(sorted(found))


def _compare(name: str, before: Entry, after: Entry) -> Iterator[Change]:
    for aspect in ("kind", "domain", "range"):
        if getattr(before, aspect) != getattr(after, aspect):
            yield Change(name, f"has another {aspect}", "major")
    if lost := set(before.above) - set(after.above):
        yield Change(name, f"is no longer under {', '.join(sorted(lost))}", "major")
    if gained := set(after.above) - set(before.above):
        yield Change(name, f"is now under {', '.join(sorted(gained))}", "minor")
    if before.deprecated != after.deprecated:
        yield Change(name, "was deprecated" if after.deprecated else "is no longer deprecated", "minor")
    if before.words != after.words:
        yield Change(name, "is worded otherwise", "patch")


def least_version(released: str, step: Step) -> str:
    """The lowest version that a step asks for; `none` and `never` ask for none.

    >>> least_version("0.3.1", "major"), least_version("1.3.1", "major"), least_version("1.3.1", "patch")
    ('0.4.0', '2.0.0', '1.3.2')
    """
    major, minor, patch = numbers(released)
    if step == "major" and major:
        return f"{major + 1}.0.0"
    if step in ("major", "minor"):
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + (step == 'patch')}"


def objections(released: Record, now: Record) -> Iterator[str]:
    """Why `now` may not follow a release, in sentences: what was removed, and a version number that is too low."""
    found = changes(released, now)
    for change in found:
        if change.step == "never":
            yield f"{change.name} {change.what}"
    step: Step = max((change.step for change in found if change.step != "never"), key=STEPS.index, default="none")
    least = least_version(released.version, step)
    if numbers(now.version) < numbers(least):
        told = "; ".join(f"{change.name} {change.what}" for change in found if change.step == step)
        yield f"the version is {now.version} and should be at least {least}: {told}"


def numbers(version: str) -> tuple[int, int, int]:
    """The three numbers of a version, to compare by."""
    major, minor, patch = map(int, version.split("."))
    return major, minor, patch


def record_text(released: Record) -> str:
    """A record as the text of `ontology/released.json`."""
    entries = {name: to_builtins(entry) for name, entry in sorted(released.entries.items())}
    return json.dumps({"version": released.version, "entries": entries}, ensure_ascii=False, indent=1) + "\n"


def read_record(path: Path) -> Record:
    """Read a record; InputError for a file that is none."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        entries = {name: Entry(**{**entry, "above": tuple(entry["above"])}) for name, entry in held["entries"].items()}
        return Record(held["version"], entries)
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = f"it is no record of a release: {error!r}"
        raise InputError(str(path), reason, "Take it from the last release of the ontology") from error
