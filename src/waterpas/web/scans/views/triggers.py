"""What the municipality always scans."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.references.versions import ChangedMeanwhile
from waterpas.web.scans import services
from waterpas.web.scans.forms.triggers import TriggersForm


@needs(Permission.ORGANISATION_CHANGE)
@once
@require_http_methods(["GET", "HEAD", "POST"])
def triggers(request: AsPerson) -> HttpResponse:
    form = TriggersForm(request.POST or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "scans/triggers.html", {"form": form}, status=status)
    try:
        services.set_triggers(
            wanted=form.wanted(),
            started=form.cleaned_data["started"],
            by=request.user,
            now=timezone.now(),
        )
    except ChangedMeanwhile as changed:
        page = {"form": form.again(changed), "is_changed": True}
        return render(request, "scans/triggers.html", page, status=409)
    say(request, _("Bewaard. De prescan vraagt hier nu naar."))
    return redirect("scans:list")
