"""Where a finding stands, at which steps it counts, and what no text may hold. Plain Python."""

import re
from collections.abc import Iterable
from enum import StrEnum


class State(StrEnum):
    """Where a finding stands. Computed from the records; nobody can set it."""

    OPEN = "open"
    HAS_ACTIONS = "has-actions"
    NO_ACTION = "no-action"


class Personal(StrEnum):
    """What points at one human being, and can be found in a text."""

    EMAIL = "email"
    BSN = "bsn"
    PHONE = "phone"


EMPLOYER = "employer"
# Bounded: a text of one endless word may not cost the square of its length.
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_NINE_DIGITS = re.compile(
    r"(?<!\d)\d{9}(?!\d)"
    r"|(?<!\d)(?<!\d[ .-])(?:\d{3}([ .-])\d{3}\1|\d{4}([ .-])\d{2}\2)\d{3}(?![ .-]?\d)"
)
_DATE = re.compile(r"\b(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}-\d{1,2}-\d{1,2})\b")
_DUTCH_PHONE = re.compile(r"(?<![\d.,+])\(?0[1-9](?:[ .()/-]{0,2}\d){8}(?!\d)")
_FOREIGN_PHONE = re.compile(r"(?<![\d.,+])(?:\+|00)[1-9](?:[ .()/-]{0,2}\d){8,14}(?!\d)")


def state(*, decided: bool, actions: int, diluted: int) -> State:
    """Where a finding stands.

    An action that is not diluted answers it. A figure never does: 'not shown' closes nothing.
    """
    if actions > diluted:
        return State.HAS_ACTIONS
    if decided:
        return State.NO_ACTION
    return State.HAS_ACTIONS if actions else State.OPEN


def steps_of(*, item_role: str, point_roles: Iterable[str]) -> frozenset[int]:
    """The steps a finding counts at: 6 for the employer, 7 for policy and services.

    Source: steps 6 and 7 of the handbook. The item says it; without item the criteria and
    patterns do, and then it may be both.
    """
    roles = {item_role} if item_role else set(point_roles)
    return frozenset(6 if role == EMPLOYER else 7 for role in roles)


def personal_in(text: str) -> tuple[Personal, str] | None:
    """The first thing in a text that points at one human being; None when there is none.

    Names cannot be found this way: the screens ask for none.
    """
    if found := _EMAIL.search(text):
        return Personal.EMAIL, found.group()
    # Two dates and a number in a row look like a telephone number.
    plain = _DATE.sub("x", text)
    if found := _FOREIGN_PHONE.search(plain) or _DUTCH_PHONE.search(plain):
        return Personal.PHONE, found.group()
    numbers = (match.group() for match in _NINE_DIGITS.finditer(text))
    bsn = next((number for number in numbers if is_bsn(number)), None)
    return (Personal.BSN, bsn) if bsn else None


def is_bsn(text: str) -> bool:
    """Whether nine digits pass the eleven test of the citizen service number (bsn)."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * digit for weight, digit in zip(weights, digits, strict=True))
    return any(digits) and total % 11 == 0
