"""What waits for whom. What nobody can do falls to the coordinator: nothing waits for nobody."""

from dataclasses import dataclass
from datetime import date

from django.utils.timesince import timesince
from django.utils.timezone import localdate

from waterpas.web.approach.said import has_one_of, may_open
from waterpas.web.people.models import Person
from waterpas.web.people.selectors import active_people
from waterpas.web.people.waiting import is_coordinator
from waterpas.web.references.checks import Task, tasks


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task as it stands on one day; `falls`: to the coordinator, because nobody else can."""

    task: Task
    today: date
    falls: bool = False

    @property
    def days_late(self) -> int:
        """How many days ago it had to be done; 0 when it is not late."""
        return max(0, (self.today - self.task.until).days) if self.task.until else 0

    @property
    def waited(self) -> str:
        """How long it waits already, in words; empty when it does not, or since today."""
        since = self.task.since
        return timesince(since, self.today, depth=1) if since and since < self.today else ""


def tasks_for(person: Person) -> tuple[list[Waiting], list[Waiting]]:
    """What waits for this person, and what waits for others; each task once."""
    mine: list[Waiting] = []
    others: list[Waiting] = []
    for waiting in _open_to(person):
        is_mine = is_coordinator(person) if waiting.falls else waiting.task.person == person.pk
        (mine if is_mine else others).append(waiting)
    seen = {_what(waiting) for waiting in mine}
    first = {_what(waiting): waiting for waiting in reversed(others)}
    return mine, [w for w in others if first[_what(w)] is w and _what(w) not in seen]


def _open_to(person: Person) -> list[Waiting]:
    today, there = localdate(), {one.pk: one for one in active_people()}
    found = [task for task in tasks() if may_open(person, task.url)]
    return [Waiting(task, today, falls=_falls(task, there)) for task in found]


def _falls(task: Task, there: dict[int, Person]) -> bool:
    """Whether nobody has this task, or somebody who may not do it."""
    holder = there.get(task.person) if task.person else None
    return holder is None or not has_one_of(holder, task.needs)


def _what(waiting: Waiting) -> tuple[str, str]:
    return waiting.task.text, waiting.task.url
