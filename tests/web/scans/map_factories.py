"""Maps and combinations for tests. Each is ready; a test takes away what it is about."""

from tests.web.scans.factories import policy, scan
from tests.web.world import NOON, person
from waterpas.web.register.models import Item
from waterpas.web.scans.combinations import services as combinations
from waterpas.web.scans.combinations.models import Combination
from waterpas.web.scans.decision_points import services as points
from waterpas.web.scans.decision_points.models import DecisionPoint
from waterpas.web.scans.models import Scan

POINT = {
    "moment": "De medewerker leest het plan",
    "who": "medewerker subsidies",
    "about": "Of het plan bij de buurt past.",
    "ground": "rule",
    "rule": "Artikel 5",
    "reason": "yes",
    "second_look": "yes",
    "sampled": "yes",
    "how_often": "elk kwartaal een paar",
    "told": "with-reason",
}
# Nothing limits what somebody thinks.
BARE = {
    "ground": "own",
    "rule": "",
    "reason": "no",
    "second_look": "no",
    "sampled": "no",
    "how_often": "",
    "told": "no",
}
UNKNOWN = dict.fromkeys(("ground", "reason", "second_look", "sampled", "told"), "unknown")
COMBINATION = {
    "kinds": ["woman", "young"],
    "own": "",
    "happens": "Zij krijgen minder vaak uitleg.",
    "known": "asked",
    "known_how": "gesprek aan tafel",
    "changes": "Iedereen krijgt dezelfde uitleg.",
}


def point(of: Item | None = None, **more) -> DecisionPoint:
    """A point at the end of the map of an item."""
    return points.add_point(item=of or policy(), says=POINT | more, by=person(), now=NOON)


def combination(of: Scan | None = None, **more) -> Combination:
    """A combination of characteristics in a scan."""
    return combinations.add_combination(
        scan=of or scan(), says=COMBINATION | more, by=person(), now=NOON
    )
