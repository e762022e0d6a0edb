"""Type in the few percentages that a study is about."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from waterpas.errors import WaterpasError
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.studies import selectors
from waterpas.web.studies.forms.percentages import PercentagesForm
from waterpas.web.studies.models import Study
from waterpas.web.studies.percentages import KIND, choice_of, count_percentages
from waterpas.web.studies.views.access import of_working_member
from waterpas.web.studies.views.table import GET_POST, finish, needs_of, said


@needs(Permission.STUDY_CHANGE)
@of_working_member
@once
@require_http_methods(GET_POST)
def percentages(request: AsPerson, study: Study) -> HttpResponse:
    if study.kind != KIND:
        return redirect("studies:table", study.pk)
    form = PercentagesForm(request.POST or None)
    page = {"form": form, "study": study, "needs": needs_of(study)}
    page["again"] = selectors.live_tally(study) is not None
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "studies/percentages.html", page, status=status)
    try:
        counts = count_percentages(form.rows(), study.design)
        return finish(request, study, counts, choice_of(form.settings()), part="")
    except WaterpasError as error:
        page["problem"] = said(error)
    return render(request, "studies/percentages.html", page, status=422)
