"""Everything that changes the remarks at a criterion. Each change is one audit line."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.references.versions import together
from waterpas.web.scans.models import Comment, CommentVersion, Scan


class NotYours(Exception):
    """Only who placed a remark can change or withdraw it."""


class Withdrawn(Exception):
    """A remark that was withdrawn stays as it is."""


class SettledAlready(Exception):
    """Somebody else dealt with the remark already; what was said then is not written over."""


class NotAThread(Exception):
    """A reply is dealt with together with the remark that it is about."""


@transaction.atomic
def place_comment(
    *,
    scan: Scan,
    stage: str,
    criterion: str,
    text: str,
    parent: Comment | None = None,
    by: Actor,
    now: datetime,
) -> Comment:
    """Put a remark at a criterion, or a reply under one. Raises Withdrawn."""
    if parent:
        parent = _locked(parent.parent or parent)
        stage, criterion = parent.stage, parent.criterion
    comment = Comment(
        scan=scan, stage=stage, criterion=criterion, parent=parent, text=text, version=0
    )
    comment.placed_at, comment.placed_by = now, by.actor_code
    _save(comment, by=by, now=now)
    audit.record(EventType.COMMENT_PLACED, subject=comment, by=by, at=now)
    return comment


@transaction.atomic
def change_comment(
    *,
    comment: Comment,
    text: str,
    version: int,
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
) -> Comment:
    """Change a remark of your own. Raises NotYours, Withdrawn, or ChangedMeanwhile."""
    comment = _own(comment, by)
    if comment.version != version:
        new = together({"text": text}, now={"text": comment.text}, started=started or {})
        text = str(new["text"])
    if text != comment.text:
        comment.text = text
        _save(comment, by=by, now=now)
        audit.record(EventType.COMMENT_CHANGED, subject=comment, by=by, at=now)
    return comment


@transaction.atomic
def withdraw_comment(*, comment: Comment, by: Actor, now: datetime) -> Comment:
    """Withdraw a remark of your own; it stays, and says so. Raises NotYours or Withdrawn."""
    comment = _own(comment, by)
    comment.withdrawn_at = now
    _save(comment, by=by, now=now)
    audit.record(EventType.COMMENT_WITHDRAWN, subject=comment, by=by, at=now)
    return comment


@transaction.atomic
def settle_comment(*, comment: Comment, how: str, by: Actor, now: datetime) -> Comment:
    """Say how a remark was dealt with. Raises Withdrawn, SettledAlready or NotAThread."""
    comment = _thread(comment)
    if comment.settled_at:
        raise SettledAlready
    comment.settled_at, comment.settled_by, comment.settled_how = now, by.actor_code, how
    _save(comment, by=by, now=now)
    audit.record(EventType.COMMENT_SETTLED, subject=comment, by=by, at=now)
    return comment


@transaction.atomic
def reopen_comment(*, comment: Comment, by: Actor, now: datetime) -> Comment:
    """Say that a remark is not dealt with after all. Raises Withdrawn or NotAThread."""
    comment = _thread(comment)
    if comment.settled_at:
        comment.settled_at, comment.settled_by, comment.settled_how = None, "", ""
        _save(comment, by=by, now=now)
        audit.record(EventType.COMMENT_REOPENED, subject=comment, by=by, at=now)
    return comment


def _locked(comment: Comment) -> Comment:
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
    if comment.withdrawn_at:
        raise Withdrawn
    return comment


def _own(comment: Comment, by: Actor) -> Comment:
    if comment.placed_by != by.actor_code:
        raise NotYours
    return _locked(comment)


def _thread(comment: Comment) -> Comment:
    if comment.parent_id:
        raise NotAThread
    return _locked(comment)


def _save(comment: Comment, *, by: Actor, now: datetime) -> None:
    comment.version += 1
    comment.save()
    CommentVersion.objects.create(
        comment=comment,
        number=comment.version,
        text=comment.text,
        settled_how=comment.settled_how,
        saved_at=now,
        saved_by=by.actor_code,
    )
