"""What is kept of a study: its plans, its counts (encrypted), and what each computation showed."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waterpas.explain.sources import source_name
from waterpas.web.ui.languages import language_of_page


class StudyTally(models.Model):
    """The counts of a study, encrypted: a count of few people is still about people.

    `people` marks the people in it (see `rules.people_of`). That mark, and those of the source and
    of the counts, are made with the key of the server: else every small count could be tried until
    a mark fits. `destroy_on` is empty only for counts that are public already.
    """

    class Privacy:
        personal = {
            "sealed": "erase",
            "stored_by": "pseudonym",
            "destroyed_by": "pseudonym",
        }
        plain = {
            *("id", "study", "columns", "source_name", "source_sha256", "people", "tally_sha256"),
            *("destroy_on", "destroyed_at", "stored_at"),
        }

    study = models.ForeignKey(
        "studies.Study",
        verbose_name=_("onderzoek"),
        on_delete=models.PROTECT,
        related_name="tallies",
    )
    sealed = models.BinaryField(_("telling, versleuteld"))
    columns = models.JSONField(_("kolommen"), default=list)
    source_name = models.TextField(_("naam van de bron"))
    source_sha256 = models.TextField(_("kenmerk van de bron, met de sleutel gemaakt"), blank=True)
    people = models.TextField(_("kenmerk van de mensen, met de sleutel gemaakt"))
    tally_sha256 = models.TextField(_("kenmerk van de telling, met de sleutel gemaakt"))
    destroy_on = models.DateField(_("vernietigen op"), null=True)
    destroyed_at = models.DateTimeField(_("vernietigd op"), null=True)
    destroyed_by = models.TextField(_("vernietigd door"), blank=True)
    stored_at = models.DateTimeField(_("bewaard op"))
    stored_by = models.TextField(_("bewaard door"))

    class Meta:
        verbose_name = _("telling")
        verbose_name_plural = _("tellingen")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(destroyed_at=None, destroyed_by="") & ~Q(sealed=b"")
                | Q(destroyed_at__isnull=False, sealed=b"") & ~Q(destroyed_by=""),
                name="tally_is_there_or_destroyed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.study_id} {self.source_name}"

    @property
    def source_called(self) -> str:
        """The name of the source in the language of the page."""
        return source_name(self.source_name, language_of_page())

    def is_due(self, today: date) -> bool:
        """Whether the day of its destruction has come."""
        return self.destroy_on is not None and self.destroy_on <= today


class Run(models.Model):
    """One computation of a study's result, on record: with what, and what it showed.

    `released` holds the result as readers inside may see it, per language: no small cells, so that
    it stays when the tally is destroyed. `beside` are the numbers of earlier results that could
    be about the same people while one of both hides a group; who decided that colleagues may see
    it all the same, and why, is in `opened_*`.
    """

    class Privacy:
        personal = {"computed_by": "pseudonym", "opened_by": "pseudonym"}
        plain = {
            *("id", "study", "tally", "computed_at", "family", "parameters", "version"),
            *("tally_sha256", "released", "beside", "opened_at", "opened_because"),
        }

    study = models.ForeignKey(
        "studies.Study", verbose_name=_("onderzoek"), on_delete=models.PROTECT, related_name="runs"
    )
    tally = models.ForeignKey(
        StudyTally, verbose_name=_("telling"), on_delete=models.PROTECT, related_name="runs"
    )
    computed_at = models.DateTimeField(_("berekend op"))
    computed_by = models.TextField(_("berekend door"))
    family = models.PositiveIntegerField(_("aantal vergelijkingen"))
    parameters = models.JSONField(_("instellingen"))
    version = models.TextField(_("versie van Waterpas"))
    tally_sha256 = models.TextField(_("kenmerk van de telling, met de sleutel gemaakt"))
    released = models.JSONField(_("resultaat voor lezers binnen de gemeente"))
    beside = models.JSONField(_("gaat misschien over dezelfde mensen als"), default=list)
    opened_at = models.DateTimeField(_("opengezet op"), null=True)
    opened_by = models.TextField(_("opengezet door"), blank=True)
    opened_because = models.TextField(_("waarom opengezet"), blank=True)

    class Meta:
        verbose_name = _("berekening")
        verbose_name_plural = _("berekeningen")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opened_at=None, opened_by="", opened_because="")
                | Q(opened_at__isnull=False) & ~Q(opened_by="") & ~Q(opened_because=""),
                name="run_opened_at_by_and_because_go_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.study_id} {self.version}"


class StudyPlan(models.Model):
    """A plan that was kept with a study: what was filled in, and what it said, per language.

    The numbers are about a design, and there is no table behind them. Who made it may have taken
    them from a result, so that only who works on the study sees them.
    """

    class Privacy:
        personal = {"kept_by": "pseudonym"}
        plain = {"id", "study", "design", "asked", "said", "version", "kept_at"}

    study = models.ForeignKey(
        "studies.Study", verbose_name=_("onderzoek"), on_delete=models.PROTECT, related_name="plans"
    )
    design = models.SlugField(_("soort plan"))
    asked = models.JSONField(_("wat er is ingevuld"))
    said = models.JSONField(_("wat het plan zei"))
    version = models.TextField(_("versie van Waterpas"))
    kept_at = models.DateTimeField(_("bewaard op"))
    kept_by = models.TextField(_("bewaard door"))

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plannen")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(design="") & ~Q(asked={}) & ~Q(said={}), name="plan_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.study_id} {self.design}"
