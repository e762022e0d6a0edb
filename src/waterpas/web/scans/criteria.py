"""The 21 criteria of the handbook, in its order."""

from functools import cache

from waterpas import handbook
from waterpas.handbook import Item
from waterpas.web.scans.rules import CONDITIONS, EFFECTS


@cache
def criteria() -> dict[str, Item]:
    """The criteria by their id: first what policy should do, then what it should not do."""
    return {
        item.id: item for item in handbook.load() if item.kind == "criterion" and item.step == 7
    }


def is_effect(criterion: str) -> bool:
    """Whether the criterion is about a consequence, which only a measurement can show."""
    return criteria()[criterion].criterion_kind in EFFECTS


def is_conditional(criterion: str) -> bool:
    """Whether the opening page says if it applies."""
    return criterion in CONDITIONS


def changes(criterion: str) -> tuple[Item, ...]:
    """What can change where this criterion is not met."""
    return tuple(handbook.changes_for(criterion))
