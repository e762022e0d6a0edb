"""From a tally to the waiting times of each group; and what could not be counted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from waterpas.errors import CallError
from waterpas.measure.waiting.asked import Setting
from waterpas.measure.waiting.bounds import Part
from waterpas.measure.waiting.waits import Ending, Waits, waits_of
from waterpas.results import Count
from waterpas.tallies.numbers import number_of
from waterpas.tallies.tally import UNKNOWN, Tally
from waterpas.texts import mark

HIDDEN, ROUNDED = "cannot-hidden", "cannot-rounded"


@dataclass(slots=True)
class Counted:
    """Per group its waiting times.

    `unsure`: per group with rounded or hidden counts, what is said where those leave nothing to
    say. `unknown_days`: people of whom nobody knows how long; `still_open`: the groups and levels
    that count as still open, and how many people.
    """

    parts: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    unsure: dict[str, str] = field(default_factory=dict)
    unknown_days: int = 0
    still_open: list[tuple[str, str, int]] = field(default_factory=list)

    def without(self, gone: Collection[str]) -> "Counted":
        """The same without these groups, but for of whom it is not known how long."""
        return replace(
            self,
            parts={name: some for name, some in self.parts.items() if name not in gone},
            still_open=[each for each in self.still_open if each[0] not in gone],
        )

    @property
    def open_levels(self) -> tuple[str, ...]:
        """The levels that count as still open."""
        return tuple(dict.fromkeys(level for _, level, _ in self.still_open))

    @property
    def open_people(self) -> int:
        """How many people are still open."""
        return sum(people for _, _, people in self.still_open)

    @property
    def most(self) -> list[Waits]:
        """Per group its waiting times with as many people as there can be."""
        return [
            waits_of((each.day, each.ending, each.people.high) for each in some)
            for some in self.parts.values()
        ]


def counted_of(tally: Tally, setting: Setting) -> Counted:
    """The waiting times per group, in the order of the tally."""
    whole = tally.roll_up(to=setting.columns) if set(tally.by) != set(setting.columns) else tally
    whole = whole.without_totals([each for each in setting.columns if each != setting.across])
    number = {level: _days(level, setting.days) for level in whole.levels(setting.days)}
    found, parts = Counted(), dict[str, list[Part]]()
    for key, cell in whole.cells.items():
        of = dict(zip(whole.by, key, strict=True))
        group, days = of[setting.across], number[of[setting.days]]
        some, people = parts.setdefault(group, []), cell.n + Count.exact(cell.unknown)
        if days is None:
            found.unknown_days += people.high
            continue
        some.append(Part(days, _ending(of, setting), people))
        _note_unsure(found, group, people)
        _note_open(found, of, setting, people.high)
    found.parts = {group: tuple(some) for group, some in parts.items()}
    return found


def _note_unsure(found: Counted, group: str, people: Count) -> None:
    if people.value is None:
        found.unsure[group] = HIDDEN
    elif not people.is_exact:
        found.unsure.setdefault(group, ROUNDED)


def _ending(of: Mapping[str, str], setting: Setting) -> Ending:
    if not setting.ended or of[setting.ended] == setting.decided:
        return "decided"
    return "gave-up" if of[setting.ended] == setting.gave_up else "open"


def _note_open(found: Counted, of: Mapping[str, str], setting: Setting, people: int) -> None:
    if _ending(of, setting) == "open":
        found.still_open.append((of[setting.across], of[setting.ended], people))


def _days(level: str, column: str) -> float | None:
    """A level as a number of days; None: unknown."""
    if level == UNKNOWN:
        return None
    days = number_of(level)
    if days is None:
        raise CallError(
            mark(
                "In de kolom '%(column)s' staat '%(level)s'. Dat is geen aantal dagen. Verbeter de "
                "tabel, of kies een andere kolom."
            ),
            column=column,
            level=level,
        )
    if days < 0:
        raise CallError(
            mark(
                "In de kolom '%(column)s' staat een negatief aantal dagen: %(level)s. Dan viel het "
                "besluit vóór de aanvraag. Verbeter de tabel."
            ),
            column=column,
            level=level,
        )
    return days
