"""What the reconciliation service says of itself, as clients read it first."""

from __future__ import annotations

from typing import Any, Final

from ctgraph.api.names import TOP_CLASSES
from ctgraph.api.reconcile.batches import MOST_QUERIES
from ctgraph.api.reconcile.preview import HEIGHT, WIDTH
from ctgraph.api.things import short
from ctgraph.namespaces import DEF, ID
from ctgraph.version import VERSION

_SUGGESTED: Final = ("entity", "type", "property")


def manifest(base: str) -> dict[str, Any]:
    """The manifest of the service under the address of a server, which has no slash at its end."""
    suggest = {name: {"service_url": base, "service_path": f"/reconcile/suggest/{name}"} for name in _SUGGESTED}
    return {
        "versions": ["0.2"],
        "name": "ctgraph: Dutch counterterrorism policy papers",
        "identifierSpace": ID,
        "schemaSpace": DEF,
        "documentation": f"{base}/docs",
        "serviceVersion": VERSION,
        "defaultTypes": [{"id": short(top), "name": short(top).partition(":")[2]} for top in TOP_CLASSES.values()],
        "view": {"url": f"{base}/id/{{{{id}}}}"},
        "preview": {"url": f"{base}/reconcile/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": suggest,
        "extend": {
            "propose_properties": {"service_url": base, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
        "batchSize": MOST_QUERIES,
    }
