"""Questions about points of decision. Reads only."""

from typing import Any

from django.db.models import QuerySet

from waterpas.web.register.models import Item
from waterpas.web.scans.decision_points.models import DecisionPoint

SAYS = (
    *("moment", "who", "about", "ground", "rule"),
    *("reason", "second_look", "sampled", "how_often", "told"),
)


def points() -> QuerySet[DecisionPoint]:
    """All points with their item, in the order of the process."""
    return DecisionPoint.objects.select_related("item__owner__holder")


def on_the_map(item: Item | int) -> QuerySet[DecisionPoint]:
    """The points of one item, in the order of the process."""
    return points().filter(item=item, removed_at=None)


def removed(item: Item) -> QuerySet[DecisionPoint]:
    """The points that were taken off the map of one item, the last first."""
    return points().filter(item=item).exclude(removed_at=None).order_by("-removed_at")


def says_now(point: DecisionPoint) -> dict[str, Any]:
    """What a point says now, by field."""
    return {name: getattr(point, name) for name in SAYS}
