"""Everything that changes people. Each change is one transaction and one audit line."""

from collections.abc import Collection
from datetime import datetime
from secrets import token_urlsafe

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.people.invitations import digest_of, may_invite
from waterpas.web.people.models import Invitation, Organisation, Person, Position, RoleHeld
from waterpas.web.people.permissions import Permission
from waterpas.web.people.roles import EXCLUSIONS, TECHNICAL
from waterpas.web.people.rules import excluded


class RolesExclude(Exception):
    """One person cannot hold these roles together; `pairs` says which."""

    def __init__(self, pairs: list[frozenset[str]]) -> None:
        super().__init__(f"{pairs}")
        self.pairs = pairs


class RolesForOneself(Exception):
    """Nobody gives roles to oneself, but for a coordinator, who may everything already."""


class CoordinatorGivesRoles(Exception):
    """A role in the work is given and taken away by the coordinator alone; `roles` says which."""

    def __init__(self, roles: Collection[str]) -> None:
        super().__init__(", ".join(sorted(roles)))
        self.roles = roles


class MayNotInvite(Exception):
    """This person cannot be invited by who asks for it."""


class InvitationOver(Exception):
    """The invitation was used or replaced in the meantime."""


class LastCoordinator(Exception):
    """Without this person nobody could give roles any more."""


class AlreadyBegun(Exception):
    """There is a municipality already; beginning is done once."""


@transaction.atomic
def begin(
    *,
    name: str,
    size: str,
    coordinator_name: str,
    coordinator_email: str,
    password: str | None,
    example_beside: bool,
    now: datetime,
) -> Organisation:
    """Begin with a municipality and its first coordinator. Done once.

    Without a password the coordinator cannot log in with one (the example municipality).
    """
    if Organisation.objects.exists():
        raise AlreadyBegun
    person = Person(
        email=coordinator_email.strip().lower(),
        name=coordinator_name,
        added_at=now,
        added_by="server",
    )
    person.set_password(password)
    person.save()
    RoleHeld.objects.create(person=person, role="coordinator", given_at=now, given_by="server")
    organisation = Organisation.objects.create(
        name=name,
        size=size,
        example_beside=example_beside,
        started_at=now,
        started_by=person.actor_code,
    )
    audit.record(EventType.STARTED, subject=organisation, by=person, at=now)
    return organisation


@transaction.atomic
def change_organisation(
    *,
    organisation: Organisation,
    name: str,
    size: str,
    example_beside: bool,
    by: Actor,
    now: datetime,
) -> Organisation:
    """Change what the municipality said of itself at the beginning."""
    organisation.name, organisation.size = name, size
    organisation.example_beside = example_beside
    organisation.save()
    audit.record(EventType.ORGANISATION_CHANGED, subject=organisation, by=by, at=now)
    return organisation


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
def change_person(*, person: Person, name: str, email: str, by: Actor, now: datetime) -> Person:
    """Change how somebody is called and reached."""
    person.name, person.email = name, email.strip().lower()
    person.save(update_fields=["name", "email"])
    audit.record(EventType.PERSON_CHANGED, subject=person, by=by, at=now)
    return person


@transaction.atomic
def change_roles(*, person: Person, roles: Collection[str], by: Actor, now: datetime) -> Person:
    """Give somebody exactly these roles."""
    held = set(person.roles_held.values_list("role", flat=True))
    _refuse_excluded(roles)
    _refuse_for_oneself(person, roles, by=by)
    _refuse_without_coordinator(held ^ set(roles), by=by)
    if "coordinator" not in roles:
        _keep_a_coordinator(person)
    _set_roles(person, roles, by=by, now=now)
    audit.record(
        EventType.ROLES_CHANGED, subject=person, by=by, at=now, fields=_changes(held, set(roles))
    )
    return person


@transaction.atomic
def let_go(*, person: Person, by: Actor, now: datetime) -> Person:
    """Somebody leaves: log-in stops and functions become vacant; what was done stays."""
    _keep_a_coordinator(person)
    person.is_active = False
    person.save(update_fields=["is_active"])
    person.positions.update(holder=None)
    audit.record(EventType.PERSON_LEFT, subject=person, by=by, at=now)
    return person


@transaction.atomic
def take_back(*, person: Person, by: Actor, now: datetime) -> Person:
    """Somebody comes back: log-in works again."""
    person.is_active = True
    person.save(update_fields=["is_active"])
    audit.record(EventType.PERSON_BACK, subject=person, by=by, at=now)
    return person


@transaction.atomic
def invite(*, person: Person, by: Person, now: datetime) -> str:
    """Make the link with which this person chooses a password; returns its secret, kept nowhere.

    An earlier link, and a password that was there, stop working. Raises MayNotInvite.
    """
    if not may_invite(person, by=by):
        raise MayNotInvite
    return _new_link(person, by=by, now=now)


@transaction.atomic
def invite_from_server(*, person: Person, now: datetime) -> str:
    """The same, for who works at the server: the way back for the only coordinator."""
    return _new_link(person, by=audit.SERVER, now=now)


def _new_link(person: Person, *, by: Actor, now: datetime) -> str:
    secret = token_urlsafe(32)
    Invitation.objects.update_or_create(
        person=person,
        defaults={
            "digest": digest_of(secret),
            "made_at": now,
            "made_by": by.actor_code,
            "used_at": None,
        },
    )
    person.set_unusable_password()
    person.save(update_fields=["password"])
    audit.record(EventType.PERSON_INVITED, subject=person, by=by, at=now)
    return secret


@transaction.atomic
def accept_invitation(*, invitation: Invitation, password: str, now: datetime) -> Person:
    """Choose a password with an invitation. Raises InvitationOver when somebody was first."""
    found = Invitation.objects.filter(pk=invitation.pk, digest=invitation.digest, used_at=None)
    if not found.update(used_at=now):
        raise InvitationOver
    person = invitation.person
    person.set_password(password)
    person.save(update_fields=["password"])
    audit.record(EventType.PASSWORD_SET, subject=person, by=person, at=now)
    return person


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
    *, position: Position, title: str, holder: Person | None, by: Actor, now: datetime
) -> Position:
    """Change what a function is called, or who holds it."""
    position.title, position.holder = title, holder
    position.save(update_fields=["title", "holder"])
    audit.record(EventType.POSITION_CHANGED, subject=position, by=by, at=now)
    return position


def _refuse_excluded(roles: Collection[str]) -> None:
    if pairs := excluded(roles, exclusions=EXCLUSIONS):
        raise RolesExclude(pairs)


def _refuse_for_oneself(person: Person, roles: Collection[str], *, by: Actor) -> None:
    more = set(roles) - set(person.role_codes)
    if more and by.actor_code == person.actor_code and "coordinator" not in person.role_codes:
        raise RolesForOneself


def _refuse_without_coordinator(roles: Collection[str], *, by: Actor) -> None:
    in_the_work = set(roles) - TECHNICAL
    if in_the_work and isinstance(by, Person) and not by.may(Permission.ROLES_GIVE):
        raise CoordinatorGivesRoles(in_the_work)


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
