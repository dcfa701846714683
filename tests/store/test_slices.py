"""Loading a release in slices, in this process or in one of its own."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from pyoxigraph import Store

from ctgraph.store import merging, slices
from ctgraph.store.slices import load_apart, load_beside
from store import processes, specimen


def _statements(folder: Path) -> Path:
    return specimen.write(specimen.settings(folder), 1_000).quads


@pytest.mark.parametrize("block", [5_000, 80_000])
def test_slices_hold_what_one_load_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    """However many loads it takes, quads and union are all there, and each once."""
    statements = _statements(tmp_path)
    whole, sliced = Store(), Store(str(tmp_path / "sliced"))
    load_beside(whole, statements, slices.SLICE_BYTES)
    monkeypatch.setattr(merging, "BLOCK_BYTES", block)
    loads = load_beside(sliced, statements, 1)

    assert loads > 1
    assert set(whole) == set(sliced)


def test_a_process_of_its_own_loads_the_same(tmp_path: Path) -> None:
    """What the other process loaded is on disk when it has ended."""
    statements, whole = _statements(tmp_path), Store()
    load_beside(whole, statements, slices.SLICE_BYTES)
    load_apart(tmp_path / "apart", statements)

    assert set(whole) == set(Store.read_only(str(tmp_path / "apart")))


def test_a_process_that_was_ended_is_a_fault_of_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who takes its memory away stops the build with a word, and no half store is taken for a whole one."""
    monkeypatch.setattr(slices, "_load_quietly", processes.ended)

    with pytest.raises(OSError, match="ended early"):
        load_apart(tmp_path / "store", tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
def test_loading_ends_with_the_build(tmp_path: Path) -> None:
    """Where a build is killed, the process that loads for it does not go on to fill a folder that was given up."""
    said = tmp_path / "process"
    program = (
        f"import sys; sys.path[:0] = {sys.path!r}\n"
        "from pathlib import Path\nfrom ctgraph.store import slices\nfrom store import processes\n"
        f"slices._load_quietly = processes.waiting\nslices.load_apart(Path({str(said)!r}), Path())"
    )
    with subprocess.Popen([sys.executable, "-c", program]) as build:
        while not (said.is_file() and said.read_text(encoding="utf-8")):
            assert build.poll() is None
            time.sleep(0.05)
        build.kill()
    process = Path("/proc") / said.read_text(encoding="utf-8")
    ended = time.monotonic() + 60
    while _runs(process) and time.monotonic() < ended:
        time.sleep(0.05)

    assert not _runs(process)


@pytest.mark.skipif(sys.platform != "linux", reason="threads are told how to wait only there")
def test_tidying_waits_for_others(tmp_path: Path) -> None:
    """The threads of RocksDB that make files one give way to every other, and no other thread does."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as process:
        policies = process.submit(processes.policies, tmp_path / "store").result()

    assert policies["rocksdb:low"] == {os.SCHED_IDLE}
    assert all(found == {os.SCHED_OTHER} for name, found in policies.items() if name != "rocksdb:low")


def _runs(process: Path) -> bool:
    """Whether a process is at work; one that ended and that nobody asks for is a zombie."""
    try:
        return (process / "stat").read_text(encoding="utf-8").rpartition(") ")[2][0] != "Z"
    except OSError:
        return False
