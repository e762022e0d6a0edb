from collections.abc import Callable

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from waterpas.web.actions import services, words
from waterpas.web.actions.errors import ActionRefused
from waterpas.web.actions.forms import ChooseForm, DilutedForm, IntroduceForm, LinkForm, WorksForm
from waterpas.web.actions.models import Action, Status
from waterpas.web.actions.shown import answered
from waterpas.web.actions.trying import attempt, status_of
from waterpas.web.findings.models import Finding
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission

GET_POST = ["GET", "HEAD", "POST"]


@needs(Permission.ACTION_CHANGE)
@once
@require_http_methods(GET_POST)
def action_link(request: AsPerson, pk: int) -> HttpResponse:
    action = get_object_or_404(Action, pk=pk)
    form = LinkForm(request.POST or None, action=action)
    if form.is_valid() and _linked(request, form, action, form.cleaned_data["finding"]):
        return redirect("actions:detail", pk)
    page = {"form": form, "action": action, "heading": _("Bevinding erbij zetten")}
    page["button"] = _("Erbij zetten")
    return render(request, "actions/one.html", page, status=status_of(form))


@needs(Permission.ACTION_CHANGE)
@once
@require_http_methods(GET_POST)
def action_choose(request: AsPerson) -> HttpResponse:
    """An action that is there already, for the finding in the address."""
    number = request.GET.get("finding", "")
    finding = get_object_or_404(Finding, pk=number if number.isdecimal() else 0)
    form = ChooseForm(request.POST or None, finding=finding)
    if form.is_valid() and _linked(request, form, form.cleaned_data["action"], finding):
        return redirect("actions:detail", form.cleaned_data["action"].pk)
    page = {"form": form, "answered": answered(finding)}
    return render(request, "actions/choose.html", page, status=status_of(form))


def _linked(request: AsPerson, form: Form, action: Action, finding: Finding) -> Action | None:
    return attempt(
        form,
        lambda: services.link_finding(
            action=action, finding=finding, by=request.user, now=timezone.now()
        ),
    )


@needs(Permission.ACTION_CHANGE)
@once
@require_POST
def action_unlink(request: AsPerson, pk: int, finding: int) -> HttpResponse:
    action, answered = get_object_or_404(Action, pk=pk), get_object_or_404(Finding, pk=finding)
    try:
        services.unlink_finding(
            action=action, finding=answered, by=request.user, now=timezone.now()
        )
    except ActionRefused:
        say(request, _("Kies eerst een patroon of criterium bij deze maatregel."), bad=True)
    return redirect("actions:detail", pk)


@needs(Permission.ACTION_CHANGE)
@once
@require_http_methods(GET_POST)
def action_introduce(request: AsPerson, pk: int) -> HttpResponse:
    action, today = get_object_or_404(Action, pk=pk), timezone.localdate()
    form = IntroduceForm(request.POST or None, today=today, initial={"introduced_on": today})
    done = form.is_valid() and attempt(
        form,
        lambda: services.introduce_action(
            action=action, **form.cleaned_data, by=request.user, now=timezone.now()
        ),
    )
    if done:
        return redirect("actions:detail", pk)
    page = {"form": form, "action": action, "heading": _("Ingevoerd"), "button": _("Bewaren")}
    return render(request, "actions/one.html", page, status=status_of(form))


@needs(Permission.ACTION_CONCLUDE)
@once
@require_http_methods(GET_POST)
def action_works(request: AsPerson, pk: int) -> HttpResponse:
    action = get_object_or_404(Action, pk=pk)
    if _is_too_early(request, action):
        return redirect("actions:detail", pk)
    form = WorksForm(request.POST or None, action=action, also=request.GET.get("urn", ""))
    if form.is_valid() and _concluded(request, form, action, services.conclude_works):
        return redirect("actions:detail", pk)
    page = {"form": form, "action": action, "heading": _("Werkt het?"), "button": _("Het werkt")}
    return render(request, "actions/one.html", page, status=status_of(form))


@needs(Permission.ACTION_CONCLUDE)
@once
@require_http_methods(GET_POST)
def action_dilute(request: AsPerson, pk: int) -> HttpResponse:
    action = get_object_or_404(Action, pk=pk)
    if _is_too_early(request, action):
        return redirect("actions:detail", pk)
    form = DilutedForm(request.POST or None, action=action, also=request.GET.get("urn", ""))
    if form.is_valid() and _concluded(request, form, action, services.conclude_diluted):
        return redirect("actions:detail", pk)
    page = {"form": form, "action": action, "heading": _("Afgezwakt"), "button": _("Bewaren")}
    return render(request, "actions/one.html", page, status=status_of(form))


def _is_too_early(request: AsPerson, action: Action) -> bool:
    """Only what is introduced can be concluded; what was typed is never thrown away for that."""
    if request.method == "POST" or action.status == Status.INTRODUCED:
        return False
    say(request, _("Dit kan pas als de maatregel is ingevoerd, en één keer."), bad=True)
    return True


def _concluded(
    request: AsPerson, form: Form, action: Action, conclude: Callable[..., Action]
) -> Action | None:
    return attempt(
        form,
        lambda: conclude(action=action, **form.cleaned_data, by=request.user, now=timezone.now()),
    )


@needs(Permission.ACTION_CONCLUDE)
@once
@require_POST
def action_reopen(request: AsPerson, pk: int) -> HttpResponse:
    action, standing = get_object_or_404(Action, pk=pk), request.POST.get("standing", "")
    try:
        services.reopen_action(
            action=action, standing=standing, by=request.user, now=timezone.now()
        )
    except ActionRefused as refused:
        say(request, words.refusal(refused), bad=True)
    return redirect("actions:detail", pk)
