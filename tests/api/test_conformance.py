"""The server held against its own description: schemathesis makes requests of it, good ones and bad ones.

`CTGRAPH_EXAMPLES=300 pytest tests/api/test_conformance.py` makes more of them (`make torture`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, Final

import httpx
import hypothesis
import pytest
import schemathesis
from hypothesis import HealthCheck
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from api.test_server import running
from ctgraph import assets
from ctgraph.api import openapi
from ctgraph.api.app import create_app
from ctgraph.cli.desk import ReadingDesk
from ctgraph.pipeline.build import build
from ctgraph.pipeline.stock import Folders
from ctgraph.questions.load import catalog
from ctgraph.settings import ClientLimits, Settings
from ctgraph.store.pool import EmbeddedStore

LETTER: Final = (
    "In mijn brief van 31 mei 20221 ging ik hierop in. De motie van het lid De Wit (D66)2 vraagt om toezicht. Deze \n"
    "motie is niet volledig uitvoerbaar.\n\n1 Kamerstuk 29 754, nr. 160.\n2 Kamerstuk 36 410 VI, nr. 12.\n\n"
    "kst-30821-187\n"
)
SETTINGS: Final = hypothesis.settings(
    max_examples=int(os.environ.get("CTGRAPH_EXAMPLES", "4")),
    stateful_step_count=6,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
FORMATS: Final = ("document", "motion", "dossier", "person", "thing", "resource", "term")
"""Types of parameters that JSON Schema has no words for: values that fit are the examples of the queries."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server on the register and a letter, for a client without a budget."""
    data = tmp_path_factory.mktemp("data")
    (data / "brief.txt").write_text(LETTER, encoding="utf-8")
    settings = Settings(data=data, workers=2, clients=ClientLimits(seconds=1e6), request_log=False)
    folders = Folders(assets.folder("register"), assets.folder("ontology"))
    build(settings, folders, [data / "brief.txt"], False, lambda what, done, total: None)
    with running(settings, ReadingDesk(settings)) as client:
        yield client


def described() -> schemathesis.BaseSchema:
    """The description of the application, and what fits the formats that it names."""
    queries = catalog(assets.folder("queries")).values()
    for name in FORMATS:
        fitting = {each.example for query in queries for each in query.parameters if each.type == name}
        schemathesis.openapi.format(name, st.sampled_from(sorted(fitting)))
    schemathesis.openapi.format("words", st.sampled_from(["dreiging", '"de brief" -motie', "wet onderzoek"]))
    settings = Settings()
    return schemathesis.openapi.from_dict(openapi.describe(create_app(settings, EmbeddedStore(settings))))


SCHEMA: Final = described()
Case = schemathesis.Case[Any]


@SCHEMA.parametrize()
@SETTINGS
def test_every_operation_keeps_to_its_description(case: Case, server: httpx.Client) -> None:
    """Each answer has a status, type, headers and shape that are described; what does not fit is refused."""
    _hold(case, case.call(base_url=str(server.base_url.join("/v1")), timeout=30))


def test_what_one_answer_leads_to_keeps_to_it_too(server: httpx.Client) -> None:
    """From a list to its things and their parts, by the links of the description: all as described."""

    class Walk(SCHEMA.as_state_machine()):  # type: ignore[misc]  # a base made at run time
        def get_call_kwargs(self, case: Case) -> dict[str, Any]:
            return {"base_url": str(server.base_url.join("/v1")), "timeout": 30}

        def validate_response(self, response: schemathesis.Response, case: Case, **_: Any) -> None:
            _hold(case, response)

    Walk.run(settings=SETTINGS)


def _hold(case: Case, response: schemathesis.Response) -> None:
    refused = {each["name"] for each in response.json()["errors"]} if response.status_code == 400 else set()
    excluded: list[Any] = []
    # A cursor comes from an answer, so that no made one is good: then it is all that is refused.
    if refused == {"page"}:
        excluded.append(positive_data_acceptance)
    # An empty day is as none, as forms send it; the API Design Rules want nothing but the format to be said of a day.
    if isinstance(case.body, dict) and case.body.get("date") == "":
        excluded.append(negative_data_rejection)
    case.validate_response(response, excluded_checks=excluded)
