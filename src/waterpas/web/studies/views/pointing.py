"""Point out where a table keeps its counts: point, say it in words, read the result."""

from collections.abc import Callable
from functools import wraps

import yaml
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from waterpas.errors import WaterpasError
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.studies import counting, pointing, transit
from waterpas.web.studies.forms.pointing import WordsForm, pointed_at
from waterpas.web.studies.guard import ROUTES
from waterpas.web.studies.looking import inspect_table
from waterpas.web.studies.models import Study
from waterpas.web.studies.pointing import Table
from waterpas.web.studies.rules import Choice
from waterpas.web.studies.views.access import of_table, of_working_member
from waterpas.web.studies.views.table import GET_POST, finish, said, start_again, stop

View = Callable[..., HttpResponse]


def with_file(view: View) -> View:
    """Who comes without a file goes to the start; so does an error, as one sentence."""

    @wraps(view)
    def guarded(request: AsPerson, study: Study) -> HttpResponse:
        if request.method != "POST":
            return redirect("studies:table", study.pk)
        try:
            return view(request, study)
        except WaterpasError as error:
            return start_again(request, study, error)

    return guarded


@needs(Permission.STUDY_CHANGE)
@of_working_member
@of_table
@never_cache
@require_http_methods(GET_POST)
@with_file
def point(request: AsPerson, study: Study) -> HttpResponse:
    return _show_table(request, study)


@needs(Permission.STUDY_CHANGE)
@of_working_member
@of_table
@never_cache
@require_http_methods(GET_POST)
@with_file
def point_words(request: AsPerson, study: Study) -> HttpResponse:
    pointed, table = pointed_at(request.POST), _table(request)
    try:
        pointing.check(table, pointed)
    except WaterpasError as error:
        return _show_table(request, study, problem=said(error), status=422)
    form = WordsForm(table=table, pointed=pointed)
    form.initial = _words_of(study)
    return _show_words(request, study, form)


def _words_of(study: Study) -> dict[str, str]:
    """What the study says already, so that nobody says it twice."""
    return {
        "organisation": study.organisation,
        "unit": study.unit,
        "verb": study.did_before,
        "thing": study.did_after,
    }


@needs(Permission.STUDY_CHANGE)
@of_working_member
@of_table
@never_cache
@once
@require_http_methods(GET_POST)
@with_file
def point_result(request: AsPerson, study: Study) -> HttpResponse:
    pointed, table = pointed_at(request.POST), _table(request)
    pointing.check(table, pointed)
    form = WordsForm(request.POST, table=table, pointed=pointed)
    if not form.is_valid():
        return _show_words(request, study, form, status=422)
    layout = pointing.layout_of(table, pointed, form.said())
    if "download" in request.POST:
        return _layout_file(layout)
    try:
        return _finish(request, study, layout, form.said(), sheet=table.sheet)
    except WaterpasError as error:
        return _show_words(request, study, form, problem=said(error), status=422)


def _finish(
    request: AsPerson, study: Study, layout: dict[str, object], words: dict[str, str], *, sheet: str
) -> HttpResponse:
    token = request.POST.get("carried", "")
    with transit.open_path(transit.take(token)) as path:
        counts = counting.count_with_layout(path, study.design, layout)
    reference = words[f"group-{words['reference']}"]
    choice = Choice(str(layout["column"]), "level", reference, words["reason"])
    return finish(request, study, counts, choice, part=sheet, token=token)


def _layout_file(layout: dict[str, object]) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{layout["id"]}.yaml"'}
    text = yaml.safe_dump(layout, sort_keys=False, allow_unicode=True)
    return HttpResponse(text, content_type="application/yaml", headers=headers)


def _table(request: AsPerson) -> Table:
    with transit.open_path(transit.take(request.POST.get("carried", ""))) as path:
        return pointing.read_table(path, sheet=request.POST.get("sheet") or None)


def _show_table(
    request: AsPerson, study: Study, *, problem: str = "", status: int = 200
) -> HttpResponse:
    table = _table(request)
    inspection = inspect_table(table)
    if concerns := (*inspection.never_read, *inspection.stopped):
        stop(request, study, request.POST.get("carried", ""), concerns)
        page: dict[str, object] = {"study": study, "concerns": concerns, "routes": ROUTES}
        return render(request, "studies/no_pointing.html", page, status=422)
    pointed = pointed_at(request.POST)
    header, label = pointing.guess(table)
    steps = {row: at for at, rows in enumerate(pointed.steps, 1) for row in rows}
    page = {
        "study": study,
        "table": table,
        "token": request.POST.get("carried", ""),
        "problem": problem,
        "header": pointed.header_row or header,
        "label": pointed.label_column if pointed.header_row else label,
        "groups": pointed.groups,
        "rows": [(number, steps.get(number, ""), row) for number, row in enumerate(table.rows, 1)],
        "columns": list(enumerate(table.columns)),
    }
    return render(request, "studies/point.html", page, status=status)


def _show_words(
    request: AsPerson, study: Study, form: WordsForm, *, problem: str = "", status: int = 200
) -> HttpResponse:
    page = {
        "study": study,
        "form": form,
        "problem": problem,
        "kept": _kept(request, but=set(form.fields)),
        "parts": [
            (_("De stappen"), list(form.of_steps())),
            (_("De groepen"), list(form.of_groups())),
            (_("De zin en de bron"), list(form.of_words())),
        ],
    }
    return render(request, "studies/point_words.html", page, status=status)


def _kept(request: AsPerson, *, but: set[str]) -> list[tuple[str, str]]:
    """What was pointed at and filled in before, to carry along in hidden fields."""
    left = but | {"csrfmiddlewaretoken", "download", "once"}
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in left and value != ""
    ]
