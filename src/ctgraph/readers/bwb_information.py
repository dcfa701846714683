"""The information file of a law in BWB (WTI, wetstechnische informatie): names, kind, related laws, history.

Source: KOOP, `bwb/<BWB>/<BWB>.WTI`, schema wti 0.36 and later. A `geldig-tot` is the first day on which something no
longer holds. The history names each publication that changed the law and, by the label of the article, what it changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ctgraph.identifiers import article_place
from ctgraph.model.gazetteer import PaperFact
from ctgraph.model.intake import Intake
from ctgraph.model.legislation import ArticleRecord, LawPublication, LawRecord, LawTitle, RelatedLaw
from ctgraph.model.official import Sourced
from ctgraph.model.source import SourceFile
from ctgraph.readers.clues import Clues
from ctgraph.readers.law_xml import (
    REPOSITORY,
    day,
    day_before,
    dossier,
    each,
    gazette,
    law_id,
    record_source,
    required,
    spell,
    unknown,
    words,
)
from ctgraph.readers.official_xml import Element, parse

FORMAT = "bwb-information"

_KNOWN = frozenset(
    """
    wetstechnische-informatie algemene-informatie gerelateerde-regelgeving wijzigingen aankondigingen meta kern mantel
    eerstverantwoordelijke afkortingen afkorting niet-officiele-titels niet-officiele-titel citeertitel citeertitels
    soort-regeling identificatienummer datum-materiele-uitwerking departementaal-kenmerk totstandkoming plaats datum
    extra-informatie rechtsgebieden rechtsgebied hoofdgebied specifiekgebied overheidsdomeinen overheidsdomein
    taxonomieen taxonomie opmerkingen opmerking al regeling regelingelementen regelingelement grondslagen grondslag
    wetsfamilie grondslag-voor wettelijke-bevoegdheid-voor verwijzing-door gerelateerde-regeling
    gerelateerd-regelingelement extref details terugwerkende-kracht terugwerkende-kracht-datum artikelen label betreft
    ontstaansbron inwerkingtreding bron dossiernummer ondertekening bekendmaking publicatiedatum publicatiejaar
    publicatienummer kenmerk aankondiging label-id opschrift ingangsdatum terugwerkend.datum hierarchy self-id
    parent-id previous-sibling-id identifier title language type modified authority creator
    """.split()
)
_PENDING = "aanhangig"
_RELATIONS = {
    "grondslag-voor": "rests-on-this",
    "wettelijke-bevoegdheid-voor": "rests-on-this",
    "grondslagen": "basis",
    "verwijzing-door": "refers-to-this",
}
# The label of an article: "Artikel 3.1". Not "Hoofdstuk I", not "Bijlage", not "Artikelen 4-7" (several at once).
_ARTICLE = re.compile(r"artikel\s+(?P<number>\S{1,20})", re.IGNORECASE)


def is_information(seen: Clues) -> bool:
    """Whether a file is the information about a law."""
    return seen.root == "wetstechnische-informatie"


def read_information(source: SourceFile, _papers: Mapping[str, PaperFact]) -> Intake:
    """Read what is known of a law as a whole; raises InputError if the file does not say of which."""
    root = parse(source)
    law = required(source, law_id(root), "of which law it is", "BWBR0045754")
    remarks: list[str] = []
    articles = tuple(_articles(root, law, remarks))
    address = f"{REPOSITORY}{law}/{law}.WTI"
    changed = root.find("algemene-informatie")
    origin = record_source(FORMAT, law, source.data, address, "" if changed is None else changed.get("gegenereerd", ""))
    sourced = Sourced(origin, (_law(root, law), *articles), f"informatie over {law}")
    return Intake(FORMAT, records=(sourced,), unknown=unknown(root, _KNOWN), remarks=tuple(remarks))


def _law(root: Element, law: str) -> LawRecord:
    general = root.find("algemene-informatie")
    titles = tuple(_titles(general))
    fields = () if general is None else (*each(general, ".//hoofdgebied"), *each(general, ".//specifiekgebied"))
    return LawRecord(
        id=law,
        name=words(general, "citeertitel") or words(general, "niet-officiele-titels/niet-officiele-titel"),
        kind=words(general, "soort-regeling"),
        abbreviations=() if general is None else each(general, "afkortingen/afkorting"),
        titles=titles,
        department=words(general, "eerstverantwoordelijke"),
        fields=tuple(dict.fromkeys(fields)),
        related=tuple(dict.fromkeys(_related(root, law))),
        changes=tuple(dict.fromkeys(_changes(root))),
        pending=_pending(root),
    )


def _titles(general: Element | None) -> Iterator[LawTitle]:
    if general is None:
        return
    for title in general.iterfind("citeertitels/citeertitel"):
        valid = spell(day(title.get("geldig-van")), day_before(title.get("geldig-tot")))
        yield LawTitle(words(title), title.get("status", ""), valid)


def _related(root: Element, law: str) -> Iterator[RelatedLaw]:
    """Related laws, each once for all periods, of the law as a whole and of its articles; not the law itself."""
    related = root.find("gerelateerde-regelgeving")
    if related is None:
        return
    for owner in (*related.iterfind("regeling"), *related.iterfind("regelingelementen/regelingelement")):
        label = _ARTICLE.fullmatch(owner.get("label", ""))
        place = article_place(label["number"]) if label else ""
        for name, relation in _RELATIONS.items():
            if owner.tag == "regelingelement" and (not place or relation != "rests-on-this"):
                continue
            for found in owner.iterfind(f"{name}/*"):
                other = _other(found, relation, place)
                if other is not None and other.id != law:
                    yield other


def _other(found: Element, relation: str, place: str) -> RelatedLaw | None:
    link = found.find("extref")
    if link is None:
        return None
    identifier = law_id(found) or law_id(link)
    if not identifier:
        return None
    # A reference from an article has the law in `label` and the number of the article as its words.
    return RelatedLaw(identifier, link.get("label") or words(link), relation, place)


def _changes(root: Element) -> Iterator[LawPublication]:
    for details in root.iterfind("wijzigingen/regeling/datum/details"):
        yield from (each for each in _sources(details, "ontstaansbron") if each.id)


def _pending(root: Element) -> tuple[str, ...]:
    found = (
        pending
        for details in root.iterfind("wijzigingen/regeling/datum/details")
        if words(details, "betreft").lower() == _PENDING
        for source in details.iterfind("ontstaansbron/bron")
        if (pending := dossier(words(source, "dossiernummer")))
    )
    return tuple(dict.fromkeys(found))


def _articles(root: Element, law: str, remarks: list[str]) -> Iterator[ArticleRecord]:
    """The versions of articles: by the label that the article had then, each day once."""
    undated = 0
    seen: set[tuple[str, str]] = set()
    for moment in root.iterfind("wijzigingen/regelingelementen/regelingelement/datum"):
        label = _ARTICLE.fullmatch(moment.get("label", ""))
        if label is None:
            continue
        place, since = article_place(label["number"]), day(moment.get("waarde"))
        if not since:
            undated += 1
        elif (place, since) not in seen and moment.find("details") is not None:
            seen.add((place, since))
            yield _article(moment, law, place, label["number"])
    if undated:
        remarks.append(f"{undated} changes of articles have no day on which they take effect; left out")


def _article(moment: Element, law: str, place: str, number: str) -> ArticleRecord:
    details = moment.findall("details")
    # What an earlier change of the same day did ("isvoorafgaand") is among the sources, not the effect.
    last = next((each for each in reversed(details) if each.get("isvoorafgaand") != "true"), details[-1])
    return ArticleRecord(
        law=law,
        place=place,
        day=day(moment.get("waarde")),
        label=moment.get("label", ""),
        number=number,
        effect=words(last, "betreft"),
        made_by=tuple(dict.fromkeys(each for item in details for each in _sources(item, "ontstaansbron"))),
        commenced_by=tuple(dict.fromkeys(each for item in details for each in _sources(item, "inwerkingtreding"))),
    )


def _sources(details: Element, name: str) -> Iterator[LawPublication]:
    effect = words(details, "betreft") if name == "ontstaansbron" else ""
    for source in details.iterfind(f"{name}/bron"):
        published = source.find("bekendmaking")
        number = dossier(words(source, "dossiernummer"))
        yield LawPublication(
            id=_gazette(published),
            effect=effect,
            signed=day(words(source, "ondertekening")),
            issued=day(words(published, "publicatiedatum")),
            dossiers=(number,) if number else (),
            reference=words(source, "kenmerk"),
        )


def _gazette(published: Element | None) -> str:
    if published is None:
        return ""
    year, number = words(published, "publicatiejaar"), words(published, "publicatienummer")
    return gazette(published.get("soort", ""), year, number, published.get("urlidentifier", ""))
