"""Which groups stand beside which: with their counts, or between what those lie."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from waterpas.measure.waiting.bounded import Bounded
from waterpas.measure.waiting.bounds import Bounds, Part
from waterpas.measure.waiting.counted import HIDDEN, ROUNDED, Counted
from waterpas.measure.waiting.found import Found, Group, why_not
from waterpas.measure.waiting.waits import AT_RISK, Waits
from waterpas.results import Reference


@dataclass(frozen=True)
class Compared:
    """A group and those it is compared with. `unsure`: why their counts are not known, if so."""

    level: str
    mine: tuple[Part, ...]
    other: tuple[Part, ...]
    unsure: str

    @cached_property
    def waits(self) -> tuple[Waits, Waits]:
        """Both with as few people as there can be: with all of them, where that is known."""
        one, two = (Bounds(each, 0.0).fewest.waits for each in (self.mine, self.other))
        return one, two

    def found(
        self, day: float, until: float | None, term: float | None, *, leaves: bool
    ) -> Found | Bounded:
        """What is found up to a day; `leaves`: whether a release may tell of that day."""
        if self.unsure:
            sides = Bounds(self.mine, day), Bounds(self.other, day)
            return Bounded(self.level, *sides, self.unsure, until, term, leaves)
        mine, other = (Group(each, day) for each in self.waits)
        return Found(self.level, mine, other, why_not(*self.waits, day), until, term, leaves)

    @property
    def may_leave(self) -> bool:
        """Whether a release may tell of them: no rounded or hidden count may be of few people."""
        return not self.unsure or Bounds((*self.mine, *self.other), 0.0).smallest >= AT_RISK


def compared_of(
    counted: Counted, reference: Reference, *, totals: frozenset[str]
) -> Iterator[Compared]:
    """Each group, beside the reference or all others."""
    named = reference.kind == "level"
    among = [name for name in counted.parts if named or name not in totals]
    for name in among:
        if name != reference.level:
            others = [reference.level] if named else [each for each in among if each != name]
            reasons = {counted.unsure.get(each or "") for each in (name, *others)}
            yield Compared(
                name,
                counted.parts[name],
                tuple(part for each in others for part in counted.parts.get(each or "", ())),
                next((why for why in (HIDDEN, ROUNDED) if why in reasons), ""),
            )
