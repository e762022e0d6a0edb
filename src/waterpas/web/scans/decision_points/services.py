"""Everything that changes a map. Each change is one transaction and one audit line."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.references.versions import together
from waterpas.web.register.models import Item
from waterpas.web.scans.decision_points.models import DecisionPoint, PointVersion
from waterpas.web.scans.decision_points.selectors import SAYS, says_now
from waterpas.web.scans.kept import What


class PointRemoved(Exception):
    """The point was taken off the map; put it back before you change it."""


class PointThere(Exception):
    """The point is on the map already."""


class MovedMeanwhile(Exception):
    """Somebody else changed the order after the page was opened."""


@transaction.atomic
def add_point(
    *,
    item: Item,
    says: Mapping[str, Any],
    after: int | None = None,
    by: Actor,
    now: datetime,
) -> DecisionPoint:
    """Put a point on the map, behind the place `after`; 0: in front, None: at the end."""
    item = _locked(item)
    order = _order(item)
    place = len(order) if after is None else min(after, len(order))
    point = DecisionPoint(item=item, place=place + 1, added_at=now, added_by=by.actor_code)
    _write(point, says)
    _keep(point, What.ADDED, by=by, now=now)
    _renumber([*order[:place], point, *order[place:]])
    audit.record(EventType.POINT_ADDED, subject=point, by=by, at=now)
    return point


@transaction.atomic
def change_point(
    *,
    point: DecisionPoint,
    says: Mapping[str, Any],
    version: int,
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
) -> DecisionPoint:
    """Change what a point says. `version` and `started` are what was on the screen.

    Raises ChangedMeanwhile when somebody else was first, and both changed a field.
    """
    point = _on_the_map(point)
    there, new = says_now(point), {name: says[name] for name in SAYS}
    if point.version != version:
        new = together(new, now=there, started=started or {})
    differing = [name for name in SAYS if new[name] != there[name]]
    if differing:
        _write(point, new)
        _keep(point, What.CHANGED, by=by, now=now)
        audit.record(EventType.POINT_CHANGED, subject=point, by=by, at=now, fields=differing)
    return point


@transaction.atomic
def move_point(
    *, point: DecisionPoint, up: bool, place: int, by: Actor, now: datetime
) -> DecisionPoint:
    """Swap a point with its neighbour. `place` is where it stood on the screen."""
    point = _on_the_map(point)
    order = _order(point.item)
    at = order.index(point)
    other = at - 1 if up else at + 1
    if point.place != place or not 0 <= other < len(order):
        raise MovedMeanwhile
    order[at], order[other] = order[other], point
    point.place = other + 1
    _keep(point, What.MOVED, by=by, now=now)
    _renumber(order)
    audit.record(EventType.POINT_MOVED, subject=point, by=by, at=now, fields=["place"])
    return point


@transaction.atomic
def remove_point(*, point: DecisionPoint, by: Actor, now: datetime) -> DecisionPoint:
    """Take a point off the map. It stays readable, and can be put back."""
    point = _on_the_map(point)
    point.removed_at, point.removed_by = now, by.actor_code
    _keep(point, What.REMOVED, by=by, now=now)
    _renumber(_order(point.item))
    audit.record(EventType.POINT_REMOVED, subject=point, by=by, at=now)
    return point


@transaction.atomic
def put_back_point(*, point: DecisionPoint, by: Actor, now: datetime) -> DecisionPoint:
    """Put a point back where it stood, or at the end when the map is shorter now."""
    item = _locked(point.item)
    point = DecisionPoint.objects.get(pk=point.pk)
    if point.removed_at is None:
        raise PointThere
    order = _order(item)
    place = min(point.place - 1, len(order))
    point.removed_at, point.removed_by, point.place = None, "", place + 1
    _keep(point, What.BACK, by=by, now=now)
    _renumber([*order[:place], point, *order[place:]])
    audit.record(EventType.POINT_BACK, subject=point, by=by, at=now)
    return point


def _locked(item: Item) -> Item:
    """The item, so that two people who change one map wait for each other."""
    return Item.objects.select_for_update().get(pk=item.pk)


def _on_the_map(point: DecisionPoint) -> DecisionPoint:
    _locked(point.item)
    point = DecisionPoint.objects.select_related("item").get(pk=point.pk)
    if point.removed_at:
        raise PointRemoved
    return point


def _order(item: Item) -> list[DecisionPoint]:
    return list(DecisionPoint.objects.filter(item=item, removed_at=None))


def _renumber(order: list[DecisionPoint]) -> None:
    for place, point in enumerate(order, start=1):
        DecisionPoint.objects.filter(pk=point.pk).update(place=place)
        point.place = place


def _write(point: DecisionPoint, says: Mapping[str, Any]) -> None:
    for name in SAYS:
        setattr(point, name, says[name])


def _keep(point: DecisionPoint, what: What, *, by: Actor, now: datetime) -> None:
    """Store the point, and what it says now as its next version."""
    point.version += 1
    point.save()
    PointVersion.objects.create(
        point=point,
        number=point.version,
        what=what,
        says=says_now(point) | {"place": point.place},
        saved_at=now,
        saved_by=by.actor_code,
    )
