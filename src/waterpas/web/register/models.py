from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waterpas.web.people.models import Position


class Kind(models.TextChoices):
    """What can be examined."""

    POLICY = "policy", _("beleid")
    PROCESS = "process", _("proces")
    SERVICE = "service", _("dienst")
    RULE = "rule", _("regel")
    ALGORITHM = "algorithm", _("algoritme of risicoprofiel")
    CONTRACT = "contract", _("contract of subsidie")


class Role(models.TextChoices):
    """In which of its three roles the municipality does this."""

    EMPLOYER = "employer", _("werkgever")
    POLICY_MAKER = "policy-maker", _("beleidsmaker")
    SERVICE_PROVIDER = "service-provider", _("dienstverlener")


class Delivery(models.TextChoices):
    """Who carries it out; the handbook tells two forms of policy delivery apart."""

    OWN = "own", _("de gemeente doet het zelf")
    PAID_CHAIN = "paid-chain", _("de gemeente betaalt wie het uitvoert")
    UNPAID_PARTNERS = "unpaid-partners", _("partners die de gemeente niet betaalt")


class Item(models.Model):
    """Something the municipality does that can be examined."""

    class Privacy:
        personal = {"added_by": "pseudonym", "retired_by": "pseudonym"}
        plain = {
            "id",
            "title",
            "description",
            "kind",
            "role",
            "owner",
            "delivery",
            "carried_out_by",
            "last_examined",
            "starter",
            "version",
            "added_at",
            "retired_at",
            "retired_reason",
        }

    title = models.CharField(_("naam"), max_length=200)
    description = models.TextField(_("omschrijving"), blank=True)
    kind = models.TextField(_("soort"), choices=Kind)
    role = models.TextField(_("rol van de gemeente"), choices=Role)
    owner = models.ForeignKey(
        Position,
        verbose_name=_("eigenaar (functie)"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="items",
    )
    delivery = models.TextField(_("wie het uitvoert"), choices=Delivery, blank=True)
    carried_out_by = models.CharField(_("uitvoerder"), max_length=200, blank=True)
    last_examined = models.DateField(_("laatst onderzocht"), null=True, blank=True)
    starter = models.TextField(_("nummer in de startlijst"), blank=True)
    version = models.PositiveIntegerField(_("versie"), default=1)
    added_at = models.DateTimeField(_("toegevoegd op"))
    added_by = models.TextField(_("toegevoegd door"))
    retired_at = models.DateTimeField(_("uit het register op"), null=True)
    retired_by = models.TextField(_("uit het register door"), blank=True)
    retired_reason = models.TextField(_("waarom uit het register"), blank=True)

    class Meta:
        verbose_name = _("onderwerp")
        verbose_name_plural = _("onderwerpen")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["starter"], condition=~Q(starter=""), name="item_ticked_once"
            ),
            models.CheckConstraint(
                condition=Q(retired_at=None, retired_by="")
                | Q(retired_at__isnull=False) & ~Q(retired_by=""),
                name="item_retired_at_and_by_go_together",
            ),
        ]

    def __str__(self) -> str:
        return self.title
