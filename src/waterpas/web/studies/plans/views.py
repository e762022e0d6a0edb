"""Is the group large enough: the kinds of study, and the plan of one, which may be kept."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from waterpas.documents.errors import WriterMissing
from waterpas.errors import CallError
from waterpas.measure.plans.unplanned import UNPLANNED
from waterpas.results import Measured
from waterpas.texts import translate
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.studies import selectors, services
from waterpas.web.studies.exports import whole_json
from waterpas.web.studies.models import Study
from waterpas.web.studies.plans import shown
from waterpas.web.studies.plans.asked import LONG, NEED, PLANS, SEE
from waterpas.web.studies.plans.forms import PlanForm
from waterpas.web.studies.plans.keeping import KeepForm, kept_of
from waterpas.web.studies.saving import file_of
from waterpas.web.ui.languages import language_of_page

WAYS = {
    SEE: _("Wat kan ik zien met wat ik heb?"),
    NEED: _("Hoeveel mensen heb ik nodig?"),
    LONG: _("Hoe lang duurt het?"),
}


@needs(Permission.STUDY_VIEW)
@require_safe
def plans(request: AsPerson) -> HttpResponse:
    people = request.GET.get("people", "")
    query = f"?{urlencode({'people': people})}" if people.isdecimal() else ""
    page = {
        "plans": [
            (shown.question_of(name), planned.about, reverse("studies:plan", args=[name]) + query)
            for name, planned in PLANS.items()
        ],
        "examples": shown.examples(),
        "unplanned": [
            (name, shown.question_of(name), translate(why, language_of_page()))
            for name, why in UNPLANNED.items()
        ],
    }
    return render(request, "studies/plans.html", page)


@needs(Permission.STUDY_VIEW)
@require_safe
def plan(request: AsPerson, design: str) -> HttpResponse:
    if design in UNPLANNED:
        return redirect(f"{reverse('studies:plans')}#{design}")
    form, page, found = _planned(request, design)
    if found:
        studies = selectors.worked_on(request.user)
        page |= _answer(found, KeepForm(studies=studies, design=design))
    return _page(request, form, page)


@needs(Permission.STUDY_CHANGE)
@once
@require_POST
def plan_keep(request: AsPerson, design: str) -> HttpResponse:
    form, page, found = _planned(request, design)
    if not found:
        return _page(request, form, page, status=422)
    studies = selectors.worked_on(request.user)
    keep = KeepForm(request.POST, studies=studies, design=design)
    if not keep.is_valid():
        page |= _answer(found, keep)
        return _page(request, form, page, status=422)
    study = get_object_or_404(Study, pk=keep.cleaned_data["study"])
    services.keep_plan(
        study=study, design=design, **kept_of(form, found), by=request.user, now=timezone.now()
    )
    say(request, gettext("Het plan is bewaard bij dit onderzoek."))
    return redirect("studies:study", study.pk)


@needs(Permission.STUDY_VIEW)
@require_safe
def plan_json(request: AsPerson, design: str) -> HttpResponse:
    form, page, found = _planned(request, design)
    if not found:
        return _page(request, form, page)
    text = whole_json(found, language_of_page())
    return file_of(text, "application/json", f"plan-{design}.json")


@needs(Permission.STUDY_VIEW)
@require_safe
def plan_pdf(request: AsPerson, design: str) -> HttpResponse:
    form, page, found = _planned(request, design)
    if not found:
        return _page(request, form, page)
    try:
        made = shown.as_pdf(found, language_of_page(), design=design, said=form.said())
    except WriterMissing:
        return render(request, "studies/no_pdf.html", page, status=503)
    return file_of(made, "application/pdf", f"plan-{design}.pdf")


def _answer(found: Measured, keep: KeepForm) -> dict[str, object]:
    """What the page shows of a plan that could be made, and where it can be kept."""
    return {"pieces": shown.pieces(found, language_of_page()), "keep": keep}


def _page(
    request: AsPerson, form: PlanForm, page: dict[str, object], *, status: int = 200
) -> HttpResponse:
    return render(request, "studies/plan.html", page, status=422 if form.errors else status)


def _planned(request: AsPerson, design: str) -> tuple[PlanForm, dict[str, object], Measured | None]:
    """The form, what the page of a plan shows, and the plan: None while it cannot be made."""
    if design not in PLANS:
        raise Http404
    planned = PLANS[design]
    way = asked if (asked := request.GET.get("ask", SEE)) in planned.ways else SEE
    form = PlanForm(planned, way, request.GET.dict())
    page: dict[str, object] = {
        "design": design,
        "plan": planned,
        "question": shown.question_of(design),
        "form": form,
        "ways": [(code, WAYS[code], code == way) for code in planned.ways],
        "begin": shown.begin(design, request.user),
        "query": request.GET.urlencode(),
    }
    if not form.is_valid():
        return form, page, None
    try:
        return form, page, shown.answered(design, form.numbers(design))
    except CallError as refused:
        form.add_error(None, refused.text(language_of_page()))
        return form, page, None
