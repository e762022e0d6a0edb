"""Everything that changes the register. Each change is one transaction and one audit line."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.people.models import Organisation, Position
from waterpas.web.people.selectors import organisation
from waterpas.web.references.versions import ChangedMeanwhile, together
from waterpas.web.register import selectors
from waterpas.web.register.importing import Moved, write
from waterpas.web.register.listed import Listed
from waterpas.web.register.models import Item
from waterpas.web.register.plan import Plan, plan_of
from waterpas.web.register.rules import folded
from waterpas.web.register.starters import Starter, by_id, named

FIELDS = (
    "title",
    "description",
    "kind",
    "role",
    "owner",
    "delivery",
    "carried_out_by",
    "last_examined",
)


class UnknownStarter(Exception):
    """An id is not in the starter list."""


class AlreadyRetired(Exception):
    """Somebody took the item out of the register before."""


class NotRetired(Exception):
    """The item is in the register."""


class RegisterChanged(Exception):
    """What an import would change is no longer what was shown; `plan` is what it is now."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("the register changed after the preview")
        self.plan = plan


@transaction.atomic
def add_item(
    *,
    title: str,
    kind: str,
    role: str,
    description: str = "",
    owner: Position | None = None,
    delivery: str = "",
    carried_out_by: str = "",
    last_examined: date | None = None,
    by: Actor,
    now: datetime,
) -> Item:
    """Add one item. One with the name of a usual item takes its place in the starter list."""
    usual = named(title)
    taken = usual and Item.objects.filter(starter=usual.id).exists()
    item = Item.objects.create(
        title=title,
        kind=kind,
        role=role,
        description=description,
        owner=owner,
        delivery=delivery,
        carried_out_by=carried_out_by,
        last_examined=last_examined,
        starter=usual.id if usual and not taken else "",
        added_at=now,
        added_by=by.actor_code,
    )
    audit.record(EventType.ITEM_ADDED, subject=item, by=by, at=now)
    return item


@transaction.atomic
def change_item(
    *,
    item: Item,
    version: int,
    title: str,
    kind: str,
    role: str,
    description: str,
    owner: Position | None,
    delivery: str,
    carried_out_by: str,
    last_examined: date | None,
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
) -> Item:
    """Change one item; `version` and `started` are what was on the screen.

    Nothing is written when nothing differs. Raises ChangedMeanwhile when somebody else was first,
    and both changed a field.
    """
    wanted: dict[str, Any] = {
        "title": title,
        "kind": kind,
        "role": role,
        "description": description,
        "owner": owner,
        "delivery": delivery,
        "carried_out_by": carried_out_by,
        "last_examined": last_examined,
    }
    present = selectors.all_items().get(pk=item.pk)
    there = {name: getattr(present, name) for name in FIELDS}
    if present.version != version:
        wanted = together(wanted, now=there, started=started or {})
    differs = [name for name in FIELDS if there[name] != wanted[name]]
    if not differs:
        return present
    # The version in the question decides: of two people at once, one finds no row.
    found = Item.objects.filter(pk=item.pk, version=present.version)
    if not found.update(version=F("version") + 1, **wanted):
        present = selectors.all_items().get(pk=item.pk)
        raise ChangedMeanwhile({name: getattr(present, name) for name in differs})
    changed = selectors.all_items().get(pk=item.pk)
    audit.record(EventType.ITEM_CHANGED, subject=changed, by=by, at=now, fields=differs)
    return changed


@transaction.atomic
def tick_items(*, starters: Collection[str], by: Actor, now: datetime) -> list[Item]:
    """Add usual items of the starter list; what is in the register already stays as it is.

    One line in the log names all items that were added. Returns those items.
    """
    known = by_id()
    if unknown := set(starters) - known.keys():
        raise UnknownStarter(", ".join(sorted(unknown)))
    names = {folded(item.title) for item in selectors.items()}
    wanted = [known[each] for each in known if each in starters]
    made = [
        _tick(starter, by=by, now=now)
        for starter in wanted
        if folded(starter.title.nl) not in names
    ]
    added = [item for item, is_new in made if is_new]
    _record_many(EventType.ITEMS_TICKED, [str(item.pk) for item in added], by=by, now=now)
    return added


def _tick(starter: Starter, *, by: Actor, now: datetime) -> tuple[Item, bool]:
    return Item.objects.get_or_create(
        starter=starter.id,
        defaults={
            "title": starter.title.nl,
            "kind": starter.kind,
            "role": starter.role,
            "delivery": starter.delivery,
            "added_at": now,
            "added_by": by.actor_code,
        },
    )


@transaction.atomic
def import_items(
    *,
    listed: Listed,
    promised: str,
    new_owners: Collection[str],
    by: Actor,
    now: datetime,
) -> Plan:
    """Take over what a sheet says, exactly as the preview showed it.

    `promised` is the fingerprint of the plan that was shown; when the register has changed since,
    RegisterChanged is raised. Of the functions that do not exist yet, those in `new_owners` are
    made; the others own nothing. One line in the log names all items. Returns what was done.
    """
    plan = plan_of(listed)
    if plan.fingerprint != promised:
        raise RegisterChanged(plan)
    try:
        with transaction.atomic():
            fields = write(plan, new_owners=new_owners, by=by, now=now)
    except (Moved, IntegrityError) as error:
        raise RegisterChanged(plan_of(listed)) from error
    _record_many(EventType.ITEMS_IMPORTED, fields, by=by, now=now)
    return plan


def _record_many(event: EventType, fields: Collection[str], *, by: Actor, now: datetime) -> None:
    """One line about many items: its subject is the municipality, its fields name the items."""
    if fields:
        subject = organisation() or Organisation()
        audit.record(event, subject=subject, by=by, at=now, fields=fields)


@transaction.atomic
def retire_item(*, item: Item, reason: str, by: Actor, now: datetime) -> Item:
    """Take an item out of the register, with the reason. Nothing that points at it is lost."""
    found = Item.objects.filter(pk=item.pk, retired_at=None)
    if not found.update(
        retired_at=now,
        retired_by=by.actor_code,
        retired_reason=reason,
        version=F("version") + 1,
    ):
        raise AlreadyRetired
    item.refresh_from_db()
    audit.record(EventType.ITEM_RETIRED, subject=item, by=by, at=now)
    return item


@transaction.atomic
def take_back_item(*, item: Item, by: Actor, now: datetime) -> Item:
    """Put an item back in the register."""
    found = Item.objects.filter(pk=item.pk).exclude(retired_at=None)
    if not found.update(
        retired_at=None, retired_by="", retired_reason="", version=F("version") + 1
    ):
        raise NotRetired
    item.refresh_from_db()
    audit.record(EventType.ITEM_BACK, subject=item, by=by, at=now)
    return item
