"""Our addresses, with a planted one where an action is made from a change."""

from django.http import HttpResponse
from django.urls import include, path

from waterpas.web.config.urls import urlpatterns as ours


def planted(request):
    return HttpResponse()


actions = [path("", planted, name="list"), path("nieuw/", planted, name="add")]
urlpatterns = [
    *(route for route in ours if getattr(route, "app_name", "") != "actions"),
    path("planted/", include((actions, "actions"))),
]
