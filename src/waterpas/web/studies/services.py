"""Everything that changes a study. Each change is one transaction and one audit line."""

from datetime import datetime

from django.db import transaction

from waterpas.tallies.tally import Tally
from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.studies.examples import Example, tally_of
from waterpas.web.studies.models import Run, Study
from waterpas.web.studies.rules import is_current
from waterpas.web.studies.selectors import family_of, last_measured, measured_now


@transaction.atomic
def store_study(*, design: Example, tally: Tally, by: Actor, now: datetime) -> Study:
    """Store what a study asks and its counts; a study of that name gets the new ones."""
    study, _created = Study.objects.update_or_create(
        slug=design.slug,
        defaults={**_fields(design, tally), "stored_at": now, "stored_by": by.actor_code},
    )
    audit.record(EventType.STUDY_DESIGNED, subject=study, by=by, at=now)
    return study


@transaction.atomic
def measure_study(*, study: Study, by: Actor, now: datetime) -> Run:
    """Compute the result of a study, and put on record with what that was done."""
    with_what = measured_now(study)
    run = Run.objects.create(
        study=study,
        computed_at=now,
        computed_by=by.actor_code,
        family=family_of(study),
        parameters=with_what.parameters,
        version=with_what.version,
        tally_sha256=with_what.tally_sha256,
    )
    audit.record(EventType.STUDY_MEASURED, subject=study, by=by, at=now)
    return run


@transaction.atomic
def store_example(*, example: Example, by: Actor, now: datetime) -> Study:
    """Store and measure an example study; what is there already and current is left alone."""
    tally = tally_of(example)
    study = Study.objects.filter(slug=example.slug).first()
    if study is None or not _is_same(study, _fields(example, tally)):
        study = store_study(design=example, tally=tally, by=by, now=now)
    if not is_current(last_measured(study), wanted=measured_now(study)):
        measure_study(study=study, by=by, now=now)
    return study


def _fields(design: Example, tally: Tally) -> dict[str, str]:
    texts = {
        f"{name}_{lang}": text
        for name in ("title", "question", "about", "reason")
        for lang, text in getattr(design, name).items()
    }
    return texts | {
        "across": design.across,
        "reference": design.reference,
        "command": design.command,
        "tally": tally.to_json(),
        "source_sha256": next((s.sha256 for s in tally.sources if s.sha256), ""),
    }


def _is_same(study: Study, fields: dict[str, str]) -> bool:
    return all(getattr(study, name) == value for name, value in fields.items())
