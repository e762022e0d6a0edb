"""Pages about the site itself: the municipality, and the log."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from waterpas.web.audit_trail.selectors import all_events
from waterpas.web.people import services
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.forms import OrganisationForm
from waterpas.web.people.log_lines import lines
from waterpas.web.people.messages import say_both_kept
from waterpas.web.people.models import Organisation
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.references.versions import ChangedMeanwhile, shown_again

ON_A_PAGE = 50


@needs(Permission.ORGANISATION_CHANGE)
@once
@require_http_methods(["GET", "HEAD", "POST"])
def municipality(request: AsPerson) -> HttpResponse:
    organisation = Organisation.objects.get()
    form = OrganisationForm(request.POST or None, organisation=organisation)
    page: dict[str, object] = {"form": form}
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "people/municipality.html", page, status=status)
    try:
        saved = services.change_organisation(
            organisation=organisation, **form.cleaned_data, by=request.user, now=timezone.now()
        )
    except ChangedMeanwhile as changed:
        organisation.refresh_from_db()
        again = shown_again(
            form, lambda data: OrganisationForm(data, organisation=organisation), changed
        )
        page = {"form": again, "is_changed": True}
        return render(request, "people/municipality.html", page, status=409)
    say_both_kept(request, version=form.cleaned_data["version"], now=saved.version)
    return redirect("home")


@needs(Permission.LOG_VIEW)
@require_safe
def log(request: AsPerson) -> HttpResponse:
    found = Paginator(all_events(), ON_A_PAGE).get_page(request.GET.get("pagina"))
    shown = lines(found.object_list, reader=request.user)
    return render(request, "people/log.html", {"page": found, "lines": shown})
