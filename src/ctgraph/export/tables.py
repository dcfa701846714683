"""Tables of a release: one CSV for each query in `queries/tables/`, whose first line says what a row is."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from pyoxigraph import Quad, QueryResultsFormat, QuerySolutions, RdfFormat, Store

from ctgraph import assets
from ctgraph.errors import ReleaseError
from ctgraph.store.releases import Release


class Table(Struct, frozen=True):
    """A table: its name, what its rows are, and the query that makes them."""

    name: str
    about: str
    query: str


def tables() -> tuple[Table, ...]:
    """The tables of this version, by name."""
    return tuple(_table(path) for path in sorted((assets.folder("queries") / "tables").glob("*.rq")))


def write_table(store: Store, table: Table, path: Path) -> None:
    """Write one table as CSV in UTF-8: names of the columns first, whole IRIs, unbound cells empty."""
    solutions = store.query(table.query)
    assert isinstance(solutions, QuerySolutions)
    with path.open("wb") as file:
        solutions.serialize(file, QueryResultsFormat.CSV)


def opened(release: Release) -> Store:
    """The store of the release, which nobody can write to; raises ReleaseError if it is damaged."""
    try:
        return Store.read_only(str(release.store))
    except OSError as error:
        raise ReleaseError(str(release.store), f"the store cannot be read ({error})", "Run `ctgraph build`") from error


def loaded(quads: Path) -> Store:
    """A store of the statements of a file, in memory, with their union as default graph: for parts, which are small."""
    store = Store()
    store.bulk_load(path=quads, format=RdfFormat.N_QUADS, lenient=True)
    store.bulk_extend([Quad(*triple) for triple in {quad.triple for quad in store}])
    return store


def _table(path: Path) -> Table:
    text = path.read_text(encoding="utf-8")
    return Table(path.stem, text.splitlines()[0].removeprefix("# "), text)
