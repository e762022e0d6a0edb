"""Lists of questions as data: what a scan asks, of whom, and how long that takes.

`lists()` gives every list, `find()` one of them by its id, also when its file is gone.
"""

from waterpas.web.scans.lists import loader
from waterpas.web.scans.lists.errors import ListUnusable
from waterpas.web.scans.lists.model import Question, QuestionList, gone

FULL = "full"

__all__ = ["FULL", "ListUnusable", "Question", "QuestionList", "find", "lists", "offered"]


def lists() -> dict[str, QuestionList]:
    """Every list by its id."""
    return loader.load(loader.FOLDER)


def offered() -> list[QuestionList]:
    """The lists with which something new can begin."""
    return [one for one in lists().values() if not one.is_retired]


def find(list_id: str) -> QuestionList:
    """One list; for a list that is not there any more, one that asks nothing."""
    return lists().get(list_id) or gone(list_id)
