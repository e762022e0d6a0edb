"""What the records say about the ten steps. Reads only; nothing here can be ticked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from waterpas import handbook
from waterpas.handbook.model import Item
from waterpas.texts import Language
from waterpas.web.approach.first_things import FIRST_THINGS, FirstThing
from waterpas.web.people.models import Person
from waterpas.web.people.permissions import Permission
from waterpas.web.references.checks import Saying, Task, sayings, tasks


@dataclass(frozen=True, slots=True)
class StepNow:
    """One step: its name, what the records say about it, and the next thing to do."""

    number: int
    title: str
    sayings: tuple[Saying, ...]
    first: FirstThing

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
    return [_step(item, lang, shown) for item in handbook.load() if item.kind == "step"]


def step_now(number: int, lang: Language, person: Person) -> StepNow | None:
    """One step; None when there is no such step."""
    return next((step for step in steps(lang, person) if step.number == number), None)


def for_reader(saying: Saying, person: Person) -> Saying | None:
    """What somebody may read of it: no names of records and no links to closed pages."""
    if not saying.next_url or may_open(person, saying.next_url):
        return saying
    return None if saying.names_records else replace(saying, next_url="", next_label="")


def may_open(person: Person, url: str) -> bool:
    """Whether the page at this address lets this person in."""
    needed = _permission(urlsplit(url).path)
    return needed is not None and person.may(needed)


@cache
def _permission(path: str) -> Permission | None:
    try:
        return getattr(resolve(path).func, "required_permission", None)
    except Resolver404:
        return None


def _step(item: Item, lang: Language, found: Iterable[Saying]) -> StepNow:
    number = item.step or 0
    return StepNow(
        number=number,
        title=item.title.text(lang),
        sayings=tuple(saying for saying in found if saying.step == number),
        first=FIRST_THINGS[number],
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


def tasks_of(person: Person) -> list[Task]:
    """What waits for this person."""
    return [task for task in _tasks(person) if task.person == person.pk]


def tasks_of_others(person: Person) -> list[Task]:
    """What waits for somebody else."""
    return [task for task in _tasks(person) if task.person != person.pk]


def _tasks(person: Person) -> list[Task]:
    return [task for task in tasks() if may_open(person, task.url)]
