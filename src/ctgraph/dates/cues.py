"""What the words around a time tell: tense of the clause, "rond", "geboren"."""

from __future__ import annotations

import re
from typing import Literal

from ctgraph.dates.edtf import reading
from ctgraph.dates.lookback import LookBack
from ctgraph.dates.reading import TimeReading

Tense = Literal["past", "future", ""]

_REACH, _MEETING_REACH = 80, 120
# A stop, or a second statement with a time and a verb of its own: "is in januari gestart en in mei zal het".
_CLAUSE_ENDS = re.compile(
    r"[.:;!?,()]|\sen\s(?=(?:in|op|vanaf|per)\s(?:\S{1,20}\s){1,3}(?:zal|zullen|wordt|worden|volgt|is|was|werd|heeft)\s)"
)
_SENTENCE_ENDS = re.compile(r"[.:;!?()]")
_REMARK = 6
"""Words of a clause that holds no verb."""

_WORD = re.compile(r"[^\W\d_]+")

# Words of plan and verbs in the present: "zal op 1 juni", "volgt in mei", "U hoort dat half mei".
_FUTURE = frozenset(
    "zal zult zullen kom komt volgt volgen verwacht verwachte verwachten verwachting streef streeft streven gepland "
    "voorzien beoogd beoogde voornemen voornemens uiterlijk deadline wordt worden ontvangt krijg krijgt krijgen hoort "
    "verschuift verschuiven verschoven verplaatst uitgesteld ingepland presenteert presenteren levert oplevert "
    "gereed brengt rapporteert publiceert voorgehangen loopt "
    "stuur sturen zend zenden informeer informeren bericht berichten rapporteren doe "
    "informeert stuurt zendt biedt deelt komen staat staan start starten opent openen vangt stemt stemmen bespreekt "
    "bespreken vergadert vergaderen evalueert tegemoetzien tegemoet "
    "ligt liggen moet moeten wil willen toekomt toekomen verlengd "
    "treedt begint verschijnt eindigt ga gaat gaan plaatsvindt plaatsvinden".split()
)
# "was de verwachting dat dit voor 1 maart zou": these speak of the past whatever else stands there.
_SURELY_PAST = frozenset(
    "was waren werd werden had hadden zou zouden toen destijds zei zeiden vroeg vroegen stond stonden kwam kwamen ging "
    "gingen sprak spraken schreef schreven deed deden nam namen bleek bleken vond vonden viel vielen pleegde pleegden "
    "steeg stegen daalde daalden kreeg kregen gaf gaven liep liepen trad traden bracht brachten besloot begon begonnen "
    "bood boden diende dienden stelde stelden startte startten verscheen verschenen stuurde stuurden meldde meldden "
    "informeerde ontving ontvingen duurde duurden zegde zegden beloofde beloofden".split()
)
_WILL = frozenset("zal zult zullen wordt worden".split())
# "is op 1 juni gestart", "heb ik gezegd". Not "zijn", which is more often a possessive.
_PAST = frozenset("is heb heeft hebben".split())

# A preposition that a deadline hangs on: "vóór 1 juni", "rond 1 juni".
_DEADLINE = re.compile(
    r"\b(?:v[oó]{2}r|rond(?:om)?|omstreeks|tegen|uiterlijk)(?:\s{1,4}(?:op|in|de|het))?\s{1,4}$", re.IGNORECASE
)
# Words that look back: "de brief van 1 juni", "d.d. 7 maart", "sinds 1 mei", "de op 1 juni toegezegde brief";
# not "met ingang van 1 mei" or "van 1 mei tot 3 juni".
_LOOKS_BACK = re.compile(
    r"(?:\b(?:(?<!ingang )van|sinds|sedert"
    r"|(?:de|het|een|mijn|uw|onze)\s{1,4}(?:op|in))|\bd\.?d\.?)\s{1,4}$",
    re.IGNORECASE,
)

# Of a meeting the words around tell nothing: "het debat van 3 december" was held, or is to be held, whatever was said.
_OF_A_MEETING = re.compile(
    r"(?:week|debat|overleg|raad|vergadering|briefing|\bAO)(?:\s[^.;:()\n]{1,90})?\s(?:van\s{1,4}|\()$", re.IGNORECASE
)

# "Tijdens de Raad van 3 juni zal": what is said of a meeting to come. "De Raad is op 3 juni", "Een
# volgende ronde is in het voorjaar": an appointment.
_WILL_BE = re.compile(r"\s(?:zal|zullen)\s")
_IS_ON = re.compile(r"\b(?:is|zijn)\s(?:op|in)\s(?:het\s|de\s)?$")
# What was done: "die in juni zijn teruggehaald"; not "in juni is er".
_DONE = re.compile(
    r"\s(?:zijn|is)\s(?:\w+\s)?(?:\w{0,9}ge\w{2,16}|ver\w{2,16}|be\w{2,16}|ont\w{2,16})(?:d|t|en)\b", re.IGNORECASE
)

# "rond 1 juni", "ca. 2015", "omstreeks de zomer"; not "afgerond 2016".
_AROUND = LookBack(
    r"(?<!\w)(?:rond(?:om)?|omstreeks|circa|ca\.|ongeveer)\s{1,4}(?:(?:de|het)\s{1,4})?$",
    ("rond", "rondom", "omstreeks", "circa", "ca.", "ongeveer", "de", "het"),
)

# "geboren op 3 mei 1980", "geboren te Delft in 1980", "geb. 1980": days of birth are never read.
_BIRTH = re.compile(
    r"\bgeb(?:oren|\.|oorte(?:datum|jaar|dag)):?(?:\s{1,4}te\s[\w\-’' ]{2,30}?)?,?(?:\s{1,4}(?:op|in))?\s{1,4}$",
    re.IGNORECASE,
)


def before(text: str, position: int, reach: int = _REACH) -> str:
    """The text that ends at `position`, at most `reach` characters of it."""
    return text[max(0, position - reach) : position]


def tense(text: str, start: int, end: int) -> Tense:
    """Whether the clause around a time looks ahead or back; empty where nothing tells.

    >>> tense("Ik zal uw Kamer op 1 juni informeren", 19, 25)
    'future'
    """
    left = before(text, start)
    if left.rstrip().endswith(("van", "(")) and _OF_A_MEETING.search(before(text, start, _MEETING_REACH)):
        return "future" if _WILL_BE.match(text, end) else ""
    if _LOOKS_BACK.search(left[-20:]) and not text.startswith(" tot ", end):
        return "past"
    return _of_clause(left, text[end : end + _REACH])


def _of_clause(before_it: str, behind_it: str) -> Tense:
    """What the words of a clause tell; where it is but a remark between commas, those of its sentence."""
    left = _CLAUSE_ENDS.split(before_it)[-1]
    right = _CLAUSE_ENDS.split(behind_it, maxsplit=1)[0]
    words = frozenset(_WORD.findall(f"{left} {right}".lower()))
    if not words.isdisjoint(_SURELY_PAST):
        return "past"
    if not words.isdisjoint(_FUTURE):
        return "past" if _DONE.match(right) and words.isdisjoint(_WILL) else "future"
    past = not words.isdisjoint(_PAST)
    # "heb ik gezegd dit vóór 1 juni te doen" is a deadline, "is vóór 1 juni gedaan" is none.
    if (_DEADLINE.search(left) and ("te" in words or not past)) or (not right.strip() and _IS_ON.search(left)):
        return "future"
    if past or len(words) > _REMARK:
        return "past" if past else ""
    # "informeer ik u halfjaarlijks, voor het eerst in mei": told by the clause that it adds to.
    told = frozenset(_WORD.findall(_SENTENCE_ENDS.split(before_it)[-1].lower()))
    ahead, back = not told.isdisjoint(_FUTURE), not told.isdisjoint(_SURELY_PAST)
    return "" if ahead == back else "future" if ahead else "past"


def approximate(text: str, start: int, found: TimeReading) -> TimeReading:
    """The reading with `~` if the words before it say "rond"; intervals stay as they are."""
    if "/" in found.edtf or found.edtf.endswith("~") or not _AROUND.search(before(text, start, 16)):
        return found
    return reading(found.edtf + "~", found.relative)


def tells_birth(text: str, start: int) -> bool:
    """Whether the time that begins at `start` is somebody's birth."""
    left = before(text, start, 56)
    return "geb" in left.lower() and _BIRTH.search(left) is not None
