from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waterpas.texts import Language
from waterpas.web.people.models import Person
from waterpas.web.register.models import Item
from waterpas.web.studies.choices import Advice, Effect, Purpose, Route, Row, State
from waterpas.web.studies.models_kept import Run, StudyPlan, StudyTally
from waterpas.web.studies.rules import NOBODY, Design

__all__ = [
    "Advice",
    "Effect",
    "Purpose",
    "Route",
    "Row",
    "Run",
    "State",
    "Study",
    "StudyMember",
    "StudyPlan",
    "StudyTally",
]


def _said_why(name: str) -> Q:
    """An answer has its words; so has 'not needed'."""
    return Q(**{name: Advice.ASKED}) | ~Q(**{f"{name}_words": ""})


class Study(models.Model):
    """One measurement: the question, by what right, and whom is compared with whom.

    All of it is fixed before any result is looked at. Rows of people are never kept.
    """

    class Privacy:
        personal = {"added_by": "pseudonym", "withdrawn_by": "pseudonym", "members": "unlink"}
        plain = {
            *("id", "kind", "slug", "title", "title_en", "question", "question_en", "about"),
            *("about_en", "purpose", "organisation", "did_before", "did_after", "unit", "row"),
            *("once", "full_count", "effect", "route", "route_explanation", "privacy_officer"),
            *("privacy_officer_words", "works_council", "works_council_words", "ground"),
            *("ground_decision", "item", "across", "reference_kind", "reference_level", "reason"),
            *(
                "reason_en",
                "by",
                "settings",
                "level",
                "family",
                "state",
                "command",
                "version",
                "added_at",
            ),
            *("withdrawn_at", "withdrawn_because"),
        }

    kind = models.TextField(_("soort"), default="audit")
    slug = models.SlugField(_("naam van het voorbeeld"), blank=True)
    title = models.CharField(_("titel"), max_length=200)
    title_en = models.TextField(_("titel in het Engels"), blank=True)
    question = models.TextField(_("vraag"))
    question_en = models.TextField(_("vraag in het Engels"), blank=True)
    about = models.TextField(_("waar het over gaat"), blank=True)
    about_en = models.TextField(_("waar het over gaat, in het Engels"), blank=True)
    purpose = models.TextField(_("waarvoor"), choices=Purpose)
    organisation = models.CharField(_("wie besliste"), max_length=200, blank=True)
    did_before = models.CharField(_("wat die deed"), max_length=100, blank=True)
    did_after = models.CharField(_("rest van die zin"), max_length=200, blank=True)
    unit = models.CharField(_("wie er geteld zijn"), max_length=100, blank=True)
    row = models.TextField(_("wat één rij is"), choices=Row)
    once = models.BooleanField(_("elk mens hoogstens één keer"), null=True)
    full_count = models.BooleanField(_("iedereen is geteld"), null=True)
    effect = models.TextField(_("goed of slecht"), choices=Effect)
    route = models.TextField(_("hoe de groepen in de tabel kwamen"), choices=Route)
    route_explanation = models.TextField(_("uitleg daarbij"), blank=True)
    privacy_officer = models.TextField(_("functionaris gegevensbescherming"), choices=Advice)
    privacy_officer_words = models.TextField(_("antwoord of reden"), blank=True)
    works_council = models.TextField(_("ondernemingsraad"), choices=Advice)
    works_council_words = models.TextField(_("antwoord of reden"), blank=True)
    ground = models.TextField(_("grondslag voor bijzondere gegevens"), blank=True)
    ground_decision = models.TextField(
        _("besluit van de functionaris gegevensbescherming"), blank=True
    )
    item = models.ForeignKey(
        Item,
        verbose_name=_("onderwerp uit het register"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="studies",
    )
    members: "models.ManyToManyField[Person, StudyMember]" = models.ManyToManyField(
        Person, through="StudyMember", verbose_name=_("onderzoekers"), related_name="studies"
    )
    across = models.TextField(_("kolom met de groepen"), blank=True)
    reference_kind = models.TextField(_("soort vergelijking"), blank=True)
    reference_level = models.TextField(_("referentiegroep"), blank=True)
    reason = models.TextField(_("waarom daarmee vergeleken"), blank=True)
    reason_en = models.TextField(_("waarom, in het Engels"), blank=True)
    by = models.JSONField(_("vergeleken binnen"), default=list)
    settings = models.JSONField(_("wat de methode vroeg"), default=dict)
    level = models.FloatField(_("zekerheid van de intervallen"), default=0.95)
    family = models.PositiveIntegerField(_("aantal vergelijkingen"), null=True)
    state = models.TextField(_("hoe ver"), choices=State, default=State.DESIGNED)
    command = models.TextField(_("hetzelfde op de opdrachtregel"), blank=True)
    version = models.PositiveIntegerField(_("versie"), default=1)
    added_at = models.DateTimeField(_("opgezet op"))
    added_by = models.TextField(_("opgezet door"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True)
    withdrawn_by = models.TextField(_("ingetrokken door"), blank=True)
    withdrawn_because = models.TextField(_("waarom ingetrokken"), blank=True)

    class Meta:
        verbose_name = _("onderzoek")
        verbose_name_plural = _("onderzoeken")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__gt=0, level__lt=1), name="study_level_between_0_and_1"
            ),
            models.CheckConstraint(
                condition=~Q(question="") & ~Q(title=""), name="study_asks_something"
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values), name="study_never_assesses_staff"
            ),
            models.CheckConstraint(
                condition=_said_why("privacy_officer"), name="study_privacy_officer_has_words"
            ),
            models.CheckConstraint(
                condition=_said_why("works_council"), name="study_works_council_has_words"
            ),
            models.CheckConstraint(
                condition=Q(ground="", ground_decision="") | ~Q(ground="") & ~Q(ground_decision=""),
                name="study_ground_and_decision_go_together",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.DESIGNED, State.WITHDRAWN])
                | Q(family__isnull=False)
                & (~Q(across="") | Q(reference_kind=NOBODY))
                & ~Q(reference_kind=""),
                name="study_is_fixed_before_it_is_measured",
            ),
            models.CheckConstraint(
                condition=~Q(reference_kind="level") | ~Q(reference_level=""),
                name="study_names_its_reference",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by="", withdrawn_because="")
                & ~Q(state=State.WITHDRAWN)
                | Q(withdrawn_at__isnull=False, state=State.WITHDRAWN)
                & ~Q(withdrawn_by="")
                & ~Q(withdrawn_because=""),
                name="study_withdrawn_has_who_when_and_why",
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=~Q(slug=""), name="study_example_stands_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def in_language(self, name: str, lang: Language) -> str:
        """A text of the study; the Dutch one where there is no English."""
        english = str(getattr(self, f"{name}_en")) if lang == "en" else ""
        return english or str(getattr(self, name))

    @property
    def design(self) -> Design:
        """What the study asks, as it is now."""
        return Design(**{name: getattr(self, name) for name in Design.__dataclass_fields__})

    @property
    def is_withdrawn(self) -> bool:
        return self.state == State.WITHDRAWN


class StudyMember(models.Model):
    """Somebody who works on a study, and so may see what nobody else sees."""

    class Privacy:
        personal = {"person": "unlink", "added_by": "pseudonym"}
        plain = {"id", "study", "added_at"}

    study = models.ForeignKey(Study, verbose_name=_("onderzoek"), on_delete=models.CASCADE)
    person = models.ForeignKey(Person, verbose_name=_("onderzoeker"), on_delete=models.CASCADE)
    added_at = models.DateTimeField(_("toegevoegd op"))
    added_by = models.TextField(_("toegevoegd door"))

    class Meta:
        verbose_name = _("onderzoeker van een onderzoek")
        verbose_name_plural = _("onderzoekers van onderzoeken")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["study", "person"], name="study_member_once")
        ]

    def __str__(self) -> str:
        return f"{self.study_id} {self.person_id}"
