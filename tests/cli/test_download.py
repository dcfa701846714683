"""`ctgraph download` as a user calls it, against a server that plays the official hosts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from replay.publishers import dossier
from replay.server import Fault, ReplayServer

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
Run = subprocess.CompletedProcess[str]


@pytest.fixture(name="server")
def _server() -> Iterator[ReplayServer]:
    publishers = dossier("39512")
    with ReplayServer(publishers.files(), publishers.questions()) as server:
        yield server


def _environment(server: ReplayServer, data: Path) -> dict[str, str]:
    source = str(ROOT / "src")
    return {
        **os.environ,
        "CTGRAPH_MIRROR": server.mirror,
        "CTGRAPH_DATA": str(data),
        "PYTHONPATH": source,
        "NO_PROXY": "*",
    }


def _download(server: ReplayServer, data: Path, *words: str) -> Run:
    command = [sys.executable, "-m", "ctgraph", "download", *words]
    return subprocess.run(command, env=_environment(server, data), capture_output=True, text=True, check=False)


def test_a_complete_download_is_exit_0(server: ReplayServer, tmp_path: Path) -> None:
    """The summary goes to standard error, nothing to standard output; the folder is in the data folder."""
    done = _download(server, tmp_path, "dossier", "39", "512")

    assert (done.returncode, done.stdout) == (0, "")
    assert "Files there: 12 (12 new" in done.stderr
    assert "Missing: 0." in done.stderr
    assert next((tmp_path / "papers").rglob("kst-39512-1.xml")).is_file()


def test_what_is_missing_is_exit_3(server: ReplayServer, tmp_path: Path) -> None:
    """Each is listed with its path, reason and address, and what an earlier download lacked is counted."""
    server.fail(r"kst-39512-2\.xml", Fault(404))
    done = _download(server, tmp_path, "dossier", "39512")

    assert done.returncode == 3
    assert "Files there: 11" in done.stderr
    assert "kst-39512-2/1/xml/kst-39512-2.xml: there is nothing there (404) (https://repository" in done.stderr
    other = _download(server, tmp_path, "law", "BWBR0099001")
    assert other.returncode == 0
    assert "Missing since earlier downloads into this folder, and not asked for now: 1." in other.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("dossier", "abc"), "This is no number of a dossier: 'abc'"),
        (("law", "5212"), "This is no id of a law: '5212'"),
        (("../../etc/passwd",), "This is no id of a publication"),
        (("changes",), "goes with --since DATE"),
        (("changes", "--since", "gisteren"), "gisteren"),
        (("dossier", "39512", "--since", "2031-01-01"), "goes with --since DATE"),
        ((), "Missing argument"),
        (("dossier", "39512", "--fly"), "No such option"),
    ],
)
def test_wrong_usage_is_exit_2(server: ReplayServer, tmp_path: Path, words: tuple[str, ...], message: str) -> None:
    """It says what can be asked for, asks no source for anything, and makes no folder."""
    done = _download(server, tmp_path, *words)

    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert server.requests == []
    assert list(tmp_path.iterdir()) == []


def test_an_unusable_folder_is_exit_1(server: ReplayServer, tmp_path: Path) -> None:
    """A file in its place ends with the reason and the advice."""
    (tmp_path / "papers").write_text("")
    done = _download(server, tmp_path, "dossier", "39512")

    assert done.returncode == 1
    assert "name another folder" in done.stderr


def test_help_shows_an_example(server: ReplayServer, tmp_path: Path) -> None:
    """The verb explains itself, its options included."""
    shown = _download(server, tmp_path, "--help").stdout

    assert "Example: ctgraph download dossier 29754" in shown
    for option in ("--since", "--to", "--latest", "--data"):
        assert option in shown


def test_build_takes_the_folder(server: ReplayServer, tmp_path: Path) -> None:
    """It meets every downloaded file, reads it or says why not, and nothing of the journal."""
    _download(server, tmp_path, "kst-39512-1")
    command = [sys.executable, "-m", "ctgraph", "build", str(tmp_path / "papers")]
    done = subprocess.run(command, env=_environment(server, tmp_path), capture_output=True, text=True, check=False)

    assert done.returncode in (0, 3)
    assert ".download" not in done.stderr


def test_the_examples_of_the_page_are_true(server: ReplayServer, tmp_path: Path) -> None:
    """Run in order, each command of docs/download.md prints what stands below it."""
    page = (ROOT / "docs" / "download.md").read_text(encoding="utf-8")
    parts = [part for block in BLOCK.findall(page) for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    assert len(parts) >= 5
    for part in parts:
        command, _, expected = part.partition("\n")
        line = re.sub(r"^ctgraph\b", f"{sys.executable} -m ctgraph", command)
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=tmp_path,
            env=_environment(server, tmp_path),
            capture_output=True,
            text=True,
            check=False,
        )
        printed = done.stderr + (f"[exit {done.returncode}]\n" if done.returncode else "")
        assert printed == expected, command
