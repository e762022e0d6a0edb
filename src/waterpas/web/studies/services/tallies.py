"""The counts of a study: stored encrypted, and destroyed when their day comes."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction

from waterpas.tallies.tally import Tally
from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import SERVER, Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.studies.counting import family_of
from waterpas.web.studies.models import State, Study, StudyTally
from waterpas.web.studies.rules import Choice, asked, fingerprint, people_of
from waterpas.web.studies.selectors import due_tallies
from waterpas.web.studies.services.designing import for_change
from waterpas.web.studies.vault import keyed, keyed_by_each, people_keyed, seal

KEPT_FOR = timedelta(days=365)


@transaction.atomic
def store_tally(
    *,
    study: Study,
    tally: Tally,
    choice: Choice,
    part: str,
    by: Actor,
    now: datetime,
    destroy_on: date | None = None,
    is_public: bool = False,
) -> StudyTally:
    """Keep the counts, encrypted, and fix what is compared before any result is shown.

    `part` says which part of the source it was (the sheet). Counts that are public already have
    no day of destruction. The same counts a second time are not stored a second time.
    """
    study = for_change(study)
    text = tally.to_json()
    _fix(study, tally, choice)
    marks = keyed_by_each(fingerprint(text))
    same = study.tallies.filter(tally_sha256__in=marks, destroyed_at=None).first()
    stored = same or StudyTally.objects.create(
        study=study,
        sealed=seal(text),
        columns=list(tally.by),
        source_name=" + ".join(source.name for source in tally.sources),
        source_sha256=keyed(source) if (source := _source(tally)) else "",
        people=people_keyed(_people(study, tally, part)),
        tally_sha256=marks[0],
        destroy_on=None if is_public else destroy_on or (now + KEPT_FOR).date(),
        stored_at=now,
        stored_by=by.actor_code,
    )
    audit.record(EventType.STUDY_COUNTED, subject=study, by=by, at=now)
    return stored


def _fix(study: Study, tally: Tally, choice: Choice) -> None:
    study.across, study.by = choice.across, list(choice.by)
    study.settings = asked(choice)
    study.reference_kind, study.reference_level = choice.reference_kind, choice.reference
    study.reason, study.level = choice.because, choice.level
    study.family = family_of(tally, choice)
    study.state = State.COUNTED
    study.version += 1
    study.save()


def _source(tally: Tally) -> str:
    return next((source.sha256 for source in tally.sources if source.sha256), "")


def _people(study: Study, tally: Tally, part: str) -> str:
    return people_of(
        source_sha256=_source(tally),
        part=part,
        about=f"item:{study.item_id}" if study.item_id else study.organisation,
        unit=study.unit or study.row,
        people=[number for cell in tally.cells.values() for number in (cell.n.value, cell.unknown)],
    )


@transaction.atomic
def refuse_table(*, study: Study, kinds: Collection[str], by: Actor, now: datetime) -> None:
    """Put on record that a table was thrown away unread, and what kinds of data it seemed to hold:
    never the name of a column, or anything in it."""
    audit.record(EventType.TABLE_REFUSED, subject=study, by=by, at=now, fields=kinds)


@transaction.atomic
def destroy_tally(*, tally: StudyTally, by: Actor, now: datetime) -> StudyTally:
    """Destroy the counts. What was shown of them stays: it holds no small cells."""
    tally = StudyTally.objects.select_for_update().get(pk=tally.pk)
    if tally.destroyed_at:
        return tally
    tally.sealed = b""
    tally.destroyed_at, tally.destroyed_by = now, by.actor_code
    tally.save()
    audit.record(EventType.TALLY_DESTROYED, subject=tally, by=by, at=now)
    return tally


@transaction.atomic
def destroy_due_tallies(now: datetime) -> int:
    """Destroy every tally whose day has come; run when the server starts. Says how many."""
    due = list(due_tallies(now.date()))
    for tally in due:
        destroy_tally(tally=tally, by=SERVER, now=now)
    return len(due)
