"""Remarks at a criterion: to place, answer, change, withdraw, deal with and reopen."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from waterpas.web.people.access import AsPerson, Stamp, needs
from waterpas.web.people.messages import say
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.references.versions import ChangedMeanwhile
from waterpas.web.scans import selectors, services
from waterpas.web.scans.asked import known_question
from waterpas.web.scans.comments import comments, remarks
from waterpas.web.scans.forms.comment import CommentForm, ReplyForm, SettleForm
from waterpas.web.scans.models import Comment, Stage
from waterpas.web.scans.services_comments import NotAThread, NotYours, SettledAlready, Withdrawn
from waterpas.web.scans.views.answering import words_of

GET_POST = ["GET", "HEAD", "POST"]
REFUSALS: Mapping[type[Exception], str | Promise] = {
    NotYours: _("Alleen wie een opmerking schreef, kan haar veranderen."),
    Withdrawn: _("Deze opmerking is intussen ingetrokken."),
    SettledAlready: _("Iemand anders handelde deze opmerking al af."),
    NotAThread: _("Een reactie hoort bij de opmerking erboven. Handel die af."),
}


@needs(Permission.SCAN_COMMENT)
@once
@require_http_methods(GET_POST)
def place(request: AsPerson, pk: int, stage: str, criterion: str) -> HttpResponse:
    scan = get_object_or_404(selectors.scans(), pk=pk)
    if known_question(scan, criterion) is None or stage not in Stage.values:
        raise Http404
    form = CommentForm(request.POST or None)
    if form.is_valid():
        services.place_comment(
            scan=scan, stage=stage, criterion=criterion, **form.cleaned_data, **_stamp(request)
        )
        return redirect("scans:comments", pk, stage, criterion)
    page = {
        **words_of(scan, criterion),
        "form": form,
        "stage_code": stage,
        "stage": Stage(stage).label,
        "remarks": remarks(scan, stage, criterion),
    }
    return render(request, "scans/comments.html", page, status=422 if form.is_bound else 200)


@needs(Permission.SCAN_COMMENT)
@once
@require_http_methods(GET_POST)
def reply(request: AsPerson, pk: int) -> HttpResponse:
    comment = _comment(pk)
    form = ReplyForm(request.POST or None)
    if not form.is_valid():
        return _form_page(request, comment, form, _("Reageren"))

    def placed() -> None:
        services.place_comment(
            scan=comment.scan,
            stage=comment.stage,
            criterion=comment.criterion,
            parent=comment,
            **form.cleaned_data,
            **_stamp(request),
        )

    return _try(request, comment, placed)


@needs(Permission.SCAN_COMMENT)
@once
@require_http_methods(GET_POST)
def change(request: AsPerson, pk: int) -> HttpResponse:
    comment = _comment(pk)
    form = CommentForm(request.POST or None, comment=comment)
    title = _("Opmerking veranderen")
    if comment.placed_by == request.user.actor_code and not form.is_valid():
        return _form_page(request, comment, form, title)

    def changed() -> None:
        says = form.cleaned_data if form.is_valid() else {"text": "", "version": 0}
        services.change_comment(comment=comment, **says, **_stamp(request))

    try:
        return _try(request, comment, changed)
    except ChangedMeanwhile as meanwhile:
        again = form.again(_comment(pk), meanwhile)
        return _form_page(request, comment, again, title, status=409, is_changed=True)


@needs(Permission.SCAN_COMMENT)
@once
@require_http_methods(GET_POST)
def settle(request: AsPerson, pk: int) -> HttpResponse:
    comment = _comment(pk)
    form = SettleForm(request.POST or None)
    if not form.is_valid():
        return _form_page(request, comment, form, _("Opmerking afhandelen"))

    def settled() -> None:
        services.settle_comment(comment=comment, **form.cleaned_data, **_stamp(request))

    return _try(request, comment, settled)


@needs(Permission.SCAN_COMMENT)
@once
@require_POST
def withdraw(request: AsPerson, pk: int) -> HttpResponse:
    comment = _comment(pk)
    return _try(
        request,
        comment,
        lambda: services.withdraw_comment(comment=comment, **_stamp(request)),
    )


@needs(Permission.SCAN_COMMENT)
@once
@require_POST
def reopen(request: AsPerson, pk: int) -> HttpResponse:
    comment = _comment(pk)
    return _try(
        request,
        comment,
        lambda: services.reopen_comment(comment=comment, **_stamp(request)),
    )


def _comment(pk: int) -> Comment:
    return get_object_or_404(comments(), pk=pk)


def _stamp(request: AsPerson) -> Stamp:
    return {"by": request.user, "now": timezone.now()}


def _try(request: AsPerson, comment: Comment, act: Callable[[], object]) -> HttpResponse:
    """Do it, or say in one sentence why it cannot be done; then back to the criterion."""
    try:
        act()
    except tuple(REFUSALS) as why:
        say(request, str(REFUSALS[type(why)]), bad=True)
    return _back(comment)


def _back(comment: Comment) -> HttpResponse:
    args = [comment.scan_id, comment.stage, comment.criterion]
    top = comment.parent_id or comment.pk
    return redirect(f"{reverse('scans:comments', args=args)}#opmerking-{top}")


def _form_page(
    request: AsPerson,
    comment: Comment,
    form: Any,
    title: str | Promise,
    *,
    status: int = 0,
    **more: Any,
) -> HttpResponse:
    page = {
        **words_of(comment.scan, comment.criterion),
        "form": form,
        "comment": comment,
        "heading": title,
        **more,
    }
    status = status or (422 if form.is_bound else 200)
    return render(request, "scans/comment_form.html", page, status=status)


# Under /beleidstoets/
paths = [
    path("<int:pk>/opmerkingen/<str:stage>/<str:criterion>/", place, name="comments"),
    path("opmerking/<int:pk>/reageren/", reply, name="comment_reply"),
    path("opmerking/<int:pk>/veranderen/", change, name="comment_change"),
    path("opmerking/<int:pk>/intrekken/", withdraw, name="comment_withdraw"),
    path("opmerking/<int:pk>/afhandelen/", settle, name="comment_settle"),
    path("opmerking/<int:pk>/heropenen/", reopen, name="comment_reopen"),
]
