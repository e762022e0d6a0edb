"""Everything that changes findings. Each change is one transaction and one audit line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.findings.models import EarlierDecision, Evidence, Finding
from waterpas.web.findings.points import in_order
from waterpas.web.findings.points import points as known_points
from waterpas.web.findings.rules import Personal, personal_in
from waterpas.web.findings.selectors import standing_of
from waterpas.web.references.versions import together
from waterpas.web.register.models import Item


class PointsUnknown(Exception):
    """A finding needs at least one criterion or pattern, and only those of the handbook."""

    def __init__(self, points: list[str]) -> None:
        super().__init__(f"{points}")
        self.points = points


class PersonalText(Exception):
    """A text points at one human being; `what` says by which kind of detail."""

    def __init__(self, what: Personal) -> None:
        super().__init__(what)
        self.what = what


class ItemRetired(Exception):
    """The item has left the register; a finding cannot be moved to it."""


class HasActions(Exception):
    """Actions answer this finding already, so there can be no decision not to act."""


class AlreadyDecided(Exception):
    """It was decided before to do nothing."""


class NotDecided(Exception):
    """There is no decision to take back."""


class EvidenceGone(Exception):
    """Somebody else took this evidence away already."""


class NoReason(Exception):
    """A decision not to act needs its reason."""


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """What a finding rests on, before it is stored."""

    kind: str
    text: str
    source: str = ""
    urn: str = ""


@transaction.atomic
def add_finding(
    *,
    title: str,
    for_whom: str,
    points: Iterable[str],
    item: Item | None = None,
    explanation: str = "",
    evidence: NewEvidence | None = None,
    by: Actor,
    now: datetime,
) -> Finding:
    """Add a finding, perhaps with its first evidence. It needs no figure."""
    _refuse_personal(title, for_whom, explanation)
    _refuse_retired(item)
    finding = Finding.objects.create(
        title=title,
        for_whom=for_whom,
        points=_checked(points),
        item=item,
        explanation=explanation,
        added_at=now,
        added_by=by.actor_code,
    )
    if evidence:
        _store_evidence(finding, evidence, by=by, now=now)
    audit.record(EventType.FINDING_ADDED, subject=finding, by=by, at=now)
    return finding


@transaction.atomic
def change_finding(
    *,
    finding: Finding,
    version: int,
    title: str,
    for_whom: str,
    points: Iterable[str],
    item: Item | None,
    explanation: str,
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
) -> Finding:
    """Change what a finding says. `version` and `started` are what was on the screen.

    Raises ChangedMeanwhile when somebody else was first, and both changed a field. When nothing
    differs, nothing is written.
    """
    # Two people may save at the same moment: lock, then look.
    finding = Finding.objects.select_for_update().get(pk=finding.pk)
    _refuse_personal(title, for_whom, explanation)
    new: Mapping[str, object] = {
        "title": title,
        "for_whom": for_whom,
        "points": _checked(points),
        "item": item,
        "explanation": explanation,
    }
    if finding.version != version:
        there = {name: getattr(finding, name) for name in new}
        new = together(new, now=there, started=started or {})
    differing = _differing(finding, new)
    if "item" in differing:
        _refuse_retired(item)
    if differing:
        _save(finding, new)
        audit.record(EventType.FINDING_CHANGED, subject=finding, by=by, at=now, fields=differing)
    return finding


def _differing(finding: Finding, new: Mapping[str, object]) -> dict[str, object]:
    """The fields that would change, with what is there now."""
    there = {name: getattr(finding, name) for name in new}
    return {name: there[name] for name in new if new[name] != there[name]}


def _save(finding: Finding, new: Mapping[str, object]) -> None:
    for name, value in new.items():
        setattr(finding, name, value)
    finding.version += 1
    finding.save(update_fields=[*new, "version"])


@transaction.atomic
def add_evidence(
    *,
    finding: Finding,
    kind: str,
    text: str,
    source: str = "",
    urn: str = "",
    by: Actor,
    now: datetime,
) -> Evidence:
    """Put evidence with a finding. It never changes where the finding stands."""
    new = NewEvidence(kind=kind, text=text, source=source, urn=urn)
    evidence = _store_evidence(finding, new, by=by, now=now)
    audit.record(EventType.EVIDENCE_ADDED, subject=finding, by=by, at=now, fields=["evidence"])
    return evidence


@transaction.atomic
def remove_evidence(*, evidence: Evidence, by: Actor, now: datetime) -> None:
    """Take evidence away for good; the log keeps that it was there."""
    finding = evidence.finding
    gone, _ = Evidence.objects.filter(pk=evidence.pk).delete()
    if not gone:
        raise EvidenceGone
    audit.record(EventType.EVIDENCE_REMOVED, subject=finding, by=by, at=now, fields=["evidence"])


@transaction.atomic
def decide_no_action(*, finding: Finding, reason: str, by: Actor, now: datetime) -> Finding:
    """Decide not to act on a finding, and say why.

    Raises NoReason, AlreadyDecided, or HasActions while an action answers it that is not diluted.
    """
    finding = Finding.objects.select_for_update().get(pk=finding.pk)
    if not reason.strip():
        raise NoReason
    _refuse_personal(reason)
    if finding.decided_at:
        raise AlreadyDecided
    answered = standing_of(finding).answered
    if answered.count > answered.diluted:
        raise HasActions
    finding.no_action_reason = reason
    finding.decided_at, finding.decided_by = now, by.actor_code
    finding.save(update_fields=["no_action_reason", "decided_at", "decided_by"])
    audit.record(EventType.FINDING_DECIDED, subject=finding, by=by, at=now)
    return finding


@transaction.atomic
def reopen_finding(*, finding: Finding, by: Actor, now: datetime) -> Finding:
    """Take a decision not to act back; why it was taken stays readable."""
    finding = Finding.objects.select_for_update().get(pk=finding.pk)
    if finding.decided_at is None:
        raise NotDecided
    EarlierDecision.objects.create(
        finding=finding,
        no_action_reason=finding.no_action_reason,
        decided_at=finding.decided_at,
        decided_by=finding.decided_by,
        reopened_at=now,
        reopened_by=by.actor_code,
    )
    finding.no_action_reason, finding.decided_at, finding.decided_by = "", None, ""
    finding.save(update_fields=["no_action_reason", "decided_at", "decided_by"])
    audit.record(EventType.FINDING_REOPENED, subject=finding, by=by, at=now)
    return finding


def _store_evidence(finding: Finding, new: NewEvidence, *, by: Actor, now: datetime) -> Evidence:
    _refuse_personal(new.text, new.source)
    return Evidence.objects.create(
        finding=finding,
        kind=new.kind,
        text=new.text,
        source=new.source,
        urn=new.urn,
        added_at=now,
        added_by=by.actor_code,
    )


def _refuse_personal(*texts: str) -> None:
    for text in texts:
        if found := personal_in(text):
            raise PersonalText(found[0])


def _refuse_retired(item: Item | None) -> None:
    if item and item.retired_at:
        raise ItemRetired


def _checked(points: Iterable[str]) -> list[str]:
    wanted = in_order(points)
    unknown = [one for one in wanted if one not in known_points()]
    if unknown or not wanted:
        raise PointsUnknown(unknown)
    return wanted
