"""A session: its beginning, all its screens on one page, and the answers given there."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say_both_kept
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.references.versions import ChangedMeanwhile
from waterpas.web.scans import selectors, services, sessions
from waterpas.web.scans.asked import questions_of
from waterpas.web.scans.forms.answer import AnswerForm
from waterpas.web.scans.forms.session import SessionForm
from waterpas.web.scans.lists import Question
from waterpas.web.scans.models import Answer, Session
from waterpas.web.scans.views import answering
from waterpas.web.ui.scripts import with_script

GET_POST = ["GET", "HEAD", "POST"]
END = "einde"


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def begin(request: AsPerson, pk: int) -> HttpResponse:
    scan = get_object_or_404(selectors.scans(), pk=pk)
    form = SessionForm(request.POST or None, scan=scan)
    if form.is_valid():
        made = services.begin_session(
            scan=scan, **form.cleaned_data, by=request.user, now=timezone.now()
        )
        return redirect("scans:session", pk, made.pk)
    page = {"form": form, "scan": scan, "advisers": sessions.confidential_advisers()}
    return render(request, "scans/session_begin.html", page, status=422 if form.is_bound else 200)


@needs(Permission.SCAN_VIEW)
@with_script
@require_safe
def show(request: AsPerson, pk: int, session: int) -> HttpResponse:
    return _page(request, _session(pk, session))


@needs(Permission.SCAN_CHANGE)
@with_script
@once
@require_http_methods(GET_POST)
def answer(request: AsPerson, pk: int, session: int, criterion: str) -> HttpResponse:
    held = _session(pk, session)
    item = _asked(held, criterion)
    if request.method != "POST":
        return _to(held, criterion)
    form = answering.form_of(held.scan, item, request.POST)
    if not form.is_valid() or not _is_live(held):
        if not _is_live(held):
            form.add_error(None, _("De toets is intussen een stap verder. Antwoord daar."))
        return _page(request, held, form, status=422)
    try:
        saved = answering.save(request, held.scan, form)
    except ChangedMeanwhile as changed:
        return _page(request, held, _again(form, held, changed), status=409, is_changed=True)
    if criterion in held.parked:
        _park(request, held, criterion, parked=False)
    say_both_kept(request, version=form.cleaned_data["version"], now=saved.version)
    return _to(held, _following(held, criterion))


@needs(Permission.SCAN_CHANGE)
@with_script
@once
@require_POST
def park(request: AsPerson, pk: int, session: int, criterion: str) -> HttpResponse:
    held = _session(pk, session)
    _asked(held, criterion)
    parked = request.POST.get("parked") == "yes"
    _park(request, held, criterion, parked=parked)
    return _to(held, _following(held, criterion) if parked else criterion)


def _park(request: AsPerson, held: Session, criterion: str, *, parked: bool) -> None:
    services.park_criterion(
        session=held, criterion=criterion, parked=parked, by=request.user, now=timezone.now()
    )


def _session(pk: int, session: int) -> Session:
    return get_object_or_404(sessions.sessions(), pk=session, scan_id=pk)


def _asked(held: Session, criterion: str) -> Question:
    if criterion not in sessions.in_order(held):
        raise Http404
    return questions_of(held.scan)[criterion]


def _is_live(held: Session) -> bool:
    return held.stage == held.scan.stage


def _following(held: Session, criterion: str) -> str:
    order = sessions.in_order(held)
    return next(iter(order[order.index(criterion) + 1 :]), END)


def _to(held: Session, place: str) -> HttpResponse:
    return redirect(f"{reverse('scans:session', args=[held.scan_id, held.pk])}#{place}")


def _again(form: AnswerForm, held: Session, changed: ChangedMeanwhile) -> AnswerForm:
    now = Answer.objects.get(scan=held.scan, stage=held.stage, criterion=form.criterion.id)
    again = form.again(now, changed)
    again.auto_id = form.auto_id
    return again


def _page(
    request: AsPerson,
    held: Session,
    form: AnswerForm | None = None,
    *,
    status: int = 200,
    is_changed: bool = False,
) -> HttpResponse:
    # What somebody just typed stays on the screen, also when it came too late.
    may_answer = request.user.may(Permission.SCAN_CHANGE) and (_is_live(held) or form is not None)
    shown = [
        replace(one, says=answering.words_of(held.scan, one.id), form=_form(one, form, held))
        for one in sessions.screens(held)
    ]
    page: dict[str, Any] = {
        "session": held,
        "scan": held.scan,
        "screens": shown,
        "outcome": sessions.outcome(held),
        "advisers": sessions.confidential_advisers(),
        "may_answer": may_answer,
        "changed": form.criterion.id if form and is_changed else "",
    }
    return render(request, "scans/session.html", page, status=status)


def _form(screen: sessions.Screen, typed: AnswerForm | None, held: Session) -> AnswerForm:
    if typed and typed.criterion.id == screen.id:
        return typed
    return answering.form_of(held.scan, screen.item)


# Under /beleidstoets/
paths = [
    path("<int:pk>/sessie/", begin, name="session_begin"),
    path("<int:pk>/sessie/<int:session>/", show, name="session"),
    path("<int:pk>/sessie/<int:session>/<str:criterion>/", answer, name="session_answer"),
    path("<int:pk>/sessie/<int:session>/<str:criterion>/parkeren/", park, name="session_park"),
]
