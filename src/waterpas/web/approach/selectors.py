"""What the records say about the ten steps. Reads only; nothing here can be ticked."""

from collections.abc import Iterable
from dataclasses import dataclass

from waterpas import handbook
from waterpas.handbook.model import Item
from waterpas.texts import Language
from waterpas.web.approach.first_things import FIRST_THINGS, FirstThing
from waterpas.web.approach.said import Said, for_reader, may_open
from waterpas.web.people.models import Person
from waterpas.web.people.permissions import Permission
from waterpas.web.references.checks import sayings

MOST_SAYINGS = 2
ACTING = (Permission.ACTION_CHANGE, Permission.FINDING_CHANGE)


@dataclass(frozen=True, slots=True)
class StepNow:
    """One step: its name, what the records say about it, and the next thing to do.

    `first` is there while the records hold nothing about the step; None for a reader who cannot
    do it.
    """

    number: int
    title: str
    sayings: tuple[Said, ...]
    first: FirstThing | None

    @property
    def most_telling(self) -> tuple[Said, ...]:
        """What is said where there is little room: what can be done next, then the gaps."""
        most = 1 if self.first else MOST_SAYINGS
        return tuple(sorted(self.sayings, key=lambda said: said is not self.told)[:most])

    @property
    def more(self) -> int:
        """How much is said on the page of the step only."""
        return len(self.sayings) - len(self.most_telling)

    @property
    def next(self) -> Said | None:
        """The weightiest gap that this reader can close; else the first saying with a page.

        A gap that waits for somebody else comes after those that do not.
        """
        found = [said for said in self.sayings if said.next_url]
        gaps = sorted((said for said in found if said.is_gap), key=lambda one: one.waits_for_others)
        return next(iter([*gaps, *found]), None)

    @property
    def told(self) -> Said | None:
        """The gap of which is said whose turn it is: the next thing to do, else the weightiest."""
        if self.next and self.next.is_gap:
            return self.next
        return next((said for said in self.sayings if said.is_gap), None)


@dataclass(frozen=True, slots=True)
class Begin:
    """What somebody could begin with, when nothing waits."""

    step: int
    text: str
    minutes: int
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One item of the handbook on a page, with the items that belong under it."""

    item: Item
    title: str
    text: str
    parts: tuple["Shown", ...] = ()


def steps(lang: Language, person: Person) -> list[StepNow]:
    """The ten steps, as the records of everybody show them now, for one reader."""
    said = [one for one in (for_reader(saying, person) for saying in sayings()) if one]
    items = [item for item in handbook.load() if item.kind == "step"]
    return [_step(item, lang, said, person) for item in items]


def step_now(number: int, lang: Language, person: Person) -> StepNow | None:
    """One step; None when there is no such step."""
    return next((step for step in steps(lang, person) if step.number == number), None)


def may_act(person: Person) -> bool:
    """Whether this person does something in the approach, or only reads about it."""
    return any(person.may(permission) for permission in ACTING)


def begin(found: Iterable[StepNow]) -> Begin | None:
    """The one thing to begin with: the weightiest gap this reader can close; None: nothing.

    What takes no record yet counts too: its first thing is the way to close it. What waits for
    somebody else comes last, however much it weighs.
    """
    able = [step for step in found if step.first or (step.next and step.next.is_gap)]
    return _begin(max(able, key=_place)) if able else None


def _place(step: StepNow) -> tuple[bool, int]:
    elsewhere = bool(not step.first and step.next and step.next.waits_for_others)
    return not elsewhere, _weight(step)


def _weight(step: StepNow) -> int:
    if step.next and not step.first:
        return step.next.saying.weight
    return max((said.saying.weight for said in step.sayings if said.is_gap), default=0)


def _begin(step: StepNow) -> Begin | None:
    if step.first:
        first = step.first
        return Begin(step.number, str(first.text), first.minutes, str(first.label), first.url)
    if said := step.next:
        return Begin(step.number, said.text, said.minutes, said.next_label, said.next_url)
    return None


def _step(item: Item, lang: Language, found: Iterable[Said], person: Person) -> StepNow:
    number = item.step or 0
    first, said = FIRST_THINGS[number], tuple(one for one in found if one.saying.step == number)
    is_empty = all(one.saying.is_empty for one in said)
    can = is_empty and may_act(person) and may_open(person, first.url)
    return StepNow(number, item.title.text(lang), said, first if can else None)


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
