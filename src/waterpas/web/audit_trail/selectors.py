"""Questions about the log. Reads only."""

from django.db import models
from django.db.models import QuerySet

from waterpas.web.audit_trail.models import Event


def events_of(subject: models.Model) -> QuerySet[Event]:
    """What happened to one record, the last first."""
    return Event.objects.filter(subject=subject._meta.label, subject_id=str(subject.pk)).order_by(
        "-pk"
    )


def all_events() -> QuerySet[Event]:
    """Everything that happened, the last first."""
    return Event.objects.order_by("-pk")
