"""Items out of a spreadsheet: choose a file, see what will change, read it in."""

import csv
import io

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.register import services
from waterpas.web.register.forms import SheetForm
from waterpas.web.register.listed import Listed, SheetUnusable, packed, unpacked
from waterpas.web.register.listing import count_of_items
from waterpas.web.register.plan import Plan, plan_of
from waterpas.web.register.sheet import read
from waterpas.web.register.template import rows_of_template

GET_POST = ["GET", "HEAD", "POST"]


@needs(Permission.REGISTER_CHANGE)
@require_safe
def import_start(request: AsPerson) -> HttpResponse:
    return _start(request, SheetForm())


@needs(Permission.REGISTER_CHANGE)
@require_safe
def import_template(request: AsPerson) -> HttpResponse:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows_of_template())
    headers = {"Content-Disposition": f'attachment; filename="{_("onderwerpen")}.csv"'}
    # The mark at the beginning tells a spreadsheet program that this is UTF-8.
    content = text.getvalue().encode("utf-8-sig")
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)


@needs(Permission.REGISTER_CHANGE)
@never_cache
@require_http_methods(GET_POST)
def import_preview(request: AsPerson) -> HttpResponse:
    if request.method != "POST":
        return redirect("register:import")
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid():
        return _start(request, form, status=422)
    try:
        listed = read(form.cleaned_data["file"], today=timezone.localdate())
    except SheetUnusable as problem:
        form.add_error("file", str(problem))
        return _start(request, form, status=422)
    return _preview(request, listed, plan_of(listed))


@needs(Permission.REGISTER_CHANGE)
@never_cache
@once
@require_http_methods(GET_POST)
def import_confirm(request: AsPerson) -> HttpResponse:
    if request.method != "POST":
        return redirect("register:import")
    try:
        listed, promised = unpacked(request.POST.get("listed", ""))
    except SheetUnusable as problem:
        return _start(request, SheetForm(), problem=str(problem), status=422)
    try:
        plan = services.import_items(
            listed=listed,
            promised=promised,
            new_owners=_owners(request),
            by=request.user,
            now=timezone.now(),
        )
    except services.RegisterChanged as error:
        return _preview(request, listed, error.plan, has_changed=True, status=422)
    say(request, _done(plan))
    return redirect("register:list")


def _owners(request: AsPerson) -> list[str]:
    """The functions that were ticked; only who may change people can make them."""
    return request.POST.getlist("owner") if request.user.may(Permission.PEOPLE_CHANGE) else []


def _done(plan: Plan) -> str:
    return _("Ingelezen: %(new)s toegevoegd, %(changed)s veranderd.") % {
        "new": count_of_items(len(plan.new)),
        "changed": len(plan.changed),
    }


def _start(
    request: AsPerson, form: SheetForm, *, problem: str = "", status: int = 200
) -> HttpResponse:
    page = {"form": form, "problem": problem}
    return render(request, "register/import.html", page, status=status)


def _preview(
    request: AsPerson, listed: Listed, plan: Plan, *, has_changed: bool = False, status: int = 200
) -> HttpResponse:
    page = {
        "listed": listed,
        "plan": plan,
        "packed": packed(listed, promised=plan.fingerprint),
        "has_changed": has_changed,
        "ticked": request.POST.getlist("owner"),
    }
    return render(request, "register/import_preview.html", page, status=status)
