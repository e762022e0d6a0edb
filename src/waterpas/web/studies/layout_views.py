"""Point out where a table keeps its counts: choose a file, point, name, read the result."""

from collections.abc import Callable
from functools import wraps

import yaml
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from waterpas.errors import WaterpasError
from waterpas.web.people.access import needs
from waterpas.web.people.permissions import Permission
from waterpas.web.studies import pointing
from waterpas.web.studies.carried import Carried, in_memory, unpacked
from waterpas.web.studies.forms import UploadForm, WordsForm, pointed_at
from waterpas.web.studies.pointing import Table
from waterpas.web.studies.selectors import released_from_layout
from waterpas.web.ui.languages import language_of_page

View = Callable[..., HttpResponse]


def from_the_start(view: View) -> View:
    """Who comes without a file goes to the start; so does an error, as one sentence."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return redirect("layout:start")
        try:
            return view(request)
        except WaterpasError as error:
            problem = error.text(language_of_page())
            return _start(request, UploadForm(), problem=problem, status=422)

    return guarded


@needs(Permission.STUDY_CHANGE)
@require_safe
def layout_start(request: HttpRequest) -> HttpResponse:
    return _start(request, UploadForm())


@needs(Permission.STUDY_CHANGE)
@never_cache
@from_the_start
def layout_table(request: HttpRequest) -> HttpResponse:
    if "carried" in request.POST:
        return _show_table(request, unpacked(request.POST["carried"]))
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _start(request, form, status=422)
    return _show_table(request, form.cleaned_data["file"])


@needs(Permission.STUDY_CHANGE)
@never_cache
@from_the_start
def layout_words(request: HttpRequest) -> HttpResponse:
    file, pointed = unpacked(request.POST.get("carried", "")), pointed_at(request.POST)
    table = _table(file, request.POST.get("sheet"))
    try:
        pointing.check(table, pointed)
    except WaterpasError as error:
        return _show_table(request, file, problem=error.text(language_of_page()), status=422)
    return _show_words(request, WordsForm(table=table, pointed=pointed))


@needs(Permission.STUDY_CHANGE)
@never_cache
@from_the_start
def layout_result(request: HttpRequest) -> HttpResponse:
    file, pointed = unpacked(request.POST.get("carried", "")), pointed_at(request.POST)
    table = _table(file, request.POST.get("sheet"))
    pointing.check(table, pointed)
    form = WordsForm(request.POST, table=table, pointed=pointed)
    if not form.is_valid():
        return _show_words(request, form, status=422)
    layout = pointing.layout_of(table, pointed, form.said())
    if "download" in request.POST:
        return _layout_file(layout)
    try:
        return _show_result(request, file, layout, form.said())
    except WaterpasError as error:
        problem = error.text(language_of_page())
        return _show_words(request, form, problem=problem, status=422)


def _show_result(
    request: HttpRequest, file: Carried, layout: dict[str, object], said: dict[str, str]
) -> HttpResponse:
    reference = said[f"group-{said['reference']}"]
    with in_memory(file) as path:
        released = released_from_layout(
            path, layout, reference=reference, because=said["reason"] or None
        )
    page = {"released": released, "layout": _as_yaml(layout), "kept": _kept(request)}
    return render(request, "studies/layout_result.html", page)


def _layout_file(layout: dict[str, object]) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{layout["id"]}.yaml"'}
    return HttpResponse(_as_yaml(layout), content_type="application/yaml", headers=headers)


def _as_yaml(layout: dict[str, object]) -> str:
    return yaml.safe_dump(layout, sort_keys=False, allow_unicode=True)


def _start(
    request: HttpRequest, form: UploadForm, *, problem: str = "", status: int = 200
) -> HttpResponse:
    page = {"form": form, "problem": problem}
    return render(request, "studies/layout_start.html", page, status=status)


def _table(file: Carried, sheet: str | None) -> Table:
    with in_memory(file) as path:
        return pointing.read_table(path, sheet=sheet or None)


def _show_table(
    request: HttpRequest, file: Carried, *, problem: str = "", status: int = 200
) -> HttpResponse:
    table = _table(file, request.POST.get("sheet"))
    pointed = pointed_at(request.POST)
    header, label = pointing.guess(table)
    steps = {row: at for at, rows in enumerate(pointed.steps, 1) for row in rows}
    page = {
        "table": table,
        "carried": file.packed(),
        "name": file.name,
        "problem": problem,
        "header": pointed.header_row or header,
        "label": pointed.label_column if pointed.header_row else label,
        "groups": pointed.groups,
        "rows": [(number, steps.get(number, ""), row) for number, row in enumerate(table.rows, 1)],
        "columns": list(enumerate(table.columns)),
    }
    return render(request, "studies/layout_table.html", page, status=status)


def _show_words(
    request: HttpRequest,
    form: WordsForm,
    *,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    page = {
        "form": form,
        "problem": problem,
        "kept": _kept(request, but=set(form.fields)),
        "parts": [
            (_("De stappen"), list(form.of_steps())),
            (_("De groepen"), list(form.of_groups())),
            (_("De zin en de bron"), list(form.of_words())),
        ],
    }
    return render(request, "studies/layout_words.html", page, status=status)


def _kept(request: HttpRequest, *, but: set[str] | None = None) -> list[tuple[str, str]]:
    """What was pointed at and filled in before, to carry along in hidden fields."""
    left = (but or set()) | {"csrfmiddlewaretoken", "download"}
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in left and value != ""
    ]
