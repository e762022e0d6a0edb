from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """One thing that somebody did. Written once, never changed.

    No foreign keys: what happened must stay readable after its subject is gone.
    """

    class Type(models.TextChoices):
        STUDY_STORED = "study_stored", _("Onderzoek bewaard")
        STUDY_MEASURED = "study_measured", _("Onderzoek gemeten")

    class Privacy:
        personal = {"actor": "pseudonym"}
        plain = {"id", "type", "subject", "subject_id", "at"}

    type = models.TextField(_("soort"), choices=Type)
    subject = models.TextField(_("onderwerp"))
    subject_id = models.TextField(_("nummer van het onderwerp"))
    actor = models.TextField(_("wie"))
    at = models.DateTimeField(_("wanneer"))

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.type} {self.subject} {self.subject_id}"
