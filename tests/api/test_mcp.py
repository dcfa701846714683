"""The Model Context Protocol: the command, spoken to as a client does, line by line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from jsonschema import Draft202012Validator
from pyoxigraph import RdfFormat, parse

from api.fakes import SPECIMEN
from ctgraph import assets
from ctgraph.api.mcp.messages import CallError, read_call
from ctgraph.questions.load import catalog
from ctgraph.settings import Settings
from ctgraph.store.writing import Contents, ReleaseWriter

ROOT = Path(__file__).resolve().parents[2]
QUERIES = tuple(catalog(assets.folder("queries")).values())
ID = "https://w3id.org/ctgraph/id/"
ONTOLOGY = """
PREFIX ctg: <https://w3id.org/ctgraph/def#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
GRAPH <https://w3id.org/ctgraph/graph/ontology/specimen> {
  ctg:Motion a owl:Class ; rdfs:label "motie"@nl, "motion"@en ; skos:definition "A motion."@en .
  ctg:asks a owl:ObjectProperty ; rdfs:label "asks"@en ; rdfs:domain ctg:Motion ; rdfs:range ctg:Request .
}
"""


def write(data: Path) -> str:
    """A release of the specimen with a little ontology; its id."""
    quads = [*parse(path=SPECIMEN, format=RdfFormat.TRIG), *parse(ONTOLOGY, RdfFormat.TRIG)]
    with ReleaseWriter(Settings(data=data)) as writer:
        return writer.write(Contents(quads, "0.1.0", documents=2)).id


class Agent:
    """A client of one process."""

    def __init__(self, data: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        command = [sys.executable, "-m", "ctgraph", "mcp", "--data", str(data)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, stderr=pipe)
        self._last = 0

    def send(self, line: str | bytes) -> None:
        """Write a line."""
        stream = self._stream(self.process.stdin)
        stream.write((line if isinstance(line, bytes) else line.encode()) + b"\n")
        stream.flush()

    def read(self) -> dict[str, Any]:
        """The next message."""
        message: dict[str, Any] = json.loads(self._stream(self.process.stdout).readline())
        assert message["jsonrpc"] == "2.0"
        return message

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """The answer to one request."""
        self._last += 1
        self.send(json.dumps({"jsonrpc": "2.0", "id": self._last, "method": method, "params": params}))
        answer = self.read()
        assert answer["id"] == self._last
        return answer

    def call(self, name: str, /, **arguments: Any) -> dict[str, Any]:
        """What a tool answers, once its two forms are held against each other."""
        result: dict[str, Any] = self.ask("tools/call", name=name, arguments=arguments)["result"]
        assert not result["isError"], result
        assert json.loads(result["content"][0]["text"]) == result["structuredContent"]
        answer: dict[str, Any] = result["structuredContent"]
        return answer

    def complaint(self, name: str, /, **arguments: Any) -> str:
        """What a tool says that does not answer."""
        result = self.ask("tools/call", name=name, arguments=arguments)["result"]
        assert result["isError"]
        return str(result["content"][0]["text"])

    def end(self) -> tuple[int, bytes]:
        """Close the input; the code of the process, and what it said besides."""
        self._stream(self.process.stdin).close()
        said = self._stream(self.process.stderr).read()
        rest = self._stream(self.process.stdout).read()
        for stream in (self.process.stdout, self.process.stderr):
            self._stream(stream).close()
        return self.process.wait(30), rest + said

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        assert stream is not None
        return stream


@pytest.fixture(name="agent", scope="module")
def _agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agent]:
    """A client that has shaken hands, of a process that must end well and print nothing but messages."""
    data = tmp_path_factory.mktemp("data")
    write(data)
    agent = Agent(data)
    agent.ask("initialize", protocolVersion="2025-06-18", capabilities={}, clientInfo={"name": "t", "version": "1"})
    agent.send('{"jsonrpc": "2.0", "method": "notifications/initialized"}')
    yield agent
    assert agent.end() == (0, b"")


def test_handshake(agent: Agent) -> None:
    """A known version is spoken, an unknown one gets the newest; the server has tools and says how to use them."""
    [known, unknown] = [
        agent.ask("initialize", protocolVersion=name)["result"] for name in ("2024-11-05", "1999-01-01")
    ]

    assert (known["protocolVersion"], unknown["protocolVersion"]) == ("2024-11-05", "2025-11-25")
    assert set(known["capabilities"]) == {"tools"}
    assert known["serverInfo"]["name"] == "ctgraph"
    assert "cite the document and the quote" in known["instructions"]
    assert agent.ask("ping")["result"] == {}


def test_every_query_is_a_tool_with_a_schema_that_its_examples_fit(agent: Agent) -> None:
    """Each canned query and the four tools of the graph are listed, named once; schemas are valid and typed."""
    tools = {tool["name"]: tool for tool in agent.ask("tools/list")["result"]["tools"]}

    assert list(tools) == ["entity", "search", "schema", "sparql", *(query.name for query in QUERIES)]
    for query in QUERIES:
        schema = tools[query.name]["inputSchema"]
        Draft202012Validator.check_schema(schema)
        examples = {each.name: int(each.example) if each.type == "count" else each.example for each in query.parameters}
        Draft202012Validator(schema).validate({**examples, "limit": 10, "offset": 0})
        assert schema["required"] == [each.name for each in query.parameters if each.required]
        assert {"limit", "offset"}.isdisjoint(each.name for each in query.parameters)
        assert tools[query.name]["annotations"]["readOnlyHint"]


def test_a_query_answers_with_its_words(agent: Agent) -> None:
    """Rows have IRIs and the passage that each rests on; the limit cuts, and the next rows follow on."""
    first = agent.call("references-in", document="kst-36999-12", limit=2)
    second = agent.call("references-in", document="kst-36999-12", limit=2, offset=first["nextOffset"])
    whole = agent.call("references-in", document="kst-36999-12", limit=4)

    assert first["truncated"]
    assert first["rows"] + second["rows"] == whole["rows"]
    assert first["rows"][0]["quote"] == "Kamerstuk 36 999, nr. 7"
    assert first["rows"][0]["document"] == f"{ID}document/kst-36999-12"


def test_a_query_without_words_of_its_own_gets_sources(agent: Agent) -> None:
    """Where the columns hold no passage, the things in the rows bring theirs, or the row of the register."""
    answer = agent.call("motions", dossier="36999")
    sources = answer["sources"][f"{ID}motion/kst-36999-7"]

    assert f"{ID}motion/kst-36999-7" in [row["motion"] for row in answer["rows"]]
    assert any({"document", "start", "end", "quote", "textDigest"} <= set(source) for source in sources)
    assert any("record" in source for source in sources)


@pytest.mark.parametrize(
    ("given", "iri"),
    [
        ("kst-36999-12", "document/kst-36999-12"),
        ("Kamerstuk 36 999, nr. 12", "document/kst-36999-12"),
        ("motion/kst-36999-7", "motion/kst-36999-7"),
        (f"{ID}person/anna-zwart", "person/anna-zwart"),
        ("36 999", "dossier/36999"),
        ("BWBR0099999", "law/BWBR0099999"),
    ],
)
def test_an_entity_is_known_in_any_spelling(agent: Agent, given: str, iri: str) -> None:
    """A thing comes with its statements, the graph of each, and its sources."""
    answer = agent.call("entity", id=given)

    assert answer["iri"] == ID + iri
    assert answer["sources"]
    assert all(each["graph"].startswith("https://w3id.org/ctgraph/graph/") for each in answer["statements"])


def test_search_finds_things_with_their_sources(agent: Agent) -> None:
    """Names lead to IRIs; a kind keeps others out; the limit is told."""
    [first, *_] = agent.call("search", text="anna zwart")["things"]
    motions = agent.call("search", text="Motie", type="motion", limit=1)

    assert (first["iri"], first["exact"]) == (f"{ID}person/anna-zwart", True)
    assert first["sources"]
    assert ([each["iri"].startswith(f"{ID}motion/") for each in motions["things"]], motions["truncated"]) == (
        [True],
        True,
    )


def test_schema_tells_the_terms(agent: Agent) -> None:
    """Terms come with meaning, domain and range, all or by a part of their name."""
    terms = agent.call("schema")["terms"]
    [only] = agent.call("schema", name="ASK")["terms"]

    assert ["Motion", "asks"] == [each["iri"].rpartition("#")[2] for each in terms]
    assert terms[0]["definition"] == "A motion."
    assert (only["domain"], only["range"]) == tuple(
        f"https://w3id.org/ctgraph/def#{name}" for name in ("Motion", "Request")
    )


def test_sparql_answers_each_form(agent: Agent) -> None:
    """Rows, statements and truth values come cut to the limit, with the sources of our things among them."""
    motions = "?m a <https://w3id.org/ctgraph/def#Motion>"
    rows = agent.call("sparql", query=f"SELECT ?m (1 AS ?n) {{ {motions} }} ORDER BY ?m", limit=1)
    whole = agent.call("sparql", query=f"SELECT ?m {{ {motions} }}")
    statements = agent.call("sparql", query=f"CONSTRUCT {{ {motions} }} WHERE {{ {motions} }}", limit=2)

    assert (len(rows["rows"]), rows["rows"][0]["n"], rows["truncated"]) == (1, 1, True)
    assert set(rows["sources"]) == {rows["rows"][0]["m"]}
    assert (whole["truncated"], len(whole["rows"]) > 2) == (False, True)
    assert (len(statements["statements"]), statements["truncated"]) == (2, True)
    assert agent.call("sparql", query=f"ASK {{ {motions} }}")["answer"] is True
    assert agent.call("sparql", query="ASK { ?s ?p <urn:none> }")["answer"] is False
    assert agent.call("sparql", query='SELECT ("a\\nb\\t\\"c" AS ?x) {}')["rows"] == [{"x": 'a\nb\t"c'}]


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("references-in", {}, "document: is missing"),
        ("references-in", {"document": "kst-x", "wat": 1}, "wat: is no parameter"),
        ("motions", {"outcome": "maybe"}, "one of adopted"),
        ("motions", {"limit": 0}, "from 1 to 1000"),
        ("motions", {"limit": True}, "from 1 to 1000"),
        ("motions", {"dossier": ["36999"]}, "should be text or a number"),
        ("entity", {"id": "kst-11111-99"}, "Ask the tool `search`"),
        ("entity", {"id": "what is this"}, "names nothing"),
        ("entity", {}, "id: is missing"),
        ("search", {"text": "x", "type": "dossier"}, "document or motion"),
        ("schema", {"wat": "x"}, "no argument of this tool"),
        ("sparql", {"query": "SELECT"}, "query-syntax"),
        ("sparql", {"query": "DROP ALL"}, "query-forbidden: DROP is switched off"),
        ("sparql", {"query": "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"}, "SERVICE is switched off"),
    ],
)
def test_errors_of_tools_say_what_to_do(agent: Agent, name: str, arguments: dict[str, Any], words: str) -> None:
    """A call that cannot be answered comes back as an error of the tool, in words that help."""
    assert words in agent.complaint(name, **arguments)


@pytest.mark.parametrize(
    ("line", "code", "id"),
    [
        ("nonsense", -32700, None),
        ("[" * 100_000, -32700, None),
        (b"\xff\xfe", -32700, None),
        ("[]", -32600, None),
        ('{"id": 7, "method": "ping"}', -32600, None),
        ('{"jsonrpc": "2.0", "id": 7}', -32600, 7),
        ('{"jsonrpc": "2.0", "id": null, "method": "ping"}', -32600, None),
        ('{"jsonrpc": "2.0", "id": 7, "method": "ping", "params": []}', -32602, 7),
        ('{"jsonrpc": "2.0", "id": "a", "method": "resources/list"}', -32601, "a"),
        ('{"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {"name": "nothing"}}', -32602, 7),
        (
            '{"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {"name": "schema", "arguments": 1}}',
            -32602,
            7,
        ),
    ],
)
def test_messages_that_break_the_protocol(agent: Agent, line: str | bytes, code: int, id: object) -> None:
    """Each gets the code that JSON-RPC has for it, and the process goes on."""
    agent.send(line)
    answer = agent.read()

    assert (answer["error"]["code"], answer["id"]) == (code, id)
    assert agent.ask("ping")["result"] == {}


def test_a_message_too_long_is_refused(agent: Agent) -> None:
    """A line above the limit is not read, and what follows is."""
    agent.send(json.dumps({"jsonrpc": "2.0", "id": 1, "method": "ping", "params": {"x": "y" * 1_100_000}}))

    assert agent.read()["error"]["code"] == -32600
    assert agent.ask("ping")["result"] == {}


def test_a_response_or_a_notification_gets_no_answer(agent: Agent) -> None:
    """Only requests are answered; what takes back a request that is not there is passed over."""
    agent.send('{"jsonrpc": "2.0", "id": 3, "result": {}}')
    agent.send('{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 999}}')

    assert agent.ask("ping")["result"] == {}


def test_a_request_that_is_taken_back_gets_no_answer(agent: Agent) -> None:
    """A long query ends when the client cancels it, and later ones are answered."""
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    call = {"name": "sparql", "arguments": {"query": query}}
    agent.send(json.dumps({"jsonrpc": "2.0", "id": "long", "method": "tools/call", "params": call}))
    agent.ask("ping")
    agent.send('{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": "long"}}')

    assert agent.call("sparql", query="ASK {}")["answer"] is True


def test_without_a_release_tools_say_so_until_there_is_one(tmp_path: Path) -> None:
    """The process starts all the same, and notices the first release."""
    agent = Agent(tmp_path)
    before = agent.complaint("search", text="Zwart")
    write(tmp_path)
    after = agent.call("search", text="Zwart")["things"]

    assert "Run `ctgraph build`" in before
    assert after
    assert agent.end() == (0, b"")


def test_a_client_that_reads_no_more_ends_the_process(tmp_path: Path) -> None:
    """Answers that nobody takes are no error."""
    agent = Agent(tmp_path)
    agent.ask("ping")
    assert agent.process.stdout is not None
    agent.process.stdout.close()
    agent.send('{"jsonrpc": "2.0", "id": 2, "method": "ping"}')
    _, said = agent.process.communicate(timeout=30)

    assert (agent.process.returncode, said) == (0, b"")


def test_a_boolean_is_no_id() -> None:
    """JSON's true is neither a string nor a number."""
    with pytest.raises(CallError, match="whole number as its id"):
        read_call(b'{"jsonrpc": "2.0", "id": true, "method": "ping"}')
