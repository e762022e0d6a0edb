"""Questions about combinations. Reads only."""

from typing import Any

from django.db.models import QuerySet

from waterpas.web.scans.combinations import rules
from waterpas.web.scans.combinations.models import Combination
from waterpas.web.scans.models import Scan, Stage
from waterpas.web.scans.rules import Mark

SAYS = ("kinds", "own", "happens", "known", "known_how", "changes")


def combinations() -> QuerySet[Combination]:
    """All combinations with their scan, in the order in which they were added."""
    return Combination.objects.select_related("scan__item__owner__holder", "before")


def in_scan(scan: Scan) -> QuerySet[Combination]:
    """The combinations of a scan at its present stage."""
    return combinations().filter(scan=scan, stage=scan.stage, removed_at=None)


def removed(scan: Scan) -> QuerySet[Combination]:
    """What was removed at the present stage, the last first."""
    found = combinations().filter(scan=scan, stage=scan.stage)
    return found.exclude(removed_at=None).order_by("-removed_at")


def same(scan: Scan, kinds: list[str], own: str, *, but: int = 0) -> Combination | None:
    """The combination of the same characteristics that is there already."""
    alike = in_scan(scan).filter(own__iexact=own).exclude(pk=but)
    return next((one for one in alike if set(one.kinds) == set(kinds)), None)


def says_now(combination: Combination) -> dict[str, Any]:
    """What a combination says now, by field."""
    return {name: getattr(combination, name) for name in SAYS}


def still_open(combination: Combination) -> tuple[rules.Open, ...]:
    """What is still to be done about it."""
    return rules.still_open(says_now(combination), carried=combination.carried)


def mark(combination: Combination) -> Mark | None:
    """What it is beside the one of before; None in the first pass."""
    if combination.stage == Stage.BEFORE:
        return None
    if combination.carried:
        return Mark.CARRIED
    if combination.before is None:
        return Mark.NEW
    is_same = says_now(combination) == says_now(combination.before)
    return Mark.SAME if is_same else Mark.CHANGED
