from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waterpas.web.register.models import Delivery, Item
from waterpas.web.scans.lists import FULL
from waterpas.web.scans.models_documents import (
    AbsenceNote,
    Passage,
    PassageKind,
    ReadDocument,
    Reading,
    SetAside,
)
from waterpas.web.scans.models_exchange import ImportedScan
from waterpas.web.scans.models_together import Comment, CommentVersion, Session
from waterpas.web.scans.rules import Known, Value

__all__ = [
    "AbsenceNote",
    "Answer",
    "AnswerVersion",
    "Choice",
    "Comment",
    "CommentVersion",
    "Decision",
    "Given",
    "ImportedScan",
    "Knows",
    "Passage",
    "PassageKind",
    "Prescan",
    "ReadDocument",
    "Reading",
    "Scan",
    "Session",
    "SetAside",
    "Stage",
    "Trigger",
]


class Knows(models.TextChoices):
    """The answer to a question of fact."""

    YES = Known.YES.value, _("ja")
    NO = Known.NO.value, _("nee")
    UNKNOWN = Known.UNKNOWN.value, _("dat weten we nog niet")


class Given(models.TextChoices):
    """Whether those who were asked got time or pay for it."""

    YES = Known.YES.value, _("ja")
    NO = Known.NO.value, _("nee")
    UNKNOWN = Known.UNKNOWN.value, _("niet bekend")


class Stage(models.TextChoices):
    """When the criteria were answered: before the policy works, or with what was measured."""

    BEFORE = "vooraf", _("vooraf: wat wij verwachten")
    AFTER = "achteraf", _("achteraf: wat er is gemeten")


class Choice(models.TextChoices):
    """What was decided about a policy."""

    ADOPT = "adopt", _("overnemen")
    ADAPT = "adapt", _("aanpassen")
    DO_NOT = "do-not", _("niet doen")
    DESPITE = "adopt-despite", _("overnemen ondanks bezwaar")


class Prescan(models.Model):
    """The few questions that say whether one item of the register needs a full scan.

    `triggers` are the kinds of things that it is and that the municipality always scans, as they
    stood on that day: each with `code`, `words` and `question_list`.
    """

    class Privacy:
        personal = {"done_by": "pseudonym"}
        plain = {"id", "item", "answers", "triggers", "done_at"}

    item = models.ForeignKey(
        Item, verbose_name=_("onderwerp"), on_delete=models.PROTECT, related_name="prescans"
    )
    answers = models.JSONField(_("antwoorden"))
    triggers = models.JSONField(_("vaste toetsen"), default=list, blank=True)
    done_at = models.DateTimeField(_("gedaan op"))
    done_by = models.TextField(_("gedaan door"))

    class Meta:
        verbose_name = _("prescan")
        verbose_name_plural = _("prescans")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.item.title


class Trigger(models.Model):
    """A kind of thing that the municipality always scans, and with which list.

    `code` is one of the kinds that we offer, or of its own; `words` are those of its own.
    """

    class Privacy:
        plain = {"id", "code", "words", "question_list"}

    code = models.CharField(_("soort"), max_length=40, unique=True)
    words = models.CharField(_("in eigen woorden"), max_length=120, blank=True)
    question_list = models.CharField(_("lijst"), max_length=60)

    class Meta:
        verbose_name = _("vaste toets")
        verbose_name_plural = _("vaste toetsen")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(question_list=""), name="trigger_says_what_and_how"
            )
        ]

    def __str__(self) -> str:
        return self.words or self.code


class Scan(models.Model):
    """One version of one item of the register beside the questions of a list, before and after.

    `haste` says why a form was chosen that another list must follow; with it, `recheck_on` is the
    day on which that one begins.
    """

    class Privacy:
        personal = {"begun_by": "pseudonym"}
        plain = {
            "id",
            "item",
            "question_list",
            "about",
            "aim",
            "haste",
            "delivery",
            "with_conditions",
            "with_partners",
            "stage",
            "recheck_on",
            "version",
            "begun_at",
        }

    item = models.ForeignKey(
        Item, verbose_name=_("onderwerp"), on_delete=models.PROTECT, related_name="scans"
    )
    question_list = models.CharField(_("lijst"), max_length=60, default=FULL)
    about = models.CharField(_("welke versie"), max_length=120)
    aim = models.TextField(_("wat het beleid wil"))
    haste = models.TextField(_("waarom met haast"), blank=True)
    delivery = models.TextField(_("wie het uitvoert"), choices=Delivery, blank=True)
    with_conditions = models.TextField(_("met voorwaarden"), choices=Knows)
    with_partners = models.TextField(_("met samenwerking"), choices=Knows)
    stage = models.TextField(_("keer"), choices=Stage, default=Stage.BEFORE)
    recheck_on = models.DateField(_("opnieuw kijken op"))
    version = models.PositiveIntegerField(_("versie"), default=1)
    begun_at = models.DateTimeField(_("begonnen op"))
    begun_by = models.TextField(_("begonnen door"))

    class Meta:
        verbose_name = _("beleidstoets")
        verbose_name_plural = _("beleidstoetsen")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "about", "question_list"], name="scan_once_per_version_and_list"
            ),
            models.CheckConstraint(
                condition=~Q(about="") & ~Q(aim=""), name="scan_says_which_version_and_aim"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item.title}: {self.about}"


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
        Scan, verbose_name=_("beleidstoets"), on_delete=models.CASCADE, related_name="answers"
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
        Scan, verbose_name=_("beleidstoets"), on_delete=models.CASCADE, related_name="decisions"
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
