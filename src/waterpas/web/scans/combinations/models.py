from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waterpas.web.scans.combinations.kinds import named
from waterpas.web.scans.combinations.rules import Known as K
from waterpas.web.scans.kept import What
from waterpas.web.scans.models import Scan, Stage
from waterpas.web.ui.languages import language_of_page


class Known(models.TextChoices):
    """How we know what happens for people."""

    SOURCE = K.SOURCE.value, _("het staat in een bron")
    ASKED = K.ASKED.value, _("wij vroegen het aan mensen die het raakt")
    UNKNOWN = K.UNKNOWN.value, _("dat weten we nog niet")


class Combination(models.Model):
    """Characteristics that come together, and what happens then in this policy.

    It is a kind of situation. No person is in it, and nobody is counted by it.
    """

    class Privacy:
        personal = {"added_by": "pseudonym", "removed_by": "pseudonym"}
        plain = {
            "id",
            "scan",
            "stage",
            "kinds",
            "own",
            "happens",
            "known",
            "known_how",
            "changes",
            "before",
            "carried",
            "version",
            "added_at",
            "removed_at",
        }

    scan = models.ForeignKey(
        Scan, verbose_name=_("beleidstoets"), on_delete=models.CASCADE, related_name="combinations"
    )
    stage = models.TextField(_("keer"), choices=Stage)
    kinds = models.JSONField(_("kenmerken"), default=list)
    own = models.CharField(_("eigen woorden"), max_length=120, blank=True)
    happens = models.TextField(_("wat er gebeurt"), blank=True)
    known = models.TextField(_("hoe we dat weten"), choices=Known)
    known_how = models.TextField(_("welke bron, of hoe gevraagd"), blank=True)
    changes = models.TextField(_("wat er verandert"), blank=True)
    before = models.ForeignKey(
        "self",
        verbose_name=_("combinatie van vooraf"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="afterwards",
    )
    carried = models.BooleanField(_("overgenomen van vooraf"), default=False)
    version = models.PositiveIntegerField(_("versie"), default=0)
    added_at = models.DateTimeField(_("toegevoegd op"))
    added_by = models.TextField(_("toegevoegd door"))
    removed_at = models.DateTimeField(_("weggehaald op"), null=True)
    removed_by = models.TextField(_("weggehaald door"), blank=True)

    class Meta:
        verbose_name = _("combinatie van kenmerken")
        verbose_name_plural = _("combinaties van kenmerken")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(known="unknown")
                | Q(known__in=["source", "asked"]) & ~Q(happens="") & ~Q(known_how=""),
                name="combination_says_what_happens_and_how_we_know",
            )
        ]

    def __str__(self) -> str:
        return named(self.kinds, self.own, language_of_page())


class CombinationVersion(models.Model):
    """What a combination said at one moment: nothing that was ever saved is lost."""

    class Privacy:
        personal = {"saved_by": "pseudonym"}
        plain = {"id", "combination", "number", "what", "says", "saved_at"}

    combination = models.ForeignKey(
        Combination,
        verbose_name=_("combinatie van kenmerken"),
        on_delete=models.CASCADE,
        related_name="versions",
    )
    number = models.PositiveIntegerField(_("versie"))
    what = models.TextField(_("wat er gebeurde"), choices=What)
    says = models.JSONField(_("inhoud"))
    saved_at = models.DateTimeField(_("bewaard op"))
    saved_by = models.TextField(_("bewaard door"))

    class Meta:
        verbose_name = _("versie van een combinatie")
        verbose_name_plural = _("versies van combinaties")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["combination", "number"], name="combination_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.combination_id} {self.number}"
