"""The process that reads texts for the server: the same mentions as the command line, and a deadline that holds."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Coroutine, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ctgraph.cli.desk import ReadingDesk
from ctgraph.errors import InputError, ReadingFailed
from ctgraph.settings import Settings

TEXT = "Zie mijn brief van 31 mei 2022 (Kamerstuk 29 754, nr. 160)\r\nen artikel 2 van de\r\nPaspoortwet.\r\n"


def told(answer: Coroutine[Any, Any, bytes]) -> list[dict[str, Any]]:
    """What an answer says."""
    return list(json.loads(asyncio.run(answer)))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReadingDesk]:
    """One process for all tests, with no release: the register alone counts as known."""
    desk = ReadingDesk(Settings(data=tmp_path_factory.mktemp("data")), seconds=60)
    yield desk
    desk.close()


def test_the_mentions_of_the_command_line(desk: ReadingDesk, tmp_path: Path) -> None:
    """The desk finds what `extract` prints, with offsets in the text as it was sent."""
    plain = TEXT.replace("\r\n", "\n")
    (tmp_path / "text.txt").write_text(plain, encoding="utf-8")
    command = [sys.executable, "-m", "ctgraph", "extract", str(tmp_path / "text.txt"), "--date", "2022-07-06"]
    environment = {**os.environ, "CTGRAPH_DATA": str(tmp_path / "data")}
    printed = json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)

    assert told(desk.annotations(plain, date(2022, 7, 6), "text")) == printed
    sent = told(desk.annotations(TEXT, date(2022, 7, 6), "text"))
    assert [each["normalized"] for each in sent] == [each["normalized"] for each in printed]
    assert all(each["text"] == TEXT[each["start"] : each["end"]] for each in sent)


@pytest.mark.parametrize("form", ["anno", "html"])
def test_the_forms_of_the_command_line(desk: ReadingDesk, tmp_path: Path, form: str) -> None:
    """The desk writes what `extract --format` prints."""
    (tmp_path / "text.txt").write_text("Zie artikel 2 van de Paspoortwet.\n", encoding="utf-8")
    command = [sys.executable, "-m", "ctgraph", "extract", str(tmp_path / "text.txt"), "--format", form]
    environment = {**os.environ, "CTGRAPH_DATA": str(tmp_path / "data")}
    printed = subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    assert asyncio.run(desk.annotations("Zie artikel 2 van de Paspoortwet.\n", None, "text", form)) == printed
    assert asyncio.run(desk.annotations(" \n", None, "text", form))


def test_references(desk: ReadingDesk) -> None:
    """Each reference has its place, its status and the reason of a doubt."""
    paper, law = told(desk.references(TEXT, None))

    assert (paper["id"], paper["resolutionStatus"], paper["iris"]) == ("kst-29754-160", "suspect", [])
    assert paper["suggestion"] == "kst-30821-160"
    assert (law["id"], law["text"]) == ("BWBR0005212", "artikel 2 van de Paspoortwet")
    assert TEXT[law["start"] : law["end"]] == "artikel 2 van de\r\nPaspoortwet"


def test_markup_is_text(desk: ReadingDesk) -> None:
    """A text that looks like a page or like data is read as it stands, so that its offsets hold."""
    text = '<html><body>{"a": "Kamerstuk 29 754, nr. 645"}</body></html>'
    found = told(desk.references(text, None))

    assert [text[each["start"] : each["end"]] for each in found] == ["Kamerstuk 29 754, nr. 645"]


def test_what_is_no_text(desk: ReadingDesk) -> None:
    """A refusal of the reader comes back as the error that it is, and the process goes on."""
    with pytest.raises(InputError, match="this is a PDF"):
        told(desk.references("%PDF-1.4 nr. 645", None))
    assert told(desk.references("niets", None)) == []


def test_a_killed_process_costs_one_text(desk: ReadingDesk) -> None:
    """When the process dies, that text fails and the next one is read by a new process."""
    told(desk.references("niets", None))
    assert desk._process is not None
    os.kill(desk._process[0].pid or 0, signal.SIGKILL)

    with pytest.raises(ReadingFailed, match="ended"):
        told(desk.references("Kamerstuk 29 754, nr. 645", None))
    assert len(told(desk.references("Kamerstuk 29 754, nr. 645", None))) == 1


def test_the_deadline(tmp_path: Path) -> None:
    """A text that takes longer is given up, its process is gone, and the loop was free all the while."""
    desk = ReadingDesk(Settings(data=tmp_path), seconds=0.05)

    async def ask() -> int:
        reading = asyncio.ensure_future(desk.references(TEXT, None))
        turns = 0
        while not reading.done():
            await asyncio.sleep(0.005)
            turns += 1
        with pytest.raises(ReadingFailed, match=r"longer than 0\.05 s"):
            await reading
        return turns

    assert asyncio.run(ask()) > 3
    assert desk._process is None
