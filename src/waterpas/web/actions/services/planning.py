"""What is planned of actions. Each change is one transaction and one audit line."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Unpack

from django.db import transaction
from django.db.models import F

from waterpas.web.actions import rules
from waterpas.web.actions.errors import (
    ActionRefused,
    DayOutOfRange,
    EuroOutOfRange,
    FindingDecided,
    FteOutOfRange,
    NoReasonGiven,
    ReviewerIsOwner,
)
from waterpas.web.actions.models import Action
from waterpas.web.actions.values import Asked, NewValues, Values
from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.findings.models import Finding
from waterpas.web.references.versions import ChangedMeanwhile, together


@transaction.atomic
def add_action(
    *,
    by: Actor,
    now: datetime,
    findings: Collection[Finding] = (),
    **values: Unpack[NewValues],
) -> Action:
    """Add an action that answers findings; without a finding it is preventive.

    Raises
    ------
    NoReasonGiven
        There is no finding, and no criterion or pattern either.
    FindingDecided
        It was decided that nothing changes for one of the findings.
    ReviewerIsOwner, FteOutOfRange, EuroOutOfRange, DayOutOfRange
        What is filled in cannot be.
    """
    action = Action(**values, added_at=now, added_by=by.actor_code)
    _refuse_decided(findings)
    _refuse_wrong_values(action, answers_finding=bool(findings))
    action.save()
    action.findings.set(findings)
    audit.record(EventType.ACTION_ADDED, subject=action, by=by, at=now, fields=values)
    return action


@transaction.atomic
def change_action(
    *,
    action: Action,
    version: int,
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
    **values: Unpack[Values],
) -> Action:
    """Change what is filled in of an action. When nothing differs, nothing is written.

    Raises
    ------
    ChangedMeanwhile
        Somebody else changed it after `version`, and both changed a field; carries what is there
        now. What only one of both changed (by the marks in `started`) is kept.
    NoReasonGiven, ReviewerIsOwner, FteOutOfRange, EuroOutOfRange, DayOutOfRange
        What is filled in cannot be.
    """
    action = Action.objects.select_for_update().get(pk=action.pk)
    typed = _differing(action, values)
    wanted = _wanted(action, values, version=version, started=started or {})
    differing = _differing(action, wanted)
    if not differing:
        return action
    there = Action.objects.filter(pk=action.pk, version=action.version)
    if not there.update(version=F("version") + 1):
        raise ChangedMeanwhile(differing)
    for field in differing:
        setattr(action, field, wanted[field])
    try:
        _refuse_wrong_values(action, answers_finding=action.findings.exists())
    except ActionRefused as refused:
        if action.version == version:
            raise
        # Each was right by itself, and together they are not: show both.
        raise ChangedMeanwhile(typed) from refused
    action.version += 1
    action.save(update_fields=list(differing))
    audit.record(EventType.ACTION_CHANGED, subject=action, by=by, at=now, fields=differing)
    return action


class MeansChangedMeanwhile(Exception):
    """Somebody else changed one of the actions; `theirs` says what is there now."""

    def __init__(self, action: Action, meanwhile: ChangedMeanwhile) -> None:
        super().__init__(str(action.pk))
        self.action, self.theirs, self.meanwhile = action, meanwhile.theirs, meanwhile


@transaction.atomic
def ask_means(*, asked: Sequence[Asked], by: Actor, now: datetime) -> list[Action]:
    """Fill in the means of several actions: all of them or none. One audit line per action.

    Raises MeansChangedMeanwhile, and what `change_action` raises.
    """
    done = []
    for one in asked:
        try:
            changed = change_action(
                action=one.action,
                version=one.version,
                started=one.started,
                fte=one.fte,
                euro_once=one.euro_once,
                euro_yearly=one.euro_yearly,
                money=one.money,
                by=by,
                now=now,
            )
        except ChangedMeanwhile as meanwhile:
            raise MeansChangedMeanwhile(one.action, meanwhile) from None
        done.append(changed)
    return done


@transaction.atomic
def link_finding(*, action: Action, finding: Finding, by: Actor, now: datetime) -> Action:
    """Let an action answer a finding too. When it does so already, nothing is written."""
    _refuse_decided([finding])
    if not action.findings.filter(pk=finding.pk).exists():
        action.findings.add(finding)
        audit.record(EventType.ACTION_LINKED, subject=action, by=by, at=now, fields=["findings"])
    return action


@transaction.atomic
def unlink_finding(*, action: Action, finding: Finding, by: Actor, now: datetime) -> Action:
    """An action no longer answers a finding. When it did not, nothing is written.

    Raises NoReasonGiven when it was the last one, and the action has no criterion or pattern.
    """
    linked = action.findings.filter(pk=finding.pk)
    if not linked.exists():
        return action
    if not action.points and not action.findings.exclude(pk=finding.pk).exists():
        raise NoReasonGiven
    action.findings.remove(finding)
    audit.record(EventType.ACTION_UNLINKED, subject=action, by=by, at=now, fields=["findings"])
    return action


def _wanted(
    action: Action, values: Values, *, version: int, started: Mapping[str, str]
) -> Mapping[str, object]:
    if action.version == version:
        return values
    now = {field: getattr(action, field) for field in values}
    return together(values, now=now, started=started)


def _differing(action: Action, values: Mapping[str, object]) -> dict[str, object]:
    """The fields that would change, with what is there now."""
    return {
        field: getattr(action, field)
        for field, value in values.items()
        if getattr(action, field) != value
    }


def _refuse_decided(findings: Collection[Finding]) -> None:
    numbers = [finding.pk for finding in findings]
    if Finding.objects.filter(pk__in=numbers, decided_at__isnull=False).exists():
        raise FindingDecided


def _refuse_wrong_values(action: Action, *, answers_finding: bool) -> None:
    if not answers_finding and not action.points:
        raise NoReasonGiven
    if action.owner_id is not None and action.owner_id == action.reviewer_id:
        raise ReviewerIsOwner
    if not rules.is_sane_fte(action.fte):
        raise FteOutOfRange
    for field in ("euro_once", "euro_yearly"):
        if not rules.is_sane_euro(getattr(action, field)):
            raise EuroOutOfRange(field)
    if action.due is not None and not rules.is_sane_day(action.due):
        raise DayOutOfRange("due")
