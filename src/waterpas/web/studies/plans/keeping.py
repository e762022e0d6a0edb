"""A plan that is kept with a study: with which, what goes along, and how the study shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Min
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waterpas.explain.measured.sentences import paragraphs
from waterpas.results import Measured
from waterpas.texts import Language
from waterpas.web.studies.models import Study, StudyPlan
from waterpas.web.studies.plans.asked import PLANS, SEE
from waterpas.web.studies.plans.forms import PlanForm
from waterpas.web.studies.plans.shown import question_of
from waterpas.web.studies.rules import AUDIT, CHAIN
from waterpas.web.ui.languages import language_of_page

CHOOSE = _("Kies een onderzoek waar u aan werkt. Het plan is nog niet bewaard.")
LANGUAGES: tuple[Language, ...] = ("nl", "en")


class KeepForm(forms.Form):
    """With which of these studies a plan is kept: those of the same kind; none is chosen yet."""

    def __init__(self, *args: Any, studies: Sequence[Study], design: str) -> None:
        super().__init__(*args)
        lang, kind = language_of_page(), AUDIT if design == CHAIN else design
        self.alike = [study for study in studies if study.kind == kind]
        self.fields["study"] = forms.ChoiceField(
            label=_("Bij welk onderzoek hoort dit plan?"),
            choices=[
                ("", _("Kies een onderzoek")),
                *((each.pk, each.in_language("title", lang)) for each in self.alike),
            ],
            error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
        )


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan as the page of its study shows it; `early`: kept before anything was computed."""

    plan: StudyPlan
    early: bool
    question: str
    filled: Sequence[tuple[str, str]]
    sentences: Sequence[str]
    address: str


def kept_of(form: PlanForm, result: Measured) -> dict[str, Any]:
    """What of a plan is kept: what was filled in as it was typed, and every answer in words."""
    asked = {name: str(form.data[name]) for name in form.fields if form.data.get(name)}
    return {"asked": asked, "said": {lang: paragraphs(result, lang) for lang in LANGUAGES}}


def kept_plans(study: Study, lang: Language) -> list[KeptPlan]:
    """The plans of a study, the last first."""
    first = study.runs.aggregate(first=Min("computed_at"))["first"]
    return [_kept(plan, first, lang) for plan in study.plans.all() if plan.design in PLANS]


def _kept(plan: StudyPlan, first: datetime | None, lang: Language) -> KeptPlan:
    asked: Mapping[str, str] = plan.asked
    form = PlanForm(PLANS[plan.design], asked.get("ask", SEE), asked)
    address = f"{reverse('studies:plan', args=[plan.design])}?{urlencode(asked)}"
    question = str(question_of(plan.design))
    early = first is None or plan.kept_at < first
    return KeptPlan(plan, early, question, form.said(), plan.said[lang], address)
