"""The answers of a scan, what they said before, and what was decided on them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waterpas.web.scans.kinds import Choice, Given, Stage
from waterpas.web.scans.rules import Value


class Answer(models.Model):
    """The answer to one criterion, at one stage of one scan."""

    class Privacy:
        personal = {"answered_by": "pseudonym"}
        plain = {
            "id",
            "scan",
            "stage",
            "criterion",
            "value",
            "reason",
            "joint",
            "sources",
            "study",
            "adviser",
            "asked",
            "asked_kind",
            "asked_way",
            "asked_number",
            "asked_on",
            "given",
            "given_words",
            "why_not",
            "carried",
            "version",
            "answered_at",
        }

    scan = models.ForeignKey(
        "scans.Scan",
        verbose_name=_("beleidstoets"),
        on_delete=models.CASCADE,
        related_name="answers",
    )
    stage = models.TextField(_("keer"), choices=Stage)
    criterion = models.TextField(_("criterium"))
    value = models.TextField(_("antwoord"))
    reason = models.TextField(_("reden"))
    joint = models.TextField(_("samen met het andere criterium"), blank=True)
    sources = models.TextField(_("bronnen"), blank=True)
    study = models.TextField(_("onderzoek"), blank=True)
    adviser = models.CharField(
        _("functie van wie juridisch advies gaf"), max_length=120, blank=True
    )
    asked = models.TextField(_("is het gevraagd"), choices=[("yes", _("ja")), ("no", _("nee"))])
    asked_kind = models.CharField(_("aan wat voor mensen"), max_length=300, blank=True)
    asked_way = models.CharField(_("op welke manier"), max_length=300, blank=True)
    asked_number = models.PositiveIntegerField(_("aan hoeveel mensen"), null=True)
    asked_on = models.DateField(_("wanneer gevraagd"), null=True)
    given = models.TextField(_("kregen zij tijd of geld"), choices=Given, blank=True)
    given_words = models.CharField(_("wat zij kregen, of waarom niet"), max_length=300, blank=True)
    why_not = models.TextField(_("waarom niet gevraagd"), blank=True)
    carried = models.BooleanField(_("overgenomen van vooraf"), default=False)
    version = models.PositiveIntegerField(_("versie"), default=1)
    answered_at = models.DateTimeField(_("beantwoord op"))
    answered_by = models.TextField(_("beantwoord door"))

    class Meta:
        verbose_name = _("antwoord op een criterium")
        verbose_name_plural = _("antwoorden op criteria")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scan", "stage", "criterion"], name="answer_once_per_criterion_and_stage"
            ),
            models.CheckConstraint(
                condition=~Q(reason="") & Q(value__in=[one.value for one in Value]),
                name="answer_has_a_value_and_a_reason",
            ),
            models.CheckConstraint(
                condition=(
                    Q(asked="yes", asked_number__isnull=False, asked_on__isnull=False)
                    & ~Q(asked_kind="")
                    & ~Q(asked_way="")
                )
                | Q(asked="no") & ~Q(why_not=""),
                name="answer_says_whom_was_asked_or_why_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion} {self.scan_id}"


class AnswerVersion(models.Model):
    """What an answer said at one moment: nothing that was ever saved is lost."""

    class Privacy:
        personal = {"saved_by": "pseudonym"}
        plain = {"id", "answer", "number", "says", "saved_at"}

    answer = models.ForeignKey(
        Answer, verbose_name=_("antwoord"), on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField(_("versie"))
    says = models.JSONField(_("inhoud"))
    saved_at = models.DateTimeField(_("bewaard op"))
    saved_by = models.TextField(_("bewaard door"))

    class Meta:
        verbose_name = _("versie van een antwoord")
        verbose_name_plural = _("versies van antwoorden")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "number"], name="answer_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.number}"


class Decision(models.Model):
    """What was decided about a policy, by whom, when and why. It is never changed."""

    class Privacy:
        personal = {"decided_by": "pseudonym"}
        plain = {"id", "scan", "stage", "choice", "reason", "decided_at"}

    scan = models.ForeignKey(
        "scans.Scan",
        verbose_name=_("beleidstoets"),
        on_delete=models.CASCADE,
        related_name="decisions",
    )
    stage = models.TextField(_("keer"), choices=Stage)
    choice = models.TextField(_("besluit"), choices=Choice)
    reason = models.TextField(_("reden"))
    decided_at = models.DateTimeField(_("besloten op"))
    decided_by = models.TextField(_("besloten door"))

    class Meta:
        verbose_name = _("besluit over beleid")
        verbose_name_plural = _("besluiten over beleid")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="scan_decision_says_why")
        ]

    def __str__(self) -> str:
        return f"{self.choice} {self.scan_id}"
