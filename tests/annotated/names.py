"""Other names of the laws that the forms cite, so that a value may be given by any of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LAWS: Final[Mapping[str, str]] = {
    "Sr": "Wetboek van Strafrecht",
    "Sv": "Wetboek van Strafvordering",
    "Awb": "Algemene wet bestuursrecht",
    "Twbmt": "Tijdelijke wet bestuurlijke maatregelen terrorismebestrijding",
    "RWN": "Rijkswet op het Nederlanderschap",
    "AVG": "Algemene verordening gegevensbescherming",
    "UAVG": "Uitvoeringswet Algemene verordening gegevensbescherming",
    "Wpg": "Wet politiegegevens",
    "EVRM": "Europees Verdrag tot bescherming van de rechten van de mens en de fundamentele vrijheden",
    "Wiv 2017": "Wet op de inlichtingen- en veiligheidsdiensten 2017",
    "DSA": "Digitaledienstenverordening",
    "IVRK": "Verdrag inzake de rechten van het kind",
    "Wwft": "Wet ter voorkoming van witwassen en financieren van terrorisme",
    "Wft": "Wet op het financieel toezicht",
}
"""The full name of each law that the forms give by its abbreviation."""
