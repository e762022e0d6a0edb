"""What the records say about the ten steps. Reads only; nothing here can be ticked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.timesince import timesince
from django.utils.timezone import localdate

from waterpas import handbook
from waterpas.handbook.model import Item
from waterpas.texts import Language
from waterpas.web.approach.first_things import FIRST_THINGS, FirstThing
from waterpas.web.people.models import Person
from waterpas.web.people.permissions import Permission
from waterpas.web.references.checks import Saying, Task, sayings, tasks

MOST_SAYINGS = 3
ACTING = (Permission.ACTION_CHANGE, Permission.FINDING_CHANGE)


@dataclass(frozen=True, slots=True)
class StepNow:
    """One step: its name, what the records say about it, and the next thing to do.

    `first` is None for a reader who cannot do it.
    """

    number: int
    title: str
    sayings: tuple[Saying, ...]
    first: FirstThing | None

    @property
    def most_telling(self) -> tuple[Saying, ...]:
        """What is said where there is little room: gaps first."""
        return self.sayings[:MOST_SAYINGS]

    @property
    def more(self) -> int:
        """How much is said on the page of the step only."""
        return max(0, len(self.sayings) - MOST_SAYINGS)

    @property
    def next(self) -> Saying | None:
        """The weightiest saying with something to do."""
        return next((saying for saying in self.sayings if saying.next_url), None)


@dataclass(frozen=True, slots=True)
class Shown:
    """One item of the handbook on a page, with the items that belong under it."""

    item: Item
    title: str
    text: str
    parts: tuple["Shown", ...] = ()


def steps(lang: Language, person: Person) -> list[StepNow]:
    """The ten steps, as the records of everybody show them now, for one reader."""
    found = [for_reader(saying, person) for saying in sayings()]
    shown = [saying for saying in found if saying]
    items = [item for item in handbook.load() if item.kind == "step"]
    return [_step(item, lang, shown, person) for item in items]


def step_now(number: int, lang: Language, person: Person) -> StepNow | None:
    """One step; None when there is no such step."""
    return next((step for step in steps(lang, person) if step.number == number), None)


def for_reader(saying: Saying, person: Person) -> Saying | None:
    """What somebody may read of it: no names of records and no links to closed pages."""
    without_link = replace(saying, next_url="", next_label="")
    if not saying.next_url or may_open(person, saying.next_url):
        return without_link if saying.advice else saying
    return None if saying.names_records or saying.advice else without_link


def may_open(person: Person, url: str) -> bool:
    """Whether the page at this address lets this person in."""
    needed = _permission(urlsplit(url).path)
    return needed is not None and person.may(needed)


def may_act(person: Person) -> bool:
    """Whether this person does something in the approach, or only reads about it."""
    return any(person.may(permission) for permission in ACTING)


@cache
def _permission(path: str) -> Permission | None:
    try:
        return getattr(resolve(path).func, "required_permission", None)
    except Resolver404:
        return None


def _step(item: Item, lang: Language, found: Iterable[Saying], person: Person) -> StepNow:
    number = item.step or 0
    first = FIRST_THINGS[number]
    return StepNow(
        number=number,
        title=item.title.text(lang),
        sayings=tuple(saying for saying in found if saying.step == number),
        first=first if may_act(person) and may_open(person, first.url) else None,
    )


def items_of_step(number: int, lang: Language) -> list[Shown]:
    """Everything the handbook (and we) say about one step, in reading order."""
    return _nested([item for item in handbook.load() if item.step == number], lang)


def items_beside_the_steps(lang: Language) -> list[Shown]:
    """What belongs to no step: what it is, the roles, the patterns, where it comes from."""
    return _nested([item for item in handbook.load() if item.step is None], lang)


def _nested(items: list[Item], lang: Language) -> list[Shown]:
    ids = {item.id for item in items}
    return [_shown(item, items, lang) for item in items if item.part_of not in ids]


def _shown(item: Item, items: list[Item], lang: Language) -> Shown:
    parts = tuple(_shown(part, items, lang) for part in items if part.part_of == item.id)
    return Shown(item, item.title.text(lang), item.text(lang), parts)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task as it stands on one day."""

    task: Task
    today: date

    @property
    def days_late(self) -> int:
        """How many days ago it had to be done; 0 when it is not late."""
        return max(0, (self.today - self.task.until).days) if self.task.until else 0

    @property
    def waited(self) -> str:
        """How long it waits already, in words; empty when it does not, or since today."""
        since = self.task.since
        return timesince(since, self.today, depth=1) if since and since < self.today else ""


def tasks_of(person: Person) -> list[Waiting]:
    """What waits for this person."""
    return [waiting for waiting in _tasks(person) if waiting.task.person == person.pk]


def tasks_of_others(person: Person) -> list[Waiting]:
    """What waits for somebody else."""
    return [waiting for waiting in _tasks(person) if waiting.task.person != person.pk]


def _tasks(person: Person) -> list[Waiting]:
    today = localdate()
    return [Waiting(task, today) for task in tasks() if may_open(person, task.url)]
