"""Writing down a plan. Called by the service, inside its transaction."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db.models import F

from waterpas.web.audit_trail.services import Actor
from waterpas.web.people.models import Position
from waterpas.web.register import selectors
from waterpas.web.register.models import Item
from waterpas.web.register.plan import Line, Plan
from waterpas.web.register.rules import folded


class Moved(Exception):
    """An item changed between looking and writing."""


def write(plan: Plan, *, new_owners: Collection[str], by: Actor, now: datetime) -> list[str]:
    """Write a plan; returns what the log says: new items, changed fields, and new functions.

    Raises Moved when an item changed after the plan was made.
    """
    made = _make_owners(plan, {folded(title) for title in new_owners}, by=by, now=now)
    added = _add(plan, by=by, now=now)
    changed = [(line, _change(line, plan)) for line in plan.changed]
    plan.changed = [line for line, fields in changed if fields]
    return [
        *(f"{item.pk}" for item in added),
        *(field for _line, fields in changed for field in fields),
        *(f"position:{position.pk}" for position in made),
    ]


def _make_owners(
    plan: Plan, wanted: Collection[str], *, by: Actor, now: datetime
) -> list[Position]:
    """Make the functions that were ticked. They are part of this one import, and of its line."""
    made = [
        Position.objects.create(title=title, added_at=now, added_by=by.actor_code)
        for name, title in plan.new_owners.items()
        if name in wanted
    ]
    plan.owners.update({folded(position.title): position for position in made})
    return made


def _add(plan: Plan, *, by: Actor, now: datetime) -> list[Item]:
    taken = set(selectors.by_starter())
    return Item.objects.bulk_create(
        Item(
            title=line.entry.title,
            starter=line.starter.id if line.starter and line.starter.id not in taken else "",
            added_at=now,
            added_by=by.actor_code,
            **_values(line, plan),
        )
        for line in plan.new
    )


def _change(line: Line, plan: Plan) -> list[str]:
    """Change one item; nothing when its only change is an owner that was not made."""
    values = _values(line, plan)
    fields = [change.field for change in line.changes if change.field in values]
    if not fields or line.item is None:
        return []
    wanted = {name: values[name] for name in fields}
    found = Item.objects.filter(pk=line.item.pk, version=line.item.version)
    if not found.update(version=F("version") + 1, **wanted):
        raise Moved
    return [f"{line.item.pk}.{name}" for name in fields]


def _values(line: Line, plan: Plan) -> dict[str, Any]:
    """The values of a row as the model keeps them; without an owner that does not exist."""
    values: dict[str, Any] = dict(line.entry.values)
    if "last_examined" in values:
        values["last_examined"] = date.fromisoformat(values["last_examined"])
    if owner := plan.owners.get(folded(values.pop("owner", ""))):
        values["owner"] = owner
    return values
