"""Pages that change who is there: details, roles, leaving, coming back, and functions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from waterpas.web.people import selectors, services
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.forms import PersonForm, PositionForm, RolesForm
from waterpas.web.people.invitations import entrance_of
from waterpas.web.people.messages import say, say_both_kept
from waterpas.web.people.models import Person, Position
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.people.roles import EXCLUSIONS
from waterpas.web.references.versions import ChangedMeanwhile, shown_again

GET_POST = ["GET", "HEAD", "POST"]


@needs(Permission.PEOPLE_CHANGE)
@once
@require_http_methods(GET_POST)
def person_change(request: AsPerson, pk: int) -> HttpResponse:
    person = get_object_or_404(Person, pk=pk)
    fixed = selectors.is_of_coordinator(person, reader=request.user)
    form = PersonForm(request.POST or None, person=person, is_address_fixed=fixed)
    page = {"form": form, "person": person}
    if not form.is_valid():
        return render(request, "people/change.html", page, status=422 if form.is_bound else 200)
    try:
        saved = services.change_person(
            person=person, **form.cleaned_data, by=request.user, now=timezone.now()
        )
    except ChangedMeanwhile as changed:
        person.refresh_from_db()
        again = shown_again(
            form,
            lambda data: PersonForm(data, person=person, is_address_fixed=fixed),
            changed,
        )
        page |= {"form": again, "is_changed": True}
        return render(request, "people/change.html", page, status=409)
    say_both_kept(request, version=form.cleaned_data["version"], now=saved.version)
    return redirect("people:person", pk)


@needs(Permission.PEOPLE_CHANGE)
@once
@require_http_methods(GET_POST)
def person_roles(request: AsPerson, pk: int) -> HttpResponse:
    person = get_object_or_404(selectors.people(), pk=pk)
    held = person.role_codes
    form = RolesForm(request.POST or None, by=request.user, held=held)
    page = {"form": form, "person": person, "entrance": entrance_of(person, now=timezone.now())}
    if form.is_valid():
        try:
            services.change_roles(
                person=person, **form.cleaned_data, by=request.user, now=timezone.now()
            )
        except services.LastCoordinator:
            form.add_error("roles", last_coordinator())
        except services.RolesForOneself:
            form.add_error("roles", _("U kunt uzelf geen rol geven. Vraag de coördinator."))
        except services.RolesExclude as refused:
            page["form"] = _with_theirs(request, form, held, refused)
        else:
            _say_both_kept(request, started=form.cleaned_data["started"], held=held)
            return redirect("people:person", pk)
    return render(request, "people/roles.html", page, status=422 if form.is_bound else 200)


def _with_theirs(
    request: AsPerson, form: RolesForm, held: tuple[str, ...], refused: services.RolesExclude
) -> RolesForm:
    """The same form, with the roles that somebody else gave meanwhile, and why it cannot be."""
    data = request.POST.copy()
    data.setlist("roles", [*dict.fromkeys([*form.cleaned_data["roles"], *held])])
    data["started"] = ",".join(held)
    again = RolesForm(data, by=request.user, held=held)
    again.is_valid()
    reasons = dict.fromkeys(str(EXCLUSIONS[pair]) for pair in refused.pairs)
    told = _("Iemand anders veranderde intussen ook rollen. Kies opnieuw.")
    again.errors["roles"] = again.error_class([told, *reasons])
    return again


def _say_both_kept(
    request: HttpRequest, *, started: list[str] | None, held: tuple[str, ...]
) -> None:
    if started is not None and set(started) != set(held):
        say(request, _("Iemand anders veranderde intussen andere rollen. Alles is bewaard."))


def last_coordinator() -> str:
    return _("Dit is de laatste coördinator. Geef eerst iemand anders deze rol.")


@needs(Permission.PEOPLE_CHANGE)
@once
@require_POST
def person_leave(request: AsPerson, pk: int) -> HttpResponse:
    person = get_object_or_404(Person, pk=pk)
    try:
        services.let_go(person=person, by=request.user, now=timezone.now())
    except services.LastCoordinator:
        say(request, last_coordinator(), bad=True)
    except services.OfCoordinator:
        say(request, _("Een coördinator laat alleen een coördinator vertrekken."), bad=True)
    return redirect("people:person", pk)


@needs(Permission.PEOPLE_CHANGE)
@once
@require_POST
def person_return(request: AsPerson, pk: int) -> HttpResponse:
    person = get_object_or_404(Person, pk=pk)
    before = person.role_codes
    back = services.take_back(person=person, by=request.user, now=timezone.now())
    if before != back.role_codes:
        say(
            request,
            _(
                "Deze persoon is terug, zonder rollen in de aanpak. De coördinator geeft die "
                "opnieuw."
            ),
        )
    return redirect("people:person", pk)


@needs(Permission.PEOPLE_CHANGE)
@once
@require_http_methods(GET_POST)
def position_add(request: AsPerson) -> HttpResponse:
    form = PositionForm(request.POST or None)
    if not form.is_valid():
        page = {"form": form}
        return render(request, "people/position.html", page, status=422 if form.is_bound else 200)
    services.add_position(**form.cleaned_data, by=request.user, now=timezone.now())
    return redirect("people:list")


@needs(Permission.PEOPLE_CHANGE)
@once
@require_http_methods(GET_POST)
def position_change(request: AsPerson, pk: int) -> HttpResponse:
    position = get_object_or_404(Position, pk=pk)
    form = PositionForm(request.POST or None, position=position)
    page = {"form": form, "position": position}
    if not form.is_valid():
        return render(request, "people/position.html", page, status=422 if form.is_bound else 200)
    try:
        saved = services.change_position(
            position=position, **form.cleaned_data, by=request.user, now=timezone.now()
        )
    except ChangedMeanwhile as changed:
        position.refresh_from_db()
        again = shown_again(form, lambda data: PositionForm(data, position=position), changed)
        page |= {"form": again, "is_changed": True}
        return render(request, "people/position.html", page, status=409)
    say_both_kept(request, version=form.cleaned_data["version"], now=saved.version)
    return redirect("people:list")
