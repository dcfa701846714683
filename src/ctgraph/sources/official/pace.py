"""Politeness: how soon a host may be asked again, shared by all threads."""

from __future__ import annotations

import threading
import time
from collections import defaultdict

from ctgraph.errors import SourceError


class Pace:
    """Hands out turns per host, `interval` seconds apart, and keeps a host quiet as long as it asked for.

    `stopped` ends every wait at once; who waits then gets SourceError.
    """

    def __init__(self, interval: float, stopped: threading.Event) -> None:
        self._interval = interval
        self._stopped = stopped
        self._lock = threading.Lock()
        self._free: defaultdict[str, float] = defaultdict(float)

    def turn(self, host: str) -> None:
        """Wait until it is our turn to ask the host."""
        while (seconds := self._reserve(host)) > 0:
            self.rest(host, seconds)

    def _reserve(self, host: str) -> float:
        """Take the turn and return 0, or say how many seconds it is away."""
        with self._lock:
            now = time.monotonic()
            if self._free[host] > now:
                return self._free[host] - now
            self._free[host] = now + self._interval
            return 0.0

    def hold(self, host: str, seconds: float) -> None:
        """Let nobody ask the host for so many seconds."""
        with self._lock:
            self._free[host] = max(self._free[host], time.monotonic() + seconds)

    def rest(self, host: str, seconds: float) -> None:
        """Wait, unless the download is stopped meanwhile."""
        if self._stopped.wait(seconds):
            raise SourceError(host, "the download was stopped", again=True)
