"""An invitation: a link with a secret that is shown once, works once, and says who made it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from hmac import compare_digest

from django.urls import reverse
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from waterpas.web.people.models import Invitation, Person
from waterpas.web.people.permissions import Permission
from waterpas.web.people.roles import TECHNICAL
from waterpas.web.people.selectors import names_of

LASTS = timedelta(days=7)


def digest_of(secret: str) -> str:
    """What is kept of a secret. It is long and random, so a plain hash is enough."""
    return sha256(secret.encode()).hexdigest()


def link_of(person: Person, secret: str) -> str:
    """The address of an invitation."""
    code = urlsafe_base64_encode(str(person.pk).encode())
    return reverse("people:welcome", args=[code, secret])


def invitation_of(code: str, secret: str, *, now: datetime) -> Invitation | None:
    """The invitation of an address; None when it is used, too old, replaced or never was there."""
    try:
        key = int(urlsafe_base64_decode(code))
    except ValueError:
        return None
    found = Invitation.objects.select_related("person").filter(
        person_id=key, person__is_active=True, used_at=None, made_at__gt=now - LASTS
    )
    invitation = found.first()
    known = invitation and compare_digest(invitation.digest, digest_of(secret))
    return invitation if known else None


def may_invite(person: Person, *, by: Person) -> bool:
    """Whether somebody may make a link with which a password of this person is chosen.

    Who gives no roles, only invites who can do nothing yet: no password, no role in the work.
    """
    if not person.is_active or person.pk == by.pk or not by.may(Permission.PEOPLE_CHANGE):
        return False
    is_new = not person.has_usable_password() and not set(person.role_codes) - TECHNICAL
    return by.may(Permission.ROLES_GIVE) or is_new


@dataclass(frozen=True, slots=True)
class Entrance:
    """How somebody got in: the invitation, the name of who made it, and whether it still works.

    `is_others`: a password was chosen with a link of somebody who gives no roles.
    """

    invitation: Invitation
    by: str
    is_over: bool
    is_others: bool


def entrance_of(person: Person, *, now: datetime) -> Entrance | None:
    """How somebody got in; None for who was never invited."""
    invitation = Invitation.objects.filter(person=person).first()
    if invitation is None:
        return None
    return Entrance(
        invitation,
        by=names_of([invitation.made_by]).get(invitation.made_by, invitation.made_by),
        is_over=invitation.used_at is None and invitation.made_at <= now - LASTS,
        is_others=invitation.used_at is not None and not _gives_roles(invitation.made_by),
    )


def _gives_roles(code: str) -> bool:
    key = code.removeprefix("person:")
    maker = Person.objects.filter(pk=key).first() if key.isdecimal() else None
    return maker is not None and maker.may(Permission.ROLES_GIVE)
