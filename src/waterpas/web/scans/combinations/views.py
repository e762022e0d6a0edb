"""The combinations of characteristics of one scan."""

from typing import Any

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
from waterpas.web.scans.combinations import selectors, services, shown, words
from waterpas.web.scans.combinations.forms import CombinationForm
from waterpas.web.scans.combinations.models import Combination
from waterpas.web.scans.kept import moments
from waterpas.web.scans.models import Scan
from waterpas.web.scans.selectors import scans

GET_POST = ["GET", "HEAD", "POST"]


@needs(Permission.SCAN_VIEW)
@require_safe
def matrix(request: AsPerson, pk: int) -> HttpResponse:
    scan = get_object_or_404(scans(), pk=pk)
    page = {"scan": scan, "rows": shown.rows(scan), "removed": selectors.removed(scan)}
    return render(request, "combinations/matrix.html", page)


@needs(Permission.SCAN_VIEW)
@require_safe
def combination(request: AsPerson, pk: int) -> HttpResponse:
    there = get_object_or_404(selectors.combinations(), pk=pk)
    page = {
        "combination": there,
        "scan": there.scan,
        "is_of_now": there.stage == there.scan.stage,
        "past": moments(list(there.versions.all()), labels=words.labels(), shown=words.shown),
    }
    return render(request, "combinations/combination.html", page)


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def combination_add(request: AsPerson, pk: int) -> HttpResponse:
    scan = get_object_or_404(scans(), pk=pk)
    form = CombinationForm(request.POST or None)
    if form.is_valid():
        try:
            made = services.add_combination(
                scan=scan, says=form.says(), by=request.user, now=timezone.now()
            )
        except services.SameThere as same:
            form.add_error("kinds", _already(same.there))
        else:
            say(request, _("De combinatie is bewaard."))
            return _to(made)
    page = {"form": form, "scan": scan}
    status = 422 if form.is_bound else 200
    return render(request, "combinations/add.html", page, status=status)


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def combination_change(request: AsPerson, pk: int) -> HttpResponse:
    there = get_object_or_404(selectors.combinations(), pk=pk)
    if there.removed_at or there.stage != there.scan.stage:
        return _not_now(request, there)
    says = selectors.says_now(there)
    form = CombinationForm(request.POST or None, there=says, version=there.version)
    if not form.is_valid():
        return _page(request, there.scan, form, there, status=422 if form.is_bound else 200)
    try:
        saved = _change(request, there, form)
    except ChangedMeanwhile as changed:
        there.refresh_from_db()
        again = form.again(selectors.says_now(there), there.version, changed)
        return _page(request, there.scan, again, there, status=409, is_changed=True)
    except services.SameThere as same:
        form.add_error("kinds", _already(same.there))
        return _page(request, there.scan, form, there, status=422)
    say_both_kept(request, version=form.cleaned_data["version"], now=saved.version)
    return _to(saved)


def _change(request: AsPerson, there: Combination, form: CombinationForm) -> Combination:
    return services.change_combination(
        combination=there,
        says=form.says(),
        version=form.cleaned_data["version"],
        started=form.cleaned_data["started"],
        by=request.user,
        now=timezone.now(),
    )


def _page(
    request: AsPerson,
    scan: Scan,
    form: CombinationForm,
    there: Combination,
    *,
    status: int,
    **more: Any,
) -> HttpResponse:
    page = {"form": form, "scan": scan, "combination": there, **more}
    return render(request, "combinations/change.html", page, status=status)


@needs(Permission.SCAN_CHANGE)
@once
@require_POST
def combination_remove(request: AsPerson, pk: int) -> HttpResponse:
    there = get_object_or_404(selectors.combinations(), pk=pk)
    try:
        services.remove_combination(combination=there, by=request.user, now=timezone.now())
    except (services.CombinationRemoved, services.NotThisStage):
        return _not_now(request, there)
    say(request, _("De combinatie is weggehaald. Onderaan kunt u haar terugzetten."))
    return redirect(f"{reverse('scans:combinations', args=[there.scan_id])}#weggehaald")


@needs(Permission.SCAN_CHANGE)
@once
@require_POST
def combination_back(request: AsPerson, pk: int) -> HttpResponse:
    there = get_object_or_404(selectors.combinations(), pk=pk)
    try:
        services.put_back_combination(combination=there, by=request.user, now=timezone.now())
    except services.SameThere as same:
        say(request, _already(same.there), bad=True)
    except services.CombinationThere:
        say(request, _("Deze combinatie staat al bij de toets."), bad=True)
    except services.NotThisStage:
        return _not_now(request, there)
    return _to(there)


def _already(there: Combination) -> str:
    return _(
        "Deze combinatie is er al: %(combination)s. Verander die, of kies andere kenmerken."
    ) % {"combination": there}


def _to(there: Combination) -> HttpResponse:
    return redirect(f"{reverse('scans:combinations', args=[there.scan_id])}#combinatie-{there.pk}")


def _not_now(request: AsPerson, there: Combination) -> HttpResponse:
    if there.stage != there.scan.stage:
        say(request, _("Wat vooraf is bekeken, blijft zoals het was."), bad=True)
        return redirect("scans:combination", there.pk)
    say(request, _("Iemand haalde deze combinatie weg. Zet haar eerst terug."), bad=True)
    return redirect(f"{reverse('scans:combinations', args=[there.scan_id])}#weggehaald")
