"""What the records say about the ten steps, and what waits for whom.

Each app that has something to say offers it in its `checks.py` and registers it at start-up; the
page of the ten steps reads what is registered here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WaitsFor:
    """Who something waits for: functions that somebody holds, and what falls to the coordinator."""

    functions: tuple[str, ...] = ()
    coordinator: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence about one step, out of the records.

    `is_gap`: something that is missing; shown in the accent colour. `next_label` and `next_url`
    are the next thing to do, which takes about `minutes`; whoever has one of the permissions in
    `needs` (and may open the page) can do it. `waits_for` says whose it is. `weight` orders gaps:
    the highest is the next thing to do. `is_empty`: of this there is nothing at all yet; a step
    of which everything is empty shows its first thing to do. `names_records`: the text names a
    finding or an action, so only who may open `next_url` reads it.
    """

    step: int
    text: str
    is_gap: bool = False
    next_label: str = ""
    next_url: str = ""
    waits_for: WaitsFor = WaitsFor()
    weight: int = 0
    names_records: bool = False
    needs: tuple[str, ...] = ()
    minutes: int = 0
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """Something that waits for one person.

    Without a person, or when that person has none of the permissions in `needs`, it falls to the
    coordinator: nothing waits for nobody. It names a record: only who may open `url` sees it.
    """

    text: str
    url: str
    person: int | None
    since: date | None = None
    until: date | None = None
    needs: tuple[str, ...] = ()


Check = Callable[[], Iterable[Saying]]
Tasks = Callable[[], Iterable[Task]]
_CHECKS: dict[str, Check] = {}
_TASKS: dict[str, Tasks] = {}


def register_check(name: str, check: Check) -> None:
    """Add a check. The name makes registering twice harmless."""
    _CHECKS[name] = check


def register_tasks(name: str, tasks: Tasks) -> None:
    """Add a source of tasks."""
    _TASKS[name] = tasks


def sayings() -> list[Saying]:
    """Everything the records say, step by step; within a step the weightiest first."""
    found = [saying for check in _CHECKS.values() for saying in check()]
    return sorted(found, key=lambda saying: (saying.step, not saying.is_gap, -saying.weight))


def tasks() -> list[Task]:
    """Everything that waits for somebody; what waits longest comes first."""
    found = [task for source in _TASKS.values() for task in source()]
    return sorted(found, key=lambda task: task.since or task.until or date.max)
