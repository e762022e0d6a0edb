"""What limits a decision that somebody takes, and what is missing. Plain Python."""

from collections.abc import Mapping
from enum import StrEnum


class Ground(StrEnum):
    """What somebody goes by."""

    RULE = "rule"
    ROOM = "room"
    OWN = "own"
    UNKNOWN = "unknown"


class Told(StrEnum):
    """What the person concerned hears."""

    REASON = "with-reason"
    BARE = "without-reason"
    NO = "no"
    UNKNOWN = "unknown"


# What can limit a decision, in the order in which a page says it.
LIMITS = ("ground", "reason", "second_look", "sampled", "told")
# Without any of these four, nothing limits what somebody thinks.
LIMITING = frozenset({"ground", "reason", "second_look", "sampled"})
LACKING = frozenset({"no", Ground.OWN.value, Told.BARE.value})
UNKNOWN = "unknown"
WITH_RULE = frozenset({Ground.RULE.value, Ground.ROOM.value})
# Which change answers which lack, by its number in the handbook. That they belong is ours.
CHANGES: Mapping[str, str] = {
    "ground": "WP16",
    "reason": "P07-02",
    "second_look": "WP17",
    "sampled": "WP18",
    "told": "P07-02",
}


def lacks(says: Mapping[str, object]) -> tuple[str, ...]:
    """What does not limit this decision, or is not told."""
    return tuple(name for name in LIMITS if says.get(name) in LACKING)


def unknowns(says: Mapping[str, object]) -> tuple[str, ...]:
    """What nobody knows yet about this decision."""
    return tuple(name for name in LIMITS if says.get(name) == UNKNOWN)


def is_unlimited(says: Mapping[str, object]) -> bool:
    """Whether somebody decides alone, without rule, recorded reason or sample."""
    return LIMITING.issubset(lacks(says))


def answers(says: Mapping[str, object]) -> list[str]:
    """The changes that answer what is missing, each once."""
    return list(dict.fromkeys(CHANGES[name] for name in lacks(says)))
