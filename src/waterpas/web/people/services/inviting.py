"""The link with which somebody chooses a password."""

from datetime import datetime
from secrets import token_urlsafe

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.people.invitations import digest_of, may_invite
from waterpas.web.people.models import Invitation, Person
from waterpas.web.people.services.refusals import InvitationOver, MayNotInvite


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
