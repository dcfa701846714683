"""Composed answers in the forms of the official sources: every name, number and text in them is made up.

Where a real answer was seen, the form follows it; of SyncFeed none was, so its pages follow the schema and others' notes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from msgspec import Struct

from replay.server import Query, Respond

KOOP = "repository.overheid.nl"
LAWS = "repository.officiele-overheidspublicaties.nl"
LAW_SEARCH = "zoekservice.overheid.nl"
CHAMBER = "gegevensmagazijn.tweedekamer.nl"

_SRU = (
    '<?xml version="1.0" encoding="UTF-8"?><sru:searchRetrieveResponse'
    ' xmlns:overheidwetgeving="http://standaarden.overheid.nl/wetgeving/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse" xmlns:gzd="http://standaarden.overheid.nl/sru">'
    "<sru:version>2.0</sru:version>{head}<sru:records>{records}</sru:records>{tail}</sru:searchRetrieveResponse>"
)
DIAGNOSTIC = (
    b'<searchRetrieveResponse xmlns="http://docs.oasis-open.org/ns/search-ws/sruResponse"'
    b' xmlns:ns3="http://docs.oasis-open.org/ns/search-ws/diagnostic"><version>2.0</version><diagnostics>'
    b"<ns3:diagnostic><ns3:uri>info:srw/diagnostic/1/10</ns3:uri><ns3:message>onbekend voorvoegsel</ns3:message>"
    b"</ns3:diagnostic></diagnostics></searchRetrieveResponse>"
)
PDF = b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


class Paper(Struct, frozen=True):
    """A publication of a made-up dossier."""

    id: str
    dossier: str
    opgemaakt: bool = True
    attachments: tuple[str, ...] = ()
    modified: str = "2031-03-04"
    stamp: str = "2031-03-04T10:00:00+01:00"
    text: str = "De minister zegt toe de Kamer te informeren."

    @property
    def group(self) -> str:
        kind = self.id.partition("-")[0]
        return f"{kind}/{self.dossier}" if self.opgemaakt else f"{kind}/onopgemaakt"

    def address(self, manifestation: str) -> str:
        name = "metadata.xml" if manifestation == "metadata" else f"{self.id}.{manifestation}"
        return f"{KOOP}/frbr/officielepublicaties/{self.group}/{self.id}/1/{manifestation}/{name}"

    @property
    def manifestations(self) -> tuple[str, ...]:
        return ("metadata", "pdf", "xml") if self.opgemaakt else ("metadata", "pdf")

    def files(self) -> dict[str, bytes]:
        bodies = {
            "xml": f"<officiele-publicatie><kamerstuk><stuk><al>{self.text}</al></stuk></kamerstuk>"
            f"</officiele-publicatie>".encode(),
            "metadata": f'<metadata_gegevens><metadata name="DC.identifier" content="{self.id}"/>'
            f"</metadata_gegevens>".encode(),
            "pdf": PDF,
        }
        return {self.address(name): bodies[name] for name in self.manifestations}

    def record(self, position: int) -> str:
        status = "Opgemaakt" if self.opgemaakt else "Onopgemaakt"
        attached = "".join(
            f"<overheidwetgeving:bijlage>{name}</overheidwetgeving:bijlage>" for name in self.attachments
        )
        items = "".join(
            f'<gzd:itemUrl manifestation="{name}">https://{self.address(name)}</gzd:itemUrl>'
            for name in self.manifestations
        )
        return (
            "<sru:record><sru:recordData><gzd:gzd><gzd:originalData><overheidwetgeving:meta><owmskern>"
            f"<dcterms:identifier>{self.id}</dcterms:identifier><dcterms:modified>{self.modified}</dcterms:modified>"
            f"</owmskern><tpmeta>{attached}<overheidwetgeving:documentstatus>{status}"
            f"</overheidwetgeving:documentstatus></tpmeta></overheidwetgeving:meta></gzd:originalData>"
            f"<gzd:enrichedData>{items}<gzd:timestamp>{self.stamp}</gzd:timestamp></gzd:enrichedData></gzd:gzd>"
            f"</sru:recordData><sru:recordPosition>{position}</sru:recordPosition></sru:record>"
        )


def sru_answer(papers: Sequence[Paper], query: Query, page: int, total: int | None = None, tail: str = "") -> bytes:
    """The page of a search that the question asks for; `total` is what it announces, if not the truth."""
    start = int(query["startRecord"])
    shown = papers[start - 1 : start - 1 + min(page, int(query["maximumRecords"]))]
    head = f"<sru:numberOfRecords>{len(papers) if total is None else total}</sru:numberOfRecords>"
    following = start + len(shown)
    if following <= len(papers):
        tail = f"<sru:nextRecordPosition>{following}</sru:nextRecordPosition>{tail}"
    records = "".join(paper.record(start + at) for at, paper in enumerate(shown))
    return _SRU.format(head=head, records=records, tail=tail).encode()


@dataclass(slots=True)
class Publishers:
    """All four hosts, over what they publish; change it between two downloads, and they have changed."""

    papers: list[Paper] = field(default_factory=list)
    rows: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    feed: list[tuple[int, str, str]] = field(default_factory=list)
    """Token, category, time of change; in the order of the tokens."""
    laws: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """Versions of each law by label."""
    page: int = 2

    def files(self) -> dict[str, bytes]:
        found = {address: body for paper in self.papers for address, body in paper.files().items()}
        for law, versions in self.laws.items():
            found[f"{LAWS}/bwb/{law}/manifest.xml"] = manifest(law, versions)
            found[f"{LAWS}/bwb/{law}/{law}.WTI"] = f'<wetstechnische-informatie bwb-id="{law}"/>'.encode()
            for label, body in versions.items():
                found[f"{LAWS}/bwb/{law}/{label}/xml/{law}_{label}.xml"] = body
        return found

    def questions(self) -> dict[str, Respond]:
        entities = ("Kamerstukdossier", "Zaak", "Document", "Toezegging")
        return {
            f"{KOOP}/sru": self.search,
            f"{LAW_SEARCH}/sru/Search": self.search_law,
            f"{CHAMBER}/SyncFeed/2.0/Feed": self.changes,
            **{f"{CHAMBER}/OData/v4/2.0/{entity}": self._entity(entity) for entity in entities},
        }

    def search(self, query: Query) -> bytes:
        asked = query["query"]
        dossiers = re.findall(r'w\.dossiernummer=="([^"]+)"', asked)
        ids = re.findall(r'dt\.identifier=="([^"]+)"', asked)
        since = re.search(r'dt\.modified>="([^"]+)"', asked)
        found = [
            paper
            for paper in self.papers
            if (not dossiers or paper.dossier in dossiers)
            and (not ids or paper.id in ids)
            and (since is None or paper.modified >= since[1])
        ]
        return sru_answer(found, query, self.page)

    def search_law(self, query: Query) -> bytes:
        law = query["query"].rpartition("=")[2]
        labels = list(self.laws.get(law, {}))
        return sru12_answer(law, labels)

    def _entity(self, entity: str) -> Respond:
        def rows(query: Query) -> bytes:
            start = int(query.get("$skiptoken", "Id-0").removeprefix("Id-"))
            every = self.rows.get(entity, [])
            answer: dict[str, object] = {
                "@odata.context": f"https://{CHAMBER}/OData/v4/2.0/$metadata#{entity}",
                "value": every[start : start + self.page],
            }
            if start + self.page < len(every):
                token = f"$skiptoken=Id-{start + self.page}"
                answer["@odata.nextLink"] = f"https://{CHAMBER}/OData/v4/2.0/{entity}?{token}"
            return json.dumps(answer).encode()

        return rows

    def changes(self, query: Query) -> bytes:
        category, token = query["category"], int(query["skiptoken"])
        after = [entry for entry in self.feed if entry[1] == category and entry[0] > token][: self.page]
        return feed_answer(category, token, after)


def feed_answer(category: str, token: int, entries: Sequence[tuple[int, str, str]]) -> bytes:
    base = f"https://{CHAMBER}/SyncFeed/2.0"
    written = "".join(
        f"<entry><title>{number}</title><id>{base}/Entiteiten/{number}</id><updated>{changed}</updated>"
        f'<link rel="next" href="{base}/Feed?category={category}&amp;skiptoken={number}"/>'
        f'<category term="{category.lower()}"/><content type="application/xml"><{category.lower()} id="{number}"/>'
        "</content></entry>"
        for number, _, changed in entries
    )
    resume = f'<link rel="resume" href="{base}/Feed?category={category}&amp;skiptoken={token}"/>'
    end = "" if entries else resume
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>SyncFeed</title>{end}{written}</feed>'.encode()


def sru12_answer(law: str, labels: Sequence[str]) -> bytes:
    """One record per version of the law, with the byte order mark that real answers begin with."""
    records = "".join(
        "<record><recordData><gzd xmlns='http://standaarden.overheid.nl/sru' xmlns:dcterms='http://purl.org/dc/terms/'"
        f"><originalData><dcterms:identifier>{law}</dcterms:identifier><toestand>{law}/{label}</toestand>"
        "</originalData></gzd></recordData></record>"
        for label in labels
    )
    return (
        "\ufeff<?xml version='1.0' encoding='UTF-8'?><searchRetrieveResponse xmlns='http://www.loc.gov/zing/srw/'>"
        f"<version>1.2</version><numberOfRecords>{len(labels)}</numberOfRecords><records>{records}</records>"
        "</searchRetrieveResponse>"
    ).encode()


def manifest(law: str, versions: Mapping[str, bytes], deleted: Sequence[str] = ()) -> bytes:
    """The list of a law's versions, each with its length and SHA-512."""
    listed = "".join(
        f'<expression label="{label}"><manifestation label="xml"><metadata><size>{len(body)}</size>'
        f"<hashcode>\n{hashlib.sha512(body).hexdigest()}\n</hashcode></metadata>"
        f'<item label="{law}_{label}.xml" _deleted="{str(label in deleted).lower()}"/></manifestation></expression>'
        for label, body in versions.items()
    )
    return f'<work label="{law}">{listed}</work>'.encode()


def dossier(number: str, papers: int = 5, length: int = 200) -> Publishers:
    """A dossier of so many papers, the last one not yet made up, and one attachment; with rows, a law and a feed."""
    made = [Paper(f"kst-{number}-{at}", number, text="Tekst. " * length) for at in range(1, papers)]
    made.append(Paper(f"kst-90{number}", number, opgemaakt=False, attachments=(f"blg-8{number}",)))
    made.append(Paper(f"blg-8{number}", number, opgemaakt=False))
    activities = [{"Id": f"a-{at}", "Nummer": f"2031A{at:05}"} for at in range(1, 4)]
    rows: dict[str, list[dict[str, object]]] = {
        "Kamerstukdossier": [{"Id": "d-1", "Nummer": int(number)}],
        "Zaak": [{"Id": f"z-{at}", "Nummer": f"2031Z{at:05}", "Activiteit": activities} for at in range(1, 6)],
        "Document": [{"Id": f"s-{at}", "DocumentNummer": f"2031D{at:05}"} for at in range(1, 4)],
        "Toezegging": [{"Id": "t-1", "Nummer": "TZ203103-001"}],
    }
    tokens = count(1_000, 1_000)
    feed = [
        (next(tokens), category, f"2031-03-{day:02}T09:00:00Z")
        for day in range(1, 11)
        for category in ("Zaak", "Document")
    ]
    laws = {
        "BWBR0099001": {
            label: f'<toestand bwb-id="BWBR0099001" inwerkingtreding="{label[:10]}"/>'.encode()
            for label in ("2029-01-01_0", "2030-07-01_0", "2031-01-01_1")
        }
    }
    return Publishers(made, rows, feed, laws)
