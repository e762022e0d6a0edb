from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waterpas.web.register.models import Delivery, Item
from waterpas.web.scans.kinds import Choice, Given, Knows, Stage
from waterpas.web.scans.lists import FULL
from waterpas.web.scans.models_answers import Answer, AnswerVersion, Decision
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
