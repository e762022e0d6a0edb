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
from waterpas.web.people.models import Organisation
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission

ON_A_PAGE = 50


@needs(Permission.ORGANISATION_CHANGE)
@once
@require_http_methods(["GET", "HEAD", "POST"])
def municipality(request: AsPerson) -> HttpResponse:
    organisation = Organisation.objects.get()
    form = OrganisationForm(request.POST or None, initial=_initial(organisation))
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "people/municipality.html", {"form": form}, status=status)
    services.change_organisation(
        organisation=organisation, **form.cleaned_data, by=request.user, now=timezone.now()
    )
    return redirect("home")


def _initial(organisation: Organisation) -> dict[str, str]:
    beside = "ja" if organisation.example_beside else "nee"
    return {"name": organisation.name, "size": organisation.size, "example_beside": beside}


@needs(Permission.LOG_VIEW)
@require_safe
def log(request: AsPerson) -> HttpResponse:
    page = Paginator(all_events(), ON_A_PAGE).get_page(request.GET.get("pagina"))
    shown = lines(page.object_list, reader=request.user)
    return render(request, "people/log.html", {"page": page, "lines": shown})
