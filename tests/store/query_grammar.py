"""Queries made at random from the grammar of SPARQL 1.1, the same for the same seed; some of them are bombs."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

_VARIABLES = ("?a", "?b", "?c", "$d", "?service", "?load")
_TERMS = (
    *_VARIABLES, "<http://example.org/p1>", "ex:p0", "ex:service", ":", "a:b.c", "'x'", '"LOAD"@en', "'''long \" 'text'''",
    "1", "-2.5", "1e3", "true", "_:n", "'5'^^xsd:integer", "<urn:x>",
)  # fmt: skip
_PREDICATES = (
    "?p",
    "a",
    "ex:p1",
    "<http://example.org/p2>",
    "ex:p0/ex:p1",
    "(ex:p0|^ex:p1)*",
    "!(a|^ex:p0)",
    "ex:p3+",
    "ex:p0?",
)
_CALLS = (
    "STR(%s)", "BOUND(?a)", "STRLEN(STR(%s))", "REGEX(STR(%s), 'v')", "CONCAT(STR(%s), 'x')", "IF(BOUND(?a), %s, 1)",
    "COALESCE(%s, 2)", "isIRI(%s)", "LANG(%s)", "xsd:integer(%s)", "!(%s)", "-(%s)", "(%s)",
)  # fmt: skip
_OPERATORS = (" = ", " != ", " < ", " > ", " <= ", " + ", " - ", " * ", " / ", " && ", " || ")
_PROLOGUE = "PREFIX ex: <http://example.org/> PREFIX : <urn:> PREFIX a: <urn:a> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "


class Grammar:
    """Makes queries out of `random`; so many of them, a part of 1, are bombs."""

    def __init__(self, random: Random, bombs: float = 0.1) -> None:
        self._random = random
        self._bombs = bombs

    def query(self) -> str:
        """One query; one in twenty has a piece cut out."""
        choice = self._random.random()
        if choice < self._bombs:
            return _PROLOGUE + self._bomb()
        made = _PROLOGUE + self._form()
        if choice < self._bombs + 0.05:
            start = self._random.randrange(len(made))
            made = made[:start] + made[start + self._random.randrange(1, 9) :]
        return made

    def _form(self) -> str:
        body, pick = self._group(3), self._random.choice
        modifiers = pick(("", " LIMIT 5", " ORDER BY ?a LIMIT 3 OFFSET 1", " GROUP BY ?a HAVING (COUNT(*) > 1)"))
        if "GROUP" in modifiers:
            return f"SELECT ?a (COUNT(*) AS ?n) {body}{modifiers}"
        head = pick(("SELECT * ", "SELECT DISTINCT ?a ?b ", "ASK ", "CONSTRUCT { ?a ex:p0 ?b } WHERE ", "DESCRIBE ?a "))
        return head + body + ("" if head == "ASK " else modifiers)

    def _group(self, depth: int) -> str:
        parts = (self._part(depth) for _ in range(self._random.randrange(1, 4)))
        return "{ " + " ".join(parts) + " }"

    def _part(self, depth: int) -> str:
        if depth == 0 or self._random.random() < 0.5:
            return self._triples()
        kinds: tuple[Callable[[], str], ...] = (
            lambda: f"OPTIONAL {self._group(depth - 1)}",
            lambda: f"{self._group(depth - 1)} UNION {self._group(depth - 1)}",
            lambda: f"MINUS {self._group(depth - 1)}",
            lambda: f"GRAPH ?g {self._group(depth - 1)}",
            lambda: f"FILTER ({self._expression(depth)})",
            lambda: f"FILTER NOT EXISTS {self._group(depth - 1)}",
            lambda: f"BIND ({self._expression(depth)} AS ?v{self._random.randrange(10**6)})",
            lambda: f"VALUES (?a ?b) {{ (1 UNDEF) ({self._random.randrange(9)} 'x') }}",
            lambda: f"{{ SELECT ?a ?b {self._group(depth - 1)} LIMIT 3 }}",
        )
        return self._random.choice(kinds)()

    def _triples(self) -> str:
        pick = self._random.choice
        subject = pick((*_VARIABLES, "<http://example.org/id/1>", "_:m", "[ ex:p0 ?b ]", "(1 ?c)"))
        more = "".join(f" ; {pick(_PREDICATES)} {pick(_TERMS)}" for _ in range(self._random.randrange(2)))
        return f"{subject} {pick(_PREDICATES)} {pick(_TERMS)}{more} ."

    def _expression(self, depth: int) -> str:
        if depth == 0:
            return self._random.choice((*_VARIABLES, "1", "'x'", "ex:p0"))
        if self._random.random() < 0.5:
            return self._random.choice(_CALLS).replace("%s", self._expression(depth - 1))
        sides = self._expression(depth - 1), self._expression(depth - 1)
        return self._random.choice(_OPERATORS).join(sides)

    def _bomb(self) -> str:
        """One construct many times over: from far below the limits to far above them."""
        n = int(2 ** self._random.uniform(3, 14))
        kinds = (
            "ASK " + "{" * n + "}" * n,
            "ASK { FILTER(" + "(" * n + "1" + ")" * n + ") }",
            "ASK { ?s ?p " + "[ ex:p0 " * n + "1" + " ]" * n + " }",
            "ASK { ?s ?p " + "( " * n + ")" * n + " }",
            "ASK { FILTER(" + "||".join(["?a"] * n) + ") }",
            "ASK { FILTER(" + "!" * n + "?a) }",
            "ASK { BIND(" + "-" * n + "1 AS ?x) }",
            "ASK { BIND(1" + "+1" * n + " AS ?x) }",
            "ASK { ?s " + "/".join(["ex:p0"] * n) + " ?o }",
            "ASK { ?s " + "^" * n + "ex:p0 ?o }",
            "ASK { ?s " + "(" * n + "ex:p0" + ")*" * n + " ?o }",
            "ASK { " + "".join(f"?a{i} ex:p0 ?b{i} . " for i in range(n)) + "}",
            "ASK { ?s ex:p0 " + ", ".join(f"?o{i}" for i in range(n)) + " }",
            "ASK { " + "{} UNION " * n + "{} }",
            "ASK { " + "OPTIONAL { ?a ?b ?c } " * n + "}",
            "ASK { " + "FILTER NOT EXISTS { ?a ?b ?c " * n + "}" * n + "}",
            "ASK { VALUES ?x { " + "1 " * n + "} }",
            "SELECT * { " + "{ SELECT * { " * n + "} } " * n + "}",
            "ASK { " + "".join(f"BIND(1 AS ?x{i}) " for i in range(n)) + "}",
            "ASK { FILTER(?a IN (" + ", ".join(["1"] * n) + ")) }",
            "SELECT " + " ".join(f"(1 AS ?x{i})" for i in range(n)) + " {}",
            "SELECT * {} ORDER BY " + "?a " * n,
        )
        return self._random.choice(kinds)
