"""What fills the open places of a form: names, numbers, days and words, drawn by a seed and agreeing with each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Final

MONTHS: Final = "januari februari maart april mei juni juli augustus september oktober november december".split()
_SURNAMES: Final = (
    "Aalbersma|Van Buuren|De Wringer|Çelikkaya|Van der Haspel|Öztemir-Vos|Kuipers|Ten Holter|El Mansouri|Brugginkhof|"
    "Van 't Zandt|Jansen Schoonveld|Oosterlaken|Şahinoğlu|Rietdijk|Van den Boomgaard|D'Angremond|Meulenkamp-Postma|"
    "Hiddemaat|Ünal|Van Wielinga|Ter Steege|Nijhofman|Bolkestra|Wassenberghe|De Graauw|Lamrani|Van Eeghenstein"
).split("|")
_PARTIES: Final = "VVD|D66|CDA|PvdA|GroenLinks|SP|ChristenUnie|SGP|PVV|Volt|JA21|BBB|DENK|GroenLinks-PvdA".split("|")
_TOPICS: Final = (
    "online radicalisering|weerbare scholen|de inzet van jongerenwerkers|het delen van gegevens|"
    "de nazorg na detentie|gewelddadig extremisme in gevangenissen|de veiligheid van bruggen|"
    "terugkerende minderjarigen|het toezicht op stichtingen|buitenlandse financiering"
).split("|")
_BODIES: Final = "NCTV|AIVD|WODC|IND|VNG|Nationale ombudsman|Europol".split("|")
_REGISTERED: Final = frozenset(
    map(
        int,
        "30821 31324 31477 32623 34359 34588 34746 34775 34808 34861 35125 35245 35917 35958 36138 36225 36228 36377"
        " 36460 36526 36651".split(),
    )
)
"""Dossiers of the register, in which a number drawn at random would be doubted."""
_CHAPTERS: Final = "V VI VII VIII X XV XVI".split()


def slots(random: Random, day: date) -> Mapping[str, str]:
    """The fillings for one use of a form in a paper of this day; names that start with a capital hold marks."""
    return {**_people(random), **_days(random, day), **_papers(random, day), **_numbers(random, day), **_words(random)}


def written(day: date) -> str:
    """6 juli 2022."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def session(day: date) -> tuple[int, int]:
    """The parliamentary year of a day: it starts in September."""
    first = day.year if day.month >= 9 else day.year - 1
    return first, first + 1


def _people(random: Random) -> dict[str, str]:
    names, parties = random.sample(_SURNAMES, 4), random.sample(_PARTIES, 3)
    found: dict[str, str] = {}
    for number, (name, party) in enumerate(zip(names, parties, strict=False), 1):
        member = f"[P {name};{party}|{name}] ([O? {party}|{party}])"
        found |= {f"p{number}": name, f"P{number}": f"[P {name}|{name}]"}
        found |= {f"MP{number}": member, f"MPs{number}": member}
        found |= {f"pi{number}": f"{random.choice('ABDHJKMP')}.{random.choice('AEJM')}. {name}", f"pn{number}": name}
    return found | {
        "P3n": names[2],
        "signer": names[3],
        "signs": random.choice((f"D. {names[3]}", f"D.E.M. {names[3]}", names[3])),
    }


def _days(random: Random, day: date) -> dict[str, str]:
    found: dict[str, str] = {}
    for number in (1, 2, 3):
        past, month = day - timedelta(random.randint(40, 1400)), day - timedelta(random.randint(60, 1200))
        found |= {f"D{number}": f"[D {past}|{written(past)}]", f"d{number}i": str(past)}
        found[f"Dm{number}"] = f"[D {month.year}-{month.month:02}|{MONTHS[month.month - 1]} {month.year}]"
    ahead, month = day + timedelta(random.randint(50, 400)), day + timedelta(random.randint(70, 400))
    last = day - timedelta(random.randint(3, 150))
    numeric = day - timedelta(random.randint(5, 300))
    found |= {
        "D0": f"[D {day}|{written(day)}]",
        "D2n": f"[D {ahead}|{written(ahead)}]",
        "Dm2n": f"[D {month.year}-{month.month:02}|{MONTHS[month.month - 1]} {month.year}]",
        "Djl": f"[D {last}|{last.day} {MONTHS[last.month - 1]} {random.choice(('jl.', 'jongstleden'))}]",
        "Dnum": f"[D {numeric}|{numeric:%d-%m-%Y}]",
        "Dz": f"[D {ahead}|{written(ahead)}]",
        "Dvz": _before_summer(random, day),
        "Dnj": _later(random, day.year, day.month),
    }
    return found | {
        "y0": str(day.year), "yp1": str(day.year - 1), "yp3": str(day.year - 3), "yn1": str(day.year + 1),
        "ye": f"{day.year - 1}-10/{day.year - 1}-12 {day.year - 1}-12",
    }  # fmt: skip


def _before_summer(random: Random, day: date) -> str:
    year = day.year if day.month < 6 else day.year + 1
    words = random.choice(("voor de zomer", "vóór de zomer", f"voor de zomer van {year}"))
    return f"[D {year}-06~ {year}-22|{words}]"


def _later(random: Random, year: int, month: int) -> str:
    """Some time after the paper, in the words of ministers."""
    after = year + 1
    forms = [
        f"in [D {after}-21 {after}-03/{after}-05|het voorjaar van {after}]",
        f"[D {after}-01/{after}-03 {after}-01|begin {after}]",
        f"in [D {after}-35 {after}-07/{after}-09|het derde kwartaal van {after}]",
        f"in [D {after}-33 {after}-01/{after}-03|Q1 {after}]",
        f"in [D {after}-07/{after}-12|de tweede helft van {after}]",
        f"[D {year}-10/{year}-12 {year}-12|eind {year}]",
        f"in [D {after}-04|april {after}]",
    ]
    if month < 9:
        autumn = f"[D {year}-23 {year}-09/{year}-11|dit najaar]"
        forms += [autumn, f"in [D {year}-23 {year}-09/{year}-11|het najaar van dit jaar]"]
    return random.choice(forms)


def _papers(random: Random, day: date) -> dict[str, str]:
    first, second = random.sample([n for n in range(30000, 36999) if n % 1000 and n not in _REGISTERED], 2)
    number, other = sorted(random.sample(range(5, 600), 2))
    letters = random.sample("ABCDEFGHKLMNPQRST", 2)
    chapter, sub = random.choice(_CHAPTERS), random.randint(2, 160)
    later = random.randint(3, 500)
    start, end = session(day)
    budget = random.randint(33, 36) * 1000 + random.choice((200, 300, 400, 600, 800))
    return {
        **{"s1": _spaced(first), "t1": str(first), "n1": str(number), "n1b": str(other), "c1": letters[0]},
        **{"s2": _spaced(second), "t2": str(second), "n2": str(later), "c2": letters[1]},
        **{"sb": _spaced(budget), "cb": chapter, "nb": str(sub), "kb": f"kst-{budget}-{chapter}-{sub}"},
        **{"k1": f"kst-{first}-{number}", "k1b": f"kst-{first}-{other}", "kek": f"kst-{first}-{letters[0]}"},
        **{"k2": f"kst-{second}-{letters[1]}", "k2n": f"kst-{second}-{later}", "kr": f"kst-21501-02-{number}"},
        **{"v1": f"{start}/{end % 100:02}", "vl1": f"{start}–{end}", "sj": f"{start}{end}"},
    }


def _spaced(dossier: int) -> str:
    return f"{dossier // 1000} {dossier % 1000:03}"


def _numbers(random: Random, day: date) -> dict[str, str]:
    start, end = session(day)
    meeting, item, question = random.randint(2, 110), random.randint(2, 40), random.randint(10, 4100)
    year, number, notice, third = (
        day.year - 1,
        random.randint(2, 600),
        random.randint(900, 69000),
        random.randint(2, 600),
    )
    courts = random.sample(("RBDHA", "RBROT", "RBAMS", "GHDHA", "GHAMS", "CRVB"), 2)
    ends = [random.randint(10, 19999) for _ in range(4)]
    return {
        **{"hn": str(meeting), "hi": str(item), "hib": str(item + 2), "an": str(question)},
        **{"h1": f"h-tk-{start}{end}-{meeting}-{item}", "h1b": f"h-tk-{start}{end}-{meeting}-{item + 2}"},
        **{"he": f"h-ek-{start}{end}-{meeting}-{item}", "ah": f"ah-tk-{start}{end}-{question}"},
        **{"sy": str(year), "sn": str(number), "sn2": str(notice), "sn3": str(third)},
        **{"stb": f"stb-{year}-{number}", "stb2": f"stb-{year}-{third}", "stcrt": f"stcrt-{year}-{notice}"},
        **{"trb": f"trb-{year}-{number}", "ec1": f"ECLI:NL:{random.choice(('HR', 'RVS'))}:{year}:{ends[0]}"},
        **{"ec2": f"ECLI:NL:{courts[0]}:{year}:{ends[1]}", "ec3": f"ECLI:NL:{courts[1]}:{year}:{ends[2]}"},
        "eceu": f"ECLI:EU:C:{year}:{ends[3] % 1000 + 1}",
    }


def _words(random: Random) -> dict[str, str]:
    return {
        "topic1": random.choice(_TOPICS),
        "org1": random.choice(_BODIES),
        "Xname": random.choice(("Sterke Wijken", "Veilig Samenleven", "Weerbare Jeugd")),
    }
