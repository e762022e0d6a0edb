"""The municipality itself."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.people.models import Organisation, Person, RoleHeld
from waterpas.web.people.services.refusals import AlreadyBegun
from waterpas.web.references.versions import rewritten


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
    version: int,
    name: str,
    size: str,
    example_beside: bool,
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
) -> Organisation:
    """Change what the municipality said of itself; `version` and `started` were on the screen.

    Raises ChangedMeanwhile when somebody else was first, and both changed a field. When nothing
    differs, nothing is written.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    new = {"name": name, "size": size, "example_beside": example_beside}
    differing = rewritten(organisation, new, version=version, started=started)
    if differing:
        audit.record(
            EventType.ORGANISATION_CHANGED, subject=organisation, by=by, at=now, fields=differing
        )
    return organisation
