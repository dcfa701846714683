"""One download: the client and the folder that its plans share, and what has become of each file so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from ctgraph.errors import SourceError
from ctgraph.settings import FetchLimits
from ctgraph.sources.official.cache import Cache
from ctgraph.sources.official.client import Client
from ctgraph.sources.official.files import Outcome, Wanted, fetch
from ctgraph.sources.official.journal import Missing
from ctgraph.sources.official.listings import Listing, Step, T, gather


class Report(Struct, frozen=True):
    """What a download ended with: how many files had which outcome, pages of listings, what could not be had."""

    folder: Path
    outcomes: Counter[Outcome]
    pages: int
    missing: tuple[Missing, ...]
    earlier: tuple[Missing, ...] = ()
    """What earlier downloads into the folder could not have, and this one did not ask for."""


@dataclass(slots=True)
class Run:
    """What plans work with. Nothing that a source fails to give ends a run; it is noted as missing."""

    client: Client
    cache: Cache
    limits: FetchLimits
    step: Step
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    pages: int = 0
    lacking: dict[str, Missing] = field(default_factory=dict)

    def miss(self, name: str, address: str, reason: str) -> None:
        """Note what could not be had, under its path or, where it has none, a name."""
        missing = Missing(name, address, reason)
        self.lacking[name] = missing
        self.cache.journal.miss(missing)

    def listing(self, listing: Listing[T]) -> tuple[T, ...]:
        """What planning takes from a listing; one that is not complete is noted."""
        gathered = gather(self.client, self.cache, listing, self.limits.page_bytes, self.step)
        if gathered.fault:
            self.miss(listing.folder, gathered.where, gathered.fault)
        else:
            self.cache.journal.found(listing.folder)
        self.pages += gathered.kept
        return gathered.items

    def fetch(self, wanted: Wanted) -> bool:
        """Have one file, now; whether it is there."""
        self.fetch_all("", [wanted])
        return wanted.path not in self.lacking

    def fetch_all(self, what: str, wanted: Iterable[Wanted]) -> None:
        """Have the files, a few at once."""
        files = list({file.path: file for file in wanted}.values())
        pool = ThreadPoolExecutor(self.limits.parallel)
        try:
            asked = {pool.submit(fetch, self.client, self.cache, file, self.limits): file for file in files}
            for done, future in enumerate(as_completed(asked), start=1):
                self._settle(asked[future], future)
                self.step(what or asked[future].path, done, len(files))
        finally:
            # Reached early when the folder is full or the person stops it: no thread then goes on alone.
            if self._unfinished(asked.keys()):
                self.client.stopped.set()
            pool.shutdown(cancel_futures=True)

    @staticmethod
    def _unfinished(futures: Iterable[Future[Outcome]]) -> bool:
        return not all(future.done() for future in futures)

    def _settle(self, file: Wanted, future: Future[Outcome]) -> None:
        try:
            self.outcomes[future.result()] += 1
        except SourceError as error:
            self.miss(file.path, file.address, error.reason)

    def report(self) -> Report:
        earlier = tuple(missing for missing in self.cache.journal.missing() if missing.path not in self.lacking)
        missing = tuple(sorted(self.lacking.values()))
        return Report(self.cache.folder, self.outcomes, self.pages, missing, earlier)
