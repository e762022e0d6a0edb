"""Between what a rate of a group lies, when only its share of every area is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from waterpas.results import Count


@dataclass(frozen=True, slots=True)
class Share:
    """The group's part of the residents of an area (0 to 1), and between what it may lie.

    `value` None: it is not known; then it lies from 0 to 1.
    """

    value: float | None
    low: float = 0.0
    high: float = 1.0

    @property
    def of_others(self) -> "Share":
        """The part of everybody else."""
        return Share(None if self.value is None else 1 - self.value, 1 - self.high, 1 - self.low)


@dataclass(frozen=True, slots=True)
class Place:
    """One area: how many people were counted, to how many it happened, and the group's share.

    `residents` None: the people who were counted are the residents, so that the share is theirs.
    Else they are some of so many residents, and of them the group may be any part that fits.
    """

    n: Count
    cases: Count
    share: Share
    residents: Count | None = None

    def group(self, n: float) -> tuple[float, float]:
        """At least and at most so many of these `n` people are of the group."""
        if self.residents is None:
            return n * self.share.low, n * self.share.high
        all_of_them = self.residents.high
        others, own = all_of_them * (1 - self.share.low), all_of_them * self.share.high
        return max(0.0, n - others), min(float(n), own)

    @property
    def of_others(self) -> "Place":
        """The same area, with everybody else as the group."""
        return Place(self.n, self.cases, self.share.of_others, self.residents)


@dataclass(frozen=True, slots=True)
class Part:
    """How many of a group have the outcome, in one table that can be behind the counts."""

    cases: float
    people: float

    @property
    def rate(self) -> float:
        """Cases per person; there is somebody."""
        return self.cases / self.people


def with_fewest(*, n: float, cases: float, low: float, high: float) -> Part:
    """The table of one area in which the group has as few of the cases as it can have.

    Duncan and Davis (1953): everybody else has the outcome first. `low` and `high` are between
    what the number of people of the group lies. The number taken is the one that, over any number
    of areas together, makes the rate of the group lowest: just so many that the others could
    have all of the cases, or as near to it as may be.
    """
    people = min(max(n - cases, low), high)
    return Part(max(0.0, cases - (n - people)), people)


def with_most(*, cases: float, low: float, high: float) -> Part:
    """The table of one area in which the group has as many of the cases as it can have."""
    people = min(max(cases, low), high)
    return Part(min(cases, people), people)


def least(places: Iterable[Place]) -> Part:
    """All areas together, with as few of the cases in the group as can be.

    Where counts were rounded or hidden: with as many people and as few cases as may be.
    """
    return _together(_fewest(place) for place in places)


def most(places: Iterable[Place]) -> Part:
    """All areas together, with as many of the cases in the group as can be."""
    return _together(_most(place) for place in places)


def of_others(places: Sequence[Place]) -> list[Place]:
    """The same areas, with everybody else as the group."""
    return [place.of_others for place in places]


def _fewest(place: Place) -> Part:
    n = place.n.high
    low, high = place.group(n)
    return with_fewest(n=n, cases=min(place.cases.low, n), low=low, high=high)


def _most(place: Place) -> Part:
    low, high = place.group(place.n.low)[0], place.group(place.n.high)[1]
    return with_most(cases=min(place.cases.high, place.n.high), low=low, high=high)


def _together(parts: Iterable[Part]) -> Part:
    listed = list(parts)
    people = sum(part.people for part in listed)
    # Shares of people are no whole numbers: adding them can leave a hair more cases than people.
    return Part(min(sum(part.cases for part in listed), people), people)
