"""From the chance to see a difference to the smallest difference, or to the fewest people."""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, inf, log

from waterpas.measure.roots import find_root

MOST_PEOPLE = 20_000_000  # more than live in the Netherlands: "however many there are"
LEAST_PEOPLE = 4.0


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a group can differ: `sign` 1 is more than the reference, -1 is less.

    `most` is the largest difference there can be (`inf`: there is no end to it). `chance` is how
    often a difference is seen: of (difference, people), from 0 to 1, rising in both.
    """

    sign: int
    most: float
    chance: Callable[[float, float], float]


def smallest(way: Way, *, people: float, power: float) -> float | None:
    """The smallest difference that is seen with this chance; None: not even the largest is."""
    if way.most <= 0:
        return None
    most = _far_enough(way, people, power) if way.most == inf else way.most
    if way.chance(most, people) < power:
        return None
    return find_root(lambda d: way.chance(d, people) - power, inside=0.0, outside=most)


def _far_enough(way: Way, people: float, power: float) -> float:
    """A difference without an end that is surely seen: doubled until it is."""
    reach = 1.0
    while way.chance(reach, people) < power and reach < 1e15:
        reach *= 2
    return reach


def fewest(way: Way, *, difference: float, power: float) -> float | None:
    """The fewest people with whom a difference is seen with this chance; may be broken.

    None: not with twenty million people, or there can be no such difference.
    """
    if difference > way.most or way.chance(difference, MOST_PEOPLE) < power:
        return None
    if way.chance(difference, LEAST_PEOPLE) >= power:
        return LEAST_PEOPLE
    return exp(
        find_root(
            lambda size: way.chance(difference, exp(size)) - power,
            inside=log(LEAST_PEOPLE),
            outside=log(MOST_PEOPLE),
        )
    )
