from collections.abc import Collection

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waterpas.web.actions import selectors, services, words
from waterpas.web.actions.forms import ActionForm, MeansForm, initial_of, show_theirs
from waterpas.web.actions.models import Action
from waterpas.web.actions.rules import Gap
from waterpas.web.actions.shown import answered
from waterpas.web.actions.start import read_start
from waterpas.web.actions.trying import attempt, status_of
from waterpas.web.actions.values import Asked
from waterpas.web.findings.models import Finding
from waterpas.web.people.access import AsPerson, Stamp, needs
from waterpas.web.people.messages import say, say_both_kept
from waterpas.web.people.new_positions import with_positions
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.references.versions import ChangedMeanwhile
from waterpas.web.ui.languages import language_of_page

GET_POST = ["GET", "HEAD", "POST"]


@needs(Permission.ACTION_CHANGE)
@once
@require_http_methods(GET_POST)
def action_add(request: AsPerson) -> HttpResponse:
    start = read_start(request.GET, language_of_page())
    form = ActionForm(
        request.POST or None,
        initial=start.initial,
        preventive=not start.findings,
        by=request.user,
    )
    if form.is_valid() and (action := attempt(form, lambda: _add(request, form, start.findings))):
        _note_past(request, action)
        return redirect("actions:detail", action.pk)
    page = {
        "form": form,
        "answered": [answered(finding) for finding in start.findings],
        "decided": start.decided,
        "others": len(start.findings) == 1 and Action.objects.exists(),
    }
    return render(request, "actions/form.html", page, status=status_of(form))


@transaction.atomic
def _add(request: AsPerson, form: ActionForm, findings: Collection[Finding]) -> Action:
    """The action, and the functions that were typed in the same form: all of it or nothing."""
    stamp: Stamp = {"by": request.user, "now": timezone.now()}
    return services.add_action(findings=findings, **with_positions(form.values, **stamp), **stamp)


@needs(Permission.ACTION_CHANGE)
@once
@require_http_methods(GET_POST)
def action_change(request: AsPerson, pk: int) -> HttpResponse:
    action = get_object_or_404(selectors.actions(), pk=pk)
    form = ActionForm(
        request.POST or None,
        initial=initial_of(action),
        action=action,
        preventive=not action.findings.all(),
        by=request.user,
    )
    if form.is_valid() and (changed := _changed(request, form, action)):
        version = form.cleaned_data["version"] or 0
        say_both_kept(request, version=version, now=changed.version)
        _note_past(request, changed)
        return redirect("actions:detail", pk)
    page = {"form": form, "action": action}
    return render(request, "actions/form.html", page, status=status_of(form))


def _changed(request: AsPerson, form: ActionForm, action: Action) -> Action | None:
    try:
        return attempt(form, lambda: _change(request, form, action))
    except ChangedMeanwhile as meanwhile:
        now = Action.objects.get(pk=action.pk)
        fresh = ActionForm(initial=initial_of(now), action=now, preventive=form.preventive)
        show_theirs(form, fresh, meanwhile)
        return None


@transaction.atomic
def _change(request: AsPerson, form: ActionForm, action: Action) -> Action:
    stamp: Stamp = {"by": request.user, "now": timezone.now()}
    return services.change_action(
        action=action,
        version=form.cleaned_data["version"] or 0,
        started=form.cleaned_data["started"],
        **with_positions(form.values, **stamp),
        **stamp,
    )


@needs(Permission.ACTION_CHANGE)
@once
@require_http_methods(GET_POST)
def action_means(request: AsPerson) -> HttpResponse:
    """Only the actions that were in the form when it was sent; others may have joined since."""
    if request.method == "POST":
        numbers = [number for number in request.POST.getlist("action") if number.isdecimal()]
        asked = list(selectors.actions().filter(pk__in=numbers))
    else:
        asked = selectors.without_money_decision(today=timezone.localdate())
    forms = [MeansForm(request.POST or None, action=action) for action in asked]
    if forms and forms[0].is_bound and _all_valid(forms):
        done = _asked(request, [form for form in forms if form.is_touched])
        if done is not None:
            say(request, words.kept(len(done)))
            return redirect("actions:means" if done else "actions:list")
    page = {"forms": forms, "totals": selectors.totals(selectors.actions())}
    wrong = any(form.is_bound and form.errors for form in forms)
    return render(request, "actions/means.html", page, status=422 if wrong else 200)


def _all_valid(forms: list[MeansForm]) -> bool:
    """Whether all are right; each is looked at, so that each shows what is wrong."""
    return [form for form in forms if not form.is_valid()] == []


def _asked(request: AsPerson, forms: list[MeansForm]) -> list[Action] | None:
    by_action = {form.action.pk: form for form in forms}
    asked = [Asked(action=form.action, **form.cleaned_data) for form in by_action.values()]
    try:
        return services.ask_means(asked=asked, by=request.user, now=timezone.now())
    except services.MeansChangedMeanwhile as changed:
        now = Action.objects.get(pk=changed.action.pk)
        show_theirs(by_action[now.pk], MeansForm(action=now), changed.meanwhile)
        return None


def _note_past(request: AsPerson, action: Action) -> None:
    """A date that is past is allowed; somebody may be writing down what should have happened."""
    if Gap.OVERDUE in selectors.now_of(action, today=timezone.localdate()).gaps:
        say(request, _("Bewaard. Let op: de datum is al voorbij."), bad=True)
