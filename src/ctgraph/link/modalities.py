"""How a clause puts what it says: as fact, intention, possibility or limitation.

The order matters: "niet uit te sluiten" is a possibility although it says "niet", and "kan niet aansluiten" is a
limitation although it says "kan".
"""

from __future__ import annotations

from ctgraph.link.wording import Wording, wording
from ctgraph.model.claims import Modality

_MODALITIES: tuple[tuple[Modality, Wording], ...] = (
    (
        "possibility",
        wording(
            r"(?:niet|nooit) (?:\w+ )?(?:uit te sluiten|uitgesloten|ondenkbaar|onmogelijk)",
            r"niet (?:worden|wordt|kan worden) uitgesloten",
            r"(?:voorstelbaar|denkbaar|reëel|wellicht|mogelijkerwijs)\b",
        ),
    ),
    (
        "limitation",
        wording(
            r"(?:kan|kunnen|kon|konden|mag|mogen) … (?:niet|geen|nooit|nimmer|onvoldoende)\b",
            r"(?:kan|kunnen|kon|konden|mag|mogen) (?:niet|geen|nooit|onvoldoende)\b",
            r"(?:niet|geen|nooit|onvoldoende) … (?:kan|kunnen|kon|konden|mag|mogen)\b",
            r"(?:niet|geen|nooit|onvoldoende) (?:kan|kunnen|kon|konden|mag|mogen)\b",
            r"niet (?:\w+ )?(?:mogelijk|toegestaan|haalbaar|bevoegd|uitvoerbaar)\b",
            r"geen (?:\w+ )?(?:grondslag|bevoegdheid|bevoegdheden|mogelijkheid|mogelijkheden|ruimte)\b",
            r"(?:ontbreekt|ontbreken|ontbrak)\b",
        ),
    ),
    (
        "possibility",
        wording(r"(?:kan|kunnen|mag|mogen|zou|zouden)\b", r"(?:is|zijn|blijft|wel) (?:\w+ )?mogelijk\b"),
    ),
    (
        "intention",
        wording(r"(?:zal|zullen|wil|willen|gaat|gaan|beoogt|beogen|streeft|streven|voornemens|van plan)\b"),
    ),
)  # fmt: skip


def modality_of(words: str) -> Modality:
    """The modality of a clause; what no word marks is put as a fact.

    >>> modality_of("een aanslag is nog altijd voorstelbaar")
    'possibility'
    """
    return next((name for name, cue in _MODALITIES if cue.search(words)), "fact")
