"""Everything that changes combinations. Each change is one transaction and one audit line."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.references.versions import ChangedMeanwhile, together
from waterpas.web.scans.combinations.keeping import keep, write
from waterpas.web.scans.combinations.models import Combination
from waterpas.web.scans.combinations.rules import is_combination
from waterpas.web.scans.combinations.selectors import SAYS, same, says_now
from waterpas.web.scans.kept import What
from waterpas.web.scans.models import Scan


class NotThisStage(Exception):
    """Only the stage that the scan is at can be changed; the one before stays as it was."""


class NoCombination(Exception):
    """One characteristic is no combination."""


class SameThere(Exception):
    """The same characteristics are in this scan already."""

    def __init__(self, there: Combination) -> None:
        super().__init__(f"{there.pk}")
        self.there = there


class CombinationRemoved(Exception):
    """The combination was removed; put it back before you change it."""


class CombinationThere(Exception):
    """The combination is there already."""


@transaction.atomic
def add_combination(
    *, scan: Scan, says: Mapping[str, Any], by: Actor, now: datetime
) -> Combination:
    """Add a combination of characteristics to a scan."""
    scan = _locked(scan)
    _refuse(scan, says)
    made = Combination(scan=scan, stage=scan.stage, added_at=now, added_by=by.actor_code)
    write(made, says)
    keep(made, What.ADDED, by=by, now=now)
    audit.record(EventType.COMBINATION_ADDED, subject=made, by=by, at=now)
    return made


@transaction.atomic
def change_combination(
    *,
    combination: Combination,
    says: Mapping[str, Any],
    version: int,
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
) -> Combination:
    """Change a combination, or say that it is still so. `version`: what was on the screen.

    Raises ChangedMeanwhile when somebody else was first, and both changed a field.
    """
    combination = _present(combination)
    there, new = says_now(combination), {name: says[name] for name in SAYS}
    if combination.version != version:
        new = _together(new, now=there, started=started or {})
    differing = [name for name in SAYS if new[name] != there[name]]
    if not differing and not combination.carried:
        return combination
    _refuse(combination.scan, new, but=combination.pk)
    write(combination, new)
    combination.carried = False
    keep(combination, What.CHANGED if differing else What.LOOKED, by=by, now=now)
    audit.record(
        EventType.COMBINATION_CHANGED, subject=combination, by=by, at=now, fields=differing
    )
    return combination


@transaction.atomic
def remove_combination(*, combination: Combination, by: Actor, now: datetime) -> Combination:
    """Take a combination out of the scan. It stays readable, and can be put back."""
    combination = _present(combination)
    combination.removed_at, combination.removed_by = now, by.actor_code
    keep(combination, What.REMOVED, by=by, now=now)
    audit.record(EventType.COMBINATION_REMOVED, subject=combination, by=by, at=now)
    return combination


@transaction.atomic
def put_back_combination(*, combination: Combination, by: Actor, now: datetime) -> Combination:
    """Put a combination back, unless the same one came in its place."""
    combination = _of_this_stage(combination)
    if combination.removed_at is None:
        raise CombinationThere
    _refuse(combination.scan, says_now(combination), but=combination.pk)
    combination.removed_at, combination.removed_by = None, ""
    keep(combination, What.BACK, by=by, now=now)
    audit.record(EventType.COMBINATION_BACK, subject=combination, by=by, at=now)
    return combination


def _locked(scan: Scan) -> Scan:
    """The scan, so that two people who change one scan wait for each other."""
    return Scan.objects.select_for_update().get(pk=scan.pk)


def _of_this_stage(combination: Combination) -> Combination:
    scan = _locked(combination.scan)
    found = Combination.objects.select_related("scan").get(pk=combination.pk)
    if found.stage != scan.stage:
        raise NotThisStage
    return found


def _present(combination: Combination) -> Combination:
    found = _of_this_stage(combination)
    if found.removed_at:
        raise CombinationRemoved
    return found


def _refuse(scan: Scan, says: Mapping[str, Any], *, but: int = 0) -> None:
    if not is_combination(says["kinds"], says["own"]):
        raise NoCombination
    if there := same(scan, says["kinds"], says["own"], but=but):
        raise SameThere(there)


def _together(
    wanted: Mapping[str, Any], *, now: Mapping[str, Any], started: Mapping[str, str]
) -> dict[str, Any]:
    """What two people leave over must still be a combination; else the second one is asked."""
    new: dict[str, Any] = together(wanted, now=now, started=started)
    if not is_combination(new["kinds"], new["own"]):
        raise ChangedMeanwhile({name: now[name] for name in ("kinds", "own")})
    return new
