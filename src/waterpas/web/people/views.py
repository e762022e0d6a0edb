from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waterpas.web.people import selectors, services
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.forms import (
    BeginForm,
    LogInForm,
    NewPersonForm,
    PasswordForm,
)
from waterpas.web.people.invitations import entrance_of, invitation_of, link_of, may_invite
from waterpas.web.people.messages import say
from waterpas.web.people.models import Person
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.people.start_code import is_start_code
from waterpas.web.people.typed import offer_again, unpack
from waterpas.web.ui.routes import open_because

GET_POST = ["GET", "HEAD", "POST"]


@open_because("who begins has no account yet; the start code stands in the server's own window")
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(GET_POST)
def begin(request: HttpRequest) -> HttpResponse:
    if selectors.organisation():
        return redirect("home")
    form = BeginForm(request.POST or None, initial={"code": request.GET.get("code", "")})
    if not form.is_valid():
        return render(
            request, "people/begin.html", {"form": form}, status=422 if form.is_bound else 200
        )
    if not is_start_code(form.cleaned_data.pop("code")):
        form.add_error("code", _("Deze startcode klopt niet. Kijk in het venster van Waterpas."))
        return render(request, "people/begin.html", {"form": form}, status=422)
    services.begin(**form.cleaned_data, now=timezone.now())
    person = Person.objects.get_by_natural_key(form.cleaned_data["coordinator_email"])
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")


@open_because("who logs in is not logged in yet")
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(GET_POST)
def log_in(request: HttpRequest) -> HttpResponse:
    form = LogInForm(request, request.POST or None)
    page = {"form": form, "next": _next(request), "typed": request.POST.get("typed", "")}
    if settings.EXAMPLE:
        page["people"] = selectors.active_people()
    if not form.is_valid():
        return render(request, "people/log_in.html", page, status=422 if form.is_bound else 200)
    login(request, form.get_user())
    return _go_on(request)


@open_because("only in the example municipality: there everybody may look as everybody")
@never_cache
@require_POST
def log_in_as(request: HttpRequest, pk: int) -> HttpResponse:
    if not settings.EXAMPLE:
        raise Http404
    person = get_object_or_404(selectors.active_people(), pk=pk)
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return _go_on(request)


def _go_on(request: HttpRequest) -> HttpResponse:
    """To what was typed before the session ended, else to where somebody was going."""
    typed = unpack(request.POST.get("typed", "")) if request.POST.get("typed") else None
    if typed is None:
        return redirect(_next(request))
    # Somebody else may have logged in on this computer: what the first typed is not theirs.
    is_theirs = isinstance(request.user, Person) and typed.is_of(request.user)
    return offer_again(request, typed) if is_theirs else redirect("home")


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if safe else reverse("home")


@open_because("everybody may leave")
@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    response = redirect("people:log_in")
    # Who uses this computer next finds no page of ours in its browser.
    response["Clear-Site-Data"] = '"cache"'
    return response


@open_because("who is invited has no password yet; the link is secret and works once")
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(GET_POST)
def welcome(request: HttpRequest, code: str, token: str) -> HttpResponse:
    invitation = invitation_of(code, token, now=timezone.now())
    if invitation is None:
        return render(request, "people/welcome_over.html", status=410)
    form = PasswordForm(request.POST or None)
    if not form.is_valid():
        page = {"form": form, "person": invitation.person}
        return render(request, "people/welcome.html", page, status=422 if form.is_bound else 200)
    try:
        person = services.accept_invitation(
            invitation=invitation, password=form.cleaned_data["password"], now=timezone.now()
        )
    except services.InvitationOver:
        return render(request, "people/welcome_over.html", status=410)
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")


@needs(Permission.PEOPLE_VIEW)
@require_safe
def people_list(request: AsPerson) -> HttpResponse:
    page = {"people": selectors.people(), "positions": selectors.positions()}
    return render(request, "people/list.html", page)


@needs(Permission.PEOPLE_CHANGE)
@once
@require_http_methods(GET_POST)
def person_add(request: AsPerson) -> HttpResponse:
    form = NewPersonForm(request.POST or None, by=request.user)
    if not form.is_valid():
        page = {"form": form}
        return render(request, "people/add.html", page, status=422 if form.is_bound else 200)
    person = services.add_person(**form.cleaned_data, by=request.user, now=timezone.now())
    return redirect("people:person", person.pk)


@needs(Permission.PEOPLE_VIEW)
@require_safe
def person_detail(request: AsPerson, pk: int) -> HttpResponse:
    person = get_object_or_404(selectors.people(), pk=pk)
    page = {
        "person": person,
        "entrance": entrance_of(person, now=timezone.now()),
        "may_invite": may_invite(person, by=request.user),
        "is_of_coordinator": selectors.is_of_coordinator(person, reader=request.user),
        "has_password": person.has_usable_password(),
    }
    return render(request, "people/person.html", page)


@needs(Permission.PEOPLE_CHANGE)
@never_cache
@once
@require_POST
def person_invite(request: AsPerson, pk: int) -> HttpResponse:
    """The one page on which the link stands; to see a link again, make a new one."""
    person = get_object_or_404(selectors.people(), pk=pk)
    try:
        secret = services.invite(person=person, by=request.user, now=timezone.now())
    except services.MayNotInvite:
        say(request, _("Deze persoon kan alleen de coördinator uitnodigen."), bad=True)
        return redirect("people:person", pk)
    page = {"person": person, "link": request.build_absolute_uri(link_of(person, secret))}
    return render(request, "people/invited.html", page)
