"""Functions, and who holds them."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.people.models import Person, Position
from waterpas.web.references.versions import rewritten


@transaction.atomic
def add_position(*, title: str, holder: Person | None, by: Actor, now: datetime) -> Position:
    """Add a function; perhaps nobody holds it yet."""
    position = Position.objects.create(
        title=title, holder=holder, added_at=now, added_by=by.actor_code
    )
    audit.record(EventType.POSITION_ADDED, subject=position, by=by, at=now)
    return position


@transaction.atomic
def change_position(
    *,
    position: Position,
    version: int,
    title: str,
    holder: Person | None,
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
) -> Position:
    """Change what a function is called, or who holds it; as with the municipality.

    Raises ChangedMeanwhile when somebody else was first, and both changed a field.
    """
    position = Position.objects.select_for_update().get(pk=position.pk)
    new = {"title": title, "holder": holder}
    differing = rewritten(position, new, version=version, started=started)
    if differing:
        audit.record(EventType.POSITION_CHANGED, subject=position, by=by, at=now, fields=differing)
    return position
