"""Whether rows are combinations of groups with a count: each combination once, and most are there.

Of people many are alike, or nearly every combination is missing: of a staff of 200, with ages,
scales and years of service, no two may be the same, and of all that could be there a hundredth is.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import combinations
from math import prod

FILLED = 0.6  # of what could be there; with a number per person and two groups half at most
NEARLY_ALL = (
    0.95  # of all groups in whatever else stands in the table: days that nobody had are out
)
MOST_KEYS = 4  # columns besides those with groups
MEAN = 5  # people in a row: below it rows may be people with something that is counted of each
_WHO = (
    "mensen|personen|inwoners|bewoners|banen|medewerkers|werknemers|ambtenaren|aanvragen|"
    "aanvragers|sollicitanten|sollicitaties|kandidaten|clienten|klanten|leerlingen|besluiten|zaken|"
    "people|persons|employees|staff|jobs|applicants|applications|residents|decisions"
)
COUNT = re.compile(rf"\b(?:aantal(?:len)?|n|count|(?:(?:aantal|number of) )?(?:{_WHO}))")


def names_a_count(heading: str) -> bool:
    """Whether a header (its readings) says that people are counted below it."""
    return any(COUNT.fullmatch(reading) for reading in heading.split(" | "))


def are_crossed(
    rows: int,
    *,
    groups: Collection[int],
    others: Iterable[int],
    levels: Mapping[int, int],
    ways: Callable[[tuple[int, ...]], int],
) -> bool:
    """Whether some columns, with those of the groups, have each combination once, and most of them.

    levels : how many values a column has; ways : in how many ways some columns are filled.
    """
    if any(levels[at] < 2 for at in groups):
        return False
    few = [at for at in others if at not in groups and levels[at] >= 2]
    all_groups = ways(tuple(groups))

    def is_full(some: tuple[int, ...]) -> bool:
        could_be = prod(levels[at] for at in (*groups, *some))
        if could_be < rows:
            return False
        return could_be <= rows / FILLED or all_groups * ways(some) <= rows / NEARLY_ALL

    keys = (some for size in range(1, MOST_KEYS + 1) for some in combinations(few, size))
    return any(is_full(some) and ways((*groups, *some)) == rows for some in keys)
