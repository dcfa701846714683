"""`serve` on the command line: what it refuses to start on, and how it says so."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from cli.test_cli import _ctgraph
from ctgraph.settings import Settings
from ctgraph.store import releases
from ctgraph.store.releases import Release
from store import specimen


def damage_manifest(release: Release) -> None:
    (release.path / "manifest.json").write_text("{", encoding="utf-8")


def damage_store(release: Release) -> None:
    for part in release.store.glob("*.sst"):
        part.unlink()


def damage_statements(release: Release) -> None:
    release.quads.write_bytes(release.quads.read_bytes().replace(b"value 7", b"value 8", 1))


@pytest.mark.parametrize("damage", [damage_manifest, damage_store, damage_statements])
def test_a_damaged_release_is_refused(tmp_path: Path, damage: object) -> None:
    """It exits with 1, the reason and the ways out, and builds nothing in the place of what was built of papers."""
    settings = specimen.settings(tmp_path)
    sound, release = specimen.write(settings, 8), specimen.write(settings, 12)
    assert callable(damage)
    damage(release)
    done = _ctgraph(tmp_path, "serve", "--port", "0")

    assert done.returncode == 1
    assert f"ctgraph: {release.path}" in done.stderr
    assert "damaged" in done.stderr or "cannot be read" in done.stderr
    assert "ctgraph release rollback" in done.stderr
    assert releases.pointed(settings) == release.id
    assert _ctgraph(tmp_path, "release", "rollback", sound.id).returncode == 0
    assert releases.current(settings) == sound


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    """It exits with 1, names the address and the option that chooses another, and never says that it serves there."""
    specimen.write(Settings(data=tmp_path), 8)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = _ctgraph(tmp_path, "serve", "--port", str(port))

    assert done.returncode == 1
    assert f"127.0.0.1:{port}: it cannot be listened on" in done.stderr
    assert "--port" in done.stderr
    assert "http://" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_port_that_the_system_chooses_is_told(tmp_path: Path, processes: str) -> None:
    """With port 0 the address that it prints is the one at which it answers."""
    specimen.write(Settings(data=tmp_path), 8)
    command = [
        sys.executable,
        "-m",
        "ctgraph",
        "serve",
        "--port",
        "0",
        "--processes",
        processes,
        "--data",
        str(tmp_path),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            address = next(line.strip() for line in server.stderr if line.startswith("http://"))
            alive = httpx.get(f"{address}health/live", timeout=30)
        finally:
            server.terminate()

    assert alive.status_code == 200
