"""The result of a study: a sentence, a picture, a table, and what to do with it."""

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from waterpas.documents.errors import WriterMissing
from waterpas.errors import WaterpasError
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.releases.selectors import releases_of
from waterpas.web.studies import counting, exports, selectors, services
from waterpas.web.studies.models import Run, Study
from waterpas.web.studies.plans.onward import plan_of
from waterpas.web.studies.saving import file_of
from waterpas.web.studies.views.access import of_reader, of_table, of_working_member
from waterpas.web.studies.views.table import GET_POST, reference_form, said
from waterpas.web.ui.languages import language_of_page


@needs(Permission.STUDY_VIEW)
@require_safe
def result(request: AsPerson, pk: int) -> HttpResponse:
    study = get_object_or_404(Study, pk=pk)
    runs = selectors.runs_for(study, request.user)
    if not runs:
        return redirect("studies:study", study.pk)
    return render(request, "studies/result.html", page_of(runs[0], request))


@needs(Permission.STUDY_VIEW)
@of_reader
@require_safe
def run(request: AsPerson, found: Run) -> HttpResponse:
    return render(request, "studies/result.html", page_of(found, request))


def page_of(run: Run, request: AsPerson) -> dict[str, object]:
    """Everything that the page of one result shows."""
    study, lang = run.study, language_of_page()
    released, method = selectors.released_result(run, lang), selectors.method_of_study(study)
    runs = selectors.runs_for(study, request.user)
    return {
        "study": study,
        "run": run,
        "title": study.in_language("title", lang),
        "question": study.in_language("question", lang),
        "about": study.in_language("about", lang),
        "released": released,
        "releases": releases_of(selectors.urn_of(study)).filter(withdrawn_at=None),
        "is_last": run == runs[0],
        "is_open": selectors.is_open(run),
        "maybe": selectors.may_be_opened(run),
        "earlier": selectors.stands_in_the_way(run),
        "runs": len(runs),
        "others": [(o, o.in_language("title", lang)) for o in selectors.others_than(study)],
        "finding": urlencode({"study": selectors.urn_of_run(run)}),
        "may_change": selectors.may_change(study, request.user),
        "tally": selectors.live_tally(study),
        "leads_to": method.leads_to if method else "",
        "typed": method is not None and method.typed,
        "plan": plan_of(released, study.kind),
    }


@needs(Permission.STUDY_CHANGE)
@of_working_member
@of_table
@once
@require_http_methods(GET_POST)
def again(request: AsPerson, study: Study) -> HttpResponseBase:
    stored = selectors.live_tally(study)
    if stored is None:
        return render(request, "studies/again.html", {"study": study, "gone": True})
    counts = selectors.opened(stored)
    form = reference_form(request.POST or None, counts, study)
    page: dict[str, object] = {"study": study, "form": form, "tally": stored}
    if form.is_valid():
        try:
            choice = counting.settled(counts, form.choice())
            services.measure_study(
                study=study, tally=stored, choice=choice, by=request.user, now=timezone.now()
            )
            return redirect("studies:result", study.pk)
        except WaterpasError as error:
            page["problem"] = said(error)
    return render(request, "studies/again.html", page, status=422 if form.is_bound else 200)


@needs(Permission.STUDY_VIEW)
@of_reader
@require_safe
def csv(request: AsPerson, found: Run) -> HttpResponse:
    lang = language_of_page()
    text = exports.as_csv(selectors.released_result(found, lang), lang)
    return file_of(text, "text/csv; charset=utf-8", f"{_name(found)}.csv")


@needs(Permission.STUDY_VIEW)
@of_reader
@require_safe
def json(request: AsPerson, found: Run) -> HttpResponse:
    lang = language_of_page()
    text = exports.as_json(selectors.released_result(found, lang), lang)
    return file_of(text, "application/json", f"{_name(found)}.json")


@needs(Permission.STUDY_VIEW)
@of_reader
@require_safe
def svg(request: AsPerson, found: Run) -> HttpResponse:
    lang = language_of_page()
    text = exports.as_svg(selectors.released_result(found, lang), lang)
    return file_of(text, "image/svg+xml", f"{_name(found)}.svg")


@needs(Permission.STUDY_VIEW)
@of_reader
@require_safe
def pdf(request: AsPerson, found: Run) -> HttpResponse:
    lang = language_of_page()
    released = selectors.released_result(found, lang)
    try:
        made = exports.as_pdf(released, lang, title=found.study.in_language("question", lang))
    except WriterMissing:
        return render(request, "studies/no_pdf.html", page_of(found, request), status=503)
    return file_of(made, "application/pdf", f"{_name(found)}.pdf")


def _name(run: Run) -> str:
    return run.study.slug or f"onderzoek-{run.study_id}-{run.pk}"
