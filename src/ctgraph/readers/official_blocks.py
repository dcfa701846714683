"""The elements of official publications as blocks of text, by the vocabulary of the schema op-xsd-2014-05-15.

Every element is a paragraph, a heading, a group, a list, a table, a note, something inside a line, or only holds
others. One that is not known is kept as text and counted, so that a change of the format shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Set
from types import MappingProxyType

from ctgraph.readers.official_xml import Element
from ctgraph.readers.setting import Block, Mark, Run, Words, tidy, together

INLINE = frozenset(
    "nadruk extref intref dossierref inf sup unl datum naam voornaam achternaam voorvoegsels politiek organisatie "
    "kamervraagonderwerp ondernummer dossiernr raadnr begrotingshoofdstuk rijkswetnr herdruk stuknr dossiernummer "
    "plaats isbn issn redactie label term begindatum einddatum partij sub".split()
)
PARAGRAPHS = frozenset(
    "al wat wij wie considerans.al noot.al datumtekst dagtekening koning functie intitule citeertitel uitgifte "
    "tekstregel kamervraagomschrijving kamervraagnummer vergaderdatum vergadertijd vergadering-nummer adresregel "
    "onderschrift bijschrift formule definitie aantekening opmerking titel subtitel ondertitel title "
    "spreker bron regel".split()
)
HEADINGS = frozenset({"kop", "tussenkop", "item-titel"})
GROUPS = frozenset({"al-groep", "ondertekening", "lijst", "definitielijst", "adres", "kamerstukkop", "kamervraagkop"})
"""Elements whose blocks belong together, with no blank line between them."""
LABELLED = frozenset({"li", "lid", "wijziging", "definitie-item"})
"""Elements whose number stands before their first words: `<li><li.nr>1.</li.nr><al>…`."""
LABELS = frozenset({"li.nr", "lidnr", "nr"})
SPACED = frozenset({"kop", "naam", "ondertekening"})
"""Elements whose parts are words of their own, whether or not the source puts white space between them."""
HOLDERS = frozenset(
    "officiele-publicatie kamerstuk kamervragen handelingen staatsblad staatscourant stuk dossier algemeen vrije-tekst "
    "tekst tekst-sluiting divisie bijlage box voorstel-wet voorstel-sluiting aanhef considerans afkondiging wettekst "
    "wetsluiting slotformulering gegeven wet-besluit nota-toelichting toelichting artikel artikeltekst hoofdstuk "
    "afdeling paragraaf sub-paragraaf titeldeel boek deel wijzig-artikel wijzig-lid wijzig-divisie wijzig-lid-groep "
    "amendement amendement-lid citaat citaat-artikel vraag antwoord vergadering opening agendapunt onderwerp "
    "spreekbeurt motie motie-info handeling_bijlage stemming stemmingsuitslag officiele-inhoudsopgave inhoudsopgave "
    "regeling regeling-tekst regeling-sluiting circulaire circulaire-tekst circulaire.divisie preambule advies rapport "
    "verslag zakelijke-mededeling zakelijke-mededeling-tekst zakelijke-mededeling-sluiting structuurtekst "
    "verdrag verdragtekst bladgemeenschappelijkeregeling gemeenteblad provinciaalblad waterschapsblad tractatenblad "
    "koninklijke-boodschap boodschap noot.lijst sluiting enig-artikel model formulier handeling voorz agenda "
    "niet-dossier-stuk vragen antwoorden".split()
)
SILENT = frozenset({"metadata", "meta", "plaatje", "illustratie", "colspec", "spanspec", "noot.nr"})
"""Elements without words of their own, or whose words are taken elsewhere."""
_BLOCKS = PARAGRAPHS | HEADINGS | GROUPS | LABELLED | HOLDERS | {"table", "li"}
_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_ONE_BLOCK = PARAGRAPHS | INLINE | LABELS
_KNOWN = _BLOCKS | INLINE | LABELS | SILENT | _ROW_GROUPS | {"noot", "nootref", "tgroup", "row", "entry"}

Fields = tuple[str, ...]
"""Names of fields of the header."""
Rule = Callable[["Walker", Element], list[Block]]
"""How a reader makes blocks of an element that means something of its own in its format."""


class Walker:
    """Turns elements into blocks; `rules` come before the vocabulary. `unknown` counts names that it has not.

    `fields` says which elements inside a line print something of the header, such as `datum` its date.
    """

    def __init__(self, rules: Mapping[str, Rule] | None = None, fields: Mapping[str, Fields] | None = None) -> None:
        self._rules = rules or {}
        self._fields = fields or {}
        self._numbers: dict[str, str] | None = None
        self.unknown: Counter[str] = Counter()

    def blocks(self, element: Element) -> list[Block]:
        """The blocks of an element, in the order of the source."""
        name = str(element.tag)
        rule = self._rules.get(name) or _RULES.get(name)
        if rule is not None:
            return rule(self, element)
        if name in _ONE_BLOCK:
            return self.paragraph(element)
        if name not in _KNOWN:
            self.unknown[name] += 1
        return self.inside(element) if _holds_blocks(element) else self.paragraph(element)

    def inside(self, element: Element, without: Set[str] = frozenset()) -> list[Block]:
        """The blocks of what an element holds, some children left out; words between them become blocks too."""
        return [block for part in self._parts(element, without=without) for block in part]

    def paragraph(
        self, element: Element, heading: bool = False, fields: Fields = (), furniture: bool = False
    ) -> list[Block]:
        """The one block of an element, or several where tables or lists stand inside its words."""
        made: list[Block] = []
        for part in self._parts(element, fields):
            made.extend(
                Block(b.runs, b.joint, heading, furniture) if (heading or furniture) and b.runs else b for b in part
            )
        return made

    def runs(self, element: Element, fields: Fields = ()) -> tuple[Run, ...]:
        """The words of an element as part of a line, untidied; blocks inside it are run into the line."""
        return tuple(self._runs(element, fields))

    def _runs(self, element: Element, fields: Fields) -> Iterator[Run]:
        spaced = element.tag in SPACED
        if element.text:
            yield Words(element.text, fields)
        for index, child in enumerate(element):
            if spaced and index:
                yield Words(" ", fields)
            yield from self._run(child, fields)
            if child.tail:
                yield Words(child.tail, fields)

    def _run(self, child: Element, fields: Fields) -> Iterator[Run]:
        name = str(child.tag)
        if name == "noot":
            yield self.note(child)
        elif name == "nootref":
            yield Mark(_printed(child) or self._number_of(child))
        elif name not in SILENT:
            if name not in _KNOWN:
                self.unknown[name] += 1
            if name == "begrotingshoofdstuk":
                # "36 410" and "VI" are two words, which some sources run together.
                yield Words(" ", fields)
            yield from self._runs(child, (*fields, *self._fields.get(name, ())))

    def _parts(self, element: Element, fields: Fields = (), without: Set[str] = frozenset()) -> Iterator[list[Block]]:
        """The stretches of words and the blocks of an element, in turn."""
        line: list[Run] = []
        if element.text:
            line.append(Words(element.text, fields))
        for child in element:
            if child.tag in without:
                pass
            elif self._is_block(element, child):
                yield _block(line)
                yield self.blocks(child)
                line = []
            else:
                if element.tag in SPACED:
                    line.append(Words(" ", fields))
                line.extend(self._run(child, fields))
            if child.tail and (line or not child.tail.isspace()):
                line.append(Words(child.tail, fields))
        yield _block(line)

    def _is_block(self, parent: Element, child: Element) -> bool:
        name = str(child.tag)
        if name in self._rules or name in _BLOCKS:
            return str(parent.tag) not in HEADINGS
        if name == "naam":
            return parent.tag == "ondertekening"
        if name == "noot":
            # Some gazettes wrap a table of the text in a note that has no number.
            return child.find("noot.nr") is None
        return name not in _KNOWN and _holds_blocks(child)

    def labelled(self, element: Element) -> list[Block]:
        """The blocks of a list item or the like, with the number of the element before the first words."""
        label = [run for child in element if child.tag in LABELS for run in self.runs(child)]
        rest = self.inside(element, without=LABELS)
        if not label:
            return together(rest)
        first = rest[0] if rest else Block(())
        runs = tidy((*label, Words(" "), *first.runs))
        return together([Block(runs, first.joint, first.heading), *rest[1:]])

    def note(self, element: Element) -> Mark:
        """The mark of a note, with its text."""
        return Mark(_printed(element.find("noot.nr")) or "*", tuple(self.inside(element)))

    def _number_of(self, reference: Element) -> str:
        """The number of the note that an empty `nootref` refers to; a star for one that leads nowhere."""
        if self._numbers is None:
            notes = reference.getroottree().iter("noot")
            self._numbers = {note.get("id", ""): _printed(note.find("noot.nr")) for note in notes}
        return self._numbers.get(reference.get("refid", "")) or "*"

    def table(self, element: Element) -> list[Block]:
        """Rows as lines, cells with tabs between them."""
        made: list[Block] = []
        for child in element:
            if child.tag == "tgroup":
                for part in child:
                    made.extend(self._rows(part))
            else:
                made.extend(self.blocks(child))
        return [block.joined("paragraph") if index == 0 else block for index, block in enumerate(made)]

    def _rows(self, part: Element) -> list[Block]:
        """The rows of the head or the body of a table; what is neither is kept as it comes."""
        if part.tag == "row":
            return self._row(part)
        if part.tag not in _ROW_GROUPS:
            return self.blocks(part)
        return [block for row in part for block in self._rows(row)]

    def _row(self, row: Element) -> list[Block]:
        made: list[Block] = []
        for index, entry in enumerate(row):
            cell = self.inside(entry) or [Block(())]
            made.append(cell[0].joined("cell" if index else "line"))
            made.extend(block.joined("space") for block in cell[1:])
        while made and not made[-1].runs:
            made.pop()
        return made


def plain(element: Element | None) -> str:
    """The words of an element in one line, without those of its notes; "" for none."""
    if element is None:
        return ""
    return " ".join("".join(run.text for run in Walker().runs(element) if isinstance(run, Words)).split())


def _block(line: list[Run]) -> list[Block]:
    runs = tidy(line) if line else ()
    return [Block(runs)] if runs else []


def _holds_blocks(element: Element) -> bool:
    """Whether something that makes lines of its own stands anywhere inside an element."""
    return any(inner.tag in _BLOCKS for inner in element.iterdescendants())


def _printed(number: Element | None) -> str:
    return "".join(str(text) for text in number.itertext()).strip() if number is not None else ""


_RULES: Mapping[str, Rule] = MappingProxyType(
    {
        **dict.fromkeys(SILENT, lambda walker, element: []),
        **dict.fromkeys(GROUPS, lambda walker, element: together(walker.inside(element))),
        **dict.fromkeys(LABELLED, lambda walker, element: walker.labelled(element)),
        **dict.fromkeys(HEADINGS, lambda walker, element: walker.paragraph(element, heading=True)),
        "table": lambda walker, element: walker.table(element),
        "noot": lambda walker, element: walker.inside(element),
    }
)
"""How elements that are more than a holder or a paragraph are read."""
