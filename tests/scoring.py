"""How well a reading fits what a text is expected to hold: precision, recall and F1 by type of annotation.

Two annotations meet when they share at least half of the shorter one; they agree when their values mean the same
too. What is expected as `optional` is never missed, and a finding on it is never wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct, field

from ctgraph.identifiers import slug

Values = Mapping[str, object]


class Annotation(Struct, frozen=True):
    """A stretch of a text, what it is, and what it means."""

    type: str
    start: int
    end: int
    text: str
    normalized: Values = field(default_factory=dict)
    optional: bool = False


def annotation(entry: Values) -> Annotation:
    """One entry of an annotated set or of an extraction, as read from JSON."""
    normalized = entry.get("normalized")
    return Annotation(
        type=str(entry["type"]),
        start=int(str(entry["start"])),
        end=int(str(entry["end"])),
        text=str(entry["text"]),
        normalized=normalized if isinstance(normalized, Mapping) else {},
        optional=bool(entry.get("optional")),
    )


class Tally(Struct, frozen=True):
    """Counts of one type; tallies of several documents add up."""

    expected: int = 0
    found: int = 0
    met: int = 0
    right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.expected + other.expected, self.found + other.found, self.met + other.met, self.right + other.right
        )

    @property
    def precision(self) -> float:
        """The share of the findings that agree with what was expected; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was expected that was found with its value; 1 where nothing was expected."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, for place and value together."""
        total = self.found + self.expected
        return 2 * self.right / total if total else 1.0

    @property
    def span_f1(self) -> float:
        """The same for the place alone."""
        total = self.found + self.expected
        return 2 * self.met / total if total else 1.0


class Error(Struct, frozen=True):
    """A difference: `expected` without `found` was missed, `found` without `expected` is too much."""

    type: str
    expected: Annotation | None
    found: Annotation | None


def score(expected: Iterable[Annotation], found: Iterable[Annotation], kind: str) -> tuple[Tally, list[Error]]:
    """The tally of one type in one document, with each difference."""
    wanted = [item for item in expected if item.type == kind]
    given = [item for item in found if item.type == kind]
    pairs = _pairs(wanted, given)
    partners = dict(pairs)
    errors = [Error(kind, item, None) for i, item in enumerate(wanted) if i not in partners and not item.optional]
    required = [(wanted[i], given[j]) for i, j in pairs if not wanted[i].optional]
    errors.extend(Error(kind, one, other) for one, other in required if not agree(one, other))
    taken = set(partners.values())
    surplus = [g for j, g in enumerate(given) if j not in taken and not any(w.optional and meet(w, g) for w in wanted)]
    errors.extend(Error(kind, None, item) for item in surplus)
    right = sum(agree(one, other) for one, other in required)
    count = sum(not item.optional for item in wanted)
    return Tally(count, len(required) + len(surplus), len(required), right), errors


def meet(one: Annotation, other: Annotation) -> bool:
    """Whether two stretches share at least half of the shorter one."""
    return 2 * _shared(one, other) >= min(one.end - one.start, other.end - other.start) > 0


def agree(expected: Annotation, found: Annotation) -> bool:
    """Whether the values mean the same, for annotations of one type."""
    return (_AGREE | _AGREE_ON_CLAIMS)[expected.type](expected.normalized, found.normalized)


def _shared(one: Annotation, other: Annotation) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _pairs(wanted: Sequence[Annotation], given: Sequence[Annotation]) -> list[tuple[int, int]]:
    """One partner each: those that agree first, then what is required, then what covers most."""
    ranked = sorted(
        (not agree(w, g), w.optional, (w.end - w.start) + (g.end - g.start) - 2 * _shared(w, g), i, j)
        for i, w in enumerate(wanted)
        for j, g in enumerate(given)
        if meet(w, g)
    )
    pairs: list[tuple[int, int]] = []
    left, right = set[int](), set[int]()
    for *_, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def _many(values: Values, *names: str) -> list[str]:
    """The first of these values that is there, as a list of words."""
    value = next((values[name] for name in names if values.get(name)), ())
    return [str(item) for item in value] if isinstance(value, list | tuple) else [str(value)]


def _fold(word: object) -> str:
    """Letters and digits alone, without accents; capitals do not tell a dotless `ı` from `i`."""
    return slug(str(word or "").replace("ı", "i")).replace("-", "")


def _surname(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].endswith("."):
        words = words[1:]
    return _fold(" ".join(words))


def _same_ids(one: Values, other: Values) -> bool:
    return {i.lower() for i in _many(one, "ids", "id")} == {i.lower() for i in _many(other, "ids", "id")}


def _same_paper(one: Values, other: Values) -> bool:
    return _same_ids(one, other) and bool(one.get("attachment")) == bool(other.get("attachment"))


def _same_law(one: Values, other: Values) -> bool:
    names = {_fold(n) for n in (*_many(one, "law"), *_many(one, "also"))}
    return bool(names & {_fold(other.get("law")), _fold(other.get("id"))}) and _same_articles(one, other)


def _same_articles(one: Values, other: Values) -> bool:
    return {_fold(a) for a in _many(one, "articles")} == {_fold(a) for a in _many(other, "articles")}


def _same_act(one: Values, other: Values) -> bool:
    return one["celex"] == other.get("celex") and _same_articles(one, other)


def _same_motion(one: Values, other: Values) -> bool:
    paper = str(other.get("kamerstuk") or "").lower()
    if paper and paper in {p.lower() for p in _many(one, "not_kamerstuk")}:
        return False
    if one.get("kamerstuk") and paper != str(one["kamerstuk"]).lower():
        return False
    return sorted(map(_surname, _many(one, "submitters"))) == sorted(map(_surname, _many(other, "submitters")))


def _same_person(one: Values, other: Values) -> bool:
    if not one.get("name"):
        return True
    party = one.get("party")
    return _surname(str(one["name"])) == _surname(str(other.get("name"))) and (
        not party or _fold(party) == _fold(other.get("party"))
    )


def _same_body(one: Values, other: Values) -> bool:
    names = {_fold(n) for n in (*_many(one, "canonical"), *_many(one, "also"))}
    return bool(names & {_fold(other.get("canonical")), _fold(other.get("id"))})


_KINDS_ALIKE = {"regelingvanwerkzaamheden": "ordedebat"}
"""Names of one kind of debate, as the table of equal names of the shared gold set has them."""


def _kind(value: object) -> str:
    folded = _fold(value)
    return _KINDS_ALIKE.get(folded, folded)


def _same_debate(one: Values, other: Values) -> bool:
    return _kind(one["kind"]) == _kind(other.get("kind")) and one.get("date") in (None, other.get("date"))


def _same_commitment(one: Values, other: Values) -> bool:
    kind = one.get("debate")
    return one.get("date") in (None, other.get("date")) and (not kind or _kind(kind) == _kind(other.get("debate")))


def _same_time(one: Values, other: Values) -> bool:
    return other.get("edtf") in (one["edtf"], *_many(one, "accept"))


def _same_note(one: Values, other: Values) -> bool:
    return (one["n"], one["body_start"], one["body_end"]) == tuple(
        other.get(k) for k in ("n", "body_start", "body_end")
    )


_AGREE: dict[str, Callable[[Values, Values], bool]] = {
    "kamerstuk_ref": _same_paper,
    "handelingen_ref": _same_ids,
    "staatsblad_ref": _same_ids,
    "ecli_ref": _same_ids,
    "law_ref": _same_law,
    "eu_ref": _same_act,
    "motion_ref": _same_motion,
    "person": _same_person,
    "organisation": _same_body,
    "debate": _same_debate,
    "commitment": _same_commitment,
    "date": _same_time,
    "footnote": _same_note,
}
TYPES: tuple[str, ...] = tuple(_AGREE)
"""The types of annotation that every specimen holds."""


def _same_response(one: Values, other: Values) -> bool:
    return (one.get("motion"), one.get("status")) == (other.get("motion"), other.get("status"))


def _same_measure(one: Values, other: Values) -> bool:
    return one.get("kind") == other.get("kind") and _fold(one.get("name")) == _fold(other.get("name"))


def _same_place(one: Values, other: Values) -> bool:
    """An announcement is its words."""
    return True


_AGREE_ON_CLAIMS: dict[str, Callable[[Values, Values], bool]] = {
    "response": _same_response,
    "announcement": _same_place,
    "measure": _same_measure,
}
CLAIMS: tuple[str, ...] = tuple(_AGREE_ON_CLAIMS)
"""What a paper states beyond its mentions, scored on the annotated sets."""
