"""What an action still misses, and what may be filled in. Plain Python: no database, no Django.

The steps are those of the handbook: step 3 asks for people, money and means, step 8 for somebody
who gives account, step 10 for knowing whether it works.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

PLANNED, INTRODUCED, WORKS, DILUTED = "planned", "introduced", "works", "diluted"
NOT_ASKED, ASKED, PROMISED, REFUSED, NOT_NEEDED = (
    "not-asked",
    "asked",
    "promised",
    "refused",
    "not-needed",
)
LOOK_WITHIN = timedelta(days=180)
MOST_FTE = Decimal(1000)
MOST_EURO = 1_000_000_000
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
EMPLOYER = "employer"


class Gap(StrEnum):
    """Something that an action misses. The codes are stable."""

    NO_OWNER = "no-owner"
    OWNER_VACANT = "owner-vacant"
    NO_REVIEWER = "no-reviewer"
    SAME_PERSON = "same-person"
    NO_ACCOUNTABLE = "no-accountable"
    NO_MONEY_DECISION = "no-money-decision"
    NO_DUE_DATE = "no-due-date"
    OVERDUE = "overdue"
    NO_EVIDENCE_YET = "no-evidence-yet"

    @property
    def step(self) -> int:
        """The step of the handbook that asks for it."""
        return {Gap.NO_ACCOUNTABLE: 8, Gap.NO_EVIDENCE_YET: 10}.get(self, 3)


class Group(StrEnum):
    """Where an action stands in the list: by what it waits for. In the order of the page."""

    NO_OWNER = "no-owner"
    NO_MEANS = "no-means"
    MONEY_REFUSED = "money-refused"
    OVERDUE = "overdue"
    MONEY_ASKED = "money-asked"
    WAITING = "waiting"
    UNDERWAY = "underway"
    DILUTED = "diluted"
    WORKS = "works"


@dataclass(frozen=True, slots=True)
class ActionValues:
    """What the rules need to know of an action. A holder is a number of a person; None: nobody."""

    status: str = PLANNED
    has_owner: bool = False
    owner_holder: int | None = None
    has_reviewer: bool = False
    reviewer_holder: int | None = None
    has_accountable: bool = False
    fte: Decimal | None = None
    euro_once: int | None = None
    euro_yearly: int | None = None
    money: str = NOT_ASKED
    due: date | None = None
    introduced_on: date | None = None


def gaps(action: ActionValues, *, today: date) -> list[Gap]:
    """What this action still misses (steps 3, 8 and 10). Nothing, once it is concluded."""
    if action.status in (WORKS, DILUTED):
        return []
    found = {
        Gap.NO_OWNER: not action.has_owner,
        Gap.OWNER_VACANT: action.has_owner and action.owner_holder is None,
        Gap.NO_REVIEWER: not action.has_reviewer,
        Gap.SAME_PERSON: _is_same_person(action),
        Gap.NO_ACCOUNTABLE: not action.has_accountable,
        Gap.NO_MONEY_DECISION: not has_money_decision(action),
        Gap.NO_DUE_DATE: action.status == PLANNED and action.due is None,
        Gap.OVERDUE: action.status == PLANNED and action.due is not None and action.due < today,
        Gap.NO_EVIDENCE_YET: _is_long_introduced(action, today),
    }
    return [gap for gap, missing in found.items() if missing]


def has_money_decision(action: ActionValues) -> bool:
    """Whether somebody decided about means (step 3). Zero is a decision; empty is none."""
    if action.money == NOT_NEEDED:
        return True
    filled = [
        amount
        for amount in (action.fte, action.euro_once, action.euro_yearly)
        if amount is not None
    ]
    if action.money == NOT_ASKED:
        return bool(filled) and not any(filled)
    return bool(filled)


def group_of(status: str, missing: Collection[Gap], *, money: str) -> Group:
    """The one group of the list in which an action stands: what is most urgent decides."""
    if status in (WORKS, DILUTED):
        return Group(status)
    if {Gap.NO_OWNER, Gap.OWNER_VACANT} & set(missing):
        return Group.NO_OWNER
    if Gap.NO_MONEY_DECISION in missing:
        return Group.NO_MEANS
    if money == REFUSED:
        return Group.MONEY_REFUSED
    if Gap.OVERDUE in missing:
        return Group.OVERDUE
    if status == INTRODUCED:
        return Group.WAITING
    return Group.MONEY_ASKED if money == ASKED else Group.UNDERWAY


def steps_for(roles: Iterable[str]) -> frozenset[int]:
    """Steps 6 (as employer) and 7 (in policy and services) that these roles belong to."""
    return frozenset(6 if role == EMPLOYER else 7 for role in roles)


def look_before(introduced_on: date) -> date:
    """The day before which somebody looks whether it works (step 10)."""
    return introduced_on + LOOK_WITHIN


def is_sane_day(day: date) -> bool:
    """Whether a date is one that an action can have; a typing error in the year is not."""
    return FIRST_DAY <= day <= LAST_DAY


def is_sane_fte(fte: Decimal | None) -> bool:
    """Whether this can be a number of fte."""
    return fte is None or 0 <= fte <= MOST_FTE


def is_sane_euro(euro: int | None) -> bool:
    """Whether this can be an amount in euro."""
    return euro is None or 0 <= euro <= MOST_EURO


def read_euro(text: str) -> int:
    """Whole euros out of what somebody types: `12500`, `12.500`, `€ 12 500,-`.

    Raises ValueError for anything else; `12.50` could be read in two ways.
    """
    bare = re.sub(r"[€\s]|,(-|--|00)$", "", text.strip())
    match = re.fullmatch(r"-?(\d+|\d{1,3}([.,]\d{3})+)", bare)
    if not match:
        raise ValueError(text)
    return int(re.sub(r"[.,]", "", bare))


def read_fte(text: str) -> Decimal:
    """A number of fte with at most two decimals: `0,5` or `0.5`. Raises ValueError otherwise."""
    bare = text.strip().replace(",", ".")
    if not re.fullmatch(r"-?\d{1,9}(\.\d{1,2})?", bare):
        raise ValueError(text)
    return Decimal(bare)


def safe_cell(text: str) -> str:
    """A cell that a spreadsheet shows and never calculates."""
    calculates = text.lstrip().startswith(("=", "+", "-", "@")) or text.startswith(
        ("\t", "\r", "\n")
    )
    return f"'{text}" if calculates else text


def _is_same_person(action: ActionValues) -> bool:
    return action.owner_holder is not None and action.owner_holder == action.reviewer_holder


def _is_long_introduced(action: ActionValues, today: date) -> bool:
    if action.status != INTRODUCED or action.introduced_on is None:
        return False
    return look_before(action.introduced_on) < today
