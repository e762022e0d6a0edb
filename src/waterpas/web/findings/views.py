from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.permissions import Permission


@needs(Permission.FINDING_VIEW)
@require_safe
def finding_list(request: AsPerson) -> HttpResponse:
    return render(request, "findings/list.html")
