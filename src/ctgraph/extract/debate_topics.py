"""What a debate is about: the words between its kind and its day, or behind a kind that has none."""

from __future__ import annotations

import re
from typing import NamedTuple

# A topic runs over words to a comma, bracket, quote or stop; "over (de|het)" before it is not part of the topic. Behind
# a dash it begins with who asks: "Interpellatie-Bos over drones".
_TOPIC = re.compile(
    r"(?:[ \xa0]|(?<=nterpellatie)-(?=[A-ZÀ-Ž]))"
    r"(?:(?:over|inzake|met betrekking tot|betreffende)\s(?:de\s|het\s|een\s)?)?(?P<topic>[^\n,;.()«:?!]{2,150})"
)
_TOPIC_END = re.compile(
    r"\s(?:van de agenda|af te|uit te|te voeren|aangevraagd|aan te vragen|ingediende?|aangekondigd|aangenomen|gehouden"
    r"|gevoerd|vindt|vond|plaats(?:vindt|vond|gevonden|gehad)?|toegevoegd|toe te|namens|waarbij|moet"
    r"|had|heb|heeft|hebben|is|zijn|was|werd|wordt|zal|zullen|kan|dat|die|waarin"
    r"|vroeg|met als|met de (?:[Mm]inister|[Ss]taatssecretaris|bewinds\w+)|ook|in te"
    r"|staat|staan|stond|verplaatst|uitgesteld|voor(?=\s(?:de|het)\s(?:zomer|kerst|\w*reces|eind))|vóór"
    r"|(?:wel |niet |samen )?te(?=\s\w+en\b)|de Kamer te"
    r"|en (?:(?:bij|tijdens|van) )?(?:het|de|een) (?:\w*debat|\w*overleg|V?AO|VSO|CD|WGO|TMD|SO)"
    r"|(?:uit|in) (?:(?:19|20)\d\d|(?:januari|februari|maart|april|mei|juni|juli|augustus|\w+ber)))\b|\s[-–]\s"
)
# With whom the debate was held is no part of its topic: " met de vaste commissie voor Justitie over …",
# "… met uw Kamer".
_WITH = re.compile(
    r"^\smet\s[^,\n]{3,80}?(?=\s(?:over|inzake|betreffende)\s)"
    r"|\smet\s(?:uw|de|mijn)\s(?:(?:Tweede |Eerste )?Kamer|(?:vaste )?(?:Kamer)?commissie)(?:\svoor\s[^,\n]{3,60})?$"
)
_LEADING = re.compile(
    r"^[\s-]*(?:over|inzake|betreffende|met betrekking tot|van(?=\s(?:de|het)\s))?\s*(?:(?:de|het|een)\s)?"
)
# By whom, with whom or where is no topic: "technische briefing door de NCTV op 3 mei".
_NO_TOPIC = re.compile(
    r"(?:door|met|in de (?:Eerste|Tweede) Kamer|(?:in)?plannen|houden|voeren|verplaatsen|agenderen)\b"
)
# "het debat over drones kan plaatsvinden op 3 mei": a verb and what follows is no topic.
_VERB = re.compile(
    r"\s(?:kan|kunnen|zal|zullen|moet|vindt|vond|staat|stond|komt|plaatsvindt|plaatsvond)\b.*$", re.DOTALL
)
# "schriftelijk overleg informele JBZ-Raad": an adjective before the name of what is dealt with.
_ADJECTIVE = re.compile(r"(?:in)?formele\s[A-ZÀ-Ž]")
_BY_WHOM = re.compile(r"\svan\s(?:het\slid|de\s(?:NCTV|AIVD|MIVD))\b")


def topic_of(words: str) -> str:
    """The topic among the words before a day; empty where they tell with whom, by whom or what was done."""
    topic = _VERB.sub("", _LEADING.sub("", _WITH.sub("", words))).strip(" ,")
    return "" if _NO_TOPIC.match(topic) or _BY_WHOM.match(words) else topic


class Topic(NamedTuple):
    """The words of a topic and where they end."""

    words: str
    end: int


def topic_alone(text: str, end: int, *, told: bool) -> Topic | None:
    """The topic behind a kind, which `told` demands to stand behind "over"."""
    found = _TOPIC.match(text, end)
    if found is None:
        return None
    about = found.start("topic") > end + 1
    topic = found["topic"]
    if about and topic.startswith("met "):
        return None
    cut = _TOPIC_END.search(topic)
    topic = (topic[: cut.start()] if cut else topic).rstrip()
    if not topic or not (about or ((topic[0].isupper() or _ADJECTIVE.match(topic)) and not told)):
        return None
    return Topic(topic, found.start("topic") + len(topic))
