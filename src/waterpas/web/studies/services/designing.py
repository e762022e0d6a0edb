"""What a study asks, who works on it, and that it stops."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.people.models import Person
from waterpas.web.references.versions import together
from waterpas.web.register.models import Item
from waterpas.web.studies.models import State, Study, StudyMember
from waterpas.web.studies.rules import Design, changed


class StudyWithdrawn(Exception):
    """The study was withdrawn: nothing about it changes any more."""


class LastMember(Exception):
    """Without this person nobody would work on the study any more."""


@transaction.atomic
def design_study(*, design: Design, item: Item | None, by: Person, now: datetime) -> Study:
    """Set up a study. Whoever does so works on it."""
    study = Study.objects.create(**asdict(design), item=item, added_at=now, added_by=by.actor_code)
    StudyMember.objects.create(study=study, person=by, added_at=now, added_by=by.actor_code)
    audit.record(EventType.STUDY_DESIGNED, subject=study, by=by, at=now)
    return study


@transaction.atomic
def change_study(
    *,
    study: Study,
    design: Design,
    item: Item | None,
    version: int,
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
) -> Study:
    """Change what a study asks; a result that is there keeps the words it was shown with.

    Raises ChangedMeanwhile when somebody else was first, and both changed a field.
    """
    study = for_change(study)
    there = {**asdict(study.design), "item": study.item}
    wanted: Mapping[str, object] = {**asdict(design), "item": item}
    if study.version != version:
        wanted = together(wanted, now=there, started=started or {})
    fields = changed(there, wanted)
    for name in fields:
        setattr(study, name, wanted[name])
    study.version += 1
    study.save()
    audit.record(EventType.STUDY_CHANGED, subject=study, by=by, at=now, fields=fields)
    return study


@transaction.atomic
def state_ground(*, study: Study, ground: str, decision: str, by: Actor, now: datetime) -> Study:
    """Say by what right special data are read, and what the data protection officer decided."""
    study = for_change(study)
    if (study.ground, study.ground_decision) == (ground, decision):
        return study
    study.ground, study.ground_decision = ground, decision
    study.version += 1
    study.save()
    fields = ["ground", "ground_decision"]
    audit.record(EventType.STUDY_CHANGED, subject=study, by=by, at=now, fields=fields)
    return study


@transaction.atomic
def add_member(*, study: Study, person: Person, by: Actor, now: datetime) -> StudyMember:
    """Let somebody work on a study; who does so already stays."""
    study = for_change(study)
    member, is_new = StudyMember.objects.get_or_create(
        study=study, person=person, defaults={"added_at": now, "added_by": by.actor_code}
    )
    if is_new:
        audit.record(EventType.STUDY_MEMBER_ADDED, subject=study, by=by, at=now)
    return member


@transaction.atomic
def remove_member(*, study: Study, person: Person, by: Actor, now: datetime) -> Study:
    """Somebody works on a study no longer; one person always stays."""
    study = for_change(study)
    if not study.members.exclude(pk=person.pk).exists():
        raise LastMember
    deleted, _ = StudyMember.objects.filter(study=study, person=person).delete()
    if deleted:
        audit.record(EventType.STUDY_MEMBER_REMOVED, subject=study, by=by, at=now)
    return study


@transaction.atomic
def withdraw_study(*, study: Study, because: str, by: Actor, now: datetime) -> Study:
    """Stop a study, with the reason. What was found stays to be read."""
    study = for_change(study)
    study.state = State.WITHDRAWN
    study.withdrawn_at, study.withdrawn_by = now, by.actor_code
    study.withdrawn_because = because
    study.version += 1
    study.save()
    audit.record(EventType.STUDY_WITHDRAWN, subject=study, by=by, at=now)
    return study


def for_change(study: Study) -> Study:
    """The study as it is now, held until the change is done."""
    found = Study.objects.select_for_update().get(pk=study.pk)
    if found.is_withdrawn:
        raise StudyWithdrawn
    return found
