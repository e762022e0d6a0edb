"""Where Voorbeeldstad decides about community grants, and for whom. All of it is made up."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from waterpas.web.config.example.timeline import Moment, World
from waterpas.web.register.models import Item
from waterpas.web.scans.combinations import selectors as in_combinations
from waterpas.web.scans.combinations import services as combinations
from waterpas.web.scans.decision_points import services as points
from waterpas.web.scans.decision_points.models import DecisionPoint
from waterpas.web.scans.models import Scan

ITEM = "community-grants"
OFFICER = "medewerker subsidies"

# In the order of the work: what happens, who, about what, and then what limits it.
POINTS = (
    {
        "moment": "De aanvraag komt binnen en wordt nagekeken",
        "who": OFFICER,
        "about": "Of de aanvraag terug moet, omdat er papieren ontbreken.",
        "ground": "room",
        "rule": "artikel 5 van de regeling; wat “volledig” is, staat er niet bij",
        "reason": "yes",
        "second_look": "no",
        "sampled": "no",
        "told": "with-reason",
    },
    {
        "moment": "Een groep krijgt wel of geen telefoontje met uitleg",
        "who": OFFICER,
        "about": "Welke groep hulp krijgt om de aanvraag beter te maken.",
        "ground": "unknown",
        "reason": "no",
        "second_look": "unknown",
        "sampled": "no",
        "told": "unknown",
    },
    {
        "moment": "Het plan wordt gelezen",
        "who": OFFICER,
        "about": "Of het plan bij de buurt past.",
        "ground": "own",
        "reason": "no",
        "second_look": "no",
        "sampled": "no",
        "told": "without-reason",
    },
    {
        "moment": "Het bedrag wordt vastgesteld",
        "who": "teamleider subsidies",
        "about": "Hoeveel geld de groep krijgt.",
        "ground": "rule",
        "rule": "artikel 7: het hoogste bedrag per groep",
        "reason": "yes",
        "second_look": "yes",
        "sampled": "no",
        "told": "with-reason",
    },
    {
        "moment": "Er is controle nadat het plan is uitgevoerd",
        "who": "toezichthouder subsidies",
        "about": "Bij welke groepen iemand langsgaat.",
        "ground": "rule",
        "rule": "een aselecte trekking uit alle plannen",
        "reason": "yes",
        "second_look": "yes",
        "sampled": "yes",
        "how_often": "elk half jaar bekijkt de controller een paar controles",
        "told": "with-reason",
    },
)
STOPPED = {
    "moment": "De wijkmanager geeft een advies",
    "who": "wijkmanager",
    "about": "Of de groep bekend is in de buurt.",
    "ground": "own",
    "reason": "no",
    "second_look": "no",
    "sampled": "no",
    "told": "no",
}
LANGUAGE = {
    "kinds": ["other-language", "not-digital"],
    "own": "",
    "happens": "Het formulier is er alleen in het Nederlands en alleen op de computer. Groepen die "
    "allebei lastig vinden, vragen niets aan, ook niet als hun plan goed is.",
    "known": "asked",
    "known_how": "gesprek aan tafel in het buurthuis, met bewonersgroepen zonder subsidie",
    "changes": "Het buurthuis helpt bij het invullen. De aanvraag mag ook op papier.",
}
PARENTS = {
    "kinds": ["young", "single-parent", "irregular-work"],
    "own": "",
    "happens": "Lukt het hun om het plan overdag te komen uitleggen?",
    "known": "unknown",
    "known_how": "",
    "changes": "",
}
AFTERWARDS = {
    "happens": "Vier van deze groepen vroegen met hulp van het buurthuis geld aan. Een aanvraag op "
    "papier duurt nog twee weken langer.",
    "changes": "Een aanvraag op papier krijgt dezelfde termijn.",
}


def moments() -> Iterator[Moment]:
    """The map, one point that stopped, the combinations, and one of them looked at again."""
    yield Moment(111, partial(_map, by="beleid"))
    yield Moment(110, partial(_combine, by="beleid"))
    yield Moment(88, partial(_stop, by="beleid"))
    yield Moment(30, partial(_look_again, by="beleid"))


def _says(told: dict[str, str]) -> dict[str, str]:
    return {"rule": "", "how_often": ""} | told


def _map(world: World, at: datetime, *, by: str) -> None:
    item: Item = world.items[ITEM]
    for told in (*POINTS[:3], STOPPED, *POINTS[3:]):
        points.add_point(item=item, says=_says(told), by=world.people[by], now=at)


def _stop(world: World, at: datetime, *, by: str) -> None:
    there = DecisionPoint.objects.get(item=world.items[ITEM], moment=STOPPED["moment"])
    points.remove_point(point=there, by=world.people[by], now=at)


def _combine(world: World, at: datetime, *, by: str) -> None:
    scan = Scan.objects.get(item=world.items[ITEM])
    for says in (LANGUAGE, PARENTS):
        combinations.add_combination(scan=scan, says=says, by=world.people[by], now=at)


def _look_again(world: World, at: datetime, *, by: str) -> None:
    scan = Scan.objects.get(item=world.items[ITEM])
    there = next(one for one in in_combinations.in_scan(scan) if one.kinds == LANGUAGE["kinds"])
    says: dict[str, Any] = LANGUAGE | AFTERWARDS
    combinations.change_combination(
        combination=there, says=says, version=there.version, by=world.people[by], now=at
    )
