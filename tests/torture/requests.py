"""What visitors ask: good questions of every kind, and bombs that pass the guard or try to."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final

from msgspec import Struct

from store.query_grammar import Grammar
from store.specimen import MEMORY_BOMB, RUNAWAY

DEADLY: Final = (
    RUNAWAY,
    MEMORY_BOMB,
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f",
    "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>)*/(!<urn:x>)* ?b . ?c (!<urn:x>|^!<urn:x>)+ ?d }",
    "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?f)); separator='') AS ?x) { ?a ?b ?c . ?d ?e ?f }",
    "ASK { ?a ?b ?c FILTER(REGEX(CONCAT(STR(?a), 'aaaaaaaaaaaaaaaaaaaa'), '((a{80}){80}){80}')) }",
    "SELECT (SHA512(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?h) { ?a ?b ?c . ?d ?e ?f . ?g ?h0 ?i } LIMIT 100000000",
    "ASK " + "{" * 2_300 + "}" * 2_300,
    "ASK { FILTER(" + "(" * 5_000 + "1" + ")" * 5_000 + ") }",
    "ASK { ?s " + "/".join(["<urn:p>"] * 500) + " ?o }",
    "ASK { " + "".join(f"?a{i} ?p{i} ?b{i} . " for i in range(400)) + "}",
    "ASK { VALUES ?x { " + "1 " * 1_000_000 + "} }",
    "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "ASK { BIND('" + "x" * 2_000_000 + "' AS ?x) }",
)
"""Each ends a process, a machine or a budget where nothing holds it."""
_PATHS: Final = (
    "/", "/docs", "/v1/openapi.json", "/health/ready", "/metrics", "/def", "/catalog", "/feed", "/v1/queries",
    "/v1/documents", "/v1/documents/kst-29754-645", "/v1/documents/kst-29754-645/references", "/v1/motions?facets=year",
    "/v1/actors?name=nctv", "/v1/search?q=dreiging", "/v1/search?q=%22de%20brief%22", "/v1/queries/threat-levels",
    "/v1/queries/motions?party=D66", "/v1/queries/commitments", "/doc/dossier/29754", "/doc/dossier/29754.ttl",
    "/id/dossier/29754", "/fragments?page=2", "/v1/references?text=Kamerstuk%2029%20754,%20nr.%20645",
)  # fmt: skip
_WRONG: Final = (
    "/nothing", "/v1/documents/..%2f..%2fetc%2fpasswd", "/export/..%2f..%2fcurrent", "/graph/%00",
    "/v1/motions?dossier=29754%22%29%20%7D%20%3B%20DROP%20ALL%20%23", "/v1/queries/motions?limit=-1",
    "/v1/search?q=", "/sparql?query=SELECT", "/sparql?update=DROP%20ALL", "/v1/documents?page=x", "/doc/document/" + "x" * 5_000,
)  # fmt: skip
_GOOD: Final = (
    "SELECT ?s ?o { ?s a ?o } LIMIT 20",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT ?t (COUNT(?s) AS ?n) { ?s a ?t } GROUP BY ?t ORDER BY DESC(?n) LIMIT 10",
    "ASK {}",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 500",
    "DESCRIBE <https://w3id.org/ctgraph/id/dossier/29754>",
    "SELECT ?g { GRAPH ?g { ?s ?p ?o } } LIMIT 50",
)


class Wish(Struct, frozen=True):
    """What is asked: a query, or the path of a GET. `kind` is good, wrong, random or bomb."""

    kind: str
    query: str = ""
    path: str = ""


def queries(seed: int) -> Iterator[Wish]:
    """Queries at random, one in a hundred a bomb, and one in ten a plain good one that is made to be new."""
    random = Random(seed)
    grammar = Grammar(random, bombs=0.0)
    while True:
        choice = random.random()
        if choice < 0.01:
            yield Wish("bomb", bomb(random))
        elif choice < 0.11:
            yield Wish("good", f"{random.choice(_GOOD)} # {random.random()}")
        else:
            yield Wish("random", grammar.query())


def mixed(seed: int) -> Iterator[Wish]:
    """Requests of all kinds as a day brings them, one in a hundred a bomb."""
    random = Random(seed)
    while True:
        choice, pick = random.random(), random.choice
        if choice < 0.01:
            yield Wish("bomb", bomb(random))
        elif choice < 0.1:
            yield Wish("wrong", path=pick(_WRONG))
        elif choice < 0.5:
            yield Wish("good", path=pick(_PATHS))
        else:
            yield Wish("good", pick(_GOOD) + (f" # {random.random()}" if choice < 0.75 else ""))


def bomb(random: Random) -> str:
    """One that the guard should refuse, or one that a worker must be killed for."""
    return random.choice(DEADLY) if random.random() < 0.5 else Grammar(random, bombs=1.0).query()
