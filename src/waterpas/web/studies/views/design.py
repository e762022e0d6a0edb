"""The list, the page of a study, and what it asks."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say, say_both_kept
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.references.urns import resolve
from waterpas.web.references.versions import ChangedMeanwhile, taken_along
from waterpas.web.releases.selectors import releases_of
from waterpas.web.studies import selectors, services, transit
from waterpas.web.studies.asked import asked_of
from waterpas.web.studies.forms.design import DesignForm, initial_of, kinds
from waterpas.web.studies.forms.release import ReasonForm
from waterpas.web.studies.models import Study
from waterpas.web.studies.plans.asked import PLANS
from waterpas.web.studies.plans.keeping import kept_plans
from waterpas.web.studies.views.access import of_working_member
from waterpas.web.ui.languages import language_of_page

GET_POST = ["GET", "HEAD", "POST"]
FIELD_OF = {"once": "only_once"}  # what a field of a study is called in the form


@needs(Permission.STUDY_VIEW)
@require_safe
def study_list(request: AsPerson) -> HttpResponse:
    lang = language_of_page()
    rows = [
        (study, study.in_language("title", lang), study.in_language("question", lang))
        for study in selectors.studies()
    ]
    return render(request, "studies/list.html", {"rows": rows})


@needs(Permission.STUDY_CHANGE)
@once
@require_http_methods(GET_POST)
def study_add(request: AsPerson) -> HttpResponse:
    form = DesignForm(request.POST or None, is_new=True, initial=_from_link(request.GET))
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        page = {"form": form, "plan": _plan_of(request.GET.get("kind", ""))}
        return render(request, "studies/design.html", page, status=status)
    study = services.design_study(
        design=form.design(), item=form.cleaned_data["item"], by=request.user, now=timezone.now()
    )
    return redirect("studies:table", study.pk)


def _plan_of(kind: str) -> str:
    """The page that reckons how many people such a study needs; empty: choose one there."""
    return kind if kind in PLANS else ""


def _from_link(query: QueryDict) -> dict[str, object]:
    """The item, and the question that a policy scan could not answer."""
    item, answer = query.get("item", ""), resolve(query.get("answer", ""))
    return {
        "item": item if item.isdecimal() else None,
        "question": answer.brings.get("question", "") if answer else "",
        "kind": kind if (kind := query.get("kind", "")) in dict(kinds()) else None,
    }


@needs(Permission.STUDY_VIEW)
@require_safe
def study_page(request: AsPerson, pk: int) -> HttpResponse:
    study = get_object_or_404(selectors.studies(), pk=pk)
    lang, runs = language_of_page(), selectors.runs_for(study, request.user)
    is_member = selectors.is_member(study, request.user)
    page = {
        "study": study,
        "plans": kept_plans(study, lang) if is_member else [],
        "title": study.in_language("title", lang),
        "question": study.in_language("question", lang),
        "runs": [(run, asked_of(run, lang), selectors.stands_in_the_way(run)) for run in runs],
        "closed": selectors.closed_to(study, request.user),
        "tally": selectors.live_tally(study),
        "members": study.members.all(),
        "is_member": is_member,
        "may_change": selectors.may_change(study, request.user),
        "releases": releases_of(selectors.urn_of(study)),
        "method": selectors.method_of_study(study),
        "plan": _plan_of(study.kind),
        "kind": dict(kinds()).get(study.kind, study.kind),
    }
    return render(request, "studies/study.html", page)


@needs(Permission.STUDY_CHANGE)
@of_working_member
@once
@require_http_methods(GET_POST)
def study_change(request: AsPerson, study: Study) -> HttpResponse:
    form = DesignForm(request.POST or None, initial=initial_of(study))
    if not form.is_valid():
        return _change_page(request, study, form, status=422 if form.is_bound else 200)
    try:
        saved = services.change_study(
            study=study,
            design=form.design(study.design),
            item=form.cleaned_data["item"],
            version=form.cleaned_data["version"] or 0,
            started=form.cleaned_data["started"],
            by=request.user,
            now=timezone.now(),
        )
    except ChangedMeanwhile as changed:
        return _changed_meanwhile(request, study, form, changed)
    version = form.cleaned_data["version"] or 0
    say_both_kept(request, version=version, now=saved.version)
    return redirect("studies:study", study.pk)


def _changed_meanwhile(
    request: AsPerson, study: Study, form: DesignForm, changed: ChangedMeanwhile
) -> HttpResponse:
    """The form as it was typed, with what is there now beside each field that both changed."""
    now = Study.objects.get(pk=study.pk)
    untouched = {FIELD_OF.get(name, name) for name in changed.untouched}
    form.data = taken_along(form, DesignForm(initial=initial_of(now)), untouched)
    for name in changed.theirs:
        field = FIELD_OF.get(name, name)
        if field in form.fields:
            there = _display(now, name) or _("(leeg)")
            form.add_error(
                field, _("Iemand anders veranderde dit intussen. Nu staat er: %s") % there
            )
    return _change_page(request, now, form, status=409)


def _display(study: Study, name: str) -> str:
    words = getattr(study, f"get_{name}_display", None)
    value = words() if words else getattr(study, name)
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    return str(value or "")


def _change_page(request: AsPerson, study: Study, form: DesignForm, *, status: int) -> HttpResponse:
    page = {"form": form, "study": study, "plan": _plan_of(study.kind)}
    return render(request, "studies/design.html", page, status=status)


@needs(Permission.STUDY_CHANGE)
@of_working_member
@once
@require_http_methods(GET_POST)
def study_withdraw(request: AsPerson, study: Study) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if not form.is_valid():
        page = {"form": form, "study": study}
        return render(request, "studies/withdraw.html", page, status=422 if form.is_bound else 200)
    services.withdraw_study(
        study=study, because=form.cleaned_data["because"], by=request.user, now=timezone.now()
    )
    transit.drop_all_of(study.pk)
    say(request, _("Het onderzoek is ingetrokken."))
    return redirect("studies:study", study.pk)
