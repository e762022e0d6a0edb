"""A result for a wider circle: exactly what is on the screen, and nothing that was hidden."""

from datetime import datetime

from django.db import transaction

from waterpas.disclosure.kept import keep, kept, widen
from waterpas.disclosure.rules import Audience
from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.releases import services as releases
from waterpas.web.releases.models import Release
from waterpas.web.studies.models import Run
from waterpas.web.studies.selectors import may_be_opened, stands_in_the_way, urn_of


class StandsBeside(Exception):
    """An earlier result is, or could be, about the same people, and one of both hides a group."""

    def __init__(self, earlier: Run) -> None:
        super().__init__(f"run {earlier.pk}")
        self.earlier = earlier


class NotToBeOpened(Exception):
    """Colleagues see it already, or it certainly is about the same people as another table."""


@transaction.atomic
def open_result(*, run: Run, because: str, by: Actor, now: datetime) -> Run:
    """Let colleagues see a result that only could be about the same people, with the reason.

    It does not go out any further for that: see `release_study`.
    """
    run = Run.objects.select_for_update().get(pk=run.pk)
    if not may_be_opened(run):
        raise NotToBeOpened
    run.opened_at, run.opened_by, run.opened_because = now, by.actor_code, because
    run.save()
    audit.record(EventType.RESULT_OPENED, subject=run.study, by=by, at=now)
    return run


@transaction.atomic
def release_study(*, run: Run, audience: Audience, by: Actor, now: datetime) -> Release:
    """Release a result; refused beside another table that is, or could be, of the same people."""
    if earlier := stands_in_the_way(run):
        raise StandsBeside(earlier)
    released = {
        lang: keep(widen(kept(plain), audience=audience)) for lang, plain in run.released.items()
    }
    return releases.release_result(
        subject=urn_of(run.study),
        audience=audience,
        released=released,
        people=run.tally.people,
        columns=[each for each in (run.parameters["across"], *run.parameters["by"]) if each],
        version=run.version,
        by=by,
        now=now,
    )
