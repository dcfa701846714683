"""What stands in `deploy/` and in the guide to it fits the program; where nginx and systemd are there, they take it."""

from __future__ import annotations

import configparser
import re
import shutil
import socket
import subprocess
import threading
import time
import tomllib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import pytest
from typer.main import get_command

from ctgraph.cli.app import app
from ctgraph.settings import GROUPS, Settings, variable

ROOT: Final = Path(__file__).resolve().parents[1]
CONTAINER: Final = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
UNIT: Final = ROOT / "deploy" / "ctgraph.service"
GUIDE: Final = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
NGINX: Final = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
SYSTEMD: Final = shutil.which("systemd-analyze")
DEFAULTS: Final = Settings()
FIELDS: Final = [*Settings.__struct_fields__]
VARIABLES: Final = {"CTGRAPH_SETTINGS", *(variable("", name) for name in FIELDS if name not in GROUPS)}


def steps(word: str) -> list[str]:
    """What follows an instruction of the container file."""
    return re.findall(rf"^{word} (.+)$", CONTAINER, re.MULTILINE)


def unit() -> configparser.SectionProxy:
    """The service as the unit describes it; of a setting that stands there twice, the last."""
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # documented so
    parser.read(UNIT)
    return parser["Service"]


def test_image_is_built_of_what_there_is() -> None:
    """Everything that the image copies is in the source, and everything that the wheel is made of is copied."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    copied = {name for step in steps("COPY") if not step.startswith("--from") for name in step.split()[:-1]}
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    needed = {"pyproject.toml", "src", project["project"]["readme"], *project["project"]["license-files"], *wheel}

    assert copied == needed
    assert all((ROOT / name).exists() for name in copied)


def test_image_starts_the_program() -> None:
    """The image runs a verb that there is, as a user that it makes, on the port and path that it is asked on."""
    verb = steps("CMD")[0].strip('["]')
    environment = dict(pair.split("=") for pair in steps("ENV")[0].split())
    user = steps("USER")[0]

    assert verb in get_command(app).commands  # type: ignore[attr-defined]  # it is a group
    assert any(f"useradd --system --uid 10001 {user}" in step for step in steps("RUN"))
    assert {name for name in environment if name.startswith("CTGRAPH")} <= VARIABLES
    assert environment["CTGRAPH_DATA"] == steps("VOLUME")[0]
    assert steps("EXPOSE") == [str(DEFAULTS.port)]
    assert f"127.0.0.1:{DEFAULTS.port}/health/ready" in steps("HEALTHCHECK")[0]


def test_service_fits_the_program() -> None:
    """The unit starts a verb that there is, with settings that there are, and waits longer than any answer takes."""
    service = unit()
    environment = dict(pair.split("=") for pair in service["Environment"].split())

    assert service["ExecStart"].split()[1] in get_command(app).commands  # type: ignore[attr-defined]  # it is a group
    assert set(environment) <= VARIABLES
    assert environment["CTGRAPH_DATA"] == f"/var/lib/{service['StateDirectory']}"
    assert environment["CTGRAPH_SETTINGS"].startswith(f"/etc/{service['ConfigurationDirectory']}/")
    assert int(service["TimeoutStopSec"]) > DEFAULTS.limits.max_seconds
    assert int(service["MemoryMax"].removesuffix("G")) * 2**30 > (DEFAULTS.workers + 1) * DEFAULTS.limits.memory_bytes


@pytest.mark.skipif(SYSTEMD is None, reason="systemd-analyze is not installed")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    """Every line of the unit is one that systemd knows, and it finds the service confined (exposure of 2 at most out of 10)."""
    assert SYSTEMD is not None
    copy = tmp_path / UNIT.name
    copy.write_text(UNIT.read_text(encoding="utf-8").replace("/opt/ctgraph/bin/ctgraph", "/bin/true"), encoding="utf-8")
    for asked in (["verify", "--man=no"], ["security", "--offline=true", "--threshold=20", "--no-pager"]):
        done = subprocess.run([SYSTEMD, *asked, str(copy)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout[-200:] + done.stderr


class Upstream(BaseHTTPRequestHandler):
    """Tells what reached it; under `/broken`, breaks off in the middle of an answer."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        if self.path == "/broken":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"5\r\nhello\r\n")
            self.wfile.flush()
            self.close_connection = True
            return
        told = "".join(f"{name}: {value}\n" for name, value in self.headers.items()).encode()
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is written."""


@contextmanager
def upstream() -> Iterator[int]:
    """The port of a server behind the proxy."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Upstream) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx with the settings of the guide."""
    if NGINX is None:
        pytest.skip("nginx is not installed")
    found = re.search(r"```nginx\n(.*?)```", GUIDE, re.DOTALL)
    assert found is not None
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    kept = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    with upstream() as behind:
        server = found[1].replace("127.0.0.1:8000", f"127.0.0.1:{behind}")
        (folder / "nginx.conf").write_text(
            f"daemon off; pid {folder}/pid; error_log {folder}/log; events {{}}\n"
            f"http {{ access_log off; {kept} server {{ listen 127.0.0.1:{port};\n{server} }} }}\n",
            encoding="utf-8",
        )
        running = subprocess.Popen(
            [NGINX, "-e", f"{folder}/log", "-c", str(folder / "nginx.conf")], stderr=subprocess.PIPE, text=True
        )
        try:
            wait_for(port, running)
            yield port
        finally:
            running.terminate()
            running.communicate(timeout=10)


def wait_for(port: int, running: subprocess.Popen[str]) -> None:
    for _ in range(100):
        assert running.poll() is None, running.communicate()[1]
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("nginx does not listen")


def ask(port: int, head: str) -> str:
    """The whole answer to a request, as it came over the connection."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=10)) as connection:
        connection.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n")
        parts = iter(lambda: connection.recv(65_536), b"")
        return b"".join(parts).decode()


def test_proxy_tells_who_asks(proxy: int) -> None:
    """What a visitor says of his address or the protocol is overwritten, and the host is the one that he asked."""
    answer = ask(
        proxy,
        "GET / HTTP/1.1\nHost: example.org:8443\nConnection: close\n"
        "X-Forwarded-For: 203.0.113.9\nX-Forwarded-Proto: https",
    ).lower()

    assert "x-forwarded-for: 127.0.0.1" in answer
    assert "x-forwarded-proto: http\n" in answer
    assert "host: example.org:8443" in answer
    assert "203.0.113.9" not in answer


def test_proxy_passes_a_break_on(proxy: int) -> None:
    """An answer that is broken off has no clean end behind the proxy either; who could not tell is refused."""
    broken = ask(proxy, "GET /broken HTTP/1.1\nHost: example.org\nConnection: close")
    refused = ask(proxy, "GET /broken HTTP/1.0\nHost: example.org")

    assert "hello" in broken
    assert not broken.endswith("0\r\n\r\n")
    assert " 505 " in refused.partition("\r\n")[0]


def test_proxy_takes_long_addresses(proxy: int) -> None:
    """A query of the longest text fits the address of a request."""
    long = "a" * (60 * 1024)

    assert (
        " 200 " in ask(proxy, f"GET /?query={long} HTTP/1.1\nHost: example.org\nConnection: close").partition("\r\n")[0]
    )
