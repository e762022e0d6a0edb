from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.permissions import Permission


@needs(Permission.ACTION_VIEW)
@require_safe
def action_list(request: AsPerson) -> HttpResponse:
    return render(request, "actions/list.html")
