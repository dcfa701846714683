"""What goes out with the dumps: VoID, DCAT, the manifest and the list of checksums."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Final

from msgspec.structs import replace
from pyoxigraph import Quad, RdfFormat

from ctgraph.export.parts import Wanted
from ctgraph.export.writing import Dump, weigh, write_rdf
from ctgraph.graph.catalogue.dcat import Distribution, Host, dcat
from ctgraph.graph.catalogue.part import Part, part
from ctgraph.graph.catalogue.void import Usage, void
from ctgraph.namespaces import BASE
from ctgraph.store import manifest as manifests
from ctgraph.store.manifest import Manifest
from ctgraph.store.releases import Release
from ctgraph.store.survey import survey

SUMS: Final = "SHA256SUMS"
_ORIGIN: Final = BASE.rstrip("/")
_TYPES: Final = {
    ".nq": "application/n-quads",
    ".trig": "application/trig",
    ".ttl": "text/turtle",
    ".jsonld": "application/ld+json",
    ".rdf": "application/rdf+xml",
    ".csv": "text/csv",
    ".json": "application/csvm+json",
}
_PACKINGS: Final = {".gz": "application/gzip", ".zst": "application/zstd"}


def describe(release: Release, dumps: Sequence[Dump], about: Mapping[str, str], folder: Path) -> tuple[Path, ...]:
    """Write void.ttl, dcat.ttl and manifest.json into a folder; `about` tells of a dump by its uncompressed name."""
    found = survey(release.quads)
    counts = {
        "triples": found.triples,
        "distinctSubjects": found.subjects,
        "classes": len(found.classes),
        "properties": len(found.properties),
    }
    names = [f"/export/{dump.path.name}" for dump in dumps if _plain(dump.path).suffix not in (".csv", ".json")]
    usage = Usage(found.classes, found.properties, found.links)
    paths = (folder / "void.ttl", folder / "dcat.ttl", folder / "manifest.json")
    _write(void(_ORIGIN, release.id, counts, names, usage), paths[0])
    _write(dcat(Host(_ORIGIN), release.id, _distributions(dumps, about)), paths[1])
    paths[2].write_bytes(manifests.write(published(release.manifest)))
    return paths


def describe_part(
    release: Release, wanted: Wanted, quads: Path, dumps: Sequence[Dump], about: Mapping[str, str]
) -> tuple[Path, ...]:
    """Write `{name}.about.ttl` (VoID and DCAT) and `{name}.manifest.json` beside the dumps of a part.

    `quads` are its statements as sorted N-Quads, of which the digest is the canonical hash of the part.
    """
    found, folder = survey(quads), quads.parent
    counts = {"triples": found.triples, "distinctSubjects": found.subjects}
    usage = Usage(found.classes, found.properties)
    paths = (folder / f"{wanted.name}.about.ttl", folder / f"{wanted.name}.manifest.json")
    files = [replace(each, is_served=False) for each in _distributions(dumps, about)]
    _write(part(Host(_ORIGIN), Part(release.id, wanted.name, wanted.topic, counts, usage), files), paths[0])
    made = release.manifest
    said = {
        "release": {"id": made.id, "canonical_hash": made.canonical_hash, "software_version": made.software_version},
        "about": wanted.topic,
        "canonical_hash": weigh(quads).checksum,
        "triples": found.triples,
        "files": [{"name": each.name, "bytes": each.size, "sha256": each.sha256} for each in files],
    }
    paths[1].write_text(json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return paths


def published(manifest: Manifest) -> Manifest:
    """The manifest without what is of one machine and one run: its times, and the folders of its inputs."""
    return replace(
        manifest,
        run={},
        inputs=tuple(replace(each, path=PurePath(each.path).name) for each in manifest.inputs),
        refused=tuple(replace(each, path=PurePath(each.path).name) for each in manifest.refused),
    )


def sums(dumps: Iterable[Dump]) -> bytes:
    """The checksums as `sha256sum --check` reads them, sorted by name."""
    lines = sorted((dump.path.name, dump.checksum) for dump in dumps)
    return "".join(f"{checksum}  {name}\n" for name, checksum in lines).encode()


def _write(quads: Iterable[Quad], path: Path) -> None:
    """Write Turtle with what is said of one thing together, in the order in which it is said."""
    write_rdf(sorted(quads, key=lambda quad: str(quad.subject)), RdfFormat.TURTLE, path)


def _distributions(dumps: Iterable[Dump], about: Mapping[str, str]) -> list[Distribution]:
    return [_distribution(dump, about) for dump in sorted(dumps, key=lambda dump: dump.path.name)]


def _distribution(dump: Dump, about: Mapping[str, str]) -> Distribution:
    plain = _plain(dump.path)
    return Distribution(
        name=dump.path.name,
        about=about[plain.name],
        media_type=_TYPES[plain.suffix],
        packing="" if plain == dump.path else _PACKINGS[dump.path.suffix],
        size=dump.size,
        sha256=dump.checksum,
    )


def _plain(path: Path) -> Path:
    return path.with_suffix("") if path.suffix in _PACKINGS else path
