"""The map of points at which somebody decides, of one item of the register."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say, say_both_kept
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.references.versions import ChangedMeanwhile
from waterpas.web.register.selectors import all_items, items
from waterpas.web.scans.decision_points import selectors, services, shown, words
from waterpas.web.scans.decision_points.forms import PointForm
from waterpas.web.scans.decision_points.models import DecisionPoint
from waterpas.web.scans.kept import moments

GET_POST = ["GET", "HEAD", "POST"]


@needs(Permission.SCAN_VIEW)
@require_safe
def point_map(request: AsPerson, pk: int) -> HttpResponse:
    item = get_object_or_404(all_items(), pk=pk)
    steps = shown.steps(item)
    page = {
        "item": item,
        "steps": steps,
        "summary": shown.summary([one.point for one in steps]),
        "removed": selectors.removed(item),
        "scans": item.scans.all(),
    }
    return render(request, "decision_points/map.html", page)


@needs(Permission.SCAN_VIEW)
@require_safe
def blank(request: AsPerson, pk: int) -> HttpResponse:
    item = get_object_or_404(all_items(), pk=pk)
    page = {"item": item, "form": PointForm(), "sheets": (1, 2, 3)}
    return render(request, "decision_points/blank.html", page)


@needs(Permission.SCAN_VIEW)
@require_safe
def point(request: AsPerson, pk: int) -> HttpResponse:
    there = get_object_or_404(selectors.points(), pk=pk)
    found = list(there.versions.all())
    page = {
        "point": there,
        "item": there.item,
        "past": moments(found, labels=words.labels(), shown=words.shown),
    }
    return render(request, "decision_points/point.html", page)


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def point_add(request: AsPerson, pk: int) -> HttpResponse:
    item = get_object_or_404(items(), pk=pk)
    form = PointForm(request.POST or None, others=list(selectors.on_the_map(item)))
    if not form.is_valid():
        page = {"form": form, "item": item}
        status = 422 if form.is_bound else 200
        return render(request, "decision_points/add.html", page, status=status)
    made = services.add_point(
        item=item,
        says=form.says(),
        after=form.cleaned_data.get("after"),
        by=request.user,
        now=timezone.now(),
    )
    say(request, _("Het beslispunt staat op de kaart."))
    return _to(made)


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def point_change(request: AsPerson, pk: int) -> HttpResponse:
    there = get_object_or_404(selectors.points(), pk=pk)
    if there.removed_at:
        return _is_removed(request, there)
    says = selectors.says_now(there)
    form = PointForm(request.POST or None, there=says, version=there.version)
    page = {"form": form, "item": there.item, "point": there}
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "decision_points/change.html", page, status=status)
    try:
        saved = services.change_point(
            point=there,
            says=form.says(),
            version=form.cleaned_data["version"],
            started=form.cleaned_data["started"],
            by=request.user,
            now=timezone.now(),
        )
    except ChangedMeanwhile as changed:
        there.refresh_from_db()
        again = form.again(selectors.says_now(there), there.version, changed)
        page |= {"form": again, "is_changed": True}
        return render(request, "decision_points/change.html", page, status=409)
    say_both_kept(request, version=form.cleaned_data["version"], now=saved.version)
    return _to(saved)


@needs(Permission.SCAN_CHANGE)
@once
@require_POST
def point_move(request: AsPerson, pk: int) -> HttpResponse:
    there = get_object_or_404(selectors.points(), pk=pk)
    place = request.POST.get("place", "")
    try:
        services.move_point(
            point=there,
            up=request.POST.get("to") == "up",
            place=int(place) if place.isdecimal() else 0,
            by=request.user,
            now=timezone.now(),
        )
    except services.MovedMeanwhile:
        say(request, _("Iemand veranderde intussen de volgorde. Kijk opnieuw."), bad=True)
    except services.PointRemoved:
        return _is_removed(request, there)
    return _to(there)


@needs(Permission.SCAN_CHANGE)
@once
@require_POST
def point_remove(request: AsPerson, pk: int) -> HttpResponse:
    there = get_object_or_404(selectors.points(), pk=pk)
    try:
        services.remove_point(point=there, by=request.user, now=timezone.now())
    except services.PointRemoved:
        return _is_removed(request, there)
    say(request, _("Het beslispunt is van de kaart. Onderaan kunt u het terugzetten."))
    return redirect(f"{reverse('scans:map', args=[there.item_id])}#weggehaald")


@needs(Permission.SCAN_CHANGE)
@once
@require_POST
def point_back(request: AsPerson, pk: int) -> HttpResponse:
    there = get_object_or_404(selectors.points(), pk=pk)
    try:
        services.put_back_point(point=there, by=request.user, now=timezone.now())
    except services.PointThere:
        say(request, _("Dit beslispunt staat al op de kaart."), bad=True)
    return _to(there)


def _to(there: DecisionPoint) -> HttpResponse:
    return redirect(f"{reverse('scans:map', args=[there.item_id])}#punt-{there.pk}")


def _is_removed(request: AsPerson, there: DecisionPoint) -> HttpResponse:
    say(request, _("Iemand haalde dit beslispunt van de kaart. Zet het eerst terug."), bad=True)
    return redirect(f"{reverse('scans:map', args=[there.item_id])}#weggehaald")
