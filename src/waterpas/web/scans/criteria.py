"""The 21 criteria of the handbook, in its order."""

from collections.abc import Iterable
from functools import cache

from waterpas import handbook
from waterpas.handbook import Item


@cache
def criteria() -> dict[str, Item]:
    """The criteria by their id: first what policy should do, then what it should not do."""
    return {
        item.id: item for item in handbook.load() if item.kind == "criterion" and item.step == 7
    }


def changes(points: Iterable[str]) -> set[str]:
    """The ids of what can change where these criteria are not met, or these patterns are found."""
    return {item.id for one in points for item in handbook.changes_for(one)}
