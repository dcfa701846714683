"""Downloads of a composed dossier, and what they leave in the folder."""

from __future__ import annotations

from pathlib import Path

from ctgraph.sources.official.cache import STATE
from ctgraph.sources.official.contents import Form, check
from ctgraph.sources.official.downloading import download
from ctgraph.sources.official.orders import Order
from ctgraph.sources.official.run import Report
from replay.server import ReplayServer

NUMBER = "39512"
LAW = "BWBR0099001"


def downloaded(server: ReplayServer, folder: Path, *orders: Order) -> Report:
    """Have the orders in the folder, from the server."""
    return download(orders, folder, server.limits, lambda *_: None)


def files_of(folder: Path) -> dict[str, bytes]:
    """The files by path, without those of the state."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and STATE not in path.parts
    }


def papers_of(folder: Path) -> set[str]:
    """The paths of the publications' files, below their own folder."""
    return {path.removeprefix("officielepublicaties/") for path in files_of(folder) if path.startswith("officiele")}


def is_sound(folder: Path) -> bool:
    """Whether every file is whole by its own form, and no part of one is left."""
    for path in folder.rglob("*"):
        if path.is_file() and STATE not in path.parts:
            form = Form.XML if path.suffix in (".xml", ".WTI") else Form(path.suffix[1:])
            with open(path, "rb") as file:
                check(file, form, str(path))
    return not list((folder / STATE).glob("*.part"))
