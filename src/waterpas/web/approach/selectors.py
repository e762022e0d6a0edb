"""What the records say about the ten steps. Reads only; nothing here can be ticked."""

from dataclasses import dataclass

from waterpas import handbook
from waterpas.texts import Language
from waterpas.web.people.models import Person
from waterpas.web.references.checks import Saying, Task, sayings, tasks


@dataclass(frozen=True, slots=True)
class StepNow:
    """One step: its name, what the records say about it, and the next thing to do."""

    number: int
    title: str
    sayings: tuple[Saying, ...]

    @property
    def next(self) -> Saying | None:
        """The weightiest gap with something to do, else the first thing to do."""
        return next((saying for saying in self.sayings if saying.next_url), None)


def steps(lang: Language) -> list[StepNow]:
    """The ten steps, as the records of everybody show them now."""
    found = sayings()
    return [
        StepNow(
            number=item.step,
            title=item.title.text(lang),
            sayings=tuple(saying for saying in found if saying.step == item.step),
        )
        for item in handbook.load()
        if item.kind == "step" and item.step
    ]


def tasks_of(person: Person) -> list[Task]:
    """What waits for this person."""
    return [task for task in tasks() if task.person == person.pk]


def tasks_of_others(person: Person) -> list[Task]:
    """What waits for somebody else."""
    return [task for task in tasks() if task.person != person.pk]
