"""The list, the pre-scan, and the page of a scan with its opening page."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say, say_both_kept
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.people.selectors import names_of
from waterpas.web.references.versions import ChangedMeanwhile
from waterpas.web.scans import selectors, services, shown, words
from waterpas.web.scans.asked_again import asked_again, of_scan
from waterpas.web.scans.comments import open_by_criterion
from waterpas.web.scans.forms.opening import OpeningForm, PrescanForm
from waterpas.web.scans.listing import listing
from waterpas.web.scans.models import Scan
from waterpas.web.scans.rules import outcome
from waterpas.web.scans.selectors import State

GET_POST = ["GET", "HEAD", "POST"]


@needs(Permission.SCAN_VIEW)
@require_safe
def scan_list(request: AsPerson) -> HttpResponse:
    found = selectors.standings()
    shelves = [
        (state, head, selectors.in_state(found, state)) for state, head in words.STATES.items()
    ]
    page = {
        "shelves": [shelf for shelf in shelves if shelf[2]],
        "listing": listing(found),
        "again": asked_again(),
        "there_are_items": selectors.scannable_items().exists(),
    }
    return render(request, "scans/list.html", page)


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def prescan(request: AsPerson, pk: int) -> HttpResponse:
    item = get_object_or_404(selectors.scannable_items(), pk=pk)
    before = selectors.last_prescan(item)
    form = PrescanForm(request.POST or None, initial=before.answers if before else None)
    if not form.is_valid():
        page = {"form": form, "item": item, "before": before}
        if before:
            page |= {"advice": words.OUTCOMES[outcome(before.answers)], "why": words.why(before)}
        return render(request, "scans/prescan.html", page, status=422 if form.is_bound else 200)
    done = services.record_prescan(
        item=item, answers=form.cleaned_data, by=request.user, now=timezone.now()
    )
    say(request, str(words.OUTCOMES[outcome(done.answers)]))
    return redirect("scans:prescan", pk)


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def scan_begin(request: AsPerson) -> HttpResponse:
    form = OpeningForm(request.POST or None, initial=_from_item(request.GET.get("item", "")))
    if form.is_valid():
        try:
            scan = services.begin_scan(**form.cleaned_data, by=request.user, now=timezone.now())
        except services.AlreadyThere as there:
            form.add_error("about", _already(there.scan))
        else:
            return redirect("scans:answer", scan.pk, selectors.applicable(scan)[0])
    return render(request, "scans/begin.html", {"form": form}, status=422 if form.is_bound else 200)


def _from_item(key: str) -> dict[str, object]:
    """What the register knows already."""
    found = selectors.scannable_items().filter(pk=key).first() if key.isdecimal() else None
    return {"item": found.pk, "delivery": found.delivery} if found else {}


def _already(scan: Scan) -> str:
    return _(
        "Van deze versie is er al een toets: %(scan)s. Ga daarmee verder, of noem een andere "
        "versie."
    ) % {"scan": scan}


@needs(Permission.SCAN_VIEW)
@require_safe
def scan_detail(request: AsPerson, pk: int) -> HttpResponse:
    scan = get_object_or_404(selectors.scans(), pk=pk)
    standing = selectors.standing_of(scan)
    decisions = list(scan.decisions.all())
    names = names_of([one.decided_by for one in decisions])
    page = {
        "scan": scan,
        "standing": standing,
        "state": words.STATES[standing.state],
        "is_due": standing.state == State.RECHECK,
        "must_decide": standing.state == State.DECIDE,
        "rows": shown.rows(standing),
        "result": shown.result(standing) if standing.answers else [],
        "decisions": [(one, names.get(one.decided_by)) for one in decisions],
        "delivery": words.DELIVERY.get(scan.delivery, ""),
        "open_remarks": open_by_criterion(scan),
        "again": of_scan(scan.pk, asked_again()),
    }
    return render(request, "scans/detail.html", page)


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def scan_change(request: AsPerson, pk: int) -> HttpResponse:
    scan = get_object_or_404(selectors.scans(), pk=pk)
    form = OpeningForm(request.POST or None, scan=scan)
    page = {"form": form, "scan": scan}
    if not form.is_valid():
        return render(request, "scans/change.html", page, status=422 if form.is_bound else 200)
    try:
        saved = services.change_scan(
            scan=scan, **form.cleaned_data, by=request.user, now=timezone.now()
        )
    except ChangedMeanwhile as changed:
        now = selectors.scans().get(pk=pk)
        page |= {"form": form.again(now, changed), "is_changed": True}
        return render(request, "scans/change.html", page, status=409)
    except services.AlreadyThere as there:
        form.add_error("about", _already(there.scan))
        return render(request, "scans/change.html", page, status=422)
    except services.DateNotAhead:
        form.add_error("recheck_on", _("Kies een dag die nog komt."))
        return render(request, "scans/change.html", page, status=422)
    say_both_kept(request, version=form.cleaned_data["version"], now=saved.version)
    return redirect("scans:detail", pk)
