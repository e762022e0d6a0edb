from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from waterpas.web.actions import services, words
from waterpas.web.actions.errors import ActionRefused
from waterpas.web.actions.models import Action
from waterpas.web.findings.models import Finding
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.ui.languages import language_of_page


@needs(Permission.ACTION_CHANGE)
@once
@require_POST
def action_take_over(request: AsPerson) -> HttpResponse:
    """One click beside a finding: what the handbook offers becomes an action."""
    number = request.POST.get("finding", "")
    finding = get_object_or_404(Finding, pk=number if number.isdecimal() else 0)
    try:
        action = services.take_over_change(
            finding=finding,
            change=request.POST.get("change", ""),
            lang=language_of_page(),
            by=request.user,
            now=timezone.now(),
        )
    except ActionRefused as refused:
        say(request, words.refusal(refused), bad=True)
        return redirect("findings:detail", finding.pk)
    return redirect("actions:detail", action.pk)


@needs(Permission.ACTION_CHANGE)
@once
@require_POST
def action_undo(request: AsPerson, pk: int) -> HttpResponse:
    action = get_object_or_404(Action, pk=pk)
    finding = action.findings.first()
    try:
        services.undo_take_over(action=action, by=request.user, now=timezone.now())
    except ActionRefused as refused:
        say(request, words.refusal(refused), bad=True)
        return redirect("actions:detail", pk)
    say(request, _("De maatregel is weer weg."))
    return redirect("findings:detail", finding.pk) if finding else redirect("actions:list")
