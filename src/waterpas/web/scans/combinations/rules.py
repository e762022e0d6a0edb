"""What a combination of characteristics leaves open. Plain Python."""

from collections.abc import Mapping
from enum import StrEnum


class Known(StrEnum):
    """How we know what happens for people."""

    SOURCE = "source"
    ASKED = "asked"
    UNKNOWN = "unknown"


class Open(StrEnum):
    """What is still open about a combination."""

    UNKNOWN = "unknown"
    NO_CHANGE = "no-change"
    CARRIED = "carried"


LEAST = 2


def is_combination(kinds: list[str], own: str) -> bool:
    """One characteristic is no combination; own words count as one."""
    return len(kinds) + bool(own) >= LEAST


def still_open(says: Mapping[str, object], *, carried: bool) -> tuple[Open, ...]:
    """What is still to be done, in the order in which a page says it."""
    checks = {
        Open.CARRIED: carried,
        Open.UNKNOWN: says["known"] == Known.UNKNOWN,
        Open.NO_CHANGE: not says["changes"],
    }
    return tuple(one for one, is_open in checks.items() if is_open)
