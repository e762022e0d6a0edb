"""Who works on a study, and what only they see: the counts."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waterpas.tallies.tally import Cell, Tally
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say
from waterpas.web.people.models import Person
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.studies import selectors, services
from waterpas.web.studies.forms.members import MemberForm
from waterpas.web.studies.models import Study
from waterpas.web.studies.percentages import has_percentages, percentage_rows
from waterpas.web.studies.views.access import not_a_member, of_member, of_working_member
from waterpas.web.ui.languages import language_of_page


@needs(Permission.STUDY_CHANGE)
@once
@require_http_methods(["GET", "HEAD", "POST"])
def members(request: AsPerson, pk: int) -> HttpResponseBase:
    study = get_object_or_404(Study, pk=pk)
    if not _may_add(study, request.user):
        return not_a_member(request, study)
    form = MemberForm(request.POST or None, people=selectors.may_join(study))
    if not form.is_valid():
        page = {"form": form, "study": study, "members": study.members.all()}
        return render(request, "studies/members.html", page, status=422 if form.is_bound else 200)
    person = get_object_or_404(Person, pk=form.cleaned_data["person"])
    try:
        services.add_member(study=study, person=person, by=request.user, now=timezone.now())
    except services.StudyWithdrawn:
        say(request, _("Dit onderzoek is ingetrokken. Het verandert niet meer."), bad=True)
    return redirect("studies:members", study.pk)


def _may_add(study: Study, person: Person) -> bool:
    """Members; and who may release, so that a study whose members left is not stuck."""
    return selectors.is_member(study, person) or person.may(Permission.STUDY_RELEASE)


@needs(Permission.STUDY_CHANGE)
@of_working_member
@once
@require_POST
def member_remove(request: AsPerson, study: Study, person: int) -> HttpResponse:
    there = get_object_or_404(study.members, pk=person)
    try:
        services.remove_member(study=study, person=there, by=request.user, now=timezone.now())
    except services.LastMember:
        say(request, _("Er moet iemand overblijven. Voeg eerst iemand anders toe."), bad=True)
    if there.pk == request.user.pk and not selectors.is_member(study, there):
        return redirect("studies:study", study.pk)
    return redirect("studies:members", study.pk)


@needs(Permission.STUDY_CHANGE)
@of_member
@never_cache
@require_safe
def tally(request: AsPerson, study: Study) -> HttpResponse:
    stored = selectors.live_tally(study)
    page: dict[str, object] = {"study": study, "tally": stored}
    page["others"] = selectors.tallies_of(study)
    if stored:
        page["head"], page["rows"] = _table(selectors.opened(stored))
    return render(request, "studies/tally.html", page)


def _table(counts: Tally) -> tuple[list[str], list[tuple[tuple[str, ...], list[str]]]]:
    """The cells as they are, the small ones too."""
    lang = language_of_page()
    if has_percentages(counts):
        return [*counts.by, _("Banen"), _("Percentage")], percentage_rows(counts, lang)
    if counts.steps:
        numbers = [step.label.get(lang, step.id) for step in counts.steps]
    else:
        numbers = [_("Mensen"), _("Met deze uitkomst"), _("Uitkomst onbekend")]
    rows = [(key, _numbers(cell)) for key, cell in counts.cells.items()]
    return [*counts.by, *numbers], rows


def _numbers(cell: Cell) -> list[str]:
    if cell.steps:
        return [_number(count.value) for count in cell.steps]
    cases = cell.cases.value if cell.cases else None
    return [_number(cell.n.value), _number(cases), str(cell.unknown)]


def _number(value: int | None) -> str:
    return _("verborgen") if value is None else str(value)


@needs(Permission.STUDY_CHANGE)
@of_member
@once
@require_POST
def tally_destroy(request: AsPerson, study: Study) -> HttpResponse:
    now = timezone.now()
    for stored in selectors.tallies_of(study).filter(destroyed_at=None):
        services.destroy_tally(tally=stored, by=request.user, now=now)
    say(request, _("De telling is vernietigd. Het resultaat dat u zag, blijft staan."))
    return redirect("studies:study", study.pk)
