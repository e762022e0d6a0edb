from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waterpas.web.findings.models import Finding
from waterpas.web.people.models import Position
from waterpas.web.register.models import Item


class Money(models.TextChoices):
    """What was decided about the money."""

    NOT_ASKED = "not-asked", _("nog niet gevraagd")
    ASKED = "asked", _("gevraagd")
    PROMISED = "promised", _("toegezegd")
    REFUSED = "refused", _("geweigerd")
    NOT_NEEDED = "not-needed", _("niet nodig")


class Status(models.TextChoices):
    """An action ends in 'works' (with evidence) or 'diluted'; never in 'done'."""

    PLANNED = "planned", _("gepland")
    INTRODUCED = "introduced", _("ingevoerd")
    WORKS = "works", _("werkt")
    DILUTED = "diluted", _("afgezwakt")


def _position(words: Any, name: str) -> "models.ForeignKey[Position | None, Position | None]":
    return models.ForeignKey(
        Position,
        verbose_name=words,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name=name,
    )


class Action(models.Model):
    """What changes, by whom, with which means, and whether it works.

    Without a finding it is preventive: it starts from `points`, ids of criteria and patterns.
    """

    class Privacy:
        personal = {"added_by": "pseudonym", "concluded_by": "pseudonym"}
        plain = {
            "id",
            "title",
            "change",
            "findings",
            "points",
            "item",
            "handbook_change",
            "owner",
            "reviewer",
            "accountable",
            "fte",
            "euro_once",
            "euro_yearly",
            "money",
            "due",
            "status",
            "introduced_on",
            "effect",
            "effect_urn",
            "concluded_at",
            "version",
            "added_at",
        }

    title = models.CharField(_("maatregel"), max_length=200)
    change = models.TextField(_("wat er verandert"), blank=True)
    findings = models.ManyToManyField(
        Finding, verbose_name=_("bevindingen"), related_name="actions", blank=True
    )
    points = models.JSONField(_("criteria en patronen"), default=list)
    item = models.ForeignKey(
        Item,
        verbose_name=_("onderwerp"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
    )
    handbook_change = models.TextField(_("overgenomen uit de handreiking"), blank=True)
    owner = _position(_("eigenaar"), "owned_actions")
    reviewer = _position(_("wie meekijkt"), "reviewed_actions")
    accountable = _position(_("wie verantwoording aflegt"), "accountable_actions")
    fte = models.DecimalField(_("fte"), max_digits=6, decimal_places=2, null=True, blank=True)
    euro_once = models.PositiveIntegerField(_("euro, eenmalig"), null=True, blank=True)
    euro_yearly = models.PositiveIntegerField(_("euro, elk jaar"), null=True, blank=True)
    money = models.TextField(_("stand van het geld"), choices=Money, default=Money.NOT_ASKED)
    due = models.DateField(_("ingevoerd voor"), null=True, blank=True)
    status = models.TextField(_("stand"), choices=Status, default=Status.PLANNED)
    introduced_on = models.DateField(_("ingevoerd op"), null=True, blank=True)
    effect = models.TextField(_("waaruit dat blijkt"), blank=True)
    effect_urn = models.TextField(_("verwijzing naar het bewijs"), blank=True)
    concluded_at = models.DateTimeField(_("vastgesteld op"), null=True)
    concluded_by = models.TextField(_("vastgesteld door"), blank=True)
    version = models.PositiveIntegerField(_("versie"), default=1)
    added_at = models.DateTimeField(_("toegevoegd op"))
    added_by = models.TextField(_("toegevoegd door"))

    class Meta:
        verbose_name = _("maatregel")
        verbose_name_plural = _("maatregelen")
        ordering = ["due", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=Status.PLANNED, introduced_on=None)
                | ~Q(status=Status.PLANNED) & Q(introduced_on__isnull=False),
                name="action_introduced_has_a_date",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Status.WORKS, Status.DILUTED])
                | ~Q(effect="") & ~Q(concluded_by="") & Q(concluded_at__isnull=False),
                name="action_ends_with_evidence",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_just_taken_over(self) -> bool:
        """Whether it stands as the handbook offered it: nobody filled anything in since."""
        is_new = self.version == 1 and self.status == Status.PLANNED
        return is_new and bool(self.handbook_change)
