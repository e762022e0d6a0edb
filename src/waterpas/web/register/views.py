from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.permissions import Permission


@needs(Permission.REGISTER_VIEW)
@require_safe
def item_list(request: AsPerson) -> HttpResponse:
    return render(request, "register/list.html")
