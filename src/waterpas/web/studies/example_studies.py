"""The studies that ship with the package: designed, counted, measured and public."""

from datetime import datetime

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.studies.examples import Example, tally_of
from waterpas.web.studies.models import Study, StudyTally
from waterpas.web.studies.rules import Choice, Measured, fingerprint, is_current
from waterpas.web.studies.selectors import last_run, live_tally
from waterpas.web.studies.services.measuring import measure_study, measured_with
from waterpas.web.studies.services.releasing import release_study
from waterpas.web.studies.services.tallies import store_tally
from waterpas.web.studies.vault import keyed_by_each


@transaction.atomic
def store_example(*, example: Example, by: Actor, now: datetime) -> Study:
    """Store an example; what is there already and current is left alone.

    Its counts are public: nobody has to be a member to see them, and nothing is destroyed.
    """
    study = Study.objects.filter(slug=example.slug).first()
    if study is None or not _is_same(study, example.fields()):
        study = _design(example=example, by=by, now=now)
    counts, choice = tally_of(example), example.choice()
    tally = live_tally(study)
    if tally is None or tally.tally_sha256 not in keyed_by_each(fingerprint(counts.to_json())):
        tally = store_tally(
            study=study,
            tally=counts,
            choice=choice,
            part=example.part,
            is_public=True,
            by=by,
            now=now,
        )
    if not is_current(_last(study), wanted=measured_with(tally, choice)):
        _measure_and_release(study, tally, choice, by=by, now=now)
    return Study.objects.get(pk=study.pk)


def _design(*, example: Example, by: Actor, now: datetime) -> Study:
    study, _created = Study.objects.update_or_create(
        slug=example.slug,
        defaults=example.fields(),
        create_defaults={**example.fields(), "added_at": now, "added_by": by.actor_code},
    )
    audit.record(EventType.STUDY_DESIGNED, subject=study, by=by, at=now)
    return study


def _measure_and_release(
    study: Study, tally: StudyTally, choice: Choice, *, by: Actor, now: datetime
) -> None:
    run = measure_study(study=study, tally=tally, choice=choice, by=by, now=now)
    release_study(run=run, audience="public", by=by, now=now)


def _last(study: Study) -> Measured | None:
    run = last_run(study)
    return Measured(run.tally_sha256, run.version, run.parameters) if run else None


def _is_same(study: Study, fields: dict[str, object]) -> bool:
    return all(getattr(study, name) == value for name, value in fields.items())
