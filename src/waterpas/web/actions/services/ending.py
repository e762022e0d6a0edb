"""From planned to works or diluted, and back. Each is one transaction and one audit line."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from waterpas.web.actions import rules
from waterpas.web.actions.errors import (
    DayOutOfRange,
    IntroducedInFuture,
    NoEvidence,
    UnknownReference,
    WrongStatus,
)
from waterpas.web.actions.models import Action, Status
from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.references.urns import resolve


@transaction.atomic
def introduce_action(*, action: Action, introduced_on: date, by: Actor, now: datetime) -> Action:
    """An action is introduced since a day. That does not mean yet that it works."""
    if not rules.is_sane_day(introduced_on):
        raise DayOutOfRange("introduced_on")
    if introduced_on > timezone.localdate(now):
        raise IntroducedInFuture
    changes = {"status": Status.INTRODUCED, "introduced_on": introduced_on}
    return _move(
        action, [Status.PLANNED], changes, event=EventType.ACTION_INTRODUCED, by=by, now=now
    )


@transaction.atomic
def conclude_works(
    *, action: Action, effect: str, effect_urn: str = "", by: Actor, now: datetime
) -> Action:
    """An introduced action works, and this shows it."""
    return _conclude(
        action, Status.WORKS, effect, effect_urn, event=EventType.ACTION_WORKS, by=by, now=now
    )


@transaction.atomic
def conclude_diluted(
    *, action: Action, effect: str, effect_urn: str = "", by: Actor, now: datetime
) -> Action:
    """Too little is left of an introduced action; this is what happened to it."""
    return _conclude(
        action, Status.DILUTED, effect, effect_urn, event=EventType.ACTION_DILUTED, by=by, now=now
    )


@transaction.atomic
def reopen_action(*, action: Action, standing: str, by: Actor, now: datetime) -> Action:
    """One step back: from concluded to introduced, from introduced to planned.

    `standing` is the status that somebody saw; of two people at once, one goes back one step. What
    was written down as evidence stays, to be read and used again.
    """
    if standing == Status.PLANNED:
        raise WrongStatus(standing)
    back: dict[str, object] = {"status": Status.INTRODUCED, "concluded_at": None}
    if standing == Status.INTRODUCED:
        back |= {"status": Status.PLANNED, "introduced_on": None}
    changes = back | {"concluded_by": ""}
    return _move(action, [standing], changes, event=EventType.ACTION_REOPENED, by=by, now=now)


def _conclude(
    action: Action,
    status: Status,
    effect: str,
    effect_urn: str,
    *,
    event: EventType,
    by: Actor,
    now: datetime,
) -> Action:
    if not effect.strip():
        raise NoEvidence
    if effect_urn and resolve(effect_urn) is None:
        raise UnknownReference
    changes = {
        "status": status,
        "effect": effect.strip(),
        "effect_urn": effect_urn,
        "concluded_at": now,
        "concluded_by": by.actor_code,
    }
    return _move(action, [Status.INTRODUCED], changes, event=event, by=by, now=now)


def _move(
    action: Action,
    allowed: Collection[str],
    changes: Mapping[str, object],
    *,
    event: EventType,
    by: Actor,
    now: datetime,
) -> Action:
    """Change the status when it is still what it was; of two people at once, one succeeds."""
    standing = Action.objects.filter(pk=action.pk, status__in=allowed)
    if not standing.update(**changes):
        raise WrongStatus(Action.objects.values_list("status", flat=True).get(pk=action.pk))
    action.refresh_from_db(fields=list(changes))
    audit.record(event, subject=action, by=by, at=now, fields=changes)
    return action
