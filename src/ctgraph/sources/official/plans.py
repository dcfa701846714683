"""What to fetch for each kind of order: first what lists it, then the files that the listings name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ctgraph.errors import SourceError
from ctgraph.identifiers import parse_paper
from ctgraph.sources.official import bwb, odata, sru
from ctgraph.sources.official.addresses import page_of
from ctgraph.sources.official.contents import Form
from ctgraph.sources.official.files import Wanted, published
from ctgraph.sources.official.listings import Listing
from ctgraph.sources.official.orders import Changes, Dossier, Law, Order, Publication, is_publication
from ctgraph.sources.official.run import Run
from ctgraph.sources.official.updates import read_changes

# The one manifestation of a paper that is read, the best first: marked up text, then laid out text.
_READABLE = (Form.XML, Form.HTML, Form.PDF, Form.ODT)
_METADATA = "metadata"

_DOSSIER, _WHOLE, _LATEST = "dossier", "law", "last version of a law"
"""What a folder follows."""


def carry_out(run: Run, order: Order) -> None:
    """Have everything that an order asks for in the folder."""
    match order:
        case Dossier():
            _dossier(run, order)
        case Publication():
            _publication(run, order)
        case Law():
            _law(run, order)
        case Changes():
            _changes(run, order)


def _dossier(run: Run, order: Dossier) -> None:
    records = _found(run, f"dossier {order.number}", sru.search(order.number, sru.dossier_query(order.number)))
    run.cache.journal.follow(_DOSSIER, order.number)
    _chamber(run, order.number, odata.dossier_listings(order.number))
    _files(run, f"dossier {order.number}", records)


def _publication(run: Run, order: Publication) -> None:
    records = _found(run, f"publication {order.id}", sru.search(order.id, sru.id_query(order.id)))
    attached = [found for record in records for found in _attachments(run, record)]
    paper = parse_paper(order.id)
    if paper is not None and paper.sub.isdecimal():
        _chamber(run, order.id, odata.paper_listings(order.id, paper.dossier_id, paper.sub))
    _files(run, order.id, [*records, *attached])


def _found(run: Run, name: str, search: Listing[sru.Record]) -> tuple[sru.Record, ...]:
    """What a search gives; that it knows nothing of the name is noted."""
    records = run.listing(search)
    run.cache.journal.found(name)
    if not records and search.folder not in run.lacking:
        run.miss(name, search.address, "the search knows nothing of that name")
    return records


def _attachments(run: Run, record: sru.Record) -> Iterator[sru.Record]:
    for identifier in record.attachments:
        if not is_publication(identifier):
            run.miss(f"publication {record.id}", page_of(record.id), f"its attachment {identifier[:50]!r} is no id")
            continue
        yield from run.listing(sru.search(identifier, sru.id_query(identifier)))


def _chamber(run: Run, name: str, listings: Sequence[Listing[str]]) -> None:
    """The chamber's records, then the commitments that were made in the activities which they name."""
    activities = {number for listing in listings for number in run.listing(listing)}
    for listing in odata.commitment_listings(name, sorted(activities)):
        run.listing(listing)


def _law(run: Run, order: Law) -> None:
    name = f"law {order.id}"
    if not _found(run, name, sru.search_law(order.id)) and name in run.lacking:
        return
    run.cache.journal.follow(_LATEST if order.latest else _WHOLE, order.id)
    manifest = bwb.manifest(order.id)
    wanted = [bwb.history(order.id)]
    if run.fetch(manifest):
        try:
            wanted += bwb.versions(order.id, run.cache.read(manifest.path), order.latest)
        except SourceError as error:
            run.miss(manifest.path, manifest.address, error.reason)
    run.fetch_all(name, wanted)


def _changes(run: Run, order: Changes) -> None:
    journal = run.cache.journal
    query = sru.changes_query(order.since, journal.followed(_DOSSIER))
    records = run.listing(sru.search(f"changes-{order.since}", query))
    _files(run, f"changes since {order.since}", records)
    read_changes(run, order.since)
    whole = journal.followed(_WHOLE)
    for identifier in whole:
        _law(run, Law(identifier))
    for identifier in sorted(set(journal.followed(_LATEST)) - set(whole)):
        _law(run, Law(identifier, latest=True))


def _files(run: Run, what: str, records: Iterable[sru.Record]) -> None:
    """Of each publication its metadata, and its text in the best form that there is."""
    wanted: list[Wanted] = []
    for record in records:
        name = f"publication {record.id}"
        run.cache.journal.found(name)
        offered = dict(record.files)
        form = next((form for form in _READABLE if form in offered), None)
        if form is None:
            run.miss(name, page_of(record.id), "its record in the search names no file with its text")
            continue
        for manifestation, kind in ((_METADATA, Form.XML), (form, form)):
            try:
                if manifestation in offered:
                    wanted.append(_file(record, offered[manifestation], kind))
            except SourceError as error:
                run.miss(name, error.where, error.reason)
    run.fetch_all(what, wanted)


def _file(record: sru.Record, address: str, form: Form) -> Wanted:
    """Raises SourceError for an address outside the repository, and for the file of another publication."""
    file = published(address, form, record.stamp)
    if record.id not in file.path.split("/"):
        raise SourceError(address, f"it is named as a file of {record.id}, and is one of another publication")
    return file
