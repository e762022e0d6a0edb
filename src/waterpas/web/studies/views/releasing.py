"""A result for a wider circle, and what the council reads."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waterpas.disclosure.kept import kept
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.releases import services as releases
from waterpas.web.releases.models import Release
from waterpas.web.studies import selectors, services
from waterpas.web.studies.forms.release import ReasonForm, ReleaseForm
from waterpas.web.studies.models import Run
from waterpas.web.studies.views.access import of_reader
from waterpas.web.studies.views.table import GET_POST
from waterpas.web.ui.languages import language_of_page


@needs(Permission.STUDY_RELEASE)
@of_reader
@once
@require_http_methods(GET_POST)
def release(request: AsPerson, found: Run) -> HttpResponse:
    form = ReleaseForm(request.POST or None)
    page: dict[str, object] = {"form": form, "study": found.study, "run": found}
    page["released"] = selectors.released_result(found, language_of_page())
    page["earlier"] = selectors.stands_in_the_way(found)
    if form.is_valid():
        try:
            services.release_study(
                run=found, **form.cleaned_data, by=request.user, now=timezone.now()
            )
        except services.StandsBeside as beside:
            page["earlier"] = beside.earlier
        except releases.SecondTable as second:
            form.add_error("audience", _second_table(second))
        else:
            say(request, _("Het resultaat is vrijgegeven."))
            return redirect("studies:study", found.study_id)
    return render(request, "studies/release.html", page, status=422 if form.is_bound else 200)


def _second_table(second: releases.SecondTable) -> str:
    day = timezone.localtime(second.earlier.released_at)
    return _(
        "Op %(day)s is al een andere tabel over dezelfde mensen vrijgegeven. Naast elkaar gelegd "
        "verraden twee tabellen wat elk van beide verbergt. Dit resultaat blijft daarom binnen "
        "de gemeente."
    ) % {"day": f"{day:%d-%m-%Y}"}


@needs(Permission.STUDY_RELEASE)
@once
@require_http_methods(GET_POST)
def open_run(request: AsPerson, pk: int, run: int) -> HttpResponse:
    found = get_object_or_404(Run.objects.select_related("study", "tally"), study=pk, pk=run)
    form = ReasonForm(request.POST or None)
    if not form.is_valid():
        page = {"form": form, "study": found.study, "may": selectors.may_be_opened(found)}
        page["others"] = [
            (each, each.in_language("title", language_of_page()))
            for each in selectors.beside(found)
        ]
        return render(request, "studies/open.html", page, status=422 if form.is_bound else 200)
    try:
        services.open_result(run=found, **form.cleaned_data, by=request.user, now=timezone.now())
    except services.NotToBeOpened:
        say(request, _("Dit resultaat is niet open te zetten, of is al open."), bad=True)
        return redirect("studies:study", found.study_id)
    say(request, _("Collega's zien dit resultaat nu."))
    return redirect("studies:run", found.study_id, found.pk)


@needs(Permission.STUDY_RELEASE)
@once
@require_http_methods(GET_POST)
def release_withdraw(request: AsPerson, pk: int) -> HttpResponse:
    found = get_object_or_404(Release, pk=pk)
    study = selectors.study_of(found)
    form = ReasonForm(request.POST or None)
    if not form.is_valid():
        page = {"form": form, "study": study, "release": found}
        return render(
            request, "studies/release_withdraw.html", page, status=422 if form.is_bound else 200
        )
    try:
        releases.withdraw_release(
            release=found, **form.cleaned_data, by=request.user, now=timezone.now()
        )
    except releases.AlreadyWithdrawn:
        say(request, _("Deze vrijgave was al ingetrokken."), bad=True)
    return redirect("studies:study", study.pk) if study else redirect("studies:list")


@needs(Permission.COUNCIL_RESULTS_VIEW)
@require_safe
def released_list(request: AsPerson) -> HttpResponse:
    lang = language_of_page()
    rows = [
        (each, study.in_language("title", lang), study.in_language("question", lang))
        for each, study in selectors.released_studies()
    ]
    return render(request, "studies/released_list.html", {"rows": rows})


@needs(Permission.COUNCIL_RESULTS_VIEW)
@require_safe
def released_result(request: AsPerson, pk: int) -> HttpResponse:
    found = get_object_or_404(Release, pk=pk, withdrawn_at=None)
    study, lang = selectors.study_of(found), language_of_page()
    page = {
        "release": found,
        "released": kept(found.result.get(lang) or found.result["nl"]),
        "title": study.in_language("title", lang) if study else "",
        "question": study.in_language("question", lang) if study else "",
        "about": study.in_language("about", lang) if study else "",
    }
    return render(request, "studies/released_result.html", page)
