"""Who is there, which roles they hold, and when they leave."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.people.models import Person, RoleHeld
from waterpas.web.people.permissions import Permission
from waterpas.web.people.roles import EXCLUSIONS, TECHNICAL
from waterpas.web.people.rules import both_kept, excluded
from waterpas.web.people.services.refusals import (
    CoordinatorGivesRoles,
    LastCoordinator,
    OfCoordinator,
    RolesExclude,
    RolesForOneself,
)
from waterpas.web.references.versions import rewritten


@transaction.atomic
def add_person(
    *, name: str, email: str, roles: Collection[str], by: Actor, now: datetime
) -> Person:
    """Add somebody with roles. Log-in works once that person has chosen a password."""
    _refuse_excluded(roles)
    _refuse_without_coordinator(roles, by=by)
    person = Person(name=name, email=email.strip().lower(), added_at=now, added_by=by.actor_code)
    person.set_unusable_password()
    person.save()
    _set_roles(person, roles, by=by, now=now)
    audit.record(
        EventType.PERSON_ADDED, subject=person, by=by, at=now, fields=_changes(set(), set(roles))
    )
    return person


@transaction.atomic
def change_person(
    *,
    person: Person,
    version: int,
    name: str,
    email: str,
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
) -> Person:
    """Change how somebody is called and reached; `version` and `started` were on the screen.

    Raises ChangedMeanwhile when somebody else was first, and both changed a field; OfCoordinator
    when the address of a coordinator would change by who gives no roles.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    new = {"name": name, "email": email.strip().lower()}
    if new["email"] != person.email:
        _refuse_of_coordinator(person, by=by)
    differing = rewritten(person, new, version=version, started=started)
    if differing:
        audit.record(EventType.PERSON_CHANGED, subject=person, by=by, at=now, fields=differing)
    return person


@transaction.atomic
def change_roles(
    *,
    person: Person,
    roles: Collection[str],
    started: Collection[str] | None = None,
    by: Actor,
    now: datetime,
) -> Person:
    """Give somebody exactly these roles. Without a difference nothing is written.

    `started` are the roles that were on the screen: what somebody else gave or took since then,
    stays given or taken.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    held = set(person.roles_held.values_list("role", flat=True))
    wanted = set(roles) if started is None else both_kept(held, wanted=roles, started=started)
    if wanted == held:
        return person
    _refuse_excluded(wanted)
    _refuse_for_oneself(person, wanted - held, by=by)
    _refuse_without_coordinator(held ^ wanted, by=by)
    if "coordinator" not in wanted:
        _keep_a_coordinator(person)
    _set_roles(person, wanted, by=by, now=now)
    changes = _changes(held, wanted)
    audit.record(EventType.ROLES_CHANGED, subject=person, by=by, at=now, fields=changes)
    return person


@transaction.atomic
def let_go(*, person: Person, by: Actor, now: datetime) -> Person:
    """Somebody leaves: log-in stops and functions become vacant; what was done stays.

    Raises LastCoordinator, and OfCoordinator when who gives no roles lets a coordinator go.
    """
    _refuse_of_coordinator(person, by=by)
    _keep_a_coordinator(person)
    person.is_active = False
    person.save(update_fields=["is_active"])
    person.positions.update(holder=None, version=F("version") + 1)
    audit.record(EventType.PERSON_LEFT, subject=person, by=by, at=now)
    return person


@transaction.atomic
def take_back(*, person: Person, by: Actor, now: datetime) -> Person:
    """Somebody comes back: log-in works again.

    Who gives no roles, gives none back: the roles in the work are then taken away.
    """
    held = set(person.roles_held.values_list("role", flat=True))
    kept = held if _gives_roles(by) else held & TECHNICAL
    person.is_active = True
    person.save(update_fields=["is_active"])
    _set_roles(person, kept, by=by, now=now)
    changes = _changes(held, kept)
    audit.record(EventType.PERSON_BACK, subject=person, by=by, at=now, fields=changes)
    return person


def _refuse_excluded(roles: Collection[str]) -> None:
    if pairs := excluded(roles, exclusions=EXCLUSIONS):
        raise RolesExclude(pairs)


def _refuse_for_oneself(person: Person, more: Collection[str], *, by: Actor) -> None:
    if more and by.actor_code == person.actor_code and "coordinator" not in person.role_codes:
        raise RolesForOneself


def _refuse_without_coordinator(roles: Collection[str], *, by: Actor) -> None:
    in_the_work = set(roles) - TECHNICAL
    if in_the_work and not _gives_roles(by):
        raise CoordinatorGivesRoles(in_the_work)


def _refuse_of_coordinator(person: Person, *, by: Actor) -> None:
    if person.is_coordinator and not _gives_roles(by):
        raise OfCoordinator


def _gives_roles(by: Actor) -> bool:
    """Whether who asks gives roles; a command of the server does."""
    return not isinstance(by, Person) or by.may(Permission.ROLES_GIVE)


def _changes(before: set[str], after: set[str]) -> list[str]:
    """Which roles came and went, for the log."""
    return [f"+{role}" for role in after - before] + [f"-{role}" for role in before - after]


def _keep_a_coordinator(person: Person) -> None:
    others = RoleHeld.objects.filter(role="coordinator", person__is_active=True)
    if not others.exclude(person=person).exists() and others.filter(person=person).exists():
        raise LastCoordinator


def _set_roles(person: Person, roles: Collection[str], *, by: Actor, now: datetime) -> None:
    person.roles_held.exclude(role__in=roles).delete()
    held = set(person.roles_held.values_list("role", flat=True))
    RoleHeld.objects.bulk_create(
        RoleHeld(person=person, role=role, given_at=now, given_by=by.actor_code)
        for role in roles
        if role not in held
    )
    person.__dict__.pop("role_codes", None)
