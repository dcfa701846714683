"""The verbs of the contract, each with its options and an example in its help.

A verb loads what it needs when it is called: asking takes no reader, and help takes nothing.
"""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from ctgraph.settings import Settings, from_environment

app = typer.Typer(
    name="ctgraph",
    help="A knowledge graph of Dutch counterterrorism policy papers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Data = Annotated[
    Path | None,
    typer.Option("--data", help="Folder of the releases (default: $CTGRAPH_DATA, else ./data)."),
]
Day = Annotated[
    datetime | None,
    typer.Option("--date", formats=["%Y-%m-%d"], help="Day of the paper, where it prints none (YYYY-MM-DD)."),
]
Remote = Annotated[
    str | None,
    typer.Option("--store", metavar="URL", help="A SPARQL 1.1 endpoint in place of own processes."),
]


def _settings(data: Path | None) -> Settings:
    return from_environment(os.environ, data)


def _day(value: datetime | None) -> date | None:
    return value.date() if value else None


@app.command()
def build(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files and folders to read.")] = None,
    add: Annotated[bool, typer.Option("--add", help="Keep the inputs of the current release too.")] = False,
    store: Remote = None,
    data: Data = None,
) -> None:
    """Build a release of the register and the papers named; with --store, load it into that store too.

    Example: ctgraph build letter.txt papers/
    """
    from ctgraph.cli import building

    raise typer.Exit(building.build_release(from_environment(os.environ, data, {"store": store}), paths or [], add))


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on (default: 127.0.0.1).")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen on (default: 8000).")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes that answer queries (default: 4).")] = None,
    processes: Annotated[int | None, typer.Option(min=1, help="Processes at the front door (default: 1).")] = None,
    store: Remote = None,
    data: Data = None,
) -> None:
    """Serve the current release; builds one of the register if there is none.

    Example: ctgraph serve --port 8000

    Every other setting has a variable and a place in a file: see docs/settings.md.
    """
    from ctgraph.cli import building

    given = {"host": host, "port": port, "workers": workers, "processes": processes, "store": store}
    building.serve_release(from_environment(os.environ, data, given))


@app.command()
def extract(
    file: Annotated[Path, typer.Argument(help="The file to read.")],
    day: Day = None,
    identifier: Annotated[str, typer.Option("--id", help="Id of the paper, where it prints none.")] = "",
    form: Annotated[
        Literal["json", "anno", "html"],
        typer.Option("--format", help="A JSON list, W3C Web Annotations, or the text with links."),
    ] = "json",
    data: Data = None,
) -> None:
    """Print what is found in a file, with offsets: as a JSON list, as Web Annotations, or as a page.

    Example: ctgraph extract letter.txt --date 2022-07-06 --format html
    """
    from ctgraph.cli import reading

    reading.print_annotations(_settings(data), file, identifier, _day(day), form)


@app.command()
def text(file: Annotated[Path, typer.Argument(help="The file to read.")], data: Data = None) -> None:
    """Print the text that offsets refer to.

    Example: ctgraph text letter.txt
    """
    from ctgraph.cli import reading

    reading.print_text(_settings(data), file)


@app.command()
def resolve(
    words: Annotated[str, typer.Argument(metavar="TEXT", help="Text with references in it.")],
    day: Day = None,
    data: Data = None,
) -> None:
    """Say of each reference in a text what it refers to.

    Example: ctgraph resolve "Kamerstuk 29 754, nr. 645"
    """
    from ctgraph.cli import reading

    reading.print_resolved(_settings(data), words, _day(day))


@app.command()
def ask(
    name: Annotated[str | None, typer.Argument(help="Name of the query; none lists them.")] = None,
    parameters: Annotated[
        list[str] | None,
        typer.Option("-p", "--parameter", metavar="NAME=VALUE", help="A parameter; may be given again."),
    ] = None,
    form: Annotated[str, typer.Option("--format", help="table, json, csv, tsv or xml.")] = "table",
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many rows.")] = None,
    data: Data = None,
) -> None:
    """Run a canned query and print every row.

    Example: ctgraph ask references-in -p document=kst-29754-645
    """
    from ctgraph.cli import answering

    if name is None:
        answering.list_queries()
    else:
        answering.ask(_settings(data), name, parameters or [], form, limit)


@app.command()
def sparql(
    query: Annotated[str, typer.Argument(help="The query, @FILE, or - for standard input.")],
    form: Annotated[str, typer.Option("--format", help="table, json, csv, tsv, xml, ttl, nt, jsonld, rdf.")] = "",
    data: Data = None,
) -> None:
    """Run a SPARQL query on the current release.

    Example: ctgraph sparql "SELECT * { ?s ?p ?o } LIMIT 5"
    """
    from ctgraph.cli import answering

    answering.run_query(_settings(data), query, form)


@app.command()
def download(
    what: Annotated[
        list[str],
        typer.Argument(metavar="WHAT", help="dossier NUMBER… | law ID… | ID of a publication… | changes"),
    ],
    since: Annotated[
        datetime | None,
        typer.Option("--since", formats=["%Y-%m-%d"], help="With `changes`: from this day on (YYYY-MM-DD)."),
    ] = None,
    to: Annotated[Path | None, typer.Option("--to", help="Folder to fill (default: DATA/papers).")] = None,
    latest: Annotated[bool, typer.Option("--latest", help="Of a law only the last version.")] = False,
    data: Data = None,
) -> None:
    """Download official papers and what the chamber records of them, for `build`; go on where a run was broken off.

    Example: ctgraph download dossier 29754

    More: ctgraph download kst-29754-645 h-tk-20212022-31-55 · ctgraph download law BWBR0005212 · ctgraph download
    changes --since 2022-07-06
    """
    from ctgraph.cli.downloading import download_papers

    raise typer.Exit(download_papers(_settings(data), what, _day(since), latest, to))


@app.command()
def check(data: Data = None) -> None:
    """Hold the current release against its shapes and check queries.

    Example: ctgraph check
    """
    from ctgraph.cli import checking

    raise typer.Exit(checking.check_release(_settings(data)))


@app.command()
def export(
    to: Annotated[
        Path | None, typer.Option("--to", help="Folder to write to (default: where `serve` offers it).")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="nq, trig, ttl, jsonld, csv, rdf or all.")] = "all",
    dossier: Annotated[str, typer.Option("--dossier", help="Only this dossier, by its number.")] = "",
    document: Annotated[str, typer.Option("--document", help="Only this document, by its id.")] = "",
    data: Data = None,
) -> None:
    """Write the current release as files with checksums and a description.

    Example: ctgraph export --to dumps --format nq

    One dossier: ctgraph export --to dumps --dossier 29754 · one document, also as RDF/XML: ctgraph export --to dumps
    --document kst-29754-645 --format rdf
    """
    from ctgraph.cli import building

    building.export_dumps(_settings(data), to, form, dossier, document)


@app.command()
def mcp(data: Data = None) -> None:
    """Serve the questions to agents, by the Model Context Protocol on standard input and output.

    Example: ctgraph mcp --data data
    """
    from ctgraph.api.mcp.stdio import serve as serve_agents

    serve_agents(_settings(data))


release = typer.Typer(help="The releases: list, show, diff, rollback.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(release, name="release")


@release.command("list")
def release_list(data: Data = None) -> None:
    """List the releases, the one built last first; the current one has a star.

    Example: ctgraph release list
    """
    from ctgraph.cli import releasing

    releasing.print_releases(_settings(data))


@release.command("show")
def release_show(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="Id of a release, or its first characters.")],
    data: Data = None,
) -> None:
    """Show what a release holds and what it was made of.

    Example: ctgraph release show 3ad0fb4e
    """
    from ctgraph.cli import releasing

    releasing.print_release(_settings(data), identifier)


@release.command("diff")
def release_diff(
    old: Annotated[str, typer.Argument(metavar="A", help="Id of the earlier release.")],
    new: Annotated[str, typer.Argument(metavar="B", help="Id of the later release.")],
    form: Annotated[str, typer.Option("--format", help="summary, nq (lines with + or -), or sparql.")] = "summary",
    data: Data = None,
) -> None:
    """Say what changed between two releases.

    Example: ctgraph release diff 3ad0fb4e 62f022e5 --format sparql
    """
    from ctgraph.cli import releasing

    releasing.print_difference(_settings(data), old, new, form)


@release.command("rollback")
def release_rollback(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="Id of a release, or its first characters.")],
    data: Data = None,
) -> None:
    """Make an earlier release current again.

    Example: ctgraph release rollback 3ad0fb4e
    """
    from ctgraph.cli import releasing

    releasing.roll_back_to(_settings(data), identifier)
