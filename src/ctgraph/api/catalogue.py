"""What the dataset says of itself: /catalog (DCAT), VoID, and each release with how it was made (PROV)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any, Final

from anyio import to_thread
from pyoxigraph import Quad
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ctgraph.api import rdf
from ctgraph.api.exports import Exports, counts_of, media_types
from ctgraph.api.headers import entity_tag, is_current, not_modified
from ctgraph.api.release_pages import catalogue_page, release_page
from ctgraph.api.responses import answer, page_tag, redirect, unchanged, wanted
from ctgraph.errors import NotFound
from ctgraph.graph.catalogue.build import Ingredient, build_record
from ctgraph.graph.catalogue.dcat import Distribution, Host, dcat
from ctgraph.graph.catalogue.void import Usage, void
from ctgraph.graph.catalogue.words import ABOUT, LICENSE, NAME, TITLE, dataset_iri
from ctgraph.settings import Settings
from ctgraph.store.releases import Release
from ctgraph.store.survey import Survey, survey

_SIZES: Final = {"documents": "documents", "quads": "triples"}
"""Our names for figures of a release, and those of VoID."""


class Catalogue:
    """Answers what harvesters and doubters ask first."""

    def __init__(self, settings: Settings, exports: Exports) -> None:
        self._contact = settings.contact
        self._exports = exports

    def routes(self) -> Sequence[Route]:
        return (
            Route("/catalog", self.catalogue),
            Route("/catalog.{suffix}", self.catalogue),
            Route("/export/void.ttl", self.void),
            Route("/.well-known/void", self.well_known),
            Route("/release/{reference}", self.release),
        )

    async def catalogue(self, request: Request) -> Response:
        """The catalogue with the dataset, its files and its services, as DCAT; in HTML as schema.org too."""
        suffix = request.path_params.get("suffix")
        asked = wanted(request, f"catalog.{suffix}" if suffix else "catalog")
        if asked.reference != "catalog":
            raise NotFound(request.url.path)
        release = self._exports.identifier
        tag = entity_tag(page_tag(request, release, asked), _origin(request))
        if (held := unchanged(request, tag)) is not None:
            return held
        host, files = self._host(request), await self._files()
        if asked.form.rdf is not None:
            return answer(rdf.write(dcat(host, release, files), asked.form), asked, "/catalog", tag)
        body = catalogue_page(release, files, _schema_org(host, release, files), asked.language)
        return answer(body, asked, "/catalog", tag)

    async def well_known(self, request: Request) -> Response:
        """Where harvesters look for VoID first."""
        return redirect(303, "/export/void.ttl")

    async def void(self, request: Request) -> Response:
        """The dataset as VoID, with a figure for each class, property and linkset."""
        content = rdf.write(await self._void(request), rdf.BY_SUFFIX["ttl"])
        tag = entity_tag(content.decode())
        if is_current(request.scope, tag):
            return not_modified(tag)
        return Response(content, 200, {"ETag": tag}, rdf.BY_SUFFIX["ttl"].content_type)

    async def release(self, request: Request) -> Response:
        """A release that is still here: figures, inputs, dumps; in RDF also how it was made."""
        asked = wanted(request, request.path_params["reference"])
        release = self._exports.release(asked.reference)
        if release is None:
            raise NotFound(request.url.path)
        tag = entity_tag(page_tag(request, release.id, asked), _origin(request))
        if (held := unchanged(request, tag)) is not None:
            return held
        path = f"/release/{release.id}"
        if asked.form.rdf is not None:
            sizes = _sizes(release)
            quads = [*void(_origin(request), release.id, sizes, ()), *_made(release)]
            return answer(rdf.write(quads, asked.form), asked, path, tag)
        return answer(release_page(release.manifest, counts_of(release), path, asked.language), asked, path, tag)

    async def _void(self, request: Request) -> list[Quad]:
        release = self._exports.current()
        if release is None:
            # Another machine holds the data: its figures are not known here.
            return void(_origin(request), self._exports.identifier, {}, ())
        found = await to_thread.run_sync(_surveyed, release.quads)
        sizes = {
            **_sizes(release),
            "triples": found.triples,
            "distinctSubjects": found.subjects,
            "classes": len(found.classes),
            "properties": len(found.properties),
        }
        dumps = [each.href for each in await self._exports.dumps()]
        usage = Usage(found.classes, found.properties, found.links)
        return void(_origin(request), release.id, sizes, dumps, usage)

    async def _files(self) -> list[Distribution]:
        return [
            Distribution(each.path.name, "", *media_types(each.path), each.size, each.checksum)
            for each in await self._exports.dumps()
        ]

    def _host(self, request: Request) -> Host:
        release = self._exports.current()
        ended = str(release.manifest.run.get("ended", "")) if release is not None else ""
        return Host(_origin(request), self._contact, ended[:10])


@lru_cache(maxsize=2)
def _surveyed(quads: Path) -> Survey:
    """Once for a release, since it never changes: about a second for a million statements."""
    return survey(quads)


def _made(release: Release) -> list[Quad]:
    """The build of a release, without the folders of its inputs, which are of one machine."""
    made = release.manifest
    used = (Ingredient(PurePath(each.path).name, each.digest, each.id) for each in made.inputs)
    return build_record(release.id, made.software_version, str(made.run.get("ended", "")), used, made.statements)


def _sizes(release: Release) -> dict[str, int]:
    counts = counts_of(release)
    return {name: counts[key] for key, name in _SIZES.items()}


def _schema_org(host: Host, release: str, files: Sequence[Distribution]) -> dict[str, Any]:
    """The dataset as schema.org has it, by which search engines for data find it."""
    address = f"{host.origin}/release/{release}"
    said: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": dataset_iri(release).value,
        "name": TITLE[1].value,
        "alternateName": TITLE[0].value,
        "description": ABOUT[1].value,
        "url": address,
        "identifier": dataset_iri(release).value,
        "version": release,
        "license": LICENSE.value,
        "isAccessibleForFree": True,
        "inLanguage": ["nl", "en"],
        "creator": {"@type": "Organization", "name": NAME},
        "includedInDataCatalog": {"@type": "DataCatalog", "url": f"{host.origin}/catalog"},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": each.name,
                "contentUrl": f"{host.origin}/export/{each.name}",
                "encodingFormat": each.packing or each.media_type,
                "contentSize": f"{each.size} B",
                "sha256": each.sha256,
            }
            for each in files
        ],
    }
    return said | ({"datePublished": host.issued} if host.issued else {})


def _origin(request: Request) -> str:
    return str(request.base_url).rstrip("/")
