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
from waterpas.web.scans import aids, following, lists, selectors, services, shown, words
from waterpas.web.scans.asked_again import asked_again, of_scan
from waterpas.web.scans.comments import open_by_criterion
from waterpas.web.scans.forms.opening import OpeningForm, PrescanForm
from waterpas.web.scans.listing import listing
from waterpas.web.scans.lists import QuestionList
from waterpas.web.scans.models import Prescan, Scan
from waterpas.web.scans.selectors import State
from waterpas.web.scans.triggers import CODES as TRIGGERS
from waterpas.web.scans.triggers import advised_list, snapshot

GET_POST = ["GET", "HEAD", "POST"]
# What somebody has to do first; what is decided comes last.
SHELVES = (State.DECIDE, State.RECHECK, State.BUSY, State.DECIDED)


@needs(Permission.SCAN_VIEW)
@require_safe
def scan_list(request: AsPerson) -> HttpResponse:
    found = selectors.standings()
    shelves = [(state, words.STATES[state], selectors.in_state(found, state)) for state in SHELVES]
    page = {
        "shelves": [shelf for shelf in shelves if shelf[2]],
        "listing": listing(found),
        "again": asked_again(),
        "there_are_items": selectors.scannable_items().exists(),
        "may_begin": any(selectors.items_for(one).exists() for one in lists.offered()),
        "always": [words.always(one) for one in snapshot(TRIGGERS)],
    }
    return render(request, "scans/list.html", page)


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def prescan(request: AsPerson, pk: int) -> HttpResponse:
    item = get_object_or_404(selectors.scannable_items(), pk=pk)
    before = selectors.last_prescan(item)
    form = PrescanForm(request.POST or None, initial=_ticked(before))
    if not form.is_valid():
        page = {"form": form, "item": item, "before": before}
        if before:
            page |= {
                "advice": words.advice(before),
                "why": words.why(before),
                "advised": advised_list(before).id,
            }
        return render(request, "scans/prescan.html", page, status=422 if form.is_bound else 200)
    done = services.record_prescan(
        item=item,
        answers=form.cleaned_data,
        triggers=form.cleaned_data.get("triggers", []),
        by=request.user,
        now=timezone.now(),
    )
    say(request, words.advice(done))
    return redirect("scans:prescan", pk)


def _ticked(before: Prescan | None) -> dict[str, object]:
    if before is None:
        return {}
    return {**before.answers, "triggers": [one["code"] for one in before.triggers]}


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def scan_begin(request: AsPerson) -> HttpResponse:
    key = request.GET.get("item", "")
    asked = _asked(request)
    if asked is None:
        return _choose(request, key)
    form = OpeningForm(request.POST or None, asked=asked, initial=_from_item(asked, key))
    if form.is_valid():
        try:
            scan = services.begin_scan(**form.opening(), by=request.user, now=timezone.now())
        except services.AlreadyThere as there:
            form.add_error("about", _already(there.scan))
        else:
            return redirect("scans:answer", scan.pk, selectors.applicable(scan)[0])
    page = {
        "form": form,
        "list": asked,
        "takes": words.takes(asked),
        "item": form.initial.get("item", ""),
        "there_are_items": form.is_bound or selectors.items_for(asked).exists(),
    }
    return render(request, "scans/begin.html", page, status=422 if form.is_bound else 200)


def _asked(request: AsPerson) -> QuestionList | None:
    """The list in the address. A form that was sent without one is about the full list."""
    name = request.GET.get("list", lists.FULL if request.method == "POST" else "")
    return next((one for one in lists.offered() if one.id == name), None)


def _choose(request: AsPerson, key: str) -> HttpResponse:
    """Every list that suits the item, with how long it takes; nothing is chosen beforehand."""
    item = selectors.item_with(key)
    found = [one for one in lists.offered() if item is None or item.role in one.roles]
    choices = [(one, words.takes(one)) for one in found]
    return render(request, "scans/choose.html", {"choices": choices, "item": item})


def _from_item(asked: QuestionList, key: str) -> dict[str, object]:
    """What the register knows already."""
    found = selectors.item_with(key)
    is_about = found is not None and found.role in asked.roles
    if not found or not is_about:
        return {}
    return {"item": found.pk} | ({"delivery": found.delivery} if found.delivery else {})


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
    follows = following.following_list(scan)
    names = names_of([one.decided_by for one in decisions])
    page = {
        "scan": scan,
        "standing": standing,
        "state": words.STATES[standing.state],
        "is_due": standing.state == State.RECHECK,
        "must_decide": standing.state == State.DECIDE,
        "can_sign": bool(selectors.values_of(scan)) or not selectors.applicable(scan),
        "list": standing.list,
        "follows": follows,
        "follower": following.follower(scan) if follows else None,
        "needs": standing.list.depends_on,
        "rows": shown.rows(standing),
        "result": shown.result(standing) if standing.answers or standing.retired else [],
        "gaps": aids.gaps(scan) if standing.answers else [],
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
    page: dict[str, object] = {"form": form, "scan": scan}
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
