"""Downloading: orders in, a folder of complete files out, and a list of what could not be had."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ctgraph.settings import FetchLimits
from ctgraph.sources.official.cache import Cache
from ctgraph.sources.official.client import Client
from ctgraph.sources.official.listings import Step
from ctgraph.sources.official.orders import Order
from ctgraph.sources.official.plans import carry_out
from ctgraph.sources.official.run import Report, Run


def download(orders: Sequence[Order], folder: Path, limits: FetchLimits, step: Step) -> Report:
    """Bring the folder up to date with what the official sources give for the orders; raises CacheError.

    Files keep the paths of the publishers. What is complete is not fetched again: neither after a kill nor in a later
    run, unless its publisher has something newer.
    """
    with Cache(folder) as cache, Client(limits) as client:
        run = Run(client, cache, limits, step)
        for order in orders:
            carry_out(run, order)
        return run.report()
