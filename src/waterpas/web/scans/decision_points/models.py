from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waterpas.web.register.models import Item
from waterpas.web.scans.decision_points.rules import Ground as G
from waterpas.web.scans.decision_points.rules import Told as T
from waterpas.web.scans.kept import What
from waterpas.web.scans.models import Knows


class Ground(models.TextChoices):
    """What somebody goes by."""

    RULE = G.RULE.value, _("een vaste regel")
    ROOM = G.ROOM.value, _("een regel die ruimte laat")
    OWN = G.OWN.value, _("eigen inschatting")
    UNKNOWN = G.UNKNOWN.value, _("dat weten we nog niet")


class Told(models.TextChoices):
    """What the person concerned hears."""

    REASON = T.REASON.value, _("ja, met de reden")
    BARE = T.BARE.value, _("ja, maar zonder de reden")
    NO = T.NO.value, _("nee")
    UNKNOWN = T.UNKNOWN.value, _("dat weten we nog niet")


class DecisionPoint(models.Model):
    """A point in the way of working at which somebody decides. It is about work, not about people.

    `place` is the place in the process among the points that were not removed.
    """

    class Privacy:
        personal = {"added_by": "pseudonym", "removed_by": "pseudonym"}
        plain = {
            "id",
            "item",
            "place",
            "moment",
            "who",
            "about",
            "ground",
            "rule",
            "reason",
            "second_look",
            "sampled",
            "how_often",
            "told",
            "version",
            "added_at",
            "removed_at",
        }

    item = models.ForeignKey(
        Item, verbose_name=_("onderwerp"), on_delete=models.PROTECT, related_name="decision_points"
    )
    place = models.PositiveIntegerField(_("plaats"))
    moment = models.CharField(_("wat er gebeurt"), max_length=200)
    who = models.CharField(_("welke functie beslist"), max_length=120)
    about = models.TextField(_("waarover"))
    ground = models.TextField(_("waarop die let"), choices=Ground)
    rule = models.TextField(_("welke regel"), blank=True)
    reason = models.TextField(_("reden opschrijven"), choices=Knows)
    second_look = models.TextField(_("iemand kijkt mee"), choices=Knows)
    sampled = models.TextField(_("steekproef achteraf"), choices=Knows)
    how_often = models.CharField(_("hoe vaak een steekproef"), max_length=200, blank=True)
    told = models.TextField(_("wie het raakt, hoort het"), choices=Told)
    version = models.PositiveIntegerField(_("versie"), default=0)
    added_at = models.DateTimeField(_("toegevoegd op"))
    added_by = models.TextField(_("toegevoegd door"))
    removed_at = models.DateTimeField(_("weggehaald op"), null=True)
    removed_by = models.TextField(_("weggehaald door"), blank=True)

    class Meta:
        verbose_name = _("beslispunt")
        verbose_name_plural = _("beslispunten")
        ordering = ["place", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(moment="") & ~Q(who="") & ~Q(about=""),
                name="decision_point_says_what_who_and_about",
            ),
            models.CheckConstraint(
                condition=Q(ground__in=["own", "unknown"], rule="")
                | Q(ground__in=["rule", "room"]) & ~Q(rule=""),
                name="decision_point_names_its_rule",
            ),
        ]

    def __str__(self) -> str:
        return self.moment


class PointVersion(models.Model):
    """What a point said at one moment: nothing that was ever saved is lost."""

    class Privacy:
        personal = {"saved_by": "pseudonym"}
        plain = {"id", "point", "number", "what", "says", "saved_at"}

    point = models.ForeignKey(
        DecisionPoint,
        verbose_name=_("beslispunt"),
        on_delete=models.CASCADE,
        related_name="versions",
    )
    number = models.PositiveIntegerField(_("versie"))
    what = models.TextField(_("wat er gebeurde"), choices=What)
    says = models.JSONField(_("inhoud"))
    saved_at = models.DateTimeField(_("bewaard op"))
    saved_by = models.TextField(_("bewaard door"))

    class Meta:
        verbose_name = _("versie van een beslispunt")
        verbose_name_plural = _("versies van beslispunten")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["point", "number"], name="decision_point_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.point_id} {self.number}"
