from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waterpas.web.register.models import Item


class Finding(models.Model):
    """Something that must be answered: by an action, or by a stated decision not to act.

    It needs no figure. `points` are ids of criteria and patterns of the handbook.
    """

    class Privacy:
        personal = {"added_by": "pseudonym", "decided_by": "pseudonym"}
        plain = {
            "id",
            "title",
            "explanation",
            "points",
            "for_whom",
            "item",
            "no_action_reason",
            "decided_at",
            "version",
            "added_at",
        }

    title = models.CharField(_("wat wij zagen"), max_length=200)
    explanation = models.TextField(_("uitleg"), blank=True)
    points = models.JSONField(_("criteria en patronen"), default=list)
    for_whom = models.TextField(_("voor wie"))
    item = models.ForeignKey(
        Item,
        verbose_name=_("onderwerp"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="findings",
    )
    no_action_reason = models.TextField(_("waarom er niets verandert"), blank=True)
    decided_at = models.DateTimeField(_("besloten op"), null=True)
    decided_by = models.TextField(_("besloten door"), blank=True)
    version = models.PositiveIntegerField(_("versie"), default=1)
    added_at = models.DateTimeField(_("toegevoegd op"))
    added_by = models.TextField(_("toegevoegd door"))

    class Meta:
        verbose_name = _("bevinding")
        verbose_name_plural = _("bevindingen")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by="", no_action_reason="")
                | Q(decided_at__isnull=False) & ~Q(decided_by="") & ~Q(no_action_reason=""),
                name="finding_decision_has_who_when_and_why",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(for_whom=""), name="finding_says_what_and_for_whom"
            ),
            models.CheckConstraint(condition=~Q(points=[]), name="finding_has_a_point"),
        ]

    def __str__(self) -> str:
        return self.title


class Evidence(models.Model):
    """What a finding rests on: a figure, a passage, a rule or a story."""

    class Kind(models.TextChoices):
        FIGURE = "figure", _("een cijfer")
        PASSAGE = "passage", _("een stuk tekst")
        RULE = "rule", _("een regel of werkwijze")
        STORY = "story", _("een verhaal of ervaring")

    class Privacy:
        personal = {"added_by": "pseudonym"}
        plain = {"id", "finding", "kind", "text", "source", "urn", "added_at"}

    finding = models.ForeignKey(
        Finding, verbose_name=_("bevinding"), on_delete=models.CASCADE, related_name="evidence"
    )
    kind = models.TextField(_("soort"), choices=Kind)
    text = models.TextField(_("wat het laat zien"))
    source = models.CharField(_("bron"), max_length=300, blank=True)
    urn = models.TextField(_("verwijzing"), blank=True)
    added_at = models.DateTimeField(_("toegevoegd op"))
    added_by = models.TextField(_("toegevoegd door"))

    class Meta:
        verbose_name = _("bewijs")
        verbose_name_plural = _("bewijs")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & Q(kind__in=["figure", "passage", "rule", "story"]),
                name="evidence_says_what_and_of_which_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class EarlierDecision(models.Model):
    """A decision not to act that was taken back: why it was taken stays readable."""

    class Privacy:
        personal = {"decided_by": "pseudonym", "reopened_by": "pseudonym"}
        plain = {"id", "finding", "no_action_reason", "decided_at", "reopened_at"}

    finding = models.ForeignKey(
        Finding,
        verbose_name=_("bevinding"),
        on_delete=models.CASCADE,
        related_name="earlier_decisions",
    )
    no_action_reason = models.TextField(_("waarom er niets verandert"))
    decided_at = models.DateTimeField(_("besloten op"))
    decided_by = models.TextField(_("besloten door"))
    reopened_at = models.DateTimeField(_("heropend op"))
    reopened_by = models.TextField(_("heropend door"))

    class Meta:
        verbose_name = _("eerder besluit")
        verbose_name_plural = _("eerdere besluiten")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.finding_id} {self.decided_at:%Y-%m-%d}"
