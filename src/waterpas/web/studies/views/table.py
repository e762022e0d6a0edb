"""Hand in a table, see what we read, choose, and count."""

from collections.abc import Sequence

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from waterpas.errors import SmallAreas, TotalsInData, WaterpasError
from waterpas.explain.method_questions import questions_of
from waterpas.tallies.layouts import load_layout, shipped
from waterpas.tallies.neighbourhoods import Neighbourhoods
from waterpas.tallies.tally import Tally
from waterpas.texts import translate
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.studies import counting, places, selectors, services, transit
from waterpas.web.studies.forms.again import AgainForm
from waterpas.web.studies.forms.asks import PREFIX
from waterpas.web.studies.forms.choose import ChooseForm
from waterpas.web.studies.forms.places import upload_form
from waterpas.web.studies.forms.table import COUNTS, ROWS, GroundForm, TypedForm, UploadForm
from waterpas.web.studies.guard import ROUTES, Concern
from waterpas.web.studies.looking import Look, look
from waterpas.web.studies.models import Route, Study
from waterpas.web.studies.rules import CHAIN, Choice
from waterpas.web.studies.views.access import of_table, of_working_member
from waterpas.web.ui.languages import language_of_page

GET_POST = ["GET", "HEAD", "POST"]
LARGER = f"{PREFIX}larger"


def said(error: WaterpasError) -> str:
    """What is wrong, where, and how to mend it, in the language of the page."""
    if isinstance(error, TotalsInData):
        return _(
            "In de kolom '%(column)s' lijkt '%(levels)s' de som van andere groepen. Dan telt "
            "iedereen dubbel. Laat weg wat een som is."
        ) % {"column": error.fields["column"], "levels": error.fields["levels"]}
    return error.text(language_of_page())


def ask_about(form: ChooseForm | TypedForm, error: WaterpasError) -> None:
    """Where a choice mends it (rows that are sums, small areas): ask for it in the form."""
    if isinstance(error, TotalsInData):
        form.add_error("totals", _("Kies wat er met deze rijen gebeurt."))
    if isinstance(error, SmallAreas) and LARGER in form.fields:
        form.add_error(
            LARGER,
            _("Kies een kolom met grotere gebieden. Staat die er niet? Zet hem in uw bestand."),
        )


@needs(Permission.STUDY_CHANGE)
@of_working_member
@of_table
@require_safe
def table(request: AsPerson, study: Study) -> HttpResponse:
    holds = COUNTS if study.route == Route.CBS else ROWS
    return _upload_page(request, study, upload_form(study.kind)(initial={"holds": holds}))


def _upload_page(
    request: AsPerson, study: Study, form: UploadForm, *, problem: str = "", status: int = 200
) -> HttpResponse:
    page = {"form": form, "study": study, "problem": problem}
    page["needs"] = needs_of(study)
    return render(request, "studies/table.html", page, status=status)


def needs_of(study: Study) -> str:
    """What the table must hold, in words; empty: what every table holds."""
    method = selectors.method_of_study(study)
    return translate(method.needs, language_of_page()) if method else ""


@needs(Permission.STUDY_CHANGE)
@of_working_member
@of_table
@once
@require_http_methods(GET_POST)
def typed(request: AsPerson, study: Study) -> HttpResponse:
    if selectors.method_of_study(study):
        return redirect("studies:table", study.pk)  # its table has more than groups and counts
    form = TypedForm(request.POST or None)
    page = {"form": form, "study": study}
    if not form.is_valid():
        return render(request, "studies/typed.html", page, status=422 if form.is_bound else 200)
    rows, column = form.rows(), form.cleaned_data["column"]
    choice = Choice(column, "level", rows[0][0], form.cleaned_data["because"])
    try:
        totals = form.cleaned_data["totals"] or None
        called = form.cleaned_data["outcome"]
        counts = counting.count_typed(column, rows, study.design, totals=totals, called=called)
        return finish(request, study, counts, choice, part="")
    except WaterpasError as error:
        page["problem"] = said(error)
        ask_about(form, error)
    return render(request, "studies/typed.html", page, status=422)


@needs(Permission.STUDY_CHANGE)
@of_working_member
@of_table
@never_cache
@once
@require_http_methods(GET_POST)
def read(request: AsPerson, study: Study) -> HttpResponse:
    if request.method != "POST":
        say(
            request,
            _("Lees de tabel opnieuw in. Deze bladzijde heeft uw bestand niet meer."),
            bad=True,
        )
        return redirect("studies:table", study.pk)
    if "carried" in request.POST:
        return look_at(request, study, request.POST["carried"])
    form = upload_form(study.kind)(request.POST, request.FILES)
    if not form.is_valid():
        return _upload_page(request, study, form, status=422)
    try:
        beside = places.packed(form.cleaned_data.get("neighbourhoods"))
        ticket = transit.put(*form.cleaned_data["file"], beside=beside, owner=study.pk)
    except WaterpasError as error:
        return _upload_page(request, study, form, problem=said(error), status=422)
    return look_at(request, study, ticket.token)


def look_at(request: AsPerson, study: Study, token: str) -> HttpResponse:
    """What is in the file; and, when it was chosen, the result."""
    sheet, holds = request.POST.get("sheet") or None, request.POST.get("holds", ROWS)
    try:
        carried = transit.take(token)
        found = look(carried, study=study, has_counts=holds == COUNTS, sheet=sheet)
    except WaterpasError as error:
        return start_again(request, study, error, token=token)
    if found.stopped:
        stop(request, study, token, found.stopped)
        page = {"study": study, "look": found, "form": GroundForm(), "routes": ROUTES}
        return render(request, "studies/stopped.html", page)
    if found.profile is None:
        return _read_page(request, study, token, found, None)
    chosen = request.POST if "across" in request.POST else None
    beside = places.unpacked(carried.beside)
    method = places.asking(selectors.method_of_study(study), beside)
    form = ChooseForm(chosen, profile=found.profile, has_counts=found.has_counts, method=method)
    if not form.is_valid():
        return _read_page(request, study, token, found, form, beside=beside)
    try:
        return _count(request, study, token, form, beside)
    except WaterpasError as error:
        ask_about(form, error)
        return _read_page(request, study, token, found, form, beside=beside, problem=said(error))


def _count(
    request: AsPerson,
    study: Study,
    token: str,
    form: ChooseForm,
    beside: Neighbourhoods | None,
) -> HttpResponse:
    choice, counted = form.choice(), form.counted()
    with transit.open_path(transit.take(token)) as path:
        counts = counting.counted_as_is(path, study.design, counted, choice)
    if beside:
        counts, choice = places.joined(counts, choice, beside)
    counts = counting.prepared(counts, choice)
    page = finish(request, study, counts, choice, part=counted.sheet or "", token=token)
    if beside and (left_out := places.left_out(counts, beside)):
        say(request, left_out)
    return page


def _read_page(
    request: AsPerson,
    study: Study,
    token: str,
    found: Look,
    form: ChooseForm | None,
    *,
    beside: Neighbourhoods | None = None,
    problem: str = "",
) -> HttpResponse:
    if found.problem and not problem:
        problem = said(found.problem)
    layouts = [load_layout(name) for name in found.layouts]
    page = {
        "study": study,
        "token": token,
        "look": found,
        "layouts": [(each.called(language_of_page()), each) for each in layouts],
        "form": form,
        "problem": problem,
        "holds": request.POST.get("holds", ROWS),
        "sheet": request.POST.get("sheet", ""),
        "before": selectors.already_read(study, found.sha256),
        "needs": needs_of(study),
        "beside": beside,
        "takes_steps": selectors.takes_steps(study),
        "chain": questions_of([CHAIN], language_of_page())[0],
        # What went wrong in counting may lie at anything that was chosen.
        "open_more": form and (form.is_open_in_more or (form.is_bound and bool(problem))),
    }
    status = 422 if form and form.is_bound else 200
    return render(request, "studies/read.html", page, status=status)


def stop(request: AsPerson, study: Study, token: str, concerns: Sequence[Concern]) -> None:
    """Throw a table away that we may not read, and put on record that it was brought."""
    transit.drop(token)
    kinds = {str(concern.kind) for concern in concerns}
    services.refuse_table(study=study, kinds=kinds, by=request.user, now=timezone.now())


def start_again(
    request: AsPerson, study: Study, error: WaterpasError, *, token: str = ""
) -> HttpResponse:
    """The page to hand in a file, with what was wrong; the file is gone."""
    transit.drop(token or request.POST.get("carried", ""))
    form = upload_form(study.kind)(initial={"holds": request.POST.get("holds", ROWS)})
    return _upload_page(request, study, form, problem=said(error), status=422)


@needs(Permission.STUDY_CHANGE)
@of_working_member
@require_http_methods(GET_POST)
def drop(request: AsPerson, study: Study) -> HttpResponse:
    if request.method == "POST":
        transit.drop(request.POST.get("carried", ""))
        say(request, _("Wij hebben het bestand weggegooid."))
    return redirect("studies:table", study.pk)


@needs(Permission.STUDY_CHANGE)
@of_working_member
@never_cache
@once
@require_http_methods(GET_POST)
def ground(request: AsPerson, study: Study) -> HttpResponse:
    if request.method != "POST":
        return redirect("studies:table", study.pk)
    form = GroundForm(request.POST)
    if not form.is_valid():
        page = {"study": study, "form": form}
        return render(request, "studies/ground.html", page, status=422)
    services.state_ground(study=study, **form.cleaned_data, by=request.user, now=timezone.now())
    say(request, _("De grondslag ligt vast. Kies het bestand nu opnieuw."))
    return redirect("studies:table", study.pk)


@needs(Permission.STUDY_CHANGE)
@of_working_member
@of_table
@never_cache
@once
@require_http_methods(GET_POST)
def layout(request: AsPerson, study: Study, layout: str) -> HttpResponse:
    if layout not in shipped() or request.method != "POST":
        return redirect("studies:table", study.pk)
    token = request.POST.get("carried", "")
    try:
        with transit.open_path(transit.take(token)) as path:
            counts = counting.count_with_layout(path, study.design, layout)
    except WaterpasError as error:
        return start_again(request, study, error)
    form = reference_form(request.POST if "across" in request.POST else None, counts, study)
    if not form.is_valid():
        page = {"study": study, "form": form, "tally": counts, "token": token}
        return render(request, "studies/layout.html", page, status=422 if form.is_bound else 200)
    sheet, counts = load_layout(layout).sheet or "", form.about(counts, layout=layout)
    return finish(request, study, counts, form.choice(), part=sheet, token=token)


def reference_form(data: QueryDict | None, counts: Tally, study: Study) -> AgainForm:
    """Choose whom to compare with, for the first column; nobody is chosen beforehand."""
    method = selectors.method_of_study(study)
    return AgainForm(data, tally=counts, method=method, initial={"across": "0"})


def finish(
    request: AsPerson, study: Study, counts: Tally, choice: Choice, *, part: str, token: str = ""
) -> HttpResponse:
    """Keep the counts, forget the rows, measure, and show the result."""
    choice, now = counting.settled(counts, choice), timezone.now()
    counts, choice = counting.prepared(counts, choice), counting.nameless(choice)
    stored = services.store_tally(
        study=study, tally=counts, choice=choice, part=part, by=request.user, now=now
    )
    services.measure_study(study=study, tally=stored, choice=choice, by=request.user, now=now)
    if token:
        transit.drop(token)
    return redirect("studies:result", study.pk)
