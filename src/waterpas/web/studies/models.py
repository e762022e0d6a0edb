from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waterpas.texts import Language


class Study(models.Model):
    """A measurement: the question, whom is compared with whom, and the counts.

    What is compared is fixed here, before any result is looked at. Rows of people are never
    kept: only the tally.
    """

    class Privacy:
        personal = {"stored_by": "pseudonym"}
        plain = {
            "id",
            "slug",
            "title_nl",
            "title_en",
            "question_nl",
            "question_en",
            "about_nl",
            "about_en",
            "across",
            "reference",
            "reason_nl",
            "reason_en",
            "level",
            "tally",
            "source_sha256",
            "command",
            "stored_at",
        }

    slug = models.SlugField(_("naam in het adres"), unique=True)
    title_nl = models.TextField(_("titel"))
    title_en = models.TextField(_("titel in het Engels"))
    question_nl = models.TextField(_("vraag"))
    question_en = models.TextField(_("vraag in het Engels"))
    about_nl = models.TextField(_("waar het over gaat"), blank=True)
    about_en = models.TextField(_("waar het over gaat, in het Engels"), blank=True)
    across = models.TextField(_("kolom met de groepen"))
    reference = models.TextField(_("referentiegroep"))
    reason_nl = models.TextField(_("waarom deze referentiegroep"))
    reason_en = models.TextField(_("waarom deze referentiegroep, in het Engels"))
    level = models.FloatField(_("zekerheid van de intervallen"), default=0.95)
    tally = models.TextField(_("telling"))
    source_sha256 = models.TextField(_("vingerafdruk van de bron"), blank=True)
    command = models.TextField(_("hetzelfde op de opdrachtregel"), blank=True)
    stored_at = models.DateTimeField(_("bewaard op"))
    stored_by = models.TextField(_("bewaard door"))

    class Meta:
        verbose_name = _("onderzoek")
        verbose_name_plural = _("onderzoeken")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__gt=0, level__lt=1), name="study_level_between_0_and_1"
            ),
            models.CheckConstraint(
                condition=~Q(question_nl="") & ~Q(question_en=""),
                name="study_asks_in_two_languages",
            ),
        ]

    def __str__(self) -> str:
        return self.title_nl

    def title(self, lang: Language) -> str:
        return self.title_en if lang == "en" else self.title_nl

    def question(self, lang: Language) -> str:
        return self.question_en if lang == "en" else self.question_nl

    def about(self, lang: Language) -> str:
        return self.about_en if lang == "en" else self.about_nl

    def reason(self, lang: Language) -> str:
        return self.reason_en if lang == "en" else self.reason_nl


class Run(models.Model):
    """One computation of a study's result, on record: with what, and how many comparisons."""

    class Privacy:
        personal = {"computed_by": "pseudonym"}
        plain = {"id", "study", "computed_at", "family", "parameters", "version", "tally_sha256"}

    study = models.ForeignKey(
        Study, verbose_name=_("onderzoek"), on_delete=models.PROTECT, related_name="runs"
    )
    computed_at = models.DateTimeField(_("berekend op"))
    computed_by = models.TextField(_("berekend door"))
    family = models.PositiveIntegerField(_("aantal vergelijkingen"))
    parameters = models.JSONField(_("instellingen"))
    version = models.TextField(_("versie van Waterpas"))
    tally_sha256 = models.TextField(_("vingerafdruk van de telling"))

    class Meta:
        verbose_name = _("berekening")
        verbose_name_plural = _("berekeningen")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.study_id} {self.version}"
