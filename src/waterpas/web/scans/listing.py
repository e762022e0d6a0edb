"""The items in the order in which a scan makes sense, with in words why."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from waterpas.web.register.models import Item, Kind
from waterpas.web.scans import rules, words
from waterpas.web.scans.lists import FULL
from waterpas.web.scans.models import Prescan
from waterpas.web.scans.rules import Outcome
from waterpas.web.scans.selectors import Standing, last_prescans, scannable_items
from waterpas.web.scans.triggers import advised_list, outcome_of

# What most often decides about people comes first in the list of what nobody looked at yet.
KINDS = (Kind.ALGORITHM, Kind.RULE, Kind.PROCESS, Kind.SERVICE, Kind.POLICY, Kind.CONTRACT)


@dataclass(frozen=True, slots=True)
class Row:
    """One item, its last pre-scan, and why it stands where it stands."""

    item: Item
    prescan: Prescan | None
    reasons: list[str]
    first: str = ""
    advised: str = FULL


@dataclass(frozen=True, slots=True)
class Listing:
    """The register in the order of what to look at first."""

    now: list[Row]
    later: list[Row]
    unseen: list[Row]
    not_needed: list[Row]


def listing(standings: list[Standing]) -> Listing:
    """The items without a scan of the whole policy, by what their pre-scan leads to."""
    scanned = {one.scan.item_id for one in standings if one.list.counts_as_scan}
    prescans = last_prescans()
    items = [item for item in scannable_items() if item.pk not in scanned]
    rows = [_row(item, prescans.get(item.pk)) for item in items]
    done = sorted((row for row in rows if row.prescan), key=_order)
    return Listing(
        now=_with_why(_that(done, Outcome.NOW)),
        later=_that(done, Outcome.LATER),
        unseen=sorted((row for row in rows if row.prescan is None), key=_unseen_order),
        not_needed=_that(done, Outcome.NOT),
    )


def _row(item: Item, prescan: Prescan | None) -> Row:
    if prescan is None:
        return Row(item, None, [])
    return Row(item, prescan, words.why(prescan), advised=advised_list(prescan).id)


def _that(rows: list[Row], wanted: Outcome) -> list[Row]:
    return [row for row in rows if row.prescan and outcome_of(row.prescan) == wanted]


def _order(row: Row) -> tuple[tuple[bool, ...], str]:
    prescan = row.prescan
    is_fixed = bool(prescan and prescan.triggers)
    return (not is_fixed, *rules.order(prescan.answers if prescan else {})), row.item.title


def _unseen_order(row: Row) -> tuple[int, str]:
    return KINDS.index(Kind(row.item.kind)), row.item.title


def _with_why(rows: list[Row]) -> list[Row]:
    first = _why_first([row.prescan for row in rows[:2] if row.prescan])
    return [replace(row, first="" if at else first) for at, row in enumerate(rows)]


def _why_first(prescans: list[Prescan]) -> str:
    is_fixed = [bool(one.triggers) for one in prescans]
    if is_fixed in ([True], [True, False]):
        return _("Deze eerst, want uw gemeente toetst dit altijd.")
    return words.why_first([one.answers for one in prescans])
