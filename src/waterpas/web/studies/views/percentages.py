"""Type in the few percentages that a study is about."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waterpas.errors import Phrase, WaterpasError
from waterpas.texts import mark
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.studies import selectors
from waterpas.web.studies.forms.percentages import PercentagesForm
from waterpas.web.studies.forms.percentages_file import (
    PercentagesFileForm,
    initial_of,
    template_text,
)
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
    if not form.is_valid():
        return _page(request, study, form, status=422 if form.is_bound else 200)
    try:
        counts = count_percentages(form.rows(), study.design)
        return finish(request, study, counts, choice_of(form.settings()), part="")
    except WaterpasError as error:
        return _page(request, study, form, status=422, problem=said_on_form(error))


def _page(
    request: AsPerson,
    study: Study,
    form: PercentagesForm,
    *,
    status: int,
    file: PercentagesFileForm | None = None,
    **more: Any,
) -> HttpResponse:
    page = {"form": form, "file": file or PercentagesFileForm(), "study": study, **more}
    page["needs"], page["again"] = needs_of(study), selectors.live_tally(study) is not None
    return render(request, "studies/percentages.html", page, status=status)


@needs(Permission.STUDY_CHANGE)
@of_working_member
@once
@require_http_methods(GET_POST)
def percentages_file(request: AsPerson, study: Study) -> HttpResponse:
    """The form, filled with what is in a file. Of the file itself nothing is kept."""
    if study.kind != KIND or request.method != "POST":
        return redirect("studies:percentages", study.pk)
    file = PercentagesFileForm(request.POST, request.FILES)
    if not file.is_valid():
        return _page(request, study, PercentagesForm(), status=422, file=file)
    try:
        name, content = file.cleaned_data["file"]
        form = PercentagesForm(initial=initial_of(name, content))
    except WaterpasError as error:
        file.add_error("file", said_of_file(error))
        return _page(request, study, PercentagesForm(), status=422, file=file)
    return _page(request, study, form, status=200, read=name)


@needs(Permission.STUDY_CHANGE)
@of_working_member
@require_safe
def percentages_template(request: AsPerson, study: Study) -> HttpResponse:
    """A file to fill in, with the columns that we know."""
    headers = {"Content-Disposition": 'attachment; filename="percentages-barometer.csv"'}
    return HttpResponse(template_text(), "text/csv; charset=utf-8", headers=headers)


def said_on_form(error: WaterpasError) -> str:
    """What is wrong; the table that it speaks of is the form on the page."""
    if "source" in error.fields:
        fields = {**error.fields, "source": Phrase(mark("dit formulier"), {})}
        return said(type(error)(error.message, **fields))
    return said(error)


def said_of_file(error: WaterpasError) -> str:
    """What is wrong with a file; how a column is named in Python is of no use to somebody here."""
    if "option" in error.fields:
        return _(
            "Wij herkennen de kolommen niet. Er staan: %(columns)s. Noem ze zoals in het "
            "voorbeeldbestand."
        ) % {"columns": error.fields["columns"]}
    if set(error.fields) == {"source", "part"}:
        return _("'%(part)s' staat er twee keer. Geef elk deel één rij per jaar.") % {
            "part": error.fields["part"]
        }
    return said(error)
