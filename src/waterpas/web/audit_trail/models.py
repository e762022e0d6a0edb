from django.db import models
from django.utils.translation import gettext_lazy as _

from waterpas.web.audit_trail.types import EventType


class Event(models.Model):
    """One thing that somebody did. Written once, never changed.

    No foreign keys: what happened must stay readable after its subject is gone. No texts of
    people either: only which fields changed.
    """

    class Privacy:
        personal = {"actor": "pseudonym"}
        plain = {"id", "type", "subject", "subject_id", "fields", "at"}

    type = models.TextField(_("soort"))
    subject = models.TextField(_("onderwerp"))
    subject_id = models.TextField(_("nummer van het onderwerp"))
    fields = models.JSONField(_("velden die veranderden"), default=list)
    actor = models.TextField(_("wie"))
    at = models.DateTimeField(_("wanneer"), db_index=True)

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.type} {self.subject} {self.subject_id}"

    @property
    def words(self) -> str:
        """What happened, in words."""
        return str(EventType(self.type).label) if self.type in EventType.values else self.type
