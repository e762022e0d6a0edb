from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Release(models.Model):
    """A result that a wider circle may see, exactly as it was released. Kept for ever.

    `people` are marks of the people the figures are about, made with the key of the server, and
    `columns` are what they were counted by: a second table over the same people and columns is not
    released, because two tables laid side by side can give away what each of them hides.
    """

    class Audience(models.TextChoices):
        COUNCIL = "council", _("de raad")
        PUBLIC = "public", _("iedereen")

    class Privacy:
        personal = {"released_by": "pseudonym", "withdrawn_by": "pseudonym"}
        plain = {
            "id",
            "subject",
            "audience",
            "people",
            "columns",
            "result",
            "minimum",
            "version",
            "released_at",
            "withdrawn_at",
            "withdrawn_because",
        }

    subject = models.TextField(_("waar het over gaat"))
    audience = models.TextField(_("voor wie"), choices=Audience)
    people = models.TextField(_("vingerafdruk van de mensen"))
    columns = models.JSONField(_("kolommen"), default=list)
    result = models.JSONField(_("resultaat"))
    minimum = models.PositiveSmallIntegerField(_("kleinste groep"))
    version = models.TextField(_("versie van Waterpas"))
    released_at = models.DateTimeField(_("vrijgegeven op"))
    released_by = models.TextField(_("vrijgegeven door"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True)
    withdrawn_by = models.TextField(_("ingetrokken door"), blank=True)
    withdrawn_because = models.TextField(_("waarom ingetrokken"), blank=True)

    class Meta:
        verbose_name = _("vrijgave")
        verbose_name_plural = _("vrijgaven")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by="", withdrawn_because="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by="") & ~Q(withdrawn_because=""),
                name="release_withdrawn_at_by_and_because_go_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.audience}"
