from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from waterpas.web.actions import selectors
from waterpas.web.actions.exports import as_csv
from waterpas.web.actions.forms import FilterForm
from waterpas.web.actions.shown import detail_of
from waterpas.web.audit_trail.selectors import events_of
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.permissions import Permission


@needs(Permission.ACTION_VIEW)
@require_safe
def action_list(request: AsPerson) -> HttpResponse:
    today = timezone.localdate()
    form = FilterForm(request.GET)
    found = selectors.filtered(today=today, **form.chosen)
    page = {
        "shelves": selectors.shelves(found),
        "totals": selectors.totals([now.action for now in found]),
        "count": len(found),
        "filter": form,
        "is_filtered": bool(form.chosen),
        "query": request.GET.urlencode(),
    }
    return render(request, "actions/list.html", page)


@needs(Permission.ACTION_VIEW)
@require_safe
def action_csv(request: AsPerson) -> HttpResponse:
    form = FilterForm(request.GET)
    found = selectors.filtered(today=timezone.localdate(), **form.chosen)
    name = _("maatregelen") + ".csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(as_csv(found), content_type="text/csv; charset=utf-8", headers=headers)


@needs(Permission.ACTION_VIEW)
@require_safe
def action_detail(request: AsPerson, pk: int) -> HttpResponse:
    action = get_object_or_404(selectors.actions(), pk=pk)
    now = selectors.now_of(action, today=timezone.localdate())
    page = {"now": now, "action": action, "events": events_of(action)[:20]}
    return render(request, "actions/detail.html", page | detail_of(now))
