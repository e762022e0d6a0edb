"""Is the group large enough: the kinds of study, and the plan of one. Nothing is stored."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from waterpas.errors import CallError
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.permissions import Permission
from waterpas.web.studies.plans import shown
from waterpas.web.studies.plans.asked import LONG, NEED, PLANS, SEE
from waterpas.web.studies.plans.forms import PlanForm
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
    }
    return render(request, "studies/plans.html", page)


@needs(Permission.STUDY_VIEW)
@require_safe
def plan(request: AsPerson, design: str) -> HttpResponse:
    if design not in PLANS:
        raise Http404
    planned, lang = PLANS[design], language_of_page()
    way = asked if (asked := request.GET.get("ask", SEE)) in planned.ways else SEE
    form = PlanForm(planned, way, request.GET.dict())
    page: dict[str, object] = {
        "plan": planned,
        "question": shown.question_of(design),
        "form": form,
        "ways": [(code, WAYS[code], code == way) for code in planned.ways],
        "begin": shown.begin(design, request.user),
    }
    if form.is_valid():
        try:
            page["pieces"] = shown.pieces(shown.answered(design, form.numbers(design)), lang)
        except CallError as refused:
            form.add_error(None, refused.text(lang))
    return render(request, "studies/plan.html", page, status=422 if form.errors else 200)
