"""Pages that belong to no app: the choice of language, and what went wrong."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from waterpas.web.studies import selectors as studies
from waterpas.web.ui.routes import open_because


@open_because("leads to what is open itself")
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    study = studies.studies().first()
    return redirect("studies:result", study.slug) if study else redirect("studies:list")


@open_because("everybody chooses the language to read in")
@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    return set_language(request)


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "ui/403.html", status=403)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "ui/400.html", status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "ui/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/500.html", status=500)
