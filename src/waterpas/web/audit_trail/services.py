"""The log of who did what."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from django.db import models

from waterpas.web.audit_trail.models import Event
from waterpas.web.audit_trail.types import EventType


class Actor(Protocol):
    """Who does something: a person of the platform, or a command of the server."""

    @property
    def actor_code(self) -> str:
        """A code that stays readable when the person is gone; never a name."""
        ...


class Server:
    """The server itself: what happens without a person."""

    actor_code = "server"


SERVER = Server()


def record(
    event_type: EventType,
    *,
    subject: models.Model,
    by: Actor,
    at: datetime,
    fields: Iterable[str] = (),
) -> Event:
    """Write one line in the log. Call it inside the caller's transaction."""
    return Event.objects.create(
        type=event_type,
        subject=subject._meta.label,
        subject_id=str(subject.pk),
        fields=sorted(fields),
        actor=by.actor_code,
        at=at,
    )
