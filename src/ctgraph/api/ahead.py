"""Pages of a canned query, each cut by the key of the row before it, and read ahead for those who read on.

The engine works the whole query out for each page, wherever that begins. So who comes with a cursor gets the pages
behind it made too: they are kept as the answers to their own questions, where the next request finds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from ctgraph.api.asking import JSON_RESULTS, Binding, read_answer, rows_of
from ctgraph.api.paging import Key, Page, cells
from ctgraph.api.tables import Table, results_of
from ctgraph.questions.binding import limited, substitute
from ctgraph.questions.keyset import paged
from ctgraph.questions.load import CannedQuery
from ctgraph.questions.parameters import Values
from ctgraph.store.backend import Question
from ctgraph.store.caching import CachedBackend, KeptAnswer

AHEAD: Final = 1_000
"""So many rows are asked for at once of who reads on."""


class PagedTable(Struct, frozen=True):
    """A page of rows with their keys, and the release that they are of."""

    table: Table
    keys: tuple[Key, ...]
    release: str


class Reader:
    """Reads the pages of one question: a canned query with the values of its parameters.

    Without `keyed` its pages are counted: a store elsewhere may not compare as it sorts, and Virtuoso 7 loses rows.
    """

    def __init__(self, backend: CachedBackend, query: CannedQuery, values: Values, seconds: float, keyed: bool) -> None:
        self._backend = backend
        self._text = query.text
        self._paged = paged(query) if keyed else None
        self._columns = tuple(column.name for column in query.columns)
        self._names = tuple(key.column for key in self._paged.keys) if self._paged else ()
        self._values = values
        self._seconds = seconds

    @property
    def parts(self) -> int:
        """How many parts a key has; none where pages are counted."""
        return len(self._names)

    def question(self, page: Page, size: int | None = None) -> Question:
        """What is asked of the store for a page, or for more rows from where it begins."""
        start = page.position
        size = size or page.limit
        if self._paged:
            text = self._paged.page(self._values, start.terms, size, start.skip)
        else:
            text = limited(substitute(self._text, self._values), size, start.skip)
        return Question(text, "select", JSON_RESULTS, self._seconds)

    async def read(self, page: Page) -> PagedTable:
        """The rows of a page; raises QueryError or StoreBusy."""
        question = self.question(page)
        reads_on = page.position.skip > 0 and page.limit < AHEAD and self._backend.kept(question) is None
        size = AHEAD if reads_on else page.limit
        results, release = await read_answer(self._backend, self.question(page, size))
        rows = rows_of(results)
        if reads_on and release == self._backend.release:
            self._keep(page, rows, len(rows) > size, release)
        shown = rows[: page.limit]
        table = Table(self._columns, shown, len(rows) > page.limit)
        return PagedTable(table, self._keys(shown), release)

    def _keys(self, rows: Sequence[Binding]) -> tuple[Key, ...]:
        return tuple(cells(row, self._names) for row in rows) if self._names else ()

    def _keep(self, page: Page, rows: Sequence[Binding], more: bool, release: str) -> None:
        """Lay down the pages behind this one of which all rows are there, and the row that tells of one more."""
        names = tuple(dict.fromkeys((*self._columns, *self._names)))
        for start in range(0, len(rows) - page.limit, page.limit):
            page = page.following(self._keys(rows[start : start + page.limit]))
            found = rows[start + page.limit : start + 2 * page.limit + 1]
            if len(found) > page.limit or not more:
                self._backend.keep(self.question(page), KeptAnswer(release, results_of(names, found)))
