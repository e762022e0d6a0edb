"""What people do together at a scan: a session in a room, and remarks beside the answers.

The scan itself is in models.py, which brings these along for Django.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Session(models.Model):
    """One time that people sat together for a scan: when, how many, and which criteria. No names.

    `parked` holds the criteria that they put aside for later.
    """

    class Privacy:
        personal = {"begun_by": "pseudonym"}
        plain = {
            "id",
            "scan",
            "stage",
            "held_on",
            "number",
            "notes_by",
            "minutes",
            "criteria",
            "parked",
            "begun_at",
        }

    scan = models.ForeignKey(
        "scans.Scan",
        verbose_name=_("beleidstoets"),
        on_delete=models.CASCADE,
        related_name="sessions",
    )
    stage = models.TextField(_("keer"))
    held_on = models.DateField(_("dag"))
    number = models.PositiveIntegerField(_("aantal mensen"))
    notes_by = models.CharField(_("functie van wie opschrijft"), max_length=120)
    minutes = models.PositiveIntegerField(_("minuten per criterium"))
    criteria = models.JSONField(_("criteria"))
    parked = models.JSONField(_("geparkeerd"), default=list, blank=True)
    begun_at = models.DateTimeField(_("begonnen op"))
    begun_by = models.TextField(_("begonnen door"))

    class Meta:
        verbose_name = _("sessie")
        verbose_name_plural = _("sessies")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__gt=0, minutes__gt=0) & ~Q(notes_by=""),
                name="session_says_how_many_and_who_takes_notes",
            )
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%Y-%m-%d} {self.scan_id}"


class Comment(models.Model):
    """A remark of somebody at a criterion, answered or not; or a reply to one."""

    class Privacy:
        personal = {"placed_by": "pseudonym", "settled_by": "pseudonym"}
        plain = {
            "id",
            "scan",
            "stage",
            "criterion",
            "parent",
            "text",
            "version",
            "placed_at",
            "withdrawn_at",
            "settled_at",
            "settled_how",
        }

    scan = models.ForeignKey(
        "scans.Scan",
        verbose_name=_("beleidstoets"),
        on_delete=models.CASCADE,
        related_name="comments",
    )
    stage = models.TextField(_("keer"))
    criterion = models.TextField(_("criterium"))
    parent = models.ForeignKey(
        "self",
        verbose_name=_("reactie op"),
        on_delete=models.CASCADE,
        null=True,
        related_name="replies",
    )
    text = models.TextField(_("opmerking"))
    version = models.PositiveIntegerField(_("versie"), default=1)
    placed_at = models.DateTimeField(_("geplaatst op"))
    placed_by = models.TextField(_("geplaatst door"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True)
    settled_at = models.DateTimeField(_("afgehandeld op"), null=True)
    settled_by = models.TextField(_("afgehandeld door"), blank=True)
    settled_how = models.TextField(_("hoe afgehandeld"), blank=True)

    class Meta:
        verbose_name = _("opmerking bij een criterium")
        verbose_name_plural = _("opmerkingen bij criteria")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="comment_says_something"),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_how="")
                | Q(settled_at__isnull=False) & ~Q(settled_how=""),
                name="comment_is_settled_with_how",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion} {self.scan_id}"


class CommentVersion(models.Model):
    """What a remark said at one moment, and how it was dealt with then."""

    class Privacy:
        personal = {"saved_by": "pseudonym"}
        plain = {"id", "comment", "number", "text", "settled_how", "saved_at"}

    comment = models.ForeignKey(
        Comment, verbose_name=_("opmerking"), on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField(_("versie"))
    text = models.TextField(_("opmerking"))
    settled_how = models.TextField(_("hoe afgehandeld"), blank=True)
    saved_at = models.DateTimeField(_("bewaard op"))
    saved_by = models.TextField(_("bewaard door"))

    class Meta:
        verbose_name = _("versie van een opmerking")
        verbose_name_plural = _("versies van opmerkingen")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["comment", "number"], name="comment_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.comment_id} {self.number}"
