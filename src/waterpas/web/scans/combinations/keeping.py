"""How a combination is stored, each time with what it says then; also by the second pass."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from waterpas.web.audit_trail.services import Actor
from waterpas.web.scans.combinations.models import Combination, CombinationVersion
from waterpas.web.scans.combinations.selectors import SAYS, says_now
from waterpas.web.scans.kept import What
from waterpas.web.scans.models import Scan, Stage


def write(combination: Combination, says: Mapping[str, Any]) -> None:
    """Let a combination say this."""
    for name in SAYS:
        setattr(combination, name, says[name])


def keep(combination: Combination, what: What, *, by: Actor, now: datetime) -> None:
    """Store the combination, and what it says now as its next version."""
    combination.version += 1
    combination.save()
    CombinationVersion.objects.create(
        combination=combination,
        number=combination.version,
        what=what,
        says=says_now(combination),
        saved_at=now,
        saved_by=by.actor_code,
    )


def carry_over(scan: Scan, *, by: Actor, now: datetime) -> None:
    """Take every combination along to the second pass, marked as taken over.

    Part of the change that begins the second pass: that one writes the audit line.
    """
    for one in Combination.objects.filter(scan=scan, stage=Stage.BEFORE, removed_at=None):
        copy = Combination(scan=scan, stage=Stage.AFTER, before=one, carried=True)
        copy.added_at, copy.added_by = now, by.actor_code
        write(copy, says_now(one))
        keep(copy, What.CARRIED, by=by, now=now)
