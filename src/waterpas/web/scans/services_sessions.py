"""Beginning a session for a scan, and putting a criterion aside in it. One audit line each."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.scans.models import Scan, Session
from waterpas.web.scans.selectors import applicable


class NothingChosen(Exception):
    """A session is about at least one criterion, and only about those that apply."""


class NotInSession(Exception):
    """The criterion is not one of this session."""


@transaction.atomic
def begin_session(
    *,
    scan: Scan,
    held_on: date,
    number: int,
    notes_by: str,
    minutes: int,
    criteria: Sequence[str],
    by: Actor,
    now: datetime,
) -> Session:
    """Put on record that people sit together for a scan: when and how many, never who.

    `minutes` is what is planned for one criterion. Raises NothingChosen.
    """
    wanted = [one for one in applicable(scan) if one in criteria]
    if not wanted or len(wanted) != len(set(criteria)):
        raise NothingChosen
    session = Session.objects.create(
        scan=scan,
        stage=scan.stage,
        held_on=held_on,
        number=number,
        notes_by=notes_by,
        minutes=minutes,
        criteria=wanted,
        begun_at=now,
        begun_by=by.actor_code,
    )
    audit.record(EventType.SESSION_BEGUN, subject=session, by=by, at=now)
    return session


@transaction.atomic
def park_criterion(
    *, session: Session, criterion: str, parked: bool, by: Actor, now: datetime
) -> Session:
    """Put a criterion aside so that nobody gets stuck, or take it up again.

    Doing so twice changes nothing. Raises NotInSession.
    """
    session = Session.objects.select_for_update().get(pk=session.pk)
    if criterion not in session.criteria:
        raise NotInSession
    if (criterion in session.parked) == parked:
        return session
    aside = {*session.parked} ^ {criterion}
    session.parked = [one for one in session.criteria if one in aside]
    session.save(update_fields=["parked"])
    event = EventType.SESSION_PARKED if parked else EventType.SESSION_UNPARKED
    audit.record(event, subject=session, by=by, at=now, fields=[criterion])
    return session
