"""What a scan cannot begin with."""

from waterpas.web.register.models import Item
from waterpas.web.scans.lists import QuestionList


class ListUnsuitable(Exception):
    """Nothing new begins with the list, or it is not about what the municipality is in the item."""


class HasteUnexplained(Exception):
    """A form that another list must follow says why; any other list has no haste to explain."""


def refuse_unsuitable(asked: QuestionList, item: Item) -> None:
    """Refuse a list that is not for this item."""
    if asked.is_retired or item.role not in asked.roles:
        raise ListUnsuitable


def refuse_haste(asked: QuestionList, haste: str) -> None:
    """Refuse haste without a reason, and a reason where there is no haste."""
    if bool(asked.followed_by) != bool(haste):
        raise HasteUnexplained
