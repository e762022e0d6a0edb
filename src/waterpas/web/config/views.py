"""Pages that belong to no app: the choice of language, and what went wrong."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from waterpas.web.people import typed
from waterpas.web.ui.routes import open_because

CHUNK, MOST_HEARD = 1 << 16, 200_000_000


@open_because("everybody may know what is kept about them")
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/privacy.html")


@open_because("everybody chooses the language to read in")
@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    return set_language(request)


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose secret no longer fits, such as after logging in again in another tab.

    What was typed in a form of ours is kept; a form of another site is refused.
    """
    if request.method == "POST" and typed.comes_from_us(request):
        if not request.user.is_authenticated:
            return typed.ask_to_log_in(request)
        if kept := typed.unpack(typed.pack(request)):
            return typed.offer_again(request, kept, status=403)
    return render(request, "ui/expired.html", status=403)


def locked_out(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """Too many wrong passwords in a row."""
    return render(request, "ui/locked_out.html", status=429)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What we do not read. A form that is too long is heard out: else the browser shows nothing."""
    is_too_long = isinstance(exception, RequestDataTooBig)
    if is_too_long:
        _hear_out(request)
    return render(request, "ui/400.html", {"is_too_long": is_too_long}, status=400)


def _hear_out(request: HttpRequest) -> None:
    """Receive the rest of a form and forget it; a server that hangs up early looks broken."""
    heard = 0
    while heard < MOST_HEARD and (piece := request.read(CHUNK)):
        heard += len(piece)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "ui/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/500.html", status=500)
