"""What can change where a pattern is found or a criterion is not met, by the handbook and by us."""

from collections.abc import Iterable

from waterpas import handbook
from waterpas.handbook import Item
from waterpas.web.findings.points import points


def suggestions(ids: Iterable[str]) -> list[Item]:
    """The changes for these criteria and patterns, each once, in the order of the handbook."""
    known = [one for one in ids if one in points()]
    found = [item for one in known for item in handbook.changes_for(one) if item.id not in known]
    return list({item.id: item for item in found}.values())
