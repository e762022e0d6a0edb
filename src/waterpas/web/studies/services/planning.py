"""The plans that are kept with a study, before or after anything was computed."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from waterpas.version import __version__
from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.studies.models import Study, StudyPlan
from waterpas.web.studies.services.designing import for_change


@transaction.atomic
def keep_plan(
    *,
    study: Study,
    design: str,
    asked: Mapping[str, str],
    said: Mapping[str, Sequence[str]],
    by: Actor,
    now: datetime,
) -> StudyPlan:
    """Keep a plan: what was filled in, and what it said in each language.

    The same plan is not kept a second time.
    """
    study = for_change(study)
    told = {lang: list(sentences) for lang, sentences in said.items()}
    for there in study.plans.filter(design=design):
        if (there.asked, there.said) == (dict(asked), told):
            return there
    plan = StudyPlan.objects.create(
        study=study,
        design=design,
        asked=dict(asked),
        said=told,
        version=__version__,
        kept_at=now,
        kept_by=by.actor_code,
    )
    audit.record(EventType.PLAN_KEPT, subject=study, by=by, at=now)
    return plan


@transaction.atomic
def remove_plan(*, plan: StudyPlan, by: Actor, now: datetime) -> None:
    """Remove a plan; that it was there stays in the log, and not what it said."""
    study = for_change(plan.study)
    deleted, _ = study.plans.filter(pk=plan.pk).delete()
    if deleted:
        audit.record(EventType.PLAN_REMOVED, subject=study, by=by, at=now)
