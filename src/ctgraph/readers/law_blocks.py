"""The text of a law as blocks: what BWB and the gazettes have beyond the vocabulary of other official publications.

Source: the schemas bwb 0.36 (`toestand`) and op-xsd 2012 (`staatsblad`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from ctgraph.readers.official_blocks import Rule, Walker
from ctgraph.readers.official_xml import Element
from ctgraph.readers.setting import Block, Words, tidy, together

_DATA = "meta-data bwb-inputbestand bwb-wijzigingen redactionele-correcties".split()
"""What says something about the text and is none of it."""
_HOLDERS = """
    wetgeving circulaire circulaire.aanhef circulaire-sluiting bijlage-sluiting verdragspartijen verdragspartij
    binnenwet considerans.lijst context context.lijst ondertekenaar specificatie adreslijst wetcitaat
    artikel.toelichting inhoud inhoud-groep vertaald-door vertaling-van noot.li naamlijst ref-item artikelkop
""".split()
_PARAGRAPHS = """
    wie aan-wie context.al parlementair.al waarde omissie aanhaling extra-informatie kenmerk betreft-onderdelen
    in-afschrift-aan actie
""".split()
_IN_LINES = frozenset(
    "extref-groep intref-groep ovl tekstcorrectie redactioneel dfn afk afkorting indexterm cit deze origine".split()
)
"""Elements inside a line that only BWB has; their words stay where they stand."""
_BETWEEN: Mapping[str, str] = MappingProxyType({"cell": "\t", "space": " "})


def _signature(walker: Walker, element: Element) -> list[Block]:
    """A signature of one sentence with the office in it ("De <functie>minister</functie> van …"), or one in lines."""
    is_sentence = any((text or "").strip() for text in (element.text, *(child.tail for child in element)))
    return [Block(tidy(walker.runs(element)))] if is_sentence else together(walker.inside(element))


def _dated(walker: Walker, element: Element) -> list[Block]:
    """Place and day, which some files run together."""
    runs = (run for child in element for run in (*walker.runs(child), Words(" ")))
    return [Block(tidy((Words(element.text or ""), *runs)))]


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        **dict.fromkeys(_DATA, lambda walker, element: []),
        **dict.fromkeys(_HOLDERS, lambda walker, element: walker.inside(element)),
        **dict.fromkeys(_PARAGRAPHS, lambda walker, element: walker.paragraph(element)),
        **dict.fromkeys(("specificatie-item", "wijzig-lid"), lambda walker, element: walker.labelled(element)),
        "specificatielijst": lambda walker, element: together(walker.inside(element)),
        "ondertekening": _signature,
        "dagtekening": _dated,
        "citeertitel": lambda walker, element: [],
    }
)
"""How the elements of laws are read; the citation title stands before the text and is data about it."""


def law_blocks(elements: Iterable[Element], more: Mapping[str, Rule] | None = None) -> tuple[list[Block], Counter[str]]:
    """The blocks of several elements in their order, and how often each unknown element stands among them."""
    walker = Walker({**RULES, **(more or {})})
    made = [block for element in elements for block in walker.blocks(element)]
    return made, Counter({name: count for name, count in walker.unknown.items() if name not in _IN_LINES})


def article_text(article: Element) -> str:
    """The words of an article without its heading, a line for each block, cells with tabs; without the notes."""
    made, _ = law_blocks(child for child in article if child.tag != "kop")
    lines = (_BETWEEN.get(block.joint, "\n") + "".join(_said(block)) for block in made)
    return "".join(lines).strip("\n")


def _said(block: Block) -> Iterator[str]:
    return (run.text for run in block.runs if isinstance(run, Words))
