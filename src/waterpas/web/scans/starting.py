"""What a scan cannot begin with."""

from datetime import date, datetime

from waterpas.web.register.models import Item
from waterpas.web.scans.lists import QuestionList
from waterpas.web.scans.models import Scan


class AlreadyThere(Exception):
    """There is a scan of this version of this item already."""

    def __init__(self, scan: Scan) -> None:
        super().__init__(f"{scan.pk}")
        self.scan = scan


class DateNotAhead(Exception):
    """The day on which somebody looks again lies ahead."""


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


def refuse_double(item: Item, about: str, question_list: str, *, but: int = 0) -> None:
    """Refuse a second scan of the same version with the same list."""
    same = Scan.objects.filter(item=item, about__iexact=about, question_list=question_list)
    if there := same.exclude(pk=but).first():
        raise AlreadyThere(there)


def refuse_past(day: date, now: datetime) -> None:
    """Refuse a day that does not lie ahead."""
    if day <= now.date():
        raise DateNotAhead
