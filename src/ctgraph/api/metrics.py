"""What the server counts, in the text format of Prometheus (0.0.4).

Our own writer: the format is a page long, and the client library keeps its counts in a registry of the process,
which two applications in one process would share.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from ctgraph.store.figures import Figure, Measured

BOUNDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Upper bounds of the histogram of latency, in seconds."""
_UNKNOWN: Final = "other"


class Metrics:
    """Requests by area and status, and how long they took by route.

    Paths under /v1 count by their second part, from the first time that one is answered: a scan of made-up ones
    makes no new counters.
    """

    def __init__(self) -> None:
        self._areas: set[str] = set()
        self._routes: set[str] = set()
        self._traffic: Counter[tuple[str, int]] = Counter()
        self._times: dict[str, list[int]] = {}
        self._seconds: dict[str, float] = {}
        self._bytes = 0
        self._broken = 0
        self._parts: list[Measured] = []

    def include(self, part: Measured) -> None:
        """Tell the figures of a part of the front door too."""
        self._parts.append(part)

    def know(self, path: str) -> None:
        """Learn a path of the application."""
        self._areas.add(path.split("/")[1])

    def count(self, path: str, status: int, seconds: float, size: int, broken: bool) -> None:
        """Take note of one request."""
        parts = path.split("/", 3)
        area = parts[1] if len(parts) > 1 and parts[1] in self._areas else _UNKNOWN
        self._traffic[area, status] += 1
        route = f"/{area}"
        if area == "v1":
            route = "/".join(parts[:3])
            if 0 < status < 400:
                self._routes.add(route)
            elif route not in self._routes:
                route = f"/v1/{_UNKNOWN}"
        times = self._times.setdefault(route, [0] * (len(BOUNDS) + 1))
        times[bisect_left(BOUNDS, seconds)] += 1
        self._seconds[route] = self._seconds.get(route, 0.0) + seconds
        self._bytes += size
        self._broken += broken

    def text(self, figures: Iterator[Figure]) -> str:
        """All of it, with the figures of others behind."""
        lines: list[str] = []
        for figure in (*self._figures(), *figures):
            lines += _head(figure.name, figure.help, figure.kind)
            lines += (_sample(figure.name, labels, value) for labels, value in figure.values)
        lines += _head("ctgraph_request_seconds", "Time to the end of the answer, by route.", "histogram")
        for route in sorted(self._times):
            lines += self._histogram(route)
        return "\n".join((*lines, ""))

    def _figures(self) -> Iterator[Figure]:
        traffic = tuple(
            ({"area": area, "status": str(status)}, count) for (area, status), count in sorted(self._traffic.items())
        )
        text = "Requests answered, by first part of the path and by status; 0 if the client left before."
        yield Figure("ctgraph_requests_total", text, "counter", traffic)
        yield Figure("ctgraph_response_bytes_total", "Bytes of bodies sent.", "counter", (({}, self._bytes),))
        text = "Answers broken off after their status line."
        yield Figure("ctgraph_broken_answers_total", text, "counter", (({}, self._broken),))
        for part in self._parts:
            yield from part.figures()

    def _histogram(self, route: str) -> Iterator[str]:
        total = 0
        for bound, count in zip((*(f"{bound:g}" for bound in BOUNDS), "+Inf"), self._times[route], strict=True):
            total += count
            yield _sample("ctgraph_request_seconds_bucket", {"route": route, "le": bound}, total)
        yield _sample("ctgraph_request_seconds_sum", {"route": route}, round(self._seconds[route], 6))
        yield _sample("ctgraph_request_seconds_count", {"route": route}, total)


def _head(name: str, text: str, kind: str) -> tuple[str, str]:
    return f"# HELP {name} {text}", f"# TYPE {name} {kind}"


def _sample(name: str, labels: Mapping[str, str], value: float) -> str:
    written = ",".join(f'{key}="{text}"' for key, text in labels.items())
    number = int(value) if float(value).is_integer() else value
    return f"{name}{{{written}}} {number}" if written else f"{name} {number}"
