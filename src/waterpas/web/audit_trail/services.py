"""The log of who did what."""

from datetime import datetime

from django.db import models

from waterpas.web.audit_trail.models import Event


def record(event_type: Event.Type, *, subject: models.Model, by: str, at: datetime) -> Event:
    """Write one line in the log. Call it inside the caller's transaction."""
    return Event.objects.create(
        type=event_type,
        subject=subject._meta.label,
        subject_id=str(subject.pk),
        actor=by,
        at=at,
    )
